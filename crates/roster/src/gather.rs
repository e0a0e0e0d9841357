//! A registry as its readers put it together, line after line: who is the same person within one file (domain.md §12),
//! what is left out and why. A table is read twice: the first pass tells who is who (`students`, `guardians`) and leaves
//! a `trace`, the second follows it and hands on whole students with their adults (`content`), some thousands at a time.
//! What lies in several files is in memory anyway and is read once. Reading cells does not belong here.

mod content;
mod guardians;
mod index;
mod named;
mod students;
mod trace;

use std::sync::Arc;

use content::Content;
use guardians::Guardians;
pub use named::Named;
use students::{Refusal, Students, Told};
pub use trace::Totals;
pub(crate) use trace::Trace;
use trace::{LineNote, Replay};

use crate::cells::{Read, mask};
use crate::records::{
    Format, GuardianRecord, Registry, StudentDetails, StudentRecord, Tie, UnreadStudent,
};
use crate::report::{Field, LeftOut, Note, NoteKind, Reason, UnusableLine};

/// After so many lines for each student that a chunk may hold, it is handed on as it is.
const LINES_A_STUDENT: usize = 4;

/// A registry being gathered.
pub(crate) struct Gathering {
    format: Format,
    file: Arc<str>,
    pass: Pass,
    content: Content,
    /// Students met so far.
    met: usize,
    /// The student of the line being read.
    current: Option<usize>,
    lines: usize,
    /// What is to be handed on beside students and adults.
    unusable: Vec<UnusableLine>,
    notes: Vec<Note>,
    unread: Vec<UnreadStudent>,
    left_out: usize,
    not_split: usize,
}

enum Pass {
    /// Of what is in memory.
    Only(People),
    First(People, Trace),
    Second(Replay),
}

/// Who is who.
#[derive(Default)]
struct People {
    students: Students,
    guardians: Guardians,
    notes: Vec<LineNote>,
}

impl Gathering {
    /// For a registry that is read once and held in memory.
    pub(crate) fn new(format: Format, file: Arc<str>) -> Self {
        Self::begin(format, file, Pass::Only(People::default()))
    }

    /// Learns who is who, and keeps nothing else.
    pub(crate) fn first_pass(format: Format, file: Arc<str>) -> Self {
        let pass = Pass::First(People::default(), Trace::default());
        Self::begin(format, file, pass)
    }

    /// Follows the trace of the first pass over the same lines.
    pub(crate) fn second_pass(format: Format, file: Arc<str>, trace: Trace) -> Self {
        Self::begin(format, file, Pass::Second(Replay::new(trace)))
    }

    fn begin(format: Format, file: Arc<str>, pass: Pass) -> Self {
        Self {
            format,
            file,
            pass,
            content: Content::default(),
            met: 0,
            current: None,
            lines: 0,
            unusable: Vec::new(),
            notes: Vec::new(),
            unread: Vec::new(),
            left_out: 0,
            not_split: 0,
        }
    }

    /// Ends the first pass.
    pub(crate) fn into_trace(self) -> (Trace, Named) {
        match self.pass {
            Pass::First(mut people, mut trace) => {
                trace.totals = people.totals();
                trace.notes = std::mem::take(&mut people.notes);
                (trace, people.named())
            }
            Pass::Only(_) | Pass::Second(_) => (Trace::default(), Named::default()),
        }
    }

    /// Everybody was met: leaves whom the files name.
    pub(crate) fn take_named(&mut self) -> Named {
        match &mut self.pass {
            Pass::Only(people) => std::mem::take(people).named(),
            Pass::First(..) | Pass::Second(_) => Named::default(),
        }
    }

    pub(crate) fn totals(&self) -> Totals {
        match &self.pass {
            Pass::Only(people) | Pass::First(people, _) => people.totals(),
            Pass::Second(_) => Totals::default(),
        }
    }

    /// Whether every line was left out because nothing parts the two names.
    pub(crate) const fn nothing_is_split(&self) -> bool {
        self.left_out > 0 && self.met == 0 && self.not_split == self.left_out
    }

    /// Whether the lines are not those of the first pass.
    pub(crate) const fn is_lost(&self) -> bool {
        matches!(&self.pass, Pass::Second(replay) if replay.is_lost)
    }

    /// The reader goes on to another line.
    pub(crate) fn end_line(&mut self, line: u64) {
        self.lines += 1;
        if let Pass::Second(replay) = &mut self.pass {
            for note in replay.notes_up_to(line) {
                self.notes.push(note.in_file(&self.file));
            }
            if let Some(student) = self.current.take()
                && replay.is_last_line(student, line)
            {
                self.content.close(student);
            }
        }
    }

    pub(crate) const fn has_chunk(&self, students: usize) -> bool {
        self.content.ready() >= students || self.lines >= students.saturating_mul(LINES_A_STUDENT)
    }

    /// Nothing more comes: everybody is ready to be handed on.
    pub(crate) fn end(&mut self) {
        self.content.close_all();
        if let Pass::Only(people) = &mut self.pass {
            let notes = std::mem::take(&mut people.notes);
            self.notes
                .extend(notes.iter().map(|note| note.in_file(&self.file)));
        }
        if self.met == 0 && self.left_out == 0 {
            self.note(NoteKind::NoStudent, None, None);
        }
    }

