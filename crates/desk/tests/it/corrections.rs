//! Corrections of a file (domain.md §6, §12): proposed by one, approved by another, and what each changes.

use desk::contract::Failure;
use domain::SecondPersonReason as Reason;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::{
    ADMINISTRATOR, Counter, PASSWORD, SECOND, SECOND_PASSWORD, SECRETARY, SECRETARY_PASSWORD,
};
use crate::databases::{Database, on_both_databases};
use crate::families::{
    FELIX, JULIE, LUC, MARIA, OKSANA, OLIVIA, PAOLA, REGISTRY, SOFIIA, STRANGER,
};

const NEW: &str = "julie.gagnon@ailleurs.example";

fn email(address: &str) -> Value {
    json!({ "kind": "email", "email": address })
}

fn needs(reason: Reason) -> Result<Value, Failure> {
    let reason = reason.into();
    Err(Failure::SecondPersonNeeded { reason })
}

/// A real desk with the families, a secretary who has been there for a while, and the secretary at the desk.
async fn school(database: Database) -> Counter {
    school_with(database, REGISTRY).await
}

async fn school_with(database: Database, registry: &str) -> Counter {
    let counter = Counter::real_on(database).await;
    counter.import_text(registry).await;
    counter.add_secretary().await;
    counter.advance_minutes(24 * 60);
    counter.change_to(SECRETARY, SECRETARY_PASSWORD).await;
    counter
}

async fn set_up_alone(counter: &Counter, same_person_in_visit: bool) {
    counter.change_to(ADMINISTRATOR, PASSWORD).await;
    let request = json!({
        "secretaries_alone": true, "same_person_in_visit": same_person_in_visit,
    });
    counter.desk("set_correction_settings", request).await;
    counter.change_to(SECRETARY, SECRETARY_PASSWORD).await;
}

#[apply(on_both_databases)]
async fn an_address_is_proposed_by_one_and_approved_by_another(database: Database) {
    let counter = school(database).await;
    let (proposal, state) = counter.propose(&OLIVIA, JULIE, email(NEW)).await;
    assert_eq!(state, "pending");
    assert_eq!(counter.view().await["pending_proposals"], 1);
    let file = counter.student_file(&OLIVIA).await;
    assert_eq!(
        file["proposals"][0]["changes"],
        json!([{ "field": "email", "old": JULIE, "new": NEW }])
    );
    assert_eq!(
        counter.try_approve(&proposal).await,
        needs(Reason::NotAdministrator)
    );
    assert!(
        counter.find(NEW).await.is_empty(),
        "nothing has changed yet"
    );

    counter.change_to(ADMINISTRATOR, PASSWORD).await;
    counter.try_approve(&proposal).await.unwrap();
    assert_eq!(counter.view().await["pending_proposals"], 0);
    for child in [OLIVIA, FELIX] {
        counter.guardian_on_file(&child, NEW).await;
    }
    assert_eq!(
        counter.find(NEW).await.len(),
        2,
        "both children are found by it"
    );
    assert!(counter.find(JULIE).await.is_empty());
    let acts: Vec<_> = counter.journal().await;
    let corrections: Vec<_> = acts
        .iter()
        .filter(|line| line["act"].as_str().unwrap().starts_with("correction"))
        .map(|line| {
            (
                line["act"].clone(),
                line["actor"].clone(),
                line["detail"].clone(),
            )
        })
        .collect();
    let detail = json!("email+passport+court_document");
    assert_eq!(
        corrections,
        [
            (
                json!("correction_proposed"),
                json!(SECRETARY),
                detail.clone()
            ),
            (json!("correction_approved"), json!(ADMINISTRATOR), detail),
        ]
    );
}

