//! Corrections of a file (domain.md §6): proposed by one, approved by another. Here: the school's settings, who may
//! decide, and how a proposal is shown. Proposing, deciding and writing have a file each.

mod child;
mod complete;
mod decide;
mod kept;
mod propose;
mod restrict;
mod write;

pub(crate) use kept::differing;
pub(crate) use write::retire;

use chrono::TimeDelta;
use domain::{
    ACCESS_JUST_GIVEN_MINUTES, Access, Circumstances, CorrectionKind, Decider, GuardianId, Role,
    StudentId, may_decide,
};
use store::{Act, Entry, ProposalRow, StaffMember, Subject};

use crate::Desk;
use crate::contract::{
    CorrectionSettings, Failure, FieldChange, GuardianLine, Nothing, ProposalLine, Proposals,
    SecondPerson, StudentLine,
};
use crate::failure::{Outcome, Trouble};
use crate::house::Open;
use crate::permission::Act as Permission;

const SECRETARIES_ALONE: &str = "corrections_secretaries_alone";
const SAME_PERSON_IN_VISIT: &str = "corrections_same_person_in_visit";
const YES: &str = "yes";

/// Where an adult comes from whom no export names.
const SOURCE: &str = "desk";

/// So many decided proposals are shown.
const CLOSED: u32 = 20;

impl Desk {
    pub(crate) async fn view_correction_settings(
        &self,
        (): Nothing,
    ) -> Outcome<CorrectionSettings> {
        let open = self.staffed(Permission::ChangeSettings).await?;
        self.correction_settings(&open).await
    }

    /// Both are off until the school says otherwise.
    pub(crate) async fn correction_settings(&self, open: &Open) -> Outcome<CorrectionSettings> {
        let is_on = async |name| Ok::<_, Trouble>(open.store.setting(name).await?.is_some());
        Ok(CorrectionSettings {
            secretaries_alone: is_on(SECRETARIES_ALONE).await?,
            same_person_in_visit: is_on(SAME_PERSON_IN_VISIT).await?,
        })
    }

    pub(crate) async fn set_correction_settings(
        &self,
        request: CorrectionSettings,
    ) -> Outcome<Nothing> {
        let open = self.staffed(Permission::ChangeSettings).await?;
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        for (name, is_on) in [
            (SECRETARIES_ALONE, request.secretaries_alone),
            (SAME_PERSON_IN_VISIT, request.same_person_in_visit),
        ] {
            write.set_setting(name, is_on.then_some(YES)).await?;
        }
        write
            .commit(Entry::new(Act::SettingsChanged, Subject::None))
            .await?;
        self.changed();
        Ok(())
    }

    pub(crate) async fn list_proposals(&self, (): Nothing) -> Outcome<Proposals> {
        let open = self.staffed(Permission::ProposeCorrection).await?;
        let pending = open.store.pending_proposals().await?;
        let closed = open.store.closed_proposals(CLOSED).await?;
        Ok(Proposals {
            pending: self.proposal_lines(&open, pending).await?,
            closed: self.proposal_lines(&open, closed).await?,
        })
    }

    pub(crate) async fn proposal_lines(
        &self,
        open: &Open,
        rows: Vec<ProposalRow>,
    ) -> Outcome<Vec<ProposalLine>> {
        let mut lines = Vec::with_capacity(rows.len());
        for row in rows {
            lines.push(self.proposal_line(open, &row).await?);
        }
        Ok(lines)
    }

    async fn proposal_line(&self, open: &Open, row: &ProposalRow) -> Outcome<ProposalLine> {
        let student = open.store.student(row.student_id).await?;
        let student = student.ok_or_else(|| Trouble::unexpected("a proposal without its child"))?;
        let guardian = match row.guardian_id {
            Some(id) => open.store.guardian(id).await?,
            None => None,
        };
        let me = open.store.staff_member(open.staff).await?;
        let me = me.ok_or(Failure::NotSignedIn)?;
        Ok(ProposalLine {
            id: row.id.0,
            kind: row.kind.into(),
            state: row.state.into(),
            student: StudentLine::from(&student),
            guardian: guardian.as_ref().map(GuardianLine::from),
            changes: changes(row),
            identity_document: row.identity_document.map(Into::into),
            tie_document: row.tie_document.map(Into::into),
            proposed_by: row.proposer.clone(),
            proposed_at: row.proposed_at,
            is_yours: row.proposed_by == open.staff,
            decided_by: row.decider.clone(),
            decided_at: row.decided_at,
            reason: row.reason.map(Into::into),
            why_not_you: match self.may_decide(open, row, &me).await {
                Ok(()) => None,
                Err(Trouble::Refused(Failure::SecondPersonNeeded { reason })) => Some(reason),
                Err(trouble) => return Err(trouble),
            },
        })
    }

