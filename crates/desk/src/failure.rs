//! From a cause to what a window may know of it. The cause goes to the log, under a reference that can be read out;
//! no prose, no SQL and no personal data cross (ARCHITECTURE.md, invariant 7).

use std::error::Error;

use domain::visit::OutOfStep;
use store::StoreError;

use crate::Environment;
use crate::contract::Failure;

/// Why a use case stopped: a refusal that the window knows, or a cause that it does not.
#[derive(Debug)]
pub enum Trouble {
    Refused(Failure),
    Store(StoreError),
    Unexpected(Box<dyn Error + Send + Sync>),
}

/// What a use case answers.
pub type Outcome<T> = Result<T, Trouble>;

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self::Refused(failure)
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<OutOfStep> for Trouble {
    fn from(_: OutOfStep) -> Self {
        Self::Refused(Failure::OutOfStep)
    }
}

impl Trouble {
    pub fn unexpected(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Unexpected(cause.into())
    }

    /// What crosses to the window; what does not is logged here, once.
    pub fn into_failure(self, environment: &Environment) -> Failure {
        match self {
            Self::Refused(failure) => failure,
            Self::Store(StoreError::AlreadyOpen) => Failure::AlreadyOpen,
            Self::Store(StoreError::WrongKey) => Failure::WrongKey,
            Self::Store(StoreError::NewerDatabase) => Failure::NewerDatabase,
            Self::Store(StoreError::Damaged(_)) => Failure::Damaged,
            Self::Store(StoreError::DiskFull) => Failure::DiskFull,
            Self::Store(StoreError::NotAdministrator | StoreError::OnlyEmbedded) => {
                Failure::NotAllowed
            }
            Self::Store(StoreError::NotABackup) => Failure::NotABackup,
            Self::Store(StoreError::Io(_)) => Failure::FileTrouble,
            Self::Store(other) => unexpected(environment, &other),
            Self::Unexpected(cause) => unexpected(environment, cause.as_ref()),
        }
    }
}

/// Letters and digits that are not taken for one another when they are read out.
const REFERENCE_ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

fn unexpected(environment: &Environment, cause: &dyn Error) -> Failure {
    let letter = || char::from(REFERENCE_ALPHABET[environment.below(31) as usize]);
    let reference: String = std::iter::repeat_with(letter).take(6).collect();
    tracing::error!(%reference, cause = chain(cause), "a command failed");
    Failure::Unexpected { reference }
}

/// The cause and the causes below it, in one line.
fn chain(cause: &dyn Error) -> String {
    let mut text = cause.to_string();
    let mut next = cause.source();
    while let Some(cause) = next {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        next = cause.source();
    }
    text
}
