//! The day at the desk (domain.md §13): its board, what waits, families called back, slips, and its closing.

use desk::contract::Failure;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::Counter;
use crate::databases::{Database, on_both_databases};
use crate::families::{JULIE, OLIVIA, REGISTRY};

async fn day(counter: &Counter) -> Value {
    counter.desk("view_day", Value::Null).await
}

async fn stop_visit(counter: &Counter, cause: &str) {
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.desk("end_visit", json!({ "cause": cause })).await;
    counter.desk("close_visit", Value::Null).await;
}

#[apply(on_both_databases)]
async fn a_family_that_left_without_its_account_is_called_until_it_is_reached(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    for cause in ["code_not_received", "cancelled_by_parent"] {
        stop_visit(&counter, cause).await;
    }
    let stopped = day(&counter).await["stopped"].clone();
    let told: Vec<_> = stopped.as_array().unwrap().iter().collect();
    assert_eq!(told.len(), 2);
    assert_eq!(
        (&told[0]["to_call"], &told[1]["to_call"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(told[0]["adult"]["phone"], "514 555-0101");
    let refused = json!({ "visit_id": told[1]["visit_id"], "outcome": "reached" });
    let refused = counter.try_desk("call_back", refused).await;
    assert_eq!(refused, Err(Failure::OutOfStep));
    let family = told[0]["visit_id"].clone();
    for (outcome, days, left) in [("not_reached", 1, 1), ("reached", 0, 1), ("reached", 1, 0)] {
        let call = json!({ "visit_id": family, "outcome": outcome });
        counter.desk("call_back", call).await;
        counter.advance_minutes(days * 24 * 60);
        let stopped = day(&counter).await["stopped"].clone();
        assert_eq!(stopped.as_array().unwrap().len(), left, "{outcome}");
    }
}

#[apply(on_both_databases)]
async fn the_board_counts_visits_by_hour_and_by_how_they_ended(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    let empty = day(&counter).await["board"].clone();
    assert_eq!(empty, json!({ "hours": [], "ends": [], "under_way": 0 }));
    stop_visit(&counter, "code_not_received").await;
    stop_visit(&counter, "timed_out").await;
    counter.advance_minutes(120);
    counter.start_visit_for(&OLIVIA, JULIE).await;
    let board = day(&counter).await["board"].clone();
    let hours = board["hours"].as_array().unwrap();
    let visits: Vec<_> = hours.iter().map(|hour| hour["visits"].clone()).collect();
    assert_eq!(visits, [2, 0, 1], "no hour in between is left out");
    assert_eq!(board["under_way"], 1);
    let ends = json!([
        { "cause": "timed_out", "visits": 1 },
        { "cause": "code_not_received", "visits": 1 },
    ]);
    assert_eq!(board["ends"], ends);
}

#[apply(on_both_databases)]
async fn everything_that_waits_has_one_state_and_the_day_remembers_its_closing(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.greet().await;
    let seen = json!({ "identity_document": "passport" });
    counter.desk("accept_address", seen).await;
    counter.choose_password().await;
    counter.try_confirm(&OLIVIA).await.unwrap();
    counter.cancel_visit().await;
    let correction = json!({ "kind": "email", "email": "julie.g@familles.example" });
    counter.propose(&OLIVIA, JULIE, correction).await;
    let shown = counter
        .until("every mail says why it waits", async || {
            let shown = day(&counter).await;
            let waiting = shown["waiting"].as_array().unwrap().iter();
            let mut mails = waiting.filter(|line| line["kind"] == "mail");
            mails
                .all(|line| line["trouble"] == "no_server" && line["state"] == "will_retry")
                .then_some(shown)
        })
        .await;
    let waiting = shown["waiting"].as_array().unwrap();
    let approval = waiting.iter().find(|line| line["kind"] == "approval");
    let approval = approval.unwrap();
    assert_eq!(
        (&approval["state"], &approval["correction"]),
        (&json!("needs_you"), &json!("email"))
    );
    assert_eq!(shown["unproven"][0]["address"], JULIE);
    assert_eq!(shown["made"][0]["taking_back"][0]["child"], true);
    assert_eq!(shown["closed"], Value::Null);
    counter.desk("close_day", Value::Null).await;
    let closed = day(&counter).await;
    assert_eq!(closed["closed"]["left_waiting"], json!(waiting.len()));
    assert!(closed["journal_count"].as_u64() > shown["journal_count"].as_u64());
    assert!(counter.acts().await.contains(&"day_closed".to_owned()));
}

#[apply(on_both_databases)]
async fn a_day_with_visits_that_nobody_closed_is_told_the_next_morning(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    let line = async || {
        let readiness = counter.desk("view_readiness", Value::Null).await;
        let mut lines = readiness["lines"].as_array().unwrap().iter();
        let found = lines.find(|line| line["finding"]["check"] == "day");
        found.map(|line| line["finding"]["not_closed"].clone())
    };
    assert_eq!(line().await, None);
    stop_visit(&counter, "timed_out").await;
    assert_eq!(line().await, None, "the day is not over");
    counter.advance_minutes(24 * 60);
    assert_eq!(line().await, Some(json!("2026-09-01")));
    stop_visit(&counter, "timed_out").await;
    counter.desk("close_day", Value::Null).await;
    counter.advance_minutes(24 * 60);
    assert_eq!(line().await, None);
}

#[apply(on_both_databases)]
async fn a_slip_holds_a_number_and_nobody_and_a_reprint_is_a_copy(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    let settings = json!({
        "school_name": "École des Érables", "portal_address": "https://portail.example",
        "support_phone": "514 555-0199",
    });
    counter.desk("set_school", settings).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    let arabic = json!({ "locale": "ar" });
    counter.parent("choose_language", arabic).await;
    let number = counter.visit().await["number"].clone();
    for is_copy in [false, true, true] {
        let request = json!({ "number": number });
        let slip = counter.desk("print_slip", request).await;
        assert_eq!(slip["is_copy"], is_copy);
        assert_eq!(slip["number"], number);
        assert_eq!(slip["support_phone"], "514 555-0199");
        let words = slip["words"].as_array().unwrap();
        let locales: Vec<_> = words.iter().map(|words| &words["locale"]).collect();
        assert_eq!(locales, ["fr-CA", "ar"]);
        let all = slip.to_string();
        for personal in ["Julie", "Gagnon", "Olivia", "Tremblay", "familles", "4101"] {
            assert!(!all.contains(personal), "{personal}: {all}");
        }
    }
    let journal = counter.journal().await;
    let slips = journal.iter().filter(|line| line["act"] == "slip_printed");
    let details: Vec<_> = slips.map(|line| line["detail"].clone()).collect();
    assert_eq!(details, [Value::Null, json!("copy"), json!("copy")]);
    let nobody = counter
        .try_desk("print_slip", json!({ "number": 99 }))
        .await;
    assert_eq!(nobody, Err(Failure::NotFound));
}
