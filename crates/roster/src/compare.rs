//! What a reading would do to the registry that is there (domain.md §12): a pure function and its plan.
//! Reading files and writing the plan do not belong here.

mod aliases;
mod corrections;
mod guardians;
mod questions;
mod so_far;
mod students;

use domain::{Access, GuardianId, Relationship, StudentId};

pub use aliases::Alias;
pub use corrections::{Corrected, CorrectionTold, SourceValue};
pub use questions::{Question, QuestionKind};
pub use so_far::{Answers, SoFar};

use crate::records::{Format, GuardianDetails, Registry, StudentDetails, Tie};
use crate::report::{Field, Note, UnusableLine};

/// Everybody in the registry whom a chunk may be about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Existing {
    pub students: Vec<ExistingStudent>,
    /// Adults of other students who have the address, or the name, of an adult of the chunk.
    pub elsewhere: Vec<ExistingGuardian>,
}

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
    /// What was corrected at the desk, and what the source says instead.
    pub corrections: Vec<SourceValue>,
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
    /// Whether the source still says that this adult is the student's.
    pub is_said: bool,
    /// Corrections of the adult and of the link.
    pub corrections: Vec<SourceValue>,
    /// What else a source may call an adult whom the desk made one of two.
    pub aliases: Vec<Alias>,
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
    /// An earlier chunk has met this adult, and said everything but perhaps this; or it is an alias, and the desk has said
    /// everything.
    Again {
        id: GuardianId,
        /// Holds only what is to be filled in.
        fills: Option<GuardianDetails>,
        /// Whether anything of the adult changes, here or before.
        changes: bool,
    },
    /// Only students that are left out have this adult.
    LeftOut,
}

impl GuardianPlan {
    fn changes_something(&self) -> bool {
        match self {
            Self::New | Self::Changed { .. } => true,
            Self::Again { changes, .. } => *changes,
            Self::Unchanged { .. } | Self::LeftOut => false,
        }
    }
}

/// What becomes of one link of the reading. No import lowers a restriction (domain.md §6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GuardianshipPlan {
    New(Tie),
    Changed { tie: Tie, changes: Vec<FieldChange> },
    Unchanged,
    LeftOut,
}

/// What a chunk of an import would do. The lists of students, guardians and guardianships run beside those of the
/// [`Registry`]: the same place is the same record. What neither names stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub students: Vec<StudentPlan>,
    pub guardians: Vec<GuardianPlan>,
    pub guardianships: Vec<GuardianshipPlan>,
    /// Students of the registry whom the records are about.
    pub met: Vec<StudentId>,
    /// Students whom a line may be about that could not be used.
    pub spared: Vec<StudentId>,
    /// Links of those students that the source does not say any more, and those that it says again.
    pub unsaid: Vec<(StudentId, GuardianId)>,
    pub said_again: Vec<(StudentId, GuardianId)>,
    pub questions: Vec<Question>,
    pub corrections: Vec<CorrectionTold>,
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
    pub unusable: usize,
}

/// Compares a chunk of a reading with those whom it may be about. What other chunks settled is in `so_far`, which is to
/// [`follow`](SoFar::follow) the plan before the next chunk is compared.
#[must_use]
pub fn compare(registry: &Registry, existing: &Existing, so_far: &SoFar) -> Plan {
    let matched = students::compare(registry, existing, so_far);
    let tied = guardians::compare(registry, existing, so_far, &matched);
    let mut plan = Plan {
        students: matched.plans,
        guardians: tied.guardians,
        guardianships: tied.guardianships,
        met: matched.met,
        spared: matched.spared,
        unsaid: tied.unsaid,
        said_again: tied.said_again,
        questions: matched.questions,
        corrections: matched.corrections,
        unusable: registry.unusable.clone(),
        notes: registry.notes.clone(),
    };
    plan.unusable.extend(matched.unusable);
    plan.notes.extend(matched.notes);
    plan.notes.extend(tied.notes);
    plan.questions.extend(tied.questions);
    plan.corrections.extend(tied.corrections);
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
            let adult = self
                .guardians
                .get(record.guardian)
                .is_some_and(GuardianPlan::changes_something);
            if let Some(touched) = touched.get_mut(record.student) {
                *touched |= tie || adult;
            }
        }
        let mut counts = Counts {
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
