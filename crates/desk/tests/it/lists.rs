//! The registry as lists, and a list written to a file (domain.md §14, §15).

use std::fs;

use desk::contract::Failure;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::{Counter, SECRETARY, SECRETARY_PASSWORD};
use crate::databases::{Database, on_both_databases, on_the_file};
use crate::families::{JULIE, OLIVIA, SCHOOL};
use crate::requests::every_student;

async fn school(counter: &Counter) -> Value {
    let page = counter.desk("list_schools", json!({ "from": 0 })).await;
    let schools = page["schools"].as_array().unwrap();
    schools
        .iter()
        .find(|one| one["name"] == SCHOOL)
        .unwrap()
        .clone()
}

/// The children of the tests' school who are in group 501 or in another.
async fn group(counter: &Counter, name: &str, unserved: bool) -> Value {
    let id = school(counter).await["id"].clone();
    let filter = json!({
        "school": { "which": "one", "id": id }, "group": { "which": "one", "name": name },
        "presence": "here", "incomplete": false, "unserved": unserved,
    });
    counter
        .desk("list_students", json!({ "filter": filter }))
        .await
}

fn export(path: &std::path::Path, format: &str, replace: bool) -> Value {
    json!({
        "filter": every_student(), "format": format, "path": path, "replace": replace, "language": "fr-CA",
    })
}

/// Olivia in a list, when she is in it.
fn olivia(page: &Value) -> Option<&Value> {
    let mut students = page["students"].as_array().unwrap().iter();
    students.find(|one| {
        let student = &one["student"];
        student["first_names"] == OLIVIA.first_names && student["last_names"] == OLIVIA.last_names
    })
}

#[apply(on_both_databases)]
async fn a_group_says_whose_family_has_its_account(database: Database) {
    let counter = Counter::demo_on(database).await;
    let served = async || school(&counter).await["counts"]["served"].as_u64().unwrap();
    let served_before = served().await;
    let before = group(&counter, OLIVIA.group, true).await;
    let listed = olivia(&before).unwrap();
    assert_eq!(listed["standing"], "none");
    let adults = listed["adults"].as_array().unwrap();
    let told: Vec<_> = adults
        .iter()
        .map(|one| {
            (
                one["access"].as_str().unwrap(),
                one["has_address"].as_bool().unwrap(),
                one["account"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(told.len(), 2);
    assert!(
        told.contains(&("restricted", true, "none")) && told.contains(&("allowed", true, "none"))
    );

    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.new_account(JULIE).await;
    let standing = group(&counter, OLIVIA.group, true).await;
    assert_eq!(olivia(&standing).unwrap()["standing"], "account");
    counter.claim(OLIVIA.claim()).await;

    let all = group(&counter, OLIVIA.group, false).await;
    assert_eq!(olivia(&all).unwrap()["standing"], "served");
    let after = group(&counter, OLIVIA.group, true).await;
    assert_eq!(olivia(&after), None);
    assert_eq!(after["counts"], all["counts"]);
    assert_eq!(after["counts"]["served"], json!(1));
    assert_eq!(served().await, served_before + 1);
    let id = school(&counter).await["id"].clone();
    let request = json!({ "school": { "which": "one", "id": id }, "from": 0 });
    let groups = counter.desk("list_groups", request).await;
    let mut groups = groups["groups"].as_array().unwrap().iter();
    let own = groups.find(|one| one["name"] == OLIVIA.group).unwrap();
    assert_eq!(own["counts"], all["counts"]);
}

#[apply(on_both_databases)]
async fn a_list_is_written_with_masked_numbers_and_is_in_the_journal(database: Database) {
    let counter = Counter::real_on(database).await;
    let odd = "4109;ROYJ71531502;Roy;=Jo;2015-03-09;F;762945;École des Érables;501;Actif;-Roy;@Jo;Mère;;;;Autorisé\n";
    counter
        .import_text(&format!("{}{odd}", crate::families::REGISTRY))
        .await;
    counter.add_secretary().await;
    counter.sign_out().await;
    counter.sign_in(SECRETARY, SECRETARY_PASSWORD).await;
    let path = counter.folder().join("liste.csv");
    let told = counter
        .desk("export_students", export(&path, "csv", false))
        .await;
    assert_eq!(told, json!({ "path": path, "students": 6 }));
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("\u{feff}\"École\";\"Groupe\";"), "{text}");
    assert!(
        text.contains("TREO••••••••")
            && text.contains("\"'=Jo\"")
            && text.contains("\"'-Roy, @Jo (mère)\""),
        "{text}"
    );
    for hidden in [
        "TREO7153",
        "4101",
        "2015-03-09",
        "julie@familles.example",
        "555-0101",
    ] {
        assert!(!text.contains(hidden), "{hidden} is in\n{text}");
    }
    let again = counter
        .try_desk("export_students", export(&path, "csv", false))
        .await;
    assert_eq!(again, Err(Failure::FileExists));
    let again = counter
        .try_desk("export_students", export(&path, "excel", true))
        .await;
    assert!(again.is_ok());
    assert!(fs::read(&path).unwrap().starts_with(b"PK"));
    let left: Vec<_> = fs::read_dir(counter.folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with(".tmp"))
        .collect();
    assert_eq!(left, Vec::<String>::new());
    counter.sign_out().await;
    counter
        .sign_in(crate::counter::ADMINISTRATOR, crate::counter::PASSWORD)
        .await;
    let journal = counter.journal().await;
    let entries: Vec<_> = journal
        .iter()
        .filter(|line| line["act"] == "list_exported")
        .collect();
    assert_eq!(entries.len(), 2, "a refusal writes nothing");
    assert!(
        entries
            .iter()
            .all(|line| line["detail"] == "6" && line["actor"] == SECRETARY)
    );
}

#[apply(on_the_file)]
async fn a_place_that_cannot_be_written_is_said() {
    let counter = Counter::real().await;
    let folder = counter.folder().to_owned();
    let invalid = |field: &str| Failure::Invalid {
        field: field.into(),
    };
    for (path, refused) in [
        (folder.join("nowhere/list.csv"), Failure::FileTrouble),
        (folder.clone(), invalid("path")),
        (std::path::PathBuf::new(), invalid("path")),
    ] {
        let done = counter
            .try_desk("export_students", export(&path, "csv", true))
            .await;
        assert_eq!(done, Err(refused), "{}", path.display());
    }
    let mut other = export(&folder.join("list"), "excel", false);
    let told = counter.desk("export_students", other.clone()).await;
    assert!(told["path"].as_str().unwrap().ends_with("list.xlsx"));
    other["language"] = "de".into();
    assert_eq!(
        counter.try_desk("export_students", other).await,
        Err(invalid("language"))
    );
}
