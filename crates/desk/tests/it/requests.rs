//! A well-formed request for every command, whose ids are nobody's: what refuses it is never its shape.

use desk::contract::{COMMANDS, Window};
use serde_json::{Value, json};

pub const NOBODY: &str = "00000000-0000-7000-8000-000000000000";

/// The commands of one window, each with a request.
pub fn commands_of(window: Window) -> impl Iterator<Item = (&'static str, Value)> {
    let own = COMMANDS
        .iter()
        .filter(move |command| command.window == window);
    own.map(|command| (command.name, request(command.name)))
}

/// A list without a filter.
pub fn every_student() -> Value {
    json!({
        "school": { "which": "any" }, "group": { "which": "any" }, "presence": "both",
        "incomplete": false, "unserved": false,
    })
}

pub fn request(command: &str) -> Value {
    let password = "une phrase assez longue";
    match command {
        "check_staff_password" | "sign_in" => json!({ "user_name": "Nora", "password": password }),
        "set_up_desk" => json!({
            "service_centre": "762000", "school_name": "École", "user_name": "Nora", "password": password,
        }),
        "recover_access" => {
            json!({ "words": "abaisser", "user_name": "Nora", "new_password": password })
        }
        "restore_backup" => {
            json!({ "path": "/nowhere.guichet", "user_name": "Nora", "secret": password })
        }
        "preview_import" | "propose_import" => json!({ "path": "/nowhere.csv" }),
        "save_profile" => json!({ "name": "Export", "mapping": {} }),
        "remove_profile" => json!({ "name": "Export" }),
        "back_up" => json!({ "path": "/nowhere/backup.guichet" }),
        "apply_import" => json!({ "token": NOBODY }),
        "export_unusable" => json!({ "token": NOBODY, "path": "/nowhere/left-out.csv" }),
        "find_students" => json!({ "query": "nobody" }),
        "open_student" | "reveal_numbers" | "unlock_claims" => json!({ "student_id": NOBODY }),
        "record_agreement" => json!({
            "student_id": NOBODY, "guardian_id": NOBODY, "identity_document": "passport",
        }),
        "withdraw_agreement" => json!({ "student_id": NOBODY, "guardian_id": NOBODY }),
        "complete_student" => json!({ "student_id": NOBODY, "fiche": "4109" }),
        "propose_correction" => json!({
            "student_id": NOBODY, "guardian_id": NOBODY, "in_visit": false,
            "correction": { "kind": "email", "email": "nora@example.org" }, "identity_document": "passport",
        }),
        "approve_proposal" | "withdraw_proposal" => json!({ "proposal_id": NOBODY }),
        "refuse_proposal" => json!({ "proposal_id": NOBODY, "reason": "mistyped" }),
        "merge_guardians" => json!({
            "one_id": NOBODY, "other_id": NOBODY, "name": "one", "email": "one", "phone": "one", "language": "one",
        }),
        "keep_guardians_apart" => json!({ "one_id": NOBODY, "other_id": NOBODY }),
        "undo_merge" => json!({ "merge_id": NOBODY }),
        "set_correction_settings" => {
            json!({ "secretaries_alone": false, "same_person_in_visit": false })
        }
        "start_visit" => json!({ "student_id": NOBODY, "guardian_id": NOBODY }),
        "take_up_visit" | "resume_visit" | "drop_visit" => json!({ "visit_id": NOBODY }),
        "choose_guardian" => json!({ "guardian_id": NOBODY }),
        "confirm_in_person" => json!({
            "identity_document": "passport", "children": [{ "student_id": NOBODY, "tie_document": "birth_certificate" }],
        }),
        "offer_address" | "accept_address" => json!({ "identity_document": "passport" }),
        "recover_account" | "close_account" => {
            json!({ "account_id": NOBODY, "identity_document": "passport" })
        }
        "reopen_account" => json!({ "account_id": NOBODY }),
        "resend_address_proof" => json!({ "guardian_id": NOBODY }),
        "end_visit" => json!({ "cause": "timed_out" }),
        "take_back" => json!({ "password": password }),
        "retry_mail" => json!({ "mail_id": NOBODY }),
        "list_journal" => json!({}),
        "add_staff" => json!({ "user_name": "Nora", "role": "secretary", "password": password }),
        "reset_staff" => json!({ "staff_id": NOBODY, "new_password": password }),
        "set_own_pin" => json!({ "password": password, "pin": "2580" }),
        "remove_staff" => json!({ "staff_id": NOBODY }),
        "set_mail" => json!({
            "host": "localhost", "port": 587, "security": "start_tls",
            "from_address": "ecole@example.org", "from_name": "École",
        }),
        "send_test_mail" => json!({ "to": "nora@example.org" }),
        "set_school" => json!({ "school_name": "École" }),
        "set_reading_limits" => json!({ "limits": [{ "name": "lines", "value": 10 }] }),
        "set_registry_numbers" => json!({ "fiche_from": "fiche" }),
        command => of_the_parent(command, password),
    }
}

