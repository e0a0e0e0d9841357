//! Verification codes: the keyed hash, the clock and the wrong entries of each (domain.md §5).
//! Drawing, hashing and comparing them belong to `desk`.

use chrono::{DateTime, Utc};
use domain::{CodeId, EmailAddress, VisitId};

use crate::error::Result;
use crate::open::Store;
use crate::pool::{execute, read, run};
use crate::rows::row;
use crate::write::Write;

row! {
    /// The code of a visit.
    pub struct CodeRow {
        pub id: CodeId,
        /// The address that it was sent to, folded.
        pub address_folded: String,
        pub hash: Vec<u8>,
        pub sent_at: DateTime<Utc>,
        pub expires_at: DateTime<Utc>,
        pub wrong_entries: u32,
        pub used_at: Option<DateTime<Utc>>,
        /// Killed by wrong entries, by a newer code, or by the end of the visit.
        pub dead_at: Option<DateTime<Utc>>,
    }
}

/// A code whose clock starts with its write.
#[derive(Clone, Debug)]
pub struct NewCode {
    pub id: CodeId,
    pub visit_id: VisitId,
    pub address: EmailAddress,
    /// [`Store::code_hash`].
    pub hash: [u8; 32],
    pub expires_at: DateTime<Utc>,
}

impl CodeRow {
    /// Whether entering it now may succeed.
    #[must_use]
    pub fn is_live(&self, now: DateTime<Utc>) -> bool {
        self.used_at.is_none() && self.dead_at.is_none() && now < self.expires_at
    }
}

impl Store {
    /// The newest code of a visit, live or not; none before the first was sent.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote.
    pub async fn current_code(&self, visit: VisitId) -> Result<Option<CodeRow>> {
        read!(self, conn => sqlx::query_as(
            "select * from verification_code where visit_id = $1 order by sent_at desc, id desc limit 1",
        ).bind(visit.0).fetch_optional(conn))
    }
}

impl Write {
    /// Stores the hash of a code that is about to be sent, and kills the older ones of its visit.
    ///
    /// # Errors
    /// The database refused.
    pub async fn put_code(&mut self, code: &NewCode) -> Result<()> {
        self.kill_codes_of_visit(code.visit_id).await?;
        let now = self.now();
        execute!(self, sqlx::query(
            "insert into verification_code (id, visit_id, address_folded, hash, sent_at, expires_at, wrong_entries)
             values ($1, $2, $3, $4, $5, $6, 0)",
        )
        .bind(code.id.0)
        .bind(code.visit_id.0)
        .bind(code.address.folded())
        .bind(code.hash.to_vec())
        .bind(now)
        .bind(code.expires_at))?;
        Ok(())
    }

    /// Counts one wrong entry of a code, which dies with the entry numbered `deadly`; tells how many there were.
    ///
    /// # Errors
    /// The database refused.
    pub async fn count_wrong_entry(&mut self, code: CodeId, deadly: u32) -> Result<u32> {
        let now = self.now();
        let entries: i64 = run!(self, conn => sqlx::query_scalar(
            "update verification_code set wrong_entries = wrong_entries + 1,
                 dead_at = case when dead_at is null and wrong_entries + 1 >= $2 then $3 else dead_at end
             where id = $1 returning wrong_entries",
        ).bind(code.0).bind(i64::from(deadly)).bind(now).fetch_one(conn))?;
        Ok(entries.try_into().unwrap_or(u32::MAX))
    }

    /// Uses a code up. False when it was used, killed or has expired meanwhile.
    ///
    /// # Errors
    /// The database refused.
    pub async fn use_code(&mut self, code: CodeId) -> Result<bool> {
        let now = self.now();
        let used = execute!(
            self,
            sqlx::query(
                "update verification_code set used_at = $2
                 where id = $1 and used_at is null and dead_at is null and expires_at > $2",
            )
            .bind(code.0)
            .bind(now)
        )?;
        Ok(used == 1)
    }

    /// Kills the codes of a visit that could still be used.
    ///
    /// # Errors
    /// The database refused.
    pub async fn kill_codes_of_visit(&mut self, visit: VisitId) -> Result<()> {
        let now = self.now();
        execute!(
            self,
            sqlx::query(
                "update verification_code set dead_at = $2
                 where visit_id = $1 and dead_at is null and used_at is null",
            )
            .bind(visit.0)
            .bind(now)
        )?;
        Ok(())
    }
}
