//! The registry as lists: schools, groups, the students of either, and writing such a list to a file.

use domain::{Access, FamilyStanding, Relationship};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{AccountStanding, StudentLine, Word};

/// Which school.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "which", rename_all = "snake_case")]
pub enum SchoolChoice {
    Any,
    Without,
    One { id: Uuid },
}

/// Which group of that school.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "which", rename_all = "snake_case")]
pub enum GroupChoice {
    Any,
    Without,
    One { name: String },
}

domain::text_enum! {
    /// Whether students are here, or have left.
    pub enum Presence {
        Here = "here",
        Gone = "gone",
        Both = "both",
    }
}

/// Which students a list holds.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
pub struct StudentFilter {
    pub school: SchoolChoice,
    pub group: GroupChoice,
    pub presence: Word<Presence>,
    /// Only those whose file no claim can match (domain.md §12).
    pub incomplete: bool,
    /// Only those whose family has no account yet.
    pub unserved: bool,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct ListSchools {
    /// So many were shown already.
    pub from: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct SchoolPage {
    pub schools: Vec<SchoolLine>,
    pub more: bool,
}

/// A school of the registry, or the students without one. Those who are gone are not counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SchoolLine {
    pub id: Option<Uuid>,
    pub name: Option<String>,
    pub counts: ListCounts,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct ListGroups {
    pub school: SchoolChoice,
    /// So many were shown already.
    pub from: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct GroupPage {
    pub groups: Vec<GroupLine>,
    pub more: bool,
}

/// A group of a school, or its students without one. Those who are gone are not counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct GroupLine {
    pub name: Option<String>,
    pub counts: ListCounts,
}

/// How many students there are, of how many the family has its account (domain.md §6), and how many files are incomplete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ListCounts {
    pub students: u32,
    pub served: u32,
    pub incomplete: u32,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct ListStudents {
    pub filter: StudentFilter,
    /// The last student that was shown already.
    pub after: Option<Uuid>,
}

#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct StudentPage {
    pub students: Vec<ListedStudent>,
    pub more: bool,
    /// Of the whole list, before those whose family has its account are left out.
    pub counts: ListCounts,
}

/// A student in a list, with how far the family is.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ListedStudent {
    pub student: StudentLine,
    pub standing: Word<FamilyStanding>,
    /// In the order in which they are called.
    pub adults: Vec<ListedAdultLine>,
}

/// An adult on the file of a listed student: whether there is an address, not which.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ListedAdultLine {
    pub last_names: String,
    pub first_names: String,
    pub relationship: Word<Relationship>,
    pub access: Word<Access>,
    pub has_address: bool,
    pub account: Word<AccountStanding>,
    /// For this student.
    pub confirmed: bool,
}

domain::text_enum! {
    /// How a list is written.
    pub enum ListFormat {
        /// UTF-8 with a byte order mark and semicolons, as Excel in French opens it.
        Csv = "csv",
        Excel = "excel",
    }
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct ExportStudents {
    pub filter: StudentFilter,
    pub format: Word<ListFormat>,
    pub path: String,
    /// The file that is there may be replaced.
    pub replace: bool,
    /// The language of the headings: the window's.
    pub language: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ListExported {
    pub path: String,
    pub students: u32,
}
