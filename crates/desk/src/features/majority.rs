//! Students who are of age (domain.md §6): what ties an adult to them is suspended until they agree, which a member of
//! staff records having seen who they are; and those who soon will be.

use chrono::{NaiveDate, TimeDelta};
use domain::{GuardianId, StudentId, of_age_born_until, of_age_on};
use store::{Act, Actor, Detail, Entry, StudentRow, Subject};

use crate::Desk;
use crate::contract::{ComingOfAge, Failure, Nothing, RecordAgreement, WithdrawAgreement};
use crate::failure::Outcome;
use crate::house::Open;
use crate::permission::Act as Permission;

/// So many are listed at most of those who soon are of age.
const MOST_COMING: u32 = 50;

impl Desk {
    /// A student of age agrees that an adult on their file sees it: what was suspended goes on.
    pub(crate) async fn record_agreement(&self, request: RecordAgreement) -> Outcome<Nothing> {
        let open = self.staffed(Permission::ConfirmInPerson).await?;
        let (student, guardian) = (
            StudentId(request.student_id),
            GuardianId(request.guardian_id),
        );
        self.may_agree(&open, student, guardian).await?;
        let document = request.identity_document.0;
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        write
            .put_agreement(student, guardian, (document, open.staff))
            .await?;
        let born_until = self.of_age_born_until();
        if write.resume_associations(&[student], born_until).await? > 0 {
            write.note(Entry::new(
                Act::AssociationsResumed,
                Subject::Student(student),
            ));
        }
        let subject = Subject::GuardianAndStudent(guardian, student);
        let entry = Entry::new(Act::StudentAgreed, subject);
        write
            .commit(entry.with(Detail::Documents(document, None)))
            .await?;
        self.changed();
        Ok(())
    }

    /// The student changes their mind: the adult sees nothing of them any more.
    pub(crate) async fn withdraw_agreement(&self, request: WithdrawAgreement) -> Outcome<Nothing> {
        let open = self.staffed(Permission::ConfirmInPerson).await?;
        let (student, guardian) = (
            StudentId(request.student_id),
            GuardianId(request.guardian_id),
        );
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        if !write.remove_agreement(student, guardian).await? {
            return Err(Failure::NotFound.into());
        }
        write
            .suspend_unagreed(student, self.of_age_born_until())
            .await?;
        let subject = Subject::GuardianAndStudent(guardian, student);
        write
            .commit(Entry::new(Act::AgreementWithdrawn, subject))
            .await?;
        self.changed();
        Ok(())
    }

    /// Suspends what ties adults to students who have come of age meanwhile and have not agreed; lets go on what was
    /// suspended by a birth date that an export has mended since.
    pub(crate) async fn follow_majority(&self, open: &Open) -> Outcome<()> {
        let born_until = self.of_age_born_until();
        for student in open.store.tied_without_agreement(born_until).await? {
            let mut write = open.store.write(self.stamp(open, Actor::Program)).await?;
            write.suspend_unagreed(student, born_until).await?;
            let entry = Entry::new(Act::StudentCameOfAge, Subject::Student(student));
            write.commit(entry).await?;
            self.changed();
        }
        for student in open.store.suspended_for_nothing(born_until).await? {
            let mut write = open.store.write(self.stamp(open, Actor::Program)).await?;
            write.resume_associations(&[student], born_until).await?;
            let entry = Entry::new(Act::AssociationsResumed, Subject::Student(student));
            write.commit(entry).await?;
            self.changed();
        }
        Ok(())
    }

    /// The students tied to an account who come of age within so many days.
    pub(crate) async fn coming_of_age(&self, open: &Open) -> Outcome<Vec<ComingOfAge>> {
        let days = TimeDelta::days(self.limits().coming_of_age_days.into());
        let (now, later) = (self.today(), self.today() + days);
        let (after, until) = (of_age_born_until(now), of_age_born_until(later));
        let students = open.store.coming_of_age(after, until, MOST_COMING).await?;
        let lines = students.iter().filter_map(|row| {
            Some(ComingOfAge {
                student: row.into(),
                on: of_age_on(row.birth_date?),
            })
        });
        Ok(lines.collect())
    }

    /// Since when a student is of age; none while they are not, or nobody knows.
    pub(crate) fn of_age_since(&self, student: &StudentRow) -> Option<NaiveDate> {
        let since = of_age_on(student.birth_date?);
        (since <= self.today()).then_some(since)
    }

    /// Whether the student is of age and has not agreed to any of these adults.
    pub(crate) async fn lacks_agreement(
        &self,
        open: &Open,
        student: &StudentRow,
        adults: &[GuardianId],
    ) -> Outcome<bool> {
        if self.of_age_since(student).is_none() {
            return Ok(false);
        }
        let agreed = open.store.agreements_of(student.id).await?;
        Ok(!agreed.iter().any(|row| adults.contains(&row.guardian_id)))
    }

    /// Whoever was born until this day is of age.
    pub(crate) fn of_age_born_until(&self) -> NaiveDate {
        of_age_born_until(self.today())
    }

    fn today(&self) -> NaiveDate {
        self.environment().day_of(self.environment().now())
    }

    /// # Errors
    /// `NotFound` for an adult who is not on the file, `Restricted`, `OutOfStep` before the student is of age.
    async fn may_agree(
        &self,
        open: &Open,
        student: StudentId,
        guardian: GuardianId,
    ) -> Outcome<()> {
        let row = open.store.student(student).await?;
        let row = row.ok_or(Failure::NotFound)?;
        let guardians = open.store.guardians_of(student).await?;
        let tie = guardians.into_iter().find(|(row, _)| row.id == guardian);
        let (_, tie) = tie.ok_or(Failure::NotFound)?;
        if tie.access == domain::Access::Restricted {
            return Err(Failure::Restricted.into());
        }
        if self.of_age_since(&row).is_none() {
            return Err(Failure::OutOfStep.into());
        }
        Ok(())
    }
}
