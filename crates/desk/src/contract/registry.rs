//! Students found, and a student's file. Numbers are masked until they are revealed.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{Access, ConfirmationMethod, IdentityDocument, Relationship, Sex};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{FieldChange, JournalLine, ProposalLine, TakingBackOffer, Word};
pub use store::{MetField, WordKind};

#[derive(Clone, Debug, Deserialize, TS)]
pub struct FindStudents {
    pub query: String,
    /// At most 50; 20 when not given.
    pub limit: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FoundStudents {
    pub students: Vec<FoundStudent>,
    /// There are more than were asked for.
    pub more: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FoundStudent {
    pub student: StudentLine,
    /// What of the student the query met.
    pub why: Word<WordKind>,
    /// A correction of the file waits.
    pub proposal_waits: bool,
    /// Only nearly so: by a slip of the finger, or without one of the words.
    pub near: bool,
    /// Where what was typed stands, to be marked.
    pub met: Vec<MetText>,
}

/// A text in which something typed stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct MetText {
    pub field: Word<MetField>,
    /// As on file; a fiche and a permanent code are masked, and marked as a whole.
    pub text: String,
    /// In order, apart from one another.
    pub marks: Vec<TextMark>,
}

/// From where to where, in the UTF-16 code units of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TextMark {
    pub start: u32,
    pub end: u32,
}

/// A student in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StudentLine {
    pub id: Uuid,
    pub last_names: String,
    pub first_names: String,
    pub birth_date: Option<NaiveDate>,
    /// Masked.
    pub fiche: Option<String>,
    pub school: Option<String>,
    pub group: Option<String>,
    pub active: bool,
    /// No birth date, or neither fiche nor permanent code: no claim can match (domain.md §12).
    pub incomplete: bool,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct OpenStudent {
    pub student_id: Uuid,
}

/// A child's file.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct StudentFile {
    pub student: StudentLine,
    pub sex: Option<Word<Sex>>,
    /// `TREO••••••••`; revealed by `reveal_numbers` only.
    pub permanent_code: Option<String>,
    pub source: String,
    /// When the source last said something of this child.
    pub imported_at: Option<DateTime<Utc>>,
    /// What was corrected at the desk, beside what the source says (`old`).
    pub differs: Vec<FieldChange>,
    /// From this day on the student decides which adults are tied to them; none while they are not of age.
    pub of_age_since: Option<NaiveDate>,
    pub guardians: Vec<GuardianOnFile>,
    /// Corrections of this file that wait.
    pub proposals: Vec<ProposalLine>,
    pub claims_locked_at: Option<DateTime<Utc>>,
    pub siblings: Vec<StudentLine>,
    /// The newest 20 acts on this file.
    pub history: Vec<JournalLine>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StudentNumbers {
    pub fiche: Option<String>,
    pub permanent_code: Option<String>,
}

/// An adult on a child's file, and how far they are.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct GuardianOnFile {
    pub guardian: GuardianLine,
    pub relationship: Word<Relationship>,
    pub priority: Option<u32>,
    pub access: Word<Access>,
    pub account: Word<AccountStanding>,
    /// Accounts of theirs that were closed: an administrator may open one again.
    pub closed_accounts: Vec<ClosedAccount>,
    pub confirmed: Option<ConfirmedLine>,
    /// What was corrected at the desk, beside what the source says (`old`).
    pub differs: Vec<FieldChange>,
    /// The child is tied to the account and not shown there for now.
    pub suspended_at: Option<DateTime<Utc>>,
    /// When the student, of age, agreed to this adult.
    pub agreed_at: Option<DateTime<Utc>>,
    /// The tie was taken away.
    pub revoked_at: Option<DateTime<Utc>>,
    /// What may be taken back here, one line an account.
    pub taking_back: Vec<TakingBackOffer>,
}

/// A student of age agrees to an adult on their file, who then sees it as before (domain.md §6).
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct RecordAgreement {
    pub student_id: Uuid,
    pub guardian_id: Uuid,
    /// By what the student was known: a kind of document, never a number or a copy.
    pub identity_document: Word<IdentityDocument>,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct WithdrawAgreement {
    pub student_id: Uuid,
    pub guardian_id: Uuid,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ClosedAccount {
    pub id: Uuid,
    pub address: String,
    pub closed_at: DateTime<Utc>,
}

domain::text_enum! {
    /// How far an adult is with an account.
    pub enum AccountStanding {
        None = "none",
        /// Accepted in person; the address is not proven yet.
        AwaitingProof = "awaiting_proof",
        Account = "account",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct GuardianLine {
    pub id: Uuid,
    pub last_names: String,
    pub first_names: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub language: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ConfirmedLine {
    pub at: DateTime<Utc>,
    pub method: Word<ConfirmationMethod>,
    /// The member of staff who confirmed in person.
    pub by: Option<String>,
}
