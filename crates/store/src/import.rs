//! Writing the registry in batches: what an import, the demo school or a completed file puts there (domain.md §12).
//! What is to be written was decided by comparing, which belongs to `roster`; what students are found by is written by
//! `search/index.rs`.

use chrono::{DateTime, Utc};
use domain::name::fold;
use domain::{ImportId, ServiceCentreCode, StaffId, StudentId};
use serde_json::json;
use sqlx::AssertSqlSafe;

use crate::batch::{Table, id, time};
use crate::error::Result;
use crate::open::Store;
use crate::pool::{execute, read};
use crate::registry::{
    GuardianRow, GuardianshipRow, SchoolRow, StudentRow, guardian_key, students,
};
use crate::rows::{Stored as _, places, row};
use crate::write::Write;

row! {
    /// An import as it was applied.
    pub struct ImportRow {
        pub id: ImportId,
        pub at: DateTime<Utc>,
        pub staff_id: Option<StaffId>,
        /// The reader's own name of the format.
        pub format: String,
        /// SHA-256 of what was read.
        pub content_hash: Vec<u8>,
        pub students_new: u32,
        pub students_changed: u32,
        pub students_unchanged: u32,
        pub students_gone: u32,
        pub lines_unusable: u32,
    }
}

/// What the registry holds of one service centre, to be compared with a reading. Each list is sorted by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExistingRegistry {
    pub schools: Vec<SchoolRow>,
    pub students: Vec<StudentRow>,
    pub guardians: Vec<GuardianRow>,
    /// Sorted by student, then guardian.
    pub guardianships: Vec<GuardianshipRow>,
}

/// So many ids stand in one statement: SQLite takes 32 766 values.
const IDS: usize = 1000;

const SCHOOLS: Table = Table {
    name: "school",
    ids: &["id"],
    others: &["service_centre", "code", "name", "name_folded"],
    on_conflict: "on conflict (id) do update set
        code = excluded.code, name = excluded.name, name_folded = excluded.name_folded",
};

const STUDENTS: Table = Table {
    name: "student",
    ids: &["id", "school_id", "import_id"],
    others: &[
        "service_centre",
        "fiche",
        "permanent_code",
        "last_names",
        "first_names",
        "last_folded",
        "first_folded",
        "birth_date",
        "sex",
        "group_name",
        "active",
        "source",
        "source_id",
        "created_at",
        "changed_at",
    ],
    on_conflict: "on conflict (id) do update set
        school_id = excluded.school_id, import_id = excluded.import_id, service_centre = excluded.service_centre,
        fiche = excluded.fiche, permanent_code = excluded.permanent_code,
        last_names = excluded.last_names, first_names = excluded.first_names,
        last_folded = excluded.last_folded, first_folded = excluded.first_folded,
        birth_date = excluded.birth_date, sex = excluded.sex, group_name = excluded.group_name,
        active = excluded.active, source = excluded.source, source_id = excluded.source_id,
        changed_at = excluded.changed_at",
};

const GUARDIANS: Table = Table {
    name: "guardian",
    ids: &["id"],
    others: &[
        "last_names",
        "first_names",
        "name_folded",
        "email",
        "email_folded",
        "phone",
        "language",
        "source",
        "source_id",
        "created_at",
        "changed_at",
    ],
    on_conflict: "on conflict (id) do update set
        last_names = excluded.last_names, first_names = excluded.first_names, name_folded = excluded.name_folded,
        email = excluded.email, email_folded = excluded.email_folded, phone = excluded.phone,
        language = excluded.language, source = excluded.source, source_id = excluded.source_id,
        changed_at = excluded.changed_at",
};

/// Once restricted, access stays so: only an administrator lifts it (domain.md §6).
const GUARDIANSHIPS: Table = Table {
    name: "guardianship",
    ids: &["student_id", "guardian_id"],
    others: &["relationship", "priority", "access"],
    on_conflict: "on conflict (student_id, guardian_id) do update set
        relationship = excluded.relationship, priority = excluded.priority,
        access = case guardianship.access when 'restricted' then 'restricted' else excluded.access end",
};

impl Store {
    /// All that is known of a service centre's students, their schools and their adults.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote.
    pub async fn existing(&self, service_centre: ServiceCentreCode) -> Result<ExistingRegistry> {
        let centre = service_centre.column();
        Ok(ExistingRegistry {
            schools: read!(self, conn => sqlx::query_as(
                "select * from school where service_centre = $1 order by id",
            ).bind(centre).fetch_all(conn))?,
            students: read!(self, conn => sqlx::query_as(
                students!("where student.service_centre = $1 order by student.id"),
            ).bind(centre).fetch_all(conn))?,
            guardians: read!(self, conn => sqlx::query_as(
                "select * from guardian where id in (
                     select guardian_id from guardianship join student on student.id = student_id
                     where service_centre = $1)
                 order by id",
            ).bind(centre).fetch_all(conn))?,
            guardianships: read!(self, conn => sqlx::query_as(
                "select guardianship.* from guardianship join student on student.id = student_id
                 where service_centre = $1 order by student_id, guardian_id",
            ).bind(centre).fetch_all(conn))?,
        })
    }

    /// The newest import; none before the first.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote.
    pub async fn last_import(&self) -> Result<Option<ImportRow>> {
        read!(self, conn => sqlx::query_as("select * from import order by at desc, id desc limit 1")
            .fetch_optional(conn))
    }
}

