//! A password forgotten, and two accounts of one adult (domain.md §5, §7, §13): what a document seen opens, what the
//! secretary closes, and what an administrator opens again.

use desk::contract::Failure;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::{Counter, PARENT_PASSWORD};
use crate::databases::{Database, on_both_databases};
use crate::families::{FELIX, JULIE, OLIVIA, STRANGER, WEI, WEIS_PARENTS};

fn seen(account: &Value) -> Value {
    json!({ "account_id": account["id"], "identity_document": "passport" })
}

async fn sign_in(counter: &Counter, address: &str, password: &str) -> Result<Value, Failure> {
    counter.greet().await;
    counter.parent("wish_sign_in", Value::Null).await;
    let request = json!({ "address": address, "password": password });
    counter.try_parent("sign_in_parent", request).await
}

async fn is_told(counter: &Counter, address: &str, words: &str) {
    let looked = counter.until(words, async || {
        let mails = counter.mails_to(address).await;
        mails.iter().any(|text| text.contains(words)).then_some(())
    });
    looked.await;
}

/// Julie has an account with Olivia.
async fn with_julie(database: Database) -> Counter {
    let counter = Counter::demo_on(database).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.new_account(JULIE).await;
    counter.claim(OLIVIA.claim()).await;
    counter.cancel_visit().await;
    counter
}

#[apply(on_both_databases)]
async fn a_document_seen_lets_the_adult_choose_another_password_which_staff_never_sees(
    database: Database,
) {
    let counter = with_julie(database).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    let account = counter.visit().await["accounts"][0].clone();
    let early = counter.try_desk("recover_account", seen(&account)).await;
    assert_eq!(early, Err(Failure::OutOfStep), "the language comes first");
    counter.greet().await;
    let unseen = json!({ "account_id": account["id"], "identity_document": null });
    let field = "identity_document".to_owned();
    assert_eq!(
        counter.try_desk("recover_account", unseen).await,
        Err(Failure::Invalid { field })
    );
    counter.desk("recover_account", seen(&account)).await;
    let step = json!({ "step": "new_password", "address": JULIE, "replaces": true });
    assert_eq!(counter.parent_step().await, step);
    let new = json!({ "password": "Craie?1848", "again": "Craie?1848" });
    counter.parent("choose_password", new).await;
    assert!(!counter.view().await.to_string().contains("Craie"));
    is_told(&counter, JULIE, "Un nouveau mot de passe a été choisi").await;
    counter.cancel_visit().await;
    for (password, opens) in [(PARENT_PASSWORD, false), ("Craie?1848", true)] {
        let signed_in = sign_in(&counter, JULIE, password).await;
        assert_eq!(signed_in.is_ok(), opens, "{password}");
        counter.cancel_visit().await;
    }
    let acts = counter.acts().await;
    for act in ["identity_seen", "recovery_started", "password_chosen"] {
        assert!(acts.iter().any(|done| done == act), "{act}");
    }
}

#[apply(on_both_databases)]
async fn a_document_opens_the_account_of_no_other_adult(database: Database) {
    let counter = Counter::demo_on(database).await;
    let file = counter.student_file(&WEI).await;
    let adults = file["guardians"].as_array().unwrap();
    let [first, second] = [0, 1].map(|at| adults[at]["guardian"]["id"].clone());
    let student = counter.student_id(&WEI).await;
    let start = async |guardian: &Value| {
        let request = json!({ "student_id": student, "guardian_id": guardian });
        counter.desk("start_visit", request).await;
        counter.greet().await;
    };
    start(&first).await;
    let passport = json!({ "identity_document": "passport" });
    counter.desk("accept_address", passport).await;
    counter.choose_password().await;
    let account = counter.visit().await["accounts"][0].clone();
    assert_eq!(account["address"], WEIS_PARENTS);
    counter.cancel_visit().await;

    start(&second).await;
    assert_eq!(counter.visit().await["accounts"], json!([]));
    assert_eq!(
        counter.try_desk("recover_account", seen(&account)).await,
        Err(Failure::AccountOfAnother)
    );
    counter.cancel_visit().await;
    // Without a child's file there is nobody to compare a document with.
    counter.greet().await;
    assert_eq!(
        counter.try_desk("recover_account", seen(&account)).await,
        Err(Failure::NoGuardian)
    );
}

