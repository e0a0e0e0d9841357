//! An import undone after the desk went on working: what was corrected and merged meanwhile stays (domain.md §12).

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::Counter;
use crate::databases::{Database, on_both_databases};
use crate::families::{FELIX, JULIE, OLIVIA, REGISTRY};

const LATER: &str = "julie@plus-tard.example";
const DESK: &str = "julie@guichet.example";

/// A school where an administrator corrects alone, after an import that changed Julie and Olivia.
async fn changed(database: Database) -> Counter {
    let counter = Counter::demo_on(database).await;
    let settings = json!({ "secretaries_alone": true, "same_person_in_visit": true });
    counter.desk("set_correction_settings", settings).await;
    counter.import_text(REGISTRY).await;
    counter.advance_minutes(1);
    let later = REGISTRY
        .replace(JULIE, LATER)
        .replace("Tremblay;Olivia;", "Tremblay-Roy;Olivia;")
        .replace("Gagnon-Lavoie;Julie;Mère", "Gagnon-Lavoie;Julie;Tutrice");
    counter.import_text(&later).await;
    counter.advance_minutes(1);
    counter
}

/// Olivia's file, whatever her name is by now.
async fn file_of_olivia(counter: &Counter) -> Value {
    let found = counter.find(OLIVIA.permanent_code).await;
    let id = &found[0]["student"]["id"];
    counter
        .desk("open_student", json!({ "student_id": id }))
        .await
}

async fn correct_names(counter: &Counter, last_names: &str, first_names: &str) {
    let request = json!({
        "student_id": file_of_olivia(counter).await["student"]["id"], "guardian_id": null,
        "tie_document": "birth_certificate", "in_visit": false,
        "correction": {
            "kind": "student", "last_names": last_names, "first_names": first_names,
            "birth_date": OLIVIA.birth_date,
        },
    });
    let made = counter.desk("propose_correction", request).await;
    assert_eq!(made["state"], "approved");
}

/// What a file or an adult on it says otherwise than the source, by field.
fn differs(seen: &Value) -> Vec<Value> {
    let mut differs = seen["differs"].as_array().unwrap().clone();
    differs.sort_by_key(|one| one["field"].as_str().unwrap().to_owned());
    differs
}

fn differing(field: &str, old: &str, new: &str) -> Value {
    json!({ "field": field, "old": old, "new": new })
}

#[apply(on_both_databases)]
async fn what_was_corrected_since_stays_and_the_source_says_again_what_it_said(database: Database) {
    let counter = changed(database).await;
    let address = json!({ "kind": "email", "email": DESK });
    counter.propose(&FELIX, LATER, address).await;
    let relationship = json!({ "kind": "relationship", "relationship": "father" });
    counter.propose(&FELIX, DESK, relationship).await;
    correct_names(&counter, "Tremblay Roy Gagnon", "Olivia").await;

    counter.desk("undo_import", Value::Null).await;
    let again = async || {
        let julie = counter.guardian_on_file(&FELIX, DESK).await;
        assert_eq!(julie["relationship"], "father");
        assert_eq!(
            differs(&julie),
            [
                differing("guardian_email", JULIE, DESK),
                differing("relationship", "mother", "father"),
            ]
        );
        let file = file_of_olivia(&counter).await;
        assert_eq!(file["student"]["last_names"], "Tremblay Roy Gagnon");
        assert_eq!(
            differs(&file),
            [differing("last_names", "Tremblay", "Tremblay Roy Gagnon")]
        );
        assert_eq!(counter.find("gagnon olivia").await.len(), 1);
        assert!(counter.find(LATER).await.is_empty());
    };
    again().await;
    counter.import_text(REGISTRY).await;
    again().await;
}

#[apply(on_both_databases)]
async fn a_correction_to_what_was_before_the_import_differs_from_nothing_once_it_is_undone(
    database: Database,
) {
    let counter = changed(database).await;
    correct_names(&counter, "Tremblay", "Olivia").await;
    counter.desk("undo_import", Value::Null).await;
    let file = file_of_olivia(&counter).await;
    assert_eq!(file["student"]["last_names"], "Tremblay");
    assert_eq!(differs(&file), [] as [Value; 0]);
}
