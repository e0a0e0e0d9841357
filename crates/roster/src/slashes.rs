//! Birth dates with slashes, whose order a column shows as a whole: 25/03 can only be day first, 03/25 month first.
//! Dates of one order belong to `cells`.

use chrono::NaiveDate;

use crate::cells::{self, Read};
use crate::report::Reason;

/// What the dates of a column have shown.
#[derive(Clone, Copy, Default)]
pub(crate) struct SlashOrder {
    day_first: bool,
    month_first: bool,
}

impl SlashOrder {
    /// Looks at a date before any is read. The answer says whether it is one with slashes.
    pub(crate) fn see(&mut self, text: &str) -> bool {
        let Some([one, other, _]) = parts(text) else {
            return false;
        };
        let above = |part: &str| part.parse::<u8>().is_ok_and(|number| number > 12);
        self.day_first |= above(one);
        self.month_first |= above(other);
        true
    }

    /// The date in the order of its column; day first, as Québec writes it, where no date of the column tells.
    pub(crate) fn read(self, text: &str) -> Read<NaiveDate> {
        let Some([one, other, year]) = parts(text) else {
            return cells::birth_date(text);
        };
        let day_first = cells::birth_date(text);
        let month_first = cells::birth_date(&format!("{other}/{one}/{year}"));
        match (self.day_first, self.month_first) {
            (_, false) => day_first,
            (false, true) => month_first,
            // The column contradicts itself: only a date that can be read in one way is.
            (true, true) => match (day_first, month_first) {
                (Ok(one), Ok(other)) if one != other => Err(Reason::InvalidDate),
                (Ok(date), _) | (Err(_), Ok(date)) => Ok(date),
                (Err(reason), Err(_)) => Err(reason),
            },
        }
    }
}

/// Day, month and year, or month, day and year.
fn parts(text: &str) -> Option<[&str; 3]> {
    let (one, rest) = text.split_once('/')?;
    let (other, year) = rest.split_once('/')?;
    (one.len() <= 2 && other.len() <= 2).then_some([one, other, year])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_shows_the_order_of_its_dates() {
        for (column, read) in [
            (&["1/05/2023"][..], &[Some("2023-05-01")][..]),
            (
                &["1/05/2023", "25/03/2015"],
                &[Some("2023-05-01"), Some("2015-03-25")],
            ),
            (
                &["1/05/2023", "03/25/2015"],
                &[Some("2023-01-05"), Some("2015-03-25")],
            ),
            (
                &[
                    "1/05/2023",
                    "25/03/2015",
                    "03/25/2015",
                    "2/2/2014",
                    "2016-01-31",
                ],
                &[
                    None,
                    Some("2015-03-25"),
                    Some("2015-03-25"),
                    Some("2014-02-02"),
                    Some("2016-01-31"),
                ],
            ),
            (
                &["2015/03/09", "31/02/2015", ""],
                &[Some("2015-03-09"), None, None],
            ),
        ] {
            let mut order = SlashOrder::default();
            for date in column {
                order.see(date);
            }
            let dates: Vec<Option<String>> = column
                .iter()
                .map(|date| order.read(date).ok().flatten().map(|date| date.to_string()))
                .collect();
            assert_eq!(
                dates.iter().map(Option::as_deref).collect::<Vec<_>>(),
                read,
                "{column:?}"
            );
        }
    }
}
