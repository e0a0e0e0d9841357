//! The mail that waits, and the server that it leaves by, whose password only ever goes in.

use chrono::{DateTime, Utc};
use domain::{MailKind, MailTrouble, WaitingState};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{Secret, Word};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OutboxLine {
    pub id: Uuid,
    pub kind: Word<MailKind>,
    pub address: String,
    pub state: Word<WaitingState>,
    pub tries: u32,
    pub created_at: DateTime<Utc>,
    /// The next try, while it waits.
    pub due_at: Option<DateTime<Utc>>,
    pub done_at: Option<DateTime<Utc>>,
    pub trouble: Option<Word<MailTrouble>>,
    pub server_words: Option<String>,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct MailRequest {
    pub mail_id: Uuid,
}

/// A mail of the demo school: it never left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct MailboxMail {
    pub at: DateTime<Utc>,
    pub to: String,
    pub subject: String,
    pub text: String,
}

/// The mail server, without its password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct MailSettings {
    pub host: String,
    pub port: u16,
    pub security: Word<MailSecurity>,
    pub user: Option<String>,
    pub has_password: bool,
    pub from_address: String,
    pub from_name: String,
    /// The path of a private certificate authority was given.
    pub has_private_ca: bool,
}

domain::text_enum! {
    /// How the connection to the mail server is kept private.
    pub enum MailSecurity {
        StartTls = "start_tls",
        Tls = "tls",
    }
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct SetMail {
    pub host: String,
    pub port: u16,
    pub security: Word<MailSecurity>,
    pub user: Option<String>,
    /// Kept as it is when not given, removed when empty.
    pub password: Option<Secret>,
    pub from_address: String,
    pub from_name: String,
    /// A PEM file to trust besides the usual authorities; its content is kept, not its path. What is there stays when
    /// not given, and is removed when empty.
    pub private_ca_path: Option<String>,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct SendTestMail {
    pub to: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TestMailResult {
    pub sent: bool,
    pub trouble: Option<Word<MailTrouble>>,
    pub server_words: Option<String>,
}
