//! Making, opening and closing the store: the lock, the key, the migrations, the desk's secret.
//! Signing in (which password opens which key) belongs to `keyring.rs` and `enter.rs`.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, PoisonError, RwLock};

use rand::CryptoRng;
use sqlx::migrate::Migrator;
use tokio::sync::{Mutex, RwLock as Gate};

use crate::error::{Result, StoreError};
use crate::files;
use crate::head::{self, HEAD_FILE, Head, HeadKeeper, OutsideHead};
use crate::keyring::{KEYRING_FILE, Keyring};
use crate::keys::{DataKey, DeskKeys, Key};
use crate::pool::{Pool, read};
use crate::search::{self, Lexicon};
use crate::{large, sealed};

/// The embedded database in its folder.
pub(crate) const DATABASE_FILE: &str = "guichet.db";
/// Whoever holds the system's lock on this file has the desk open.
const LOCK_FILE: &str = "guichet.lock";

static SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../../migrations/postgres");

/// Where a desk keeps its data. The folder holds the keyring in both cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// One encrypted file for one machine.
    Embedded { dir: PathBuf },
    /// A server that several desks share.
    Postgres { url: String, dir: PathBuf },
}

impl Location {
    /// The folder of the keyring, the lock and, when embedded, the database.
    #[must_use]
    pub fn dir(&self) -> &Path {
        match self {
            Self::Embedded { dir } | Self::Postgres { dir, .. } => dir,
        }
    }

    /// Whether a desk was set up here. Of a server's, the keyring tells: nobody comes in without it.
    #[must_use]
    pub fn is_set_up(&self) -> bool {
        match self {
            Self::Embedded { dir } => dir.join(DATABASE_FILE).exists(),
            Self::Postgres { dir, .. } => dir.join(KEYRING_FILE).exists(),
        }
    }
}

/// The open store. Clones are the same store.
#[derive(Clone)]
pub struct Store(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub location: Location,
    pub pool: Pool,
    pub keys: DeskKeys,
    data_key: RwLock<DataKey>,
    /// Every write holds it shared for as long as it lasts; a re-keying holds it alone.
    pub rekeying: Arc<Gate<()>>,
    pub outside_head: Mutex<HeadKeeper>,
    /// The search's words, as far as they were read.
    pub lexicon: std::sync::Mutex<Arc<Lexicon>>,
    /// A large write has begun, and what it left in the WAL is not taken away yet (`large.rs`).
    pub large: AtomicBool,
    lock: File,
}

impl Inner {
    pub(crate) fn new(
        location: Location,
        pool: Pool,
        key: DataKey,
        secret: &Key,
        lock: File,
    ) -> Self {
        Self {
            location,
            pool,
            keys: DeskKeys::derive(secret),
            data_key: RwLock::new(key),
            rekeying: Arc::new(Gate::new(())),
            outside_head: Mutex::new(HeadKeeper::None),
            lexicon: std::sync::Mutex::default(),
            large: AtomicBool::new(false),
            lock,
        }
    }
}

impl Store {
    /// Makes a new database, and writes the keyring that was created for it.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`], [`StoreError::AlreadyOpen`], [`StoreError::DiskFull`].
    pub async fn create(
        location: Location,
        keyring: &Keyring,
        key: DataKey,
        rng: &mut impl CryptoRng,
    ) -> Result<Self> {
        let dir = location.dir();
        files::private_dir(dir)?;
        let lock = lock(dir)?;
        if let Location::Embedded { .. } = location {
            if dir.join(DATABASE_FILE).exists() || dir.join(HEAD_FILE).exists() {
                return Err(StoreError::AlreadyThere);
            }
            // Before the first byte that only this keyring can open.
            keyring.save()?;
        }
        let pool = connect(&location, &key).await?;
        let secret = match furnish(&pool, keyring, &key, rng).await {
            Ok(secret) => secret,
            Err(error) => return Err(closed_after(&pool, error).await),
        };
        Self::assemble(location, pool, key, &secret, lock).await
    }

    /// Opens the database with its key, and brings it to this program's version.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::AlreadyOpen`], [`StoreError::WrongKey`] (also when the first bytes of
    /// the file are damaged), [`StoreError::NewerDatabase`], [`StoreError::Damaged`].
    pub async fn open(location: Location, key: DataKey) -> Result<Self> {
        check_there(&location)?;
        let lock = lock(location.dir())?;
        let (pool, secret) = unlock(&location, &key).await?;
        Self::assemble(location, pool, key, &secret, lock).await
    }

    pub(crate) async fn assemble(
        location: Location,
        pool: Pool,
        key: DataKey,
        secret: &Key,
        lock: File,
    ) -> Result<Self> {
        let store = Self(Arc::new(Inner::new(location, pool, key, secret, lock)));
        match store.head_keeper().await {
            Ok(keeper) => *store.0.outside_head.lock().await = keeper,
            Err(error) => return Err(closed_after(store.pool(), error).await),
        }
        Ok(store)
    }

