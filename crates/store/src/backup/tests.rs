//! What a backup promises: it comes back whole, on whatever is left of a desk, and nothing else is taken for one.

use std::fs::File;
use std::io::Write as _;

use zeroize::Zeroizing;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::chain::Chain;
use crate::sealed::SecretName;
use crate::testing::{
    PASSWORD, STAFF, TestStore, USER, embedded, later_rng, noon, postgres, stamp,
};

fn password(password: &str) -> Credential {
    Credential::Password {
        user: None,
        password: Zeroizing::new(password.to_owned()),
    }
}

fn in_folder(dir: &Path) -> Location {
    Location::Embedded {
        dir: dir.to_owned(),
    }
}

async fn put_back(file: &Path, dir: &Path) -> Result<Restored, UnlockError> {
    restore(
        file,
        &in_folder(dir),
        password(PASSWORD),
        noon(),
        &Limits::default(),
    )
    .await
}

/// A desk with a secret in it and its backup, beside which two more entries were made.
async fn backed_up() -> (TestStore, tempfile::TempDir, PathBuf) {
    let store = embedded().await;
    let mut write = store.write(stamp()).await.unwrap();
    write
        .put_secret(SecretName::SmtpPassword, b"courrier", &mut later_rng())
        .await
        .unwrap();
    write
        .add_staff(STAFF, USER, Role::Administrator)
        .await
        .unwrap();
    write
        .commit(Entry::new(Act::MailSet, Subject::None))
        .await
        .unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let file = elsewhere.path().join("guichet.backup");
    let manifest = store.back_up(&file, stamp()).await.unwrap();
    assert_eq!(manifest.journal_count, 1);
    let write = store.write(stamp()).await.unwrap();
    write
        .commit(Entry::new(Act::SettingsChanged, Subject::None))
        .await
        .unwrap();
    (store, elsewhere, file)
}

async fn check(restored: Restored) {
    let store = restored.entered.store;
    let mail = store
        .secret(SecretName::SmtpPassword)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(mail.as_slice(), b"courrier");
    let page = store.journal_page(stamp().desk, None, 9).await.unwrap();
    let acts: Vec<_> = page.iter().map(|row| row.act.as_str()).collect();
    assert_eq!(acts, ["backup_restored", "mail_set"]);
    assert!(store.journal_agrees().await);
    assert_eq!(store.check_chain().await.unwrap().chain, Chain::Ok);
    store.close().await.unwrap();
}

#[tokio::test]
async fn a_backup_is_made_and_journalled_and_leaves_nothing_lying_about() {
    let (store, elsewhere, file) = backed_up().await;
    let page = store.journal_page(stamp().desk, None, 9).await.unwrap();
    assert_eq!(page[1].act, "backup_made");
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 1);
    assert!(!store.location.dir().join("backing-up").exists());
    let bytes = fs::read(&file).unwrap();
    for word in [&b"SQLite format 3"[..], b"courrier", b"mail_set"] {
        assert!(!bytes.windows(word.len()).any(|window| window == word));
    }
}

#[tokio::test]
async fn a_damaged_desk_is_put_back_and_what_it_replaces_is_kept() {
    type Damage = fn(&Path);
    let damages: [Damage; 5] = [
        |_| {},
        |dir| fs::write(dir.join(DATABASE_FILE), b"no database any more").unwrap(),
        |dir| fs::write(dir.join(KEYRING_FILE), b"no keyring any more").unwrap(),
        |dir| fs::write(dir.join(WAL_FILE), b"no log any more").unwrap(),
        |dir| {
            fs::remove_file(dir.join(DATABASE_FILE)).unwrap();
            fs::write(dir.join(NEXT_KEYRING_FILE), b"of another time").unwrap();
        },
    ];
    for damage in damages {
        let (store, _elsewhere, file) = backed_up().await;
        store.close().await.unwrap();
        let dir = store.location.dir();
        damage(dir);
        let before = fs::read(dir.join(KEYRING_FILE)).unwrap();
        let restored = put_back(&file, dir).await.unwrap();
        let replaced = restored.replaced.clone().unwrap();
        assert_eq!(fs::read(replaced.join(KEYRING_FILE)).unwrap(), before);
        assert!(!dir.join("restoring").exists() && !dir.join(NEXT_KEYRING_FILE).exists());
        check(restored).await;
    }
}

#[tokio::test]
async fn a_backup_comes_back_on_a_new_machine_with_the_recovery_words() {
    let (store, _elsewhere, file) = backed_up().await;
    let dir = tempfile::tempdir().unwrap();
    let words = Credential::Words(Zeroizing::new(store.words.words().join(" ")));
    let new = in_folder(&dir.path().join("guichet"));
    let restored = restore(&file, &new, words, noon(), &Limits::default())
        .await
        .unwrap();
    assert_eq!((restored.entered.staff, &restored.replaced), (None, &None));
    check(restored).await;
}

