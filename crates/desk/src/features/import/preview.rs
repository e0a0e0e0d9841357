//! A prepared import as the secretary sees it before it is applied.

use std::collections::BTreeMap;

use domain::{RegistryChange, StudentId};
use roster::{GuardianPlan, GuardianshipPlan, StudentPlan};
use store::StudentRow;

use super::{Prepared, number};
use crate::contract::{FieldChange, ImportLine, ImportNote, ImportPreview, UnusableLine};

const MOST_LINES: usize = 200;
const MOST_UNUSABLE: usize = 500;

pub fn show(token: &str, prepared: &Prepared) -> ImportPreview {
    let (registry, plan, counts) = (prepared.registry(), &prepared.plan, prepared.counts());
    ImportPreview {
        token: token.to_owned(),
        format: registry.format.to_string(),
        students: number(registry.students.len()),
        guardians: number(registry.guardians.len()),
        guardianships: number(registry.guardianships.len()),
        new: number(counts.new),
        changed: number(counts.changed),
        unchanged: number(counts.unchanged),
        gone: number(counts.gone),
        lines: lines(prepared),
        unusable: unusable(prepared).take(MOST_UNUSABLE).collect(),
        unusable_count: number(plan.unusable.len()),
        notes: notes(prepared),
    }
}

/// Every line that was left out, with its masked value.
pub fn unusable(prepared: &Prepared) -> impl Iterator<Item = UnusableLine> {
    prepared.plan.unusable.iter().map(|line| UnusableLine {
        file: line.file.to_string(),
        line: u32::try_from(line.line).unwrap_or(u32::MAX),
        field: line.field.to_string(),
        value: line.value.clone(),
        reason: line.reason.to_string(),
    })
}

/// How often each note was made.
pub fn notes(prepared: &Prepared) -> Vec<ImportNote> {
    let mut counted: BTreeMap<&'static str, u32> = BTreeMap::new();
    for note in &prepared.plan.notes {
        *counted.entry(note.kind.as_str()).or_default() += 1;
    }
    counted
        .into_iter()
        .map(|(note, count)| ImportNote {
            note: note.to_owned(),
            count,
        })
        .collect()
}

/// The students who go, then those who change, then the new ones.
fn lines(prepared: &Prepared) -> Vec<ImportLine> {
    let (registry, plan) = (prepared.registry(), &prepared.plan);
    let adults = adult_changes(prepared);
    let existing = |id: &StudentId| prepared.existing.students.iter().find(|row| row.id == *id);
    let gone = plan
        .gone
        .iter()
        .take(MOST_LINES)
        .filter_map(existing)
        .map(|row: &StudentRow| ImportLine {
            change: RegistryChange::Gone.into(),
            last_names: row.last_names.clone(),
            first_names: row.first_names.clone(),
            group: row.group_name.clone(),
            fields: Vec::new(),
        });
    let here = registry.students.iter().zip(&plan.students).enumerate();
    let mut here: Vec<ImportLine> = here
        .filter_map(|(place, (record, plan))| {
            let of_adults = adults.get(&place).cloned().unwrap_or_default();
            let (change, fields) = match plan {
                StudentPlan::New => (RegistryChange::New, Vec::new()),
                StudentPlan::Changed { changes, .. } => (
                    RegistryChange::Changed,
                    changes.iter().map(field).chain(of_adults).collect(),
                ),
                StudentPlan::Unchanged { .. } if !of_adults.is_empty() => {
                    (RegistryChange::Changed, of_adults)
                }
                StudentPlan::Unchanged { .. } | StudentPlan::LeftOut => return None,
            };
            Some(ImportLine {
                change: change.into(),
                last_names: record.details.last_names.clone(),
                first_names: record.details.first_names.clone(),
                group: record.details.group.clone(),
                fields,
            })
        })
        .collect();
    here.sort_by_key(|line| line.change.0 == RegistryChange::New);
    gone.chain(here).take(MOST_LINES).collect()
}

/// What changes of the adults of each student, by the student's place in the file.
fn adult_changes(prepared: &Prepared) -> BTreeMap<usize, Vec<FieldChange>> {
    let mut by_student: BTreeMap<usize, Vec<FieldChange>> = BTreeMap::new();
    for (record, plan) in prepared
        .registry()
        .guardianships
        .iter()
        .zip(&prepared.plan.guardianships)
    {
        let changes = by_student.entry(record.student).or_default();
        if let Some(GuardianPlan::Changed {
            changes: of_adult, ..
        }) = prepared.plan.guardians.get(record.guardian)
        {
            changes.extend(of_adult.iter().map(field));
        }
        match plan {
            GuardianshipPlan::New(_) => {
                let adult = prepared.registry().guardians.get(record.guardian);
                let name = adult.map(|adult| {
                    format!("{} {}", adult.details.first_names, adult.details.last_names)
                });
                changes.push(FieldChange {
                    field: "guardian_name".into(),
                    old: None,
                    new: name,
                });
            }
            GuardianshipPlan::Changed {
                changes: of_tie, ..
            } => changes.extend(of_tie.iter().map(field)),
            GuardianshipPlan::Unchanged | GuardianshipPlan::LeftOut => {}
        }
    }
    by_student.retain(|_, changes| !changes.is_empty());
    by_student
}

fn field(change: &roster::FieldChange) -> FieldChange {
    FieldChange {
        field: change.field.to_string(),
        old: change.old.clone(),
        new: change.new.clone(),
    }
}
