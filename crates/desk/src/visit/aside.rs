//! A visit set aside while what it waits for is on its way, and taken up again (domain.md §7): the next family is served
//! meanwhile. It keeps its number, its step and its code; the parent's window is made anew, so that nothing of one
//! family is left for the next. Where the visits are kept is `place`.

use domain::visit::Step;
use domain::{AccountId, AddressProof, Awaited, EndCause, VisitId};
use store::{Act, Entry, Subject};

use super::place::VisitPlace;
use super::{Aside, LiveVisit, under_way};
use crate::Desk;
use crate::contract::{Failure, Nothing, VisitRequest};
use crate::failure::Outcome;
use crate::house::Open;
use crate::permission::Act as Permission;

impl Desk {
    /// Sets the visit at the counter aside: its place is free.
    pub(crate) async fn set_visit_aside(&self, (): Nothing) -> Outcome<Nothing> {
        let open = self.staffed(Permission::RunVisit).await?;
        let mut place = open.visit.lock().await;
        let id = under_way(&mut place)?.id;
        let write = open.store.write(self.stamp(&open, open.actor())).await?;
        let since = write.now();
        write
            .commit(Entry::new(Act::VisitSetAside, Subject::Visit(id)))
            .await?;
        place.clear_counter(since);
        self.renew_parent_window();
        self.changed();
        Ok(())
    }

    /// Takes a visit up again where it stood. The one at the counter, if it has not ended, is set aside by the same act.
    pub(crate) async fn take_up_visit(&self, request: VisitRequest) -> Outcome<Nothing> {
        let open = self.staffed(Permission::RunVisit).await?;
        let id = VisitId(request.visit_id);
        let mut place = open.visit.lock().await;
        let at = place.aside.iter().position(|aside| aside.visit.id == id);
        let at = at.ok_or(Failure::NotFound)?;
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        let since = write.now();
        if let Ok(other) = under_way(&mut place) {
            write.note(Entry::new(Act::VisitSetAside, Subject::Visit(other.id)));
        }
        write
            .commit(Entry::new(Act::VisitTakenUp, Subject::Visit(id)))
            .await?;
        let visit = place.aside.remove(at).visit;
        place.clear_counter(since);
        place.at_counter = Some(visit);
        self.renew_parent_window();
        self.changed();
        Ok(())
    }

    /// Ends the visits that are in this account, which is no more. One that stands aside is on no parent's window.
    pub(crate) async fn leave_account(
        &self,
        open: &Open,
        place: &mut VisitPlace<'_>,
        account: AccountId,
    ) -> Outcome<()> {
        let (cause, actor) = (EndCause::CancelledByStaff, open.actor());
        if let Ok(visit) = under_way(place)
            && visit.step.account() == Some(account)
        {
            self.leave(open, visit, cause, actor).await?;
        }
        for Aside { visit, .. } in &mut place.aside {
            if visit.step.account() == Some(account) {
                self.end(open, visit, cause, actor).await?;
            }
        }
        Ok(())
    }

    /// What a visit that stands aside waits for.
    pub(crate) async fn awaited(&self, open: &Open, visit: &LiveVisit) -> Outcome<Awaited> {
        if visit.is_over() {
            return Ok(Awaited::Nothing);
        }
        let corrections = self
            .proposals_around(open, &visit.children_met(), visit.guardian)
            .await?;
        if !corrections.is_empty() {
            return Ok(Awaited::Approval);
        }
        if visit.step.awaits_code().is_some() {
            return Ok(Awaited::Code);
        }
        let account = match &visit.step {
            Step::SignIn {
                proven: Some(proven),
            } if proven.proof == AddressProof::InPerson => proven.account,
            step => step.account(),
        };
        let waits = match account {
            Some(account) => self.awaits_proof(open, account).await?,
            None => false,
        };
        Ok(if waits {
            Awaited::AddressProof
        } else {
            Awaited::Family
        })
    }
}
