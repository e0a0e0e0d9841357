//! Taking a registry in (domain.md §12): preview, apply, and what is refused or left apart.

use std::path::PathBuf;

use desk::contract::{Failure, FileReason};
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::Counter;
use crate::databases::{Database, on_both_databases};
use crate::families::{OKSANA, OLIVIA, REGISTRY, SOFIIA};

fn school_data_sync() -> PathBuf {
    let crates = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    crates.join("../roster/tests/data/school-data-sync")
}

fn one_roster() -> PathBuf {
    let crates = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    crates.join("../roster/tests/data/one-roster")
}

/// The numbers of a preview or of a result.
fn counts(said: &Value) -> [u64; 4] {
    ["new", "changed", "unchanged", "gone"].map(|key| said[key].as_u64().unwrap())
}

#[apply(on_both_databases)]
async fn what_was_previewed_goes_in_and_is_found(database: Database) {
    let counter = Counter::real_on(database).await;
    let path = counter.file("registry.csv", REGISTRY);
    let preview = counter
        .desk("preview_import", json!({ "path": path }))
        .await;
    assert_eq!(preview["format"], "csv");
    assert_eq!(counts(&preview), [5, 0, 0, 0]);
    assert_eq!(
        (&preview["guardians"], &preview["guardianships"]),
        (&json!(6), &json!(7))
    );
    assert_eq!(preview["lines"].as_array().unwrap().len(), 5);
    assert!(
        counter.find("olivia").await.is_empty(),
        "a preview writes nothing"
    );

    let token = json!({ "token": preview["token"] });
    let result = counter.desk("apply_import", token.clone()).await;
    assert_eq!(counts(&result), [5, 0, 0, 0]);
    assert_eq!(
        counter.try_desk("apply_import", token).await,
        Err(Failure::NothingPreviewed)
    );
    for (query, why) in [
        ("oliv", "name"),
        ("felix tremblay", "name"),
        ("4101", "fiche"),
        ("treo7", "permanent_code"),
        ("gagnon", "guardian"),
        ("julie@familles", "address"),
        ("5550101", "phone"),
    ] {
        let found = counter.find(query).await;
        assert!(!found.is_empty(), "{query}");
        assert_eq!(found[0]["student"]["last_names"], "Tremblay", "{query}");
        assert_eq!(found[0]["why"], why, "{query}");
    }
    let view = counter.view().await;
    assert_eq!(view["registry"]["students"], 5);
    assert_eq!(view["registry"]["warning"], "none");
}

#[apply(on_both_databases)]
async fn the_registry_grows_old(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    for (days, warning) in [(4, "none"), (1, "old"), (5, "very_old")] {
        counter.advance_minutes(days * 24 * 60);
        assert_eq!(counter.view().await["registry"]["warning"], warning);
    }
}

#[apply(on_both_databases)]
async fn the_same_file_again_changes_nothing(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    assert_eq!(counts(&counter.import_text(REGISTRY).await), [0, 0, 5, 0]);
}

#[apply(on_both_databases)]
async fn changes_are_shown_old_beside_new_and_who_is_gone_is_not_deleted(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    let changed = REGISTRY.replace("Tremblay;Félix;2018-06-15", "Tremblay-Roy;Félix;2018-06-15");
    let lines = changed.lines().filter(|line| !line.starts_with("4104"));
    let text: Vec<&str> = lines.collect();
    let path = counter.file("later.csv", text.join("\n"));
    let preview = counter
        .desk("preview_import", json!({ "path": path }))
        .await;
    assert_eq!(counts(&preview), [0, 1, 3, 1]);
    let shown = preview["lines"].as_array().unwrap();
    assert_eq!(
        (&shown[0]["change"], &shown[0]["first_names"]),
        (&json!("gone"), &json!("Wei"))
    );
    assert_eq!(shown[1]["change"], "changed");
    let field = json!({ "field": "last_names", "old": "Tremblay", "new": "Tremblay-Roy" });
    assert_eq!(shown[1]["fields"], json!([field]));
    counter
        .desk("apply_import", json!({ "token": preview["token"] }))
        .await;
    let wei = counter.find("wei").await;
    assert_eq!(wei[0]["student"]["active"], false);
    assert_eq!(counter.find("tremblay-roy").await.len(), 1);
}

