//! Each window may call its own commands and no other (ARCHITECTURE.md, invariants 2 and 3), and each member of staff
//! those of their role (domain.md §14).

use desk::contract::{Failure, Window};
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::{
    Counter, PARENT_PASSWORD, PASSWORD, SECRETARY, SECRETARY_PASSWORD, other_than,
};
use crate::databases::{Database, on_both_databases};
use crate::families::{FELIX, JULIE, OLIVIA, REGISTRY};
use crate::requests::{commands_of, request};

#[apply(on_both_databases)]
async fn no_command_is_taken_from_the_other_window(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.greet().await;
    for (window, other) in [
        (Window::Desk, Window::Parent),
        (Window::Parent, Window::Desk),
    ] {
        for (name, request) in commands_of(window) {
            let called = counter.desk.call(other, name, request).await;
            assert_eq!(
                called,
                Err(Failure::NotAllowed),
                "{name} from the {other} window"
            );
        }
    }
    assert_eq!(
        counter.visit().await["step"],
        "address",
        "nothing has happened"
    );
}

#[apply(on_both_databases)]
async fn a_command_that_does_not_exist_is_not_allowed(database: Database) {
    let counter = Counter::real_on(database).await;
    for name in ["", "view_desks", "VIEW_DESK", "enter", "drop table"] {
        for window in [Window::Desk, Window::Parent] {
            let called = counter.desk.call(window, name, Value::Null).await;
            assert_eq!(called, Err(Failure::NotAllowed), "{name}");
        }
    }
}

#[apply(on_both_databases)]
async fn a_request_of_another_shape_is_named_and_not_repeated(database: Database) {
    let counter = Counter::real_on(database).await;
    let shape = Failure::Invalid {
        field: "request".into(),
    };
    for request in [Value::Null, json!({ "user_name": 3 }), json!([PASSWORD])] {
        let refused = counter.try_desk("sign_in", request).await.unwrap_err();
        assert_eq!(refused, shape);
    }
}

#[apply(on_both_databases)]
async fn at_a_closed_desk_only_the_doors_open(database: Database) {
    let counter = Counter::bare_on(database).await;
    counter.set_up().await;
    counter.sign_out().await;
    let doors = [
        "view_desk",
        "find_service_centres",
        "check_staff_password",
        "set_up_desk",
        "sign_in",
        "recover_access",
        "restore_backup",
        "open_demo",
        "leave_demo",
    ];
    for (name, request) in commands_of(Window::Desk).filter(|(name, _)| !doors.contains(name)) {
        assert_eq!(
            counter.try_desk(name, request).await,
            Err(Failure::NotSignedIn),
            "{name}"
        );
    }
    let harmless = ["view_parent", "offer_service_centres"];
    for (name, request) in commands_of(Window::Parent).filter(|(name, _)| !harmless.contains(name))
    {
        assert_eq!(
            counter.try_parent(name, request).await,
            Err(Failure::NotSignedIn),
            "{name}"
        );
    }
    assert_eq!(counter.parent_step().await, json!({ "step": "closed" }));
}

#[apply(on_both_databases)]
async fn handed_over_the_desk_refuses_everything_until_it_is_taken_back(database: Database) {
    let demo = Counter::demo_on(database).await;
    let real = Counter::real_on(database).await;
    real.import_text(REGISTRY).await;
    let own_password = "une école inventée pour essayer";
    for (counter, password) in [(demo, own_password), (real, PASSWORD)] {
        counter.start_visit_for(&OLIVIA, JULIE).await;
        counter.desk("hand_over", Value::Null).await;
        let view = counter.view().await;
        assert_eq!(view["phase"], "handed_over");
        assert_eq!(
            view.as_object().unwrap().len(),
            2,
            "a phase and a name: {view}"
        );
        let still = ["view_desk", "take_back"];
        for (name, request) in commands_of(Window::Desk).filter(|(name, _)| !still.contains(name)) {
            assert_eq!(
                counter.try_desk(name, request).await,
                Err(Failure::HandedOver),
                "{name}"
            );
        }
        // The parent's side goes on.
        counter.greet().await;
        let wrong = counter.try_desk("take_back", request("take_back")).await;
        assert_eq!(wrong, Err(Failure::WrongPassword { wait_seconds: 0 }));
        assert_eq!(counter.view().await["phase"], "handed_over");
        counter
            .desk("take_back", json!({ "password": password }))
            .await;
        assert_eq!(counter.visit().await["step"], "address");
    }
}

