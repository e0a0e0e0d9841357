//! How a technician says that a table is to be read.

use serde_json::{Value, json};

use crate::technician::Technician;

fn counts(report: &Value) -> Value {
    json!([
        report["new"],
        report["changed"],
        report["unchanged"],
        report["gone"],
        report["applied"]
    ])
}

/// A table whose headers say nothing of two columns.
const MUTE: &str =
    "Col1,Col2,Col3,Mot de passe\n101,Roy,Léa,canari\n102,Li,Wei,canari\n103,Côté,Zoé,canari\n";
const MAPPED: [&str; 6] = [
    "--map",
    "Col1=fiche",
    "--map",
    "col2=last_names",
    "--map",
    "Col3=prénom",
];

#[test]
fn columns_are_named_on_the_command_line_and_kept_as_a_profile() {
    let technician = Technician::at_a_desk();
    let path = technician.file("mute.csv", MUTE);
    let import = [&["import", &path, "--dry-run"], &MAPPED[..]].concat();
    assert_eq!(
        counts(&technician.done(&import)),
        json!([3, 0, 0, 0, false])
    );

    let save = [&["profiles", "save", "Muette", &path], &MAPPED[..]].concat();
    technician.done(&save);
    let kept = technician.done(&["profiles", "list"]);
    assert_eq!(
        (
            &kept["profiles"][0]["name"],
            &kept["profiles"][0]["columns"]
        ),
        (&json!("Muette"), &json!(3))
    );
    let by_itself = technician.done(&["import", &path, "--dry-run"]);
    assert_eq!(counts(&by_itself), json!([3, 0, 0, 0, false]));
    let told = by_itself["notes"].as_array().unwrap();
    assert!(told.iter().any(|note| note["note"] == "profile_used"));
    let named = technician.done(&["import", &path, "--profile", "muette"]);
    assert_eq!(counts(&named), json!([3, 0, 0, 0, true]));

    technician.done(&["profiles", "remove", "Muette"]);
    assert_eq!(
        technician.done(&["profiles", "list"]),
        json!({ "profiles": [] })
    );
}

#[test]
fn a_slip_in_a_column_a_field_or_a_name_is_a_usage_error_that_lists_what_there_is() {
    let technician = Technician::at_a_desk();
    let path = technician.file("mute.csv", MUTE);
    for (options, listed) in [
        (&["--map", "Col9=fiche"][..], "Col1, Col2, Col3"),
        (&["--map", "Mot de passe=group"], "Col1, Col2, Col3"),
        (&["--map", "Col1=password"], "permanent_code"),
        (&["--map", "Col1"], "Column=field"),
        (&["--profile", "Nulle part"], "there are:"),
        (&["--encoding", "klingon"], "windows-1252"),
        (&["--separator", "!"], "semicolon"),
    ] {
        let ended = technician.run(&[&["import", &path, "--dry-run"], options].concat());
        assert_eq!(ended.status, 2, "{options:?}");
        let said = &ended.errors;
        assert!(said.contains(listed), "{options:?}: {said}");
        assert!(
            !said.contains("Mot de passe; there are: Col1, Col2, Col3, Mot"),
            "{said}"
        );
    }
}
