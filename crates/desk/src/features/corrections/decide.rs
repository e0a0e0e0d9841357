//! Deciding on a proposal that waits: approved, refused, or withdrawn by whoever made it. Whether this person may is
//! told by the rules (domain.md §6, §14); what an approved one writes is in `write.rs`.

use domain::{CorrectionKind, GuardianId, ProposalId, ProposalState, SecondPersonReason, StaffId};
use store::{Act, Actor, Detail, Entry, ProposalRow, Subject};

use super::second_person;
use super::write::{ToWrite, subject};
use crate::Desk;
use crate::contract::{
    ApproveProposal, Failure, Nothing, RefuseProposal, SecondPerson, WithdrawProposal,
};
use crate::failure::Outcome;
use crate::house::Open;
use crate::permission::Act as Permission;

impl Desk {
    /// Approves, and writes the correction in the same transaction. What the file has overtaken is told, and is obsolete.
    pub(crate) async fn approve_proposal(&self, request: ApproveProposal) -> Outcome<Nothing> {
        let open = self.staffed(Permission::DecideProposal).await?;
        let (row, by) = self
            .to_decide(&open, request.proposal_id, request.second)
            .await?;
        self.not_both_in_one_visit(&open, row.kind, row.guardian_id, by)
            .await?;
        let stamp = self.stamp(&open, Actor::Staff(by));
        let mut write = open.store.write(stamp).await?;
        let obsolete = super::write::retire(&mut write).await?;
        if let Some((_, entry)) = obsolete.iter().find(|(id, _)| *id == row.id) {
            write.commit(*entry).await?;
            self.changed();
            return Err(Failure::ProposalObsolete.into());
        }
        obsolete.iter().for_each(|(_, entry)| write.note(*entry));
        self.approve(&open, write, ToWrite::from(&row), by).await
    }

    /// Refuses, for a reason of the fixed list.
    pub(crate) async fn refuse_proposal(&self, request: RefuseProposal) -> Outcome<Nothing> {
        let open = self.staffed(Permission::DecideProposal).await?;
        let (row, by) = self
            .to_decide(&open, request.proposal_id, request.second)
            .await?;
        let reason = request.reason.0;
        let stamp = self.stamp(&open, Actor::Staff(by));
        let mut write = open.store.write(stamp).await?;
        if !write
            .decide_proposal(row.id, by, ProposalState::Refused, Some(reason), None)
            .await?
        {
            return Err(Failure::NotFound.into());
        }
        let entry = Entry::new(Act::CorrectionRefused, of(&row));
        write
            .commit(entry.with(Detail::Refusal(row.kind, reason)))
            .await?;
        self.changed();
        Ok(())
    }

    /// Whoever proposed it takes it back.
    pub(crate) async fn withdraw_proposal(&self, request: WithdrawProposal) -> Outcome<Nothing> {
        let open = self.staffed(Permission::ProposeCorrection).await?;
        let row = self.pending(&open, request.proposal_id).await?;
        if row.proposed_by != open.staff {
            return Err(Failure::NotAllowed.into());
        }
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        let withdrawn = ProposalState::Withdrawn;
        if !write
            .decide_proposal(row.id, open.staff, withdrawn, None, None)
            .await?
        {
            return Err(Failure::NotFound.into());
        }
        let detail = Detail::Correction(row.kind, None, None);
        let entry = Entry::new(Act::CorrectionWithdrawn, of(&row));
        write.commit(entry.with(detail)).await?;
        self.changed();
        Ok(())
    }

    async fn pending(&self, open: &Open, id: uuid::Uuid) -> Outcome<ProposalRow> {
        let row = open.store.proposal(ProposalId(id)).await?;
        let row = row.filter(|row| row.state == ProposalState::Pending);
        Ok(row.ok_or(Failure::NotFound)?)
    }

    /// A proposal that waits, and who may decide on it.
    async fn to_decide(
        &self,
        open: &Open,
        id: uuid::Uuid,
        second: Option<SecondPerson>,
    ) -> Outcome<(ProposalRow, StaffId)> {
        let row = self.pending(open, id).await?;
        let by = self.decider(open, second).await?;
        self.may_decide(open, &row, &by).await?;
        Ok((row, by.id))
    }

    /// The same person may not, in one visit, approve an address for an adult and confirm a child to that adult
    /// (domain.md §6). This is the one order of the two; [`Desk::approved_in_this_visit`] is the other.
    pub(super) async fn not_both_in_one_visit(
        &self,
        open: &Open,
        kind: CorrectionKind,
        guardian: Option<GuardianId>,
        by: StaffId,
    ) -> Outcome<()> {
        let gives_address = matches!(kind, CorrectionKind::Email | CorrectionKind::NewGuardian);
        if !gives_address || self.correction_settings(open).await?.same_person_in_visit {
            return Ok(());
        }
        let place = open.visit.lock().await;
        let theirs = place
            .alive()
            .filter(|visit| visit.guardian.is_some() && visit.guardian == guardian);
        for visit in theirs {
            let confirmed = open.store.confirmations_of_visit(visit.id).await?;
            if confirmed.iter().any(|one| one.staff_id == Some(by)) {
                return Err(second_person(SecondPersonReason::SameVisit));
            }
        }
        Ok(())
    }

    /// Whether this member of staff has approved an address for the adult since the visit began: then another confirms.
    pub(crate) async fn approved_in_this_visit(
        &self,
        open: &Open,
        guardian: GuardianId,
        since: chrono::DateTime<chrono::Utc>,
    ) -> Outcome<()> {
        if self.correction_settings(open).await?.same_person_in_visit {
            return Ok(());
        }
        let approved = open
            .store
            .approved_address_since(open.staff, guardian, since)
            .await?;
        match approved {
            true => Err(second_person(SecondPersonReason::SameVisit)),
            false => Ok(()),
        }
    }
}

const fn of(row: &ProposalRow) -> Subject {
    subject(row.student_id, row.guardian_id)
}
