//! The school and its service centre.

use chrono::NaiveDate;
use domain::ServiceCentreKind;
use roster::Limit;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Word;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ServiceCentreLine {
    pub code: String,
    pub name: String,
    pub kind: Word<ServiceCentreKind>,
    pub former_name: Option<String>,
    pub acronyms: Vec<String>,
}

/// What the summary and the mails say of the school.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
pub struct SchoolSettings {
    pub school_name: String,
    pub portal_address: Option<String>,
    pub support_phone: Option<String>,
    /// Accounts from before this day confirm each of their children once (domain.md §1.4).
    pub go_live: Option<NaiveDate>,
}

/// Which of a source's numbers is which, where its format does not say: a type of OneRoster's `userIds`, or the name of
/// a column. None is nothing said.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
pub struct RegistryNumbers {
    pub fiche_from: Option<String>,
    pub permanent_code_from: Option<String>,
}

/// How much of a registry's file is read before it is refused, in the unit of its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReadingLimit {
    pub name: Word<Limit>,
    pub value: u32,
    /// What it is unless somebody sets it.
    pub usual: u32,
    /// The most that it can be set to; the least is 1.
    pub most: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
pub struct SetReadingLimits {
    /// Those that are not named stay as they are.
    pub limits: Vec<SetReadingLimit>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
pub struct SetReadingLimit {
    pub name: Word<Limit>,
    pub value: u32,
}