/// Julie's address is corrected on the file; she makes a second account with the new one.
async fn with_two_accounts(database: Database) -> Counter {
    let counter = with_julie(database).await;
    let registry = crate::families::REGISTRY.replace(JULIE, STRANGER);
    counter.import_text(&registry).await;
    counter.start_visit_for(&FELIX, STRANGER).await;
    counter.new_account(STRANGER).await;
    counter.claim(FELIX.claim()).await;
    counter
}

#[apply(on_both_databases)]
async fn two_accounts_of_one_adult_stand_side_by_side_and_one_is_closed(database: Database) {
    let counter = with_two_accounts(database).await;
    let visit = counter.visit().await;
    let accounts = visit["accounts"].as_array().unwrap();
    assert_eq!(accounts.len(), 2, "{visit}");
    let of = |address: &str| {
        accounts
            .iter()
            .find(|one| one["address"] == address)
            .unwrap()
    };
    let (old, own) = (of(JULIE), of(STRANGER));
    assert_eq!(
        (&old["is_own"], &own["is_own"]),
        (&json!(false), &json!(true))
    );
    assert_eq!(old["children"][0]["first_names"], "Olivia");

    assert_eq!(
        counter.try_desk("close_account", seen(own)).await,
        Err(Failure::NotAllowed)
    );
    counter.desk("close_account", seen(old)).await;
    is_told(&counter, JULIE, "a été fermé").await;
    let visit = counter.visit().await;
    assert_eq!(visit["accounts"].as_array().unwrap().len(), 1);
    // Olivia was confirmed for the closed one alone: she has to be confirmed for this one.
    let children = counter.parent_step().await["children"].clone();
    assert_eq!(children.as_array().unwrap().len(), 1);
    counter.cancel_visit().await;
    let refused = sign_in(&counter, JULIE, PARENT_PASSWORD).await;
    assert_eq!(refused, Err(Failure::SignInRefused));
    counter.cancel_visit().await;

    let board = counter.guardian_on_file(&OLIVIA, STRANGER).await;
    assert_eq!(board["closed_accounts"][0]["address"], JULIE);
    let request = json!({ "account_id": old["id"] });
    counter.desk("reopen_account", request.clone()).await;
    let again = counter.try_desk("reopen_account", request).await;
    assert_eq!(again, Err(Failure::NotFound));
    sign_in(&counter, JULIE, PARENT_PASSWORD).await.unwrap();
    let children = counter.parent_step().await["children"].clone();
    assert_eq!(children.as_array().unwrap().len(), 1, "as it was");
}

#[apply(on_both_databases)]
async fn nobody_closes_an_account_of_another_adult_or_before_they_are_signed_in(
    database: Database,
) {
    let counter = with_julie(database).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    let julies = counter.visit().await["accounts"][0].clone();
    counter.greet().await;
    assert_eq!(
        counter.try_desk("close_account", seen(&julies)).await,
        Err(Failure::OutOfStep)
    );
    counter.cancel_visit().await;
    counter.new_account(crate::families::PAOLA).await;
    assert_eq!(
        counter.try_desk("close_account", seen(&julies)).await,
        Err(Failure::AccountOfAnother)
    );
}

#[apply(on_both_databases)]
async fn a_closed_account_stays_closed_when_its_address_has_another(database: Database) {
    let counter = with_two_accounts(database).await;
    let visit = counter.visit().await;
    let mut accounts = visit["accounts"].as_array().unwrap().iter();
    let old = accounts
        .find(|one| one["address"] == JULIE)
        .unwrap()
        .clone();
    counter.desk("close_account", seen(&old)).await;
    counter.cancel_visit().await;
    counter.import_text(crate::families::REGISTRY).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.new_account(JULIE).await;
    let request = json!({ "account_id": old["id"] });
    assert_eq!(
        counter.try_desk("reopen_account", request).await,
        Err(Failure::AddressTaken)
    );
}
