//! What crosses to the desk's window of an import (domain.md §12): its preview, its questions, its progress.
//! What the file is read and compared by belongs to `features::import`.

use chrono::NaiveDate;
use domain::{AlarmKind, RegistryChange};
use roster::QuestionKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ImportMapping, Word};

domain::text_enum! {
    /// What an import is doing.
    pub enum ImportPhase {
        /// Reading the file for the first time.
        Reading = "reading",
        Comparing = "comparing",
        Writing = "writing",
        /// Bringing everything to the disk.
        Ending = "ending",
    }
}

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
    /// The file holds all the students of its source: whoever is not in it is gone, whatever the school.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub complete: bool,
    /// Take only the students of the school of this code, and place there those whose school is not said.
    #[serde(default)]
    #[ts(optional)]
    pub school: Option<String>,
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
    /// At most 500; `unusable_count` counts them all, and `export_unusable` writes more of them.
    pub unusable: Vec<UnusableLine>,
    pub unusable_count: u32,
    /// What was tolerated or left apart: Fluent ids `import-note-…` with a count.
    pub notes: Vec<ImportNote>,
    /// Why this may be the wrong file; applying it wants `accept_alarms`.
    pub alarms: Vec<ImportAlarm>,
    /// Whether two are one person; at most 200, `question_count` counts them all. Without an answer they stay two.
    pub questions: Vec<ImportQuestion>,
    pub question_count: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportAlarm {
    pub kind: Word<AlarmKind>,
    pub count: u32,
    pub of: u32,
}

/// Somebody of the file beside somebody of the registry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportQuestion {
    pub id: String,
    pub kind: Word<QuestionKind>,
    pub line: u32,
    pub in_file: QuestionPerson,
    pub on_file: QuestionPerson,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct QuestionPerson {
    pub last_names: String,
    pub first_names: String,
    pub birth_date: Option<NaiveDate>,
    /// Masked.
    pub fiche: Option<String>,
    /// Masked.
    pub permanent_code: Option<String>,
    pub school: Option<String>,
    pub email: Option<String>,
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
    /// The alarms of the preview were seen, and it is the right file all the same.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub accept_alarms: bool,
    #[serde(default)]
    #[ts(as = "Option<Vec<ImportAnswer>>", optional)]
    pub answers: Vec<ImportAnswer>,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct ImportAnswer {
    /// The question's.
    pub id: String,
    /// The two are one person.
    pub same: bool,
}

/// How far a preview or an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportProgress {
    pub phase: Word<ImportPhase>,
    /// Students; `total` is known once the file was read for the first time.
    pub done: u32,
    pub total: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportUndone {
    /// Students whom the import had brought, and who are not there any more.
    pub removed: u32,
    /// Students who are again as they were.
    pub restored: u32,
    /// Students whom the import had brought, and who stay as inactive: an account or a visit knows them.
    pub kept: u32,
}

/// An adult who has an account and whom the source does not name any more on any child's file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct GoneGuardian {
    pub guardian_id: String,
    pub last_names: String,
    pub first_names: String,
    pub email: Option<String>,
    /// The children on whose files they still are.
    pub students: Vec<GoneGuardianChild>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct GoneGuardianChild {
    pub student_id: String,
    pub last_names: String,
    pub first_names: String,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct ExportUnusable {
    /// The preview's.
    pub token: String,
    pub path: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportResult {
    pub new: u32,
    pub changed: u32,
    pub unchanged: u32,
    pub gone: u32,
}
