//! Who is the same person within one file (domain.md §12): repeated students and adults become one,
//! keys that disagree make the later line unusable. Reading cells and knowing the registry do not belong here.

use std::collections::HashMap;
use std::sync::Arc;

use domain::{Access, FicheNumber, PermanentCode, Relationship};

use crate::cells::mask;
use crate::keys::phone_key;
use crate::records::{
    Format, GuardianDetails, GuardianRecord, GuardianshipRecord, Registry, StudentDetails,
    StudentRecord, UnreadStudent,
};
use crate::report::{Field, LeftOut, Note, NoteKind, Reason, UnusableLine};

/// A registry being gathered, with the keys met so far.
pub(crate) struct Gathering {
    registry: Registry,
    by_fiche: HashMap<FicheNumber, usize>,
    by_code: HashMap<PermanentCode, usize>,
    by_source_id: HashMap<String, usize>,
    by_names: HashMap<String, Vec<usize>>,
    guardians: GuardianKeys,
    /// The guardianships of each student.
    links: Vec<Vec<usize>>,
}

#[derive(Default)]
struct GuardianKeys {
    by_source_id: HashMap<String, usize>,
    by_email: HashMap<(String, String), usize>,
    by_phone: HashMap<(String, String), usize>,
    first_with_email: HashMap<String, usize>,
}

/// How an adult is tied to a student, as a line has it.
pub(crate) struct Link {
    pub(crate) relationship: Relationship,
    pub(crate) priority: Option<u8>,
    pub(crate) access: Access,
}

impl Gathering {
    pub(crate) fn new(format: Format, file: Arc<str>) -> Self {
        Self {
            registry: Registry::empty(format, file),
            by_fiche: HashMap::new(),
            by_code: HashMap::new(),
            by_source_id: HashMap::new(),
            by_names: HashMap::new(),
            guardians: GuardianKeys::default(),
            links: Vec::new(),
        }
    }

    pub(crate) fn finish(mut self) -> Registry {
        if self.registry.students.is_empty() && self.registry.unusable.is_empty() {
            self.note(NoteKind::NoStudent, None, None);
        }
        self.registry
            .unusable
            .sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
        self.registry
    }

    pub(crate) fn note(&mut self, kind: NoteKind, line: Option<u64>, other_line: Option<u64>) {
        let file = Arc::clone(&self.registry.file);
        self.registry.notes.push(Note {
            kind,
            file,
            line,
            other_line,
        });
    }

    /// Reports something left out; `file` when it is not the students' own.
    pub(crate) fn leave_out(
        &mut self,
        file: &Arc<str>,
        line: u64,
        (field, value): (Field, &str),
        reason: Reason,
        left_out: LeftOut,
    ) {
        self.registry.unusable.push(UnusableLine {
            file: Arc::clone(file),
            line,
            field,
            value: mask(field, value),
            reason,
            left_out,
        });
    }

    /// Reports a student's line left out, and remembers whom it may have been about.
    pub(crate) fn leave_out_student(
        &mut self,
        line: u64,
        bad: (Field, &str),
        reason: Reason,
        unread: UnreadStudent,
    ) {
        let file = Arc::clone(&self.registry.file);
        self.leave_out(&file, line, bad, reason, LeftOut::Line);
        self.registry.unread.push(unread);
    }

    pub(crate) fn student_with_source_id(&self, source_id: &str) -> Option<usize> {
        self.by_source_id.get(source_id).copied()
    }

    /// Takes a student in: the place in the list, or `None` when the line contradicts an earlier one.
    pub(crate) fn add_student(&mut self, record: StudentRecord) -> Option<usize> {
        let StudentRecord {
            line,
            details,
            source_id,
        } = &record;
        let mut found: Vec<usize> = [
            details
                .fiche
                .as_ref()
                .and_then(|fiche| self.by_fiche.get(fiche)),
            details
                .permanent_code
                .as_ref()
                .and_then(|code| self.by_code.get(code)),
            source_id.as_ref().and_then(|id| self.by_source_id.get(id)),
        ]
        .into_iter()
        .flatten()
        .copied()
        .collect();
        found.dedup();
        let place = match found.as_slice() {
            [] => self.same_by_names(&record),
            [place] => Some(*place),
            _ => {
                self.refuse(&record, Field::Fiche, Reason::KeysDisagree);
                return None;
            }
        };
        let Some(place) = place else {
            self.check_permanent_code(*line, details);
            return Some(self.push_student(record));
        };
        let earlier = self.registry.students.get(place)?;
        let (earlier_line, contradiction) =
            (earlier.line, contradiction(&earlier.details, details));
        if let Some(field) = contradiction {
            if field == Field::Fiche && details.permanent_code.is_some() {
                self.note(
                    NoteKind::SharedPermanentCode,
                    Some(*line),
                    Some(earlier_line),
                );
            }
            let reason = if field == Field::Fiche {
                Reason::KeysDisagree
            } else {
                Reason::ConflictingRepeat
            };
            self.refuse(&record, field, reason);
            return None;
        }
        self.complete_student(place, record);
        Some(place)
    }

