//! What makes taking a registry in safe (domain.md §12): alarms, questions, undoing, cancelling, corrections that stay,
//! and adults who are gone.

use desk::contract::Failure;
use domain::Limits;
use macro_rules_attribute::apply;
use serde_json::{Value, json};
use store::{CorrectedKind, CorrectionRow, Credential, Location, Store};

use crate::counter::Counter;
use crate::databases::{Database, on_both_databases, on_the_file};
use crate::families::{FELIX, JULIE, MARIA, OLIVIA, REGISTRY};

const HEADER: &str =
    "Fiche;Nom;Prénom;Date de naissance;Code école;Répondant;Prénom répondant;Courriel répondant\n";

/// So many students of one school, each with an adult of their own.
fn many(numbers: std::ops::Range<u32>, school: u32, mailbox: &str) -> String {
    let line = |number| {
        format!(
            "{number};Roy;Élève {number};2015-03-09;{school};Roy;Adulte {number};{mailbox}{number}@example.org\n"
        )
    };
    format!("{HEADER}{}", numbers.map(line).collect::<String>())
}

async fn preview(counter: &Counter, text: &str) -> Value {
    let path = counter.file("later.csv", text);
    counter
        .desk("preview_import", json!({ "path": path }))
        .await
}

#[apply(on_both_databases)]
async fn an_alarming_file_wants_to_be_accepted(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.import_text(&many(1..41, 762_045, "a")).await;
    for (text, kind, count, of) in [
        (many(1..31, 762_045, "a"), "many_gone", 10, 40),
        (many(1..41, 762_045, "b"), "emails_changed", 40, 40),
        (many(51..61, 762_099, "c"), "other_schools", 10, 10),
    ] {
        let seen = preview(&counter, &text).await;
        assert_eq!(
            seen["alarms"],
            json!([{ "kind": kind, "count": count, "of": of }])
        );
        let token = &seen["token"];
        assert_eq!(
            counter
                .try_desk("apply_import", json!({ "token": token }))
                .await,
            Err(Failure::ImportAlarms)
        );
        assert_eq!(counter.view().await["registry"]["students"], 40, "{kind}");
    }
    let seen = preview(&counter, &many(1..31, 762_045, "a")).await;
    let request = json!({ "token": seen["token"], "accept_alarms": true });
    assert_eq!(counter.desk("apply_import", request).await["gone"], 10);
}

#[apply(on_both_databases)]
async fn an_import_undone_leaves_the_registry_as_it_was(database: Database) {
    let counter = Counter::real_on(database).await;
    assert_eq!(
        counter.try_desk("undo_import", Value::Null).await,
        Err(Failure::NothingToUndo)
    );
    counter.import_text(REGISTRY).await;
    let before = counter.student_file(&OLIVIA).await;
    counter.advance_minutes(1);
    // Renamed, regrouped, another telephone, another adult; one child gone, one new.
    let changed = REGISTRY
        .replace(
            "Tremblay;Olivia;2015-03-09;F;762945;École des Érables;501",
            "Tremblay-Roy;Olivia;2015-03-09;F;762946;École des Pins;502",
        )
        .replace("514 555-0101", "514 555-0199")
        .replace("4105;;Kovalenko;Sofiia;;F", "4106;;Wu;An;2016-01-01;F");
    counter.import_text(&changed).await;
    assert_eq!(counter.find("tremblay-roy").await.len(), 1);
    assert_eq!(counter.find("5550199").await.len(), 2);
    let undone = counter.desk("undo_import", Value::Null).await;
    assert_eq!(undone, json!({ "removed": 1, "restored": 2, "kept": 0 }));
    let after = counter.student_file(&OLIVIA).await;
    assert_eq!(after["student"], before["student"]);
    assert_eq!(after["guardians"], before["guardians"]);
    for (query, found) in [("5550101", 2), ("olivia", 1), ("kovalenko", 1)] {
        assert_eq!(counter.find(query).await.len(), found, "{query}");
    }
    for (query, name) in [("tremblay-roy", "Tremblay-Roy"), ("wu an", "Wu")] {
        let found = counter.find(query).await;
        assert!(
            found
                .iter()
                .all(|line| line["student"]["last_names"] != name)
        );
    }
    assert_eq!(
        counter.find("sofiia").await[0]["student"]["active"],
        true,
        "who was gone is back"
    );
    assert_eq!(
        counter.try_desk("undo_import", Value::Null).await,
        Err(Failure::AlreadyUndone)
    );
    assert_eq!(
        counter
            .acts()
            .await
            .iter()
            .filter(|act| *act == "import_undone")
            .count(),
        1
    );
    // What was undone can be taken in again.
    counter.import_text(&changed).await;
    assert_eq!(counter.find("tremblay-roy").await.len(), 1);
}

