//! Who comes first (domain.md §4): the whole name, then the student's own words, then those of the adults; each exact
//! before begun; slips after, and after them those who lack a word that was typed. Students who are here come before
//! those who have gone, and the names settle the rest. Sets of places only: rows are read by `search.rs`.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use roaring::{MultiOps as _, RoaringBitmap};

use super::lexicon::Lexicon;
use super::words::Listing;

/// Students whose names begin with the same letters are read together, and sorted by the whole of them; so many at most.
const MOST_ALIKE: usize = 60;

/// Who meets one thing typed: the first of each pair by the student's own, the second by anything.
#[derive(Clone, Default)]
pub(crate) struct Sets {
    pub exact: [RoaringBitmap; 2],
    /// Those of `exact` among them.
    pub begun: [RoaringBitmap; 2],
    /// By one slip in a whole word.
    pub slipped: [RoaringBitmap; 2],
    /// By one slip, also in a word that is not finished.
    pub astray: [RoaringBitmap; 2],
}

const OWN: usize = 0;
const ANY: usize = 1;

/// A place that was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub place: u32,
    /// In the order of the tiers: the first is the best.
    pub tier: usize,
    /// What was typed, as this student was found by it: which of its readings.
    pub reading: usize,
    /// Found by a slip, or without all the words.
    pub is_near: bool,
}

/// The best places, as far as they are known.
pub(crate) struct Choice<'a> {
    lexicon: &'a Lexicon,
    gone: RoaringBitmap,
    wanted: usize,
    seen: RoaringBitmap,
    chosen: Vec<Chosen>,
    tier: usize,
    /// Given to each place that is added.
    pub reading: usize,
    is_near: bool,
}

impl<'a> Choice<'a> {
    pub(crate) fn new(lexicon: &'a Lexicon, gone: RoaringBitmap, wanted: usize) -> Self {
        Self {
            lexicon,
            gone,
            wanted,
            seen: RoaringBitmap::new(),
            chosen: Vec::new(),
            tier: 0,
            reading: 0,
            is_near: false,
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.chosen.len()
    }

    pub(crate) fn into_chosen(self) -> Vec<Chosen> {
        self.chosen
    }

    /// Those who meet every word as it was typed. `whole` has everyone with as many words of their own.
    pub(crate) fn add_all(&mut self, words: &[Sets], whole: &RoaringBitmap) {
        let mut exact = words.iter().map(|word| &word.exact[OWN]).intersection();
        exact &= whole;
        self.add(exact);
        for whose in [OWN, ANY] {
            self.add(words.iter().map(|word| &word.exact[whose]).intersection());
            self.add(words.iter().map(|word| &word.begun[whose]).intersection());
        }
    }

    /// Those who meet every word, some of them by a slip: one word first, then any.
    pub(crate) fn add_slips(&mut self, words: &[Sets]) {
        self.is_near = true;
        let levels: [fn(&Sets) -> &[RoaringBitmap; 2]; 2] =
            [|word| &word.slipped, |word| &word.astray];
        for level in levels {
            for whose in [OWN, ANY] {
                let mut once = RoaringBitmap::new();
                for slipped in 0..words.len() {
                    let each = words.iter().enumerate().map(|(at, word)| {
                        if at == slipped {
                            &level(word)[whose]
                        } else {
                            &word.begun[whose]
                        }
                    });
                    once |= each.intersection();
                }
                self.add(once);
            }
            for whose in [OWN, ANY] {
                let either: Vec<_> = words
                    .iter()
                    .map(|word| &level(word)[whose] | &word.begun[whose])
                    .collect();
                self.add(either.iter().intersection());
            }
        }
    }

    /// Those who meet all words but one: the file lacks it.
    pub(crate) fn add_lacking(&mut self, words: &[Sets]) {
        self.is_near = true;
        for whose in [OWN, ANY] {
            let levels: [fn(&Sets) -> &[RoaringBitmap; 2]; 2] =
                [|word| &word.exact, |word| &word.begun];
            for level in levels {
                let mut lacking = RoaringBitmap::new();
                for without in 0..words.len() {
                    let others = words.iter().enumerate().filter(|(at, _)| *at != without);
                    lacking |= others.map(|(_, word)| &level(word)[whose]).intersection();
                }
                self.add(lacking);
            }
        }
    }

    /// A tier: those of the set who were not chosen before, as many as are wanted still.
    fn add(&mut self, mut set: RoaringBitmap) {
        if self.chosen.len() >= self.wanted || set.is_empty() {
            return;
        }
        set -= &self.seen;
        let gone = &set & &self.gone;
        set -= &gone;
        for set in [set, gone] {
            self.tier += 1;
            let left = self.wanted.saturating_sub(self.chosen.len());
            for place in first(&set, left, self.lexicon) {
                self.seen.insert(place);
                self.chosen.push(Chosen {
                    place,
                    tier: self.tier,
                    reading: self.reading,
                    is_near: self.is_near,
                });
            }
        }
    }
}

/// So many of a set, by name; and those whose names begin like the last one's. A letter or two may be met by half the
/// registry: the set is gone through twice rather than copied.
fn first(set: &RoaringBitmap, count: usize, lexicon: &Lexicon) -> Vec<u32> {
    let Some(last) = nth(set.iter().map(|place| lexicon.listing(place)), count) else {
        return Vec::new();
    };
    let mut before = Vec::with_capacity(count);
    let mut alike = Vec::new();
    for place in set {
        match lexicon.listing(place).cmp(&last) {
            Ordering::Less => before.push(place),
            Ordering::Equal => alike.push(place),
            Ordering::Greater => {}
        }
    }
    alike.truncate(count - before.len() + MOST_ALIKE);
    before.append(&mut alike);
    before
}

/// The last of the first so many; of fewer, the last.
fn nth(listings: impl Iterator<Item = Listing>, count: usize) -> Option<Listing> {
    let mut least = BinaryHeap::with_capacity(count + 1);
    for listing in listings {
        if least.len() < count {
            least.push(listing);
        } else if let Some(mut last) = least.peek_mut()
            && listing < *last
        {
            *last = listing;
        }
    }
    least.pop()
}
