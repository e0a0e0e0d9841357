//! What the search keeps in memory: every word of the registry once, and how each place orders in a list. Both only
//! grow, so that what was read once stays right, and each search reads what others have added since.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, PoisonError};

use super::words::{BEGINNING, Listing, beginning};
use crate::error::Result;
use crate::open::Store;
use crate::pool::{Tx, run};
use domain::slip::{Slip, Typed};

/// So many words are as near as one can look: whole ones, and begun ones.
const MOST_WHOLE: usize = 200;
const MOST_BEGUN: usize = 100;

/// After everybody.
const LAST: Listing = (i64::MAX, i64::MAX);

/// As it was when it was read: words and places that came later are not in it.
#[derive(Clone, Default)]
pub(crate) struct Lexicon {
    words: i64,
    places: i64,
    ids: HashMap<Arc<str>, i64>,
    /// The words alone, in the order of code points.
    sorted: Vec<Arc<str>>,
    /// How words begin.
    first_letters: BTreeSet<char>,
    listings: Vec<Listing>,
}

impl Store {
    /// The lexicon of the state that is read.
    pub(crate) async fn lexicon(&self, reading: &mut Tx) -> Result<Arc<Lexicon>> {
        let (words, places): (i64, i64) = run!(reading, conn => sqlx::query_as(
            "select words, places from search_state",
        ).fetch_one(conn))?;
        let known = {
            let known = self
                .0
                .lexicon
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            Arc::clone(&known)
        };
        if (known.words, known.places) == (words, places) {
            return Ok(known);
        }
        let new_words: Vec<(i64, String)> = run!(reading, conn => sqlx::query_as(
            "select id, text from search_word where id >= $1 and id < $2",
        ).bind(known.words).bind(words).fetch_all(conn))?;
        let new_places: Vec<(i64, i64, i64)> = run!(reading, conn => sqlx::query_as(
            "select place, listing, listing_after from search_student where place >= $1 and place < $2",
        ).bind(known.places).bind(places).fetch_all(conn))?;
        let mut lexicon = Lexicon::clone(&known);
        lexicon.add(new_words, &new_places);
        (lexicon.words, lexicon.places) = (words, places);
        let lexicon = Arc::new(lexicon);
        let mut kept = self
            .0
            .lexicon
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if kept.places <= places && kept.words <= words {
            *kept = Arc::clone(&lexicon);
        }
        Ok(lexicon)
    }
}

impl Lexicon {
    fn add(&mut self, words: Vec<(i64, String)>, places: &[(i64, i64, i64)]) {
        for (id, text) in words {
            let text: Arc<str> = text.into();
            if !text.starts_with('#') && !text.ends_with('*') {
                self.first_letters.extend(text.chars().next());
                self.sorted.push(Arc::clone(&text));
            }
            self.ids.insert(text, id);
        }
        self.sorted.sort_unstable();
        for (place, listing, after) in places {
            let Ok(place) = usize::try_from(*place) else {
                continue;
            };
            if self.listings.len() <= place {
                self.listings.resize(place + 1, LAST);
            }
            self.listings[place] = (*listing, *after);
        }
    }

    /// The id of a text of the index.
    pub(crate) fn id(&self, text: &str) -> Option<i64> {
        self.ids.get(text).copied()
    }

    /// What is read for the words that begin so: one set for a short beginning, those of the words for a longer one.
    pub(crate) fn begun(&self, letters: &str) -> Vec<i64> {
        if letters.chars().count() <= BEGINNING {
            return self.id(&beginning(letters)).into_iter().collect();
        }
        self.words_from(letters)
            .filter_map(|word| self.id(word))
            .collect()
    }

    /// Whether any word begins so.
    pub(crate) fn begins(&self, letters: &str) -> bool {
        self.words_from(letters).next().is_some()
    }

    fn words_from<'a, 'b>(
        &'a self,
        letters: &'b str,
    ) -> impl Iterator<Item = &'a Arc<str>> + use<'a, 'b> {
        let from = self.sorted.partition_point(|word| &**word < letters);
        self.sorted[from..]
            .iter()
            .take_while(move |word| word.starts_with(letters))
    }

    /// The words that are one slip away from this one: whole, and where it may be unfinished, begun.
    pub(crate) fn slips(&self, word: &str, may_be_begun: bool) -> (Vec<i64>, Vec<i64>) {
        let (mut whole, mut begun) = (Vec::new(), Vec::new());
        let Some(typed) = Typed::new(word) else {
            return (whole, begun);
        };
        for there in self.near(word) {
            match typed.slip(there) {
                Some(Slip::Whole) => whole.extend(self.id(there)),
                Some(Slip::Begun) if may_be_begun => begun.extend(self.id(there)),
                Some(Slip::Begun) | None => {}
            }
        }
        whole.truncate(MOST_WHOLE);
        begun.truncate(MOST_BEGUN);
        (whole, begun)
    }

    /// The words that may be one slip away: those with the same first letter, and those that a slip in the first letter
    /// alone leads to. A large registry has too many words to look at each.
    fn near<'a>(&'a self, word: &'a str) -> BTreeSet<&'a Arc<str>> {
        let mut letters = word.chars();
        let Some(first) = letters.next() else {
            return BTreeSet::new();
        };
        let rest = letters.as_str();
        let mut beginnings = vec![first.to_string(), rest.to_owned()];
        if let Some(second) = letters.next() {
            beginnings.push(format!("{second}{first}{}", letters.as_str()));
        }
        for other in self.first_letters.iter().filter(|other| **other != first) {
            beginnings.push(format!("{other}{rest}"));
            beginnings.push(format!("{other}{word}"));
        }
        let mut near = BTreeSet::new();
        for beginning in &beginnings {
            near.extend(self.words_from(beginning));
        }
        near
    }

    /// How a place orders in a list of students; last when it came later.
    pub(crate) fn listing(&self, place: u32) -> Listing {
        let listing = usize::try_from(place)
            .ok()
            .and_then(|place| self.listings.get(place));
        listing.copied().unwrap_or(LAST)
    }
}
