//! The parent who comes back (domain.md §1.5, §5, §13): address, password and language of the account changed, the record
//! of a child, and what is told to whom.

use desk::contract::Failure;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::{Counter, PARENT_PASSWORD};
use crate::databases::{Database, on_both_databases};
use crate::families::{FELIX, JULIE, LUC, OLIVIA, PAOLA, STRANGER};

const ANOTHER: &str = "julie@nouvelle.example";

/// Julie comes back with her two children confirmed, and opens her account.
async fn julie_is_back(database: Database) -> Counter {
    let counter = Counter::demo_on(database).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.new_account(JULIE).await;
    counter.claim(OLIVIA.claim()).await;
    counter.advance_minutes(1);
    counter.claim(FELIX.claim()).await;
    counter.cancel_visit().await;
    sign_in(&counter, JULIE, PARENT_PASSWORD).await.unwrap();
    counter.parent("open_account", Value::Null).await;
    counter
}

async fn sign_in(counter: &Counter, address: &str, password: &str) -> Result<Value, Failure> {
    counter.greet().await;
    counter.parent("wish_sign_in", Value::Null).await;
    let request = json!({ "address": address, "password": password });
    counter.try_parent("sign_in_parent", request).await
}

/// A minute after whatever was asked before.
async fn wish_address(counter: &Counter, address: &str) -> Result<Value, Failure> {
    counter.advance_minutes(1);
    let request = json!({ "address": address });
    counter.try_parent("change_address", request).await
}

/// Whether a mail with this subject's words has left for an address.
async fn is_told(counter: &Counter, address: &str, words: &str) {
    let looked = counter.until(words, async || {
        let mails = counter.mails_to(address).await;
        mails.iter().any(|text| text.contains(words)).then_some(())
    });
    looked.await;
}

