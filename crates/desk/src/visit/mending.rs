//! What the secretary does from the diagnosis, and what no other act covers (domain.md §7): naming the adult of a visit
//! that began without a file, asking for another address, letting a claim be corrected, and going on by what
//! was approved meanwhile. What is wrong is told by `diagnosis`.

use domain::visit::Step;
use domain::{EmailAddress, GuardianId, IdentityDocument, StudentId};
use store::{Act, Entry, GuardianRow, Subject};

use super::{LiveVisit, under_way};
use crate::Desk;
use crate::contract::{Failure, NameAdult, Nothing};
use crate::failure::{Outcome, Trouble};
use crate::house::Open;
use crate::permission::Act as Permission;

impl Desk {
    /// Says on whose file the adult at the counter stands, before any address is proven: the visit goes on where it is. A
    /// restriction halts it.
    pub(crate) async fn name_adult(&self, request: NameAdult) -> Outcome<Nothing> {
        let open = self.staffed(Permission::RunVisit).await?;
        let (student, guardian) = (
            StudentId(request.student_id),
            GuardianId(request.guardian_id),
        );
        let restricted = self.must_be_guardian(&open, student, guardian).await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        if !matches!(
            visit.step,
            Step::Language | Step::Address | Step::Code { .. }
        ) {
            return Err(Failure::OutOfStep.into());
        }
        if restricted {
            return self.halt(&open, visit, Some(student)).await;
        }
        let before = (
            visit.student.replace(student),
            visit.guardian.replace(guardian),
        );
        if before.1 != Some(guardian) {
            // What was seen, and offered, was another adult's.
            (visit.identity_document, visit.offered) = (None, None);
        }
        let write = open.store.write(self.stamp(&open, open.actor())).await?;
        let subject = Subject::VisitAndGuardian(visit.id, guardian);
        let (entry, next) = (Entry::new(Act::GuardianChosen, subject), visit.step.clone());
        let kept = self.move_visit(&open, visit, next, write, entry).await;
        if kept.is_err() {
            (visit.student, visit.guardian) = before;
        }
        kept
    }

    /// Back to the address, by the secretary: the code that was sent is dead.
    pub(crate) async fn ask_other_address(&self, (): Nothing) -> Outcome<Nothing> {
        let open = self.staffed(Permission::RunVisit).await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        if !matches!(visit.step, Step::Code { .. }) {
            return Err(Failure::OutOfStep.into());
        }
        self.start_over_by(&open, visit, open.actor()).await
    }

    /// The parent's screen says that the secretary has looked, and asks to correct the claim with her.
    pub(crate) async fn correct_claim(&self, (): Nothing) -> Outcome<Nothing> {
        let open = self.staffed(Permission::RunVisit).await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        if visit.claim.is_none() || !matches!(visit.step, Step::Children { .. }) {
            return Err(Failure::OutOfStep.into());
        }
        visit.correcting = true;
        self.changed();
        Ok(())
    }

    /// An address was approved. Where the adult of a visit waits for it, at the counter or aside, their code leaves; where
    /// they have given none yet, it is offered on their screen, since a document said who they are.
    pub(crate) async fn go_on_by(
        &self,
        open: &Open,
        student: StudentId,
        adult: &GuardianRow,
        seen: Option<IdentityDocument>,
    ) -> Outcome<()> {
        let mut place = open.visit.lock().await;
        let Some(address) = &adult.email else {
            return Ok(());
        };
        for visit in place.alive_mut() {
            self.one_goes_on(open, visit, student, (adult.id, address), seen)
                .await?;
        }
        Ok(())
    }

    /// The child's file was corrected: a visit whose last claim met the child goes on with the next.
    pub(crate) async fn claim_again(&self, open: &Open, student: StudentId) {
        let mut place = open.visit.lock().await;
        let claims = place.alive_mut().filter_map(|visit| visit.claim.as_mut());
        for claim in claims {
            let met = claim.student.as_ref().map(|line| line.id);
            claim.file_corrected |= met == Some(student.0);
        }
    }

    async fn one_goes_on(
        &self,
        open: &Open,
        visit: &mut LiveVisit,
        student: StudentId,
        (adult, address): (GuardianId, &EmailAddress),
        seen: Option<IdentityDocument>,
    ) -> Outcome<()> {
        let is_given = matches!(&visit.step, Step::Code { address: given } if given == address);
        let unnamed = visit.guardian.is_none() && is_given;
        if visit.guardian != Some(adult) && !unnamed {
            return Ok(());
        }
        visit.guardian = Some(adult);
        visit.student = visit.student.or(Some(student));
        if is_given {
            return self.send_late(open, visit, address).await;
        }
        match (&visit.step, seen) {
            (Step::Language | Step::Address, Some(document)) => {
                self.offer(open, visit, adult, address.clone(), document)
                    .await
            }
            _ => Ok(()),
        }
    }

    /// What the limits of domain.md §5 hold back is told by the diagnosis, and undoes no approval.
    async fn send_late(
        &self,
        open: &Open,
        visit: &mut LiveVisit,
        address: &EmailAddress,
    ) -> Outcome<()> {
        let next = visit.step.clone();
        let wished = self
            .wish_code(open, visit, address, next, open.actor())
            .await;
        match wished {
            Err(Trouble::Refused(Failure::TooMany { .. })) => Ok(()),
            other => other,
        }
    }
}
