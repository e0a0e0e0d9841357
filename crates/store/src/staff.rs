//! The members of staff: their rows (domain.md §14), and the PIN that some have set. Their keys are in `keyring.rs`; what they may do is decided in `desk`.

use chrono::{DateTime, Utc};
use domain::{Role, StaffId};
use uuid::Uuid;

use crate::accounts::PasswordHash;
use crate::error::{Result, StoreError};
use crate::open::Store;
use crate::pool::{execute, read};
use crate::write::{Actor, Write};

/// A member of staff, present or removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffMember {
    pub id: StaffId,
    /// As it was typed when the member was added.
    pub user_name: String,
    pub role: Role,
    pub created_at: DateTime<Utc>,
    /// None for the first administrator.
    pub created_by: Option<StaffId>,
    pub removed_at: Option<DateTime<Utc>>,
}

#[derive(sqlx::FromRow)]
struct StaffRow {
    id: Uuid,
    user_name: String,
    role: String,
    created_at: DateTime<Utc>,
    created_by: Option<Uuid>,
    removed_at: Option<DateTime<Utc>>,
}

impl StaffRow {
    fn into_member(self) -> Result<StaffMember> {
        Ok(StaffMember {
            id: StaffId(self.id),
            user_name: self.user_name,
            role: Role::parse(&self.role).ok_or(StoreError::Damaged("a role"))?,
            created_at: self.created_at,
            created_by: self.created_by.map(StaffId),
            removed_at: self.removed_at,
        })
    }
}

impl Store {
    /// Every member of staff there ever was, the first first: the journal names removed ones too.
    ///
    /// # Errors
    /// The database failed.
    pub async fn staff(&self) -> Result<Vec<StaffMember>> {
        let rows: Vec<StaffRow> = read!(self, conn => sqlx::query_as(
            "select id, user_name, role, created_at, created_by, removed_at from staff order by created_at, id",
        ).fetch_all(conn))?;
        rows.into_iter().map(StaffRow::into_member).collect()
    }

    /// One member of staff; none when there is no such member or they were removed.
    ///
    /// # Errors
    /// The database failed.
    pub async fn staff_member(&self, id: StaffId) -> Result<Option<StaffMember>> {
        let row: Option<StaffRow> = read!(self, conn => sqlx::query_as(
            "select id, user_name, role, created_at, created_by, removed_at from staff
             where id = $1 and removed_at is null",
        ).bind(id.0).fetch_optional(conn))?;
        row.map(StaffRow::into_member).transpose()
    }

    /// The hash of a member's PIN; none when they have set none.
    ///
    /// # Errors
    /// The database failed.
    pub async fn staff_pin(&self, id: StaffId) -> Result<Option<PasswordHash>> {
        let hash: Option<String> = read!(self, conn => sqlx::query_scalar(
            "select hash from staff_pin where staff_id = $1",
        ).bind(id.0).fetch_optional(conn))?;
        Ok(hash.map(PasswordHash))
    }
}

impl Write {
    /// Adds a member. The name is compared folded with those of the members who are not removed.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when another member has this name.
    pub async fn add_staff(&mut self, id: StaffId, user_name: &str, role: Role) -> Result<()> {
        let now = self.now();
        let created_by = match self.stamp().actor {
            Actor::Staff(staff) if staff != id => Some(staff.0),
            _ => None,
        };
        execute!(
            self,
            sqlx::query(
                "insert into staff (id, user_name, user_folded, role, created_at, created_by)
                 values ($1, $2, $3, $4, $5, $6)",
            )
            .bind(id.0)
            .bind(user_name)
            .bind(domain::name::fold(user_name))
            .bind(role.as_str())
            .bind(now)
            .bind(created_by)
        )?;
        Ok(())
    }

    /// Sets a member's PIN in the place of the one before, or takes it away.
    ///
    /// # Errors
    /// The database failed.
    pub async fn set_staff_pin(&mut self, id: StaffId, hash: Option<&PasswordHash>) -> Result<()> {
        let now = self.now();
        match hash {
            Some(hash) => execute!(self, sqlx::query(
                "insert into staff_pin (staff_id, hash, set_at) values ($1, $2, $3)
                 on conflict (staff_id) do update set hash = excluded.hash, set_at = excluded.set_at",
            ).bind(id.0).bind(&hash.0).bind(now))?,
            None => execute!(
                self,
                sqlx::query("delete from staff_pin where staff_id = $1").bind(id.0)
            )?,
        };
        Ok(())
    }

    /// Marks a member as removed; their PIN goes. Their key goes with `Store::rekey`, which calls this.
    ///
    /// # Errors
    /// The database failed.
    pub async fn remove_staff(&mut self, id: StaffId) -> Result<()> {
        self.set_staff_pin(id, None).await?;
        let now = self.now();
        execute!(
            self,
            sqlx::query("update staff set removed_at = $2 where id = $1 and removed_at is null")
                .bind(id.0)
                .bind(now)
        )?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::{Act, Entry, Subject};
    use crate::testing::{STAFF, both_databases, noon, stamp};

    const SECOND: StaffId = StaffId(Uuid::from_u128(2));
    const THIRD: StaffId = StaffId(Uuid::from_u128(3));

    async fn add(store: &Store, id: StaffId, name: &str, role: Role) -> Result<()> {
        let mut write = store.write(stamp()).await?;
        write.add_staff(id, name, role).await?;
        write
            .commit(Entry::new(Act::StaffAdded, Subject::Staff(id)))
            .await
    }

    #[tokio::test]
    async fn members_are_added_and_removed_and_their_names_are_free_again() {
        both_databases(async |store| {
            add(store, STAFF, "Marie-Ève", Role::Administrator)
                .await
                .unwrap();
            add(store, SECOND, "Luc", Role::Secretary).await.unwrap();
            for taken in ["Luc", "LUC", " lùc"] {
                let again = add(store, THIRD, taken, Role::Secretary).await;
                assert!(matches!(again, Err(StoreError::Taken)), "{taken:?}");
            }

            let pin = PasswordHash("$argon2id$pin".to_owned());
            let mut write = store.write(stamp()).await.unwrap();
            write.set_staff_pin(STAFF, Some(&pin)).await.unwrap();
            write.set_staff_pin(SECOND, Some(&pin)).await.unwrap();
            write.set_staff_pin(SECOND, Some(&pin)).await.unwrap();
            write.remove_staff(SECOND).await.unwrap();
            write
                .commit(Entry::new(Act::StaffRemoved, Subject::Staff(SECOND)))
                .await
                .unwrap();
            for (member, has_pin) in [(STAFF, true), (SECOND, false)] {
                assert_eq!(store.staff_pin(member).await.unwrap().is_some(), has_pin);
            }
            assert_eq!(store.staff_member(SECOND).await.unwrap(), None);
            add(store, THIRD, "Luc", Role::Secretary).await.unwrap();

            let staff = store.staff().await.unwrap();
            assert_eq!(staff.len(), 3);
            let luc = staff.iter().find(|member| member.id == SECOND).unwrap();
            assert_eq!(
                (luc.created_by, luc.removed_at),
                (Some(STAFF), Some(noon()))
            );
            let first = store.staff_member(STAFF).await.unwrap().unwrap();
            assert_eq!((first.role, first.created_by), (Role::Administrator, None));
        })
        .await;
    }
}
