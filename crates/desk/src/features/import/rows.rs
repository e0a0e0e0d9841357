//! A chunk's plan as the rows that it writes: ids for what is new, schools by code or name, the words to find by.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use domain::{GuardianId, ImportId, SchoolId, ServiceCentreCode, StudentId, merged_access, name};
use roster::{
    GuardianDetails, GuardianPlan, GuardianshipPlan, Plan, Registry, School, StudentDetails,
    StudentPlan, Tie,
};
use store::{
    ExistingRegistry, GuardianRow, GuardianshipRow, SchoolRow, StudentRow, Words, words_of,
};

use crate::Environment;

/// Everything that a chunk writes.
#[derive(Default)]
pub struct Rows {
    pub schools: Vec<SchoolRow>,
    pub students: Vec<StudentRow>,
    pub guardians: Vec<GuardianRow>,
    pub guardianships: Vec<GuardianshipRow>,
    pub words: Vec<(StudentId, Words)>,
    /// What is filled in of adults whom an earlier chunk has written.
    pub fills: Vec<GuardianRow>,
    /// Rows that are there and change.
    pub changed_students: Vec<StudentId>,
    pub changed_guardians: Vec<GuardianId>,
    pub changed_ties: Vec<(StudentId, GuardianId)>,
    /// The adult of each record.
    pub ids: Vec<Option<GuardianId>>,
}

/// Where the rows of one import come from.
pub struct Origin {
    pub environment: Environment,
    pub service_centre: ServiceCentreCode,
    pub import: ImportId,
    pub now: DateTime<Utc>,
}

impl Origin {
    pub fn rows(
        &self,
        registry: &Registry,
        plan: &Plan,
        existing: &ExistingRegistry,
        schools: &mut Schools,
    ) -> Rows {
        let mut rows = Rows::default();
        let students = self.students(registry, plan, existing, schools, &mut rows);
        self.guardians(registry, plan, &mut rows);
        rows.guardianships(registry, plan, &students);
        rows.words = rows.words_to_find_by(registry, plan, existing, &students, self);
        rows
    }

    fn students(
        &self,
        registry: &Registry,
        plan: &Plan,
        existing: &ExistingRegistry,
        schools: &mut Schools,
        rows: &mut Rows,
    ) -> Vec<Option<StudentId>> {
        let known: HashMap<StudentId, &StudentRow> =
            existing.students.iter().map(|row| (row.id, row)).collect();
        let mut ids = Vec::with_capacity(plan.students.len());
        for (record, plan) in registry.students.iter().zip(&plan.students) {
            let (id, details) = match plan {
                StudentPlan::New => (StudentId(self.environment.id()), &record.details),
                StudentPlan::Changed { id, details, .. } => {
                    rows.changed_students.push(*id);
                    (*id, details)
                }
                StudentPlan::Unchanged { id } => {
                    ids.push(Some(*id));
                    continue;
                }
                StudentPlan::LeftOut => {
                    ids.push(None);
                    continue;
                }
            };
            ids.push(Some(id));
            let before = known.get(&id).and_then(|row| row.source_id.clone());
            let school = details
                .school
                .as_ref()
                .and_then(|school| schools.place(school, self, &mut rows.schools));
            rows.students.push(StudentRow {
                source: registry.format.as_str().to_owned(),
                source_id: record.source_id.clone().or(before),
                school_id: school,
                ..self.student(id, details)
            });
        }
        ids
    }

    fn student(&self, id: StudentId, details: &StudentDetails) -> StudentRow {
        StudentRow {
            id,
            service_centre: self.service_centre,
            fiche: details.fiche,
            permanent_code: details.permanent_code.clone(),
            last_names: details.last_names.clone(),
            first_names: details.first_names.clone(),
            birth_date: details.birth_date,
            sex: details.sex,
            school_id: None,
            school_name: None,
            school_code: None,
            group_name: details.group.clone(),
            active: details.active,
            source: String::new(),
            source_id: None,
            import_id: Some(self.import),
            created_at: self.now,
            changed_at: self.now,
        }
    }

    fn guardians(&self, registry: &Registry, plan: &Plan, rows: &mut Rows) {
        for (record, plan) in registry.guardians.iter().zip(&plan.guardians) {
            let row = |id, details| GuardianRow {
                source: registry.format.as_str().to_owned(),
                source_id: record.source_id.clone(),
                ..self.guardian(id, details)
            };
            let id = match plan {
                GuardianPlan::New => {
                    let id = GuardianId(self.environment.id());
                    rows.guardians.push(row(id, &record.details));
                    id
                }
                GuardianPlan::Changed { id, details, .. } => {
                    rows.changed_guardians.push(*id);
                    rows.guardians.push(row(*id, details));
                    *id
                }
                GuardianPlan::Again { id, fills, .. } => {
                    if let Some(fills) = fills {
                        rows.changed_guardians.push(*id);
                        rows.fills.push(row(*id, fills));
                    }
                    *id
                }
                GuardianPlan::Unchanged { id } => *id,
                GuardianPlan::LeftOut => {
                    rows.ids.push(None);
                    continue;
                }
            };
            rows.ids.push(Some(id));
        }
    }

    fn guardian(&self, id: GuardianId, details: &GuardianDetails) -> GuardianRow {
        GuardianRow {
            id,
            last_names: details.last_names.clone(),
            first_names: details.first_names.clone(),
            email: details.email.clone(),
            phone: details.phone.clone(),
            language: details.language.clone(),
            source: String::new(),
            source_id: None,
            created_at: self.now,
            changed_at: self.now,
        }
    }
}

