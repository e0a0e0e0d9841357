//! The permanent code: twelve characters that the ministry gives to every student (domain.md §3).
//! The claim that states one does not belong here.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use crate::name::fold;
use crate::typed::{is_hyphen, is_invisible, latin_digit};
use crate::vocabulary::Sex;

/// Added to the day of those born in 2000 or later.
const DAY_SHIFT: u32 = 62;
/// Added to the month of girls.
const MONTH_SHIFT: u32 = 50;
const LETTERS: usize = 4;
const LENGTH: usize = 12;
const TEMPORARY_LENGTH: usize = 10;

/// A permanent code whose date is in the calendar. It discloses birth date and sex: an identifier, not a secret, which is
/// masked wherever it is shown; `Debug` masks it too.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PermanentCode {
    text: String,
    birth_date: NaiveDate,
    sex: Sex,
}

/// Why a text is no permanent code. Nothing is ever repaired silently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PermanentCodeError {
    Empty,
    /// Ten characters: a temporary code, which lacks the last two digits. The fiche number is to be asked for instead.
    Temporary,
    /// Neither ten nor twelve characters, spaces and hyphens aside.
    Length {
        found: usize,
    },
    /// One of the first four is no letter; `confusable` when each one that is not looks like one (0, 1, 5).
    Letters {
        confusable: bool,
    },
    /// One of the last eight is no digit; `confusable` when each one that is not looks like one (O, I, S).
    Digits {
        confusable: bool,
    },
    /// The day is neither 01–31 nor 63–93.
    Day,
    /// The month is neither 01–12 nor 51–62.
    Month,
    /// Day and month are possible, but not in that year: 29 February 2009.
    Date,
}

impl PermanentCodeError {
    /// The stable text of this error; mix-ups of letters and digits have texts of their own.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Temporary => "temporary",
            Self::Length { .. } => "length",
            Self::Letters { confusable: false } => "letters",
            Self::Letters { confusable: true } => "letters_confusable",
            Self::Digits { confusable: false } => "digits",
            Self::Digits { confusable: true } => "digits_confusable",
            Self::Day => "day",
            Self::Month => "month",
            Self::Date => "date",
        }
    }
}

impl fmt::Display for PermanentCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::error::Error for PermanentCodeError {}

impl PermanentCode {
    /// Reads a code as typed: lower case, spaces and hyphens are accepted (domain.md §3).
    ///
    /// # Errors
    /// The first reason found, in the order of [`PermanentCodeError`].
    pub fn parse(typed: &str) -> Result<Self, PermanentCodeError> {
        let characters: Vec<char> = typed
            .chars()
            .filter(|&c| !c.is_whitespace() && !is_hyphen(c) && !is_invisible(c))
            .map(|c| latin_digit(c).to_ascii_uppercase())
            .collect();
        match characters.len() {
            0 => return Err(PermanentCodeError::Empty),
            TEMPORARY_LENGTH => return Err(PermanentCodeError::Temporary),
            LENGTH => {}
            found => return Err(PermanentCodeError::Length { found }),
        }
        let (letters, digits) = characters.split_at(LETTERS);
        if let Some(confusable) = misfits(letters, |c| c.is_ascii_uppercase(), "015") {
            return Err(PermanentCodeError::Letters { confusable });
        }
        if let Some(confusable) = misfits(digits, |c| c.is_ascii_digit(), "OIS") {
            return Err(PermanentCodeError::Digits { confusable });
        }
        let (birth_date, sex) = birth(digits)?;
        Ok(Self {
            text: characters.into_iter().collect(),
            birth_date,
            sex,
        })
    }

    /// Writes the code of a made-up student, for demonstrations and tests. Nothing for a birth before 1900 or after 2099,
    /// for `last_two` above 99, or for a sex that the code cannot tell.
    #[must_use]
    pub fn compose(
        last_names: &str,
        first_names: &str,
        birth_date: NaiveDate,
        sex: Sex,
        last_two: u8,
    ) -> Option<Self> {
        let day = match birth_date.year() {
            1900..=1999 => birth_date.day(),
            2000..=2099 => birth_date.day() + DAY_SHIFT,
            _ => return None,
        };
        let month = match sex {
            Sex::Male => birth_date.month(),
            Sex::Female => birth_date.month() + MONTH_SHIFT,
            Sex::Other => return None,
        };
        let prefix = prefix_of(last_names, first_names);
        let year = birth_date.year() % 100;
        (last_two < 100).then(|| Self {
            text: format!("{prefix}{day:02}{month:02}{year:02}{last_two:02}"),
            birth_date,
            sex,
        })
    }

