//! Checking a desk's data without changing them: the left-over WAL, every page, the tables, the journal (domain.md §15).
//! Nothing is mended here: `backup.rs` restores.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::Limits;
use sqlx::SqlitePool;

use crate::chain::{Chain, ChainReport};
use crate::enter::{self, Credential};
use crate::error::{Result, StoreError};
use crate::keyring::{Keyring, NEXT_KEYRING_FILE, UnlockError};
use crate::keys::DataKey;
use crate::large::MARK_FILE;
use crate::open::{self, DATABASE_FILE, Inner, Location, Store};
use crate::pool::Pool;
use crate::{sealed, wal};

/// The WAL beside the database.
pub(crate) const WAL_FILE: &str = "guichet.db-wal";

/// Whether the database's own bytes are what Guichet wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatabaseState {
    Ok,
    Damaged,
}

/// What a check found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verification {
    pub database: DatabaseState,
    /// When the database does not even open, no entries and a chain broken from the first.
    pub journal: ChainReport,
}

impl Verification {
    const UNREADABLE: Self = Self {
        database: DatabaseState::Damaged,
        journal: ChainReport {
            entries: 0,
            chain: Chain::Broken { first_bad: 1 },
        },
    };

    /// Nothing is damaged and nothing is missing.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.database == DatabaseState::Ok && self.journal.chain == Chain::Ok
    }
}

/// Checks a desk that nobody has open.
///
/// # Errors
/// [`UnlockError`], [`StoreError::Missing`], [`StoreError::AlreadyOpen`]. Damage is not an error but the finding.
pub async fn verify(
    location: Location,
    credential: Credential,
    now: DateTime<Utc>,
    limits: &Limits,
) -> Result<Verification, UnlockError> {
    open::check_there(&location)?;
    if location.dir().join(NEXT_KEYRING_FILE).exists() {
        // A re-keying was cut short: coming in settles it. A desk that does not open is looked at all the same.
        if let Ok(entered) = Store::enter(location.clone(), credential.clone(), now, limits).await {
            entered.store.close().await?;
        }
    }
    let lock = open::lock(location.dir())?;
    let keyring = Keyring::read(location.dir())?;
    let (_, _, key) = enter::unlock(keyring, credential, now, limits).await?;
    let verification = match &location {
        Location::Embedded { dir } => examine(dir, &key).await?,
        Location::Postgres { .. } => {
            let (pool, secret) = open::unlock(&location, &key).await?;
            let store = Store::assemble(location, pool, key, &secret, lock).await?;
            let journal = store.check_chain().await?;
            store.close().await?;
            Verification {
                database: DatabaseState::Ok,
                journal,
            }
        }
    };
    Ok(verification)
}

/// Checks an embedded database that nobody writes to. The caller holds the lock, or the folder is its own.
pub(crate) async fn examine(dir: &Path, key: &DataKey) -> Result<Verification> {
    let interrupted = dir.join(MARK_FILE).exists();
    let wal = wal::is_accounted_for(&dir.join(WAL_FILE), interrupted)?;
    match read_all(dir, key).await {
        Ok(verification) if wal => Ok(verification),
        Ok(verification) => Ok(Verification {
            database: DatabaseState::Damaged,
            ..verification
        }),
        // Whatever SQLite says of bytes that it cannot read, the finding is the same.
        Err(StoreError::Damaged(_) | StoreError::WrongKey | StoreError::Database(_)) => {
            Ok(Verification::UNREADABLE)
        }
        Err(error) => Err(error),
    }
}

/// Reads every page and every entry, on a connection that cannot write.
async fn read_all(dir: &Path, key: &DataKey) -> Result<Verification> {
    let pool = Pool::open_sqlite_to_read(&dir.join(DATABASE_FILE), key).await?;
    let Pool::Sqlite(pools) = &pool else {
        return Err(StoreError::OnlyEmbedded);
    };
    let readers = pools.readers.clone();
    let read = async {
        let database = pages(&readers).await?;
        let secret = sealed::open_desk_secret(&pool, key).await?;
        let location = Location::Embedded {
            dir: dir.to_owned(),
        };
        let lock = fs::File::open(dir.join(DATABASE_FILE))?;
        let store = Store(Arc::new(Inner::new(
            location,
            pool,
            key.clone(),
            &secret,
            lock,
        )));
        Ok(Verification {
            database,
            journal: store.check_chain().await?,
        })
    };
    let found = read.await;
    readers.close().await;
    found
}

/// SQLCipher authenticates each page of the file, free ones too; SQLite checks that the pages make sound tables.
async fn pages(readers: &SqlitePool) -> Result<DatabaseState> {
    let unauthentic: Vec<String> = sqlx::query_scalar("pragma cipher_integrity_check")
        .fetch_all(readers)
        .await?;
    if !unauthentic.is_empty() {
        return Ok(DatabaseState::Damaged);
    }
    let findings: Vec<String> = sqlx::query_scalar("pragma integrity_check")
        .fetch_all(readers)
        .await?;
    let loose: Vec<sqlx::sqlite::SqliteRow> = sqlx::query("pragma foreign_key_check")
        .fetch_all(readers)
        .await?;
    let sound = findings == ["ok"] && loose.is_empty();
    Ok(if sound {
        DatabaseState::Ok
    } else {
        DatabaseState::Damaged
    })
}

#[cfg(test)]
mod tests;
