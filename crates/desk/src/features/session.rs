//! Signing in and out, and coming back with the recovery words (domain.md §15). Unwrapping the key *is* the sign-in.

use domain::{Role, StaffId, StaffPasswordError, check_staff_password};
use store::{
    Act, Actor, Credential, DeskKind, Detail, Entered, Entry, Keyring, Stamp, Store, StoreError,
    Subject, UnlockError, WordsError,
};
use zeroize::Zeroizing;

use crate::Desk;
use crate::contract::{
    CheckStaffPassword, Failure, Nothing, RecoverAccess, Secret, SignIn, StaffPasswordCheck,
};
use crate::failure::{Outcome, Trouble};
use crate::house::Open;
use crate::permission::Act as Permission;

/// The product's own name is too easily thought of for a password.
const CONTEXT: &str = "guichet";

impl Desk {
    pub(crate) async fn sign_in(&self, request: SignIn) -> Outcome<Nothing> {
        let kind = self.closed_kind().await.ok_or(Failure::NotAllowed)?;
        let credential = Credential::Password {
            user: Some(request.user_name),
            password: Zeroizing::new(request.password.expose().to_owned()),
        };
        self.enter(kind, credential).await
    }

    /// Opens the desk with a password; used by the window and by the command line.
    pub(crate) async fn enter(&self, kind: DeskKind, credential: Credential) -> Outcome<Nothing> {
        let entered = self.unlock(kind, credential).await?;
        let staff = entered.staff.ok_or(Failure::NotAllowed)?;
        self.open_for(kind, entered, staff).await
    }

    async fn unlock(&self, kind: DeskKind, credential: Credential) -> Outcome<Entered> {
        let location = self.location(kind).clone();
        let now = self.environment().now();
        Store::enter(location, credential, now, self.limits())
            .await
            .map_err(refusal)
    }

    /// Puts the entered desk in its place. A wrap whose member is gone from the database opens nothing.
    pub(crate) async fn open_for(
        &self,
        kind: DeskKind,
        entered: Entered,
        staff: StaffId,
    ) -> Outcome<Nothing> {
        let Entered { store, keyring, .. } = entered;
        let found = async {
            let member = store
                .staff_member(staff)
                .await?
                .ok_or(Failure::WrongPassword { wait_seconds: 0 })?;
            let desk = store.desks().await?.into_iter().next();
            let desk = desk.ok_or_else(|| Trouble::unexpected("the database has no desk"))?;
            // A demo copied into a desk's folder is still a demo.
            if desk.kind != kind {
                return Err(Failure::NotAllowed.into());
            }
            Ok::<_, Trouble>((member, desk))
        };
        let (member, desk) = match found.await {
            Ok(found) => found,
            Err(trouble) => {
                store.close().await?;
                return Err(trouble);
            }
        };
        let open = Open::new(
            kind,
            self.folder(kind),
            store,
            desk,
            staff,
            member.user_name,
            member.role,
            self.environment().now(),
        );
        self.tell_journal(&open, keyring).await?;
        self.put_open(open).await;
        Ok(())
    }

    /// The sign-in, the wrong tries counted in the keyring before it, and whatever a stopped program left.
    async fn tell_journal(&self, open: &Open, mut keyring: Keyring) -> Outcome<()> {
        let mut write = open.store.write(self.stamp(open, open.actor())).await?;
        for wrong in keyring.wrong_tries() {
            let subject = wrong.staff.map_or(Subject::None, Subject::Staff);
            write.note(Entry::new(Act::SignInFailed, subject).with(Detail::Tries(wrong.tries)));
        }
        self.settle_unfinished(open, &mut write).await?;
        let stopped = domain::MailTrouble::ProgramStopped;
        write.release_stuck(write.now(), stopped).await?;
        super::requests::erase_old_requests(open, &mut write).await?;
        write
            .commit(Entry::new(Act::SignIn, Subject::Staff(open.staff)))
            .await?;
        Ok(keyring.wrong_tries_told()?)
    }

    pub(crate) async fn sign_out(&self, (): Nothing) -> Outcome<Nothing> {
        let open = self.staffed(Permission::RunVisit).await?;
        {
            let mut place = open.visit.lock().await;
            if crate::visit::under_way(&mut place).is_ok() {
                return Err(Failure::VisitUnderWay.into());
            }
            if place.alive().next().is_some() {
                return Err(Failure::VisitsAside.into());
            }
        }
        let write = open.store.write(self.stamp(&open, open.actor())).await?;
        write
            .commit(Entry::new(Act::SignOut, Subject::Staff(open.staff)))
            .await?;
        let kind = open.kind;
        drop(open);
        self.close().await;
        self.choose_closed(kind).await;
        Ok(())
    }

