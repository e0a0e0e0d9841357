//! What makes an import alarming enough to be asked about before it is applied (domain.md §12).
//! Counting belongs to whoever reads the file.

use crate::{Limits, text_enum};

text_enum! {
    /// Why an import may be the wrong file, or a damaged one.
    pub enum AlarmKind {
        /// Many students of the schools that the file holds are not in it.
        ManyGone = "many_gone",
        /// The file's schools are not those that are known here.
        OtherSchools = "other_schools",
        /// The addresses of many adults change at once.
        EmailsChanged = "emails_changed",
    }
}

/// One reason for alarm, and how many of how many it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alarm {
    pub kind: AlarmKind,
    pub count: u32,
    pub of: u32,
}

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    pub count: u32,
    pub of: u32,
}

/// What an import would do, as far as it may alarm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportExtent {
    /// Active students of the schools in the file, and those of them who are gone.
    pub gone: Share,
    /// Students whose school has a code, and those whose school's code nobody here has.
    pub other_schools: Share,
    /// Adults who had an address and are in the file, and those of them who get another.
    pub emails: Share,
}

/// The reasons for alarm; a few people are none, however large their share of a small class.
#[must_use]
pub fn alarms(extent: &ImportExtent, limits: &Limits) -> Vec<Alarm> {
    let reaches = |share: Share, percent: u32| {
        share.count >= limits.alarm_least_people
            && u64::from(share.count) * 100 >= u64::from(share.of) * u64::from(percent)
    };
    let passes = |share: Share, percent: u32| {
        let exactly = u64::from(share.count) * 100 == u64::from(share.of) * u64::from(percent);
        reaches(share, percent) && !exactly
    };
    [
        (
            AlarmKind::ManyGone,
            extent.gone,
            passes(extent.gone, limits.alarm_gone_percent),
        ),
        (
            AlarmKind::OtherSchools,
            extent.other_schools,
            passes(extent.other_schools, limits.alarm_other_schools_percent),
        ),
        (
            AlarmKind::EmailsChanged,
            extent.emails,
            reaches(extent.emails, limits.alarm_emails_percent),
        ),
    ]
    .into_iter()
    .filter(|(_, _, is_past)| *is_past)
    .map(|(kind, Share { count, of }, _)| Alarm { kind, count, of })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alarm_is_a_large_share_of_more_than_a_few() {
        let limits = Limits::default();
        let told = |gone: (u32, u32), emails: (u32, u32)| {
            let share = |(count, of)| Share { count, of };
            let extent = ImportExtent {
                gone: share(gone),
                emails: share(emails),
                ..ImportExtent::default()
            };
            let kinds = alarms(&extent, &limits).into_iter().map(|alarm| alarm.kind);
            kinds.collect::<Vec<_>>()
        };
        assert_eq!(told((0, 0), (0, 0)), []);
        assert_eq!(told((10, 100), (49, 100)), []);
        assert_eq!(told((11, 100), (0, 100)), [AlarmKind::ManyGone]);
        assert_eq!(told((1, 8), (2, 3)), [], "a few people are no alarm");
        assert_eq!(told((0, 100), (50, 100)), [AlarmKind::EmailsChanged]);
    }
}