#[tokio::test]
async fn what_is_refused_leaves_the_desk_as_it_was() {
    let (store, elsewhere, file) = backed_up().await;
    store.close().await.unwrap();
    let good = fs::read(&file).unwrap();
    let database = good
        .windows(10)
        .position(|bytes| bytes == b"guichet.db")
        .unwrap();
    let with = |name: &str, bytes: &[u8]| {
        let file = elsewhere.path().join(name);
        fs::write(&file, bytes).unwrap();
        file
    };
    let flipped = |at: usize| {
        let mut bytes = good.clone();
        bytes[at] ^= 1;
        bytes
    };
    let refusals = [
        (with("text", b"a text"), "this is no backup"),
        (with("empty", b""), "this is no backup"),
        (
            zip_of(elsewhere.path(), "other", "readme.txt", b"hello"),
            "this is no backup",
        ),
        (
            zip_of(
                elsewhere.path(),
                "newer",
                "manifest.json",
                b"{\"guichet_backup\": 2}",
            ),
            "the database was written by a newer program",
        ),
        (with("cut", &good[..good.len() / 2]), "damaged: the backup"),
        (
            with("flipped", &flipped(database + 5000)),
            "damaged: the backup",
        ),
        (with("salt", &flipped(database + 40)), "damaged: the backup"),
    ];
    let untouched = fs::read(store.location.dir().join(DATABASE_FILE)).unwrap();
    for (file, words) in refusals {
        let refused = put_back(&file, store.location.dir()).await.err().unwrap();
        assert_eq!(refused.to_string(), words, "{}", file.display());
    }
    let limits = Limits::default();
    let wrong = restore(&file, &store.location, password("faux"), noon(), &limits).await;
    assert!(matches!(wrong.err(), Some(UnlockError::Wrong)));
    assert_eq!(
        fs::read(store.location.dir().join(DATABASE_FILE)).unwrap(),
        untouched
    );
    let again = store.open_again().await;
    assert_eq!(again.check_chain().await.unwrap().entries, 3);
}

fn zip_of(dir: &Path, name: &str, entry: &str, bytes: &[u8]) -> PathBuf {
    let file = dir.join(name);
    let mut zip = ZipWriter::new(File::create(&file).unwrap());
    zip.start_file(entry, SimpleFileOptions::default()).unwrap();
    zip.write_all(bytes).unwrap();
    zip.finish().unwrap();
    file
}

#[tokio::test]
async fn an_open_desk_is_not_replaced() {
    let (store, _elsewhere, file) = backed_up().await;
    let refused = put_back(&file, store.location.dir()).await.err();
    assert!(matches!(
        refused,
        Some(UnlockError::Store(StoreError::AlreadyOpen))
    ));
}

#[tokio::test]
async fn a_journal_that_lacks_entries_goes_on_lacking_them_in_its_backup() {
    let (store, elsewhere, _) = backed_up().await;
    store.close().await.unwrap();
    let dir = store.location.dir();
    let older = elsewhere.path().join("older");
    fs::create_dir(&older).unwrap();
    fs::copy(dir.join(DATABASE_FILE), older.join(DATABASE_FILE)).unwrap();
    let again = store.open_again().await;
    let write = again.write(stamp()).await.unwrap();
    write
        .commit(Entry::new(Act::SettingsChanged, Subject::None))
        .await
        .unwrap();
    again.close().await.unwrap();
    drop(again);
    fs::copy(older.join(DATABASE_FILE), dir.join(DATABASE_FILE)).unwrap();

    let put_back_by_hand = store.open_again().await;
    let file = elsewhere.path().join("second.backup");
    put_back_by_hand.back_up(&file, stamp()).await.unwrap();
    put_back_by_hand.close().await.unwrap();
    let restored = put_back(&file, dir).await.unwrap();
    assert!(!restored.entered.store.journal_agrees().await);
    assert_ne!(
        restored.entered.store.check_chain().await.unwrap().chain,
        Chain::Ok
    );
}

#[tokio::test]
async fn the_server_is_backed_up_by_its_operator() {
    let store = postgres().await;
    let elsewhere = tempfile::tempdir().unwrap();
    let refused = store.back_up(&elsewhere.path().join("x"), stamp()).await;
    assert!(matches!(refused, Err(StoreError::OnlyEmbedded)));

    // A file's backup put back beside it would take its keyring's place.
    let (_, _folder, file) = backed_up().await;
    store.close().await.unwrap();
    let refused = restore(
        &file,
        &store.location,
        password(PASSWORD),
        noon(),
        &Limits::default(),
    )
    .await;
    assert!(matches!(
        refused.err(),
        Some(UnlockError::Store(StoreError::OnlyEmbedded))
    ));
    store.open_again().await.close().await.unwrap();
}

#[tokio::test]
#[cfg(target_os = "linux")]
async fn a_backup_that_cannot_be_written_leaves_no_file_of_its_name() {
    let (store, elsewhere, _) = backed_up().await;
    // Everything written to this name meets a full disk.
    let file = elsewhere.path().join("full");
    std::os::unix::fs::symlink("/dev/full", elsewhere.path().join("full.unfinished")).unwrap();
    let refused = store.back_up(&file, stamp()).await;
    assert!(matches!(refused, Err(StoreError::DiskFull)), "{refused:?}");
    assert!(!file.exists());
}
