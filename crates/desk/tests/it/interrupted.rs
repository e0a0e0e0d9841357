//! Visits that stop before their end, by whatever cause, and what the secretary may take up of them for a day
//! (domain.md §7, §8, §13).

use desk::contract::Failure;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::{Counter, PARENT_PASSWORD};
use crate::databases::{Database, on_both_databases};
use crate::families::{FELIX, JULIE, MARIA, OLIVIA, PAOLA, STRANGER};

/// How a visit stops.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Stop {
    ByTheParent,
    ByTheSecretary,
    /// The program was killed, the power cut or the desk's window closed: the next opening finds it unfinished.
    Program,
}

const STOPS: [Stop; 3] = [Stop::ByTheParent, Stop::ByTheSecretary, Stop::Program];

async fn stop(counter: &mut Counter, stop: Stop) {
    match stop {
        Stop::ByTheParent => {
            counter.parent("leave_visit", Value::Null).await;
        }
        Stop::ByTheSecretary => {
            let request = json!({ "cause": "information_missing" });
            counter.desk("end_visit", request).await;
        }
        Stop::Program => {
            counter.restart().await;
            counter.desk("open_demo", Value::Null).await;
        }
    }
}

async fn interrupted(counter: &Counter) -> Vec<Value> {
    let view = counter.view().await;
    view["interrupted"].as_array().unwrap().clone()
}

async fn try_on_first(counter: &Counter, command: &str) -> Result<Value, Failure> {
    let id = interrupted(counter).await[0]["id"].clone();
    counter.try_desk(command, json!({ "visit_id": id })).await
}

async fn resume(counter: &Counter) {
    try_on_first(counter, "resume_visit").await.unwrap();
}

/// Julie has a code; Olivia's file is open.
async fn julie_waits_for_her_code(counter: &Counter) -> String {
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter
        .parent("choose_language", json!({ "locale": "ar" }))
        .await;
    let helped = json!({ "someone_helps": true });
    counter.parent("say_someone_helps", helped).await;
    counter.give_address(JULIE).await;
    counter.code_sent_to(JULIE).await
}

#[apply(on_both_databases)]
async fn a_visit_that_stopped_goes_on_with_what_was_said_and_with_no_code(database: Database) {
    for how in STOPS {
        let mut counter = Counter::demo_on(database).await;
        let code = julie_waits_for_her_code(&counter).await;
        stop(&mut counter, how).await;
        let line = interrupted(&counter).await[0].clone();
        assert_eq!(line["number"], 1, "{how:?}");
        assert_eq!(line["left_at"], "code");
        assert_eq!(line["adult"]["first_names"], "Julie");

        resume(&counter).await;
        assert!(interrupted(&counter).await.is_empty());
        let visit = counter.visit().await;
        assert_eq!(
            (&visit["number"], &visit["language"]),
            (&json!(1), &json!("ar"))
        );
        assert_eq!(visit["someone_helps"], true);
        assert_eq!(visit["student"]["first_names"], "Olivia");
        assert_eq!(visit["guardian"]["first_names"], "Julie");
        assert_eq!(visit["end"], Value::Null);
        // What the parent wrote is erased when they erase it; else they are offered it, masked.
        let step = counter.parent_step().await;
        let (offered, given_before) = match how {
            Stop::ByTheParent => (Value::Null, false),
            _ => (json!("j•••@familles.example"), true),
        };
        assert_eq!(
            step,
            json!({ "step": "address", "offered": offered, "given_before": given_before }),
            "{how:?}"
        );
        assert_eq!(counter.try_code(&code).await, Err(Failure::OutOfStep));

        match how {
            Stop::ByTheParent => counter.give_address(JULIE).await,
            _ => {
                counter.parent("take_offered_address", Value::Null).await;
            }
        }
        let next = counter.code_sent_to(JULIE).await;
        if next != code {
            assert_eq!(counter.enter_code(&code).await["answer"], "wrong");
        }
        assert_eq!(counter.enter_code(&next).await["answer"], "right");
        counter.choose_password().await;
        assert_eq!(counter.parent_step().await["step"], "children");
    }
}

#[apply(on_both_databases)]
async fn a_proven_address_and_half_a_password_are_no_account_and_are_proven_anew(
    database: Database,
) {
    for how in STOPS {
        let mut counter = Counter::demo_on(database).await;
        let code = julie_waits_for_her_code(&counter).await;
        counter.enter_code(&code).await;
        stop(&mut counter, how).await;
        let on_file = counter.guardian_on_file(&OLIVIA, JULIE).await;
        assert_eq!(on_file["account"], "none", "{how:?}");
        assert_eq!(interrupted(&counter).await[0]["left_at"], "new_password");
        resume(&counter).await;
        assert_eq!(counter.parent_step().await["step"], "address");
        let chosen = json!({ "password": PARENT_PASSWORD, "again": PARENT_PASSWORD });
        assert_eq!(
            counter.try_parent("choose_password", chosen).await,
            Err(Failure::OutOfStep)
        );
    }
}

