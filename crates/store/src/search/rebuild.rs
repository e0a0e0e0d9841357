//! Making the index anew from the registry, when it was made by other rules than this program's, or not at all.
//! It says nothing that the registry does not say: no entry of the journal stands for it.

use std::collections::HashMap;

use domain::StudentId;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::index::Index;
use super::words::words_of;
use crate::error::Result;
use crate::pool::{Pool, execute, run};
use crate::registry::{GuardianRow, StudentRow, students};
use crate::rows::{Joined, places, row};

/// Goes up by one with each change of what [`words_of`] says or of how places order.
const RULES: i64 = 1;
const STUDENTS: i64 = 1000;

row! {
    /// Whose adult it is.
    pub struct Of {
        pub student_id: StudentId,
    }
}

/// Makes the index when it is not this program's.
pub(crate) async fn bring_up_to_date(pool: &Pool) -> Result<()> {
    let mut tx = pool.begin().await?;
    let rules: i64 = match &mut tx {
        crate::pool::Tx::Sqlite(tx) => {
            sqlx::query_scalar("select rules from search_state")
                .fetch_one(&mut **tx)
                .await?
        }
        crate::pool::Tx::Postgres(tx) => {
            sqlx::query_scalar("select rules from search_state for update")
                .fetch_one(&mut **tx)
                .await?
        }
    };
    if rules == RULES {
        return Ok(());
    }
    // The numbers given out are not given again: another desk may know them still.
    for table in ["search_posting", "search_student", "search_word"] {
        execute!(
            tx,
            sqlx::query(AssertSqlSafe(format!("delete from {table}")))
        )?;
    }
    let mut index = Index::default();
    let mut last = Uuid::nil();
    loop {
        let rows: Vec<StudentRow> = run!(tx, conn => sqlx::query_as(
            students!("where student.id > $1 order by student.id limit $2"),
        ).bind(last).bind(STUDENTS).fetch_all(conn))?;
        let Some(row) = rows.last() else {
            break;
        };
        last = row.id.0;
        let sql = format!(
            "select guardianship.student_id, guardian.* from guardianship
             join guardian on guardian.id = guardian_id where student_id in ({})",
            places(1, rows.len())
        );
        let adults: Vec<Joined<GuardianRow, Of>> = run!(tx, conn => rows
            .iter()
            .fold(sqlx::query_as(AssertSqlSafe(sql)), |query, row| query.bind(row.id.0))
            .fetch_all(conn))?;
        let mut by_student: HashMap<StudentId, Vec<&GuardianRow>> = HashMap::new();
        for Joined(adult, of) in &adults {
            by_student.entry(of.student_id).or_default().push(adult);
        }
        let words: Vec<_> = rows
            .iter()
            .map(|row| {
                (
                    row.id,
                    words_of(row, by_student.get(&row.id).map_or(&[], Vec::as_slice)),
                )
            })
            .collect();
        index.replace(&mut tx, &words).await?;
    }
    index.flush(&mut tx).await?;
    execute!(
        tx,
        sqlx::query("update search_state set rules = $1").bind(RULES)
    )?;
    tx.commit().await
}
