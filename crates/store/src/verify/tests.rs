//! What verification promises: a flipped byte anywhere, and any entry changed, removed, swapped or cut off, is told.

use std::path::PathBuf;

use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use sqlx::AssertSqlSafe;
use tempfile::TempDir;
use zeroize::Zeroizing;

use super::*;
use crate::pool::{execute, run};
use crate::testing::{PASSWORD, TestStore, both_databases, embedded, noon, stamp};
use crate::{Act, Entry, Subject};

const ENTRY: Entry = Entry::new(Act::SettingsChanged, Subject::None);

async fn commit(store: &Store, entries: usize) {
    for _ in 0..entries {
        store
            .write(stamp())
            .await
            .unwrap()
            .commit(ENTRY)
            .await
            .unwrap();
    }
}

/// Files with free pages in them and a left-over WAL of several transactions, as after a power cut.
async fn left_over() -> (TestStore, TempDir) {
    let store = embedded().await;
    let mut write = store.write(stamp()).await.unwrap();
    for name in ["a", "b", "c"] {
        let value = name.repeat(30_000);
        execute!(
            write,
            sqlx::query("insert into setting (name, value) values ($1, $2)")
                .bind(name)
                .bind(&value)
        )
        .unwrap();
    }
    write.commit(ENTRY).await.unwrap();
    let mut write = store.write(stamp()).await.unwrap();
    execute!(write, sqlx::query("delete from setting where name <> 'a'")).unwrap();
    write.commit(ENTRY).await.unwrap();
    let Pool::Sqlite(pools) = store.pool() else {
        unreachable!("it is embedded")
    };
    sqlx::raw_sql("pragma wal_checkpoint(truncate)")
        .execute(&pools.writer)
        .await
        .unwrap();
    commit(&store, 5).await;
    let dir = copy(store.location.dir());
    (store, dir)
}

fn copy(from: &Path) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for file in [
        "guichet.db",
        "guichet.db-wal",
        "journal.head",
        "keyring.json",
    ] {
        if from.join(file).exists() {
            fs::copy(from.join(file), dir.path().join(file)).unwrap();
        }
    }
    dir
}

fn flip(file: &PathBuf, at: usize) {
    let mut bytes = fs::read(file).unwrap();
    bytes[at] ^= 1 << (at % 8);
    fs::write(file, bytes).unwrap();
}

#[tokio::test]
async fn a_sound_desk_is_said_to_be_sound_and_is_left_as_it_was() {
    let (store, dir) = left_over().await;
    let before = fs::read(dir.path().join(WAL_FILE)).unwrap();
    assert!(before.len() > 4 * 4096);
    for _ in 0..2 {
        let found = examine(dir.path(), &store.key).await.unwrap();
        assert_eq!(found.database, DatabaseState::Ok);
        assert_eq!(
            found.journal,
            ChainReport {
                entries: 7,
                chain: Chain::Ok
            }
        );
    }
    assert_eq!(fs::read(dir.path().join(WAL_FILE)).unwrap(), before);
}

#[tokio::test]
async fn a_byte_flipped_anywhere_in_the_file_or_its_wal_is_told() {
    let (store, good) = left_over().await;
    let mut rng = StdRng::seed_from_u64(7);
    for file in [DATABASE_FILE, WAL_FILE] {
        let length = fs::metadata(good.path().join(file)).unwrap().len() as usize;
        // The salt, the first page's start and end with its authentication, the WAL's header and first frames, the end.
        let chosen = [
            0, 15, 16, 24, 32, 40, 48, 55, 56, 100, 4015, 4016, 4032, 4095, 4096,
        ];
        let drawn: Vec<usize> = (0..60).map(|_| rng.random_range(0..length)).collect();
        for at in chosen.into_iter().chain(drawn).chain([length - 1]) {
            let dir = copy(good.path());
            flip(&dir.path().join(file), at);
            let found = examine(dir.path(), &store.key).await.unwrap();
            assert_eq!(
                found.database,
                DatabaseState::Damaged,
                "{file}, byte {at} of {length}"
            );
        }
    }
}

#[tokio::test]
async fn a_file_that_was_cut_or_lengthened_is_told() {
    let (store, good) = left_over().await;
    for (file, lengthen) in [
        (DATABASE_FILE, false),
        (DATABASE_FILE, true),
        (WAL_FILE, false),
        (WAL_FILE, true),
    ] {
        let dir = copy(good.path());
        let mut bytes = fs::read(dir.path().join(file)).unwrap();
        if lengthen {
            bytes.extend([0; 100]);
        } else {
            bytes.truncate(bytes.len() - 100);
        }
        fs::write(dir.path().join(file), bytes).unwrap();
        let found = examine(dir.path(), &store.key).await.unwrap();
        assert_eq!(
            found.database,
            DatabaseState::Damaged,
            "{file}, longer: {lengthen}"
        );
    }
}

#[tokio::test]
async fn a_wal_taken_away_cuts_the_journal_off_behind_its_known_head() {
    let (store, dir) = left_over().await;
    fs::remove_file(dir.path().join(WAL_FILE)).unwrap();
    let found = examine(dir.path(), &store.key).await.unwrap();
    assert_eq!(found.database, DatabaseState::Ok);
    assert_eq!(
        found.journal,
        ChainReport {
            entries: 2,
            chain: Chain::Broken { first_bad: 3 }
        }
    );
}

