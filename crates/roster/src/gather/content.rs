//! What a file says of each student and adult, from all the lines that are about them, until it is handed on in
//! chunks. Who is who was told before, by `students` and `guardians`.

use std::collections::HashMap;

use domain::{Access, Relationship};

use crate::records::{GuardianRecord, GuardianshipRecord, Registry, StudentRecord, Tie};

/// The students who are not handed on yet.
#[derive(Default)]
pub(super) struct Content {
    /// Those of whom more lines come, by their place in the file.
    open: HashMap<usize, Family>,
    whole: Vec<(usize, Family)>,
}

/// A student with their adults, each with the adult's place in the file.
struct Family {
    student: StudentRecord,
    adults: Vec<(usize, GuardianRecord, Tie)>,
}

impl Content {
    /// How many students are ready to be handed on.
    pub(super) const fn ready(&self) -> usize {
        self.whole.len()
    }

    pub(super) fn add_student(&mut self, place: usize, record: StudentRecord) {
        match self.open.get_mut(&place) {
            Some(family) => complete_student(&mut family.student, record),
            None => {
                let family = Family {
                    student: record,
                    adults: Vec::new(),
                };
                self.open.insert(place, family);
            }
        }
    }

    pub(super) fn add_guardian(
        &mut self,
        student: usize,
        place: usize,
        record: GuardianRecord,
        tie: Tie,
    ) {
        let Some(family) = self.open.get_mut(&student) else {
            return;
        };
        match family.adults.iter_mut().find(|(known, ..)| *known == place) {
            Some((_, known, known_tie)) => {
                complete_guardian(known, record);
                complete_tie(known_tie, tie);
            }
            None => family.adults.push((place, record, tie)),
        }
    }

    /// No more lines are about this student.
    pub(super) fn close(&mut self, student: usize) {
        if let Some(family) = self.open.remove(&student) {
            self.whole.push((student, family));
        }
    }

    pub(super) fn close_all(&mut self) {
        self.whole.extend(self.open.drain());
        self.whole.sort_by_key(|(place, _)| *place);
    }

    /// Moves so many students at most, with their adults, into a registry.
    pub(super) fn hand_on(&mut self, students: usize, registry: &mut Registry) {
        let mut some: Vec<_> = self.whole.drain(..students.min(self.whole.len())).collect();
        some.sort_by_key(|(place, _)| *place);
        let mut known: HashMap<usize, usize> = HashMap::new();
        for (_, family) in some {
            let student = registry.students.len();
            registry.students.push(family.student);
            for (place, record, tie) in family.adults {
                let line = record.line;
                let guardian = match known.get(&place) {
                    Some(&guardian) => {
                        complete_guardian(&mut registry.guardians[guardian], record);
                        guardian
                    }
                    None => {
                        let guardian = registry.guardians.len();
                        known.insert(place, guardian);
                        registry.guardians.push(record);
                        registry.adults.push(place);
                        guardian
                    }
                };
                registry.guardianships.push(GuardianshipRecord {
                    line,
                    student,
                    guardian,
                    tie,
                });
            }
        }
    }
}

/// A repeat fills what the first line left open.
fn complete_student(known: &mut StudentRecord, record: StudentRecord) {
    let said = record.details;
    known.source_id = known.source_id.take().or(record.source_id);
    let known = &mut known.details;
    known.birth_date = known.birth_date.or(said.birth_date);
    known.sex = known.sex.or(said.sex);
    known.fiche = known.fiche.or(said.fiche);
    known.permanent_code = known.permanent_code.take().or(said.permanent_code);
    known.school = known.school.take().or(said.school);
    known.group = known.group.take().or(said.group);
    known.active |= said.active;
}

fn complete_guardian(known: &mut GuardianRecord, record: GuardianRecord) {
    let said = record.details;
    known.source_id = known.source_id.take().or(record.source_id);
    let known = &mut known.details;
    known.email = known.email.take().or(said.email);
    known.phone = known.phone.take().or(said.phone);
    known.language = known.language.take().or(said.language);
}

/// A restriction in one line holds, whatever another says.
fn complete_tie(known: &mut Tie, said: Tie) {
    if known.relationship == Relationship::Unknown {
        known.relationship = said.relationship;
    }
    known.priority = known.priority.or(said.priority);
    if known.access == Access::Unknown || said.access == Access::Restricted {
        known.access = said.access;
    }
}