#[apply(on_both_databases)]
async fn the_second_person_comes_to_the_desk_and_the_visit_goes_on(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    counter.add_secretary().await;
    counter.advance_minutes(61);
    counter.change_to(SECRETARY, SECRETARY_PASSWORD).await;
    counter.greet().await;
    counter.give_address(NEW).await;
    assert_eq!(counter.visit().await["address_on_file"], false);
    let file = counter.student_file(&OLIVIA).await;
    let request = json!({
        "student_id": file["student"]["id"],
        "guardian_id": counter.guardian_on_file(&OLIVIA, JULIE).await["guardian"]["id"],
        "correction": email(NEW), "identity_document": "passport", "in_visit": true,
    });
    let proposal = counter.desk("propose_correction", request).await["proposal_id"].clone();
    let approve = async |user: &str, password: &str| {
        let second = json!({ "user_name": user, "password": password });
        let request = json!({ "proposal_id": proposal, "second": second });
        counter.try_desk("approve_proposal", request).await
    };
    let wrong = Err(Failure::WrongPassword { wait_seconds: 0 });
    assert_eq!(approve(ADMINISTRATOR, SECRETARY_PASSWORD).await, wrong);
    let own = approve(SECRETARY, SECRETARY_PASSWORD).await;
    assert_eq!(own, needs(Reason::NotAdministrator));
    approve(ADMINISTRATOR, PASSWORD).await.unwrap();
    let visit = counter.visit().await;
    assert_eq!(
        (&visit["step"], &visit["address_on_file"]),
        (&json!("code"), &json!(true))
    );
    assert_eq!(
        counter.view().await["user_name"],
        SECRETARY,
        "the desk stays with her"
    );
    let mails = counter.desk("list_outbox", Value::Null).await;
    let kinds: Vec<_> = mails
        .as_array()
        .unwrap()
        .iter()
        .map(|mail| &mail["kind"])
        .collect();
    let code = json!("verification_code");
    assert!(kinds.contains(&&code), "by itself: {kinds:?}");
}

#[apply(on_both_databases)]
async fn the_address_before_is_told_and_nobody_else(database: Database) {
    let counter = school(database).await;
    set_up_alone(&counter, false).await;
    for (child, address, new) in [
        (&OLIVIA, JULIE, NEW),
        (&MARIA, PAOLA, "paola@ailleurs.example"),
    ] {
        let (_, state) = counter.propose(child, address, email(new)).await;
        assert_eq!(state, "approved", "the school lets her");
    }
    let mails = counter.desk("list_outbox", Value::Null).await;
    let mails = mails.as_array().unwrap().iter();
    let mut told: Vec<_> = mails
        .filter(|mail| mail["kind"] == "address_changed")
        .map(|mail| mail["address"].as_str().unwrap())
        .collect();
    told.sort_unstable();
    assert_eq!(told, [JULIE, PAOLA]);
}

#[apply(on_both_databases)]
async fn the_notice_names_nobody_and_not_the_new_address(database: Database) {
    let counter = Counter::demo_on(database).await;
    let request = json!({ "secretaries_alone": true, "same_person_in_visit": false });
    counter.desk("set_correction_settings", request).await;
    counter.propose(&OLIVIA, JULIE, email(NEW)).await;
    let text = counter
        .until("the notice leaves", async || {
            counter.mails_to(JULIE).await.pop()
        })
        .await;
    for word in [NEW, "Julie", "Gagnon", "Olivia", "Tremblay"] {
        assert!(!text.contains(word), "{word} is in {text}");
    }
}

#[apply(on_both_databases)]
async fn who_was_brought_in_within_the_hour_is_no_second_person(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    let (proposal, _) = counter.propose(&OLIVIA, JULIE, email(NEW)).await;
    assert_eq!(
        counter.try_approve(&proposal).await,
        needs(Reason::SamePerson)
    );
    counter.add_second().await;
    counter.change_to(SECOND, SECOND_PASSWORD).await;
    for minutes in [0, 59] {
        counter.advance_minutes(minutes);
        assert_eq!(
            counter.try_approve(&proposal).await,
            needs(Reason::AccessJustGiven)
        );
    }
    // A password given anew is an access given.
    counter.change_to(ADMINISTRATOR, PASSWORD).await;
    let new = "trois cailloux dans la poche";
    let request = json!({ "staff_id": counter.member(SECOND).await, "new_password": new });
    counter.desk("reset_staff", request).await;
    counter.advance_minutes(30);
    counter.change_to(SECOND, new).await;
    assert_eq!(
        counter.try_approve(&proposal).await,
        needs(Reason::AccessJustGiven)
    );
    counter.advance_minutes(31);
    counter.try_approve(&proposal).await.unwrap();
}

