//! Completing a child's file at the desk: what the export did not bring is filled in, and nothing that is there is
//! touched (domain.md §12). Without it no claim can match.

use domain::{FicheNumber, PermanentCode, StudentId};
use store::{Act, Entry, StoreError, StudentRow, Subject};

use crate::Desk;
use crate::contract::{CompleteStudent, Failure, Nothing};
use crate::failure::{Outcome, Trouble};
use crate::permission::Act as Permission;

impl Desk {
    pub(crate) async fn complete_student(&self, request: CompleteStudent) -> Outcome<Nothing> {
        let open = self.staffed(Permission::CompleteFile).await?;
        let id = StudentId(request.student_id);
        let before = open.store.student(id).await?.ok_or(Failure::NotFound)?;
        let today = self.environment().now().date_naive();
        let row = completed(&before, &request, today)?;
        if row == before {
            return Err(Failure::NothingToCorrect.into());
        }
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        let written = write.upsert_students(std::slice::from_ref(&row)).await;
        written.map_err(|error| match error {
            StoreError::Taken => Trouble::Refused(Failure::NumberTaken),
            other => other.into(),
        })?;
        self.keep_student(&open, &mut write, &before, &row).await?;
        write.reword(&[id]).await?;
        write
            .commit(Entry::new(Act::FileCompleted, Subject::Student(id)))
            .await?;
        self.changed();
        Ok(())
    }
}

/// The file with what was missing. A code says a birth date too: the two have to agree.
fn completed(
    before: &StudentRow,
    request: &CompleteStudent,
    today: chrono::NaiveDate,
) -> Result<StudentRow, Failure> {
    let invalid = |field: &str| Failure::Invalid {
        field: field.to_owned(),
    };
    let mut row = before.clone();
    if row.birth_date.is_none()
        && let Some(date) = request.birth_date
    {
        let parsed = domain::parse_birth_date(&date.to_string(), today);
        row.birth_date = Some(parsed.map_err(|_| invalid("birth_date"))?);
    }
    if row.fiche.is_none()
        && let Some(fiche) = given(request.fiche.as_deref())
    {
        row.fiche = Some(FicheNumber::parse(fiche).map_err(|_| invalid("fiche"))?);
    }
    if row.permanent_code.is_none()
        && let Some(code) = given(request.permanent_code.as_deref())
    {
        let code = PermanentCode::parse(code).map_err(|_| invalid("permanent_code"))?;
        if row.birth_date.is_some_and(|date| date != code.birth_date()) {
            return Err(invalid("permanent_code"));
        }
        row.permanent_code = Some(code);
    }
    Ok(row)
}

fn given(typed: Option<&str>) -> Option<&str> {
    typed.map(str::trim).filter(|typed| !typed.is_empty())
}
