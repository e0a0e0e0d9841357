//! What a line says of the student: cells to a record. What it says of the adults is in `adult`.

use std::sync::Arc;

use super::{Bad, Layout};
use crate::cells::{self, CodeCell, clean};
use crate::full_name;
use crate::gather::Gathering;
use crate::keys::{fold, name_key};
use crate::meaning::{Meaning, StudentColumn};
use crate::records::{School, StudentDetails, StudentRecord, UnreadStudent};
use crate::report::{Field, NoteKind, Reason};
use crate::table::Row;
use crate::words;

impl Layout {
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

    pub(super) fn student<'a>(
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
    pub(super) fn unread(&self, row: &Row) -> UnreadStudent {
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
}
