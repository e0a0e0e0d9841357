//! Questions whether two are one person (domain.md §12). Without an answer they stay two.

use std::fmt;

use uuid::Uuid;

domain::text_enum! {
    /// Whom a question is about.
    pub enum QuestionKind {
        /// Identical names, and a birth date or a number that leaves a doubt.
        Student = "student",
        /// One address, other names.
        Guardian = "guardian",
    }
}

/// Whether a record of the file is somebody whom the registry has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Question {
    pub kind: QuestionKind,
    /// The place of the record in the chunk.
    pub record: usize,
    pub line: u64,
    /// The student or the adult who is there.
    pub existing: Uuid,
}

impl Question {
    /// The same in each reading of the same file.
    #[must_use]
    pub fn id(&self) -> String {
        self.to_string()
    }
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}", self.kind, self.line, self.existing.simple())
    }
}
