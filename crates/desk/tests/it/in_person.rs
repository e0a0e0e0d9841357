//! What a document seen opens before any code has come back (domain.md §5, §6): the address on file offered or
//! accepted, the account that waits for its address proof, several children confirmed by one act.

use desk::contract::Failure;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::{Counter, PARENT_PASSWORD};
use crate::databases::{Database, on_both_databases};
use crate::families::{FELIX, JULIE, MARIA, OLIVIA, PAOLA, WEI};

fn passport() -> Value {
    json!({ "identity_document": "passport" })
}

/// Julie, seen in person, chooses a password; her mailbox is not at hand.
async fn julie_in_person(database: Database) -> Counter {
    let counter = Counter::demo_on(database).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.greet().await;
    counter.desk("accept_address", passport()).await;
    counter.choose_password().await;
    counter
}

async fn wishes_to_sign_in(counter: &Counter) {
    counter.greet().await;
    counter.parent("wish_sign_in", Value::Null).await;
}

async fn try_sign_in(counter: &Counter) -> Result<Value, Failure> {
    let request = json!({ "address": JULIE, "password": PARENT_PASSWORD });
    counter.try_parent("sign_in_parent", request).await
}

async fn enter_proof(counter: &Counter, address: &str, code: &str) -> Value {
    let request = json!({ "address": address, "code": code });
    counter.parent("enter_address_proof", request).await
}

#[apply(on_both_databases)]
async fn an_account_made_in_person_opens_when_the_code_of_its_address_comes_back(
    database: Database,
) {
    let counter = julie_in_person(database).await;
    counter.try_confirm_all(&[&OLIVIA, &FELIX]).await.unwrap();
    counter.parent("finish_children", Value::Null).await;
    let summary = counter.parent_step().await;
    assert_eq!(summary["address_proof"], "in_person");
    assert_eq!(summary["children"].as_array().unwrap().len(), 2);
    counter.parent("leave_visit", Value::Null).await;

    let proof = counter.proof_sent_to(JULIE).await;
    wishes_to_sign_in(&counter).await;
    assert_eq!(try_sign_in(&counter).await, Err(Failure::SignInRefused));
    let wrong = json!({ "answer": "wrong" });
    let other = if proof == "000000" {
        "000001"
    } else {
        "000000"
    };
    assert_eq!(enter_proof(&counter, JULIE, other).await, wrong);
    assert_eq!(enter_proof(&counter, PAOLA, &proof).await, wrong);

    let right = json!({ "answer": "right" });
    assert_eq!(enter_proof(&counter, JULIE, &proof).await, right);
    assert_eq!(
        counter.parent_step().await,
        json!({ "step": "sign_in", "address": JULIE })
    );
    try_sign_in(&counter).await.unwrap();
    let step = counter.parent_step().await;
    assert_eq!(step["children"].as_array().unwrap().len(), 2);
    let acts = counter.acts().await;
    for act in [
        "identity_seen",
        "address_accepted",
        "address_proof_wrong",
        "address_proven",
    ] {
        assert!(acts.iter().any(|done| done == act), "{act}");
    }
}

#[apply(on_both_databases)]
async fn an_address_proof_dies_after_its_days_its_tries_or_when_a_new_one_is_sent(
    database: Database,
) {
    let counter = julie_in_person(database).await;
    let first = counter.proof_sent_to(JULIE).await;
    counter.cancel_visit().await;
    let board = counter.guardian_on_file(&OLIVIA, JULIE).await;
    assert_eq!(board["account"], "awaiting_proof");

    // Another is asked for: the first is dead, whether or not it came.
    counter.advance_minutes(1);
    let request = json!({ "guardian_id": board["guardian"]["id"] });
    counter.desk("resend_address_proof", request.clone()).await;
    let second = counter
        .until("another proof leaves", async || {
            let newest = counter.proof_sent_to(JULIE).await;
            (newest != first).then_some(newest)
        })
        .await;
    wishes_to_sign_in(&counter).await;
    let wrong = json!({ "answer": "wrong" });
    assert_eq!(enter_proof(&counter, JULIE, &first).await, wrong);

    counter.advance_minutes(7 * 24 * 60);
    assert_eq!(enter_proof(&counter, JULIE, &second).await, wrong);
    let nobody = json!({ "guardian_id": crate::requests::NOBODY });
    assert_eq!(
        counter.try_desk("resend_address_proof", nobody).await,
        Err(Failure::NotFound)
    );
}

