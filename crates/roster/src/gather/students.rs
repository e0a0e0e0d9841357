//! Which students of one file are one person (domain.md §12). Of each student only the keys are kept, some fifty bytes,
//! so that a million fit. What the file says of them is in `content`; adults are in `guardians`.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::disagree;
use super::index::{Index, Keys};
use super::named::{Named, code_key};
use crate::keys::fold;
use crate::records::{StudentDetails, StudentRecord};
use crate::report::{Field, NoteKind, Reason};

/// More students of the same names and birth date than these are no longer told apart from a repeat.
const MOST_NAMESAKES: usize = 100;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// This student, new when the place was not there before.
    Student(usize),
    /// Its keys or its values contradict an earlier line.
    Refused(Refusal),
}

impl Told {
    pub(super) const fn place(self) -> Option<usize> {
        match self {
            Self::Student(place) => Some(place),
            Self::Refused(_) => None,
        }
    }
}

/// Why a line is refused: the field that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) field: Field,
    pub(super) reason: Reason,
}

impl Refusal {
    pub(super) const ALL: [Self; 5] = [
        Self::new(Field::Fiche, Reason::KeysDisagree),
        Self::new(Field::LastNames, Reason::ConflictingRepeat),
        Self::new(Field::FirstNames, Reason::ConflictingRepeat),
        Self::new(Field::BirthDate, Reason::ConflictingRepeat),
        Self::new(Field::PermanentCode, Reason::ConflictingRepeat),
    ];

    const fn new(field: Field, reason: Reason) -> Self {
        Self { field, reason }
    }

    fn of(field: Field) -> Self {
        let reason = match field {
            Field::Fiche => Reason::KeysDisagree,
            _ => Reason::ConflictingRepeat,
        };
        Self::new(field, reason)
    }
}

/// The keys of the students met so far.
#[derive(Default)]
pub(super) struct Students {
    keys: Keys,
    known: Vec<Known>,
    by_fiche: Index,
    by_code: Index,
    /// Two lines of one student may have an id each.
    by_source_id: HashMap<u64, usize>,
    /// One student of each pair of names.
    by_names: Index,
    /// By names and birth date.
    by_person: Index,
    /// Of those without any key, everything that the line says.
    keyless: HashMap<u64, usize>,
}

/// Zero stands for "the file does not say".
#[derive(Clone, Copy)]
struct Known {
    last_names: u64,
    first_names: u64,
    code: u64,
    source_id: u64,
    fiche: u32,
    birth_date: Option<NaiveDate>,
    line: u32,
}

impl Students {
    pub(super) const fn count(&self) -> usize {
        self.known.len()
    }

    pub(super) fn with_source_id(&self, source_id: &str) -> Option<usize> {
        self.by_source_id.get(&self.keys.of(source_id)).copied()
    }

    /// Leaves the numbers and ids of everybody.
    pub(super) fn name_in(self, named: &mut Named) {
        named.students = self.keys;
        named.source_ids = self.by_source_id.into_keys().collect();
        let there = |key: &u64| *key != 0;
        named.codes = self
            .known
            .iter()
            .map(|known| known.code)
            .filter(there)
            .collect();
        named.codes.sort_unstable();
        named.fiches = self.known.iter().map(|known| known.fiche).collect();
        named.fiches.sort_unstable();
    }

    /// Tells who a line is about; `note` hears of what is worth a look, with the other line.
    pub(super) fn tell(
        &mut self,
        record: &StudentRecord,
        note: &mut impl FnMut(NoteKind, u32),
    ) -> Told {
        let said = self.read(record);
        let mut found: Vec<usize> = [
            self.by_key(&self.by_fiche, u64::from(said.fiche), Known::fiche_key),
            self.by_key(&self.by_code, said.code, |known| known.code),
            self.by_source_id.get(&said.source_id).copied(),
        ]
        .into_iter()
        .flatten()
        .collect();
        found.dedup();
        let place = match found.as_slice() {
            [] => match self.same_by_names(&said, &record.details, note) {
                Some(place) => place,
                None => return Told::Student(self.push(said, &record.details)),
            },
            [place] => *place,
            _ => return Told::Refused(Refusal::of(Field::Fiche)),
        };
        let earlier = self.known[place];
        if let Some(field) = earlier.contradiction(&said) {
            if field == Field::Fiche && said.code != 0 {
                note(NoteKind::SharedPermanentCode, earlier.line);
            }
            return Told::Refused(Refusal::of(field));
        }
        self.complete(place, &said);
        Told::Student(place)
    }

    fn read(&self, record: &StudentRecord) -> Known {
        let details = &record.details;
        Known {
            last_names: self.keys.of(fold(&details.last_names)),
            first_names: self.keys.of(fold(&details.first_names)),
            code: details.permanent_code.as_ref().map_or(0, code_key),
            source_id: record.source_id.as_deref().map_or(0, |id| self.keys.of(id)),
            fiche: details.fiche.map_or(0, |fiche| fiche.get()),
            birth_date: details.birth_date,
            line: u32::try_from(record.line).unwrap_or(u32::MAX),
        }
    }

    fn by_key(&self, index: &Index, key: u64, key_of: impl Fn(&Known) -> u64) -> Option<usize> {
        if key == 0 {
            return None;
        }
        index.find(self.keys.of(key), |place| key_of(&self.known[place]) == key)
    }