    /// Closes: the readers, then the WAL into the file, then the writer, then the lock. Clones are closed with it.
    ///
    /// # Errors
    /// The last write to the file failed; what was committed is in the WAL and comes in at the next opening.
    pub async fn close(&self) -> Result<()> {
        let closed = match self.end_large().await {
            Ok(()) => self.0.pool.close().await,
            Err(error) => self.0.pool.close().await.and(Err(error)),
        };
        self.0.lock.unlock()?;
        closed
    }

    /// Whether the head known outside agreed with the journal at the opening. When it did not, entries are missing
    /// or an older copy was put back, and `verify` says where.
    pub async fn journal_agrees(&self) -> bool {
        !matches!(*self.0.outside_head.lock().await, HeadKeeper::Disagrees)
    }

    /// The number of the newest migration that the database has.
    ///
    /// # Errors
    /// The database failed.
    pub async fn schema_version(&self) -> Result<i64> {
        read!(self, conn => sqlx::query_scalar("select max(version) from _sqlx_migrations")
            .fetch_one(conn))
    }

    /// A keyed hash under the key of the verification codes (domain.md §5). Parts are kept apart.
    #[must_use]
    pub fn code_hash(&self, parts: &[&[u8]]) -> [u8; 32] {
        self.0.keys.code.mac(parts)
    }

