//! The child's own names and birth date corrected (domain.md §6, §12): from the diagnosis of a claim or from the file,
//! proposed by one and approved by another.

use desk::contract::Failure;
use domain::SecondPersonReason as Reason;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::{ADMINISTRATOR, Counter, PASSWORD, SECRETARY, SECRETARY_PASSWORD};
use crate::databases::{Database, on_both_databases};
use crate::families::{Child, FELIX, JULIE, MARIA, OLIVIA, PAOLA, REGISTRY, SOFIIA};

/// A real desk with the families, and a secretary at it who has been there for a while.
async fn school(database: Database) -> Counter {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    counter.add_secretary().await;
    counter.advance_minutes(24 * 60);
    counter.change_to(SECRETARY, SECRETARY_PASSWORD).await;
    counter
}

fn identity(last_names: &str, first_names: &str, birth_date: Option<&str>) -> Value {
    json!({
        "kind": "student", "last_names": last_names, "first_names": first_names, "birth_date": birth_date,
    })
}

async fn try_correct(
    counter: &Counter,
    child: &Child,
    correction: Value,
    in_visit: bool,
) -> Result<Value, Failure> {
    let request = json!({
        "student_id": counter.student_id(child).await, "guardian_id": null, "correction": correction,
        "tie_document": "birth_certificate", "in_visit": in_visit,
    });
    counter.try_desk("propose_correction", request).await
}

fn invalid(field: &str) -> Result<Value, Failure> {
    let field = field.into();
    Err(Failure::Invalid { field })
}

/// What is wrong with the visit, the act that mends it, and the others.
async fn wrong(counter: &Counter) -> Value {
    let seen = counter.visit().await["diagnosis"].clone();
    json!([seen["what"], seen["mend"], seen["others"]])
}

#[apply(on_both_databases)]
async fn a_child_whose_file_is_wrong_is_corrected_and_the_same_claim_then_matches(
    database: Database,
) {
    let families = [
        (
            MARIA,
            PAOLA,
            "last_names",
            "De la Cruz García Peña",
            "names_unlike",
        ),
        (FELIX, JULIE, "first_names", "Félix Antoine", "names_unlike"),
        (FELIX, JULIE, "birth_date", "2018-06-16", "claim_unlike"),
    ];
    for (child, address, field, stated, what) in families {
        let counter = Counter::demo_on(database).await;
        counter.add_secretary().await;
        counter.advance_minutes(61);
        counter.new_account(address).await;
        let claim = child.claim_with(field, stated);
        assert_eq!(
            counter.claim(claim.clone()).await["answer"],
            "does_not_match"
        );
        assert_eq!(
            wrong(&counter).await,
            json!([what, "correct_claim", ["confirm_in_person", "correct_file"]])
        );
        let said = |field: &str| claim[field].as_str().unwrap().to_owned();
        let correction = identity(
            &said("last_names"),
            &said("first_names"),
            Some(&said("birth_date")),
        );
        let made = try_correct(&counter, &child, correction, true)
            .await
            .unwrap();
        assert_eq!(made["state"], "pending", "it waits for a second person");
        assert_eq!(
            wrong(&counter).await,
            json!([
                "file_waits",
                "approve_proposal",
                ["correct_claim", "confirm_in_person"]
            ])
        );
        let step = counter.parent_step().await.to_string();
        assert!(!step.contains(stated), "the parent is told nothing: {step}");
        second_person_approves(&counter, &made["proposal_id"]).await;
        assert_eq!(
            wrong(&counter).await,
            json!(["file_corrected", null, ["confirm_in_person"]])
        );
        let answer = counter.claim(claim).await;
        assert_eq!(answer["answer"], "matched", "{field}: {answer}");
    }
}