/// More than three chunks of an import.
const LARGE: u32 = 16_000;

#[apply(on_both_databases)]
async fn an_import_stopped_in_the_midst_leaves_nothing_behind(database: Database) {
    let counter = Counter::real_on(database).await;
    let seen = preview(&counter, &many(1..LARGE + 1, 762_045, "a")).await;
    let token = json!({ "token": seen["token"] });
    let stopped = async {
        let begun = async || {
            let progress = counter.desk("import_progress", json!(null)).await;
            (progress["phase"] == "writing" && progress["done"] != 0).then_some(())
        };
        counter.until("a chunk is written", begun).await;
        counter.desk("cancel_import", json!(null)).await;
    };
    let apply = counter.try_desk("apply_import", token.clone());
    let (applied, ()) = tokio::join!(apply, stopped);
    assert_eq!(applied, Err(Failure::ImportCancelled));
    assert_eq!(counter.view().await["registry"]["students"], 0);
    assert!(counter.find("eleve 7").await.is_empty());
    assert_eq!(
        counter.desk("import_progress", json!(null)).await,
        json!(null)
    );
    let taken = counter.import_text(REGISTRY).await;
    assert_eq!(taken["new"], 5, "the next one goes in");
}

#[apply(on_the_file)]
async fn what_was_said_in_one_chunk_holds_in_the_next() {
    let counter = Counter::real().await;
    // One mother of the first child and of the last, and a fiche that comes back at the end under another name.
    let shared = |number: u32, mailbox: &str| {
        format!("{number};Roy;Élève {number};2015-03-09;762045;Roy;Mère;{mailbox}@example.org\n")
    };
    let text = |mailbox: &str| {
        let twice = "7;Côté;Une autre;2014-01-01;762045;Roy;Adulte 7;a7@example.org\n";
        format!(
            "{HEADER}{}{}{}{twice}",
            shared(0, mailbox).replace("0;Roy;Élève 0", "99999;Roy;Élève 0"),
            many(1..LARGE, 762_045, "a").trim_start_matches(HEADER),
            shared(LARGE, mailbox),
        )
    };
    let seen = preview(&counter, &text("mere")).await;
    assert_eq!(seen["new"], LARGE + 1, "one of them stands twice");
    assert_eq!(seen["guardians"], LARGE, "the mother is one");
    let token = json!({ "token": seen["token"] });
    let taken = counter.desk("apply_import", token).await;
    assert_eq!(taken["new"], LARGE + 1);
    let again = preview(&counter, &text("mere")).await;
    assert_eq!(
        (&again["new"], &again["changed"], &again["unchanged"]),
        (&json!(0), &json!(0), &json!(LARGE + 1))
    );
    let twice = &again["unusable"][0];
    assert_eq!(
        (&twice["line"], &twice["reason"]),
        (&json!(16_003), &json!("conflicting_repeat"))
    );
}

#[apply(on_both_databases)]
async fn a_child_with_an_association_stays_when_the_import_is_undone(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.start_visit_for(&FELIX, JULIE).await;
    counter.new_account(JULIE).await;
    counter.claim(FELIX.claim()).await;
    counter.cancel_visit().await;
    let undone = counter.desk("undo_import", Value::Null).await;
    assert_eq!(
        (&undone["kept"], &undone["removed"]),
        (&json!(1), &json!(4))
    );
    let felix = counter.find("felix tremblay").await;
    assert_eq!(felix[0]["student"]["active"], false);
}

