//! The whole job (domain.md §7): from a child's file to a parent who signs in and sees two children.

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::{Counter, PARENT_PASSWORD};
use crate::databases::{Database, on_both_databases};
use crate::families::{FELIX, JULIE, OLIVIA, WEI, WEIS_PARENTS};

/// Who did what, without what the program did beside.
async fn done_by_people(counter: &Counter, after: usize) -> Vec<(String, String, Option<String>)> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let lines = counter.journal().await.into_iter().skip(after);
    lines
        .filter(|line| line["actor_kind"] != "program")
        .map(|line| {
            (
                text(&line["actor_kind"]).unwrap(),
                text(&line["act"]).unwrap(),
                text(&line["detail"]),
            )
        })
        .collect()
}

/// Julie's account with Olivia by claim and Félix in person; the visit is done and put away.
async fn julie_with_both(counter: &Counter) {
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.new_account(JULIE).await;
    counter.claim(OLIVIA.claim()).await;
    counter.try_confirm(&FELIX).await.unwrap();
    counter.parent("finish_children", Value::Null).await;
    counter.parent("leave_visit", Value::Null).await;
    counter.desk("close_visit", Value::Null).await;
}

/// Each child of the visit, with how it was confirmed and by whom.
fn confirmed(visit: &Value) -> Vec<(Value, Value, Value)> {
    let children = visit["children"].as_array().unwrap().iter();
    let told = children.map(|child| {
        let confirmed = &child["confirmed"];
        (
            child["student"]["first_names"].clone(),
            confirmed["method"].clone(),
            confirmed["by"].clone(),
        )
    });
    told.collect()
}

#[apply(on_both_databases)]
async fn a_parent_leaves_with_an_account_and_two_children(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    assert_eq!(counter.visit().await["step"], "language");
    let language = json!({ "locale": "ar" });
    counter.parent("choose_language", language).await;
    assert_eq!(counter.visit().await["language"], "ar");
    assert_eq!(
        counter.parent_step().await,
        json!({ "step": "address", "offered": null, "given_before": false })
    );

    counter.give_address(JULIE).await;
    let visit = counter.visit().await;
    assert_eq!(visit["address_on_file"], true);
    assert_eq!(visit["has_account"], false);
    let step = json!({ "step": "code", "address": JULIE });
    assert_eq!(counter.parent_step().await, step);
    let code = counter.code_sent_to(JULIE).await;
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    assert_eq!(
        counter.enter_code(&spaced).await,
        json!({ "answer": "right" })
    );

    let step = json!({ "step": "new_password", "address": JULIE, "replaces": false });
    assert_eq!(counter.parent_step().await, step);
    counter.choose_password().await;
    let step = json!({
        "step": "children", "children": [], "own_centre": "762000", "correcting": false, "gate": null,
    });
    assert_eq!(counter.parent_step().await, step);

    let answer = counter.claim(OLIVIA.claim()).await;
    let matched = json!({ "answer": "matched", "child": OLIVIA.shown() });
    assert_eq!(answer, matched);
    let visit = counter.visit().await;
    assert_eq!(visit["claim"]["outcome"], "match");
    assert_eq!(visit["siblings"][0]["first_names"], "Félix");
    counter.try_confirm(&FELIX).await.unwrap();

    counter.parent("finish_children", Value::Null).await;
    let step = counter.parent_step().await;
    assert_eq!(step["step"], "summary");
    assert_eq!(step["address"], JULIE);
    assert_eq!(step["address_proof"], "code");
    let children = step["children"].as_array().unwrap();
    assert_eq!(children.len(), 2);
    assert!(children.contains(&OLIVIA.shown()) && children.contains(&FELIX.shown()));

    let visit = counter.visit().await;
    let confirmed = confirmed(&visit);
    assert!(confirmed.contains(&(json!("Olivia"), json!("claim"), Value::Null)));
    assert!(confirmed.contains(&(json!("Félix"), json!("in_person"), json!("demo"))));
    assert_eq!(visit["siblings"], json!([]));

    counter.parent("leave_visit", Value::Null).await;
    assert_eq!(
        counter.parent_step().await,
        json!({ "step": "ended", "cause": "done" })
    );
    counter.desk("close_visit", Value::Null).await;
    let on_file = counter.guardian_on_file(&FELIX, JULIE).await;
    assert_eq!(on_file["account"], "account");
    assert_eq!(on_file["confirmed"]["method"], "in_person");
}