/// The demo's own member proposed: the one who comes is let in by the school's settings.
async fn second_person_approves(counter: &Counter, proposal: &Value) {
    let settings = json!({ "secretaries_alone": true, "same_person_in_visit": false });
    counter.desk("set_correction_settings", settings).await;
    let second = json!({ "user_name": SECRETARY, "password": SECRETARY_PASSWORD });
    let request = json!({ "proposal_id": proposal, "second": second });
    counter.desk("approve_proposal", request).await;
}

#[apply(on_both_databases)]
async fn a_childs_correction_is_seen_decided_and_told_as_any_other(database: Database) {
    let counter = school(database).await;
    let correction = identity("Tremblay Gagnon", "Olivia", Some(OLIVIA.birth_date));
    let made = try_correct(&counter, &OLIVIA, correction.clone(), false)
        .await
        .unwrap();
    assert_eq!(made["state"], "pending");
    let proposal = &made["proposal_id"];
    let file = counter.student_file(&OLIVIA).await;
    assert_eq!(
        file["proposals"][0]["changes"],
        json!([{ "field": "last_names", "old": "Tremblay", "new": "Tremblay Gagnon" }]),
        "what stays is not shown"
    );
    assert_eq!(file["proposals"][0]["guardian"], Value::Null);
    let hits = counter.find("olivia tremblay").await;
    assert_eq!(hits[0]["proposal_waits"], true);
    assert_eq!(counter.view().await["pending_proposals"], 1);
    let again = try_correct(&counter, &OLIVIA, correction.clone(), false).await;
    assert_eq!(again, Err(Failure::AlreadyProposed));
    let reason = Reason::NotAdministrator.into();
    assert_eq!(
        counter.try_approve(proposal).await,
        Err(Failure::SecondPersonNeeded { reason })
    );

    counter.change_to(ADMINISTRATOR, PASSWORD).await;
    let refuse = json!({ "proposal_id": proposal, "reason": "mistyped" });
    counter.desk("refuse_proposal", refuse).await;
    counter.change_to(SECRETARY, SECRETARY_PASSWORD).await;
    let made = try_correct(&counter, &OLIVIA, correction.clone(), false).await;
    let withdraw = json!({ "proposal_id": made.unwrap()["proposal_id"] });
    counter.desk("withdraw_proposal", withdraw).await;
    let made = try_correct(&counter, &OLIVIA, correction, false)
        .await
        .unwrap();
    counter.change_to(ADMINISTRATOR, PASSWORD).await;
    counter.try_approve(&made["proposal_id"]).await.unwrap();
    let acts: Vec<_> = counter
        .acts()
        .await
        .into_iter()
        .filter(|act| act.starts_with("correction"))
        .collect();
    assert_eq!(
        acts,
        [
            "correction_proposed",
            "correction_refused",
            "correction_proposed",
            "correction_withdrawn",
            "correction_proposed",
            "correction_approved",
        ]
    );
    let details: Vec<_> = counter.journal().await;
    let told = details
        .iter()
        .find(|line| line["act"] == "correction_approved");
    assert_eq!(told.unwrap()["detail"], "student+birth_certificate");
}

#[apply(on_both_databases)]
async fn a_corrected_child_is_found_by_the_new_name_and_stays_so_through_imports(
    database: Database,
) {
    let counter = school(database).await;
    set_alone(&counter).await;
    let correction = identity("Tremblay", "Félix Antoine", Some("2018-06-16"));
    let made = try_correct(&counter, &FELIX, correction, false)
        .await
        .unwrap();
    assert_eq!(made["state"], "approved", "the school lets her");
    assert_eq!(counter.find("antoine").await.len(), 1);
    let nameless = REGISTRY.replace("4102;;Tremblay;Félix", ";;Tremblay;Félix");
    for registry in [REGISTRY, &nameless, REGISTRY] {
        counter.import_text(registry).await;
        let found = counter.find("félix").await;
        assert_eq!(found.len(), 1, "one child, whom the source still names so");
        assert_eq!(found[0]["student"]["first_names"], "Félix Antoine");
        assert_eq!(found[0]["student"]["birth_date"], "2018-06-16");
        assert_eq!(found[0]["student"]["active"], true);
        let file = file_of(&counter, &found).await;
        assert_eq!(
            file["differs"],
            json!([
                { "field": "birth_date", "old": FELIX.birth_date, "new": "2018-06-16" },
                { "field": "first_names", "old": "Félix", "new": "Félix Antoine" },
            ])
        );
    }
    // Once the source says the same, nothing differs any more.
    let agreeing = REGISTRY.replace("Félix;2018-06-15", "Félix Antoine;2018-06-16");
    counter.import_text(&agreeing).await;
    let found = counter.find("félix").await;
    let file = file_of(&counter, &found).await;
    assert_eq!(file["differs"], json!([]));
}

