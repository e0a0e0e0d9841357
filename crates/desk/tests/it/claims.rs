//! Claims (domain.md §4–§6): what the parent reads, what the secretary sees, what is counted and what halts.

use desk::contract::Failure;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::Counter;
use crate::databases::{Database, on_both_databases};
use crate::families::{
    FELIX, JULIE, LUC, MARIA, OKSANA, OLIVIA, PAOLA, REGISTRY, SOFIIA, WEI, WEIS_PARENTS,
};

fn does_not_match() -> Value {
    json!({ "answer": "does_not_match" })
}

fn matched(child: &crate::families::Child) -> Value {
    json!({ "answer": "matched", "child": child.shown() })
}

/// The field that differs, as the secretary sees it beside the file.
fn differing(visit: &Value) -> Vec<[String; 4]> {
    let fields = visit["claim"]["fields"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap_or("nothing").to_owned();
    fields
        .iter()
        .filter(|field| field["verdict"] != "same")
        .map(|field| ["field", "verdict", "stated", "on_file"].map(|key| text(&field[key])))
        .collect()
}

#[apply(on_both_databases)]
async fn the_parent_reads_that_it_does_not_match_and_the_secretary_which_field_and_why(
    database: Database,
) {
    let counter = Counter::demo_on(database).await;
    counter.new_account(PAOLA).await;
    let by_code = MARIA.claim_with("number", MARIA.permanent_code);
    let mut elsewhere = by_code.clone();
    elsewhere["service_centre"] = json!("763000");
    let cases = [
        (
            MARIA.claim_with("last_names", "De la Cruz"),
            "mismatch",
            [
                "last_names",
                "missing_part",
                "De la Cruz",
                "De la Cruz García",
            ],
        ),
        (
            MARIA.claim_with("first_names", "María José Luz"),
            "mismatch",
            ["first_names", "extra_part", "María José Luz", "María José"],
        ),
        (
            MARIA.claim_with("first_names", "Majo"),
            "mismatch",
            ["first_names", "different", "Majo", "María José"],
        ),
        (
            MARIA.claim_with("birth_date", "2011-05-16"),
            "mismatch",
            ["birth_date", "different", "2011-05-16", "2011-05-15"],
        ),
        (
            MARIA.claim_with("number", "9999999"),
            "unknown",
            ["number", "different", "•••••99", "••03"],
        ),
        (
            MARIA.claim_with("number", "DELM77551102"),
            "unknown",
            ["number", "different", "DELM••••••••", "DELM••••••••"],
        ),
        (
            elsewhere,
            "mismatch",
            ["service_centre", "different", "763000", "762000"],
        ),
    ];
    for (claim, outcome, expected) in cases {
        let answer = match expected[0] {
            "service_centre" => json!({ "answer": "not_found_here" }),
            _ => does_not_match(),
        };
        assert_eq!(counter.claim(claim).await, answer, "{expected:?}");
        let visit = counter.visit().await;
        assert_eq!(visit["claim"]["outcome"], outcome, "{expected:?}");
        assert_eq!(differing(&visit), [expected.map(str::to_owned)]);
        assert_eq!(visit["claim"]["student"]["first_names"], "María José");
        let parent = counter.parent("view_parent", Value::Null).await;
        let parent = parent.to_string();
        assert!(
            !parent.contains("María") && !parent.contains(expected[0]),
            "{parent}"
        );
        counter.advance_minutes(16);
    }
    assert_eq!(counter.claim(by_code).await, matched(&MARIA));
    let desk = counter.view().await.to_string();
    assert!(!desk.contains(MARIA.permanent_code) && !desk.contains("\"4103\""));
}

#[apply(on_both_databases)]
async fn accents_case_and_hyphens_are_no_difference(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.new_account(PAOLA).await;
    let mut claim = MARIA.claim_with("last_names", "  DE-LA-CRUZ garcia");
    claim["first_names"] = json!("maria jose");
    claim["number"] = json!("0004103");
    assert_eq!(counter.claim(claim).await, matched(&MARIA));
}

#[apply(on_both_databases)]
async fn a_child_of_others_reads_as_any_mismatch(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.new_account(PAOLA).await;
    assert_eq!(counter.claim(OLIVIA.claim()).await, does_not_match());
    let visit = counter.visit().await;
    assert_eq!(visit["claim"]["outcome"], "not_on_file");
    assert!(differing(&visit).is_empty());
    assert_eq!(counter.try_confirm(&OLIVIA).await, Err(Failure::NoGuardian));
    assert_eq!(counter.visit().await["children"], json!([]));
}

#[apply(on_both_databases)]
async fn a_child_whom_nobody_knows_reads_as_any_mismatch(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.new_account(PAOLA).await;
    let mut claim = MARIA.claim_with("number", "9999999");
    claim["last_names"] = json!("Inconnue");
    assert_eq!(counter.claim(claim).await, does_not_match());
    let seen = counter.visit().await["claim"].clone();
    assert_eq!(seen["outcome"], "unknown");
    assert_eq!(
        (&seen["student"], &seen["fields"]),
        (&Value::Null, &json!([]))
    );
}

#[apply(on_both_databases)]
async fn an_incomplete_file_is_confirmed_in_person_and_never_by_claim(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.new_account(OKSANA).await;
    assert_eq!(counter.claim(SOFIIA.claim()).await, does_not_match());
    let visit = counter.visit().await;
    assert_eq!(visit["claim"]["outcome"], "incomplete");
    assert_eq!(visit["claim"]["student"]["incomplete"], true);
    assert_eq!(
        differing(&visit),
        [["birth_date", "not_on_file", "2018-02-11", "nothing"].map(str::to_owned)]
    );
    counter.try_confirm(&SOFIIA).await.unwrap();
}

#[apply(on_both_databases)]
async fn what_cannot_be_a_claim_is_explained_and_not_counted(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.new_account(JULIE).await;
    let look_alike =
        |look_alike: bool| json!({ "answer": "number_unreadable", "look_alike": look_alike });
    let cases = [
        (
            OLIVIA.claim_with("never_enrolled", true),
            json!({ "answer": "see_secretary" }),
        ),
        (
            OLIVIA.claim_with("adult_or_vocational", true),
            json!({ "answer": "see_secretary" }),
        ),
        (
            OLIVIA.claim_with("number", "TREO715315"),
            json!({ "answer": "temporary_code" }),
        ),
        (
            OLIVIA.claim_with("number", "TREO7153I501"),
            look_alike(true),
        ),
        (
            OLIVIA.claim_with("number", "TRE071531501"),
            look_alike(true),
        ),
        (
            OLIVIA.claim_with("number", "TREO7153150"),
            look_alike(false),
        ),
        (
            OLIVIA.claim_with("number", "41012345678"),
            look_alike(false),
        ),
        (OLIVIA.claim_with("number", ""), look_alike(false)),
    ];
    for (claim, answer) in cases {
        assert_eq!(counter.claim(claim.clone()).await, answer, "{claim}");
    }
    for field in ["last_names", "first_names", "service_centre"] {
        let refused = counter
            .try_parent("state_claim", OLIVIA.claim_with(field, " "))
            .await;
        assert_eq!(
            refused,
            Err(Failure::Invalid {
                field: field.into()
            })
        );
    }
    assert_eq!(counter.claim(OLIVIA.claim()).await, matched(&OLIVIA));
}

#[apply(on_both_databases)]
async fn after_five_wrong_claims_there_is_a_pause(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.new_account(JULIE).await;
    // The minutes between two claims, and whether the fifth is still in the same quarter of an hour as the first.
    for (between, child, paused) in [(0, FELIX, true), (3, OLIVIA, true), (4, FELIX, false)] {
        for round in 0..5 {
            counter.advance_minutes(if round == 0 { 24 * 60 } else { between });
            let wrong = child.claim_with("birth_date", "2016-02-29");
            assert_eq!(counter.claim(wrong).await, does_not_match(), "{between}");
        }
        if paused {
            let paused = json!({ "answer": "paused" });
            for minutes in [0, 14] {
                counter.advance_minutes(minutes);
                assert_eq!(counter.claim(child.claim()).await, paused, "{between}");
            }
            counter.advance_minutes(1);
            assert_eq!(counter.claim(child.claim()).await, matched(&child));
        } else {
            let tied = counter.claim(child.claim()).await;
            assert_eq!(tied["answer"], "already_tied", "{between}");
        }
    }
}

#[apply(on_both_databases)]
async fn wrong_claims_of_several_families_pause_nobody_at_a_staffed_desk(database: Database) {
    let counter = Counter::demo_on(database).await;
    let families = [(JULIE, FELIX, 4), (PAOLA, MARIA, 4), (WEIS_PARENTS, WEI, 4)];
    for (address, child, wrong_claims) in families {
        counter.new_account(address).await;
        for _ in 0..wrong_claims {
            let wrong = child.claim_with("birth_date", "2016-02-29");
            assert_eq!(counter.claim(wrong).await, does_not_match());
        }
        assert_eq!(counter.claim(child.claim()).await, matched(&child));
        counter.cancel_visit().await;
    }
    // What would pause a kiosk is counted all the same.
    assert_eq!(counter.wrong_claims_at_the_desk().await, 12);
}

/// Ten wrong claims on Félix, whatever number is stated: names and birth date meet him too.
pub async fn lock_felix(counter: &Counter) {
    for round in 0..10 {
        if round % 5 == 0 {
            counter.advance_minutes(16);
        }
        let wrong = match round % 2 {
            0 => FELIX.claim_with("first_names", "Luc"),
            _ => FELIX.claim_with("number", "9999999"),
        };
        assert_eq!(counter.claim(wrong).await, does_not_match());
    }
    counter.advance_minutes(16);
}

#[apply(on_both_databases)]
async fn ten_wrong_claims_lock_a_child_until_the_secretary_unlocks_it(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.new_account(JULIE).await;
    lock_felix(&counter).await;
    assert_eq!(counter.claim(FELIX.claim()).await, does_not_match());
    assert_eq!(counter.visit().await["claim"]["outcome"], "locked");
    let file = counter.student_file(&FELIX).await;
    assert!(file["claims_locked_at"].is_string());
    assert_eq!(counter.claim(OLIVIA.claim()).await, matched(&OLIVIA));

    let request = json!({ "student_id": file["student"]["id"] });
    counter.desk("unlock_claims", request).await;
    let file = counter.student_file(&FELIX).await;
    assert_eq!(file["claims_locked_at"], Value::Null);
    assert_eq!(counter.claim(FELIX.claim()).await, matched(&FELIX));
    let acts = counter.acts().await;
    for act in ["claims_locked", "claims_unlocked"] {
        assert_eq!(acts.iter().filter(|found| *found == act).count(), 1);
    }
}

#[apply(on_both_databases)]
async fn a_lock_does_not_close_the_confirmation_in_person(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.new_account(JULIE).await;
    lock_felix(&counter).await;
    counter.try_confirm(&FELIX).await.unwrap();
}

/// Both windows after a halt: the parent's says nothing of the child.
async fn is_halted(counter: &Counter) {
    let parent = counter.parent("view_parent", Value::Null).await;
    assert_eq!(parent["step"], json!({ "step": "halted" }));
    assert!(!parent.to_string().contains("Olivia"));
    let visit = counter.visit().await;
    assert_eq!(
        (&visit["step"], &visit["end"]),
        (&json!("ended"), &json!("halted"))
    );
    let acts = counter.acts().await;
    assert!(acts.contains(&"restriction_met".to_owned()));
    let on_file = counter.guardian_on_file(&OLIVIA, LUC).await;
    assert_eq!(
        (&on_file["access"], &on_file["confirmed"]),
        (&json!("restricted"), &Value::Null)
    );
}

#[apply(on_both_databases)]
async fn a_restricted_adult_is_halted_on_every_road(database: Database) {
    for road in ["from the file", "by claim", "in person"] {
        let counter = Counter::demo_on(database).await;
        match road {
            "from the file" => counter.start_visit_for(&OLIVIA, LUC).await,
            "by claim" => {
                counter.new_account(LUC).await;
                assert_eq!(counter.claim(OLIVIA.claim()).await, does_not_match());
            }
            _ => {
                counter.new_account(LUC).await;
                assert_eq!(counter.try_confirm(&OLIVIA).await, Err(Failure::Restricted));
            }
        }
        is_halted(&counter).await;
        let late = counter.try_parent("state_claim", OLIVIA.claim()).await;
        assert_eq!(late, Err(Failure::NoVisit), "{road}");
    }
}

#[apply(on_both_databases)]
async fn a_restriction_that_comes_later_suspends_what_was_tied(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.new_account(JULIE).await;
    assert_eq!(counter.claim(OLIVIA.claim()).await, matched(&OLIVIA));
    assert_eq!(counter.claim(FELIX.claim()).await, matched(&FELIX));
    counter.cancel_visit().await;

    let olivias = "Mère;julie@familles.example;514 555-0101;Français;Autorisé";
    let later = REGISTRY.replacen(olivias, &olivias.replace("Autorisé", "Restreint"), 1);
    counter.import_text(&later).await;
    counter.greet().await;
    counter.parent("wish_sign_in", Value::Null).await;
    let request = json!({ "address": JULIE, "password": crate::counter::PARENT_PASSWORD });
    counter.parent("sign_in_parent", request).await;
    let step = counter.parent_step().await;
    assert_eq!(step["children"], json!([FELIX.shown()]));
    assert_eq!(counter.claim(OLIVIA.claim()).await, does_not_match());
    is_halted(&counter).await;
}

#[apply(on_both_databases)]
async fn a_halt_stays_until_the_secretary_puts_it_away(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.start_visit_for(&OLIVIA, LUC).await;
    for (command, request) in [
        ("leave_visit", Value::Null),
        ("choose_language", json!({ "locale": "fr-CA" })),
    ] {
        let refused = counter.try_parent(command, request).await;
        assert_eq!(refused, Err(Failure::NotAllowed), "{command}");
    }
    is_halted(&counter).await;
    counter.desk("close_visit", Value::Null).await;
    assert_eq!(counter.visit().await, Value::Null);
}

#[apply(on_both_databases)]
async fn a_restriction_follows_the_adult_to_another_address(database: Database) {
    let counter = Counter::demo_on(database).await;
    // The same father, written a little otherwise, on another child's file under another address.
    let elsewhere = REGISTRY.replace(
        "García López;Paola;Mère;paola@familles.example",
        "TREMBLAY;luc;Père;luc@ailleurs.example",
    );
    counter.import_text(&elsewhere).await;
    counter.new_account("luc@ailleurs.example").await;
    assert_eq!(counter.claim(MARIA.claim()).await, matched(&MARIA));
    assert_eq!(counter.claim(OLIVIA.claim()).await, does_not_match());
    is_halted(&counter).await;
}

/// The registry, in which Paola stands on Olivia's file and María's second adult, who shares Paola's address, has the
/// name of Olivia's father. He may not be tied to her.
fn a_shared_address() -> String {
    let olivias = "4101;TREO71531501;Tremblay;Olivia;2015-03-09;F;762945;École des Érables;501;Actif;\
        García López;Paola;Mère;paola@familles.example;514 555-0103;Français;Autorisé\n";
    let marias = "4103;DELM77551101;De la Cruz García;María José;2011-05-15;F;762945;École des Érables;601;Actif;\
        Tremblay;Luc;Beau-père;paola@familles.example;514 555-0107;Français;Autorisé\n";
    format!("{REGISTRY}{olivias}{marias}")
}

/// Says which of the adults who share the address of the visit is at the counter.
async fn choose(counter: &Counter, first_names: &str) {
    let file = counter.student_file(&MARIA).await;
    let mut guardians = file["guardians"].as_array().unwrap().iter();
    let adult = guardians.find(|line| line["guardian"]["first_names"] == first_names);
    let request = json!({ "guardian_id": adult.unwrap()["guardian"]["id"] });
    counter.desk("choose_guardian", request).await;
}

#[apply(on_both_databases)]
async fn until_the_adult_is_chosen_a_restriction_meets_whoever_shares_the_address(
    database: Database,
) {
    for chosen in [None, Some("Paola")] {
        let counter = Counter::demo_on(database).await;
        counter.import_text(&a_shared_address()).await;
        counter.new_account(PAOLA).await;
        let adults = &counter.visit().await["guardians_to_choose"];
        assert_eq!(adults.as_array().unwrap().len(), 2);
        assert_eq!(counter.claim(MARIA.claim()).await, matched(&MARIA));
        match chosen {
            None => {
                assert_eq!(counter.claim(OLIVIA.claim()).await, does_not_match());
                is_halted(&counter).await;
            }
            Some(adult) => {
                choose(&counter, adult).await;
                assert_eq!(counter.claim(OLIVIA.claim()).await, matched(&OLIVIA));
            }
        }
    }
}

#[apply(on_both_databases)]
async fn an_adult_who_turns_out_to_be_restricted_halts_the_visit(database: Database) {
    for road in ["the child is tied", "the visit is for the child"] {
        let counter = Counter::demo_on(database).await;
        counter.import_text(&a_shared_address()).await;
        match road {
            "the child is tied" => {
                counter.new_account(PAOLA).await;
                choose(&counter, "Paola").await;
                assert_eq!(counter.claim(OLIVIA.claim()).await, matched(&OLIVIA));
            }
            _ => {
                counter.start_visit_for(&OLIVIA, PAOLA).await;
                counter.new_account(PAOLA).await;
            }
        }
        choose(&counter, "Luc").await;
        is_halted(&counter).await;
        let acts = counter.acts().await;
        let chosen = acts.iter().filter(|act| *act == "guardian_chosen").count();
        let chosen_before = usize::from(road == "the child is tied");
        assert_eq!(
            chosen, chosen_before,
            "{road}: he is not put down as the adult"
        );
    }
}

#[apply(on_both_databases)]
async fn a_technician_learns_of_a_lock_and_their_question_is_not_counted(database: Database) {
    let counter = Counter::demo_on(database).await;
    counter.new_account(JULIE).await;
    let ask = async || {
        let claim = json!({
            "service_centre": "762000", "last_names": "Tremblay", "first_names": "Luc",
            "birth_date": FELIX.birth_date, "fiche": FELIX.fiche,
        });
        let claim = serde_json::from_value(claim).unwrap();
        counter.desk.check_claim(claim).await.unwrap().outcome
    };
    assert_eq!(ask().await, "mismatch");
    lock_felix(&counter).await;
    assert_eq!(ask().await, "locked");
    let acts = counter.acts().await;
    let checked = acts.iter().filter(|act| *act == "claim_checked").count();
    let refused = acts.iter().filter(|act| *act == "claim_refused").count();
    assert_eq!((checked, refused), (2, 10));
}
