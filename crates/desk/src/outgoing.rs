//! The sender: what waits in the outbox leaves, or says why not (domain.md §13). A code is drawn here, at each
//! sending: its hash is stored and its clock starts, so that none lies in the outbox and none arrives expired.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{CodeDigits, CodeId, MailKind, MailTrouble, StepName};
use mail::{Backend, FirstName, Message, Postmark, RetrySettings, SchoolOffice, SendFailure};
use store::{Act, Actor, CodeFor, Detail, Entry, MailRow, NewCode, Subject};
use text::Locale;

use crate::Desk;
use crate::failure::Outcome;
use crate::house::Open;
use crate::visit::{address_proof_hash, code_hash};

/// At least so often the outbox is looked at, even when nobody says that mail waits.
const LOOK_EVERY: Duration = Duration::from_secs(10);
/// So many mails are taken up at a time: one that is stuck never holds the others for long.
const AT_A_TIME: u32 = 16;
/// A mail without a server is looked at again after so long, without counting a try.
const NO_SERVER_AGAIN_SECONDS: i64 = 30;

/// Runs for as long as the desk is open.
pub(crate) async fn run(desk: Desk, open: Arc<Open>) {
    loop {
        if let Err(trouble) = desk.send_due(&open).await {
            tracing::error!(?trouble, "the outbox could not be worked on");
        }
        // Either is enough to look again.
        let _ = tokio::time::timeout(LOOK_EVERY, open.mail_waits.notified()).await;
    }
}

/// How a mail that was taken up ended.
enum Ended {
    Sent,
    Failed(SendFailure),
    NoServer,
    Dropped(MailTrouble),
}

impl Desk {
    /// Sends everything that is due now, once.
    pub(crate) async fn send_due(&self, open: &Open) -> Outcome<()> {
        self.release_stuck(open).await?;
        let now = self.environment().now();
        let due = open.store.due_mail(now, AT_A_TIME).await?;
        if due.is_empty() {
            return Ok(());
        }
        let backend = self.backend(open).await?;
        for mail in due {
            let id = mail.id;
            // One stuck mail never holds another (domain.md §13).
            if let Err(trouble) = self.send_one(open, backend.as_ref(), mail).await {
                tracing::error!(mail = %id, ?trouble, "a mail could not be worked on");
            }
        }
        Ok(())
    }

    /// A mail that is said to be sending for too long waits again: what was to be written down of it was not.
    async fn release_stuck(&self, open: &Open) -> Outcome<()> {
        if open.store.mail_counts().await?.sending == 0 {
            return Ok(());
        }
        let longest = TimeDelta::seconds(self.limits().sending_at_most_seconds.into());
        let mut write = open.store.write(self.stamp(open, Actor::Program)).await?;
        let before = write.now() - longest;
        if write
            .release_stuck(before, MailTrouble::TookTooLong)
            .await?
            > 0
        {
            write
                .commit(Entry::new(Act::MailRetried, Subject::None))
                .await?;
        }
        Ok(())
    }

    /// Why a code's mail is not to leave any more: its visit is over or past the code, or another wish took its place.
    async fn is_obsolete(&self, open: &Open, mail: &MailRow) -> Outcome<Option<MailTrouble>> {
        if let (MailKind::AddressProof, Some(account)) = (mail.kind, mail.account_id) {
            let waits = self.awaits_proof(open, account).await?;
            return Ok((!waits).then_some(MailTrouble::Replaced));
        }
        let (MailKind::VerificationCode, Some(visit)) = (mail.kind, mail.visit_id) else {
            return Ok(None);
        };
        let latest = open.store.latest_code_mail(visit).await?;
        let is_latest = latest.is_some_and(|latest| latest.id == mail.id);
        Ok(match open.store.visit(visit).await? {
            Some(visit) if !matches!(visit.step, StepName::Code | StepName::Account) => {
                Some(MailTrouble::VisitEnded)
            }
            Some(visit) if is_latest && visit.address.as_ref() == Some(&mail.address) => None,
            Some(_) => Some(MailTrouble::Replaced),
            None => Some(MailTrouble::VisitEnded),
        })
    }

    async fn send_one(&self, open: &Open, backend: Option<&Backend>, mail: MailRow) -> Outcome<()> {
        let obsolete = self.is_obsolete(open, &mail).await?;
        let ended = match (backend, obsolete) {
            (_, Some(trouble)) => Ended::Dropped(trouble),
            (None, None) => Ended::NoServer,
            (Some(backend), None) => match self.take_up(open, &mail).await? {
                None => return Ok(()),
                Some(message) => self.hand_to(open, backend, &mail, &message).await?,
            },
        };
        self.write_down(open, &mail, ended).await?;
        self.changed();
        Ok(())
    }

    /// Takes the mail up, if nobody else has, and says what is to be written. A code is drawn in the same transaction.
    async fn take_up(&self, open: &Open, mail: &MailRow) -> Outcome<Option<Message>> {
        let message = self.message(open, mail).await?;
        let mut write = open.store.write(self.stamp(open, Actor::Program)).await?;
        if !write.start_sending(mail.id).await? {
            return Ok(None);
        }
        if let Some((code, subject)) = self.code_of(open, mail, &message, write.now()) {
            write.put_code(&code).await?;
            write.note(Entry::new(Act::CodeSent, subject));
        }
        write.commit(entry(Act::MailStarted, mail)).await?;
        Ok(Some(message))
    }

