//! The test house: a fresh store on each of the two databases, for this crate's tests and those above it.
//! Nothing here is in the program.
#![expect(clippy::expect_used, reason = "tests")]

use std::env;
use std::mem;
use std::ops::Deref;
use std::path::Path;
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::{DateTime, Utc};
use domain::{DeskId, StaffId};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use sqlx::{Connection as _, PgConnection};
use tempfile::TempDir;
use uuid::Uuid;

use crate::keyring::{Keyring, Member};
use crate::keys::DataKey;
use crate::open::{Location, Store};
use crate::words::RecoveryWords;
use crate::wrap::KdfCost;
use crate::write::{Actor, Stamp};

/// Names the server: `postgres://postgres@localhost/guichet?host=/absolute/socket/dir`.
const SERVER: &str = "GUICHET_TEST_POSTGRES";

/// A store that vanishes after its test.
pub struct TestStore {
    store: Store,
    /// The key under which it was made.
    pub key: DataKey,
    pub words: RecoveryWords,
    pub location: Location,
    // Dropped last: the folder, then the database on the server.
    _dir: TempDir,
    _database: Option<ServerDatabase>,
}

impl Deref for TestStore {
    type Target = Store;

    fn deref(&self) -> &Store {
        &self.store
    }
}

impl TestStore {
    /// Opens it once more; it was closed before.
    pub async fn open_again(&self) -> Store {
        let opened = Store::open(self.location.clone(), self.key.clone()).await;
        kept(opened.expect("the store opens again"))
    }
}

/// Never dropped: a connection that ends while the test's process does may find its cipher library gone.
fn kept(store: Store) -> Store {
    mem::forget(Store::clone(&store));
    store
}

/// Runs a test on the embedded database, then on PostgreSQL.
pub async fn both_databases(test: impl AsyncFn(&TestStore)) {
    let embedded = embedded().await;
    test(&embedded).await;
    // Closed in order: its threads may not outlive the cipher's library, which ends with the process.
    embedded
        .close()
        .await
        .expect("the embedded database closes");
    let postgres = postgres().await;
    test(&postgres).await;
    postgres.close().await.expect("PostgreSQL closes");
}

/// A new embedded store in a folder of its own.
pub async fn embedded() -> TestStore {
    let dir = tempfile::tempdir().expect("a folder for the test");
    let location = Location::Embedded {
        dir: dir.path().to_owned(),
    };
    make(location, dir, None).await
}

/// A new database on the test server.
///
/// # Panics
/// There is no server: that is a failure, not a skip (design.md §2).
pub async fn postgres() -> TestStore {
    let database = ServerDatabase::create().await;
    let dir = tempfile::tempdir().expect("a folder for the test");
    let location = Location::Postgres {
        url: database.url.clone(),
        dir: dir.path().to_owned(),
    };
    make(location, dir, Some(database)).await
}

async fn make(location: Location, dir: TempDir, database: Option<ServerDatabase>) -> TestStore {
    let mut rng = rng();
    let (keyring, key, words) = keyring(dir.path(), &mut rng);
    let made = Store::create(location.clone(), &keyring, key.clone(), &mut rng).await;
    let store = kept(made.expect("a new store"));
    TestStore {
        store,
        key,
        words,
        location,
        _dir: dir,
        _database: database,
    }
}

/// The user name and the password of the first member of staff.
pub const USER: &str = "Marie-Ève";
pub const PASSWORD: &str = "le guichet ouvre à huit heures";

/// A keyring with [`STAFF`] in it, not yet written.
pub fn keyring(dir: &Path, rng: &mut StdRng) -> (Keyring, DataKey, RecoveryWords) {
    let first = Member {
        id: STAFF,
        user: USER,
        password: PASSWORD,
    };
    Keyring::create(dir, first, SMALL_COST, rng).expect("a keyring")
}

/// What a password costs in tests: next to nothing.
pub const SMALL_COST: KdfCost = KdfCost {
    memory_kib: 32,
    passes: 1,
    lanes: 1,
};

/// The same bytes each time: those from which the keys of a [`TestStore`] were drawn.
#[must_use]
pub fn rng() -> StdRng {
    StdRng::seed_from_u64(1)
}

/// The same bytes each time, and others than [`rng`]'s: for what is drawn later.
#[must_use]
pub fn later_rng() -> StdRng {
    StdRng::seed_from_u64(2)
}

/// Noon on the day of the tests.
#[must_use]
pub fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(1_790_000_000_123).expect("a time within reach")
}

/// The desk of the tests.
pub const DESK: DeskId = DeskId(Uuid::from_u128(0xde5c));
/// The member of staff of the tests. No row stands behind it unless the test writes one.
pub const STAFF: StaffId = StaffId(Uuid::from_u128(0x57aff));

/// Noon, at the desk, by the member of staff of the tests.
#[must_use]
pub fn stamp() -> Stamp {
    Stamp::new(noon(), Actor::Staff(STAFF), DESK)
}

/// A database of its own on the server, dropped at the end, whatever the end.
pub struct ServerDatabase {
    server: String,
    name: String,
    /// Where a store finds it.
    pub url: String,
}

impl ServerDatabase {
    /// A new database, with nothing in it.
    ///
    /// # Panics
    /// There is no server.
    pub async fn create() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let server = env::var(SERVER).unwrap_or_else(|_| {
            panic!(
                "{SERVER} is not set: store tests need PostgreSQL, which `cargo xtask test` starts"
            )
        });
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("guichet_test_{}_{count}", process::id());
        let database = Self {
            url: with_database(&server, &name),
            server,
            name,
        };
        statement(
            &database.server,
            &format!("drop database if exists {} with (force)", database.name),
        )
        .await;
        statement(
            &database.server,
            &format!("create database {}", database.name),
        )
        .await;
        database
    }
}

impl Drop for ServerDatabase {
    fn drop(&mut self) {
        let server = self.server.clone();
        let drop = format!("drop database if exists {} with (force)", self.name);
        // A runtime of its own: the test's may be unwinding.
        let dropped = std::thread::spawn(move || {
            tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime")
                .block_on(statement(&server, &drop));
        });
        dropped.join().ok();
    }
}

/// `postgres://user@host/guichet?host=…` with another database in the place of `guichet`.
fn with_database(url: &str, name: &str) -> String {
    let (before, options) = url.split_once('?').unwrap_or((url, ""));
    let (server, _) = before
        .rsplit_once('/')
        .expect("a URL that names a database");
    format!("{server}/{name}?{options}")
}

async fn statement(server: &str, sql: &str) {
    let mut connection = PgConnection::connect(server)
        .await
        .expect("the PostgreSQL server answers");
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql))
        .execute(&mut connection)
        .await
        .expect("a statement");
    connection.close().await.ok();
}
