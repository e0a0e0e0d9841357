//! Which student of the registry a record is about, and what changes. Adults are in `guardians`; who is gone is told at
//! the end of a file, from `so_far`.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

use domain::{FicheNumber, PermanentCode, StudentId};

use super::corrections::{CorrectionTold, correct_student, student_as_the_source_says};
use super::questions::{Question, QuestionKind};
use super::{Changes, Existing, ExistingStudent, FieldChange, SoFar, StudentPlan};
use crate::cells::mask;
use crate::gather::disagree;
use crate::keys::same_school;
use crate::records::{Registry, School, StudentDetails, StudentRecord, UnreadStudent};
use crate::report::{Field, LeftOut, Note, NoteKind, Reason, UnusableLine};

/// The students' part of a plan. `existing` gives, for each record, the place of the student it is about.
pub(super) struct Matched {
    pub(super) plans: Vec<StudentPlan>,
    pub(super) existing: Vec<Option<usize>>,
    pub(super) met: Vec<StudentId>,
    pub(super) spared: Vec<StudentId>,
    pub(super) unusable: Vec<UnusableLine>,
    pub(super) notes: Vec<Note>,
    pub(super) questions: Vec<Question>,
    pub(super) corrections: Vec<CorrectionTold>,
}

/// The outcome for one record while the search goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Found {
    Nobody,
    Student(usize),
    LeftOut,
}

struct Search<'a> {
    registry: &'a Registry,
    existing: &'a [ExistingStudent],
    so_far: &'a SoFar,
    by_fiche: HashMap<FicheNumber, usize>,
    by_code: HashMap<&'a PermanentCode, usize>,
    by_source_id: HashMap<&'a str, usize>,
    /// Made when first wanted: most files name everybody by number, and folding costs more than all the rest.
    by_names: OnceCell<HashMap<String, Vec<usize>>>,
    claimed: Vec<bool>,
    unusable: Vec<UnusableLine>,
    notes: Vec<Note>,
    questions: Vec<Question>,
    corrections: Vec<CorrectionTold>,
}

pub(super) fn compare(registry: &Registry, existing: &Existing, so_far: &SoFar) -> Matched {
    let mut search = Search::over(registry, &existing.students, so_far);
    // Numbers and ids first, so that no namesake takes the place of a student whom a later line names by number.
    let mut found: Vec<Found> = registry
        .students
        .iter()
        .map(|record| search.by_key(record))
        .collect();
    for (place, (record, found)) in registry.students.iter().zip(&mut found).enumerate() {
        if *found == Found::Nobody {
            *found = search.by_name(place, record);
        }
    }
    let plans = registry
        .students
        .iter()
        .zip(&found)
        .map(|(record, found)| search.plan(record, *found))
        .collect();
    let spared = search.spared();
    let claimed = search.existing.iter().zip(&search.claimed);
    let met = claimed
        .filter(|(_, claimed)| **claimed)
        .map(|(student, _)| student.id)
        .collect();
    let existing = found
        .into_iter()
        .map(|found| match found {
            Found::Student(place) => Some(place),
            Found::Nobody | Found::LeftOut => None,
        })
        .collect();
    Matched {
        plans,
        existing,
        met,
        spared,
        unusable: search.unusable,
        notes: search.notes,
        questions: search.questions,
        corrections: search.corrections,
    }
}

impl<'a> Search<'a> {
    fn over(registry: &'a Registry, existing: &'a [ExistingStudent], so_far: &'a SoFar) -> Self {
        let mut search = Self {
            registry,
            existing,
            so_far,
            by_fiche: HashMap::new(),
            by_code: HashMap::new(),
            by_source_id: HashMap::new(),
            by_names: OnceCell::new(),
            claimed: existing
                .iter()
                .map(|student| so_far.met.contains(&student.id))
                .collect(),
            unusable: Vec::new(),
            notes: Vec::new(),
            questions: Vec::new(),
            corrections: Vec::new(),
        };
        for (place, student) in existing.iter().enumerate() {
            if let Some(fiche) = student.details.fiche {
                search.by_fiche.insert(fiche, place);
            }
            if let Some(code) = &student.details.permanent_code {
                search.by_code.insert(code, place);
            }
            if let Some(id) = student
                .source_id
                .as_deref()
                .filter(|_| student.source == Some(registry.format))
            {
                search.by_source_id.insert(id, place);
            }
        }
        search
    }