#[apply(on_both_databases)]
async fn the_journal_tells_who_did_what(database: Database) {
    let counter = Counter::demo_on(database).await;
    let before = counter.journal().await.len();
    julie_with_both(&counter).await;
    let did: Vec<_> = [
        ("staff", "student_opened", None),
        ("staff", "visit_started", None),
        ("parent", "visit_moved", Some("address")),
        ("parent", "visit_moved", Some("code")),
        ("parent", "code_right", None),
        ("parent", "account_created", None),
        ("parent", "claim_matched", None),
        ("parent", "child_confirmed", None),
        (
            "staff",
            "child_confirmed",
            Some("passport+birth_certificate"),
        ),
        ("parent", "visit_moved", Some("summary")),
        ("parent", "visit_ended", Some("done")),
    ]
    .map(|(who, act, detail)| (who.to_owned(), act.to_owned(), detail.map(str::to_owned)))
    .into();
    assert_eq!(done_by_people(&counter, before).await, did);
    let history = counter.student_file(&FELIX).await["history"].clone();
    let confirmed = history
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["act"] == "child_confirmed");
    assert_eq!(confirmed.unwrap()["actor"], "demo");
}

#[apply(on_both_databases)]
async fn notices_leave_for_what_was_done_and_name_no_number(database: Database) {
    let counter = Counter::demo_on(database).await;
    julie_with_both(&counter).await;
    let mails = counter
        .until("three mails to Julie", async || {
            let mails = counter.mails_to(JULIE).await;
            (mails.len() == 3).then_some(mails)
        })
        .await;
    for mail in mails {
        for canary in [
            PARENT_PASSWORD,
            "4101",
            "4102",
            "TREO",
            "2015",
            "2018",
            "Tremblay",
        ] {
            assert!(!mail.contains(canary), "{canary} is in\n{mail}");
        }
    }
    let outbox = counter.desk("list_outbox", Value::Null).await;
    let kinds: Vec<_> = outbox
        .as_array()
        .unwrap()
        .iter()
        .map(|mail| mail["kind"].as_str().unwrap())
        .collect();
    for kind in ["verification_code", "account_created", "child_confirmed"] {
        assert!(kinds.contains(&kind), "{kinds:?}");
    }
}

#[apply(on_both_databases)]
async fn signing_in_again_lists_the_children(database: Database) {
    let counter = Counter::demo_on(database).await;
    julie_with_both(&counter).await;
    // A parent's own visit, with no member of staff.
    counter.greet().await;
    counter.parent("wish_sign_in", Value::Null).await;
    assert_eq!(
        counter.parent_step().await,
        json!({ "step": "sign_in", "address": null })
    );
    let request = json!({ "address": "  Julie@Familles.Example ", "password": PARENT_PASSWORD });
    counter.parent("sign_in_parent", request).await;
    let step = counter.parent_step().await;
    let children = step["children"].as_array().unwrap();
    assert!(children.contains(&OLIVIA.shown()) && children.contains(&FELIX.shown()));
    let answer = counter.claim(OLIVIA.claim()).await;
    assert_eq!(
        answer,
        json!({ "answer": "already_tied", "child": OLIVIA.shown() })
    );
    let visit = counter.visit().await;
    assert_eq!(visit["guardian"]["email"], JULIE);
    assert!(
        visit["children"]
            .as_array()
            .unwrap()
            .iter()
            .all(|child| child["in_this_visit"] == false)
    );
}