impl Rows {
    /// Two records of the file may be one adult whom the desk made of two: the stricter access holds.
    fn guardianships(&mut self, registry: &Registry, plan: &Plan, students: &[Option<StudentId>]) {
        let mut places: HashMap<(StudentId, GuardianId), usize> = HashMap::new();
        for (record, plan) in registry.guardianships.iter().zip(&plan.guardianships) {
            let student = students.get(record.student).copied().flatten();
            let guardian = self.ids.get(record.guardian).copied().flatten();
            let (Some(student), Some(guardian)) = (student, guardian) else {
                continue;
            };
            let tie = match plan {
                GuardianshipPlan::New(tie) => tie,
                GuardianshipPlan::Changed { tie, .. } => {
                    self.changed_ties.push((student, guardian));
                    tie
                }
                GuardianshipPlan::Unchanged | GuardianshipPlan::LeftOut => continue,
            };
            let place = *places
                .entry((student, guardian))
                .or_insert(self.guardianships.len());
            match self.guardianships.get_mut(place) {
                Some(before) => before.access = merged_access(before.access, tie.access),
                None => self.guardianships.push(row(student, guardian, *tie)),
            }
        }
    }

    /// The words of every student who is new, or changes, or has another adult. Those of whom only an adult changes
    /// are told at the end, wherever they are.
    fn words_to_find_by(
        &self,
        registry: &Registry,
        plan: &Plan,
        existing: &ExistingRegistry,
        students: &[Option<StudentId>],
        origin: &Origin,
    ) -> Vec<(StudentId, Words)> {
        let mut rows: HashMap<StudentId, &StudentRow> =
            existing.students.iter().map(|row| (row.id, row)).collect();
        rows.extend(self.students.iter().map(|row| (row.id, row)));
        // Of an adult met before, the file's own words stand here.
        let again = registry
            .guardians
            .iter()
            .zip(&plan.guardians)
            .zip(&self.ids);
        let again: Vec<GuardianRow> = again
            .filter(|((_, plan), _)| matches!(plan, GuardianPlan::Again { .. }))
            .filter_map(|((record, _), id)| Some(origin.guardian((*id)?, &record.details)))
            .collect();
        let mut by_id: HashMap<GuardianId, &GuardianRow> =
            again.iter().map(|row| (row.id, row)).collect();
        by_id.extend(existing.guardians.iter().map(|row| (row.id, row)));
        by_id.extend(self.guardians.iter().map(|row| (row.id, row)));

        let mut of: HashMap<StudentId, BTreeSet<GuardianId>> = HashMap::new();
        let before = existing.guardianships.iter();
        for tie in before.chain(&self.guardianships) {
            of.entry(tie.student_id)
                .or_default()
                .insert(tie.guardian_id);
        }
        for tie in &registry.guardianships {
            let student = students.get(tie.student).copied().flatten();
            let guardian = self.ids.get(tie.guardian).copied().flatten();
            if let (Some(student), Some(guardian)) = (student, guardian) {
                of.entry(student).or_default().insert(guardian);
            }
        }
        let mut touched: BTreeSet<StudentId> = self.students.iter().map(|row| row.id).collect();
        touched.extend(self.guardianships.iter().map(|tie| tie.student_id));
        let words = |id: &StudentId| {
            let adults = of.get(id).into_iter().flatten();
            let adults: Vec<_> = adults.filter_map(|id| by_id.get(id).copied()).collect();
            Some((*id, words_of(rows.get(id)?, &adults)))
        };
        touched.iter().filter_map(words).collect()
    }
}

fn row(student_id: StudentId, guardian_id: GuardianId, tie: Tie) -> GuardianshipRow {
    GuardianshipRow {
        student_id,
        guardian_id,
        relationship: tie.relationship,
        priority: tie.priority.map(u32::from),
        access: tie.access,
    }
}

/// The schools of a service centre by code and by folded name.
pub struct Schools {
    pub by_id: HashMap<SchoolId, SchoolRow>,
    by_key: HashMap<String, SchoolId>,
}

impl Schools {
    pub fn new(known: Vec<SchoolRow>) -> Self {
        let mut by_key = HashMap::new();
        for school in &known {
            by_key.insert(name::fold(&school.name), school.id);
            by_key.extend(school.code.clone().map(|code| (code, school.id)));
        }
        Self {
            by_id: known
                .into_iter()
                .map(|school| (school.id, school))
                .collect(),
            by_key,
        }
    }

    /// The school that is there, or one that joins `new`.
    fn place(
        &mut self,
        school: &School,
        origin: &Origin,
        new: &mut Vec<SchoolRow>,
    ) -> Option<SchoolId> {
        let by_code = school.code.as_ref().and_then(|code| self.by_key.get(code));
        if let Some(id) = by_code {
            return Some(*id);
        }
        let name = school.name.clone().or_else(|| school.code.clone())?;
        let folded = name::fold(&name);
        if let Some(id) = self.by_key.get(&folded) {
            return Some(*id);
        }
        let id = SchoolId(origin.environment.id());
        self.by_key.insert(folded, id);
        self.by_key
            .extend(school.code.clone().map(|code| (code, id)));
        new.push(SchoolRow {
            id,
            service_centre: origin.service_centre,
            code: school.code.clone(),
            name,
        });
        Some(id)
    }
}
