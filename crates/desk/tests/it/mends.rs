//! What goes wrong in a visit, as the secretary is told it, and the act that mends it (domain.md §5, §7).

use desk::contract::Failure;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::claims::lock_felix;
use crate::counter::{ADMINISTRATOR, Counter, PASSWORD, SECRETARY, SECRETARY_PASSWORD, other_than};
use crate::databases::{Database, on_both_databases};
use crate::families::{Child, FELIX, JULIE, LUC, MARIA, OLIVIA, PAOLA, REGISTRY};

const NEW: &str = "julie.gagnon@ailleurs.example";

/// What is wrong, and the act that mends it.
async fn wrong(counter: &Counter) -> [Value; 2] {
    let seen = counter.visit().await["diagnosis"].clone();
    ["what", "mend"].map(|part| seen[part].clone())
}

async fn ids(counter: &Counter, child: &Child, address: &str) -> Value {
    json!({
        "student_id": counter.student_id(child).await,
        "guardian_id": counter.guardian_on_file(child, address).await["guardian"]["id"],
    })
}

/// A real desk with a secretary who has been there for a while, and the secretary at it.
async fn school(database: Database, registry: &str) -> Counter {
    let counter = Counter::real_on(database).await;
    counter.import_text(registry).await;
    counter.add_secretary().await;
    counter.advance_minutes(24 * 60);
    counter.change_to(SECRETARY, SECRETARY_PASSWORD).await;
    counter
}

/// Proposes this address for the adult in the visit under way; the administrator comes and approves.
async fn propose_and_approve(counter: &Counter, child: &Child, guardian: Value, address: &str) {
    let request = json!({
        "student_id": counter.student_id(child).await, "guardian_id": guardian,
        "correction": { "kind": "email", "email": address },
        "identity_document": "passport", "in_visit": true,
    });
    let made = counter.desk("propose_correction", request).await;
    assert_eq!(
        wrong(counter).await,
        ["address_waits", "approve_proposal"],
        "while it waits"
    );
    let second = json!({ "user_name": ADMINISTRATOR, "password": PASSWORD });
    let request = json!({ "proposal_id": made["proposal_id"], "second": second });
    counter.desk("approve_proposal", request).await;
}

async fn outbox_kinds(counter: &Counter) -> Vec<Value> {
    let outbox = counter.desk("list_outbox", Value::Null).await;
    let outbox = outbox.as_array().unwrap().iter();
    outbox
        .map(|mail| json!([mail["kind"], mail["address"]]))
        .collect()
}

#[apply(on_both_databases)]
async fn an_address_on_no_file_is_proposed_and_its_code_leaves_once_it_is_approved(
    database: Database,
) {
    let counter = school(database, REGISTRY).await;
    counter.greet().await;
    counter.give_address(NEW).await;
    assert_eq!(
        wrong(&counter).await,
        ["address_not_on_file", "name_adult"],
        "nobody knows yet whose it is"
    );
    let named = ids(&counter, &OLIVIA, JULIE).await;
    counter.desk("name_adult", named.clone()).await;
    assert_eq!(
        wrong(&counter).await,
        ["address_not_on_file", "propose_address"]
    );
    let number = counter.visit().await["number"].clone();
    propose_and_approve(&counter, &OLIVIA, named["guardian_id"].clone(), NEW).await;

    let visit = counter.visit().await;
    assert_eq!(
        (
            &visit["number"],
            &visit["step"],
            &visit["guardian"]["email"]
        ),
        (&number, &json!("code"), &json!(NEW)),
        "nothing was begun again"
    );
    let kinds = outbox_kinds(&counter).await;
    assert!(
        kinds.contains(&json!(["verification_code", NEW])),
        "{kinds:?}"
    );
    assert!(
        kinds.contains(&json!(["address_changed", JULIE])),
        "{kinds:?}"
    );
}

#[apply(on_both_databases)]
async fn an_address_that_was_missing_is_offered_on_the_parents_screen_once_it_is_approved(
    database: Database,
) {
    let without = REGISTRY.replace(PAOLA, "");
    let counter = school(database, &without).await;
    let file = counter.student_file(&MARIA).await;
    let named = json!({
        "student_id": file["student"]["id"],
        "guardian_id": file["guardians"][0]["guardian"]["id"],
    });
    counter.desk("start_visit", named.clone()).await;
    counter.greet().await;
    assert_eq!(
        wrong(&counter).await,
        ["no_address_on_file", "propose_address"]
    );
    propose_and_approve(&counter, &MARIA, named["guardian_id"].clone(), PAOLA).await;
    assert_eq!(wrong(&counter).await, [Value::Null, Value::Null]);
    let offered = counter.parent_step().await["offered"].clone();
    assert!(offered.as_str().unwrap().contains('•'), "{offered}");
    counter.parent("take_offered_address", Value::Null).await;
    let kinds = outbox_kinds(&counter).await;
    assert_eq!(kinds, [json!(["verification_code", PAOLA])]);
}

