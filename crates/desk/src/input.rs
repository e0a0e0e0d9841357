//! When somebody last did something in either window: pressed a key, moved the pointer, gave a command of the visit.
//! What follows from nobody doing anything belongs to whoever asks (`visit::idle`).

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

/// How long nobody has done anything, and since when they are warned of what will follow.
pub(crate) struct Input(Mutex<Moments>);

#[derive(Clone, Copy)]
struct Moments {
    last: DateTime<Utc>,
    warned: Option<DateTime<Utc>>,
}

impl Input {
    pub fn at(now: DateTime<Utc>) -> Self {
        Self(Mutex::new(Moments {
            last: now,
            warned: None,
        }))
    }

    /// Somebody did something. True when they had been warned.
    pub fn note(&self, now: DateTime<Utc>) -> bool {
        self.with(|moments| {
            moments.last = now;
            moments.warned.take().is_some()
        })
    }

    /// How long ago that was.
    pub fn idle(&self, now: DateTime<Utc>) -> TimeDelta {
        self.with(|moments| now - moments.last)
    }

    /// Since when whoever is there is warned.
    pub fn warned(&self) -> Option<DateTime<Utc>> {
        self.with(|moments| moments.warned)
    }

    /// They are warned from now on.
    pub fn warn(&self, now: DateTime<Utc>) {
        self.with(|moments| moments.warned = Some(now));
    }

    fn with<T>(&self, look: impl FnOnce(&mut Moments) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
