//! What was typed, taken to pieces: words of names, a number, an address, a permanent code.

use any_ascii::any_ascii;
use domain::name::fold;

use super::numbers::digits;
use super::words::parts;

/// More words than these say nothing more.
const MOST_TOKENS: usize = 6;
/// The letters that a permanent code begins with (domain.md §3), and its digits.
const CODE_LETTERS: usize = 4;
const CODE_DIGITS: usize = 8;

/// One thing typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// The beginning of a folded word of a name.
    Word(String),
    /// Digits: a fiche, a telephone, seldom a name.
    Number(String),
    /// The beginning of an address, with its `@`.
    Address(String),
    /// The beginning of a permanent code, in capitals, with digits in it.
    Code(String),
}

/// Everything typed in the search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Query {
    pub tokens: Vec<Token>,
    /// Typed without a space, it may also be how an address or a permanent code begins.
    pub in_one: Option<String>,
}

impl Query {
    pub(crate) fn parse(typed: &str) -> Self {
        let typed = typed.trim();
        if let Some(code) = begun_code(typed) {
            return Self {
                tokens: vec![Token::Code(code)],
                in_one: None,
            };
        }
        let number = digits(typed);
        if !number.is_empty()
            && !typed
                .chars()
                .any(|letter| letter.is_alphabetic() || letter == '@')
        {
            return Self {
                tokens: vec![Token::Number(number)],
                in_one: None,
            };
        }
        let mut tokens = Vec::new();
        for piece in typed.split_whitespace() {
            if piece.contains('@') {
                tokens.push(Token::Address(piece.to_lowercase()));
            } else {
                tokens.extend(parts(piece).into_iter().map(Token::of));
            }
        }
        // A word twice says nothing more.
        let mut once = Vec::new();
        for token in tokens {
            if !once.contains(&token) {
                once.push(token);
            }
        }
        once.truncate(MOST_TOKENS);
        let is_in_one = typed.is_ascii() && !typed.contains([' ', '@', '\t']) && typed.len() > 2;
        Self {
            tokens: once,
            in_one: is_in_one.then(|| typed.to_lowercase()),
        }
    }

    /// The same with its names written in Latin letters, when any of them was typed in another script.
    pub(crate) fn in_latin_letters(&self) -> Option<Self> {
        let names = self.tokens.iter().map(|token| match token {
            Token::Word(word) => any_ascii(word),
            Token::Number(text) | Token::Address(text) | Token::Code(text) => text.clone(),
        });
        let latin = Self::parse(&names.collect::<Vec<_>>().join(" "));
        (latin.tokens != self.tokens).then_some(latin)
    }
}

impl Token {
    fn of(part: String) -> Self {
        if part.bytes().all(|byte| byte.is_ascii_digit()) {
            Self::Number(part)
        } else {
            Self::Word(part)
        }
    }

    /// What may be the beginning of a word of a name.
    pub(crate) fn word(&self) -> Option<&str> {
        match self {
            Self::Word(text) | Self::Number(text) => Some(text),
            Self::Address(_) | Self::Code(_) => None,
        }
    }

    /// The letters or digits themselves.
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Word(text) | Self::Number(text) | Self::Address(text) | Self::Code(text) => text,
        }
    }
}

/// The whole as a permanent code, begun beyond its letters: spaces and hyphens mean nothing in it.
fn begun_code(typed: &str) -> Option<String> {
    let code = fold(typed).replace(' ', "").to_uppercase();
    let (letters, digits) = code.split_at_checked(CODE_LETTERS)?;
    let is_code = letters.bytes().all(|byte| byte.is_ascii_uppercase())
        && (1..=CODE_DIGITS).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_code.then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_becomes_words_numbers_addresses_or_a_code() {
        use Token::{Address, Code, Number, Word};
        let token = |make: fn(String) -> Token, text: &str| make(text.to_owned());
        for (typed, tokens) in [
            ("", vec![]),
            ("%", vec![]),
            ("Côté  Zoé", vec![token(Word, "cote"), token(Word, "zoe")]),
            ("O’Brien", vec![token(Word, "o"), token(Word, "brien")]),
            ("zoe zoé", vec![token(Word, "zoe")]),
            (
                "Marie.Roy@Example.org côté",
                vec![token(Address, "marie.roy@example.org"), token(Word, "cote")],
            ),
            ("(514) 555-1234", vec![token(Number, "5145551234")]),
            ("1234567", vec![token(Number, "1234567")]),
            // Nobody types two numbers: it is a telephone that is not whole.
            ("514 5", vec![token(Number, "5145")]),
            ("treo-7153-1501", vec![token(Code, "TREO71531501")]),
            ("TREO 7", vec![token(Code, "TREO7")]),
            ("zoe 715", vec![token(Word, "zoe"), token(Number, "715")]),
            ("李 伟", vec![token(Word, "李"), token(Word, "伟")]),
        ] {
            assert_eq!(Query::parse(typed).tokens, tokens, "{typed:?}");
        }
    }

    #[test]
    fn names_of_another_script_are_written_in_latin_letters() {
        for (typed, latin) in [
            ("Коваленко", Some("kovalenko")),
            ("Тремблей 12345", Some("tremblei 12345")),
            ("Λι Wei", Some("li wei")),
            ("Côté", None),
            ("TREO7153", None),
            ("marie.roy@example.org", None),
        ] {
            let latin = latin.map(|latin| Query::parse(latin).tokens);
            let written = Query::parse(typed).in_latin_letters();
            assert_eq!(written.map(|query| query.tokens), latin, "{typed}");
        }
    }
}
