//! What students are found by, made anew from what is written: after a change of their adults, or an import undone.
//! What those words are belongs to `search.rs`.

use std::collections::HashMap;

use domain::{GuardianId, StudentId};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::IDS;
use crate::error::Result;
use crate::pool::run;
use crate::registry::{GuardianRow, StudentRow, students};
use crate::rows::places;
use crate::search::words_of;
use crate::write::Write;

impl Write {
    /// Makes anew what students are found by, from what is written.
    ///
    /// # Errors
    /// The database refused.
    pub async fn rebuild_words(&mut self, students: &[StudentId]) -> Result<()> {
        for some in students.chunks(IDS) {
            let list = places(1, some.len());
            let sql = format!("{} where student.id in ({list})", students!(""));
            let rows: Vec<StudentRow> = run!(self, conn => some
                .iter()
                .fold(sqlx::query_as(AssertSqlSafe(sql.as_str())), |query, id| query.bind(id.0))
                .fetch_all(conn))?;
            let sql = format!(
                "select student_id, guardian_id from guardianship where student_id in ({list})"
            );
            let ties: Vec<(Uuid, Uuid)> = run!(self, conn => some
                .iter()
                .fold(sqlx::query_as(AssertSqlSafe(sql.as_str())), |query, id| query.bind(id.0))
                .fetch_all(conn))?;
            let sql = format!(
                "select * from guardian where id in (
                     select guardian_id from guardianship where student_id in ({list}))"
            );
            let adults: Vec<GuardianRow> = run!(self, conn => some
                .iter()
                .fold(sqlx::query_as(AssertSqlSafe(sql.as_str())), |query, id| query.bind(id.0))
                .fetch_all(conn))?;
            let adults: HashMap<Uuid, GuardianRow> =
                adults.into_iter().map(|row| (row.id.0, row)).collect();
            let mut of: HashMap<Uuid, Vec<&GuardianRow>> = HashMap::new();
            for (student, guardian) in &ties {
                of.entry(*student).or_default().extend(adults.get(guardian));
            }
            let words: Vec<_> = rows
                .iter()
                .map(|row| {
                    let adults = of.get(&row.id.0).map(Vec::as_slice).unwrap_or_default();
                    (row.id, words_of(row, adults))
                })
                .collect();
            self.replace_words(&words).await?;
        }
        Ok(())
    }

    /// The students on whose files one of these adults is.
    ///
    /// # Errors
    /// The database refused.
    pub async fn students_with(&mut self, guardians: &[GuardianId]) -> Result<Vec<StudentId>> {
        let mut found = Vec::new();
        for some in guardians.chunks(IDS) {
            let sql = format!(
                "select distinct student_id from guardianship where guardian_id in ({})",
                places(1, some.len())
            );
            let ids: Vec<Uuid> = run!(self, conn => some
                .iter()
                .fold(sqlx::query_scalar(AssertSqlSafe(sql.as_str())), |query, id| query.bind(id.0))
                .fetch_all(conn))?;
            found.extend(ids.into_iter().map(StudentId));
        }
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }
}
