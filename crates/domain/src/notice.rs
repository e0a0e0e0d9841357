//! What a notice to parents may not hold (domain.md §1, §8): a fiche number or a permanent code, of whomever.
//! Who reads it when belongs to `desk`.

use crate::{PermanentCode, PermanentCodeError};

/// So many digits in a row read as a fiche number wherever they stand: years and telephones are shorter in each part.
const FICHE_LIKE: std::ops::RangeInclusive<usize> = 5..=7;
/// After the word, any number is one.
const FICHE_WORD: &str = "fiche";
/// So far from the word "fiche" a number is still its.
const NEAR: usize = 12;

/// Whether a text holds something that reads as a fiche number or as a permanent code, whole or temporary. It may be too
/// strict: what is refused can be said without the number.
#[must_use]
pub fn holds_a_number(text: &str) -> bool {
    // Other scripts have digits of their own.
    let text: String = text
        .chars()
        .map(|letter| digit(letter).unwrap_or(letter))
        .collect();
    holds_a_fiche(&text) || holds_a_code(&text)
}

/// A digit of any script a parent reads here, as its Latin one.
fn digit(letter: char) -> Option<char> {
    const ZEROS: [u32; 8] = [0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xBE6, 0xFF10, 0x30];
    let code = u32::from(letter);
    let value = ZEROS
        .iter()
        .find_map(|zero| code.checked_sub(*zero).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

fn holds_a_fiche(text: &str) -> bool {
    let lower = text.to_lowercase();
    let runs = lower.split(|letter: char| !letter.is_ascii_digit());
    if runs.map(str::len).any(|run| FICHE_LIKE.contains(&run)) {
        return true;
    }
    lower.match_indices(FICHE_WORD).any(|(at, word)| {
        let after = lower.get(at + word.len()..).unwrap_or_default();
        after
            .chars()
            .take(NEAR)
            .any(|letter| letter.is_ascii_digit())
    })
}

/// Four letters with eight digits behind them (six, when it is temporary), whatever parts them.
fn holds_a_code(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let begins = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| letters.get(before));
        !before.is_some_and(|letter| letter.is_alphabetic())
            && letters
                .get(at..at + 4)
                .is_some_and(|four| four.iter().all(char::is_ascii_alphabetic))
    };
    (0..letters.len()).filter(|at| begins(*at)).any(|at| {
        let mut candidate: String = letters[at..at + 4].iter().collect();
        for letter in &letters[at + 4..] {
            if letter.is_ascii_digit() {
                candidate.push(*letter);
            } else if !matches!(letter, ' ' | '\u{a0}' | '-' | '‑' | '.') {
                break;
            }
        }
        reads_as_code(&candidate)
    })
}

/// Four letters and digits: a code, with or without its last two, even before other digits.
fn reads_as_code(candidate: &str) -> bool {
    let whole = candidate.get(..12).map(PermanentCode::parse);
    let temporary = candidate.get(..10).map(PermanentCode::parse);
    whole.is_some_and(|code| code.is_ok())
        || candidate.len() == 10 && matches!(temporary, Some(Err(PermanentCodeError::Temporary)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_says_where_the_numbers_are_and_never_holds_one() {
        for (text, holds) in [
            ("Le numéro de fiche est sur le bulletin.", false),
            ("Rentrée 2026-2027, le 26 août à 8 h 15.", false),
            (
                "En juin 2026-2027, appelez le 514 555-0142, poste 4521.",
                false,
            ),
            ("Du 2026-11-22 au 2026-12-05.", false),
            ("450, rue des Érables, bureau 12", false),
            (
                "Votre code a 12 caractères, comme 4 lettres et 8 chiffres.",
                false,
            ),
            ("Sa fiche : 4101", true),
            ("FICHE no 12", true),
            ("le 0012345", true),
            ("12345", true),
            ("TREO71531501", true),
            ("par exemple treo 7153-1501.", true),
            ("TREO 715315", true),
            ("Le code (DELM77551101) est faux.", true),
            ("رقم البطاقة ٠٠١٢٣٤٥", true),
        ] {
            assert_eq!(holds_a_number(text), holds, "{text}");
        }
    }
}