    /// The recovery words open the desk once, for an administrator who chooses a new password (domain.md §15).
    pub(crate) async fn recover_access(&self, request: RecoverAccess) -> Outcome<Nothing> {
        let kind = self.closed_kind().await.ok_or(Failure::NotAllowed)?;
        let words = Zeroizing::new(request.words.expose().to_owned());
        let entered = self.unlock(kind, Credential::Words(words)).await?;
        let store = entered.store.clone();
        let recovered = self
            .recovered(kind, entered, &request.user_name, &request.new_password)
            .await;
        if recovered.is_err() {
            store.close().await?;
        }
        recovered
    }

    async fn recovered(
        &self,
        kind: DeskKind,
        entered: Entered,
        user_name: &str,
        password: &Secret,
    ) -> Outcome<()> {
        let store = entered.store.clone();
        let wished = domain::name::fold(user_name);
        let everybody = store.staff().await?;
        let member = everybody.into_iter().find(|member| {
            member.removed_at.is_none()
                && member.role == Role::Administrator
                && domain::name::fold(&member.user_name) == wished
        });
        let member = member.ok_or(Failure::NotFound)?;
        let desk = store.desks().await?.into_iter().next();
        let desk = desk.ok_or_else(|| Trouble::unexpected("the database has no desk"))?;
        accept(password, &[&member.user_name, &desk.school_name])?;
        self.set_keyring_password(self.folder(kind), &store, member.id, password)
            .await?;
        let stamp = Stamp::new(self.environment().now(), Actor::Staff(member.id), desk.id);
        let mut write = store.write(stamp).await?;
        write.set_staff_pin(member.id, None).await?;
        write
            .commit(Entry::new(Act::Recovered, Subject::Staff(member.id)))
            .await?;
        let keyring = Keyring::read(self.folder(kind))?;
        self.open_for(
            kind,
            Entered {
                store,
                keyring,
                staff: None,
            },
            member.id,
        )
        .await
    }

    /// The password of whoever is signed in, asked again before the desk comes back.
    pub(crate) async fn check_own_password(&self, open: &Open, password: Secret) -> Outcome<()> {
        let user = open.user_name.clone();
        self.identify(open, user, password).await.map(drop)
    }

    /// Who this is, by their own name and password; the desk stays with whoever is signed in.
    pub(crate) async fn identify(
        &self,
        open: &Open,
        user: String,
        password: Secret,
    ) -> Outcome<StaffId> {
        let _keyring = open.keyring.lock().await;
        let folder = open.folder.clone();
        let (now, limits) = (self.environment().now(), self.limits().clone());
        let work = move || {
            let mut keyring = Keyring::read(&folder)?;
            let unlocked = keyring.unlock(Some(&user), password.expose(), now, &limits)?;
            Ok(unlocked.staff)
        };
        tokio::task::spawn_blocking(work)
            .await
            .map_err(Trouble::unexpected)?
            .map_err(refusal)
    }

    #[expect(clippy::unused_async, reason = "called as every command is")]
    pub(crate) async fn check_staff_password(
        &self,
        request: CheckStaffPassword,
    ) -> Outcome<StaffPasswordCheck> {
        let password = request.password.expose();
        let length = u32::try_from(password.chars().count()).unwrap_or(u32::MAX);
        let checked = check_staff_password(password, &[CONTEXT, &request.user_name]);
        Ok(StaffPasswordCheck {
            length,
            refused: checked.err().map(Into::into),
        })
    }
}

/// domain.md §5: the rule of staff passwords, with the words that are too near.
pub(crate) fn accept(password: &Secret, context: &[&str]) -> Result<(), Failure> {
    let words: Vec<&str> = context.iter().copied().chain([CONTEXT]).collect();
    check_staff_password(password.expose(), &words).map_err(|reason: StaffPasswordError| {
        Failure::StaffPasswordRefused {
            reason: reason.into(),
        }
    })
}

/// What a keyring that did not open says to a window.
pub(crate) fn refusal(error: UnlockError) -> Trouble {
    match error {
        UnlockError::Wrong => Failure::WrongPassword { wait_seconds: 0 }.into(),
        UnlockError::Wait { seconds } => Failure::WrongPassword {
            wait_seconds: u32::try_from(seconds).unwrap_or(u32::MAX),
        }
        .into(),
        UnlockError::Words(WordsError::Unknown { position }) => Failure::WrongWords {
            unknown_word: u32::try_from(position).ok(),
        }
        .into(),
        UnlockError::Words(_) | UnlockError::OtherWords => {
            Failure::WrongWords { unknown_word: None }.into()
        }
        UnlockError::Store(StoreError::Missing) => Failure::NotFound.into(),
        UnlockError::Store(error) => error.into(),
    }
}