impl Store {
    /// When an import was applied; none when there is no such id.
    ///
    /// # Errors
    /// The database failed.
    pub async fn imported_at(&self, id: ImportId) -> Result<Option<DateTime<Utc>>> {
        read!(self, conn => sqlx::query_scalar("select at from import where id = $1")
            .bind(id.0).fetch_optional(conn))
    }
}

impl Write {
    /// Writes down that an import is applied, before the students that name it.
    ///
    /// # Errors
    /// The database refused.
    pub async fn insert_import(&mut self, import: &ImportRow) -> Result<()> {
        execute!(self, sqlx::query(
            "insert into import (id, at, staff_id, format, content_hash, students_new, students_changed,
                 students_unchanged, students_gone, lines_unusable)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        )
        .bind(import.id.0)
        .bind(import.at)
        .bind(import.staff_id.column())
        .bind(&import.format)
        .bind(&import.content_hash)
        .bind(import.students_new.column())
        .bind(import.students_changed.column())
        .bind(import.students_unchanged.column())
        .bind(import.students_gone.column())
        .bind(import.lines_unusable.column()))?;
        Ok(())
    }

    /// Writes schools, new or changed.
    ///
    /// # Errors
    /// The database refused; [`crate::StoreError::Taken`] for a name that another school of the body has.
    pub async fn upsert_schools(&mut self, schools: &[SchoolRow]) -> Result<()> {
        let object = |school: &SchoolRow| {
            json!({
                "id": id(school.id.0),
                "service_centre": school.service_centre.column(),
                "code": school.code,
                "name": school.name,
                "name_folded": fold(&school.name),
            })
        };
        SCHOOLS.put(self, schools, object).await
    }

    /// Writes students, new or changed; their schools and their import are there already.
    ///
    /// # Errors
    /// The database refused; [`crate::StoreError::Taken`] for a fiche or a permanent code that another student has.
    pub async fn upsert_students(&mut self, students: &[StudentRow]) -> Result<()> {
        let now = time(self.now());
        let rows = sorted(students, |student| student.id);
        let object = |student: &&StudentRow| {
            json!({
                "id": id(student.id.0),
                "school_id": student.school_id.map(|school| id(school.0)),
                "import_id": student.import_id.map(|import| id(import.0)),
                "service_centre": student.service_centre.column(),
                "fiche": student.fiche.column(),
                "permanent_code": student.permanent_code.column(),
                "last_names": student.last_names,
                "first_names": student.first_names,
                "last_folded": fold(&student.last_names),
                "first_folded": fold(&student.first_names),
                "birth_date": student.birth_date.map(|date| date.to_string()),
                "sex": student.sex.column(),
                "group_name": student.group_name,
                "active": student.active,
                "source": student.source,
                "source_id": student.source_id,
                "created_at": now,
                "changed_at": now,
            })
        };
        STUDENTS.put(self, &rows, object).await
    }

    /// Makes students inactive: gone from their school, never deleted.
    ///
    /// # Errors
    /// The database refused.
    pub async fn deactivate_students(&mut self, students: &[StudentId]) -> Result<()> {
        let now = self.now();
        for some in students.chunks(IDS) {
            let sql = format!(
                "update student set active = false, changed_at = $1 where id in ({})",
                places(2, some.len())
            );
            execute!(
                self,
                some.iter()
                    .fold(sqlx::query(AssertSqlSafe(sql)).bind(now), |query, id| query
                        .bind(id.0))
            )?;
        }
        self.mark_gone(students).await
    }

    /// Writes adults, new or changed.
    ///
    /// # Errors
    /// The database refused.
    pub async fn upsert_guardians(&mut self, guardians: &[GuardianRow]) -> Result<()> {
        let now = time(self.now());
        let rows = sorted(guardians, |guardian| guardian.id);
        let object = |guardian: &&GuardianRow| {
            json!({
                "id": id(guardian.id.0),
                "last_names": guardian.last_names,
                "first_names": guardian.first_names,
                "name_folded": guardian_key(&guardian.last_names, &guardian.first_names),
                "email": guardian.email.column(),
                "email_folded": guardian.email.as_ref().map(|email| email.folded()),
                "phone": guardian.phone,
                "language": guardian.language,
                "source": guardian.source,
                "source_id": guardian.source_id,
                "created_at": now,
                "changed_at": now,
            })
        };
        GUARDIANS.put(self, &rows, object).await
    }

    /// Writes what ties adults to students, new or changed. A restriction that is there stays (domain.md §6).
    ///
    /// # Errors
    /// The database refused.
    pub async fn upsert_guardianships(&mut self, guardianships: &[GuardianshipRow]) -> Result<()> {
        let rows = sorted(guardianships, |tie| (tie.student_id, tie.guardian_id));
        let object = |tie: &&GuardianshipRow| {
            json!({
                "student_id": id(tie.student_id.0),
                "guardian_id": id(tie.guardian_id.0),
                "relationship": tie.relationship.as_str(),
                "priority": tie.priority,
                "access": tie.access.as_str(),
            })
        };
        GUARDIANSHIPS.put(self, &rows, object).await
    }
}

/// In the order of the key, so that pages fill one after the other.
fn sorted<T, K: Ord>(rows: &[T], key: impl Fn(&T) -> K) -> Vec<&T> {
    let mut rows: Vec<_> = rows.iter().collect();
    rows.sort_unstable_by_key(|row| key(row));
    rows
}

#[cfg(test)]
mod tests;
