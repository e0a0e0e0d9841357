//! "Why does this parent not match?"

use serde_json::{Value, json};

use crate::technician::Technician;

fn olivia() -> Value {
    json!({
        "service_centre": "762000", "last_names": "Tremblay", "first_names": "Olivia", "birth_date": "2015-03-09",
        "fiche": "4101",
    })
}

fn with(mut claim: Value, field: &str, value: &str) -> Value {
    claim[field] = json!(value);
    claim
}

/// The fields whose verdict is not "same".
fn differing(report: &Value) -> Vec<(&str, &str)> {
    let fields = report["fields"].as_array().unwrap().iter();
    fields
        .map(|field| {
            (
                field["field"].as_str().unwrap(),
                field["verdict"].as_str().unwrap(),
            )
        })
        .filter(|(_, verdict)| *verdict != "same")
        .collect()
}

#[test]
fn every_outcome_says_its_fields() {
    let technician = Technician::at_a_desk_with_a_registry();
    let sofiia = json!({
        "service_centre": "762000", "last_names": "Kovalenko", "first_names": "Sofiia", "birth_date": "2018-02-11",
        "fiche": "4105",
    });
    let mut nobody = with(olivia(), "fiche", "9999999");
    nobody["last_names"] = json!("Inconnue");
    let cases = [
        (olivia(), "match", vec![]),
        (
            with(olivia(), "address", "julie@familles.example"),
            "match",
            vec![],
        ),
        (
            with(olivia(), "first_names", "Olive"),
            "mismatch",
            vec![("first_names", "different")],
        ),
        (nobody, "unknown", vec![]),
        (sofiia, "incomplete", vec![("birth_date", "not_on_file")]),
        (
            with(olivia(), "address", "paola@familles.example"),
            "not-on-file",
            vec![],
        ),
        (
            with(olivia(), "address", "luc@familles.example"),
            "restricted",
            vec![],
        ),
    ];
    for (claim, outcome, fields) in cases {
        let ran = technician.run_with_input(&["check-claim", "-"], &claim.to_string());
        assert_eq!(ran.status, 0, "{ran:?}");
        let report = ran.object();
        assert_eq!(report["outcome"], outcome, "{claim}");
        assert_eq!(differing(&report), fields, "{claim}");
    }
}

#[test]
fn a_claim_is_read_from_a_file_and_one_that_cannot_be_read_is_refused() {
    let technician = Technician::at_a_desk_with_a_registry();
    let mut by_code = olivia();
    by_code.as_object_mut().unwrap().remove("fiche");
    by_code["permanent_code"] = json!("treo 7153 1501");
    let path = technician.file("claim.json", by_code.to_string());
    assert_eq!(technician.done(&["check-claim", &path])["outcome"], "match");
    let refused = [
        ("not a claim".to_owned(), "claim"),
        (with(by_code.clone(), "fiche", "4101").to_string(), "fiche"),
        (
            with(by_code, "permanent_code", "TREO715315").to_string(),
            "permanent_code",
        ),
    ];
    for (claim, field) in refused {
        let ran = technician.run_with_input(&["check-claim", "-"], &claim);
        ran.is_refused(&format!("\"field\":\"{field}\""));
    }
}
