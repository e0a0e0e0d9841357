//! Who works here (domain.md §14): added, given a new password, removed with their key.

use std::fs;

use desk::contract::Failure;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::{ADMINISTRATOR, Counter, PASSWORD, SECRETARY, SECRETARY_PASSWORD};
use crate::databases::{Database, on_both_databases};
use crate::families::REGISTRY;

const WRONG: Result<Value, Failure> = Err(Failure::WrongPassword { wait_seconds: 0 });

#[apply(on_both_databases)]
async fn a_secretary_is_added_and_signs_in(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.add_secretary().await;
    let members = counter.desk("list_staff", Value::Null).await;
    let members: Vec<_> = members
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            (
                line["user_name"].clone(),
                line["role"].clone(),
                line["is_you"].clone(),
            )
        })
        .collect();
    assert!(members.contains(&(json!(ADMINISTRATOR), json!("administrator"), json!(true))));
    assert!(members.contains(&(json!(SECRETARY), json!("secretary"), json!(false))));
    counter.sign_out().await;
    counter.sign_in(SECRETARY, SECRETARY_PASSWORD).await;
}

#[apply(on_both_databases)]
async fn adding_refuses_a_taken_name_and_a_weak_password(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.add_secretary().await;
    let refused = [
        (
            "nadia",
            SECRETARY_PASSWORD,
            json!({ "code": "user_name_taken" }),
        ),
        (
            " ",
            SECRETARY_PASSWORD,
            json!({ "code": "invalid", "field": "user_name" }),
        ),
        (
            "Nora",
            "trop court",
            json!({ "code": "staff_password_refused", "reason": "too_short" }),
        ),
        (
            "Nora",
            "nora aime les phrases",
            json!({ "code": "staff_password_refused", "reason": "context_word" }),
        ),
    ];
    for (user, password, failure) in refused {
        let request = json!({ "user_name": user, "role": "secretary", "password": password });
        let done = counter.try_desk("add_staff", request).await.unwrap_err();
        assert_eq!(serde_json::to_value(done).unwrap(), failure, "{user}");
    }
    assert_eq!(
        counter
            .desk("list_staff", Value::Null)
            .await
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[apply(on_both_databases)]
async fn a_new_password_takes_the_place_of_the_old_one(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.add_secretary().await;
    let new = "quatre gommes sur la table";
    let request = json!({ "staff_id": counter.member(SECRETARY).await, "new_password": new });
    counter.desk("reset_staff", request).await;
    counter.sign_out().await;
    assert_eq!(
        counter.try_sign_in(SECRETARY, SECRETARY_PASSWORD).await,
        WRONG
    );
    counter.sign_in(SECRETARY, new).await;
}

#[apply(on_both_databases)]
async fn who_is_removed_has_a_key_that_opens_nothing(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    counter.add_secretary().await;
    let keyring = counter.folder().join("keyring.json");
    let old_keyring = fs::read(&keyring).unwrap();
    let id = counter.member(SECRETARY).await;
    counter
        .desk("remove_staff", json!({ "staff_id": id }))
        .await;
    let acts = counter.acts().await;
    assert!(
        acts.ends_with(&["staff_removed".to_owned(), "rekeyed".to_owned()]),
        "{acts:?}"
    );
    for command in ["remove_staff", "reset_staff"] {
        let request = json!({ "staff_id": id, "new_password": SECRETARY_PASSWORD });
        assert_eq!(
            counter.try_desk(command, request).await,
            Err(Failure::NotFound),
            "{command}"
        );
    }
    counter.sign_out().await;
    assert_eq!(
        counter.try_sign_in(SECRETARY, SECRETARY_PASSWORD).await,
        WRONG
    );

    // A copy of the keyring that she kept: its key is the one before.
    let new_keyring = fs::read(&keyring).unwrap();
    fs::write(&keyring, old_keyring).unwrap();
    let refused = counter.try_sign_in(SECRETARY, SECRETARY_PASSWORD).await;
    assert!(
        matches!(refused, Err(Failure::Damaged | Failure::WrongKey)),
        "{refused:?}"
    );
    fs::write(&keyring, new_keyring).unwrap();
    counter.sign_in(ADMINISTRATOR, PASSWORD).await;
    assert_eq!(counter.find("olivia").await.len(), 1);
}

#[apply(on_both_databases)]
async fn a_name_is_free_again_when_its_member_has_left(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.add_secretary().await;
    let id = counter.member(SECRETARY).await;
    counter
        .desk("remove_staff", json!({ "staff_id": id }))
        .await;
    counter.add_secretary().await;
    counter.sign_out().await;
    counter.sign_in(SECRETARY, SECRETARY_PASSWORD).await;
}

#[apply(on_both_databases)]
async fn the_last_administrator_stays(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.add_secretary().await;
    let own = counter.member(ADMINISTRATOR).await;
    let refused = counter
        .try_desk("remove_staff", json!({ "staff_id": own }))
        .await;
    assert_eq!(refused, Err(Failure::LastAdministrator));
    counter.sign_out().await;
    counter.sign_in(ADMINISTRATOR, PASSWORD).await;
}

#[apply(on_both_databases)]
async fn two_acts_on_the_keyring_at_once_do_not_undo_each_other(database: Database) {
    let counter = Counter::bare_on(database).await;
    counter.set_up().await;
    counter.add_secretary().await;
    let secretary = counter.member(SECRETARY).await;
    let administrator = counter.member(ADMINISTRATOR).await;
    let reset = json!({ "staff_id": administrator, "new_password": "une phrase toute neuve" });
    let (reset, removed) = tokio::join!(
        counter.try_desk("reset_staff", reset),
        counter.try_desk("remove_staff", json!({ "staff_id": secretary })),
    );
    assert_eq!((reset, removed), (Ok(Value::Null), Ok(Value::Null)));
    counter.sign_out().await;
    counter
        .sign_in(ADMINISTRATOR, "une phrase toute neuve")
        .await;
}
