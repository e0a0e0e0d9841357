//! Students who are of age, or soon will be, and what they agreed to (domain.md §6): without the student's agreement,
//! what ties an adult's account to them is suspended. When one is of age is said in `domain`.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{GuardianId, IdentityDocument, StaffId, StudentId};
use uuid::Uuid;

use crate::error::Result;
use crate::open::Store;
use crate::pool::{execute, read};
use crate::registry::{StudentRow, students};
use crate::rows::row;
use crate::write::Write;

row! {
    /// A student of age agreed that an adult is tied to them.
    pub struct AgreementRow {
        pub student_id: StudentId,
        pub guardian_id: GuardianId,
        /// By what the student was known at the desk.
        pub identity_document: IdentityDocument,
        pub staff_id: StaffId,
        pub agreed_at: DateTime<Utc>,
    }
}

/// The association's student was born until the given day, and has not agreed to the account's adult.
macro_rules! unagreed {
    ($born_until:literal) => {
        concat!(
            "(exists (select 1 from student where student.id = association.student_id and birth_date <= ",
            $born_until,
            ") and not exists (
                 select 1 from agreement join account on account.guardian_id = agreement.guardian_id
                 where account.id = association.account_id and agreement.student_id = association.student_id))"
        )
    };
}
pub(crate) use unagreed;

impl Store {
    /// What a student agreed to.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote. So for every function of this file that reads.
    pub async fn agreements_of(&self, student: StudentId) -> Result<Vec<AgreementRow>> {
        read!(self, conn => sqlx::query_as(
            "select * from agreement where student_id = $1 order by agreed_at, guardian_id",
        ).bind(student.0).fetch_all(conn))
    }

    /// The students born until a day to whom an adult is tied without their agreement.
    ///
    /// # Errors
    /// As for [`Store::agreements_of`].
    pub async fn tied_without_agreement(&self, born_until: NaiveDate) -> Result<Vec<StudentId>> {
        let ids: Vec<Uuid> = read!(self, conn => sqlx::query_scalar(concat!(
            "select distinct student_id from association
             where suspended_at is null and revoked_at is null and ", unagreed!("$1"), " order by student_id",
        )).bind(born_until).fetch_all(conn))?;
        Ok(ids.into_iter().map(StudentId).collect())
    }

    /// The active students born after a day and until another whom an adult's account is tied to, the oldest first; at
    /// most so many.
    ///
    /// # Errors
    /// As for [`Store::agreements_of`].
    pub async fn coming_of_age(
        &self,
        born_after: NaiveDate,
        born_until: NaiveDate,
        limit: u32,
    ) -> Result<Vec<StudentRow>> {
        read!(self, conn => sqlx::query_as(students!(
            "where active and birth_date > $1 and birth_date <= $2 and exists (
                 select 1 from association join account on account.id = association.account_id
                 where association.student_id = student.id and revoked_at is null and closed_at is null)
             order by birth_date, last_folded, first_folded, student.id limit $3",
        )).bind(born_after).bind(born_until).bind(i64::from(limit)).fetch_all(conn))
    }
}

impl Write {
    /// A student of age agrees to an adult, at the time of this write.
    ///
    /// # Errors
    /// The database refused. So for every function of this file that writes.
    pub async fn put_agreement(
        &mut self,
        student: StudentId,
        guardian: GuardianId,
        (document, staff): (IdentityDocument, StaffId),
    ) -> Result<()> {
        let now = self.now();
        execute!(
            self,
            sqlx::query(
                "insert into agreement (student_id, guardian_id, identity_document, staff_id, agreed_at)
                 values ($1, $2, $3, $4, $5) on conflict (student_id, guardian_id) do nothing",
            )
            .bind(student.0)
            .bind(guardian.0)
            .bind(document.as_str())
            .bind(staff.0)
            .bind(now)
        )?;
        Ok(())
    }

    /// A student withdraws what they agreed to; false when there was nothing.
    ///
    /// # Errors
    /// As for [`Write::put_agreement`].
    pub async fn remove_agreement(
        &mut self,
        student: StudentId,
        guardian: GuardianId,
    ) -> Result<bool> {
        let removed = execute!(
            self,
            sqlx::query("delete from agreement where student_id = $1 and guardian_id = $2")
                .bind(student.0)
                .bind(guardian.0)
        )?;
        Ok(removed > 0)
    }

    /// Suspends what ties accounts to a student, born until that day, without their agreement.
    ///
    /// # Errors
    /// As for [`Write::put_agreement`].
    pub async fn suspend_unagreed(
        &mut self,
        student: StudentId,
        born_until: NaiveDate,
    ) -> Result<u64> {
        let now = self.now();
        execute!(
            self,
            sqlx::query(concat!(
                "update association set suspended_at = $1
                 where suspended_at is null and revoked_at is null and student_id = $2 and ",
                unagreed!("$3")
            ))
            .bind(now)
            .bind(student.0)
            .bind(born_until)
        )
    }
}
