//! Microsoft School Data Sync (domain.md §12), v2.1 and v1: told apart by their tables. Only the columns named in
//! `columns` are read; passwords, flags, origins and staff never are (§8).

mod columns;
mod version_1;
mod version_2;

pub(crate) use columns::{OWN_OF_ROLES, VERSION_1, VERSION_2};

use crate::gather::Gathering;
use crate::identifiers::Identifiers;
use crate::keys::fold;
use crate::source::SourceFile;
use crate::{Limits, RosterError};

/// Relationships of people who care for a child and have no parent account.
const NOT_GUARDIANS: [&str; 4] = ["aide", "doctor", "child", "administrator"];

/// Reads the tables of either version.
///
/// # Errors
/// A table without a column that the format requires, or past a limit.
pub(crate) fn read(
    files: &[SourceFile],
    identifiers: &Identifiers,
    limits: &Limits,
) -> Result<Gathering, RosterError> {
    if files.iter().any(|file| file.name == columns::STUDENT.file) {
        version_1::read(files, identifiers, limits)
    } else {
        version_2::read(files, limits)
    }
}

fn is_no_guardian(role: &str) -> bool {
    NOT_GUARDIANS.contains(&fold(role).as_str())
}
