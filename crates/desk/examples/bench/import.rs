//! Taking a registry in, from a file to committed, journalled and found by the search; the same file again; a preview, an
//! import and its undoing; the memory that a million students take. What the same rows cost bare is in `bare`.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use desk::Desk;
use desk::technician::{TakeIn, made_up_registry};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::desk::{SMALL_COST, call, set_up};
use crate::times::{median, seconds_since};
use crate::{Outcome, Row, bare};

const SEED: u64 = 7;
const MANY: usize = 100_000;
const SOME: usize = 50_000;
const MILLION: usize = 1_000_000;
/// What a quick run takes in, in the place of all these.
const FEW: usize = 5_000;
const SCHOOL: usize = 10_000;

const SCHOOL_SECONDS: f64 = 3.0;
const PREVIEW_SECONDS: f64 = 10.0;
const APPLY_SECONDS: f64 = 20.0;
const UNDO_SECONDS: f64 = 20.0;
const PEAK_MEGABYTES: f64 = 400.0;

/// With this argument and a file, the program takes the file in and prints the most memory that it ever took.
pub const PEAK: &str = "--peak-memory-of";

pub async fn measure(quick: bool) -> Outcome<Vec<Row>> {
    let times = if quick { 1 } else { 3 };
    let mut rows = vec![school(times).await?];
    rows.extend(whole(if quick { FEW } else { MANY }, times).await?);
    rows.extend(in_steps(if quick { FEW } else { SOME }, times).await?);
    if !quick {
        rows.push(peak(MILLION)?);
    }
    Ok(rows)
}

fn seconds(name: &'static str, value: f64, baseline: f64) -> Row {
    Row {
        name,
        value,
        unit: "s",
        baseline,
    }
}

/// A file into an empty registry.
async fn school(times: usize) -> Outcome<Row> {
    let mut taken = Vec::new();
    for _ in 0..times {
        let folder = tempfile::tempdir()?;
        let file = made_up(&folder, SCHOOL)?;
        let desk = set_up(&folder, SMALL_COST).await?;
        taken.push(take_in(&desk, &file, SCHOOL, |told| told.new).await?);
        desk.close().await;
    }
    Ok(seconds("import-10k", median(taken), SCHOOL_SECONDS))
}

/// A whole file into an empty registry, against the same rows bare; then the same file when nothing has changed.
async fn whole(students: usize, times: usize) -> Outcome<Vec<Row>> {
    let (mut first, mut again, mut bare) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..times {
        let folder = tempfile::tempdir()?;
        let file = made_up(&folder, students)?;
        let desk = set_up(&folder, SMALL_COST).await?;
        first.push(take_in(&desk, &file, students, |told| told.new).await?);
        again.push(take_in(&desk, &file, students, |told| told.unchanged).await?);
        desk.close().await;
        bare.push(bare::write_again(&folder).await?);
    }
    let (first, again, bare) = (median(first), median(again), median(bare));
    Ok(vec![
        seconds("import-100k", first, bare),
        seconds("import-same-again-100k", again, first),
    ])
}

fn made_up(folder: &TempDir, students: usize) -> Outcome<std::path::PathBuf> {
    let file = folder.path().join("registry.csv");
    std::fs::write(&file, made_up_registry(students, SEED))?;
    Ok(file)
}

async fn take_in(
    desk: &Desk,
    file: &Path,
    students: usize,
    expected: impl Fn(&desk::technician::ImportReport) -> u32,
) -> Outcome<f64> {
    let begun = Instant::now();
    let told = desk
        .import(file, &TakeIn::default())
        .await
        .map_err(|failure| format!("import: {failure:?}"))?;
    let seconds = seconds_since(begun);
    if usize::try_from(expected(&told))? != students {
        return Err("not every student is counted as expected".into());
    }
    Ok(seconds)
}

/// As the window does it.
async fn in_steps(students: usize, times: usize) -> Outcome<Vec<Row>> {
    let (mut previewed, mut applied, mut undone) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..times {
        let folder = tempfile::tempdir()?;
        let file = made_up(&folder, students)?;
        let desk = set_up(&folder, SMALL_COST).await?;
        let begun = Instant::now();
        let preview = call(&desk, "preview_import", json!({ "path": file })).await?;
        previewed.push(seconds_since(begun));
        let begun = Instant::now();
        call(&desk, "apply_import", json!({ "token": preview["token"] })).await?;
        applied.push(seconds_since(begun));
        let begun = Instant::now();
        let gone = call(&desk, "undo_import", Value::Null).await?;
        undone.push(seconds_since(begun));
        if gone["removed"] != students {
            return Err(format!("not everybody is gone again: {gone}").into());
        }
        desk.close().await;
    }
    Ok(vec![
        seconds("import-50k-preview", median(previewed), PREVIEW_SECONDS),
        seconds("import-50k-apply", median(applied), APPLY_SECONDS),
        seconds("import-50k-undo", median(undone), UNDO_SECONDS),
    ])
}

/// In a process of its own, which has not made the registry up.
fn peak(students: usize) -> Outcome<Row> {
    let folder = tempfile::tempdir()?;
    let file = made_up(&folder, students)?;
    let told = Command::new(std::env::current_exe()?)
        .arg(PEAK)
        .arg(&file)
        .output()?;
    let megabytes = String::from_utf8(told.stdout)?;
    Ok(Row {
        name: "import-1m-peak-memory",
        value: megabytes.trim().parse()?,
        unit: "MB",
        baseline: PEAK_MEGABYTES,
    })
}

/// Takes a file in and tells the most memory that the process ever had, in megabytes.
pub async fn take_in_and_tell_peak(file: &Path) -> Outcome<f64> {
    let folder = tempfile::tempdir()?;
    let desk = set_up(&folder, SMALL_COST).await?;
    desk.import(file, &TakeIn::default())
        .await
        .map_err(|failure| format!("import: {failure:?}"))?;
    desk.close().await;
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB"));
    let kilobytes: f64 = kilobytes.ok_or("no peak is told here")?.trim().parse()?;
    Ok(kilobytes / 1000.0 * 1.024)
}
