//! The accounts of before, brought in.

use serde_json::json;

use crate::technician::Technician;

const HASH: &str = "$argon2id$v=19$m=8192,t=1,p=1$c2VsIGRlcyBlcmFibGVzIQ$aQ+dsCBqLljh5WsJLBxCg0fGrLDCDM9siUwFvkvIQ40";

#[test]
fn the_accounts_of_before_are_tried_then_taken_in_once() {
    let technician = Technician::at_a_desk_with_a_registry();
    let list = format!(
        "address,password_hash,children\njulie@familles.example,\"{HASH}\",4101\npaola@familles.example,,4103\n"
    );
    let path = technician.file("accounts.csv", list);
    let told = |applied: bool| {
        json!({
            "read": 2, "with_password": 1, "without_child": 0, "address_not_on_file": 0, "errors": [], "applied": applied,
        })
    };
    let trial = technician.done(&["import-accounts", &path, "--dry-run"]);
    assert_eq!(trial, told(false));
    assert_eq!(technician.done(&["import-accounts", &path]), told(true));

    let again = technician.run(&["import-accounts", &path]);
    assert_eq!(again.status, 1);
    let errors = again.object()["errors"].clone();
    assert_eq!(
        errors[0],
        json!({ "line": 2, "column": "address", "value": "j•••@familles.example", "reason": "account_exists" })
    );
}

#[test]
fn a_file_that_is_no_list_of_accounts_is_refused_with_its_reason() {
    let technician = Technician::at_a_desk_with_a_registry();
    let other = technician.file("other.csv", "address;children\nnora@example.org;4101\n");
    for (path, words) in [
        (
            other.as_str(),
            "\"reason\":\"missing_column\",\"detail\":\"password_hash\"",
        ),
        ("/nowhere.csv", "\"reason\":\"not_found\""),
    ] {
        technician.run(&["import-accounts", path]).is_refused(words);
    }
}
