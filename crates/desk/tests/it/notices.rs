//! Notices to parents (domain.md §1): when and in which languages they are shown, and what they may not hold.

use desk::contract::Failure;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::{Counter, SECRETARY, SECRETARY_PASSWORD};
use crate::databases::{Database, on_both_databases};

/// In French and English; Arabic is left empty.
fn notice(text: &str, first_day: &str, last_day: &str) -> Value {
    json!({
        "notice_id": null, "first_day": first_day, "last_day": last_day,
        "texts": [
            { "language": "fr-CA", "text": text },
            { "language": "en-CA", "text": "Welcome" },
            { "language": "ar", "text": " " },
        ],
    })
}

async fn shown(counter: &Counter) -> Vec<Value> {
    let view = counter.parent("view_parent", Value::Null).await;
    view["notices"].as_array().unwrap().clone()
}

#[apply(on_both_databases)]
async fn a_notice_stands_on_the_welcome_screen_between_its_days_in_each_language(
    database: Database,
) {
    let counter = Counter::real_on(database).await;
    let request = notice("Le portail ouvre bientôt.", "2026-09-02", "2026-09-03");
    counter.desk("save_notice", request).await;
    for (day, expected) in [(1, 0), (2, 1), (3, 1), (4, 0)] {
        assert_eq!(shown(&counter).await.len(), expected, "on September {day}");
        counter.advance_minutes(24 * 60);
    }
    counter.advance_minutes(-2 * 24 * 60);
    let notices = shown(&counter).await;
    let texts = notices[0].as_array().unwrap();
    let languages: Vec<_> = texts
        .iter()
        .map(|text| (text["locale"].as_str(), text["text_locale"].as_str()))
        .collect();
    for pair in [("fr-CA", "fr-CA"), ("en-CA", "en-CA"), ("ar", "fr-CA")] {
        let pair = (Some(pair.0), Some(pair.1));
        assert!(languages.contains(&pair), "{pair:?} in {languages:?}");
    }
    counter.greet().await;
    assert_eq!(shown(&counter).await, [] as [Value; 0], "welcome is over");
    let listed = counter.desk("list_notices", Value::Null).await;
    let request = json!({ "notice_id": listed[0]["id"] });
    counter.desk("remove_notice", request).await;
    let listed = counter.desk("list_notices", Value::Null).await;
    assert_eq!(listed, json!([]));
}

#[apply(on_both_databases)]
async fn a_notice_needs_french_and_never_holds_a_number(database: Database) {
    let counter = Counter::real_on(database).await;
    let (first, last) = ("2026-09-01", "2026-09-30");
    let invalid = |field: &str| Failure::Invalid {
        field: field.to_owned(),
    };
    let holds_a_number = Failure::HoldsANumber {
        language: "fr-CA".into(),
    };
    for (text, from, to, failure) in [
        ("", first, last, invalid("fr-CA")),
        ("Bonjour", last, first, invalid("last_day")),
        ("Sa fiche : 4101", first, last, holds_a_number.clone()),
        ("TREO71531501", first, last, holds_a_number),
    ] {
        let refused = counter
            .try_desk("save_notice", notice(text, from, to))
            .await;
        assert_eq!(refused, Err(failure), "{text}");
    }
    counter.add_secretary().await;
    counter.change_to(SECRETARY, SECRETARY_PASSWORD).await;
    let refused = counter.try_desk("save_notice", notice("Bonjour", first, last));
    assert_eq!(refused.await, Err(Failure::NotAllowed));
}

#[apply(on_both_databases)]
async fn the_message_to_adapt_says_where_the_numbers_are_and_passes_in_every_language(
    database: Database,
) {
    let counter = Counter::real_on(database).await;
    let templates = counter.desk("notice_template", Value::Null).await;
    let templates = templates.as_array().unwrap();
    let french = templates.iter().find(|one| one["language"] == "fr-CA");
    let french = french.unwrap()["text"].as_str().unwrap();
    for paper in [
        "bulletin",
        "facture",
        "service de garde",
        "horaire",
        "carte",
    ] {
        assert!(french.contains(paper), "{paper}: {french}");
    }
    let texts: Vec<_> = templates
        .iter()
        .map(|one| json!({ "language": one["language"], "text": one["text"] }))
        .collect();
    let request = json!({
        "notice_id": null, "first_day": "2026-09-01", "last_day": "2026-09-30", "texts": texts,
    });
    counter.desk("save_notice", request).await;
    let listed = counter.desk("list_notices", Value::Null).await;
    assert_eq!(listed[0]["is_shown"], true);
}
