//! The first start, signing in, and coming back with the recovery words (domain.md §5, §15).

use desk::contract::Failure;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::{ADMINISTRATOR, Counter, PASSWORD, set_up_request};
use crate::databases::{Database, on_both_databases};

async fn phase(counter: &Counter) -> String {
    counter.view().await["phase"].as_str().unwrap().to_owned()
}

#[apply(on_both_databases)]
async fn the_demo_and_the_desk_are_apart(database: Database) {
    let mut counter = Counter::bare_on(database).await;
    assert_eq!(
        counter.view().await,
        json!({ "phase": "first_start", "demo_exists": false })
    );
    counter.desk("open_demo", Value::Null).await;
    let view = counter.view().await;
    assert_eq!(
        (&view["kind"], &view["mail_server_set"]),
        (&json!("demo"), &json!(true))
    );
    let students = view["registry"]["students"].as_u64().unwrap();
    assert!(students > 500, "{students}");
    let set_up = counter.try_desk("set_up_desk", set_up_request()).await;
    assert_eq!(
        set_up,
        Err(Failure::NotAllowed),
        "a demo never turns into a real desk"
    );
    counter.desk("leave_demo", Value::Null).await;
    assert_eq!(
        counter.view().await,
        json!({ "phase": "first_start", "demo_exists": true })
    );

    counter.set_up().await;
    let view = counter.view().await;
    assert_eq!(
        (&view["kind"], &view["mail_server_set"]),
        (&json!("real"), &json!(false))
    );
    assert_eq!(view["registry"]["students"], 0);
    assert_eq!(view["registry"]["warning"], "never");
    assert_eq!(
        counter.try_desk("leave_demo", Value::Null).await,
        Err(Failure::NotAllowed)
    );
    counter.restart().await;
    assert_eq!(
        counter.view().await,
        json!({ "phase": "sign_in", "kind": "real" })
    );

    // The demo is still there, with what was done in it.
    counter.desk("open_demo", Value::Null).await;
    assert_eq!(counter.view().await["registry"]["students"], students);
    counter.desk("leave_demo", Value::Null).await;
    assert_eq!(phase(&counter).await, "sign_in");
    counter.sign_in(ADMINISTRATOR, PASSWORD).await;
}

#[apply(on_both_databases)]
async fn setting_up_refuses_what_would_not_hold(database: Database) {
    let counter = Counter::bare_on(database).await;
    let refused = |reason: &str| json!({ "code": "staff_password_refused", "reason": reason });
    let invalid = |field: &str| json!({ "code": "invalid", "field": field });
    let cases = [
        ("password", "quatorze signe", refused("too_short")),
        (
            "password",
            "Marie-Ève travaille ici",
            refused("context_word"),
        ),
        (
            "password",
            "l'école des érables ouvre",
            refused("context_word"),
        ),
        (
            "password",
            "mon guichet à moi seule",
            refused("context_word"),
        ),
        ("password", "aaaaaaaaaaaaaaaaaaaa", refused("common")),
        ("service_centre", "999999", invalid("service_centre")),
        ("service_centre", "", invalid("service_centre")),
        ("school_name", "  ", invalid("school_name")),
        ("user_name", " - ", invalid("user_name")),
    ];
    for (field, value, failure) in cases {
        let mut request = set_up_request();
        request[field] = json!(value);
        let done = counter.try_desk("set_up_desk", request).await;
        assert_eq!(
            serde_json::to_value(done.unwrap_err()).unwrap(),
            failure,
            "{value}"
        );
    }
    assert_eq!(phase(&counter).await, "first_start");
    counter.set_up().await;
    counter.sign_out().await;
    let again = counter.try_desk("set_up_desk", set_up_request()).await;
    assert_eq!(again, Err(Failure::NotAllowed));
}

#[apply(on_both_databases)]
async fn a_password_that_is_being_typed_is_judged_and_not_kept(database: Database) {
    let counter = Counter::bare_on(database).await;
    for (password, length, refused) in [
        ("", 0, json!("too_short")),
        ("éèà", 3, json!("too_short")),
        ("une phrase assez longue", 23, Value::Null),
        ("Nora aime les longues phrases", 29, json!("context_word")),
    ] {
        let request = json!({ "user_name": "Nora", "password": password });
        let checked = counter.desk("check_staff_password", request).await;
        assert_eq!(
            checked,
            json!({ "length": length, "refused": refused }),
            "{password}"
        );
    }
}

