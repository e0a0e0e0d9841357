//! Visits set aside while something is on its way, and taken up again in whatever order (domain.md §7).

use desk::contract::Failure;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::Counter;
use crate::databases::{Database, on_both_databases};
use crate::families::{FELIX, JULIE, MARIA, OLIVIA, PAOLA, STRANGER, WEI, WEIS_PARENTS};

/// A visit from the child's file until its code has left; the code.
async fn waits_for_code(counter: &Counter, address: &str) -> String {
    counter.greet().await;
    counter.give_address(address).await;
    counter.code_sent_to(address).await
}

async fn set_aside(counter: &Counter) {
    counter.desk("set_visit_aside", Value::Null).await;
}

/// The visits that stand aside, the first one first.
async fn aside(counter: &Counter) -> Vec<Value> {
    counter.view().await["aside"].as_array().unwrap().clone()
}

async fn numbers(counter: &Counter) -> Vec<u64> {
    let lines = aside(counter).await;
    lines
        .iter()
        .map(|line| line["number"].as_u64().unwrap())
        .collect()
}

async fn try_take_up(counter: &Counter, id: &Value) -> Result<Value, Failure> {
    counter
        .try_desk("take_up_visit", json!({ "visit_id": id }))
        .await
}

async fn take_up(counter: &Counter, number: u64) {
    let lines = aside(counter).await;
    let line = lines.iter().find(|line| line["number"] == number).unwrap();
    try_take_up(counter, &line["id"]).await.unwrap();
}

#[apply(on_both_databases)]
async fn three_families_are_served_in_whatever_order_their_codes_come(database: Database) {
    let counter = Counter::demo_on(database).await;
    let families = [(OLIVIA, JULIE), (MARIA, PAOLA), (WEI, WEIS_PARENTS)];
    let mut codes = Vec::new();
    for (child, address) in &families {
        counter.start_visit_for(child, address).await;
        codes.push(waits_for_code(&counter, address).await);
        set_aside(&counter).await;
        assert_eq!(counter.visit().await, Value::Null);
        assert_eq!(
            counter.parent_step().await,
            json!({ "step": "welcome" }),
            "the screen is the next family's"
        );
    }
    assert_eq!(numbers(&counter).await, [1, 2, 3]);
    for line in aside(&counter).await {
        assert_eq!(line["awaits"], "code");
        assert_eq!(line["code"]["mail"], "done");
        assert_eq!(
            line["since"],
            serde_json::to_value(counter.now()).unwrap(),
            "{line}"
        );
        let text = line.to_string();
        for child in [OLIVIA, MARIA, WEI] {
            assert!(!text.contains(child.first_names), "a child is in {text}");
        }
    }
    for place in [1, 2, 0] {
        let (child, address) = &families[place];
        take_up(&counter, place as u64 + 1).await;
        let visit = counter.visit().await;
        assert_eq!(
            (visit["number"].as_u64(), &visit["step"]),
            (Some(place as u64 + 1), &json!("code"))
        );
        assert_eq!(
            counter.enter_code(&codes[place]).await,
            json!({ "answer": "right" })
        );
        counter.choose_password().await;
        assert_eq!(
            counter.claim(child.claim()).await["answer"],
            "matched",
            "{address}"
        );
        counter.parent("finish_children", Value::Null).await;
        counter.parent("leave_visit", Value::Null).await;
        counter.desk("close_visit", Value::Null).await;
    }
    assert!(aside(&counter).await.is_empty());
}

#[apply(on_both_databases)]
async fn taking_one_up_sets_the_one_at_the_counter_aside_by_the_same_act(database: Database) {
    let counter = Counter::demo_on(database).await;
    let mut window = counter.desk.parent_window();
    for (child, address) in [(OLIVIA, JULIE), (MARIA, PAOLA)] {
        counter.start_visit_for(&child, address).await;
        counter.greet().await;
        counter.give_address(address).await;
        if address == JULIE {
            set_aside(&counter).await;
        }
    }
    window.mark_unchanged();
    take_up(&counter, 1).await;
    assert!(window.has_changed().unwrap(), "made anew for the family");
    assert_eq!(counter.visit().await["number"], 1);
    assert_eq!(counter.parent_step().await["address"], JULIE);
    assert_eq!(numbers(&counter).await, [2]);
    take_up(&counter, 2).await;
    assert_eq!(counter.parent_step().await["address"], PAOLA);
    assert_eq!(numbers(&counter).await, [1]);
    let acts = counter.acts().await;
    let (aside, up) = ("visit_set_aside", "visit_taken_up");
    let told: Vec<_> = acts
        .iter()
        .filter(|act| [aside, up].contains(&act.as_str()))
        .collect();
    assert_eq!(told, [aside, aside, up, aside, up]);
}

