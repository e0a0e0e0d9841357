//! What must be fast, measured for `cargo xtask bench`: one row a line on standard output, as JSON. Everything goes
//! through the commands of the desk's window, on a real encrypted desk. The figures are in `docs/benchmarks.md`.

#![expect(clippy::print_stdout, reason = "the rows are for whoever started this")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;

use argon2::{Algorithm, Argon2, Params, Version};
use desk::contract::Window;
use desk::{Desk, Environment, technician};
use domain::{DeskId, Limits, ServiceCentreCode, StaffId};
use serde::Serialize;
use serde_json::{Value, json};
use store::{
    Act, Actor, Credential, Entered, Entry, ExistingRegistry, ImportRow, KdfCost, Location, Stamp,
    Store, Subject, Word,
};
use tempfile::TempDir;
use zeroize::Zeroizing;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// One measurement, held against its bound or against the same thing done another way.
#[derive(Serialize)]
struct Row {
    name: &'static str,
    value: f64,
    unit: &'static str,
    baseline: f64,
}

const SEARCH_BOUND_MS: f64 = 50.0;
const IMPORT_BOUND_SECONDS: f64 = 3.0;

const CENTRE: &str = "762000";
const USER: &str = "Marie-Ève";
const PASSWORD: &str = "l'encre violette du mardi";

/// Where the opening is not what is measured, it costs next to nothing.
const SMALL_COST: KdfCost = KdfCost {
    memory_kib: 32,
    passes: 1,
    lanes: 1,
};

/// The registry of the demo school, whose people are searched for. Were it another, the first query would find nobody.
const DEMO: (usize, u64) = (600, 2026);
const BIG: (usize, u64) = (10_000, 7);

#[tokio::main]
async fn main() -> Outcome<()> {
    let quick = std::env::args().any(|argument| argument == "--quick");
    print(&search(if quick { 10 } else { 60 }).await?)?;
    for row in import(if quick { 1 } else { 5 }).await? {
        print(&row)?;
    }
    print(&open_desk(if quick { 1 } else { 5 }).await?)
}

fn print(row: &Row) -> Outcome<()> {
    println!("{}", serde_json::to_string(row)?);
    Ok(())
}

