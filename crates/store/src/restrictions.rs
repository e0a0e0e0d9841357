//! What a restriction does to what is there already: associations are suspended and mail is dropped at once, and both
//! may go on when it is lifted (domain.md §6). Who may set and lift one is decided in `domain` and `desk`. A student who
//! comes of age suspends them too, in `majority.rs`.

use chrono::NaiveDate;
use domain::{Access, GuardianId, StudentId};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::error::Result;
use crate::majority::unagreed;
use crate::open::Store;
use crate::pool::{execute, read};
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

impl Store {
    /// The students with an association that is suspended for no reason any more: no restriction holds it, nor the
    /// student, who is of age when born until that day.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote.
    pub async fn suspended_for_nothing(
        &self,
        of_age_born_until: NaiveDate,
    ) -> Result<Vec<StudentId>> {
        let ids: Vec<Uuid> = read!(self, conn => sqlx::query_scalar(concat!(
            "select distinct student_id from association
             where suspended_at is not null and revoked_at is null and not ", unagreed!("$1"),
            " and not ", restricted!(), " order by student_id",
        )).bind(of_age_born_until).fetch_all(conn))?;
        Ok(ids.into_iter().map(StudentId).collect())
    }
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

    /// Lets the associations of these students go on that neither a restriction holds any more nor the student, who is of
    /// age when born until that day.
    ///
    /// # Errors
    /// As for [`Write::suspend_restricted`].
    pub async fn resume_associations(
        &mut self,
        students: &[StudentId],
        of_age_born_until: NaiveDate,
    ) -> Result<u64> {
        if students.is_empty() {
            return Ok(0);
        }
        let sql = format!(
            "update association set suspended_at = null
             where suspended_at is not null and student_id in ({}) and not {} and not {}",
            places(2, students.len()),
            restricted!(),
            unagreed!("$1"),
        );
        execute!(
            self,
            students.iter().fold(
                sqlx::query(AssertSqlSafe(sql)).bind(of_age_born_until),
                |query, id| query.bind(id.0)
            )
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
