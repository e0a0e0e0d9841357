//! Children confirmed in person: who the adult is, and what ties them to each child, seen by a member of staff
//! (domain.md §6). The kinds of documents are recorded, never a number, never a copy.

use domain::visit::Step;
use domain::{
    AccountId, ConfirmationId, ConfirmationMethod, IdentityDocument, MailId, MailKind, StudentId,
    TieDocument,
};
use store::{AccountRow, Act, Detail, Entry, NewConfirmation, NewMail, Subject};

use super::claim::Adult;
use super::gate::open_gate;
use super::identity::identity_of;
use super::{LiveVisit, under_way};
use crate::Desk;
use crate::contract::{ConfirmInPerson, Failure, Nothing};
use crate::failure::Outcome;
use crate::house::Open;
use crate::permission::Act as Permission;

impl Desk {
    /// Ties children to the account of the visit, each by a confirmation and in a transaction of its own: those before
    /// one that is refused stay confirmed. It needs a *named* guardian on each child's file; a locked claim road does
    /// not close this one (domain.md §5).
    pub(crate) async fn confirm_in_person(&self, request: ConfirmInPerson) -> Outcome<Nothing> {
        let open = self.staffed(Permission::ConfirmInPerson).await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        let Step::Children { account } = visit.step else {
            return Err(Failure::OutOfStep.into());
        };
        let identity = identity_of(visit, request.identity_document)?;
        if request.children.is_empty() {
            return Err(Failure::Invalid {
                field: "children".into(),
            }
            .into());
        }
        let row = open.store.account(account).await?;
        let row = row.ok_or(Failure::NotFound)?;
        for child in &request.children {
            let student = StudentId(child.student_id);
            self.may_be_confirmed(&open, visit, &row, student).await?;
            let documents = (identity, child.tie_document.0);
            self.confirm_one(&open, visit, &row, student, documents)
                .await?;
            visit.identity_document = Some(identity);
        }
        open.mail_waits.notify_one();
        self.changed();
        Ok(())
    }

    /// # Errors
    /// `Restricted`, and the visit halts; `NoGuardian`, `AlreadyConfirmed`, `AgreementNeeded`.
    async fn may_be_confirmed(
        &self,
        open: &Open,
        visit: &mut LiveVisit,
        account: &AccountRow,
        student: StudentId,
    ) -> Outcome<()> {
        let adult = Adult {
            address: &account.email,
            guardian: visit.guardian,
        };
        if self.is_restricted(open, student, adult).await? {
            self.halt(open, visit, Some(student)).await?;
            return Err(Failure::Restricted.into());
        }
        let guardian = self.named_guardian(open, visit, student).await?;
        let row = open.store.student(student).await?;
        let row = row.ok_or(Failure::NotFound)?;
        if self.lacks_agreement(open, &row, &[guardian.id]).await? {
            return Err(Failure::AgreementNeeded.into());
        }
        self.approved_in_this_visit(open, guardian.id, visit.started_at)
            .await?;
        let children = open.store.children_of(account.id).await?;
        if children.iter().any(|(child, _)| child.id == student) {
            return Err(Failure::AlreadyConfirmed.into());
        }
        Ok(())
    }

    async fn confirm_one(
        &self,
        open: &Open,
        visit: &LiveVisit,
        account: &AccountRow,
        student: StudentId,
        (identity, tie): (IdentityDocument, TieDocument),
    ) -> Outcome<()> {
        let account_id: AccountId = account.id;
        let mut write = open.store.write(self.stamp(open, open.actor())).await?;
        write
            .confirm(&NewConfirmation {
                id: ConfirmationId(self.environment().id()),
                account_id,
                student_id: student,
                method: ConfirmationMethod::InPerson,
                identity_document: Some(identity),
                tie_document: Some(tie),
                staff_id: Some(open.staff),
                visit_id: visit.id,
            })
            .await?;
        open_gate(&mut write, account_id).await?;
        write
            .put_mail(&NewMail {
                id: MailId(self.environment().id()),
                kind: MailKind::ChildConfirmed,
                address: account.email.clone(),
                language: account.language.clone(),
                visit_id: Some(visit.id),
                account_id: Some(account_id),
                student_id: Some(student),
            })
            .await?;
        let subject = Subject::AccountAndStudent(account_id, student);
        let documents = Detail::Documents(identity, Some(tie));
        let entry = Entry::new(Act::ChildConfirmed, subject).with(documents);
        Ok(write.commit(entry).await?)
    }
}
