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

row! {
    /// A child whose claim road is locked.
    pub struct ClaimLock {
        pub student_id: StudentId,
        pub locked_at: DateTime<Utc>,
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

    /// The keys of a subject with at least so many tries after `since`.
    ///
    /// # Errors
    /// The database failed.
    pub async fn keys_with_attempts(
        &self,
        subject: AttemptSubject,
        least: u32,
        since: DateTime<Utc>,
    ) -> Result<Vec<String>> {
        read!(self, conn => sqlx::query_scalar(
            "select subject_key from attempt where subject = $1 and at > $3
             group by subject_key having count(*) >= $2 order by subject_key",
        ).bind(subject.as_str()).bind(i64::from(least)).bind(since).fetch_all(conn))
    }

    /// When the try was that is the `place`th from the newest, from 1, after `since`; none when there were fewer.
    ///
    /// # Errors
    /// The database failed.
    pub async fn attempt_from_newest(
        &self,
        subject: AttemptSubject,
        key: &str,
        place: u32,
        since: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>> {
        let before = i64::from(place.saturating_sub(1));
        read!(self, conn => sqlx::query_scalar(
            "select at from attempt where subject = $1 and subject_key = $2 and at > $3
             order by at desc limit 1 offset $4",
        ).bind(subject.as_str()).bind(key).bind(since).bind(before).fetch_optional(conn))
    }

    /// Every child whose claim road is locked, the oldest lock first.
    ///
    /// # Errors
    /// The database failed.
    pub async fn claim_locks(&self) -> Result<Vec<ClaimLock>> {
        read!(self, conn => sqlx::query_as("select * from claim_lock order by locked_at, student_id").fetch_all(conn))
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

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::fixtures::{commit, furnish, student_id, write};
    use crate::testing::{both_databases, noon, stamp};

    #[tokio::test]
    async fn tries_are_counted_by_subject_in_a_stretch_of_time() {
        both_databases(async |store| {
            use AttemptSubject::{ClaimByAddress, ClaimByDesk};
            let minute = |minutes| noon() + TimeDelta::minutes(minutes);
            for minutes in [0, 5, 10] {
                let mut stamp = stamp();
                stamp.now = minute(minutes);
                let mut write = store.write(stamp).await.unwrap();
                write
                    .add_attempt(ClaimByAddress, "mai@example.org")
                    .await
                    .unwrap();
                commit(write).await;
            }
            for (subject, key, since, count, latest) in [
                (ClaimByAddress, "mai@example.org", -1, 3, Some(10)),
                (ClaimByAddress, "mai@example.org", 0, 2, Some(10)),
                (ClaimByAddress, "mai@example.org", 10, 0, None),
                (ClaimByAddress, "other@example.org", -1, 0, None),
                (ClaimByDesk, "mai@example.org", -1, 0, None),
            ] {
                let counted = store
                    .attempts_since(subject, key, minute(since))
                    .await
                    .unwrap();
                let expected = Attempts {
                    count,
                    latest: latest.map(minute),
                };
                assert_eq!(counted, expected, "{subject} {key} since minute {since}");
            }
            for (least, since, keys) in [(3, -1, 1), (4, -1, 0), (3, 0, 0)] {
                let many = store.keys_with_attempts(ClaimByAddress, least, minute(since));
                let expected = &["mai@example.org"][..keys];
                assert_eq!(many.await.unwrap(), expected, "{least} since {since}");
            }
            for (place, since, at) in [(1, -1, Some(10)), (3, -1, Some(0)), (3, 0, None)] {
                let key = "mai@example.org";
                let found = store.attempt_from_newest(ClaimByAddress, key, place, minute(since));
                assert_eq!(
                    found.await.unwrap(),
                    at.map(minute),
                    "{place} since {since}"
                );
            }
            write(store, async |write| {
                write
                    .clear_attempts(ClaimByAddress, "mai@example.org")
                    .await
                    .unwrap();
            })
            .await;
            let counted = store
                .attempts_since(ClaimByAddress, "mai@example.org", minute(-1))
                .await;
            assert_eq!(counted.unwrap().count, 0);
        })
        .await;
    }

    #[tokio::test]
    async fn a_locked_claim_road_stays_locked_until_it_is_unlocked() {
        both_databases(async |store| {
            furnish(store, 2).await;
            let on_child = AttemptSubject::ClaimOnChild;
            let key = student_id(1).to_string();
            write(store, async |write| {
                write.add_attempt(on_child, &key).await.unwrap();
                write.lock_claims(student_id(1)).await.unwrap();
                write.lock_claims(student_id(1)).await.unwrap();
            })
            .await;
            assert_eq!(store.claim_lock(student_id(1)).await.unwrap(), Some(noon()));
            assert_eq!(store.claim_lock(student_id(2)).await.unwrap(), None);
            let only = ClaimLock {
                student_id: student_id(1),
                locked_at: noon(),
            };
            assert_eq!(store.claim_locks().await.unwrap(), [only]);
            write(store, async |write| {
                write.unlock_claims(student_id(1)).await.unwrap();
            })
            .await;
            assert_eq!(store.claim_lock(student_id(1)).await.unwrap(), None);
            let long_ago = noon() - TimeDelta::days(1);
            let counted = store
                .attempts_since(on_child, &key, long_ago)
                .await
                .unwrap();
            assert_eq!(counted.count, 0);
        })
        .await;
    }
}