    /// Without a common number, the same names and birth date are the same student; without any key at all, only
    /// a line that says exactly the same.
    fn same_by_names(
        &self,
        said: &Known,
        details: &StudentDetails,
        note: &mut impl FnMut(NoteKind, u32),
    ) -> Option<usize> {
        let mut namesake = None;
        let mut same = None;
        if said.birth_date.is_some() {
            for place in self.people(said, said.birth_date) {
                if said.is_another_than(&self.known[place]) {
                    namesake = Some(place);
                } else {
                    same = Some(place);
                }
            }
            namesake = namesake.or_else(|| self.people(said, None).next());
        } else {
            same = said
                .is_keyless()
                .then(|| self.keyless.get(&self.whole(details)).copied())
                .flatten();
            namesake = self.by_names.find(self.names_hash(said), |place| {
                said.has_names_of(&self.known[place])
            });
        }
        if let (None, Some(place)) = (same, namesake) {
            note(NoteKind::SameNames, self.known[place].line);
        }
        same
    }

    /// Some of the students of the same names who have this birth date.
    fn people(&self, said: &Known, birth_date: Option<NaiveDate>) -> impl Iterator<Item = usize> {
        let hash = self.person_hash(&Known {
            birth_date,
            ..*said
        });
        self.by_person
            .all(hash)
            .take(MOST_NAMESAKES)
            .filter(move |place| {
                let known = &self.known[*place];
                said.has_names_of(known) && known.birth_date == birth_date
            })
    }

    fn names_hash(&self, known: &Known) -> u64 {
        self.keys.of((known.last_names, known.first_names))
    }

    fn person_hash(&self, known: &Known) -> u64 {
        self.keys
            .of((known.last_names, known.first_names, known.birth_date))
    }

    fn whole(&self, details: &StudentDetails) -> u64 {
        let StudentDetails {
            last_names,
            first_names,
            sex,
            school,
            group,
            active,
            ..
        } = details;
        self.keys
            .of((last_names, first_names, sex, school, group, active))
    }

    fn push(&mut self, said: Known, details: &StudentDetails) -> usize {
        let place = self.known.len();
        self.known.push(Known {
            fiche: 0,
            code: 0,
            source_id: 0,
            ..said
        });
        let names = self.names_hash(&said);
        if self
            .by_names
            .find(names, |place| said.has_names_of(&self.known[place]))
            .is_none()
        {
            let (known, keys) = (&self.known, &self.keys);
            self.by_names.insert(names, place, |place| {
                keys.of((known[place].last_names, known[place].first_names))
            });
        }
        self.insert_person(place);
        if said.birth_date.is_none() && said.is_keyless() {
            self.keyless.insert(self.whole(details), place);
        }
        self.complete(place, &said);
        place
    }

    /// A crowd of namesakes is not followed: a file of nothing else must not take for ever.
    fn insert_person(&mut self, place: usize) {
        let hash = self.person_hash(&self.known[place]);
        if self.by_person.all(hash).nth(MOST_NAMESAKES).is_none() {
            let (known, keys) = (&self.known, &self.keys);
            self.by_person.insert(hash, place, |place| {
                let known = &known[place];
                keys.of((known.last_names, known.first_names, known.birth_date))
            });
        }
    }

    /// A repeat fills what the first line left open.
    fn complete(&mut self, place: usize, said: &Known) {
        let before = self.known[place];
        if before.birth_date.is_none() && said.birth_date.is_some() {
            self.by_person.remove(self.person_hash(&before), place);
            self.known[place].birth_date = said.birth_date;
            self.insert_person(place);
        }
        let Self {
            keys,
            known,
            by_fiche,
            by_code,
            by_source_id,
            ..
        } = self;
        if said.source_id != 0 {
            if before.source_id == 0 {
                known[place].source_id = said.source_id;
            }
            by_source_id.insert(said.source_id, place);
        }
        if before.fiche == 0 && said.fiche != 0 {
            known[place].fiche = said.fiche;
            let hash_of = |place: usize| keys.of(known[place].fiche_key());
            by_fiche.insert(hash_of(place), place, hash_of);
        }
        if before.code == 0 && said.code != 0 {
            known[place].code = said.code;
            let hash_of = |place: usize| keys.of(known[place].code);
            by_code.insert(hash_of(place), place, hash_of);
        }
    }
}

impl Known {
    fn fiche_key(&self) -> u64 {
        u64::from(self.fiche)
    }

    const fn is_keyless(&self) -> bool {
        self.fiche == 0 && self.code == 0 && self.source_id == 0
    }

    fn has_names_of(&self, other: &Self) -> bool {
        (self.last_names, self.first_names) == (other.last_names, other.first_names)
    }

    /// One number each, and they differ.
    fn is_another_than(&self, other: &Self) -> bool {
        differ(self.source_id, other.source_id)
            || differ(self.fiche_key(), other.fiche_key())
            || differ(self.code, other.code)
    }

    /// The first field in which two lines of one student cannot both be right.
    fn contradiction(&self, later: &Self) -> Option<Field> {
        if differ(self.fiche_key(), later.fiche_key()) {
            Some(Field::Fiche)
        } else if self.last_names != later.last_names {
            Some(Field::LastNames)
        } else if self.first_names != later.first_names {
            Some(Field::FirstNames)
        } else if disagree(self.birth_date, later.birth_date) {
            Some(Field::BirthDate)
        } else {
            differ(self.code, later.code).then_some(Field::PermanentCode)
        }
    }
}

/// Both are there and they differ.
const fn differ(one: u64, other: u64) -> bool {
    one != 0 && other != 0 && one != other
}
