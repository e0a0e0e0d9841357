//! A visit in which nobody does anything: the parent's screen asks first, then the visit ends (domain.md §7).

use desk::contract::Failure;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::Counter;
use crate::databases::{Database, on_both_databases};
use crate::families::{JULIE, OLIVIA};

async fn ends_at(counter: &Counter) -> Value {
    counter.parent("view_parent", Value::Null).await["ends_at"].clone()
}

async fn is_warned(counter: &Counter) {
    counter
        .until("the parent is asked", async || {
            (ends_at(counter).await != Value::Null).then_some(())
        })
        .await;
}

#[apply(on_both_databases)]
async fn a_visit_that_nobody_is_at_asks_and_then_ends_and_its_code_is_dead(database: Database) {
    let counter = Counter::demo_that_ends_idle_visits_on(database).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.greet().await;
    counter.give_address(JULIE).await;
    let code = counter.code_sent_to(JULIE).await;
    assert_eq!(ends_at(&counter).await, Value::Null);
    counter.advance_minutes(9);
    is_warned(&counter).await;
    let end = counter.now() + chrono::TimeDelta::minutes(1);
    assert_eq!(ends_at(&counter).await, serde_json::to_value(end).unwrap());
    let mut window = counter.desk.parent_window();
    window.mark_unchanged();
    counter.advance_minutes(1);
    counter
        .until("the visit ends", async || {
            (counter.visit().await["end"] == "timed_out").then_some(())
        })
        .await;
    assert!(window.has_changed().unwrap());
    let ended = json!({ "step": "ended", "cause": "timed_out" });
    assert_eq!(counter.parent_step().await, ended);
    assert_eq!(counter.try_code(&code).await, Err(Failure::NoVisit));
    let interrupted = counter.view().await["interrupted"].clone();
    assert_eq!(interrupted[0]["cause"], "timed_out");
    assert_eq!(interrupted[0]["left_at"], "code");
}

#[apply(on_both_databases)]
async fn whoever_does_something_in_either_window_keeps_the_visit(database: Database) {
    let counter = Counter::demo_that_ends_idle_visits_on(database).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.greet().await;
    let parent = async || counter.parent("say_still_here", Value::Null).await;
    let desk = async || counter.desk("say_at_desk", Value::Null).await;
    let act = async || counter.desk("resend_code", Value::Null).await;
    let help = async || counter.parent("ask_for_help", Value::Null).await;
    for _ in 0..2 {
        counter.advance_minutes(9);
        is_warned(&counter).await;
        parent().await;
        assert_eq!(ends_at(&counter).await, Value::Null, "the question goes");
        counter.advance_minutes(9);
        is_warned(&counter).await;
        desk().await;
        assert_eq!(ends_at(&counter).await, Value::Null);
        counter.advance_minutes(9);
        is_warned(&counter).await;
        help().await;
        assert_eq!(ends_at(&counter).await, Value::Null);
    }
    counter.give_address(JULIE).await;
    counter.advance_minutes(9);
    is_warned(&counter).await;
    act().await;
    assert_eq!(ends_at(&counter).await, Value::Null);
    assert_eq!(counter.visit().await["step"], "code");
}

#[apply(on_both_databases)]
async fn a_clock_that_jumps_asks_and_ends_nothing_unasked(database: Database) {
    let counter = Counter::demo_that_ends_idle_visits_on(database).await;
    counter.greet().await;
    counter.advance_minutes(3 * 60);
    is_warned(&counter).await;
    assert_eq!(counter.visit().await["end"], Value::Null);
    counter.parent("say_still_here", Value::Null).await;
    assert_eq!(counter.visit().await["step"], "address");
}

#[apply(on_both_databases)]
async fn a_visit_set_aside_waits_in_nobodys_sight(database: Database) {
    let counter = Counter::demo_that_ends_idle_visits_on(database).await;
    counter.greet().await;
    counter.desk("set_visit_aside", Value::Null).await;
    counter.greet().await;
    counter.advance_minutes(9);
    is_warned(&counter).await;
    counter.advance_minutes(1);
    counter
        .until("the visit at the counter ends", async || {
            (counter.visit().await["end"] == "timed_out").then_some(())
        })
        .await;
    let aside = counter.view().await["aside"].clone();
    assert_eq!(aside[0]["awaits"], "family");
    let request = json!({ "visit_id": aside[0]["id"] });
    counter.desk("take_up_visit", request).await;
    assert_eq!(counter.visit().await["step"], "address");
    assert_eq!(ends_at(&counter).await, Value::Null);
}
