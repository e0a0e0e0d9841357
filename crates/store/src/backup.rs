//! Making a backup and putting one back (domain.md §15). What is replaced is moved aside, never deleted.
//! What the file looks like belongs to `archive.rs`. PostgreSQL is backed up by its operator.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use domain::{DeskId, Limits, Role};
use uuid::Uuid;

use crate::archive::{self, Manifest};
use crate::enter::{self, Credential, Entered};
use crate::error::{Result, StoreError};
use crate::files;
use crate::head::{self, HEAD_FILE, Head, HeadKeeper};
use crate::journal::{Act, Entry, Subject};
use crate::keyring::{KEYRING_FILE, Keyring, NEXT_KEYRING_FILE, UnlockError};
use crate::keys::DataKey;
use crate::open::{self, DATABASE_FILE, Location, Store};
use crate::pool::{Pool, SqlitePools};
use crate::verify::{self, DatabaseState, WAL_FILE};
use crate::write::{Actor, Stamp};

/// A desk that was put back and is open.
pub struct Restored {
    pub entered: Entered,
    /// What the backup says of itself.
    pub manifest: Manifest,
    /// Where the data that it took the place of were moved; none when there were none.
    pub replaced: Option<PathBuf>,
}

impl Store {
    /// Writes one file with an encrypted copy, the keyring and the journal's head, reads it back and checks it, then
    /// journals it. The file appears under its name only when it is good.
    ///
    /// # Errors
    /// [`StoreError::OnlyEmbedded`], [`StoreError::DiskFull`], and [`StoreError::Damaged`] when the copy is not sound:
    /// the database itself is not.
    pub async fn back_up(&self, to: &Path, stamp: Stamp) -> Result<Manifest> {
        let (Location::Embedded { dir }, Pool::Sqlite(pools)) = (&self.0.location, self.pool())
        else {
            return Err(StoreError::OnlyEmbedded);
        };
        let manifest = {
            // Held so that no re-keying comes between the copy and its keyring.
            let _held = self.0.rekeying.read().await;
            let key = self.data_key();
            let staging = Staging::new(dir, "backing-up")?;
            let manifest = self.copy_into(pools, &staging, stamp).await?;
            let unfinished = to.with_added_extension("unfinished");
            let written = self
                .write_and_check(&staging, &manifest, &unfinished, &key)
                .await;
            if let Err(error) = written {
                files::remove_if_there(&unfinished)?;
                return Err(error);
            }
            files::rename(&unfinished, to)?;
            manifest
        };
        let write = self.write(stamp).await?;
        write
            .commit(Entry::new(Act::BackupMade, Subject::None))
            .await?;
        Ok(manifest)
    }

    /// The copy and the head that belongs to it: nobody writes between the two.
    async fn copy_into(
        &self,
        pools: &SqlitePools,
        staging: &Staging,
        stamp: Stamp,
    ) -> Result<Manifest> {
        let mut writer = pools.writer.acquire().await?;
        let outside = self.0.outside_head.lock().await;
        let row: Option<(Uuid, i64, Vec<u8>)> =
            sqlx::query_as("select desk_id, count, hash from journal_head")
                .fetch_optional(&mut *writer)
                .await?;
        let (desk, count, hash) = row.ok_or(StoreError::Damaged("the journal's head"))?;
        let schema: i64 = sqlx::query_scalar("select max(version) from _sqlx_migrations")
            .fetch_one(&mut *writer)
            .await?;
        let copy = staging.0.join(DATABASE_FILE);
        let copy = copy
            .to_str()
            .ok_or(StoreError::Damaged("the name of the folder"))?;
        sqlx::query("vacuum into $1")
            .bind(copy)
            .execute(&mut *writer)
            .await?;

        let dir = self.0.location.dir();
        fs::copy(dir.join(KEYRING_FILE), staging.0.join(KEYRING_FILE))?;
        let head = Head::from_columns(DeskId(desk), count, &hash)?;
        if matches!(*outside, HeadKeeper::Agrees(_)) {
            head::write_outside(&staging.0, &head, &self.0.keys.journal)?;
        } else {
            // A backup of a journal that lacks entries goes on lacking them.
            fs::copy(dir.join(HEAD_FILE), staging.0.join(HEAD_FILE))?;
        }
        Ok(Manifest::new(stamp.now, schema, desk, count, hash))
    }

    async fn write_and_check(
        &self,
        staging: &Staging,
        manifest: &Manifest,
        to: &Path,
        key: &DataKey,
    ) -> Result<()> {
        let check = Staging::new(&staging.0, "check")?;
        let (from, into) = (staging.0.clone(), check.0.clone());
        let (to, packed) = (to.to_owned(), manifest.clone());
        let read_back = off_thread(move || {
            archive::pack(&from, &packed, &to)?;
            archive::unpack(&to, &into)
        });
        let same = read_back.await? == *manifest;
        let found = verify::examine(&check.0, key).await?;
        let journal_as_here = found.is_ok() || !self.journal_agrees().await;
        if same && found.database == DatabaseState::Ok && journal_as_here {
            Ok(())
        } else {
            Err(StoreError::Damaged("the copy"))
        }
    }
}

