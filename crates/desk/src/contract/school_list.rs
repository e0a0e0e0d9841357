//! Finding a service centre, by its own name or by a school of it; the list of Québec's schools that says which.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ServiceCentreLine;

#[derive(Clone, Debug, Deserialize, TS)]
pub struct FindServiceCentres {
    /// As typed; nothing typed finds all 72.
    pub query: String,
}

/// A service centre that fits, and the school by which it does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FoundServiceCentre {
    pub centre: ServiceCentreLine,
    /// None when the service centre itself is called so.
    pub school: Option<ListedSchoolLine>,
}

/// A school of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ListedSchoolLine {
    pub code: String,
    pub name: String,
    /// May be empty.
    pub municipality: String,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct FindSchools {
    pub query: String,
}

/// Schools that fit, each with its service centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FoundSchools {
    pub schools: Vec<FoundSchool>,
    /// There are more than are given.
    pub more: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FoundSchool {
    pub school: ListedSchoolLine,
    pub centre: ServiceCentreLine,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SchoolListView {
    /// None before a list was loaded.
    pub schools: u32,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct LoadSchools {
    pub path: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SchoolsLoaded {
    pub schools: u32,
    /// How many the list before had.
    pub replaced: u32,
    /// Lines without a code, a name or a known service centre.
    pub unusable: u32,
}
