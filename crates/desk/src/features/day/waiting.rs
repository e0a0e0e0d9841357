//! One state for everything that waits (domain.md §13): mail, approvals, what families ask, registries dropped.
//! Nothing is "sending" for longer than it may be without saying why.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{MailTrouble, WaitingState};
use store::MailRow;

use crate::Desk;
use crate::contract::{WaitingKind, WaitingLine};
use crate::failure::Outcome;
use crate::house::Open;

/// The newest so many mails are looked at: whatever is not over is among them, or long forgotten by its server.
const MAILS: u32 = 500;

impl Desk {
    /// What waits now, and what was dropped since then.
    pub(super) async fn waiting(
        &self,
        open: &Open,
        since: DateTime<Utc>,
    ) -> Outcome<Vec<WaitingLine>> {
        let mails = open.store.list_mail(MAILS).await?;
        let shown = mails.into_iter().filter(|mail| match mail.state {
            WaitingState::Done => false,
            WaitingState::Dropped => mail.done_at.is_some_and(|at| at >= since),
            _ => true,
        });
        let mut lines: Vec<_> = shown.map(|mail| self.mail_line_of(&mail)).collect();
        for proposal in open.store.pending_proposals().await? {
            let child = open.store.student(proposal.student_id).await?;
            lines.push(WaitingLine {
                about: child.map(|row| format!("{}, {}", row.last_names, row.first_names)),
                correction: Some(proposal.kind.into()),
                ..line(WaitingKind::Approval, proposal.proposed_at)
            });
        }
        for request in open.store.open_requests().await? {
            lines.push(WaitingLine {
                about: request.adult_name,
                request: Some(request.kind.into()),
                ..line(WaitingKind::Request, request.taken_at)
            });
        }
        for file in open.watched.waiting() {
            lines.push(WaitingLine {
                about: Some(file.name),
                ..line(WaitingKind::Import, file.found_at)
            });
        }
        Ok(lines)
    }

    fn mail_line_of(&self, mail: &MailRow) -> WaitingLine {
        let longest = TimeDelta::seconds(self.limits().sending_at_most_seconds.into());
        let late = self.environment().now() - longest;
        let is_slow = mail.sending_since.is_some_and(|since| since < late);
        let trouble = mail
            .trouble
            .or_else(|| is_slow.then_some(MailTrouble::TookTooLong));
        let waits = matches!(mail.state, WaitingState::Waiting | WaitingState::WillRetry);
        WaitingLine {
            state: mail.state.into(),
            about: Some(mail.address.as_str().to_owned()),
            mail: Some(mail.kind.into()),
            trouble: trouble.map(Into::into),
            due_at: (waits && mail.tries > 0).then_some(mail.due_at),
            ..line(WaitingKind::Mail, mail.created_at)
        }
    }
}

/// How many are not over.
pub(super) fn still(lines: &[WaitingLine]) -> u32 {
    let left = lines
        .iter()
        .filter(|line| line.state.0 != WaitingState::Dropped);
    left.count().try_into().unwrap_or(u32::MAX)
}

/// What waits for somebody.
fn line(kind: WaitingKind, since: DateTime<Utc>) -> WaitingLine {
    WaitingLine {
        kind: kind.into(),
        state: WaitingState::NeedsYou.into(),
        since,
        about: None,
        mail: None,
        correction: None,
        request: None,
        trouble: None,
        due_at: None,
    }
}
