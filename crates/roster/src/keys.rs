//! The keys by which two mentions are told to be one person. The rules that use them live in `gather` and `compare`.

use domain::Relationship;
use domain::name::fold;

use crate::records::{GuardianDetails, School};

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