#[apply(on_both_databases)]
async fn a_doubt_is_asked_and_without_an_answer_people_stay_apart(database: Database) {
    let counter = Counter::real_on(database).await;
    counter
        .import_text(&format!("{HEADER}1;Roy;Léa;2015-03-09;;;;\n"))
        .await;
    let other_fiche = format!("{HEADER}2;Roy;Léa;2015-03-09;;;;\n");
    for (same, students) in [(None, 2), (Some(false), 2), (Some(true), 1)] {
        let seen = preview(&counter, &other_fiche).await;
        let question = &seen["questions"][0];
        assert_eq!(seen["question_count"], 1);
        assert_eq!(
            (&question["kind"], &question["line"]),
            (&json!("student"), &json!(2))
        );
        assert_eq!(question["in_file"]["fiche"], "•");
        let answers = same.map(|same| json!({ "id": question["id"], "same": same }));
        let answers: Vec<_> = answers.into_iter().collect();
        let request = json!({ "token": seen["token"], "answers": answers });
        counter.desk("apply_import", request).await;
        assert_eq!(counter.find("lea roy").await.len(), students, "{same:?}");
        counter.desk("undo_import", Value::Null).await;
    }
}

#[apply(on_both_databases)]
async fn one_address_under_another_name_is_asked_about(database: Database) {
    let counter = Counter::real_on(database).await;
    let line = |name: &str| format!("{HEADER}1;Roy;Léa;2015-03-09;;{name};Anne;anne@example.org\n");
    counter.import_text(&line("Roy")).await;
    let seen = preview(&counter, &line("Cyr")).await;
    let question = &seen["questions"][0];
    assert_eq!(question["kind"], "guardian");
    assert_eq!(
        (
            &question["in_file"]["last_names"],
            &question["on_file"]["last_names"]
        ),
        (&json!("Cyr"), &json!("Roy"))
    );
    let answers = json!([{ "id": question["id"], "same": true }]);
    let request = json!({ "token": seen["token"], "answers": answers });
    counter.desk("apply_import", request).await;
    let found = counter.find("lea roy").await;
    let student = json!({ "student_id": found[0]["student"]["id"] });
    let file = counter.desk("open_student", student).await;
    let names: Vec<_> = file["guardians"].as_array().unwrap().iter().collect();
    assert_eq!(names.len(), 1);
    assert_eq!(names[0]["guardian"]["last_names"], "Cyr");
}

#[apply(on_both_databases)]
async fn whoever_is_in_no_school_of_a_complete_file_is_gone_too(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.import_text(&many(1..3, 762_045, "a")).await;
    counter.import_text(&many(3..5, 762_046, "b")).await;
    let path = counter.file("one.csv", many(1..3, 762_045, "a"));
    for (complete, gone) in [(false, 0), (true, 2)] {
        let request = json!({ "path": path, "complete": complete });
        assert_eq!(counter.desk("preview_import", request).await["gone"], gone);
    }
    let both = counter.file(
        "both.csv",
        many(1..3, 762_045, "a") + &many(7..9, 762_047, "c")[HEADER.len()..],
    );
    let request = json!({ "path": both, "school": "762045" });
    let seen = counter.desk("preview_import", request).await;
    assert_eq!((&seen["students"], &seen["new"]), (&json!(2), &json!(0)));
}

#[apply(on_both_databases)]
async fn an_adult_whom_the_source_names_no_more_is_to_be_looked_at(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.import_text(REGISTRY).await;
    counter.start_visit_for(&FELIX, JULIE).await;
    counter.new_account(JULIE).await;
    counter.claim(FELIX.claim()).await;
    counter.cancel_visit().await;
    let gone = async || counter.desk("gone_guardians", Value::Null).await;
    assert_eq!(gone().await, json!([]));
    let without = REGISTRY.replace(
        "Gagnon-Lavoie;Julie;Mère;julie@familles.example;514 555-0101",
        "Roy;Anne;Tutrice;anne@familles.example;514 555-0188",
    );
    counter.import_text(&without).await;
    let told = gone().await;
    assert_eq!(told.as_array().unwrap().len(), 1, "{told}");
    assert_eq!(told[0]["email"], JULIE);
    counter.import_text(REGISTRY).await;
    assert_eq!(gone().await, json!([]), "the source says it again");
}