#[apply(on_both_databases)]
async fn a_code_lives_on_while_its_visit_stands_aside_and_no_longer_than_its_time(
    database: Database,
) {
    let counter = Counter::demo_on(database).await;
    for (minutes, answer) in [(14, "right"), (15, "dead")] {
        counter.greet().await;
        let code = waits_for_code(&counter, JULIE).await;
        set_aside(&counter).await;
        // Another family gives the same code at its own visit: it opens nothing there.
        counter.greet().await;
        counter.give_address(PAOLA).await;
        let paolas = counter.code_sent_to(PAOLA).await;
        if paolas != code {
            assert_eq!(counter.enter_code(&code).await["answer"], "wrong");
        }
        counter.cancel_visit().await;
        counter.advance_minutes(minutes);
        let number = numbers(&counter).await[0];
        let line = &aside(&counter).await[0];
        assert_eq!(line["code"]["expired"], minutes == 15);
        take_up(&counter, number).await;
        assert_eq!(counter.enter_code(&code).await["answer"], answer);
        counter.cancel_visit().await;
    }
}

#[apply(on_both_databases)]
async fn what_a_visit_aside_waits_for_is_said(database: Database) {
    let counter = Counter::demo_on(database).await;
    let passport = json!({ "identity_document": "passport" });

    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.greet().await;
    set_aside(&counter).await;

    counter.start_visit_for(&MARIA, PAOLA).await;
    counter.greet().await;
    counter.give_address(STRANGER).await;
    let correction = json!({ "kind": "email", "email": STRANGER });
    counter.propose(&MARIA, PAOLA, correction).await;
    set_aside(&counter).await;

    counter.start_visit_for(&FELIX, JULIE).await;
    counter.greet().await;
    counter.desk("accept_address", passport).await;
    counter.choose_password().await;
    set_aside(&counter).await;

    let lines = aside(&counter).await;
    let awaits: Vec<_> = lines.iter().map(|line| line["awaits"].clone()).collect();
    assert_eq!(awaits, ["family", "approval", "address_proof"]);
    let adults: Vec<_> = lines
        .iter()
        .map(|line| line["adult"]["first_names"].clone())
        .collect();
    assert_eq!(adults, ["Julie", "Paola", "Julie"]);
}

#[apply(on_both_databases)]
async fn a_restriction_halts_a_visit_that_stands_aside_and_leaves_the_other_familys_screen(
    database: Database,
) {
    let counter = Counter::demo_on(database).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    let code = waits_for_code(&counter, JULIE).await;
    set_aside(&counter).await;
    counter.start_visit_for(&MARIA, PAOLA).await;
    counter.greet().await;
    let mut window = counter.desk.parent_window();
    window.mark_unchanged();

    let restrict = json!({ "kind": "restrict" });
    counter.propose(&OLIVIA, JULIE, restrict).await;
    assert!(!window.has_changed().unwrap());
    assert_eq!(counter.parent_step().await["step"], "address");
    assert_eq!(aside(&counter).await[0]["awaits"], "nothing");

    take_up(&counter, 1).await;
    assert_eq!(counter.visit().await["end"], "halted");
    assert_eq!(counter.parent_step().await, json!({ "step": "halted" }));
    assert_eq!(counter.try_code(&code).await, Err(Failure::NoVisit));
    counter.desk("close_visit", Value::Null).await;
    assert_eq!(numbers(&counter).await, [2]);
}

#[apply(on_both_databases)]
async fn nobody_signs_out_over_a_visit_that_stands_aside(database: Database) {
    let counter = Counter::real_on(database).await;
    assert_eq!(
        counter.try_desk("set_visit_aside", Value::Null).await,
        Err(Failure::NoVisit)
    );
    counter.greet().await;
    set_aside(&counter).await;
    assert_eq!(
        counter.try_desk("sign_out", Value::Null).await,
        Err(Failure::VisitsAside)
    );
    let nobody = json!(crate::requests::NOBODY);
    assert_eq!(try_take_up(&counter, &nobody).await, Err(Failure::NotFound));
    take_up(&counter, 1).await;
    counter.cancel_visit().await;
    counter.sign_out().await;
}

#[apply(on_both_databases)]
async fn an_account_that_is_taken_back_ends_the_visit_that_stands_aside_in_it(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.new_account(JULIE).await;
    set_aside(&counter).await;
    counter.start_visit_for(&MARIA, PAOLA).await;
    counter.greet().await;
    let julie = counter.guardian_on_file(&OLIVIA, JULIE).await;
    let account = julie["taking_back"][0]["account_id"].clone();
    let request = json!({ "account_id": account, "reason": "not_them" });
    counter.desk("take_back_account", request).await;
    assert_eq!(counter.parent_step().await["step"], "address");
    assert_eq!(aside(&counter).await[0]["awaits"], "nothing");
    assert_eq!(counter.view().await["interrupted"], json!([]));
    take_up(&counter, 1).await;
    assert_eq!(counter.visit().await["end"], "cancelled_by_staff");
}
