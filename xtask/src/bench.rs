//! `cargo xtask bench`: what must be fast. What is measured in a release build, and against what, is in
//! `crates/desk/examples/bench`, which prints one row a line as JSON; how fast a step shows in the other window is
//! measured in the real program (`walks::steps`).

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::house::{self, House, read};
use crate::install::install;
use crate::postgres::{self, Postgres};
use crate::tools::Purpose;
use crate::{test, walks};

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

/// The step of a visit in the other window: the name under which it is measured alone, the changes of step, and the bound.
const STEPS: &str = "steps";
const CHANGES: usize = 60;
const STEP_MILLISECONDS: f64 = 100.0;

/// Measures, prints the table and writes `target/bench/report.json`.
///
/// # Errors
/// When the benchmark cannot be built or run, prints something else than rows, or there is no PostgreSQL.
pub fn bench(house: &House, quick: bool, things: &[String]) -> Result<()> {
    let mut rows = Vec::new();
    let others: Vec<_> = things.iter().filter(|thing| *thing != STEPS).collect();
    if things.is_empty() || !others.is_empty() {
        rows.extend(release(house, quick, &others)?);
    }
    if others.len() < things.len() || things.is_empty() {
        rows.push(steps(house)?);
    }
    print!("{}", table(&rows));
    let folder = house.target.join("bench");
    std::fs::create_dir_all(&folder)?;
    let file = folder.join("report.json");
    std::fs::write(&file, serde_json::to_string_pretty(&rows)?)?;
    println!("{}", file.display());
    Ok(())
}

fn release(house: &House, quick: bool, things: &[&String]) -> Result<Vec<Row>> {
    let postgres = Postgres::start()?;
    let mut command = house.cargo(&["run", "--release", "--quiet"]);
    command.env(postgres::VARIABLE, postgres.url());
    command.args(["--package", "guichet-desk", "--example", "bench", "--"]);
    if quick {
        command.arg("--quick");
    }
    command.args(things);
    rows(&read(&mut command)?)
}

/// The 95th percentile, in a release build of the program that the walks drive.
fn steps(house: &House) -> Result<Row> {
    install(house, Purpose::Test)?;
    house::run(&mut house.npm(&["run", "--silent", "build"]))?;
    test::build_to_measure(house)?;
    let mut times = walks::steps::measure(house, CHANGES)?;
    times.sort_by(f64::total_cmp);
    let value = times
        .get(times.len() * 95 / 100)
        .copied()
        .context("no step was measured")?;
    Ok(Row {
        name: "step-to-other-window-p95".to_owned(),
        value,
        unit: "ms".to_owned(),
        baseline: STEP_MILLISECONDS,
        ratio: value / STEP_MILLISECONDS,
    })
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
