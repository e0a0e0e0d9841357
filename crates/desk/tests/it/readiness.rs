//! "Is the desk ready?" (domain.md §13): every reason at once, and what is told of each.

use macro_rules_attribute::apply;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpListener;

use crate::counter::Counter;
use crate::databases::{Database, on_both_databases, on_the_file};
use crate::families::REGISTRY;

async fn finding(counter: &Counter, command: &str, check: &str) -> Value {
    let readiness = counter.desk(command, Value::Null).await;
    let mut lines = readiness["lines"].as_array().unwrap().iter();
    let found = lines.find(|line| line["finding"]["check"] == check);
    found.cloned().unwrap_or_default()
}

async fn level(counter: &Counter, check: &str) -> Value {
    finding(counter, "view_readiness", check).await["level"].clone()
}

#[apply(on_both_databases)]
async fn the_registrys_age_is_a_warning_after_five_days_and_a_strong_one_after_ten(
    database: Database,
) {
    let counter = Counter::real_on(database).await;
    assert_eq!(level(&counter, "registry").await, "bad", "there is none");
    counter.import_text(REGISTRY).await;
    for (days, expected) in [(0, "good"), (5, "warning"), (5, "bad")] {
        counter.advance_minutes(days * 24 * 60);
        assert_eq!(level(&counter, "registry").await, expected);
    }
}

#[apply(on_both_databases)]
async fn the_machine_and_the_journal_are_looked_at_by_a_press(database: Database) {
    let counter = Counter::real_on(database).await;
    let before = counter.desk("view_readiness", Value::Null).await;
    assert_eq!(before["looked_at"], Value::Null);
    let after = counter.desk("check_readiness", Value::Null).await;
    assert_eq!(after["looked_at"], json!(counter.now()));
    assert_eq!(level(&counter, "journal").await, "good");
    assert_ne!(level(&counter, "disk").await, Value::Null);
    assert_ne!(level(&counter, "printer").await, Value::Null);
    let mail = finding(&counter, "view_readiness", "mail").await;
    assert_eq!(mail["finding"]["trouble"], "no_server");
}

#[apply(on_the_file)]
async fn a_backup_is_missed_until_it_is_made_and_again_a_week_later() {
    let counter = Counter::real().await;
    assert_eq!(level(&counter, "backup").await, "warning");
    let path = counter.folder().join("backup.guichet");
    counter.desk("back_up", json!({ "path": path })).await;
    assert_eq!(level(&counter, "backup").await, "good");
    counter.advance_minutes(7 * 24 * 60);
    let backup = finding(&counter, "view_readiness", "backup").await;
    assert_eq!(
        (&backup["level"], &backup["finding"]["age_days"]),
        (&json!("warning"), &json!(7))
    );
}

#[apply(on_both_databases)]
async fn a_clock_that_was_put_back_is_told_for_a_day(database: Database) {
    let counter = Counter::real_on(database).await;
    assert_eq!(level(&counter, "clock").await, "good");
    counter.advance_minutes(-10);
    for _ in 0..2 {
        let clock = finding(&counter, "view_readiness", "clock").await;
        assert_eq!(
            clock["finding"],
            json!({ "check": "clock", "trouble": "backward", "seconds": 600 })
        );
        // An entry at the new time: the jump stands between two entries now.
        counter.import_text(REGISTRY).await;
    }
    counter.advance_minutes(25 * 60);
    counter.desk("start_visit", json!({})).await;
    assert_eq!(level(&counter, "clock").await, "good", "a day later");
}

/// A mail server whose greeting says what time it is, for as long as the test runs.
async fn server_that_says(time: &'static str) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let (reader, mut writer) = stream.split();
            let mut told = BufReader::new(reader).lines();
            let mut say = format!("220 mail.example ESMTP; {time}\r\n");
            while writer.write_all(say.as_bytes()).await.is_ok() {
                let Ok(Some(_)) = told.next_line().await else {
                    break;
                };
                "250 ok\r\n".clone_into(&mut say);
            }
        }
    });
    port
}

#[apply(on_both_databases)]
async fn a_mail_server_that_cannot_be_trusted_and_a_clock_off_its_time_are_told(
    database: Database,
) {
    let counter = Counter::real_on(database).await;
    let port = server_that_says("Tue, 1 Sep 2026 12:00:00 +0000").await;
    let request = json!({
        "host": "127.0.0.1", "port": port, "security": "start_tls",
        "from_address": "ecole@example.org", "from_name": "École",
    });
    counter.desk("set_mail", request).await;
    // It offers no encryption: no code could leave.
    let mail = finding(&counter, "check_readiness", "mail").await;
    assert_eq!(
        (&mail["level"], &mail["finding"]["trouble"]),
        (&json!("bad"), &json!("certificate"))
    );
    assert_eq!(level(&counter, "clock").await, "good");
    counter.advance_minutes(3);
    let clock = finding(&counter, "check_readiness", "clock").await;
    assert_eq!(
        clock["finding"],
        json!({ "check": "clock", "trouble": "drift", "seconds": 180 })
    );
}

#[apply(on_both_databases)]
async fn what_waits_for_somebody_is_counted(database: Database) {
    let counter = Counter::demo_on(database).await;
    assert_eq!(level(&counter, "waiting").await, "good");
    let correction = json!({ "kind": "email", "email": "julie.g@familles.example" });
    counter
        .propose(&crate::families::OLIVIA, crate::families::JULIE, correction)
        .await;
    let waiting = finding(&counter, "view_readiness", "waiting").await;
    assert_eq!(waiting["level"], "warning");
    assert_eq!(waiting["finding"]["approvals"], 1);
    assert_eq!(
        finding(&counter, "view_readiness", "backup").await,
        Value::Null
    );
}
