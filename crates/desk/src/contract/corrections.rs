//! What the secretary's window asks and sees of corrections: proposals and their deciding, a file completed, two adults
//! made one. Kinds of documents, never a number or a copy (domain.md §6).

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    AlikeBy, CorrectionKind, IdentityDocument, ProposalState, RefusalReason, Relationship,
    SecondPersonReason, TieDocument,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{FieldChange, GuardianLine, Secret, StudentLine, Word};

/// What is to be changed on a child's file.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Correction {
    Email {
        email: String,
    },
    Name {
        last_names: String,
        first_names: String,
    },
    Relationship {
        relationship: Word<Relationship>,
    },
    NewGuardian {
        last_names: String,
        first_names: String,
        email: Option<String>,
        phone: Option<String>,
        relationship: Word<Relationship>,
    },
    /// The child's own names and birth date, whole as they are to be; a birth date that is none is left as it is.
    Student {
        last_names: String,
        first_names: String,
        birth_date: Option<NaiveDate>,
    },
    Restrict,
    LiftRestriction,
}

/// Proposes a correction, having seen documents of these kinds. The adult is none for a new one, and for the child's own
/// names.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ProposeCorrection {
    pub student_id: Uuid,
    pub guardian_id: Option<Uuid>,
    pub correction: Correction,
    pub identity_document: Option<Word<IdentityDocument>>,
    pub tie_document: Option<Word<TieDocument>>,
    /// It comes from the visit under way.
    pub in_visit: bool,
}

/// Restricts an adult who is not on the child's file, having seen the document that says so.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RestrictAdult {
    pub student_id: Uuid,
    pub last_names: String,
    pub first_names: String,
    pub email: Option<String>,
    pub tie_document: Word<TieDocument>,
}

/// Where it stands now: pending, or approved at once where nobody else has to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ProposalMade {
    pub proposal_id: Uuid,
    pub state: Word<ProposalState>,
}

/// The second person, come to this desk: their own name and password.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SecondPerson {
    pub user_name: String,
    pub password: Secret,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct ApproveProposal {
    pub proposal_id: Uuid,
    /// None when whoever is signed in decides.
    pub second: Option<SecondPerson>,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct RefuseProposal {
    pub proposal_id: Uuid,
    pub reason: Word<RefusalReason>,
    pub second: Option<SecondPerson>,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct WithdrawProposal {
    pub proposal_id: Uuid,
}

#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Proposals {
    /// Who waits longest first.
    pub pending: Vec<ProposalLine>,
    /// The last 20 that were decided, the newest first.
    pub closed: Vec<ProposalLine>,
}

/// A proposal as it is shown beside its file.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ProposalLine {
    pub id: Uuid,
    pub kind: Word<CorrectionKind>,
    pub state: Word<ProposalState>,
    pub student: StudentLine,
    /// None for an adult who is not on the file yet, or not any more, and for the child.
    pub guardian: Option<GuardianLine>,
    /// Old beside new; a relationship is its word.
    pub changes: Vec<FieldChange>,
    pub identity_document: Option<Word<IdentityDocument>>,
    pub tie_document: Option<Word<TieDocument>>,
    pub proposed_by: String,
    pub proposed_at: DateTime<Utc>,
    pub is_yours: bool,
    pub decided_by: Option<String>,
    pub decided_at: Option<DateTime<Utc>>,
    pub reason: Option<Word<RefusalReason>>,
    /// Why whoever is signed in may not decide; another person still can, here, with their own password.
    pub why_not_you: Option<Word<SecondPersonReason>>,
}

/// Who decides on corrections: the school's settings (domain.md §6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
pub struct CorrectionSettings {
    /// Secretaries approve, and alone where a notice can warn the family.
    pub secretaries_alone: bool,
    /// One person may, in one visit, approve an adult's address and confirm a child to that adult.
    pub same_person_in_visit: bool,
}

/// What a file lacks; only what is missing is taken (domain.md §12).
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CompleteStudent {
    pub student_id: Uuid,
    pub birth_date: Option<NaiveDate>,
    pub fiche: Option<String>,
    pub permanent_code: Option<String>,
}

// --- Two adults who may be one ------------------------------------------------------------------

#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct AlikeGuardians {
    /// At most 50.
    pub pairs: Vec<AlikePair>,
    pub more: bool,
    /// The last 20 merges, the newest first.
    pub merged: Vec<MergedLine>,
}

#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct AlikePair {
    pub by: Word<AlikeBy>,
    pub one: AlikeGuardian,
    pub other: AlikeGuardian,
}

#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct AlikeGuardian {
    pub guardian: GuardianLine,
    pub source: String,
    pub has_account: bool,
    pub children: Vec<StudentLine>,
}

domain::text_enum! {
    /// Of which of the two a value is kept.
    pub enum Side {
        One = "one",
        Other = "other",
    }
}

/// Makes two adults one; each value is the one's or the other's.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct MergeGuardians {
    pub one_id: Uuid,
    pub other_id: Uuid,
    pub name: Word<Side>,
    pub email: Word<Side>,
    pub phone: Word<Side>,
    pub language: Word<Side>,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct KeepApart {
    pub one_id: Uuid,
    pub other_id: Uuid,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct UndoMerge {
    pub merge_id: Uuid,
}

#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct MergedLine {
    pub id: Uuid,
    pub merged_at: DateTime<Utc>,
    pub merged_by: String,
    /// As they are now; none when they are gone.
    pub guardian: Option<GuardianLine>,
    /// As they were before.
    pub one: GuardianLine,
    pub other: GuardianLine,
}
