//! What a family asks of the school at the counter, and what a parent says of a child that is not theirs (domain.md §6):
//! the kinds, the states, and how long a closed one is kept. Taking them down belongs to `desk`.

use chrono::{Datelike as _, Days, NaiveDate};

use crate::text_enum;

text_enum! {
    /// What is asked, or said.
    pub enum RequestKind {
        /// A child who was never enrolled here.
        FirstRegistration = "first_registration",
        /// A confirmed child, for next year.
        ReRegistration = "re_registration",
        /// "This is not my child."
        NotMyChild = "not_my_child",
        /// "I am not this child's legal guardian."
        NotGuardian = "not_guardian",
    }
}

text_enum! {
    /// How far the school is with it.
    pub enum RequestState {
        New = "new",
        Called = "called",
        Closed = "closed",
    }
}

/// A closed request is kept for so long at least.
const KEPT_DAYS: Days = Days::new(30);

/// The last day of a closed request: as a finished visit's detail, the next 30 June or 30 days, whichever is later
/// (domain.md §8).
#[must_use]
pub fn kept_until(closed: NaiveDate) -> NaiveDate {
    let june = |year| NaiveDate::from_ymd_opt(year, 6, 30);
    let end_of_year = june(closed.year())
        .filter(|end| closed <= *end)
        .or_else(|| june(closed.year() + 1));
    let least = closed + KEPT_DAYS;
    end_of_year.map_or(least, |end| end.max(least))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_request_is_kept_until_the_next_30_june_or_30_days() {
        for (closed, kept) in [
            ("2026-09-01", "2027-06-30"),
            ("2027-05-31", "2027-06-30"),
            ("2027-06-01", "2027-07-01"),
            ("2027-06-30", "2027-07-30"),
            ("2027-07-01", "2028-06-30"),
        ] {
            let until = kept_until(closed.parse().unwrap());
            assert_eq!(until.to_string(), kept, "closed on {closed}");
        }
    }
}