#[apply(on_both_databases)]
async fn five_wrong_passwords_make_the_next_wait_longer_and_longer(database: Database) {
    let mut counter = Counter::bare_on(database).await;
    counter.set_up().await;
    counter.sign_out().await;
    for user in ["Personne", ADMINISTRATOR] {
        for _ in 0..5 {
            let wrong = counter.try_sign_in(user, "ce n'est pas celui-là").await;
            assert_eq!(
                wrong,
                Err(Failure::WrongPassword { wait_seconds: 0 }),
                "{user}"
            );
        }
        let wait = Err(Failure::WrongPassword { wait_seconds: 30 });
        assert_eq!(counter.try_sign_in(user, PASSWORD).await, wait, "{user}");
        // Starting the program again does not help.
        counter.restart().await;
        assert_eq!(counter.try_sign_in(user, PASSWORD).await, wait, "{user}");
    }
    counter.advance_minutes(1);
    let wrong = counter
        .try_sign_in(ADMINISTRATOR, "ce n'est pas celui-là")
        .await;
    assert_eq!(wrong, Err(Failure::WrongPassword { wait_seconds: 0 }));
    let wait = Err(Failure::WrongPassword { wait_seconds: 60 });
    assert_eq!(counter.try_sign_in(ADMINISTRATOR, PASSWORD).await, wait);
    counter.advance_minutes(1);
    counter.sign_in(ADMINISTRATOR, PASSWORD).await;
    let journal = counter.journal().await;
    let mut failed: Vec<_> = journal
        .iter()
        .filter(|line| line["act"] == "sign_in_failed")
        .map(|line| (line["subject"].clone(), line["detail"].clone()))
        .collect();
    failed.sort_by_key(|(subject, _)| subject.is_null());
    assert_eq!(
        failed,
        [
            (json!(ADMINISTRATOR), json!("6")),
            (Value::Null, json!("5"))
        ]
    );
}

#[apply(on_both_databases)]
async fn a_user_name_is_found_however_it_is_written(database: Database) {
    let counter = Counter::bare_on(database).await;
    counter.set_up().await;
    for user in ["Marie-Ève", "marie-ève", " MARIE-ÈVE "] {
        counter.sign_out().await;
        counter.sign_in(user, PASSWORD).await;
        assert_eq!(counter.view().await["user_name"], ADMINISTRATOR);
    }
}

#[apply(on_both_databases)]
async fn the_recovery_words_bring_the_administrator_back(database: Database) {
    let mut counter = Counter::bare_on(database).await;
    let words = counter.set_up().await;
    assert_eq!(words.split(' ').count(), 24);
    counter.restart().await;
    let new = "la clé sous le paillasson";
    let request = |words: &str, user: &str, password: &str| json!({ "words": words, "user_name": user, "new_password": password });
    let mut misspelt: Vec<&str> = words.split(' ').collect();
    misspelt[6] = "guichet";
    let mut swapped: Vec<&str> = words.split(' ').collect();
    swapped.swap(0, 1);
    let refused = [
        (
            request(&misspelt.join(" "), ADMINISTRATOR, new),
            Failure::WrongWords {
                unknown_word: Some(7),
            },
        ),
        (
            request(&swapped.join(" "), ADMINISTRATOR, new),
            Failure::WrongWords { unknown_word: None },
        ),
        (
            request("abaisser", ADMINISTRATOR, new),
            Failure::WrongWords { unknown_word: None },
        ),
        (request(&words, "Personne", new), Failure::NotFound),
    ];
    for (request, failure) in refused {
        assert_eq!(
            counter.try_desk("recover_access", request).await,
            Err(failure)
        );
        assert_eq!(phase(&counter).await, "sign_in");
    }
    let short = counter
        .try_desk("recover_access", request(&words, ADMINISTRATOR, "court"))
        .await;
    assert!(matches!(short, Err(Failure::StaffPasswordRefused { .. })));

    counter
        .desk(
            "recover_access",
            request(&words.to_uppercase(), ADMINISTRATOR, new),
        )
        .await;
    assert_eq!(counter.view().await["user_name"], ADMINISTRATOR);
    assert!(counter.acts().await.contains(&"recovered".to_owned()));
    counter.sign_out().await;
    let old = counter.try_sign_in(ADMINISTRATOR, PASSWORD).await;
    assert_eq!(old, Err(Failure::WrongPassword { wait_seconds: 0 }));
    counter.sign_in(ADMINISTRATOR, new).await;
}

#[apply(on_both_databases)]
async fn one_program_at_a_time_has_the_desk(database: Database) {
    let counter = Counter::real_on(database).await;
    let second = counter.second_program();
    let request = json!({ "user_name": ADMINISTRATOR, "password": PASSWORD });
    let refused = second
        .call(desk::contract::Window::Desk, "sign_in", request)
        .await;
    assert_eq!(refused, Err(Failure::AlreadyOpen));
}
