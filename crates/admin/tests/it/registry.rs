//! A registry read, tried, taken in and found.

use serde_json::{Value, json};

use crate::technician::{REGISTRY, Technician};

fn counts(report: &Value) -> Value {
    json!([
        report["new"],
        report["changed"],
        report["unchanged"],
        report["gone"],
        report["applied"]
    ])
}

#[test]
fn a_registry_is_tried_then_taken_in_then_found() {
    let technician = Technician::at_a_desk();
    let path = technician.file(
        "registry.csv",
        format!("{REGISTRY}42a1;;Roy;Noé;2016-01-05;M;;;Actif;;;;;\n"),
    );
    let tried = technician.done(&["import", &path, "--dry-run"]);
    assert_eq!(counts(&tried), json!([3, 0, 0, 0, false]));
    assert_eq!(tried["format"], "csv");
    let read = &tried["read"];
    assert_eq!(
        (&read["guardians"], &read["guardianships"]),
        (&json!(4), &json!(4))
    );
    let unusable = &tried["unusable"][0];
    assert_eq!(
        [
            &unusable["file"],
            &unusable["line"],
            &unusable["field"],
            &unusable["reason"]
        ],
        [
            &json!("registry.csv"),
            &json!(6),
            &json!("fiche"),
            &json!("invalid_fiche")
        ]
    );
    assert_ne!(unusable["value"], "42a1", "it is masked");
    assert!(tried["notes"].is_array());
    assert_eq!(
        technician.done(&["find", "Olivia"]),
        json!({ "results": [] })
    );

    let taken = technician.done(&["import", &path, "--format", "csv"]);
    assert_eq!(counts(&taken), json!([3, 0, 0, 0, true]));
    let found = technician.done(&["find", "olivia trem"]);
    let [only] = &found["results"].as_array().unwrap()[..] else {
        panic!("one: {found}");
    };
    assert_eq!(only["why"], "name");
    let student = &only["student"];
    assert!(student["id"].is_string());
    assert_eq!(
        [
            &student["last_names"],
            &student["first_names"],
            &student["birth_date"],
            &student["fiche"],
            &student["school"]
        ],
        [
            &json!("Tremblay"),
            &json!("Olivia"),
            &json!("2015-03-09"),
            &json!("4101"),
            &json!("École des Érables")
        ]
    );
    let one = technician.done(&["find", "familles", "--limit", "1"]);
    assert!(one["results"].as_array().unwrap().len() <= 1);
    assert_eq!(
        counts(&technician.done(&["import", &path])),
        json!([0, 0, 3, 0, true])
    );
}

#[test]
fn a_made_up_registry_can_be_taken_in() {
    let technician = Technician::at_a_desk();
    let path = technician.path("made.csv");
    technician.done(&[
        "generate",
        "--students",
        "50",
        "--seed",
        "3",
        "--out",
        &path,
    ]);
    let taken = technician.done(&["import", &path]);
    assert_eq!(counts(&taken), json!([50, 0, 0, 0, true]));
    assert_eq!(taken["unusable"], json!([]));
}

#[test]
fn a_nightly_task_says_what_the_file_holds_and_takes_it_back() {
    let technician = Technician::at_a_desk();
    const HEADER: &str = "Fiche;Nom;Prénom;Date de naissance;Code école\n";
    const OLIVIA: &str = "4101;Tremblay;Olivia;2015-03-09;762045\n";
    const ZOE: &str = "4102;Côté;Zoé;2014-12-25;762046\n";
    let both = technician.file("both.csv", format!("{HEADER}{OLIVIA}{ZOE}"));
    let one = technician.file("one.csv", format!("{HEADER}{OLIVIA}"));
    let school = technician.done(&["import", &both, "--school", "762045", "--dry-run"]);
    assert_eq!(counts(&school), json!([1, 0, 0, 0, false]));
    technician.done(&["import", &both]);
    // Zoé's school is not in the file: only a file that holds everybody says that she is gone.
    let partial = technician.done(&["import", &one, "--partial", "--dry-run"]);
    assert_eq!(counts(&partial), json!([0, 0, 1, 0, false]));
    let complete = ["import", &one, "--complete", "--accept-alarms"];
    assert_eq!(
        counts(&technician.done(&complete)),
        json!([0, 0, 1, 1, true])
    );
    let ended = technician.run(&["import", &one, "--complete", "--partial"]);
    assert_eq!(ended.status, 2);
    technician.done(&["undo-import"]);
    let again = technician.done(&["import", &both, "--dry-run"]);
    assert_eq!(counts(&again), json!([0, 0, 2, 0, false]));
}

#[test]
fn a_one_roster_folder_can_be_taken_in_with_its_fiches() {
    let technician = Technician::at_a_desk();
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../roster/tests/data/one-roster"
    );
    for format in ["auto", "one-roster"] {
        let tried = technician.done(&["import", folder, "--format", format, "--dry-run"]);
        assert_eq!(tried["format"], "one-roster");
        assert_eq!(counts(&tried), json!([4, 0, 0, 0, false]));
    }
    technician.done(&["import", folder, "--fiche-from", "fiche"]);
    let found = technician.done(&["find", "4102"]);
    assert_eq!(found["results"][0]["student"]["last_names"], "Gagnon");
    let tried = technician.done(&["import", folder, "--fiche-from", "LDAP", "--dry-run"]);
    assert_eq!(tried["unusable"][0]["reason"], "invalid_fiche");
}

#[test]
fn a_school_data_sync_folder_can_be_taken_in() {
    let technician = Technician::at_a_desk();
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../roster/tests/data/school-data-sync"
    );
    let tried = technician.done(&[
        "import",
        folder,
        "--format",
        "school-data-sync",
        "--dry-run",
    ]);
    assert_eq!(tried["format"], "school-data-sync");
    assert!(tried["new"].as_u64().unwrap() > 0);
    technician
        .run(&["import", folder, "--format", "csv"])
        .is_refused("the file cannot be read as a registry");
}

#[test]
fn what_is_no_registry_is_refused() {
    let technician = Technician::at_a_desk();
    let empty = technician.file("empty.csv", "");
    technician
        .run(&["import", &empty])
        .is_refused("\"reason\":\"empty\"");
    technician
        .run(&["import", "/nowhere.csv"])
        .is_refused("\"reason\":\"not_found\"");
}
