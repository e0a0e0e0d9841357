//! Who works here: added, given a new password, removed. Removing re-keys the database, so that the key of whoever
//! left opens nothing any more (domain.md §14).

use std::path::Path;

use domain::{Role, StaffId};
use store::{Act, Detail, Entry, Keyring, Member, Store, StoreError, Subject};

use super::session::accept;
use crate::Desk;
use crate::contract::{AddStaff, Failure, Nothing, RemoveStaff, ResetStaff, Secret, StaffLine};
use crate::failure::{Outcome, Trouble};
use crate::permission::Act as Permission;

impl Desk {
    pub(crate) async fn list_staff(&self, (): Nothing) -> Outcome<Vec<StaffLine>> {
        let open = self.staffed(Permission::ManageStaff).await?;
        let members = open
            .store
            .staff()
            .await?
            .into_iter()
            .filter(|member| member.removed_at.is_none());
        Ok(members
            .map(|member| StaffLine {
                id: member.id.0,
                is_you: member.id == open.staff,
                user_name: member.user_name,
                role: member.role.into(),
                created_at: member.created_at,
            })
            .collect())
    }

    pub(crate) async fn add_staff(&self, request: AddStaff) -> Outcome<Nothing> {
        let open = self.staffed(Permission::ManageStaff).await?;
        let _keyring = open.keyring.lock().await;
        let user_name = request.user_name.trim().to_owned();
        if domain::name::fold(&user_name).is_empty() {
            return Err(Failure::Invalid {
                field: "user_name".into(),
            }
            .into());
        }
        accept(&request.password, &[&user_name, &open.desk.school_name])?;
        let staff = StaffId(self.environment().id());
        let role = request.role.0;
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        let taken = |error| match error {
            StoreError::Taken => Trouble::Refused(Failure::UserNameTaken),
            other => other.into(),
        };
        write
            .add_staff(staff, &user_name, role)
            .await
            .map_err(taken)?;
        // The wrap first: a member without one cannot come in, a wrap without its member opens nothing.
        self.add_to_keyring(
            &open.folder,
            &open.store,
            staff,
            user_name,
            request.password,
        )
        .await?;
        write
            .commit(Entry::new(Act::StaffAdded, Subject::Staff(staff)).with(Detail::Role(role)))
            .await?;
        self.changed();
        Ok(())
    }

    async fn add_to_keyring(
        &self,
        folder: &Path,
        store: &Store,
        staff: StaffId,
        user: String,
        password: Secret,
    ) -> Outcome<()> {
        let (folder, key) = (folder.to_owned(), store.data_key());
        let (cost, mut random) = (self.kdf_cost(), self.environment().split_random());
        let work = move || {
            let mut keyring = Keyring::read(&folder)?;
            let member = Member {
                id: staff,
                user: &user,
                password: password.expose(),
            };
            keyring.add(member, &key, cost, &mut random)
        };
        Ok(tokio::task::spawn_blocking(work)
            .await
            .map_err(Trouble::unexpected)??)
    }

    /// Gives a member a new password; the old one, and their PIN, open nothing from now on.
    pub(crate) async fn reset_staff(&self, request: ResetStaff) -> Outcome<Nothing> {
        let open = self.staffed(Permission::ManageStaff).await?;
        let _keyring = open.keyring.lock().await;
        let staff = StaffId(request.staff_id);
        let member = open
            .store
            .staff_member(staff)
            .await?
            .ok_or(Failure::NotFound)?;
        accept(
            &request.new_password,
            &[&member.user_name, &open.desk.school_name],
        )?;
        self.set_keyring_password(&open.folder, &open.store, staff, &request.new_password)
            .await?;
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        write.set_staff_pin(staff, None).await?;
        write
            .commit(Entry::new(Act::StaffReset, Subject::Staff(staff)))
            .await?;
        self.changed();
        Ok(())
    }

    pub(crate) async fn set_keyring_password(
        &self,
        folder: &Path,
        store: &Store,
        staff: StaffId,
        password: &Secret,
    ) -> Outcome<()> {
        let (folder, key, password) = (folder.to_owned(), store.data_key(), password.clone());
        let (cost, mut random) = (self.kdf_cost(), self.environment().split_random());
        let work = move || {
            Keyring::read(&folder)?.set_password(staff, password.expose(), &key, cost, &mut random)
        };
        Ok(tokio::task::spawn_blocking(work)
            .await
            .map_err(Trouble::unexpected)??)
    }

    /// Removes a member and re-keys the database. Nobody removes themselves, so an administrator always stays.
    pub(crate) async fn remove_staff(&self, request: RemoveStaff) -> Outcome<Nothing> {
        let open = self.staffed(Permission::ManageStaff).await?;
        let _keyring = open.keyring.lock().await;
        let staff = StaffId(request.staff_id);
        let everybody = open.store.staff().await?;
        let member = everybody
            .iter()
            .find(|member| member.id == staff && member.removed_at.is_none());
        let member = member.ok_or(Failure::NotFound)?;
        let administrators = everybody
            .iter()
            .filter(|other| other.removed_at.is_none() && other.role == Role::Administrator)
            .count();
        if staff == open.staff || (member.role == Role::Administrator && administrators == 1) {
            return Err(Failure::LastAdministrator.into());
        }
        let mut keyring = Keyring::read(&open.folder)?;
        let mut random = self.environment().split_random();
        open.store
            .rekey(
                &mut keyring,
                Some(staff),
                self.stamp(&open, open.actor()),
                &mut random,
            )
            .await?;
        self.changed();
        Ok(())
    }
}
