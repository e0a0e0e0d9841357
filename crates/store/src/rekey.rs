//! Changing the data key, so that a removed member's key opens nothing any more (domain.md §14).
//!
//! Three steps, each of which may be the last before a power cut: the next keyring and the sealed values are laid
//! beside the present ones; the database is re-encrypted; the values, then the keyring, take their places.
//! `enter.rs` finds out which key opens the database and settles what was left.

use std::sync::Arc;

use domain::StaffId;
use rand::CryptoRng;

use crate::error::Result;
use crate::journal::{Act, Entry, Subject};
use crate::keyring::Keyring;
use crate::keys::DataKey;
use crate::open::{DATABASE_FILE, Store};
use crate::pool::Pool;
use crate::sealed;
use crate::write::{Stamp, Write};

impl Store {
    /// Draws a new data key, seals it to every member but the removed one, re-encrypts the database and journals it.
    /// Nobody reads or writes meanwhile (0.3 s for a school). The recovery words stay the same.
    ///
    /// # Errors
    /// The disk is full or the database failed: the next opening settles which key counts.
    pub async fn rekey(
        &self,
        keyring: &mut Keyring,
        removed: Option<StaffId>,
        stamp: Stamp,
        rng: &mut impl CryptoRng,
    ) -> Result<()> {
        let alone = Arc::clone(&self.0.rekeying).write_owned().await;
        let key = self.data_key();
        let (next_key, mut next) = self.prepare_rekey(&key, keyring, removed, rng).await?;
        self.re_encrypt(&next_key).await?;
        self.replace_data_key(next_key);
        let write = self.write_while(alone.downgrade(), stamp).await?;
        finish(write, removed).await?;
        next.take_over()?;
        *keyring = next;
        Ok(())
    }

    async fn prepare_rekey(
        &self,
        key: &DataKey,
        keyring: &Keyring,
        removed: Option<StaffId>,
        rng: &mut impl CryptoRng,
    ) -> Result<(DataKey, Keyring)> {
        let next_key = DataKey::random(rng);
        let next = keyring.renewed(&next_key, removed, rng)?;
        next.save()?;
        let mut tx = self.pool().begin().await?;
        sealed::stage(&mut tx, key, &next_key, rng).await?;
        tx.commit().await?;
        Ok((next_key, next))
    }

    /// The embedded file only: PostgreSQL keeps nothing under the data key but the sealed values.
    async fn re_encrypt(&self, next_key: &DataKey) -> Result<()> {
        match self.pool() {
            Pool::Sqlite(pools) => {
                pools
                    .rekey(&self.0.location.dir().join(DATABASE_FILE), next_key)
                    .await
            }
            Pool::Postgres(_) => Ok(()),
        }
    }
}

