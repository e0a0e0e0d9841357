//! The PIN of a member of staff (domain.md §7, §15): what it takes back, what closes it, and with what it goes.

use desk::contract::Failure;
use domain::StaffPinError as Refused;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::{ADMINISTRATOR, Counter, PASSWORD, SECRETARY, SECRETARY_PASSWORD};
use crate::databases::{Database, on_both_databases};

const PIN: &str = "2580";

async fn try_set(counter: &Counter, password: &str, pin: Value) -> Result<Value, Failure> {
    let request = json!({ "password": password, "pin": pin });
    counter.try_desk("set_own_pin", request).await
}

async fn is_set(counter: &Counter) -> bool {
    let own = counter.desk("view_own_pin", Value::Null).await;
    own["is_set"].as_bool().unwrap()
}

async fn take_back(counter: &Counter, typed: &str) -> Result<Value, Failure> {
    let request = json!({ "password": typed });
    counter.try_desk("take_back", request).await
}

async fn closings(counter: &Counter) -> usize {
    let acts = counter.acts().await;
    acts.iter().filter(|act| *act == "pin_closed").count()
}

#[apply(on_both_databases)]
async fn a_pin_or_the_password_takes_back_a_desk_that_was_handed_over_or_has_locked(
    database: Database,
) {
    let counter = Counter::real_on(database).await;
    assert!(!is_set(&counter).await);
    try_set(&counter, PASSWORD, json!(PIN)).await.unwrap();
    assert!(is_set(&counter).await);
    for hidden in ["hand_over", "lock_desk"] {
        for typed in [PIN, PASSWORD] {
            counter.desk(hidden, Value::Null).await;
            assert_eq!(
                take_back(&counter, "2581").await,
                Err(Failure::WrongPin),
                "{hidden}"
            );
            assert_ne!(counter.view().await["phase"], "open");
            take_back(&counter, typed).await.unwrap();
            assert_eq!(counter.view().await["phase"], "open", "{hidden} {typed}");
        }
    }
    try_set(&counter, PASSWORD, Value::Null).await.unwrap();
    assert!(!is_set(&counter).await);
    counter.desk("lock_desk", Value::Null).await;
    assert_eq!(take_back(&counter, PIN).await, Err(Failure::WrongPin));
    take_back(&counter, PASSWORD).await.unwrap();
    let acts = counter.acts().await;
    for act in ["pin_set", "pin_removed"] {
        assert!(acts.contains(&act.to_owned()), "{act}");
    }
}

#[apply(on_both_databases)]
async fn five_wrong_pins_close_it_until_the_password_has_been_given_whether_or_not_there_is_one(
    database: Database,
) {
    for has_pin in [true, false] {
        let counter = Counter::real_on(database).await;
        if has_pin {
            try_set(&counter, PASSWORD, json!(PIN)).await.unwrap();
        }
        counter.desk("hand_over", Value::Null).await;
        for wrong in ["1111", "1234", "87654321", "2581"] {
            assert_eq!(take_back(&counter, wrong).await, Err(Failure::WrongPin));
        }
        for typed in ["2582", PIN, "2583"] {
            assert_eq!(take_back(&counter, typed).await, Err(Failure::PinClosed));
        }
        assert_eq!(counter.view().await["phase"], "handed_over");
        let wrong = take_back(&counter, "pas la bonne phrase du tout").await;
        assert_eq!(wrong, Err(Failure::WrongPassword { wait_seconds: 0 }));
        assert_eq!(take_back(&counter, PIN).await, Err(Failure::PinClosed));
        take_back(&counter, PASSWORD).await.unwrap();
        assert_eq!(closings(&counter).await, 1, "once");
        counter.desk("hand_over", Value::Null).await;
        let opened = take_back(&counter, PIN).await;
        assert_eq!(opened.is_ok(), has_pin, "{opened:?}");
    }
}

#[apply(on_both_databases)]
async fn the_right_pin_starts_the_count_again(database: Database) {
    let counter = Counter::real_on(database).await;
    try_set(&counter, PASSWORD, json!(PIN)).await.unwrap();
    for _ in 0..3 {
        counter.desk("lock_desk", Value::Null).await;
        for _ in 0..4 {
            assert_eq!(take_back(&counter, "2581").await, Err(Failure::WrongPin));
        }
        take_back(&counter, PIN).await.unwrap();
    }
    assert_eq!(closings(&counter).await, 0);
}

#[apply(on_both_databases)]
async fn a_pin_that_anybody_would_try_or_without_the_own_password_is_not_set(database: Database) {
    let counter = Counter::real_on(database).await;
    for (pin, reason) in [
        ("", Refused::NotDigits),
        ("258", Refused::NotDigits),
        ("deux", Refused::NotDigits),
        ("0000", Refused::OneDigit),
        ("1234", Refused::Run),
        ("4321", Refused::Run),
    ] {
        let reason = reason.into();
        assert_eq!(
            try_set(&counter, PASSWORD, json!(pin)).await,
            Err(Failure::StaffPinRefused { reason }),
            "{pin}"
        );
    }
    for pin in [json!(PIN), Value::Null] {
        let refused = try_set(&counter, SECRETARY_PASSWORD, pin).await;
        assert_eq!(refused, Err(Failure::WrongPassword { wait_seconds: 0 }));
    }
    assert!(!is_set(&counter).await);
}

#[apply(on_both_databases)]
async fn a_pin_is_ones_own_and_goes_with_a_password_that_is_given_anew_and_with_the_member(
    database: Database,
) {
    let counter = Counter::real_on(database).await;
    try_set(&counter, PASSWORD, json!("13579")).await.unwrap();
    counter.add_secretary().await;
    let set_as_secretary = async |password: &str| {
        counter.change_to(SECRETARY, password).await;
        assert!(!is_set(&counter).await, "none of hers yet, or not any more");
        try_set(&counter, password, json!(PIN)).await.unwrap();
        counter.desk("lock_desk", Value::Null).await;
        let anothers = take_back(&counter, "13579").await;
        assert_eq!(anothers, Err(Failure::WrongPin));
        take_back(&counter, PIN).await.unwrap();
        counter.change_to(ADMINISTRATOR, PASSWORD).await;
    };
    set_as_secretary(SECRETARY_PASSWORD).await;
    let (new, id) = (
        "trois cailloux dans la poche",
        counter.member(SECRETARY).await,
    );
    let request = json!({ "staff_id": id, "new_password": new });
    counter.desk("reset_staff", request).await;
    set_as_secretary(new).await;
    let request = json!({ "staff_id": id });
    counter.desk("remove_staff", request).await;
    assert!(is_set(&counter).await, "the administrator keeps hers");
}

#[apply(on_both_databases)]
async fn nothing_that_is_kept_or_shown_holds_the_pin(database: Database) {
    let counter = Counter::real_on(database).await;
    let pin = "40718293";
    try_set(&counter, PASSWORD, json!(pin)).await.unwrap();
    let journal = json!(counter.journal().await).to_string();
    let staff = counter.desk("list_staff", Value::Null).await.to_string();
    for kept in [journal, staff, counter.view().await.to_string()] {
        assert!(!kept.contains(pin), "{kept}");
    }
}
