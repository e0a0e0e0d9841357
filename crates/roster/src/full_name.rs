//! Last and first names out of one cell. Never a silent guess: a comma, capitals or a permanent code part them, or the
//! order that a person has named; else they stay unparted. Which column holds names does not belong here.

use domain::PermanentCode;

use crate::cells::{clean, split_name};

domain::text_enum! {
    /// Which names come first in a cell that holds both without a comma.
    pub enum NameOrder {
        LastFirst = "last_first",
        FirstFirst = "first_first",
    }
}

/// What parted the names of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartedBy {
    Comma,
    /// `TREMBLAY Olivia`
    Capitals,
    /// The only way to part them that the permanent code agrees with.
    Code,
    /// Two words, and an order that was named.
    Order,
}

pub(crate) struct Parted {
    pub(crate) last_names: String,
    pub(crate) first_names: String,
    pub(crate) by: PartedBy,
    /// The order in which the cell has them, when it has no comma.
    pub(crate) order: NameOrder,
}

/// Parts the names of a cell; `None` when nothing tells where.
pub(crate) fn part(
    text: &str,
    order: Option<NameOrder>,
    code: Option<&PermanentCode>,
) -> Option<Parted> {
    if let Some((last_names, first_names)) = split_name(text) {
        return Some(Parted {
            last_names,
            first_names,
            by: PartedBy::Comma,
            order: NameOrder::LastFirst,
        });
    }
    let text = clean(text);
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let cut = |at: usize, order, by| {
        let (one, other) = words.split_at_checked(at)?;
        let (last, first) = match order {
            NameOrder::LastFirst => (one, other),
            NameOrder::FirstFirst => (other, one),
        };
        Some(Parted {
            last_names: last.join(" "),
            first_names: first.join(" "),
            by,
            order,
        })
    };
    if let Some((at, order)) = by_capitals(&words) {
        return cut(at, order, PartedBy::Capitals);
    }
    let ways = ways(words.len(), order);
    if let Some(code) = code {
        let mut agreeing = ways
            .iter()
            .filter_map(|(at, order)| cut(*at, *order, PartedBy::Code))
            .filter(|parted| code.prefix_agrees(&parted.last_names, &parted.first_names));
        if let (Some(only), None) = (agreeing.next(), agreeing.next()) {
            return Some(only);
        }
    }
    match (ways.as_slice(), order) {
        ([(at, order)], Some(_)) => cut(*at, *order, PartedBy::Order),
        _ => None,
    }
}

/// Every place between two words, in the order that is known or in both.
fn ways(words: usize, order: Option<NameOrder>) -> Vec<(usize, NameOrder)> {
    (1..words)
        .flat_map(|at| NameOrder::ALL.iter().map(move |order| (at, *order)))
        .filter(|(_, way)| order.is_none_or(|order| order == *way))
        .collect()
}

/// Small words that belong to the name after them, however it is written: `de la CRUZ`.
const PARTICLES: &[&str] = &[
    "de", "la", "le", "du", "des", "da", "dos", "van", "von", "der", "el", "al", "ben", "bin",
];

/// Where words in capitals meet words in small letters, when they do so once.
fn by_capitals(words: &[&str]) -> Option<(usize, NameOrder)> {
    let mut capitals: Vec<Option<bool>> = words.iter().map(|word| in_capitals(word)).collect();
    for at in (0..words.len().saturating_sub(1)).rev() {
        let is_particle = words.get(at).is_some_and(|word| PARTICLES.contains(word));
        if is_particle && let Some(next) = capitals.get(at + 1).copied() {
            *capitals.get_mut(at)? = next;
        }
    }
    let capitals: Vec<bool> = capitals.into_iter().collect::<Option<_>>()?;
    let first = *capitals.first()?;
    let at = capitals.iter().position(|other| *other != first)?;
    let once = capitals.iter().skip(at).all(|other| *other != first);
    let order = match first {
        true => NameOrder::LastFirst,
        false => NameOrder::FirstFirst,
    };
    once.then_some((at, order))
}

