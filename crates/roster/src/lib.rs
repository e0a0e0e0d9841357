//! Reads a school's registry (a CSV export, School Data Sync) into records, and compares them with what is there
//! (domain.md §12). Pure: bytes and values in, values out. Writing to the database and asking people do not belong here.

mod cells;
mod compare;
mod delimited;
mod error;
mod gather;
mod headers;
mod keys;
mod made_up;
mod records;
mod report;
mod school_data_sync;
mod source;
mod table;
mod words;

use std::path::Path;

pub use compare::*;
pub use error::RosterError;
pub use made_up::{MadeUpRegistry, generate};
pub use records::*;
pub use report::*;
pub use source::{ContentHash, Limits, Source, SourceFile};

/// A registry, and the hash of what it was read from: the same hash is the same reading.
pub struct Reading {
    pub registry: Registry,
    pub hash: ContentHash,
}

/// Reads the CSV file, folder or zip at `path`; `wished` is the format that the person named, if any.
///
/// # Errors
/// See [`RosterError`]. A line that cannot be used is no error: it is in [`Registry::unusable`].
pub fn read(path: &Path, wished: Option<Format>, limits: &Limits) -> Result<Reading, RosterError> {
    read_source(&Source::open(path, wished, limits)?, limits)
}

/// The same from a source already open.
///
/// # Errors
/// As [`read`].
pub fn read_source(source: &Source, limits: &Limits) -> Result<Reading, RosterError> {
    let registry = match (source.format, source.files.as_slice()) {
        (Format::SchoolDataSync, files) => school_data_sync::read(files, limits)?,
        (Format::Csv, [file]) => delimited::read(file, limits)?,
        (Format::Csv, _) => return Err(RosterError::UnknownFormat),
    };
    Ok(Reading {
        registry,
        hash: source.hash(),
    })
}
