//! The school year, as Québec counts it: from 1 July to 30 June (Education Act, s. 13).

use std::fmt;

use chrono::{Datelike as _, NaiveDate};

/// Its first calendar year stands for it; written `2026-2027`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchoolYear(i32);

impl SchoolYear {
    /// The year that a day is in.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self(day.year() - i32::from(day.month() < 7))
    }
}

impl fmt::Display for SchoolYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.0, self.0 + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_school_year_begins_on_the_first_of_july() {
        for (day, year) in [
            ("2026-06-30", "2025-2026"),
            ("2026-07-01", "2026-2027"),
            ("2026-12-31", "2026-2027"),
            ("2027-01-01", "2026-2027"),
        ] {
            let of = SchoolYear::of(day.parse().unwrap());
            assert_eq!(of.to_string(), year, "{day}");
        }
    }
}
