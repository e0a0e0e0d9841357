//! The fiche number: what a service centre calls a student's file (domain.md §2).
//! What a spreadsheet makes of it (`123.0`) belongs to `roster`.

use std::fmt;

use crate::typed::{is_invisible, latin_digit, trim};

/// One to seven digits, an integer of at least 1: leading zeros carry no meaning. `Debug` masks it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FicheNumber(u32);

const MOST_DIGITS: usize = 7;
/// The last digits that a mask leaves, when at least as many are hidden.
const SHOWN_DIGITS: usize = 2;

crate::text_enum! {
    /// Why a text is no fiche number.
    pub enum FicheNumberError {
        Empty = "empty",
        /// A letter that looks like a digit (O, I, l, S) stands among digits.
        Confusable = "confusable",
        /// Something else than digits; perhaps a permanent code.
        Characters = "characters",
        /// More than seven digits, leading zeros aside.
        TooLong = "too_long",
        /// Nothing but zeros, which exports put where there is no number.
        Zero = "zero",
    }
}

impl std::error::Error for FicheNumberError {}

impl FicheNumber {
    /// Reads a number as typed; spaces and leading zeros do not matter.
    ///
    /// # Errors
    /// The first reason found, in the order of [`FicheNumberError`].
    pub fn parse(typed: &str) -> Result<Self, FicheNumberError> {
        let typed = trim(typed);
        if typed.is_empty() {
            return Err(FicheNumberError::Empty);
        }
        let characters: Vec<char> = typed
            .chars()
            .filter(|&c| !c.is_whitespace() && !is_invisible(c))
            .map(latin_digit)
            .collect();
        let mut others = characters.iter().filter(|c| !c.is_ascii_digit()).peekable();
        if others.peek().is_some() {
            let has_digit = characters.iter().any(char::is_ascii_digit);
            let confusable = has_digit && others.all(|c| "OoIilSs".contains(*c));
            return Err(if confusable {
                FicheNumberError::Confusable
            } else {
                FicheNumberError::Characters
            });
        }
        let digits = characters.into_iter().skip_while(|&c| c == '0');
        if digits.clone().count() > MOST_DIGITS {
            return Err(FicheNumberError::TooLong);
        }
        match digits
            .filter_map(|c| c.to_digit(10))
            .fold(0, |number, digit| number * 10 + digit)
        {
            0 => Err(FicheNumberError::Zero),
            number => Ok(Self(number)),
        }
    }

    /// The number, as it is stored.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }

    /// The number as it may be shown in reports and logs: `•••••67`, or all masked when it is shorter than four digits.
    #[must_use]
    pub fn masked(self) -> String {
        let digits = self.to_string();
        let hidden = if digits.len() < 2 * SHOWN_DIGITS {
            digits.len()
        } else {
            digits.len() - SHOWN_DIGITS
        };
        "•".repeat(hidden) + digits.get(hidden..).unwrap_or_default()
    }
}

/// The digits, without leading zeros.
impl fmt::Display for FicheNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for FicheNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FicheNumber({})", self.masked())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_fiche_number_is_an_integer_of_one_to_seven_digits() {
        for (typed, number) in [
            ("1", 1),
            ("1234567", 1_234_567),
            ("9999999", 9_999_999),
            ("0001234", 1234),
            ("00000001234567", 1_234_567),
            (" 123 456 ", 123_456),
            ("۱۲۳۴", 1234),
            ("١٢٣", 123),
            ("\u{200F}1234\u{202C}", 1234),
        ] {
            assert_eq!(
                FicheNumber::parse(typed).map(FicheNumber::get),
                Ok(number),
                "{typed:?}"
            );
        }
    }

    #[test]
    fn what_is_no_fiche_number_is_refused_with_its_reason() {
        use FicheNumberError::*;
        for (typed, reason) in [
            ("", Empty),
            (" \u{200F}\t", Empty),
            ("0", Zero),
            ("0000000", Zero),
            ("12345678", TooLong),
            ("99999999999999999999", TooLong),
            ("12O4", Confusable),
            ("I234", Confusable),
            ("SOS", Characters),
            ("12.0", Characters),
            ("-12", Characters),
            ("+12", Characters),
            ("12a4", Characters),
            ("TREO71531501", Characters),
        ] {
            assert_eq!(FicheNumber::parse(typed), Err(reason), "{typed:?}");
        }
    }

    #[test]
    fn the_mask_leaves_at_most_two_digits_and_debug_shows_no_more() {
        for (typed, masked) in [
            ("1234567", "•••••67"),
            ("1234", "••34"),
            ("123", "•••"),
            ("7", "•"),
        ] {
            let fiche = FicheNumber::parse(typed).unwrap();
            assert_eq!(fiche.masked(), masked);
            assert_eq!(format!("{fiche:?}"), format!("FicheNumber({masked})"));
        }
    }

    proptest! {
        #[test]
        fn parsing_never_panics(typed in any::<String>()) {
            let _ = FicheNumber::parse(&typed);
        }

        #[test]
        fn a_number_parses_to_itself_and_its_mask_is_refused(number in 1u32..10_000_000, zeros in 0usize..5) {
            let fiche = FicheNumber::parse(&format!("{}{number}", "0".repeat(zeros))).unwrap();
            prop_assert_eq!(fiche.get(), number);
            prop_assert_eq!(FicheNumber::parse(&fiche.to_string()), Ok(fiche));
            prop_assert_eq!(FicheNumber::parse(&fiche.masked()), Err(FicheNumberError::Characters));
        }
    }
}
