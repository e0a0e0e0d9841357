//! "Which service centre is this school in?": the list that an administrator loads, asked at the desk and by a parent.

use std::path::PathBuf;

use desk::contract::Failure;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::{Counter, SECRETARY, SECRETARY_PASSWORD};
use crate::databases::{Database, on_both_databases, on_the_file};

const LIST: &str = "\
css;code;nom;municipalite
831000;831001;École de l'Envol;Laval
762000;762001;École Saint-Joseph;Montréal
762000;762001;École Saint-Joseph;Montréal
863000;863001;École Saint-Joseph;Hudson
999999;999001;École de nulle part;Ailleurs
";

async fn load(counter: &Counter, text: &str) -> Result<Value, Failure> {
    let path = counter.file("schools.csv", text);
    counter
        .try_desk("load_schools", json!({ "path": path }))
        .await
}

async fn centres(counter: &Counter, query: &str) -> Vec<(String, Option<String>)> {
    let found = counter
        .desk("find_service_centres", json!({ "query": query }))
        .await;
    let offered = counter
        .parent("offer_service_centres", json!({ "query": query }))
        .await;
    assert_eq!(found, offered, "both windows find the same");
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let line = |one: &Value| {
        (
            text(&one["centre"]["code"]).unwrap(),
            text(&one["school"]["name"]),
        )
    };
    found.as_array().unwrap().iter().map(line).collect()
}

#[apply(on_both_databases)]
async fn a_school_is_told_with_its_service_centre(database: Database) {
    let counter = Counter::real_on(database).await;
    let none = json!({ "schools": [], "more": false });
    assert_eq!(
        counter
            .desk("find_schools", json!({ "query": "envol" }))
            .await,
        none
    );
    for replaced in [0, 3] {
        let told = json!({ "schools": 3, "replaced": replaced, "unusable": 1 });
        assert_eq!(load(&counter, LIST).await, Ok(told));
    }
    assert_eq!(
        counter.desk("view_school_list", Value::Null).await,
        json!({ "schools": 3 })
    );
    let found = counter
        .desk("find_schools", json!({ "query": "st-joseph" }))
        .await;
    let names: Vec<_> = found["schools"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["centre"]["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["CSS de Montréal", "CSS des Hautes-Rivières"]);
    let journal = counter.journal().await;
    let entry = journal
        .iter()
        .rfind(|line| line["act"] == "schools_loaded")
        .unwrap();
    assert_eq!(entry["detail"], "3");
}

#[apply(on_both_databases)]
async fn a_service_centre_is_found_by_its_name_first_then_by_a_school(database: Database) {
    let counter = Counter::real_on(database).await;
    let one = |code: &str, school: Option<&str>| (code.to_owned(), school.map(str::to_owned));
    assert_eq!(centres(&counter, "joseph").await, []);
    load(&counter, LIST).await.unwrap();
    assert_eq!(
        centres(&counter, "laval").await,
        [one("831000", None), one("831000", Some("École de l'Envol"))]
    );
    assert_eq!(
        centres(&counter, "joseph hudson").await,
        [one("863000", Some("École Saint-Joseph"))]
    );
    assert_eq!(centres(&counter, "").await.len(), 72);
    assert_eq!(centres(&counter, "831000").await, [one("831000", None)]);
}

#[apply(on_both_databases)]
async fn a_secretary_asks_the_list_and_does_not_change_it(database: Database) {
    let counter = Counter::real_on(database).await;
    load(&counter, LIST).await.unwrap();
    counter.add_secretary().await;
    counter.sign_out().await;
    counter.sign_in(SECRETARY, SECRETARY_PASSWORD).await;
    assert_eq!(load(&counter, LIST).await, Err(Failure::NotAllowed));
    let found = counter
        .desk("find_schools", json!({ "query": "envol" }))
        .await;
    assert_eq!(found["schools"].as_array().unwrap().len(), 1);
}

#[apply(on_the_file)]
async fn a_file_that_is_no_list_says_why_and_leaves_the_one_before() {
    let counter = Counter::real().await;
    load(&counter, LIST).await.unwrap();
    for (text, reason, detail) in [
        ("", "empty", None),
        (
            "Fiche;Nom;Prénom\n1;Roy;Jo\n",
            "missing_column",
            Some("css"),
        ),
        ("css;code;nom\n1;2;3\n", "empty", None),
    ] {
        let refused = load(&counter, text).await.unwrap_err();
        let Failure::FileUnusable {
            reason: why,
            detail: of,
        } = refused
        else {
            panic!("{refused:?}");
        };
        assert_eq!(
            (why.0.as_str(), of.as_deref()),
            (reason, detail),
            "{text:?}"
        );
    }
    assert_eq!(
        counter.desk("view_school_list", Value::Null).await,
        json!({ "schools": 3 })
    );
}

#[apply(on_the_file)]
async fn the_real_list_answers_where_it_is_at_hand() {
    let Some(data) = std::env::var_os("GUICHET_SHARED_DATA") else {
        return;
    };
    let counter = Counter::real().await;
    let path = PathBuf::from(data).join("schools-2022.csv");
    let told = counter.desk("load_schools", json!({ "path": path })).await;
    assert_eq!(
        told,
        json!({ "schools": 2745, "replaced": 0, "unusable": 0 })
    );
    let found = counter
        .desk("find_schools", json!({ "query": "harington" }))
        .await;
    assert_eq!(found["schools"][0]["centre"]["code"], "689000");
}
