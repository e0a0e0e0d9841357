//! A zip: what is in it, told without opening an entry, and what is refused. Which entries are a registry is told in
//! `tables`.

use std::io::Cursor;

use zip::ZipArchive;

use super::tables::Found;
use super::{Limits, read_within};
use crate::RosterError;
use crate::cells::check_characters;

/// Every entry of the central directory begins with this.
const ENTRY: &[u8] = b"PK\x01\x02";

/// An opened archive.
pub(super) struct Archive(ZipArchive<Cursor<Vec<u8>>>);

impl Archive {
    /// # Errors
    /// Damaged, too many entries, or made to be read otherwise than it looks.
    pub(super) fn open(bytes: Vec<u8>, limits: &Limits) -> Result<Self, RosterError> {
        // The directory is read into memory whole: its entries are counted first, whatever number it declares.
        let entries = bytes.windows(ENTRY.len()).filter(|window| *window == ENTRY);
        if entries.take(limits.entries + 1).count() > limits.entries {
            return Err(RosterError::TooLarge);
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if archive.len() > limits.entries {
            return Err(RosterError::TooLarge);
        }
        // Two entries of one name, or two that share bytes: one reader shows one, another the other.
        if archive.has_duplicate_names() || archive.has_overlapping_entries().map_err(damaged)? {
            return Err(RosterError::DamagedArchive);
        }
        Ok(Self(archive))
    }

    /// The files in it, each with its place.
    ///
    /// # Errors
    /// A name that leads out of the archive or hides how it reads, or a link.
    pub(super) fn files(&mut self) -> Result<Vec<Found<usize>>, RosterError> {
        let mut found = Vec::new();
        for place in 0..self.0.len() {
            let entry = self.0.by_index_raw(place).map_err(damaged)?;
            let name = entry.name().map_err(damaged)?.into_owned();
            if entry.is_symlink() || leads_outside(&name) || check_characters(&name).is_err() {
                return Err(RosterError::UnsafePath);
            }
            let (folder, bare) = name.rsplit_once('/').unwrap_or(("", &name));
            // What a Mac adds to every archive it makes.
            if entry.is_file() && !name.starts_with("__MACOSX/") && !bare.is_empty() {
                found.push(Found {
                    name: bare.to_owned(),
                    inner: !folder.is_empty(),
                    handle: place,
                });
            }
        }
        Ok(found)
    }

    /// The bytes of one file, and no more than the budget, whatever size the archive declares.
    ///
    /// # Errors
    /// Past the budget, under a password, or damaged.
    pub(super) fn read(&mut self, place: usize, budget: &mut u64) -> Result<Vec<u8>, RosterError> {
        if self.0.by_index_raw(place).map_err(damaged)?.encrypted() {
            return Err(RosterError::EncryptedArchive);
        }
        let entry = self.0.by_index(place).map_err(damaged)?;
        match read_within(entry, budget) {
            Err(RosterError::Unreadable(_)) => Err(RosterError::DamagedArchive),
            read => read,
        }
    }
}

fn damaged(_: zip::result::ZipError) -> RosterError {
    RosterError::DamagedArchive
}

/// Names with a root, a drive, a backslash or a step upwards are refused, not repaired: no honest export has one.
fn leads_outside(name: &str) -> bool {
    name.starts_with('/')
        || name.contains(['\\', ':', '\0'])
        || name.split('/').any(|part| part == "..")
}