#[tokio::test]
async fn any_change_to_the_chain_is_told_with_its_first_bad_entry() {
    let cases: [(&[&str], i64); 9] = [
        (&["update journal set act = 'sign_in' where seq = 3"], 3),
        (
            &["update journal set subject_kind = 'staff' where seq = 4"],
            4,
        ),
        (&["update journal set actor_id = null where seq = 2"], 2),
        (&["update journal set detail = 'x' where seq = 1"], 1),
        (&["update journal set mac = hash where seq = 5"], 5),
        (&["delete from journal where seq = 2"], 2),
        (&["delete from journal where seq = 5"], 5),
        (
            &[
                "update journal set seq = 99 where seq = 2",
                "update journal set seq = 2 where seq = 3",
                "update journal set seq = 3 where seq = 99",
            ],
            2,
        ),
        (&["update journal_head set count = 4"], 6),
    ];
    for (statements, first_bad) in cases {
        both_databases(async |store| {
            commit(store, 5).await;
            let mut tx = store.pool().begin().await.unwrap();
            for sql in statements {
                execute!(tx, sqlx::query(AssertSqlSafe(*sql))).unwrap();
            }
            tx.commit().await.unwrap();
            let report = store.check_chain().await.unwrap();
            assert_eq!(report.chain, Chain::Broken { first_bad }, "{statements:?}");
        })
        .await;
    }
}

#[tokio::test]
async fn entries_cut_off_with_their_head_moved_back_are_told_by_the_head_outside() {
    let store = embedded().await;
    commit(&store, 3).await;
    let head = store.journal_head(stamp().desk).await.unwrap().unwrap();
    let mac: Vec<u8> = {
        let mut tx = store.pool().begin().await.unwrap();
        run!(tx, conn => sqlx::query_scalar("select mac from journal_head").fetch_one(conn))
            .unwrap()
    };
    commit(&store, 2).await;
    let mut tx = store.pool().begin().await.unwrap();
    execute!(tx, sqlx::query("delete from journal where seq > 3")).unwrap();
    execute!(
        tx,
        sqlx::query("update journal_head set count = 3, hash = $1, mac = $2")
            .bind(head.hash.to_vec())
            .bind(&mac)
    )
    .unwrap();
    tx.commit().await.unwrap();
    let cut_off = ChainReport {
        entries: 3,
        chain: Chain::Broken { first_bad: 4 },
    };
    assert_eq!(store.check_chain().await.unwrap(), cut_off);

    // Going on as if nothing had happened does not cover it up.
    store.close().await.unwrap();
    let again = store.open_again().await;
    assert!(!again.journal_agrees().await);
    for _ in 0..4 {
        let other = Entry::new(Act::SignOut, Subject::None);
        again
            .write(stamp())
            .await
            .unwrap()
            .commit(other)
            .await
            .unwrap();
    }
    assert_eq!(
        again.check_chain().await.unwrap().chain,
        Chain::Broken { first_bad: 5 }
    );
}

#[tokio::test]
async fn an_older_copy_put_back_is_told_by_the_head_outside() {
    let store = embedded().await;
    commit(&store, 3).await;
    store.close().await.unwrap();
    let older = fs::read(store.location.dir().join(DATABASE_FILE)).unwrap();
    let again = store.open_again().await;
    commit(&again, 1).await;
    again.close().await.unwrap();
    fs::write(store.location.dir().join(DATABASE_FILE), older).unwrap();
    let found = examine(store.location.dir(), &store.key).await.unwrap();
    assert_eq!(found.database, DatabaseState::Ok);
    assert_eq!(found.journal.chain, Chain::Broken { first_bad: 4 });
}

#[tokio::test]
async fn a_head_outside_that_is_missing_or_forged_vouches_for_nothing() {
    for forged in [None, Some("{}"), Some("not json")] {
        let store = embedded().await;
        commit(&store, 2).await;
        let head = store.location.dir().join("journal.head");
        match forged {
            None => fs::remove_file(&head).unwrap(),
            Some(text) => fs::write(&head, text).unwrap(),
        }
        let report = store.check_chain().await.unwrap();
        assert_eq!(report.chain, Chain::Broken { first_bad: 3 }, "{forged:?}");
    }
}

#[tokio::test]
async fn a_commit_whose_head_did_not_reach_the_file_is_caught_up() {
    let store = embedded().await;
    commit(&store, 2).await;
    let head = store.location.dir().join("journal.head");
    let behind = fs::read(&head).unwrap();
    commit(&store, 1).await;
    store.close().await.unwrap();
    fs::write(&head, behind).unwrap();
    let again = store.open_again().await;
    assert!(again.journal_agrees().await);
    commit(&again, 1).await;
    let report = again.check_chain().await.unwrap();
    assert_eq!(
        report,
        ChainReport {
            entries: 4,
            chain: Chain::Ok
        }
    );
}

#[tokio::test]
async fn it_is_checked_with_a_password_while_nobody_has_it_open() {
    both_databases(async |store| {
        commit(store, 2).await;
        let check = async || {
            let password = Zeroizing::new(PASSWORD.to_owned());
            let credential = Credential::Password {
                user: None,
                password,
            };
            verify(
                store.location.clone(),
                credential,
                noon(),
                &Limits::default(),
            )
            .await
        };
        let open = check().await;
        assert!(matches!(
            open,
            Err(UnlockError::Store(StoreError::AlreadyOpen))
        ));
        store.close().await.unwrap();
        let found = check().await.unwrap();
        assert!(found.is_ok());
        assert_eq!(found.journal.entries, 2);
    })
    .await;
}

#[tokio::test]
async fn a_file_that_is_no_database_is_damaged() {
    let store = embedded().await;
    store.close().await.unwrap();
    for bytes in [&b""[..], b"short", &[0; 8192]] {
        let dir = copy(store.location.dir());
        fs::write(dir.path().join(DATABASE_FILE), bytes).unwrap();
        let found = examine(dir.path(), &store.key).await.unwrap();
        assert_eq!(
            found.database,
            DatabaseState::Damaged,
            "{} bytes",
            bytes.len()
        );
    }
}