    /// The twelve characters, in capitals.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The code as it may be shown: `TREO••••••••`, all eight digits masked (domain.md §3).
    #[must_use]
    pub fn masked(&self) -> String {
        self.text
            .chars()
            .take(LETTERS)
            .chain(['•'; LENGTH - LETTERS])
            .collect()
    }

    #[must_use]
    pub const fn birth_date(&self) -> NaiveDate {
        self.birth_date
    }

    #[must_use]
    pub const fn sex(&self) -> Sex {
        self.sex
    }

    /// Whether the first four letters are those of this name. How names become letters is unverified, and a name may have
    /// changed: a disagreement is a warning, never a refusal (domain.md §3).
    #[must_use]
    pub fn prefix_agrees(&self, last_names: &str, first_names: &str) -> bool {
        self.text.starts_with(&prefix_of(last_names, first_names))
    }
}

impl fmt::Debug for PermanentCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PermanentCode({})", self.masked())
    }
}

/// Nothing when all characters fit; else whether every one that does not is in `confusable`.
fn misfits(characters: &[char], fits: impl Fn(&char) -> bool, confusable: &str) -> Option<bool> {
    let mut others = characters.iter().filter(|&c| !fits(c)).peekable();
    others.peek()?;
    Some(others.all(|&c| confusable.contains(c)))
}

/// Birth date and sex from the eight digits (domain.md §3).
fn birth(digits: &[char]) -> Result<(NaiveDate, Sex), PermanentCodeError> {
    let two = |at: usize| {
        digits
            .iter()
            .skip(at)
            .take(2)
            .filter_map(|c| c.to_digit(10))
            .fold(0, |n, digit| n * 10 + digit)
    };
    let (day, century) = match two(0) {
        day @ 1..=31 => (day, 1900),
        day @ 63..=93 => (day - DAY_SHIFT, 2000),
        _ => return Err(PermanentCodeError::Day),
    };
    let (month, sex) = match two(2) {
        month @ 1..=12 => (month, Sex::Male),
        month @ 51..=62 => (month - MONTH_SHIFT, Sex::Female),
        _ => return Err(PermanentCodeError::Month),
    };
    let year = i32::try_from(century + two(4)).map_err(|_| PermanentCodeError::Date)?;
    let date = NaiveDate::from_ymd_opt(year, month, day).ok_or(PermanentCodeError::Date)?;
    Ok((date, sex))
}

