//! Proposals to correct a file, and their deciding (domain.md §6). Who may decide, and what an approved one writes,
//! belongs to `domain` and `desk`; the table itself refuses a decision by whoever proposed where two are mandatory.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    CorrectionKind, EmailAddress, GuardianId, IdentityDocument, ProposalId, ProposalState,
    RefusalReason, Relationship, StaffId, StudentId, TieDocument, VisitId,
};

use crate::error::Result;
use crate::open::Store;
use crate::pool::{execute, read, run};
use crate::registry::guardian_key;
use crate::rows::{Stored as _, row};
use crate::write::Write;

row! {
    /// What would change on a file, and how far it is.
    pub struct ProposalRow {
        pub id: ProposalId,
        pub kind: CorrectionKind,
        pub state: ProposalState,
        pub student_id: StudentId,
        /// None until a new adult is on the file.
        pub guardian_id: Option<GuardianId>,
        pub visit_id: Option<VisitId>,
        pub last_names: Option<String>,
        pub first_names: Option<String>,
        pub email: Option<EmailAddress>,
        pub phone: Option<String>,
        pub relationship: Option<Relationship>,
        /// What the file said when it was proposed.
        pub was_last_names: Option<String>,
        pub was_first_names: Option<String>,
        pub was_email: Option<EmailAddress>,
        pub was_relationship: Option<Relationship>,
        pub identity_document: Option<IdentityDocument>,
        pub tie_document: Option<TieDocument>,
        /// Whoever proposed it may not decide.
        pub second_person: bool,
        pub proposed_by: StaffId,
        pub proposed_at: DateTime<Utc>,
        pub decided_by: Option<StaffId>,
        pub decided_at: Option<DateTime<Utc>>,
        pub reason: Option<RefusalReason>,
        /// Of the child, where the child's own file is corrected.
        pub birth_date: Option<NaiveDate>,
        pub was_birth_date: Option<NaiveDate>,
        /// The user names of those two, for reading.
        pub proposer: String,
        pub decider: Option<String>,
    }
}

/// A proposal to be written, at the time of the write.
#[derive(Clone, Debug)]
pub struct NewProposal {
    pub id: ProposalId,
    pub kind: CorrectionKind,
    pub student_id: StudentId,
    pub guardian_id: Option<GuardianId>,
    pub visit_id: Option<VisitId>,
    pub values: ProposedValues,
    pub was: ProposedValues,
    pub identity_document: Option<IdentityDocument>,
    pub tie_document: Option<TieDocument>,
    pub second_person: bool,
    pub proposed_by: StaffId,
}

/// What a proposal says of an adult, or of the child; what it does not touch is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProposedValues {
    pub last_names: Option<String>,
    pub first_names: Option<String>,
    pub email: Option<EmailAddress>,
    pub phone: Option<String>,
    pub relationship: Option<Relationship>,
    /// Of the child.
    pub birth_date: Option<NaiveDate>,
}

/// Proposals with the names of who made and who decided them, by the given condition and order.
macro_rules! proposals {
    ($tail:literal) => {
        concat!(
            "select proposal.*, proposer.user_name as proposer, decider.user_name as decider
             from proposal join staff proposer on proposer.id = proposed_by
             left join staff decider on decider.id = decided_by ",
            $tail
        )
    };
}

row! {
    /// A proposal that the file has overtaken.
    pub struct Overtaken {
        pub id: ProposalId,
        pub kind: CorrectionKind,
        pub student_id: StudentId,
        pub guardian_id: Option<GuardianId>,
    }
}

impl Store {
    /// One proposal; none when there is no such id.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote. So for every function of this file that reads.
    pub async fn proposal(&self, id: ProposalId) -> Result<Option<ProposalRow>> {
        read!(self, conn => sqlx::query_as(proposals!("where proposal.id = $1"))
            .bind(id.0).fetch_optional(conn))
    }

