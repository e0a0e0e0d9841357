//! What must be fast, measured for `cargo xtask bench`: one row a line on standard output, as JSON. Everything goes
//! through the commands of the desk's window, on a real encrypted desk, and each thing measured has its file. The
//! figures are in `docs/benchmarks.md`.

mod bare;
mod demo;
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

/// Each thing once or a few times, and no million.
const QUICK: &str = "--quick";
/// What can be measured alone.
const THINGS: [&str; 4] = ["demo", "search", "import", "opening"];

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
    let wishes: Vec<String> = std::env::args().skip(1).collect();
    let quick = wishes.iter().any(|wish| wish == QUICK);
    let named: Vec<&str> = wishes
        .iter()
        .map(String::as_str)
        .filter(|wish| *wish != QUICK)
        .collect();
    let wanted = |name| named.is_empty() || named.contains(&name);
    if let Some(unknown) = named.iter().find(|name| !THINGS.contains(name)) {
        return Err(format!("{unknown} is none of {}", THINGS.join(", ")).into());
    }
    if wanted("demo") {
        print(&demo::measure(quick).await?)?;
    }
    if wanted("search") {
        print(&search::measure(quick).await?)?;
    }
    if wanted("import") {
        print(&import::measure(quick).await?)?;
    }
    if wanted("opening") {
        print(&[opening::measure(if quick { 1 } else { 5 }).await?])?;
    }
    Ok(())
}

fn print(rows: &[Row]) -> Outcome<()> {
    for row in rows {
        tell(serde_json::to_string(row)?)?;
    }
    Ok(())
}

#[expect(clippy::print_stdout, reason = "the rows are for whoever started this")]
fn tell(line: impl std::fmt::Display) -> Outcome<()> {
    println!("{line}");
    Ok(())
}
