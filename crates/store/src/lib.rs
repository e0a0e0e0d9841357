//! The store: the only SQL of Guichet, on SQLite (SQLCipher) or PostgreSQL, with its keys, its journal and its backups.
//! Rules belong to `domain`, use cases to `desk`; this crate keeps what it is told and gives it back.
//!
//! - Nothing is written without an entry in the journal: [`Store::write`] gives a [`Write`], and only
//!   [`Write::commit`], which takes an [`Entry`], keeps it.
//! - Time, randomness and ids are given by the caller.
//! - One SQL text serves both databases (`pool.rs`).

mod chain;
mod enter;
mod error;
mod files;
mod head;
mod journal;
mod keyring;
mod keys;
mod open;
mod pool;
mod rekey;
mod sealed;
mod staff;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod words;
mod wrap;
mod write;

pub use chain::{Chain, ChainReport};
pub use enter::{Credential, Entered};
pub use error::{Result, StoreError};
pub use head::Head;
pub use journal::{Act, Detail, Entry, JournalRow, Subject};
pub use keyring::{Keyring, Member, UnlockError, Unlocked, WrongTries};
pub use keys::DataKey;
pub use open::{Location, Store, is_set_up};
pub use sealed::SecretName;
pub use staff::StaffMember;
pub use words::{RECOVERY_WORD_COUNT, RecoveryWords, WordsError};
pub use wrap::KdfCost;
pub use write::{Actor, Stamp, Write};
