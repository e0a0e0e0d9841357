//! The desks of this database, and the settings that are no secret, by name.
//! What a setting means belongs to `desk`; secrets are sealed (`sealed.rs`).

use chrono::{DateTime, Utc};
use domain::{DeskId, ServiceCentreCode};

use crate::error::Result;
use crate::open::Store;
use crate::pool::{execute, read};
use crate::rows::{Stored as _, row};
use crate::write::Write;

domain::text_enum! {
    /// A desk of a school, or the made-up one.
    pub enum DeskKind {
        Real = "real",
        Demo = "demo",
    }
}

row! {
    /// A workstation and the school that it serves.
    pub struct DeskRow {
        pub id: DeskId,
        pub kind: DeskKind,
        pub service_centre: ServiceCentreCode,
        pub school_name: String,
        pub created_at: DateTime<Utc>,
    }
}

impl Store {
    /// Every desk, the first one first. The embedded database has one, from its setting up.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote.
    pub async fn desks(&self) -> Result<Vec<DeskRow>> {
        read!(self, conn => sqlx::query_as("select * from desk order by created_at, id").fetch_all(conn))
    }

    /// The value of a setting; none when it was never set.
    ///
    /// # Errors
    /// The database failed.
    pub async fn setting(&self, name: &str) -> Result<Option<String>> {
        read!(self, conn => sqlx::query_scalar("select value from setting where name = $1")
            .bind(name).fetch_optional(conn))
    }
}

impl Write {
    /// Sets up a desk, at the time of this write.
    ///
    /// # Errors
    /// The database refused; [`crate::StoreError::Taken`] for a desk that is there.
    pub async fn create_desk(
        &mut self,
        id: DeskId,
        kind: DeskKind,
        service_centre: ServiceCentreCode,
        school_name: &str,
    ) -> Result<()> {
        let now = self.now();
        execute!(self, sqlx::query(
            "insert into desk (id, kind, service_centre, school_name, created_at) values ($1, $2, $3, $4, $5)",
        )
        .bind(id.0)
        .bind(kind.as_str())
        .bind(service_centre.column())
        .bind(school_name)
        .bind(now))?;
        Ok(())
    }

    /// Names the school of a desk anew.
    ///
    /// # Errors
    /// The database refused.
    pub async fn rename_school(&mut self, desk: DeskId, school_name: &str) -> Result<()> {
        execute!(
            self,
            sqlx::query("update desk set school_name = $2 where id = $1")
                .bind(desk.0)
                .bind(school_name)
        )?;
        Ok(())
    }

    /// Sets a setting, over the value that it had; none forgets it.
    ///
    /// # Errors
    /// The database refused.
    pub async fn set_setting(&mut self, name: &str, value: Option<&str>) -> Result<()> {
        match value {
            Some(value) => execute!(
                self,
                sqlx::query(
                    "insert into setting (name, value) values ($1, $2)
                     on conflict (name) do update set value = excluded.value",
                )
                .bind(name)
                .bind(value)
            )?,
            None => execute!(
                self,
                sqlx::query("delete from setting where name = $1").bind(name)
            )?,
        };
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{commit, montreal};
    use crate::testing::{DESK, both_databases, noon, stamp};

    #[tokio::test]
    async fn a_desk_is_kept_with_its_school() {
        both_databases(async |store| {
            assert_eq!(store.desks().await.unwrap(), []);
            let mut write = store.write(stamp()).await.unwrap();
            let real = DeskKind::Real;
            write
                .create_desk(DESK, real, montreal(), "École")
                .await
                .unwrap();
            write
                .rename_school(DESK, "École des Érables")
                .await
                .unwrap();
            commit(write).await;
            let desk = DeskRow {
                id: DESK,
                kind: real,
                service_centre: montreal(),
                school_name: "École des Érables".to_owned(),
                created_at: noon(),
            };
            assert_eq!(store.desks().await.unwrap(), [desk]);
        })
        .await;
    }

    #[tokio::test]
    async fn a_setting_is_set_changed_and_forgotten() {
        both_databases(async |store| {
            for value in [None, Some("https://portail.example"), Some(""), None] {
                let mut write = store.write(stamp()).await.unwrap();
                write.set_setting("portal_address", value).await.unwrap();
                commit(write).await;
                let found = store.setting("portal_address").await.unwrap();
                assert_eq!(found.as_deref(), value);
            }
        })
        .await;
    }
}
