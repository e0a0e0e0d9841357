//! A student who comes of age (domain.md §6): what ties adults to them is suspended until they agree, and the secretary
//! sees it coming.

use chrono::{Datelike as _, NaiveDate};
use desk::contract::Failure;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::{Counter, PARENT_PASSWORD};
use crate::databases::{Database, on_both_databases};
use crate::families::{JULIE, LUC, OLIVIA, REGISTRY};

const FICHE: &str = "4190";

/// The day after today, on which Noah is of age.
fn tomorrow(counter: &Counter) -> NaiveDate {
    counter.now().date_naive().succ_opt().unwrap()
}

/// A desk at which Julie has confirmed her Noah, who is of age tomorrow.
async fn noah_is_confirmed(database: Database) -> Counter {
    let counter = Counter::demo_on(database).await;
    let day = tomorrow(&counter);
    let born = day.with_year(day.year() - 18).unwrap();
    let noah = |adult: &str| {
        format!(
            "{FICHE};;Tremblay;Noah;{born};M;762945;École des Érables;505;Actif;{adult};Autorisé\n"
        )
    };
    let julie = "Gagnon-Lavoie;Julie;Mère;julie@familles.example;514 555-0101;Français";
    let luc = "Tremblay;Luc;Père;luc@familles.example;514 555-0102;Français";
    let registry = format!("{REGISTRY}{}{}", noah(julie), noah(luc));
    counter.import_text(&registry).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.new_account(JULIE).await;
    let answer = counter.claim(claim(&json!(born))).await;
    assert_eq!(answer["answer"], "matched", "{answer}");
    counter
}

/// What Julie states of Noah.
fn claim(born: &Value) -> Value {
    let mut claim = OLIVIA.claim_with("first_names", "Noah");
    (claim["birth_date"], claim["number"]) = (born.clone(), FICHE.into());
    claim
}

async fn file(counter: &Counter) -> Value {
    let found = counter.find(FICHE).await;
    let id = &found[0]["student"]["id"];
    counter
        .desk("open_student", json!({ "student_id": id }))
        .await
}

async fn adult(counter: &Counter, address: &str) -> Value {
    let file = file(counter).await;
    let mut adults = file["guardians"].as_array().unwrap().iter();
    let found = adults.find(|one| one["guardian"]["email"] == address);
    found.unwrap().clone()
}

/// A night passes, and the desk is opened.
async fn the_next_morning(counter: &Counter) {
    counter.cancel_visit().await;
    counter.desk("leave_demo", Value::Null).await;
    counter.advance_minutes(24 * 60);
    counter.desk("open_demo", Value::Null).await;
    let suspended = async || {
        adult(counter, JULIE).await["suspended_at"]
            .as_str()
            .map(drop)
    };
    counter.until("Julie is parted from Noah", suspended).await;
}

async fn names_on_screen(counter: &Counter) -> Vec<Value> {
    let step = counter.parent_step().await;
    let children = step["children"].as_array().unwrap().iter();
    children.map(|child| child["first_names"].clone()).collect()
}

/// The adult of this address, whom the student agrees to or not any more.
async fn about(counter: &Counter, address: &str) -> Value {
    json!({
        "student_id": file(counter).await["student"]["id"],
        "guardian_id": adult(counter, address).await["guardian"]["id"],
        "identity_document": "passport",
    })
}

async fn confirm_noah(counter: &Counter) -> Result<Value, Failure> {
    let id = file(counter).await["student"]["id"].clone();
    let seen = json!({ "student_id": id, "tie_document": "birth_certificate" });
    let request = json!({ "identity_document": "passport", "children": [seen] });
    counter.try_desk("confirm_in_person", request).await
}

