//! The day at the desk: its board, what waits, what is left to do before it is closed, and the slip of a visit.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    CallOutcome, ConfirmationMethod, CorrectionKind, EndCause, MailKind, MailTrouble, RequestKind,
    WaitingState,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{GuardianLine, StudentLine, TakingBackOffer, Word};

/// One page on which nothing is left over unseen (domain.md §13).
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct DayView {
    /// Of this machine's calendar.
    pub day: NaiveDate,
    /// It was closed, and may be again.
    pub closed: Option<DayClosed>,
    pub board: DayBoard,
    /// Everything that waits, in one state each.
    pub waiting: Vec<WaitingLine>,
    /// Accounts whose address waits for its proof.
    pub unproven: Vec<UnprovenLine>,
    /// Visits that stopped, today or with a family still to be called.
    pub stopped: Vec<StoppedLine>,
    /// Students tied to an account who are of age soon: without their agreement no adult is tied to them from then on.
    pub coming_of_age: Vec<ComingOfAge>,
    /// What was made today and may be taken back.
    pub made: Vec<MadeLine>,
    pub journal_count: u32,
    /// The first letters of the head's hash, to be noted outside.
    pub journal_head: String,
    /// None for a desk that is not backed up from here.
    pub backup: Option<BackupAge>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DayClosed {
    pub at: DateTime<Utc>,
    pub by: String,
    /// So much was left waiting.
    pub left_waiting: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BackupAge {
    pub made_at: Option<DateTime<Utc>>,
}

/// The picture of the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DayBoard {
    /// From the first hour with a visit to the last, none left out.
    pub hours: Vec<HourCount>,
    /// Every cause that occurred.
    pub ends: Vec<EndCount>,
    pub under_way: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HourCount {
    /// From 0 to 23, of this machine's clock.
    pub hour: u32,
    pub visits: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct EndCount {
    pub cause: Word<EndCause>,
    pub visits: u32,
}

domain::text_enum! {
    /// What may wait.
    pub enum WaitingKind {
        Mail = "mail",
        Approval = "approval",
        Import = "import",
        /// What a family asks of the school.
        Request = "request",
    }
}

/// One thing that waits, whatever it is (domain.md §13): the same states for all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct WaitingLine {
    pub kind: Word<WaitingKind>,
    pub state: Word<WaitingState>,
    pub since: DateTime<Utc>,
    /// Who or what it is about: an address, a child's name.
    pub about: Option<String>,
    pub mail: Option<Word<MailKind>>,
    pub correction: Option<Word<CorrectionKind>>,
    pub request: Option<Word<RequestKind>>,
    /// Why it waits, or was dropped.
    pub trouble: Option<Word<MailTrouble>>,
    /// The next try.
    pub due_at: Option<DateTime<Utc>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct UnprovenLine {
    pub account_id: Uuid,
    pub address: String,
    pub since: DateTime<Utc>,
    /// The adult behind it; the code can be sent once more to them.
    pub adult: Option<GuardianLine>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ComingOfAge {
    pub student: StudentLine,
    /// The first day.
    pub on: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StoppedLine {
    pub visit_id: Uuid,
    pub number: u32,
    pub ended_at: Option<DateTime<Utc>>,
    pub cause: Word<EndCause>,
    pub adult: Option<GuardianLine>,
    /// The child from whose file it was started.
    pub child: Option<String>,
    /// The family went away without what it came for.
    pub to_call: bool,
    pub outcome: Option<Word<CallOutcome>>,
    pub called_at: Option<DateTime<Utc>>,
}

/// A confirmation of today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct MadeLine {
    pub at: DateTime<Utc>,
    pub student_id: Uuid,
    pub child: String,
    pub address: String,
    pub method: Word<ConfirmationMethod>,
    pub by: Option<String>,
    pub taking_back: Vec<TakingBackOffer>,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct CallBack {
    pub visit_id: Uuid,
    pub outcome: Word<CallOutcome>,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct PrintSlip {
    /// The number of the visit.
    pub number: u32,
}

/// A paper without any personal data: a short number, and where help is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Slip {
    pub number: u32,
    /// It was printed before.
    pub is_copy: bool,
    pub school_name: String,
    pub portal_address: Option<String>,
    pub support_phone: Option<String>,
    /// In French, and in the parent's language when it is another.
    pub words: Vec<SlipWords>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SlipWords {
    pub locale: String,
    pub right_to_left: bool,
    pub title: String,
    pub day: String,
    pub number: String,
    pub keep: String,
    pub portal: String,
    pub phone: String,
    pub copy: String,
}

/// After how many minutes without any input the desk locks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
pub struct IdleSettings {
    pub minutes: u32,
}