    /// The data key, for what the keyring is asked while the desk is open.
    #[must_use]
    pub fn data_key(&self) -> DataKey {
        self.0
            .data_key
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(crate) fn replace_data_key(&self, key: DataKey) {
        *self
            .0
            .data_key
            .write()
            .unwrap_or_else(PoisonError::into_inner) = key;
    }

    pub(crate) fn pool(&self) -> &Pool {
        &self.0.pool
    }

    /// The head known outside; none where none is kept.
    pub(crate) fn known_head(&self) -> Result<Option<OutsideHead>> {
        match &self.0.location {
            Location::Embedded { dir } => head::read_outside(dir, &self.0.keys.journal).map(Some),
            Location::Postgres { .. } => Ok(None),
        }
    }

    async fn head_keeper(&self) -> Result<HeadKeeper> {
        let agrees = match self.known_head()? {
            None => return Ok(HeadKeeper::None),
            Some(OutsideHead::Forged) => false,
            Some(OutsideHead::Missing) => self.count_entries().await? == 0,
            Some(OutsideHead::Known(known)) => self.has_entry(&known).await?,
        };
        Ok(if agrees {
            HeadKeeper::Agrees(self.0.location.dir().to_owned())
        } else {
            HeadKeeper::Disagrees
        })
    }

    async fn count_entries(&self) -> Result<i64> {
        read!(self, conn => sqlx::query_scalar("select count(*) from journal").fetch_one(conn))
    }

    async fn has_entry(&self, head: &Head) -> Result<bool> {
        let found: Option<i64> = read!(self, conn => sqlx::query_scalar(
            "select seq from journal where desk_id = $1 and seq = $2 and hash = $3",
        ).bind(head.desk.0).bind(head.count).bind(head.hash.to_vec()).fetch_optional(conn))?;
        Ok(found.is_some())
    }
}

/// Takes the system's lock of a desk's folder, or says that another process has it (domain.md §15).
pub(crate) fn lock(dir: &Path) -> Result<File> {
    let file = fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .open(dir.join(LOCK_FILE))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::AlreadyOpen),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

pub(crate) fn check_there(location: &Location) -> Result<()> {
    if location.is_set_up() {
        Ok(())
    } else {
        Err(StoreError::Missing)
    }
}

/// Connects under this key, and ends a re-keying that was cut short.
pub(crate) async fn unlock(location: &Location, key: &DataKey) -> Result<(Pool, Key)> {
    let pool = connect(location, key).await?;
    let settled = async {
        large::settle(location, &pool).await?;
        let secret = sealed::open_desk_secret(&pool, key).await?;
        sealed::settle(&pool, key).await?;
        Ok(secret)
    };
    match settled.await {
        Ok(secret) => Ok((pool, secret)),
        Err(error) => Err(closed_after(&pool, error).await),
    }
}

/// The first values of a new database; the keyring is on the disk before they count.
async fn furnish(
    pool: &Pool,
    keyring: &Keyring,
    key: &DataKey,
    rng: &mut impl CryptoRng,
) -> Result<Key> {
    let mut tx = pool.begin().await?;
    let secret = sealed::draw_desk_secret(&mut tx, key, rng).await?;
    keyring.save()?;
    tx.commit().await?;
    Ok(secret)
}

/// Closes what was opened before it went wrong: a connection that is only dropped ends on a thread of its own, perhaps
/// after the process has begun to end and its cipher library is gone.
async fn closed_after(pool: &Pool, error: StoreError) -> StoreError {
    if let Err(second) = pool.close().await {
        tracing::warn!(error = %second, "the database did not close");
    }
    error
}

/// The newest migration that this program knows.
pub(crate) fn newest_schema() -> i64 {
    SQLITE
        .iter()
        .map(|migration| migration.version)
        .max()
        .unwrap_or(0)
}

async fn connect(location: &Location, key: &DataKey) -> Result<Pool> {
    let pool = match location {
        Location::Embedded { dir } => Pool::open_sqlite(&dir.join(DATABASE_FILE), key).await?,
        Location::Postgres { url, .. } => Pool::open_postgres(url).await?,
    };
    let migrated = match &pool {
        Pool::Sqlite(pools) => SQLITE.run(&pools.writer).await,
        Pool::Postgres(pool) => POSTGRES.run(pool).await,
    };
    let migrated = match migrated {
        Ok(()) => search::bring_up_to_date(&pool).await,
        Err(error) => Err(error.into()),
    };
    match migrated {
        Ok(()) => Ok(pool),
        Err(error) => Err(closed_after(&pool, error).await),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::pool::execute;
    use crate::testing::{both_databases, embedded, keyring, later_rng, postgres, rng, stamp};
    use crate::{Act, Entry, Subject};

    const ENTRY: Entry = Entry::new(Act::SettingsChanged, Subject::None);

    #[tokio::test]
    async fn what_was_written_is_there_after_closing_and_opening() {
        both_databases(async |store| {
            store
                .write(stamp())
                .await
                .unwrap()
                .commit(ENTRY)
                .await
                .unwrap();
            store.close().await.unwrap();
            let again = store.open_again().await;
            assert_eq!(again.check_chain().await.unwrap().entries, 1);
            assert_eq!(again.code_hash(&[b"1"]), store.code_hash(&[b"1"]));
            again.close().await.unwrap();
        })
        .await;
    }

    #[tokio::test]
    async fn one_process_at_a_time_opens_it() {
        both_databases(async |store| {
            let second = Store::open(store.location.clone(), store.key.clone()).await;
            assert!(matches!(second.err(), Some(StoreError::AlreadyOpen)));
        })
        .await;
    }

    #[tokio::test]
    async fn an_older_program_refuses_a_newer_database() {
        both_databases(async |store| {
            let mut tx = store.pool().begin().await.unwrap();
            execute!(tx, sqlx::query(
                "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
                 values (9999, 'later', true, $1, 0)",
            ).bind(vec![0_u8; 4])).unwrap();
            tx.commit().await.unwrap();
            store.close().await.unwrap();
            let opened = Store::open(store.location.clone(), store.key.clone()).await;
            assert!(matches!(opened.err(), Some(StoreError::NewerDatabase)));
        })
        .await;
    }

    #[tokio::test]
    async fn the_wrong_key_opens_neither_database() {
        both_databases(async |store| {
            store.close().await.unwrap();
            let other = DataKey::random(&mut later_rng());
            let opened = Store::open(store.location.clone(), other).await;
            assert!(matches!(opened.err(), Some(StoreError::WrongKey)));
        })
        .await;
    }

    #[tokio::test]
    async fn a_desk_is_not_made_over_another() {
        both_databases(async |store| {
            store.close().await.unwrap();
            let (keyring, ..) = keyring(store.location.dir(), &mut rng());
            let again = Store::create(
                store.location.clone(),
                &keyring,
                store.key.clone(),
                &mut rng(),
            )
            .await;
            assert!(matches!(again.err(), Some(StoreError::AlreadyThere)));
        })
        .await;
    }

    #[tokio::test]
    async fn an_empty_folder_has_nothing_to_open() {
        let dir = tempfile::tempdir().unwrap();
        let location = Location::Embedded {
            dir: dir.path().to_owned(),
        };
        let opened = Store::open(location, DataKey::random(&mut later_rng())).await;
        assert!(matches!(opened.err(), Some(StoreError::Missing)));
    }

    /// design.md §2: one SQL text, two databases. Each column is told as `table.column`, with `?` when it may be null.
    #[tokio::test]
    async fn both_schemas_have_the_same_tables_and_columns() {
        let embedded: Vec<String> = read!(embedded().await, conn => sqlx::query_scalar(
            "select t.name || '.' || c.name || case c.\"notnull\" when 1 then '' else '?' end
             from sqlite_schema t, pragma_table_info(t.name) c
             where t.type = 'table' and t.name not like 'sqlite_%' and t.name <> '_sqlx_migrations'",
        ).fetch_all(conn))
        .unwrap();
        let served: Vec<String> = read!(postgres().await, conn => sqlx::query_scalar(
            "select table_name || '.' || column_name || case is_nullable when 'NO' then '' else '?' end
             from information_schema.columns
             where table_schema = 'public' and table_name <> '_sqlx_migrations'",
        ).fetch_all(conn))
        .unwrap();
        let embedded: BTreeSet<_> = embedded.into_iter().collect();
        let served: BTreeSet<_> = served.into_iter().collect();
        assert!(embedded.len() > 50, "the schema was read");
        assert_eq!(
            embedded.symmetric_difference(&served).collect::<Vec<_>>(),
            Vec::<&String>::new()
        );
    }
}
