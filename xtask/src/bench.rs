//! `cargo xtask bench`: what must be fast, measured in a release build. What is measured, and
//! against what, is in `crates/desk/examples/bench`, which prints one row a line as JSON.

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::house::{House, read};
use crate::postgres::{self, Postgres};

/// One measurement.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Row {
    name: String,
    value: f64,
    unit: String,
    /// What it is held against: the bound, or the same thing done another way.
    baseline: f64,
    /// `value / baseline`; under 1 is within the bound.
    #[serde(default)]
    ratio: f64,
}

/// Measures, prints the table and writes `target/bench/report.json`.
///
/// # Errors
/// When the benchmark cannot be built or run, prints something else than rows, or there is no PostgreSQL.
pub fn bench(house: &House, quick: bool, things: &[String]) -> Result<()> {
    let postgres = Postgres::start()?;
    let mut command = house.cargo(&["run", "--release", "--quiet"]);
    command.env(postgres::VARIABLE, postgres.url());
    command.args(["--package", "guichet-desk", "--example", "bench", "--"]);
    if quick {
        command.arg("--quick");
    }
    command.args(things);
    let rows = rows(&read(&mut command)?)?;
    print!("{}", table(&rows));
    let folder = house.target.join("bench");
    std::fs::create_dir_all(&folder)?;
    let file = folder.join("report.json");
    std::fs::write(&file, serde_json::to_string_pretty(&rows)?)?;
    println!("{}", file.display());
    Ok(())
}

fn rows(lines: &str) -> Result<Vec<Row>> {
    lines
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let row: Row =
                serde_json::from_str(line).with_context(|| format!("not a row: {line}"))?;
            Ok(Row {
                ratio: row.value / row.baseline,
                ..row
            })
        })
        .collect()
}

fn table(rows: &[Row]) -> String {
    let width = rows
        .iter()
        .map(|row| row.name.chars().count())
        .max()
        .unwrap_or_default();
    rows.iter()
        .map(
            |Row {
                 name,
                 value,
                 unit,
                 baseline,
                 ratio,
             }| {
                format!("{name:width$}  {value:>10.3} {unit:<5} of {baseline:>9.3}  {ratio:>5.2}\n")
            },
        )
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_read_and_held_against_its_baseline() {
        let rows =
            rows("{\"name\":\"search\",\"value\":20,\"unit\":\"ms\",\"baseline\":50}\n\n").unwrap();
        assert_eq!(rows.len(), 1);
        assert!((rows[0].ratio - 0.4).abs() < 1e-9);
        assert_eq!(
            table(&rows),
            "search      20.000 ms    of    50.000   0.40\n"
        );
    }

    #[test]
    fn a_line_that_is_no_row_is_an_error() {
        assert!(rows("Compiling guichet").is_err());
    }
}
