//! What a password must be: the portal's policy for parents, and ours for staff (domain.md §5).
//! Hashing and checking a password do not belong here.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};
use zeroize::Zeroizing;

use crate::common::is_common;
use crate::email::EmailAddress;
use crate::name::fold;

/// The portal takes so many characters.
pub const PORTAL_LENGTH: RangeInclusive<usize> = 8..=16;
/// The portal wants so many of the four kinds: lower case, upper case, digits, symbols.
pub const PORTAL_KINDS: usize = 3;
/// The portal knows these symbols, and no others.
pub const PORTAL_SYMBOLS: &str = "#$/%?&*";
/// A staff password has at least so many characters, and as many more as one likes.
pub const STAFF_LEAST_LENGTH: usize = 15;

/// Shorter parts of a name occur by chance.
const LEAST_NAME_LETTERS: usize = 3;
/// Shorter words of an address or of a desk's surroundings occur by chance.
const LEAST_WORD_LETTERS: usize = 4;
/// Our own name is a context word everywhere.
const PRODUCT: &str = "guichet";

/// What a parent's password must not contain: the address, the children's names and birth dates.
/// It has no `Debug`, being personal data.
#[derive(Clone, Default)]
pub struct PersonalWords(Vec<String>);

impl PersonalWords {
    /// Gathers the words; `names` are last or first names as on file.
    #[must_use]
    pub fn new(address: Option<&EmailAddress>, names: &[&str], birth_dates: &[NaiveDate]) -> Self {
        let of_address = address.into_iter().flat_map(|address| {
            let letters = address
                .local()
                .split(|c: char| !c.is_ascii_alphabetic())
                .map(str::to_owned);
            letters
                .chain([compact(address.local()), compact(address.folded())])
                .filter(|word| word.len() >= LEAST_WORD_LETTERS)
        });
        let of_names = names
            .iter()
            .flat_map(|name| words(name))
            .filter(|word| word.len() >= LEAST_NAME_LETTERS);
        Self(
            of_address
                .chain(of_names)
                .chain(birth_dates.iter().flat_map(writings))
                .collect(),
        )
    }

    fn occur_in(&self, compact: &str) -> bool {
        self.0.iter().any(|word| compact.contains(word))
    }
}

/// The live checklist of a parent's password: what is fulfilled. Nothing is, before the first character.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PortalChecklist {
    pub length: bool,
    pub lower: bool,
    pub upper: bool,
    pub digit: bool,
    pub symbol: bool,
    /// Three of the four kinds above.
    pub kinds: bool,
    /// Neither the address, nor a child's name or birth date.
    pub not_personal: bool,
    pub not_common: bool,
    /// Nothing but unaccented letters, digits and the portal's symbols.
    pub allowed_characters: bool,
}

impl PortalChecklist {
    /// Whether the password may be taken.
    #[must_use]
    pub const fn accepted(&self) -> bool {
        self.length && self.kinds && self.not_personal && self.not_common && self.allowed_characters
    }
}

/// Holds a parent's password against the portal's policy and ours.
#[must_use]
pub fn portal_checklist(password: &str, personal: &PersonalWords) -> PortalChecklist {
    if password.is_empty() {
        return PortalChecklist::default();
    }
    let has = |kind: fn(char) -> bool| password.chars().any(kind);
    let [lower, upper, digit, symbol] = [
        has(|c| c.is_ascii_lowercase()),
        has(|c| c.is_ascii_uppercase()),
        has(|c| c.is_ascii_digit()),
        has(is_symbol),
    ];
    let lowered = Zeroizing::new(password.to_ascii_lowercase());
    PortalChecklist {
        length: PORTAL_LENGTH.contains(&password.chars().count()),
        lower,
        upper,
        digit,
        symbol,
        kinds: [lower, upper, digit, symbol]
            .into_iter()
            .filter(|&kind| kind)
            .count()
            >= PORTAL_KINDS,
        not_personal: !personal.occur_in(&compact_secret(&lowered)),
        not_common: !is_common(&lowered),
        allowed_characters: password
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || is_symbol(c)),
    }
}

