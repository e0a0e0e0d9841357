//! A desk set up, open elsewhere, its mail.

use std::fs::File;
use std::net::TcpListener;

use serde_json::json;

use crate::technician::{INIT, PASSWORD, Technician};

#[test]
fn a_desk_is_set_up_once_and_its_words_are_told() {
    let mut technician = Technician::new();
    technician.set_password("trop court");
    technician
        .run(&INIT)
        .is_refused("the password breaks a rule");
    technician.set_password(PASSWORD);
    let mut nowhere = INIT;
    nowhere[2] = "999999";
    technician.run(&nowhere).is_refused("service_centre");

    let made = technician.done(&INIT);
    assert_eq!(made["done"], "init");
    assert_eq!(made["recovery_words"].as_array().unwrap().len(), 24);
    technician.run(&INIT).is_refused("this is not allowed");
}

#[test]
fn without_json_the_answer_is_laid_out_for_reading() {
    let technician = Technician::at_a_desk();
    let data = technician.data();
    let ran = technician.run_bare(&["--data", data.to_str().unwrap(), "find", "Olivia"], "");
    assert_eq!(ran.status, 0);
    assert!(ran.output.lines().count() > 1 && ran.output.contains("results"));
}

#[test]
fn a_desk_that_is_open_elsewhere_is_left_alone() {
    let technician = Technician::at_a_desk();
    let lock = File::options()
        .write(true)
        .open(technician.data().join("guichet.lock"))
        .unwrap();
    lock.lock().unwrap();
    for arguments in [
        &["find", "Olivia"][..],
        &["verify"],
        &["backup", "desk.guichet"],
    ] {
        technician.run(arguments).is_refused("Guichet is open");
    }
    lock.unlock().unwrap();
    technician.done(&["verify"]);
}

#[test]
fn the_mail_server_is_set_and_tried() {
    let technician = Technician::at_a_desk();
    technician
        .run(&["mail", "test", "--to", "nora@example.org"])
        .is_refused("no mail server is set");
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
        .to_string();
    let set = [
        "mail",
        "set",
        "--host",
        "127.0.0.1",
        "--port",
        &port,
        "--from",
        "ecole@example.org",
    ];
    assert_eq!(technician.done(&set), json!({ "done": "mail set" }));
    let ran = technician.run(&["mail", "test", "--to", "nora@example.org"]);
    assert_eq!(ran.status, 1);
    let said = ran.object();
    assert_eq!(
        (&said["sent"], &said["trouble"]),
        (&json!(false), &json!("unreachable"))
    );
}

#[test]
fn a_private_authority_is_given_or_removed_and_not_both() {
    let technician = Technician::at_a_desk();
    let authority = ["--ca", "authority.pem", "--no-ca"];
    for (options, status) in [
        (&authority[..], 2),
        (&authority[..2], 1),
        (&authority[2..], 0),
    ] {
        let mut set = vec![
            "mail",
            "set",
            "--host",
            "smtp.example",
            "--from",
            "e@example.org",
        ];
        set.extend(options);
        assert_eq!(technician.run(&set).status, status, "{options:?}");
    }
}

#[test]
fn a_test_mail_leaves_over_smtp() {
    let Ok(described) = std::env::var("GUICHET_TEST_SMTP") else {
        panic!(
            "GUICHET_TEST_SMTP is not set: this test needs a mail server, which `cargo xtask test` starts"
        );
    };
    let server: serde_json::Value = serde_json::from_str(&described).unwrap();
    let word = |key: &str| server[key].as_str().unwrap();
    let port = server["port"].to_string();
    let technician = Technician::at_a_desk();
    technician.done(&[
        "mail",
        "set",
        "--host",
        word("host"),
        "--port",
        &port,
        "--server-user",
        word("user"),
        "--from",
        "ecole@example.org",
        "--from-name",
        "École",
        "--ca",
        word("ca"),
    ]);
    let sent = technician.done(&["mail", "test", "--to", "nora@example.org"]);
    assert_eq!(sent["sent"], true);
}
