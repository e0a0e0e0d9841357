//! Where a file of the watched folder goes when it is done with. Its name there is the moment, so that nothing of a child
//! stands in a name, with what became of it beside.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

/// A folder inside the watched one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shelf {
    Done,
    Refused,
}

impl Shelf {
    const ALL: [Self; 2] = [Self::Done, Self::Refused];

    /// French, as the people who look there are.
    const fn name(self) -> &'static str {
        match self {
            Self::Done => "faits",
            Self::Refused => "refusés",
        }
    }
}

/// Makes both folders, so that whoever chooses the watched one hears at once when nothing can be moved there.
///
/// # Errors
/// The folder cannot be written.
pub(crate) fn make_shelves(folder: &Path) -> io::Result<()> {
    let mut shelves = Shelf::ALL.iter();
    shelves.try_for_each(|shelf| fs::create_dir_all(folder.join(shelf.name())))
}

/// Moves a file onto its shelf and writes its report beside it.
pub(super) fn put_away(
    file: &Path,
    shelf: Shelf,
    at: DateTime<Utc>,
    report: &str,
) -> io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("")).join(shelf.name());
    fs::create_dir_all(&folder)?;
    let stem = at.format("%Y-%m-%dT%H%M%SZ").to_string();
    let (place, mut written) = reserve(&folder, &stem)?;
    let ending = file.extension().unwrap_or_default();
    let moved = fs::rename(file, place.with_extension(ending));
    match moved {
        Ok(()) => written.write_all(report.as_bytes()),
        Err(error) => {
            drop(written);
            fs::remove_file(&place)?;
            Err(error)
        }
    }
}

/// A report of a name that no other file has: the moment, with a number when there are more.
fn reserve(folder: &Path, stem: &str) -> io::Result<(PathBuf, fs::File)> {
    let mut count = 1;
    loop {
        let name = match count {
            1 => format!("{stem}.json"),
            more => format!("{stem}-{more}.json"),
        };
        let place = folder.join(name);
        match OpenOptions::new().write(true).create_new(true).open(&place) {
            Ok(file) => return Ok((place, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => count += 1,
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_files_of_one_moment_keep_their_own_reports_and_no_name() {
        let folder = tempfile::tempdir().unwrap();
        let at = "2026-09-01T12:00:00Z".parse().unwrap();
        for name in ["Tremblay Olivia.csv", "registre.xlsx"] {
            let file = folder.path().join(name);
            fs::write(&file, name).unwrap();
            put_away(&file, Shelf::Done, at, "{}").unwrap();
            assert!(!file.exists());
        }
        let there = fs::read_dir(folder.path().join("faits")).unwrap();
        let name = |entry: io::Result<fs::DirEntry>| entry.unwrap().file_name();
        let mut there: Vec<_> = there.map(name).collect();
        there.sort();
        assert_eq!(
            there,
            [
                "2026-09-01T120000Z-2.json",
                "2026-09-01T120000Z-2.xlsx",
                "2026-09-01T120000Z.csv",
                "2026-09-01T120000Z.json"
            ]
        );
    }
}
