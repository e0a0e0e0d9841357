//! Reading the registry: students with their school, the adults on their files, and what ties them (domain.md §2, §6).
//! Writing it belongs to `import.rs`, finding a student as one types to `search.rs`.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Access, EmailAddress, FicheNumber, GuardianId, ImportId, PermanentCode, Relationship, SchoolId,
    ServiceCentreCode, Sex, StudentId,
};
use sqlx::AssertSqlSafe;

use crate::error::Result;
use crate::open::Store;
use crate::pool::read;
use crate::rows::{Joined, Stored as _, places, row};

row! {
    /// A school of a service centre.
    pub struct SchoolRow {
        pub id: SchoolId,
        pub service_centre: ServiceCentreCode,
        /// The ministry's six digits, where a source gave them.
        pub code: Option<String>,
        pub name: String,
    }
}

row! {
    /// One person with one fiche in a service centre.
    pub struct StudentRow {
        pub id: StudentId,
        pub service_centre: ServiceCentreCode,
        pub fiche: Option<FicheNumber>,
        pub permanent_code: Option<PermanentCode>,
        pub last_names: String,
        pub first_names: String,
        pub birth_date: Option<NaiveDate>,
        pub sex: Option<Sex>,
        pub school_id: Option<SchoolId>,
        /// The school's, for reading: it is not written with the student.
        pub school_name: Option<String>,
        /// The school's, for reading: it is not written with the student.
        pub school_code: Option<String>,
        pub group_name: Option<String>,
        /// Gone is inactive, never deleted (domain.md §12).
        pub active: bool,
        /// What the student comes from; with `source_id`, the source's own id, which is never a fiche.
        pub source: String,
        pub source_id: Option<String>,
        pub import_id: Option<ImportId>,
        /// For reading: a write puts its own time here.
        pub created_at: DateTime<Utc>,
        /// For reading: a write puts its own time here.
        pub changed_at: DateTime<Utc>,
    }
}

row! {
    /// An adult on a student's file. Both names may be empty: some exports give an address alone.
    pub struct GuardianRow {
        pub id: GuardianId,
        pub last_names: String,
        pub first_names: String,
        pub email: Option<EmailAddress>,
        pub phone: Option<String>,
        pub language: Option<String>,
        pub source: String,
        pub source_id: Option<String>,
        /// For reading: a write puts its own time here.
        pub created_at: DateTime<Utc>,
        /// For reading: a write puts its own time here.
        pub changed_at: DateTime<Utc>,
    }
}

row! {
    /// What ties an adult to a student.
    pub struct GuardianshipRow {
        pub student_id: StudentId,
        pub guardian_id: GuardianId,
        pub relationship: Relationship,
        /// 1 is called first.
        pub priority: Option<u32>,
        pub access: Access,
    }
}

/// Students with their school, by the given condition and order.
macro_rules! students {
    ($tail:literal $(,)?) => {
        concat!(
            "select student.*, school.name as school_name, school.code as school_code
             from student left join school on school.id = student.school_id ",
            $tail
        )
    };
}
pub(crate) use students;

impl Store {
    /// One student; none when there is no such id.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote. So for every function of this file.
    pub async fn student(&self, id: StudentId) -> Result<Option<StudentRow>> {
        read!(self, conn => sqlx::query_as(students!("where student.id = $1"))
            .bind(id.0).fetch_optional(conn))
    }

    /// One school; none when there is no such id.
    ///
    /// # Errors
    /// As for [`Store::student`].
    pub async fn school(&self, id: SchoolId) -> Result<Option<SchoolRow>> {
        read!(self, conn => sqlx::query_as("select * from school where id = $1")
            .bind(id.0).fetch_optional(conn))
    }