crate::text_enum! {
    /// Why a staff password is refused.
    pub enum StaffPasswordError {
        TooShort = "too_short",
        /// One that anybody would try.
        Common = "common",
        /// It contains the name of the product, the school or the person.
        ContextWord = "context_word",
    }
}

impl std::error::Error for StaffPasswordError {}

/// Holds a staff password against our policy: any characters, no composition rule. `context_words` are names that others
/// know: the school's, the person's.
///
/// # Errors
/// The first reason found, in the order of [`StaffPasswordError`].
pub fn check_staff_password(
    password: &str,
    context_words: &[&str],
) -> Result<(), StaffPasswordError> {
    if password.chars().count() < STAFF_LEAST_LENGTH {
        return Err(StaffPasswordError::TooShort);
    }
    let folded = Zeroizing::new(fold(password));
    let spaceless = Zeroizing::new(folded.replace(' ', ""));
    if is_common(&spaceless) {
        return Err(StaffPasswordError::Common);
    }
    let within = compact_secret(&folded);
    let mut refused = context_words
        .iter()
        .copied()
        .chain([PRODUCT])
        .flat_map(words);
    if refused.any(|word| word.chars().count() >= LEAST_WORD_LETTERS && within.contains(&word)) {
        return Err(StaffPasswordError::ContextWord);
    }
    Ok(())
}

fn is_symbol(c: char) -> bool {
    PORTAL_SYMBOLS.contains(c)
}

/// The words of a name, and all of them as one.
fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    folded
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_owned)
        .chain([compact(&folded)])
        .collect()
}

