//! Taking back what was made at the desk (domain.md §13, §14): who may, until when, and for which reasons.
//! What it undoes belongs to `store`.

use chrono::{DateTime, TimeDelta, Utc};

use crate::{Limits, Role, text_enum};

text_enum! {
    /// Why a confirmation or an account is taken back; no free text about a family.
    pub enum TakingBackReason {
        WrongChild = "wrong_child",
        WrongAdult = "wrong_adult",
        NotEnoughSeen = "not_enough_seen",
        /// The owner of the address says that it was not them.
        NotThem = "not_them",
        FamilyAsks = "family_asks",
        /// Somebody in charge decided: the tie does not hold any more.
        NoLongerHolds = "no_longer_holds",
    }
}

/// Until when a secretary may take back what was made at the desk at this moment.
#[must_use]
pub fn taking_back_until(made_at: DateTime<Utc>, limits: &Limits) -> DateTime<Utc> {
    made_at + TimeDelta::hours(limits.taking_back_hours.into())
}

/// An administrator may at any time; a secretary within so many hours of what was made at the desk. What was not made
/// there (none) is the administrator's alone.
#[must_use]
pub fn may_take_back(
    role: Role,
    made_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
    limits: &Limits,
) -> bool {
    match role {
        Role::Administrator => true,
        Role::Secretary => made_at.is_some_and(|made| now < taking_back_until(made, limits)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secretary_has_four_days_and_an_administrator_all_the_time() {
        let made = DateTime::UNIX_EPOCH;
        for (role, made_at, hours, may) in [
            (Role::Secretary, Some(made), 0, true),
            (Role::Secretary, Some(made), 95, true),
            (Role::Secretary, Some(made), 96, false),
            (Role::Secretary, None, 0, false),
            (Role::Administrator, Some(made), 100_000, true),
            (Role::Administrator, None, 0, true),
        ] {
            let now = made + TimeDelta::hours(hours);
            let found = may_take_back(role, made_at, now, &Limits::default());
            assert_eq!(found, may, "{role} after {hours} h of {made_at:?}");
        }
    }
}
