//! Those of the registry whom a chunk may be about, as `roster` compares with them: by what they are looked up, and how
//! rows become records.

use std::collections::{HashMap, HashSet};

use domain::{GuardianId, SchoolId, ServiceCentreCode, StudentId, name};
use roster::{
    Existing, ExistingGuardian, ExistingStudent, Field, Format, GuardianDetails, Registry, School,
    SourceValue, StudentDetails,
};
use store::{
    ChunkKeys, CorrectedKind, CorrectionRow, ExistingRegistry, GuardianKeys, GuardianRow,
    GuardianshipRow, SchoolRow, Store, StudentRow, guardian_key,
};
use uuid::Uuid;

use crate::failure::Outcome;

/// Looks up everybody whom any key of the chunk may mean.
pub async fn look_up(
    store: &Store,
    service_centre: ServiceCentreCode,
    registry: &Registry,
) -> Outcome<ExistingRegistry> {
    let keys = student_keys(registry);
    let mut found = store.existing_students(service_centre, &keys).await?;
    let keys = guardian_keys(registry, &found);
    store.add_guardians(&mut found, &keys).await?;
    Ok(found)
}

fn student_keys(registry: &Registry) -> ChunkKeys {
    let mut keys = ChunkKeys {
        source: registry.format.as_str().to_owned(),
        ..ChunkKeys::default()
    };
    let students = registry.students.iter().map(|record| {
        let details = &record.details;
        (
            details.fiche,
            details.permanent_code.as_ref(),
            record.source_id.as_ref(),
        )
    });
    let unread = registry.unread.iter().map(|unread| {
        (
            unread.fiche,
            unread.permanent_code.as_ref(),
            unread.source_id.as_ref(),
        )
    });
    for (fiche, code, source_id) in students.chain(unread) {
        keys.fiches.extend(fiche);
        keys.codes.extend(code.cloned());
        keys.source_ids.extend(source_id.cloned());
    }
    for record in &registry.students {
        let details = &record.details;
        keys.names.push((
            name::fold(&details.last_names),
            name::fold(&details.first_names),
        ));
    }
    let unread = registry
        .unread
        .iter()
        .filter_map(|unread| unread.names.as_ref());
    for names in unread {
        let (last, first) = names.split_once('\n').unwrap_or((names, ""));
        keys.names.push((last.to_owned(), first.to_owned()));
    }
    keys.names.sort_unstable();
    keys.names.dedup();
    keys
}

/// Adults who are on none of these files may be on another child's.
fn guardian_keys(registry: &Registry, found: &ExistingRegistry) -> GuardianKeys {
    let on_file: HashSet<(&str, String)> = found
        .guardians
        .iter()
        .filter_map(|row| {
            let email = row.email.as_ref()?.folded();
            Some((email, guardian_key(&row.last_names, &row.first_names)))
        })
        .collect();
    let mut keys = GuardianKeys {
        source: registry.format.as_str().to_owned(),
        ..GuardianKeys::default()
    };
    for record in &registry.guardians {
        let details = &record.details;
        let name = guardian_key(&details.last_names, &details.first_names);
        keys.source_ids.extend(record.source_id.clone());
        match &details.email {
            Some(email) if on_file.contains(&(email.folded(), name.clone())) => {}
            Some(email) => {
                keys.emails.push(email.folded().to_owned());
                keys.names.extend(details.phone.is_some().then_some(name));
            }
            None if details.phone.is_some() => keys.names.push(name),
            None => {}
        }
    }
    keys
}

