//! What students are found by, made anew after a correction or a merge, inside the same write.
//! Which words those are belongs to `search.rs`; an import brings its own.

use domain::StudentId;
use sqlx::AssertSqlSafe;

use crate::error::Result;
use crate::pool::run;
use crate::registry::{GuardianRow, GuardianshipRow, StudentRow, students};
use crate::rows::{Joined, places};
use crate::search::words_of;
use crate::write::Write;

impl Write {
    /// Makes the words of these students anew from what this write has left on their files; at most some thousands.
    ///
    /// # Errors
    /// The database refused, or holds what no program wrote.
    pub async fn reword(&mut self, ids: &[StudentId]) -> Result<()> {
        if ids.is_empty() {
            return Ok(());
        }
        let of_students = places(1, ids.len());
        let sql = format!("{} where student.id in ({of_students})", students!(""));
        let students: Vec<StudentRow> = run!(self, conn => ids
            .iter()
            .fold(sqlx::query_as(AssertSqlSafe(sql)), |query, id| query.bind(id.0))
            .fetch_all(conn))?;
        let sql = format!(
            "select guardian.*, guardianship.* from guardianship join guardian on guardian.id = guardian_id
             where student_id in ({of_students})"
        );
        let ties: Vec<Joined<GuardianRow, GuardianshipRow>> = run!(self, conn => ids
            .iter()
            .fold(sqlx::query_as(AssertSqlSafe(sql)), |query, id| query.bind(id.0))
            .fetch_all(conn))?;
        let words: Vec<_> = students
            .iter()
            .map(|student| {
                let adults: Vec<_> = ties
                    .iter()
                    .filter(|Joined(_, tie)| tie.student_id == student.id)
                    .map(|Joined(adult, _)| adult)
                    .collect();
                (student.id, words_of(student, &adults))
            })
            .collect();
        self.replace_words(&words).await
    }
}
