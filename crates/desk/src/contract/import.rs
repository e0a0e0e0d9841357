//! An import: its preview and its end. Values of a line that cannot be used are masked.

use domain::RegistryChange;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ImportMapping, Word};

#[derive(Clone, Debug, Deserialize, TS)]
pub struct PreviewImport {
    pub path: String,
    /// What a person chose; without it the file is read as it is proposed.
    #[serde(default)]
    #[ts(optional)]
    pub mapping: Option<ImportMapping>,
    /// The name of a profile to follow.
    #[serde(default)]
    #[ts(optional)]
    pub profile: Option<String>,
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
