//! Who is the same person within one file (domain.md §12): repeated students and adults become one,
//! keys that disagree make the later line unusable. Adults are in `guardians`. Reading cells and knowing the registry
//! do not belong here.

mod guardians;

use std::collections::HashMap;
use std::sync::Arc;

use domain::{FicheNumber, PermanentCode};

use guardians::GuardianKeys;

use crate::cells::{Read, mask};
use crate::keys::fold;
use crate::records::{Format, Registry, StudentDetails, StudentRecord, UnreadStudent};
use crate::report::{Field, LeftOut, Note, NoteKind, Reason, UnusableLine};

/// A registry being gathered, with the keys met so far.
pub(crate) struct Gathering {
    registry: Registry,
    by_fiche: HashMap<FicheNumber, usize>,
    by_code: HashMap<PermanentCode, usize>,
    by_source_id: HashMap<String, usize>,
    by_names: HashMap<String, Vec<usize>>,
    guardian_keys: GuardianKeys,
    /// The guardianships of each student.
    links: Vec<Vec<usize>>,
}

impl Gathering {
    pub(crate) fn new(format: Format, file: Arc<str>) -> Self {
        Self {
            registry: Registry::empty(format, file),
            by_fiche: HashMap::new(),
            by_code: HashMap::new(),
            by_source_id: HashMap::new(),
            by_names: HashMap::new(),
            guardian_keys: GuardianKeys::default(),
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

    /// The value that was read, or nothing and a report.
    pub(crate) fn value<T>(
        &mut self,
        file: &Arc<str>,
        line: u64,
        cell: (Field, &str),
        read: Read<T>,
    ) -> Option<T> {
        read.unwrap_or_else(|reason| {
            self.leave_out(file, line, cell, reason, LeftOut::Value);
            None
        })
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
        self.spare(unread);
    }

    /// Remembers somebody whom the file names without a line that could be used.
    pub(crate) fn spare(&mut self, unread: UnreadStudent) {
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
            [] => {
                let names = details.names();
                let Some(place) = self.same_by_names(&record, &names) else {
                    self.check_permanent_code(*line, details);
                    return Some(self.push_student(record, names));
                };
                place
            }
            [place] => *place,
            _ => {
                self.refuse(&record, Field::Fiche, Reason::KeysDisagree);
                return None;
            }
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
    fn same_by_names(&mut self, record: &StudentRecord, names: &str) -> Option<usize> {
        let details = &record.details;
        let mut namesake = None;
        let mut same = None;
        for &place in self.by_names.get(names)? {
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

    fn push_student(&mut self, record: StudentRecord, names: String) -> usize {
        let place = self.registry.students.len();
        self.by_names.entry(names).or_default().push(place);
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
                .map(|code| code.as_str().to_owned())
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

/// Both are there and they differ.
pub(crate) fn disagree<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one != other)
}

/// The first field in which two lines of one student cannot both be right.
fn contradiction(earlier: &StudentDetails, later: &StudentDetails) -> Option<Field> {
    // Folding costs more than all the rest, and most repeats are spelt alike.
    let unlike = |one: &str, other: &str| one != other && fold(one) != fold(other);
    if disagree(earlier.fiche, later.fiche) {
        Some(Field::Fiche)
    } else if unlike(&earlier.last_names, &later.last_names) {
        Some(Field::LastNames)
    } else if unlike(&earlier.first_names, &later.first_names) {
        Some(Field::FirstNames)
    } else if disagree(earlier.birth_date, later.birth_date) {
        Some(Field::BirthDate)
    } else {
        let codes = (
            earlier.permanent_code.as_ref(),
            later.permanent_code.as_ref(),
        );
        disagree(codes.0, codes.1).then_some(Field::PermanentCode)
    }
}
