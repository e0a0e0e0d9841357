//! Dates in the words of each language: always the Gregorian calendar and Latin digits (domain.md §9).
//! What a date means, and in which time zone a day falls, belongs to whoever has it.

use chrono::{Datelike, NaiveDate};
use icu_calendar::Date;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;

use crate::Locale;
use crate::locale::icu_locale;

/// The date with its month in words (« 9 mars 2015 »).
#[must_use]
pub fn date(locale: Locale, day: NaiveDate) -> String {
    spell(locale.as_str(), day).unwrap_or_else(|| {
        tracing::error!(%locale, "no words for a date");
        day.to_string()
    })
}

fn spell(tag: &str, day: NaiveDate) -> Option<String> {
    let locale = icu_locale(&format!("{tag}-u-ca-gregory-nu-latn"))?;
    let words = DateTimeFormatter::try_new(locale.into(), YMD::long()).ok()?;
    let month = u8::try_from(day.month()).ok()?;
    let day = Date::try_new_iso(day.year(), month, u8::try_from(day.day()).ok()?).ok()?;
    Some(words.format(&day).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_said_with_latin_digits_in_the_gregorian_calendar() {
        let day = NaiveDate::from_ymd_opt(2015, 3, 9).unwrap();
        for (tag, expected) in [
            ("fr-CA", "9 mars 2015"),
            ("en-CA", "March 9, 2015"),
            ("ar", "9 مارس 2015"),
            ("fa", "9 مارس 2015"),
            ("prs", "9 مارچ 2015"),
            ("zh-Hans", "2015年3月9日"),
        ] {
            assert_eq!(spell(tag, day).as_deref(), Some(expected), "{tag}");
        }
    }

    #[test]
    fn every_language_of_the_package_has_words_for_every_month() {
        for locale in Locale::all() {
            for month in 1..=12 {
                let day = NaiveDate::from_ymd_opt(2026, month, 28).unwrap();
                let said = spell(locale.as_str(), day).unwrap();
                assert!(said.contains("28") && said.contains("2026"), "{said}");
            }
        }
    }
}