async fn file_of(counter: &Counter, found: &[Value]) -> Value {
    let request = json!({ "student_id": found[0]["student"]["id"] });
    counter.desk("open_student", request).await
}

async fn set_alone(counter: &Counter) {
    counter.change_to(ADMINISTRATOR, PASSWORD).await;
    let settings = json!({ "secretaries_alone": true, "same_person_in_visit": false });
    counter.desk("set_correction_settings", settings).await;
    counter.change_to(SECRETARY, SECRETARY_PASSWORD).await;
}

#[apply(on_both_databases)]
async fn a_registry_that_says_otherwise_of_the_child_makes_the_proposal_obsolete(
    database: Database,
) {
    let counter = school(database).await;
    let correction = identity("Tremblay", "Félix Antoine", None);
    let made = try_correct(&counter, &FELIX, correction, false)
        .await
        .unwrap();
    counter
        .import_text(&REGISTRY.replace("Tremblay;Félix", "Tremblay;Félix A."))
        .await;
    counter.change_to(ADMINISTRATOR, PASSWORD).await;
    assert_eq!(
        counter.try_approve(&made["proposal_id"]).await,
        Err(Failure::NotFound)
    );
    let listed = counter.desk("list_proposals", Value::Null).await;
    assert_eq!(listed["closed"][0]["state"], "obsolete");
}

#[apply(on_both_databases)]
async fn what_says_nothing_new_of_a_child_or_cannot_be_is_refused(database: Database) {
    let counter = school(database).await;
    let born = Some(OLIVIA.birth_date);
    for (child, correction, refused) in [
        (
            &OLIVIA,
            identity("Tremblay", "Olivia", born),
            Err(Failure::NothingToCorrect),
        ),
        (
            &OLIVIA,
            identity("Tremblay", "Olivia", None),
            Err(Failure::NothingToCorrect),
        ),
        (
            &OLIVIA,
            identity(" ", "Olivia", born),
            invalid("last_names"),
        ),
        (&OLIVIA, identity("Roy", "-", born), invalid("first_names")),
        (
            &FELIX,
            identity("Tremblay", "Félix", Some("2038-06-15")),
            invalid("birth_date"),
        ),
        // Her permanent code says the day as well.
        (
            &OLIVIA,
            identity("Tremblay", "Olivia", Some("2015-03-10")),
            invalid("birth_date_by_code"),
        ),
    ] {
        let proposed = try_correct(&counter, child, correction.clone(), false).await;
        assert_eq!(proposed, refused, "{correction}");
    }
    let mut request = json!({
        "student_id": counter.student_id(&SOFIIA).await, "guardian_id": null,
        "correction": identity("Kovalenko", "Sofia", None), "in_visit": false,
    });
    let unseen = counter
        .try_desk("propose_correction", request.clone())
        .await;
    assert_eq!(unseen, invalid("child_document"));
    request["identity_document"] = json!("passport");
    let made = counter.desk("propose_correction", request.clone()).await;
    assert_eq!(made["state"], "pending", "a passport says it too");
    request["in_visit"] = json!(true);
    let no_visit = counter.try_desk("propose_correction", request).await;
    assert_eq!(no_visit, Err(Failure::NoVisit));
}
