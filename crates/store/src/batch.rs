//! Many rows in one statement, as JSON that each database spreads by itself: single inserts are eighty times slower.
//! Which rows, and what becomes of those that are there, belongs to `import.rs`.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::Value;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::error::{Result, StoreError};
use crate::pool::Tx;
use crate::write::Write;

/// Rows a statement: past a thousand, bigger statements bring nothing.
const ROWS: usize = 1000;

/// Where rows go, and what becomes of those whose key is there.
pub(crate) struct Table {
    pub name: &'static str,
    /// Columns that hold an id.
    pub ids: &'static [&'static str],
    pub others: &'static [&'static str],
    /// From `on conflict` on.
    pub on_conflict: &'static str,
}

impl Table {
    /// SQLite spreads with `json_each` and reads ids from hexadecimal; `where true` tells `on conflict` from a join.
    fn sqlite(&self) -> String {
        let ids = self.ids.iter().map(|id| format!("unhex(value ->> '{id}')"));
        let others = self.others.iter().map(|name| format!("value ->> '{name}'"));
        let values: Vec<_> = ids.chain(others).collect();
        format!(
            "insert into {} ({}) select {} from json_each($1) where true {}",
            self.name,
            self.columns(),
            values.join(", "),
            self.on_conflict
        )
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
