//! Backing up and restoring.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Secret;

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
