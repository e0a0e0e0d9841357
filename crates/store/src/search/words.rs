//! What a student is found by: the folded words of the names, the student's own and those of the adults (domain.md §4).
//! Numbers and addresses are not among them: they are looked up where they stand, in `numbers.rs`.

use std::collections::BTreeSet;

use domain::name::fold;

use crate::registry::{GuardianRow, StudentRow};

/// Beginnings of so many letters have a set of their own; a longer one is put together from its words.
pub(crate) const BEGINNING: usize = 3;
/// Particles of so many letters are also written with what follows: `obrien`, `stpierre`, `delacruz`.
const PARTICLE: usize = 3;
/// Stands among the student's own words when they are inactive.
pub(crate) const GONE: &str = "#gone";

/// What one student is found by, ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The student's own words and the adults', each list in its order with single spaces, a line break between them.
    pub(crate) text: String,
    pub(crate) listing: Listing,
}

/// A set of students: those whose own names have a word, or whose adults' names have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Whose {
    Own = 0,
    Adult = 1,
}

/// What a student is found by: their names, and those of their adults.
#[must_use]
pub fn words_of(student: &StudentRow, guardians: &[&GuardianRow]) -> Words {
    let names = [&student.last_names, &student.first_names];
    let mut own: BTreeSet<String> = names.into_iter().flat_map(|name| parts(name)).collect();
    let count = how_many(own.len());
    own.extend(names.into_iter().flat_map(|name| together(&parts(name))));
    own.extend(
        own.iter()
            .filter_map(|word| other_form(word))
            .collect::<Vec<_>>(),
    );
    own.insert(count);
    if !student.active {
        own.insert(GONE.to_owned());
    }
    let mut adults = BTreeSet::new();
    for name in guardians
        .iter()
        .flat_map(|row| [&row.last_names, &row.first_names])
    {
        let parts = parts(name);
        adults.extend(together(&parts));
        adults.extend(parts.iter().filter_map(|word| other_form(word)));
        adults.extend(parts);
    }
    Words {
        text: format!("{}\n{}", joined(&own), joined(&adults)),
        listing: listing(&student.last_names, &student.first_names),
    }
}

impl Words {
    /// The same for a student who has gone.
    pub(crate) fn gone(&self) -> Self {
        let (own, adults) = self.text.split_once('\n').unwrap_or((&self.text, ""));
        let mut own: BTreeSet<String> = own.split(' ').map(str::to_owned).collect();
        own.insert(GONE.to_owned());
        Self {
            text: format!("{}\n{adults}", joined(&own)),
            listing: self.listing,
        }
    }

    /// Every set that the student is in: each word, and each of its short beginnings.
    pub(crate) fn terms(&self) -> BTreeSet<(String, Whose)> {
        let (own, adults) = self.text.split_once('\n').unwrap_or((&self.text, ""));
        let mut terms = BTreeSet::new();
        for (words, whose) in [(own, Whose::Own), (adults, Whose::Adult)] {
            for word in words.split(' ').filter(|word| !word.is_empty()) {
                if !word.starts_with('#') {
                    let ends = word.char_indices().skip(1).map(|(at, _)| at);
                    for end in ends.chain([word.len()]).take(BEGINNING) {
                        terms.insert((beginning(&word[..end]), whose));
                    }
                }
                terms.insert((word.to_owned(), whose));
            }
        }
        terms
    }
}

/// The folded parts of a name: letters and digits only, so that marks of the index's own cannot be mistaken for them.
pub(crate) fn parts(name: &str) -> Vec<String> {
    fold(name)
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// How a word begins is a word of its own in the index.
pub(crate) fn beginning(letters: &str) -> String {
    format!("{letters}*")
}

/// Whoever has so many different words of their own; with each of them typed, the name is whole.
pub(crate) fn how_many(words: usize) -> String {
    format!("#{words}")
}

/// Saint and its short form stand for one another.
pub(crate) fn other_form(word: &str) -> Option<String> {
    let other = match word {
        "st" => "saint",
        "ste" => "sainte",
        "saint" => "st",
        "sainte" => "ste",
        _ => return None,
    };
    Some(other.to_owned())
}

/// Each particle with what follows it, as many type it.
fn together(parts: &[String]) -> Vec<String> {
    let mut all = Vec::new();
    for from in 0..parts.len() {
        let mut whole = String::new();
        for (at, part) in parts[from..].iter().enumerate() {
            whole.push_str(part);
            if at > 0 {
                all.push(whole.clone());
            }
            if part.chars().count() > PARTICLE {
                break;
            }
        }
    }
    all
}

fn joined(words: &BTreeSet<String>) -> String {
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    words.join(" ")
}

/// Two numbers that order like last names, then first names, by their first 24 letters.
pub(crate) type Listing = (i64, i64);

fn listing(last_names: &str, first_names: &str) -> Listing {
    /// 38 ^ 12 is the greatest such power within 63 bits.
    const LETTERS: usize = 12;
    let (last, first) = (fold(last_names), fold(first_names));
    let letters = last.chars().map(Some).chain([None]);
    let letters = letters
        .chain(first.chars().map(Some))
        .chain(std::iter::repeat(None));
    let mut codes = letters.map(|letter| match letter {
        None => 0,
        Some(' ') => 1,
        Some(digit @ '0'..='9') => i64::from(u32::from(digit) - u32::from('0')) + 2,
        Some(letter @ 'a'..='z') => i64::from(u32::from(letter) - u32::from('a')) + 12,
        Some(_) => 37,
    });
    let mut number = || {
        codes
            .by_ref()
            .take(LETTERS)
            .fold(0, |number, code| number * 38 + code)
    };
    (number(), number())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{guardian, student};

    #[test]
    fn a_student_has_each_word_once() {
        let mut found = student(7);
        found.last_names = "O’Brien De la Cruz".to_owned();
        found.first_names = "Jean-Sébastien Jean".to_owned();
        let adults = [guardian(1), guardian(1)];
        let words = words_of(&found, &[&adults[0], &adults[1]]);
        assert_eq!(
            words.text,
            "#7 brien cruz de dela delacruz jean la lacruz o obrien sebastien\nmai nguyen thi thimai"
        );
        assert_eq!(words_of(&student(1), &[]).text, "#3 1 olivia tremblay\n");
    }

    #[test]
    fn a_student_who_has_gone_keeps_every_other_word() {
        let here = student(1);
        let mut gone = here.clone();
        gone.active = false;
        assert_eq!(words_of(&here, &[]).gone(), words_of(&gone, &[]));
        assert_eq!(words_of(&gone, &[]).gone(), words_of(&gone, &[]));
    }

    #[test]
    fn the_terms_are_the_words_and_their_short_beginnings() {
        let mut short = student(1);
        short.last_names = "Li".to_owned();
        short.first_names = "Zoé".to_owned();
        let terms: Vec<_> = words_of(&short, &[])
            .terms()
            .into_iter()
            .map(|(text, _)| text)
            .collect();
        assert_eq!(terms, ["#2", "l*", "li", "li*", "z*", "zo*", "zoe", "zoe*"]);
    }

    #[test]
    fn listings_order_like_names() {
        let names = [
            ("", ""),
            ("Côté", "Zoé"),
            ("Coté Roy", "Adam"),
            ("Cotéa", "Adam"),
            ("Roy", "Léa"),
            ("Roy", "Léa 2"),
            ("Roy", "Léa-Rose"),
            ("Roy", "Léane"),
            ("李", "伟"),
        ];
        let listings = names.map(|(last, first)| listing(last, first));
        assert!(listings.is_sorted(), "{listings:?}");
    }
}
