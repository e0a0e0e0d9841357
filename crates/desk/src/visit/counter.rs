//! The visit from the secretary's side: starting it, saying who the adult is, helping, handing over, ending.
//! The confirmation in person has a file of its own.

use std::sync::atomic::Ordering;

use domain::visit::Step;
use domain::{Access, EmailAddress, EndCause, GuardianId, StudentId, VisitId};
use store::{Act, Actor, Entry, NewVisit, Subject};
use text::Locale;

use super::{Adult, LiveVisit, moved, under_way};
use crate::Desk;
use crate::contract::{ChooseGuardian, EndVisit, Failure, Nothing, StartVisit, TakeBack};
use crate::failure::Outcome;
use crate::house::Open;
use crate::permission::Act as Permission;

impl Desk {
    /// Starts a visit, from a child's file or without one. An adult who is restricted for that child halts it at once.
    pub(crate) async fn start_visit(&self, request: StartVisit) -> Outcome<Nothing> {
        let open = self.staffed(Permission::RunVisit).await?;
        let (student, guardian) = (
            request.student_id.map(StudentId),
            request.guardian_id.map(GuardianId),
        );
        let restricted = match (student, guardian) {
            (Some(student), Some(guardian)) => {
                self.must_be_guardian(&open, student, guardian).await?
            }
            (None, Some(_)) => {
                return Err(Failure::Invalid {
                    field: "student_id".into(),
                }
                .into());
            }
            _ => false,
        };
        let mut place = open.visit.lock().await;
        if under_way(&mut place).is_ok() {
            return Err(Failure::VisitUnderWay.into());
        }
        let visit = place.at_counter.insert(
            self.begin_visit(&open, student, guardian, open.actor())
                .await?,
        );
        self.changed();
        if restricted {
            self.halt(&open, visit, student).await?;
        }
        Ok(())
    }

    /// Whether the guardian on this child's file is restricted.
    ///
    /// # Errors
    /// `NotFound` when the adult is not on the child's file.
    pub(super) async fn must_be_guardian(
        &self,
        open: &Open,
        student: StudentId,
        guardian: GuardianId,
    ) -> Outcome<bool> {
        let guardians = open.store.guardians_of(student).await?;
        let found = guardians
            .iter()
            .find(|(row, _)| row.id == guardian)
            .ok_or(Failure::NotFound)?;
        Ok(found.1.access == Access::Restricted)
    }

    pub(super) async fn begin_visit(
        &self,
        open: &Open,
        student: Option<StudentId>,
        guardian: Option<GuardianId>,
        actor: Actor,
    ) -> Outcome<LiveVisit> {
        let id = VisitId(self.environment().id());
        let started_by = match actor {
            Actor::Staff(staff) => Some(staff),
            _ => None,
        };
        let mut write = open.store.write(self.stamp(open, actor)).await?;
        let started_at = write.now();
        let language = Locale::REFERENCE;
        let number = write
            .insert_visit(&NewVisit {
                id,
                language: language.as_str().to_owned(),
                student_id: student,
                guardian_id: guardian,
                started_by,
            })
            .await?;
        write
            .commit(Entry::new(Act::VisitStarted, Subject::Visit(id)))
            .await?;
        Ok(LiveVisit {
            id,
            number,
            step: Step::Language,
            language,
            someone_helps: false,
            needs_help: false,
            student,
            guardian,
            address: None,
            identity_document: None,
            offered: None,
            code_asked_at: None,
            wrong_codes: 0,
            claim: None,
            correcting: false,
            started_at,
            started_by,
        })
    }

    /// A restriction wins over everything (domain.md §6): the visit halts, with no word of the child on the parent's
    /// side.
    pub(crate) async fn halt(
        &self,
        open: &Open,
        visit: &mut LiveVisit,
        student: Option<StudentId>,
    ) -> Outcome<()> {
        self.end_halted(open, visit, student).await?;
        self.renew_parent_window();
        Ok(())
    }

    /// The same for a visit that no parent's window shows.
    pub(crate) async fn end_halted(
        &self,
        open: &Open,
        visit: &mut LiveVisit,
        student: Option<StudentId>,
    ) -> Outcome<()> {
        let subject = student.map_or(Subject::Visit(visit.id), |student| {
            Subject::VisitAndStudent(visit.id, student)
        });
        let mut write = open.store.write(self.stamp(open, Actor::Program)).await?;
        write.note(Entry::new(Act::RestrictionMet, subject));
        write.end_visit(visit.id, EndCause::Halted).await?;
        let entry = Entry::new(Act::VisitEnded, Subject::Visit(visit.id))
            .with(store::Detail::EndCause(EndCause::Halted));
        write.commit(entry).await?;
        visit.step = Step::Ended {
            cause: EndCause::Halted,
        };
        self.changed();
        Ok(())
    }

