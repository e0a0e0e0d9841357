//! What a parent can do at any step: choose the language, ask for help, go back, leave.

use domain::visit::{Event, Step};
use domain::{AddressProof, EndCause, MailTrouble};
use store::{Act, Actor, Entry, Subject};
use text::Locale;

use super::{LiveVisit, moved, under_way};
use crate::Desk;
use crate::contract::{ChooseLanguage, Failure, Nothing, SomeoneHelps};
use crate::failure::Outcome;
use crate::house::Open;

impl Desk {
    /// On the welcome screen this starts the parent's own visit; at the greeting it goes on; later it changes the
    /// words only.
    pub(crate) async fn choose_language(&self, request: ChooseLanguage) -> Outcome<Nothing> {
        let open = self.open().await?;
        let invalid = || Failure::Invalid {
            field: "locale".into(),
        };
        let language = Locale::parse(&request.locale).ok_or_else(invalid)?;
        if !Locale::parent_locales().any(|known| known == language) {
            return Err(invalid().into());
        }
        let mut place = open.visit.lock().await;
        if place.at_counter.as_ref().is_some_and(LiveVisit::is_halted) {
            return Err(Failure::NotAllowed.into());
        }
        if under_way(&mut place).is_err() {
            place.at_counter = Some(self.begin_visit(&open, None, None, Actor::Program).await?);
        }
        let visit = under_way(&mut place)?;
        visit.language = language;
        let next = match &visit.step {
            Step::Language => visit.step.after(Event::LanguageChosen)?,
            other => other.clone(),
        };
        let mut write = open.store.write(self.stamp(&open, visit.actor())).await?;
        if let Some(account) = visit.step.account() {
            // Once signed in it is the account's language too: it is written to in it.
            write
                .set_account_language(account, language.as_str())
                .await?;
            write.note(Entry::new(
                Act::AccountLanguageChosen,
                Subject::VisitAndAccount(visit.id, account),
            ));
        }
        let entry = moved(visit, &next);
        self.move_visit(&open, visit, next, write, entry).await
    }

    pub(crate) async fn say_someone_helps(&self, request: SomeoneHelps) -> Outcome<Nothing> {
        let open = self.open().await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        visit.someone_helps = request.someone_helps;
        let (next, write) = (
            visit.step.clone(),
            open.store.write(self.stamp(&open, visit.actor())).await?,
        );
        let entry = moved(visit, &next);
        self.move_visit(&open, visit, next, write, entry).await
    }

    /// Calls the desk; nothing else changes.
    pub(crate) async fn ask_for_help(&self, (): Nothing) -> Outcome<Nothing> {
        let open = self.open().await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        visit.needs_help = true;
        let (next, write) = (
            visit.step.clone(),
            open.store.write(self.stamp(&open, visit.actor())).await?,
        );
        let entry = Entry::new(Act::NeedsHelp, Subject::Visit(visit.id));
        self.move_visit(&open, visit, next, write, entry).await
    }

    /// Back to where the address, or the language, is chosen; a code that was sent is dead.
    pub(crate) async fn start_over(&self, (): Nothing) -> Outcome<Nothing> {
        let open = self.open().await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        let actor = visit.actor();
        self.start_over_by(&open, visit, actor).await
    }

    /// The same, by whoever wishes it.
    pub(super) async fn start_over_by(
        &self,
        open: &Open,
        visit: &mut LiveVisit,
        actor: Actor,
    ) -> Outcome<()> {
        let next = visit.step.after(Event::StartedOver)?;
        let mut write = open.store.write(self.stamp(open, actor)).await?;
        write
            .drop_codes_of_visit(visit.id, MailTrouble::Replaced)
            .await?;
        visit.address = match next.account() {
            Some(account) => self.account_address(open, account).await?,
            None => None,
        };
        visit.offered = None;
        let entry = moved(visit, &next);
        self.move_visit(open, visit, next, write, entry).await
    }

    /// "Finish and erase". After the summary the visit is done; before it, cancelled. Without a visit there is
    /// nothing to erase.
    pub(crate) async fn leave_visit(&self, (): Nothing) -> Outcome<Nothing> {
        let open = self.open().await?;
        let mut place = open.visit.lock().await;
        // A halt stays on the desk until the secretary has seen it.
        if place.at_counter.as_ref().is_some_and(LiveVisit::is_halted) {
            return Err(Failure::NotAllowed.into());
        }
        let Ok(visit) = under_way(&mut place) else {
            place.at_counter = None;
            self.changed();
            return Ok(());
        };
        let cause = match visit.step {
            Step::Summary { .. } => EndCause::Done,
            _ => {
                // What they wrote is erased, in the visit as on the screen.
                visit.address = None;
                visit.offered = None;
                EndCause::CancelledByParent
            }
        };
        let actor = visit.actor();
        self.leave(&open, visit, cause, actor).await
    }

    pub(crate) async fn finish_children(&self, (): Nothing) -> Outcome<Nothing> {
        self.step_on(Event::ChildrenDone).await
    }

    pub(crate) async fn one_more_child(&self, (): Nothing) -> Outcome<Nothing> {
        self.step_on(Event::OneMoreChild).await
    }

    pub(crate) async fn wish_sign_in(&self, (): Nothing) -> Outcome<Nothing> {
        self.step_on(Event::SignInWished).await
    }

    /// An account is not taken over through an address that was accepted in person and never proven (domain.md §5).
    pub(crate) async fn wish_new_password(&self, (): Nothing) -> Outcome<Nothing> {
        let open = self.open().await?;
        let by_code = {
            let mut place = open.visit.lock().await;
            match &under_way(&mut place)?.step {
                Step::SignIn {
                    proven: Some(proven),
                } if proven.proof == AddressProof::Code => proven.account,
                _ => None,
            }
        };
        if let Some(account) = by_code
            && self.awaits_proof(&open, account).await?
        {
            return Err(Failure::AddressNotProven.into());
        }
        self.step_on(Event::NewPasswordWished).await
    }

    /// A step that changes nothing but the visit.
    pub(super) async fn step_on(&self, event: Event) -> Outcome<Nothing> {
        let open = self.open().await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        let next = visit.step.after(event)?;
        let write = open.store.write(self.stamp(&open, visit.actor())).await?;
        let entry = moved(visit, &next);
        self.move_visit(&open, visit, next, write, entry).await
    }
}
