//! An account whose adult does not know its password, or has two (domain.md §5, §7): the secretary sees who they are and
//! lets them choose another password, which she never sees, or closes one of two accounts as they wish.

use domain::visit::{Event, Proven};
use domain::{AccountId, AddressProof, IdentityDocument, MailKind, MailTrouble};
use store::{AccountRow, Act, Detail, Entry, StoreError, Subject};

use super::identity::{identity_of, identity_seen};
use super::{Adult, LiveVisit, under_way};
use crate::Desk;
use crate::contract::{AccountRequest, Failure, Nothing, SeenForAccount};
use crate::failure::{Outcome, Trouble};
use crate::house::Open;
use crate::permission::Act as Permission;

impl Desk {
    /// Lets the adult whose document was seen choose the password of their account anew, without a code. Nobody else's
    /// account is opened so: its adult must be the one who was seen, named on the child's file.
    pub(crate) async fn recover_account(&self, request: SeenForAccount) -> Outcome<Nothing> {
        let open = self.staffed(Permission::ConfirmInPerson).await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        let document = identity_of(visit, request.identity_document)?;
        let student = visit.student.ok_or(Failure::NoGuardian)?;
        let guardian = self.named_guardian(&open, visit, student).await?;
        let account = open_account(&open, AccountId(request.account_id)).await?;
        if account.guardian_id != Some(guardian.id) {
            return Err(Failure::AccountOfAnother.into());
        }
        let adult = Adult {
            address: &account.email,
            guardian: Some(guardian.id),
        };
        if self.is_restricted(&open, student, adult).await? {
            self.halt(&open, visit, Some(student)).await?;
            return Err(Failure::Restricted.into());
        }
        let proven = Proven {
            address: account.email.clone(),
            proof: AddressProof::InPerson,
            account: Some(account.id),
        };
        let next = visit.step.after(Event::AddressProven(proven))?;
        let next = next.after(Event::NewPasswordWished)?;
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        write
            .drop_codes_of_visit(visit.id, MailTrouble::Replaced)
            .await?;
        let subject = Subject::VisitAndGuardian(visit.id, guardian.id);
        write.note(identity_seen(subject, document));
        let before = (
            visit.identity_document.replace(document),
            visit.address.replace(account.email),
        );
        let entry = Entry::new(
            Act::RecoveryStarted,
            Subject::VisitAndAccount(visit.id, account.id),
        );
        let kept = self.move_visit(&open, visit, next, write, entry).await;
        if kept.is_err() {
            (visit.identity_document, visit.address) = before;
        }
        kept
    }

    /// Closes the other account of the adult who is signed in, as they wish. Nothing passes from one to the other: a child
    /// is kept only by a confirmation of the one that stays. The closed address is told.
    pub(crate) async fn close_account(&self, request: SeenForAccount) -> Outcome<Nothing> {
        let open = self.staffed(Permission::CloseAccount).await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        let document = identity_of(visit, request.identity_document)?;
        let kept = visit.step.account().ok_or(Failure::OutOfStep)?;
        let closed = open_account(&open, AccountId(request.account_id)).await?;
        if closed.id == kept {
            return Err(Failure::NotAllowed.into());
        }
        let kept = open_account(&open, kept).await?;
        if closed.guardian_id.is_none() || closed.guardian_id != kept.guardian_id {
            return Err(Failure::AccountOfAnother.into());
        }
        self.write_closed(&open, visit, closed.id, document).await
    }

    async fn write_closed(
        &self,
        open: &Open,
        visit: &mut LiveVisit,
        account: AccountId,
        document: IdentityDocument,
    ) -> Outcome<()> {
        let mut write = open.store.write(self.stamp(open, open.actor())).await?;
        self.tell_account(open, &mut write, account, MailKind::AccountClosed)
            .await?;
        write
            .drop_address_proofs(account, MailTrouble::Replaced)
            .await?;
        if !write.close_account(account).await? {
            return Err(Failure::NotFound.into());
        }
        let subject = Subject::VisitAndAccount(visit.id, account);
        let entry = Entry::new(Act::AccountClosed, subject).with(Detail::Documents(document, None));
        let before = visit.identity_document.replace(document);
        let next = visit.step.clone();
        let moved = self.move_visit(open, visit, next, write, entry).await;
        if moved.is_err() {
            visit.identity_document = before;
        } else {
            open.mail_waits.notify_one();
        }
        moved
    }

    /// The counter-act, by an administrator: the account is as it was, unless another has its address by now.
    pub(crate) async fn reopen_account(&self, request: AccountRequest) -> Outcome<Nothing> {
        let open = self.staffed(Permission::ReopenAccount).await?;
        let account = AccountId(request.account_id);
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        match write.reopen_account(account).await {
            Err(StoreError::Taken) => return Err(Failure::AddressTaken.into()),
            Ok(false) => return Err(Failure::NotFound.into()),
            reopened => reopened?,
        };
        // What was restricted meanwhile holds for it too.
        write.suspend_restricted().await?;
        let entry = Entry::new(Act::AccountReopened, Subject::Account(account));
        write.commit(entry).await?;
        self.changed();
        Ok(())
    }
}

/// An account that is not closed.
async fn open_account(open: &Open, id: AccountId) -> Result<AccountRow, Trouble> {
    let account = open.store.account(id).await?;
    let account = account.filter(|account| account.closed_at.is_none());
    Ok(account.ok_or(Failure::NotFound)?)
}
