//! A write that is too large for memory: an import. Its pages go to the WAL before it commits, which no other write's do
//! (`pool.rs`), so that a file beside the database says meanwhile what is going on there (`wal.rs` reads it). What is
//! written belongs to `import.rs`.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use crate::error::{Result, StoreError};
use crate::files;
use crate::open::{Location, Store};
use crate::pool::{Pool, SqlitePools, checkpoint};
use crate::write::{Stamp, Write};

/// While it is there, the WAL holds one large transaction and nothing else.
pub(crate) const MARK_FILE: &str = "guichet.importing";
/// Memory that the pages of a large write may take.
const CACHE_KIB: u32 = 64 * 1024;
/// Readers end within a moment; the WAL is not emptied while one still reads from it.
const TRIES: u32 = 50;
const BETWEEN_TRIES: std::time::Duration = std::time::Duration::from_millis(100);

/// The tables that an import writes.
const COUNT_ANEW: &str =
    "analyze school, student, guardian, guardianship, search_word, search_posting, search_student";

impl Store {
    /// Begins a write of any size. After it has ended, kept or not, [`Store::end_large`] gives the disk back.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub async fn write_large(&self, stamp: Stamp) -> Result<Write> {
        // Nobody else writes between the emptying of the WAL and the first statement.
        let alone = Arc::clone(&self.0.rekeying).write_owned().await;
        self.0.large.store(true, Ordering::SeqCst);
        if let (Location::Embedded { dir }, Pool::Sqlite(pools)) = (&self.0.location, self.pool()) {
            empty_wal(pools).await?;
            files::replace(&dir.join(MARK_FILE), b"")?;
            set_spill(pools, true).await?;
        }
        let tx = self.pool().begin().await?;
        Ok(self.write_in(tx, alone.downgrade(), stamp))
    }

    /// Brings what a large write left in the WAL into the file, or away, once it has ended; a server is told to count its
    /// rows anew.
    ///
    /// # Errors
    /// The last write to the file failed, and closing and opening try again; or the server refused.
    pub async fn end_large(&self) -> Result<()> {
        if !self.0.large.load(Ordering::SeqCst) {
            return Ok(());
        }
        let _alone = Arc::clone(&self.0.rekeying).write_owned().await;
        match (&self.0.location, self.pool()) {
            (Location::Embedded { dir }, Pool::Sqlite(pools)) => {
                set_spill(pools, false).await?;
                empty_wal(pools).await?;
                files::remove_if_there(&dir.join(MARK_FILE))?;
            }
            // Until it has counted, a server takes a registry for a few rows and reads whole tables to find one of them.
            (_, Pool::Postgres(pool)) => {
                sqlx::raw_sql(COUNT_ANEW).execute(pool).await?;
            }
            (_, Pool::Sqlite(_)) => {}
        }
        self.0.large.store(false, Ordering::SeqCst);
        Ok(())
    }
}

/// What is to be done at an opening when the program was stopped in a large write: SQLite has left out what was not
/// committed, and it is taken away before anything else is written.
pub(crate) async fn settle(location: &Location, pool: &Pool) -> Result<()> {
    if let (Location::Embedded { dir }, Pool::Sqlite(pools)) = (location, pool)
        && dir.join(MARK_FILE).exists()
    {
        empty_wal(pools).await?;
        files::remove_if_there(&dir.join(MARK_FILE))?;
    }
    Ok(())
}

async fn set_spill(pools: &SqlitePools, on: bool) -> Result<()> {
    let sql = match on {
        true => format!("pragma cache_size = -{CACHE_KIB}; pragma cache_spill = on"),
        false => "pragma cache_spill = off; pragma cache_size = -2000".to_owned(),
    };
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql))
        .execute(&pools.writer)
        .await?;
    Ok(())
}

async fn empty_wal(pools: &SqlitePools) -> Result<()> {
    for _ in 0..TRIES {
        let mut writer = pools.writer.acquire().await?;
        if checkpoint(&mut writer).await? {
            return Ok(());
        }
        drop(writer);
        tokio::time::sleep(BETWEEN_TRIES).await;
    }
    Err(StoreError::Busy)
}

#[cfg(test)]
mod tests;