#[apply(on_both_databases)]
async fn an_address_changes_after_its_code_and_the_one_before_is_told(database: Database) {
    let counter = julie_is_back(database).await;
    wish_address(&counter, ANOTHER).await.unwrap();
    let step = json!({ "step": "new_address_code", "address": ANOTHER });
    assert_eq!(counter.parent_step().await, step);
    let code = counter.code_sent_to(ANOTHER).await;
    let wrong = json!({ "answer": "wrong", "tries_left": 4 });
    let other = crate::counter::other_than(&code);
    assert_eq!(counter.enter_code(&other).await, wrong);
    let right = json!({ "answer": "right" });
    assert_eq!(counter.enter_code(&code).await, right);
    let step = counter.parent_step().await;
    assert_eq!(
        (&step["step"], &step["address"]),
        (&json!("account"), &json!(ANOTHER))
    );
    is_told(&counter, JULIE, "y a mis une autre adresse").await;
    let told = counter.mails_to(JULIE).await;
    assert!(
        !told[0].contains(ANOTHER) && !told[0].contains("Gagnon"),
        "{}",
        told[0]
    );
    counter.parent("leave_own_account", Value::Null).await;
    assert_eq!(
        counter.parent_step().await["children"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    counter.cancel_visit().await;

    assert_eq!(
        sign_in(&counter, JULIE, PARENT_PASSWORD).await,
        Err(Failure::SignInRefused)
    );
    counter.cancel_visit().await;
    sign_in(&counter, ANOTHER, PARENT_PASSWORD).await.unwrap();
    // Forgotten, the password is chosen anew through the new address, which no file has.
    counter.cancel_visit().await;
    counter.greet().await;
    counter.give_address(ANOTHER).await;
    let code = counter.code_sent_to(ANOTHER).await;
    counter.enter_code(&code).await;
    assert_eq!(counter.parent_step().await["step"], "sign_in");
    assert_eq!(counter.visit().await["guardian"]["first_names"], "Julie");
}

#[apply(on_both_databases)]
async fn a_child_of_the_address_before_is_still_confirmed_and_its_restriction_still_holds(
    database: Database,
) {
    let counter = Counter::demo_on(database).await;
    counter.new_account(JULIE).await;
    counter.claim(OLIVIA.claim()).await;
    counter.parent("open_account", Value::Null).await;
    wish_address(&counter, ANOTHER).await.unwrap();
    let code = counter.code_sent_to(ANOTHER).await;
    counter.enter_code(&code).await;
    counter.parent("leave_own_account", Value::Null).await;
    let matched = counter.claim(FELIX.claim()).await;
    assert_eq!(matched["answer"], "matched");
    counter.cancel_visit().await;

    // Luc has an account, and may not be tied to Olivia: another address opens no way round.
    counter.new_account(LUC).await;
    counter.parent("open_account", Value::Null).await;
    wish_address(&counter, STRANGER).await.unwrap();
    let code = counter.code_sent_to(STRANGER).await;
    counter.enter_code(&code).await;
    counter.parent("leave_own_account", Value::Null).await;
    assert_eq!(
        counter.claim(OLIVIA.claim()).await["answer"],
        "does_not_match"
    );
    assert_eq!(counter.parent_step().await["step"], "halted");
}

#[apply(on_both_databases)]
async fn that_an_address_has_another_account_is_said_only_after_its_code(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.new_account(PAOLA).await;
    counter.cancel_visit().await;
    counter.new_account(JULIE).await;
    counter.parent("open_account", Value::Null).await;
    for address in [PAOLA, STRANGER] {
        wish_address(&counter, address).await.unwrap();
        let step = json!({ "step": "new_address_code", "address": address });
        assert_eq!(counter.parent_step().await, step);
        let code = counter.code_sent_to(address).await;
        if address == PAOLA {
            let taken = json!({ "answer": "taken" });
            assert_eq!(counter.enter_code(&code).await, taken);
            assert_eq!(counter.enter_code(&code).await, json!({ "answer": "dead" }));
        }
        counter.parent("start_over", Value::Null).await;
        assert_eq!(counter.parent_step().await["address"], JULIE);
    }
    let same = Failure::Invalid {
        field: "same_address".into(),
    };
    assert_eq!(wish_address(&counter, JULIE).await, Err(same));
}

#[apply(on_both_databases)]
async fn so_many_codes_a_day_leave_for_addresses_that_are_not_the_accounts(database: Database) {
    let counter = julie_is_back(database).await;
    for number in 0..10 {
        let address = format!("autre{number}@ailleurs.example");
        wish_address(&counter, &address).await.unwrap();
    }
    let refused = wish_address(&counter, "encore@ailleurs.example").await;
    assert_eq!(refused, Err(Failure::TooMany { minutes: 24 * 60 }));
}

#[apply(on_both_databases)]
async fn a_password_is_changed_by_whoever_knows_the_one_before(database: Database) {
    let counter = julie_is_back(database).await;
    let change = |current: &str, password: &str, again: &str| json!({ "current": current, "password": password, "again": again });
    let invalid = |field: &str| {
        Err(Failure::Invalid {
            field: field.into(),
        })
    };
    for (request, refused) in [
        (
            change("Ardoise#43", "Craie?1848", "Craie?1848"),
            invalid("current"),
        ),
        (
            change(PARENT_PASSWORD, "Craie?1848", "Craie?1849"),
            invalid("again"),
        ),
        (
            change(PARENT_PASSWORD, "Olivia#2026", "Olivia#2026"),
            Err(Failure::PasswordRefused),
        ),
    ] {
        assert_eq!(
            counter.try_parent("change_password", request).await,
            refused
        );
    }
    let request = change(PARENT_PASSWORD, "Craie?1848", "Craie?1848");
    counter.parent("change_password", request).await;
    is_told(&counter, JULIE, "Un nouveau mot de passe a été choisi").await;
    // Wrong tries are counted as at the sign-in.
    for _ in 0..5 {
        let wrong = change("Ardoise#43", "Craie?1848", "Craie?1848");
        assert_eq!(
            counter.try_parent("change_password", wrong).await,
            invalid("current")
        );
    }
    let request = change("Craie?1848", "Ardoise#44", "Ardoise#44");
    let paused = counter.try_parent("change_password", request).await;
    assert_eq!(paused, Err(Failure::TooMany { minutes: 15 }));
    counter.cancel_visit().await;
    counter.advance_minutes(31);
    for (password, opens) in [(PARENT_PASSWORD, false), ("Craie?1848", true)] {
        let signed_in = sign_in(&counter, JULIE, password).await;
        assert_eq!(signed_in.is_ok(), opens, "{password}");
        counter.cancel_visit().await;
    }
}

#[apply(on_both_databases)]
async fn the_language_is_kept_with_the_account_and_its_notices_are_in_it(database: Database) {
    let counter = julie_is_back(database).await;
    counter
        .parent("choose_language", json!({ "locale": "en-CA" }))
        .await;
    assert_eq!(counter.parent_step().await["language"], "en-CA");
    counter.cancel_visit().await;
    // Another day, at a screen in French: the account is still written to in English.
    sign_in(&counter, JULIE, PARENT_PASSWORD).await.unwrap();
    counter.parent("open_account", Value::Null).await;
    assert_eq!(counter.parent_step().await["language"], "en-CA");
    let request = json!({
        "current": PARENT_PASSWORD, "password": "Craie?1848", "again": "Craie?1848",
    });
    counter.parent("change_password", request).await;
    is_told(&counter, JULIE, "A new password was chosen").await;
}

#[apply(on_both_databases)]
async fn a_child_has_a_record_with_masked_numbers_and_showing_them_is_journalled(
    database: Database,
) {
    let counter = julie_is_back(database).await;
    let at = |place: u32| json!({ "place": place });
    assert_eq!(
        counter.parent("view_own_child", at(0)).await,
        json!({
            "last_names": "Tremblay", "first_names": "Olivia", "school": "École des Érables", "group": "501",
            "school_year": "2026-2027", "fiche": "••01", "permanent_code": "TREO••••••••",
        })
    );
    assert_eq!(
        counter.parent("reveal_own_numbers", at(0)).await,
        json!({ "fiche": "4101", "permanent_code": "TREO71531501" })
    );
    assert_eq!(
        counter.try_parent("view_own_child", at(2)).await,
        Err(Failure::NotFound)
    );
    let journal = counter.journal().await;
    let revealed = journal.iter().find(|line| line["act"] == "code_revealed");
    assert_eq!(revealed.unwrap()["actor_kind"], "parent", "{revealed:?}");
}

#[apply(on_both_databases)]
async fn an_account_whose_address_is_not_proven_is_not_looked_into(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.greet().await;
    let passport = json!({ "identity_document": "passport" });
    counter.desk("accept_address", passport).await;
    counter.choose_password().await;
    counter.try_confirm(&OLIVIA).await.unwrap();
    for (command, request) in [
        ("open_account", Value::Null),
        ("view_own_child", json!({ "place": 0 })),
        ("reveal_own_numbers", json!({ "place": 0 })),
    ] {
        let refused = counter.try_parent(command, request).await;
        assert_eq!(refused, Err(Failure::AddressNotProven), "{command}");
    }
    let view = counter.parent("view_parent", Value::Null).await;
    assert_eq!(view["may_open_account"], false);
}

#[apply(on_both_databases)]
async fn an_account_without_a_child_is_deleted_after_thirty_days(database: Database) {
    let mut counter = Counter::demo_on(database).await;
    counter.new_account(JULIE).await;
    counter.claim(OLIVIA.claim()).await;
    counter.cancel_visit().await;
    counter.new_account(PAOLA).await;
    counter.cancel_visit().await;
    for (days, deleted) in [(29, 0), (2, 1)] {
        counter.advance_minutes(days * 24 * 60);
        counter.restart().await;
        counter.desk("open_demo", Value::Null).await;
        let enough = counter.until("retention has looked", async || {
            let acts = counter.acts().await;
            let done = acts.iter().filter(|act| *act == "account_deleted").count();
            (done == deleted).then_some(())
        });
        enough.await;
    }
    let after = sign_in(&counter, PAOLA, PARENT_PASSWORD).await;
    assert_eq!(after, Err(Failure::SignInRefused));
    counter.cancel_visit().await;
    sign_in(&counter, JULIE, PARENT_PASSWORD).await.unwrap();
}
