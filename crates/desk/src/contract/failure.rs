//! How a command may fail, as the windows see it: a code with its data, and a variant only where a window acts on it.
//! The words are Fluent's (`error-<code>`); causes go to the log under a reference.

use domain::{MailTrouble, SecondPersonReason, StaffPasswordError, StaffPinError};
use serde::Serialize;
use ts_rs::TS;

use super::Word;

/// Why a command was not carried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Failure {
    /// This window, this role, or this moment does not allow it.
    NotAllowed,
    /// Nobody is signed in, or the desk is not open yet.
    NotSignedIn,
    /// The desk is handed over to the parent; a PIN or a password takes it back.
    HandedOver,
    /// Wrong user name or password; after several, wait so long before the next try.
    WrongPassword {
        wait_seconds: u32,
    },
    /// The recovery words are unknown to this desk, or one is misspelt (its place, from 1).
    WrongWords {
        unknown_word: Option<u32>,
    },
    /// The staff password breaks a rule.
    StaffPasswordRefused {
        reason: Word<StaffPasswordError>,
    },
    /// The PIN breaks a rule.
    StaffPinRefused {
        reason: Word<StaffPinError>,
    },
    /// Not the PIN of whoever is signed in, or they have none: the answer is the same.
    WrongPin,
    /// So many wrong PINs: only the password takes the desk back.
    PinClosed,
    /// The parent's password breaks the portal's policy; the checklist says where.
    PasswordRefused,
    UserNameTaken,
    /// The last administrator cannot be removed.
    LastAdministrator,
    /// A field cannot be read as what it should be.
    Invalid {
        field: String,
    },
    NotFound,
    /// The visit is at another step: the window shows an old one.
    OutOfStep,
    NoVisit,
    VisitUnderWay,
    /// Visits that were set aside have not ended.
    VisitsAside,
    /// A code was entered after its time, or is dead.
    CodeExpired,
    /// Too many tries or sendings: wait so long.
    TooMany {
        minutes: u32,
    },
    /// Address and password do not go together (the same answer whether or not there is an account).
    SignInRefused,
    /// The claim road of this child, or of this desk, is closed for now.
    ClaimsLocked,
    /// This adult may not be tied to this child; the visit is halted.
    Restricted,
    /// An in-person confirmation needs a named guardian on the child's file.
    NoGuardian,
    AlreadyConfirmed,
    /// The student is of age, and has not agreed to this adult.
    AgreementNeeded,
    /// The text of a notice holds what reads as a fiche number or a permanent code.
    HoldsANumber {
        language: String,
    },
    /// The time in which a secretary may take it back is over: an administrator may.
    TooLate,
    /// Another person has to do this.
    SecondPersonNeeded {
        reason: Word<SecondPersonReason>,
    },
    /// The same correction of this adult waits already.
    AlreadyProposed,
    /// The file says so already.
    NothingToCorrect,
    /// The file has changed since it was proposed.
    ProposalObsolete,
    /// Another child has this number.
    NumberTaken,
    /// Both adults have an account: no merge may choose between them.
    TwoAccounts,
    /// Something has changed since the merge: it cannot be undone any more.
    MergeChanged,
    /// The adult has no address on the file: one has to be proposed first.
    NoAddressOnFile,
    /// The address has an account already that is not known to be this adult's: only its code opens it.
    AccountOfAnother,
    /// Another account has this address.
    AddressTaken,
    /// The account waits for the proof of its address: its code has to be entered first.
    AddressNotProven,
    /// The file cannot be read as a registry.
    FileUnusable {
        reason: Word<FileReason>,
        detail: Option<String>,
    },
    /// The file has changed since its preview.
    FileChanged,
    NothingPreviewed,
    /// The import alarms, and nobody said that it is the right file all the same.
    ImportAlarms,
    /// Somebody cancelled the import; nothing was changed.
    ImportCancelled,
    /// An import is under way already.
    ImportUnderWay,
    /// There is no import that can be undone.
    NothingToUndo,
    AlreadyUndone,
    NoMailServer,
    MailTrouble {
        trouble: Word<MailTrouble>,
        server_words: Option<String>,
    },
    /// The database or a backup is open elsewhere.
    AlreadyOpen,
    /// The key does not open this database.
    WrongKey,
    Damaged,
    /// Written by a newer Guichet.
    NewerDatabase,
    NotABackup,
    DiskFull,
    /// There is a file of this name; it is replaced only when that is asked for.
    FileExists,
    /// The folder or file cannot be written or read.
    FileTrouble,
    /// Anything else; the reference is in the log beside the cause.
    Unexpected {
        reference: String,
    },
}

domain::text_enum! {
    /// Why a file cannot be read as a registry.
    pub enum FileReason {
        NotFound = "not_found",
        Empty = "empty",
        NotATable = "not_a_table",
        UnknownFormat = "unknown_format",
        TooLarge = "too_large",
        /// `detail` names the file.
        MissingFile = "missing_file",
        /// `detail` names the column.
        MissingColumn = "missing_column",
        DuplicateFile = "duplicate_file",
        DamagedArchive = "damaged_archive",
        DamagedWorkbook = "damaged_workbook",
        /// A spreadsheet that opens with a password.
        Protected = "protected",
        /// `detail` names the sheet.
        MissingSheet = "missing_sheet",
        EncryptedArchive = "encrypted_archive",
        /// An export of changes alone; `detail` names the table that says so.
        ChangesOnly = "changes_only",
        /// The archive names a file outside of itself.
        UnsafePath = "unsafe_path",
        Unreadable = "unreadable",
    }
}