#[apply(on_both_databases)]
async fn an_adult_whom_the_secretary_has_seen_is_led_back_to_their_children(database: Database) {
    for how in STOPS {
        let mut counter = Counter::demo_on(database).await;
        counter.start_visit_for(&OLIVIA, JULIE).await;
        counter.greet().await;
        let passport = json!({ "identity_document": "passport" });
        counter.desk("accept_address", passport).await;
        counter.choose_password().await;
        counter.try_confirm(&OLIVIA).await.unwrap();
        stop(&mut counter, how).await;

        resume(&counter).await;
        let visit = counter.visit().await;
        assert_eq!(visit["step"], "children", "{how:?}");
        assert_eq!(visit["identity_document"], "passport");
        assert_eq!(visit["children"][0]["in_this_visit"], true);
        counter.try_confirm(&FELIX).await.unwrap();
        let children = counter.parent_step().await["children"].clone();
        assert_eq!(children.as_array().unwrap().len(), 2);
    }
}

#[apply(on_both_databases)]
async fn an_adult_whom_nobody_has_seen_proves_the_address_again_and_finds_their_children(
    database: Database,
) {
    let mut counter = Counter::demo_on(database).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.new_account(JULIE).await;
    counter.claim(OLIVIA.claim()).await;
    stop(&mut counter, Stop::Program).await;
    resume(&counter).await;
    let step = counter.parent_step().await;
    assert_eq!(
        (&step["step"], &step["given_before"]),
        (&json!("address"), &json!(true))
    );
    assert_eq!(counter.visit().await["children"], json!([]));
    counter.parent("take_offered_address", Value::Null).await;
    let code = counter.code_sent_to(JULIE).await;
    counter.enter_code(&code).await;
    let request = json!({ "address": null, "password": PARENT_PASSWORD });
    counter.parent("sign_in_parent", request).await;
    let children = counter.parent_step().await["children"].clone();
    assert_eq!(children[0]["first_names"], "Olivia");
}

#[apply(on_both_databases)]
async fn what_was_dropped_or_is_older_than_a_day_is_forgotten_and_journalled(database: Database) {
    let mut counter = Counter::demo_on(database).await;
    for (child, address) in [(OLIVIA, JULIE), (MARIA, PAOLA)] {
        counter.start_visit_for(&child, address).await;
        counter.cancel_visit().await;
    }
    // A visit in which nothing was said, and one that was done, are nothing to go on with.
    counter.greet().await;
    counter.give_address(STRANGER).await;
    counter.parent("leave_visit", Value::Null).await;
    assert_eq!(interrupted(&counter).await.len(), 2);

    try_on_first(&counter, "drop_visit").await.unwrap();
    let line = interrupted(&counter).await[0].clone();
    assert_eq!(line["adult"]["first_names"], "Julie", "Paola's was dropped");
    counter.advance_minutes(24 * 60 - 1);
    assert_eq!(interrupted(&counter).await.len(), 1);
    counter.advance_minutes(1);
    assert!(interrupted(&counter).await.is_empty());
    let late = json!({ "visit_id": line["id"] });
    for command in ["resume_visit", "drop_visit"] {
        assert_eq!(
            counter.try_desk(command, late.clone()).await,
            Err(Failure::NotFound),
            "{command}"
        );
    }
    let forgotten = async |counter: &Counter| {
        let acts = counter.acts().await;
        acts.iter().filter(|act| *act == "visit_forgotten").count()
    };
    assert_eq!(forgotten(&counter).await, 1);
    stop(&mut counter, Stop::Program).await;
    assert_eq!(forgotten(&counter).await, 2, "at the next opening");
    // The number is not given again.
    counter.greet().await;
    assert_eq!(counter.visit().await["number"], 4);
}

#[apply(on_both_databases)]
async fn a_visit_set_aside_keeps_its_code_while_the_program_lives_and_not_longer(
    database: Database,
) {
    let mut counter = Counter::demo_on(database).await;
    let code = julie_waits_for_her_code(&counter).await;
    counter.desk("set_visit_aside", Value::Null).await;
    counter.start_visit_for(&MARIA, PAOLA).await;
    stop(&mut counter, Stop::Program).await;
    assert_eq!(counter.view().await["aside"], json!([]));
    let numbers: Vec<_> = interrupted(&counter)
        .await
        .iter()
        .map(|line| line["number"].clone())
        .collect();
    assert_eq!(numbers, [2, 1]);
    resume(&counter).await;
    // Taking up Julie's sets Paola's aside by the same act.
    resume(&counter).await;
    assert_eq!(counter.view().await["aside"][0]["number"], 2);
    counter.give_address(JULIE).await;
    counter.code_sent_to(JULIE).await;
    assert_eq!(counter.enter_code(&code).await["answer"], "wrong");
}

#[apply(on_both_databases)]
async fn an_adult_who_came_to_be_restricted_meanwhile_halts_the_visit_that_is_taken_up(
    database: Database,
) {
    let counter = Counter::demo_on(database).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.cancel_visit().await;
    counter
        .propose(&OLIVIA, JULIE, json!({ "kind": "restrict" }))
        .await;
    resume(&counter).await;
    assert_eq!(counter.visit().await["end"], "halted");
    assert_eq!(counter.parent_step().await, json!({ "step": "halted" }));
    counter.desk("close_visit", Value::Null).await;
    assert!(interrupted(&counter).await.is_empty(), "a halt stays one");
}
