//! Who may do what (domain.md §14), as one exhaustive match. Whether the moment allows it belongs to the use cases.

use domain::Role;

use crate::contract::Failure;

/// An act that not everybody may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Find,
    /// A class list is the registry's, as finding is: writing one is the secretary's, and journalled.
    ExportList,
    RunVisit,
    ConfirmInPerson,
    UnlockClaims,
    /// Until when a secretary may is `domain::may_take_back`.
    TakeBack,
    /// One of two accounts of an adult, who wishes it.
    CloseAccount,
    ReopenAccount,
    Import,
    /// Accounts from before come with the hashes of passwords.
    BringAccounts,
    /// Fill in what a file lacks.
    CompleteFile,
    ProposeCorrection,
    /// Whether a secretary may is the school's setting and the proposal's kind: `domain::may_decide`.
    DecideProposal,
    SeeMail,
    /// Set or lift a restriction.
    Restrict,
    /// One adult's address becomes that of the other's children.
    MergeGuardians,
    /// One's own, and nobody else's.
    SetOwnPin,
    ManageStaff,
    ChangeSettings,
    BackUp,
    ReadJournal,
    WriteNotices,
    CloseDay,
}

/// Whether a member of staff in this role may do it.
#[must_use]
pub const fn allowed(role: Role, act: Act) -> bool {
    match (role, act) {
        (
            Role::Secretary | Role::Administrator,
            Act::Find
            | Act::ExportList
            | Act::RunVisit
            | Act::ConfirmInPerson
            | Act::UnlockClaims
            | Act::TakeBack
            | Act::CloseAccount
            | Act::CloseDay
            | Act::Import
            | Act::CompleteFile
            | Act::ProposeCorrection
            | Act::DecideProposal
            | Act::SetOwnPin
            | Act::SeeMail,
        ) => true,
        (
            role,
            Act::BringAccounts
            | Act::ReopenAccount
            | Act::Restrict
            | Act::MergeGuardians
            | Act::ManageStaff
            | Act::ChangeSettings
            | Act::BackUp
            | Act::ReadJournal
            | Act::WriteNotices,
        ) => matches!(role, Role::Administrator),
    }
}

/// # Errors
/// [`Failure::NotAllowed`] when this role may not do it.
pub fn require(role: Role, act: Act) -> Result<(), Failure> {
    if allowed(role, act) {
        Ok(())
    } else {
        Err(Failure::NotAllowed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secretary_runs_the_counter_and_leaves_the_house_to_the_administrator() {
        let table = [
            (Act::Find, true),
            (Act::ExportList, true),
            (Act::RunVisit, true),
            (Act::ConfirmInPerson, true),
            (Act::UnlockClaims, true),
            (Act::TakeBack, true),
            (Act::CloseAccount, true),
            (Act::ReopenAccount, false),
            (Act::Import, true),
            (Act::BringAccounts, false),
            (Act::CompleteFile, true),
            (Act::ProposeCorrection, true),
            (Act::DecideProposal, true),
            (Act::Restrict, false),
            (Act::MergeGuardians, false),
            (Act::SeeMail, true),
            (Act::SetOwnPin, true),
            (Act::ManageStaff, false),
            (Act::ChangeSettings, false),
            (Act::BackUp, false),
            (Act::ReadJournal, false),
            (Act::WriteNotices, false),
            (Act::CloseDay, true),
        ];
        for (act, secretary) in table {
            assert_eq!(allowed(Role::Secretary, act), secretary, "{act:?}");
            assert!(allowed(Role::Administrator, act), "{act:?}");
        }
    }
}
