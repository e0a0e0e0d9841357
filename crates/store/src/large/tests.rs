//! What a large write promises: it fits in little memory, leaves nothing when it is given up or cut short, and a flipped
//! byte is told all the same.

use std::fs;
use std::path::Path;

use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use tempfile::TempDir;

use super::MARK_FILE;
use crate::open::{DATABASE_FILE, Location, Store};
use crate::pool::{Pool, execute, read};
use crate::testing::{TestStore, both_databases, embedded, stamp};
use crate::verify::{DatabaseState, WAL_FILE, examine};
use crate::write::Write;
use crate::{Act, Entry, Subject};

const ENTRY: Entry = Entry::new(Act::SettingsChanged, Subject::None);

/// So many megabytes, of which the cache holds a part; some rows are written twice, as an index is.
async fn fill(write: &mut Write, megabytes: usize) {
    for number in 0..megabytes {
        let value = number.to_string().repeat(1_000_000);
        let value = &value[..1_000_000];
        let sql = "insert into setting (name, value) values ($1, $2)";
        execute!(
            write,
            sqlx::query(sql).bind(format!("large {number}")).bind(value)
        )
        .unwrap();
        let sql = "update setting set value = $1 || value where name = 'large 0'";
        execute!(write, sqlx::query(sql).bind("x")).unwrap();
    }
}

async fn large_settings(store: &Store) -> i64 {
    read!(store, conn => sqlx::query_scalar("select count(*) from setting where name like 'large%'")
        .fetch_one(conn))
    .unwrap()
}

async fn commit(store: &Store) {
    let write = store.write(stamp()).await.unwrap();
    write.commit(ENTRY).await.unwrap();
}

fn wal_length(store: &TestStore) -> u64 {
    fs::metadata(store.location.dir().join(WAL_FILE)).map_or(0, |found| found.len())
}

fn copy(from: &Path) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for file in [
        DATABASE_FILE,
        WAL_FILE,
        MARK_FILE,
        "journal.head",
        "keyring.json",
    ] {
        if from.join(file).exists() {
            fs::copy(from.join(file), dir.path().join(file)).unwrap();
        }
    }
    dir
}

/// The files as they are when the program is killed in a write so large that the cache did not hold it.
async fn killed(committed: bool) -> (TestStore, TempDir) {
    let store = embedded().await;
    commit(&store).await;
    let Pool::Sqlite(pools) = store.pool() else {
        unreachable!("it is embedded")
    };
    // Killed before what is committed went from the WAL into the file.
    let sql = "pragma wal_autocheckpoint = 0";
    sqlx::raw_sql(sql).execute(&pools.writer).await.unwrap();
    let mut write = store.write_large(stamp()).await.unwrap();
    fill(&mut write, 90).await;
    let dir = match committed {
        true => {
            write.commit(ENTRY).await.unwrap();
            copy(store.location.dir())
        }
        false => {
            let dir = copy(store.location.dir());
            write.give_up().await.unwrap();
            dir
        }
    };
    store.end_large().await.unwrap();
    (store, dir)
}

#[tokio::test]
async fn a_large_write_is_kept_or_leaves_nothing() {
    both_databases(async |store| {
        let mut write = store.write_large(stamp()).await.unwrap();
        fill(&mut write, 3).await;
        write.give_up().await.unwrap();
        store.end_large().await.unwrap();
        assert_eq!(large_settings(store).await, 0);

        let mut write = store.write_large(stamp()).await.unwrap();
        fill(&mut write, 3).await;
        write.commit(ENTRY).await.unwrap();
        store.end_large().await.unwrap();
        assert_eq!(large_settings(store).await, 3);
        commit(store).await;
        assert_eq!(store.check_chain().await.unwrap().entries, 2);
    })
    .await;
}

#[tokio::test]
async fn it_goes_to_the_disk_before_it_is_committed_and_gives_the_disk_back() {
    let store = embedded().await;
    let mut write = store.write_large(stamp()).await.unwrap();
    fill(&mut write, 90).await;
    assert!(wal_length(&store) > 10_000_000, "it does not lie in memory");
    write.give_up().await.unwrap();
    store.end_large().await.unwrap();
    assert_eq!(wal_length(&store), 0);
    assert!(!store.location.dir().join(MARK_FILE).exists());
    commit(&store).await;
    let found = examine(copy(store.location.dir()).path(), &store.key)
        .await
        .unwrap();
    assert!(found.is_ok(), "{found:?}");
}

#[tokio::test]
async fn a_program_killed_in_a_large_write_leaves_a_sound_desk_without_it() {
    let (store, dir) = killed(false).await;
    assert!(fs::metadata(dir.path().join(WAL_FILE)).unwrap().len() > 10_000_000);
    let found = examine(dir.path(), &store.key).await.unwrap();
    assert!(found.is_ok(), "{found:?}");
    store.close().await.unwrap();

    let location = Location::Embedded {
        dir: dir.path().to_owned(),
    };
    let again = Store::open(location, store.key.clone()).await.unwrap();
    assert_eq!(large_settings(&again).await, 0);
    assert!(again.journal_agrees().await);
    assert!(!dir.path().join(MARK_FILE).exists());
    commit(&again).await;
    again.close().await.unwrap();
    let found = examine(dir.path(), &store.key).await.unwrap();
    assert!(found.is_ok(), "{found:?}");
}

#[tokio::test]
async fn a_byte_flipped_in_what_was_committed_is_told_although_it_was_large() {
    let (store, good) = killed(true).await;
    assert!(good.path().join(MARK_FILE).exists());
    let found = examine(good.path(), &store.key).await.unwrap();
    assert!(found.is_ok(), "{found:?}");
    let wal = fs::read(good.path().join(WAL_FILE)).unwrap();
    let last_frame = wal.len() - 4096 - 24;
    let mut rng = StdRng::seed_from_u64(11);
    let drawn = (0..6).map(|_| rng.random_range(0..wal.len()));
    // The header, the last commit's own mark, salts and sums, the end.
    let chosen = [
        0,
        17,
        31,
        last_frame + 4,
        last_frame + 7,
        last_frame + 9,
        last_frame + 20,
        wal.len() - 1,
    ];
    for at in chosen.into_iter().chain(drawn) {
        let mut flipped = wal.clone();
        flipped[at] ^= 1 << (at % 8);
        fs::write(good.path().join(WAL_FILE), flipped).unwrap();
        let found = examine(good.path(), &store.key).await.unwrap();
        assert_eq!(
            found.database,
            DatabaseState::Damaged,
            "byte {at} of {}",
            wal.len()
        );
    }
    // Even when what is flipped makes the commit look like none.
    let mut flipped = wal.clone();
    flipped[last_frame + 4..last_frame + 8].copy_from_slice(&[0; 4]);
    let nonzero = wal[last_frame + 4..last_frame + 8]
        .iter()
        .filter(|byte| **byte != 0)
        .count();
    fs::write(good.path().join(WAL_FILE), flipped).unwrap();
    let found = examine(good.path(), &store.key).await.unwrap();
    assert!(nonzero > 1 || found.database == DatabaseState::Damaged);
    assert!(
        !found.is_ok(),
        "the known head of the journal tells it in any case"
    );
}
