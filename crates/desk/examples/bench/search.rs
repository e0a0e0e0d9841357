//! Finding a child as the name is typed, a query at each letter; and finding one whose name was typed wrong.

use std::time::Instant;

use desk::{Desk, Places};
use serde_json::{Value, json};
use store::Location;
use store::testing::ServerDatabase;
use tempfile::TempDir;

use crate::desk::{PASSWORD, SMALL_COST, USER, call, enter_at, set_up_at};
use crate::full_text::FullText;
use crate::times::{quantile, seconds_since};
use crate::town::Town;
use crate::typed;
use crate::{Outcome, Row};

const SEED: u64 = 7;
const SLIPS: usize = 2000;
/// The share of the slips that have to find the child among the first so many.
const RECALL_BOUND: f64 = 0.99;
const AMONG_FIRST: usize = 5;

/// The names of the rows of one size.
struct Size {
    students: usize,
    people: usize,
    embedded: &'static str,
    postgres: &'static str,
}

const HUNDRED_THOUSAND: Size = Size {
    students: 100_000,
    people: 200,
    embedded: "search-100k-p99",
    postgres: "search-100k-postgres-p99",
};
const MILLION: Size = Size {
    students: 1_000_000,
    people: 200,
    embedded: "search-1m-p99",
    postgres: "search-1m-postgres-p99",
};

pub async fn measure(quick: bool) -> Outcome<Vec<Row>> {
    let mut rows = Vec::new();
    let sizes: &[Size] = if quick {
        &[HUNDRED_THOUSAND]
    } else {
        &[HUNDRED_THOUSAND, MILLION]
    };
    for size in sizes {
        let town = Town::make(size.students, SEED)?;
        let queries = typed::mixed(&town, if quick { 40 } else { size.people }, SEED);
        let baseline = bare(&town, &queries).await?;
        let row = |name, times| Row {
            name,
            value: quantile(times, 0.99),
            unit: "ms",
            baseline,
        };

        let folder = tempfile::tempdir()?;
        let places = Places::embedded(folder.path().to_owned());
        let desk = furnished(&town, places).await?;
        rows.push(row(size.embedded, type_all(&desk, &queries).await?));
        if size.students == HUNDRED_THOUSAND.students {
            rows.push(recall(&desk, &town).await?);
        }
        desk.close().await;

        let (places, _folder, _server) = on_postgres().await?;
        let desk = furnished(&town, places).await?;
        rows.push(row(size.postgres, type_all(&desk, &queries).await?));
        desk.close().await;
    }
    Ok(rows)
}

/// A desk at which everybody is in the registry.
async fn furnished(town: &Town, places: Places) -> Outcome<Desk> {
    let location = places.desk.clone();
    let desk = set_up_at(places, SMALL_COST).await?;
    desk.close().await;
    let begun = Instant::now();
    town.move_in(enter_at(location).await?).await?;
    tracing::info!(seconds = seconds_since(begun), "everybody moved in");
    call(
        &desk,
        "sign_in",
        json!({ "user_name": USER, "password": PASSWORD }),
    )
    .await?;
    // The first search reads the words, once for as long as the desk is open.
    call(&desk, "find_students", json!({ "query": "a" })).await?;
    Ok(desk)
}

async fn on_postgres() -> Outcome<(Places, TempDir, ServerDatabase)> {
    let folder = tempfile::tempdir()?;
    let server = ServerDatabase::create().await;
    let mut places = Places::embedded(folder.path().to_owned());
    places.desk = Location::Postgres {
        url: server.url.clone(),
        dir: folder.path().to_owned(),
    };
    Ok((places, folder, server))
}

/// Types every query letter by letter: how long each answer took, in milliseconds.
async fn type_all(desk: &Desk, queries: &[String]) -> Outcome<Vec<f64>> {
    let mut times = Vec::new();
    for typed in queries.iter().flat_map(|query| beginnings(query)) {
        let begun = Instant::now();
        call(desk, "find_students", json!({ "query": typed })).await?;
        times.push(seconds_since(begun) * 1000.0);
    }
    Ok(times)
}

fn beginnings(query: &str) -> impl Iterator<Item = &str> {
    query
        .char_indices()
        .map(|(at, letter)| &query[..at + letter.len_utf8()])
}

/// The 99th percentile of the baseline, in milliseconds.
async fn bare(town: &Town, queries: &[String]) -> Outcome<f64> {
    let mut words = FullText::make(town).await?;
    let mut times = Vec::new();
    for typed in queries.iter().flat_map(|query| beginnings(query)) {
        times.push(words.time(typed).await?);
    }
    Ok(quantile(times, 0.99))
}

async fn recall(desk: &Desk, town: &Town) -> Outcome<Row> {
    let slips = typed::slips(town, SLIPS, SEED);
    let mut found = 0;
    for (typed, id) in &slips {
        let answer = call(desk, "find_students", json!({ "query": typed })).await?;
        let id = Value::from(uuid::Uuid::from_u128(*id).to_string());
        let students = answer["students"].as_array().into_iter().flatten();
        if students
            .take(AMONG_FIRST)
            .any(|one| one["student"]["id"] == id)
        {
            found += 1;
        } else if std::env::var_os("GUICHET_BENCH_MISSES").is_some() {
            tracing::warn!(typed, %id, "missed");
        }
    }
    Ok(Row {
        name: "search-recall",
        value: f64::from(found) / slips.len() as f64,
        unit: "of 1",
        baseline: RECALL_BOUND,
    })
}