#[apply(on_both_databases)]
async fn a_file_that_changed_after_its_preview_is_not_taken_in(database: Database) {
    let counter = Counter::real_on(database).await;
    let path = counter.file("registry.csv", REGISTRY);
    let preview = counter
        .desk("preview_import", json!({ "path": path }))
        .await;
    counter.file("registry.csv", REGISTRY.replace("Olivia", "Olive"));
    let token = json!({ "token": preview["token"] });
    assert_eq!(
        counter.try_desk("apply_import", token).await,
        Err(Failure::FileChanged)
    );
    assert_eq!(counter.view().await["registry"]["students"], 0);
}

#[apply(on_both_databases)]
async fn another_preview_makes_the_first_void(database: Database) {
    let counter = Counter::real_on(database).await;
    let path = counter.file("registry.csv", REGISTRY);
    let request = json!({ "path": path });
    let first = counter.desk("preview_import", request.clone()).await;
    counter.desk("preview_import", request).await;
    let token = json!({ "token": first["token"] });
    assert_eq!(
        counter.try_desk("apply_import", token).await,
        Err(Failure::NothingPreviewed)
    );
}

#[apply(on_both_databases)]
async fn lines_that_cannot_be_used_are_named_with_a_masked_value_and_the_rest_goes_in(
    database: Database,
) {
    let counter = Counter::real_on(database).await;
    let dirty = format!(
        "{REGISTRY}\
         4201;;Roy;Léa;31/02/2016;F;762945;École des Érables;;Actif;;;;;;;\n\
         42a1;;Roy;Noé;2016-01-05;M;762945;École des Érables;;Actif;;;;;;;\n\
         4203;ABCD94010101;Roy;Zoé;2016-01-05;F;762945;École des Érables;;Actif;;;;;;;\n\
         4204;;;;2016-01-05;F;762945;École des Érables;;Actif;;;;;;;\n"
    );
    let path = counter.file("dirty.csv", dirty);
    let preview = counter
        .desk("preview_import", json!({ "path": path }))
        .await;
    let unusable = preview["unusable"].as_array().unwrap();
    assert_eq!(preview["unusable_count"], unusable.len());
    let told: Vec<_> = unusable
        .iter()
        .map(|line| {
            (
                line["line"].as_u64().unwrap(),
                line["field"].as_str().unwrap(),
                line["reason"].as_str().unwrap(),
            )
        })
        .collect();
    for expected in [
        (9, "birth_date", "invalid_date"),
        (10, "fiche", "invalid_fiche"),
        (11, "permanent_code", "invalid_permanent_code"),
        (12, "last_names", "missing"),
    ] {
        assert!(told.contains(&expected), "{expected:?} is not in {told:?}");
    }
    assert!(unusable.iter().all(|line| line["file"] == "dirty.csv"));
    for value in ["42a1", "ABCD94010101", "31/02/2016"] {
        assert!(!preview.to_string().contains(value), "{value}");
    }
    counter
        .desk("apply_import", json!({ "token": preview["token"] }))
        .await;
    assert_eq!(counter.find("olivia").await.len(), 1);
}

