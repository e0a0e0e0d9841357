//! Finding one of a short list by its words as they are typed: begun, in any order, one slip a word forgiven
//! (domain.md §11). What the list holds belongs to its own file; finding a student is the store's, which has an index.

use crate::name::fold;
use crate::slip::Typed;
use crate::typed::latin_digit;

/// What was typed, word by word.
pub(crate) struct Wanted<'a> {
    words: Vec<String>,
    /// Words that everything in the list answers to, and that tell nothing apart.
    shared: &'a [&'a str],
}

/// How well a thing fits; the greater, the better.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    /// Words typed in full.
    whole_words: usize,
    /// Words typed that are the thing's own, in full or begun.
    own_words: usize,
}

impl<'a> Wanted<'a> {
    pub(crate) fn new(query: &str, shared: &'a [&'a str]) -> Self {
        let folded = fold(&query.chars().map(latin_digit).collect::<String>());
        let words = folded.split_whitespace().map(unabbreviated);
        Self {
            words: words.map(str::to_owned).collect(),
            shared,
        }
    }

    /// The things that fit, each given with its own folded words: the best first, those that fit alike in the order in
    /// which they come. Slips are forgiven only when nothing fits without one.
    pub(crate) fn best_first<T>(&self, things: impl Iterator<Item = (T, Vec<String>)>) -> Vec<T> {
        let mut exact = Vec::new();
        let mut slipped = Vec::new();
        for (thing, own) in things {
            if let Some(fit) = self.fit(&own, Forgiving::Nothing) {
                exact.push((fit, thing));
            } else if exact.is_empty()
                && let Some(fit) = self.fit(&own, Forgiving::Slips)
            {
                slipped.push((fit, thing));
            }
        }
        let mut found = if exact.is_empty() { slipped } else { exact };
        found.sort_by(|(one, _), (other, _)| other.cmp(one));
        found.into_iter().map(|(_, thing)| thing).collect()
    }

    fn fit(&self, own: &[String], forgiving: Forgiving) -> Option<Fit> {
        let mut fit = Fit {
            whole_words: 0,
            own_words: 0,
        };
        for word in &self.words {
            let begins = own.iter().any(|own| own.starts_with(word.as_str()));
            let is_shared = self.shared.iter().any(|shared| shared.starts_with(word));
            if !begins && !is_shared {
                let slips = matches!(forgiving, Forgiving::Slips)
                    && (has_slip(word, own.iter()) || has_slip(word, self.shared.iter()));
                if !slips {
                    return None;
                }
                continue;
            }
            // "css" begins many acronyms; being a shared word, it tells no body from another.
            if begins && !self.shared.contains(&word.as_str()) {
                fit.own_words += 1;
                fit.whole_words += usize::from(own.iter().any(|own| own == word));
            }
        }
        Some(fit)
    }
}

#[derive(Clone, Copy)]
enum Forgiving {
    Nothing,
    Slips,
}

fn has_slip<S: AsRef<str>>(typed: &str, mut words: impl Iterator<Item = S>) -> bool {
    Typed::new(typed).is_some_and(|typed| words.any(|word| typed.slip(word.as_ref()).is_some()))
}

/// *St-Joseph* and *Saint-Joseph* are one name.
pub(crate) fn unabbreviated(word: &str) -> &str {
    match word {
        "st" => "saint",
        "ste" => "sainte",
        word => word,
    }
}
