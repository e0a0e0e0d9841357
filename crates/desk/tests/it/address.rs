//! The address and its code (domain.md §5): tries, time, sendings, and what is never told.

use desk::contract::Failure;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::{Counter, other_than};
use crate::databases::{Database, on_both_databases};
use crate::families::{JULIE, OLIVIA, PAOLA, STRANGER};

#[apply(on_both_databases)]
async fn wrong_codes_are_counted_alike_whether_or_not_one_was_sent(database: Database) {
    let counter = Counter::demo_on(database).await;
    for address in [JULIE, STRANGER] {
        counter.greet().await;
        counter.give_address(address).await;
        assert_eq!(
            counter.parent_step().await,
            json!({ "step": "code", "address": address })
        );
        let code = if address == JULIE {
            counter.code_sent_to(address).await
        } else {
            "123456".to_owned()
        };
        for tries_left in [4, 3, 2, 1] {
            let wrong = json!({ "answer": "wrong", "tries_left": tries_left });
            assert_eq!(counter.enter_code(&other_than(&code)).await, wrong);
        }
        let dead = json!({ "answer": "dead" });
        assert_eq!(counter.enter_code(&other_than(&code)).await, dead);
        assert_eq!(counter.enter_code(&code).await, dead);
        if address == JULIE {
            let seen = counter.visit().await["code"].clone();
            assert_eq!(
                (&seen["dead"], &seen["wrong_entries"]),
                (&json!(true), &json!(5))
            );
        }
        counter.cancel_visit().await;
    }
}

#[apply(on_both_databases)]
async fn something_that_is_no_code_is_a_wrong_one(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.greet().await;
    counter.give_address(JULIE).await;
    let code = counter.code_sent_to(JULIE).await;
    for (typed, tries_left) in [("", 4), ("abcdef", 3), (&code[..5], 2)] {
        let wrong = json!({ "answer": "wrong", "tries_left": tries_left });
        assert_eq!(counter.enter_code(typed).await, wrong, "{typed}");
    }
    assert_eq!(
        counter.enter_code(&code).await,
        json!({ "answer": "right" })
    );
}

#[apply(on_both_databases)]
async fn a_code_that_was_never_sent_dies_with_the_others(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.greet().await;
    counter.give_address(STRANGER).await;
    counter.advance_minutes(14);
    let wrong = json!({ "answer": "wrong", "tries_left": 4 });
    assert_eq!(counter.enter_code("123456").await, wrong);
    counter.advance_minutes(1);
    let dead = json!({ "answer": "dead" });
    assert_eq!(counter.enter_code("123456").await, dead);
    counter.parent("ask_code_again", Value::Null).await;
    assert_eq!(counter.enter_code("123456").await, wrong);
}

#[apply(on_both_databases)]
async fn a_second_address_starts_anew_whether_or_not_it_is_on_file(database: Database) {
    let counter = Counter::demo_on(database).await;
    for second in [STRANGER, PAOLA] {
        counter.greet().await;
        counter.give_address(JULIE).await;
        let code = counter.code_sent_to(JULIE).await;
        counter.advance_minutes(1);
        counter.give_address(second).await;
        if second == PAOLA {
            counter.code_sent_to(PAOLA).await;
        }
        let wrong = json!({ "answer": "wrong", "tries_left": 4 });
        assert_eq!(counter.enter_code(&code).await, wrong, "{second}");
        counter.cancel_visit().await;
    }
}

#[apply(on_both_databases)]
async fn a_code_is_dead_after_its_quarter_of_an_hour(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.greet().await;
    counter.give_address(JULIE).await;
    let code = counter.code_sent_to(JULIE).await;
    assert_eq!(counter.visit().await["code"]["expired"], false);
    counter.advance_minutes(15);
    assert_eq!(counter.enter_code(&code).await, json!({ "answer": "dead" }));
    let seen = counter.visit().await["code"].clone();
    assert_eq!(
        (&seen["expired"], &seen["dead"]),
        (&json!(true), &json!(false))
    );
}

#[apply(on_both_databases)]
async fn a_new_code_kills_the_old_one(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.greet().await;
    counter.give_address(JULIE).await;
    let mut codes = vec![counter.code_sent_to(JULIE).await];
    counter.advance_minutes(1);
    counter.parent("ask_code_again", Value::Null).await;
    codes.push(counter.code_sent_to(JULIE).await);
    counter.advance_minutes(1);
    counter.desk("resend_code", Value::Null).await;
    codes.push(counter.code_sent_to(JULIE).await);
    let [first, second, third] = &codes[..] else {
        panic!("three codes")
    };
    assert!(first != second && second != third && first != third);
    for (code, answer) in [
        (first, json!({ "answer": "wrong", "tries_left": 4 })),
        (second, json!({ "answer": "wrong", "tries_left": 3 })),
        (third, json!({ "answer": "right" })),
    ] {
        assert_eq!(counter.enter_code(code).await, answer);
    }
}