/// `None` for a word that says nothing: an initial, a script without capitals.
fn in_capitals(word: &str) -> Option<bool> {
    let (mut large, mut small) = (0, 0);
    for letter in word.chars() {
        large += usize::from(letter.is_uppercase());
        small += usize::from(letter.is_lowercase());
    }
    match (large, small) {
        (2.., 0) => Some(true),
        (_, 1..) => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parted(text: &str, order: Option<NameOrder>, code: &str) -> Option<(String, PartedBy)> {
        let code = PermanentCode::parse(code).ok();
        let parted = part(text, order, code.as_ref())?;
        Some((
            format!("{}|{}", parted.last_names, parted.first_names),
            parted.by,
        ))
    }

    #[test]
    fn names_are_parted_where_something_says_so() {
        use NameOrder::{FirstFirst, LastFirst};
        use PartedBy::{Capitals, Code, Comma, Order};
        for (text, order, code, expected) in [
            (
                "Tremblay, Olivia",
                None,
                "",
                Some(("Tremblay|Olivia", Comma)),
            ),
            (
                "TREMBLAY Olivia",
                None,
                "",
                Some(("TREMBLAY|Olivia", Capitals)),
            ),
            (
                "Olivia TREMBLAY",
                None,
                "",
                Some(("TREMBLAY|Olivia", Capitals)),
            ),
            (
                "DE LA CRUZ GARCÍA María José",
                None,
                "",
                Some(("DE LA CRUZ GARCÍA|María José", Capitals)),
            ),
            (
                "María José de la CRUZ",
                Some(LastFirst),
                "",
                Some(("de la CRUZ|María José", Capitals)),
            ),
            (
                "Tremblay Olivia",
                Some(LastFirst),
                "",
                Some(("Tremblay|Olivia", Order)),
            ),
            ("Ana Roy", Some(FirstFirst), "", Some(("Roy|Ana", Order))),
            (
                "Tremblay Roy Olivia",
                Some(LastFirst),
                "TREO71531501",
                Some(("Tremblay Roy|Olivia", Code)),
            ),
            (
                "Tremblay Olivia",
                None,
                "TREO71531501",
                Some(("Tremblay|Olivia", Code)),
            ),
            (
                "Olivia Tremblay",
                None,
                "TREO71531501",
                Some(("Tremblay|Olivia", Code)),
            ),
            (
                "De la Cruz García María José",
                None,
                "DELM77551101",
                Some(("De la Cruz García|María José", Code)),
            ),
        ] {
            let found = parted(text, order, code);
            let found = found.as_ref().map(|(names, by)| (names.as_str(), *by));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn names_stay_together_where_nothing_tells() {
        let order = Some(NameOrder::LastFirst);
        for (text, order, code) in [
            ("Tremblay Olivia", None, ""),
            ("Tremblay Roy Olivia", order, ""),
            ("TREMBLAY OLIVIA", None, ""),
            ("Tremblay J.", None, ""),
            ("TREMBLAY Roy OLIVIA", None, ""),
            ("李 伟", None, ""),
            ("Tremblay", order, "TREO71531501"),
            ("", order, ""),
        ] {
            assert_eq!(parted(text, order, code), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_word_is_lost_or_made_up(text in "[A-Za-zé]{1,6}( [A-Za-zé]{1,6}){0,4}") {
            for order in [None, Some(NameOrder::LastFirst), Some(NameOrder::FirstFirst)] {
                if let Some(found) = part(&text, order, None) {
                    let whole = match found.order {
                        NameOrder::LastFirst => format!("{} {}", found.last_names, found.first_names),
                        NameOrder::FirstFirst => format!("{} {}", found.first_names, found.last_names),
                    };
                    prop_assert_eq!(whole, text.clone());
                }
            }
        }
    }
}
