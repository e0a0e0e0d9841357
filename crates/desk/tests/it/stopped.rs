//! A program that stops in the middle of a visit leaves nothing half done (domain.md §7, §13).

use desk::contract::Failure;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::Counter;
use crate::databases::{Database, on_both_databases};
use crate::families::{JULIE, OLIVIA};

async fn last_visit_end(counter: &Counter) -> Value {
    let journal = counter.journal().await;
    let mut latest = journal.iter().rev();
    let end = latest.find(|line| line["act"] == "visit_ended");
    end.unwrap()["detail"].clone()
}

#[apply(on_both_databases)]
async fn a_visit_ends_with_the_program_and_its_code_is_dead(database: Database) {
    let mut counter = Counter::demo_on(database).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.greet().await;
    counter.give_address(JULIE).await;
    let code = counter.code_sent_to(JULIE).await;

    counter.restart().await;
    assert_eq!(counter.parent_step().await, json!({ "step": "closed" }));
    counter.desk("open_demo", Value::Null).await;
    assert_eq!(counter.visit().await, Value::Null);
    assert_eq!(counter.parent_step().await, json!({ "step": "welcome" }));
    assert_eq!(last_visit_end(&counter).await, "program_stopped");
    assert_eq!(counter.try_code(&code).await, Err(Failure::NoVisit));

    counter.greet().await;
    counter.give_address(JULIE).await;
    counter.code_sent_to(JULIE).await;
    let wrong = json!({ "answer": "wrong", "tries_left": 4 });
    assert_eq!(counter.enter_code(&code).await, wrong);
    assert_eq!(
        counter.guardian_on_file(&OLIVIA, JULIE).await["account"],
        "none"
    );
}

#[apply(on_both_databases)]
async fn a_proven_address_without_a_password_is_no_account(database: Database) {
    let mut counter = Counter::demo_on(database).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.greet().await;
    counter.give_address(JULIE).await;
    let code = counter.code_sent_to(JULIE).await;
    counter.enter_code(&code).await;
    counter.restart().await;
    counter.desk("open_demo", Value::Null).await;
    assert_eq!(
        counter.guardian_on_file(&OLIVIA, JULIE).await["account"],
        "none"
    );
}

#[apply(on_both_databases)]
async fn what_was_whole_before_the_stop_stays(database: Database) {
    let mut counter = Counter::demo_on(database).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.new_account(JULIE).await;
    counter.claim(OLIVIA.claim()).await;
    counter.restart().await;
    counter.desk("open_demo", Value::Null).await;
    let on_file = counter.guardian_on_file(&OLIVIA, JULIE).await;
    assert_eq!(on_file["account"], "account");
    assert_eq!(on_file["confirmed"]["method"], "claim");
    assert_eq!(last_visit_end(&counter).await, "program_stopped");
}

#[apply(on_both_databases)]
async fn nobody_signs_out_over_a_visit(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.greet().await;
    let under_way = Err(Failure::VisitUnderWay);
    for command in ["sign_out", "close_visit"] {
        assert_eq!(
            counter.try_desk(command, Value::Null).await,
            under_way,
            "{command}"
        );
    }
    assert_eq!(counter.try_desk("start_visit", json!({})).await, under_way);
    counter.cancel_visit().await;
    counter.sign_out().await;
}
