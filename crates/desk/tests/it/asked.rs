//! What families ask of the school and say of a child (domain.md §6), and the secretary's list of it.

use desk::contract::Failure;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::{ADMINISTRATOR, Counter, PASSWORD, SECRETARY, SECRETARY_PASSWORD};
use crate::databases::{Database, on_both_databases};
use crate::families::{FELIX, JULIE, MARIA, OLIVIA, PAOLA, REGISTRY, STRANGER};

async fn listed(counter: &Counter, which: &str) -> Vec<Value> {
    let list = counter.desk("list_requests", Value::Null).await;
    list[which].as_array().unwrap().clone()
}

fn mai() -> Value {
    json!({
        "last_names": "Gagnon", "first_names": "Mai", "birth_date": "2021-03-01",
        "school_wished": " École des Érables ",
    })
}

async fn set_state(counter: &Counter, request: &Value, state: &str) -> Result<Value, Failure> {
    let request = json!({ "request_id": request["id"], "state": state });
    counter.try_desk("set_request_state", request).await
}

#[apply(on_both_databases)]
async fn a_child_who_was_never_enrolled_joins_the_list_with_how_to_reach_the_family(
    database: Database,
) {
    let counter = Counter::demo_on(database).await;
    counter.greet().await;
    let early = counter.try_parent("ask_registration", mai()).await;
    assert_eq!(early, Err(Failure::OutOfStep));
    counter.cancel_visit().await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.new_account(JULIE).await;
    for (field, value) in [
        ("last_names", json!(" - ")),
        ("first_names", json!("")),
        ("birth_date", json!("2027-01-01")),
        ("phone", json!("5".repeat(201))),
    ] {
        let mut wrong = mai();
        wrong[field] = value;
        let refused = counter.try_parent("ask_registration", wrong).await;
        let field = field.to_owned();
        assert_eq!(refused, Err(Failure::Invalid { field }));
    }
    for _ in 0..2 {
        counter.parent("ask_registration", mai()).await;
    }
    let open = listed(&counter, "open").await;
    assert_eq!(open.len(), 1, "a second press asks nothing more");
    assert_eq!(open[0]["kind"], "first_registration");
    let told = [
        "last_names",
        "birth_date",
        "school_wished",
        "adult_name",
        "email",
        "phone",
    ];
    assert_eq!(
        told.map(|field| open[0][field].as_str().unwrap().to_owned()),
        [
            "Gagnon",
            "2021-03-01",
            "École des Érables",
            "Julie Gagnon-Lavoie",
            JULIE,
            "514 555-0101"
        ]
    );
    assert_eq!(counter.view().await["open_requests"], 1);
    assert_eq!(
        counter.visit().await["children"],
        json!([]),
        "nothing is tied"
    );
}

#[apply(on_both_databases)]
async fn a_confirmed_child_is_asked_for_next_year_and_a_child_of_others_is_told_of(
    database: Database,
) {
    let counter = Counter::demo_on(database).await;
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.new_account(JULIE).await;
    let tell = async |about: &str, child: Option<u32>| {
        counter.advance_minutes(1);
        let request = json!({ "about": about, "child": child });
        counter.try_parent("tell_school", request).await
    };
    let none = Err(Failure::NotFound);
    assert_eq!(tell("re_registration", None).await, none);
    assert_eq!(tell("re_registration", Some(0)).await, none);
    tell("not_guardian", None).await.unwrap();
    counter.try_confirm(&OLIVIA).await.unwrap();
    counter.advance_minutes(1);
    counter.try_confirm(&FELIX).await.unwrap();
    tell("re_registration", Some(1)).await.unwrap();
    tell("not_my_child", Some(0)).await.unwrap();
    assert_eq!(counter.parent_step().await["step"], "children", "no trap");
    let told: Vec<_> = listed(&counter, "open")
        .await
        .iter()
        .map(|line| json!([line["kind"], line["student"]["first_names"]]))
        .collect();
    assert_eq!(
        told,
        [
            json!(["not_guardian", "Olivia"]),
            json!(["re_registration", "Félix"]),
            json!(["not_my_child", "Olivia"]),
        ]
    );
    let children = counter.visit().await["children"].clone();
    assert_eq!(
        children.as_array().unwrap().len(),
        2,
        "the school looks first"
    );
}

