//! Finding a child in the demo school as the name is typed, a query at each letter.

use std::time::Instant;

use desk::technician;
use serde_json::{Value, json};

use crate::desk::{SMALL_COST, call, desk_in};
use crate::times::{quantile, seconds_since};
use crate::{Outcome, Row};

const BOUND_MILLISECONDS: f64 = 50.0;

/// The registry of the demo school: its students and the seed that they are made up from.
const DEMO: (usize, u64) = (600, 2026);

pub async fn measure(quick: bool) -> Outcome<Vec<Row>> {
    let folder = tempfile::tempdir()?;
    let desk = desk_in(&folder, SMALL_COST);
    call(&desk, "open_demo", Value::Null).await?;
    let mut times = Vec::new();
    for query in queries(if quick { 40 } else { 200 })? {
        let mut found = Value::Null;
        for (at, letter) in query.char_indices() {
            let typed = &query[..at + letter.len_utf8()];
            let begun = Instant::now();
            found = call(&desk, "find_students", json!({ "query": typed })).await?;
            times.push(seconds_since(begun) * 1000.0);
        }
        if found["students"].as_array().is_none_or(Vec::is_empty) {
            return Err(format!("nobody was found by {query}").into());
        }
    }
    desk.close().await;
    Ok(vec![Row {
        name: "search-demo-p99",
        value: quantile(times, 0.99),
        unit: "ms",
        baseline: BOUND_MILLISECONDS,
    }])
}

/// What somebody types to find the students on so many lines of the demo's registry.
fn queries(people: usize) -> Outcome<Vec<String>> {
    let csv = String::from_utf8(technician::made_up_registry(DEMO.0, DEMO.1))?;
    let lines: Vec<Vec<&str>> = csv
        .lines()
        .skip(1)
        .map(|line| line.split(';').collect())
        .collect();
    let apart = (lines.len() / people).max(1);
    let mut queries = Vec::new();
    for line in lines.iter().step_by(apart).take(people) {
        let [fiche, code, last, first, ..] = line[..] else {
            return Err("the registry has other columns".into());
        };
        let [guardian, _, _, email, phone, ..] = line[10..] else {
            return Err("the registry has other columns".into());
        };
        queries.push(format!("{last} {first}"));
        queries.push(format!("{first} {last}").to_lowercase());
        queries.push(format!("{guardian} {first}"));
        queries.extend([fiche, code, email, phone].map(str::to_owned));
    }
    queries.retain(|query| !query.is_empty());
    Ok(queries)
}
