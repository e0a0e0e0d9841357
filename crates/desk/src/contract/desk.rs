//! What the secretary's window asks and sees. Numbers are masked; a password only ever goes in.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Access, ClaimField, ConfirmationMethod, EndCause, IdentityDocument, MailKind, MailTrouble,
    RegistryChange, Relationship, Role, ServiceCentreKind, Sex, StaffPasswordError, StepName,
    TieDocument, Verdict, WaitingState,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{Secret, Word};
pub use store::{DeskKind, MetField, WordKind};

/// For a command that takes or gives nothing: `null`.
pub type Nothing = ();

// --- The whole window ---------------------------------------------------------------------------

/// What the desk's window shows.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "phase", rename_all = "snake_case")]
pub enum DeskView {
    /// Neither a desk nor a way to sign in yet: two doors.
    FirstStart {
        demo_exists: bool,
    },
    /// A desk is here; nobody has opened it.
    SignIn {
        kind: Word<DeskKind>,
    },
    /// Handed over to the parent on one screen.
    HandedOver {
        user_name: String,
    },
    Open(Box<OpenDesk>),
}

/// A desk at which somebody is signed in.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct OpenDesk {
    pub kind: Word<DeskKind>,
    pub school_name: String,
    pub service_centre: ServiceCentreLine,
    pub user_name: String,
    pub role: Word<Role>,
    pub visit: Option<VisitView>,
    pub mail: MailCounts,
    pub mail_server_set: bool,
    pub registry: RegistryAge,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ServiceCentreLine {
    pub code: String,
    pub name: String,
    pub kind: Word<ServiceCentreKind>,
    pub former_name: Option<String>,
    pub acronyms: Vec<String>,
}

/// How much mail is in which state; all zero when nothing waits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct MailCounts {
    pub waiting: u32,
    pub will_retry: u32,
    pub needs_you: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RegistryAge {
    pub students: u32,
    pub imported_at: Option<DateTime<Utc>>,
    pub age_days: Option<u32>,
    pub warning: Word<AgeWarning>,
}

domain::text_enum! {
    /// After 5 days a warning, after 10 a strong one; never a block (domain.md §13).
    pub enum AgeWarning {
        None = "none",
        Old = "old",
        VeryOld = "very_old",
        Never = "never",
    }
}

// --- First start, sign-in -----------------------------------------------------------------------

