//! How a column writes its dates: which of day and month comes first, and from when a spreadsheet counts. The order is
//! settled by all its values together. Reading one date in the usual form belongs to `cells`.

use chrono::NaiveDate;

use crate::cells::{self, Read};
use crate::excel::Epoch;

domain::text_enum! {
    pub enum DateOrder {
        /// `JJ/MM/AAAA`
        DayFirst = "day_first",
        /// `MM/JJ/AAAA`
        MonthFirst = "month_first",
    }
}

/// How the dates of a table are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DateForm {
    pub(crate) order: DateOrder,
    pub(crate) epoch: Epoch,
}

/// Days from one epoch of spreadsheets to the other.
const BETWEEN_EPOCHS: u32 = 1_462;

impl DateForm {
    pub(crate) fn read(self, text: &str) -> Read<NaiveDate> {
        if self.epoch == Epoch::Since1904
            && let Some(serial) = serial(text)
        {
            return cells::birth_date(&(serial + BETWEEN_EPOCHS).to_string());
        }
        match parts(text) {
            Some((one, other, year)) if self.order == DateOrder::MonthFirst => {
                cells::birth_date(&format!("{other}/{one}/{year}"))
            }
            _ => cells::birth_date(text),
        }
    }
}

/// The number of days that a spreadsheet leaves where it forgot that they were a date.
pub(crate) fn serial(text: &str) -> Option<u32> {
    let whole = text
        .strip_suffix(".0")
        .or_else(|| text.strip_suffix(",0"))
        .unwrap_or(text);
    let is_serial = whole.len() == 5 && whole.bytes().all(|byte| byte.is_ascii_digit());
    is_serial.then(|| whole.parse().ok()).flatten()
}

/// Two numbers and a year, and maybe midnight.
fn parts(text: &str) -> Option<(&str, &str, &str)> {
    let mut parts = text.splitn(3, ['-', '/', '.']);
    let (one, other, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_number = |part: &str| {
        (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    (is_number(one) && is_number(other)).then_some((one, other, year))
}

/// What the values of a column have shown of the order of day and month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct DateEvidence {
    /// Dates that one order reads and the other does not.
    day_first: u64,
    month_first: u64,
    /// Dates that both read, as two different days.
    either: u64,
}

domain::text_enum! {
    /// What all dates of a table together say of their order.
    pub enum DateFinding {
        /// No date has an order to be told.
        Plain = "plain",
        DayFirst = "day_first",
        MonthFirst = "month_first",
        /// Every date reads either way: a person must say.
        Ambiguous = "ambiguous",
        /// Some dates read one way only, some only the other.
        Mixed = "mixed",
    }
}

impl DateEvidence {
    pub(crate) fn see(&mut self, text: &str) {
        let Some((one, other, _)) = parts(text) else {
            return;
        };
        let above = |part: &str| part.parse::<u8>().is_ok_and(|number| number > 12);
        match (above(one), above(other)) {
            (true, false) => self.day_first += 1,
            (false, true) => self.month_first += 1,
            (false, false) => self.either += u64::from(one != other),
            // No order reads this one.
            (true, true) => {}
        }
    }

    pub(crate) const fn add(&mut self, other: Self) {
        self.day_first += other.day_first;
        self.month_first += other.month_first;
        self.either += other.either;
    }

    pub(crate) const fn finding(self) -> DateFinding {
        match (self.day_first, self.month_first, self.either) {
            (0, 0, 0) => DateFinding::Plain,
            (0, 0, _) => DateFinding::Ambiguous,
            (_, 0, _) => DateFinding::DayFirst,
            (0, ..) => DateFinding::MonthFirst,
            _ => DateFinding::Mixed,
        }
    }
}

impl DateFinding {
    /// The order in which the dates are read unless a person says otherwise: day first, as Québec writes them, where
    /// nothing tells.
    pub(crate) const fn order(self) -> DateOrder {
        match self {
            Self::MonthFirst => DateOrder::MonthFirst,
            _ => DateOrder::DayFirst,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_dates_of_a_column_settle_their_order() {
        for (column, finding) in [
            (
                &["2015-03-09", "20150309", "42072", ""][..],
                DateFinding::Plain,
            ),
            (&["09/03/2015", "1/2/2014"], DateFinding::Ambiguous),
            (&["5/5/2015"], DateFinding::Plain),
            (&["09/03/2015", "25/03/2015"], DateFinding::DayFirst),
            (
                &["09-03-2015", "03.25.2015 00:00:00"],
                DateFinding::MonthFirst,
            ),
            (&["25/03/2015", "03/25/2015"], DateFinding::Mixed),
            (&["hier", "99/99/2015"], DateFinding::Plain),
        ] {
            let mut evidence = DateEvidence::default();
            for date in column {
                evidence.see(date);
            }
            assert_eq!(evidence.finding(), finding, "{column:?}");
        }
    }

    #[test]
    fn a_date_is_read_in_the_form_of_its_column() {
        let form = |order, epoch| DateForm { order, epoch };
        let usual = form(DateOrder::DayFirst, Epoch::Since1900);
        let american = form(DateOrder::MonthFirst, Epoch::Since1900);
        let mac = form(DateOrder::DayFirst, Epoch::Since1904);
        for (form, text, expected) in [
            (usual, "09/03/2015", Some("2015-03-09")),
            (american, "03/09/2015", Some("2015-03-09")),
            (american, "3/9/2015 00:00:00", Some("2015-03-09")),
            (american, "2015-03-09", Some("2015-03-09")),
            (american, "25/03/2015", None),
            (usual, "42072", Some("2015-03-09")),
            (mac, "40610", Some("2015-03-09")),
            (mac, "40610.0", Some("2015-03-09")),
            (mac, "2015-03-09", Some("2015-03-09")),
        ] {
            let read = form.read(text).ok().flatten().map(|date| date.to_string());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }
}
