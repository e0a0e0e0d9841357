//! What comparing a chunk must know of the rest of its file: whom the whole file names, what was answered, and what
//! the earlier chunks have settled. Some tens of bytes a person, so that a million fit.

use std::collections::{HashMap, HashSet};

use domain::{GuardianId, StudentId};

use super::{GuardianPlan, Plan};
use crate::gather::Named;
use crate::keys::same_school;
use crate::records::{Registry, School};

/// The state of a comparing that goes chunk by chunk.
#[derive(Default)]
pub struct SoFar {
    pub(super) named: Named,
    pub(super) answers: Answers,
    /// Students of the registry whom a line of an earlier chunk is about.
    pub(super) met: HashSet<StudentId>,
    /// Those whom a line may be about that could not be used: nobody's, and not gone.
    spared: HashSet<StudentId>,
    /// By the number of the adult in the file.
    adults: Vec<Option<Settled>>,
    /// Adults of the registry, and the number of the one in the file who is them.
    pub(super) claimed: HashMap<GuardianId, usize>,
    schools: HashSet<Option<School>>,
    somebody_is_unknown: bool,
}

/// What people answered, by the id of the question: whether the two are one person.
pub type Answers = HashMap<String, bool>;

/// An adult whom an earlier chunk has met, and what was said there.
#[derive(Clone, Copy)]
pub(super) struct Settled {
    pub(super) id: GuardianId,
    pub(super) email: bool,
    pub(super) phone: bool,
    pub(super) language: bool,
    /// Whether anything of the adult changes.
    pub(super) changes: bool,
}

impl SoFar {
    /// Before the first chunk.
    #[must_use]
    pub fn new(named: Named, answers: Answers) -> Self {
        Self {
            named,
            answers,
            ..Self::default()
        }
    }

    /// Remembers what became of a chunk; `guardians` are the ids that its adults have now.
    pub fn follow(&mut self, registry: &Registry, plan: &Plan, guardians: &[Option<GuardianId>]) {
        self.met.extend(&plan.met);
        self.spared.extend(&plan.spared);
        let students = registry
            .students
            .iter()
            .map(|record| &record.details.school);
        let unread = registry.unread.iter().map(|unread| &unread.school);
        for school in students.chain(unread) {
            if !self.schools.contains(school) {
                self.schools.insert(school.clone());
            }
        }
        self.somebody_is_unknown |= registry.unread.iter().any(|unread| !unread.says_who());
        let adults = registry.guardians.iter().zip(&registry.adults);
        for (((record, number), plan), id) in adults.zip(&plan.guardians).zip(guardians) {
            let Some(id) = *id else { continue };
            let said = &record.details;
            let before = self.settled(*number);
            let settled = Settled {
                id,
                email: said.email.is_some() || before.is_some_and(|known| known.email),
                phone: said.phone.is_some() || before.is_some_and(|known| known.phone),
                language: said.language.is_some() || before.is_some_and(|known| known.language),
                changes: plan.changes_something(),
            };
            if matches!(
                plan,
                GuardianPlan::Changed { .. } | GuardianPlan::Unchanged { .. }
            ) {
                self.claimed.insert(id, *number);
            }
            if self.adults.len() <= *number {
                self.adults.resize(*number + 1, None);
            }
            self.adults[*number] = Some(settled);
        }
    }

    pub(super) fn settled(&self, number: usize) -> Option<Settled> {
        self.adults.get(number).copied().flatten()
    }

    /// Whether some line is about this student, or may be.
    #[must_use]
    pub fn knows(&self, student: StudentId) -> bool {
        self.met.contains(&student) || self.spared.contains(&student)
    }

    /// Whether the file holds this school; none is that of students without one.
    #[must_use]
    pub fn holds(&self, school: Option<&School>) -> bool {
        let Some(school) = school else {
            return self.schools.contains(&None);
        };
        let held = self.schools.iter().flatten();
        held.into_iter()
            .any(|held| held == school || same_school(held, school))
    }

    /// Whether anybody can be told gone: not when a line could be any student.
    #[must_use]
    pub const fn tells_gone(&self) -> bool {
        !self.somebody_is_unknown
    }
}