#[derive(Clone, Debug, Deserialize, TS)]
pub struct CheckStaffPassword {
    pub user_name: String,
    pub password: Secret,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StaffPasswordCheck {
    pub length: u32,
    pub refused: Option<Word<StaffPasswordError>>,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct SetUpDesk {
    pub service_centre: String,
    pub school_name: String,
    pub user_name: String,
    pub password: Secret,
}

/// Shown once, on paper from then on.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RecoveryWords {
    pub words: Vec<String>,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct SignIn {
    pub user_name: String,
    pub password: Secret,
}

/// The recovery words force a new administrator password.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RecoverAccess {
    pub words: Secret,
    pub user_name: String,
    pub new_password: Secret,
}

// --- The registry -------------------------------------------------------------------------------

#[derive(Clone, Debug, Deserialize, TS)]
pub struct PreviewImport {
    pub path: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ImportPreview {
    /// Given back to `apply_import`; another preview makes it void.
    pub token: String,
    pub format: String,
    pub students: u32,
    pub guardians: u32,
    pub guardianships: u32,
    pub new: u32,
    pub changed: u32,
    pub unchanged: u32,
    pub gone: u32,
    /// The first of the students that are new, changed or gone; at most 200.
    pub lines: Vec<ImportLine>,
    /// At most 500; `unusable_count` has them all.
    pub unusable: Vec<UnusableLine>,
    pub unusable_count: u32,
    /// What was tolerated or left apart: Fluent ids `import-note-…` with a count.
    pub notes: Vec<ImportNote>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportLine {
    pub change: Word<RegistryChange>,
    pub last_names: String,
    pub first_names: String,
    pub group: Option<String>,
    /// Field by field, old beside new; masked where it is a number.
    pub fields: Vec<FieldChange>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FieldChange {
    pub field: String,
    pub old: Option<String>,
    pub new: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct UnusableLine {
    pub file: String,
    pub line: u32,
    pub field: String,
    /// Masked.
    pub value: String,
    pub reason: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportNote {
    pub note: String,
    pub count: u32,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct ApplyImport {
    pub token: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportResult {
    pub new: u32,
    pub changed: u32,
    pub unchanged: u32,
    pub gone: u32,
}

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
    pub guardians: Vec<GuardianOnFile>,
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
    pub confirmed: Option<ConfirmedLine>,
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

// --- The visit ----------------------------------------------------------------------------------

/// The visit as the secretary sees it: the file, the mismatch, the locks, the mail's fate;
/// never a password, never a code.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct VisitView {
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
    pub address: Option<String>,
    /// Whether the address stands on any file.
    pub address_on_file: Option<bool>,
    pub code: Option<CodeView>,
    /// An account exists with the proven address, or was made in this visit.
    pub has_account: bool,
    pub children: Vec<VisitChild>,
    /// Found through the same guardian and not confirmed yet: offered, never tied by themselves.
    pub siblings: Vec<StudentLine>,
    pub claim: Option<ClaimSeen>,
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

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct ChooseGuardian {
    pub guardian_id: Uuid,
}

/// Who the adult is, and what ties them to the child: kinds of documents, never a number or a copy (domain.md §6).
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct ConfirmInPerson {
    pub student_id: Uuid,
    pub identity_document: Word<IdentityDocument>,
    pub tie_document: Word<TieDocument>,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct EndVisit {
    pub cause: Word<EndCause>,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct TakeBack {
    pub password: Secret,
}

// --- What waits, what was done ------------------------------------------------------------------

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OutboxLine {
    pub id: Uuid,
    pub kind: Word<MailKind>,
    pub address: String,
    pub state: Word<WaitingState>,
    pub tries: u32,
    pub created_at: DateTime<Utc>,
    /// The next try, while it waits.
    pub due_at: Option<DateTime<Utc>>,
    pub done_at: Option<DateTime<Utc>>,
    pub trouble: Option<Word<MailTrouble>>,
    pub server_words: Option<String>,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct MailRequest {
    pub mail_id: Uuid,
}

/// A mail of the demo school: it never left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct MailboxMail {
    pub at: DateTime<Utc>,
    pub to: String,
    pub subject: String,
    pub text: String,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct ListJournal {
    /// Entries before this number; the newest when not given.
    pub before: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct JournalPage {
    pub lines: Vec<JournalLine>,
    pub more: bool,
    /// The number of entries and the first letters of the head's hash, to be noted outside.
    pub count: u32,
    pub head: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct JournalLine {
    pub number: u32,
    pub at: DateTime<Utc>,
    pub actor_kind: String,
    /// The user name of a member of staff, the number of a visit.
    pub actor: Option<String>,
    pub act: String,
    pub subject_kind: String,
    /// The child's or adult's name as it is on file today, for the reader; the entry has the id alone.
    pub subject: Option<String>,
    pub detail: Option<String>,
}

// --- The administrator's room -------------------------------------------------------------------

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StaffLine {
    pub id: Uuid,
    pub user_name: String,
    pub role: Word<Role>,
    pub created_at: DateTime<Utc>,
    pub is_you: bool,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct AddStaff {
    pub user_name: String,
    pub role: Word<Role>,
    pub password: Secret,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct ResetStaff {
    pub staff_id: Uuid,
    pub new_password: Secret,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct RemoveStaff {
    pub staff_id: Uuid,
}

/// The mail server, without its password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct MailSettings {
    pub host: String,
    pub port: u16,
    pub security: Word<MailSecurity>,
    pub user: Option<String>,
    pub has_password: bool,
    pub from_address: String,
    pub from_name: String,
    /// The path of a private certificate authority was given.
    pub has_private_ca: bool,
}

domain::text_enum! {
    /// How the connection to the mail server is kept private.
    pub enum MailSecurity {
        StartTls = "start_tls",
        Tls = "tls",
    }
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct SetMail {
    pub host: String,
    pub port: u16,
    pub security: Word<MailSecurity>,
    pub user: Option<String>,
    /// Kept as it is when not given, removed when empty.
    pub password: Option<Secret>,
    pub from_address: String,
    pub from_name: String,
    /// A PEM file to trust besides the usual authorities; its content is kept, not its path. What is there stays when
    /// not given, and is removed when empty.
    pub private_ca_path: Option<String>,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct SendTestMail {
    pub to: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TestMailResult {
    pub sent: bool,
    pub trouble: Option<Word<MailTrouble>>,
    pub server_words: Option<String>,
}

/// What the summary and the mails say of the school.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
pub struct SchoolSettings {
    pub school_name: String,
    pub portal_address: Option<String>,
    pub support_phone: Option<String>,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct BackUp {
    pub path: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BackupMade {
    pub path: String,
    pub bytes: u32,
    pub journal_count: u32,
    pub journal_head: String,
}

/// The secret is the password of a member of staff of the backup, or its recovery words.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RestoreBackup {
    pub path: String,
    pub user_name: Option<String>,
    pub secret: Secret,
}
