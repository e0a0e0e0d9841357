//! Mail over a real SMTP server: STARTTLS under a private authority, and a password.
//! `cargo xtask test` starts that server (xtask/smtp_server.py) and says in `GUICHET_TEST_SMTP` where it is:
//! `{"host", "port", "user", "password", "ca", "dir"}`. Without it these tests fail: they are never skipped.

#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::net::TcpListener;
use std::path::PathBuf;
use std::{env, fs};

use chrono::{DateTime, Utc};
use domain::{CodeDigits, EmailAddress, MailTrouble};
use mail::{
    Backend, Message, Postmark, Receipt, Rendered, SchoolOffice, Security, SendFailure, SignIn,
    SmtpBackend, SmtpSettings, TimeLimits, render,
};
use text::Locale;
use uuid::Uuid;

struct Server {
    host: String,
    port: u16,
    user: String,
    password: String,
    ca: PathBuf,
    dir: PathBuf,
}

impl Server {
    fn of_the_tests() -> Self {
        let Ok(described) = env::var("GUICHET_TEST_SMTP") else {
            panic!(
                "GUICHET_TEST_SMTP is not set: these tests need a mail server, which `cargo xtask test` starts"
            );
        };
        let described: serde_json::Value = serde_json::from_str(&described).unwrap();
        let word = |key: &str| described[key].as_str().unwrap().to_owned();
        Self {
            host: word("host"),
            port: described["port"].as_u64().unwrap().try_into().unwrap(),
            user: word("user"),
            password: word("password"),
            ca: word("ca").into(),
            dir: word("dir").into(),
        }
    }

    fn settings(&self) -> SmtpSettings {
        SmtpSettings {
            host: self.host.clone(),
            port: self.port,
            security: Security::StartTls,
            sign_in: Some(SignIn {
                user: self.user.clone(),
                password: self.password.clone().into(),
            }),
            from: EmailAddress::parse("secretariat@ecole.example").unwrap(),
            from_name: "École des Érables".to_owned(),
            extra_root_ca: Some(fs::read(&self.ca).unwrap()),
            time_limits: TimeLimits::default(),
        }
    }

    /// The mails that the server took for an address, as they came.
    fn mails_to(&self, address: &str) -> Vec<String> {
        let mails = fs::read_dir(&self.dir)
            .unwrap()
            .map(|entry| entry.unwrap().path());
        mails
            .filter(|path| path.extension().is_some_and(|end| end == "eml"))
            .map(|path| fs::read_to_string(path).unwrap())
            .filter(|mail| mail.lines().any(|line| line == format!("To: {address}")))
            .collect()
    }
}

fn code_mail() -> Rendered {
    let message = Message::VerificationCode {
        code: CodeDigits::from_number(48_213),
        minutes_valid: 15,
    };
    let office = SchoolOffice {
        school: "École des Érables".to_owned(),
        phone: None,
    };
    render(&message, &office, Locale::parse("en-CA").unwrap())
}

/// The same for every run: two runs may share a server, and the tests look for what only they sent.
fn postmark(id: u128) -> Postmark {
    let at: DateTime<Utc> = "2026-09-01T12:00:00Z".parse().unwrap();
    Postmark {
        at,
        id: Uuid::from_u128(id),
    }
}

async fn send(settings: SmtpSettings, to: &str, id: u128) -> Result<Receipt, SendFailure> {
    let backend = Backend::Smtp(SmtpBackend::new(settings).unwrap());
    backend
        .send(
            &EmailAddress::parse(to).unwrap(),
            &code_mail(),
            postmark(id),
        )
        .await
}

#[tokio::test]
async fn a_mail_arrives_whole() {
    let server = Server::of_the_tests();
    let to = "nadia.whole@example.org";
    let receipt = send(server.settings(), to, 1).await.unwrap();
    assert!(receipt.words.contains("taken as"), "{}", receipt.words);

    let mails = server.mails_to(to);
    let mail = mails.last().unwrap();
    for line in [
        "Message-ID: <00000000-0000-0000-0000-000000000001@ecole.example>",
        "Date: Tue, 01 Sep 2026 12:00:00 +0000",
        "Auto-Submitted: auto-generated",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Type: text/html; charset=utf-8",
        "048 213",
    ] {
        assert!(
            mail.lines().any(|found| found == line),
            "{line} is not in\n{mail}"
        );
    }
    assert!(mail.lines().any(|line| line.starts_with("From: ") && line.ends_with("<secretariat@ecole.example>")));
    let headers = mail.split("\r\n\r\n").next().unwrap();
    assert!(!headers.contains("213"), "{headers}");
}

#[tokio::test]
async fn one_backend_sends_one_mail_after_the_other() {
    let server = Server::of_the_tests();
    let backend = Backend::Smtp(SmtpBackend::new(server.settings()).unwrap());
    for (id, to) in [(2, "nadia.one@example.org"), (3, "nadia.two@example.org")] {
        backend
            .send(
                &EmailAddress::parse(to).unwrap(),
                &code_mail(),
                postmark(id),
            )
            .await
            .unwrap();
        assert!(!server.mails_to(to).is_empty());
    }
}

/// Sends with these settings, and expects this failure; its words name nobody.
async fn fails(settings: SmtpSettings, to: &str, trouble: MailTrouble) {
    let failure = send(settings, to, 4).await.unwrap_err();
    assert_eq!(failure.trouble(), trouble, "{failure}");
    assert!(
        !failure.words().is_empty() && !failure.words().contains('@'),
        "{failure}"
    );
}

#[tokio::test]
async fn an_address_that_is_refused_for_now_is_told_from_one_that_is_refused_for_good() {
    let server = Server::of_the_tests();
    fails(
        server.settings(),
        "greylisted@example.org",
        MailTrouble::Refused,
    )
    .await;
    fails(
        server.settings(),
        "unknown@example.org",
        MailTrouble::Rejected,
    )
    .await;
}

#[tokio::test]
async fn a_wrong_password_or_none_is_about_signing_in() {
    let server = Server::of_the_tests();
    let wrong = SignIn {
        user: server.user.clone(),
        password: "wrong".to_owned().into(),
    };
    for sign_in in [Some(wrong), None] {
        fails(
            SmtpSettings {
                sign_in,
                ..server.settings()
            },
            "nadia@example.org",
            MailTrouble::SignIn,
        )
        .await;
    }
}

#[tokio::test]
async fn a_connection_that_cannot_be_trusted_carries_no_mail() {
    let server = Server::of_the_tests();
    let unknown_authority = SmtpSettings {
        extra_root_ca: None,
        ..server.settings()
    };
    let no_greeting_in_clear = SmtpSettings {
        security: Security::Tls,
        ..server.settings()
    };
    for settings in [unknown_authority, no_greeting_in_clear] {
        fails(
            settings,
            "nadia.untrusted@example.org",
            MailTrouble::Certificate,
        )
        .await;
    }
    assert!(server.mails_to("nadia.untrusted@example.org").is_empty());
}

#[tokio::test]
async fn a_server_that_is_not_there_is_unreachable() {
    let server = Server::of_the_tests();
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let nobody_listens = SmtpSettings {
        port,
        ..server.settings()
    };
    let no_such_host = SmtpSettings {
        host: "no-such-host.invalid".to_owned(),
        ..server.settings()
    };
    for settings in [nobody_listens, no_such_host] {
        fails(settings, "nadia@example.org", MailTrouble::Unreachable).await;
    }
}
