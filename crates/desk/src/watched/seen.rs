//! What was seen of the watched folder, look by look, and what of it waits. No file is read or moved here.

use std::collections::{HashMap, VecDeque};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use crate::contract::{
    TakenFile, WaitingFile, WatchMode, WatchSettings, WatchTrouble, WatchedFolder,
};

/// The endings of what a school's system writes. Anything else in the folder is somebody else's.
const ENDINGS: [&str; 6] = ["csv", "tsv", "txt", "xls", "xlsx", "zip"];
/// So many of the files that were moved away are told of.
const TOLD: usize = 10;

/// A file as it stands: its bytes, and when it was last written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Standing {
    bytes: u64,
    written_at: SystemTime,
}

pub(super) type Files = HashMap<PathBuf, Standing>;

/// What the desk knows of the folder since somebody signed in.
#[derive(Default)]
pub(crate) struct Seen(Mutex<Known>);

#[derive(Default)]
struct Known {
    /// The look before.
    before: Files,
    /// What was taken up and still stands there, as it was then.
    taken_up: Files,
    waiting: Vec<WaitingFile>,
    taken: VecDeque<TakenFile>,
    trouble: Option<WatchTrouble>,
}

/// What a look finds.
pub(super) struct Still {
    /// The files that have not changed since the look before, and were not taken up yet.
    pub files: Vec<PathBuf>,
    /// Whether a file that waited does not any more.
    pub has_changed: bool,
}

/// The registries in a folder that may be read. What is empty is being written, or nothing.
pub(super) fn list(folder: &Path) -> io::Result<Files> {
    let mut files = Files::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        // Not through a link: only what stands in the folder itself.
        let Ok(found) = entry.metadata() else {
            continue;
        };
        if !found.is_file() || found.len() == 0 || !is_registry(&path) {
            continue;
        }
        let standing = Standing {
            bytes: found.len(),
            written_at: found.modified()?,
        };
        files.insert(path, standing);
    }
    Ok(files)
}

/// By its name: no hidden file, none that a spreadsheet program keeps beside an open one.
fn is_registry(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    let ending = ending.to_lowercase();
    !name.starts_with(['.', '~']) && ENDINGS.contains(&ending.as_str())
}

impl Seen {
    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Holds a look against the one before.
    pub(super) fn look(&self, files: Files) -> Still {
        let mut known = self.known();
        known
            .taken_up
            .retain(|path, standing| files.get(path) == Some(standing));
        let waited = known.waiting.len();
        let Known {
            waiting, taken_up, ..
        } = &mut *known;
        waiting.retain(|file| taken_up.contains_key(Path::new(&file.path)));
        let has_changed = known.waiting.len() != waited;
        let is_new = |path: &&PathBuf| {
            !known.taken_up.contains_key(*path) && known.before.get(*path) == files.get(*path)
        };
        let mut still: Vec<_> = files.keys().filter(is_new).cloned().collect();
        still.sort();
        for path in &still {
            if let Some(standing) = files.get(path) {
                known.taken_up.insert(path.clone(), *standing);
            }
        }
        known.before = files;
        Still {
            files: still,
            has_changed,
        }
    }

    /// The file is taken up again once it stands still.
    pub(super) fn forget(&self, path: &Path) {
        let mut known = self.known();
        known.taken_up.remove(path);
        known.before.remove(path);
    }

    pub(super) fn wait(&self, file: WaitingFile) {
        self.known().waiting.push(file);
    }

    /// A file is done with: moved away, or standing there untouched when it could not be moved.
    pub(super) fn taken(&self, path: &Path, file: TakenFile) {
        let mut known = self.known();
        known
            .waiting
            .retain(|waiting| Path::new(&waiting.path) != path);
        known.taken.push_front(file);
        known.taken.truncate(TOLD);
    }

    /// Whether that is news.
    pub(super) fn trouble(&self, trouble: Option<WatchTrouble>) -> bool {
        let mut known = self.known();
        let is_news = known.trouble != trouble;
        known.trouble = trouble;
        is_news
    }

    /// The folder is there; whether that is news.
    pub(super) fn found(&self) -> bool {
        let is_news = self.known().trouble == Some(WatchTrouble::NotFound);
        is_news && self.trouble(None)
    }

    pub(crate) fn is_waiting(&self, path: &Path) -> bool {
        let known = self.known();
        let mut waiting = known.waiting.iter();
        waiting.any(|file| Path::new(&file.path) == path)
    }

    /// Files that somebody has to decide about.
    /// The files that somebody has to decide about.
    pub(crate) fn waiting(&self) -> Vec<WaitingFile> {
        self.known().waiting.clone()
    }

    pub(crate) fn waiting_count(&self) -> u32 {
        u32::try_from(self.known().waiting.len()).unwrap_or(u32::MAX)
    }

    /// Another folder, or another mode: nothing is known of it yet.
    pub(crate) fn start_anew(&self) {
        *self.known() = Known::default();
    }

    /// The folder as the import room shows it; none while nothing is watched.
    pub(crate) fn show(&self, settings: WatchSettings) -> Option<WatchedFolder> {
        let folder = settings
            .folder
            .filter(|_| settings.mode.0 != WatchMode::Off)?;
        let known = self.known();
        Some(WatchedFolder {
            folder,
            mode: settings.mode,
            trouble: known.trouble.map(Into::into),
            waiting: known.waiting.clone(),
            taken: known.taken.iter().cloned().collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn standing(bytes: u64, second: u64) -> Standing {
        Standing {
            bytes,
            written_at: SystemTime::UNIX_EPOCH + Duration::from_secs(second),
        }
    }

    /// The files that are taken up at each look at one file.
    fn taken_up(looks: &[Option<Standing>]) -> Vec<usize> {
        let seen = Seen::default();
        let path = PathBuf::from("registre.csv");
        let look = |standing: &Option<Standing>| {
            let files = standing.map(|standing| (path.clone(), standing));
            seen.look(files.into_iter().collect()).files.len()
        };
        looks.iter().map(look).collect()
    }

    #[test]
    fn a_file_that_is_being_written_is_left_alone_until_it_stands_still_for_two_looks() {
        let at = |bytes, second| Some(standing(bytes, second));
        assert_eq!(taken_up(&[at(10, 1), at(10, 1), at(10, 1)]), [0, 1, 0]);
        assert_eq!(
            taken_up(&[at(10, 1), at(20, 1), at(30, 2), at(30, 2)]),
            [0, 0, 0, 1]
        );
        assert_eq!(taken_up(&[at(10, 1), at(10, 2), at(10, 2)]), [0, 0, 1]);
        assert_eq!(
            taken_up(&[at(10, 1), None, at(10, 1), at(10, 1)]),
            [0, 0, 0, 1]
        );
        let again = [at(10, 1), at(10, 1), at(10, 5), at(10, 5)];
        assert_eq!(
            taken_up(&again),
            [0, 1, 0, 1],
            "written anew, it is another file"
        );
    }

    #[test]
    fn only_what_a_schools_system_writes_is_taken_up() {
        for (name, is) in [
            ("registre.csv", true),
            ("GPI.XLSX", true),
            ("oneroster.zip", true),
            (".registre.csv", false),
            ("~$registre.xlsx", false),
            ("registre.csv.part", false),
            ("keyring.json", false),
            ("lettre.docx", false),
        ] {
            assert_eq!(is_registry(Path::new(name)), is, "{name}");
        }
    }
}
