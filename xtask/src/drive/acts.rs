//! What two people did, counted. The counting itself is in `page.js`, inside the windows.

use std::cell::Cell;
use std::ops::AddAssign;

use serde::Deserialize;

/// What was done in the windows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Acts {
    /// Presses (buttons, options, ticks, Enter) and fields filled.
    pub acts: u32,
    /// Fields filled, which are acts too.
    pub typed: u32,
}

impl Acts {
    /// A press whose window was gone before it could be asked.
    pub(super) const LAST_PRESS: Self = Self { acts: 1, typed: 0 };
}

impl AddAssign for Acts {
    fn add_assign(&mut self, more: Self) {
        self.acts += more.acts;
        self.typed += more.typed;
    }
}

/// The sum over both windows of one walk.
#[derive(Debug, Default)]
pub(super) struct Tally {
    sum: Cell<Acts>,
    closed: Cell<bool>,
}

impl Tally {
    pub(super) fn add(&self, more: Acts) {
        if !self.closed.get() {
            let mut sum = self.sum.get();
            sum += more;
            self.sum.set(sum);
        }
    }

    /// Forgets what came before: the visit begins here.
    pub(super) fn begin(&self) {
        self.sum.set(Acts::default());
    }

    /// Counts no further: the visit ends here.
    pub(super) fn close(&self) {
        self.closed.set(true);
    }

    pub(super) fn sum(&self) -> Acts {
        self.sum.get()
    }
}
