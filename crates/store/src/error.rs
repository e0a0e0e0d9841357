//! What can go wrong below the use cases, told apart where somebody acts on the difference.
//! Words for people do not belong here: `desk` turns these into codes, and the causes go to the log.

use std::io;

use sqlx::migrate::MigrateError;

use crate::rows::Unreadable;

/// A refusal or a failure of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no desk in this folder yet.
    #[error("there is no database here")]
    Missing,
    /// There is a desk in this folder already.
    #[error("there is a database here already")]
    AlreadyThere,
    /// Another process has the database open (domain.md §15).
    #[error("another process has the database open")]
    AlreadyOpen,
    /// The key does not open the database, or the first bytes of its file are damaged.
    #[error("the key does not open the database")]
    WrongKey,
    /// A newer program has written this database or this file.
    #[error("the database was written by a newer program")]
    NewerDatabase,
    /// What is stored cannot be what this program wrote.
    #[error("damaged: {0}")]
    Damaged(&'static str),
    /// The file is something else than a backup.
    #[error("this is no backup")]
    NotABackup,
    /// No room is left on the disk; nothing was changed.
    #[error("the disk is full")]
    DiskFull,
    /// Only an administrator puts a backup back (domain.md §14).
    #[error("only an administrator may do this")]
    NotAdministrator,
    /// Another row has this unique value, for example a user name.
    #[error("this is taken already")]
    Taken,
    /// Somebody reads for longer than anybody should.
    #[error("a reader does not end")]
    Busy,
    /// PostgreSQL is backed up and checked by its operator.
    #[error("only the embedded database can do this")]
    OnlyEmbedded,
    /// The linked SQLite cannot encrypt: the build is wrong.
    #[error("SQLite was built without encryption")]
    NotEncrypted,
    /// The database refused or cannot be reached.
    #[error("the database failed")]
    Database(#[source] sqlx::Error),
    #[error("the database could not be brought to this version")]
    Migrate(#[source] MigrateError),
    #[error("a file failed")]
    Io(#[source] io::Error),
}

/// What the store answers.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// SQLite's primary result codes that are told apart (an extended code has them in its lowest byte).
mod sqlite_code {
    pub const CORRUPT: i64 = 11;
    pub const FULL: i64 = 13;
    pub const NOTADB: i64 = 26;
}
/// PostgreSQL's `disk_full`.
const POSTGRES_DISK_FULL: &str = "53100";

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let Some(refusal) = error.as_database_error() else {
            return match error {
                sqlx::Error::Io(cause) => cause.into(),
                sqlx::Error::ColumnDecode { source, .. } if source.is::<Unreadable>() => {
                    Self::Damaged("a stored value")
                }
                other => Self::Database(other),
            };
        };
        if refusal.is_unique_violation() {
            return Self::Taken;
        }
        let code = refusal.code().unwrap_or_default();
        if code == POSTGRES_DISK_FULL {
            return Self::DiskFull;
        }
        let sqlite = refusal
            .try_downcast_ref::<sqlx::sqlite::SqliteError>()
            .is_some();
        match code
            .parse::<i64>()
            .ok()
            .filter(|_| sqlite)
            .map(|code| code & 0xff)
        {
            Some(sqlite_code::CORRUPT) => Self::Damaged("the database file"),
            Some(sqlite_code::FULL) => Self::DiskFull,
            Some(sqlite_code::NOTADB) => Self::WrongKey,
            _ => Self::Database(error),
        }
    }
}

impl From<MigrateError> for StoreError {
    fn from(error: MigrateError) -> Self {
        match error {
            MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => {
                Self::NewerDatabase
            }
            MigrateError::Execute(cause) | MigrateError::ExecuteMigration(cause, _) => cause.into(),
            other => Self::Migrate(other),
        }
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Io(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs::OpenOptions;
    use std::io::Write as _;

    use super::*;

    #[test]
    #[cfg(target_os = "linux")]
    fn a_full_disk_is_told_as_such() {
        let mut full = OpenOptions::new().write(true).open("/dev/full").unwrap();
        let error = full.write_all(b"something").unwrap_err();
        assert!(matches!(StoreError::from(error), StoreError::DiskFull));
    }
}
