//! The idle lock (domain.md §13, §15): what it hides, what it keeps, and what keeps it away.

use std::time::Duration;

use desk::contract::{Failure, Window};
use macro_rules_attribute::apply;
use serde_json::{Value, json};
use tokio::time::Instant;

use crate::counter::{Counter, PASSWORD};
use crate::databases::{Database, on_both_databases};
use crate::families::{JULIE, OLIVIA, REGISTRY};
use crate::requests::commands_of;

/// A desk that locks after some seconds, with a visit under way.
async fn visit_at_a_desk_that_locks_soon(database: Database) -> Counter {
    let counter = Counter::idle_soon_on(database).await;
    counter.set_up().await;
    // However slow the machine is, somebody is there.
    let touch = async || counter.desk("say_at_desk", Value::Null).await;
    touch().await;
    counter.import_text(REGISTRY).await;
    touch().await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    touch().await;
    counter.greet().await;
    touch().await;
    counter
}

async fn locked(counter: &Counter) {
    counter
        .until("the desk locks", async || {
            (counter.view().await["phase"] == "locked").then_some(())
        })
        .await;
}

#[apply(on_both_databases)]
async fn an_idle_desk_locks_clears_the_parents_window_and_keeps_the_visit(database: Database) {
    let counter = visit_at_a_desk_that_locks_soon(database).await;
    let window = *counter.desk.parent_window().borrow();
    let step = counter.parent_step().await;
    locked(&counter).await;
    assert_ne!(*counter.desk.parent_window().borrow(), window, "made anew");
    assert_eq!(counter.parent_step().await, json!({ "step": "locked" }));
    let may = ["view_parent", "view_desk", "take_back"];
    for window in [Window::Desk, Window::Parent] {
        for (name, request) in commands_of(window).filter(|(name, _)| !may.contains(name)) {
            let called = counter.desk.call(window, name, request).await;
            assert_eq!(called, Err(Failure::HandedOver), "{name}");
        }
    }
    let password = json!({ "password": PASSWORD });
    counter.desk("take_back", password).await;
    assert_eq!(counter.view().await["phase"], "open");
    assert_eq!(counter.parent_step().await, step, "the visit stayed");
    assert!(counter.acts().await.contains(&"desk_locked".to_owned()));
}

#[apply(on_both_databases)]
async fn input_in_either_window_keeps_the_desk_open_and_takes_the_warning_back(database: Database) {
    let counter = visit_at_a_desk_that_locks_soon(database).await;
    counter
        .until("the desk warns", async || {
            counter.view().await["locks_in_seconds"].as_u64()
        })
        .await;
    counter.desk("say_at_desk", Value::Null).await;
    assert_eq!(counter.view().await["locks_in_seconds"], Value::Null);
    let end = Instant::now() + Duration::from_secs(8);
    counter
        .until(
            "a parent has typed for longer than the lock takes",
            async || {
                counter.parent("say_still_here", Value::Null).await;
                (Instant::now() > end).then_some(())
            },
        )
        .await;
    assert_eq!(counter.view().await["phase"], "open");
    counter.desk("lock_desk", Value::Null).await;
    locked(&counter).await;
}

#[apply(on_both_databases)]
async fn the_minutes_until_the_lock_are_a_setting(database: Database) {
    let counter = Counter::real_on(database).await;
    let set = async || {
        let settings = counter.desk("view_idle_settings", Value::Null).await;
        settings["minutes"].clone()
    };
    assert_eq!(set().await, 5);
    for wrong in [0, 61] {
        let refused = counter
            .try_desk("set_idle", json!({ "minutes": wrong }))
            .await;
        let field = "minutes".into();
        assert_eq!(refused, Err(Failure::Invalid { field }));
    }
    counter.desk("set_idle", json!({ "minutes": 12 })).await;
    assert_eq!(set().await, 12);
}
