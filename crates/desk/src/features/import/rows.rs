//! A plan as the rows that it writes: ids for what is new, schools by code or name, the words to find by.

use std::collections::{BTreeSet, HashMap};

use domain::{GuardianId, ImportId, SchoolId, ServiceCentreCode, StudentId, name};
use roster::{
    GuardianDetails, GuardianPlan, GuardianshipPlan, Registry, School, StudentDetails, StudentPlan,
    Tie,
};
use store::{GuardianRow, GuardianshipRow, SchoolRow, StudentRow, Words, words_of};

use super::Prepared;
use crate::Environment;

/// Everything that an import writes, but its own row.
#[derive(Default)]
pub struct Rows {
    pub schools: Vec<SchoolRow>,
    pub students: Vec<StudentRow>,
    pub guardians: Vec<GuardianRow>,
    pub guardianships: Vec<GuardianshipRow>,
    pub words: Vec<(StudentId, Words)>,
}

/// Where the rows of one import come from.
struct Origin<'a> {
    environment: &'a Environment,
    service_centre: ServiceCentreCode,
    import: ImportId,
    registry: &'a Registry,
}

pub fn rows(
    environment: &Environment,
    service_centre: ServiceCentreCode,
    import: ImportId,
    prepared: &Prepared,
) -> Rows {
    let origin = Origin {
        environment,
        service_centre,
        import,
        registry: prepared.registry(),
    };
    let mut rows = Rows::default();
    let students = origin.students(prepared, &mut rows);
    let guardians = origin.guardians(prepared, &mut rows);
    origin.guardianships(prepared, &students, &guardians, &mut rows);
    rows.words = words(prepared, &rows);
    rows
}

impl Origin<'_> {
    fn students(&self, prepared: &Prepared, rows: &mut Rows) -> Vec<Option<StudentId>> {
        let known: HashMap<StudentId, &StudentRow> = prepared
            .existing
            .students
            .iter()
            .map(|row| (row.id, row))
            .collect();
        let mut schools = Schools::new(self, &prepared.existing.schools);
        let mut ids = Vec::with_capacity(prepared.plan.students.len());
        for (record, plan) in self.registry.students.iter().zip(&prepared.plan.students) {
            let (id, details) = match plan {
                StudentPlan::New => (StudentId(self.environment.id()), &record.details),
                StudentPlan::Changed { id, details, .. } => (*id, details),
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
            let before = known.get(&id).copied();
            let source_id = record
                .source_id
                .clone()
                .or_else(|| before.and_then(|row| row.source_id.clone()));
            let school = details
                .school
                .as_ref()
                .and_then(|school| schools.place(school));
            rows.students
                .push(self.student(id, details, school, source_id));
        }
        rows.schools = schools.new;
        ids
    }

    fn student(
        &self,
        id: StudentId,
        details: &StudentDetails,
        school_id: Option<SchoolId>,
        source_id: Option<String>,
    ) -> StudentRow {
        let now = self.environment.now();
        StudentRow {
            id,
            service_centre: self.service_centre,
            fiche: details.fiche,
            permanent_code: details.permanent_code.clone(),
            last_names: details.last_names.clone(),
            first_names: details.first_names.clone(),
            birth_date: details.birth_date,
            sex: details.sex,
            school_id,
            school_name: None,
            school_code: None,
            group_name: details.group.clone(),
            active: details.active,
            source: self.registry.format.as_str().to_owned(),
            source_id,
            import_id: Some(self.import),
            created_at: now,
            changed_at: now,
        }
    }

    fn guardians(&self, prepared: &Prepared, rows: &mut Rows) -> Vec<Option<GuardianId>> {
        let mut ids = Vec::with_capacity(prepared.plan.guardians.len());
        for (record, plan) in self.registry.guardians.iter().zip(&prepared.plan.guardians) {
            let (id, details) = match plan {
                GuardianPlan::New => (GuardianId(self.environment.id()), &record.details),
                GuardianPlan::Changed { id, details, .. } => (*id, details),
                GuardianPlan::Unchanged { id } => {
                    ids.push(Some(*id));
                    continue;
                }
                GuardianPlan::LeftOut => {
                    ids.push(None);
                    continue;
                }
            };
            ids.push(Some(id));
            rows.guardians
                .push(self.guardian(id, details, record.source_id.clone()));
        }
        ids
    }

    fn guardian(
        &self,
        id: GuardianId,
        details: &GuardianDetails,
        source_id: Option<String>,
    ) -> GuardianRow {
        let now = self.environment.now();
        GuardianRow {
            id,
            last_names: details.last_names.clone(),
            first_names: details.first_names.clone(),
            email: details.email.clone(),
            phone: details.phone.clone(),
            language: details.language.clone(),
            source: self.registry.format.as_str().to_owned(),
            source_id,
            created_at: now,
            changed_at: now,
        }
    }

    fn guardianships(
        &self,
        prepared: &Prepared,
        students: &[Option<StudentId>],
        guardians: &[Option<GuardianId>],
        rows: &mut Rows,
    ) {
        for (record, plan) in self
            .registry
            .guardianships
            .iter()
            .zip(&prepared.plan.guardianships)
        {
            let (GuardianshipPlan::New(tie) | GuardianshipPlan::Changed { tie, .. }) = plan else {
                continue;
            };
            let student = students.get(record.student).copied().flatten();
            let guardian = guardians.get(record.guardian).copied().flatten();
            if let (Some(student_id), Some(guardian_id)) = (student, guardian) {
                rows.guardianships
                    .push(guardianship(student_id, guardian_id, *tie));
            }
        }
    }
}

