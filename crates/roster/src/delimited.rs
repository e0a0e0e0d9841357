//! The spreadsheet or CSV export of a student system (domain.md §12): one line a student, or one a student and adult.
//! Which column is which, and how it is written, is settled in `survey`; what a line says in `student`
//! and `adult`; who is the same person in `gather`.

mod adult;
mod student;

use std::sync::Arc;

use crate::cells;
use crate::dates::DateForm;
use crate::full_name::NameOrder;
use crate::gather::{Gathering, Named, Trace};
use crate::meaning::{GuardianColumn, Meaning, Slot, SlotKind, StudentColumn};
use crate::records::{Format, Registry};
use crate::report::{Field, Reason};
use crate::survey::Settled;
use crate::table::{Row, Shape, Table};
use crate::{Limits, RosterError};

/// What the first pass over a table learns.
pub(crate) struct FirstPass {
    pub(crate) trace: Trace,
    pub(crate) named: Named,
    settled: Settled,
    hash: [u8; 32],
}

/// Reads a table to tell who its lines are about.
///
/// # Errors
/// No table, no names, or nothing by which one student is told from another.
pub(crate) fn first_pass(settled: Settled, limits: &Limits) -> Result<FirstPass, RosterError> {
    let mut table = Table::begin(&settled.file, settled.form, limits)?;
    let hash = table.hash();
    let mut gathering = Gathering::first_pass(Format::Csv, Arc::clone(&table.file));
    let layout = Layout::of(&settled, &table.file)?;
    while let Some(row) = table.next_row(&layout.wanted)? {
        layout.read_row(&row, &table.file, &mut gathering);
    }
    // One column called "Nom" may hold both names; when nothing parts them, the first names are simply missing.
    if gathering.nothing_is_split() {
        return Err(missing_column(&table.file, "Prénom"));
    }
    let (trace, named) = gathering.into_trace();
    Ok(FirstPass {
        trace,
        named,
        hash: hash.so_far(),
        settled,
    })
}

/// The second pass, which hands the students on.
pub(crate) struct SecondPass {
    table: Table,
    layout: Layout,
    gathering: Gathering,
    hash: [u8; 32],
    is_at_end: bool,
}

impl SecondPass {
    pub(crate) fn begin(first: FirstPass, limits: &Limits) -> Result<Self, RosterError> {
        let settled = first.settled;
        let table = Table::begin(&settled.file, settled.form, limits)?;
        let name = Arc::clone(&table.file);
        let layout = Layout::of(&settled, &name)?;
        let mut gathering = Gathering::second_pass(Format::Csv, name, first.trace);
        for (kind, line) in settled.notes {
            gathering.note(kind, line, None);
        }
        Ok(Self {
            table,
            layout,
            gathering,
            hash: first.hash,
            is_at_end: false,
        })
    }

    /// The hash that the first pass saw.
    pub(crate) const fn hash(&self) -> [u8; 32] {
        self.hash
    }

    /// The next students, so many at most; none at the end.
    pub(crate) fn next_chunk(&mut self, students: usize) -> Result<Option<Registry>, RosterError> {
        loop {
            self.read_on(students)?;
            let changed = self.is_at_end && self.table.hash().so_far() != self.hash;
            if changed || self.gathering.is_lost() {
                return Err(RosterError::FileChanged);
            }
            // So many lines may have said nothing that is handed on.
            let chunk = self.gathering.hand_on(students);
            if chunk.is_some() || self.is_at_end {
                return Ok(chunk);
            }
        }
    }

    fn read_on(&mut self, students: usize) -> Result<(), RosterError> {
        while !self.is_at_end && !self.gathering.has_chunk(students) {
            match self.table.next_row(&self.layout.wanted)? {
                Some(row) => {
                    let (file, gathering) = (&self.table.file, &mut self.gathering);
                    self.layout.read_row(&row, file, gathering);
                    gathering.end_line(row.line);
                }
                None => {
                    self.is_at_end = true;
                    self.gathering.end();
                }
            }
        }
        Ok(())
    }
}

