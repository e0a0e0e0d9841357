//! The spreadsheet or CSV export of a student system (domain.md §12): one line a student, or one a student and adult.
//! Which column is which, and how it is written, is settled in `survey`; who is the same person in `gather`.

use std::sync::Arc;

use domain::{Access, Relationship};

use crate::cells::{self, CodeCell, clean};
use crate::dates::DateForm;
use crate::full_name::{self, NameOrder};
use crate::gather::{Gathering, Trace};
use crate::keys::{fold, name_key};
use crate::meaning::{GuardianColumn, Meaning, Slot, SlotKind, StudentColumn};
use crate::records::{
    Format, GuardianDetails, GuardianRecord, Registry, School, StudentDetails, StudentRecord, Tie,
    UnreadStudent,
};
use crate::report::{Field, LeftOut, NoteKind, Reason};
use crate::survey::Settled;
use crate::table::{Row, Shape, Table};
use crate::{Limits, RosterError, words};

/// What the first pass over a table learns.
pub(crate) struct FirstPass {
    pub(crate) trace: Trace,
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
    Ok(FirstPass {
        trace: gathering.into_trace(),
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
                checked.map_err(|reason| ((field(*column), cell.as_str()), reason))
            })
    }

    fn names<'a>(&self, row: &'a Row) -> Result<(String, String), Bad<'a>> {
        let last = self.student_cell(row, StudentColumn::LastNames);
        let first = self.student_cell(row, StudentColumn::FirstNames);
        let both = self.student_cell(row, StudentColumn::FullName);
        let two_columns = self
            .columns
            .contains(&Meaning::Student(StudentColumn::FirstNames));
        let whole = if both.is_empty() && !two_columns {
            last
        } else {
            both
        };
        let (last_names, first_names) = if whole.is_empty() {
            (clean(last), clean(first))
        } else {
            let code =
                match cells::permanent_code(self.student_cell(row, StudentColumn::PermanentCode)) {
                    Ok(CodeCell::Code(code)) => Some(code),
                    _ => None,
                };
            let parted = full_name::part(whole, self.name_order, code.as_ref())
                .ok_or(((Field::LastNames, whole), Reason::NameNotSplit))?;
            (parted.last_names, parted.first_names)
        };
        // A name is what folding leaves of it: dots and dashes alone are none.
        let said = |name: &str| !fold(name).is_empty();
        match (said(&last_names), said(&first_names)) {
            (false, _) => Err(((Field::LastNames, last), Reason::Missing)),
            (_, false) => Err(((Field::FirstNames, first), Reason::Missing)),
            _ => Ok((last_names, first_names)),
        }
    }

    fn student<'a>(
        &self,
        row: &'a Row,
        file: &Arc<str>,
        gathering: &mut Gathering,
    ) -> Result<StudentRecord, Bad<'a>> {
        let (last_names, first_names) = self.names(row)?;
        let bad = |field, cell| move |reason| ((field, cell), reason);
        let cell = self.student_cell(row, StudentColumn::BirthDate);
        let birth_date = self.dates.read(cell).map_err(bad(Field::BirthDate, cell))?;
        let cell = self.student_cell(row, StudentColumn::Fiche);
        let fiche = cells::fiche(cell).map_err(bad(Field::Fiche, cell))?;
        let cell = self.student_cell(row, StudentColumn::PermanentCode);
        let permanent_code =
            match cells::permanent_code(cell).map_err(bad(Field::PermanentCode, cell))? {
                CodeCell::None => None,
                CodeCell::Temporary => {
                    gathering.note(NoteKind::TemporaryCode, Some(row.line), None);
                    None
                }
                CodeCell::Code(code) => Some(code),
            };
        let cell = self.student_cell(row, StudentColumn::Sex);
        let sex = gathering.value(file, row.line, (Field::Sex, cell), words::sex(cell));
        let cell = self.student_cell(row, StudentColumn::Status);
        let active = gathering.value(file, row.line, (Field::Status, cell), words::active(cell));
        let group = clean(self.student_cell(row, StudentColumn::Group));
        let details = StudentDetails {
            last_names,
            first_names,
            birth_date,
            sex,
            fiche,
            permanent_code,
            school: self.school(row),
            group: (!group.is_empty()).then_some(group),
            active: active.unwrap_or(true),
        };
        Ok(StudentRecord {
            line: row.line,
            details,
            source_id: None,
        })
    }

    fn school(&self, row: &Row) -> Option<School> {
        let named = cells::school(self.student_cell(row, StudentColumn::School));
        let code = clean(self.student_cell(row, StudentColumn::SchoolCode));
        if code.is_empty() {
            return named;
        }
        Some(School {
            code: Some(code),
            name: named.and_then(|school| school.name),
        })
    }

    /// What can still be read of a line that cannot be used.
    fn unread(&self, row: &Row) -> UnreadStudent {
        UnreadStudent {
            fiche: cells::fiche(self.student_cell(row, StudentColumn::Fiche))
                .ok()
                .flatten(),
            permanent_code: match cells::permanent_code(
                self.student_cell(row, StudentColumn::PermanentCode),
            ) {
                Ok(CodeCell::Code(code)) => Some(code),
                _ => None,
            },
            source_id: None,
            names: self
                .names(row)
                .ok()
                .map(|(last, first)| name_key(&last, &first)),
            school: self.school(row),
        }
    }

    fn guardian(
        &self,
        row: &Row,
        slot: Slot,
        student: usize,
        file: &Arc<str>,
        gathering: &mut Gathering,
    ) {
        let cell = |column| self.cell(row, Meaning::Guardian(slot, column));
        for column in GuardianColumn::ALL {
            let text = cell(*column);
            if cells::is_error(text) {
                let bad = (field(Meaning::Guardian(slot, *column)), text);
                let reason = Reason::ErrorCell;
                gathering.leave_out(file, row.line, bad, reason, LeftOut::Guardian);
                return;
            }
        }
        let (last_names, first_names) = self.guardian_names(row, slot);
        let text = cell(GuardianColumn::Email);
        let email = gathering.value(
            file,
            row.line,
            (Field::GuardianEmail, text),
            cells::email(text),
        );
        if last_names.is_empty() && first_names.is_empty() && email.is_none() {
            return;
        }
        let text = cell(GuardianColumn::Access);
        let access = match words::access(text) {
            Ok(access) => access.unwrap_or(Access::Unknown),
            Err(reason) => {
                let bad = (Field::Access, text);
                gathering.leave_out(file, row.line, bad, reason, LeftOut::Guardian);
                return;
            }
        };
        let text = cell(GuardianColumn::Relationship);
        let said = words::relationship(text);
        let relationship = gathering.value(file, row.line, (Field::Relationship, text), said);
        let text = cell(GuardianColumn::Priority);
        let priority = gathering.value(
            file,
            row.line,
            (Field::Priority, text),
            cells::priority(text),
        );
        let by_slot = match slot.kind {
            SlotKind::Mother => Relationship::Mother,
            SlotKind::Father => Relationship::Father,
            SlotKind::Tutor => Relationship::Guardian,
            SlotKind::Respondent => Relationship::Unknown,
        };
        let phone = clean(cell(GuardianColumn::Phone));
        let language = [
            cell(GuardianColumn::Language),
            self.student_cell(row, StudentColumn::HomeLanguage),
        ]
        .into_iter()
        .find_map(words::language);
        let details = GuardianDetails {
            last_names,
            first_names,
            email,
            phone: (!phone.is_empty()).then_some(phone),
            language: language.map(str::to_owned),
        };
        let record = GuardianRecord {
            line: row.line,
            details,
            source_id: None,
        };
        let tie = Tie {
            relationship: relationship.unwrap_or(by_slot),
            priority,
            access,
        };
        gathering.add_guardian(student, record, tie);
    }

    /// Last and first names of an adult. One column without a comma or capitals is kept whole: nothing tells where to
    /// part it.
    fn guardian_names(&self, row: &Row, slot: Slot) -> (String, String) {
        let cell = |column| self.cell(row, Meaning::Guardian(slot, column));
        let (last, first) = (
            cell(GuardianColumn::LastNames),
            cell(GuardianColumn::FirstNames),
        );
        let both = cell(GuardianColumn::FullName);
        // "Répondant" beside "Prénom répondant" holds the last names.
        let (last, both) = if last.is_empty() && !first.is_empty() {
            (both, "")
        } else {
            (last, both)
        };
        if !first.is_empty() {
            return (clean(last), clean(first));
        }
        let whole = if last.is_empty() { both } else { last };
        match full_name::part(whole, None, None) {
            Some(parted) => (parted.last_names, parted.first_names),
            None => (clean(whole), String::new()),
        }
    }
}

/// Under which name a column is reported.
const fn field(column: Meaning) -> Field {
    match column {
        Meaning::Student(column) => match column {
            StudentColumn::Fiche => Field::Fiche,
            StudentColumn::PermanentCode => Field::PermanentCode,
            StudentColumn::LastNames | StudentColumn::FullName => Field::LastNames,
            StudentColumn::FirstNames => Field::FirstNames,
            StudentColumn::BirthDate => Field::BirthDate,
            StudentColumn::Sex => Field::Sex,
            StudentColumn::SchoolCode | StudentColumn::School => Field::School,
            StudentColumn::Group => Field::Group,
            StudentColumn::Status => Field::Status,
            StudentColumn::HomeLanguage => Field::Language,
        },
        Meaning::Guardian(_, column) => match column {
            GuardianColumn::LastNames | GuardianColumn::FirstNames | GuardianColumn::FullName => {
                Field::GuardianName
            }
            GuardianColumn::Email => Field::GuardianEmail,
            GuardianColumn::Phone => Field::GuardianPhone,
            GuardianColumn::Relationship => Field::Relationship,
            GuardianColumn::Language => Field::Language,
            GuardianColumn::Priority => Field::Priority,
            GuardianColumn::Access => Field::Access,
        },
    }
}
