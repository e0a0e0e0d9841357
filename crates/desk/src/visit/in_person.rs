//! A child confirmed in person: who the adult is, and what ties them to the child, seen by a member of staff
//! (domain.md §6). The kinds of documents are recorded, never a number, never a copy.

use domain::visit::Step;
use domain::{ConfirmationId, ConfirmationMethod, MailId, MailKind, StudentId};
use store::{Act, Detail, Entry, NewConfirmation, NewMail, Subject};

use super::claim::Adult;
use super::under_way;
use crate::Desk;
use crate::contract::{ConfirmInPerson, Failure, Nothing};
use crate::failure::Outcome;
use crate::permission::Act as Permission;

impl Desk {
    /// Ties a child to the account of the visit. It needs a *named* guardian on the child's file; a locked claim road
    /// does not close this one (domain.md §5).
    pub(crate) async fn confirm_in_person(&self, request: ConfirmInPerson) -> Outcome<Nothing> {
        let open = self.staffed(Permission::ConfirmInPerson).await?;
        let student = StudentId(request.student_id);
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        let Step::Children { account } = visit.step else {
            return Err(Failure::OutOfStep.into());
        };
        let row = open
            .store
            .account(account)
            .await?
            .ok_or(Failure::NotFound)?;
        let adult = Adult {
            address: &row.email,
            guardian: visit.guardian,
        };
        if self.is_restricted(&open, student, adult).await? {
            self.halt(&open, visit, Some(student)).await?;
            return Err(Failure::Restricted.into());
        }
        let guardians = open.store.guardians_of(student).await?;
        if !guardians
            .iter()
            .any(|(guardian, _)| Some(guardian.id) == visit.guardian)
        {
            return Err(Failure::NoGuardian.into());
        }
        if let Some(guardian) = visit.guardian {
            let since = visit.started_at;
            self.approved_in_this_visit(&open, guardian, since).await?;
        }
        let children = open.store.children_of(account).await?;
        if children.iter().any(|(child, _)| child.id == student) {
            return Err(Failure::AlreadyConfirmed.into());
        }
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        write
            .confirm(&NewConfirmation {
                id: ConfirmationId(self.environment().id()),
                account_id: account,
                student_id: student,
                method: ConfirmationMethod::InPerson,
                identity_document: Some(request.identity_document.0),
                tie_document: Some(request.tie_document.0),
                staff_id: Some(open.staff),
                visit_id: visit.id,
            })
            .await?;
        write
            .put_mail(&NewMail {
                id: MailId(self.environment().id()),
                kind: MailKind::ChildConfirmed,
                address: row.email.clone(),
                language: row.language.clone(),
                visit_id: Some(visit.id),
                account_id: Some(account),
                student_id: Some(student),
            })
            .await?;
        let documents =
            Detail::Documents(request.identity_document.0, Some(request.tie_document.0));
        let subject = Subject::AccountAndStudent(account, student);
        write
            .commit(Entry::new(Act::ChildConfirmed, subject).with(documents))
            .await?;
        open.mail_waits.notify_one();
        self.changed();
        Ok(())
    }
}
