//! The PIN of whoever is signed in, which takes the desk back after it was handed over or has locked (domain.md §7, §15):
//! set, taken away, tried. Which PIN may be is `domain`'s; the command that takes back is in `visit::counter`.
//!
//! Its hash is made as a parent's is. No hash would keep so few digits from somebody who reads it: what keeps them is the
//! encrypted database, and that the PIN opens no key and is tried five times at most.

use domain::{PIN_TRIES, check_staff_pin, is_meant_as_pin};
use store::{Act, Entry, PasswordHash, Subject};
use tokio::sync::Mutex;

use crate::Desk;
use crate::contract::{Failure, Nothing, OwnPin, Secret, SetOwnPin};
use crate::failure::{Outcome, Trouble};
use crate::hashing::{self, Checked};
use crate::house::Open;
use crate::permission::Act as Permission;

/// Wrong PINs in a row at an open desk. Held while one is tried, so that two at once count as two.
#[derive(Default)]
pub(crate) struct PinTries(Mutex<u32>);

impl Desk {
    pub(crate) async fn view_own_pin(&self, (): Nothing) -> Outcome<OwnPin> {
        let open = self.staffed(Permission::SetOwnPin).await?;
        let is_set = open.store.staff_pin(open.staff).await?.is_some();
        Ok(OwnPin { is_set })
    }

    /// Sets it in the place of the one before, or takes it away, having asked for the own password.
    pub(crate) async fn set_own_pin(&self, request: SetOwnPin) -> Outcome<Nothing> {
        let open = self.staffed(Permission::SetOwnPin).await?;
        if let Some(pin) = &request.pin {
            check_staff_pin(pin.expose()).map_err(|reason| Failure::StaffPinRefused {
                reason: reason.into(),
            })?;
        }
        self.check_own_password(&open, request.password).await?;
        let hash = match request.pin {
            Some(pin) => Some(self.pin_hash(pin).await?),
            None => None,
        };
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        write.set_staff_pin(open.staff, hash.as_ref()).await?;
        let act = match hash {
            Some(_) => Act::PinSet,
            None => Act::PinRemoved,
        };
        write
            .commit(Entry::new(act, Subject::Staff(open.staff)))
            .await?;
        *open.pin_tries.0.lock().await = 0;
        Ok(())
    }

    async fn pin_hash(&self, pin: Secret) -> Outcome<PasswordHash> {
        let mut salt = [0; 16];
        self.environment()
            .with_random(|random| rand::Rng::fill_bytes(random, &mut salt));
        let hash = hashing::hash(pin, salt).await;
        let hash = hash.ok_or_else(|| Trouble::unexpected("the machine could not hash a PIN"))?;
        Ok(PasswordHash(hash))
    }

    /// Whoever takes the desk back: by the password, or by the PIN when what was typed can be nothing else. Whether there
    /// is a PIN is told neither by the answer nor by the time that it takes.
    pub(crate) async fn check_pin_or_password(&self, open: &Open, typed: Secret) -> Outcome<()> {
        let mut tries = open.pin_tries.0.lock().await;
        if !is_meant_as_pin(typed.expose()) {
            self.check_own_password(open, typed).await?;
            *tries = 0;
            return Ok(());
        }
        if *tries >= PIN_TRIES {
            return Err(Failure::PinClosed.into());
        }
        let hash = open.store.staff_pin(open.staff).await?;
        if hashing::check(typed, hash.map(|hash| hash.0)).await != Checked::Wrong {
            *tries = 0;
            return Ok(());
        }
        *tries += 1;
        if *tries < PIN_TRIES {
            return Err(Failure::WrongPin.into());
        }
        let write = open.store.write(self.stamp(open, open.actor())).await?;
        write
            .commit(Entry::new(Act::PinClosed, Subject::Staff(open.staff)))
            .await?;
        Err(Failure::PinClosed.into())
    }
}