    /// Those that wait, who waits longest first.
    ///
    /// # Errors
    /// As for [`Store::proposal`].
    pub async fn pending_proposals(&self) -> Result<Vec<ProposalRow>> {
        read!(self, conn => sqlx::query_as(
            proposals!("where state = 'pending' order by proposed_at, proposal.id"),
        ).fetch_all(conn))
    }

    /// How many wait.
    ///
    /// # Errors
    /// As for [`Store::proposal`].
    pub async fn pending_count(&self) -> Result<u32> {
        let count: i64 = read!(self, conn =>
            sqlx::query_scalar("select count(*) from proposal where state = 'pending'").fetch_one(conn))?;
        Ok(count.try_into().unwrap_or(u32::MAX))
    }

    /// Those decided last, the newest first.
    ///
    /// # Errors
    /// As for [`Store::proposal`].
    pub async fn closed_proposals(&self, limit: u32) -> Result<Vec<ProposalRow>> {
        read!(self, conn => sqlx::query_as(
            proposals!("where state <> 'pending' order by decided_at desc, proposal.id desc limit $1"),
        ).bind(limit.column()).fetch_all(conn))
    }

    /// Those that wait on one child's file.
    ///
    /// # Errors
    /// As for [`Store::proposal`].
    pub async fn pending_proposals_on(&self, student: StudentId) -> Result<Vec<ProposalRow>> {
        read!(self, conn => sqlx::query_as(
            proposals!("where state = 'pending' and student_id = $1 order by proposed_at, proposal.id"),
        ).bind(student.0).fetch_all(conn))
    }

    /// Those that wait about one adult, whichever child's file they were made on.
    ///
    /// # Errors
    /// As for [`Store::proposal`].
    pub async fn pending_proposals_about(&self, guardian: GuardianId) -> Result<Vec<ProposalRow>> {
        read!(self, conn => sqlx::query_as(
            proposals!("where state = 'pending' and guardian_id = $1 order by proposed_at, proposal.id"),
        ).bind(guardian.0).fetch_all(conn))
    }

    /// Whether this member of staff has, since then, approved an address for this adult (domain.md §6).
    ///
    /// # Errors
    /// As for [`Store::proposal`].
    pub async fn approved_address_since(
        &self,
        by: StaffId,
        guardian: GuardianId,
        since: DateTime<Utc>,
    ) -> Result<bool> {
        let count: i64 = read!(self, conn => sqlx::query_scalar(
            "select count(*) from proposal where state = 'approved' and kind in ('email', 'new_guardian')
                 and decided_by = $1 and guardian_id = $2 and decided_at >= $3",
        ).bind(by.0).bind(guardian.0).bind(since).fetch_one(conn))?;
        Ok(count > 0)
    }

    /// Whether one member of staff has, since then, given another access: added them, or given them a new password
    /// (domain.md §14). The journal knows.
    ///
    /// # Errors
    /// As for [`Store::proposal`].
    pub async fn gave_access_since(
        &self,
        by: StaffId,
        to: StaffId,
        since: DateTime<Utc>,
    ) -> Result<bool> {
        let count: i64 = read!(self, conn => sqlx::query_scalar(
            "select count(*) from journal where subject_id = $2 and actor_id = $1 and at >= $3
                 and act in ('staff_added', 'staff_reset')",
        ).bind(by.0).bind(to.0).bind(since).fetch_one(conn))?;
        Ok(count > 0)
    }
}

