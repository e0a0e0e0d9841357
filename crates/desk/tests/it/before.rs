//! Accounts from before the go-live date (domain.md §1.4, §5): taken in whole or not at all, and shown nothing until each
//! of their children is confirmed once.

use desk::contract::Failure;
use desk::technician::AccountsReport;
use domain::EmailAddress;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::{Counter, PARENT_PASSWORD};
use crate::databases::{Database, on_both_databases};
use crate::families::{FELIX, JULIE, LUC, OLIVIA, STRANGER, WEIS_PARENTS};

/// Of the parents' password, as another program wrote it: weaker than ours, and as strong as ours.
const WEAK: &str = "$argon2id$v=19$m=8192,t=1,p=1$c2VsIGRlcyBlcmFibGVzIQ$aQ+dsCBqLljh5WsJLBxCg0fGrLDCDM9siUwFvkvIQ40";
const STRONG: &str = "$argon2id$v=19$m=19456,t=2,p=1$c2VsIGRlcyBlcmFibGVzIQ$+Jzzv9Xqlf4Tvp3dKjsLnzRhe3zRUHkw4qV56jvgUN8";

async fn bring(counter: &Counter, lines: &str, dry_run: bool) -> AccountsReport {
    let list = format!("address;password_hash;children\n{lines}");
    let path = counter.file("accounts.csv", list);
    counter.desk.import_accounts(&path, dry_run).await.unwrap()
}

/// Julie and her two children were known before.
async fn with_julie(database: Database, hash: &str) -> Counter {
    let counter = Counter::demo_on(database).await;
    let report = bring(&counter, &format!("{JULIE};{hash};4101 4102\n"), false).await;
    assert!(report.applied);
    counter
}

async fn sign_in(counter: &Counter, address: &str) -> Result<Value, Failure> {
    counter.greet().await;
    counter.parent("wish_sign_in", Value::Null).await;
    let request = json!({ "address": address, "password": PARENT_PASSWORD });
    counter.try_parent("sign_in_parent", request).await
}

#[apply(on_both_databases)]
async fn nothing_is_shown_until_every_child_is_confirmed_and_then_never_asked_again(
    database: Database,
) {
    let counter = with_julie(database, WEAK).await;
    let settings = json!({ "school_name": "École des Érables", "go_live": "2026-08-24" });
    counter.desk("set_school", settings).await;
    sign_in(&counter, JULIE).await.unwrap();
    let step = counter.parent_step().await;
    let gate = json!({ "left": 2, "since": "2026-08-24" });
    assert_eq!((&step["gate"], &step["children"]), (&gate, &json!([])));
    let visit = counter.visit().await;
    assert_eq!(visit["to_confirm"].as_array().unwrap().len(), 2);
    assert_eq!(visit["children"], json!([]));

    // One now, the other another day: the gate stays.
    counter.claim(OLIVIA.claim()).await;
    assert_eq!(counter.parent_step().await["gate"]["left"], 1);
    counter.parent("finish_children", Value::Null).await;
    let summary = counter.parent_step().await;
    assert_eq!(summary["children"], json!([]));
    assert_eq!(summary["gate"]["left"], 1);
    counter.parent("leave_visit", Value::Null).await;

    sign_in(&counter, JULIE).await.unwrap();
    assert_eq!(counter.parent_step().await["gate"]["left"], 1);
    counter.try_confirm(&FELIX).await.unwrap();
    let step = counter.parent_step().await;
    assert_eq!(step["gate"], Value::Null);
    assert_eq!(step["children"].as_array().unwrap().len(), 2);
    counter.cancel_visit().await;

    sign_in(&counter, JULIE).await.unwrap();
    let step = counter.parent_step().await;
    assert_eq!(step["gate"], Value::Null);
    assert_eq!(step["children"].as_array().unwrap().len(), 2);
    let acts = counter.acts().await;
    let opened = acts.iter().filter(|act| *act == "gate_opened").count();
    assert_eq!(opened, 1);
}

#[apply(on_both_databases)]
async fn a_weaker_hash_is_raised_at_the_first_sign_in_and_a_strong_one_stays(database: Database) {
    for (hash, stays) in [(WEAK, false), (STRONG, true)] {
        let counter = with_julie(database, hash).await;
        sign_in(&counter, JULIE).await.unwrap();
        counter.cancel_visit().await;
        let store = counter.store().await;
        let address = EmailAddress::parse(JULIE).unwrap();
        let account = store.account_by_address(&address).await.unwrap().unwrap();
        store.close().await.unwrap();
        let kept = account.password_hash.unwrap().0;
        assert_eq!(kept == hash, stays, "{kept}");
        assert!(
            kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{kept}"
        );
    }
}

