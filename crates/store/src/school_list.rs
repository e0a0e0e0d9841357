//! The list of Québec's schools that an administrator may load (domain.md §11): replaced whole, read whole.
//! Finding one in it is `domain::find_schools`; the schools of the registry are in `registry.rs`.

use domain::{ListedSchool, SchoolCode, ServiceCentreCode};
use serde_json::json;

use crate::batch::Table;
use crate::error::Result;
use crate::open::Store;
use crate::pool::{execute, read};
use crate::rows::{Stored, row};
use crate::write::Write;

impl Stored for SchoolCode {
    type Column = String;

    fn from_column(column: String) -> Option<Self> {
        Self::parse(&column)
    }

    fn column(&self) -> String {
        self.as_str().to_owned()
    }
}

row! {
    /// A line of the list.
    pub struct ListedSchoolRow {
        pub code: SchoolCode,
        pub name: String,
        pub municipality: String,
        pub service_centre: ServiceCentreCode,
    }
}

const LISTED_SCHOOLS: Table = Table {
    name: "listed_school",
    ids: &[],
    others: &["code", "name", "municipality", "service_centre"],
    import: "",
    on_conflict: "",
};

impl Store {
    /// The whole list, by name: some thousands of schools, or none before a list was loaded.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote.
    pub async fn listed_schools(&self) -> Result<Vec<ListedSchool>> {
        let rows: Vec<ListedSchoolRow> = read!(self, conn =>
            sqlx::query_as("select * from listed_school order by name, code").fetch_all(conn))?;
        let school = |row: ListedSchoolRow| ListedSchool {
            code: row.code,
            name: row.name,
            municipality: row.municipality,
            service_centre: row.service_centre,
        };
        Ok(rows.into_iter().map(school).collect())
    }

    /// How many schools the list has.
    ///
    /// # Errors
    /// The database failed.
    pub async fn listed_school_count(&self) -> Result<u32> {
        let count: i64 = read!(self, conn =>
            sqlx::query_scalar("select count(*) from listed_school").fetch_one(conn))?;
        Ok(count.try_into().unwrap_or(u32::MAX))
    }
}

impl Write {
    /// Puts this list in the place of the one that was there, and tells how many schools that one had.
    ///
    /// # Errors
    /// The database refused; [`crate::StoreError::Taken`] when two schools have one code.
    pub async fn replace_listed_schools(&mut self, schools: &[ListedSchool]) -> Result<u64> {
        let before = execute!(self, sqlx::query("delete from listed_school"))?;
        let object = |school: &ListedSchool| {
            json!({
                "code": school.code.as_str(),
                "name": school.name,
                "municipality": school.municipality,
                "service_centre": school.service_centre.column(),
            })
        };
        LISTED_SCHOOLS.put(self, schools, object).await?;
        Ok(before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{montreal, write};
    use crate::testing::both_databases;

    fn school(code: &str, name: &str) -> ListedSchool {
        ListedSchool {
            code: SchoolCode::parse(code).unwrap(),
            name: name.to_owned(),
            municipality: "Montréal".to_owned(),
            service_centre: montreal(),
        }
    }

    #[tokio::test]
    async fn a_list_takes_the_place_of_the_one_before() {
        both_databases(async |store| {
            assert_eq!(store.listed_schools().await.unwrap(), []);
            let lists = [
                vec![school("762002", "École B"), school("762001", "École A")],
                vec![school("762003", "École C")],
            ];
            for (list, before) in lists.iter().zip([0, 2]) {
                write(store, async |write| {
                    assert_eq!(write.replace_listed_schools(list).await.unwrap(), before);
                })
                .await;
                let mut by_name = list.clone();
                by_name.sort_by(|one, other| one.name.cmp(&other.name));
                assert_eq!(store.listed_schools().await.unwrap(), by_name);
                let count = store.listed_school_count().await.unwrap();
                assert_eq!(count as usize, list.len());
            }
        })
        .await;
    }
}
