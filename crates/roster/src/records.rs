//! What a reading gives: students, guardians and the links between them, as parsed values.
//! How they are read, and what they become in the registry, do not belong here.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDate;
use domain::{Access, EmailAddress, FicheNumber, PermanentCode, Relationship, Sex};

use crate::keys::{name_key, same_school};
use crate::report::{Note, UnusableLine};

domain::text_enum! {
    /// Where a registry comes from; also the *source* of `(source, id)` (domain.md §12).
    pub enum Format {
        Csv = "csv",
        OneRoster = "one-roster",
        SchoolDataSync = "school-data-sync",
    }
}

/// A school as the source names it: by the ministry's code, by name, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct School {
    pub code: Option<String>,
    pub name: Option<String>,
}

/// What a registry says of a student. `None` means that it does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StudentDetails {
    pub last_names: String,
    pub first_names: String,
    pub birth_date: Option<NaiveDate>,
    pub sex: Option<Sex>,
    pub fiche: Option<FicheNumber>,
    pub permanent_code: Option<PermanentCode>,
    pub school: Option<School>,
    pub group: Option<String>,
    pub active: bool,
}

/// What a registry says of an adult. Both names may be empty: some exports give an address alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GuardianDetails {
    pub last_names: String,
    pub first_names: String,
    pub email: Option<EmailAddress>,
    pub phone: Option<String>,
    /// One of the parent's languages (domain.md §9), as a BCP 47 tag.
    pub language: Option<String>,
}

/// How an adult is tied to a student.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie {
    pub relationship: Relationship,
    /// 1 is called first.
    pub priority: Option<u8>,
    pub access: Access,
}

/// One student of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StudentRecord {
    pub line: u64,
    pub details: StudentDetails,
    /// The source's own id, never a fiche.
    pub source_id: Option<String>,
}

/// One adult of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuardianRecord {
    pub line: u64,
    pub details: GuardianDetails,
    pub source_id: Option<String>,
}

/// One link of a file; `student` and `guardian` are places in the registry's lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuardianshipRecord {
    pub line: u64,
    pub student: usize,
    pub guardian: usize,
    pub tie: Tie,
}

/// What is known of a student whose line could not be used: enough not to take them for gone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnreadStudent {
    pub fiche: Option<FicheNumber>,
    pub permanent_code: Option<PermanentCode>,
    pub source_id: Option<String>,
    /// Folded, `None` when the name could not be read either.
    pub names: Option<String>,
    pub school: Option<School>,
}

impl UnreadStudent {
    /// Whether anything tells which student it may be.
    #[must_use]
    pub const fn says_who(&self) -> bool {
        self.names.is_some()
            || self.fiche.is_some()
            || self.permanent_code.is_some()
            || self.source_id.is_some()
    }
}

/// What was read: a whole file, or a chunk of one. A student is in one chunk; an adult may be in several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registry {
    pub format: Format,
    /// The name of the file that the students come from.
    pub file: Arc<str>,
    pub students: Vec<StudentRecord>,
    pub guardians: Vec<GuardianRecord>,
    /// Beside `guardians`: the number of the adult in the whole file. The same number is the same adult.
    pub adults: Vec<usize>,
    pub guardianships: Vec<GuardianshipRecord>,
    pub unusable: Vec<UnusableLine>,
    pub notes: Vec<Note>,
    pub unread: Vec<UnreadStudent>,
}

impl Registry {
    pub(crate) fn empty(format: Format, file: Arc<str>) -> Self {
        Self {
            format,
            file,
            students: Vec::new(),
            guardians: Vec::new(),
            adults: Vec::new(),
            guardianships: Vec::new(),
            unusable: Vec::new(),
            notes: Vec::new(),
            unread: Vec::new(),
        }
    }

    /// Keeps the students of this school and those whose school is not said, and the adults of those.
    pub fn keep_only(&mut self, school: &School) {
        let is_here = |named: &Option<School>| {
            named
                .as_ref()
                .is_none_or(|named| same_school(named, school))
        };
        let mut student = Renumbering::default();
        self.students
            .retain(|record| student.keeps(is_here(&record.details.school)));
        self.unread.retain(|unread| is_here(&unread.school));
        self.guardianships.retain(|tie| student.has(tie.student));
        let used: HashSet<usize> = self.guardianships.iter().map(|tie| tie.guardian).collect();
        let mut guardian = Renumbering::default();
        let mut place = 0..;
        self.guardians
            .retain(|_| guardian.keeps(place.next().is_some_and(|place| used.contains(&place))));
        let mut place = 0..;
        self.adults
            .retain(|_| place.next().is_some_and(|place| used.contains(&place)));
        for tie in &mut self.guardianships {
            tie.student = student.place(tie.student);
            tie.guardian = guardian.place(tie.guardian);
        }
    }

    /// Places the students of a file without a school column in the desk's own school.
    pub fn place_in(&mut self, school: &School) {
        for student in &mut self.students {
            student.details.school.get_or_insert_with(|| school.clone());
        }
        for student in &mut self.unread {
            student.school.get_or_insert_with(|| school.clone());
        }
    }
}

/// Where what is kept of a list stands after.
#[derive(Default)]
struct Renumbering {
    places: Vec<Option<usize>>,
    kept: usize,
}

impl Renumbering {
    fn keeps(&mut self, kept: bool) -> bool {
        self.places.push(kept.then_some(self.kept));
        self.kept += usize::from(kept);
        kept
    }

    fn has(&self, place: usize) -> bool {
        self.places.get(place).is_some_and(Option::is_some)
    }

    fn place(&self, before: usize) -> usize {
        self.places
            .get(before)
            .copied()
            .flatten()
            .unwrap_or_default()
    }
}

impl StudentDetails {
    /// Folded last and first names, as one key.
    #[must_use]
    pub fn names(&self) -> String {
        name_key(&self.last_names, &self.first_names)
    }

    /// No claim can match a student without birth date or without either number (domain.md §12).
    #[must_use]
    pub const fn is_incomplete(&self) -> bool {
        self.birth_date.is_none() || (self.fiche.is_none() && self.permanent_code.is_none())
    }
}

impl GuardianDetails {
    /// Some exports give an address alone.
    #[must_use]
    pub const fn is_named(&self) -> bool {
        !self.last_names.is_empty() || !self.first_names.is_empty()
    }

    /// Folded last and first names, as one key; `None` when the adult has no name.
    #[must_use]
    pub fn names(&self) -> Option<String> {
        self.is_named()
            .then(|| name_key(&self.last_names, &self.first_names))
    }
}
