//! How a table is to be read: proposed, chosen, kept as a profile that the next import recognises.

use desk::contract::Failure;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::Counter;
use crate::databases::{Database, on_both_databases, on_the_file};

/// Nothing says what these columns are, one must never be read, and an address may be the child's own.
const MUTE: &str = "Col1;Col2;Col3;Col4;Mot de passe;Code\n\
                    101;Roy;Léa;03/04/2015;canari;TREO71531501\n\
                    102;Li;Wei;04/05/2015;canari;GAGL92111201\n";

fn chosen(columns: &[(&str, &str)]) -> Value {
    let column = |(header, meaning): &(&str, &str)| json!({ "header": header, "meaning": meaning });
    json!({ "columns": columns.iter().map(column).collect::<Vec<_>>() })
}

const NAMED: [(&str, &str); 3] = [
    ("Col1", "fiche"),
    ("Col2", "last_names"),
    ("Col3", "first_names"),
];

#[apply(on_both_databases)]
async fn a_file_is_proposed_mapped_taken_in_and_known_the_next_time(database: Database) {
    let counter = Counter::real_on(database).await;
    let path = counter.file("mute.csv", MUTE);
    let proposal = counter
        .desk("propose_import", json!({ "path": path }))
        .await;
    assert_eq!(
        (
            &proposal["separator"],
            &proposal["encoding"],
            &proposal["dates"]
        ),
        (&json!("semicolon"), &json!("utf-8"), &json!("ambiguous"))
    );
    let columns = proposal["columns"].as_array().unwrap();
    assert_eq!(columns[3]["meaning"], "birth_date");
    assert_eq!(columns[3]["confidence"], "guessed");
    assert_eq!(columns[4]["forbidden"], true);
    assert_eq!(columns[5]["meaning"], "permanent_code");
    assert_eq!(columns[5]["samples"][0], "TREO••••••••");
    assert!(!proposal.to_string().contains("canari"));
    assert!(proposal["meanings"].as_array().unwrap().len() > 50);

    // What is asked with a choice keeps that choice in the mapping that comes back.
    let mut asked = chosen(&NAMED);
    asked["date_order"] = json!("month_first");
    let proposal = counter
        .desk("propose_import", json!({ "path": path, "mapping": asked }))
        .await;
    let mapping = &proposal["mapping"];
    assert_eq!(mapping["date_order"], "month_first");
    let preview = counter
        .desk(
            "preview_import",
            json!({ "path": path, "mapping": mapping }),
        )
        .await;
    assert_eq!(preview["new"], 2, "{preview}");
    counter
        .desk("apply_import", json!({ "token": preview["token"] }))
        .await;
    let found = counter.find("léa roy").await;
    assert_eq!(found[0]["student"]["birth_date"], "2015-03-04");

    counter
        .desk(
            "save_profile",
            json!({ "name": " Mosaïque ", "mapping": mapping }),
        )
        .await;
    let again = counter.file("again.csv", MUTE);
    let proposal = counter
        .desk("propose_import", json!({ "path": again }))
        .await;
    assert_eq!(proposal["profile"], "Mosaïque");
    let preview = counter
        .desk("preview_import", json!({ "path": again }))
        .await;
    assert_eq!(preview["unchanged"], 2, "{preview}");
}

#[apply(on_both_databases)]
async fn profiles_are_listed_replaced_by_name_and_removed(database: Database) {
    let counter = Counter::real_on(database).await;
    for (name, columns) in [("Mosaïque", &NAMED[..2]), ("MOSAIQUE", &NAMED[..])] {
        let request = json!({ "name": name, "mapping": chosen(columns) });
        counter.desk("save_profile", request).await;
    }
    let kept = counter.desk("list_profiles", Value::Null).await;
    let [only] = &kept.as_array().unwrap()[..] else {
        panic!("one: {kept}");
    };
    assert_eq!(
        (&only["name"], &only["columns"]),
        (&json!("MOSAIQUE"), &json!(3))
    );
    let request = json!({ "name": "mosaïque" });
    counter.desk("remove_profile", request.clone()).await;
    assert_eq!(
        counter.try_desk("remove_profile", request).await,
        Err(Failure::NotFound)
    );
}

#[apply(on_the_file)]
async fn what_cannot_be_followed_is_refused_by_its_name() {
    let counter = Counter::real_on(Database::Embedded).await;
    let path = counter.file("mute.csv", MUTE);
    let invalid = |field: &str| {
        Err(Failure::Invalid {
            field: field.to_owned(),
        })
    };
    for (command, request, expected) in [
        (
            "preview_import",
            json!({ "path": path, "mapping": chosen(&[("Col1", "password")]) }),
            invalid("password"),
        ),
        (
            "preview_import",
            json!({ "path": path, "profile": "Nulle part" }),
            Err(Failure::NotFound),
        ),
        (
            "save_profile",
            json!({ "name": " ", "mapping": chosen(&NAMED) }),
            invalid("name"),
        ),
        (
            "save_profile",
            json!({ "name": "Vide", "mapping": {} }),
            invalid("mapping"),
        ),
    ] {
        assert_eq!(counter.try_desk(command, request).await, expected);
    }
}