#[apply(on_both_databases)]
async fn a_student_of_age_is_seen_by_no_adult_until_they_agree(database: Database) {
    let counter = noah_is_confirmed(database).await;
    let day = tomorrow(&counter);
    let coming = counter.desk("view_day", Value::Null).await["coming_of_age"].clone();
    assert_eq!(coming.as_array().unwrap().len(), 1);
    assert_eq!(coming[0]["student"]["first_names"], "Noah");
    assert_eq!(coming[0]["on"], json!(day));
    assert_eq!(file(&counter).await["of_age_since"], Value::Null);

    the_next_morning(&counter).await;
    let seen = file(&counter).await;
    assert_eq!(seen["of_age_since"], json!(day));
    let acts = seen["history"].as_array().unwrap().iter();
    assert!(
        acts.clone()
            .any(|line| line["act"] == "student_came_of_age")
    );
    let coming = counter.desk("view_day", Value::Null).await["coming_of_age"].clone();
    assert_eq!(coming, json!([]), "it is past");

    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.greet().await;
    counter.parent("wish_sign_in", Value::Null).await;
    let request = json!({ "address": JULIE, "password": PARENT_PASSWORD });
    counter.parent("sign_in_parent", request).await;
    assert_eq!(names_on_screen(&counter).await, [] as [Value; 0]);
    let born = seen["student"]["birth_date"].clone();
    assert_eq!(counter.claim(claim(&born)).await["answer"], "see_secretary");
    let diagnosis = counter.visit().await["diagnosis"].clone();
    assert_eq!(
        (&diagnosis["what"], &diagnosis["mend"]),
        (&json!("student_of_age"), &json!("open_file"))
    );
    assert_eq!(confirm_noah(&counter).await, Err(Failure::AgreementNeeded));

    counter
        .desk("record_agreement", about(&counter, JULIE).await)
        .await;
    let julie = adult(&counter, JULIE).await;
    assert_eq!(julie["suspended_at"], Value::Null);
    assert!(julie["agreed_at"].is_string());
    assert_eq!(adult(&counter, LUC).await["agreed_at"], Value::Null);
    assert_eq!(names_on_screen(&counter).await, ["Noah"]);
    assert_eq!(
        counter.visit().await["diagnosis"]["what"],
        "sibling_missing"
    );

    counter
        .desk("withdraw_agreement", about(&counter, JULIE).await)
        .await;
    assert_eq!(names_on_screen(&counter).await, [] as [Value; 0]);
    let acts = counter.acts().await;
    for act in [
        "student_agreed",
        "associations_resumed",
        "agreement_withdrawn",
    ] {
        assert!(acts.contains(&act.to_owned()), "{act}");
    }
}

#[apply(on_both_databases)]
async fn nobody_agrees_before_their_time_nor_to_a_restricted_adult_nor_to_a_stranger(
    database: Database,
) {
    let counter = noah_is_confirmed(database).await;
    let julie = about(&counter, JULIE).await;
    let early = counter.try_desk("record_agreement", julie.clone()).await;
    assert_eq!(early, Err(Failure::OutOfStep));
    the_next_morning(&counter).await;
    let nothing = counter.try_desk("withdraw_agreement", julie).await;
    assert_eq!(nothing, Err(Failure::NotFound));
    let mut stranger = about(&counter, JULIE).await;
    let of_another = counter.guardian_on_file(&crate::families::SOFIIA, crate::families::OKSANA);
    stranger["guardian_id"] = of_another.await["guardian"]["id"].clone();
    let refused = counter.try_desk("record_agreement", stranger).await;
    assert_eq!(refused, Err(Failure::NotFound));
    let luc = about(&counter, LUC).await;
    let restrict = json!({
        "student_id": luc["student_id"], "guardian_id": luc["guardian_id"],
        "correction": { "kind": "restrict" }, "identity_document": "passport",
        "tie_document": "court_document", "in_visit": false,
    });
    counter.desk("propose_correction", restrict).await;
    let refused = counter.try_desk("record_agreement", luc).await;
    assert_eq!(refused, Err(Failure::Restricted));
}

#[apply(on_both_databases)]
async fn a_birth_date_that_was_wrong_gives_the_child_back(database: Database) {
    let counter = noah_is_confirmed(database).await;
    the_next_morning(&counter).await;
    let settings = json!({ "secretaries_alone": true, "same_person_in_visit": true });
    counter.desk("set_correction_settings", settings).await;
    let request = json!({
        "student_id": file(&counter).await["student"]["id"], "guardian_id": null,
        "tie_document": "birth_certificate", "in_visit": false,
        "correction": {
            "kind": "student", "last_names": "Tremblay", "first_names": "Noah", "birth_date": "2012-05-06",
        },
    });
    counter.desk("propose_correction", request).await;
    assert_eq!(adult(&counter, JULIE).await["suspended_at"], Value::Null);
}

#[apply(on_both_databases)]
async fn a_birth_date_that_the_source_mends_gives_the_child_back(database: Database) {
    let counter = noah_is_confirmed(database).await;
    the_next_morning(&counter).await;
    let noah =
        format!("{FICHE};;Tremblay;Noah;2012-05-06;M;762945;École des Érables;505;Actif;;;;;;;\n");
    counter.import_text(&format!("{REGISTRY}{noah}")).await;
    counter.desk("leave_demo", Value::Null).await;
    counter.desk("open_demo", Value::Null).await;
    let is_back = async || {
        adult(&counter, JULIE).await["suspended_at"]
            .is_null()
            .then_some(())
    };
    counter.until("Noah is Julie's again", is_back).await;
}
