//! How tables are read, under the names that a school gave (domain.md §12). What a mapping says belongs to `desk`.

use chrono::{DateTime, Utc};

use crate::error::Result;
use crate::open::Store;
use crate::pool::{execute, read};
use crate::rows::row;
use crate::write::Write;

row! {
    /// A mapping under its name.
    pub struct ProfileRow {
        pub name: String,
        /// The mapping as the desk writes it.
        pub mapping: String,
        pub saved_at: DateTime<Utc>,
    }
}

impl Store {
    /// Every profile, the one saved last first.
    ///
    /// # Errors
    /// The database failed.
    pub async fn profiles(&self) -> Result<Vec<ProfileRow>> {
        read!(self, conn => sqlx::query_as(
            "select name, mapping, saved_at from import_profile order by saved_at desc, name_folded",
        ).fetch_all(conn))
    }
}

impl Write {
    /// Saves a profile over the one of the same folded name.
    ///
    /// # Errors
    /// The database refused.
    pub async fn save_profile(&mut self, name: &str, mapping: &str) -> Result<()> {
        let now = self.now();
        execute!(self, sqlx::query(
            "insert into import_profile (name_folded, name, mapping, saved_at) values ($1, $2, $3, $4)
             on conflict (name_folded) do update
             set name = excluded.name, mapping = excluded.mapping, saved_at = excluded.saved_at",
        )
        .bind(domain::name::fold(name))
        .bind(name)
        .bind(mapping)
        .bind(now))?;
        Ok(())
    }

    /// Removes the profile of this folded name; false when there is none.
    ///
    /// # Errors
    /// The database refused.
    pub async fn remove_profile(&mut self, name: &str) -> Result<bool> {
        let removed = execute!(
            self,
            sqlx::query("delete from import_profile where name_folded = $1")
                .bind(domain::name::fold(name))
        )?;
        Ok(removed > 0)
    }
}

#[cfg(test)]
mod tests {
    use crate::fixtures::commit;
    use crate::testing::{both_databases, stamp};

    #[tokio::test]
    async fn a_profile_is_kept_under_its_folded_name_until_it_is_removed() {
        both_databases(async |store| {
            for (name, mapping) in [("Mosaïque", "one"), ("Autre", "two"), ("MOSAIQUE", "three")] {
                let mut write = store.write(stamp()).await.unwrap();
                write.save_profile(name, mapping).await.unwrap();
                commit(write).await;
            }
            let kept = store.profiles().await.unwrap();
            let mut kept: Vec<_> = kept
                .iter()
                .map(|row| (row.name.as_str(), row.mapping.as_str()))
                .collect();
            kept.sort_unstable();
            assert_eq!(kept, [("Autre", "two"), ("MOSAIQUE", "three")]);

            let mut write = store.write(stamp()).await.unwrap();
            assert!(write.remove_profile("mosaique").await.unwrap());
            assert!(!write.remove_profile("mosaique").await.unwrap());
            commit(write).await;
            assert_eq!(store.profiles().await.unwrap().len(), 1);
        })
        .await;
    }
}
