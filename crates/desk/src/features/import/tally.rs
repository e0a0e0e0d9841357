//! What a pass over a file counts, and the little of it that is kept to be shown. The file may be of any size; this
//! is not.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::{Alarm, ImportExtent, RegistryChange, Share};
use roster::{
    Existing, Field, GuardianPlan, GuardianshipPlan, Plan, Question, QuestionKind, Registry,
    StudentPlan,
};
use store::StudentRow;

use super::number;
use crate::contract::{
    FieldChange, ImportLine, ImportNote, ImportQuestion, QuestionPerson, UnusableLine,
};

const MOST_LINES: usize = 200;
const MOST_QUESTIONS: usize = 200;
/// Of the lines that could not be used, so many are kept; the others are counted.
const MOST_UNUSABLE: usize = 10_000;

/// The sum of a pass.
#[derive(Default)]
pub(crate) struct Tally {
    pub students: u32,
    pub guardians: u32,
    pub guardianships: u32,
    pub new: u32,
    pub changed: u32,
    pub unchanged: u32,
    pub gone: u32,
    pub unusable: Vec<UnusableLine>,
    pub unusable_count: u32,
    pub questions: Vec<ImportQuestion>,
    pub question_count: u32,
    pub extent: ImportExtent,
    pub alarms: Vec<Alarm>,
    notes: BTreeMap<&'static str, u32>,
    gone_lines: Vec<ImportLine>,
    changed_lines: Vec<ImportLine>,
    new_lines: Vec<ImportLine>,
    adults: HashSet<usize>,
    /// The codes of the schools that were there before.
    pub known_codes: HashSet<String>,
}

impl Tally {
    pub fn add(&mut self, registry: &Registry, plan: &Plan, existing: &Existing) {
        let counts = plan.counts(registry);
        self.students += number(registry.students.len());
        self.guardianships += number(registry.guardianships.len());
        self.adults.extend(&registry.adults);
        self.guardians = number(self.adults.len());
        self.new += number(counts.new);
        self.changed += number(counts.changed);
        self.unchanged += number(counts.unchanged);
        self.unusable_count += number(counts.unusable);
        for note in &plan.notes {
            *self.notes.entry(note.kind.as_str()).or_default() += 1;
        }
        let room = MOST_UNUSABLE.saturating_sub(self.unusable.len());
        self.unusable
            .extend(plan.unusable.iter().take(room).map(unusable));
        self.question_count += number(plan.questions.len());
        let room = MOST_QUESTIONS.saturating_sub(self.questions.len());
        let questions = plan.questions.iter().take(room);
        self.questions
            .extend(questions.filter_map(|asked| question(asked, registry, existing)));
        self.add_extent(registry, plan);
        self.add_lines(registry, plan);
    }

    fn add_extent(&mut self, registry: &Registry, plan: &Plan) {
        let Share { count, of } = &mut self.extent.emails;
        for plan in &plan.guardians {
            match plan {
                GuardianPlan::Changed { changes, .. } => {
                    let email = changes
                        .iter()
                        .find(|change| change.field == Field::GuardianEmail);
                    *of += 1;
                    *count += u32::from(email.is_some_and(|change| change.old.is_some()));
                }
                GuardianPlan::Unchanged { .. } => *of += 1,
                GuardianPlan::New | GuardianPlan::Again { .. } | GuardianPlan::LeftOut => {}
            }
        }
        if self.known_codes.is_empty() {
            return;
        }
        let Share { count, of } = &mut self.extent.other_schools;
        let schools = registry
            .students
            .iter()
            .map(|record| &record.details.school);
        for code in schools.flatten().filter_map(|school| school.code.as_ref()) {
            *of += 1;
            *count += u32::from(!self.known_codes.contains(code));
        }
    }

    pub fn add_gone(&mut self, students: &[StudentRow]) {
        let lines = students.iter().map(|row| ImportLine {
            change: RegistryChange::Gone.into(),
            last_names: row.last_names.clone(),
            first_names: row.first_names.clone(),
            group: row.group_name.clone(),
            fields: Vec::new(),
        });
        self.gone_lines.extend(lines);
    }

    /// How many more of the gone can be shown.
    pub const fn room_for_gone(&self) -> usize {
        MOST_LINES.saturating_sub(self.gone_lines.len())
    }

    /// The students who go, then those who change, then the new ones.
    pub fn lines(&self) -> Vec<ImportLine> {
        let lines = self.gone_lines.iter().chain(&self.changed_lines);
        lines
            .chain(&self.new_lines)
            .take(MOST_LINES)
            .cloned()
            .collect()
    }

    /// How often each note was made.
    pub fn notes(&self) -> Vec<ImportNote> {
        let notes = self.notes.iter();
        notes
            .map(|(note, count)| ImportNote {
                note: (*note).to_owned(),
                count: *count,
            })
            .collect()
    }