    /// Says which guardian the adult is, where several share the address (domain.md §1).
    pub(crate) async fn choose_guardian(&self, request: ChooseGuardian) -> Outcome<Nothing> {
        let open = self.staffed(Permission::RunVisit).await?;
        let guardian = GuardianId(request.guardian_id);
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        let address = visit.address.as_ref().ok_or(Failure::OutOfStep)?;
        let behind = open.store.guardians_by_address(address.folded()).await?;
        if !behind.iter().any(|row| row.id == guardian) {
            return Err(Failure::NotFound.into());
        }
        let address = address.clone();
        let restricted = self
            .restricted_child(&open, visit, &address, guardian)
            .await?;
        if restricted.is_some() {
            return self.halt(&open, visit, restricted).await;
        }
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        if let Some(account) = visit.step.account() {
            write.set_guardian(account, guardian).await?;
        }
        visit.guardian = Some(guardian);
        let entry = Entry::new(
            Act::GuardianChosen,
            Subject::VisitAndGuardian(visit.id, guardian),
        );
        let next = visit.step.clone();
        self.move_visit(&open, visit, next, write, entry).await
    }

    /// A child of this visit for whom the adult, once named, turns out to be restricted (domain.md §6).
    pub(super) async fn restricted_child(
        &self,
        open: &Open,
        visit: &LiveVisit,
        address: &EmailAddress,
        guardian: GuardianId,
    ) -> Outcome<Option<StudentId>> {
        let tied = match visit.step.account() {
            Some(account) => open.store.children_of(account).await?,
            None => Vec::new(),
        };
        let adult = Adult {
            address,
            guardian: Some(guardian),
        };
        let children = tied.iter().map(|(student, _)| student.id);
        for student in children.chain(visit.student).collect::<Vec<_>>() {
            if self.is_restricted(open, student, adult).await? {
                return Ok(Some(student));
            }
        }
        Ok(None)
    }

    /// The secretary has seen that she was called.
    pub(crate) async fn answer_help(&self, (): Nothing) -> Outcome<Nothing> {
        let open = self.staffed(Permission::RunVisit).await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        visit.needs_help = false;
        let (next, write) = (
            visit.step.clone(),
            open.store.write(self.stamp(&open, open.actor())).await?,
        );
        let entry = moved(visit, &next);
        self.move_visit(&open, visit, next, write, entry).await
    }

    /// Ends the visit for a cause of the fixed list.
    pub(crate) async fn end_visit(&self, request: EndVisit) -> Outcome<Nothing> {
        let open = self.staffed(Permission::RunVisit).await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        let cause = match (request.cause.0, &visit.step) {
            (EndCause::Done, Step::Summary { .. }) => EndCause::Done,
            // A visit is done after its summary only; a halt is the program's.
            (EndCause::Done | EndCause::Halted | EndCause::ProgramStopped, _) => {
                EndCause::CancelledByStaff
            }
            (cause, _) => cause,
        };
        self.leave(&open, visit, cause, open.actor()).await
    }

    /// Puts an ended visit away: both windows are free for the next.
    pub(crate) async fn close_visit(&self, (): Nothing) -> Outcome<Nothing> {
        let open = self.staffed(Permission::RunVisit).await?;
        let mut place = open.visit.lock().await;
        if under_way(&mut place).is_ok() {
            return Err(Failure::VisitUnderWay.into());
        }
        place.at_counter = None;
        self.changed();
        Ok(())
    }

    /// One screen for both: the desk is hidden and refuses its commands until the PIN or the password brings it back.
    pub(crate) async fn hand_over(&self, (): Nothing) -> Outcome<Nothing> {
        let open = self.staffed(Permission::RunVisit).await?;
        let write = open.store.write(self.stamp(&open, open.actor())).await?;
        write
            .commit(Entry::new(Act::HandedOver, Subject::Staff(open.staff)))
            .await?;
        open.handed_over.store(true, Ordering::Release);
        self.changed();
        Ok(())
    }

    /// The PIN or the password of whoever is signed in brings the desk back.
    pub(crate) async fn take_back(&self, request: TakeBack) -> Outcome<Nothing> {
        let open = self.open().await?;
        self.check_pin_or_password(&open, request.password).await?;
        let write = open.store.write(self.stamp(&open, open.actor())).await?;
        write
            .commit(Entry::new(Act::TakenBack, Subject::Staff(open.staff)))
            .await?;
        open.handed_over.store(false, Ordering::Release);
        self.note_input(&open);
        open.idle.unlock();
        self.changed();
        Ok(())
    }
}