/// The same for what the parent does.
fn of_the_parent(command: &str, password: &str) -> Value {
    match command {
        "choose_language" => json!({ "locale": "fr-CA" }),
        "say_someone_helps" => json!({ "someone_helps": true }),
        "give_address" => json!({ "address": "nora@example.org" }),
        "enter_code" => json!({ "code": "123456" }),
        "sign_in_parent" => json!({ "address": "nora@example.org", "password": password }),
        "enter_address_proof" => json!({ "address": "nora@example.org", "code": "123456" }),
        "check_password" => json!({ "password": password }),
        "choose_password" => json!({ "password": password, "again": password }),
        "change_address" => json!({ "address": "nora@example.org" }),
        "change_password" => {
            json!({ "current": password, "password": password, "again": password })
        }
        "view_own_child" | "reveal_own_numbers" => json!({ "place": 0 }),
        "state_claim" => crate::families::OLIVIA.claim(),
        command => of_lists(command),
    }
}

/// The same for the commands about lists.
fn of_lists(command: &str) -> Value {
    match command {
        "find_service_centres" | "offer_service_centres" | "find_schools" => {
            json!({ "query": "nowhere" })
        }
        "list_schools" => json!({ "from": 0 }),
        "list_groups" => json!({ "school": { "which": "any" }, "from": 0 }),
        "list_students" => json!({ "filter": every_student() }),
        "export_students" => json!({
            "filter": every_student(), "format": "csv", "path": "/nowhere/list.csv", "replace": false,
            "language": "fr-CA",
        }),
        "set_aside" => json!({ "path": "/nowhere.csv" }),
        "set_watch" => json!({ "folder": null, "mode": "off" }),
        "load_schools" => json!({ "path": "/nowhere.csv" }),
        command => of_the_day(command),
    }
}

/// The same for what belongs to the day at the desk.
fn of_the_day(command: &str) -> Value {
    match command {
        "take_back_confirmation" => {
            json!({ "account_id": NOBODY, "student_id": NOBODY, "reason": "wrong_child" })
        }
        "take_back_account" => json!({ "account_id": NOBODY, "reason": "not_them" }),
        "print_slip" => json!({ "number": 4_000_000 }),
        "call_back" => json!({ "visit_id": NOBODY, "outcome": "reached" }),
        "set_idle" => json!({ "minutes": 5 }),
        "save_notice" => json!({
            "notice_id": null, "first_day": "2026-09-01", "last_day": "2026-09-30",
            "texts": [{ "language": "fr-CA", "text": "Bonjour" }],
        }),
        "remove_notice" => json!({ "notice_id": NOBODY }),
        _ => of_families(command),
    }
}

/// What mends a visit, and what families ask.
fn of_families(command: &str) -> Value {
    match command {
        "take_down_request" => json!({
            "last_names": "Nguyen", "first_names": "Mai", "birth_date": "2020-03-01", "adult_name": "Lan Nguyen",
            "phone": "514 555-0142",
        }),
        "restrict_adult" => json!({
            "student_id": NOBODY, "last_names": "Roy", "first_names": "Paul", "tie_document": "court_document",
        }),
        "set_request_state" => json!({ "request_id": NOBODY, "state": "called" }),
        "tell_school" => json!({ "about": "not_my_child" }),
        "name_adult" => json!({ "student_id": NOBODY, "guardian_id": NOBODY }),
        "ask_registration" => json!({
            "last_names": "Nguyen", "first_names": "Mai", "birth_date": "2020-03-01",
        }),
        _ => Value::Null,
    }
}