/// Three letters of the last name, one of the first, padded with X.
fn prefix_of(last_names: &str, first_names: &str) -> String {
    let letters = |name: &str, count: usize| -> String {
        fold(name)
            .chars()
            .filter(char::is_ascii_alphabetic)
            .map(|c| c.to_ascii_uppercase())
            .chain(std::iter::repeat('X'))
            .take(count)
            .collect()
    };
    letters(last_names, LETTERS - 1) + &letters(first_names, 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use PermanentCodeError::{Date, Day, Digits, Empty, Length, Letters, Month, Temporary};

    /// The vectors of domain.md §3.
    const STUDENTS: [(&str, &str, &str, Sex, &str); 11] = [
        (
            "Tremblay",
            "Olivia",
            "2015-03-09",
            Sex::Female,
            "TREO71531501",
        ),
        ("Gagnon", "Liam", "2012-11-30", Sex::Male, "GAGL92111201"),
        (
            "Nguyễn",
            "Thị Mai",
            "2016-01-31",
            Sex::Female,
            "NGUT93511601",
        ),
        ("O'Brien", "Éric", "2010-07-04", Sex::Male, "OBRE66071001"),
        ("Côté", "Zoé", "2014-12-25", Sex::Female, "COTZ87621401"),
        (
            "Lefebvre-Roy",
            "Jean-Sébastien",
            "2009-02-28",
            Sex::Male,
            "LEFJ90020901",
        ),
        (
            "De la Cruz García",
            "María José",
            "2011-05-15",
            Sex::Female,
            "DELM77551101",
        ),
        ("Li", "Wei", "2013-10-01", Sex::Male, "LIXW63101301"),
        (
            "Œuvrard",
            "Anaïs",
            "2008-02-29",
            Sex::Female,
            "OEUA91520801",
        ),
        (
            "Bouchard",
            "Anne",
            "1999-12-31",
            Sex::Female,
            "BOUA31629901",
        ),
        (
            "St-Pierre",
            "Félix",
            "2000-01-01",
            Sex::Male,
            "STPF63010001",
        ),
    ];

    #[test]
    fn the_codes_of_the_domain_tell_birth_date_sex_and_name() {
        for (last_names, first_names, born, sex, text) in STUDENTS {
            let code = PermanentCode::parse(text).unwrap();
            let born: NaiveDate = born.parse().unwrap();
            assert_eq!(code.as_str(), text);
            assert_eq!((code.birth_date(), code.sex()), (born, sex), "{text}");
            assert!(code.prefix_agrees(last_names, first_names), "{text}");
            assert_eq!(
                PermanentCode::compose(last_names, first_names, born, sex, 1),
                Some(code)
            );
        }
    }

    #[test]
    fn what_is_no_code_is_refused_with_its_reason() {
        for (text, reason) in [
            ("TREO32530001", Day),
            ("ABCD00010101", Day),
            ("ABCD94010101", Day),
            ("ABCD62010101", Day),
            ("ABCD63131501", Month),
            ("ABCD63631501", Month),
            ("ABCD63001501", Month),
            ("ABCD63501501", Month),
            ("ABCD91520901", Date),
            ("ABCD31040901", Date),
            ("ABCD29020001", Date),
            ("ABC163011501", Letters { confusable: true }),
            ("ABC963011501", Letters { confusable: false }),
            ("ÉBCD63011501", Letters { confusable: false }),
            ("TREO7153150", Length { found: 11 }),
            ("TREO715315011", Length { found: 13 }),
            ("TREO715315", Temporary),
            ("treo 7153 15", Temporary),
            ("TREO7I531501", Digits { confusable: true }),
            ("TREO7153150l", Digits { confusable: false }),
            ("treo7is3i5o1", Digits { confusable: true }),
            ("TREO7Z531501", Digits { confusable: false }),
            ("TRE071531501", Letters { confusable: true }),
            ("", Empty),
            (" - ", Empty),
        ] {
            assert_eq!(PermanentCode::parse(text), Err(reason), "{text:?}");
        }
    }

    #[test]
    fn lower_case_spaces_hyphens_and_digits_of_other_scripts_are_accepted() {
        for typed in [
            "treo71531501",
            " TREO 7153 1501 ",
            "TREO-7153-1501",
            "Treo‑7153‑1501",
            "treo٧١٥٣١٥٠١",
            "\u{200E}TREO71531501",
        ] {
            assert_eq!(
                PermanentCode::parse(typed).unwrap().as_str(),
                "TREO71531501",
                "{typed:?}"
            );
        }
    }

    #[test]
    fn all_eight_digits_are_masked_wherever_the_code_is_shown() {
        let code = PermanentCode::parse("TREO71531501").unwrap();
        assert_eq!(code.masked(), "TREO••••••••");
        assert_eq!(format!("{code:?}"), "PermanentCode(TREO••••••••)");
    }

    #[test]
    fn a_prefix_of_another_name_disagrees() {
        let code = PermanentCode::parse("TREO71531501").unwrap();
        assert!(!code.prefix_agrees("Gagnon", "Olivia"));
        assert!(!code.prefix_agrees("Tremblay", "Emma"));
        assert!(!code.prefix_agrees("", ""));
    }

    #[test]
    fn no_code_is_composed_of_what_it_cannot_tell() {
        let born = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (date, sex, last_two) in [
            ("1899-12-31", Sex::Male, 1),
            ("2100-01-01", Sex::Male, 1),
            ("2015-01-01", Sex::Other, 1),
            ("2015-01-01", Sex::Male, 100),
        ] {
            assert_eq!(
                PermanentCode::compose("Roy", "Ève", born(date), sex, last_two),
                None
            );
        }
    }

    proptest! {
        #[test]
        fn parsing_never_panics(typed in any::<String>(), close in "[A-Za-z0-9ÉO -]{8,14}") {
            let _ = PermanentCode::parse(&typed);
            let _ = PermanentCode::parse(&close);
        }

        #[test]
        fn a_code_parses_to_itself_and_its_mask_is_refused(text in "[A-Z]{4}[0-9]{8}") {
            if let Ok(code) = PermanentCode::parse(&text) {
                prop_assert_eq!(PermanentCode::parse(code.as_str()), Ok(code.clone()));
                prop_assert_eq!(code.masked().chars().filter(char::is_ascii_digit).count(), 0);
                let refused = PermanentCode::parse(&code.masked());
                prop_assert_eq!(refused, Err(Digits { confusable: false }));
            }
        }

        #[test]
        fn every_composed_code_parses_back(days in 0i64..73_000, girl: bool, last_two in 0u8..100, name in "\\PC{0,12}") {
            let date = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Duration::days(days);
            let sex = if girl { Sex::Female } else { Sex::Male };
            let code = PermanentCode::compose(&name, "Ève", date, sex, last_two).unwrap();
            prop_assert_eq!(PermanentCode::parse(code.as_str()), Ok(code.clone()));
            prop_assert!(code.prefix_agrees(&name, "Ève"));
        }
    }
}