#[apply(on_both_databases)]
async fn an_account_without_a_hash_chooses_its_password_through_a_code(database: Database) {
    let counter = with_julie(database, "").await;
    assert_eq!(sign_in(&counter, JULIE).await, Err(Failure::SignInRefused));
    counter.cancel_visit().await;
    counter.greet().await;
    counter.give_address(JULIE).await;
    let code = counter.code_sent_to(JULIE).await;
    counter.enter_code(&code).await;
    let step = json!({ "step": "new_password", "address": JULIE, "replaces": false });
    assert_eq!(counter.parent_step().await, step);
    counter.choose_password().await;
    assert_eq!(counter.parent_step().await["gate"]["left"], 2);
    counter.cancel_visit().await;
    sign_in(&counter, JULIE).await.unwrap();
}

#[apply(on_both_databases)]
async fn an_address_that_no_file_has_gets_its_code_when_it_has_an_account(database: Database) {
    let counter = Counter::demo_on(database).await;
    let report = bring(&counter, &format!("{STRANGER};;4101\n"), false).await;
    assert_eq!(report.address_not_on_file, 1);
    counter.greet().await;
    counter.give_address(STRANGER).await;
    let code = counter.code_sent_to(STRANGER).await;
    counter.enter_code(&code).await;
    counter.choose_password().await;
    // Knowing the child is not enough: the address must stand on the file.
    let answer = counter.claim(OLIVIA.claim()).await;
    assert_eq!(answer["answer"], "does_not_match");
    assert_eq!(counter.visit().await["claim"]["outcome"], "not_on_file");
}

#[apply(on_both_databases)]
async fn a_restricted_child_of_an_account_from_before_is_never_shown_nor_waited_for(
    database: Database,
) {
    let counter = Counter::demo_on(database).await;
    let report = bring(&counter, &format!("{LUC};{STRONG};4101\n"), false).await;
    assert!(report.applied);
    sign_in(&counter, LUC).await.unwrap();
    let step = counter.parent_step().await;
    assert_eq!(
        (&step["gate"], &step["children"]),
        (&Value::Null, &json!([]))
    );
}

#[apply(on_both_databases)]
async fn a_child_who_has_left_is_not_waited_for(database: Database) {
    let counter = with_julie(database, STRONG).await;
    let registry = crate::families::REGISTRY.replace("201;Actif;Gagnon", "201;Inactif;Gagnon");
    counter.import_text(&registry).await;
    sign_in(&counter, JULIE).await.unwrap();
    assert_eq!(counter.parent_step().await["gate"]["left"], 1);
    counter.claim(OLIVIA.claim()).await;
    assert_eq!(counter.parent_step().await["gate"], Value::Null);
}

#[apply(on_both_databases)]
async fn a_list_with_a_line_that_cannot_be_used_takes_nothing_in(database: Database) {
    let counter = Counter::demo_on(database).await;
    let lines = format!(
        "{JULIE};{WEAK};4101\n\
         {JULIE};;4102\n\
         li@;;4104\n\
         {WEIS_PARENTS};$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW;4104\n\
         {STRANGER};;4999\n"
    );
    for dry_run in [true, false] {
        let report = bring(&counter, &lines, dry_run).await;
        let errors = serde_json::to_value(&report.errors).unwrap();
        let error = |line: u32, column: &str, value: &str, reason: &str| json!({ "line": line, "column": column, "value": value, "reason": reason });
        assert_eq!(
            errors,
            json!([
                error(3, "address", "j•••@familles.example", "address_twice"),
                error(4, "address", "l•@", "invalid_email"),
                error(5, "password_hash", "", "hash_unsupported"),
                error(6, "children", "••99", "unknown_fiche"),
            ])
        );
        assert_eq!((report.read, report.applied), (5, false));
    }
    assert_eq!(sign_in(&counter, JULIE).await, Err(Failure::SignInRefused));
    counter.cancel_visit().await;

    // A trial says what would be, and changes nothing.
    let fine = format!("{JULIE};{WEAK};4101 4102\n{WEIS_PARENTS};;\n");
    let report = bring(&counter, &fine, true).await;
    let told = (report.with_password, report.without_child, report.applied);
    assert_eq!(told, (1, 1, false));
    assert!(bring(&counter, &fine, false).await.applied);
    let again = bring(&counter, &fine, false).await;
    let reasons: Vec<_> = again.errors.iter().map(|error| error.reason).collect();
    assert_eq!(reasons, ["account_exists", "account_exists"]);
    let acts = counter.acts().await;
    let brought = acts.iter().filter(|act| *act == "account_brought").count();
    assert_eq!(brought, 3, "each, and the list");
}

#[apply(on_both_databases)]
async fn the_accounts_of_before_are_the_administrators(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.add_secretary().await;
    counter
        .change_to(
            crate::counter::SECRETARY,
            crate::counter::SECRETARY_PASSWORD,
        )
        .await;
    let path = counter.file("accounts.csv", "address,password_hash,children\n");
    let refused = counter.desk.import_accounts(&path, true).await;
    assert_eq!(refused.err(), Some(Failure::NotAllowed));
}
