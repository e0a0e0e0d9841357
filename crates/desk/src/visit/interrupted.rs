//! A visit that stopped before its end (domain.md §7, §13): for a day the secretary may take it up with what was already
//! said, or drop it. Never with a code or a password: those died with it, and an address is proven anew.

use chrono::TimeDelta;
use domain::visit::Step;
use domain::{Access, AccountId, StepName, VisitId};
use store::{Act, Entry, Subject, VisitRow, Write};
use text::Locale;

use super::{LiveVisit, under_way};
use crate::Desk;
use crate::contract::{Failure, Nothing, VisitRequest};
use crate::failure::Outcome;
use crate::house::Open;
use crate::permission::Act as Permission;

impl Desk {
    /// Takes it up again, under its own number. The visit at the counter, if one is under way, is set aside by the same
    /// act.
    pub(crate) async fn resume_visit(&self, request: VisitRequest) -> Outcome<Nothing> {
        let open = self.staffed(Permission::RunVisit).await?;
        let mut place = open.visit.lock().await;
        let row = self.interrupted_visit(&open, request).await?;
        let mut visit = self.with_what_was_said(&open, row).await?;
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        if let Ok(other) = under_way(&mut place) {
            write.note(Entry::new(Act::VisitSetAside, Subject::Visit(other.id)));
        }
        let now = write.now();
        if !write.resume_visit(visit.id).await? {
            return Err(Failure::NotFound.into());
        }
        write.update_visit(&visit.row(&open)).await?;
        write
            .commit(Entry::new(Act::VisitResumed, Subject::Visit(visit.id)))
            .await?;
        place.clear_counter(now);
        // One that was ended while it stood aside.
        place.aside.retain(|aside| aside.visit.id != visit.id);
        self.renew_parent_window();
        self.changed();
        let restricted = self.restricted_now(&open, &visit).await?;
        if restricted {
            let student = visit.student;
            self.halt(&open, &mut visit, student).await?;
        }
        place.at_counter = Some(visit);
        Ok(())
    }

    /// Forgets what was said in it; its number and how it ended stay.
    pub(crate) async fn drop_visit(&self, request: VisitRequest) -> Outcome<Nothing> {
        let open = self.staffed(Permission::RunVisit).await?;
        let mut place = open.visit.lock().await;
        let id = self.interrupted_visit(&open, request).await?.id;
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        write.forget_visit(id).await?;
        write
            .commit(Entry::new(Act::VisitForgotten, Subject::Visit(id)))
            .await?;
        if place
            .at_counter
            .as_ref()
            .is_some_and(|visit| visit.id == id)
        {
            place.at_counter = None;
        }
        self.changed();
        Ok(())
    }

    /// The visits of this desk that stopped before their end, while they may be taken up, the latest first.
    pub(crate) async fn interrupted_visits(&self, open: &Open) -> Outcome<Vec<VisitRow>> {
        let since = self.environment().now() - self.unfinished_for();
        Ok(open.store.interrupted_visits(open.desk.id, since).await?)
    }

    async fn interrupted_visit(&self, open: &Open, request: VisitRequest) -> Outcome<VisitRow> {
        let visits = self.interrupted_visits(open).await?;
        let found = visits
            .into_iter()
            .find(|visit| visit.id == VisitId(request.visit_id));
        Ok(found.ok_or(Failure::NotFound)?)
    }

    /// At an opening: what a stopped program left is ended, and what stopped too long ago is forgotten (domain.md §8).
    pub(crate) async fn settle_unfinished(&self, open: &Open, write: &mut Write) -> Outcome<()> {
        let cause = domain::EndCause::ProgramStopped;
        for visit in open.store.unfinished_visits(open.desk.id).await? {
            write.end_visit(visit.id, cause).await?;
            let ended = Entry::new(Act::VisitEnded, Subject::Visit(visit.id));
            write.note(ended.with(store::Detail::EndCause(cause)));
        }
        let before = write.now() - self.unfinished_for();
        for id in write.forget_interrupted(before).await? {
            write.note(Entry::new(Act::VisitForgotten, Subject::Visit(id)));
        }
        Ok(())
    }

    fn unfinished_for(&self) -> TimeDelta {
        TimeDelta::hours(self.limits().unfinished_visit_hours.into())
    }

    /// The visit as it begins anew. An adult whom a member of staff has seen is led back to the children of their account;
    /// anybody else is offered the address that they gave, and proves it again.
    async fn with_what_was_said(&self, open: &Open, row: VisitRow) -> Outcome<LiveVisit> {
        let account = self.account_of_seen(open, &row).await?;
        let left_at = row.left_at_step.unwrap_or(StepName::Address);
        let step = Step::resumed(left_at, account);
        let offered = match step {
            Step::Address => row.address.clone(),
            _ => None,
        };
        Ok(LiveVisit {
            id: row.id,
            number: row.number,
            step,
            language: Locale::parse(&row.language).unwrap_or(Locale::REFERENCE),
            someone_helps: row.someone_helps,
            needs_help: false,
            student: row.student_id,
            guardian: row.guardian_id,
            address: row.address,
            identity_document: row.identity_document,
            offered,
            code_asked_at: None,
            wrong_codes: 0,
            claim: None,
            correcting: false,
            started_at: row.started_at,
            started_by: row.started_by,
        })
    }

    /// The account of the visit, while it is open and known to be of the adult whom a member of staff has seen.
    async fn account_of_seen(&self, open: &Open, row: &VisitRow) -> Outcome<Option<AccountId>> {
        let (Some(account), Some(_)) = (row.account_id, row.identity_document) else {
            return Ok(None);
        };
        let account = open.store.account(account).await?;
        let theirs = account.filter(|account| {
            account.closed_at.is_none()
                && account.guardian_id.is_some()
                && account.guardian_id == row.guardian_id
        });
        Ok(theirs.map(|account| account.id))
    }

    /// Whether the adult has come to be restricted meanwhile.
    async fn restricted_now(&self, open: &Open, visit: &LiveVisit) -> Outcome<bool> {
        let Some(guardian) = visit.guardian else {
            return Ok(false);
        };
        if let Some(student) = visit.student {
            let guardians = open.store.guardians_of(student).await?;
            let tie = guardians.iter().find(|(row, _)| row.id == guardian);
            if tie.is_some_and(|(_, tie)| tie.access == Access::Restricted) {
                return Ok(true);
            }
        }
        Ok(match &visit.address {
            Some(address) => self
                .restricted_child(open, visit, address, guardian)
                .await?
                .is_some(),
            None => false,
        })
    }
}
