//! The journal, page by page.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