    /// Who decides: whoever is signed in, or the second person who has come to this desk with their own password.
    pub(crate) async fn decider(
        &self,
        open: &Open,
        second: Option<SecondPerson>,
    ) -> Outcome<StaffMember> {
        let staff = match second {
            None => open.staff,
            Some(second) => {
                self.identify(open, second.user_name, second.password)
                    .await?
            }
        };
        let member = open.store.staff_member(staff).await?;
        Ok(member.ok_or(Failure::NotAllowed)?)
    }

    /// Whether this member of staff may decide on the proposal, now and here.
    async fn may_decide(&self, open: &Open, row: &ProposalRow, by: &StaffMember) -> Outcome<()> {
        let on = self
            .circumstances(open, row.kind, row.guardian_id, row.was_email.is_none())
            .await?;
        let since = self.environment().now() - TimeDelta::minutes(ACCESS_JUST_GIVEN_MINUTES);
        let is_proposer = row.proposed_by == by.id;
        let decider = Decider {
            role: by.role,
            is_proposer,
            access_just_given: open
                .store
                .gave_access_since(row.proposed_by, by.id, since)
                .await?,
        };
        may_decide(&on, &decider).map_err(second_person)?;
        // What was mandatory when it was proposed stays so: the table holds that too.
        match is_proposer && row.second_person {
            true => Err(second_person(domain::SecondPersonReason::SamePerson)),
            false => Ok(()),
        }
    }

    /// What the file and the school say of a correction.
    async fn circumstances(
        &self,
        open: &Open,
        kind: CorrectionKind,
        guardian: Option<GuardianId>,
        no_address_before: bool,
    ) -> Outcome<Circumstances> {
        let settings = self.correction_settings(open).await?;
        let children = match guardian {
            Some(guardian) => open.store.students_of_guardian(guardian).await?,
            None => Vec::new(),
        };
        let staff = open.store.staff().await?;
        let administrators = staff
            .iter()
            .filter(|one| one.removed_at.is_none() && one.role == Role::Administrator);
        Ok(Circumstances {
            kind,
            no_address_before,
            restricted_adult: children
                .iter()
                .any(|(_, tie)| tie.access == Access::Restricted),
            secretaries_alone: settings.secretaries_alone,
            one_administrator: administrators.count() < 2,
        })
    }

    /// What waits on these children's files or about an adult, each once.
    pub(crate) async fn proposals_around(
        &self,
        open: &Open,
        students: &[StudentId],
        guardian: Option<GuardianId>,
    ) -> Outcome<Vec<ProposalLine>> {
        let mut rows = Vec::new();
        for student in students {
            rows.extend(open.store.pending_proposals_on(*student).await?);
        }
        if let Some(guardian) = guardian {
            let about = open.store.pending_proposals_about(guardian).await?;
            rows.extend(
                about
                    .into_iter()
                    .filter(|row| !students.contains(&row.student_id)),
            );
        }
        self.proposal_lines(open, rows).await
    }
}

pub(crate) fn second_person(reason: domain::SecondPersonReason) -> Trouble {
    let reason = reason.into();
    Failure::SecondPersonNeeded { reason }.into()
}

/// Old beside new, field by field.
fn changes(row: &ProposalRow) -> Vec<FieldChange> {
    let email = |email: &Option<domain::EmailAddress>| {
        email.as_ref().map(|email| email.as_str().to_owned())
    };
    let word = |word: Option<domain::Relationship>| word.map(|word| word.as_str().to_owned());
    let date = |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string());
    let fields = [
        (
            "last_names",
            row.was_last_names.clone(),
            row.last_names.clone(),
        ),
        (
            "first_names",
            row.was_first_names.clone(),
            row.first_names.clone(),
        ),
        ("email", email(&row.was_email), email(&row.email)),
        ("phone", None, row.phone.clone()),
        (
            "relationship",
            word(row.was_relationship),
            word(row.relationship),
        ),
        ("birth_date", date(row.was_birth_date), date(row.birth_date)),
    ];
    let is_child = row.kind == CorrectionKind::Student;
    fields
        .into_iter()
        // Of the child, the whole identity is proposed, and what stays is not shown.
        .filter(|(_, old, new)| new.is_some() && !(is_child && old == new))
        .map(|(field, old, new)| FieldChange {
            field: field.to_owned(),
            old,
            new,
        })
        .collect()
}