#[apply(on_the_file)]
async fn what_could_not_be_used_goes_into_a_file_for_whoever_mends_the_source() {
    let counter = Counter::real().await;
    let dirty =
        format!("{REGISTRY}4201;;Roy;Léa;31/02/2016;F;762945;École des Érables;;Actif;;;;;;;\n");
    let seen = preview(&counter, &dirty).await;
    let path = counter.file("left-out.csv", "");
    let request = json!({ "token": seen["token"], "path": path });
    counter.desk("export_unusable", request).await;
    let text = std::fs::read_to_string(path).unwrap();
    assert!(
        text.contains("later.csv;9;birth_date;••/••/••••;invalid_date"),
        "{text}"
    );
}

/// Opens the store of a closed desk, to do what no window does yet.
async fn opened(counter: &Counter) -> Store {
    let location = Location::Embedded {
        dir: counter.folder().to_owned(),
    };
    let credential = Credential::Password {
        user: None,
        password: zeroize::Zeroizing::new(crate::counter::PASSWORD.to_owned()),
    };
    let entered = Store::enter(location, credential, counter.now(), &Limits::default()).await;
    entered.unwrap().store
}

#[apply(on_the_file)]
async fn a_correction_stays_until_the_source_agrees() {
    let mut counter = Counter::real().await;
    counter.import_text(REGISTRY).await;
    let mother = counter
        .guardian_on_file(&MARIA, "paola@familles.example")
        .await;
    let mother: uuid::Uuid = mother["guardian"]["id"].as_str().unwrap().parse().unwrap();
    counter.desk.close().await;
    let corrected = "paola@ailleurs.example";
    let store = opened(&counter).await;
    let desk = store.desks().await.unwrap()[0].id;
    let stamp = store::Stamp::new(counter.now(), store::Actor::Program, desk);
    let mut row = store
        .guardian(domain::GuardianId(mother))
        .await
        .unwrap()
        .unwrap();
    row.email = Some(domain::EmailAddress::parse(corrected).unwrap());
    let mut write = store.write(stamp).await.unwrap();
    write.upsert_guardians(&[row]).await.unwrap();
    write
        .put_correction(&CorrectionRow {
            subject_kind: CorrectedKind::Guardian,
            subject_id: mother,
            second_id: mother,
            field: "guardian_email".to_owned(),
            source_value: Some("paola@familles.example".to_owned()),
            value: Some(corrected.to_owned()),
            at: counter.now(),
            staff_id: None,
        })
        .await
        .unwrap();
    let entry = store::Entry::new(store::Act::SettingsChanged, store::Subject::None);
    write.commit(entry).await.unwrap();
    store.close().await.unwrap();
    counter.restart().await;
    counter
        .sign_in(crate::counter::ADMINISTRATOR, crate::counter::PASSWORD)
        .await;

    let seen = preview(&counter, REGISTRY).await;
    assert_eq!((&seen["changed"], &seen["new"]), (&json!(0), &json!(0)));
    let note = json!({ "note": "correction_kept", "count": 1 });
    assert!(seen["notes"].as_array().unwrap().contains(&note), "{seen}");
    counter.import_text(REGISTRY).await;
    let kept = counter.guardian_on_file(&MARIA, corrected).await;
    assert_eq!(kept["guardian"]["email"], corrected);

    let agrees = REGISTRY.replace("paola@familles.example", corrected);
    counter.import_text(&agrees).await;
    let seen = preview(&counter, &agrees).await;
    assert!(!seen["notes"].as_array().unwrap().contains(&note));
    counter.desk.close().await;
    let store = opened(&counter).await;
    assert_eq!(store.corrections_of(mother).await.unwrap(), []);
    store.close().await.unwrap();
}
