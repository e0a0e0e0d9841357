//! Of the registry, those whom a chunk of an import may be about, and no others: the whole may not fit in memory.
//! Reading one student's file is in `registry.rs`; what a chunk is compared with is decided in `desk`.

use std::collections::{BTreeSet, HashSet};

use chrono::{DateTime, Utc};
use domain::name::fold;
use domain::{FicheNumber, GuardianId, PermanentCode, SchoolId, ServiceCentreCode, StudentId};
use serde_json::json;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::batch::id;
use crate::corrections::CorrectionRow;
use crate::error::Result;
use crate::open::Store;
use crate::pool::{Pool, read};
use crate::registry::{GuardianRow, GuardianshipRow, SchoolRow, StudentRow, students};
use crate::rows::{Joined, Stored as _, row};

/// Some students with the adults on their files. Students are sorted by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExistingRegistry {
    pub students: Vec<StudentRow>,
    /// Those of the students, then others by address or name.
    pub guardians: Vec<GuardianRow>,
    /// Of all these students and adults.
    pub guardianships: Vec<GuardianshipRow>,
    /// Links that the source does not say any more.
    pub unsaid: Vec<(StudentId, GuardianId)>,
    pub corrections: Vec<CorrectionRow>,
    /// Of an adult whom the desk made of two or more, what these were: a source may still name them.
    pub merged: Vec<(GuardianId, GuardianRow)>,
}

row! {
    /// Since when the source does not say a link any more.
    pub struct Said {
        pub unsaid_since: Option<DateTime<Utc>>,
    }
}

/// By what a chunk names its students.
#[derive(Clone, Debug, Default)]
pub struct ChunkKeys<'a> {
    pub source: &'a str,
    pub students: Vec<StudentKeys<'a>>,
}

/// By what a line names a student. The names count where no number is anybody's.
#[derive(Clone, Copy, Debug, Default)]
pub struct StudentKeys<'a> {
    pub fiche: Option<FicheNumber>,
    pub code: Option<&'a PermanentCode>,
    /// The id in the source.
    pub source_id: Option<&'a str>,
    /// Last and first names.
    pub names: Option<(&'a str, &'a str)>,
}

/// By what a chunk names its adults.
#[derive(Clone, Debug, Default)]
pub struct GuardianKeys {
    /// Folded addresses.
    pub emails: Vec<String>,
    /// [`crate::guardian_key`]s.
    pub names: Vec<String>,
    pub source: String,
    pub source_ids: Vec<String>,
}

impl ChunkKeys<'_> {
    /// Of the lines that name none of these students by a number, the folded names.
    fn names_without_number(&self, found: &[StudentRow]) -> Vec<[String; 2]> {
        let fiches: HashSet<_> = found.iter().filter_map(|row| row.fiche).collect();
        let codes: HashSet<_> = found
            .iter()
            .filter_map(|row| row.permanent_code.as_ref())
            .collect();
        let of_source = found.iter().filter(|row| row.source == self.source);
        let source_ids: HashSet<_> = of_source
            .filter_map(|row| row.source_id.as_deref())
            .collect();
        let is_found = |keys: &&StudentKeys<'_>| {
            keys.fiche.is_some_and(|fiche| fiches.contains(&fiche))
                || keys.code.is_some_and(|code| codes.contains(code))
                || keys.source_id.is_some_and(|id| source_ids.contains(id))
        };
        let others = self.students.iter().filter(|keys| !is_found(keys));
        let names: BTreeSet<_> = others
            .filter_map(|keys| keys.names)
            .map(|(last, first)| [fold(last), fold(first)])
            .collect();
        names.into_iter().collect()
    }
}

impl ExistingRegistry {
    fn student(&self, id: Uuid) -> Option<&StudentRow> {
        let place = self
            .students
            .binary_search_by_key(&id, |row| row.id.0)
            .ok()?;
        self.students.get(place)
    }

    /// Adds other students; some of their adults may be here already.
    fn add(&mut self, others: Self) {
        self.students.extend(others.students);
        self.students.sort_unstable_by_key(|row| row.id);
        let known: HashSet<_> = self.guardians.iter().map(|row| row.id).collect();
        let is_new = |id: Uuid| !known.contains(&GuardianId(id));
        self.corrections.extend(
            others
                .corrections
                .into_iter()
                .filter(|row| is_new(row.subject_id)),
        );
        self.guardians
            .extend(others.guardians.into_iter().filter(|row| is_new(row.id.0)));
        self.guardianships.extend(others.guardianships);
        self.unsaid.extend(others.unsaid);
        self.merged
            .extend(others.merged.into_iter().filter(|(kept, _)| is_new(kept.0)));
    }
}

/// Whose name the desk corrected: the source may still say the old one, which is folded nowhere. There are few of these.
const RENAMED: &str = "select id from student where service_centre = $1 and id in (
    select subject_id from correction where subject_kind = 'student' and field in ('last_names', 'first_names'))";

