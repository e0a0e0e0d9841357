//! The store: the only SQL of Guichet, on SQLite (SQLCipher) or PostgreSQL, with its keys, its journal and its backups.
//! Rules belong to `domain`, use cases to `desk`; this crate keeps what it is told and gives it back.
//!
//! - Nothing is written without an entry in the journal: [`Store::write`] gives a [`Write`], and only
//!   [`Write::commit`], which takes an [`Entry`], keeps it.
//! - Time, randomness and ids are given by the caller.
//! - One SQL text serves both databases (`pool.rs`).

mod accounts;
mod archive;
mod attempts;
mod backup;
mod batch;
mod chain;
mod class_list;
mod codes;
mod corrections;
mod day;
mod enter;
mod error;
mod files;
#[cfg(test)]
mod fixtures;
mod head;
mod import;
mod journal;
mod keyring;
mod keys;
mod large;
mod majority;
mod merges;
mod notices;
mod open;
mod outbox;
mod pool;
mod profiles;
mod proposals;
mod registry;
mod rekey;
mod requests;
mod restrictions;
mod reword;
mod rows;
mod school_list;
mod sealed;
mod search;
mod settings;
mod staff;
mod taking_back;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod verify;
mod visits;
mod wal;
mod words;
mod wrap;
mod write;

pub use accounts::{
    AccountFromBefore, AccountRow, AssociationRow, ConfirmationRow, NewAccount, NewConfirmation,
    PasswordHash,
};
pub use archive::{Manifest, read_manifest};
pub use attempts::{Attempts, ClaimLock};
pub use backup::{Restored, restore};
pub use chain::{Chain, ChainReport};
pub use class_list::{GroupCount, ListCount, ListFilter, ListedAdult, SchoolCount, Which};
pub use codes::{CodeFor, CodeRow, NewCode};
pub use corrections::{CorrectedKind, CorrectionRow};
pub use day::{DayClose, DayVisit, NewDayClose};
pub use enter::{Credential, Entered};
pub use error::{Result, StoreError};
pub use head::Head;
pub use import::{ChunkKeys, ExistingRegistry, GuardianKeys, ImportRow, StudentKeys, Undone};
pub use journal::{Act, Detail, Entry, JournalRow, Subject};
pub use keyring::{Keyring, Member, UnlockError, Unlocked, WrongTries};
pub use keys::DataKey;
pub use majority::AgreementRow;
pub use merges::{MergeRow, NewMerge, Pair};
pub use notices::{NoticeRow, NoticeText};
pub use open::{Location, Store};
pub use outbox::{MailCounts, MailRow, NewMail};
pub use profiles::ProfileRow;
pub use proposals::{NewProposal, Overtaken, ProposalRow, ProposedValues};
pub use registry::{GuardianRow, GuardianshipRow, SchoolRow, StudentRow, guardian_key};
pub use requests::{NewRequest, RequestRow};
pub use sealed::SecretName;
pub use search::{Found, Met, MetField, WordKind, Words, words_of};
pub use settings::{DeskKind, DeskRow};
pub use staff::StaffMember;
pub use verify::{DatabaseState, Verification, verify};
pub use visits::{NewVisit, VisitRow};
pub use words::{RECOVERY_WORD_COUNT, RecoveryWords, WordsError};
pub use wrap::KdfCost;
pub use write::{Actor, Stamp, Write};
