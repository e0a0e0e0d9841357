//! What is typed wrong ends with status 2; what needs no desk asks for none.

use std::fs;

use crate::technician::Technician;

#[test]
fn what_is_typed_wrong_is_usage() {
    let technician = Technician::new();
    for arguments in [
        &[][..],
        &["open"],
        &["find"],
        &["find", "Olivia", "--limit", "0"],
        &["import", "a.csv", "--format", "oneroster"],
        &["staff"],
        &["staff", "add", "Nora", "--role", "director"],
        &["init", "--school", "École"],
        &[
            "generate",
            "--students",
            "many",
            "--seed",
            "1",
            "--out",
            "a.csv",
        ],
        &["verify", "--password", "secret"],
    ] {
        let ran = technician.run_bare(arguments, "");
        assert_eq!(ran.status, 2, "{arguments:?}: {ran:?}");
        assert_eq!(ran.output, "", "{arguments:?}");
        assert!(!ran.errors.is_empty());
    }
}

#[test]
fn help_is_no_error_and_says_where_passwords_come_from() {
    let ran = Technician::new().run_bare(&["--help"], "");
    assert_eq!(ran.status, 0);
    for word in ["GUICHET_PASSWORD", "check-claim", "verify", "generate"] {
        assert!(ran.output.contains(word), "{word}");
    }
}

#[test]
fn without_a_desk_there_is_nothing_to_open() {
    let technician = Technician::new();
    for arguments in [
        &["find", "Olivia"][..],
        &["verify"],
        &["staff", "add", "Nora"],
    ] {
        technician
            .run(arguments)
            .is_refused("there is no such desk");
    }
    assert!(!technician.data().exists(), "nothing was made");
}

#[test]
fn the_same_seed_makes_the_same_registry() {
    let technician = Technician::new();
    let made = |seed: &str| {
        let out = technician.path("made.csv");
        let arguments = [
            "generate",
            "--students",
            "40",
            "--seed",
            seed,
            "--out",
            &out,
        ];
        assert_eq!(technician.done(&arguments)["students"], 40);
        fs::read(out).unwrap()
    };
    let first = made("7");
    assert_eq!(first, made("7"));
    assert_ne!(first, made("8"));
    let nowhere = [
        "generate",
        "--students",
        "4",
        "--seed",
        "1",
        "--out",
        "/nowhere/made.csv",
    ];
    technician.run(&nowhere).is_refused("");
}
