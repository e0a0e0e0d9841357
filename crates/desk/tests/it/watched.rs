//! The watched folder: what is dropped there while a window shows the desk, as a preview or at once (domain.md §12).

use std::fs;
use std::path::{Path, PathBuf};

use desk::contract::{Failure, Window};
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::{Counter, SECRETARY, SECRETARY_PASSWORD};
use crate::databases::{Database, on_both_databases, on_the_file};
use crate::families::REGISTRY;

/// A folder of its own, watched by a desk that a window shows.
struct Dropped {
    counter: Counter,
    folder: tempfile::TempDir,
    _window: tokio::sync::watch::Receiver<u64>,
}

impl Dropped {
    async fn on(database: Database, mode: &str) -> Self {
        let counter = Counter::real_on(database).await;
        let window = counter.desk.watch(Window::Desk);
        let folder = tempfile::tempdir().unwrap();
        let dropped = Self {
            counter,
            folder,
            _window: window,
        };
        dropped.set(mode).await;
        dropped
    }

    async fn set(&self, mode: &str) {
        let request = json!({ "folder": self.folder.path(), "mode": mode });
        self.counter.desk("set_watch", request).await;
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    async fn watched(&self) -> Value {
        let room = self.counter.desk("view_import_room", Value::Null).await;
        room["watched"].clone()
    }

    /// The one file that waits.
    async fn waiting(&self) -> Value {
        let look = async || self.watched().await["waiting"].get(0).cloned();
        self.counter.until("a file that waits", look).await
    }

    /// The newest file that was moved away.
    async fn taken(&self) -> Value {
        let look = async || self.watched().await["taken"].get(0).cloned();
        self.counter.until("a file that was moved away", look).await
    }

    /// What lies on a shelf: the names, and the one report.
    fn shelf(&self, name: &str) -> (Vec<String>, Value) {
        let there = fs::read_dir(self.folder.path().join(name)).unwrap();
        let mut paths: Vec<PathBuf> = there.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        let is_report = |path: &&PathBuf| path.extension().is_some_and(|ending| ending == "json");
        let report = paths.iter().find(is_report);
        let report = report.map_or(Value::Null, |path| {
            serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
        });
        let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
        (paths.iter().map(name).collect(), report)
    }
}

fn imports(acts: &[String]) -> usize {
    acts.iter().filter(|act| *act == "import_applied").count()
}

#[apply(on_both_databases)]
async fn a_file_is_taken_in_at_once_and_lies_with_its_report_under_no_childs_name(
    database: Database,
) {
    let dropped = Dropped::on(database, "at_once").await;
    let path = dropped.file("Tremblay Olivia.csv", REGISTRY);
    let taken = dropped.taken().await;
    assert_eq!(
        (&taken["result"]["new"], &taken["failure"]),
        (&json!(5), &Value::Null)
    );
    assert!(!path.exists());
    let (names, report) = dropped.shelf("faits");
    assert_eq!(names, ["2026-09-01T120000Z.csv", "2026-09-01T120000Z.json"]);
    assert_eq!(
        (&report["applied"], &report["new"]),
        (&json!(true), &json!(5))
    );
    assert_eq!(report["read"]["students"], 5);
    assert_eq!(dropped.counter.find("olivia").await.len(), 1);
    let journal = dropped.counter.journal().await;
    let applied = journal
        .iter()
        .find(|line| line["act"] == "import_applied")
        .unwrap();
    assert_eq!(applied["actor_kind"], "staff");
    let room = dropped.counter.desk("view_import_room", Value::Null).await;
    assert_eq!(
        (&room["last"]["new"], &room["last"]["can_be_undone"]),
        (&json!(5), &json!(true))
    );
}

#[apply(on_both_databases)]
async fn as_a_preview_a_file_waits_until_somebody_applies_it(database: Database) {
    let dropped = Dropped::on(database, "preview").await;
    let path = dropped.file("registre.csv", REGISTRY);
    let waiting = dropped.waiting().await;
    assert_eq!(
        (&waiting["new"], &waiting["name"]),
        (&json!(5), &json!("registre.csv"))
    );
    assert_eq!(dropped.counter.view().await["waiting_imports"], 1);
    assert_eq!(
        imports(&dropped.counter.acts().await),
        0,
        "nothing is written before"
    );
    dropped
        .counter
        .import(Path::new(waiting["path"].as_str().unwrap()))
        .await;
    assert!(!path.exists());
    assert_eq!(dropped.counter.view().await["waiting_imports"], 0);
    let (names, report) = dropped.shelf("faits");
    assert_eq!(names.len(), 2);
    assert_eq!(report["applied"], true);
}

#[apply(on_both_databases)]
async fn a_file_that_alarms_waits_although_it_is_to_be_taken_in_at_once(database: Database) {
    let dropped = Dropped::on(database, "at_once").await;
    let child = |number: u32| format!("{number};Tremblay;Olivia;2015-03-{:02}\n", number % 28 + 1);
    let header = "Fiche;Nom;Prénom;Date de naissance\n";
    let registry = |students: u32| {
        (1..=students)
            .map(child)
            .fold(header.to_owned(), |text, line| text + &line)
    };
    dropped.counter.import_text(&registry(60)).await;
    dropped.file("la-moitié.csv", &registry(30));
    let waiting = dropped.waiting().await;
    assert_eq!(waiting["failure"]["code"], "import_alarms");
    assert_eq!(
        imports(&dropped.counter.acts().await),
        1,
        "only the one before"
    );
    let set_aside = json!({ "path": waiting["path"] });
    dropped.counter.desk("set_aside", set_aside.clone()).await;
    let (names, report) = dropped.shelf("refusés");
    assert_eq!(names.len(), 2);
    assert_eq!(report, json!({ "applied": false, "error": null }));
    assert_eq!(
        dropped.counter.try_desk("set_aside", set_aside).await,
        Err(Failure::NotFound)
    );
}

#[apply(on_both_databases)]
async fn a_file_that_is_no_registry_is_refused_at_once_and_waits_for_an_explanation_otherwise(
    database: Database,
) {
    let dropped = Dropped::on(database, "at_once").await;
    dropped.file("notes.csv", "Autobus;Casier\n12;A\n");
    let taken = dropped.taken().await;
    assert_eq!(taken["failure"]["code"], "file_unusable");
    let (_, report) = dropped.shelf("refusés");
    assert_eq!(
        (&report["applied"], &report["error"]["code"]),
        (&json!(false), &json!("file_unusable"))
    );
    dropped.set("preview").await;
    dropped.file("notes.csv", "Autobus;Casier\n12;A\n");
    let waiting = dropped.waiting().await;
    assert_eq!(waiting["failure"]["code"], "file_unusable");
}

#[apply(on_the_file)]
async fn a_file_that_waits_and_is_written_anew_is_looked_at_anew() {
    let dropped = Dropped::on(Database::Embedded, "preview").await;
    let path = dropped.file("registre.csv", REGISTRY);
    dropped.waiting().await;
    let shorter: Vec<&str> = REGISTRY.lines().take(2).collect();
    fs::write(&path, shorter.join("\n")).unwrap();
    let again = async || {
        let watched = dropped.watched().await;
        let first = watched["waiting"].get(0).cloned();
        first.filter(|file| file["new"] == 1)
    };
    dropped.counter.until("the shorter file", again).await;
    fs::remove_file(&path).unwrap();
    let gone = async || (dropped.counter.view().await["waiting_imports"] == 0).then_some(());
    dropped.counter.until("nothing that waits", gone).await;
}

#[apply(on_the_file)]
async fn nothing_is_taken_up_while_nobody_is_signed_in_and_then_it_is_by_whoever_is() {
    let dropped = Dropped::on(Database::Embedded, "at_once").await;
    dropped.counter.add_secretary().await;
    dropped.counter.sign_out().await;
    let path = dropped.file("registre.csv", REGISTRY);
    tokio::task::yield_now().await;
    assert!(path.exists());
    dropped.counter.sign_in(SECRETARY, SECRETARY_PASSWORD).await;
    dropped.taken().await;
    assert!(!path.exists());
}

#[apply(on_the_file)]
async fn only_an_administrator_says_which_folder_and_never_one_where_guichet_keeps_its_data() {
    let counter = Counter::real().await;
    counter.add_secretary().await;
    let folder = tempfile::tempdir().unwrap();
    let set = async |folder: &Path, mode: &str| {
        let request = json!({ "folder": folder, "mode": mode });
        counter.try_desk("set_watch", request).await
    };
    let invalid = || Failure::Invalid {
        field: "watched_folder".to_owned(),
    };
    for refused in [
        counter.folder(),
        Path::new("relative"),
        &folder.path().join("nowhere"),
    ] {
        assert_eq!(
            set(refused, "at_once").await,
            Err(invalid()),
            "{}",
            refused.display()
        );
    }
    assert!(set(folder.path(), "preview").await.is_ok());
    let kept = counter.desk("view_watch_settings", Value::Null).await;
    assert_eq!(kept, json!({ "folder": folder.path(), "mode": "preview" }));
    counter.sign_out().await;
    counter.sign_in(SECRETARY, SECRETARY_PASSWORD).await;
    assert_eq!(set(folder.path(), "off").await, Err(Failure::NotAllowed));
    let room = counter.desk("view_import_room", Value::Null).await;
    assert_eq!(
        room["watched"]["mode"], "preview",
        "whoever imports sees it"
    );
}

#[apply(on_the_file)]
async fn a_folder_that_is_not_there_any_more_is_told_of() {
    let dropped = Dropped::on(Database::Embedded, "preview").await;
    fs::remove_dir_all(dropped.folder.path()).unwrap();
    let told = async || {
        let trouble = dropped.watched().await["trouble"].clone();
        trouble.as_str().map(str::to_owned)
    };
    assert_eq!(
        dropped.counter.until("the trouble", told).await,
        "not_found"
    );
    fs::create_dir(dropped.folder.path()).unwrap();
    let mended = async || dropped.watched().await["trouble"].is_null().then_some(());
    dropped.counter.until("the folder again", mended).await;
}
