//! Writing the registry in batches: what an import, the demo school or a completed file puts there (domain.md §12).
//! What is to be written was decided by comparing, which belongs to `roster`; what students are found by is written by
//! `search/index.rs`.

mod changes;
mod existing;
mod since;
mod undo;
mod words;

use chrono::{DateTime, Utc};
use domain::name::fold;
use domain::{ImportId, StaffId, StudentId};
use serde_json::json;
use sqlx::AssertSqlSafe;

use crate::batch::{Table, id, time};
pub use existing::{ChunkKeys, ExistingRegistry, GuardianKeys, StudentKeys};
pub use undo::Undone;

use crate::error::Result;
use crate::open::Store;
use crate::pool::{execute, read};
use crate::registry::{GuardianRow, GuardianshipRow, SchoolRow, StudentRow, guardian_key};
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
        /// Whether what it changed is still kept.
        pub can_be_undone: bool,
        pub undone_at: Option<DateTime<Utc>>,
    }
}

/// So many ids stand in one statement: SQLite takes 32 766 values.
const IDS: usize = 1000;

const SCHOOLS: Table = Table {
    name: "school",
    ids: &["id", "imported_by"],
    others: &["service_centre", "code", "name", "name_folded"],
    import: "imported_by",
    on_conflict: "on conflict (id) do update set
        code = excluded.code, name = excluded.name, name_folded = excluded.name_folded,
        imported_by = excluded.imported_by",
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
    import: "import_id",
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
    ids: &["id", "imported_by"],
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
    import: "imported_by",
    on_conflict: "on conflict (id) do update set
        last_names = excluded.last_names, first_names = excluded.first_names, name_folded = excluded.name_folded,
        email = excluded.email, email_folded = excluded.email_folded, phone = excluded.phone,
        language = excluded.language, source = excluded.source, source_id = excluded.source_id,
        changed_at = excluded.changed_at, imported_by = excluded.imported_by",
};

/// Once restricted, access stays so: only an administrator lifts it (domain.md §6).
const GUARDIANSHIPS: Table = Table {
    name: "guardianship",
    ids: &["student_id", "guardian_id", "imported_by"],
    others: &["relationship", "priority", "access", "unsaid_since"],
    import: "imported_by",
    on_conflict: "on conflict (student_id, guardian_id) do update set
        relationship = excluded.relationship, priority = excluded.priority,
        unsaid_since = excluded.unsaid_since, imported_by = excluded.imported_by,
        access = case guardianship.access when 'restricted' then 'restricted' else excluded.access end",
};

impl Store {
    /// The import that can be undone; none when the newest was, or is of an older program.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote.
    pub async fn import_to_undo(&self) -> Result<Option<ImportRow>> {
        read!(self, conn => sqlx::query_as("select * from import where can_be_undone = true")
            .fetch_optional(conn))
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
    /// Writes down that an import is applied, before the rows that name it; what the one before it changed is not kept
    /// any longer. The counts are those of [`Write::end_import`].
    ///
    /// # Errors
    /// The database refused.
    pub async fn begin_import(&mut self, import: &ImportRow) -> Result<()> {
        execute!(self, sqlx::query("delete from import_before"))?;
        execute!(
            self,
            sqlx::query("update import set can_be_undone = false where can_be_undone = true")
        )?;
        execute!(self, sqlx::query(
            "insert into import (id, at, staff_id, format, content_hash, students_new, students_changed,
                 students_unchanged, students_gone, lines_unusable, can_be_undone)
             values ($1, $2, $3, $4, $5, 0, 0, 0, 0, 0, true)",
        )
        .bind(import.id.0)
        .bind(import.at)
        .bind(import.staff_id.column())
        .bind(&import.format)
        .bind(&import.content_hash))?;
        self.is_part_of(import.id);
        Ok(())
    }

    /// Writes down what an import did.
    ///
    /// # Errors
    /// The database refused.
    pub async fn end_import(&mut self, import: &ImportRow) -> Result<()> {
        execute!(self, sqlx::query(
            "update import set students_new = $1, students_changed = $2, students_unchanged = $3,
                 students_gone = $4, lines_unusable = $5 where id = $6",
        )
        .bind(import.students_new.column())
        .bind(import.students_changed.column())
        .bind(import.students_unchanged.column())
        .bind(import.students_gone.column())
        .bind(import.lines_unusable.column())
        .bind(import.id.0))?;
        Ok(())
    }

    /// Writes schools, new or changed.
    ///
    /// # Errors
    /// The database refused; [`crate::StoreError::Taken`] for a name that another school of the body has.
    pub async fn upsert_schools(&mut self, schools: &[SchoolRow]) -> Result<()> {
        let by = self.import().map(|import| id(import.0));
        let object = |school: &SchoolRow| {
            json!({
                "id": id(school.id.0),
                "service_centre": school.service_centre.column(),
                "code": school.code,
                "name": school.name,
                "name_folded": fold(&school.name),
                "imported_by": by,
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
        let (now, import) = (self.now(), self.import().column());
        for some in students.chunks(IDS) {
            let sql = format!(
                "update student set active = false, changed_at = $1, import_id = coalesce($2, import_id)
                 where id in ({})",
                places(3, some.len())
            );
            execute!(
                self,
                some.iter().fold(
                    sqlx::query(AssertSqlSafe(sql)).bind(now).bind(import),
                    |query, id| query.bind(id.0)
                )
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
        let by = self.import().map(|import| id(import.0));
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
                "imported_by": by,
            })
        };
        GUARDIANS.put(self, &rows, object).await
    }

    /// Writes what ties adults to students, new or changed. A restriction that is there stays (domain.md §6).
    ///
    /// # Errors
    /// The database refused.
    pub async fn upsert_guardianships(&mut self, guardianships: &[GuardianshipRow]) -> Result<()> {
        let by = self.import().map(|import| id(import.0));
        let rows = sorted(guardianships, |tie| (tie.student_id, tie.guardian_id));
        let object = |tie: &&GuardianshipRow| {
            json!({
                "student_id": id(tie.student_id.0),
                "guardian_id": id(tie.guardian_id.0),
                "relationship": tie.relationship.as_str(),
                "priority": tie.priority,
                "access": tie.access.as_str(),
                "imported_by": by,
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
