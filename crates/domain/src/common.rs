//! Passwords that anybody would try first: the list, and the shapes that are as predictable as the list.
//! The policies that refuse them are in `password.rs`.

use std::collections::HashSet;
use std::sync::LazyLock;

use zeroize::Zeroizing;

/// Written for this product: lower case, without accents and spaces, one a line, in alphabetical order.
static LISTED: LazyLock<HashSet<&'static str>> = LazyLock::new(|| LIST.lines().collect());
const LIST: &str = include_str!("common_passwords.txt");

/// Rows of keyboards, the alphabet and the digits: what a finger runs along.
const RUNS: [&str; 8] = [
    "01234567890123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "azertyuiopqsdfghjklmwxcvbn",
    "98765432109876543210",
    "zyxwvutsrqponmlkjihgfedcba",
    "mnbvcxzlkjhgfdsapoiuytrewq",
    "nbvcxwmlkjhgfdsqpoiuytreza",
];

/// So many digits and symbols around a listed word do not make it another one.
const MOST_ORNAMENTS: usize = 4;
/// A shorter part that repeats is predictable whatever it is.
const SHORT_PART: usize = 4;
const LEAST_RUN: usize = 3;
const FEW_DIGITS: usize = 2;

/// Whether a password, folded and without spaces, is one that anybody would try: on the list (also with digits in place of
/// letters, or a few ornaments), a part that repeats, or made of nothing but listed words, runs and years.
pub(crate) fn is_common(folded: &str) -> bool {
    is_listed(folded)
        || is_listed(without_ornaments(folded))
        || is_repetition(folded)
        || is_predictable_throughout(folded)
}

fn is_listed(text: &str) -> bool {
    LISTED.contains(text) || LISTED.contains(letters_for_digits(text).as_str())
}

/// The text with letters where digits and symbols are drawn like them: `p4$$w0rd`.
fn letters_for_digits(text: &str) -> Zeroizing<String> {
    let mut plain = Zeroizing::new(String::with_capacity(text.len()));
    plain.extend(text.chars().map(|c| match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    }));
    plain
}

/// What is left without digits and symbols at both ends, when these are few; else the whole text.
fn without_ornaments(text: &str) -> &str {
    let core = text.trim_matches(|c: char| !c.is_alphabetic());
    if text.chars().count() - core.chars().count() <= MOST_ORNAMENTS {
        core
    } else {
        text
    }
}

/// Whether the text repeats one part that is short or listed.
fn is_repetition(text: &str) -> bool {
    (1..=text.len() / 2)
        .filter(|length| text.len().is_multiple_of(*length))
        .filter_map(|length| text.get(..length))
        .filter(|part| part.len() <= SHORT_PART || is_listed(part))
        .any(|part| text.split(part).all(str::is_empty))
}

/// Whether its letters and its digits are all predictable, a few digits in between aside; symbols do not count.
fn is_predictable_throughout(text: &str) -> bool {
    let few_digits =
        |segment: &str| segment.len() <= FEW_DIGITS && segment.chars().all(char::is_numeric);
    segments(text).any(is_predictable)
        && segments(text).all(|segment| is_predictable(segment) || few_digits(segment))
}

/// The longest stretches of letters only or digits only.
fn segments(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let numeric = rest.chars().next()?.is_numeric();
        let end = rest
            .find(|c: char| !c.is_alphanumeric() || c.is_numeric() != numeric)
            .unwrap_or(rest.len());
        let (segment, after) = rest.split_at(end);
        rest = after;
        Some(segment)
    })
}

fn is_predictable(segment: &str) -> bool {
    let run = segment.len() >= LEAST_RUN && RUNS.iter().any(|run| run.contains(segment));
    let year = segment.len() == 4 && (segment.starts_with("19") || segment.starts_with("20"));
    run || year || LISTED.contains(segment) || is_repetition(segment)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::name::fold;

    #[test]
    fn the_list_is_folded_sorted_and_without_doubles() {
        assert!(LIST.lines().is_sorted_by(|one, other| one < other));
        for listed in LIST.lines() {
            assert_eq!(fold(listed).replace(' ', ""), listed);
        }
    }

    #[test]
    fn what_anybody_would_try_is_common() {
        for password in [
            "motdepasse",
            "password",
            "p4$$w0rd",
            "p4ssw0rd12",
            "motdepasse77#",
            "#soleil123",
            "soleil2024",
            "azerty#12345",
            "abcdefgh",
            "qwertyuiop",
            "87654321",
            "aaaaaaaaaaaaaaaa",
            "ab#7ab#7ab#7",
            "motdepassemotdepasse",
            "soleil####",
            "guichetguichet1",
            "123456789012345",
            "abcdefghijklmno",
            "princesse1987soleil",
        ] {
            assert!(is_common(password), "{password}");
        }
    }

    #[test]
    fn what_few_would_try_is_not_common() {
        for password in [
            "soleil7412938",
            "k7#rvq2m",
            "tirelipimpon#4",
            "gouttebrumeviolon",
            "",
            "#/%",
        ] {
            assert!(!is_common(password), "{password}");
        }
    }

    proptest! {
        #[test]
        fn judging_never_panics(text in any::<String>()) {
            let _ = is_common(&text);
        }
    }
}
