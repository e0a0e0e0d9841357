//! What families ask of the school, as both windows take it down and as the secretary lists it (domain.md §6).

use chrono::{DateTime, NaiveDate, Utc};
use domain::{RequestKind, RequestState};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{StudentLine, Word};

/// The parent asks for a place for a child who was never enrolled.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct AskRegistration {
    pub last_names: String,
    pub first_names: String,
    /// `YYYY-MM-DD`.
    pub birth_date: NaiveDate,
    pub phone: Option<String>,
    pub school_wished: Option<String>,
}

domain::text_enum! {
    /// What a parent may say of a child of their account, or of whoever the visit is about.
    pub enum AboutChild {
        ReRegistration = "re_registration",
        NotMyChild = "not_my_child",
        NotGuardian = "not_guardian",
    }
}

/// The parent says something of a child.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct TellSchool {
    pub about: Word<AboutChild>,
    /// Which of the children on their screen, from 0; none for the child whom the visit is about.
    pub child: Option<u32>,
}

/// The secretary takes a first registration down for somebody who has no account.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct TakeDownRequest {
    pub last_names: String,
    pub first_names: String,
    /// `YYYY-MM-DD`.
    pub birth_date: NaiveDate,
    pub adult_name: String,
    /// One of the two at least.
    pub email: Option<String>,
    pub phone: Option<String>,
    pub school_wished: Option<String>,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct SetRequestState {
    pub request_id: Uuid,
    pub state: Word<RequestState>,
}

#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Requests {
    /// Who waits longest first.
    pub open: Vec<RequestLine>,
    /// The last 20 that were closed, the newest first.
    pub closed: Vec<RequestLine>,
}

#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct RequestLine {
    pub id: Uuid,
    pub kind: Word<RequestKind>,
    pub state: Word<RequestState>,
    /// A child on the registry.
    pub student: Option<StudentLine>,
    /// A child who is told of.
    pub last_names: Option<String>,
    pub first_names: Option<String>,
    pub birth_date: Option<NaiveDate>,
    pub school_wished: Option<String>,
    pub adult_name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    /// The parent's.
    pub language: String,
    pub taken_at: DateTime<Utc>,
    /// The member of staff who took it down; none when the parent wrote it.
    pub taken_by: Option<String>,
}
