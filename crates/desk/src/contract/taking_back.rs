//! Taking back what was made at the desk (domain.md §13): what is offered, and the counter-acts.

use chrono::{DateTime, Utc};
use domain::TakingBackReason;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::Word;

/// An account of an adult, and what of it may be taken back by whoever asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TakingBackOffer {
    pub account_id: Uuid,
    pub address: String,
    /// The tie to the child whose file this is.
    pub child: bool,
    /// The account itself, with every child on it.
    pub account: bool,
    /// A secretary may until then; none for an administrator, who may at any time.
    pub until: Option<DateTime<Utc>>,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct TakeBackConfirmation {
    pub account_id: Uuid,
    pub student_id: Uuid,
    pub reason: Word<TakingBackReason>,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct TakeBackAccount {
    pub account_id: Uuid,
    pub reason: Word<TakingBackReason>,
}