fn missing_column(file: &str, name: &str) -> RosterError {
    RosterError::MissingColumn {
        file: file.to_owned(),
        name: name.to_owned(),
    }
}

/// Where everything stands in this file.
struct Layout {
    /// The columns that are read, in the order of `columns`.
    wanted: Vec<usize>,
    columns: Vec<Meaning>,
    slots: Vec<Slot>,
    dates: DateForm,
    name_order: Option<NameOrder>,
}

/// A cell that cannot be used.
type Bad<'a> = ((Field, &'a str), Reason);

impl Layout {
    fn of(settled: &Settled, file: &str) -> Result<Self, RosterError> {
        let (wanted, columns) = settled.columns.iter().copied().unzip();
        let mut layout = Self {
            wanted,
            columns,
            slots: Vec::new(),
            dates: settled.dates,
            name_order: settled.name_order,
        };
        if layout.columns.is_empty() {
            return Err(RosterError::NotATable);
        }
        let has = |column| layout.columns.contains(&Meaning::Student(column));
        if !has(StudentColumn::FullName) && !has(StudentColumn::LastNames) {
            return Err(missing_column(file, "Nom"));
        }
        let keys = [
            StudentColumn::Fiche,
            StudentColumn::PermanentCode,
            StudentColumn::BirthDate,
        ];
        if !keys.into_iter().any(has) {
            return Err(missing_column(file, "Fiche"));
        }
        // An address without a word for the adult may be the student's own: it is read only beside a named respondent.
        let named = |slot: Slot| {
            slot.kind != SlotKind::Respondent
                || slot.number > 0
                || [GuardianColumn::LastNames, GuardianColumn::FullName]
                    .iter()
                    .any(|column| layout.columns.contains(&Meaning::Guardian(slot, *column)))
        };
        let mut slots: Vec<Slot> = layout
            .columns
            .iter()
            .filter_map(|column| match column {
                Meaning::Guardian(slot, _) => Some(*slot),
                Meaning::Student(_) => None,
            })
            .filter(|slot| named(*slot))
            .collect();
        slots.sort_unstable();
        slots.dedup();
        layout.slots = slots;
        Ok(layout)
    }

    /// The first cell under this column that says something.
    fn cell<'a>(&self, row: &'a Row, column: Meaning) -> &'a str {
        self.columns
            .iter()
            .zip(&row.cells)
            .filter(|(known, _)| **known == column)
            .map(|(_, cell)| cell.as_str())
            .find(|cell| !cell.is_empty())
            .unwrap_or_default()
    }

    fn student_cell<'a>(&self, row: &'a Row, column: StudentColumn) -> &'a str {
        self.cell(row, Meaning::Student(column))
    }

    fn read_row(&self, row: &Row, file: &Arc<str>, gathering: &mut Gathering) {
        let place = match self
            .check_shape(row)
            .and_then(|()| self.student(row, file, gathering))
        {
            Ok(record) => gathering.add_student(record),
            Err((bad, reason)) => {
                gathering.leave_out_student(row.line, bad, reason, self.unread(row));
                None
            }
        };
        if let Some(student) = place {
            for slot in &self.slots {
                self.guardian(row, *slot, student, file, gathering);
            }
        }
    }

    fn check_shape<'a>(&self, row: &'a Row) -> Result<(), Bad<'a>> {
        match row.shape {
            Shape::TooLong => return Err(((Field::Line, ""), Reason::TooLong)),
            Shape::ExtraCells => return Err(((Field::Line, ""), Reason::ExtraCells)),
            Shape::Sound => {}
        }
        self.columns
            .iter()
            .zip(&row.cells)
            .try_for_each(|(column, cell)| {
                let is_students = matches!(column, Meaning::Student(_));
                let checked = match cells::is_error(cell) && is_students {
                    true => Err(Reason::ErrorCell),
                    false => cells::check_characters(cell),
                };
                checked.map_err(|reason| ((column.field(), cell.as_str()), reason))
            })
    }
}
