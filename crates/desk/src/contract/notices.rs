//! Notices to parents, as an administrator writes them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A notice with its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NoticeLine {
    pub id: Uuid,
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
    /// It is on the welcome screen today.
    pub is_shown: bool,
    pub texts: Vec<NoticeWords>,
}

/// What it says in one language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
pub struct NoticeWords {
    pub language: String,
    pub text: String,
}

/// One language in which a notice may be written, and the go-live message to begin with (domain.md §1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NoticeTemplate {
    pub language: String,
    pub name: String,
    pub right_to_left: bool,
    pub text: String,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct SaveNotice {
    /// None for a new one.
    pub notice_id: Option<Uuid>,
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
    /// French is required; an empty text is none.
    pub texts: Vec<NoticeWords>,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct RemoveNotice {
    pub notice_id: Uuid,
}

/// A notice on the welcome screen, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NoticeShown {
    /// The language for whose readers this is.
    pub locale: String,
    pub name: String,
    /// The language of the text: French where there is no other.
    pub text_locale: String,
    pub right_to_left: bool,
    pub text: String,
}
