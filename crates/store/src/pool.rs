//! The two databases behind one enum, and the two macros that run one expression on whichever is open.
//! Nothing above this file knows which of them it is. Queries do not belong here.

use std::path::Path;
use std::time::Duration;

use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{
    ConnectOptions as _, Connection as _, PgPool, Postgres, Sqlite, SqlitePool, Transaction,
};
use tokio::sync::OnceCell;

use crate::error::{Result, StoreError};
use crate::keys::DataKey;

/// Enough for the two windows; the reading connections of the embedded database.
const READERS: u32 = 4;
/// Rows that a statement may be ahead of whoever takes them.
const ROWS_READ_AHEAD: usize = 1000;
const POSTGRES_CONNECTIONS: u32 = 8;
/// Waiting longer than this for a connection is a fault that should be seen.
const WAIT_FOR_CONNECTION: Duration = Duration::from_secs(15);

/// By itself, each statement of a server sees what was committed until it began.
const ONE_STATE: &str = "begin isolation level repeatable read, read only";

/// Runs one read on the open database: `read!(store, conn => sqlx::query_as::<_, Row>("…").fetch_all(conn))`.
/// It sees what was committed. The value is the query's own `Result`, its error made a `StoreError`.
macro_rules! read {
    ($store:expr, $conn:ident => $query:expr) => {
        match $store.pool() {
            $crate::pool::Pool::Sqlite(pools) => {
                let $conn = &pools.readers;
                $query.await.map_err($crate::StoreError::from)
            }
            $crate::pool::Pool::Postgres(pool) => {
                let $conn = pool;
                $query.await.map_err($crate::StoreError::from)
            }
        }
    };
}

/// Runs one query inside a write: `run!(write, conn => sqlx::query_as::<_, Row>("…").bind(id.0).fetch_all(conn))`.
macro_rules! run {
    ($write:expr, $conn:ident => $query:expr) => {
        match $write.tx() {
            $crate::pool::Tx::Sqlite(tx) => {
                let $conn = &mut **tx;
                $query.await.map_err($crate::StoreError::from)
            }
            $crate::pool::Tx::Postgres(tx) => {
                let $conn = &mut **tx;
                $query.await.map_err($crate::StoreError::from)
            }
        }
    };
}

/// Runs one statement inside a write and tells how many rows it met: `execute!(write, sqlx::query("…").bind(id.0))`.
macro_rules! execute {
    ($write:expr, $query:expr) => {
        match $write.tx() {
            $crate::pool::Tx::Sqlite(tx) => $query
                .execute(&mut **tx)
                .await
                .map(|done| done.rows_affected()),
            $crate::pool::Tx::Postgres(tx) => $query
                .execute(&mut **tx)
                .await
                .map(|done| done.rows_affected()),
        }
        .map_err($crate::StoreError::from)
    };
}

pub(crate) use {execute, read, run};

/// The open database.
pub(crate) enum Pool {
    Sqlite(SqlitePools),
    Postgres(PgPool),
}

/// Exactly one connection writes (design.md §3, WAL); the others can only read.
pub(crate) struct SqlitePools {
    pub writer: SqlitePool,
    pub readers: SqlitePool,
}

/// An open transaction of either kind. Dropped, it rolls back.
pub(crate) enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Tx {
    pub(crate) const fn tx(&mut self) -> &mut Self {
        self
    }

    pub(crate) async fn commit(self) -> Result<()> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    pub(crate) async fn roll_back(self) -> Result<()> {
        match self {
            Self::Sqlite(tx) => tx.rollback().await?,
            Self::Postgres(tx) => tx.rollback().await?,
        }
        Ok(())
    }
}

impl Pool {
    /// Opens the encrypted file, made when it is not there.
    pub(crate) async fn open_sqlite(file: &Path, key: &DataKey) -> Result<Self> {
        silence_cipher_log().await?;
        try_key(file, key).await?;
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .min_connections(1)
            .acquire_timeout(WAIT_FOR_CONNECTION)
            .test_before_acquire(false)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(writer_options(file, key))
            .await?;
        let cipher: Option<String> = sqlx::query_scalar("pragma cipher_version")
            .fetch_optional(&writer)
            .await?;
        if cipher.is_none() {
            return Err(StoreError::NotEncrypted);
        }
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .min_connections(0)
            .acquire_timeout(WAIT_FOR_CONNECTION)
            // A file does not hang up, and asking whether it has takes as long as a short statement.
            .test_before_acquire(false)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_lazy_with(reader_options(file, key));
        Ok(Self::Sqlite(SqlitePools { writer, readers }))
    }

    /// Opens the encrypted file in such a way that nothing can be written to it, for `verify.rs`.
    pub(crate) async fn open_sqlite_to_read(file: &Path, key: &DataKey) -> Result<Self> {
        silence_cipher_log().await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(1)
            .connect_with(reader_options(file, key))
            .await?;
        Ok(Self::Sqlite(SqlitePools {
            writer: readers.clone(),
            readers,
        }))
    }

