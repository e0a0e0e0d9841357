//! Backing up, damage, and putting back (domain.md §15).

use macro_rules_attribute::apply;
use std::fs;
use std::path::PathBuf;

use desk::contract::Failure;
use serde_json::json;

use crate::counter::{ADMINISTRATOR, Counter, PASSWORD, SECRETARY, SECRETARY_PASSWORD};
use crate::databases::{Database, on_the_file};
use crate::families::{OLIVIA, REGISTRY};

/// A desk with a registry, backed up into the file that is given back, and closed.
async fn backed_up() -> (Counter, PathBuf, String) {
    let mut counter = Counter::bare().await;
    let words = counter.set_up().await;
    counter.import_text(REGISTRY).await;
    let path = counter.folder().join("desk.guichet");
    let entries = counter.journal().await.len();
    let made = counter.desk("back_up", json!({ "path": path })).await;
    assert_eq!(made["journal_count"], entries);
    assert_eq!(
        made["bytes"].as_u64().unwrap(),
        fs::metadata(&path).unwrap().len()
    );
    counter.restart().await;
    (counter, path, words)
}

fn damage(counter: &Counter) {
    let database = counter.folder().join("guichet.db");
    let mut bytes = fs::read(&database).unwrap();
    for byte in &mut bytes[..4096] {
        *byte ^= 0x55;
    }
    fs::write(&database, bytes).unwrap();
}

#[apply(on_the_file)]
async fn a_damaged_desk_is_told_and_restored() {
    let (counter, path, _) = backed_up().await;
    damage(&counter);
    let opened = counter.try_sign_in(ADMINISTRATOR, PASSWORD).await;
    assert_eq!(opened, Err(Failure::Damaged));
    let request = json!({ "path": path, "user_name": ADMINISTRATOR, "secret": PASSWORD });
    counter.desk("restore_backup", request).await;
    assert_eq!(counter.view().await["user_name"], ADMINISTRATOR);
    let file = counter.student_file(&OLIVIA).await;
    assert_eq!(file["guardians"].as_array().unwrap().len(), 2);
    let acts = counter.acts().await;
    for act in ["desk_set_up", "import_applied", "backup_restored"] {
        assert!(acts.contains(&act.to_owned()), "{act}");
    }
    counter.sign_out().await;
    counter.sign_in(ADMINISTRATOR, PASSWORD).await;
}

#[apply(on_the_file)]
async fn only_an_administrator_puts_a_backup_back() {
    let counter = Counter::bare().await;
    counter.set_up().await;
    counter.add_secretary().await;
    let path = counter.folder().join("desk.guichet");
    counter.desk("back_up", json!({ "path": path })).await;
    counter.import_text(REGISTRY).await;
    counter.sign_out().await;
    let request = json!({ "path": path, "user_name": SECRETARY, "secret": SECRETARY_PASSWORD });
    let refused = counter.try_desk("restore_backup", request).await;
    assert_eq!(refused, Err(Failure::NotAllowed));
    counter.sign_in(ADMINISTRATOR, PASSWORD).await;
    assert_eq!(
        counter.find("olivia").await.len(),
        1,
        "nothing was replaced"
    );
}

#[apply(on_the_file)]
async fn a_backup_makes_a_desk_on_a_new_machine() {
    let (counter, path, _) = backed_up().await;
    let elsewhere = Counter::bare().await;
    let copy = elsewhere.file("copy.guichet", fs::read(path).unwrap());
    drop(counter);
    let request = json!({ "path": copy, "user_name": ADMINISTRATOR, "secret": PASSWORD });
    elsewhere.desk("restore_backup", request).await;
    assert_eq!(elsewhere.find("olivia").await.len(), 1);
}

#[apply(on_the_file)]
async fn the_recovery_words_put_a_backup_back_and_then_open_it() {
    let (counter, path, words) = backed_up().await;
    damage(&counter);
    counter
        .desk("restore_backup", json!({ "path": path, "secret": words }))
        .await;
    assert_eq!(counter.view().await["phase"], "sign_in");
    let request = json!({
        "words": words, "user_name": ADMINISTRATOR, "new_password": "une autre phrase encore",
    });
    counter.desk("recover_access", request).await;
    assert_eq!(counter.find("olivia").await.len(), 1);
}

