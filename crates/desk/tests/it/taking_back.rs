//! Taking back what was made at the desk (domain.md §13): by whom, until when, what goes with it, who is told.

use desk::contract::Failure;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::{Counter, PASSWORD, SECRETARY, SECRETARY_PASSWORD};
use crate::databases::{Database, on_both_databases};
use crate::families::{Child, FELIX, JULIE, OLIVIA, REGISTRY};

/// 96 hours.
const MINUTES: i64 = 96 * 60;

/// A visit that ties both children to Julie's account, in person; nothing is sent at a desk without a server.
async fn family(counter: &Counter) {
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.greet().await;
    let seen = json!({ "identity_document": "passport" });
    counter.desk("accept_address", seen).await;
    counter.choose_password().await;
    counter.try_confirm_all(&[&OLIVIA, &FELIX]).await.unwrap();
}

async fn offer(counter: &Counter, child: &Child) -> Value {
    counter.guardian_on_file(child, JULIE).await["taking_back"].clone()
}

async fn undo(counter: &Counter, child: &Child, account: &Value) -> Result<Value, Failure> {
    let request = json!({
        "account_id": account,
        "student_id": counter.student_id(child).await,
        "reason": "wrong_child",
    });
    counter.try_desk("take_back_confirmation", request).await
}

async fn children_on_screen(counter: &Counter) -> usize {
    let step = counter.parent_step().await;
    step["children"].as_array().map_or(0, Vec::len)
}

#[apply(on_both_databases)]
async fn a_child_taken_back_leaves_the_parents_screen_at_once_and_the_address_is_told(
    database: Database,
) {
    let counter = Counter::demo_on(database).await;
    family(&counter).await;
    assert_eq!(children_on_screen(&counter).await, 2);
    let offers = offer(&counter, &OLIVIA).await;
    let offers = offers.as_array().unwrap();
    assert_eq!(offers.len(), 1);
    assert_eq!(
        (
            &offers[0]["child"],
            &offers[0]["account"],
            &offers[0]["until"]
        ),
        (&json!(true), &json!(true), &Value::Null)
    );
    let account = offers[0]["account_id"].clone();
    undo(&counter, &OLIVIA, &account).await.unwrap();
    assert_eq!(children_on_screen(&counter).await, 1);
    let again = undo(&counter, &OLIVIA, &account).await;
    assert_eq!(again, Err(Failure::NotFound));
    counter
        .until("the notice leaves", async || {
            let mails = counter.mails_to(JULIE).await;
            let mut notices = mails.iter().filter(|text| text.contains("retiré"));
            notices.next().cloned()
        })
        .await;
    let entry = counter.journal().await;
    let entry = entry
        .iter()
        .find(|line| line["act"] == "confirmation_taken_back");
    assert_eq!(entry.unwrap()["detail"], "wrong_child");
    // The counter-act is undone by a new confirmation in person, and by nothing that the parent states.
    let claimed = counter.claim(OLIVIA.claim()).await;
    assert_eq!(claimed["answer"], "see_secretary");
    counter.try_confirm(&OLIVIA).await.unwrap();
    assert_eq!(children_on_screen(&counter).await, 2);
}

#[apply(on_both_databases)]
async fn an_account_taken_back_ends_its_visit_and_frees_its_address(database: Database) {
    let counter = Counter::demo_on(database).await;
    family(&counter).await;
    let account = offer(&counter, &OLIVIA).await[0]["account_id"].clone();
    let request = json!({ "account_id": account, "reason": "not_them" });
    counter.desk("take_back_account", request).await;
    assert_eq!(counter.visit().await["end"], "cancelled_by_staff");
    let julie = counter.guardian_on_file(&FELIX, JULIE).await;
    assert_eq!(julie["account"], "none");
    assert_eq!(julie["confirmed"], Value::Null);
    assert_eq!(julie["taking_back"], json!([]));
    counter.desk("close_visit", Value::Null).await;
    family(&counter).await;
    assert_eq!(children_on_screen(&counter).await, 2, "a new account");
}

#[apply(on_both_databases)]
async fn a_secretary_has_96_hours_and_an_administrator_all_the_time(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    counter.add_secretary().await;
    family(&counter).await;
    counter.cancel_visit().await;
    counter.change_to(SECRETARY, SECRETARY_PASSWORD).await;
    counter.advance_minutes(MINUTES - 1);
    let offers = offer(&counter, &OLIVIA).await;
    let account = offers[0]["account_id"].clone();
    assert_eq!(offers[0]["until"], "2026-09-05T12:00:00Z");
    undo(&counter, &OLIVIA, &account).await.unwrap();
    counter.advance_minutes(1);
    assert_eq!(offer(&counter, &FELIX).await, json!([]));
    let late = undo(&counter, &FELIX, &account).await;
    assert_eq!(late, Err(Failure::TooLate));
    let request = json!({ "account_id": account, "reason": "not_them" });
    let late = counter.try_desk("take_back_account", request).await;
    assert_eq!(late, Err(Failure::TooLate));
    counter
        .change_to(crate::counter::ADMINISTRATOR, PASSWORD)
        .await;
    counter.advance_minutes(MINUTES);
    undo(&counter, &FELIX, &account).await.unwrap();
}