#[apply(on_both_databases)]
async fn a_visit_is_given_an_adult_only_before_the_proof_and_a_restricted_one_halts_it(
    database: Database,
) {
    let counter = Counter::demo_on(database).await;
    let julie = ids(&counter, &OLIVIA, JULIE).await;
    let luc = ids(&counter, &OLIVIA, LUC).await;
    let named = counter.try_desk("name_adult", julie.clone()).await;
    assert_eq!(named, Err(Failure::NoVisit));
    counter.new_account(JULIE).await;
    let named = counter.try_desk("name_adult", julie.clone()).await;
    assert_eq!(named, Err(Failure::OutOfStep));
    counter.cancel_visit().await;

    counter.greet().await;
    let mut elsewhere = julie;
    elsewhere["student_id"] = counter.student_id(&MARIA).await;
    let named = counter.try_desk("name_adult", elsewhere).await;
    assert_eq!(named, Err(Failure::NotFound));
    counter.desk("name_adult", luc).await;
    let visit = counter.visit().await;
    assert_eq!(visit["end"], "halted");
    assert_eq!(visit["diagnosis"]["what"], "restricted");
    assert_eq!(visit["diagnosis"]["others"], json!([]), "and nothing more");
    assert_eq!(counter.parent_step().await, json!({ "step": "halted" }));
}

#[apply(on_both_databases)]
async fn a_code_that_does_not_come_is_sent_again_until_its_address_has_had_enough(
    database: Database,
) {
    let counter = Counter::demo_on(database).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.greet().await;
    counter.give_address(JULIE).await;
    let code = counter.code_sent_to(JULIE).await;
    assert_eq!(wrong(&counter).await, ["code_sent", "resend_code"]);
    for _ in 0..5 {
        counter.enter_code(&other_than(&code)).await;
    }
    assert_eq!(wrong(&counter).await, ["code_dead", "resend_code"]);
    let limits = counter.visit().await["limits"].clone();
    assert_eq!(limits[0]["limit"], "wrong_codes");
    counter.advance_minutes(4);
    for _ in 0..2 {
        counter.desk("resend_code", Value::Null).await;
        counter.code_sent_to(JULIE).await;
    }
    let visit = counter.visit().await;
    assert_eq!(visit["diagnosis"]["what"], "code_sent");
    assert_eq!(
        (&visit["diagnosis"]["mend"], &visit["limits"][0]["limit"]),
        (&Value::Null, &json!("codes_to_address"))
    );
    let until = counter.now() + chrono::TimeDelta::minutes(11);
    assert_eq!(visit["diagnosis"]["until"], json!(until));
    let again = counter.try_desk("resend_code", Value::Null).await;
    assert_eq!(again, Err(Failure::TooMany { minutes: 11 }));

    counter.desk("ask_other_address", Value::Null).await;
    assert_eq!(counter.parent_step().await["step"], "address");
    let again = counter.try_desk("ask_other_address", Value::Null).await;
    assert_eq!(again, Err(Failure::OutOfStep));
    let all = counter.desk("list_limits", Value::Null).await;
    assert_eq!(all[0]["address"], JULIE);
    counter.advance_minutes(11);
    let all = counter.desk("list_limits", Value::Null).await;
    assert_eq!(all, json!([]), "time has lifted it");
}