    /// The code that was drawn for this mail, as it is stored.
    fn code_of(
        &self,
        open: &Open,
        mail: &MailRow,
        message: &Message,
        now: DateTime<Utc>,
    ) -> Option<(NewCode, Subject)> {
        let (opens, hash, expires_at, subject) = match (message, mail.visit_id, mail.account_id) {
            (
                Message::VerificationCode {
                    code,
                    minutes_valid,
                },
                Some(visit),
                _,
            ) => (
                CodeFor::Visit(visit),
                code_hash(&open.store, visit, &mail.address, code),
                now + TimeDelta::minutes((*minutes_valid).into()),
                Subject::Visit(visit),
            ),
            (Message::AddressProof { code, days_valid }, _, Some(account)) => (
                CodeFor::Account(account),
                address_proof_hash(&open.store, account, &mail.address, code),
                now + TimeDelta::days((*days_valid).into()),
                Subject::Account(account),
            ),
            _ => return None,
        };
        let code = NewCode {
            id: CodeId(self.environment().id()),
            opens,
            address: mail.address.clone(),
            hash,
            expires_at,
        };
        Some((code, subject))
    }

    async fn message(&self, open: &Open, mail: &MailRow) -> Outcome<Message> {
        Ok(match mail.kind {
            MailKind::VerificationCode => Message::VerificationCode {
                code: CodeDigits::from_number(self.environment().below(1_000_000)),
                minutes_valid: self.limits().code_valid_minutes,
            },
            MailKind::AddressProof => Message::AddressProof {
                code: CodeDigits::from_number(self.environment().below(1_000_000)),
                days_valid: self.limits().address_proof_valid_days,
            },
            MailKind::AccountCreated => Message::AccountCreated {
                adult: self.adult(open, mail).await?,
            },
            MailKind::PasswordChanged => Message::PasswordChanged {
                adult: self.adult(open, mail).await?,
            },
            MailKind::ChildConfirmed => {
                let child = match mail.student_id {
                    Some(student) => open.store.student(student).await?,
                    None => None,
                };
                Message::ChildConfirmedInPerson {
                    adult: self.adult(open, mail).await?,
                    child: child.and_then(|child| FirstName::of(&child.first_names)),
                }
            }
            MailKind::AddressChanged => Message::AddressChanged,
            MailKind::ConfirmationTakenBack => Message::ConfirmationTakenBack,
            MailKind::AccountTakenBack => Message::AccountTakenBack,
            MailKind::AccountAddressChanged => Message::AccountAddressChanged,
            MailKind::AccountClosed => Message::AccountClosed,
            MailKind::Test => Message::StaffTest,
        })
    }

    /// How the adult of a mail is greeted; empty when nobody knows who they are.
    async fn adult(&self, open: &Open, mail: &MailRow) -> Outcome<String> {
        let by_address = open.store.account_by_address(&mail.address).await?;
        let guardian = match by_address.and_then(|account| account.guardian_id) {
            Some(guardian) => open.store.guardian(guardian).await?,
            None => None,
        };
        Ok(guardian
            .map(|row| format!("{} {}", row.first_names, row.last_names))
            .unwrap_or_default())
    }

    async fn hand_to(
        &self,
        open: &Open,
        backend: &Backend,
        mail: &MailRow,
        message: &Message,
    ) -> Outcome<Ended> {
        self.changed();
        let office = self.office(open).await?;
        let locale = Locale::parse(&mail.language).unwrap_or(Locale::REFERENCE);
        let rendered = mail::render(message, &office, locale);
        let postmark = Postmark {
            at: self.environment().now(),
            id: self.environment().id(),
        };
        Ok(
            match backend.send(&mail.address, &rendered, postmark).await {
                Ok(_) => Ended::Sent,
                Err(failure) => Ended::Failed(failure),
            },
        )
    }

    /// Who writes to parents: the school, and its telephone.
    pub(crate) async fn office(&self, open: &Open) -> Outcome<SchoolOffice> {
        let settings = self.school_settings(open).await?;
        Ok(SchoolOffice {
            school: settings.school_name,
            phone: settings.support_phone,
        })
    }

    async fn write_down(&self, open: &Open, mail: &MailRow, ended: Ended) -> Outcome<()> {
        let mut write = open.store.write(self.stamp(open, Actor::Program)).await?;
        let entry = match ended {
            Ended::Sent => {
                write.mark_done(mail.id).await?;
                entry(Act::MailSent, mail)
            }
            Ended::Dropped(trouble) => {
                write.drop_mail(mail.id, trouble).await?;
                entry(Act::MailDropped, mail).with(Detail::Trouble(trouble))
            }
            Ended::NoServer => {
                // It waits, and says for what; a try is counted only when a server was asked.
                if mail.trouble == Some(MailTrouble::NoServer) {
                    return Ok(());
                }
                let due = write.now() + TimeDelta::seconds(NO_SERVER_AGAIN_SECONDS);
                write
                    .mark_retry(mail.id, due, MailTrouble::NoServer, None)
                    .await?;
                entry(Act::MailFailed, mail).with(Detail::Trouble(MailTrouble::NoServer))
            }
            Ended::Failed(failure) => {
                let (trouble, words) = (failure.trouble(), Some(failure.words()));
                match failure.retry_after(mail.tries + 1, &RetrySettings::default()) {
                    Some(delay) => {
                        let delay = TimeDelta::from_std(delay).unwrap_or(TimeDelta::MAX);
                        let due = write.now() + delay;
                        write.mark_retry(mail.id, due, trouble, words).await?;
                    }
                    None => write.mark_needs_you(mail.id, trouble, words).await?,
                }
                entry(Act::MailFailed, mail).with(Detail::Trouble(trouble))
            }
        };
        Ok(write.commit(entry).await?)
    }
}

fn entry(act: Act, mail: &MailRow) -> Entry {
    let subject = match mail.visit_id {
        Some(visit) => Subject::VisitAndMail(visit, mail.id),
        None => Subject::Mail(mail.id),
    };
    Entry::new(act, subject)
}
