//! Who the adult at the counter is, as the secretary saw it, and what that opens before any code has come back: the
//! address on file offered on the parent's screen, or accepted in person (domain.md §5, §6).

use domain::visit::{Event, Proven, Step};
use domain::{AddressProof, EmailAddress, GuardianId, IdentityDocument, StudentId};
use store::{Act, Detail, Entry, GuardianRow, Subject};

use super::{LiveVisit, under_way};
use crate::Desk;
use crate::contract::{Failure, Nothing, SeeIdentity, Word};
use crate::failure::Outcome;
use crate::house::Open;
use crate::permission::Act as Permission;

/// The adult of the visit, seen and compared with the file.
struct Seen {
    guardian: GuardianRow,
    address: EmailAddress,
    document: IdentityDocument,
}

impl Desk {
    /// Offers the address on file, masked, on the parent's screen: one press takes it, and a code leaves for it.
    pub(crate) async fn offer_address(&self, request: SeeIdentity) -> Outcome<Nothing> {
        let open = self.staffed(Permission::ConfirmInPerson).await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        if !matches!(visit.step, Step::Language | Step::Address) {
            return Err(Failure::OutOfStep.into());
        }
        let seen = self.see(&open, visit, request).await?;
        let guardian = seen.guardian.id;
        self.offer(&open, visit, guardian, seen.address, seen.document)
            .await
    }

    pub(super) async fn offer(
        &self,
        open: &Open,
        visit: &mut LiveVisit,
        guardian: GuardianId,
        address: EmailAddress,
        document: IdentityDocument,
    ) -> Outcome<()> {
        let mut write = open.store.write(self.stamp(open, open.actor())).await?;
        let subject = Subject::VisitAndGuardian(visit.id, guardian);
        write.note(identity_seen(subject, document));
        let before = visit.identity_document.replace(document);
        let next = visit.step.clone();
        let entry = Entry::new(Act::AddressOffered, subject);
        let kept = self.move_visit(open, visit, next, write, entry).await;
        if kept.is_ok() {
            visit.offered = Some(address);
        } else {
            visit.identity_document = before;
        }
        kept
    }

    /// Takes the address on file without a code: no mailbox at hand, or no network. The account will wait for the
    /// proof of its address, which leaves when mail can.
    pub(crate) async fn accept_address(&self, request: SeeIdentity) -> Outcome<Nothing> {
        let open = self.staffed(Permission::ConfirmInPerson).await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        let seen = self.see(&open, visit, request).await?;
        let account = open.store.account_by_address(&seen.address).await?;
        // Two adults may share an address (domain.md §1): a document says who this one is, not that the mailbox is theirs.
        if account
            .as_ref()
            .is_some_and(|account| account.guardian_id != Some(seen.guardian.id))
        {
            return Err(Failure::AccountOfAnother.into());
        }
        let proven = Proven {
            address: seen.address.clone(),
            proof: AddressProof::InPerson,
            account: account.map(|account| account.id),
        };
        let next = visit.step.after(Event::AddressProven(proven))?;
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        write
            .drop_codes_of_visit(visit.id, domain::MailTrouble::Replaced)
            .await?;
        let subject = Subject::VisitAndGuardian(visit.id, seen.guardian.id);
        write.note(identity_seen(subject, seen.document));
        let before = (
            visit.identity_document.replace(seen.document),
            visit.address.replace(seen.address),
        );
        let entry = Entry::new(Act::AddressAccepted, subject);
        let kept = self.move_visit(&open, visit, next, write, entry).await;
        if kept.is_err() {
            (visit.identity_document, visit.address) = before;
        }
        kept
    }

    /// The adult whom the secretary names, with a document seen and an address on file; a restriction halts the visit.
    async fn see(&self, open: &Open, visit: &mut LiveVisit, request: SeeIdentity) -> Outcome<Seen> {
        let document = identity_of(visit, request.identity_document)?;
        let student = visit.student.ok_or(Failure::NoGuardian)?;
        let guardian = self.named_guardian(open, visit, student).await?;
        let address = guardian.email.clone().ok_or(Failure::NoAddressOnFile)?;
        let adult = super::Adult {
            address: &address,
            guardian: Some(guardian.id),
        };
        if self.is_restricted(open, student, adult).await? {
            self.halt(open, visit, Some(student)).await?;
            return Err(Failure::Restricted.into());
        }
        Ok(Seen {
            guardian,
            address,
            document,
        })
    }

    /// The adult of the visit, who stands on this child's file with a name to compare a document with.
    pub(super) async fn named_guardian(
        &self,
        open: &Open,
        visit: &LiveVisit,
        student: StudentId,
    ) -> Outcome<GuardianRow> {
        let guardians = open.store.guardians_of(student).await?;
        let found = guardians.into_iter().map(|(row, _)| row).find(|row| {
            Some(row.id) == visit.guardian
                && !(row.last_names.is_empty() && row.first_names.is_empty())
        });
        Ok(found.ok_or(Failure::NoGuardian)?)
    }
}

/// What was seen of who the adult is: said now, or earlier in this visit.
pub(super) fn identity_of(
    visit: &LiveVisit,
    said: Option<Word<IdentityDocument>>,
) -> Result<IdentityDocument, Failure> {
    let said = said.map(|word| word.0);
    said.or(visit.identity_document).ok_or(Failure::Invalid {
        field: "identity_document".into(),
    })
}

pub(super) fn identity_seen(subject: Subject, document: IdentityDocument) -> Entry {
    Entry::new(Act::IdentitySeen, subject).with(Detail::Documents(document, None))
}
