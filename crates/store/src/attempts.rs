//! Wrong tries, counted where a restart cannot forget them, and the claim roads that they have locked (domain.md §5).
//! How many are too many, and what follows, belongs to `desk`.

use chrono::{DateTime, Utc};
use domain::{AttemptSubject, StudentId};

use crate::error::Result;
use crate::open::Store;
use crate::pool::{execute, read};
use crate::rows::row;
use crate::write::Write;

row! {
    /// The wrong tries of one subject in a stretch of time.
    pub struct Attempts {
        pub count: u32,
        /// The newest of them: from here a pause is reckoned.
        pub latest: Option<DateTime<Utc>>,
    }
}

impl Store {
    /// The wrong tries of one subject after `since`. The key is what the subject says: a folded address, an id.
    ///
    /// # Errors
    /// The database failed.
    pub async fn attempts_since(
        &self,
        subject: AttemptSubject,
        key: &str,
        since: DateTime<Utc>,
    ) -> Result<Attempts> {
        read!(self, conn => sqlx::query_as(
            "select count(*) as count, max(at) as latest from attempt
             where subject = $1 and subject_key = $2 and at > $3",
        ).bind(subject.as_str()).bind(key).bind(since).fetch_one(conn))
    }

    /// Since when the claim road of a child is locked; none when it is open.
    ///
    /// # Errors
    /// The database failed.
    pub async fn claim_lock(&self, student: StudentId) -> Result<Option<DateTime<Utc>>> {
        read!(self, conn => sqlx::query_scalar("select locked_at from claim_lock where student_id = $1")
            .bind(student.0).fetch_optional(conn))
    }
}

impl Write {
    /// Counts one wrong try, at the time of this write.
    ///
    /// # Errors
    /// The database refused.
    pub async fn add_attempt(&mut self, subject: AttemptSubject, key: &str) -> Result<()> {
        let now = self.now();
        execute!(
            self,
            sqlx::query("insert into attempt (subject, subject_key, at) values ($1, $2, $3)")
                .bind(subject.as_str())
                .bind(key)
                .bind(now)
        )?;
        Ok(())
    }

    /// Forgets the wrong tries of one subject.
    ///
    /// # Errors
    /// The database refused.
    pub async fn clear_attempts(&mut self, subject: AttemptSubject, key: &str) -> Result<()> {
        execute!(
            self,
            sqlx::query("delete from attempt where subject = $1 and subject_key = $2")
                .bind(subject.as_str())
                .bind(key)
        )?;
        Ok(())
    }

    /// Locks the claim road of a child, for every adult; in person stays open. A lock that is there keeps its time.
    ///
    /// # Errors
    /// The database refused.
    pub async fn lock_claims(&mut self, student: StudentId) -> Result<()> {
        let now = self.now();
        execute!(
            self,
            sqlx::query(
                "insert into claim_lock (student_id, locked_at) values ($1, $2)
                 on conflict (student_id) do nothing",
            )
            .bind(student.0)
            .bind(now)
        )?;
        Ok(())
    }

    /// Opens the claim road of a child again, and forgets the wrong claims on that child.
    ///
    /// # Errors
    /// The database refused.
    pub async fn unlock_claims(&mut self, student: StudentId) -> Result<()> {
        execute!(
            self,
            sqlx::query("delete from claim_lock where student_id = $1").bind(student.0)
        )?;
        self.clear_attempts(AttemptSubject::ClaimOnChild, &student.to_string())
            .await
    }
}
