//! What the secretary's window shows as a whole. What each feature of it asks and sees has a file of its own;
//! numbers are masked there, and a password only ever goes in.

use chrono::{DateTime, Utc};
use domain::Role;
use serde::Serialize;
use ts_rs::TS;

use super::{AsideLine, InterruptedLine, ServiceCentreLine, VisitView, Word};
pub use store::DeskKind;

/// For a command that takes or gives nothing: `null`.
pub type Nothing = ();

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
    /// Nobody was there: a password brings it back.
    Locked {
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
    /// The visits that were set aside, the first one first.
    pub aside: Vec<AsideLine>,
    /// Those that stopped before their end, for a day, the latest first.
    pub interrupted: Vec<InterruptedLine>,
    pub mail: MailCounts,
    pub mail_server_set: bool,
    pub registry: RegistryAge,
    /// Corrections that wait for someone to decide.
    pub pending_proposals: u32,
    /// What families asked, and nobody has closed.
    pub open_requests: u32,
    /// Files of the watched folder that somebody has to decide about.
    pub waiting_imports: u32,
    /// Nobody touches a window: the desk locks in so many seconds, unless somebody does.
    pub locks_in_seconds: Option<u32>,
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