#[apply(on_both_databases)]
async fn a_file_that_is_no_registry_is_refused_with_its_reason(database: Database) {
    let counter = Counter::real_on(database).await;
    let png = [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], &[0; 200]].concat();
    let files = [
        ("empty.csv", Vec::new(), "empty"),
        ("blank.csv", b"\n\n  \n".to_vec(), "empty"),
        ("picture.csv", png.clone(), "not_a_table"),
        ("picture.png", png, "not_a_table"),
        (
            "letter.txt",
            b"Madame,\nveuillez trouver ci-joint la liste.\n".to_vec(),
            "not_a_table",
        ),
        (
            "nameless.csv",
            b"Fiche;Date de naissance\n4101;2015-03-09\n".to_vec(),
            "missing_column",
        ),
        (
            "damaged.zip",
            b"PK\x03\x04rubbish".to_vec(),
            "damaged_archive",
        ),
    ];
    for (name, bytes, reason) in files {
        let path = counter.file(name, bytes);
        let refused = counter
            .try_desk("preview_import", json!({ "path": path }))
            .await;
        let refused = serde_json::to_value(refused.unwrap_err()).unwrap();
        assert_eq!(refused["code"], "file_unusable", "{name}");
        assert_eq!(refused["reason"], reason, "{name}");
    }
    let missing = counter
        .try_desk("preview_import", json!({ "path": "/nowhere.csv" }))
        .await;
    assert_eq!(
        serde_json::to_value(missing.unwrap_err()).unwrap()["reason"],
        "not_found"
    );
}

#[apply(on_both_databases)]
async fn a_header_alone_is_a_registry_without_a_student(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    let header = REGISTRY.lines().next().unwrap();
    let path = counter.file("header.csv", header);
    let preview = counter
        .desk("preview_import", json!({ "path": path }))
        .await;
    assert_eq!(counts(&preview), [0, 0, 0, 0], "nobody is told gone");
    let notes = preview["notes"].as_array().unwrap();
    assert!(
        notes.iter().any(|note| note["note"] == "no_student"),
        "{notes:?}"
    );
}

#[apply(on_both_databases)]
async fn a_school_data_sync_folder_goes_in_and_its_students_are_incomplete(database: Database) {
    let counter = Counter::real_on(database).await;
    let preview = counter
        .desk("preview_import", json!({ "path": school_data_sync() }))
        .await;
    assert_eq!(preview["format"], "school-data-sync");
    assert!(preview["unusable_count"].as_u64().unwrap() > 0);
    let result = counter
        .desk("apply_import", json!({ "token": preview["token"] }))
        .await;
    assert_eq!(result["new"], preview["students"]);
    let found = counter.find("sofiia").await;
    assert_eq!(found[0]["student"]["incomplete"], true);
    let everything = Value::Array(counter.find("kovalenko").await).to_string();
    assert!(everything.contains("Danylo") && !everything.contains("canari"));
    let again = counter.import(&school_data_sync()).await;
    assert_eq!(counts(&again), [0, 0, result["new"].as_u64().unwrap(), 0]);
}

#[apply(on_both_databases)]
async fn two_sources_do_not_tell_each_others_students_gone(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    let result = counter.import(&school_data_sync()).await;
    assert_eq!(result["gone"], 0);
    assert_eq!(counts(&counter.import_text(REGISTRY).await)[3], 0);
}

#[apply(on_both_databases)]
async fn an_import_never_lowers_a_restriction(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    counter
        .import_text(&REGISTRY.replace("Restreint", "Autorisé"))
        .await;
    let on_file = counter
        .guardian_on_file(&OLIVIA, crate::families::LUC)
        .await;
    assert_eq!(on_file["access"], "restricted");
}

#[apply(on_both_databases)]
async fn a_file_is_completed_by_a_later_import(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    assert_eq!(
        counter.student_file(&SOFIIA).await["student"]["incomplete"],
        true
    );
    let with_date = REGISTRY.replace("Kovalenko;Sofiia;;F", "Kovalenko;Sofiia;2018-02-11;F");
    assert_eq!(counts(&counter.import_text(&with_date).await), [0, 1, 4, 0]);
    let file = counter.student_file(&SOFIIA).await;
    assert_eq!(file["student"]["incomplete"], false);
    assert_eq!(file["guardians"][0]["guardian"]["email"], OKSANA);
}

