//! The PIN with which a member of staff takes an open desk back (domain.md §7, §15): what it must be, and when it is closed.
//! It opens no key: signing in needs the password. Hashing and keeping it do not belong here.

use std::ops::RangeInclusive;

/// So many digits. A staff password is longer, so that what is typed is the one or the other.
pub const PIN_LENGTH: RangeInclusive<usize> = 4..=8;
/// After so many wrong ones in a row only the password takes the desk back.
pub const PIN_TRIES: u32 = 5;

crate::text_enum! {
    /// Why a PIN is refused.
    pub enum StaffPinError {
        /// Not so many digits, or not digits alone.
        NotDigits = "not_digits",
        /// One digit alone, again and again.
        OneDigit = "one_digit",
        /// Each digit follows the one before, up or down.
        Run = "run",
    }
}

impl std::error::Error for StaffPinError {}

/// Whether what was typed can only be meant as a PIN.
#[must_use]
pub fn is_meant_as_pin(typed: &str) -> bool {
    PIN_LENGTH.contains(&typed.len()) && typed.bytes().all(|digit| digit.is_ascii_digit())
}

/// Holds a PIN against our rule: the few that anybody would try first are refused.
///
/// # Errors
/// Why it is refused.
pub fn check_staff_pin(pin: &str) -> Result<(), StaffPinError> {
    if !is_meant_as_pin(pin) {
        return Err(StaffPinError::NotDigits);
    }
    let steps = pin.as_bytes().windows(2).map(|pair| match pair {
        // Nine is followed by zero, as on a keyboard.
        [one, next] => (10 + next - one) % 10,
        _ => 0,
    });
    let goes_by = |step: u8| steps.clone().all(|other| other == step);
    if goes_by(0) {
        return Err(StaffPinError::OneDigit);
    }
    if goes_by(1) || goes_by(9) {
        return Err(StaffPinError::Run);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_has_four_to_eight_digits_and_is_none_that_anybody_would_try_first() {
        use StaffPinError::{NotDigits, OneDigit, Run};
        for (pin, expected) in [
            ("2580", Ok(())),
            ("1212", Ok(())),
            ("13579", Ok(())),
            ("12340987", Ok(())),
            ("1235", Ok(())),
            ("", Err(NotDigits)),
            ("258", Err(NotDigits)),
            ("258025802", Err(NotDigits)),
            ("25 80", Err(NotDigits)),
            ("25a0", Err(NotDigits)),
            ("٢٥٨٠", Err(NotDigits)),
            ("0000", Err(OneDigit)),
            ("77777777", Err(OneDigit)),
            ("1234", Err(Run)),
            ("4321", Err(Run)),
            ("7890", Err(Run)),
            ("0987", Err(Run)),
            ("23456789", Err(Run)),
        ] {
            assert_eq!(check_staff_pin(pin), expected, "{pin:?}");
        }
    }

    #[test]
    fn no_staff_password_is_taken_for_a_pin() {
        const { assert!(crate::STAFF_LEAST_LENGTH > *PIN_LENGTH.end()) };
        for (typed, is_pin) in [
            ("1234", true),
            ("12345678", true),
            ("123", false),
            ("123456789012345", false),
            ("quinze lettres ou plus", false),
        ] {
            assert_eq!(is_meant_as_pin(typed), is_pin, "{typed:?}");
        }
    }
}
