//! Proposing a correction: what is to change, what was seen for it, what the file says now. Where nobody else has to
//! decide, it is written at once. Deciding on what waits belongs to `decide.rs`.

use std::ops::Not as _;

use domain::{
    Access, CorrectionKind, Decider, EmailAddress, GuardianId, ProposalId, ProposalState,
    StudentId, VisitId, may_decide, name,
};
use store::{
    Act, Detail, Entry, GuardianRow, GuardianshipRow, NewProposal, ProposedValues, StoreError,
    guardian_key,
};

use super::write::{ToWrite, subject};
use crate::Desk;
use crate::contract::{Correction, Failure, ProposalMade, ProposeCorrection};
use crate::failure::{Outcome, Trouble};
use crate::house::Open;
use crate::permission::Act as Permission;
use crate::visit::{Adult, under_way};

/// An adult as they are on the child's file; none for a new one.
type OnFile = Option<(GuardianRow, GuardianshipRow)>;

/// What a correction says, and what the file says of the same.
pub(super) struct Said {
    /// None for a new adult, and for the child.
    pub guardian: Option<GuardianId>,
    pub values: ProposedValues,
    pub was: ProposedValues,
}

impl Desk {
    /// Proposes, and approves at once where the rules ask for nobody else: a restriction is set without waiting, and
    /// the school's settings may let secretaries correct alone (domain.md §6, §14).
    pub(crate) async fn propose_correction(
        &self,
        request: ProposeCorrection,
    ) -> Outcome<ProposalMade> {
        let kind = request.correction.kind();
        let open = self
            .staffed(match kind.is_restriction() {
                true => Permission::Restrict,
                false => Permission::ProposeCorrection,
            })
            .await?;
        let visit = match request.in_visit {
            true => Some(self.visit_under_way(&open).await?),
            false => None,
        };
        let student = StudentId(request.student_id);
        let Said {
            guardian,
            values,
            was,
        } = match &request.correction {
            Correction::Student { .. } => {
                self.said_of_child(&open, student, &request.correction)
                    .await?
            }
            _ => self.said_of_adult(&open, student, &request).await?,
        };
        seen(kind, &request)?;
        let on = self
            .circumstances(&open, kind, guardian, was.email.is_none())
            .await?;
        let proposal = NewProposal {
            id: ProposalId(self.environment().id()),
            kind,
            student_id: student,
            guardian_id: guardian,
            visit_id: visit,
            values,
            was,
            identity_document: request.identity_document.map(|word| word.0),
            tie_document: request.tie_document.map(|word| word.0),
            second_person: on.second_person(),
            proposed_by: open.staff,
        };
        let alone = Decider {
            role: open.role,
            is_proposer: true,
            access_just_given: false,
        };
        let at_once = may_decide(&on, &alone).is_ok();
        let state = self.put_proposal(&open, &proposal, at_once).await?;
        Ok(ProposalMade {
            proposal_id: proposal.id.0,
            state: state.into(),
        })
    }

    async fn said_of_adult(
        &self,
        open: &Open,
        student: StudentId,
        request: &ProposeCorrection,
    ) -> Outcome<Said> {
        let guardians = self.guardians_on(open, student).await?;
        let kind = request.correction.kind();
        let on_file = found(&guardians, kind, request.guardian_id)?;
        let (values, was) = read(&request.correction, on_file.as_ref())?;
        let guardian = on_file.map(|(row, _)| row.id);
        let others: Vec<_> = guardians
            .into_iter()
            .filter(|(row, _)| Some(row.id) != guardian)
            .collect();
        self.must_bring_nobody_twice(open, student, &others, &values)
            .await?;
        Ok(Said {
            guardian,
            values,
            was,
        })
    }

    async fn put_proposal(
        &self,
        open: &Open,
        proposal: &NewProposal,
        at_once: bool,
    ) -> Outcome<ProposalState> {
        if at_once {
            self.not_both_in_one_visit(open, proposal.kind, proposal.guardian_id, open.staff)
                .await?;
        }
        let mut write = open.store.write(self.stamp(open, open.actor())).await?;
        let put = write.insert_proposal(proposal).await;
        put.map_err(|error| match error {
            StoreError::Taken => Trouble::Refused(Failure::AlreadyProposed),
            other => other.into(),
        })?;
        let (student, guardian) = (proposal.student_id, proposal.guardian_id);
        let detail = Detail::Correction(
            proposal.kind,
            proposal.identity_document,
            proposal.tie_document,
        );
        let entry = Entry::new(Act::CorrectionProposed, subject(student, guardian)).with(detail);
        if !at_once {
            write.commit(entry).await?;
            self.changed();
            return Ok(ProposalState::Pending);
        }
        write.note(entry);
        let correction = ToWrite {
            proposal: proposal.id,
            kind: proposal.kind,
            student,
            guardian,
            values: proposal.values.clone(),
            was_email: proposal.was.email.clone(),
            seen: proposal.identity_document,
            detail,
        };
        self.approve(open, write, correction, open.staff).await?;
        Ok(ProposalState::Approved)
    }

    async fn visit_under_way(&self, open: &Open) -> Outcome<VisitId> {
        let mut place = open.visit.lock().await;
        Ok(under_way(&mut place)?.id)
    }

    async fn guardians_on(
        &self,
        open: &Open,
        student: StudentId,
    ) -> Outcome<Vec<(GuardianRow, GuardianshipRow)>> {
        open.store
            .student(student)
            .await?
            .ok_or(Failure::NotFound)?;
        Ok(open.store.guardians_of(student).await?)
    }