/// Puts a backup back into a folder, whatever state the data there are in, with a password or the recovery words of
/// the backup's own keyring, opens it and journals it. Until it is checked, nothing in the folder is touched.
///
/// # Errors
/// [`UnlockError`]; [`StoreError::OnlyEmbedded`], [`StoreError::NotABackup`], [`StoreError::NewerDatabase`], [`StoreError::Damaged`] (the backup),
/// [`StoreError::AlreadyOpen`], [`StoreError::DiskFull`].
pub async fn restore(
    from: &Path,
    location: &Location,
    credential: Credential,
    now: DateTime<Utc>,
    limits: &Limits,
) -> Result<Restored, UnlockError> {
    let Location::Embedded { dir } = location else {
        return Err(StoreError::OnlyEmbedded.into());
    };
    files::private_dir(dir)?;
    let lock = open::lock(dir)?;
    let staging = Staging::new(dir, "restoring")?;
    let (archive, into) = (from.to_owned(), staging.0.clone());
    let manifest = off_thread(move || archive::unpack(&archive, &into)).await?;
    if manifest.schema > open::newest_schema() {
        return Err(StoreError::NewerDatabase.into());
    }
    let keyring = Keyring::read(&staging.0)?;
    let (_, _, key) = enter::unlock(keyring, credential.clone(), now, limits).await?;
    let found = verify::examine(&staging.0, &key).await?;
    if found.database != DatabaseState::Ok {
        return Err(StoreError::Damaged("the backup").into());
    }
    refuse_who_may_not(&staging.0, credential.clone(), now, limits).await?;
    let replaced = move_aside(dir, now)?;
    for name in [KEYRING_FILE, HEAD_FILE, DATABASE_FILE] {
        files::rename(&staging.0.join(name), &dir.join(name))?;
    }
    drop((staging, lock));

    let entered = Store::enter(location.clone(), credential, now, limits).await?;
    let actor = entered.staff.map_or(Actor::Program, Actor::Staff);
    let write = entered
        .store
        .write(Stamp::new(now, actor, DeskId(manifest.desk)))
        .await?;
    write
        .commit(Entry::new(Act::BackupRestored, Subject::None))
        .await?;
    Ok(Restored {
        entered,
        manifest,
        replaced,
    })
}

/// Opens the staged copy to see who asks: an administrator of that desk, or whoever has its recovery words.
async fn refuse_who_may_not(
    staged: &Path,
    credential: Credential,
    now: DateTime<Utc>,
    limits: &Limits,
) -> Result<(), UnlockError> {
    let location = Location::Embedded {
        dir: staged.to_owned(),
    };
    let entered = Store::enter(location, credential, now, limits).await?;
    let member = match entered.staff {
        Some(staff) => entered.store.staff_member(staff).await?,
        None => None,
    };
    entered.store.close().await?;
    match member {
        Some(member) if member.role == Role::Administrator => Ok(()),
        None if entered.staff.is_none() => Ok(()),
        _ => Err(StoreError::NotAdministrator.into()),
    }
}

/// Moves whatever a desk left in this folder into a folder of its own beside.
fn move_aside(dir: &Path, now: DateTime<Utc>) -> Result<Option<PathBuf>> {
    let shared_memory = "guichet.db-shm";
    let names = [
        DATABASE_FILE,
        WAL_FILE,
        shared_memory,
        HEAD_FILE,
        KEYRING_FILE,
        NEXT_KEYRING_FILE,
    ];
    let present: Vec<&str> = names
        .into_iter()
        .filter(|name| dir.join(name).exists())
        .collect();
    if present.is_empty() {
        return Ok(None);
    }
    let aside = dir.join(format!("replaced-{}", now.format("%Y%m%dT%H%M%S%3fZ")));
    files::private_dir(&aside)?;
    for name in present {
        files::rename(&dir.join(name), &aside.join(name))?;
    }
    Ok(Some(aside))
}

/// A folder for unfinished work on the same disk, emptied before and removed after.
struct Staging(PathBuf);

impl Staging {
    fn new(dir: &Path, name: &str) -> Result<Self> {
        let staging = Self(dir.join(name));
        staging.clear();
        files::private_dir(&staging.0)?;
        Ok(staging)
    }

    fn clear(&self) {
        // What cannot be removed now is removed by the next backup.
        fs::remove_dir_all(&self.0).ok();
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        self.clear();
    }
}

async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| StoreError::Io(error.into()))?
}

#[cfg(test)]
mod tests;
