//! The mailbox of the demo school: mails stay in memory and are shown in the program.
//! Nothing here leaves the machine or is written to its disk.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use domain::EmailAddress;

use crate::{Postmark, Receipt, Rendered};

/// A mail as the demo's reader finds it.
#[derive(Clone)]
pub struct DemoMail {
    pub to: EmailAddress,
    pub at: DateTime<Utc>,
    pub mail: Rendered,
}

/// The mailbox; its clones share the same mails.
#[derive(Clone, Default)]
pub struct DemoMailbox(Arc<Mutex<VecDeque<DemoMail>>>);

impl DemoMailbox {
    /// Beyond so many mails, the oldest goes.
    pub const MOST_MAILS: usize = 200;

    /// The mails, newest first.
    #[must_use]
    pub fn mails(&self) -> Vec<DemoMail> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .cloned()
            .collect()
    }

    pub(crate) fn keep(&self, to: &EmailAddress, mail: &Rendered, postmark: Postmark) -> Receipt {
        let mut mails = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        mails.push_front(DemoMail {
            to: to.clone(),
            at: postmark.at,
            mail: mail.clone(),
        });
        mails.truncate(Self::MOST_MAILS);
        Receipt {
            words: String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use text::Locale;
    use uuid::Uuid;

    use super::*;
    use crate::{Backend, Message, SchoolOffice, render};

    #[tokio::test]
    async fn a_demo_mail_is_found_newest_first() {
        let mailbox = DemoMailbox::default();
        let backend = Backend::Demo(mailbox.clone());
        let office = SchoolOffice {
            school: "École des Érables".to_owned(),
            phone: None,
        };
        let mail = render(&Message::StaffTest, &office, Locale::REFERENCE);
        let postmark = Postmark {
            at: DateTime::UNIX_EPOCH,
            id: Uuid::nil(),
        };
        for number in 0..=DemoMailbox::MOST_MAILS {
            let to = EmailAddress::parse(&format!("a{number}@example.org")).unwrap();
            backend.send(&to, &mail, postmark).await.unwrap();
        }
        let mails = mailbox.mails();
        assert_eq!(mails.len(), DemoMailbox::MOST_MAILS);
        assert_eq!(mails[0].to.as_str(), "a200@example.org");
        assert_eq!(mails[0].mail.subject, mail.subject);
        assert_eq!(mails.last().unwrap().to.as_str(), "a1@example.org");
    }
}
