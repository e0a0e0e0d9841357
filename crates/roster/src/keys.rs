//! The keys by which two mentions are told to be one person. The rules that use them live in `gather` and `compare`.

use domain::Relationship;
use domain::name;

use crate::records::{GuardianDetails, School};

/// Folds as the domain does. Plain words, which most cells hold, take a road ten times as short.
pub(crate) fn fold(text: &str) -> String {
    if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        text.to_ascii_lowercase()
    } else {
        name::fold(text)
    }
}

/// Folded names as one text. The separator cannot come out of folding.
pub(crate) fn name_key(last_names: &str, first_names: &str) -> String {
    format!("{}\n{}", fold(last_names), fold(first_names))
}

/// The digits of a telephone number without the country's 1; `None` when too few to tell anyone by.
pub(crate) fn phone_key(phone: &str) -> Option<String> {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let local = match digits.strip_prefix('1') {
        Some(local) if digits.len() == 11 => local.to_owned(),
        _ => digits,
    };
    (local.len() >= 7).then_some(local)
}

/// Two mentions of one school: codes decide when both have one, else the folded names.
pub(crate) fn same_school(one: &School, other: &School) -> bool {
    match (&one.code, &other.code) {
        (Some(one), Some(other)) => one == other,
        _ => match (&one.name, &other.name) {
            (Some(one), Some(other)) => fold(one) == fold(other),
            _ => false,
        },
    }
}

/// Folded names; adults without a name are told apart by what they are to the child.
pub(crate) fn guardian_name(details: &GuardianDetails, relationship: Relationship) -> String {
    details
        .names()
        .unwrap_or_else(|| relationship.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_short_road_leads_to_the_same_place(text in "[A-Za-z0-9]{0,12}|\\PC{0,12}") {
            prop_assert_eq!(fold(&text), name::fold(&text));
        }
    }

    #[test]
    fn telephones_are_compared_by_their_digits() {
        for (phone, key) in [
            ("514-555-0101", Some("5145550101")),
            ("+1 (514) 555-0101", Some("5145550101")),
            ("911", None),
            ("", None),
        ] {
            assert_eq!(phone_key(phone).as_deref(), key, "{phone}");
        }
    }

    #[test]
    fn a_school_is_known_by_its_code_or_else_by_its_name() {
        let school = |code: &str, name: &str| School {
            code: (!code.is_empty()).then(|| code.to_owned()),
            name: (!name.is_empty()).then(|| name.to_owned()),
        };
        for (one, other, same) in [
            (school("762045", "A"), school("762045", "B"), true),
            (school("762045", "A"), school("762046", "A"), false),
            (school("762045", "Érables"), school("", "ERABLES"), true),
            (school("762045", ""), school("", "Érables"), false),
        ] {
            assert_eq!(same_school(&one, &other), same, "{one:?} {other:?}");
        }
    }
}
