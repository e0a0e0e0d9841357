//! Whether a desk is ready for the next family (domain.md §13): how grave each finding is.
//! Finding it out (disk, printer, clock, journal) belongs to `desk`.

use chrono::{DateTime, TimeDelta, Utc};

use crate::{Limits, text_enum};

text_enum! {
    /// How grave a finding is.
    pub enum ReadyLevel {
        Good = "good",
        /// Somebody should see to it; visits go on.
        Warning = "warning",
        /// Something will not work, or data are in danger.
        Bad = "bad",
        /// This machine does not say.
        NotKnown = "not_known",
    }
}

text_enum! {
    /// What is wrong with the desk's clock.
    pub enum ClockTrouble {
        /// It was put back: entries of the journal do not follow one another.
        Backward = "backward",
        /// It is ahead of a known time, or behind it.
        Drift = "drift",
    }
}

/// How much room is left on the disk of the data, in mebibytes; none when the system does not say.
#[must_use]
pub const fn disk_level(free_mebibytes: Option<u64>, limits: &Limits) -> ReadyLevel {
    match free_mebibytes {
        None => ReadyLevel::NotKnown,
        Some(free) if free < limits.disk_bad_mebibytes => ReadyLevel::Bad,
        Some(free) if free < limits.disk_warning_mebibytes => ReadyLevel::Warning,
        Some(_) => ReadyLevel::Good,
    }
}

/// How long ago the last backup was made; none when there never was one.
#[must_use]
pub const fn backup_level(age_days: Option<u32>, limits: &Limits) -> ReadyLevel {
    match age_days {
        Some(days) if days < limits.backup_warning_days => ReadyLevel::Good,
        _ => ReadyLevel::Warning,
    }
}

/// By how much the desk's clock is off a known time; none while that is within the limit.
#[must_use]
pub fn drift(own: DateTime<Utc>, known: DateTime<Utc>, limits: &Limits) -> Option<TimeDelta> {
    let off = own - known;
    (off.abs() > TimeDelta::seconds(limits.clock_drift_seconds.into())).then_some(off)
}

/// By how much the clock was put back: an entry that is later than the one after it, or than now. `newest_first` are the
/// times of the journal's entries. Writes that waited for one another are no jump.
#[must_use]
pub fn put_back(
    newest_first: &[DateTime<Utc>],
    now: DateTime<Utc>,
    limits: &Limits,
) -> Option<TimeDelta> {
    let least = TimeDelta::seconds(limits.clock_backward_seconds.into());
    let later = std::iter::once(&now).chain(newest_first);
    later
        .zip(newest_first)
        .map(|(later, earlier)| *earlier - *later)
        .filter(|back| *back >= least)
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)
    }

    #[test]
    fn a_full_disk_and_an_old_backup_are_told() {
        let limits = Limits::default();
        for (free, level) in [
            (None, ReadyLevel::NotKnown),
            (Some(0), ReadyLevel::Bad),
            (Some(200), ReadyLevel::Warning),
            (Some(1024), ReadyLevel::Good),
        ] {
            assert_eq!(disk_level(free, &limits), level, "{free:?}");
        }
        for (age, level) in [
            (None, ReadyLevel::Warning),
            (Some(0), ReadyLevel::Good),
            (Some(6), ReadyLevel::Good),
            (Some(7), ReadyLevel::Warning),
        ] {
            assert_eq!(backup_level(age, &limits), level, "{age:?}");
        }
    }

    #[test]
    fn a_drift_is_more_than_two_minutes_either_way() {
        let limits = Limits::default();
        for (own, off) in [
            (1000, None),
            (1120, None),
            (880, None),
            (1121, Some(121)),
            (400, Some(-600)),
        ] {
            let found = drift(at(own), at(1000), &limits);
            assert_eq!(found, off.map(TimeDelta::seconds), "{own}");
        }
    }

    #[test]
    fn a_clock_that_was_put_back_is_told_by_the_entries() {
        let limits = Limits::default();
        for (entries, now, back) in [
            (&[] as &[i64], 0, None),
            (&[100, 90, 90, 10], 100, None),
            (&[100, 90], 40, Some(60)),
            (&[200, 150, 4000, 3900], 210, Some(3850)),
            // Two writes, the second of which waited for the first.
            (&[95, 100, 90], 101, None),
        ] {
            let entries: Vec<_> = entries.iter().map(|second| at(*second)).collect();
            let found = put_back(&entries, at(now), &limits);
            assert_eq!(found, back.map(TimeDelta::seconds), "{entries:?} at {now}");
        }
    }
}