#[apply(on_both_databases)]
async fn who_has_an_account_may_choose_a_new_password_after_a_code(database: Database) {
    let counter = Counter::demo_on(database).await;
    julie_with_both(&counter).await;
    counter.greet().await;
    counter.give_address(JULIE).await;
    let code = counter.code_sent_to(JULIE).await;
    counter.enter_code(&code).await;
    assert_eq!(
        counter.parent_step().await,
        json!({ "step": "sign_in", "address": JULIE })
    );
    assert_eq!(counter.visit().await["has_account"], true);
    counter.parent("wish_new_password", Value::Null).await;
    let new = json!({ "password": "Craie?1848", "again": "Craie?1848" });
    counter.parent("choose_password", new).await;
    assert_eq!(counter.parent_step().await["step"], "children");
    counter.cancel_visit().await;

    for (password, opens) in [(PARENT_PASSWORD, false), ("Craie?1848", true)] {
        counter.greet().await;
        counter.parent("wish_sign_in", Value::Null).await;
        let request = json!({ "address": JULIE, "password": password });
        let signed_in = counter.try_parent("sign_in_parent", request).await;
        assert_eq!(signed_in.is_ok(), opens, "{password}");
        counter.cancel_visit().await;
    }
}

#[apply(on_both_databases)]
async fn two_adults_behind_one_address_are_told_apart_by_the_secretary(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.new_account(WEIS_PARENTS).await;
    let visit = counter.visit().await;
    assert_eq!(visit["guardian"], Value::Null);
    let adults = visit["guardians_to_choose"].as_array().unwrap();
    assert_eq!(adults.len(), 2);
    let no_guardian = counter.try_confirm(&WEI).await;
    assert_eq!(no_guardian, Err(desk::contract::Failure::NoGuardian));
    let chosen = adults
        .iter()
        .find(|adult| adult["first_names"] == "Na")
        .unwrap();
    let request = json!({ "guardian_id": chosen["id"] });
    counter.desk("choose_guardian", request).await;
    assert_eq!(counter.visit().await["guardian"]["first_names"], "Na");
    counter.try_confirm(&WEI).await.unwrap();
    let twice = counter.try_confirm(&WEI).await;
    assert_eq!(twice, Err(desk::contract::Failure::AlreadyConfirmed));
}

#[apply(on_both_databases)]
async fn a_password_against_the_policy_makes_no_account(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.greet().await;
    counter.give_address(JULIE).await;
    let code = counter.code_sent_to(JULIE).await;
    counter.enter_code(&code).await;
    let refused = [
        ("Court#1", "length"),
        ("toutesminuscules", "kinds"),
        ("Éclair#2026", "allowed_characters"),
        ("Olivia#2026", "not_personal"),
        ("Ol09032015#", "not_personal"),
        ("Password1", "not_common"),
    ];
    for (password, rule) in refused {
        let list = counter
            .parent("check_password", json!({ "password": password }))
            .await;
        assert_eq!(list[rule], false, "{password}: {list}");
        assert_eq!(list["accepted"], false, "{password}");
        let request = json!({ "password": password, "again": password });
        let chosen = counter.try_parent("choose_password", request).await;
        assert_eq!(chosen, Err(desk::contract::Failure::PasswordRefused));
    }
    let twice = json!({ "password": PARENT_PASSWORD, "again": "Ardoise#43" });
    let field = desk::contract::Failure::Invalid {
        field: "again".into(),
    };
    assert_eq!(
        counter.try_parent("choose_password", twice).await,
        Err(field)
    );
    assert_eq!(
        counter.guardian_on_file(&OLIVIA, JULIE).await["account"],
        "none"
    );
    let list = counter
        .parent("check_password", json!({ "password": PARENT_PASSWORD }))
        .await;
    assert_eq!(list["accepted"], true);
}
