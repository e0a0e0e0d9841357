//! Opening what the person picked: a file, a folder or a zip, within limits, and telling its format.
//! What stands in the tables does not belong here.

use std::collections::HashSet;
use std::fmt;
use std::fs::{self, File};
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256};
use zip::ZipArchive;

use crate::excel::{WorkbookKind, is_compound_file, kind_of};
use crate::mapping::Choice;
use crate::{Format, RosterError};

/// How much is read before the source is refused. Schools have hundreds of students and service centres
/// tens of thousands: these are bounds against accidents and bombs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Files in a folder or entries in an archive.
    pub entries: usize,
    /// Bytes held in memory, uncompressed, over all files of a folder or an archive.
    pub total_bytes: u64,
    /// Bytes of a table that is read piece by piece and never held whole.
    pub streamed_bytes: u64,
    /// Lines of one file.
    pub lines: u64,
    /// Bytes of one cell; a longer one makes its line unusable.
    pub cell_bytes: usize,
    /// Columns of one table.
    pub columns: usize,
    /// Bytes of one row. A quote that nobody closed would otherwise swallow the rest of the file.
    pub row_bytes: u64,
    /// Cells of one sheet of a spreadsheet.
    pub cells: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            entries: 1_000,
            total_bytes: 256 * 1024 * 1024,
            streamed_bytes: 2 * 1024 * 1024 * 1024,
            lines: 5_000_000,
            cell_bytes: 4_096,
            columns: 1_000,
            row_bytes: 1024 * 1024,
            cells: 10_000_000,
        }
    }
}

/// SHA-256 of everything that is read, so that what is applied is what was previewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ContentHash(pub [u8; 32]);

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// One table, still as bytes.
#[derive(Clone)]
pub struct SourceFile {
    /// The bare name, without folder.
    pub name: String,
    pub content: Content,
}

/// Where the bytes of a table are.
#[derive(Clone)]
pub enum Content {
    /// In a file of their own, which is opened at each pass and never read whole.
    File(PathBuf),
    /// Taken out of a folder or an archive.
    Bytes(Arc<[u8]>),
    /// A spreadsheet, whole.
    Workbook(Arc<[u8]>, WorkbookKind),
}

impl SourceFile {
    /// The bytes from the first on, and no more than the limit.
    ///
    /// # Errors
    /// The system would not open the file.
    pub(crate) fn open(&self, limits: &Limits) -> Result<Box<dyn Read + Send>, RosterError> {
        Ok(match &self.content {
            // One byte past the limit is enough to tell that it is passed.
            Content::File(path) => Box::new(File::open(path)?.take(limits.streamed_bytes + 1)),
            Content::Bytes(bytes) | Content::Workbook(bytes, _) => {
                Box::new(Cursor::new(Arc::clone(bytes)))
            }
        })
    }
}

/// The tables of one registry.
pub struct Source {
    pub format: Format,
    /// Only the files that the format's reader names: others are never read.
    pub files: Vec<SourceFile>,
    /// How a table is to be read, where a person said so.
    pub choice: Choice,
}

/// The School Data Sync files that are read. Flags, classes and enrolments are not among them (domain.md §8).
const SCHOOL_DATA_SYNC: [(&str, bool); 5] = [
    ("orgs.csv", true),
    ("users.csv", true),
    ("roles.csv", true),
    ("relationships.csv", false),
    ("demographics.csv", false),
];

const ZIP_SIGNATURES: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];

impl Source {
    /// Opens the CSV file, folder or zip at `path`. `wished` is the format that the person named, if any.
    ///
    /// # Errors
    /// Unreadable, past a limit, a damaged archive, a path out of it, or no known format.
    pub fn open(path: &Path, wished: Option<Format>, limits: &Limits) -> Result<Self, RosterError> {
        if fs::metadata(path)?.is_dir() {
            return Self::from_folder(path, wished, limits);
        }
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let mut signature = Vec::new();
        let mut file = File::open(path)?;
        file.by_ref().take(8).read_to_end(&mut signature)?;
        if is_zip(&signature) || is_compound_file(&signature) {
            let mut budget = limits.total_bytes;
            let bytes = read_within(File::open(path)?, &mut budget)?;
            return Self::from_bytes(name, bytes, wished, limits);
        }
        if file.metadata()?.len() > limits.streamed_bytes {
            return Err(RosterError::TooLarge);
        }
        Self::one_table(name, Content::File(path.to_owned()), wished)
    }

    /// The same from bytes already read: a zip is told by its signature, never by its name.
    ///
    /// # Errors
    /// As [`Source::open`].
    pub fn from_bytes(
        name: String,
        bytes: Vec<u8>,
        wished: Option<Format>,
        limits: &Limits,
    ) -> Result<Self, RosterError> {
        if let Some(kind) = kind_of(&bytes) {
            return Self::one_table(name, Content::Workbook(bytes.into(), kind), wished);
        }
        if is_zip(&bytes) {
            return Self::from_zip(bytes, wished, limits);
        }
        Self::one_table(name, Content::Bytes(bytes.into()), wished)
    }

    /// The same, with what is said of how its table is to be read.
    #[must_use]
    pub fn mapped(self, choice: Choice) -> Self {
        Self { choice, ..self }
    }