#[apply(on_both_databases)]
async fn an_ordinary_code_does_not_take_over_an_account_whose_address_was_never_proven(
    database: Database,
) {
    let counter = julie_in_person(database).await;
    counter.cancel_visit().await;
    counter.greet().await;
    counter.give_address(JULIE).await;
    let code = counter.code_sent_to(JULIE).await;
    counter.enter_code(&code).await;
    assert_eq!(counter.parent_step().await["step"], "sign_in");
    assert_eq!(
        counter.try_parent("wish_new_password", Value::Null).await,
        Err(Failure::AddressNotProven)
    );
    assert_eq!(try_sign_in(&counter).await, Err(Failure::SignInRefused));
}

#[apply(on_both_databases)]
async fn a_document_seen_does_not_open_the_account_of_whoever_shares_the_address(
    database: Database,
) {
    let counter = Counter::demo_on(database).await;
    let file = counter.student_file(&WEI).await;
    let adults = file["guardians"].as_array().unwrap();
    let [first, second] = [0, 1].map(|at| adults[at]["guardian"]["id"].clone());
    let student = counter.student_id(&WEI).await;
    let request = json!({ "student_id": student, "guardian_id": first });
    counter.desk("start_visit", request).await;
    counter.greet().await;
    counter.desk("accept_address", passport()).await;
    counter.choose_password().await;
    counter.cancel_visit().await;

    for (adult, accepted) in [
        (second, Err(Failure::AccountOfAnother)),
        (first, Ok(Value::Null)),
    ] {
        let request = json!({ "student_id": student, "guardian_id": adult });
        counter.desk("start_visit", request).await;
        counter.greet().await;
        assert_eq!(
            counter.try_desk("accept_address", passport()).await,
            accepted
        );
        counter.cancel_visit().await;
    }
}

#[apply(on_both_databases)]
async fn the_address_on_file_is_offered_masked_and_taken_by_one_press(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.greet().await;
    let early = counter
        .try_parent("take_offered_address", Value::Null)
        .await;
    assert_eq!(early, Err(Failure::OutOfStep));
    counter.desk("offer_address", passport()).await;
    assert_eq!(
        counter.parent_step().await,
        json!({ "step": "address", "offered": "j•••@familles.example", "given_before": false })
    );
    assert_eq!(counter.visit().await["address_offered"], true);

    counter.parent("take_offered_address", Value::Null).await;
    assert_eq!(
        counter.parent_step().await,
        json!({ "step": "code", "address": "j•••@familles.example" })
    );
    let code = counter.code_sent_to(JULIE).await;
    assert_eq!(
        counter.enter_code(&code).await,
        json!({ "answer": "right" })
    );
    counter.choose_password().await;
    // What was seen is not asked again.
    let child = json!({
        "student_id": counter.student_id(&OLIVIA).await, "tie_document": "birth_certificate",
    });
    let request = json!({ "identity_document": null, "children": [child] });
    counter.desk("confirm_in_person", request).await;
}

#[apply(on_both_databases)]
async fn nothing_is_offered_or_accepted_for_an_adult_who_is_not_named_or_was_not_seen(
    database: Database,
) {
    let counter = Counter::demo_on(database).await;
    let student = counter.student_id(&OLIVIA).await;
    let request = json!({ "student_id": student, "guardian_id": null });
    counter.desk("start_visit", request).await;
    counter.greet().await;
    for command in ["offer_address", "accept_address"] {
        assert_eq!(
            counter.try_desk(command, passport()).await,
            Err(Failure::NoGuardian),
            "{command}"
        );
    }
    counter.cancel_visit().await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.greet().await;
    let unseen = json!({ "identity_document": null });
    for command in ["offer_address", "accept_address"] {
        assert_eq!(
            counter.try_desk(command, unseen.clone()).await,
            Err(Failure::Invalid {
                field: "identity_document".into()
            }),
            "{command}"
        );
    }
}

#[apply(on_both_databases)]
async fn of_several_children_those_before_a_refused_one_stay_confirmed(database: Database) {
    let counter = julie_in_person(database).await;
    assert_eq!(
        counter.try_confirm_all(&[&FELIX, &MARIA]).await,
        Err(Failure::NoGuardian)
    );
    let children = counter.visit().await["children"].clone();
    assert_eq!(children.as_array().unwrap().len(), 1);
    assert_eq!(children[0]["student"]["first_names"], "Félix");
    let none = json!({ "identity_document": "passport", "children": [] });
    assert_eq!(
        counter.try_desk("confirm_in_person", none).await,
        Err(Failure::Invalid {
            field: "children".into()
        })
    );
}