#[apply(on_both_databases)]
async fn a_cancelled_visit_takes_its_code_along_and_leaves_no_account(database: Database) {
    let counter = Counter::demo_on(database).await;
    for cancel in ["end_visit", "leave_visit", "start_over"] {
        counter.start_visit_for(&OLIVIA, JULIE).await;
        counter.greet().await;
        counter.give_address(JULIE).await;
        let code = counter.code_sent_to(JULIE).await;
        let no_longer = match cancel {
            "end_visit" => {
                let cause = json!({ "cause": "code_not_received" });
                counter.desk(cancel, cause).await;
                assert_eq!(counter.visit().await["end"], "code_not_received");
                Failure::NoVisit
            }
            "leave_visit" => {
                counter.parent(cancel, Value::Null).await;
                assert_eq!(counter.visit().await["end"], "cancelled_by_parent");
                Failure::NoVisit
            }
            _ => {
                counter.parent(cancel, Value::Null).await;
                Failure::OutOfStep
            }
        };
        assert_eq!(counter.try_code(&code).await, Err(no_longer), "{cancel}");
        if cancel == "start_over" {
            counter.cancel_visit().await;
        } else {
            counter.desk("close_visit", Value::Null).await;
        }
        // Nor is it the code of the next visit for the same address.
        counter.advance_minutes(16);
        counter.greet().await;
        counter.give_address(JULIE).await;
        counter.code_sent_to(JULIE).await;
        let wrong = json!({ "answer": "wrong", "tries_left": 4 });
        assert_eq!(counter.enter_code(&code).await, wrong, "{cancel}");
        counter.cancel_visit().await;
        counter.advance_minutes(16);
        let on_file = counter.guardian_on_file(&OLIVIA, JULIE).await;
        assert_eq!(
            (&on_file["account"], &on_file["confirmed"]),
            (&json!("none"), &Value::Null)
        );
    }
}

#[apply(on_both_databases)]
async fn an_address_that_is_on_no_file_is_told_to_the_secretary_alone(database: Database) {
    let counter = Counter::demo_on(database).await;
    let mut shown = Vec::new();
    for (address, on_file) in [(JULIE, true), (STRANGER, false)] {
        counter.greet().await;
        let answer = counter.try_address(address).await;
        let view = counter.parent("view_parent", Value::Null).await;
        shown.push((answer, view.to_string().replace(address, "…")));
        let visit = counter.visit().await;
        assert_eq!(visit["address_on_file"], on_file, "{address}");
        assert_eq!(visit["code"].is_object(), on_file, "{address}");
        if on_file {
            counter.code_sent_to(address).await;
        }
        counter.cancel_visit().await;
    }
    assert_eq!(shown[0], shown[1]);
    assert!(counter.mails_to(STRANGER).await.is_empty());
    let outbox = counter.desk("list_outbox", Value::Null).await;
    assert!(!outbox.to_string().contains(STRANGER));
}

#[apply(on_both_databases)]
async fn codes_to_one_address_are_limited_whether_or_not_it_is_on_file(database: Database) {
    let counter = Counter::demo_on(database).await;
    for address in [JULIE, STRANGER] {
        counter.greet().await;
        counter.give_address(address).await;
        counter.parent("ask_code_again", Value::Null).await;
        counter.parent("ask_code_again", Value::Null).await;
        let wait = |minutes| Err(Failure::TooMany { minutes });
        let again = counter.try_parent("ask_code_again", Value::Null).await;
        assert_eq!(again, wait(15), "{address}");
        // A new visit does not help, nor does all but the last minute: that one is told.
        counter.cancel_visit().await;
        counter.advance_minutes(14);
        counter.greet().await;
        assert_eq!(counter.try_address(address).await, wait(1), "{address}");
        assert_eq!(
            counter.parent_step().await,
            json!({ "step": "address", "offered": null, "given_before": false })
        );
        for minutes in [1, 15] {
            counter.advance_minutes(minutes);
            counter.give_address(address).await;
            counter.parent("ask_code_again", Value::Null).await;
            counter.parent("ask_code_again", Value::Null).await;
        }
        counter.advance_minutes(16);
        counter.give_address(address).await;
        counter.advance_minutes(16);
        // A day after the first of the ten.
        let day = wait(24 * 60 - (15 + 15 + 16 + 16));
        assert_eq!(counter.try_address(address).await, day, "{address}");
        counter.advance_minutes(24 * 60);
        counter.give_address(address).await;
        counter.cancel_visit().await;
    }
}

#[apply(on_both_databases)]
async fn what_is_no_address_is_refused_before_anything_is_asked(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.greet().await;
    for typed in [
        "",
        "julie",
        "julie@",
        "@familles.example",
        "julie@@familles.example",
    ] {
        let field = Failure::Invalid {
            field: "address".into(),
        };
        assert_eq!(counter.try_address(typed).await, Err(field), "{typed}");
    }
    assert_eq!(
        counter.parent_step().await,
        json!({ "step": "address", "offered": null, "given_before": false })
    );
}

#[apply(on_both_databases)]
async fn signing_in_says_the_same_of_a_wrong_password_and_of_no_account(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.new_account(JULIE).await;
    counter.cancel_visit().await;
    for address in [JULIE, STRANGER] {
        counter.greet().await;
        counter.parent("wish_sign_in", Value::Null).await;
        let request = json!({ "address": address, "password": "Ardoise#43" });
        for _ in 0..5 {
            let refused = counter.try_parent("sign_in_parent", request.clone()).await;
            assert_eq!(refused, Err(Failure::SignInRefused), "{address}");
        }
        for minutes in [0, 14] {
            counter.advance_minutes(minutes);
            let refused = counter.try_parent("sign_in_parent", request.clone()).await;
            assert_eq!(refused, Err(Failure::TooMany { minutes: 15 }), "{address}");
        }
        counter.advance_minutes(1);
        let refused = counter.try_parent("sign_in_parent", request).await;
        assert_eq!(refused, Err(Failure::SignInRefused), "{address}");
        counter.cancel_visit().await;
    }
}
