//! Finding by a key without keeping the key: five bytes for each person met. What the keys are belongs to `students`
//! and `guardians`.

use std::hash::{BuildHasher, Hash, RandomState};

use hashbrown::HashTable;

/// Hashes drawn anew in each process, so that no file can be written to make them collide.
#[derive(Clone, Default)]
pub(super) struct Keys(RandomState);

impl Keys {
    /// Never zero, which stands for "no key".
    pub(super) fn of(&self, key: impl Hash) -> u64 {
        self.0.hash_one(key).max(1)
    }
}

/// Places in a list, found by a hash that the list can tell again.
#[derive(Default)]
pub(super) struct Index(HashTable<u32>);

impl Index {
    /// The first place under this hash that `is_it` accepts.
    pub(super) fn find(&self, hash: u64, is_it: impl Fn(usize) -> bool) -> Option<usize> {
        self.0
            .find(hash, |place| is_it(*place as usize))
            .map(|place| *place as usize)
    }

    /// The places that may be under this hash.
    pub(super) fn all(&self, hash: u64) -> impl Iterator<Item = usize> {
        self.0.iter_hash(hash).map(|place| *place as usize)
    }

    pub(super) fn insert(&mut self, hash: u64, place: usize, hash_of: impl Fn(usize) -> u64) {
        if let Ok(place) = u32::try_from(place) {
            self.0
                .insert_unique(hash, place, |place| hash_of(*place as usize));
        }
    }

    pub(super) fn remove(&mut self, hash: u64, place: usize) {
        if let Ok(entry) = self.0.find_entry(hash, |known| *known as usize == place) {
            entry.remove();
        }
    }
}
