//! Coming in: a password or the recovery words, through the keyring, to the open store.
//! Also where a re-keying that was cut short is settled. Who may do what afterwards is decided in `desk`.

use std::path::Path;

use chrono::{DateTime, Utc};
use domain::{Limits, StaffId};
use zeroize::Zeroizing;

use crate::error::{Result, StoreError};
use crate::files;
use crate::keyring::{Keyring, NEXT_KEYRING_FILE, UnlockError};
use crate::keys::DataKey;
use crate::open::{self, Location, Store};

/// What somebody shows to come in.
#[derive(Clone)]
pub enum Credential {
    /// Without a user name the password is tried on every wrap.
    Password {
        user: Option<String>,
        password: Zeroizing<String>,
    },
    /// The recovery words as typed.
    Words(Zeroizing<String>),
}

/// The open desk.
pub struct Entered {
    pub store: Store,
    pub keyring: Keyring,
    /// None with the recovery words: a new administrator password is to be chosen.
    pub staff: Option<StaffId>,
}

impl Store {
    /// Opens a desk with a password or the recovery words. Argon2 runs off the async threads.
    ///
    /// # Errors
    /// [`UnlockError`]; among its [`StoreError`]s, `AlreadyOpen`, `Missing`, `NewerDatabase`, and `Damaged` when the
    /// keyring opens and the database does not open with what is in it.
    pub async fn enter(
        location: Location,
        credential: Credential,
        now: DateTime<Utc>,
        limits: &Limits,
    ) -> Result<Entered, UnlockError> {
        open::check_there(&location)?;
        let lock = open::lock(location.dir())?;
        let dir = location.dir().to_owned();
        let keyring = Keyring::read(&dir)?;
        let (mut keyring, mut staff, mut key) =
            unlock(keyring, credential.clone(), now, limits).await?;
        let (pool, secret) = match open::unlock(&location, &key).await {
            // Only now is it certain that the next keyring is not needed.
            Ok(opened) => {
                files::remove_if_there(&dir.join(NEXT_KEYRING_FILE))?;
                opened
            }
            Err(StoreError::WrongKey) => {
                let next = read_next(&dir)?;
                (keyring, staff, key) = unlock(next, credential, now, limits).await?;
                let opened = open::unlock(&location, &key)
                    .await
                    .map_err(not_of_this_keyring)?;
                keyring.take_over()?;
                opened
            }
            Err(error) => return Err(error.into()),
        };
        let store = Self::assemble(location, pool, key, &secret, lock).await?;
        Ok(Entered {
            store,
            keyring,
            staff,
        })
    }
}

/// Opens the keyring on a thread of its own.
pub(crate) async fn unlock(
    mut keyring: Keyring,
    credential: Credential,
    now: DateTime<Utc>,
    limits: &Limits,
) -> Result<(Keyring, Option<StaffId>, DataKey), UnlockError> {
    let limits = limits.clone();
    let unlocked = tokio::task::spawn_blocking(move || {
        let (staff, key) = match credential {
            Credential::Password { user, password } => {
                let unlocked = keyring.unlock(user.as_deref(), &password, now, &limits)?;
                (Some(unlocked.staff), unlocked.data_key)
            }
            Credential::Words(words) => (None, keyring.unlock_with_words(&words)?),
        };
        Ok((keyring, staff, key))
    });
    unlocked
        .await
        .map_err(|error| StoreError::Io(error.into()))?
}

fn read_next(dir: &Path) -> Result<Keyring> {
    Keyring::read_next(dir)?.ok_or(StoreError::Damaged("the database file"))
}

/// A key that came out of a keyring and opens nothing: the file is not what that keyring was made for.
fn not_of_this_keyring(error: StoreError) -> StoreError {
    match error {
        StoreError::WrongKey => StoreError::Damaged("the database file"),
        other => other,
    }
}
