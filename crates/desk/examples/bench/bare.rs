//! What an import's rows cost when the store's batches alone write them: nothing is read from a file, checked or
//! compared, and one entry is journalled, without which the store keeps nothing.

use std::collections::HashMap;
use std::time::Instant;

use domain::{GuardianId, ServiceCentreCode, StudentId};
use store::{
    Act, Actor, ChunkKeys, Entered, Entry, GuardianRow, GuardianshipRow, ImportRow, SchoolRow,
    Stamp, Store, StudentKeys, StudentRow, Subject, Words,
};
use tempfile::TempDir;

use crate::Outcome;
use crate::desk::{CENTRE, SMALL_COST, enter, set_up};
use crate::times::seconds_since;

const PAGE: u32 = 5_000;

/// Everything that an import has written.
struct Rows {
    import: ImportRow,
    schools: Vec<SchoolRow>,
    students: Vec<StudentRow>,
    guardians: HashMap<GuardianId, GuardianRow>,
    guardianships: Vec<GuardianshipRow>,
    words: Vec<(StudentId, Words)>,
}

/// Writes the registry of one desk into a new one; the seconds that it took.
pub async fn write_again(imported: &TempDir) -> Outcome<f64> {
    let source = enter(imported).await?.store;
    let rows = read(&source).await?;
    source.close().await?;

    let folder = tempfile::tempdir()?;
    set_up(&folder, SMALL_COST).await?.close().await;
    let Entered { store, staff, .. } = enter(&folder).await?;
    let desk = store.desks().await?.first().ok_or("no desk")?.id;
    let staff = staff.ok_or("nobody entered")?;
    let guardians: Vec<_> = rows.guardians.into_values().collect();
    let begun = Instant::now();
    let stamp = Stamp::new(rows.import.at, Actor::Staff(staff), desk);
    let mut write = store.write_large(stamp).await?;
    let import = ImportRow {
        staff_id: Some(staff),
        ..rows.import
    };
    write.begin_import(&import).await?;
    write.upsert_schools(&rows.schools).await?;
    write.upsert_students(&rows.students).await?;
    write.upsert_guardians(&guardians).await?;
    write.upsert_guardianships(&rows.guardianships).await?;
    write.replace_words(&rows.words).await?;
    write
        .commit(Entry::new(Act::ImportApplied, Subject::Import(import.id)))
        .await?;
    store.end_large().await?;
    let seconds = seconds_since(begun);
    store.close().await?;
    Ok(seconds)
}

async fn read(store: &Store) -> Outcome<Rows> {
    let centre = ServiceCentreCode::parse(CENTRE).ok_or("an unknown service centre")?;
    let import = store.last_import().await?.ok_or("no import")?;
    let mut rows = Rows {
        schools: store.schools(centre).await?,
        students: Vec::new(),
        guardians: HashMap::new(),
        guardianships: Vec::new(),
        words: Vec::new(),
        import,
    };
    let mut after = None;
    loop {
        let page = store
            .active_students_from(centre, "csv", after, PAGE)
            .await?;
        let Some((last, _)) = page.last() else {
            return Ok(rows);
        };
        after = Some(*last);
        let ids: Vec<_> = page.iter().map(|(id, _)| *id).collect();
        let students = store.students(&ids).await?;
        let by_fiche = students.iter().map(|row| StudentKeys {
            fiche: row.fiche,
            ..StudentKeys::default()
        });
        let keys = ChunkKeys {
            source: "csv",
            students: by_fiche.collect(),
        };
        let found = store.existing_students(centre, &keys).await?;
        let adults: HashMap<_, _> = found.guardians.iter().map(|row| (row.id, row)).collect();
        let mut of: HashMap<StudentId, Vec<&GuardianRow>> = HashMap::new();
        for tie in &found.guardianships {
            of.entry(tie.student_id)
                .or_default()
                .extend(adults.get(&tie.guardian_id));
        }
        let words = found.students.iter().map(|row| {
            let adults = of.get(&row.id).map(Vec::as_slice).unwrap_or_default();
            (row.id, store::words_of(row, adults))
        });
        rows.words.extend(words);
        rows.students
            .extend(found.students.into_iter().map(|row| StudentRow {
                import_id: Some(rows.import.id),
                ..row
            }));
        rows.guardianships.extend(found.guardianships);
        rows.guardians
            .extend(found.guardians.into_iter().map(|row| (row.id, row)));
    }
}
