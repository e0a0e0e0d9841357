//! What an approved correction writes: the adult, what ties them to the child, the words to find by, what a restriction
//! suspends or lets go on, and the notice to the address before (domain.md §6, §13). Who approves belongs to `decide.rs`.

use domain::{
    Access, CorrectionKind, EmailAddress, GuardianId, IdentityDocument, MailId, MailKind,
    ProposalId, ProposalState, StaffId, StudentId,
};
use store::{
    Act, Detail, Entry, GuardianRow, GuardianshipRow, NewMail, ProposalRow, ProposedValues,
    Subject, Write, guardian_key,
};

use super::SOURCE;
use crate::Desk;
use crate::contract::Failure;
use crate::failure::{Outcome, Trouble};
use crate::house::Open;
use crate::visit::{LiveVisit, Visits};

/// An adult and what ties them to the child.
pub(super) type OnFile = (GuardianRow, GuardianshipRow);

/// A correction that nothing holds back any more.
pub(super) struct ToWrite {
    pub proposal: ProposalId,
    pub kind: CorrectionKind,
    pub student: StudentId,
    pub guardian: Option<GuardianId>,
    pub values: ProposedValues,
    /// The address on file before, to which the notice goes.
    pub was_email: Option<EmailAddress>,
    /// By which document the adult was seen.
    pub seen: Option<IdentityDocument>,
    /// What is corrected, and the kinds of documents seen.
    pub detail: Detail,
}

impl From<&ProposalRow> for ToWrite {
    fn from(row: &ProposalRow) -> Self {
        Self {
            proposal: row.id,
            kind: row.kind,
            student: row.student_id,
            guardian: row.guardian_id,
            values: ProposedValues {
                last_names: row.last_names.clone(),
                first_names: row.first_names.clone(),
                email: row.email.clone(),
                phone: row.phone.clone(),
                relationship: row.relationship,
                birth_date: row.birth_date,
            },
            was_email: row.was_email.clone(),
            seen: row.identity_document,
            detail: Detail::Correction(row.kind, row.identity_document, row.tie_document),
        }
    }
}

impl Desk {
    /// Approves and writes, in the transaction that was begun; a visit under way that a new restriction touches halts.
    pub(super) async fn approve(
        &self,
        open: &Open,
        mut write: Write,
        correction: ToWrite,
        by: StaffId,
    ) -> Outcome<()> {
        if correction.kind == CorrectionKind::Student {
            return self.approve_child(open, write, correction, by).await;
        }
        let [before, after] = self.corrected(open, &correction).await?;
        let (adult, tie) = &after;
        let approved = ProposalState::Approved;
        if !write
            .decide_proposal(correction.proposal, by, approved, None, Some(adult.id))
            .await?
        {
            return Err(Failure::NotFound.into());
        }
        let mut students = children_of(open, adult.id).await?;
        if !students.contains(&correction.student) {
            students.push(correction.student);
        }
        match correction.kind {
            CorrectionKind::LiftRestriction => {
                write
                    .set_access(correction.student, adult.id, tie.access)
                    .await?;
            }
            _ => {
                write.upsert_guardians(std::slice::from_ref(adult)).await?;
                write
                    .upsert_guardianships(std::slice::from_ref(tie))
                    .await?;
            }
        }
        self.keep_adult(open, &mut write, &before, &after).await?;
        self.after_correction(&mut write, correction.student, &students)
            .await?;
        if correction.kind == CorrectionKind::Email
            && let Some(before) = &correction.was_email
        {
            self.warn_address_before(open, &mut write, adult.id, before)
                .await?;
        }
        let subject = subject(correction.student, Some(adult.id));
        write
            .commit(Entry::new(Act::CorrectionApproved, subject).with(correction.detail))
            .await?;
        open.mail_waits.notify_one();
        if correction.kind == CorrectionKind::Restrict {
            self.halt_visit_of(open, correction.student, adult).await?;
        }
        if matches!(
            correction.kind,
            CorrectionKind::Email | CorrectionKind::NewGuardian
        ) {
            self.go_on_by(open, correction.student, adult, correction.seen)
                .await?;
        }
        self.changed();
        Ok(())
    }

    /// The adult and what ties them to the child, as they stand and as they will.
    async fn corrected(&self, open: &Open, correction: &ToWrite) -> Outcome<[OnFile; 2]> {
        let values = &correction.values;
        let guardians = open.store.guardians_of(correction.student).await?;
        let mut on_file = guardians.into_iter();
        let found = on_file.find(|(row, _)| Some(row.id) == correction.guardian);
        let (mut adult, mut tie) = match (found, correction.kind) {
            (Some(found), _) => found,
            (None, CorrectionKind::NewGuardian) => {
                self.new_adult(open, correction.student, values).await?
            }
            (None, _) => return Err(Failure::ProposalObsolete.into()),
        };
        let before = (adult.clone(), tie.clone());
        if let Some(email) = &values.email {
            adult.email = Some(email.clone());
        }
        if let (Some(last), Some(first)) = (&values.last_names, &values.first_names) {
            adult.last_names.clone_from(last);
            adult.first_names.clone_from(first);
        }
        if let Some(relationship) = values.relationship {
            tie.relationship = relationship;
        }
        match correction.kind {
            CorrectionKind::Restrict => tie.access = Access::Restricted,
            CorrectionKind::LiftRestriction => tie.access = Access::Allowed,
            _ => {}
        }
        Ok([before, (adult, tie)])
    }