    fn with_names(&self, names: &str) -> &[usize] {
        let index = || {
            let mut by_names: HashMap<String, Vec<usize>> = HashMap::new();
            for (place, student) in self.existing.iter().enumerate() {
                let names = student.details.names();
                let source = student_as_the_source_says(student).names();
                if source != names {
                    by_names.entry(source).or_default().push(place);
                }
                by_names.entry(names).or_default().push(place);
            }
            by_names
        };
        self.by_names
            .get_or_init(index)
            .get(names)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// By fiche, permanent code and the source's id: all that are known must name one student.
    fn by_key(&mut self, record: &StudentRecord) -> Found {
        let details = &record.details;
        let mut places: Vec<usize> = [
            details.fiche.and_then(|fiche| self.by_fiche.get(&fiche)),
            details
                .permanent_code
                .as_ref()
                .and_then(|code| self.by_code.get(code)),
            record
                .source_id
                .as_deref()
                .and_then(|id| self.by_source_id.get(id)),
        ]
        .into_iter()
        .flatten()
        .copied()
        .collect();
        places.dedup();
        let place = match places.as_slice() {
            [] => return Found::Nobody,
            [place] => *place,
            _ => return self.leave_out(record, Reason::KeysDisagree),
        };
        let Some(student) = self.existing.get(place) else {
            return Found::Nobody;
        };
        if disagree(details.fiche, student.details.fiche) {
            return self.leave_out(record, Reason::KeysDisagree);
        }
        let known = student_as_the_source_says(student);
        if disagree(details.birth_date, known.birth_date) && details.names() != known.names() {
            self.note(NoteKind::IdentityChanged, record.line);
        }
        self.claim(record, place)
    }

    /// By identical names and birth date, when no key contradicts and only one student fits. A record without any
    /// key is the only student of these names in its school. Where a doubt is left it is asked.
    fn by_name(&mut self, place: usize, record: &StudentRecord) -> Found {
        let mut fitting = Vec::new();
        let mut doubtful = Vec::new();
        for &there in self.with_names(&record.details.names()) {
            let Some(student) = self.free(there) else {
                continue;
            };
            let contradicted = self.is_contradicted(record, student);
            let fits = fits(record, student);
            let unsaid =
                record.details.birth_date.is_none() || student.details.birth_date.is_none();
            if fits && !contradicted {
                fitting.push(there);
            } else if fits || (unsaid && !contradicted) {
                doubtful.push(there);
            }
        }
        match (fitting.as_slice(), doubtful.as_slice()) {
            ([there], _) => self.claim(record, *there),
            ([], [there]) => self.ask(place, record, *there),
            ([], []) => Found::Nobody,
            _ => {
                self.note(NoteKind::SameNames, record.line);
                Found::Nobody
            }
        }
    }

    /// A student whom no line is about yet, and whom no line of the file names by number.
    fn free(&self, place: usize) -> Option<&'a ExistingStudent> {
        let student = self.existing.get(place)?;
        let is_claimed = self.claimed.get(place).is_some_and(|claimed| *claimed);
        let source_id = student
            .source_id
            .as_deref()
            .filter(|_| student.source == Some(self.registry.format));
        let details = &student.details;
        let is_named = self.so_far.named.has_student(
            details.fiche,
            details.permanent_code.as_ref(),
            source_id,
        );
        (!is_claimed && !is_named).then_some(student)
    }