/// The rows as records.
pub fn records(found: &ExistingRegistry, schools: &HashMap<SchoolId, SchoolRow>) -> Existing {
    let adults: HashMap<GuardianId, &GuardianRow> =
        found.guardians.iter().map(|row| (row.id, row)).collect();
    let rows = Rows {
        unsaid: found.unsaid.iter().copied().collect(),
        corrections: by_subject(&found.corrections),
    };
    let mut of_student: HashMap<StudentId, Vec<ExistingGuardian>> = HashMap::new();
    let here: HashSet<StudentId> = found.students.iter().map(|row| row.id).collect();
    let mut on_file: HashSet<GuardianId> = HashSet::new();
    let mut elsewhere: HashMap<GuardianId, ExistingGuardian> = HashMap::new();
    for tie in &found.guardianships {
        let Some(adult) = adults.get(&tie.guardian_id) else {
            continue;
        };
        let record = rows.guardian(adult, tie);
        if here.contains(&tie.student_id) {
            on_file.insert(tie.guardian_id);
            of_student.entry(tie.student_id).or_default().push(record);
        } else {
            elsewhere.entry(tie.guardian_id).or_insert(record);
        }
    }
    let students = found.students.iter().map(|row| ExistingStudent {
        id: row.id,
        details: details(row, row.school_id.and_then(|id| schools.get(&id))),
        source: Format::parse(&row.source),
        source_id: row.source_id.clone(),
        guardians: of_student.remove(&row.id).unwrap_or_default(),
        corrections: rows.corrected(row.id.0, row.id.0),
    });
    let students = students.collect();
    elsewhere.retain(|id, _| !on_file.contains(id));
    let mut elsewhere: Vec<_> = elsewhere.into_values().collect();
    elsewhere.sort_unstable_by_key(|adult| adult.id);
    Existing {
        students,
        elsewhere,
    }
}

fn details(row: &StudentRow, school: Option<&SchoolRow>) -> StudentDetails {
    StudentDetails {
        last_names: row.last_names.clone(),
        first_names: row.first_names.clone(),
        birth_date: row.birth_date,
        sex: row.sex,
        fiche: row.fiche,
        permanent_code: row.permanent_code.clone(),
        school: school.map(|school| School {
            code: school.code.clone(),
            name: Some(school.name.clone()),
        }),
        group: row.group_name.clone(),
        active: row.active,
    }
}

/// What stands beside the rows of people.
struct Rows {
    unsaid: HashSet<(StudentId, GuardianId)>,
    corrections: HashMap<(Uuid, Uuid), Vec<SourceValue>>,
}

impl Rows {
    fn guardian(&self, row: &GuardianRow, tie: &GuardianshipRow) -> ExistingGuardian {
        let mut corrections = self.corrected(row.id.0, row.id.0);
        corrections.extend(self.corrected(tie.student_id.0, row.id.0));
        ExistingGuardian {
            id: row.id,
            details: GuardianDetails {
                last_names: row.last_names.clone(),
                first_names: row.first_names.clone(),
                email: row.email.clone(),
                phone: row.phone.clone(),
                language: row.language.clone(),
            },
            source: Format::parse(&row.source),
            source_id: row.source_id.clone(),
            relationship: tie.relationship,
            priority: tie
                .priority
                .and_then(|priority| u8::try_from(priority).ok()),
            access: tie.access,
            is_said: !self.unsaid.contains(&(tie.student_id, tie.guardian_id)),
            corrections,
        }
    }

    fn corrected(&self, subject: Uuid, second: Uuid) -> Vec<SourceValue> {
        self.corrections
            .get(&(subject, second))
            .cloned()
            .unwrap_or_default()
    }
}

fn by_subject(rows: &[CorrectionRow]) -> HashMap<(Uuid, Uuid), Vec<SourceValue>> {
    let mut found: HashMap<(Uuid, Uuid), Vec<SourceValue>> = HashMap::new();
    for row in rows {
        let second = match row.subject_kind {
            CorrectedKind::Guardianship => row.second_id,
            CorrectedKind::Student | CorrectedKind::Guardian => row.subject_id,
        };
        if let Some(field) = Field::parse(&row.field) {
            found
                .entry((row.subject_id, second))
                .or_default()
                .push(SourceValue {
                    field,
                    value: row.source_value.clone(),
                });
        }
    }
    found
}