#[apply(on_both_databases)]
async fn the_secretary_calls_and_closes_and_a_closed_one_goes_after_30_june(database: Database) {
    let counter = Counter::real_on(database).await;
    let mut request = mai();
    request["adult_name"] = json!("Lan Gagnon");
    let refused = counter.try_desk("take_down_request", request.clone()).await;
    let field = "phone".to_owned();
    assert_eq!(refused, Err(Failure::Invalid { field }));
    request["phone"] = json!("514 555-0177");
    counter.desk("take_down_request", request.clone()).await;
    request["first_names"] = json!("Linh");
    counter.desk("take_down_request", request).await;
    let open = listed(&counter, "open").await;
    assert_eq!(open[0]["taken_by"], ADMINISTRATOR);

    set_state(&counter, &open[0], "called").await.unwrap();
    let again = set_state(&counter, &open[0], "called").await;
    assert_eq!(again, Err(Failure::NotFound));
    set_state(&counter, &open[0], "closed").await.unwrap();
    assert_eq!(listed(&counter, "closed").await[0]["first_names"], "Mai");
    let journal = counter.journal().await;
    let moved: Vec<_> = journal
        .iter()
        .filter(|line| line["act"].as_str().unwrap().starts_with("request_"))
        .map(|line| line["detail"].as_str().unwrap())
        .collect();
    assert_eq!(
        moved,
        [
            "first_registration",
            "first_registration",
            "called",
            "closed"
        ]
    );

    for (days, kept) in [(302, 1), (1, 0)] {
        counter.advance_minutes(days * 24 * 60);
        counter.change_to(ADMINISTRATOR, PASSWORD).await;
        let closed = listed(&counter, "closed").await;
        assert_eq!(closed.len(), kept, "{}", counter.now());
    }
    let open = listed(&counter, "open").await;
    assert_eq!(open.len(), 1, "what nobody closed stays in sight");
    assert!(counter.acts().await.contains(&"requests_erased".to_owned()));
}

#[apply(on_both_databases)]
async fn an_adult_who_is_not_on_the_file_is_restricted_by_name_and_address(database: Database) {
    let counter = Counter::real_on(database).await;
    // Paola stands on Olivia's file too, under another of her names.
    counter.import_text(REGISTRY).await;
    counter.add_secretary().await;
    let student = counter.student_id(&OLIVIA).await;
    let request = |last: &str, first: &str, email: &str| {
        json!({
            "student_id": student, "last_names": last, "first_names": first, "email": email,
            "tie_document": "court_document",
        })
    };
    let known = request("gagnon lavoie", "JULIE", "");
    let refused = counter.try_desk("restrict_adult", known).await;
    assert_eq!(refused, Err(Failure::NothingToCorrect));
    let paola = request("García López", "Paola", PAOLA);
    counter.desk("restrict_adult", paola.clone()).await;
    counter
        .desk("restrict_adult", request("Roy", "Paul", STRANGER))
        .await;
    for address in [PAOLA, STRANGER] {
        let line = counter.guardian_on_file(&OLIVIA, address).await;
        assert_eq!(line["access"], "restricted", "{address}");
    }
    let own = counter.guardian_on_file(&MARIA, PAOLA).await;
    assert_eq!(
        own["access"], "allowed",
        "for her own child nothing changes"
    );
    let proposed = counter
        .try_propose(
            &OLIVIA,
            JULIE,
            json!({ "kind": "email", "email": STRANGER }),
        )
        .await;
    assert_eq!(proposed, Err(Failure::Restricted), "the address neither");
    counter.change_to(SECRETARY, SECRETARY_PASSWORD).await;
    let refused = counter.try_desk("restrict_adult", paola).await;
    assert_eq!(refused, Err(Failure::NotAllowed));
}

#[apply(on_both_databases)]
async fn a_correction_that_waits_is_marked_where_the_child_is_found(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    let (_, state) = counter
        .propose(
            &OLIVIA,
            JULIE,
            json!({ "kind": "email", "email": STRANGER }),
        )
        .await;
    assert_eq!(state, "pending");
    for (child, waits) in [("olivia", true), ("maria", false)] {
        let found = counter.find(child).await;
        assert_eq!(found[0]["proposal_waits"], waits, "{child}");
    }
}