#[apply(on_both_databases)]
async fn how_much_is_read_of_a_file_is_a_setting_of_the_desk(database: Database) {
    let counter = Counter::real_on(database).await;
    let limits = counter.desk("view_reading_limits", json!(null)).await;
    let lines = &limits.as_array().unwrap()[3];
    assert_eq!(
        *lines,
        json!({ "name": "lines", "value": 5_000_000, "usual": 5_000_000, "most": 100_000_000 })
    );
    for refused in [0, 100_000_001] {
        let request = json!({ "limits": [{ "name": "lines", "value": refused }] });
        let field = "lines".to_owned();
        assert_eq!(
            counter.try_desk("set_reading_limits", request).await,
            Err(Failure::Invalid { field })
        );
    }
    let few = json!({ "limits": [{ "name": "lines", "value": 2 }] });
    counter.desk("set_reading_limits", few).await;
    let path = counter.file("registry.csv", REGISTRY);
    let refused = counter
        .try_desk("preview_import", json!({ "path": path }))
        .await;
    let Err(Failure::FileUnusable { reason, .. }) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(reason.0, FileReason::TooLarge);
    let usual = json!({ "limits": [{ "name": "lines", "value": 5_000_000 }] });
    counter.desk("set_reading_limits", usual).await;
    assert_eq!(counts(&counter.import_text(REGISTRY).await)[0], 5);
}

#[apply(on_both_databases)]
async fn a_one_roster_folder_goes_in_and_the_setting_says_which_number_is_the_fiche(
    database: Database,
) {
    let counter = Counter::real_on(database).await;
    let request = json!({ "path": one_roster() });
    let preview = counter.desk("preview_import", request.clone()).await;
    assert_eq!(preview["format"], "one-roster");
    let notes = preview["notes"].to_string();
    for note in ["inactive_at_source", "several_homerooms", "user_disabled"] {
        assert!(notes.contains(note), "{note}: {notes}");
    }
    let token = json!({ "token": preview["token"] });
    assert_eq!(counter.desk("apply_import", token).await["new"], 4);
    assert!(
        counter.find("4101").await.is_empty(),
        "nothing says which number is the fiche"
    );
    let numbers = json!({ "fiche_from": " Fiche ", "permanent_code_from": null });
    counter.desk("set_registry_numbers", numbers).await;
    assert_eq!(
        counter.desk("view_registry_numbers", json!(null)).await,
        json!({ "fiche_from": "Fiche", "permanent_code_from": null })
    );
    let preview = counter.desk("preview_import", request).await;
    assert_eq!(counts(&preview), [0, 2, 2, 0]);
    let token = json!({ "token": preview["token"] });
    counter.desk("apply_import", token).await;
    let found = counter.find("4101").await;
    assert_eq!(found[0]["student"]["last_names"], "Tremblay");
    let everything = Value::Array(counter.find("invisible").await).to_string();
    assert_eq!(everything, "[]", "staff is not read");
}

#[test]
fn whatever_a_reading_tells_has_its_words_in_both_languages() {
    let wanted = [
        (
            "import-note-",
            roster::NoteKind::ALL
                .iter()
                .map(ToString::to_string)
                .collect(),
        ),
        (
            "import-reason-",
            roster::Reason::ALL
                .iter()
                .map(ToString::to_string)
                .collect(),
        ),
        (
            "import-field-",
            roster::Field::ALL.iter().map(ToString::to_string).collect(),
        ),
        (
            "import-format-",
            roster::Format::ALL
                .iter()
                .map(ToString::to_string)
                .collect(),
        ),
        (
            "reason-",
            FileReason::ALL
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>(),
        ),
    ];
    for tag in ["fr-CA", "en-CA"] {
        let file = format!(
            "{}/../../locales/{tag}/desk.ftl",
            env!("CARGO_MANIFEST_DIR")
        );
        let words = std::fs::read_to_string(file).unwrap();
        for (prefix, kinds) in &wanted {
            for kind in kinds {
                let id = format!("\n{prefix}{} =", kind.replace('_', "-"));
                assert!(words.contains(&id), "{tag}: {id}");
            }
        }
    }
}