impl Store {
    /// The schools of a service centre.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote. So for every function of this file.
    pub async fn schools(&self, service_centre: ServiceCentreCode) -> Result<Vec<SchoolRow>> {
        read!(self, conn => sqlx::query_as("select * from school where service_centre = $1 order by id")
            .bind(service_centre.column()).fetch_all(conn))
    }

    /// How many students a service centre has, active or not.
    ///
    /// # Errors
    /// As for [`Store::schools`].
    pub async fn has_students(&self, service_centre: ServiceCentreCode) -> Result<bool> {
        let found: Option<i64> = read!(self, conn => sqlx::query_scalar(
            "select cast(1 as bigint) from student where service_centre = $1 limit 1",
        ).bind(service_centre.column()).fetch_optional(conn))?;
        Ok(found.is_some())
    }

    /// The students whom any of these keys names, with their adults.
    ///
    /// # Errors
    /// As for [`Store::schools`].
    pub async fn existing_students(
        &self,
        service_centre: ServiceCentreCode,
        keys: &ChunkKeys<'_>,
    ) -> Result<ExistingRegistry> {
        let ids = self.ids_by_number(service_centre, keys).await?;
        let mut found = self.files(ids).await?;
        let names = keys.names_without_number(&found.students);
        if names.is_empty() {
            return Ok(found);
        }
        let mut ids = self.ids_by_names(service_centre, &names).await?;
        ids.retain(|id| found.student(*id).is_none());
        found.add(self.files(ids).await?);
        Ok(found)
    }

    /// These students with their adults.
    async fn files(&self, mut ids: Vec<Uuid>) -> Result<ExistingRegistry> {
        ids.sort_unstable();
        ids.dedup();
        let mut found = ExistingRegistry::default();
        if ids.is_empty() {
            return Ok(found);
        }
        let list = self.each_id("$1");
        let students = ids_json(&ids);
        let of_students = format!(
            "{} where student.id in {list} order by student.id",
            students!("")
        );
        let of_ties = format!(
            "select * from guardianship where student_id in {list} order by student_id, guardian_id"
        );
        let (rows, ties) = tokio::try_join!(
            self.listed(&of_students, &students),
            self.listed::<Joined<GuardianshipRow, Said>>(&of_ties, &students),
        )?;
        found.students = rows;
        for Joined(tie, said) in ties {
            if said.unsaid_since.is_some() {
                found.unsaid.push((tie.student_id, tie.guardian_id));
            }
            found.guardianships.push(tie);
        }
        let mut adults: Vec<_> = found
            .guardianships
            .iter()
            .map(|tie| tie.guardian_id.0)
            .collect();
        adults.sort_unstable();
        adults.dedup();
        let sql = format!("select * from guardian where id in {list}");
        found.guardians = self.listed(&sql, &ids_json(&adults)).await?;
        ids.append(&mut adults);
        let sql = format!("select * from correction where subject_id in {list}");
        found.corrections = self.listed(&sql, &ids_json(&ids)).await?;
        found.merged = self.merged_into(&found.guardians).await?;
        Ok(found)
    }

    /// Adds the adults, on whosever file they are, whom any of these keys names.
    ///
    /// # Errors
    /// As for [`Store::schools`].
    pub async fn add_guardians(
        &self,
        found: &mut ExistingRegistry,
        keys: &GuardianKeys,
    ) -> Result<()> {
        let texts = self.each_text("$1");
        let mut others: Vec<GuardianRow> = Vec::new();
        for (column, keys) in [("email_folded", &keys.emails), ("name_folded", &keys.names)] {
            if !keys.is_empty() {
                let sql = format!("select * from guardian where {column} in {texts}");
                others.extend(
                    self.listed::<GuardianRow>(&sql, &json!(keys).to_string())
                        .await?,
                );
            }
        }
        if !keys.source_ids.is_empty() {
            let sql = format!("select * from guardian where source_id in {texts}");
            let rows: Vec<GuardianRow> = self
                .listed(&sql, &json!(keys.source_ids).to_string())
                .await?;
            others.extend(rows.into_iter().filter(|row| row.source == keys.source));
        }
        let mut known: Vec<_> = found.guardians.iter().map(|row| row.id).collect();
        known.sort_unstable();
        others.retain(|row| known.binary_search(&row.id).is_err());
        others.sort_unstable_by_key(|row| row.id);
        others.dedup_by_key(|row| row.id);
        if others.is_empty() {
            return Ok(());
        }
        let ids: Vec<_> = others.iter().map(|row| row.id.0).collect();
        let sql = format!(
            "select * from guardianship where guardian_id in {}",
            self.each_id("$1")
        );
        let ties: Vec<GuardianshipRow> = self.listed(&sql, &ids_json(&ids)).await?;
        found.guardianships.extend(ties);
        found.guardians.extend(others);
        Ok(())
    }

