//! Those of the registry whom a chunk may be about, as `roster` compares with them: by what they are looked up, and how
//! rows become records.

use std::collections::{HashMap, HashSet};

use domain::{GuardianId, SchoolId, ServiceCentreCode, StudentId};
use roster::{
    Alias, Existing, ExistingGuardian, ExistingStudent, Field, Format, GuardianDetails, Registry,
    School, SourceValue, StudentDetails,
};
use store::{
    ChunkKeys, CorrectedKind, CorrectionRow, ExistingRegistry, GuardianKeys, GuardianRow,
    GuardianshipRow, SchoolRow, Store, StudentKeys, StudentRow, guardian_key,
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

fn student_keys(registry: &Registry) -> ChunkKeys<'_> {
    let students = registry.students.iter().map(|record| {
        let details = &record.details;
        StudentKeys {
            fiche: details.fiche,
            code: details.permanent_code.as_ref(),
            source_id: record.source_id.as_deref(),
            names: Some((&details.last_names, &details.first_names)),
        }
    });
    // Of a line that could not be read, a number may be somebody else's: whoever has the names is looked at too.
    let unread = registry.unread.iter().flat_map(|unread| {
        let names = unread.names.as_deref();
        let by_number = StudentKeys {
            fiche: unread.fiche,
            code: unread.permanent_code.as_ref(),
            source_id: unread.source_id.as_deref(),
            names: None,
        };
        let by_names = StudentKeys {
            names: names.map(|names| names.split_once('\n').unwrap_or((names, ""))),
            ..StudentKeys::default()
        };
        [by_number, by_names]
    });
    ChunkKeys {
        source: registry.format.as_str(),
        students: students.chain(unread).collect(),
    }
}

/// Adults who are on none of these files may be on another child's.
fn guardian_keys(registry: &Registry, found: &ExistingRegistry) -> GuardianKeys {
    let mut by_email: HashSet<(&str, String)> = HashSet::new();
    let mut by_phone: HashSet<(&str, String)> = HashSet::new();
    for row in &found.guardians {
        let name = guardian_key(&row.last_names, &row.first_names);
        if let Some(phone) = &row.phone {
            by_phone.insert((phone, name.clone()));
        }
        if let Some(email) = &row.email {
            by_email.insert((email.folded(), name));
        }
    }
    let mut keys = GuardianKeys {
        source: registry.format.as_str().to_owned(),
        ..GuardianKeys::default()
    };
    for record in &registry.guardians {
        let details = &record.details;
        let name = guardian_key(&details.last_names, &details.first_names);
        keys.source_ids.extend(record.source_id.clone());
        match (&details.email, &details.phone) {
            (Some(email), _) if by_email.contains(&(email.folded(), name.clone())) => {}
            (Some(email), phone) => {
                keys.emails.push(email.folded().to_owned());
                keys.names.extend(phone.is_some().then_some(name));
            }
            (None, Some(phone)) if by_phone.contains(&(phone, name.clone())) => {}
            (None, Some(_)) => keys.names.push(name),
            (None, None) => {}
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
        aliases: aliases(&found.merged),
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
    aliases: HashMap<GuardianId, Vec<Alias>>,
}

impl Rows {
    fn guardian(&self, row: &GuardianRow, tie: &GuardianshipRow) -> ExistingGuardian {
        let mut corrections = self.corrected(row.id.0, row.id.0);
        corrections.extend(self.corrected(tie.student_id.0, row.id.0));
        ExistingGuardian {
            id: row.id,
            details: adult_details(row),
            source: Format::parse(&row.source),
            source_id: row.source_id.clone(),
            relationship: tie.relationship,
            priority: tie
                .priority
                .and_then(|priority| u8::try_from(priority).ok()),
            access: tie.access,
            is_said: !self.unsaid.contains(&(tie.student_id, tie.guardian_id)),
            corrections,
            aliases: self.aliases.get(&row.id).cloned().unwrap_or_default(),
        }
    }

    fn corrected(&self, subject: Uuid, second: Uuid) -> Vec<SourceValue> {
        self.corrections
            .get(&(subject, second))
            .cloned()
            .unwrap_or_default()
    }
}

fn adult_details(row: &GuardianRow) -> GuardianDetails {
    GuardianDetails {
        last_names: row.last_names.clone(),
        first_names: row.first_names.clone(),
        email: row.email.clone(),
        phone: row.phone.clone(),
        language: row.language.clone(),
    }
}

fn aliases(merged: &[(GuardianId, GuardianRow)]) -> HashMap<GuardianId, Vec<Alias>> {
    let mut found: HashMap<GuardianId, Vec<Alias>> = HashMap::new();
    for (kept, was) in merged {
        found.entry(*kept).or_default().push(Alias {
            details: adult_details(was),
            source: Format::parse(&was.source),
            source_id: was.source_id.clone(),
        });
    }
    found
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
