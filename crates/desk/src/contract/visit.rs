//! The visit as the secretary sees it, and what she does in it. No password, no code.

use chrono::{DateTime, Utc};
use domain::{
    Awaited, ClaimField, EndCause, IdentityDocument, MailTrouble, StepName, TieDocument, Verdict,
    WaitingState,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{
    ConfirmedLine, DiagnosisView, GuardianLine, LimitLine, ParentStep, ProposalLine, Secret,
    ServiceCentreLine, StudentLine, Word,
};

/// The visit as the secretary sees it: the file, the mismatch, the locks, the mail's fate;
/// never a password, never a code.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct VisitView {
    pub id: Uuid,
    pub number: u32,
    pub step: Word<StepName>,
    pub end: Option<Word<EndCause>>,
    pub language: String,
    pub someone_helps: bool,
    pub needs_help: bool,
    pub started_at: DateTime<Utc>,
    /// The child from whose file the visit was started.
    pub student: Option<StudentLine>,
    /// The adult at the counter, once chosen.
    pub guardian: Option<GuardianLine>,
    /// Who may be behind the address, when several guardians share it and none is chosen.
    pub guardians_to_choose: Vec<GuardianLine>,
    /// What was seen of who they are, in this visit.
    pub identity_document: Option<Word<IdentityDocument>>,
    /// The address on file was offered on the parent's screen.
    pub address_offered: bool,
    pub address: Option<String>,
    /// Whether the address stands on any file.
    pub address_on_file: Option<bool>,
    pub code: Option<CodeView>,
    /// An account exists with the proven address, or was made in this visit.
    pub has_account: bool,
    pub children: Vec<VisitChild>,
    /// Found through the same guardian and not confirmed yet: offered, never tied by themselves.
    pub siblings: Vec<StudentLine>,
    /// Children of an account from before, which opens once each of them is confirmed.
    pub to_confirm: Vec<StudentLine>,
    pub claim: Option<ClaimSeen>,
    /// The open accounts of the adult, side by side where there are two.
    pub accounts: Vec<AccountLine>,
    /// Corrections that wait, of the child's file or about the adult.
    pub proposals: Vec<ProposalLine>,
    /// The limits of domain.md §5 that hold this visit.
    pub limits: Vec<LimitLine>,
    /// The one thing to look at, and what mends it; none while everything goes its way.
    pub diagnosis: Option<DiagnosisView>,
    /// What the parent's window shows: the very view it is given, which holds nothing that is typed there.
    pub on_parents_screen: ParentStep,
}

/// A visit that was set aside: which family it is, without a word of a child, and how far what it waits for is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AsideLine {
    pub id: Uuid,
    pub number: u32,
    pub since: DateTime<Utc>,
    pub step: Word<StepName>,
    pub awaits: Word<Awaited>,
    /// The adult, once known.
    pub adult: Option<AdultNames>,
    pub needs_help: bool,
    pub code: Option<CodeView>,
}

/// A visit that stopped before its end, while it may be taken up again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct InterruptedLine {
    pub id: Uuid,
    pub number: u32,
    pub cause: Word<EndCause>,
    /// When somebody last did something in it.
    pub changed_at: DateTime<Utc>,
    pub left_at: Option<Word<StepName>>,
    /// The adult, once known.
    pub adult: Option<AdultNames>,
    pub address: Option<String>,
}

/// An adult by name alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AdultNames {
    pub last_names: String,
    pub first_names: String,
}

/// The fate of the code's mail and of the code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CodeView {
    pub mail: Word<WaitingState>,
    pub trouble: Option<Word<MailTrouble>>,
    pub server_words: Option<String>,
    pub sent_at: Option<DateTime<Utc>>,
    pub expires_at: Option<DateTime<Utc>>,
    pub expired: bool,
    pub wrong_entries: u32,
    /// Killed by wrong entries.
    pub dead: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct VisitChild {
    pub student: StudentLine,
    pub confirmed: ConfirmedLine,
    /// Confirmed in this visit, or before.
    pub in_this_visit: bool,
}

/// The last claim as the secretary sees it: which field, how, and why, beside the file (domain.md §4).
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ClaimSeen {
    pub at: DateTime<Utc>,
    pub outcome: Word<ClaimOutcomeWord>,
    /// The child that the number or the names met.
    pub student: Option<StudentLine>,
    /// The child's file was corrected since: the claim may be stated again, and what stands here says nothing any more.
    pub file_corrected: bool,
    /// The service centre that was stated, when it is another than the desk's.
    pub other_centre: Option<ServiceCentreLine>,
    pub fields: Vec<FieldSeen>,
}

domain::text_enum! {
    /// How a claim came out, for staff.
    pub enum ClaimOutcomeWord {
        Match = "match",
        Mismatch = "mismatch",
        Unknown = "unknown",
        Incomplete = "incomplete",
        NotOnFile = "not_on_file",
        /// The student is of age, and has not agreed to this adult.
        OfAge = "of_age",
        Restricted = "restricted",
        Locked = "locked",
    }
}

/// One field of a claim beside the file; numbers are masked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FieldSeen {
    pub field: Word<ClaimField>,
    pub verdict: Word<Verdict>,
    pub stated: String,
    pub on_file: Option<String>,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct StartVisit {
    pub student_id: Option<Uuid>,
    pub guardian_id: Option<Uuid>,
}

/// A visit that is not at the counter.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct VisitRequest {
    pub visit_id: Uuid,
}

/// The adult of a child's file is the one of the visit under way.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct NameAdult {
    pub student_id: Uuid,
    pub guardian_id: Uuid,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct ChooseGuardian {
    pub guardian_id: Uuid,
}

/// Who the adult is, as the secretary saw it: a kind of document, never a number or a copy (domain.md §6).
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct SeeIdentity {
    /// Not needed again once it was seen in this visit.
    pub identity_document: Option<Word<IdentityDocument>>,
}

/// An account of the adult at the counter, as the secretary sees it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct AccountLine {
    pub id: Uuid,
    pub address: String,
    pub created_at: DateTime<Utc>,
    /// No code has come back from its address yet.
    pub awaits_proof: bool,
    /// The one of this visit.
    pub is_own: bool,
    /// Those who are confirmed for it.
    pub children: Vec<StudentLine>,
}

/// Something done with an account of the adult, whose document was seen.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct SeenForAccount {
    pub account_id: Uuid,
    /// Not needed again once it was seen in this visit.
    pub identity_document: Option<Word<IdentityDocument>>,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct AccountRequest {
    pub account_id: Uuid,
}

/// The proof of an address accepted in person, sent once more to this adult.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct ResendAddressProof {
    pub guardian_id: Uuid,
}

/// Who the adult is, and what ties them to each child.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ConfirmInPerson {
    /// Not needed again once it was seen in this visit.
    pub identity_document: Option<Word<IdentityDocument>>,
    /// One confirmation each.
    pub children: Vec<ChildInPerson>,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct ChildInPerson {
    pub student_id: Uuid,
    pub tie_document: Word<TieDocument>,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct EndVisit {
    pub cause: Word<EndCause>,
}

/// By the PIN or the password of whoever is signed in: what has 4 to 8 digits and nothing else is a PIN.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct TakeBack {
    pub password: Secret,
}
