//! The mail that waits (domain.md §13), and the mail that leaves: over real SMTP, with STARTTLS and a password.
//! `cargo xtask test` starts the server and says in `GUICHET_TEST_SMTP` where it is; without it that test fails.

use desk::contract::Failure;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::{Counter, code_in};
use crate::databases::{Database, on_both_databases};
use crate::families::{JULIE, OLIVIA, REGISTRY};
use crate::smtp::{address_of_its_own, dead_server, smtp};

/// A real desk at which a code was asked for; nobody has set a mail server.
async fn asked_without_a_server(database: Database) -> Counter {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    ask(&counter, JULIE).await;
    counter
}

async fn ask(counter: &Counter, address: &str) {
    counter.start_visit_for(&OLIVIA, JULIE).await;
    counter.greet().await;
    counter.give_address(address).await;
}

/// Waits until the code's mail is in this state, and gives what the secretary sees of it.
pub async fn code_mail(counter: &Counter, state: &str, trouble: Option<&str>) -> Value {
    counter
        .until(state, async || {
            let code = counter.visit().await["code"].clone();
            (code["mail"] == state && code["trouble"] == json!(trouble)).then_some(code)
        })
        .await
}

async fn only_mail(counter: &Counter) -> Value {
    let outbox = counter.desk("list_outbox", Value::Null).await;
    assert_eq!(outbox.as_array().unwrap().len(), 1, "{outbox}");
    outbox[0].clone()
}

