//! Which adults of one file are one person. Of each adult only the keys are kept. What the file says of them is in
//! `content`; students are in `students`.

use std::collections::HashMap;

use super::index::{Index, Keys};
use super::named::Named;
use crate::keys::{guardian_name, phone_key};
use crate::records::{GuardianRecord, Tie};
use crate::report::NoteKind;

/// No child has more adults than these: a file that says so is mistaken, or means harm.
const MOST_ADULTS: usize = 50;

/// The keys of the adults met so far, and whose adults they are.
#[derive(Default)]
pub(super) struct Guardians {
    keys: Keys,
    known: Vec<Known>,
    by_source_id: HashMap<u64, usize>,
    /// By address and name.
    by_email: Index,
    /// By telephone and name.
    by_phone: Index,
    first_with_email: Index,
    /// The newest link of each student, by place.
    newest: Vec<u32>,
    links: Vec<Link>,
}

/// Zero stands for "the file does not say".
#[derive(Clone, Copy)]
struct Known {
    name: u64,
    email: u64,
    phone: u64,
    line: u32,
    is_named: bool,
}

#[derive(Clone, Copy)]
struct Link {
    guardian: u32,
    /// The link made before for the same student.
    before: u32,
}

const NONE: u32 = u32::MAX;

impl Guardians {
    pub(super) const fn count(&self) -> usize {
        self.known.len()
    }

    /// How many adults all students have together.
    pub(super) const fn links(&self) -> usize {
        self.links.len()
    }

    /// Leaves the addresses and names of everybody.
    pub(super) fn name_in(self, named: &mut Named) {
        let reachable = self.known.iter().filter(|known| known.email != 0);
        named.adults = reachable
            .map(|known| self.keys.of((known.email, known.name)))
            .collect();
        named.adults.sort_unstable();
        named.guardians = self.keys;
    }

    /// Tells who an adult of a student is; none when the student has too many. `note` hears of what is worth a look,
    /// with the other line.
    pub(super) fn tell(
        &mut self,
        student: usize,
        record: &GuardianRecord,
        tie: Tie,
        note: &mut impl FnMut(NoteKind, u32),
    ) -> Option<usize> {
        let said = self.read(record, tie);
        let source_id = record.source_id.as_deref().map(|id| self.keys.of(id));
        let on_file = self.of_student(student);
        let place = match self.same(&on_file, &said, source_id, note) {
            Some(place) => place,
            None if on_file.len() >= MOST_ADULTS => return None,
            None => self.push(said, note),
        };
        self.complete(place, &said, source_id);
        if !on_file.contains(&place) {
            if on_file.len() >= MOST_ADULTS {
                return None;
            }
            self.link(student, place);
        }
        Some(place)
    }

    fn read(&self, record: &GuardianRecord, tie: Tie) -> Known {
        let details = &record.details;
        let phone = details.phone.as_deref().and_then(phone_key);
        let email = details.email.as_ref();
        Known {
            name: self.keys.of(guardian_name(details, tie.relationship)),
            email: email.map_or(0, |email| self.keys.of(email.folded())),
            phone: phone.map_or(0, |phone| self.keys.of(phone)),
            line: u32::try_from(record.line).unwrap_or(u32::MAX),
            is_named: details.is_named(),
        }
    }

    /// One adult: the source's id; the same address and name; the same telephone and name; the same name on one child.
    fn same(
        &self,
        on_file: &[usize],
        said: &Known,
        source_id: Option<u64>,
        note: &mut impl FnMut(NoteKind, u32),
    ) -> Option<usize> {
        if let Some(place) = source_id.and_then(|id| self.by_source_id.get(&id)) {
            return Some(*place);
        }
        let found = self
            .by_email
            .find(self.keys.of((said.email, said.name)), |place| {
                let known = &self.known[place];
                said.email != 0 && (known.email, known.name) == (said.email, said.name)
            });
        if found.is_some() || !said.is_named {
            return found;
        }
        let by_phone = self
            .by_phone
            .find(self.keys.of((said.phone, said.name)), |place| {
                let known = &self.known[place];
                said.phone != 0 && (known.phone, known.name) == (said.phone, said.name)
            });
        let place = by_phone.or_else(|| {
            let namesake = |place: &&usize| {
                let known = &self.known[**place];
                known.is_named && known.name == said.name
            };
            on_file.iter().find(namesake).copied()
        })?;
        let known = &self.known[place];
        if said.email != 0 && known.email != 0 && said.email != known.email {
            note(NoteKind::TwoAddresses, known.line);
            return None;
        }
        Some(place)
    }

    /// The adults of a student, those met first before the others.
    fn of_student(&self, student: usize) -> Vec<usize> {
        let mut places = Vec::new();
        let mut next = self.newest.get(student).copied().unwrap_or(NONE);
        while let Some(link) = self.links.get(next as usize) {
            places.push(link.guardian as usize);
            next = link.before;
        }
        places.reverse();
        places
    }

    fn link(&mut self, student: usize, guardian: usize) {
        if self.newest.len() <= student {
            self.newest.resize(student + 1, NONE);
        }
        let before = self.newest[student];
        self.newest[student] = u32::try_from(self.links.len()).unwrap_or(NONE);
        let guardian = u32::try_from(guardian).unwrap_or(NONE);
        self.links.push(Link { guardian, before });
    }

    fn push(&mut self, said: Known, note: &mut impl FnMut(NoteKind, u32)) -> usize {
        let place = self.known.len();
        if said.email != 0 {
            let first = self
                .first_with_email
                .find(self.keys.of(said.email), |place| {
                    self.known[place].email == said.email
                });
            if let Some(first) = first {
                note(NoteKind::SharedAddress, self.known[first].line);
            }
        }
        self.known.push(Known {
            email: 0,
            phone: 0,
            ..said
        });
        place
    }

    /// Fills what the first mention left open.
    fn complete(&mut self, place: usize, said: &Known, source_id: Option<u64>) {
        let before = self.known[place];
        if let Some(id) = source_id {
            self.by_source_id.insert(id, place);
        }
        let Self {
            keys,
            known,
            by_email,
            by_phone,
            first_with_email,
            ..
        } = self;
        if before.email == 0 && said.email != 0 {
            known[place].email = said.email;
            let hash_of = |place: usize| keys.of((known[place].email, known[place].name));
            by_email.insert(hash_of(place), place, hash_of);
            let hash_of = |place: usize| keys.of(known[place].email);
            let is_there = |other: usize| other != place && known[other].email == said.email;
            if first_with_email.find(hash_of(place), is_there).is_none() {
                first_with_email.insert(hash_of(place), place, hash_of);
            }
        }
        if before.phone == 0 && said.phone != 0 {
            known[place].phone = said.phone;
            let hash_of = |place: usize| keys.of((known[place].phone, known[place].name));
            by_phone.insert(hash_of(place), place, hash_of);
        }
    }
}
