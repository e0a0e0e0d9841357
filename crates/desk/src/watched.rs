//! The watched folder: a registry that is dropped there while the program is open is looked at, or taken in, as the member
//! of staff does who is signed in. What was seen of the folder is in `seen`, moving files away in `shelf`; reading and
//! writing are `features::import`'s.

mod seen;
mod shelf;

pub(crate) use seen::Seen;
pub(crate) use shelf::make_shelves;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use crate::Desk;
use crate::contract::{Failure, FileReason, TakenFile, WaitingFile, WatchMode, WatchTrouble};
use crate::failure::{Outcome, Trouble};
use crate::features::technician::{ImportReport, TakeIn};
use crate::house::Open;
use crate::permission::Act as Permission;
use shelf::{Shelf, put_away};

/// Runs for as long as the desk is open.
pub(crate) async fn run(desk: Desk, open: Arc<Open>) {
    let every = Duration::from_millis(desk.limits().watched_folder_look_milliseconds.into());
    loop {
        tokio::time::sleep(every).await;
        // A command line opens the desk for a moment, and takes up nothing that it was not asked for.
        if !desk.has_windows() {
            continue;
        }
        if let Err(trouble) = desk.look_into_folder(&open).await {
            tracing::error!(?trouble, "the watched folder could not be looked into");
        }
    }
}

impl Desk {
    /// Looks once: what has stood still since the look before is taken up.
    async fn look_into_folder(&self, open: &Open) -> Outcome<()> {
        // Importing is an act of a member of staff: not while a parent holds the desk.
        if open.is_handed_over() {
            return Ok(());
        }
        let settings = self.watch_settings(open).await?;
        let (Some(folder), mode) = (settings.folder, settings.mode.0) else {
            return Ok(());
        };
        if mode == WatchMode::Off {
            return Ok(());
        }
        let listed = blocking(move || seen::list(Path::new(&folder))).await?;
        let Ok(files) = listed else {
            if open.watched.trouble(Some(WatchTrouble::NotFound)) {
                self.changed();
            }
            return Ok(());
        };
        if open.watched.found() {
            self.changed();
        }
        let still = open.watched.look(files);
        if still.has_changed {
            self.changed();
        }
        for path in still.files {
            self.take_file(open, mode, &path).await?;
            self.changed();
        }
        Ok(())
    }

    async fn take_file(&self, open: &Open, mode: WatchMode, path: &Path) -> Outcome<()> {
        let request = TakeIn {
            dry_run: mode == WatchMode::Preview,
            ..TakeIn::default()
        };
        let failure = match self.import_from(path, &request).await {
            Ok(report) if report.applied => return self.shelve(open, path, Ok(report)).await,
            Ok(report) => {
                self.let_wait(open, path, Ok(&report));
                return Ok(());
            }
            Err(trouble) => trouble.into_failure(self.environment()),
        };
        match what_now(mode, &failure) {
            Now::LookAgain => {
                open.watched.forget(path);
                Ok(())
            }
            Now::Wait => {
                self.let_wait(open, path, Err(failure));
                Ok(())
            }
            Now::Refuse => self.shelve(open, path, Err(Some(failure))).await,
        }
    }

    /// A file stands in the folder until somebody decides.
    fn let_wait(&self, open: &Open, path: &Path, looked: Result<&ImportReport, Failure>) {
        let would = looked.as_ref().ok();
        open.watched.wait(WaitingFile {
            path: path.to_string_lossy().into_owned(),
            name: name(path),
            found_at: self.environment().now(),
            new: would.map_or(0, |report| report.new),
            changed: would.map_or(0, |report| report.changed),
            gone: would.map_or(0, |report| report.gone),
            failure: looked.err(),
        });
    }

    /// Moves a file away from the folder, with what became of it: a report, a failure, or nobody's wish for it.
    async fn shelve(
        &self,
        open: &Open,
        path: &Path,
        became: Result<ImportReport, Option<Failure>>,
    ) -> Outcome<()> {
        let at = self.environment().now();
        let shelf = match became {
            Ok(_) => Shelf::Done,
            Err(_) => Shelf::Refused,
        };
        let text = match &became {
            Ok(report) => serde_json::to_string(report),
            Err(failure) => {
                serde_json::to_string(&serde_json::json!({ "applied": false, "error": failure }))
            }
        };
        let text = text.map_err(Trouble::unexpected)?;
        let file = path.to_owned();
        let moved = blocking(move || put_away(&file, shelf, at, &text)).await?;
        let trouble = moved.is_err().then_some(WatchTrouble::CannotMove);
        open.watched.trouble(trouble);
        let (result, failure) = match became {
            Ok(report) => (Some(report), None),
            Err(failure) => (None, failure),
        };
        open.watched.taken(
            path,
            TakenFile {
                name: name(path),
                at,
                result: result.map(|report| report.result()),
                failure,
            },
        );
        Ok(())
    }

    /// A file of the watched folder that somebody previewed and applied is done with. It is in the registry by then,
    /// whether or not it can be moved.
    pub(crate) async fn shelve_if_waiting(&self, open: &Open, path: &Path, report: ImportReport) {
        if !open.watched.is_waiting(path) {
            return;
        }
        if let Err(trouble) = self.shelve(open, path, Ok(report)).await {
            tracing::error!(
                ?trouble,
                "a file of the watched folder could not be moved away"
            );
        }
    }

    /// Moves away a file that waits, and no other.
    pub(crate) async fn set_aside_file(&self, path: &Path) -> Outcome<()> {
        let open = self.staffed(Permission::Import).await?;
        if !open.watched.is_waiting(path) {
            return Err(Failure::NotFound.into());
        }
        self.shelve(&open, path, Err(None)).await?;
        self.changed();
        Ok(())
    }
}

/// What to do with a file that was not taken in.
enum Now {
    LookAgain,
    Wait,
    Refuse,
}

fn what_now(mode: WatchMode, failure: &Failure) -> Now {
    match failure {
        Failure::ImportUnderWay
        | Failure::FileChanged
        | Failure::HandedOver
        | Failure::NotSignedIn => Now::LookAgain,
        // Another program may still hold it.
        Failure::FileUnusable { reason, .. }
            if matches!(reason.0, FileReason::NotFound | FileReason::Unreadable) =>
        {
            Now::LookAgain
        }
        // Somebody may say how it is to be read.
        Failure::FileUnusable { .. } if mode == WatchMode::AtOnce => Now::Refuse,
        _ => Now::Wait,
    }
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Outcome<T> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(Trouble::unexpected)
}
