//! What a restriction does to what is there already: associations are suspended and mail is dropped at once, and both
//! may go on when it is lifted (domain.md §6). Who may set and lift one is decided in `domain` and `desk`.

use domain::{Access, GuardianId, StudentId};
use sqlx::AssertSqlSafe;

use crate::error::Result;
use crate::pool::execute;
use crate::rows::places;
use crate::write::Write;

/// The account's adult, its address, one that it had before, or its adult's folded name is restricted for the
/// association's student.
macro_rules! restricted {
    () => {
        "exists (
             select 1 from account
             join guardianship on guardianship.student_id = association.student_id
             join guardian on guardian.id = guardianship.guardian_id
             left join guardian own on own.id = account.guardian_id
             where account.id = association.account_id and guardianship.access = 'restricted'
                 and (guardian.id = account.guardian_id or guardian.email_folded = account.email_folded
                      or exists (select 1 from former_address
                          where former_address.account_id = account.id
                              and former_address.email_folded = guardian.email_folded)
                      or guardian.name_folded = own.name_folded))"
    };
}

impl Write {
    /// Suspends what ties an account to a student for whom its adult, its address or its adult's folded name is
    /// restricted, and drops the mail that waits about them (domain.md §6). Tells how many.
    ///
    /// # Errors
    /// The database refused. So for every function of this file.
    pub async fn suspend_restricted(&mut self) -> Result<u64> {
        let now = self.now();
        let suspended = execute!(
            self,
            sqlx::query(concat!(
                "update association set suspended_at = $1 where suspended_at is null and ",
                restricted!()
            ))
            .bind(now)
        )?;
        execute!(
            self,
            sqlx::query(
                "update outbox set state = 'dropped', done_at = $1, trouble = 'restricted'
                 where state in ('waiting', 'will_retry', 'needs_you') and exists (
                     select 1 from association
                     where association.account_id = outbox.account_id
                         and association.student_id = outbox.student_id and suspended_at is not null)",
            )
            .bind(now)
        )?;
        Ok(suspended)
    }

    /// Lets the associations of these students go on that no restriction holds any more. Nothing else suspends one yet:
    /// what will (a student who comes of age) has to say so here.
    ///
    /// # Errors
    /// As for [`Write::suspend_restricted`].
    pub async fn resume_unrestricted(&mut self, students: &[StudentId]) -> Result<u64> {
        if students.is_empty() {
            return Ok(0);
        }
        let sql = format!(
            "update association set suspended_at = null
             where suspended_at is not null and student_id in ({}) and not {}",
            places(1, students.len()),
            restricted!()
        );
        execute!(
            self,
            students
                .iter()
                .fold(sqlx::query(AssertSqlSafe(sql)), |query, id| query
                    .bind(id.0))
        )
    }

    /// Says anew whether an adult may be tied to a student: the one road by which a restriction is lifted.
    ///
    /// # Errors
    /// As for [`Write::suspend_restricted`].
    pub async fn set_access(
        &mut self,
        student: StudentId,
        guardian: GuardianId,
        access: Access,
    ) -> Result<()> {
        execute!(
            self,
            sqlx::query(
                "update guardianship set access = $3 where student_id = $1 and guardian_id = $2"
            )
            .bind(student.0)
            .bind(guardian.0)
            .bind(access.as_str())
        )?;
        Ok(())
    }
}
