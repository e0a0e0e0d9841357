//! The mail that was being sent when something else happened (domain.md §5, §13): a newer code was asked for, the visit
//! went on or ended, the program stopped. It never leaves when it should not, and never twice.

use desk::contract::Failure;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::counter::{ADMINISTRATOR, Counter, PASSWORD, code_in};
use crate::databases::{Database, on_both_databases};
use crate::families::{JULIE, OLIVIA, REGISTRY};
use crate::outbox::code_mail;
use crate::smtp::{SilentServer, Smtp, address_of_its_own, smtp};

/// A real desk with this mail server, at which the adult of this address has just asked for a code.
async fn asked(database: Database, server: Value) -> (Counter, String) {
    let counter = Counter::real_on(database).await;
    let address = address_of_its_own(&counter);
    let registry = REGISTRY.replace(JULIE, &address);
    counter.import_text(&registry).await;
    counter.desk("set_mail", server).await;
    counter.start_visit_for(&OLIVIA, &address).await;
    counter.greet().await;
    counter.give_address(&address).await;
    (counter, address)
}

/// The oldest mail of the outbox.
async fn oldest(counter: &Counter) -> Value {
    let outbox = counter.desk("list_outbox", Value::Null).await;
    outbox.as_array().unwrap().last().unwrap().clone()
}

async fn enter_the_code(counter: &Counter, smtp: &Smtp, address: &str) {
    let code = code_in(&smtp.mails_to(address)[0]).unwrap();
    let right = json!({ "answer": "right" });
    assert_eq!(counter.enter_code(&code).await, right);
}

#[apply(on_both_databases)]
async fn a_code_whose_time_has_gone_by_never_leaves_when_it_comes_back(database: Database) {
    let smtp = smtp();
    for (meanwhile, trouble) in [
        ("a newer code was asked for", "replaced"),
        ("the newer code was entered", "visit_ended"),
        ("the visit was cancelled", "visit_ended"),
    ] {
        let silent = SilentServer::start().await;
        let (counter, address) = asked(database, silent.settings()).await;
        let call = silent.call().await;
        counter.advance_minutes(1);
        counter.parent("ask_code_again", Value::Null).await;
        counter.desk("set_mail", smtp.settings.clone()).await;
        drop(call);
        code_mail(&counter, "done", None).await;
        let first = oldest(&counter).await;
        assert_eq!(first["state"], "will_retry", "{meanwhile}");

        match meanwhile {
            "the newer code was entered" => enter_the_code(&counter, &smtp, &address).await,
            "the visit was cancelled" => counter.cancel_visit().await,
            _ => {}
        }
        let retry = json!({ "mail_id": first["id"] });
        let retried = counter.try_desk("retry_mail", retry).await;
        assert!(matches!(retried, Ok(_) | Err(Failure::NotFound)));
        let first = counter
            .until("it is given up", async || {
                let first = oldest(&counter).await;
                (first["state"] == "dropped").then_some(first)
            })
            .await;
        assert_eq!(
            (&first["trouble"], &first["tries"]),
            (&json!(trouble), &json!(1)),
            "{meanwhile}"
        );
        assert_eq!(smtp.mails_to(&address).len(), 1, "{meanwhile}");
    }
}

#[apply(on_both_databases)]
async fn a_mail_that_was_being_sent_when_the_program_stopped_leaves_once(database: Database) {
    let smtp = smtp();
    // Signing in takes up what an earlier program left; what looks too new for that, the sender finds in time.
    for (minutes_away, minutes_stuck) in [(1, 0), (0, 3)] {
        let (mut counter, address) = asked(database, smtp.settings.clone()).await;
        code_mail(&counter, "done", None).await;
        enter_the_code(&counter, &smtp, &address).await;
        let silent = SilentServer::start().await;
        counter.desk("set_mail", silent.settings()).await;
        counter.choose_password().await;
        let call = silent.call().await;
        counter.desk("set_mail", smtp.settings.clone()).await;
        counter.restart().await;
        drop(call);

        counter.advance_minutes(minutes_away);
        counter.sign_in(ADMINISTRATOR, PASSWORD).await;
        let stuck = async || {
            let outbox = counter.desk("list_outbox", Value::Null).await;
            let mut lines = outbox.as_array().unwrap().iter();
            let notice = lines.find(|line| line["kind"] == "account_created");
            notice.unwrap().clone()
        };
        if minutes_stuck > 0 {
            assert_eq!(stuck().await["state"], "sending");
            counter.advance_minutes(minutes_stuck);
            // Whatever is sent wakes the sender.
            counter.desk("set_mail", smtp.settings.clone()).await;
        }
        let notice = counter
            .until("the notice leaves", async || {
                let notice = stuck().await;
                (notice["state"] == "done").then_some(notice)
            })
            .await;
        assert_eq!(notice["tries"], 2);
        // The code and the notice.
        assert_eq!(smtp.mails_to(&address).len(), 2, "{minutes_away}");
    }
}