#[apply(on_both_databases)]
async fn without_a_server_the_mail_waits_and_says_for_what(database: Database) {
    let counter = asked_without_a_server(database).await;
    let code = code_mail(&counter, "will_retry", Some("no_server")).await;
    assert_eq!(
        (&code["sent_at"], &code["expires_at"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(only_mail(&counter).await["trouble"], "no_server");
    let view = counter.view().await;
    assert_eq!(
        view["mail"],
        json!({ "waiting": 0, "will_retry": 1, "needs_you": 0 })
    );
    assert_eq!(view["mail_server_set"], false);
    let test = counter
        .try_desk("send_test_mail", json!({ "to": JULIE }))
        .await;
    assert_eq!(test, Err(Failure::NoMailServer));
}

#[apply(on_both_databases)]
async fn a_server_that_does_not_answer_is_seen_and_tried_again(database: Database) {
    let counter = Counter::real_on(database).await;
    counter.import_text(REGISTRY).await;
    counter.desk("set_mail", dead_server()).await;
    let kept = counter.desk("view_mail_settings", Value::Null).await;
    assert_eq!(
        (&kept["has_password"], &kept["has_private_ca"]),
        (&json!(true), &json!(false))
    );
    assert!(!kept.to_string().contains("canari"));
    ask(&counter, JULIE).await;
    code_mail(&counter, "will_retry", Some("unreachable")).await;
    let mail = only_mail(&counter).await;
    assert_eq!(mail["tries"], 1);
    counter
        .desk("retry_mail", json!({ "mail_id": mail["id"] }))
        .await;
    counter
        .until("a second try", async || {
            let mail = only_mail(&counter).await;
            (mail["tries"] == 2 && mail["state"] == "will_retry").then_some(())
        })
        .await;
    let test = counter.desk("send_test_mail", json!({ "to": JULIE })).await;
    assert_eq!(
        (&test["sent"], &test["trouble"]),
        (&json!(false), &json!("unreachable"))
    );
    // The visit is given up: the wish for its code goes with it.
    counter.cancel_visit().await;
    let mail = only_mail(&counter).await;
    assert_eq!(
        (&mail["state"], &mail["trouble"]),
        (&json!("dropped"), &json!("visit_ended"))
    );
}

#[apply(on_both_databases)]
async fn settings_with_which_no_mail_could_leave_are_refused(database: Database) {
    let counter = Counter::real_on(database).await;
    let ca = counter.file("ca.pem", "no certificate");
    for (key, value, field) in [
        ("host", json!(" "), "host"),
        ("from_address", json!("école"), "from_address"),
        ("private_ca_path", json!("/nowhere.pem"), "private_ca_path"),
        ("private_ca_path", json!(ca), "private_ca_path"),
    ] {
        let mut server = dead_server();
        server[key] = value;
        let refused = counter.try_desk("set_mail", server).await;
        assert_eq!(
            refused,
            Err(Failure::Invalid {
                field: field.into()
            })
        );
    }
    assert_eq!(
        counter.desk("view_mail_settings", Value::Null).await,
        Value::Null
    );
}

#[apply(on_both_databases)]
async fn the_private_authority_and_the_password_stay_until_they_are_replaced_or_removed(
    database: Database,
) {
    let smtp = smtp();
    let counter = Counter::real_on(database).await;
    let given = |field: &str| smtp.settings[field].clone();
    // What is given, what there is then, and what keeps a mail from leaving.
    for (password, authority, there, trouble) in [
        (
            given("password"),
            given("private_ca_path"),
            [true, true],
            Value::Null,
        ),
        (Value::Null, Value::Null, [true, true], Value::Null),
        (Value::Null, json!(""), [true, false], json!("certificate")),
        (
            Value::Null,
            Value::Null,
            [true, false],
            json!("certificate"),
        ),
        (
            Value::Null,
            given("private_ca_path"),
            [true, true],
            Value::Null,
        ),
        (json!(""), Value::Null, [false, true], json!("sign_in")),
    ] {
        let mut settings = smtp.settings.clone();
        settings["password"] = password;
        settings["private_ca_path"] = authority;
        counter.desk("set_mail", settings.clone()).await;
        let kept = counter.desk("view_mail_settings", Value::Null).await;
        assert_eq!(
            json!([kept["has_password"], kept["has_private_ca"]]),
            json!(there),
            "{settings}"
        );
        let to = json!({ "to": address_of_its_own(&counter) });
        let sent = counter.desk("send_test_mail", to).await;
        assert_eq!(sent["trouble"], trouble, "{settings}: {sent}");
    }
}

#[apply(on_both_databases)]
async fn the_mail_that_waited_leaves_when_there_is_a_server_and_its_code_is_right(
    database: Database,
) {
    let smtp = smtp();
    let counter = Counter::real_on(database).await;
    let address = address_of_its_own(&counter);
    counter
        .import_text(&REGISTRY.replace(JULIE, &address))
        .await;
    counter.start_visit_for(&OLIVIA, &address).await;
    counter.greet().await;
    counter.give_address(&address).await;
    code_mail(&counter, "will_retry", Some("no_server")).await;

    counter.advance_minutes(20);
    counter.desk("set_mail", smtp.settings.clone()).await;
    let code = code_mail(&counter, "done", None).await;
    assert_eq!(
        code["sent_at"],
        json!(counter.now()),
        "its time runs from the sending"
    );
    let mails = smtp.mails_to(&address);
    assert_eq!(mails.len(), 1);
    let headers = mails[0].split("\r\n\r\n").next().unwrap();
    let code = code_in(&mails[0]).unwrap();
    assert!(!headers.contains(&code[3..]), "{headers}");
    assert_eq!(
        counter.enter_code(&code).await,
        json!({ "answer": "right" })
    );

    let test = counter
        .desk("send_test_mail", json!({ "to": address }))
        .await;
    assert_eq!(test["sent"], true);
}

#[apply(on_both_databases)]
async fn an_address_that_the_server_does_not_know_needs_somebody(database: Database) {
    let smtp = smtp();
    let counter = Counter::real_on(database).await;
    let unknown = "unknown@familles.example";
    counter.import_text(&REGISTRY.replace(JULIE, unknown)).await;
    counter.desk("set_mail", smtp.settings.clone()).await;
    counter.start_visit_for(&OLIVIA, unknown).await;
    counter.greet().await;
    counter.give_address(unknown).await;
    let code = code_mail(&counter, "needs_you", Some("rejected")).await;
    assert!(
        code["server_words"].as_str().unwrap().contains("550"),
        "{code}"
    );
    assert_eq!(counter.view().await["mail"]["needs_you"], 1);
}
