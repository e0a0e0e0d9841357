//! How far an import is, for a progress bar, and the wish that it stop. One import at a time.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::contract::{Failure, ImportPhase, ImportProgress};

/// What is known of the import under way.
#[derive(Default)]
pub(crate) struct ImportWatch {
    progress: Mutex<Option<ImportProgress>>,
    stop: AtomicBool,
}

/// An import under way; when it is dropped, none is.
pub(super) struct UnderWay<'a>(&'a ImportWatch);

impl ImportWatch {
    pub(super) fn begin(&self) -> Result<UnderWay<'_>, Failure> {
        let mut progress = self.progress.lock().unwrap_or_else(PoisonError::into_inner);
        if progress.is_some() {
            return Err(Failure::ImportUnderWay);
        }
        self.stop.store(false, Ordering::SeqCst);
        *progress = Some(ImportProgress {
            phase: ImportPhase::Reading.into(),
            done: 0,
            total: 0,
        });
        Ok(UnderWay(self))
    }

    pub(super) fn progress(&self) -> Option<ImportProgress> {
        *self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn stop(&self) {
        self.stop.store(true, Ordering::SeqCst);
    }
}

impl UnderWay<'_> {
    /// Tells how far it is, unless somebody wants it to stop.
    pub(super) fn tell(&self, phase: ImportPhase, done: u32, total: u32) -> Result<(), Failure> {
        if self.0.stop.load(Ordering::SeqCst) {
            return Err(Failure::ImportCancelled);
        }
        let mut progress = self
            .0
            .progress
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *progress = Some(ImportProgress {
            phase: phase.into(),
            done,
            total,
        });
        Ok(())
    }
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        *self
            .0
            .progress
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = None;
    }
}