fn guardianship(student_id: StudentId, guardian_id: GuardianId, tie: Tie) -> GuardianshipRow {
    GuardianshipRow {
        student_id,
        guardian_id,
        relationship: tie.relationship,
        priority: tie.priority.map(u32::from),
        access: tie.access,
    }
}

/// The schools of a service centre by code and by folded name, and those that the file adds.
struct Schools<'a> {
    origin: &'a Origin<'a>,
    by_key: HashMap<String, SchoolId>,
    new: Vec<SchoolRow>,
}

impl<'a> Schools<'a> {
    fn new(origin: &'a Origin<'a>, known: &[SchoolRow]) -> Self {
        let mut by_key = HashMap::new();
        for school in known {
            by_key.insert(name::fold(&school.name), school.id);
            by_key.extend(school.code.clone().map(|code| (code, school.id)));
        }
        Self {
            origin,
            by_key,
            new: Vec::new(),
        }
    }

    fn place(&mut self, school: &School) -> Option<SchoolId> {
        let name = school.name.clone().or_else(|| school.code.clone())?;
        let folded = name::fold(&name);
        let found = school
            .code
            .as_ref()
            .and_then(|code| self.by_key.get(code))
            .or_else(|| self.by_key.get(&folded));
        if let Some(id) = found {
            return Some(*id);
        }
        let id = SchoolId(self.origin.environment.id());
        self.by_key.insert(folded, id);
        self.by_key
            .extend(school.code.clone().map(|code| (code, id)));
        self.new.push(SchoolRow {
            id,
            service_centre: self.origin.service_centre,
            code: school.code.clone(),
            name,
        });
        Some(id)
    }
}

/// The words of every student who changes, or one of whose adults does.
fn words(prepared: &Prepared, rows: &Rows) -> Vec<(StudentId, Words)> {
    let mut students: HashMap<StudentId, &StudentRow> = prepared
        .existing
        .students
        .iter()
        .map(|row| (row.id, row))
        .collect();
    students.extend(rows.students.iter().map(|row| (row.id, row)));
    let mut guardians: HashMap<GuardianId, &GuardianRow> = prepared
        .existing
        .guardians
        .iter()
        .map(|row| (row.id, row))
        .collect();
    guardians.extend(rows.guardians.iter().map(|row| (row.id, row)));

    let changed: BTreeSet<GuardianId> = rows.guardians.iter().map(|row| row.id).collect();
    let mut adults: HashMap<StudentId, BTreeSet<GuardianId>> = HashMap::new();
    let mut touched: BTreeSet<StudentId> = rows.students.iter().map(|row| row.id).collect();
    touched.extend(rows.guardianships.iter().map(|tie| tie.student_id));
    for tie in prepared
        .existing
        .guardianships
        .iter()
        .chain(&rows.guardianships)
    {
        adults
            .entry(tie.student_id)
            .or_default()
            .insert(tie.guardian_id);
        if changed.contains(&tie.guardian_id) {
            touched.insert(tie.student_id);
        }
    }
    let of = |id: &StudentId| {
        let student = students.get(id)?;
        let adults = adults
            .get(id)
            .into_iter()
            .flatten()
            .filter_map(|id| guardians.get(id).copied());
        Some((*id, words_of(student, &adults.collect::<Vec<_>>())))
    };
    touched.iter().filter_map(of).collect()
}