    /// The students with these ids, by name; at most some thousands at once.
    ///
    /// # Errors
    /// As for [`Store::student`].
    pub async fn students(&self, ids: &[StudentId]) -> Result<Vec<StudentRow>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!(
            "{} where student.id in ({}) order by last_folded, first_folded, student.id",
            students!(""),
            places(1, ids.len())
        );
        read!(self, conn => ids
            .iter()
            .fold(sqlx::query_as(AssertSqlSafe(sql)), |query, id| query.bind(id.0))
            .fetch_all(conn))
    }

    /// The student with this fiche in this service centre.
    ///
    /// # Errors
    /// As for [`Store::student`].
    pub async fn student_by_fiche(
        &self,
        service_centre: ServiceCentreCode,
        fiche: FicheNumber,
    ) -> Result<Option<StudentRow>> {
        read!(self, conn => sqlx::query_as(students!("where student.service_centre = $1 and fiche = $2"))
            .bind(service_centre.column()).bind(fiche.column()).fetch_optional(conn))
    }

    /// The student with this permanent code, which is unique in Québec.
    ///
    /// # Errors
    /// As for [`Store::student`].
    pub async fn student_by_permanent_code(
        &self,
        code: &PermanentCode,
    ) -> Result<Option<StudentRow>> {
        read!(self, conn => sqlx::query_as(students!("where permanent_code = $1"))
            .bind(code.as_str()).fetch_optional(conn))
    }

    /// The students with these folded names and this birth date, whom a wrong claim meets too (domain.md §5).
    ///
    /// # Errors
    /// As for [`Store::student`].
    pub async fn students_by_identity(
        &self,
        service_centre: ServiceCentreCode,
        last_folded: &str,
        first_folded: &str,
        birth_date: NaiveDate,
    ) -> Result<Vec<StudentRow>> {
        read!(self, conn => sqlx::query_as(students!(
            "where last_folded = $1 and first_folded = $2 and birth_date = $3 and student.service_centre = $4
             order by student.id",
        ))
        .bind(last_folded)
        .bind(first_folded)
        .bind(birth_date)
        .bind(service_centre.column())
        .fetch_all(conn))
    }

    /// How many students are active.
    ///
    /// # Errors
    /// As for [`Store::student`].
    pub async fn student_count(&self) -> Result<u32> {
        let count: i64 = read!(self, conn =>
            sqlx::query_scalar("select count(*) from student where active = true").fetch_one(conn))?;
        Ok(count.try_into().unwrap_or(u32::MAX))
    }

    /// One adult; none when there is no such id.
    ///
    /// # Errors
    /// As for [`Store::student`].
    pub async fn guardian(&self, id: GuardianId) -> Result<Option<GuardianRow>> {
        read!(self, conn => sqlx::query_as("select * from guardian where id = $1")
            .bind(id.0).fetch_optional(conn))
    }

    /// The adults on a student's file, who is called first before the others.
    ///
    /// # Errors
    /// As for [`Store::student`].
    pub async fn guardians_of(
        &self,
        student: StudentId,
    ) -> Result<Vec<(GuardianRow, GuardianshipRow)>> {
        let rows = read!(self, conn => sqlx::query_as(
            "select guardian.*, guardianship.* from guardianship join guardian on guardian.id = guardian_id
             where student_id = $1 order by coalesce(priority, 1000), name_folded, guardian.id",
        ).bind(student.0).fetch_all(conn))?;
        Ok(pairs(rows))
    }

    /// The adults for whom access to this student is restricted: that wins over everything (domain.md §6).
    ///
    /// # Errors
    /// As for [`Store::student`].
    pub async fn restricted_for(&self, student: StudentId) -> Result<Vec<GuardianRow>> {
        read!(self, conn => sqlx::query_as(
            "select guardian.* from guardianship join guardian on guardian.id = guardian_id
             where student_id = $1 and access = 'restricted' order by guardian.id",
        ).bind(student.0).fetch_all(conn))
    }

    /// The students on whose files an adult is, active ones first, by name.
    ///
    /// # Errors
    /// As for [`Store::student`].
    pub async fn students_of_guardian(
        &self,
        guardian: GuardianId,
    ) -> Result<Vec<(StudentRow, GuardianshipRow)>> {
        let rows = read!(self, conn => sqlx::query_as(
            "select student.*, school.name as school_name, school.code as school_code, guardianship.*
             from guardianship join student on student.id = student_id
             left join school on school.id = student.school_id
             where guardian_id = $1 order by active desc, last_folded, first_folded, student.id",
        ).bind(guardian.0).fetch_all(conn))?;
        Ok(pairs(rows))
    }

    /// The active students who share an adult with this one: offered, never tied by themselves (domain.md §6).
    ///
    /// # Errors
    /// As for [`Store::student`].
    pub async fn siblings(&self, student: StudentId) -> Result<Vec<StudentRow>> {
        read!(self, conn => sqlx::query_as(students!(
            "where active = true and student.id <> $1 and student.id in (
                 select theirs.student_id from guardianship ours
                 join guardianship theirs on theirs.guardian_id = ours.guardian_id
                 where ours.student_id = $1)
             order by last_folded, first_folded, student.id",
        )).bind(student.0).fetch_all(conn))
    }

    /// The adults with this address ([`EmailAddress::folded`]); two adults may share one (domain.md §1).
    ///
    /// # Errors
    /// As for [`Store::student`].
    pub async fn guardians_by_address(&self, folded: &str) -> Result<Vec<GuardianRow>> {
        read!(self, conn => sqlx::query_as(
            "select * from guardian where email_folded = $1 order by name_folded, id",
        ).bind(folded).fetch_all(conn))
    }

    /// The adults who have an account, and whom no source names any more on the file of an active student
    /// (domain.md §12).
    ///
    /// # Errors
    /// As for [`Store::student`].
    pub async fn gone_guardians(&self) -> Result<Vec<GuardianRow>> {
        read!(self, conn => sqlx::query_as(
            "select * from guardian
             where exists (select 1 from account where guardian_id = guardian.id and closed_at is null)
             and exists (select 1 from guardianship where guardian_id = guardian.id)
             and not exists (
                 select 1 from guardianship join student on student.id = student_id
                 where guardian_id = guardian.id and unsaid_since is null and active = true)
             order by name_folded, id",
        ).fetch_all(conn))
    }

    /// The adults with this name ([`guardian_key`]).
    ///
    /// # Errors
    /// As for [`Store::student`].
    pub async fn guardians_by_name(&self, key: &str) -> Result<Vec<GuardianRow>> {
        read!(self, conn => sqlx::query_as("select * from guardian where name_folded = $1 order by id")
            .bind(key).fetch_all(conn))
    }
}

/// The folded last and first names under which an adult is known, for restrictions that follow the name.
#[must_use]
pub fn guardian_key(last_names: &str, first_names: &str) -> String {
    domain::name::fold(&format!("{last_names} {first_names}"))
}

fn pairs<A, B>(rows: Vec<Joined<A, B>>) -> Vec<(A, B)> {
    rows.into_iter().map(|Joined(a, b)| (a, b)).collect()
}

#[cfg(test)]
mod tests;
