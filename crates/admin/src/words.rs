//! What is printed: the answer on standard output, refusals on standard error.

use std::io::Write as _;
use std::process::ExitCode;

use desk::contract::Failure;
use serde::Serialize;

/// Refused or damaged.
pub const REFUSED: u8 = 1;

/// Prints the answer: as one JSON object, or as the same object laid out for reading.
pub fn answer(value: &impl Serialize, json: bool) -> ExitCode {
    let text = if json {
        serde_json::to_string(value)
    } else {
        serde_json::to_string_pretty(value)
    };
    match text {
        Ok(text) if writeln!(std::io::stdout(), "{text}").is_ok() => ExitCode::SUCCESS,
        _ => ExitCode::from(REFUSED),
    }
}

/// Says why a command was refused: its code, and what belongs to it.
pub fn refused(failure: &Failure) -> ExitCode {
    let said = serde_json::to_string(failure).unwrap_or_default();
    failed(&format!("{}: {said}", sentence(failure)))
}

pub fn failed(words: &str) -> ExitCode {
    // When standard error is closed there is nobody left to tell.
    let _ = writeln!(std::io::stderr(), "guichet-admin: {words}");
    ExitCode::from(REFUSED)
}

const fn sentence(failure: &Failure) -> &'static str {
    match failure {
        Failure::AlreadyOpen => "Guichet is open",
        Failure::WrongPassword { .. } => "wrong user name or password",
        Failure::WrongWords { .. } => "the recovery words do not open this desk",
        Failure::NotFound => "there is no such desk, file or person",
        Failure::NotAllowed => "this is not allowed",
        Failure::StaffPasswordRefused { .. } => "the password breaks a rule",
        Failure::UserNameTaken => "the user name is taken",
        Failure::LastAdministrator => "the last administrator stays",
        Failure::Invalid { .. } => "a value cannot be read",
        Failure::FileUnusable { .. } => {
            "the file cannot be read as a registry, or as a list of schools or of accounts"
        }
        Failure::ImportAlarms => {
            "many students are gone, their schools are others, or many addresses change: look with --dry-run, \
             and say --accept-alarms if it is the right file; nothing was changed"
        }
        Failure::ImportUnderWay => "an import is under way",
        Failure::FileChanged => "the file changed while it was read; nothing was changed",
        Failure::NothingToUndo => "nothing to undo",
        Failure::AlreadyUndone => "already undone",
        Failure::NoMailServer => "no mail server is set",
        Failure::WrongKey => "the key does not open this database",
        Failure::Damaged => "the data are damaged",
        Failure::NewerDatabase => "written by a newer Guichet",
        Failure::NotABackup => "the file is no backup",
        Failure::DiskFull => "the disk is full",
        Failure::FileTrouble => "a file or folder cannot be written or read",
        _ => "refused",
    }
}