    /// Connects to a server that several desks share (design.md §2).
    pub(crate) async fn open_postgres(url: &str) -> Result<Self> {
        let options: PgConnectOptions =
            url.parse::<PgConnectOptions>()?.disable_statement_logging();
        let pool = PgPoolOptions::new()
            .max_connections(POSTGRES_CONNECTIONS)
            .acquire_timeout(WAIT_FOR_CONNECTION)
            .connect_with(options)
            .await?;
        Ok(Self::Postgres(pool))
    }

    /// Begins to write. SQLite takes its write lock at once, so that no statement later can find it taken.
    pub(crate) async fn begin(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite(pools) => Tx::Sqlite(pools.writer.begin_with("begin immediate").await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// Begins to read: everything inside sees one state.
    pub(crate) async fn begin_read(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite(pools) => Tx::Sqlite(pools.readers.begin().await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin_with(ONE_STATE).await?),
        })
    }

    /// Closes: the readers first, so that the writer can bring the whole WAL into the file and leave none behind.
    pub(crate) async fn close(&self) -> Result<()> {
        match self {
            Self::Sqlite(pools) => {
                pools.readers.close().await;
                let checkpoint = match pools.writer.acquire().await {
                    Ok(mut writer) => checkpoint(&mut writer).await.map(drop),
                    Err(sqlx::Error::PoolClosed) => Ok(()),
                    Err(error) => Err(error.into()),
                };
                pools.writer.close().await;
                checkpoint
            }
            Self::Postgres(pool) => {
                pool.close().await;
                Ok(())
            }
        }
    }
}

impl SqlitePools {
    /// Re-encrypts the file under another key (SQLCipher's `rekey`), with nobody reading meanwhile.
    pub(crate) async fn rekey(&self, file: &Path, key: &DataKey) -> Result<()> {
        let mut writer = self.writer.acquire().await?;
        // Whoever reads now ends first; whoever comes next waits until the new key is known.
        let mut readers = Vec::new();
        for _ in 0..READERS {
            readers.push(self.readers.acquire().await?);
        }
        let sql = zeroize::Zeroizing::new(format!("pragma rekey = {}", key.as_pragma().as_str()));
        sqlx::raw_sql(sqlx::AssertSqlSafe(sql.as_str()))
            .execute(&mut *writer)
            .await?;
        checkpoint(&mut writer).await?;
        self.writer.set_connect_options(writer_options(file, key));
        self.readers.set_connect_options(reader_options(file, key));
        for reader in readers {
            reader.close().await?;
        }
        Ok(())
    }
}

/// Brings the whole WAL into the file and empties it; false when a reader was in the way.
pub(crate) async fn checkpoint(writer: &mut PoolConnection<Sqlite>) -> Result<bool> {
    let (busy, _, _): (i64, i64, i64) = sqlx::query_as("pragma wal_checkpoint(truncate)")
        .fetch_one(&mut **writer)
        .await?;
    Ok(busy == 0)
}

/// Reads the first page under this key, before anything is set. A connection that fails while a pool makes it would
/// end on a thread of its own, perhaps after the process has begun to end and its cipher library is gone.
async fn try_key(file: &Path, key: &DataKey) -> Result<()> {
    let mut connection = options(file, key).create_if_missing(true).connect().await?;
    let tables = sqlx::query("select count(*) from sqlite_schema")
        .execute(&mut connection)
        .await;
    connection.close().await?;
    tables?;
    Ok(())
}

/// SQLCipher writes its own log to standard error unless told once, before the first key.
async fn silence_cipher_log() -> Result<()> {
    static SILENCED: OnceCell<()> = OnceCell::const_new();
    SILENCED
        .get_or_try_init(|| async {
            let mut memory = SqliteConnectOptions::new()
                .in_memory(true)
                .disable_statement_logging()
                .connect()
                .await?;
            sqlx::raw_sql("pragma cipher_log_level = none")
                .execute(&mut memory)
                .await?;
            memory.close().await?;
            Ok(())
        })
        .await
        .copied()
}

fn options(file: &Path, key: &DataKey) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .pragma("key", key.as_pragma().to_string())
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
        // An import reads thousands of rows at a time: not one task switch for each few of them.
        .row_buffer_size(ROWS_READ_AHEAD)
        // A statement carries names and numbers: none is ever logged.
        .disable_statement_logging()
}

/// `cache_spill` off: no frame reaches the WAL before its transaction commits, so that each frame
/// found there can be accounted for (`wal.rs`); only an import spills, and says so (`large.rs`). `journal_size_limit` 0: no frame of an earlier round stays behind.
fn writer_options(file: &Path, key: &DataKey) -> SqliteConnectOptions {
    options(file, key)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .pragma("journal_size_limit", "0")
        .pragma("cache_spill", "off")
}