#[apply(on_both_databases)]
async fn where_no_address_was_on_file_two_are_needed_whatever_the_settings(database: Database) {
    let counter = school_with(database, &REGISTRY.replace(OKSANA, "")).await;
    set_up_alone(&counter, false).await;
    let file = counter.student_file(&SOFIIA).await;
    let oksana = &file["guardians"][0];
    assert_eq!(oksana["guardian"]["email"], Value::Null);
    let request = json!({
        "student_id": file["student"]["id"], "guardian_id": oksana["guardian"]["id"],
        "correction": email(OKSANA), "identity_document": "passport", "in_visit": false,
    });
    let made = counter.desk("propose_correction", request).await;
    assert_eq!(made["state"], "pending");
    assert_eq!(
        counter.try_approve(&made["proposal_id"]).await,
        needs(Reason::SamePerson)
    );
}

#[apply(on_both_databases)]
async fn a_name_and_a_relationship_are_corrected_and_a_new_adult_is_added(database: Database) {
    let counter = school(database).await;
    let new = json!({
        "kind": "new_guardian", "last_names": "Roy", "first_names": "Paul", "email": STRANGER,
        "phone": "514 555-0199", "relationship": "guardian",
    });
    let corrections = [
        json!({ "kind": "name", "last_names": "Gagnon", "first_names": "Julie Anne" }),
        json!({ "kind": "relationship", "relationship": "guardian" }),
        new.clone(),
    ];
    let mut proposals = Vec::new();
    for correction in corrections {
        let (proposal, state) = counter.propose(&OLIVIA, JULIE, correction).await;
        assert_eq!(state, "pending");
        proposals.push(proposal);
    }
    counter.change_to(ADMINISTRATOR, PASSWORD).await;
    for proposal in &proposals {
        counter.try_approve(proposal).await.unwrap();
    }
    let julie = counter.guardian_on_file(&OLIVIA, JULIE).await;
    assert_eq!(julie["guardian"]["first_names"], "Julie Anne");
    assert_eq!(julie["relationship"], "guardian");
    let on_felix = counter.guardian_on_file(&FELIX, JULIE).await;
    assert_eq!(on_felix["guardian"]["last_names"], "Gagnon");
    assert_eq!(
        on_felix["relationship"], "mother",
        "of this child as before"
    );
    let paul = counter.guardian_on_file(&OLIVIA, STRANGER).await;
    assert_eq!(
        (&paul["relationship"], &paul["access"]),
        (&json!("guardian"), &json!("allowed"))
    );
    assert_eq!(counter.find("paul roy").await.len(), 1);
    let again = counter.try_propose(&OLIVIA, JULIE, new).await;
    assert_eq!(again, Err(Failure::NothingToCorrect));
}

#[apply(on_both_databases)]
async fn what_was_not_seen_or_says_nothing_new_is_refused(database: Database) {
    let counter = school(database).await;
    let invalid = |field: &str| {
        Err(Failure::Invalid {
            field: field.into(),
        })
    };
    let name = |last: &str| json!({ "kind": "name", "last_names": last, "first_names": "Luc" });
    for (correction, refused) in [
        (email("julie@"), invalid("address")),
        (email(JULIE), Err(Failure::NothingToCorrect)),
        (email(LUC), Err(Failure::Restricted)),
        (name(" "), invalid("last_names")),
        (name("TREMBLAY"), Err(Failure::Restricted)),
        (
            json!({ "kind": "relationship", "relationship": "mother" }),
            Err(Failure::NothingToCorrect),
        ),
    ] {
        let proposed = counter
            .try_propose(&OLIVIA, JULIE, correction.clone())
            .await;
        assert_eq!(proposed, refused, "{correction}");
    }
    let file = counter.student_file(&OLIVIA).await;
    let julie = counter.guardian_on_file(&OLIVIA, JULIE).await;
    for (correction, seen, refused) in [
        (email(NEW), "tie_document", invalid("identity_document")),
        (
            json!({ "kind": "relationship", "relationship": "guardian" }),
            "identity_document",
            invalid("tie_document"),
        ),
    ] {
        let mut request = json!({
            "student_id": file["student"]["id"], "guardian_id": julie["guardian"]["id"],
            "correction": correction, "in_visit": false,
        });
        request[seen] = json!(match seen {
            "tie_document" => "birth_certificate",
            _ => "passport",
        });
        assert_eq!(
            counter.try_desk("propose_correction", request).await,
            refused
        );
    }
    counter.propose(&OLIVIA, JULIE, email(NEW)).await;
    let again = counter.try_propose(&OLIVIA, JULIE, email(STRANGER)).await;
    assert_eq!(again, Err(Failure::AlreadyProposed));
}

