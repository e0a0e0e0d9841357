//! The ways a mail can leave, as one enum.
//! Which one a desk has is a setting; what waits to leave is in the outbox.

use chrono::{DateTime, Utc};
use domain::EmailAddress;
use uuid::Uuid;

use crate::{DemoMailbox, Rendered, SendFailure, SmtpBackend};

/// Where mails go.
#[expect(
    clippy::large_enum_variant,
    reason = "a program has one, and it is never moved about"
)]
pub enum Backend {
    /// Over SMTP, to the school's server.
    Smtp(SmtpBackend),
    /// Nowhere: into a mailbox shown in the demo school.
    Demo(DemoMailbox),
}

/// When a mail leaves, and under which id: a new one at each sending, for a receiver drops the second of two alike.
#[derive(Clone, Copy, Debug)]
pub struct Postmark {
    pub at: DateTime<Utc>,
    pub id: Uuid,
}

/// The server has taken the mail; whether it arrives is another matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// What the server said, trimmed, without addresses.
    pub words: String,
}

/// What a server that is asked says.
#[derive(Debug, Default)]
pub struct Asked {
    /// What time it is there, if its greeting says. A clock that is off makes certificates fail: it is told with a failure.
    pub time: Option<DateTime<Utc>>,
    /// What stands in the way of mail.
    pub failure: Option<SendFailure>,
}

impl Backend {
    /// Whether mail could leave now, and what time it is at the server. Nothing is sent.
    pub async fn ask(&self) -> Asked {
        match self {
            Self::Smtp(smtp) => smtp.ask().await,
            Self::Demo(_) => Asked::default(),
        }
    }

    /// Sends one mail to one address. Each sending is a connection of its own.
    ///
    /// # Errors
    /// [`SendFailure`] says why, and whether another try can help. A mail whose time was up may have left all the same.
    pub async fn send(
        &self,
        to: &EmailAddress,
        mail: &Rendered,
        postmark: Postmark,
    ) -> Result<Receipt, SendFailure> {
        let sent = match self {
            Self::Smtp(smtp) => smtp.send(to, mail, postmark).await,
            Self::Demo(demo) => Ok(demo.keep(to, mail, postmark)),
        };
        match &sent {
            Ok(_) => tracing::info!(mail = %postmark.id, "a mail left"),
            Err(failure) => tracing::warn!(mail = %postmark.id, %failure, "a mail did not leave"),
        }
        sent
    }
}
