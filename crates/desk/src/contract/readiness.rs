//! "Is the desk ready?": all reasons at once, each with what is known of it (domain.md §13).

use chrono::{DateTime, NaiveDate, Utc};
use domain::{ClockTrouble, MailTrouble, ReadyLevel};
use serde::Serialize;
use ts_rs::TS;

use super::{AgeWarning, Word};

/// Every check of the desk, in the order in which it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Readiness {
    pub lines: Vec<ReadyLine>,
    /// When disk, printer, clock, server and journal were looked at; none before the first time.
    pub looked_at: Option<DateTime<Utc>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReadyLine {
    pub level: Word<ReadyLevel>,
    pub finding: Finding,
}

/// What was found. The act that mends each is the window's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "check", rename_all = "snake_case")]
pub enum Finding {
    Registry {
        warning: Word<AgeWarning>,
        age_days: Option<u32>,
    },
    /// Whether codes can leave: none is no trouble.
    Mail {
        trouble: Option<Word<MailTrouble>>,
    },
    Disk {
        free_mebibytes: Option<u32>,
    },
    Clock {
        trouble: Option<Word<ClockTrouble>>,
        /// By how much, whichever way.
        seconds: u32,
    },
    /// So many printers; none when this machine does not say.
    Printer {
        printers: Option<u32>,
    },
    Backup {
        made_at: Option<DateTime<Utc>>,
        age_days: Option<u32>,
    },
    Journal {
        entries: u32,
        /// The first entry that cannot be vouched for.
        first_bad: Option<u32>,
    },
    /// What waits for somebody.
    Waiting {
        mails: u32,
        approvals: u32,
        requests: u32,
        imports: u32,
    },
    /// A day with visits that nobody closed.
    Day {
        not_closed: NaiveDate,
    },
}