fn compact(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Letters and digits of a secret alone, so that symbols between them hide nothing.
fn compact_secret(text: &str) -> Zeroizing<String> {
    let mut compact = Zeroizing::new(String::with_capacity(text.len()));
    compact.extend(text.chars().filter(|c| c.is_alphanumeric()));
    compact
}

/// How people write a date in digits, symbols aside.
fn writings(date: &NaiveDate) -> Vec<String> {
    let (year, month, day) = (date.year(), date.month(), date.day());
    let short = year.rem_euclid(100);
    vec![
        format!("{year:04}{month:02}{day:02}"),
        format!("{day:02}{month:02}{year:04}"),
        format!("{month:02}{day:02}{year:04}"),
        format!("{day}{month}{year:04}"),
        format!("{short:02}{month:02}{day:02}"),
        format!("{day:02}{month:02}{short:02}"),
        format!("{month:02}{day:02}{short:02}"),
    ]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn personal() -> PersonalWords {
        PersonalWords::new(
            EmailAddress::parse("fatou.diallo75@example.org")
                .ok()
                .as_ref(),
            &["De la Cruz García", "Zoé", "Li"],
            &["2015-03-09".parse().unwrap()],
        )
    }

    #[test]
    fn a_parents_password_that_fulfils_the_policy_is_accepted() {
        for password in [
            "Brume#42",
            "brume#4violon",
            "BRUME#4VIOLON",
            "Violon4brume",
            "Aq7#Aq8$Aq9%/?&*",
            "Violon#Brume",
        ] {
            assert!(
                portal_checklist(password, &personal()).accepted(),
                "{password}"
            );
        }
    }

    #[test]
    fn the_checklist_tells_each_thing_that_is_amiss() {
        let amiss = |password: &str| {
            let list = portal_checklist(password, &personal());
            let all = [
                (list.length, "length"),
                (list.lower, "lower"),
                (list.upper, "upper"),
                (list.digit, "digit"),
                (list.symbol, "symbol"),
                (list.kinds, "kinds"),
                (list.not_personal, "not_personal"),
                (list.not_common, "not_common"),
                (list.allowed_characters, "allowed_characters"),
            ];
            assert_eq!(
                list.accepted(),
                all.iter().all(|(fulfilled, what)| *fulfilled
                    || ["lower", "upper", "digit", "symbol"].contains(what))
            );
            all.into_iter()
                .filter(|(fulfilled, _)| !fulfilled)
                .map(|(_, what)| what)
                .collect::<Vec<_>>()
        };
        for (password, expected) in [
            ("Brume#42", vec![]),
            ("Brume#4", vec!["length"]),
            ("Brume#42Violon#42", vec!["length"]),
            ("brumeviolon", vec!["upper", "digit", "symbol", "kinds"]),
            ("brumeviolon4", vec!["upper", "symbol", "kinds"]),
            ("Brumeviolon4", vec!["symbol"]),
            ("brume4violon#", vec!["upper"]),
            ("Brume!42", vec!["symbol", "allowed_characters"]),
            ("Brume 42", vec!["symbol", "allowed_characters"]),
            ("Brûme#42", vec!["allowed_characters"]),
            ("Diallo#42x", vec!["not_personal"]),
            ("Fatou#9x3", vec!["not_personal"]),
            ("Garcia#42x", vec!["not_personal"]),
            ("Cr#uz42xyq", vec!["not_personal"]),
            ("Zoe#4179q", vec!["not_personal"]),
            ("Li#4179qbv", vec![]),
            ("Qv09/03/2015", vec!["not_personal"]),
            ("Qv#20150309", vec!["not_personal"]),
            ("Qv#9/3/2015", vec!["not_personal"]),
            ("Qv#090315", vec!["not_personal"]),
            ("Motdepasse#1", vec!["not_common"]),
            ("P4$$w0rd", vec!["not_common"]),
            ("Soleil2024", vec!["symbol", "not_common"]),
            ("Azerty#123", vec!["not_common"]),
        ] {
            assert_eq!(amiss(password), expected, "{password}");
        }
    }

    #[test]
    fn nothing_is_fulfilled_before_the_first_character() {
        assert_eq!(
            portal_checklist("", &personal()),
            PortalChecklist::default()
        );
    }

    #[test]
    fn lengths_count_characters_from_8_to_16() {
        for (count, fits) in [(7, false), (8, true), (16, true), (17, false)] {
            let password: String = "Vb4#kq7wZx2$mt9Rp".chars().take(count).collect();
            assert_eq!(
                portal_checklist(&password, &PersonalWords::default()).accepted(),
                fits,
                "{count}"
            );
        }
    }

    #[test]
    fn each_of_the_portals_symbols_counts_as_one() {
        for symbol in PORTAL_SYMBOLS.chars() {
            let list =
                portal_checklist(&format!("brume{symbol}4violon"), &PersonalWords::default());
            assert!(list.symbol && list.accepted(), "{symbol}");
        }
    }

    #[test]
    fn a_long_staff_password_of_any_characters_is_accepted() {
        let long = "goutte brume violon ".repeat(4) + "x";
        for password in [
            "goutte brume violon",
            "gouttebrumeviol",
            "雨が降る前に帰りましょう必ずね",
            "Ça mouille à verse ici",
            &long,
        ] {
            assert_eq!(
                check_staff_password(password, &["École Saint-Joseph", "mtremblay"]),
                Ok(()),
                "{password}"
            );
        }
    }

    #[test]
    fn a_staff_password_is_refused_with_its_reason() {
        use StaffPasswordError::*;
        for (password, reason) in [
            ("", TooShort),
            ("goutte brume 4", TooShort),
            ("ééééééééééééé", TooShort),
            ("aaaaaaaaaaaaaaaaaaaa", Common),
            ("123456789012345", Common),
            ("mot de passe mot de passe", Common),
            ("Motdepasse#123456", Common),
            ("azertyuiopqsdfghjklm", Common),
            ("Guichet-Guichet-1", Common),
            ("le guichet de la brume", ContextWord),
            ("brume à saint-joseph", ContextWord),
            ("violon d'ÉCOLE et brume", ContextWord),
            ("m.tremblay et la brume", ContextWord),
        ] {
            assert_eq!(
                check_staff_password(password, &["École Saint-Joseph", "mtremblay"]),
                Err(reason),
                "{password}"
            );
        }
    }

    proptest! {
        #[test]
        fn judging_never_panics(password in any::<String>(), name in any::<String>()) {
            let _ = portal_checklist(&password, &PersonalWords::new(None, &[&name], &[]));
            let _ = check_staff_password(&password, &[&name]);
        }

        #[test]
        fn an_accepted_password_is_within_the_portals_bounds(password in "[A-Za-z0-9#$/%?&*]{0,20}") {
            if portal_checklist(&password, &PersonalWords::default()).accepted() {
                prop_assert!(PORTAL_LENGTH.contains(&password.len()));
            }
        }
    }
}
