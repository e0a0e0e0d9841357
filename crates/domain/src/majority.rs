//! When a student is of age, and decides themselves which adults are tied to them (domain.md §6; Civil Code of Québec,
//! art. 153: eighteen years).

use chrono::{Datelike as _, NaiveDate};

const YEARS: i32 = 18;

/// The first day on which somebody born then is of age: whoever was born on 29 February is so on 1 March.
#[must_use]
pub fn of_age_on(born: NaiveDate) -> NaiveDate {
    let birthday = born.with_year(born.year() + YEARS);
    birthday
        .or_else(|| NaiveDate::from_ymd_opt(born.year() + YEARS, 3, 1))
        .unwrap_or(NaiveDate::MAX)
}

/// Whoever was born until this day is of age today.
#[must_use]
pub fn of_age_born_until(today: NaiveDate) -> NaiveDate {
    let day = today.with_year(today.year() - YEARS);
    day.or_else(|| NaiveDate::from_ymd_opt(today.year() - YEARS, 2, 28))
        .unwrap_or(NaiveDate::MIN)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn one_is_of_age_from_the_eighteenth_birthday_on() {
        for (born, of_age) in [
            (date(2008, 11, 22), date(2026, 11, 22)),
            (date(2008, 2, 29), date(2026, 3, 1)),
            (date(1999, 12, 31), date(2017, 12, 31)),
        ] {
            assert_eq!(of_age_on(born), of_age);
        }
        for (today, born_until) in [
            (date(2026, 11, 22), date(2008, 11, 22)),
            (date(2026, 2, 28), date(2008, 2, 28)),
            (date(2026, 3, 1), date(2008, 3, 1)),
            (date(2028, 2, 29), date(2010, 2, 28)),
        ] {
            assert_eq!(of_age_born_until(today), born_until);
        }
    }

    proptest! {
        #[test]
        fn the_two_rules_say_the_same(born in 0_i64..20_000, later in 6_000_i64..7_000) {
            let epoch = date(1970, 1, 1);
            let born = epoch + chrono::TimeDelta::days(born);
            let today = born + chrono::TimeDelta::days(later);
            prop_assert_eq!(of_age_on(born) <= today, born <= of_age_born_until(today));
        }
    }
}
