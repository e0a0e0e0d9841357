//! Which tables of a folder or an archive are a registry, and of which format: told by their names and, where two formats
//! share them, by their headers. Only the tables that the format's reader names are read. What stands in them does not
//! belong here.

use std::collections::BTreeMap;

use super::{Content, Limits, Source, SourceFile};
use crate::mapping::Choice;
use crate::report::{Note, NoteKind};
use crate::table::Table;
use crate::{Format, Identifiers, RosterError, one_roster, school_data_sync};

/// A file that lies in a folder or an archive.
pub(super) struct Found<Handle> {
    /// The bare name.
    pub(super) name: String,
    /// Whether it lies in a folder of its own.
    pub(super) inner: bool,
    /// By which it is read.
    pub(super) handle: Handle,
}

/// The tables that are there: each is read at most once, and only when it is asked for.
struct Tables<Handle, Read> {
    found: BTreeMap<String, Handle>,
    opened: BTreeMap<String, SourceFile>,
    read: Read,
}

/// Tells the format, then reads the tables that it needs and no other.
///
/// # Errors
/// No known format, a table twice or missing, or one that cannot be read.
pub(super) fn choose<Handle>(
    files: Vec<Found<Handle>>,
    wished: Option<Format>,
    limits: &Limits,
    read: impl FnMut(Handle) -> Result<Vec<u8>, RosterError>,
) -> Result<Source, RosterError> {
    let inner = files.iter().any(|file| file.inner && is_table(&file.name));
    let mut found = BTreeMap::new();
    for file in files.into_iter().filter(|file| is_table(&file.name)) {
        let lower = file.name.to_lowercase();
        if found.insert(lower, file.handle).is_some() {
            return Err(RosterError::DuplicateFile { name: file.name });
        }
    }
    let mut tables = Tables {
        found,
        opened: BTreeMap::new(),
        read,
    };
    let format = match wished {
        Some(format) => format,
        None => tables.tell(limits)?,
    };
    let files = match format {
        Format::OneRoster => {
            tables.need("users.csv")?;
            tables.take(one_roster::TABLES)?
        }
        Format::SchoolDataSync => {
            let version_1 = tables.has("student.csv") && !tables.has("users.csv");
            let names: &[(&str, bool)] = if version_1 {
                &school_data_sync::VERSION_1
            } else {
                &school_data_sync::VERSION_2
            };
            for (name, _) in names.iter().filter(|(_, required)| *required) {
                tables.need(name)?;
            }
            tables.take(names.iter().map(|(name, _)| *name))?
        }
        _ => tables.only()?,
    };
    let mut notes = Vec::new();
    if inner && format != Format::Csv {
        notes.extend(files.first().map(|file| Note {
            kind: NoteKind::InnerFolder,
            file: file.name.as_str().into(),
            line: None,
            other_line: None,
        }));
    }
    Ok(Source {
        format,
        files,
        choice: Choice::default(),
        notes,
        identifiers: Identifiers::default(),
    })
}

fn is_table(name: &str) -> bool {
    name.to_lowercase().ends_with(".csv") && !name.starts_with('.')
}

impl<Handle, Read: FnMut(Handle) -> Result<Vec<u8>, RosterError>> Tables<Handle, Read> {
    fn has(&self, name: &str) -> bool {
        self.found.contains_key(name) || self.opened.contains_key(name)
    }

    fn need(&self, name: &str) -> Result<(), RosterError> {
        if self.has(name) {
            return Ok(());
        }
        Err(RosterError::MissingFile {
            name: name.to_owned(),
        })
    }

    fn open(&mut self, name: &str) -> Result<Option<&SourceFile>, RosterError> {
        if let Some(handle) = self.found.remove(name) {
            let file = SourceFile {
                name: name.to_owned(),
                content: Content::Bytes((self.read)(handle)?.into()),
            };
            self.opened.insert(name.to_owned(), file);
        }
        Ok(self.opened.get(name))
    }

    fn take<'a>(
        &mut self,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Result<Vec<SourceFile>, RosterError> {
        let mut taken = Vec::new();
        for name in names {
            self.open(name)?;
            taken.extend(self.opened.remove(name));
        }
        taken.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(taken)
    }

    /// The one table of a folder or archive that is of no format with several.
    fn only(&mut self) -> Result<Vec<SourceFile>, RosterError> {
        let names: Vec<String> = self
            .found
            .keys()
            .chain(self.opened.keys())
            .cloned()
            .collect();
        match names.as_slice() {
            [name] => self.take([name.as_str()]),
            _ => Err(RosterError::UnknownFormat),
        }
    }

    /// Tells the format of tables that nobody named.
    fn tell(&mut self, limits: &Limits) -> Result<Format, RosterError> {
        if self.has("manifest.csv") {
            let header = self.header("manifest.csv", &["propertyName", "value"], limits)?;
            return match header {
                0 => Err(RosterError::UnknownFormat),
                _ => Ok(Format::OneRoster),
            };
        }
        if self.has("users.csv") {
            // A file of that name is in both formats; each has columns that the other does not.
            let users = self.header("users.csv", one_roster::OWN_OF_USERS, limits)?;
            let roles = self.header("roles.csv", school_data_sync::OWN_OF_ROLES, limits)?;
            if users > roles {
                return Ok(Format::OneRoster);
            }
        }
        let version_1 = self.has("student.csv") && self.has("school.csv");
        let mut required = school_data_sync::VERSION_2
            .iter()
            .filter(|(_, required)| *required);
        if version_1 || required.any(|(name, _)| self.has(name)) {
            return Ok(Format::SchoolDataSync);
        }
        Ok(Format::Csv)
    }

    /// How many of these columns a table has; none when it is not there or says nothing.
    fn header(&mut self, name: &str, own: &[&str], limits: &Limits) -> Result<usize, RosterError> {
        let Some(file) = self.open(name)? else {
            return Ok(0);
        };
        let known = |header: &[String]| {
            header
                .iter()
                .filter(|cell| own.iter().any(|name| name.eq_ignore_ascii_case(cell)))
                .count()
        };
        match Table::open(file, b",;\t|", known, limits) {
            Ok(table) => Ok(known(table.header())),
            Err(RosterError::Empty | RosterError::NotATable) => Ok(0),
            Err(error) => Err(error),
        }
    }
}
