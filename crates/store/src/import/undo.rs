//! Undoing the newest import (domain.md §12): what it made goes, what it changed is again as it was. A student who has
//! gained an association since, or stands in a visit, stays as inactive; a restriction stays until somebody lifts it.
//! What the desk corrected or merged since stays too, and belongs to `since.rs`.

use domain::{ImportId, StudentId};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::{GUARDIANS, GUARDIANSHIPS, IDS, SCHOOLS, STUDENTS};
use crate::error::Result;
use crate::pool::{execute, run};
use crate::rows::places;
use crate::write::Write;

/// What undoing an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    /// Students whom the import had made, and who are not there any more.
    pub removed: u32,
    /// Students who are again as they were.
    pub restored: u32,
    /// Students whom the import had made, and who stay as inactive.
    pub kept: u32,
}

/// The students whom import $1 made.
const MADE: &str = "select id from student where import_id = $1
    and id not in (select subject_id from import_before where kind = 'student')";

impl Write {
    /// Undoes the newest import, whose images are still kept.
    ///
    /// # Errors
    /// The database refused.
    pub async fn undo_import(&mut self, import: ImportId) -> Result<Undone> {
        let kept = self.keep_the_bound(import).await?;
        self.leave_merged(import).await?;
        let touched = self.touched(import).await?;
        let removed = self.remove_made(import).await?;
        let restored = self.restore_changed(import).await?;
        self.remove_left(import).await?;
        self.correct_again(import).await?;
        self.rebuild_words(&touched).await?;
        let now = self.now();
        execute!(
            self,
            sqlx::query("update import set can_be_undone = false, undone_at = $2 where id = $1",)
                .bind(import.0)
                .bind(now)
        )?;
        execute!(self, sqlx::query("delete from import_before"))?;
        Ok(Undone {
            removed,
            restored,
            kept,
        })
    }

    /// Students made by the import who are bound by an association or a visit, with the adults on their files.
    async fn keep_the_bound(&mut self, import: ImportId) -> Result<u32> {
        let sql = format!(
            "select id from ({MADE}) as made
             where exists (select 1 from association where student_id = made.id)
             or exists (select 1 from visit where student_id = made.id)
             or exists (select 1 from proposal where student_id = made.id)
             or exists (select 1 from request where student_id = made.id)"
        );
        let bound: Vec<Uuid> = run!(self, conn => sqlx::query_scalar(AssertSqlSafe(sql.as_str()))
            .bind(import.0).fetch_all(conn))?;
        for sql in [
            "update guardianship set imported_by = null where student_id in",
            "update student set active = false, import_id = null where id in",
        ] {
            self.run_for(sql, &bound).await?;
        }
        let students: Vec<_> = bound.iter().copied().map(StudentId).collect();
        self.mark_gone(&students).await?;
        Ok(count(bound.len()))
    }

    /// The students who were there before and are found by something that the import changed.
    async fn touched(&mut self, import: ImportId) -> Result<Vec<StudentId>> {
        let sql = format!(
            "select id from student where id in (
                 select subject_id from import_before where kind in ('student', 'guardianship')
                 union select student_id from guardianship where imported_by = $1
                 union select student_id from guardianship where guardian_id in (
                     select subject_id from import_before where kind = 'guardian'))
             and id not in ({MADE})"
        );
        let ids: Vec<Uuid> = run!(self, conn => sqlx::query_scalar(AssertSqlSafe(sql.as_str()))
            .bind(import.0).fetch_all(conn))?;
        Ok(ids.into_iter().map(StudentId).collect())
    }

    async fn remove_made(&mut self, import: ImportId) -> Result<u32> {
        let made: Vec<Uuid> = run!(self, conn => sqlx::query_scalar(MADE)
            .bind(import.0).fetch_all(conn))?;
        let ids: Vec<_> = made.iter().map(|id| StudentId(*id)).collect();
        self.remove_words(&ids).await?;
        for sql in [
            "delete from guardianship where student_id in",
            "delete from claim_lock where student_id in",
            "delete from correction where subject_id in",
            "delete from student where id in",
        ] {
            self.run_for(sql, &made).await?;
        }
        Ok(count(made.len()))
    }

    /// Runs a statement that ends before a list of ids.
    async fn run_for(&mut self, sql: &str, ids: &[Uuid]) -> Result<()> {
        for some in ids.chunks(IDS) {
            let sql = format!("{sql} ({})", places(1, some.len()));
            execute!(
                self,
                some.iter()
                    .fold(sqlx::query(AssertSqlSafe(sql.as_str())), |query, id| query
                        .bind(*id))
            )?;
        }
        Ok(())
    }

    async fn restore_changed(&mut self, import: ImportId) -> Result<u32> {
        // Two students may have changed numbers with each other.
        let changed = execute!(
            self,
            sqlx::query(
                "update student set fiche = null, permanent_code = null where import_id = $1",
            )
            .bind(import.0)
        )?;
        for table in [&SCHOOLS, &STUDENTS, &GUARDIANS, &GUARDIANSHIPS] {
            table.restore(self, import).await?;
        }
        Ok(u32::try_from(changed).unwrap_or(u32::MAX))
    }

    /// What still bears the import's id was made by it.
    async fn remove_left(&mut self, import: ImportId) -> Result<()> {
        for sql in [
            "delete from guardianship where imported_by = $1 and access <> 'restricted'",
            "delete from guardian where imported_by = $1
             and not exists (select 1 from guardianship where guardian_id = guardian.id)
             and not exists (select 1 from account where guardian_id = guardian.id)
             and not exists (select 1 from visit where guardian_id = guardian.id)",
            "delete from school where imported_by = $1
             and not exists (select 1 from student where school_id = school.id)",
        ] {
            execute!(self, sqlx::query(sql).bind(import.0))?;
        }
        Ok(())
    }
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
