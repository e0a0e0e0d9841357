//! The ids of things, one type each, so that a student's id cannot stand where a guardian's is meant.
//! How an id is drawn (time and randomness) does not belong here.

use std::fmt;

use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

ids! {
    /// A workstation: the embedded database has one, PostgreSQL several.
    DeskId,
    /// A secretary or an administrator; also the opaque id of their wrap in the keyring.
    StaffId,
    /// A school of a service centre.
    SchoolId,
    /// A child on the registry.
    StudentId,
    /// An adult on a student's file.
    GuardianId,
    /// One e-mail address with its password.
    AccountId,
    /// A claim that matched, or an in-person check, of one child for one account.
    ConfirmationId,
    /// One adult at the counter, from greeting to sheet.
    VisitId,
    /// One verification code, known by its keyed hash only.
    CodeId,
    /// One mail that waits, leaves or has left.
    MailId,
    /// One applied import.
    ImportId,
    /// One proposal to correct a file.
    ProposalId,
    /// Two adults who were made one.
    MergeId,
    /// What a family asks of the school, or a parent said of a child.
    RequestId,
    /// One notice to parents.
    NoticeId,
}