/// `cache_size` of 64 MiB, of which a school's file needs a few: each page that is not kept is deciphered anew, which a
/// search among a hundred thousand students feels.
fn reader_options(file: &Path, key: &DataKey) -> SqliteConnectOptions {
    options(file, key)
        .read_only(true)
        .pragma("cache_size", "-65536")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::open::{DATABASE_FILE, Location, Store};
    use crate::testing::{both_databases, embedded, later_rng, stamp};
    use crate::{Act, Entry, Subject};

    #[tokio::test]
    async fn the_file_says_nothing_without_its_key() {
        let store = embedded().await;
        let write = store.write(stamp()).await.unwrap();
        write
            .commit(Entry::new(Act::SettingsChanged, Subject::None))
            .await
            .unwrap();
        store.close().await.unwrap();
        let bytes = fs::read(store.location.dir().join(DATABASE_FILE)).unwrap();
        for word in [
            &b"SQLite format 3"[..],
            b"settings_changed",
            b"create table",
        ] {
            assert!(!bytes.windows(word.len()).any(|window| window == word));
        }
    }

    #[tokio::test]
    async fn a_reading_sees_one_state_whatever_is_written_meanwhile() {
        both_databases(async |store| {
            async fn count(reading: &mut Tx) -> i64 {
                let sql = "select count(*) from journal";
                run!(reading, conn => sqlx::query_scalar(sql).fetch_one(conn)).unwrap()
            }
            let mut reading = store.pool().begin_read().await.unwrap();
            let before = count(&mut reading).await;
            let write = store.write(stamp()).await.unwrap();
            let entry = Entry::new(Act::SettingsChanged, Subject::None);
            write.commit(entry).await.unwrap();
            assert_eq!(count(&mut reading).await, before);
            reading.roll_back().await.unwrap();
            let mut reading = store.pool().begin_read().await.unwrap();
            assert_eq!(count(&mut reading).await, before + 1);
        })
        .await;
    }

    #[tokio::test]
    async fn a_wrong_key_is_its_own_error() {
        let store = embedded().await;
        store.close().await.unwrap();
        let other = DataKey::random(&mut later_rng());
        let opened = Store::open(store.location.clone(), other).await;
        assert!(matches!(opened.err(), Some(StoreError::WrongKey)));
        store.open_again().await;
    }

    #[tokio::test]
    async fn the_readers_cannot_write() {
        let store = embedded().await;
        let Pool::Sqlite(pools) = store.pool() else {
            unreachable!("it is embedded")
        };
        let refused = sqlx::query("delete from setting")
            .execute(&pools.readers)
            .await
            .unwrap_err();
        let code = refused
            .as_database_error()
            .and_then(|error| error.code())
            .map(String::from);
        assert_eq!(code.as_deref(), Some("8"), "SQLITE_READONLY");
    }

    #[tokio::test]
    async fn the_connections_are_set_as_the_design_says() {
        let store = embedded().await;
        let Pool::Sqlite(pools) = store.pool() else {
            unreachable!("it is embedded")
        };
        for (pragma, value) in [
            ("synchronous", 2),
            ("foreign_keys", 1),
            ("journal_size_limit", 0),
            ("cache_spill", 0),
        ] {
            let sql = sqlx::AssertSqlSafe(format!("pragma {pragma}"));
            let set: i64 = sqlx::query_scalar(sql)
                .fetch_one(&pools.writer)
                .await
                .unwrap();
            assert_eq!(set, value, "{pragma}");
        }
        let mode: String = sqlx::query_scalar("pragma journal_mode")
            .fetch_one(&pools.writer)
            .await
            .unwrap();
        assert_eq!(mode, "wal");
    }

    #[tokio::test]
    async fn a_full_disk_is_told_as_such_and_loses_nothing() {
        let store = embedded().await;
        let Pool::Sqlite(pools) = store.pool() else {
            unreachable!("it is embedded")
        };
        // No page more than there are: what SQLite meets on a full disk.
        let pages: i64 = sqlx::query_scalar("pragma page_count")
            .fetch_one(&pools.writer)
            .await
            .unwrap();
        let limit = sqlx::AssertSqlSafe(format!("pragma max_page_count = {pages}"));
        sqlx::raw_sql(limit).execute(&pools.writer).await.unwrap();

        let mut write = store.write(stamp()).await.unwrap();
        let big = "x".repeat(200_000);
        let refused = execute!(
            write,
            sqlx::query("insert into setting (name, value) values ('big', $1)").bind(&big)
        );
        assert!(matches!(refused, Err(StoreError::DiskFull)), "{refused:?}");
        drop(write);
        assert_eq!(store.check_chain().await.unwrap().chain, crate::Chain::Ok);
    }

    #[tokio::test]
    async fn closing_leaves_no_wal_behind() {
        let store = embedded().await;
        let write = store.write(stamp()).await.unwrap();
        write
            .commit(Entry::new(Act::SettingsChanged, Subject::None))
            .await
            .unwrap();
        let Location::Embedded { dir } = &store.location else {
            unreachable!("it is embedded")
        };
        let wal = dir.join("guichet.db-wal");
        assert!(fs::metadata(&wal).unwrap().len() > 0);
        store.close().await.unwrap();
        assert!(fs::metadata(&wal).map_or(0, |found| found.len()) == 0);
    }
}
