//! A birth date as it is typed or exported (domain.md §12).
//! Serial numbers of spreadsheets belong to `roster`.

use chrono::{Datelike, NaiveDate};

use crate::typed::{is_hyphen, is_invisible, latin_digit, trim};

const EARLIEST_YEAR: i32 = 1900;

crate::text_enum! {
    /// Why a text is no birth date.
    pub enum BirthDateError {
        Empty = "empty",
        /// Neither `AAAA-MM-JJ` nor `JJ/MM/AAAA`.
        Format = "format",
        /// No such day: 29 February 2009.
        NotInCalendar = "not_in_calendar",
        Future = "future",
        Before1900 = "before_1900",
    }
}

impl std::error::Error for BirthDateError {}

/// Reads `AAAA-MM-JJ`, or `JJ/MM/AAAA` with or without leading zeros. `today` is the desk's date: nobody is born after it.
///
/// # Errors
/// The first reason found, in the order of [`BirthDateError`].
pub fn parse_birth_date(typed: &str, today: NaiveDate) -> Result<NaiveDate, BirthDateError> {
    let typed = trim(typed);
    if typed.is_empty() {
        return Err(BirthDateError::Empty);
    }
    let plain: String = typed
        .chars()
        .filter(|&c| !is_invisible(c))
        .map(|c| if is_hyphen(c) { '-' } else { latin_digit(c) })
        .collect();
    let (year, month, day) = year_month_day(&plain).ok_or(BirthDateError::Format)?;
    let date = NaiveDate::from_ymd_opt(year, month, day).ok_or(BirthDateError::NotInCalendar)?;
    if date > today {
        Err(BirthDateError::Future)
    } else if date.year() < EARLIEST_YEAR {
        Err(BirthDateError::Before1900)
    } else {
        Ok(date)
    }
}

fn year_month_day(text: &str) -> Option<(i32, u32, u32)> {
    let three = |separator| -> Option<[&str; 3]> {
        text.split(separator).collect::<Vec<_>>().try_into().ok()
    };
    let (year, month, day) = match (three('-'), three('/')) {
        (Some([year, month, day]), _) if month.len() == 2 && day.len() == 2 => (year, month, day),
        (None, Some([day, month, year])) => (year, month, day),
        _ => return None,
    };
    let digits = |text: &str, lengths: std::ops::RangeInclusive<usize>| {
        (lengths.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()))
            .then(|| text.parse::<u32>().ok())?
    };
    Some((
        i32::try_from(digits(year, 4..=4)?).ok()?,
        digits(month, 1..=2)?,
        digits(day, 1..=2)?,
    ))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 9, 1).unwrap()
    }

    #[test]
    fn both_forms_of_the_field_are_read() {
        for (typed, date) in [
            ("2015-03-09", "2015-03-09"),
            ("09/03/2015", "2015-03-09"),
            ("9/3/2015", "2015-03-09"),
            ("1/05/2023", "2023-05-01"),
            (" 31/12/1999 ", "1999-12-31"),
            ("2008-02-29", "2008-02-29"),
            ("1900-01-01", "1900-01-01"),
            ("2026-09-01", "2026-09-01"),
            ("2015‑03‑09", "2015-03-09"),
            ("۲۰۱۵-۰۳-۰۹", "2015-03-09"),
            ("\u{200F}٠٩/٠٣/٢٠١٥", "2015-03-09"),
        ] {
            assert_eq!(
                parse_birth_date(typed, today()),
                Ok(date.parse().unwrap()),
                "{typed:?}"
            );
        }
    }

    #[test]
    fn what_is_no_birth_date_is_refused_with_its_reason() {
        use BirthDateError::*;
        for (typed, reason) in [
            ("", Empty),
            (" \u{200F} ", Empty),
            ("2015", Format),
            ("09-03-2015", Format),
            ("2015/03/09", Format),
            ("2015-3-9", Format),
            ("09/03/15", Format),
            ("15-03-09", Format),
            ("2015-03-09T00:00", Format),
            ("2015-03-09/1", Format),
            ("42072", Format),
            ("le 9 mars 2015", Format),
            ("+9/03/2015", Format),
            ("//", Format),
            ("--", Format),
            ("2009-02-29", NotInCalendar),
            ("31/04/2015", NotInCalendar),
            ("03/13/2015", NotInCalendar),
            ("00/01/2015", NotInCalendar),
            ("2026-09-02", Future),
            ("2115-03-09", Future),
            ("1899-12-31", Before1900),
            ("0000-01-01", Before1900),
        ] {
            assert_eq!(parse_birth_date(typed, today()), Err(reason), "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn parsing_never_panics(typed in any::<String>(), close in "[0-9/-]{6,11}") {
            let _ = parse_birth_date(&typed, today());
            let _ = parse_birth_date(&close, today());
        }

        #[test]
        fn every_date_is_read_back_from_both_forms(days in 0i64..46_000) {
            let date = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Duration::days(days);
            prop_assert_eq!(parse_birth_date(&date.format("%Y-%m-%d").to_string(), today()), Ok(date));
            prop_assert_eq!(parse_birth_date(&date.format("%d/%m/%Y").to_string(), today()), Ok(date));
            prop_assert_eq!(parse_birth_date(&date.format("%-d/%-m/%Y").to_string(), today()), Ok(date));
        }
    }
}
