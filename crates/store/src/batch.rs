//! Many rows in one statement, as JSON that each database spreads by itself: single inserts are eighty times slower.
//! Which rows, and what becomes of those that are there, belongs to `import.rs`.

use chrono::{DateTime, SecondsFormat, Utc};
use domain::ImportId;
use serde_json::{Value, json};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::error::{Result, StoreError};
use crate::pool::{Tx, execute};
use crate::write::Write;

/// Rows a statement: past a thousand, bigger statements bring nothing.
const ROWS: usize = 1000;

/// Where rows go, and what becomes of those whose key is there.
pub(crate) struct Table {
    pub name: &'static str,
    /// Columns that hold an id.
    pub ids: &'static [&'static str],
    pub others: &'static [&'static str],
    /// The column of the import that wrote the row last; empty for what no import counts.
    pub import: &'static str,
    /// From `on conflict` on.
    pub on_conflict: &'static str,
}

impl Table {
    /// SQLite spreads with `json_each` and reads ids from hexadecimal; `where true` tells `on conflict` from a join.
    fn sqlite(&self) -> String {
        format!(
            "insert into {} ({}) select {} from json_each($1) where true {}",
            self.name,
            self.columns(),
            self.values("value"),
            self.on_conflict
        )
    }

    fn values(&self, object: &str) -> String {
        // An id that is not there is hexadecimal for nothing in an image, and absent in what is written.
        let ids = self
            .ids
            .iter()
            .map(|id| format!("unhex(nullif({object} ->> '{id}', ''))"));
        let others = self
            .others
            .iter()
            .map(|name| format!("{object} ->> '{name}'"));
        ids.chain(others).collect::<Vec<_>>().join(", ")
    }

    /// PostgreSQL spreads JSON into the table's own row type.
    fn postgres(&self) -> String {
        let (name, columns) = (self.name, self.columns());
        format!(
            "insert into {name} ({columns})
             select {columns} from jsonb_populate_recordset(null::{name}, cast($1 as jsonb)) {}",
            self.on_conflict
        )
    }

    fn columns(&self) -> String {
        [self.ids, self.others].concat().join(", ")
    }

    /// Keeps what rows are, before the import changes them for the first time; `ids` are theirs, each twice but for a
    /// guardianship.
    pub(crate) async fn keep_before(
        &self,
        write: &mut Write,
        import: ImportId,
        ids: &[(Uuid, Uuid)],
    ) -> Result<()> {
        let (first, second) = self.key();
        let (kind, by) = (self.name, self.import);
        for some in ids.chunks(ROWS) {
            let pairs: Vec<_> = some
                .iter()
                .map(|(one, other)| [id(*one), id(*other)])
                .collect();
            let (image, each) = match write.tx() {
                Tx::Sqlite(_) => (
                    self.image(),
                    "(select unhex(value ->> 0), unhex(value ->> 1) from json_each($2))",
                ),
                Tx::Postgres(_) => (
                    format!("cast(to_jsonb({kind}) as text)"),
                    "(select cast(value ->> 0 as uuid), cast(value ->> 1 as uuid) from jsonb_array_elements(cast($2 as jsonb)))",
                ),
            };
            let sql = format!(
                "insert into import_before (import_id, kind, subject_id, second_id, image)
                 select $1, '{kind}', {first}, {second}, {image} from {kind}
                 where ({first}, {second}) in {each} and {by} is distinct from $1",
            );
            execute!(
                write,
                sqlx::query(AssertSqlSafe(sql.as_str()))
                    .bind(import.0)
                    .bind(json!(pairs).to_string())
            )?;
        }
        Ok(())
    }

    /// Makes rows what they were before the import.
    pub(crate) async fn restore(&self, write: &mut Write, import: ImportId) -> Result<()> {
        let (name, columns, on_conflict) = (self.name, self.columns(), self.on_conflict);
        let sql = match write.tx() {
            Tx::Sqlite(_) => format!(
                "insert into {name} ({columns}) select {} from import_before
                 where import_id = $1 and kind = '{name}' {on_conflict}",
                self.values("image"),
            ),
            Tx::Postgres(_) => {
                let columns_of = columns.replace(", ", ", was.");
                format!(
                    "insert into {name} ({columns}) select was.{columns_of} from import_before,
                         jsonb_populate_record(null::{name}, cast(image as jsonb)) as was
                     where import_before.import_id = $1 and kind = '{name}' {on_conflict}"
                )
            }
        };
        execute!(
            write,
            sqlx::query(AssertSqlSafe(sql.as_str())).bind(import.0)
        )?;
        Ok(())
    }

    /// The two columns that tell a row.
    fn key(&self) -> (&'static str, &'static str) {
        match self.ids {
            ["student_id", "guardian_id", ..] => ("student_id", "guardian_id"),
            _ => ("id", "id"),
        }
    }

    /// A row as the object that [`Table::restore`] reads.
    fn image(&self) -> String {
        let ids = self.ids.iter().map(|id| format!("'{id}', hex({id})"));
        let others = self.others.iter().map(|name| format!("'{name}', {name}"));
        let pairs: Vec<_> = ids.chain(others).collect();
        format!("json_object({})", pairs.join(", "))
    }

    /// Writes the rows, each as the object of its columns that `object` makes of it.
    pub(crate) async fn put<T>(
        &self,
        write: &mut Write,
        rows: &[T],
        object: impl Fn(&T) -> Value,
    ) -> Result<()> {
        for some in rows.chunks(ROWS) {
            let json = Value::Array(some.iter().map(&object).collect()).to_string();
            match write.tx() {
                Tx::Sqlite(tx) => sqlx::query(AssertSqlSafe(self.sqlite()))
                    .bind(json)
                    .execute(&mut **tx)
                    .await
                    .map(drop),
                Tx::Postgres(tx) => sqlx::query(AssertSqlSafe(self.postgres()))
                    .bind(json)
                    .execute(&mut **tx)
                    .await
                    .map(drop),
            }
            .map_err(StoreError::from)?;
        }
        Ok(())
    }
}

/// An id as both databases read it from JSON.
pub(crate) fn id(id: Uuid) -> String {
    id.simple().to_string()
}

/// A time as `sqlx` writes it to SQLite, so that times compare as texts.
pub(crate) fn time(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::AutoSi, false)
}