impl Write {
    /// Writes a proposal down, pending.
    ///
    /// # Errors
    /// [`crate::StoreError::Taken`] when the same waits already for this adult or child; the database refused.
    pub async fn insert_proposal(&mut self, proposal: &NewProposal) -> Result<()> {
        let now = self.now();
        let NewProposal { values, was, .. } = proposal;
        let name = values.last_names.as_ref().zip(values.first_names.as_ref());
        execute!(self, sqlx::query(
            "insert into proposal (id, kind, state, student_id, guardian_id, visit_id, last_names, first_names,
                 name_folded, email, phone, relationship, was_last_names, was_first_names, was_email, was_relationship,
                 identity_document, tie_document, second_person, proposed_by, proposed_at, birth_date, was_birth_date)
             values ($1, $2, 'pending', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
                 $20, $21, $22)",
        )
        .bind(proposal.id.0)
        .bind(proposal.kind.as_str())
        .bind(proposal.student_id.0)
        .bind(proposal.guardian_id.column())
        .bind(proposal.visit_id.column())
        .bind(values.last_names.column())
        .bind(values.first_names.column())
        .bind(name.map(|(last, first)| guardian_key(last, first)))
        .bind(values.email.column())
        .bind(values.phone.column())
        .bind(values.relationship.column())
        .bind(was.last_names.column())
        .bind(was.first_names.column())
        .bind(was.email.column())
        .bind(was.relationship.column())
        .bind(proposal.identity_document.column())
        .bind(proposal.tie_document.column())
        .bind(proposal.second_person)
        .bind(proposal.proposed_by.0)
        .bind(now)
        .bind(values.birth_date)
        .bind(was.birth_date))?;
        Ok(())
    }

    /// Decides on a proposal that waits. A new adult, once on the file, is named by `guardian`.
    /// Tells whether it still waited.
    ///
    /// # Errors
    /// The database refused: whoever proposed it decides where a second person is mandatory.
    pub async fn decide_proposal(
        &mut self,
        id: ProposalId,
        by: StaffId,
        state: ProposalState,
        reason: Option<RefusalReason>,
        guardian: Option<GuardianId>,
    ) -> Result<bool> {
        let now = self.now();
        let decided = execute!(
            self,
            sqlx::query(
                "update proposal set state = $2, decided_by = $3, decided_at = $4, reason = $5,
                 guardian_id = coalesce($6, guardian_id)
             where id = $1 and state = 'pending'",
            )
            .bind(id.0)
            .bind(state.as_str())
            .bind(by.0)
            .bind(now)
            .bind(reason.column())
            .bind(guardian.column())
        )?;
        Ok(decided > 0)
    }

    /// Makes obsolete whatever waits and no longer fits its file: the adult is gone from it, the value is another than
    /// when it was proposed, the child's too, or the adult to be added is there. Gives them.
    ///
    /// # Errors
    /// The database refused, or holds what no program wrote.
    pub async fn retire_proposals(&mut self) -> Result<Vec<Overtaken>> {
        let now = self.now();
        run!(self, conn => sqlx::query_as(
            "update proposal set state = 'obsolete', decided_at = $1
             where state = 'pending' and not case kind
                 when 'new_guardian' then not exists (
                     select 1 from guardianship join guardian on guardian.id = guardianship.guardian_id
                     where guardianship.student_id = proposal.student_id
                         and guardian.name_folded = proposal.name_folded)
                 when 'student' then exists (
                     select 1 from student
                     where student.id = proposal.student_id
                         and student.last_names = was_last_names
                         and student.first_names = was_first_names
                         and student.birth_date is not distinct from was_birth_date)
                 else exists (
                     select 1 from guardianship join guardian on guardian.id = guardianship.guardian_id
                     where guardianship.student_id = proposal.student_id
                         and guardianship.guardian_id = proposal.guardian_id
                         and case kind
                             when 'email' then guardian.email is not distinct from was_email
                             when 'name' then guardian.last_names = was_last_names
                                 and guardian.first_names = was_first_names
                             when 'relationship' then guardianship.relationship = was_relationship
                             when 'lift_restriction' then guardianship.access = 'restricted'
                             else guardianship.access <> 'restricted' end)
             end
             returning id, kind, student_id, guardian_id",
        ).bind(now).fetch_all(conn))
    }
}

#[cfg(test)]
mod tests;
