//! E-mail addresses of adults: reading, keying and masking them.
//! Whether an address stands on a child's file, or was proven, does not belong here.

use std::fmt;

use crate::typed::trim;

/// An address that a mail server takes: `local@domain`, plain ASCII, without quotes or comments.
/// Two addresses are equal when they differ in case only. `Debug` masks it.
#[derive(Clone)]
pub struct EmailAddress {
    typed: String,
    folded: String,
    at: usize,
}

const LONGEST: usize = 254;
const LONGEST_LOCAL: usize = 64;
const LONGEST_LABEL: usize = 63;

crate::text_enum! {
    /// Why a text is no e-mail address.
    pub enum EmailAddressError {
        Empty = "empty",
        /// No `@`, or more than one.
        At = "at",
        /// A character that addresses do not have: a space, an accent, a comma.
        Characters = "characters",
        /// Nothing, or a misplaced dot, before the `@`.
        Local = "local",
        /// What follows the `@` is no domain: no dot, an empty part, a misplaced hyphen.
        Domain = "domain",
        TooLong = "too_long",
    }
}

impl std::error::Error for EmailAddressError {}

impl EmailAddress {
    /// Reads an address as typed; spaces and invisible characters around it do not matter.
    ///
    /// # Errors
    /// The first reason found, in the order of [`EmailAddressError`].
    pub fn parse(typed: &str) -> Result<Self, EmailAddressError> {
        let typed = trim(typed);
        if typed.is_empty() {
            return Err(EmailAddressError::Empty);
        }
        let (local, domain) = typed.split_once('@').ok_or(EmailAddressError::At)?;
        if domain.contains('@') {
            return Err(EmailAddressError::At);
        }
        if !local.chars().all(is_local) || !domain.chars().all(is_domain) {
            return Err(EmailAddressError::Characters);
        }
        if local.split('.').any(str::is_empty) {
            return Err(EmailAddressError::Local);
        }
        if !is_well_formed_domain(domain) {
            return Err(EmailAddressError::Domain);
        }
        if typed.len() > LONGEST || local.len() > LONGEST_LOCAL {
            return Err(EmailAddressError::TooLong);
        }
        Ok(Self {
            typed: typed.to_owned(),
            folded: typed.to_ascii_lowercase(),
            at: local.len(),
        })
    }

    /// The address as typed, without what surrounded it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.typed
    }

    /// The key under which the address is found: lower case.
    #[must_use]
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// What stands before the `@`, in lower case.
    #[must_use]
    pub fn local(&self) -> &str {
        self.folded.get(..self.at).unwrap_or_default()
    }

    /// The address as it may be shown: `m•••@domain`, whatever the length.
    #[must_use]
    pub fn masked(&self) -> String {
        let first: String = self.typed.chars().take(1).collect();
        format!(
            "{first}•••{}",
            self.typed.get(self.at..).unwrap_or_default()
        )
    }
}

impl PartialEq for EmailAddress {
    fn eq(&self, other: &Self) -> bool {
        self.folded == other.folded
    }
}

impl Eq for EmailAddress {}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EmailAddress({})", self.masked())
    }
}

fn is_local(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c)
}

fn is_domain(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '.'
}

/// At least two labels; the last is no number, so that no IP address passes for a domain.
fn is_well_formed_domain(domain: &str) -> bool {
    let mut labels = domain.rsplit('.');
    let top_is_word = labels
        .next()
        .is_some_and(|top| top.chars().any(|c| c.is_ascii_alphabetic()));
    top_is_word
        && labels.next().is_some()
        && domain.split('.').all(|label| {
            (1..=LONGEST_LABEL).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
        })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn addresses_are_read_and_keyed_in_lower_case() {
        for (typed, as_typed, key) in [
            (
                "marie.tremblay@example.org",
                "marie.tremblay@example.org",
                "marie.tremblay@example.org",
            ),
            (
                " Marie.Tremblay@Example.ORG\u{A0}",
                "Marie.Tremblay@Example.ORG",
                "marie.tremblay@example.org",
            ),
            (
                "\u{200F}o'brien+ecole@mail.example.ca\u{202C}",
                "o'brien+ecole@mail.example.ca",
                "o'brien+ecole@mail.example.ca",
            ),
            ("a@b.co", "a@b.co", "a@b.co"),
            (
                "x_y-z@xn--cole-9oa.example",
                "x_y-z@xn--cole-9oa.example",
                "x_y-z@xn--cole-9oa.example",
            ),
        ] {
            let address = EmailAddress::parse(typed).unwrap();
            assert_eq!((address.as_str(), address.folded()), (as_typed, key));
        }
    }

    #[test]
    fn addresses_that_differ_in_case_are_equal() {
        assert_eq!(
            EmailAddress::parse("Ana@Example.org"),
            EmailAddress::parse("ana@example.ORG")
        );
        assert_ne!(
            EmailAddress::parse("ana@example.org"),
            EmailAddress::parse("anna@example.org")
        );
    }

    #[test]
    fn what_is_no_address_is_refused_with_its_reason() {
        use EmailAddressError::*;
        let long_local = format!("{}@example.org", "a".repeat(65));
        let long_domain = format!("a@{}.org", "abcdefgh.".repeat(30) + "x");
        for (typed, reason) in [
            ("", Empty),
            ("  \u{200F} ", Empty),
            ("marie", At),
            ("marie@@example.org", At),
            ("marie@x@example.org", At),
            ("marie tremblay@example.org", Characters),
            ("josé@example.org", Characters),
            ("marie@exämple.org", Characters),
            ("marie@example,org", Characters),
            ("marie@example.org\r\nBcc: x", Characters),
            ("<marie@example.org>", Characters),
            ("\"marie\"@example.org", Characters),
            ("@example.org", Local),
            (".marie@example.org", Local),
            ("marie.@example.org", Local),
            ("marie..t@example.org", Local),
            ("marie@", Domain),
            ("marie@example", Domain),
            ("marie@example.", Domain),
            ("marie@.org", Domain),
            ("marie@-example.org", Domain),
            ("marie@example-.org", Domain),
            ("marie@192.168.0.1", Domain),
            (&long_local, TooLong),
            (&long_domain, TooLong),
        ] {
            assert_eq!(EmailAddress::parse(typed), Err(reason), "{typed:?}");
        }
    }

    #[test]
    fn the_mask_tells_neither_the_name_nor_its_length() {
        for (typed, masked) in [
            ("marie.tremblay@example.org", "m•••@example.org"),
            ("M@Example.org", "M•••@Example.org"),
        ] {
            let address = EmailAddress::parse(typed).unwrap();
            assert_eq!(address.masked(), masked);
            assert_eq!(format!("{address:?}"), format!("EmailAddress({masked})"));
        }
    }

    proptest! {
        #[test]
        fn parsing_never_panics(typed in any::<String>(), close in "[a-zé@. -]{0,20}") {
            let _ = EmailAddress::parse(&typed);
            let _ = EmailAddress::parse(&close);
        }

        #[test]
        fn an_address_parses_to_itself_and_its_mask_is_refused(typed in "[A-Za-z0-9_+.-]{1,12}@[a-z0-9-]{1,8}\\.[a-z]{2,4}") {
            if let Ok(address) = EmailAddress::parse(&typed) {
                prop_assert_eq!(EmailAddress::parse(address.as_str()), Ok(address.clone()));
                prop_assert_eq!(EmailAddress::parse(address.folded()), Ok(address.clone()));
                prop_assert!(address.folded().starts_with(address.local()));
                prop_assert_eq!(EmailAddress::parse(&address.masked()), Err(EmailAddressError::Characters));
            }
        }
    }
}