#[apply(on_both_databases)]
async fn a_proposal_is_refused_with_a_reason_or_withdrawn_by_who_made_it(database: Database) {
    let counter = school(database).await;
    let (refused, _) = counter.propose(&OLIVIA, JULIE, email(NEW)).await;
    counter.change_to(ADMINISTRATOR, PASSWORD).await;
    let request = json!({ "proposal_id": refused, "reason": "wrong_adult" });
    counter.desk("refuse_proposal", request).await;
    let withdraw = json!({ "proposal_id": refused });
    for command in ["approve_proposal", "withdraw_proposal"] {
        let again = counter.try_desk(command, withdraw.clone()).await;
        assert_eq!(again, Err(Failure::NotFound), "{command}");
    }
    counter.change_to(SECRETARY, SECRETARY_PASSWORD).await;
    let (withdrawn, _) = counter.propose(&OLIVIA, JULIE, email(NEW)).await;
    let request = json!({ "proposal_id": withdrawn });
    counter.change_to(ADMINISTRATOR, PASSWORD).await;
    let others = counter.try_desk("withdraw_proposal", request.clone()).await;
    assert_eq!(others, Err(Failure::NotAllowed));
    counter.change_to(SECRETARY, SECRETARY_PASSWORD).await;
    counter.desk("withdraw_proposal", request).await;
    let listed = counter.desk("list_proposals", Value::Null).await;
    assert_eq!(listed["pending"], json!([]));
    let closed: Vec<_> = listed["closed"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| (line["state"].clone(), line["reason"].clone()))
        .collect();
    assert!(closed.contains(&(json!("refused"), json!("wrong_adult"))));
    assert!(closed.contains(&(json!("withdrawn"), Value::Null)));
    counter.guardian_on_file(&OLIVIA, JULIE).await;
}

#[apply(on_both_databases)]
async fn a_registry_that_says_otherwise_makes_a_proposal_obsolete(database: Database) {
    let counter = school(database).await;
    let (proposal, _) = counter.propose(&OLIVIA, JULIE, email(NEW)).await;
    counter
        .import_text(&REGISTRY.replace(JULIE, "jg@familles.example"))
        .await;
    counter.change_to(ADMINISTRATOR, PASSWORD).await;
    assert_eq!(counter.try_approve(&proposal).await, Err(Failure::NotFound));
    let listed = counter.desk("list_proposals", Value::Null).await;
    assert_eq!(listed["closed"][0]["state"], "obsolete");
    assert!(
        counter
            .acts()
            .await
            .contains(&"correction_obsolete".to_owned())
    );
    counter
        .guardian_on_file(&OLIVIA, "jg@familles.example")
        .await;
}

/// Julie has an account, with Olivia confirmed.
async fn julies_account(counter: &Counter) {
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.new_account(JULIE).await;
    counter.try_confirm(&OLIVIA).await.unwrap();
    counter.cancel_visit().await;
}

