//! The keyring: a versioned file beside the database that holds the data key once for each member of staff and once
//! for the recovery words (domain.md §15). Opening a wrap is the sign-in. Slow on purpose: call it off the async threads.
//! Roles and names belong to `staff.rs`; the database that the data key opens, to `open.rs`.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use domain::{Limits, StaffId};
use rand::CryptoRng;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use crate::error::{Result, StoreError};
use crate::files;
use crate::keys::DataKey;
use crate::words::{RecoveryWords, WordsError};
use crate::wrap::{KdfCost, SealedDataKey, Tries, Wrap};

pub(crate) const KEYRING_FILE: &str = "keyring.json";
/// The keyring that takes over when a re-keying is through.
pub(crate) const NEXT_KEYRING_FILE: &str = "keyring.next.json";
/// The version of the file that this program writes.
const VERSION: u32 = 1;

/// The open file. What changes it also writes it, unless said otherwise.
pub struct Keyring {
    file: PathBuf,
    text: KeyringText,
}

#[derive(Clone, Serialize, Deserialize)]
struct KeyringText {
    version: u32,
    /// Of the user names' hashes.
    #[serde(with = "files::hex")]
    salt: Vec<u8>,
    words: SealedDataKey,
    wraps: Vec<Wrap>,
    /// Wrong tries under names that nobody has: they wait like the others, so that names cannot be found out.
    strangers: Tries,
}

/// A member of staff as the keyring knows them.
#[derive(Clone, Copy)]
pub struct Member<'a> {
    pub id: StaffId,
    pub user: &'a str,
    pub password: &'a str,
}

/// What an opened wrap gives.
pub struct Unlocked {
    pub staff: StaffId,
    pub data_key: DataKey,
}

