//! One slip of the finger a word (domain.md §4): a letter too many, too few, another, or two exchanged.
//! Which words are compared is chosen by those who search: the registry in `store`, short lists in `listed.rs`.

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
        // Most words part from the one typed within two letters: they are told without taking them to pieces.
        let mut there = word.chars();
        let same = typed
            .iter()
            .take_while(|letter| there.next() == Some(**letter))
            .count();
        let is_long = typed.len() >= LONG;
        if same == typed.len() && word.chars().count() == same || same == 0 && !is_long {
            return None;
        }
        let word: Vec<char> = word.chars().collect();
        if typed.len().abs_diff(word.len()) > 1 && !(is_long && word.len() > typed.len()) {
            return None;
        }
        let (rest, there) = (&typed[same..], &word[same..]);
        let exchanged = match (rest, there) {
            ([one, two, ..], [first, second, ..]) => one == second && two == first,
            _ => false,
        };
        // Another letter, one too many, one too few, two exchanged: so many letters are left out on either side.
        let ways = [
            (1, 1),
            (1, 0),
            (0, 1),
            if exchanged { (2, 2) } else { (1, 1) },
        ];
        let tails = ways.map(|(left, right)| Some((rest.get(left..)?, there.get(right..)?)));
        let tails = || tails.iter().flatten();
        if tails().any(|(typed, word)| typed == word) {
            Some(Slip::Whole)
        } else if is_long
            && tails().any(|(typed, word)| !typed.is_empty() && word.starts_with(typed))
        {
            Some(Slip::Begun)
        } else {
            None
        }
    }
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
