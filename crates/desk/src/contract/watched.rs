//! The import room as somebody finds it who comes in: the newest import, and the folder that the open program watches.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Failure, ImportResult, Word};

domain::text_enum! {
    /// What becomes of a file that is dropped into the watched folder.
    pub enum WatchMode {
        Off = "off",
        /// It is looked at, and waits for somebody to apply it.
        Preview = "preview",
        /// It is taken in, unless it alarms.
        AtOnce = "at_once",
    }
}

domain::text_enum! {
    /// What keeps the folder from being watched.
    pub enum WatchTrouble {
        NotFound = "not_found",
        /// A file was taken in and could not be moved away.
        CannotMove = "cannot_move",
    }
}

/// The folder of this desk, and what becomes of what is dropped there.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
pub struct WatchSettings {
    pub folder: Option<String>,
    pub mode: Word<WatchMode>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportRoom {
    pub last: Option<LastImport>,
    /// Null while no folder is watched.
    pub watched: Option<WatchedFolder>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LastImport {
    pub at: DateTime<Utc>,
    pub format: String,
    pub new: u32,
    pub changed: u32,
    pub unchanged: u32,
    pub gone: u32,
    pub unusable: u32,
    pub can_be_undone: bool,
    pub undone_at: Option<DateTime<Utc>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct WatchedFolder {
    pub folder: String,
    pub mode: Word<WatchMode>,
    pub trouble: Option<Word<WatchTrouble>>,
    /// Given to `preview_import` by their path.
    pub waiting: Vec<WaitingFile>,
    /// What became of the newest files since somebody signed in, the newest first.
    pub taken: Vec<TakenFile>,
}

/// A file that stands in the folder until somebody decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct WaitingFile {
    pub path: String,
    pub name: String,
    pub found_at: DateTime<Utc>,
    /// What it would do; zero when `failure` says why nobody knows.
    pub new: u32,
    pub changed: u32,
    pub gone: u32,
    pub failure: Option<Failure>,
}

/// A file that was moved away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TakenFile {
    pub name: String,
    pub at: DateTime<Utc>,
    /// Null when it was not taken in.
    pub result: Option<ImportResult>,
    /// Null as well when somebody set it aside.
    pub failure: Option<Failure>,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct SetAside {
    /// A waiting file's.
    pub path: String,
}