    /// Hands on so many students at most, and all else that was met; none when nothing is left.
    pub(crate) fn hand_on(&mut self, students: usize) -> Option<Registry> {
        let mut registry = Registry::empty(self.format, Arc::clone(&self.file));
        self.content.hand_on(students, &mut registry);
        registry.unusable.append(&mut self.unusable);
        registry
            .unusable
            .sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
        registry.notes.append(&mut self.notes);
        registry.notes.sort_by_key(|note| note.line);
        registry.unread.append(&mut self.unread);
        self.lines = 0;
        let says_nothing = registry.students.is_empty()
            && registry.unusable.is_empty()
            && registry.notes.is_empty()
            && registry.unread.is_empty();
        (!says_nothing).then_some(registry)
    }

    pub(crate) fn note(&mut self, kind: NoteKind, line: Option<u64>, other_line: Option<u64>) {
        if matches!(self.pass, Pass::First(..)) {
            return;
        }
        self.notes.push(Note {
            kind,
            file: Arc::clone(&self.file),
            line,
            other_line,
        });
    }

    /// A note about a table that is not the students' own, as a whole or at one line.
    pub(crate) fn note_in(&mut self, file: &str, kind: NoteKind, line: Option<u64>) {
        self.notes.push(Note {
            kind,
            file: file.into(),
            line,
            other_line: None,
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
        self.left_out += 1;
        self.not_split += usize::from(reason == Reason::NameNotSplit);
        if matches!(self.pass, Pass::First(..)) {
            return;
        }
        self.unusable.push(UnusableLine {
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
        let file = Arc::clone(&self.file);
        self.leave_out(&file, line, bad, reason, LeftOut::Line);
        self.spare(unread);
    }

    /// Remembers somebody whom the file names without a line that could be used.
    pub(crate) fn spare(&mut self, unread: UnreadStudent) {
        if !matches!(self.pass, Pass::First(..)) {
            self.unread.push(unread);
        }
    }

    pub(crate) fn student_with_source_id(&self, source_id: &str) -> Option<usize> {
        match &self.pass {
            Pass::Only(people) | Pass::First(people, _) => {
                people.students.with_source_id(source_id)
            }
            Pass::Second(_) => None,
        }
    }

    /// Takes a student in: the place in the file, or `None` when the line contradicts an earlier one.
    pub(crate) fn add_student(&mut self, record: StudentRecord) -> Option<usize> {
        let told = match &mut self.pass {
            Pass::Only(people) => people.student(&record),
            Pass::First(people, trace) => {
                let told = people.student(&record);
                trace.add_student(told, record.line);
                self.met = people.students.count();
                return told.place();
            }
            Pass::Second(replay) => replay.next_student()?,
        };
        match told {
            Told::Refused(refusal) => self.refuse(&record, refusal),
            Told::Student(place) => {
                if place == self.met {
                    self.met += 1;
                    self.check_permanent_code(record.line, &record.details);
                }
                self.current = Some(place);
                self.content.add_student(place, record);
            }
        }
        told.place()
    }

    /// Ties an adult to a student; an adult met before is found again.
    pub(crate) fn add_guardian(&mut self, student: usize, record: GuardianRecord, tie: Tie) {
        let place = match &mut self.pass {
            Pass::Only(people) => people.guardian(student, &record, tie),
            Pass::First(people, trace) => {
                trace.add_guardian(people.guardian(student, &record, tie));
                return;
            }
            Pass::Second(replay) => replay.next_guardian(),
        };
        match place {
            Some(place) => self.content.add_guardian(student, place, record, tie),
            None => {
                let file = Arc::clone(&self.file);
                let bad = (Field::GuardianName, record.details.last_names.as_str());
                let reason = Reason::TooMany;
                self.leave_out(&file, record.line, bad, reason, LeftOut::Guardian);
            }
        }
    }

    fn refuse(&mut self, record: &StudentRecord, Refusal { field, reason }: Refusal) {
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

impl People {
    fn totals(&self) -> Totals {
        Totals {
            students: self.students.count(),
            guardians: self.guardians.count(),
            guardianships: self.guardians.links(),
        }
    }

    fn named(self) -> Named {
        let mut named = Named::default();
        self.students.name_in(&mut named);
        self.guardians.name_in(&mut named);
        named
    }

    fn student(&mut self, record: &StudentRecord) -> Told {
        let mut note = about(record.line, &mut self.notes);
        self.students.tell(record, &mut note)
    }

    fn guardian(&mut self, student: usize, record: &GuardianRecord, tie: Tie) -> Option<usize> {
        let mut note = about(record.line, &mut self.notes);
        self.guardians.tell(student, record, tie, &mut note)
    }
}

/// Takes notes about a line.
fn about(line: u64, notes: &mut Vec<LineNote>) -> impl FnMut(NoteKind, u32) {
    let line = u32::try_from(line).unwrap_or(u32::MAX);
    move |kind, other_line| {
        notes.push(LineNote {
            kind,
            line,
            other_line,
        });
    }
}
