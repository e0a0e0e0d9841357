//! When a mail that could not leave is tried again, as named settings.
//! What is worth another try is told by the failure; the waiting itself by the outbox.

use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBuilder};

/// The delays between the tries of one mail: each is twice the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetrySettings {
    pub first_delay_seconds: u32,
    pub longest_delay_seconds: u32,
    /// So many tries in all; after the last, the mail needs someone.
    pub tries: u32,
}

impl Default for RetrySettings {
    /// 30 s, doubling up to 30 min; 20 tries are the seven hours of a school day.
    fn default() -> Self {
        Self {
            first_delay_seconds: 30,
            longest_delay_seconds: 30 * 60,
            tries: 20,
        }
    }
}

impl RetrySettings {
    /// How long to wait after so many tries, of which the first is 1; nothing when there were enough.
    pub(crate) fn delay_after(&self, tries: u32) -> Option<Duration> {
        let again = usize::try_from(self.tries.saturating_sub(1)).ok()?;
        let mut delays = ExponentialBuilder::new()
            .with_factor(2.0)
            .with_min_delay(Duration::from_secs(self.first_delay_seconds.into()))
            .with_max_delay(Duration::from_secs(self.longest_delay_seconds.into()))
            .with_max_times(again)
            .build();
        delays.nth(usize::try_from(tries.saturating_sub(1)).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_double_up_to_the_longest_and_end() {
        let settings = RetrySettings::default();
        for (tries, seconds) in [
            (1, Some(30)),
            (2, Some(60)),
            (3, Some(120)),
            (6, Some(960)),
            (7, Some(1800)),
            (19, Some(1800)),
            (20, None),
            (21, None),
            (u32::MAX, None),
        ] {
            assert_eq!(
                settings.delay_after(tries),
                seconds.map(Duration::from_secs),
                "after {tries}"
            );
        }
    }

    #[test]
    fn the_tries_last_a_school_day() {
        let settings = RetrySettings::default();
        let all: Duration = (1..).map_while(|tries| settings.delay_after(tries)).sum();
        assert!((6 * 3600..8 * 3600).contains(&all.as_secs()), "{all:?}");
    }

    #[test]
    fn one_try_is_never_followed_by_another() {
        assert_eq!(
            RetrySettings {
                tries: 1,
                ..RetrySettings::default()
            }
            .delay_after(1),
            None
        );
    }
}
