//! What a line says of one adult: cells to a record. What it says of the student is in `student`.

use std::sync::Arc;

use domain::{Access, Relationship};

use super::Layout;
use crate::cells::{self, clean};
use crate::full_name;
use crate::gather::Gathering;
use crate::meaning::{GuardianColumn, Meaning, Slot, SlotKind, StudentColumn};
use crate::records::{GuardianDetails, GuardianRecord, Tie};
use crate::report::{Field, LeftOut, Reason};
use crate::table::Row;
use crate::words;

impl Layout {
    pub(super) fn guardian(
        &self,
        row: &Row,
        slot: Slot,
        student: usize,
        file: &Arc<str>,
        gathering: &mut Gathering,
    ) {
        let cell = |column| self.cell(row, Meaning::Guardian(slot, column));
        let columns = GuardianColumn::ALL.iter();
        if let Some(column) = columns
            .copied()
            .find(|column| cells::is_error(cell(*column)))
        {
            let bad = (Meaning::Guardian(slot, column).field(), cell(column));
            gathering.leave_out(file, row.line, bad, Reason::ErrorCell, LeftOut::Guardian);
            return;
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
        let details = GuardianDetails {
            last_names,
            first_names,
            email,
            ..self.guardian_details(row, slot)
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

    /// Telephone and language.
    fn guardian_details(&self, row: &Row, slot: Slot) -> GuardianDetails {
        let cell = |column| self.cell(row, Meaning::Guardian(slot, column));
        let phone = clean(cell(GuardianColumn::Phone));
        let home = self.student_cell(row, StudentColumn::HomeLanguage);
        let languages = [cell(GuardianColumn::Language), home];
        let language = languages.into_iter().find_map(words::language);
        GuardianDetails {
            phone: (!phone.is_empty()).then_some(phone),
            language: language.map(str::to_owned),
            ..GuardianDetails::default()
        }
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
