//! Opening what the person picked: a file, a folder or a zip, within limits, and telling its format.
//! A zip is in `archive`, telling the tables of a folder or zip in `tables`. What stands in them does not belong here.

mod archive;
mod tables;

use std::fmt;
use std::fs::{self, File};
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use archive::Archive;
use sha2::{Digest, Sha256};
use tables::{Found, choose};

use crate::excel::{WorkbookKind, is_compound_file, kind_of};
use crate::mapping::Choice;
use crate::report::Note;
use crate::{Format, Identifiers, Limits, RosterError};

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

    /// Whether the last line is ended, as far as the bytes are at hand.
    pub(crate) fn ends_a_line(&self) -> bool {
        match &self.content {
            Content::File(_) | Content::Workbook(..) => true,
            // The second is UTF-16's.
            Content::Bytes(bytes) => bytes.ends_with(b"\n") || bytes.ends_with(b"\n\0"),
        }
    }
}

/// The tables of one registry.
pub struct Source {
    pub format: Format,
    /// Only the files that the format's reader names: others are never read.
    pub files: Vec<SourceFile>,
    /// How a table is to be read, where a person said so.
    pub choice: Choice,
    /// What was tolerated in how the tables lie.
    pub notes: Vec<Note>,
    /// Which of the source's numbers are which, where its format does not say.
    pub identifiers: Identifiers,
}

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
        // The others have several tables.
        if wished.is_some_and(|format| format != Format::Csv) {
            return Err(RosterError::UnknownFormat);
        }
        Ok(Self {
            format: Format::Csv,
            files: vec![SourceFile { name, content }],
            choice: Choice::default(),
            notes: Vec::new(),
            identifiers: Identifiers::default(),
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
                found.push(Found {
                    name: entry.file_name().to_string_lossy().into_owned(),
                    inner: false,
                    handle: entry.path(),
                });
            }
        }
        let mut budget = limits.total_bytes;
        choose(found, wished, limits, |path| {
            read_within(File::open(path)?, &mut budget)
        })
    }

    fn from_zip(
        bytes: Vec<u8>,
        wished: Option<Format>,
        limits: &Limits,
    ) -> Result<Self, RosterError> {
        let mut archive = Archive::open(bytes, limits)?;
        let found = archive.files()?;
        let mut budget = limits.total_bytes;
        choose(found, wished, limits, |place| {
            archive.read(place, &mut budget)
        })
    }

    /// The same with what the school says of its source's numbers.
    #[must_use]
    pub fn identified(self, identifiers: Identifiers) -> Self {
        Self {
            identifiers,
            ..self
        }
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

/// Reads no more than the budget, whatever size the source declares.
fn read_within(reader: impl Read, budget: &mut u64) -> Result<Vec<u8>, RosterError> {
    let mut bytes = Vec::new();
    let read = reader.take(*budget + 1).read_to_end(&mut bytes)? as u64;
    *budget = budget.checked_sub(read).ok_or(RosterError::TooLarge)?;
    Ok(bytes)
}