/// Typing in the search over the demo school, a query at each letter.
async fn search(people: usize) -> Outcome<Row> {
    let folder = tempfile::tempdir()?;
    let desk = desk_in(folder.path(), SMALL_COST);
    call(&desk, "open_demo", Value::Null).await?;
    let mut times = Vec::new();
    for query in queries(people)? {
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
    Ok(Row {
        name: "search-demo-p99",
        value: quantile(times, 0.99),
        unit: "ms",
        baseline: SEARCH_BOUND_MS,
    })
}

/// What somebody types to find the students on so many lines of the demo's registry.
fn queries(people: usize) -> Outcome<Vec<String>> {
    let csv = String::from_utf8(technician::made_up_registry(DEMO.0, DEMO.1))?;
    let lines: Vec<Vec<&str>> = csv
        .lines()
        .skip(1)
        .map(|line| line.split(';').collect())
        .collect();
    let mut queries = Vec::new();
    for line in lines
        .iter()
        .step_by((lines.len() / people).max(1))
        .take(people)
    {
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

/// Ten thousand students and their adults from a file to committed; the same file once more; the same rows written by
/// the store alone.
async fn import(times: usize) -> Outcome<[Row; 3]> {
    let (mut first, mut again, mut bare) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..times {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("registry.csv");
        std::fs::write(&file, technician::made_up_registry(BIG.0, BIG.1))?;
        let desk = set_up(&folder, SMALL_COST).await?;
        first.push(import_file(&desk, &file, "new").await?);
        again.push(import_file(&desk, &file, "unchanged").await?);
        desk.close().await;
        bare.push(write_again(&folder).await?);
    }
    let (first, again, bare) = (median(first), median(again), median(bare));
    let row = |name, value, baseline| Row {
        name,
        value,
        unit: "s",
        baseline,
    };
    Ok([
        row("import-10k", first, IMPORT_BOUND_SECONDS),
        row("import-10k-to-bare", first, bare),
        row("import-10k-again", again, first),
    ])
}

/// Previews and applies, as the window does; every student is to be counted under `expected`.
async fn import_file(desk: &Desk, file: &Path, expected: &str) -> Outcome<f64> {
    let begun = Instant::now();
    let preview = call(desk, "preview_import", json!({ "path": file })).await?;
    let token = json!({ "token": preview["token"] });
    let result = call(desk, "apply_import", token).await?;
    let seconds = seconds_since(begun);
    if result[expected] != BIG.0 {
        return Err(format!("not every student is {expected}: {result}").into());
    }
    Ok(seconds)
}

/// Writes the registry of one desk into a new one by the store's batches alone: nothing is read or compared, and one
/// entry is journalled.
async fn write_again(imported: &TempDir) -> Outcome<f64> {
    let source = enter(imported).await?.store;
    let centre = ServiceCentreCode::parse(CENTRE).ok_or("an unknown service centre")?;
    let mut registry = source.existing(centre).await?;
    let import = source.last_import().await?.ok_or("no import")?;
    for student in &mut registry.students {
        student.import_id = Some(import.id);
    }
    source.close().await?;
    let words = words(&registry);

    let folder = tempfile::tempdir()?;
    set_up(&folder, SMALL_COST).await?.close().await;
    let Entered { store, staff, .. } = enter(&folder).await?;
    let desk = store.desks().await?.first().ok_or("no desk")?.id;
    let staff = staff.ok_or("nobody entered")?;
    let begun = Instant::now();
    write(&store, desk, staff, import, &registry, &words).await?;
    let seconds = seconds_since(begun);
    store.close().await?;
    Ok(seconds)
}

async fn write(
    store: &Store,
    desk: DeskId,
    staff: StaffId,
    import: ImportRow,
    registry: &ExistingRegistry,
    words: &[(domain::StudentId, Vec<Word>)],
) -> Outcome<()> {
    let stamp = Stamp::new(import.at, Actor::Staff(staff), desk);
    let mut write = store.write(stamp).await?;
    let id = import.id;
    let staff_id = Some(staff);
    write
        .insert_import(&ImportRow { staff_id, ..import })
        .await?;
    write.upsert_schools(&registry.schools).await?;
    write.upsert_students(&registry.students).await?;
    write.upsert_guardians(&registry.guardians).await?;
    write.upsert_guardianships(&registry.guardianships).await?;
    write.replace_words(words).await?;
    write
        .commit(Entry::new(Act::ImportApplied, Subject::Import(id)))
        .await?;
    Ok(())
}

/// What each student is found by.
fn words(registry: &ExistingRegistry) -> Vec<(domain::StudentId, Vec<Word>)> {
    let of = |student: &store::StudentRow| {
        let ties = &registry.guardianships;
        let ties = &ties[ties.partition_point(|tie| tie.student_id < student.id)..];
        let guardians: Vec<_> = ties
            .iter()
            .take_while(|tie| tie.student_id == student.id)
            .filter_map(|tie| {
                let found = registry
                    .guardians
                    .binary_search_by_key(&tie.guardian_id, |row| row.id);
                found.ok().map(|at| &registry.guardians[at])
            })
            .collect();
        (student.id, store::words_of(student, &guardians))
    };
    registry.students.iter().map(of).collect()
}

/// Signing in at the real cost, against Argon2 alone at that cost.
async fn open_desk(times: usize) -> Outcome<Row> {
    let folder = tempfile::tempdir()?;
    let desk = set_up(&folder, KdfCost::STAFF).await?;
    let (mut opened, mut stretched) = (Vec::new(), Vec::new());
    for _ in 0..times {
        call(&desk, "sign_out", Value::Null).await?;
        let request = json!({ "user_name": USER, "password": PASSWORD });
        let begun = Instant::now();
        call(&desk, "sign_in", request).await?;
        opened.push(seconds_since(begun));
        let begun = Instant::now();
        stretch(KdfCost::STAFF)?;
        stretched.push(seconds_since(begun));
    }
    desk.close().await;
    Ok(Row {
        name: "open-desk",
        value: median(opened),
        unit: "s",
        baseline: median(stretched),
    })
}

fn stretch(cost: KdfCost) -> Outcome<()> {
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32))?;
    let mut key = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(
        PASSWORD.as_bytes(),
        &[7; 16],
        &mut key,
    )?;
    std::hint::black_box(key);
    Ok(())
}

fn desk_in(folder: &Path, cost: KdfCost) -> Desk {
    let folder = PathBuf::from(folder);
    Desk::with(folder, Environment::machine(), Limits::default(), cost)
}

/// A real desk whose administrator is signed in.
async fn set_up(folder: &TempDir, cost: KdfCost) -> Outcome<Desk> {
    let desk = desk_in(folder.path(), cost);
    let request = json!({
        "service_centre": CENTRE,
        "school_name": "École des Érables",
        "user_name": USER,
        "password": PASSWORD,
    });
    call(&desk, "set_up_desk", request).await?;
    Ok(desk)
}

/// Opens the store of a closed desk, without the desk.
async fn enter(folder: &TempDir) -> Outcome<Entered> {
    let location = Location::Embedded {
        dir: folder.path().to_owned(),
    };
    let credential = Credential::Password {
        user: Some(USER.to_owned()),
        password: Zeroizing::new(PASSWORD.to_owned()),
    };
    let now = Environment::machine().now();
    Ok(Store::enter(location, credential, now, &Limits::default()).await?)
}

async fn call(desk: &Desk, command: &str, request: Value) -> Outcome<Value> {
    let done = desk.call(Window::Desk, command, request).await;
    done.map_err(|failure| format!("{command}: {failure:?}").into())
}

fn seconds_since(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64()
}

fn median(times: Vec<f64>) -> f64 {
    quantile(times, 0.5)
}

/// The smallest time that this share of all times does not exceed.
fn quantile(mut times: Vec<f64>, share: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    let place = (times.len() as f64 * share).ceil() as usize;
    times.get(place.max(1) - 1).copied().unwrap_or(f64::NAN)
}