#[apply(on_both_databases)]
async fn every_limit_is_listed_with_what_lifts_it(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.new_account(JULIE).await;
    lock_felix(&counter).await;
    counter.claim(FELIX.claim()).await;
    assert_eq!(wrong(&counter).await, ["claims_locked", "unlock_claims"]);
    for _ in 0..4 {
        counter.claim(OLIVIA.claim_with("number", "9999999")).await;
    }
    let paused = counter.claim(OLIVIA.claim()).await;
    assert_eq!(paused, json!({ "answer": "paused" }));
    assert_eq!(
        wrong(&counter).await,
        ["claims_paused", "confirm_in_person"]
    );
    let all = counter.desk("list_limits", Value::Null).await;
    let until = counter.now() + chrono::TimeDelta::minutes(15);
    let told: Vec<_> = all.as_array().unwrap().iter().collect();
    let shown =
        |line: &Value| json!([line["limit"], line["until"], line["student"]["first_names"]]);
    assert_eq!(
        told.iter().map(|line| shown(line)).collect::<Vec<_>>(),
        [
            json!(["claims_by_address", until, null]),
            json!(["claims_on_child", null, "Félix"]),
        ]
    );
    let request = json!({ "student_id": told[1]["student"]["id"] });
    counter.desk("unlock_claims", request).await;
    counter.advance_minutes(15);
    let all = counter.desk("list_limits", Value::Null).await;
    assert_eq!(all, json!([]));
    let acts = counter.acts().await;
    assert!(acts.contains(&"claims_unlocked".to_owned()));

    counter.cancel_visit().await;
    counter.greet().await;
    counter.parent("wish_sign_in", Value::Null).await;
    let request = json!({ "address": JULIE, "password": "Ardoise#43" });
    for _ in 0..5 {
        let _ = counter.try_parent("sign_in_parent", request.clone()).await;
    }
    let all = counter.desk("list_limits", Value::Null).await;
    assert_eq!(all[0]["limit"], "passwords_by_address");
}

#[apply(on_both_databases)]
async fn names_unlike_the_file_are_corrected_with_the_parent(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.new_account(PAOLA).await;
    let early = counter.try_desk("correct_claim", Value::Null).await;
    assert_eq!(early, Err(Failure::OutOfStep));
    let unlike = MARIA.claim_with("last_names", "De la Cruz");
    counter.claim(unlike.clone()).await;
    assert_eq!(wrong(&counter).await, ["names_unlike", "correct_claim"]);
    assert_eq!(counter.parent_step().await["correcting"], false);
    counter.desk("correct_claim", Value::Null).await;
    let step = counter.parent_step().await;
    assert_eq!(step["correcting"], true);
    assert!(!step.to_string().contains("García"), "no word of the file");
    counter.claim(unlike).await;
    assert_eq!(counter.parent_step().await["correcting"], false);
    counter.claim(MARIA.claim()).await;
    assert_eq!(wrong(&counter).await, [Value::Null, Value::Null]);
}

#[apply(on_both_databases)]
async fn a_child_of_another_service_centre_is_not_found_here_and_the_secretary_reads_where(
    database: Database,
) {
    let counter = Counter::demo_on(database).await;
    counter.new_account(PAOLA).await;
    let mut elsewhere = MARIA.claim_with("service_centre", "763000");
    elsewhere["number"] = json!("77");
    elsewhere["last_names"] = json!("Autre");
    let answer = counter.claim(elsewhere).await;
    assert_eq!(answer, json!({ "answer": "not_found_here" }));
    let seen = counter.visit().await["diagnosis"].clone();
    assert_eq!(seen["what"], "other_service_centre");
    assert_eq!(seen["centre"]["name"], "CSS Marguerite-Bourgeoys");
}

#[apply(on_both_databases)]
async fn siblings_are_offered_after_the_first_child_but_none_for_whom_the_adult_is_restricted(
    database: Database,
) {
    let counter = Counter::demo_on(database).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.new_account(JULIE).await;
    assert_eq!(wrong(&counter).await, [Value::Null, Value::Null]);
    counter.try_confirm(&OLIVIA).await.unwrap();
    assert_eq!(
        wrong(&counter).await,
        ["sibling_missing", "confirm_siblings"]
    );
    // Now Julie may not be tied to Félix.
    let line = |line: &str| match line.starts_with("4102") {
        true => line.replace("Autorisé", "Restreint"),
        false => line.to_owned(),
    };
    let lines: Vec<_> = REGISTRY.lines().map(line).collect();
    counter.import_text(&lines.join("\n")).await;
    assert_eq!(counter.visit().await["siblings"], json!([]));
    assert_eq!(wrong(&counter).await, [Value::Null, Value::Null]);
}

#[apply(on_both_databases)]
async fn a_visit_that_was_set_aside_goes_on_by_the_approved_address_too(database: Database) {
    let counter = school(database, REGISTRY).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.greet().await;
    counter.give_address(NEW).await;
    counter.desk("set_visit_aside", Value::Null).await;
    let (proposal, state) = counter
        .propose(&OLIVIA, JULIE, json!({ "kind": "email", "email": NEW }))
        .await;
    assert_eq!(state, "pending");
    let second = json!({ "user_name": ADMINISTRATOR, "password": PASSWORD });
    let request = json!({ "proposal_id": proposal, "second": second });
    counter.desk("approve_proposal", request).await;
    let kinds = outbox_kinds(&counter).await;
    assert!(
        kinds.contains(&json!(["verification_code", NEW])),
        "{kinds:?}"
    );
}