    fn is_contradicted(&self, record: &StudentRecord, student: &ExistingStudent) -> bool {
        let (said, known) = (&record.details, &student.details);
        let same_source = student.source == Some(self.registry.format);
        disagree(said.fiche, known.fiche)
            || disagree(said.permanent_code.as_ref(), known.permanent_code.as_ref())
            || (same_source && disagree(record.source_id.as_ref(), student.source_id.as_ref()))
    }

    fn ask(&mut self, place: usize, record: &StudentRecord, there: usize) -> Found {
        let Some(student) = self.existing.get(there) else {
            return Found::Nobody;
        };
        let question = Question {
            kind: QuestionKind::Student,
            record: place,
            line: record.line,
            existing: student.id.0,
        };
        self.questions.push(question);
        match self.so_far.answers.get(&question.id()) {
            Some(true) => self.claim(record, there),
            Some(false) => Found::Nobody,
            None => {
                self.note(NoteKind::SameNames, record.line);
                self.note(NoteKind::Unanswered, record.line);
                Found::Nobody
            }
        }
    }

    fn claim(&mut self, record: &StudentRecord, place: usize) -> Found {
        match self.claimed.get_mut(place) {
            Some(claimed) if !*claimed => {
                *claimed = true;
                Found::Student(place)
            }
            _ => self.leave_out(record, Reason::SamePersonTwice),
        }
    }

    fn leave_out(&mut self, record: &StudentRecord, reason: Reason) -> Found {
        let details = &record.details;
        let (field, value) = match (details.fiche, &details.permanent_code, &record.source_id) {
            (Some(fiche), _, _) => (Field::Fiche, fiche.to_string()),
            (None, Some(code), _) => (Field::PermanentCode, code.as_str().to_owned()),
            (None, None, Some(id)) => (Field::SourceId, id.clone()),
            _ => (Field::LastNames, details.last_names.clone()),
        };
        self.unusable.push(UnusableLine {
            file: Arc::clone(&self.registry.file),
            line: record.line,
            field,
            value: mask(field, &value),
            reason,
            left_out: LeftOut::Line,
        });
        // The line is about one of these, and a student whom the file names is not gone.
        let keys = [
            details.fiche.and_then(|fiche| self.by_fiche.get(&fiche)),
            details
                .permanent_code
                .as_ref()
                .and_then(|code| self.by_code.get(code)),
        ];
        for place in keys.into_iter().flatten() {
            if let Some(claimed) = self.claimed.get_mut(*place) {
                *claimed = true;
            }
        }
        Found::LeftOut
    }

    fn note(&mut self, kind: NoteKind, line: u64) {
        self.notes.push(Note {
            kind,
            file: Arc::clone(&self.registry.file),
            line: Some(line),
            other_line: None,
        });
    }

    fn plan(&mut self, record: &StudentRecord, found: Found) -> StudentPlan {
        let student = match found {
            Found::Nobody => return StudentPlan::New,
            Found::LeftOut => return StudentPlan::LeftOut,
            Found::Student(place) => self.existing.get(place),
        };
        let Some(student) = student else {
            return StudentPlan::New;
        };
        let details = match student.corrections.as_slice() {
            [] => after(&student.details, &record.details),
            _ => {
                let mut said = record.details.clone();
                let told = self.corrections.len();
                correct_student(student, &mut said, &mut self.corrections);
                if self.corrections[told..].iter().any(|told| !told.agrees) {
                    self.note(NoteKind::CorrectionKept, record.line);
                }
                after(&student.details, &said)
            }
        };
        let changes = changes(&student.details, &details);
        let id = student.id;
        if changes.is_empty() {
            StudentPlan::Unchanged { id }
        } else {
            StudentPlan::Changed {
                id,
                details,
                changes,
            }
        }
    }