    /// An adult of this name and address who is known already is the same person (domain.md §12); else a new one.
    pub(super) async fn new_adult(
        &self,
        open: &Open,
        student: StudentId,
        values: &ProposedValues,
    ) -> Outcome<OnFile> {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let (last_names, first_names) = (text(&values.last_names), text(&values.first_names));
        let known = match &values.email {
            Some(email) => open.store.guardians_by_address(email.folded()).await?,
            None => Vec::new(),
        };
        let key = guardian_key(&last_names, &first_names);
        let known = known
            .into_iter()
            .find(|row| guardian_key(&row.last_names, &row.first_names) == key);
        let now = self.environment().now();
        let adult = known.unwrap_or_else(|| GuardianRow {
            id: GuardianId(self.environment().id()),
            last_names,
            first_names,
            email: None,
            phone: values.phone.clone(),
            language: None,
            source: SOURCE.to_owned(),
            source_id: None,
            created_at: now,
            changed_at: now,
        });
        let tie = GuardianshipRow {
            student_id: student,
            guardian_id: adult.id,
            relationship: values.relationship.unwrap_or(domain::Relationship::Unknown),
            priority: None,
            access: Access::Allowed,
        };
        Ok((adult, tie))
    }

    /// What every change of an adult brings with it, in the same transaction: restrictions reach whom they now touch and
    /// let go whom they do not, the children are found by the new words, and what waits and no longer fits is obsolete.
    pub(crate) async fn after_correction(
        &self,
        write: &mut Write,
        student: StudentId,
        students: &[StudentId],
    ) -> Outcome<()> {
        if write
            .resume_associations(students, self.of_age_born_until())
            .await?
            > 0
        {
            let subject = Subject::Student(student);
            write.note(Entry::new(Act::AssociationsResumed, subject));
        }
        if write.suspend_restricted().await? > 0 {
            write.note(Entry::new(Act::RestrictionMet, Subject::Student(student)));
        }
        write.reword(students).await?;
        for (_, entry) in retire(write).await? {
            write.note(entry);
        }
        Ok(())
    }

    /// "It was not me", to the address that was on file (domain.md §13).
    pub(crate) async fn warn_address_before(
        &self,
        open: &Open,
        write: &mut Write,
        guardian: GuardianId,
        before: &EmailAddress,
    ) -> Outcome<()> {
        let account = open.store.accounts_of_guardian(guardian).await?;
        let language = account.into_iter().next().map(|account| account.language);
        write
            .put_mail(&NewMail {
                id: MailId(self.environment().id()),
                kind: MailKind::AddressChanged,
                address: before.clone(),
                language: language.unwrap_or_else(|| text::Locale::REFERENCE.as_str().to_owned()),
                visit_id: None,
                account_id: None,
                student_id: None,
            })
            .await?;
        Ok(())
    }

    /// A restriction halts every road of that adult and child, the one under way too (domain.md §6).
    pub(super) async fn halt_visit_of(
        &self,
        open: &Open,
        student: StudentId,
        adult: &GuardianRow,
    ) -> Outcome<()> {
        if !children_of(open, adult.id).await?.contains(&student) {
            return Ok(());
        }
        let is_adult = |visit: &LiveVisit| {
            !visit.is_over()
                && (visit.guardian == Some(adult.id)
                    || (visit.address.is_some() && visit.address == adult.email))
        };
        let mut place = open.visit.lock().await;
        let Visits { at_counter, aside } = &mut *place;
        if let Some(visit) = at_counter.as_mut().filter(|visit| is_adult(visit)) {
            self.halt(open, visit, Some(student)).await?;
        }
        // One that stands aside shows on no parent's window: another family's stays as it is.
        for aside in aside.iter_mut().filter(|aside| is_adult(&aside.visit)) {
            self.end_halted(open, &mut aside.visit, Some(student))
                .await?;
        }
        Ok(())
    }
}

async fn children_of(open: &Open, guardian: GuardianId) -> Outcome<Vec<StudentId>> {
    let children = open.store.students_of_guardian(guardian).await?;
    Ok(children
        .into_iter()
        .map(|(student, _)| student.id)
        .collect())
}

/// On whose file it is written down, with the adult where there is one.
pub(super) const fn subject(student: StudentId, guardian: Option<GuardianId>) -> Subject {
    match guardian {
        Some(guardian) => Subject::GuardianAndStudent(guardian, student),
        None => Subject::Student(student),
    }
}

/// Makes obsolete what no longer fits its file, and gives the entry of each.
pub(crate) async fn retire(write: &mut Write) -> Result<Vec<(ProposalId, Entry)>, Trouble> {
    let overtaken = write.retire_proposals().await?;
    Ok(overtaken
        .into_iter()
        .map(|row| {
            let detail = Detail::Correction(row.kind, None, None);
            let subject = subject(row.student_id, row.guardian_id);
            let entry = Entry::new(Act::CorrectionObsolete, subject).with(detail);
            (row.id, entry)
        })
        .collect())
}
