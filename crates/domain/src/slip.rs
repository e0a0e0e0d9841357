//! One slip of the finger a word (domain.md §4): a letter too many, too few, another, or two exchanged.
//! Which words are compared is chosen by those who search: the registry in `store`, short lists in `listed.rs`.

use std::str::Chars;

/// How far a word is from what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slip {
    /// The whole word, but for one slip.
    Whole,
    /// The beginning of the word, but for one slip.
    Begun,
}

/// Shorter words are too near one another: every one of two letters is a slip away from every other.
const SHORTEST: usize = 3;
/// From this length on, the first letter may be wrong too, and the word may be unfinished.
const LONG: usize = 5;

/// A word as typed, ready to be compared with many.
pub struct Typed {
    letters: Vec<char>,
}

impl Typed {
    /// None where no slip is forgiven: numbers and very short words.
    #[must_use]
    pub fn new(word: &str) -> Option<Self> {
        let letters: Vec<char> = word.chars().collect();
        let forgiven = letters.len() >= SHORTEST && !letters.iter().any(char::is_ascii_digit);
        forgiven.then_some(Self { letters })
    }

    /// How this word is one slip away from what was typed; none when it is further, or no slip at all.
    #[must_use]
    pub fn slip(&self, word: &str) -> Option<Slip> {
        let typed = &self.letters[..];
        // Thousands of words are compared with each one typed: they are read where they lie, and most of them part from
        // it within two letters.
        let mut there = word.chars();
        let mut same = 0;
        let mut rest = there.clone();
        while same < typed.len() && there.next() == Some(typed[same]) {
            same += 1;
            rest = there.clone();
        }
        let is_long = typed.len() >= LONG;
        if same == 0 && !is_long || same == typed.len() && rest.as_str().is_empty() {
            return None;
        }
        let (typed, there) = (&typed[same..], rest);
        // Another letter, one too many, one too few, two exchanged: so many letters are left out on either side.
        let ways = [(1, 1), (1, 0), (0, 1), (2, 2)];
        let ways = &ways[..if is_exchanged(typed, there.clone()) {
            4
        } else {
            3
        }];
        let mut slip = None;
        for (left, right) in ways {
            let (Some(typed), Some(there)) = (typed.get(*left..), after(there.clone(), *right))
            else {
                continue;
            };
            match how_it_goes_on(typed, there) {
                Some(Slip::Whole) => return Some(Slip::Whole),
                Some(Slip::Begun) if is_long && !typed.is_empty() => slip = Some(Slip::Begun),
                Some(Slip::Begun) | None => {}
            }
        }
        slip
    }
}

fn is_exchanged(typed: &[char], mut there: Chars<'_>) -> bool {
    matches!(typed, [one, two, ..] if there.next() == Some(*two) && there.next() == Some(*one))
}

/// What is left of a word without so many letters, if it has them.
fn after(mut there: Chars<'_>, letters: usize) -> Option<Chars<'_>> {
    for _ in 0..letters {
        there.next()?;
    }
    Some(there)
}

/// Whether a word goes on as was typed, and ends there or does not.
fn how_it_goes_on(typed: &[char], mut there: Chars<'_>) -> Option<Slip> {
    if typed.iter().any(|letter| there.next() != Some(*letter)) {
        return None;
    }
    Some(match there.next() {
        None => Slip::Whole,
        Some(_) => Slip::Begun,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_a_word_is_forgiven() {
        use Slip::{Begun, Whole};
        for (typed, word, slip) in [
            ("tremblay", "tremblay", None),
            ("trembley", "tremblay", Some(Whole)),
            ("tremlbay", "tremblay", Some(Whole)),
            ("trembay", "tremblay", Some(Whole)),
            ("tremmblay", "tremblay", Some(Whole)),
            ("rtemblay", "tremblay", Some(Whole)),
            ("remblay", "tremblay", Some(Whole)),
            ("tremblayy", "tremblay", Some(Whole)),
            ("trmbl", "tremblay", Some(Begun)),
            ("trenb", "tremblay", Some(Begun)),
            ("trmb", "tremblay", None),
            ("trenbley", "tremblay", None),
            ("roi", "roy", Some(Whole)),
            ("ryo", "roy", Some(Whole)),
            ("toy", "roy", None),
            ("lu", "li", None),
            ("li", "lie", None),
            ("lea", "leo", Some(Whole)),
            ("12345", "12346", None),
            ("séb", "séf", Some(Whole)),
        ] {
            let found = Typed::new(typed).and_then(|typed| typed.slip(word));
            assert_eq!(found, slip, "{typed} for {word}");
        }
    }
}
