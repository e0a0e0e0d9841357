//! Adults who may be one person: offered, merged, and two again (domain.md §6, §12).

use desk::contract::Failure;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::Counter;
use crate::databases::{Database, on_both_databases};
use crate::families::{FELIX, JULIE, LUC, OLIVIA};

const OTHER: &str = "j.gagnon@travail.example";

/// Julie stands twice: for Olivia as she always did, for Félix by half her name, at another address.
const TWICE: &str = "\
Fiche;Code permanent;Nom;Prénom;Date de naissance;Sexe;Groupe-repère;Statut;Répondant;Prénom répondant;Lien;Courriel répondant;Téléphone;Accès
4101;TREO71531501;Tremblay;Olivia;2015-03-09;F;501;Actif;Gagnon;Julie;Mère;julie@familles.example;514 555-0101;Autorisé
4101;TREO71531501;Tremblay;Olivia;2015-03-09;F;501;Actif;Tremblay;Luc;Père;luc@familles.example;514 555-0102;Restreint
4102;;Tremblay;Félix;2018-06-15;M;201;Actif;Gagnon;Julie;Tutrice;j.gagnon@travail.example;(514) 555-0101;Autorisé
4104;LIXW63101301;Li;Wei;2013-10-01;M;601;Actif;Chen;Na;Mère;li@familles.example;514 555-0104;Autorisé
4104;LIXW63101301;Li;Wei;2013-10-01;M;601;Actif;Li;Jun;Père;li@familles.example;514 555-0105;Autorisé
";

async fn twice(database: Database) -> Counter {
    let counter = Counter::bare_on(database).await;
    counter.desk("open_demo", Value::Null).await;
    counter.import_text(TWICE).await;
    counter
}

async fn alike(counter: &Counter) -> Value {
    counter.desk("list_alike_guardians", Value::Null).await
}

/// The pair of Julies among those that the demo has of its own.
async fn julies(counter: &Counter) -> Option<Value> {
    let listed = alike(counter).await;
    let mut pairs = listed["pairs"].as_array().unwrap().iter();
    let is_julie =
        |side: &Value| side["guardian"]["email"] == JULIE || side["guardian"]["email"] == OTHER;
    pairs
        .find(|pair| is_julie(&pair["one"]) && is_julie(&pair["other"]))
        .cloned()
}

async fn try_merge(counter: &Counter, pair: &Value) -> Result<Value, Failure> {
    let (one, other) = (&pair["one"]["guardian"], &pair["other"]["guardian"]);
    let at_home = if one["email"] == JULIE {
        "one"
    } else {
        "other"
    };
    let request = json!({
        "one_id": one["id"], "other_id": other["id"],
        "name": "one", "email": at_home, "phone": "other", "language": "one",
    });
    counter.try_desk("merge_guardians", request).await
}

#[apply(on_both_databases)]
async fn one_name_and_one_telephone_are_offered_and_a_couple_with_one_address_is_not(
    database: Database,
) {
    let counter = twice(database).await;
    let pair = julies(&counter).await.unwrap();
    assert_eq!(pair["by"], "name_and_phone");
    let text = alike(&counter).await.to_string();
    assert!(!text.contains("li@familles.example"), "{text}");
}

#[apply(on_both_databases)]
async fn merged_they_are_one_on_every_file_and_undone_they_are_two_again(database: Database) {
    let counter = twice(database).await;
    let pair = julies(&counter).await.unwrap();
    let before = [
        counter.student_file(&OLIVIA).await["guardians"].clone(),
        counter.student_file(&FELIX).await["guardians"].clone(),
    ];
    try_merge(&counter, &pair).await.unwrap();
    let julie = counter.guardian_on_file(&FELIX, JULIE).await;
    assert_eq!(
        julie["relationship"], "guardian",
        "as this child's file said"
    );
    let of_olivia = counter.guardian_on_file(&OLIVIA, JULIE).await;
    assert_eq!(julie["guardian"], of_olivia["guardian"]);
    assert_eq!(counter.find(JULIE).await.len(), 2);
    assert!(counter.find(OTHER).await.is_empty());
    let file = counter.student_file(&FELIX).await;
    assert_eq!(file["siblings"][0]["first_names"], "Olivia");
    assert_eq!(file["history"][2]["act"], "guardians_merged");
    let told = counter
        .until("the notice leaves", async || {
            counter.mails_to(OTHER).await.pop()
        })
        .await;
    assert!(!told.contains(JULIE));
    assert_eq!(julies(&counter).await, None);

    let merged = alike(&counter).await["merged"][0].clone();
    let undo = json!({ "merge_id": merged["id"] });
    counter.desk("undo_merge", undo.clone()).await;
    let after = [
        counter.student_file(&OLIVIA).await["guardians"].clone(),
        counter.student_file(&FELIX).await["guardians"].clone(),
    ];
    assert_eq!(after, before);
    assert_eq!(counter.find(OTHER).await.len(), 1);
    assert_eq!(
        counter.try_desk("undo_merge", undo).await,
        Err(Failure::NotFound)
    );
    let acts = counter.acts().await;
    assert!(acts.contains(&"merge_undone".to_owned()));
}

/// The numbers of students who are new, changed and unchanged.
fn counts(told: &Value) -> [u64; 3] {
    ["new", "changed", "unchanged"].map(|key| told[key].as_u64().unwrap())
}