    fn one_table(
        name: String,
        content: Content,
        wished: Option<Format>,
    ) -> Result<Self, RosterError> {
        if wished == Some(Format::SchoolDataSync) {
            return Err(RosterError::UnknownFormat);
        }
        Ok(Self {
            format: Format::Csv,
            files: vec![SourceFile { name, content }],
            choice: Choice::default(),
        })
    }

    fn from_folder(
        path: &Path,
        wished: Option<Format>,
        limits: &Limits,
    ) -> Result<Self, RosterError> {
        let mut found = Vec::new();
        for (count, entry) in fs::read_dir(path)?.enumerate() {
            if count >= limits.entries {
                return Err(RosterError::TooLarge);
            }
            let entry = entry?;
            // A link could lead out of the folder that was picked.
            if entry.file_type()?.is_file() {
                found.push((
                    entry.file_name().to_string_lossy().into_owned(),
                    entry.path(),
                ));
            }
        }
        found.sort();
        let mut budget = limits.total_bytes;
        Self::choose(found, wished, |path| {
            read_within(File::open(path)?, &mut budget)
        })
    }

    fn from_zip(
        bytes: Vec<u8>,
        wished: Option<Format>,
        limits: &Limits,
    ) -> Result<Self, RosterError> {
        let damaged = |_| RosterError::DamagedArchive;
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if archive.len() > limits.entries {
            return Err(RosterError::TooLarge);
        }
        let mut found = Vec::new();
        for index in 0..archive.len() {
            let entry = archive.by_index_raw(index).map_err(damaged)?;
            let name = entry.name().map_err(damaged)?.into_owned();
            if entry.is_symlink() || leads_outside(&name) {
                return Err(RosterError::UnsafePath);
            }
            let bare = name.rsplit('/').next().unwrap_or_default();
            if entry.is_file() && !name.starts_with("__MACOSX/") && !bare.is_empty() {
                found.push((bare.to_owned(), index));
            }
        }
        let mut budget = limits.total_bytes;
        Self::choose(found, wished, |index| {
            let entry = archive.by_index(index).map_err(damaged)?;
            match read_within(entry, &mut budget) {
                Err(RosterError::Unreadable(_)) => Err(RosterError::DamagedArchive),
                read => read,
            }
        })
    }

    /// Tells the format from the names alone, then reads the files it needs and no other.
    fn choose<Handle>(
        found: Vec<(String, Handle)>,
        wished: Option<Format>,
        mut read: impl FnMut(Handle) -> Result<Vec<u8>, RosterError>,
    ) -> Result<Self, RosterError> {
        let mut tables: Vec<(String, Handle)> = Vec::new();
        let mut names = HashSet::new();
        for (name, handle) in found {
            let lower = name.to_lowercase();
            if !lower.ends_with(".csv") || lower.starts_with('.') {
                continue;
            }
            if !names.insert(lower.clone()) {
                return Err(RosterError::DuplicateFile { name });
            }
            tables.push((lower, handle));
        }
        // OneRoster shares file names with School Data Sync and is told by its manifest.
        if names.contains("manifest.csv") {
            return Err(RosterError::UnknownFormat);
        }
        let required = || {
            SCHOOL_DATA_SYNC
                .iter()
                .filter(|(_, required)| *required)
                .map(|(name, _)| *name)
        };
        let format = match wished {
            Some(format) => format,
            None if required().any(|name| names.contains(name)) => Format::SchoolDataSync,
            None => Format::Csv,
        };
        if format == Format::SchoolDataSync {
            if let Some(name) = required().find(|name| !names.contains(*name)) {
                return Err(RosterError::MissingFile {
                    name: name.to_owned(),
                });
            }
            tables.retain(|(name, _)| SCHOOL_DATA_SYNC.iter().any(|(read, _)| read == name));
        } else if tables.len() != 1 {
            return Err(RosterError::UnknownFormat);
        }
        let files = tables
            .into_iter()
            .map(|(name, handle)| {
                let content = Content::Bytes(read(handle)?.into());
                Ok(SourceFile { name, content })
            })
            .collect::<Result<_, RosterError>>()?;
        Ok(Self {
            format,
            files,
            choice: Choice::default(),
        })
    }
}

/// The hash of a registry from the name and the hash of each table that was read.
pub(crate) fn hash_of<'a>(tables: impl Iterator<Item = (&'a str, [u8; 32])>) -> ContentHash {
    let mut hasher = Sha256::new();
    for (name, hash) in tables {
        hasher.update((name.len() as u64).to_le_bytes());
        hasher.update(name.as_bytes());
        hasher.update(hash);
    }
    ContentHash(hasher.finalize().into())
}

fn is_zip(bytes: &[u8]) -> bool {
    ZIP_SIGNATURES
        .iter()
        .any(|signature| bytes.starts_with(signature))
}

/// Names with a root, a drive, a backslash or a step upwards are refused, not repaired: no honest export has one.
fn leads_outside(name: &str) -> bool {
    name.starts_with('/')
        || name.contains(['\\', ':', '\0'])
        || name.split('/').any(|part| part == "..")
}

/// Reads no more than the budget, whatever size the source declares.
fn read_within(reader: impl Read, budget: &mut u64) -> Result<Vec<u8>, RosterError> {
    let mut bytes = Vec::new();
    let read = reader.take(*budget + 1).read_to_end(&mut bytes)? as u64;
    *budget = budget.checked_sub(read).ok_or(RosterError::TooLarge)?;
    Ok(bytes)
}
