//! The visits of the desk: the one at the counter, which both windows show, and those set aside while what they wait
//! for is on its way (domain.md §7). Setting one aside belongs to `aside`, which step follows which to `domain`.

use chrono::{DateTime, Utc};
use tokio::sync::MutexGuard;

use super::LiveVisit;
use crate::contract::Failure;

/// The visits that this desk holds. They are one family each, and each knows its own number, step and code.
#[derive(Default)]
pub(crate) struct Visits {
    /// It may have ended, and then waits to be put away.
    pub at_counter: Option<LiveVisit>,
    /// The first that was set aside stands first.
    pub aside: Vec<Aside>,
}

/// A visit that gave its place at the counter to another.
pub(crate) struct Aside {
    pub visit: LiveVisit,
    pub since: DateTime<Utc>,
}

/// The visits, held for as long as a command works on them.
pub(crate) type VisitPlace<'a> = MutexGuard<'a, Visits>;

/// The visit at the counter, if there is one that has not ended.
pub(crate) fn under_way<'a>(place: &'a mut VisitPlace<'_>) -> Result<&'a mut LiveVisit, Failure> {
    place
        .at_counter
        .as_mut()
        .filter(|visit| !visit.is_over())
        .ok_or(Failure::NoVisit)
}

impl Visits {
    /// Makes the counter free: a visit under way stands aside from now on, one that has ended is put away.
    pub(super) fn clear_counter(&mut self, since: DateTime<Utc>) {
        if let Some(visit) = self.at_counter.take().filter(|visit| !visit.is_over()) {
            self.aside.push(Aside { visit, since });
        }
    }

    /// Every visit that has not ended, at the counter or aside.
    pub(crate) fn alive(&self) -> impl Iterator<Item = &LiveVisit> {
        let aside = self.aside.iter().map(|aside| &aside.visit);
        let all = self.at_counter.iter().chain(aside);
        all.filter(|visit| !visit.is_over())
    }

    /// The same, to go on with.
    pub(super) fn alive_mut(&mut self) -> impl Iterator<Item = &mut LiveVisit> {
        let aside = self.aside.iter_mut().map(|aside| &mut aside.visit);
        let all = self.at_counter.iter_mut().chain(aside);
        all.filter(|visit| !visit.is_over())
    }
}
