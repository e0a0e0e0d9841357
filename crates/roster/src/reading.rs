//! A registry being read, in chunks: what is told before (who it is about, how many, the hash), and the students
//! with their adults, some thousands at a time. Where the bytes come from is in `source`, what they mean in the readers.

use std::path::Path;

use sha2::{Digest, Sha256};

use crate::gather::{Gathering, Named, Totals};
use crate::limits::Limits;
use crate::mapping::{Choice, Proposal};
use crate::records::{Format, Registry};
use crate::source::{Content, ContentHash, Source, SourceFile, hash_of};
use crate::{RosterError, delimited, one_roster, school_data_sync, survey};

/// A registry that was read once, and can be handed on.
pub struct Reading {
    format: Format,
    hash: ContentHash,
    totals: Totals,
    named: Named,
    lines: Lines,
}

/// Where the students still are.
enum Lines {
    /// In a table that is read a second time.
    Table(Box<delimited::SecondPass>),
    Gathered(Box<Gathering>),
}

impl Reading {
    /// Reads the CSV file, folder or zip at `path`; `wished` is the format that the person named, if any.
    ///
    /// # Errors
    /// See [`RosterError`]. A line that cannot be used is no error: it is in [`Registry::unusable`].
    pub fn open(path: &Path, wished: Option<Format>, limits: &Limits) -> Result<Self, RosterError> {
        Self::of(&Source::open(path, wished, limits)?, limits)
    }

    /// The same from a source already open.
    ///
    /// # Errors
    /// As [`Reading::open`].
    pub fn of(source: &Source, limits: &Limits) -> Result<Self, RosterError> {
        let format = source.format;
        match (format, source.files.as_slice()) {
            (Format::Csv, [file]) => {
                let settled = survey::settle(file, &source.choice, limits)?;
                let mut first = delimited::first_pass(settled, limits)?;
                let totals = first.trace.totals;
                let named = std::mem::take(&mut first.named);
                let second = delimited::SecondPass::begin(first, limits)?;
                let hash = second.hash();
                Ok(Self {
                    format,
                    hash: hash_of([(file.name.as_str(), hash)].into_iter()),
                    totals,
                    named,
                    lines: Lines::Table(Box::new(second)),
                })
            }
            (Format::OneRoster | Format::SchoolDataSync, files) => {
                let identifiers = &source.identifiers;
                let mut gathering = if format == Format::OneRoster {
                    one_roster::read(files, identifiers, limits)?
                } else {
                    school_data_sync::read(files, identifiers, limits)?
                };
                for note in &source.notes {
                    gathering.note_in(&note.file, note.kind, note.line);
                }
                gathering.end();
                Ok(Self {
                    format,
                    hash: hash_of(files.iter().map(hashed)),
                    totals: gathering.totals(),
                    named: gathering.take_named(),
                    lines: Lines::Gathered(Box::new(gathering)),
                })
            }
            (Format::Csv, _) => Err(RosterError::UnknownFormat),
        }
    }

    #[must_use]
    pub const fn format(&self) -> Format {
        self.format
    }

    /// The same hash is the same reading.
    #[must_use]
    pub const fn hash(&self) -> ContentHash {
        self.hash
    }

    /// How many students, adults and links the whole file gives.
    #[must_use]
    pub const fn totals(&self) -> Totals {
        self.totals
    }

    /// Takes out whom the file names, for [`crate::SoFar`].
    #[must_use]
    pub fn take_named(&mut self) -> Named {
        std::mem::take(&mut self.named)
    }

    /// The next students, so many at most, with their adults and with what was met on the way; none at the end.
    ///
    /// # Errors
    /// [`RosterError::FileChanged`] when the file is not the one that was read before: what was handed on is not to
    /// be used then. It may be told as late as after the last chunk.
    pub fn next_chunk(&mut self, students: usize) -> Result<Option<Registry>, RosterError> {
        match &mut self.lines {
            Lines::Table(second) => second.next_chunk(students),
            Lines::Gathered(gathering) => Ok(gathering.hand_on(students)),
        }
    }
}

/// Says how the file, folder or zip at `path` would be read, for a person to look at and change.
///
/// # Errors
/// See [`RosterError`]. A table without the columns that it needs is proposed all the same: a person may name them.
pub fn propose(
    path: &Path,
    wished: Option<Format>,
    choice: Choice,
    limits: &Limits,
) -> Result<Proposal, RosterError> {
    propose_source(&Source::open(path, wished, limits)?.mapped(choice), limits)
}

/// The same from a source already open.
///
/// # Errors
/// As [`propose`].
pub fn propose_source(source: &Source, limits: &Limits) -> Result<Proposal, RosterError> {
    match (source.format, source.files.as_slice()) {
        (Format::Csv, [file]) => Ok(survey::settle(file, &source.choice, limits)?.proposal),
        (Format::Csv, _) => Err(RosterError::UnknownFormat),
        (format, files) => {
            let name = files.first().map_or("", |file| file.name.as_str());
            Ok(survey::of_format(format, name))
        }
    }
}

fn hashed(file: &SourceFile) -> (&str, [u8; 32]) {
    let bytes = match &file.content {
        Content::Bytes(bytes) => bytes.as_ref(),
        // What makes a registry with others was taken out of its folder or archive.
        Content::File(_) | Content::Workbook(..) => &[],
    };
    (&file.name, Sha256::digest(bytes).into())
}