#[apply(on_both_databases)]
async fn a_restriction_is_set_at_once_and_lifted_by_two(database: Database) {
    let counter = Counter::demo_on(database).await;
    julies_account(&counter).await;
    let restrict = json!({ "kind": "restrict" });
    let (_, state) = counter.propose(&OLIVIA, JULIE, restrict).await;
    assert_eq!(state, "approved");
    let julie = counter.guardian_on_file(&OLIVIA, JULIE).await;
    assert_eq!(julie["access"], "restricted");
    assert!(!julie["suspended_at"].is_null());
    counter.start_visit_for(&OLIVIA, JULIE).await;
    assert_eq!(counter.visit().await["end"], "halted");
    counter.desk("close_visit", Value::Null).await;

    counter.add_second().await;
    let lift = json!({ "kind": "lift_restriction" });
    let (proposal, state) = counter.propose(&OLIVIA, JULIE, lift).await;
    assert_eq!(state, "pending", "there are two administrators");
    assert_eq!(
        counter.try_approve(&proposal).await,
        needs(Reason::SamePerson)
    );
    counter.advance_minutes(61);
    let second = json!({ "user_name": SECOND, "password": SECOND_PASSWORD });
    let request = json!({ "proposal_id": proposal, "second": second });
    counter.desk("approve_proposal", request).await;
    let julie = counter.guardian_on_file(&OLIVIA, JULIE).await;
    assert_eq!(
        (&julie["access"], &julie["suspended_at"]),
        (&json!("allowed"), &Value::Null)
    );
    let acts = counter.acts().await;
    for act in ["restriction_met", "associations_resumed"] {
        assert!(acts.contains(&act.to_owned()), "{act}");
    }
}

#[apply(on_both_databases)]
async fn a_lone_administrator_lifts_a_restriction_alone_and_a_secretary_never(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    counter.add_secretary().await;
    counter.change_to(SECRETARY, SECRETARY_PASSWORD).await;
    for kind in ["restrict", "lift_restriction"] {
        let refused = counter
            .try_propose(&OLIVIA, LUC, json!({ "kind": kind }))
            .await;
        assert_eq!(refused, Err(Failure::NotAllowed), "{kind}");
    }
    counter.change_to(ADMINISTRATOR, PASSWORD).await;
    let lift = json!({ "kind": "lift_restriction" });
    let (_, state) = counter.propose(&OLIVIA, LUC, lift).await;
    assert_eq!(state, "approved");
    // The next registry that says so restricts him again.
    counter.import_text(REGISTRY).await;
    assert_eq!(
        counter.guardian_on_file(&OLIVIA, LUC).await["access"],
        "restricted"
    );
}

#[apply(on_both_databases)]
async fn a_restriction_halts_the_visit_that_is_under_way(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.greet().await;
    counter
        .propose(&OLIVIA, JULIE, json!({ "kind": "restrict" }))
        .await;
    assert_eq!(counter.visit().await["end"], "halted");
}

#[apply(on_both_databases)]
async fn a_restricted_adults_address_is_for_two_administrators(database: Database) {
    let counter = school(database).await;
    set_up_alone(&counter, false).await;
    let (proposal, state) = counter.propose(&OLIVIA, LUC, email(STRANGER)).await;
    assert_eq!(state, "pending");
    assert_eq!(
        counter.try_approve(&proposal).await,
        needs(Reason::NotAdministrator)
    );
}

#[apply(on_both_databases)]
async fn one_person_does_not_accept_an_address_and_confirm_a_child_in_one_visit(
    database: Database,
) {
    for allowed in [false, true] {
        let counter = Counter::demo_on(database).await;
        let request = json!({ "secretaries_alone": true, "same_person_in_visit": allowed });
        counter.desk("set_correction_settings", request).await;
        counter.start_visit_for(&OLIVIA, JULIE).await;
        counter.propose(&OLIVIA, JULIE, email(NEW)).await;
        counter.new_account(NEW).await;
        let confirmed = counter.try_confirm(&OLIVIA).await;
        if allowed {
            confirmed.unwrap();
        } else {
            assert_eq!(confirmed, needs(Reason::SameVisit));
            // The other road is open: what the parent knows.
            let answer = counter.claim(OLIVIA.claim()).await;
            assert_eq!(answer["answer"], "matched");
            // And the other order is closed too.
            counter.cancel_visit().await;
        }
    }
    let counter = Counter::demo_on(database).await;
    let request = json!({ "secretaries_alone": true, "same_person_in_visit": false });
    counter.desk("set_correction_settings", request).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.new_account(JULIE).await;
    counter.try_confirm(&OLIVIA).await.unwrap();
    let refused = counter.try_propose(&OLIVIA, JULIE, email(NEW)).await;
    assert_eq!(refused, needs(Reason::SameVisit));
}