async fn finish(mut write: Write, removed: Option<StaffId>) -> Result<()> {
    sealed::promote(write.tx()).await?;
    if let Some(staff) = removed {
        write.remove_staff(staff).await?;
        write.note(Entry::new(Act::StaffRemoved, Subject::Staff(staff)));
    }
    write.commit(Entry::new(Act::Rekeyed, Subject::None)).await
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use domain::{Limits, Role};
    use tempfile::TempDir;
    use uuid::Uuid;
    use zeroize::Zeroizing;

    use super::*;
    use crate::enter::{Credential, Entered};
    use crate::keyring::{Member, UnlockError};
    use crate::open::Location;
    use crate::sealed::SecretName;
    use crate::testing::{
        PASSWORD, SMALL_COST, STAFF, TestStore, USER, both_databases, later_rng, noon, stamp,
    };

    const LUC: StaffId = StaffId(Uuid::from_u128(2));
    const LUC_PASSWORD: &str = "un autre mot de passe long";

    /// A second member and a mail password, so that there is something to lose.
    async fn furnish(store: &TestStore) -> Keyring {
        let mut rng = later_rng();
        let mut keyring = Keyring::read(store.location.dir()).unwrap();
        let luc = Member {
            id: LUC,
            user: "Luc",
            password: LUC_PASSWORD,
        };
        keyring.add(luc, &store.key, SMALL_COST, &mut rng).unwrap();
        let mut write = store.write(stamp()).await.unwrap();
        write
            .add_staff(STAFF, USER, Role::Administrator)
            .await
            .unwrap();
        write.add_staff(LUC, "Luc", Role::Secretary).await.unwrap();
        write
            .put_secret(SecretName::SmtpPassword, b"courrier", &mut rng)
            .await
            .unwrap();
        write
            .commit(Entry::new(Act::StaffAdded, Subject::Staff(LUC)))
            .await
            .unwrap();
        keyring
    }

    /// The files as a power cut would leave them now.
    fn power_cut(store: &TestStore) -> (TempDir, Location) {
        let dir = tempfile::tempdir().unwrap();
        copy(store.location.dir(), dir.path());
        let mut location = store.location.clone();
        match &mut location {
            Location::Embedded { dir: place } | Location::Postgres { dir: place, .. } => {
                *place = dir.path().to_owned();
            }
        }
        (dir, location)
    }

    fn copy(from: &Path, to: &Path) {
        for file in fs::read_dir(from).unwrap() {
            let file = file.unwrap();
            fs::copy(file.path(), to.join(file.file_name())).unwrap();
        }
    }

    fn password(password: &str) -> Credential {
        Credential::Password {
            user: None,
            password: Zeroizing::new(password.to_owned()),
        }
    }

    async fn enter(location: &Location, credential: Credential) -> Result<Entered, UnlockError> {
        Store::enter(location.clone(), credential, noon(), &Limits::default()).await
    }

    /// Marie-Ève comes in and finds everything; whether Luc does is told.
    async fn check(location: &Location) -> bool {
        let marie = enter(location, password(PASSWORD)).await.unwrap();
        assert_eq!(marie.staff, Some(STAFF));
        let mail = marie
            .store
            .secret(SecretName::SmtpPassword)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(mail.as_slice(), b"courrier");
        assert_eq!(
            marie.store.check_chain().await.unwrap().chain,
            crate::Chain::Ok
        );
        assert!(!location.dir().join("keyring.next.json").exists());
        marie.store.close().await.unwrap();
        match enter(location, password(LUC_PASSWORD)).await {
            Ok(luc) => {
                luc.store.close().await.unwrap();
                true
            }
            Err(UnlockError::Wrong) => false,
            Err(error) => panic!("{error}"),
        }
    }

    #[tokio::test]
    async fn a_removed_members_key_opens_nothing_any_more() {
        both_databases(async |store| {
            let mut keyring = furnish(store).await;
            let words = Zeroizing::new(store.words.words().join(" "));
            let (before, _) = power_cut(store);
            store
                .rekey(&mut keyring, Some(LUC), stamp(), &mut later_rng())
                .await
                .unwrap();

            assert!(
                store
                    .secret(SecretName::SmtpPassword)
                    .await
                    .unwrap()
                    .is_some()
            );
            assert_eq!(store.staff_member(LUC).await.unwrap(), None);
            assert_eq!(
                store
                    .journal_page(stamp().desk, None, 9)
                    .await
                    .unwrap()
                    .len(),
                3
            );
            store.close().await.unwrap();
            assert!(!check(&store.location).await);
            let recovered = enter(&store.location, Credential::Words(words))
                .await
                .unwrap();
            assert_eq!(recovered.staff, None);
            recovered.store.close().await.unwrap();

            // Not even with the keyring that was put aside.
            fs::copy(
                before.path().join("keyring.json"),
                store.location.dir().join("keyring.json"),
            )
            .unwrap();
            assert!(
                enter(&store.location, password(LUC_PASSWORD))
                    .await
                    .is_err()
            );
        })
        .await;
    }

    #[tokio::test]
    async fn a_rekeying_cut_short_at_any_step_leaves_a_desk_that_opens() {
        both_databases(async |store| {
            let keyring = furnish(store).await;
            let mut rng = later_rng();
            let alone = Arc::clone(&store.0.rekeying).write_owned().await;
            let key = store.data_key();

            let (next_key, next) = store
                .prepare_rekey(&key, &keyring, Some(LUC), &mut rng)
                .await
                .unwrap();
            let (_cut, prepared) = power_cut(store);
            if matches!(store.location, Location::Embedded { .. }) {
                assert!(check(&prepared).await, "nothing happened yet");
            }

            store.re_encrypt(&next_key).await.unwrap();
            let (_cut, re_encrypted) = power_cut(store);
            if matches!(store.location, Location::Embedded { .. }) {
                assert!(!check(&re_encrypted).await, "the next key counts");
            }

            store.replace_data_key(next_key);
            let write = store.write_while(alone.downgrade(), stamp()).await.unwrap();
            finish(write, Some(LUC)).await.unwrap();
            let (_cut, finished) = power_cut(store);
            assert!(!check(&finished).await, "the next key counts");
            drop(next);
        })
        .await;
    }

    #[tokio::test]
    async fn on_the_server_a_rekeying_that_was_only_prepared_never_happened() {
        let store = crate::testing::postgres().await;
        let keyring = furnish(&store).await;
        let mut rng = later_rng();
        let _ = store
            .prepare_rekey(&store.key, &keyring, Some(LUC), &mut rng)
            .await
            .unwrap();
        store.close().await.unwrap();
        assert!(check(&store.location).await);
    }

    #[tokio::test]
    async fn pages_that_only_the_wal_has_under_the_next_key_are_found() {
        let store = crate::testing::embedded().await;
        let keyring = furnish(&store).await;
        let mut rng = later_rng();
        let (next_key, _next) = store
            .prepare_rekey(&store.key, &keyring, None, &mut rng)
            .await
            .unwrap();
        let Pool::Sqlite(pools) = store.pool() else {
            unreachable!("it is embedded")
        };
        let sql = format!("pragma rekey = {}", next_key.as_pragma().as_str());
        sqlx::raw_sql(sqlx::AssertSqlSafe(sql))
            .execute(&pools.writer)
            .await
            .unwrap();
        let (_cut, location) = power_cut(&store);
        assert!(check(&location).await);
    }
}
