//! The end of a day (domain.md §13): which families are called back, and what came of it.

use crate::{EndCause, text_enum};

text_enum! {
    /// What came of calling a family whose visit had stopped.
    pub enum CallOutcome {
        Reached = "reached",
        NotReached = "not_reached",
    }
}

/// Whether the family went away without what it came for, and not of its own will or by a decision: they are called back.
#[must_use]
pub const fn is_called_back(cause: EndCause) -> bool {
    match cause {
        EndCause::TimedOut
        | EndCause::AddressNotOnFile
        | EndCause::InformationMissing
        | EndCause::CodeNotReceived
        | EndCause::ProgramStopped => true,
        EndCause::Done
        | EndCause::CancelledByParent
        | EndCause::CancelledByStaff
        | EndCause::Halted => false,
    }
}
