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
pub(super) struct Tally(Cell<Acts>);

impl Tally {
    pub(super) fn add(&self, more: Acts) {
        let mut sum = self.0.get();
        sum += more;
        self.0.set(sum);
    }

    pub(super) fn sum(&self) -> Acts {
        self.0.get()
    }
}