    fn add_lines(&mut self, registry: &Registry, plan: &Plan) {
        if self.changed_lines.len() >= MOST_LINES && self.new_lines.len() >= MOST_LINES {
            return;
        }
        let mut adults = adult_changes(registry, plan);
        let here = registry.students.iter().zip(&plan.students).enumerate();
        for (place, (record, plan)) in here {
            let of_adults = adults.remove(&place).unwrap_or_default();
            let (change, fields) = match plan {
                StudentPlan::New => (RegistryChange::New, Vec::new()),
                StudentPlan::Changed { changes, .. } => (
                    RegistryChange::Changed,
                    changes.iter().map(field).chain(of_adults).collect(),
                ),
                StudentPlan::Unchanged { .. } if !of_adults.is_empty() => {
                    (RegistryChange::Changed, of_adults)
                }
                StudentPlan::Unchanged { .. } | StudentPlan::LeftOut => continue,
            };
            let kept = match change {
                RegistryChange::New => &mut self.new_lines,
                _ => &mut self.changed_lines,
            };
            if kept.len() < MOST_LINES {
                kept.push(ImportLine {
                    change: change.into(),
                    last_names: record.details.last_names.clone(),
                    first_names: record.details.first_names.clone(),
                    group: record.details.group.clone(),
                    fields,
                });
            }
        }
    }
}

/// What changes of the adults of each student, by the student's place in the chunk.
fn adult_changes(registry: &Registry, plan: &Plan) -> HashMap<usize, Vec<FieldChange>> {
    let mut by_student: HashMap<usize, Vec<FieldChange>> = HashMap::new();
    for (record, tie) in registry.guardianships.iter().zip(&plan.guardianships) {
        let mut changes = Vec::new();
        if let Some(GuardianPlan::Changed {
            changes: of_adult, ..
        }) = plan.guardians.get(record.guardian)
        {
            changes.extend(of_adult.iter().map(field));
        }
        match tie {
            GuardianshipPlan::New(_) => {
                let adult = registry.guardians.get(record.guardian);
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
        if !changes.is_empty() {
            by_student
                .entry(record.student)
                .or_default()
                .extend(changes);
        }
    }
    by_student
}

fn field(change: &roster::FieldChange) -> FieldChange {
    FieldChange {
        field: change.field.to_string(),
        old: change.old.clone(),
        new: change.new.clone(),
    }
}

fn unusable(line: &roster::UnusableLine) -> UnusableLine {
    UnusableLine {
        file: line.file.to_string(),
        line: u32::try_from(line.line).unwrap_or(u32::MAX),
        field: line.field.to_string(),
        value: line.value.clone(),
        reason: line.reason.to_string(),
    }
}

fn question(asked: &Question, registry: &Registry, existing: &Existing) -> Option<ImportQuestion> {
    let (in_file, on_file) = match asked.kind {
        QuestionKind::Student => {
            let there = existing.students.iter();
            let there = there
                .clone()
                .find(|student| student.id.0 == asked.existing)?;
            let said = registry.students.get(asked.record)?;
            (of_student(&said.details), of_student(&there.details))
        }
        QuestionKind::Guardian => {
            let on_file = existing
                .students
                .iter()
                .flat_map(|student| &student.guardians);
            let mut all = on_file.chain(&existing.elsewhere);
            let there = all.find(|adult| adult.id.0 == asked.existing)?;
            let said = registry.guardians.get(asked.record)?;
            (of_guardian(&said.details), of_guardian(&there.details))
        }
    };
    Some(ImportQuestion {
        id: asked.id(),
        kind: asked.kind.into(),
        line: u32::try_from(asked.line).unwrap_or(u32::MAX),
        in_file,
        on_file,
    })
}

fn of_student(details: &roster::StudentDetails) -> QuestionPerson {
    let school = details.school.as_ref();
    QuestionPerson {
        last_names: details.last_names.clone(),
        first_names: details.first_names.clone(),
        birth_date: details.birth_date,
        fiche: details.fiche.map(domain::FicheNumber::masked),
        permanent_code: details.permanent_code.as_ref().map(|code| code.masked()),
        school: school.and_then(|school| school.name.clone().or_else(|| school.code.clone())),
        email: None,
    }
}

fn of_guardian(details: &roster::GuardianDetails) -> QuestionPerson {
    QuestionPerson {
        last_names: details.last_names.clone(),
        first_names: details.first_names.clone(),
        birth_date: None,
        fiche: None,
        permanent_code: None,
        school: None,
        email: details
            .email
            .as_ref()
            .map(|email| email.as_str().to_owned()),
    }
}
