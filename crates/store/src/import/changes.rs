//! The small changes of an import beside the rows that it writes whole, and what is kept so that it can be undone.

use domain::{GuardianId, StudentId};

use super::{GUARDIANS, GUARDIANSHIPS, STUDENTS};
use crate::error::Result;
use crate::pool::execute;
use crate::registry::GuardianRow;
use crate::rows::Stored as _;
use crate::write::Write;

impl Write {
    /// Keeps what these rows are, before the import changes them.
    ///
    /// # Errors
    /// The database refused. So for every function of this file.
    pub async fn keep_before(
        &mut self,
        students: &[StudentId],
        guardians: &[GuardianId],
        guardianships: &[(StudentId, GuardianId)],
    ) -> Result<()> {
        let Some(import) = self.import() else {
            return Ok(());
        };
        let students: Vec<_> = students.iter().map(|id| (id.0, id.0)).collect();
        let guardians: Vec<_> = guardians.iter().map(|id| (id.0, id.0)).collect();
        let ties: Vec<_> = guardianships
            .iter()
            .map(|(one, other)| (one.0, other.0))
            .collect();
        STUDENTS.keep_before(self, import, &students).await?;
        GUARDIANS.keep_before(self, import, &guardians).await?;
        GUARDIANSHIPS.keep_before(self, import, &ties).await
    }

    /// Fills in what an adult met before did not say, and leaves the rest.
    ///
    /// # Errors
    /// As for [`Write::keep_before`].
    pub async fn fill_guardians(&mut self, fills: &[GuardianRow]) -> Result<()> {
        let (now, import) = (self.now(), self.import().column());
        for row in fills {
            execute!(self, sqlx::query(
                "update guardian set email = coalesce(email, $2), email_folded = coalesce(email_folded, $3),
                     phone = coalesce(phone, $4), language = coalesce(language, $5),
                     changed_at = $6, imported_by = coalesce($7, imported_by)
                 where id = $1",
            )
            .bind(row.id.0)
            .bind(row.email.column())
            .bind(row.email.as_ref().map(|email| email.folded().to_owned()))
            .bind(&row.phone)
            .bind(&row.language)
            .bind(now)
            .bind(import))?;
        }
        Ok(())
    }

    /// Links that the source does not say any more, or says again.
    ///
    /// # Errors
    /// As for [`Write::keep_before`].
    pub async fn mark_unsaid(
        &mut self,
        links: &[(StudentId, GuardianId)],
        is_unsaid: bool,
    ) -> Result<()> {
        let since = is_unsaid.then(|| self.now());
        let import = self.import().column();
        for (student, guardian) in links {
            execute!(self, sqlx::query(
                "update guardianship set unsaid_since = $3, imported_by = coalesce($4, imported_by)
                 where student_id = $1 and guardian_id = $2",
            ).bind(student.0).bind(guardian.0).bind(since).bind(import))?;
        }
        Ok(())
    }
}
