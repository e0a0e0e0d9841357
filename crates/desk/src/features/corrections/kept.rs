//! What was corrected at the desk stays beside what the source says, until the source agrees (domain.md §12): the next
//! import then leaves it alone. How an import does so belongs to `roster` and `import`.

use domain::{FicheNumber, PermanentCode};
use roster::Field;
use store::{CorrectedKind, CorrectionRow, GuardianRow, GuardianshipRow, StudentRow, Write};
use uuid::Uuid;

use super::SOURCE;
use super::write::OnFile;
use crate::Desk;
use crate::contract::FieldChange;
use crate::failure::Outcome;
use crate::house::Open;

/// A field as the source has it, and as the desk will.
type Told = (Field, Option<String>, Option<String>);

impl Desk {
    /// An adult whom no export names has no source to differ from.
    pub(crate) async fn keep_guardian(
        &self,
        open: &Open,
        write: &mut Write,
        before: &GuardianRow,
        after: &GuardianRow,
    ) -> Outcome<()> {
        if before.source == SOURCE {
            return Ok(());
        }
        let (kind, id) = (CorrectedKind::Guardian, after.id.0);
        self.keep(open, write, (kind, id, id), of_guardian(before, after))
            .await
    }

    pub(crate) async fn keep_student(
        &self,
        open: &Open,
        write: &mut Write,
        before: &StudentRow,
        after: &StudentRow,
    ) -> Outcome<()> {
        let (kind, id) = (CorrectedKind::Student, after.id.0);
        self.keep(open, write, (kind, id, id), of_student(before, after))
            .await
    }

    /// The adult, and the relationship to this child.
    pub(super) async fn keep_adult(
        &self,
        open: &Open,
        write: &mut Write,
        before: &OnFile,
        after: &OnFile,
    ) -> Outcome<()> {
        self.keep_guardian(open, write, &before.0, &after.0).await?;
        let tie = &after.1;
        let subject = (
            CorrectedKind::Guardianship,
            tie.student_id.0,
            tie.guardian_id.0,
        );
        let word = |tie: &GuardianshipRow| Some(tie.relationship.to_string());
        let told = vec![(Field::Relationship, word(&before.1), word(tie))];
        self.keep(open, write, subject, told).await
    }

    /// A field that was corrected before keeps what the source says of it; one that is back there differs no more.
    async fn keep(
        &self,
        open: &Open,
        write: &mut Write,
        (subject_kind, subject_id, second_id): (CorrectedKind, Uuid, Uuid),
        told: Vec<Told>,
    ) -> Outcome<()> {
        let known = open.store.corrections_of(subject_id).await?;
        for (field, before, after) in told {
            if before == after {
                continue;
            }
            let earlier = known
                .iter()
                .find(|row| row.second_id == second_id && row.field == field.as_str());
            let source_value = earlier.map_or(before, |row| row.source_value.clone());
            let ids = (subject_id, second_id);
            if source_value == after {
                write.tell_correction(ids, field.as_str(), None).await?;
                continue;
            }
            let correction = CorrectionRow {
                subject_kind,
                subject_id,
                second_id,
                field: field.as_str().to_owned(),
                source_value,
                value: after,
                at: write.now(),
                staff_id: None,
            };
            write.put_correction(&correction).await?;
        }
        Ok(())
    }
}

/// What the source says beside what the desk says; numbers are masked.
pub(crate) fn differing<'a>(rows: impl Iterator<Item = &'a CorrectionRow>) -> Vec<FieldChange> {
    rows.map(|row| {
        let shown =
            |value: &Option<String>| value.as_deref().map(|value| masked(&row.field, value));
        FieldChange {
            field: row.field.clone(),
            old: shown(&row.source_value),
            new: shown(&row.value),
        }
    })
    .collect()
}

fn masked(field: &str, value: &str) -> String {
    let masked = match Field::parse(field) {
        Some(Field::Fiche) => FicheNumber::parse(value).ok().map(FicheNumber::masked),
        Some(Field::PermanentCode) => {
            let code = PermanentCode::parse(value).ok();
            code.as_ref().map(PermanentCode::masked)
        }
        _ => return value.to_owned(),
    };
    masked.unwrap_or_default()
}

/// As an import names and writes them.
fn of_guardian(before: &GuardianRow, after: &GuardianRow) -> Vec<Told> {
    let name = |row: &GuardianRow| Some(format!("{}, {}", row.last_names, row.first_names));
    let email = |row: &GuardianRow| row.email.as_ref().map(|email| email.as_str().to_owned());
    vec![
        (Field::GuardianName, name(before), name(after)),
        (Field::GuardianEmail, email(before), email(after)),
        (
            Field::GuardianPhone,
            before.phone.clone(),
            after.phone.clone(),
        ),
        (
            Field::Language,
            before.language.clone(),
            after.language.clone(),
        ),
    ]
}

fn of_student(before: &StudentRow, after: &StudentRow) -> Vec<Told> {
    let date = |row: &StudentRow| row.birth_date.map(|date| date.to_string());
    let fiche = |row: &StudentRow| row.fiche.map(|fiche| fiche.to_string());
    let code = |row: &StudentRow| {
        row.permanent_code
            .as_ref()
            .map(|code| code.as_str().to_owned())
    };
    let last = |row: &StudentRow| Some(row.last_names.clone());
    let first = |row: &StudentRow| Some(row.first_names.clone());
    vec![
        (Field::LastNames, last(before), last(after)),
        (Field::FirstNames, first(before), first(after)),
        (Field::BirthDate, date(before), date(after)),
        (Field::Fiche, fiche(before), fiche(after)),
        (Field::PermanentCode, code(before), code(after)),
    ]
}
