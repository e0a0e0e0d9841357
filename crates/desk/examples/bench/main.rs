//! What must be fast, measured for `cargo xtask bench`: one row a line on standard output, as JSON. Everything goes
//! through the commands of the desk's window, on a real encrypted desk, and each thing measured has its file. The
//! figures are in `docs/benchmarks.md`.

mod bare;
mod desk;
mod full_text;
mod import;
mod opening;
mod search;
mod times;
mod town;
mod typed;

use std::error::Error;

use serde::Serialize;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// One measurement, held against its bound or against the same thing done another way.
#[derive(Serialize)]
struct Row {
    name: &'static str,
    value: f64,
    unit: &'static str,
    baseline: f64,
}

#[tokio::main]
async fn main() -> Outcome<()> {
    let mut arguments = std::env::args().skip(1);
    if let (Some(import::PEAK), Some(file)) = (arguments.next().as_deref(), arguments.next()) {
        return tell(import::take_in_and_tell_peak(file.as_ref()).await?);
    }
    let quick = std::env::args().any(|argument| argument == "--quick");
    for row in search::measure(quick).await? {
        print(&row)?;
    }
    for row in import::measure(quick).await? {
        print(&row)?;
    }
    print(&opening::measure(if quick { 1 } else { 5 }).await?)
}

fn print(row: &Row) -> Outcome<()> {
    tell(serde_json::to_string(row)?)
}

#[expect(clippy::print_stdout, reason = "the rows are for whoever started this")]
fn tell(line: impl std::fmt::Display) -> Outcome<()> {
    println!("{line}");
    Ok(())
}
