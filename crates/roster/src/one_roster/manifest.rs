//! OneRoster's `manifest.csv`: which version, and whether each table is whole. Reading the tables does not belong here.

use std::collections::HashMap;

use super::columns::MANIFEST;
use crate::allow_list::Tolerated;
use crate::gather::Gathering;
use crate::report::NoteKind;
use crate::source::SourceFile;
use crate::{Limits, RosterError};

/// The tables that the reader opens when they are there.
pub(crate) const TABLES: [&str; 7] = [
    "manifest.csv",
    "orgs.csv",
    "users.csv",
    "roles.csv",
    "demographics.csv",
    "classes.csv",
    "enrollments.csv",
];

/// The tables that the standard lets be absent in both versions.
const OPTIONAL: [&str; 4] = ["orgs", "demographics", "classes", "enrollments"];

/// What a manifest says of the tables that are read.
#[derive(Default)]
pub(super) struct Manifest {
    modes: HashMap<&'static str, Mode>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Absent,
    Bulk,
}

impl Manifest {
    /// Reads the manifest, or does without.
    ///
    /// # Errors
    /// `ChangesOnly` for a table in mode *delta*: taken as whole, everybody who did not change would be missing, and
    /// the ids that its rows point to lie in earlier files.
    pub(super) fn read(
        files: &[SourceFile],
        limits: &Limits,
        gathering: &mut Gathering,
        tolerated: &mut Tolerated,
    ) -> Result<Self, RosterError> {
        let mut manifest = Self::default();
        let mut changes = None;
        let there = MANIFEST.read(
            files,
            limits,
            gathering,
            tolerated,
            |_, cells, _, tolerated| {
                let [name, value] = cells;
                if name.eq_ignore_ascii_case("oneroster.version") && !matches!(value, "1.1" | "1.2")
                {
                    tolerated.add(MANIFEST.file, NoteKind::UnknownVersion);
                }
                let tables = TABLES.iter().filter_map(|table| table.strip_suffix(".csv"));
                let said = name
                    .split_once('.')
                    .filter(|(what, _)| what.eq_ignore_ascii_case("file"));
                let Some(table) = said.and_then(|(_, table)| {
                    tables
                        .into_iter()
                        .find(|known| known.eq_ignore_ascii_case(table))
                }) else {
                    return;
                };
                match tolerated.word(MANIFEST.file, value, &["absent", "bulk", "delta"]) {
                    Some("delta") => changes = changes.or(Some(table)),
                    Some("bulk") => drop(manifest.modes.insert(table, Mode::Bulk)),
                    Some(_) => drop(manifest.modes.insert(table, Mode::Absent)),
                    None => {}
                }
            },
        )?;
        if let Some(table) = changes {
            return Err(RosterError::ChangesOnly {
                name: format!("{table}.csv"),
            });
        }
        if !there {
            tolerated.add(MANIFEST.file, NoteKind::ManifestMissing);
        }
        manifest.look_for(files, tolerated);
        Ok(manifest)
    }

    /// Notes what is promised, or usual, and not there.
    fn look_for(&self, files: &[SourceFile], tolerated: &mut Tolerated) {
        for table in TABLES {
            let name = table.trim_end_matches(".csv");
            let there = files.iter().any(|file| file.name == table);
            let wanted = match self.modes.get(name) {
                Some(Mode::Bulk) => true,
                Some(Mode::Absent) => false,
                None => OPTIONAL.contains(&name),
            };
            if wanted && !there {
                tolerated.add(table, NoteKind::OptionalFileMissing);
            }
        }
    }
}
