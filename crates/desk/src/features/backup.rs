//! Backing the desk up and restoring it (domain.md §15). A restore is checked whole before it replaces anything,
//! and what it replaces is moved aside.

use std::path::PathBuf;

use store::{Credential, DeskKind, RECOVERY_WORD_COUNT};
use zeroize::Zeroizing;

use super::journal::short_hash;
use super::session::refusal;
use crate::Desk;
use crate::contract::{BackUp, BackupMade, Failure, Nothing, RestoreBackup};
use crate::failure::{Outcome, Trouble};
use crate::permission::Act as Permission;

impl Desk {
    /// Writes one encrypted file with the keyring, and checks it. The demo has nothing to back up, and a backup of it
    /// could be taken for a desk's.
    pub(crate) async fn back_up(&self, request: BackUp) -> Outcome<BackupMade> {
        let open = self.staffed(Permission::BackUp).await?;
        let path = PathBuf::from(request.path.trim());
        if path.file_name().is_none() {
            return Err(Failure::Invalid {
                field: "path".into(),
            }
            .into());
        }
        if open.kind == DeskKind::Demo {
            return Err(Failure::NotAllowed.into());
        }
        let made = open
            .store
            .back_up(&path, self.stamp(&open, open.actor()))
            .await?;
        let bytes = tokio::fs::metadata(&path)
            .await
            .map_err(Trouble::unexpected)?
            .len();
        Ok(BackupMade {
            path: path.display().to_string(),
            bytes: u32::try_from(bytes).unwrap_or(u32::MAX),
            journal_count: u32::try_from(made.journal_count).unwrap_or(u32::MAX),
            journal_head: short_hash(&made.journal_hash),
        })
    }

    /// Puts a backup back while nobody is signed in. With a password its owner is signed in; the recovery words leave
    /// the desk closed, and a new administrator password is chosen with them.
    pub(crate) async fn restore_backup(&self, request: RestoreBackup) -> Outcome<Nothing> {
        self.closed_kind().await.ok_or(Failure::NotAllowed)?;
        let kind = DeskKind::Real;
        let path = PathBuf::from(request.path.trim());
        let secret = Zeroizing::new(request.secret.expose().to_owned());
        let user = request
            .user_name
            .map(|user| user.trim().to_owned())
            .filter(|user| !user.is_empty());
        let credential = match user {
            None if secret.split_whitespace().count() >= RECOVERY_WORD_COUNT => {
                Credential::Words(secret)
            }
            user => Credential::Password {
                user,
                password: secret,
            },
        };
        let now = self.environment().now();
        let restored =
            store::restore(&path, self.location(kind), credential, now, self.limits()).await;
        let entered = restored.map_err(refusal)?.entered;
        match entered.staff {
            Some(staff) => self.open_for(kind, entered, staff).await,
            None => {
                entered.store.close().await?;
                self.choose_closed(kind).await;
                Ok(())
            }
        }
    }
}
