//! The first start, signing in, coming back: what is asked and answered. A password only ever goes in.

use domain::StaffPasswordError;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Secret, Word};

#[derive(Clone, Debug, Deserialize, TS)]
pub struct CheckStaffPassword {
    pub user_name: String,
    pub password: Secret,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StaffPasswordCheck {
    pub length: u32,
    pub refused: Option<Word<StaffPasswordError>>,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct SetUpDesk {
    pub service_centre: String,
    pub school_name: String,
    pub user_name: String,
    pub password: Secret,
}

/// Shown once, on paper from then on.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RecoveryWords {
    pub words: Vec<String>,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct SignIn {
    pub user_name: String,
    pub password: Secret,
}

/// The recovery words force a new administrator password.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RecoverAccess {
    pub words: Secret,
    pub user_name: String,
    pub new_password: Secret,
}
