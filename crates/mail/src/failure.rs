//! Why a mail did not leave, and whether another try can help.
//! When that try is made is for `retry` and the outbox.

use std::error::Error;
use std::fmt;
use std::io;
use std::time::Duration;

use domain::MailTrouble;
use lettre::transport::smtp;

use crate::RetrySettings;

/// A mail that did not leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendFailure {
    trouble: MailTrouble,
    words: String,
}

impl SendFailure {
    pub(crate) fn new(trouble: MailTrouble, words: &str) -> Self {
        Self {
            trouble,
            words: tidy(words),
        }
    }

    /// The kind of failure.
    #[must_use]
    pub const fn trouble(&self) -> MailTrouble {
        self.trouble
    }

    /// What the server or the network said, in its own language, trimmed; addresses are left out, so that it can be
    /// logged and shown.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.words
    }

    /// How long to wait after so many tries (the first is 1) before the next; nothing when it needs someone.
    #[must_use]
    pub fn retry_after(&self, tries: u32, settings: &RetrySettings) -> Option<Duration> {
        if is_transient(self.trouble) {
            settings.delay_after(tries)
        } else {
            None
        }
    }
}

impl fmt::Display for SendFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.trouble, self.words)
    }
}

impl Error for SendFailure {}

impl From<smtp::Error> for SendFailure {
    fn from(error: smtp::Error) -> Self {
        // The words stand at the end of the chain; what precedes them says "connection error" and the like.
        let mut words = error.to_string();
        if let Some(said) = error.source() {
            words = said.to_string();
        }
        if let Some(code) = error.status() {
            words = format!("{code} {words}");
        }
        Self::new(classify(&error), &words)
    }
}

/// Whether the same mail may leave later, though nobody does anything.
const fn is_transient(trouble: MailTrouble) -> bool {
    match trouble {
        MailTrouble::Unreachable | MailTrouble::Refused => true,
        MailTrouble::SignIn
        | MailTrouble::Certificate
        | MailTrouble::Rejected
        | MailTrouble::BadAddress
        | MailTrouble::NoServer
        | MailTrouble::VisitEnded
        | MailTrouble::Restricted
        | MailTrouble::Replaced
        | MailTrouble::TakenBack
        | MailTrouble::TookTooLong
        | MailTrouble::ProgramStopped => false,
    }
}

fn classify(error: &smtp::Error) -> MailTrouble {
    if let Some(code) = error.status() {
        // RFC 4954: the answers to AUTH, and to mail without it.
        return match u16::from(code) {
            530 | 534 | 535 | 538 => MailTrouble::SignIn,
            _ if error.is_transient() => MailTrouble::Refused,
            _ => MailTrouble::Rejected,
        };
    }
    if error.is_tls() || is_handshake(error) {
        return MailTrouble::Certificate;
    }
    if error.is_client() {
        // What the server offered was not enough: no STARTTLS, or no way to sign in over it.
        let lacks_encryption = error.to_string().contains("STARTTLS");
        return if lacks_encryption {
            MailTrouble::Certificate
        } else {
            MailTrouble::SignIn
        };
    }
    MailTrouble::Unreachable
}

/// Whether the secure connection itself was at fault. An `io::Error` hides what it carries from `source`.
fn is_handshake(error: &smtp::Error) -> bool {
    let mut cause: Option<&(dyn Error + 'static)> = error.source();
    while let Some(error) = cause {
        let carried = error
            .downcast_ref::<io::Error>()
            .and_then(io::Error::get_ref);
        if error.is::<rustls::Error>()
            || carried.is_some_and(|carried| carried.is::<rustls::Error>())
        {
            return true;
        }
        cause = error.source();
    }
    false
}

/// The most that is kept of a server's words, in characters.
const LONGEST_WORDS: usize = 200;

/// On one line, without addresses.
pub(crate) fn tidy(words: &str) -> String {
    let words = words
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty());
    let words: Vec<_> = words
        .map(|word| {
            if word.contains('@') {
                "•••"
            } else {
                word
            }
        })
        .collect();
    words.join(" ").chars().take(LONGEST_WORDS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_servers_words_are_trimmed_and_name_nobody() {
        let long = "x".repeat(500);
        for (said, kept) in [
            (
                "5.1.1 <nadia@example.org>: user\r\n unknown\u{7}",
                "5.1.1 ••• user unknown",
            ),
            ("", ""),
            (long.as_str(), &long[..LONGEST_WORDS]),
        ] {
            assert_eq!(SendFailure::new(MailTrouble::Rejected, said).words(), kept);
        }
    }

    #[test]
    fn only_what_may_mend_itself_is_tried_again() {
        let settings = RetrySettings::default();
        for trouble in MailTrouble::ALL {
            let again = SendFailure::new(*trouble, "")
                .retry_after(1, &settings)
                .is_some();
            assert_eq!(
                again,
                matches!(trouble, MailTrouble::Unreachable | MailTrouble::Refused),
                "{trouble}"
            );
        }
    }

    #[test]
    fn a_try_after_the_last_needs_someone() {
        let failure = SendFailure::new(MailTrouble::Unreachable, "connection refused");
        let settings = RetrySettings::default();
        assert!(failure.retry_after(settings.tries - 1, &settings).is_some());
        assert_eq!(failure.retry_after(settings.tries, &settings), None);
    }
}
