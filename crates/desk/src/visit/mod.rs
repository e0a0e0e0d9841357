//! The visit as the desk runs it: the state machine of `domain` with the registry, the codes and the mail around it.
//! One file for each side and act; what the windows see of it is in `view`.

mod account;
mod address;
mod address_proof;
mod aside;
mod claim;
mod counter;
mod diagnosis;
mod gate;
mod identity;
mod idle;
mod in_person;
mod interrupted;
mod limits;
mod mending;
mod own_account;
mod own_children;
mod parent;
mod place;
mod recovery;
mod requests;

use chrono::{DateTime, Utc};
use domain::visit::{Event, Step};
use domain::{EmailAddress, EndCause, GuardianId, IdentityDocument, StaffId, StudentId, VisitId};
use store::{Act, Actor, Detail, Entry, Subject, VisitRow, Write};
use text::Locale;

use crate::Desk;
use crate::contract::ClaimSeen;
use crate::failure::Outcome;
use crate::house::Open;

pub(crate) use address::code_hash;
pub(crate) use address_proof::address_proof_hash;
pub(crate) use claim::{Adult, Read, identity, read_claim};
pub(crate) use diagnosis::{AdultKnown, Known, diagnose};
pub(crate) use idle::run as end_idle_visits;
pub(crate) use place::{Aside, Visits, under_way};

/// A visit under way. It is stored at each step; what is only here dies with it: the claim as it was stated,
/// and how often a code was typed that was never sent.
pub(crate) struct LiveVisit {
    pub id: VisitId,
    pub number: u32,
    pub step: Step,
    pub language: Locale,
    pub someone_helps: bool,
    pub needs_help: bool,
    /// The child from whose file the visit was started.
    pub student: Option<StudentId>,
    /// The adult at the counter, once known.
    pub guardian: Option<GuardianId>,
    /// The last address that was given.
    pub address: Option<EmailAddress>,
    /// What a member of staff saw of who the adult is.
    pub identity_document: Option<IdentityDocument>,
    /// The address on file, while it is offered on the parent's screen or was taken there: shown masked.
    pub offered: Option<EmailAddress>,
    /// When the last code was asked for, whether or not one was sent.
    pub code_asked_at: Option<DateTime<Utc>>,
    /// Wrong codes since the address was given, counted alike whether or not one was sent.
    pub wrong_codes: u32,
    pub claim: Option<ClaimSeen>,
    /// The secretary helps to correct it.
    pub correcting: bool,
    pub started_at: DateTime<Utc>,
    pub started_by: Option<StaffId>,
}

impl LiveVisit {
    pub(crate) const fn is_over(&self) -> bool {
        matches!(self.step, Step::Ended { .. })
    }

    /// A restriction was met.
    pub(crate) const fn is_halted(&self) -> bool {
        matches!(
            self.step,
            Step::Ended {
                cause: EndCause::Halted
            }
        )
    }

    /// The address on the parent's screen is the one that they gave before the visit was interrupted.
    pub(crate) fn offers_what_was_given(&self) -> bool {
        self.offered.is_some() && self.offered == self.address
    }

    /// The child from whose file it was started, and the one that the last claim met.
    pub(crate) fn children_met(&self) -> Vec<StudentId> {
        let claimed = self.claim.as_ref().and_then(|claim| claim.student.as_ref());
        let claimed = claimed.map(|line| StudentId(line.id));
        let others = claimed.filter(|id| Some(*id) != self.student);
        self.student.into_iter().chain(others).collect()
    }

    /// The parent acts: at their own window, known by the visit.
    pub(crate) const fn actor(&self) -> Actor {
        Actor::Parent(self.id)
    }

    /// As it is stored: the step and what is known, without code, password or claim.
    fn row(&self, open: &Open) -> VisitRow {
        let proven = match &self.step {
            Step::SignIn {
                proven: Some(proven),
            }
            | Step::NewPassword { proven } => Some(proven),
            _ => None,
        };
        VisitRow {
            id: self.id,
            desk_id: open.desk.id,
            number: self.number,
            step: self.step.name(),
            language: self.language.as_str().to_owned(),
            someone_helps: self.someone_helps,
            needs_help: self.needs_help,
            student_id: self.student,
            guardian_id: self.guardian,
            address: self.address.clone(),
            address_proof: proven.map(|proven| proven.proof),
            account_id: self
                .step
                .account()
                .or_else(|| proven.and_then(|proven| proven.account)),
            identity_document: self.identity_document,
            started_at: self.started_at,
            started_by: self.started_by,
            // The write puts its own time, and ends it itself.
            changed_at: self.started_at,
            ended_at: None,
            end_cause: None,
            left_at_step: None,
        }
    }
}

impl Desk {
    /// Moves the visit: its next step and `entry` are committed together with whatever `write` holds.
    async fn move_visit(
        &self,
        open: &Open,
        visit: &mut LiveVisit,
        next: Step,
        mut write: Write,
        entry: Entry,
    ) -> Outcome<()> {
        let before = std::mem::replace(&mut visit.step, next);
        let kept = async {
            write.update_visit(&visit.row(open)).await?;
            write.commit(entry).await
        };
        if let Err(error) = kept.await {
            visit.step = before;
            return Err(error.into());
        }
        self.changed();
        Ok(())
    }

    /// Ends the visit: its codes die, its waiting code mails are dropped, the parent's window is made anew.
    pub(crate) async fn leave(
        &self,
        open: &Open,
        visit: &mut LiveVisit,
        cause: EndCause,
        actor: Actor,
    ) -> Outcome<()> {
        self.end(open, visit, cause, actor).await?;
        self.renew_parent_window();
        Ok(())
    }

    /// The same for a visit that no parent's window shows.
    async fn end(
        &self,
        open: &Open,
        visit: &mut LiveVisit,
        cause: EndCause,
        actor: Actor,
    ) -> Outcome<()> {
        let next = visit.step.after(Event::Left(cause))?;
        let mut write = open.store.write(self.stamp(open, actor)).await?;
        write.update_visit(&visit.row(open)).await?;
        write.end_visit(visit.id, cause).await?;
        let entry =
            Entry::new(Act::VisitEnded, Subject::Visit(visit.id)).with(Detail::EndCause(cause));
        write.commit(entry).await?;
        visit.step = next;
        visit.claim = None;
        self.changed();
        Ok(())
    }
}

/// The entry of a step that was reached.
fn moved(visit: &LiveVisit, next: &Step) -> Entry {
    Entry::new(Act::VisitMoved, Subject::Visit(visit.id)).with(Detail::Step(next.name()))
}
