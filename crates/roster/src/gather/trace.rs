//! What the first pass over a table learns for the second: who each line is about, four bytes a line, and where a
//! student is named last. Nothing that a file says of anybody is kept here.

use std::sync::Arc;

use super::students::{Refusal, Told};
use crate::report::{Note, NoteKind};

/// Refusals stand at the top of the numbers, where no place is.
const FIRST_REFUSAL: u32 = u32::MAX - 100;
const LEFT_OUT: u32 = u32::MAX;

/// The people of a table, in the order in which its lines name them.
#[derive(Default)]
pub(crate) struct Trace {
    students: Vec<u32>,
    guardians: Vec<u32>,
    /// The last line of each student.
    last_lines: Vec<u32>,
    pub(super) notes: Vec<LineNote>,
    pub(crate) totals: Totals,
}

/// How many records a whole file gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    pub students: usize,
    pub guardians: usize,
    pub guardianships: usize,
}

/// A note about two lines of one file.
#[derive(Clone, Copy)]
pub(super) struct LineNote {
    pub(super) kind: NoteKind,
    pub(super) line: u32,
    pub(super) other_line: u32,
}

impl LineNote {
    pub(super) fn in_file(self, file: &Arc<str>) -> Note {
        Note {
            kind: self.kind,
            file: Arc::clone(file),
            line: Some(self.line.into()),
            other_line: Some(self.other_line.into()),
        }
    }
}

impl Trace {
    pub(super) fn add_student(&mut self, told: Told, line: u64) {
        let number = match told {
            Told::Refused(refusal) => Refusal::ALL
                .iter()
                .position(|known| *known == refusal)
                .and_then(|at| u32::try_from(at).ok())
                .map_or(LEFT_OUT, |at| FIRST_REFUSAL + at),
            Told::Student(place) => {
                let line = u32::try_from(line).unwrap_or(u32::MAX);
                match self.last_lines.get_mut(place) {
                    Some(last) => *last = line,
                    None => self.last_lines.push(line),
                }
                u32::try_from(place).unwrap_or(LEFT_OUT)
            }
        };
        self.students.push(number);
    }

    pub(super) fn add_guardian(&mut self, place: Option<usize>) {
        let number = place.and_then(|place| u32::try_from(place).ok());
        self.guardians.push(number.unwrap_or(LEFT_OUT));
    }
}

/// A trace being followed.
pub(super) struct Replay {
    trace: Trace,
    student: usize,
    guardian: usize,
    note: usize,
    /// The file has more lines than it had, or other ones.
    pub(super) is_lost: bool,
}

impl Replay {
    pub(super) const fn new(trace: Trace) -> Self {
        Self {
            trace,
            student: 0,
            guardian: 0,
            note: 0,
            is_lost: false,
        }
    }

    pub(super) fn next_student(&mut self) -> Option<Told> {
        let number = self.trace.students.get(self.student).copied();
        self.student += 1;
        self.is_lost |= number.is_none();
        let number = number?;
        match number.checked_sub(FIRST_REFUSAL) {
            None => Some(Told::Student(number as usize)),
            Some(at) => Refusal::ALL.get(at as usize).copied().map(Told::Refused),
        }
    }

    /// The adult of the next mention; none when it is left out.
    pub(super) fn next_guardian(&mut self) -> Option<usize> {
        let number = self.trace.guardians.get(self.guardian).copied();
        self.guardian += 1;
        self.is_lost |= number.is_none();
        number
            .filter(|number| *number != LEFT_OUT)
            .map(|number| number as usize)
    }

    /// The notes about lines up to this one that were not told yet.
    pub(super) fn notes_up_to(&mut self, line: u64) -> &[LineNote] {
        let rest = self.trace.notes.get(self.note..).unwrap_or_default();
        let count = rest
            .iter()
            .take_while(|note| u64::from(note.line) <= line)
            .count();
        self.note += count;
        &rest[..count]
    }

    pub(super) fn is_last_line(&self, student: usize, line: u64) -> bool {
        let last = self.trace.last_lines.get(student);
        last.is_none_or(|last| line >= u64::from(*last))
    }
}