    /// Those whom a line may be about that could not be used.
    fn spared(&mut self) -> Vec<StudentId> {
        if !self.registry.unread.iter().all(UnreadStudent::says_who) {
            let file = Arc::clone(&self.registry.file);
            self.notes.push(Note {
                kind: NoteKind::GoneNotTold,
                file,
                line: None,
                other_line: None,
            });
        }
        let mut spared = Vec::new();
        for unread in &self.registry.unread {
            let by_names = unread
                .names
                .as_ref()
                .map(|names| self.with_names(names))
                .unwrap_or_default();
            let by_key = [
                unread.fiche.and_then(|fiche| self.by_fiche.get(&fiche)),
                unread
                    .permanent_code
                    .as_ref()
                    .and_then(|code| self.by_code.get(code)),
                unread
                    .source_id
                    .as_deref()
                    .and_then(|id| self.by_source_id.get(id)),
            ];
            let places = by_names.iter().chain(by_key.into_iter().flatten());
            spared.extend(places.filter_map(|place| Some(self.existing.get(*place)?.id)));
        }
        spared
    }
}

/// Whether names alike are enough: with one birth date, or without any key and in one school.
fn fits(record: &StudentRecord, student: &ExistingStudent) -> bool {
    let details = &record.details;
    let keyless = details.birth_date.is_none()
        && record.source_id.is_none()
        && details.fiche.is_none()
        && details.permanent_code.is_none();
    let source_date = student_as_the_source_says(student).birth_date;
    match (details.birth_date, student.details.birth_date) {
        (Some(one), Some(other)) => one == other || source_date == Some(one),
        (None, _) => keyless && in_one_school(details, &student.details),
        (Some(_), None) => false,
    }
}

fn in_one_school(one: &StudentDetails, other: &StudentDetails) -> bool {
    match (&one.school, &other.school) {
        (Some(one), Some(other)) => same_school(one, other),
        _ => true,
    }
}

/// The details after the import: what the file does not say stays.
fn after(known: &StudentDetails, said: &StudentDetails) -> StudentDetails {
    let school = match (&known.school, &said.school) {
        (Some(known), Some(said)) if same_school(known, said) => Some(School {
            code: said.code.clone().or_else(|| known.code.clone()),
            name: said.name.clone().or_else(|| known.name.clone()),
        }),
        (known, said) => said.clone().or_else(|| known.clone()),
    };
    StudentDetails {
        last_names: said.last_names.clone(),
        first_names: said.first_names.clone(),
        birth_date: said.birth_date.or(known.birth_date),
        sex: said.sex.or(known.sex),
        fiche: said.fiche.or(known.fiche),
        permanent_code: said
            .permanent_code
            .clone()
            .or_else(|| known.permanent_code.clone()),
        school,
        group: said.group.clone().or_else(|| known.group.clone()),
        active: said.active,
    }
}

fn changes(old: &StudentDetails, new: &StudentDetails) -> Vec<FieldChange> {
    let mut changes = Changes::default();
    let text = |text: &String| Some(text.clone());
    changes.note(Field::LastNames, &old.last_names, &new.last_names, text);
    changes.note(Field::FirstNames, &old.first_names, &new.first_names, text);
    changes.note(Field::BirthDate, &old.birth_date, &new.birth_date, |date| {
        date.map(|date| date.to_string())
    });
    changes.note(Field::Sex, &old.sex, &new.sex, |sex| {
        sex.map(|sex| sex.to_string())
    });
    changes.note(Field::Fiche, &old.fiche, &new.fiche, |fiche| {
        fiche.map(|fiche| fiche.to_string())
    });
    changes.note(
        Field::PermanentCode,
        &old.permanent_code,
        &new.permanent_code,
        |code| code.as_ref().map(PermanentCode::masked),
    );
    changes.note(Field::School, &old.school, &new.school, |school| {
        school
            .as_ref()
            .and_then(|school| school.name.clone().or_else(|| school.code.clone()))
    });
    changes.note(Field::Group, &old.group, &new.group, Clone::clone);
    changes.note(Field::Status, &old.active, &new.active, |active| {
        Some(if *active { "active" } else { "inactive" }.to_owned())
    });
    changes.0
}