#[apply(on_both_databases)]
async fn merged_they_stay_one_when_the_source_still_has_them_twice(database: Database) {
    let counter = twice(database).await;
    let pair = julies(&counter).await.unwrap();
    try_merge(&counter, &pair).await.unwrap();
    let told = counter.import_text(TWICE).await;
    assert_eq!(counts(&told), [0, 0, 3]);
    assert_eq!(julies(&counter).await, None);
    assert_eq!(counter.find(JULIE).await.len(), 2);
    assert!(counter.find(OTHER).await.is_empty());

    // Another child of hers comes to the school, and the source forbids her one of them under her other name.
    let sister = "4106;;Tremblay;Rose;2019-02-02;F;101;Actif;Gagnon;Julie;Mère;j.gagnon@travail.example;;Autorisé\n";
    let forbidden = "j.gagnon@travail.example;(514) 555-0101;Restreint";
    let later = TWICE.replace(
        "j.gagnon@travail.example;(514) 555-0101;Autorisé",
        forbidden,
    );
    let told = counter.import_text(&format!("{later}{sister}")).await;
    assert_eq!(counts(&told), [1, 1, 2]);
    let julie = counter.guardian_on_file(&FELIX, JULIE).await;
    assert_eq!(julie["access"], "restricted");
    assert_eq!(julie["relationship"], "guardian");
}

#[apply(on_both_databases)]
async fn a_merge_is_undone_after_an_import_that_knew_nothing_of_it(database: Database) {
    let counter = twice(database).await;
    let pair = julies(&counter).await.unwrap();
    try_merge(&counter, &pair).await.unwrap();
    counter.import_text(TWICE).await;
    let merged = alike(&counter).await["merged"][0]["id"].clone();
    counter
        .desk("undo_merge", json!({ "merge_id": merged }))
        .await;
    assert_eq!(counts(&counter.import_text(TWICE).await), [0, 0, 3]);
    assert!(julies(&counter).await.is_some());
    assert_eq!(counter.find(OTHER).await.len(), 1);
}

#[apply(on_both_databases)]
async fn what_was_corrected_since_keeps_a_merge_as_it_is(database: Database) {
    let counter = twice(database).await;
    let pair = julies(&counter).await.unwrap();
    try_merge(&counter, &pair).await.unwrap();
    counter
        .propose(&OLIVIA, JULIE, json!({ "kind": "restrict" }))
        .await;
    let merged = alike(&counter).await["merged"][0]["id"].clone();
    let refused = counter
        .try_desk("undo_merge", json!({ "merge_id": merged }))
        .await;
    assert_eq!(refused, Err(Failure::MergeChanged));
}

#[apply(on_both_databases)]
async fn the_stricter_of_two_accesses_wins_and_suspends(database: Database) {
    let counter = twice(database).await;
    counter.new_account(JULIE).await;
    counter.claim(OLIVIA.claim()).await;
    counter.cancel_visit().await;
    let pair = julies(&counter).await.unwrap();
    // The other Julie may not have Félix; of Olivia's file nobody says so.
    counter
        .propose(&FELIX, OTHER, json!({ "kind": "restrict" }))
        .await;
    try_merge(&counter, &pair).await.unwrap();
    assert_eq!(
        counter.guardian_on_file(&FELIX, JULIE).await["access"],
        "restricted"
    );
    assert_eq!(
        counter.guardian_on_file(&OLIVIA, JULIE).await["access"],
        "allowed"
    );
    counter.start_visit_for(&FELIX, JULIE).await;
    assert_eq!(counter.visit().await["end"], "halted");
}

#[apply(on_both_databases)]
async fn two_accounts_are_not_merged_and_one_goes_with_the_adult(database: Database) {
    let counter = twice(database).await;
    let pair = julies(&counter).await.unwrap();
    let request = json!({ "cause": "cancelled_by_staff" });
    for address in [JULIE, OTHER] {
        counter.new_account(address).await;
        counter.desk("end_visit", request.clone()).await;
        counter.desk("close_visit", Value::Null).await;
    }
    assert_eq!(try_merge(&counter, &pair).await, Err(Failure::TwoAccounts));
    let counter = twice(database).await;
    let pair = julies(&counter).await.unwrap();
    counter.new_account(OTHER).await;
    assert_eq!(
        try_merge(&counter, &pair).await,
        Err(Failure::VisitUnderWay)
    );
    counter.cancel_visit().await;
    try_merge(&counter, &pair).await.unwrap();
    let julie = counter.guardian_on_file(&OLIVIA, JULIE).await;
    assert_eq!(julie["account"], "account");
}

#[apply(on_both_databases)]
async fn those_who_are_not_the_same_person_are_not_offered_again(database: Database) {
    let counter = twice(database).await;
    let pair = julies(&counter).await.unwrap();
    let request = json!({
        "one_id": pair["other"]["guardian"]["id"], "other_id": pair["one"]["guardian"]["id"],
    });
    counter.desk("keep_guardians_apart", request).await;
    assert_eq!(julies(&counter).await, None);
    assert!(
        counter
            .acts()
            .await
            .contains(&"guardians_kept_apart".to_owned())
    );
    counter.guardian_on_file(&OLIVIA, LUC).await;
}