#[apply(on_both_databases)]
async fn a_secretary_is_refused_what_is_the_administrators(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    counter.add_secretary().await;
    counter.sign_out().await;
    counter.sign_in(SECRETARY, SECRETARY_PASSWORD).await;
    assert_eq!(counter.view().await["role"], "secretary");
    let administrators = [
        "list_journal",
        "list_staff",
        "add_staff",
        "reset_staff",
        "remove_staff",
        "view_mail_settings",
        "set_mail",
        "send_test_mail",
        "view_school_settings",
        "set_school",
        "view_correction_settings",
        "set_correction_settings",
        "list_alike_guardians",
        "merge_guardians",
        "keep_guardians_apart",
        "undo_merge",
        "view_registry_numbers",
        "set_registry_numbers",
        "view_reading_limits",
        "set_reading_limits",
        "back_up",
    ];
    for name in administrators {
        assert_eq!(
            counter.try_desk(name, request(name)).await,
            Err(Failure::NotAllowed),
            "{name}"
        );
    }
    // Her own work is hers.
    counter.import_text(REGISTRY).await;
    assert_eq!(counter.find("tremblay").await.len(), 2);
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.desk("list_outbox", Value::Null).await;
    counter.cancel_visit().await;
}

#[apply(on_both_databases)]
async fn no_view_ever_holds_a_password_or_a_code(database: Database) {
    let counter = Counter::demo_on(database).await;
    let mut seen = Vec::new();
    let look = async |seen: &mut Vec<String>| {
        for command in ["view_desk", "list_outbox"] {
            seen.push(counter.desk(command, Value::Null).await.to_string());
        }
        seen.push(counter.parent("view_parent", Value::Null).await.to_string());
    };
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.greet().await;
    look(&mut seen).await;
    counter.give_address(JULIE).await;
    let code = counter.code_sent_to(JULIE).await;
    let wrong = other_than(&code);
    seen.push(counter.enter_code(&wrong).await.to_string());
    look(&mut seen).await;
    counter.enter_code(&code).await;
    look(&mut seen).await;
    let typed = json!({ "password": PARENT_PASSWORD });
    seen.push(counter.parent("check_password", typed).await.to_string());
    let twice = json!({ "password": PARENT_PASSWORD, "again": "Ardoise#43" });
    let refused = counter.try_parent("choose_password", twice).await;
    seen.push(serde_json::to_string(&refused.unwrap_err()).unwrap());
    counter.choose_password().await;
    look(&mut seen).await;
    counter.claim(OLIVIA.claim()).await;
    counter.try_confirm(&FELIX).await.unwrap();
    look(&mut seen).await;
    counter.parent("finish_children", Value::Null).await;
    look(&mut seen).await;
    counter.parent("leave_visit", Value::Null).await;
    look(&mut seen).await;
    seen.push(Value::Array(counter.journal().await).to_string());
    seen.push(counter.student_file(&OLIVIA).await.to_string());
    for (canary, what) in [
        (PARENT_PASSWORD, "the password"),
        ("Ardoise#43", "what was typed"),
        (&code, "the code"),
        (&wrong, "a wrong code"),
    ] {
        let spaced = format!("{} {}", &canary[..3], &canary[3..]);
        for text in &seen {
            assert!(
                !text.contains(canary) && !text.contains(&spaced),
                "{what} is in {text}"
            );
        }
    }
    for text in &seen {
        assert!(!text.contains(OLIVIA.permanent_code), "{text}");
    }
}

#[apply(on_both_databases)]
async fn numbers_are_masked_until_they_are_revealed_and_the_reveal_is_journalled(
    database: Database,
) {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    let file = counter.student_file(&OLIVIA).await;
    assert_eq!(file["permanent_code"], "TREO••••••••");
    assert_eq!(file["student"]["fiche"], "••01");
    let before = counter.acts().await.len();
    let request = json!({ "student_id": file["student"]["id"] });
    let numbers = counter.desk("reveal_numbers", request).await;
    assert_eq!(
        numbers,
        json!({ "fiche": "4101", "permanent_code": "TREO71531501" })
    );
    assert_eq!(counter.acts().await[before..], ["code_revealed"]);
}

#[apply(on_both_databases)]
async fn the_parents_window_is_made_anew_for_each_visit(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    let mut window = counter.desk.parent_window();
    let mut numbers = vec![*window.borrow_and_update()];
    for _ in 0..2 {
        counter.start_visit_for(&OLIVIA, JULIE).await;
        counter.cancel_visit().await;
        assert!(window.has_changed().unwrap());
        numbers.push(*window.borrow_and_update());
    }
    assert!(numbers.iter().all(Option::is_some) && numbers.is_sorted());
    counter.sign_out().await;
    assert_eq!(*window.borrow(), None);
}
