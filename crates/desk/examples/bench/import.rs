//! Taking a registry in: from a file to committed.

use std::path::Path;
use std::time::Instant;

use desk::{Desk, technician};
use domain::{DeskId, ServiceCentreCode, StaffId};
use serde_json::json;
use store::{
    Act, Actor, Entered, Entry, ExistingRegistry, ImportRow, Stamp, Store, Subject, Words,
};
use tempfile::TempDir;

use crate::desk::{CENTRE, SMALL_COST, call, enter, set_up};
use crate::times::{median, seconds_since};
use crate::{Outcome, Row};

const BOUND_SECONDS: f64 = 3.0;

const BIG: (usize, u64) = (10_000, 7);

/// Ten thousand students and their adults from a file to committed; the same file once more; the same rows written by
/// the store alone.
pub async fn measure(times: usize) -> Outcome<[Row; 3]> {
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
        row("import-10k", first, BOUND_SECONDS),
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
    words: &[(domain::StudentId, Words)],
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
fn words(registry: &ExistingRegistry) -> Vec<(domain::StudentId, Words)> {
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