/// Why a sign-in did not open the keyring.
#[derive(Debug, thiserror::Error)]
pub enum UnlockError {
    /// The password is wrong, or nobody has this name.
    #[error("wrong user name or password")]
    Wrong,
    /// After too many wrong ones.
    #[error("wait {seconds} s before the next try")]
    Wait { seconds: u64 },
    #[error("these recovery words cannot be read")]
    Words(#[from] WordsError),
    /// The words are sound and belong to another keyring.
    #[error("these recovery words open another keyring")]
    OtherWords,
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Wrong tries that the journal has not been told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongTries {
    /// None for names that nobody has.
    pub staff: Option<StaffId>,
    pub tries: u32,
}

impl Keyring {
    /// Makes a keyring with its first member, a data key and recovery words. It is not written: `Store::create` does.
    ///
    /// # Errors
    /// The cost cannot be paid.
    pub fn create(
        dir: &Path,
        first: Member<'_>,
        cost: KdfCost,
        rng: &mut impl CryptoRng,
    ) -> Result<(Self, DataKey, RecoveryWords)> {
        let key = DataKey::random(rng);
        let words = RecoveryWords::random(rng);
        let mut salt = vec![0; 16];
        rng.fill_bytes(&mut salt);
        let wrap = Wrap::new(
            first.id,
            tag(&salt, first.user),
            first.password,
            cost,
            &key,
            rng,
        )?;
        let text = KeyringText {
            version: VERSION,
            salt,
            words: SealedDataKey::to_words(&words, &key, rng),
            wraps: vec![wrap],
            strangers: Tries::default(),
        };
        Ok((
            Self {
                file: dir.join(KEYRING_FILE),
                text,
            },
            key,
            words,
        ))
    }

    /// Reads the keyring of a desk.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::Damaged`], [`StoreError::NewerDatabase`].
    pub fn read(dir: &Path) -> Result<Self> {
        Self::read_file(dir.join(KEYRING_FILE))?.ok_or(StoreError::Missing)
    }

    /// Reads the keyring that waits for the end of a re-keying, if there is one.
    pub(crate) fn read_next(dir: &Path) -> Result<Option<Self>> {
        Self::read_file(dir.join(NEXT_KEYRING_FILE))
    }

    fn read_file(file: PathBuf) -> Result<Option<Self>> {
        #[derive(Deserialize)]
        struct Versioned {
            version: u32,
        }
        const DAMAGED: StoreError = StoreError::Damaged("the keyring");
        let Some(bytes) = files::read_if_there(&file)? else {
            return Ok(None);
        };
        let Versioned { version } = serde_json::from_slice(&bytes).map_err(|_| DAMAGED)?;
        if version > VERSION {
            return Err(StoreError::NewerDatabase);
        }
        let text = serde_json::from_slice(&bytes).map_err(|_| DAMAGED)?;
        Ok(Some(Self { file, text }))
    }

    pub(crate) fn save(&self) -> Result<()> {
        files::replace(&self.file, &files::json(&self.text)?)
    }

    /// Signs in: opens the wrap of this user with this password, or, without a name, whichever wrap it opens.
    /// Wrong tries are counted and make the next ones wait (domain.md §5).
    ///
    /// # Errors
    /// [`UnlockError::Wrong`] alike for a wrong password and for a name that nobody has; [`UnlockError::Wait`].
    pub fn unlock(
        &mut self,
        user: Option<&str>,
        password: &str,
        now: DateTime<Utc>,
        limits: &Limits,
    ) -> Result<Unlocked, UnlockError> {
        let tag = user.map(|user| tag(&self.text.salt, user));
        let meant: Vec<usize> = (0..self.text.wraps.len())
            .filter(|at| {
                tag.as_ref()
                    .is_none_or(|tag| self.text.wraps[*at].user_tag.ct_eq(tag).into())
            })
            .collect();
        if meant.is_empty() {
            return Err(self.refuse_stranger(password, now, limits)?);
        }
        let waits = |at: &usize| self.text.wraps[*at].tries.wait_seconds(now, limits);
        let tried: Vec<usize> = meant
            .iter()
            .copied()
            .filter(|at| waits(at).is_none())
            .collect();
        if tried.is_empty() {
            let seconds = meant.iter().filter_map(waits).min().unwrap_or(0);
            return Err(UnlockError::Wait { seconds });
        }
        for at in &tried {
            let wrap = &mut self.text.wraps[*at];
            if let Some(data_key) = wrap.open(password)? {
                let staff = StaffId(wrap.id);
                if wrap.tries.forgive() {
                    self.save()?;
                }
                return Ok(Unlocked { staff, data_key });
            }
        }
        for at in tried {
            self.text.wraps[at].tries.count(now);
        }
        self.save()?;
        Err(UnlockError::Wrong)
    }

    /// A name that nobody has costs and waits as much as a wrong password.
    fn refuse_stranger(
        &mut self,
        password: &str,
        now: DateTime<Utc>,
        limits: &Limits,
    ) -> Result<UnlockError> {
        if let Some(seconds) = self.text.strangers.wait_seconds(now, limits) {
            return Ok(UnlockError::Wait { seconds });
        }
        let cost = self
            .text
            .wraps
            .first()
            .map_or(KdfCost::STAFF, |wrap| wrap.kdf);
        cost.stretch(password, &self.text.salt)?;
        self.text.strangers.count(now);
        self.save()?;
        Ok(UnlockError::Wrong)
    }

    /// Opens with the recovery words. The caller then has a new administrator password chosen (domain.md §15).
    ///
    /// # Errors
    /// [`UnlockError::Words`] when they cannot be read, [`UnlockError::OtherWords`] when they open nothing here.
    pub fn unlock_with_words(&self, typed: &str) -> Result<DataKey, UnlockError> {
        let words = RecoveryWords::parse(typed)?;
        self.text
            .words
            .open_with_words(&words)
            .ok_or(UnlockError::OtherWords)
    }

    /// Wraps the data key for one more member.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when the member or the name has a wrap; the file cannot be written.
    pub fn add(
        &mut self,
        member: Member<'_>,
        key: &DataKey,
        cost: KdfCost,
        rng: &mut impl CryptoRng,
    ) -> Result<()> {
        let tag = tag(&self.text.salt, member.user);
        if self
            .text
            .wraps
            .iter()
            .any(|wrap| wrap.id == member.id.0 || wrap.user_tag == tag)
        {
            return Err(StoreError::Taken);
        }
        let wrap = Wrap::new(member.id, tag, member.password, cost, key, rng)?;
        self.text.wraps.push(wrap);
        self.save()
    }

    /// Gives a member another password; wrong tries are forgotten.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when the member has no wrap; the file cannot be written.
    pub fn set_password(
        &mut self,
        staff: StaffId,
        password: &str,
        key: &DataKey,
        cost: KdfCost,
        rng: &mut impl CryptoRng,
    ) -> Result<()> {
        let wrap = self.text.wraps.iter_mut().find(|wrap| wrap.id == staff.0);
        let wrap = wrap.ok_or(StoreError::Missing)?;
        let untold = wrap.tries.untold;
        *wrap = Wrap::new(staff, wrap.user_tag.clone(), password, cost, key, rng)?;
        wrap.tries.untold = untold;
        self.save()
    }

    /// Replaces the recovery words; the old ones open nothing any more.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn new_recovery_words(
        &mut self,
        key: &DataKey,
        rng: &mut impl CryptoRng,
    ) -> Result<RecoveryWords> {
        let words = RecoveryWords::random(rng);
        self.text.words = SealedDataKey::to_words(&words, key, rng);
        self.save()?;
        Ok(words)
    }

    /// The same keyring for another data key, with or without one member; to be written as the next one.
    /// Removing a member is always a re-keying (domain.md §14): `Store::rekey`.
    pub(crate) fn renewed(
        &self,
        key: &DataKey,
        without: Option<StaffId>,
        rng: &mut impl CryptoRng,
    ) -> Result<Self> {
        let mut wraps = Vec::with_capacity(self.text.wraps.len());
        for wrap in self
            .text
            .wraps
            .iter()
            .filter(|wrap| Some(StaffId(wrap.id)) != without)
        {
            wraps.push(wrap.renewed(key, rng)?);
        }
        let words = self.text.words.renewed(key, rng)?;
        let text = KeyringText {
            words,
            wraps,
            ..self.text.clone()
        };
        Ok(Self {
            file: self.file.with_file_name(NEXT_KEYRING_FILE),
            text,
        })
    }

    /// The next keyring takes the place of the one that a re-keying has made useless.
    pub(crate) fn take_over(&mut self) -> Result<()> {
        let file = self.file.with_file_name(KEYRING_FILE);
        files::rename(&self.file, &file)?;
        self.file = file;
        Ok(())
    }

    /// Whether this member has a wrap.
    #[must_use]
    pub fn has(&self, staff: StaffId) -> bool {
        self.text.wraps.iter().any(|wrap| wrap.id == staff.0)
    }

    /// The wrong tries since the journal was last told, for the entries of an opening (domain.md §5).
    #[must_use]
    pub fn wrong_tries(&self) -> Vec<WrongTries> {
        let members = self
            .text
            .wraps
            .iter()
            .map(|wrap| (Some(StaffId(wrap.id)), wrap.tries.untold));
        members
            .chain([(None, self.text.strangers.untold)])
            .filter(|(_, tries)| *tries > 0)
            .map(|(staff, tries)| WrongTries { staff, tries })
            .collect()
    }

    /// The journal was told of them. Delays stay.
    ///
    /// # Errors
    /// The file cannot be written: the next opening tells of them once more.
    pub fn wrong_tries_told(&mut self) -> Result<()> {
        let members = self.text.wraps.iter_mut().map(|wrap| &mut wrap.tries);
        for tries in members.chain([&mut self.text.strangers]) {
            tries.untold = 0;
        }
        self.save()
    }
}

fn tag(salt: &[u8], user: &str) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(salt);
    hash.update(domain::name::fold(user));
    hash.finalize().to_vec()
}

#[cfg(test)]
mod tests;