#[apply(on_both_databases)]
async fn a_file_is_completed_with_what_it_lacks_and_a_claim_matches_then(database: Database) {
    let counter = Counter::demo_on(database).await;
    let id = counter.student_id(&SOFIIA).await;
    let complete = async |with: Value| {
        let mut request = with;
        request["student_id"] = id.clone();
        counter.try_desk("complete_student", request).await
    };
    let invalid = |field: &str| {
        Err(Failure::Invalid {
            field: field.into(),
        })
    };
    for (with, refused) in [
        (json!({}), Err(Failure::NothingToCorrect)),
        (json!({ "birth_date": "2038-02-11" }), invalid("birth_date")),
        (
            json!({ "permanent_code": "KOVS7352180" }),
            invalid("permanent_code"),
        ),
        (
            json!({ "birth_date": "2018-02-12", "permanent_code": "KOVS73521801" }),
            invalid("permanent_code"),
        ),
        (
            json!({ "permanent_code": OLIVIA.permanent_code }),
            Err(Failure::NumberTaken),
        ),
        // Its fiche is there: what is there is not touched.
        (json!({ "fiche": "9999" }), Err(Failure::NothingToCorrect)),
    ] {
        assert_eq!(complete(with.clone()).await, refused, "{with}");
    }
    complete(json!({ "birth_date": SOFIIA.birth_date, "permanent_code": "KOVS73521801" }))
        .await
        .unwrap();
    let file = counter.student_file(&SOFIIA).await;
    assert_eq!(file["student"]["incomplete"], false);
    assert_eq!(file["history"][1]["act"], "file_completed");
    assert_eq!(counter.find("KOVS73521801").await.len(), 1);
    counter.start_visit_for(&SOFIIA, OKSANA).await;
    counter.new_account(OKSANA).await;
    let answer = counter.claim(SOFIIA.claim()).await;
    assert_eq!(answer["answer"], "matched");
}

#[apply(on_both_databases)]
async fn what_was_corrected_at_the_desk_survives_a_registry_that_does_not_know_of_it(
    database: Database,
) {
    let counter = school(database).await;
    set_up_alone(&counter, false).await;
    counter.propose(&OLIVIA, JULIE, email(NEW)).await;
    let relationship = json!({ "kind": "relationship", "relationship": "guardian" });
    counter.propose(&OLIVIA, NEW, relationship).await;
    let request = json!({
        "student_id": counter.student_id(&SOFIIA).await, "birth_date": SOFIIA.birth_date,
    });
    counter.desk("complete_student", request).await;
    counter.import_text(REGISTRY).await;
    let julie = counter.guardian_on_file(&OLIVIA, NEW).await;
    assert_eq!(julie["relationship"], "guardian");
    let mut differs = julie["differs"].as_array().unwrap().clone();
    differs.sort_by_key(|one| one["field"].as_str().unwrap().to_owned());
    assert_eq!(
        differs,
        [
            json!({ "field": "guardian_email", "old": JULIE, "new": NEW }),
            json!({ "field": "relationship", "old": "mother", "new": "guardian" }),
        ]
    );
    let file = counter.student_file(&SOFIIA).await;
    assert_eq!(file["student"]["birth_date"], SOFIIA.birth_date);
    assert_eq!(file["differs"][0]["old"], Value::Null);

    // Once the source says the same, nothing differs any more.
    counter.import_text(&REGISTRY.replace(JULIE, NEW)).await;
    let julie = counter.guardian_on_file(&OLIVIA, NEW).await;
    assert_eq!(julie["differs"].as_array().unwrap().len(), 1);
}
