//! What a reading would do to the registry that is there (domain.md §12): a pure function and its plan.
//! Reading files and writing the plan do not belong here.

mod guardians;
mod students;

use domain::{Access, GuardianId, Relationship, StudentId};

use crate::records::{Format, GuardianDetails, Registry, StudentDetails, Tie};
use crate::report::{Field, Note, UnusableLine};

/// A student of the registry, with everything that an import may change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExistingStudent {
    pub id: StudentId,
    pub details: StudentDetails,
    /// Where the student came from; `None` when entered at the desk.
    pub source: Option<Format>,
    /// The id in that source.
    pub source_id: Option<String>,
    pub guardians: Vec<ExistingGuardian>,
}

/// An adult on a student's file. An adult of several students appears under each, with the same id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExistingGuardian {
    pub id: GuardianId,
    pub details: GuardianDetails,
    pub source: Option<Format>,
    pub source_id: Option<String>,
    pub relationship: Relationship,
    pub priority: Option<u8>,
    pub access: Access,
}

/// One field before and after, as it may be shown to staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    pub field: Field,
    pub old: Option<String>,
    pub new: Option<String>,
}

/// What becomes of one student of the reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StudentPlan {
    New,
    /// `details` is the whole after the change: what the file does not say stays.
    Changed {
        id: StudentId,
        details: StudentDetails,
        changes: Vec<FieldChange>,
    },
    Unchanged {
        id: StudentId,
    },
    /// Told in [`Plan::unusable`].
    LeftOut,
}

/// What becomes of one adult of the reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GuardianPlan {
    New,
    Changed {
        id: GuardianId,
        details: GuardianDetails,
        changes: Vec<FieldChange>,
    },
    Unchanged {
        id: GuardianId,
    },
    /// Only students that are left out have this adult.
    LeftOut,
}

/// What becomes of one link of the reading. No import lowers a restriction (domain.md §6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GuardianshipPlan {
    New(Tie),
    Changed { tie: Tie, changes: Vec<FieldChange> },
    Unchanged,
    LeftOut,
}

/// What an import would do. The lists of students, guardians and guardianships run beside those of the
/// [`Registry`]: the same place is the same record. What neither names stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub students: Vec<StudentPlan>,
    pub guardians: Vec<GuardianPlan>,
    pub guardianships: Vec<GuardianshipPlan>,
    /// Students who become inactive.
    pub gone: Vec<StudentId>,
    /// Those of the reading, and the lines whose keys disagree with the registry.
    pub unusable: Vec<UnusableLine>,
    pub notes: Vec<Note>,
}

/// How many students an import touches, and how many lines or values it leaves out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub new: usize,
    pub changed: usize,
    pub unchanged: usize,
    pub gone: usize,
    pub unusable: usize,
}

/// Compares a reading with the students that are there.
#[must_use]
pub fn compare(registry: &Registry, existing: &[ExistingStudent]) -> Plan {
    let matched = students::compare(registry, existing);
    let tied = guardians::compare(registry, existing, &matched);
    let mut plan = Plan {
        students: matched.plans,
        guardians: tied.guardians,
        guardianships: tied.guardianships,
        gone: matched.gone,
        unusable: registry.unusable.clone(),
        notes: registry.notes.clone(),
    };
    plan.unusable.extend(matched.unusable);
    plan.notes.extend(matched.notes);
    plan.notes.extend(tied.notes);
    plan
}

impl Plan {
    /// A student whose adults or links change counts as changed.
    #[must_use]
    pub fn counts(&self, registry: &Registry) -> Counts {
        let mut touched = vec![false; self.students.len()];
        for (record, plan) in registry.guardianships.iter().zip(&self.guardianships) {
            let tie = matches!(
                plan,
                GuardianshipPlan::New(_) | GuardianshipPlan::Changed { .. }
            );
            let adult = matches!(
                self.guardians.get(record.guardian),
                Some(GuardianPlan::New | GuardianPlan::Changed { .. })
            );
            if let Some(touched) = touched.get_mut(record.student) {
                *touched |= tie || adult;
            }
        }
        let mut counts = Counts {
            gone: self.gone.len(),
            unusable: self.unusable.len(),
            ..Counts::default()
        };
        for (plan, touched) in self.students.iter().zip(touched) {
            match plan {
                StudentPlan::New => counts.new += 1,
                StudentPlan::Changed { .. } => counts.changed += 1,
                StudentPlan::Unchanged { .. } if touched => counts.changed += 1,
                StudentPlan::Unchanged { .. } => counts.unchanged += 1,
                StudentPlan::LeftOut => {}
            }
        }
        counts
    }
}

/// Collects what differs, field by field.
#[derive(Default)]
struct Changes(Vec<FieldChange>);

impl Changes {
    fn note<T: PartialEq>(
        &mut self,
        field: Field,
        old: &T,
        new: &T,
        show: impl Fn(&T) -> Option<String>,
    ) {
        if old != new {
            self.0.push(FieldChange {
                field,
                old: show(old),
                new: show(new),
            });
        }
    }
}