#[apply(on_the_file)]
async fn what_cannot_be_restored_replaces_nothing() {
    let (counter, path, _) = backed_up().await;
    let half = fs::read(&path).unwrap();
    let half = counter.file("half.guichet", &half[..half.len() / 2]);
    let letter = counter.file("letter.txt", "Madame,");
    let wrong = &[Failure::WrongPassword { wait_seconds: 0 }][..];
    // Where a file was cut off decides which of the two it is.
    let no_backup = &[Failure::NotABackup, Failure::Damaged][..];
    let refused = [
        (&path, "ce n'est pas celui-là", wrong),
        (&letter, PASSWORD, no_backup),
        (&half, PASSWORD, no_backup),
    ];
    for (path, secret, failures) in refused {
        let request = json!({ "path": path, "user_name": ADMINISTRATOR, "secret": secret });
        let restored = counter.try_desk("restore_backup", request).await;
        let failure = restored.unwrap_err();
        assert!(
            failures.contains(&failure),
            "{}: {failure:?}",
            path.display()
        );
        assert_eq!(counter.view().await["phase"], "sign_in");
    }
    let nowhere =
        json!({ "path": "/nowhere.guichet", "user_name": ADMINISTRATOR, "secret": PASSWORD });
    let restored = counter.try_desk("restore_backup", nowhere).await;
    assert!(
        matches!(restored, Err(Failure::FileTrouble | Failure::NotFound)),
        "{restored:?}"
    );
    counter.sign_in(ADMINISTRATOR, PASSWORD).await;
    assert_eq!(counter.find("olivia").await.len(), 1);
}

#[apply(on_the_file)]
async fn an_open_desk_is_not_restored_over() {
    let (counter, path, _) = backed_up().await;
    counter.sign_in(ADMINISTRATOR, PASSWORD).await;
    let request = json!({ "path": path, "user_name": ADMINISTRATOR, "secret": PASSWORD });
    assert_eq!(
        counter.try_desk("restore_backup", request).await,
        Err(Failure::NotAllowed)
    );
}

#[apply(on_the_file)]
async fn a_backup_that_cannot_be_written_leaves_nothing_behind() {
    let counter = Counter::real().await;
    let path = json!({ "path": "/nowhere/desk.guichet" });
    assert_eq!(
        counter.try_desk("back_up", path).await,
        Err(Failure::FileTrouble)
    );
    let path = json!({ "path": "  " });
    assert_eq!(
        counter.try_desk("back_up", path).await,
        Err(Failure::Invalid {
            field: "path".into()
        })
    );
    let left: Vec<_> = fs::read_dir(counter.folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert!(
        left.iter()
            .all(|name| !name.to_string_lossy().contains("backing-up")),
        "{left:?}"
    );
}

#[apply(on_the_file)]
async fn the_demo_cannot_be_backed_up() {
    let counter = Counter::demo().await;
    let path = counter.folder().join("demo.guichet");
    let refused = counter.try_desk("back_up", json!({ "path": path })).await;
    assert_eq!(refused, Err(Failure::NotAllowed));
    assert!(!path.exists());
}

#[apply(on_the_file)]
async fn a_desk_on_a_server_is_neither_backed_up_nor_restored_here() {
    let (_counter, path, _) = backed_up().await;
    let counter = Counter::real_on(Database::Postgres).await;
    let to = json!({ "path": counter.folder().join("desk.guichet") });
    let refused = counter.try_desk("back_up", to).await;
    assert_eq!(refused, Err(Failure::NotAllowed));
    counter.sign_out().await;
    let request = json!({ "path": path, "user_name": ADMINISTRATOR, "secret": PASSWORD });
    let refused = counter.try_desk("restore_backup", request).await;
    assert_eq!(refused, Err(Failure::NotAllowed));
    counter.sign_in(ADMINISTRATOR, PASSWORD).await;
}