    /// Without a common number, the same names and birth date are the same student; without any key at all, only
    /// a line that says exactly the same.
    fn same_by_names(&mut self, record: &StudentRecord) -> Option<usize> {
        let details = &record.details;
        let mut namesake = None;
        let mut same = None;
        for &place in self.by_names.get(&details.names())? {
            let Some(other) = self.registry.students.get(place) else {
                continue;
            };
            let one_key_each = disagree(record.source_id.as_ref(), other.source_id.as_ref())
                || disagree(details.fiche, other.details.fiche)
                || disagree(
                    details.permanent_code.as_ref(),
                    other.details.permanent_code.as_ref(),
                );
            let alike = match (details.birth_date, other.details.birth_date) {
                (Some(one), Some(another)) => one == another,
                (None, None) => *details == other.details,
                _ => false,
            };
            if alike && !one_key_each {
                same = Some(place);
            } else if alike || details.birth_date.is_none() || other.details.birth_date.is_none() {
                namesake = Some(other.line);
            }
        }
        if let (None, Some(line)) = (same, namesake) {
            self.note(NoteKind::SameNames, Some(record.line), Some(line));
        }
        same
    }

    fn push_student(&mut self, record: StudentRecord) -> usize {
        let place = self.registry.students.len();
        self.by_names
            .entry(record.details.names())
            .or_default()
            .push(place);
        self.links.push(Vec::new());
        self.index(place, &record);
        self.registry.students.push(record);
        place
    }

    fn index(&mut self, place: usize, record: &StudentRecord) {
        if let Some(fiche) = record.details.fiche {
            self.by_fiche.insert(fiche, place);
        }
        if let Some(code) = &record.details.permanent_code {
            self.by_code.insert(code.clone(), place);
        }
        if let Some(id) = &record.source_id {
            self.by_source_id.insert(id.clone(), place);
        }
    }

    /// A repeat fills what the first line left open.
    fn complete_student(&mut self, place: usize, record: StudentRecord) {
        self.index(place, &record);
        let Some(student) = self.registry.students.get_mut(place) else {
            return;
        };
        let (known, said) = (&mut student.details, record.details);
        known.birth_date = known.birth_date.or(said.birth_date);
        known.sex = known.sex.or(said.sex);
        known.fiche = known.fiche.or(said.fiche);
        known.permanent_code = known.permanent_code.take().or(said.permanent_code);
        known.school = known.school.take().or(said.school);
        known.group = known.group.take().or(said.group);
        known.active |= said.active;
        student.source_id = student.source_id.take().or(record.source_id);
    }

    fn refuse(&mut self, record: &StudentRecord, field: Field, reason: Reason) {
        let details = &record.details;
        let value = match field {
            Field::LastNames => details.last_names.clone(),
            Field::FirstNames => details.first_names.clone(),
            Field::BirthDate => details
                .birth_date
                .map(|date| date.to_string())
                .unwrap_or_default(),
            Field::PermanentCode => details
                .permanent_code
                .as_ref()
                .map(PermanentCode::masked)
                .unwrap_or_default(),
            _ => details
                .fiche
                .map(|fiche| fiche.to_string())
                .unwrap_or_default(),
        };
        self.leave_out_student(
            record.line,
            (field, &value),
            reason,
            UnreadStudent::of(record),
        );
    }

    /// A permanent code that says otherwise than the file is worth a look, never a refusal (domain.md §3).
    fn check_permanent_code(&mut self, line: u64, details: &StudentDetails) {
        let Some(code) = &details.permanent_code else {
            return;
        };
        if details
            .birth_date
            .is_some_and(|date| date != code.birth_date())
        {
            self.note(NoteKind::PermanentCodeBirthDate, Some(line), None);
        }
        if details
            .sex
            .is_some_and(|sex| sex != domain::Sex::Other && sex != code.sex())
        {
            self.note(NoteKind::PermanentCodeSex, Some(line), None);
        }
        if !code.prefix_agrees(&details.last_names, &details.first_names) {
            self.note(NoteKind::PermanentCodePrefix, Some(line), None);
        }
    }

    /// Ties an adult to a student; an adult met before is found again.
    pub(crate) fn add_guardian(&mut self, student: usize, record: GuardianRecord, link: Link) {
        let line = record.line;
        let guardian = match self.same_guardian(student, &record, link.relationship) {
            Some(place) => {
                self.complete_guardian(place, record, link.relationship);
                place
            }
            None => self.push_guardian(record, link.relationship),
        };
        let Some(links) = self.links.get_mut(student) else {
            return;
        };
        let guardianships = &mut self.registry.guardianships;
        for &place in links.iter() {
            if let Some(known) = guardianships
                .get_mut(place)
                .filter(|known| known.guardian == guardian)
            {
                if known.relationship == Relationship::Unknown {
                    known.relationship = link.relationship;
                }
                known.priority = known.priority.or(link.priority);
                if known.access == Access::Unknown || link.access == Access::Restricted {
                    known.access = link.access;
                }
                return;
            }
        }
        links.push(guardianships.len());
        let Link {
            relationship,
            priority,
            access,
        } = link;
        guardianships.push(GuardianshipRecord {
            line,
            student,
            guardian,
            relationship,
            priority,
            access,
        });
    }

