//! Who works here. A password only ever goes in.

use chrono::{DateTime, Utc};
use domain::Role;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{Secret, Word};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StaffLine {
    pub id: Uuid,
    pub user_name: String,
    pub role: Word<Role>,
    pub created_at: DateTime<Utc>,
    pub is_you: bool,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct AddStaff {
    pub user_name: String,
    pub role: Word<Role>,
    pub password: Secret,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct ResetStaff {
    pub staff_id: Uuid,
    pub new_password: Secret,
}

/// Whether whoever is signed in has a PIN; never which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OwnPin {
    pub is_set: bool,
}

/// The own PIN: a new one, or none from now on.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SetOwnPin {
    /// The own password.
    pub password: Secret,
    pub pin: Option<Secret>,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct RemoveStaff {
    pub staff_id: Uuid,
}
