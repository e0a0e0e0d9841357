//! The registry that is there, as `roster` compares with it.

use std::collections::HashMap;

use domain::{GuardianId, SchoolId, StudentId};
use roster::{ExistingGuardian, ExistingStudent, Format, GuardianDetails, School, StudentDetails};
use store::{ExistingRegistry, GuardianRow, GuardianshipRow, SchoolRow, StudentRow};

/// Every student of the service centre with the adults on their file.
pub fn students(existing: &ExistingRegistry) -> Vec<ExistingStudent> {
    let schools: HashMap<SchoolId, &SchoolRow> = existing
        .schools
        .iter()
        .map(|school| (school.id, school))
        .collect();
    let adults: HashMap<GuardianId, &GuardianRow> = existing
        .guardians
        .iter()
        .map(|adult| (adult.id, adult))
        .collect();
    let mut ties: HashMap<StudentId, Vec<ExistingGuardian>> = HashMap::new();
    for tie in &existing.guardianships {
        if let Some(adult) = adults.get(&tie.guardian_id) {
            ties.entry(tie.student_id)
                .or_default()
                .push(guardian(adult, tie));
        }
    }
    existing
        .students
        .iter()
        .map(|row| ExistingStudent {
            id: row.id,
            details: details(row, row.school_id.and_then(|id| schools.get(&id).copied())),
            source: Format::parse(&row.source),
            source_id: row.source_id.clone(),
            guardians: ties.remove(&row.id).unwrap_or_default(),
        })
        .collect()
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

fn guardian(row: &GuardianRow, tie: &GuardianshipRow) -> ExistingGuardian {
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
    }
}
