//! Who works here, from the command line.

use serde_json::json;

use crate::technician::{ADMINISTRATOR, PASSWORD, Technician};

const FIRST: &str = "trois crayons dans un verre";
const SECOND: &str = "quatre gommes sur la table";

#[test]
fn a_member_is_added_reset_and_removed() {
    let mut technician = Technician::at_a_desk();
    assert_eq!(
        technician.done(&["staff", "add", "Nadia"]),
        json!({ "done": "staff add" })
    );
    technician
        .run(&["staff", "add", "nadia"])
        .is_refused("the user name is taken");

    // With or without her name, her password is hers; and what is the administrator's is not.
    technician.set_password(FIRST);
    technician.done(&["find", "Olivia"]);
    technician
        .run(&["--user", "Nadia", "staff", "remove", ADMINISTRATOR])
        .is_refused("this is not allowed");
    technician
        .run(&["--user", ADMINISTRATOR, "find", "Olivia"])
        .is_refused("wrong user name or password");

    technician.set_password(PASSWORD);
    technician.set_new_password(SECOND);
    technician.done(&["staff", "reset", "Nadia"]);
    technician.set_password(FIRST);
    technician
        .run(&["--user", "Nadia", "find", "Olivia"])
        .is_refused("wrong user name or password");
    technician.set_password(SECOND);
    technician.done(&["--user", "Nadia", "find", "Olivia"]);

    technician.set_password(PASSWORD);
    technician.done(&["staff", "remove", "Nadia"]);
    technician
        .run(&["staff", "remove", "Nadia"])
        .is_refused("there is no such desk, file or person");
    technician
        .run(&["staff", "remove", ADMINISTRATOR])
        .is_refused("the last administrator stays");
    technician.set_password(SECOND);
    technician
        .run(&["find", "Olivia"])
        .is_refused("wrong user name or password");
    technician.set_password(PASSWORD);
    technician.done(&["verify"]);
}

#[test]
fn two_administrators_may_part() {
    let technician = Technician::at_a_desk();
    technician.done(&["staff", "add", "Nora", "--role", "administrator"]);
    technician.done(&["staff", "remove", "Nora"]);
}