    /// The active students that a source gave, in these schools (none is that of students without one) or in all,
    /// after this id; at most so many.
    ///
    /// # Errors
    /// As for [`Store::schools`].
    pub async fn active_students_from(
        &self,
        service_centre: ServiceCentreCode,
        source: &str,
        after: Option<StudentId>,
        limit: u32,
    ) -> Result<Vec<(StudentId, Option<SchoolId>)>> {
        let after = after.map_or(Uuid::nil(), |id| id.0);
        let rows: Vec<(Uuid, Option<Uuid>)> = read!(self, conn => sqlx::query_as(
            "select id, school_id from student
             where id > $1 and active = true and source = $2 and service_centre = $3 order by id limit $4",
        )
        .bind(after)
        .bind(source)
        .bind(service_centre.column())
        .bind(limit.column())
        .fetch_all(conn))?;
        let rows = rows.into_iter();
        Ok(rows
            .map(|(id, school)| (StudentId(id), school.map(SchoolId)))
            .collect())
    }

    /// Whoever has any of the numbers.
    async fn ids_by_number(
        &self,
        centre: ServiceCentreCode,
        keys: &ChunkKeys<'_>,
    ) -> Result<Vec<Uuid>> {
        let students = || keys.students.iter();
        let fiches: Vec<_> = students()
            .filter_map(|keys| keys.fiche)
            .map(FicheNumber::get)
            .collect();
        let codes: Vec<_> = students()
            .filter_map(|keys| Some(keys.code?.as_str()))
            .collect();
        let source_ids: Vec<_> = students().filter_map(|keys| keys.source_id).collect();
        let texts = self.each_text("$2");
        let mut ids = Vec::new();
        for (is_empty, condition, list) in [
            (
                fiches.is_empty(),
                format!("fiche is not null and fiche in {}", self.each_number("$2")),
                json!(fiches),
            ),
            (
                codes.is_empty(),
                format!("permanent_code is not null and permanent_code in {texts}"),
                json!(codes),
            ),
            (
                source_ids.is_empty(),
                format!("source_id is not null and source_id in {texts}"),
                json!(source_ids),
            ),
        ] {
            if !is_empty {
                ids.extend(
                    self.ids_where(centre, &condition, &list.to_string())
                        .await?,
                );
            }
        }
        Ok(ids)
    }

    async fn ids_by_names(
        &self,
        centre: ServiceCentreCode,
        names: &[[String; 2]],
    ) -> Result<Vec<Uuid>> {
        let list = json!(names).to_string();
        let condition = format!("(last_folded, first_folded) in {}", self.each_pair("$2"));
        let mut ids = self.ids_where(centre, &condition, &list).await?;
        let renamed: Vec<Uuid> = read!(self, conn => sqlx::query_scalar(RENAMED)
            .bind(centre.column()).fetch_all(conn))?;
        ids.extend(renamed);
        Ok(ids)
    }

    async fn ids_where(
        &self,
        centre: ServiceCentreCode,
        condition: &str,
        list: &str,
    ) -> Result<Vec<Uuid>> {
        let sql = format!("select id from student where service_centre = $1 and {condition}");
        read!(self, conn => sqlx::query_scalar(AssertSqlSafe(sql))
            .bind(centre.column()).bind(list).fetch_all(conn))
    }

    /// The rows of a statement whose only value is a list as JSON.
    async fn listed<T>(&self, sql: &str, list: &str) -> Result<Vec<T>>
    where
        T: for<'r> sqlx::FromRow<'r, sqlx::sqlite::SqliteRow>
            + for<'r> sqlx::FromRow<'r, sqlx::postgres::PgRow>
            + Send
            + Unpin,
    {
        read!(self, conn => sqlx::query_as(AssertSqlSafe(sql)).bind(list).fetch_all(conn))
    }

    fn each(&self, sqlite: &str, postgres: &str, value: &str) -> String {
        match self.pool() {
            Pool::Sqlite(_) => format!("(select {sqlite} from json_each({value}))"),
            Pool::Postgres(_) => {
                format!(
                    "(select {postgres} from jsonb_array_elements(cast({value} as jsonb)) as each(value))"
                )
            }
        }
    }

    fn each_id(&self, value: &str) -> String {
        self.each("unhex(value)", "cast(value #>> '{}' as uuid)", value)
    }

    fn each_text(&self, value: &str) -> String {
        self.each("value", "value #>> '{}'", value)
    }

    fn each_number(&self, value: &str) -> String {
        self.each("value", "cast(value #>> '{}' as bigint)", value)
    }

    fn each_pair(&self, value: &str) -> String {
        self.each(
            "value ->> 0, value ->> 1",
            "value ->> 0, value ->> 1",
            value,
        )
    }
}

fn ids_json(ids: &[Uuid]) -> String {
    let ids: Vec<_> = ids.iter().map(|one| id(*one)).collect();
    json!(ids).to_string()
}
