//! How a table is read: what is proposed for a file, what a person chooses, the profiles that are kept.

use chrono::{DateTime, Utc};
use roster::{
    Confidence, DateFinding, DateOrder, NameFinding, NameOrder, Separator, SlotKind, TextEncoding,
    ValueKind,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Word;

/// What a person says of a file; whatever is left out is found out from the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(default)]
pub struct ImportMapping {
    pub separator: Option<Word<Separator>>,
    pub encoding: Option<Word<TextEncoding>>,
    pub sheet: Option<String>,
    /// Counted from 1.
    pub header_line: Option<u32>,
    pub date_order: Option<Word<DateOrder>>,
    pub name_order: Option<Word<NameOrder>>,
    /// A column of the file that is not among these is read as proposed.
    pub columns: Vec<ColumnChoice>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
pub struct ColumnChoice {
    /// As `ImportProposal` gives it.
    pub header: String,
    /// One of the proposal's `meanings`; null is not read.
    pub meaning: Option<String>,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct ProposeImport {
    pub path: String,
    #[serde(default)]
    #[ts(optional)]
    pub mapping: Option<ImportMapping>,
    /// The name of a profile to follow; without it one is recognised by its headers.
    #[serde(default)]
    #[ts(optional)]
    pub profile: Option<String>,
}

/// How a file would be read: for a person to look at and change.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ImportProposal {
    pub format: String,
    pub file: String,
    /// Null for a spreadsheet, and for a format whose columns need no meaning.
    pub separator: Option<Word<Separator>>,
    pub encoding: Option<Word<TextEncoding>>,
    /// False: the samples show whether the accents are right.
    pub encoding_is_sure: bool,
    /// The sheet that is read, and all that can be.
    pub sheet: Option<String>,
    pub sheets: Vec<String>,
    pub header_line: u32,
    /// `ambiguous` and `mixed` ask for a `date_order`.
    pub dates: Word<DateFinding>,
    pub date_order: Word<DateOrder>,
    /// `unclear` asks for a `name_order`.
    pub names: Word<NameFinding>,
    pub name_order: Option<Word<NameOrder>>,
    /// Empty for a format whose columns need no meaning: there is no mapping step then.
    pub columns: Vec<ProposedColumn>,
    /// The profile that was followed or recognised.
    pub profile: Option<String>,
    /// Fluent ids `import-note-…`.
    pub notes: Vec<String>,
    /// What a column can mean.
    pub meanings: Vec<ImportMeaning>,
    /// What reads the file as proposed: to be changed, given to `preview_import`, and saved.
    pub mapping: ImportMapping,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ProposedColumn {
    /// `#7` for the seventh column when it has no header.
    pub header: String,
    /// At most ten; numbers of a child are masked.
    pub samples: Vec<String>,
    pub meaning: Option<String>,
    pub confidence: Word<Confidence>,
    /// What the values look like.
    pub values: Word<ValueKind>,
    /// The values are not what the header says.
    pub contradicted: bool,
    /// Passwords, health and the like: no meaning can be given, nothing is shown.
    pub forbidden: bool,
}

/// A meaning and its words: `import-meaning-<column>` for the student's; `import-meaning-adult-<column>` with
/// `$adult`, which is `import-adult-<adult>` with `$number`, for an adult's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportMeaning {
    pub meaning: String,
    pub column: String,
    pub adult: Option<Word<SlotKind>>,
    pub number: u32,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct SaveProfile {
    pub name: String,
    pub mapping: ImportMapping,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ProfileLine {
    pub name: String,
    pub saved_at: DateTime<Utc>,
    /// The columns that it reads.
    pub columns: u32,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct RemoveProfile {
    pub name: String,
}