    /// One adult: the source's id; the same address and name; the same telephone and name; the same name on one child.
    fn same_guardian(
        &mut self,
        student: usize,
        record: &GuardianRecord,
        relationship: Relationship,
    ) -> Option<usize> {
        if let Some(place) = record
            .source_id
            .as_ref()
            .and_then(|id| self.guardians.by_source_id.get(id))
        {
            return Some(*place);
        }
        let details = &record.details;
        let name = guardian_name(details, relationship);
        if let Some(email) = &details.email
            && let Some(place) = self
                .guardians
                .by_email
                .get(&(email.folded().to_owned(), name.clone()))
        {
            return Some(*place);
        }
        details.names()?;
        let by_phone = details
            .phone
            .as_deref()
            .and_then(phone_key)
            .and_then(|phone| self.guardians.by_phone.get(&(phone, name.clone())))
            .copied();
        let on_this_child = || {
            self.links.get(student)?.iter().find_map(|&link| {
                let place = self.registry.guardianships.get(link)?.guardian;
                let other = self.registry.guardians.get(place)?;
                (other.details.names().as_deref() == Some(name.as_str())).then_some(place)
            })
        };
        let place = by_phone.or_else(on_this_child)?;
        let other = self.registry.guardians.get(place)?;
        if disagree(details.email.as_ref(), other.details.email.as_ref()) {
            let other_line = other.line;
            self.note(NoteKind::TwoAddresses, Some(record.line), Some(other_line));
            return None;
        }
        Some(place)
    }

    fn push_guardian(&mut self, record: GuardianRecord, relationship: Relationship) -> usize {
        let place = self.registry.guardians.len();
        self.index_guardian(place, &record, relationship);
        if let Some(email) = &record.details.email {
            let first = *self
                .guardians
                .first_with_email
                .entry(email.folded().to_owned())
                .or_insert(place);
            if let Some(other) = self.registry.guardians.get(first).map(|other| other.line) {
                self.note(NoteKind::SharedAddress, Some(record.line), Some(other));
            }
        }
        self.registry.guardians.push(record);
        place
    }

    fn index_guardian(
        &mut self,
        place: usize,
        record: &GuardianRecord,
        relationship: Relationship,
    ) {
        let details = &record.details;
        let name = guardian_name(details, relationship);
        if let Some(email) = &details.email {
            self.guardians
                .by_email
                .entry((email.folded().to_owned(), name.clone()))
                .or_insert(place);
        }
        if let Some(phone) = details.phone.as_deref().and_then(phone_key) {
            self.guardians
                .by_phone
                .entry((phone, name))
                .or_insert(place);
        }
        if let Some(id) = &record.source_id {
            self.guardians.by_source_id.insert(id.clone(), place);
        }
    }

    fn complete_guardian(
        &mut self,
        place: usize,
        record: GuardianRecord,
        relationship: Relationship,
    ) {
        self.index_guardian(place, &record, relationship);
        let Some(guardian) = self.registry.guardians.get_mut(place) else {
            return;
        };
        let (known, said) = (&mut guardian.details, record.details);
        known.email = known.email.take().or(said.email);
        known.phone = known.phone.take().or(said.phone);
        known.language = known.language.take().or(said.language);
    }
}

impl UnreadStudent {
    /// What a record says of who it is about.
    pub(crate) fn of(record: &StudentRecord) -> Self {
        let StudentRecord {
            details, source_id, ..
        } = record;
        Self {
            fiche: details.fiche,
            permanent_code: details.permanent_code.clone(),
            source_id: source_id.clone(),
            names: Some(details.names()),
            school: details.school.clone(),
        }
    }
}

/// Adults without a name are told apart by what they are to the child.
fn guardian_name(details: &GuardianDetails, relationship: Relationship) -> String {
    details
        .names()
        .unwrap_or_else(|| relationship.as_str().to_owned())
}

/// Both are there and they differ.
pub(crate) fn disagree<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one != other)
}

/// The first field in which two lines of one student cannot both be right.
fn contradiction(earlier: &StudentDetails, later: &StudentDetails) -> Option<Field> {
    let names = (earlier.names(), later.names());
    let last_names = |names: &str| names.split('\n').next().map(str::to_owned);
    [
        (Field::Fiche, disagree(earlier.fiche, later.fiche)),
        (
            Field::LastNames,
            last_names(&names.0) != last_names(&names.1),
        ),
        (Field::FirstNames, names.0 != names.1),
        (
            Field::BirthDate,
            disagree(earlier.birth_date, later.birth_date),
        ),
        (
            Field::PermanentCode,
            disagree(
                earlier.permanent_code.as_ref(),
                later.permanent_code.as_ref(),
            ),
        ),
    ]
    .into_iter()
    .find_map(|(field, differs)| differs.then_some(field))
}
