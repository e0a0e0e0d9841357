//! The baseline of the search: the same words as bare FTS5 prefix queries on an SQLite of its own, encrypted by nothing,
//! twenty rows in no order. For information: it forgives no slip and ranks nobody.

use std::time::Instant;

use domain::name::fold;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection};
use tempfile::TempDir;

use crate::Outcome;
use crate::times::seconds_since;
use crate::town::Town;

pub struct FullText {
    connection: SqliteConnection,
    _folder: TempDir,
}

impl FullText {
    pub async fn make(town: &Town) -> Outcome<Self> {
        let folder = tempfile::tempdir()?;
        let options = SqliteConnectOptions::new()
            .filename(folder.path().join("words.db"))
            .create_if_missing(true)
            .disable_statement_logging();
        let mut connection = options.connect().await?;
        sqlx::query("create virtual table word using fts5(names, prefix = '1 2 3')")
            .execute(&mut connection)
            .await?;
        let mut write = connection.begin().await?;
        for families in town.students.chunks(1000) {
            let names = families.iter().map(|family| {
                let adults = family.adults.iter().map(|at| &town.adults[*at]);
                let adults =
                    adults.map(|adult| format!("{} {}", adult.last_names, adult.first_names));
                let student = &family.student;
                let fiche = student
                    .fiche
                    .map(|fiche| fiche.to_string())
                    .unwrap_or_default();
                let all: Vec<String> = [
                    student.last_names.clone(),
                    student.first_names.clone(),
                    fiche,
                ]
                .into_iter()
                .chain(adults)
                .collect();
                fold(&all.join(" "))
            });
            let json = serde_json::to_string(&names.collect::<Vec<_>>())?;
            sqlx::query("insert into word (names) select value from json_each($1)")
                .bind(json)
                .execute(&mut *write)
                .await?;
        }
        write.commit().await?;
        Ok(Self {
            connection,
            _folder: folder,
        })
    }

    /// How long one query takes, in milliseconds.
    pub async fn time(&mut self, typed: &str) -> Outcome<f64> {
        let words = fold(typed);
        let words: Vec<_> = words
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| format!("\"{word}\"*"))
            .collect();
        let begun = Instant::now();
        if !words.is_empty() {
            sqlx::query_scalar::<_, String>("select names from word where word match $1 limit 20")
                .bind(words.join(" "))
                .fetch_all(&mut self.connection)
                .await?;
        }
        Ok(seconds_since(begun) * 1000.0)
    }
}
