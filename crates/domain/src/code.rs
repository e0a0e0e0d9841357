//! The six digits of a verification code or an address proof (domain.md §5): reading them, and nothing more.
//! Drawing them, hashing them, counting tries and the clock do not belong here.

use std::fmt;

use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::typed::{is_hyphen, is_invisible, latin_digit};

/// How many digits a code has.
pub const CODE_LENGTH: usize = 6;

/// A code, drawn or typed. It is a secret: zeroized when dropped, compared in constant time, unseen by `Debug`.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct CodeDigits([u8; CODE_LENGTH]);

impl CodeDigits {
    /// Reads a code as typed; spaces and hyphens do not matter, and digits of other scripts count as ours.
    /// Nothing when there are not exactly six digits, or anything else.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let mut code = Self([0; CODE_LENGTH]);
        let mut typed = typed
            .chars()
            .filter(|&c| !c.is_whitespace() && !is_hyphen(c) && !is_invisible(c))
            .map(latin_digit);
        for digit in &mut code.0 {
            *digit = typed
                .next()
                .filter(char::is_ascii_digit)
                .and_then(|c| u8::try_from(c).ok())?;
        }
        typed.next().is_none().then_some(code)
    }

    /// The code of a number from the system's generator: its last six digits, with leading zeros.
    /// Draw it from 0 to 999 999, so that each code is as likely as the next.
    #[must_use]
    pub fn from_number(number: u32) -> Self {
        let mut code = Self([b'0'; CODE_LENGTH]);
        let mut rest = number;
        for digit in code.0.iter_mut().rev() {
            *digit += u8::try_from(rest % 10).unwrap_or_default();
            rest /= 10;
        }
        code
    }

    /// The six ASCII digits, for the keyed hash.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; CODE_LENGTH] {
        &self.0
    }

    /// The code as the mail says it: `123 456`.
    #[must_use]
    pub fn spoken(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(CODE_LENGTH + 1));
        for (at, &digit) in self.0.iter().enumerate() {
            if at == CODE_LENGTH / 2 {
                text.push(' ');
            }
            text.push(char::from(digit));
        }
        text
    }
}

impl ConstantTimeEq for CodeDigits {
    fn ct_eq(&self, other: &Self) -> subtle::Choice {
        self.0.ct_eq(&other.0)
    }
}

impl PartialEq for CodeDigits {
    fn eq(&self, other: &Self) -> bool {
        self.ct_eq(other).into()
    }
}

impl Eq for CodeDigits {}

impl fmt::Debug for CodeDigits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CodeDigits(••••••)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn six_digits_are_a_code_however_they_are_spaced_and_in_whatever_script() {
        for typed in [
            "012345",
            " 012 345 ",
            "012-345",
            "0 1 2 3 4 5",
            "٠١٢٣٤٥",
            "۰۱۲۳۴۵",
            "०१२३४५",
            "\u{200E}012345\u{200F}",
        ] {
            assert_eq!(
                CodeDigits::parse(typed).unwrap().as_bytes(),
                b"012345",
                "{typed:?}"
            );
        }
    }

    #[test]
    fn anything_but_six_digits_is_no_code() {
        for typed in [
            "", "      ", "12345", "1234567", "12345a", "O12345", "12345.", "0x1234", "-1.234",
            "½12345",
        ] {
            assert_eq!(CodeDigits::parse(typed), None, "{typed:?}");
        }
    }

    #[test]
    fn a_number_becomes_its_last_six_digits() {
        for (number, digits) in [
            (0, b"000000"),
            (42, b"000042"),
            (999_999, b"999999"),
            (1_000_001, b"000001"),
            (u32::MAX, b"967295"),
        ] {
            assert_eq!(CodeDigits::from_number(number).as_bytes(), digits);
        }
    }

    #[test]
    fn a_code_is_never_seen_in_debug_output() {
        assert_eq!(
            format!("{:?}", CodeDigits::from_number(123_456)),
            "CodeDigits(••••••)"
        );
    }

    proptest! {
        #[test]
        fn parsing_never_panics(typed in any::<String>(), close in "[0-9٠-٩ -]{0,9}") {
            let _ = CodeDigits::parse(&typed);
            let _ = CodeDigits::parse(&close);
        }

        #[test]
        fn what_the_mail_says_is_what_is_typed_back(number in 0u32..1_000_000, other in 0u32..1_000_000) {
            let code = CodeDigits::from_number(number);
            prop_assert_eq!(CodeDigits::parse(&code.spoken()), Some(CodeDigits::from_number(number)));
            prop_assert_eq!(code == CodeDigits::from_number(other), number == other);
        }
    }
}