    /// No adult takes the name of another on the file, and neither a name nor an address that is restricted for this
    /// child comes in (domain.md §6).
    async fn must_bring_nobody_twice(
        &self,
        open: &Open,
        student: StudentId,
        others: &[(GuardianRow, GuardianshipRow)],
        values: &ProposedValues,
    ) -> Outcome<()> {
        let named = values
            .last_names
            .as_deref()
            .zip(values.first_names.as_deref());
        let key = named.map(|(last, first)| guardian_key(last, first));
        let namesake = others
            .iter()
            .find(|(row, _)| Some(guardian_key(&row.last_names, &row.first_names)) == key);
        match namesake {
            Some((_, tie)) if tie.access == Access::Restricted => {
                return Err(Failure::Restricted.into());
            }
            Some(_) => return Err(Failure::NothingToCorrect.into()),
            None => {}
        }
        if let Some(address) = &values.email {
            let adult = Adult {
                address,
                guardian: None,
            };
            if self.is_restricted(open, student, adult).await? {
                return Err(Failure::Restricted.into());
            }
        }
        Ok(())
    }
}

impl Correction {
    const fn kind(&self) -> CorrectionKind {
        match self {
            Self::Email { .. } => CorrectionKind::Email,
            Self::Name { .. } => CorrectionKind::Name,
            Self::Relationship { .. } => CorrectionKind::Relationship,
            Self::NewGuardian { .. } => CorrectionKind::NewGuardian,
            Self::Student { .. } => CorrectionKind::Student,
            Self::Restrict => CorrectionKind::Restrict,
            Self::LiftRestriction => CorrectionKind::LiftRestriction,
        }
    }
}

/// The adult whom it is about, on the child's file.
fn found(
    guardians: &[(GuardianRow, GuardianshipRow)],
    kind: CorrectionKind,
    id: Option<uuid::Uuid>,
) -> Result<OnFile, Failure> {
    if kind == CorrectionKind::NewGuardian {
        return Ok(None);
    }
    let id = id.map(GuardianId);
    let mut same = guardians.iter().filter(|(row, _)| Some(row.id) == id);
    same.next().cloned().map(Some).ok_or(Failure::NotFound)
}

/// The kinds of documents that this correction asks for were said.
fn seen(kind: CorrectionKind, request: &ProposeCorrection) -> Result<(), Failure> {
    for (field, needed, said) in [
        (
            "identity_document",
            kind.needs_identity(),
            request.identity_document.is_some(),
        ),
        (
            "tie_document",
            kind.needs_tie(),
            request.tie_document.is_some(),
        ),
    ] {
        if needed && !said {
            return Err(invalid(field));
        }
    }
    let nothing = request.identity_document.is_none() && request.tie_document.is_none();
    match kind.needs_either() && nothing {
        true => Err(invalid("child_document")),
        false => Ok(()),
    }
}

/// What it says, and what the file says of the same; something has to differ.
fn read(
    correction: &Correction,
    on_file: Option<&(GuardianRow, GuardianshipRow)>,
) -> Result<(ProposedValues, ProposedValues), Failure> {
    let mut values = ProposedValues::default();
    let mut was = ProposedValues::default();
    match correction {
        Correction::Email { email } => values.email = Some(address(email)?),
        Correction::Name {
            last_names,
            first_names,
        } => {
            values.last_names = Some(names("last_names", last_names)?);
            values.first_names = Some(names("first_names", first_names)?);
        }
        Correction::Relationship { relationship } => values.relationship = Some(relationship.0),
        Correction::NewGuardian {
            last_names,
            first_names,
            email,
            phone,
            relationship,
        } => {
            values.last_names = Some(names("last_names", last_names)?);
            values.first_names = Some(names("first_names", first_names)?);
            values.email = given(email.as_deref()).map(address).transpose()?;
            values.phone = given(phone.as_deref()).map(str::to_owned);
            values.relationship = Some(relationship.0);
        }
        // The child's own is read in `child.rs`.
        Correction::Student { .. } | Correction::Restrict | Correction::LiftRestriction => {}
    }
    let Some((row, tie)) = on_file else {
        return Ok((values, was));
    };
    if values.last_names.is_some() {
        was.last_names = Some(row.last_names.clone());
        was.first_names = Some(row.first_names.clone());
    }
    was.relationship = values.relationship.map(|_| tie.relationship);
    // What an address correction finds on the file is kept for any kind: it is where a notice would go.
    was.email.clone_from(&row.email);
    let is_restricted = tie.access == Access::Restricted;
    let differs = match correction {
        Correction::Restrict => !is_restricted,
        Correction::LiftRestriction => is_restricted,
        Correction::Email { .. } => values.email != was.email,
        _ => {
            (&values.last_names, &values.first_names, values.relationship)
                != (&was.last_names, &was.first_names, was.relationship)
        }
    };
    differs
        .then_some((values, was))
        .ok_or(Failure::NothingToCorrect)
}

fn address(typed: &str) -> Result<EmailAddress, Failure> {
    EmailAddress::parse(typed).map_err(|_| invalid("address"))
}

pub(super) fn names(field: &str, typed: &str) -> Result<String, Failure> {
    let typed = typed.trim();
    name::fold(typed)
        .is_empty()
        .not()
        .then(|| typed.to_owned())
        .ok_or_else(|| invalid(field))
}

fn given(typed: Option<&str>) -> Option<&str> {
    typed.map(str::trim).filter(|typed| !typed.is_empty())
}

pub(super) fn invalid(field: &str) -> Failure {
    Failure::Invalid {
        field: field.to_owned(),
    }
}
