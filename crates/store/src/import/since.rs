//! What the desk did after an import and keeps when the import is undone (domain.md §12): its corrections stand, beside
//! what the source says again, and adults whom it made one stay one. The undoing itself is in `undo.rs`.

use std::mem::replace;

use domain::{EmailAddress, FicheNumber, ImportId, PermanentCode, Relationship};

use crate::corrections::{CorrectedKind, CorrectionRow};
use crate::error::{Result, StoreError};
use crate::pool::{execute, run};
use crate::registry::{GuardianRow, GuardianshipRow, StudentRow, students};
use crate::write::Write;

impl Write {
    /// Whoever was made one with another adult since the import has no row any more that could be again as it was.
    pub(super) async fn leave_merged(&mut self, import: ImportId) -> Result<()> {
        execute!(
            self,
            sqlx::query(
                "delete from import_before where import_id = $1 and kind in ('guardian', 'guardianship')
                 and second_id in (select gone_id from guardian_merge where undone_at is null)",
            )
            .bind(import.0)
        )?;
        Ok(())
    }

    /// Corrects anew, in rows that are again as they were, what the desk corrected since the import.
    pub(super) async fn correct_again(&mut self, import: ImportId) -> Result<()> {
        let since: Vec<CorrectionRow> = run!(self, conn => sqlx::query_as(
            "select correction.* from correction
             join import_before on kind = subject_kind and import_before.subject_id = correction.subject_id
                 and import_before.second_id = correction.second_id
             join import on import.id = import_id
             where import.id = $1 and correction.at > import.at",
        ).bind(import.0).fetch_all(conn))?;
        for correction in &since {
            let source_value = match correction.subject_kind {
                CorrectedKind::Student => self.correct_student(correction).await?,
                CorrectedKind::Guardian => self.correct_guardian(correction).await?,
                CorrectedKind::Guardianship => self.correct_guardianship(correction).await?,
            };
            let ids = (correction.subject_id, correction.second_id);
            if source_value == correction.value {
                self.tell_correction(ids, &correction.field, None).await?;
                continue;
            }
            execute!(
                self,
                sqlx::query(
                    "update correction set source_value = $4
                     where subject_id = $1 and second_id = $2 and field = $3",
                )
                .bind(ids.0)
                .bind(ids.1)
                .bind(&correction.field)
                .bind(source_value)
            )?;
        }
        Ok(())
    }

    /// Puts the desk's value back; what the row said is what the source says. So for the other two.
    async fn correct_student(&mut self, correction: &CorrectionRow) -> Result<Option<String>> {
        let mut row: StudentRow = run!(self, conn => sqlx::query_as(students!("where student.id = $1"))
            .bind(correction.subject_id).fetch_one(conn))?;
        let value = correction.value.as_deref();
        let text = || value.unwrap_or_default().to_owned();
        let said = match correction.field.as_str() {
            "last_names" => Some(replace(&mut row.last_names, text())),
            "first_names" => Some(replace(&mut row.first_names, text())),
            "birth_date" => {
                let date = value.and_then(|date| date.parse().ok());
                replace(&mut row.birth_date, date).map(|date| date.to_string())
            }
            "fiche" => {
                let fiche = value.and_then(|fiche| FicheNumber::parse(fiche).ok());
                replace(&mut row.fiche, fiche).map(|fiche| fiche.to_string())
            }
            "permanent_code" => {
                let code = value.and_then(|code| PermanentCode::parse(code).ok());
                replace(&mut row.permanent_code, code).map(|code| code.as_str().to_owned())
            }
            _ => return Err(StoreError::Damaged("the field of a correction")),
        };
        self.upsert_students(&[row]).await?;
        Ok(said)
    }

    async fn correct_guardian(&mut self, correction: &CorrectionRow) -> Result<Option<String>> {
        let mut row: GuardianRow = run!(self, conn => sqlx::query_as("select * from guardian where id = $1")
            .bind(correction.subject_id).fetch_one(conn))?;
        let value = correction.value.as_deref();
        let said = match correction.field.as_str() {
            "guardian_name" => {
                let whole = value.unwrap_or_default();
                let (last, first) = whole.split_once(", ").unwrap_or((whole, ""));
                let last = replace(&mut row.last_names, last.to_owned());
                let first = replace(&mut row.first_names, first.to_owned());
                Some(format!("{last}, {first}"))
            }
            "guardian_email" => {
                let email = value.and_then(|email| EmailAddress::parse(email).ok());
                replace(&mut row.email, email).map(|email| email.as_str().to_owned())
            }
            "guardian_phone" => replace(&mut row.phone, correction.value.clone()),
            "language" => replace(&mut row.language, correction.value.clone()),
            _ => return Err(StoreError::Damaged("the field of a correction")),
        };
        self.upsert_guardians(&[row]).await?;
        Ok(said)
    }

    /// Of what ties an adult to a child, the relationship alone is corrected.
    async fn correct_guardianship(&mut self, correction: &CorrectionRow) -> Result<Option<String>> {
        let tie: GuardianshipRow = run!(self, conn => sqlx::query_as(
            "select * from guardianship where student_id = $1 and guardian_id = $2",
        ).bind(correction.subject_id).bind(correction.second_id).fetch_one(conn))?;
        let value = correction.value.as_deref();
        let relationship = value
            .and_then(Relationship::parse)
            .ok_or(StoreError::Damaged("a corrected relationship"))?;
        execute!(
            self,
            sqlx::query(
                "update guardianship set relationship = $3 where student_id = $1 and guardian_id = $2",
            )
            .bind(correction.subject_id)
            .bind(correction.second_id)
            .bind(relationship.as_str())
        )?;
        Ok(Some(tie.relationship.to_string()))
    }
}
