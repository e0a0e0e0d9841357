//! The tables of a format that has several (OneRoster, School Data Sync): which columns may be read of each, and no
//! other (domain.md §8), and what a table does that its standard forbids. What the cells mean does not belong here.

use std::collections::{BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use crate::gather::Gathering;
use crate::headers::one_letter_away;
use crate::records::UnreadStudent;
use crate::report::{Field, LeftOut, NoteKind, Reason};
use crate::source::SourceFile;
use crate::table::{Shape, Table};
use crate::{Limits, RosterError};

/// One table of a format and what may be read of it.
pub(crate) struct AllowList<const N: usize> {
    /// The name of the file, in small letters.
    pub(crate) file: &'static str,
    /// How many of `names` must be there, counted from the first.
    pub(crate) required: usize,
    /// Whether a row that cannot be read may have been any student.
    pub(crate) holds_students: bool,
    /// Whether the file may be missing, and so may be empty too.
    pub(crate) optional: bool,
    /// The columns that are read.
    pub(crate) names: [&'static str; N],
    /// Every column that the standard knows, so that another can be told from them. One list a version.
    pub(crate) standard: &'static [&'static [&'static str]],
    /// Whether the standard settles the order of the columns too.
    pub(crate) ordered: bool,
}

/// What was tolerated, each kind once a file.
#[derive(Default)]
pub(crate) struct Tolerated(BTreeSet<(&'static str, NoteKind)>);

impl Tolerated {
    pub(crate) fn add(&mut self, file: &'static str, kind: NoteKind) {
        self.0.insert((file, kind));
    }

    pub(crate) fn tell(self, gathering: &mut Gathering) {
        for (file, kind) in self.0 {
            gathering.note_in(file, kind, None);
        }
    }

    /// The word of a closed list that a cell holds, in whatever capitals.
    pub(crate) fn word(
        &mut self,
        file: &'static str,
        cell: &str,
        words: &[&'static str],
    ) -> Option<&'static str> {
        let word = words.iter().find(|word| word.eq_ignore_ascii_case(cell))?;
        if *word != cell {
            self.add(file, NoteKind::WordCase);
        }
        Some(word)
    }
}

/// The ids of rows that are not read, by their hash alone: enough to tell a member of staff from nobody.
#[derive(Default)]
pub(crate) struct PassedOver(HashSet<u64>);

impl PassedOver {
    pub(crate) fn add(&mut self, id: &str) {
        self.0.insert(Self::key(id));
    }

    pub(crate) fn has(&self, id: &str) -> bool {
        self.0.contains(&Self::key(id))
    }

    fn key(id: &str) -> u64 {
        let mut hasher = DefaultHasher::new();
        id.hash(&mut hasher);
        hasher.finish()
    }
}

impl<const N: usize> AllowList<N> {
    /// Hands over the line and the cells of every sound row. The cells are borrowed from the reader: a row that
    /// `each` drops was never copied. The answer says whether the file is there.
    ///
    /// # Errors
    /// A required column that is missing, an empty file that may not be, or past a limit.
    pub(crate) fn read(
        &self,
        files: &[SourceFile],
        limits: &Limits,
        gathering: &mut Gathering,
        tolerated: &mut Tolerated,
        mut each: impl FnMut(u64, [&str; N], &mut Gathering, &mut Tolerated),
    ) -> Result<bool, RosterError> {
        let Some(file) = files.iter().find(|file| file.name == self.file) else {
            return Ok(false);
        };
        let known = |header: &[String]| {
            header
                .iter()
                .filter(|cell| self.in_standard(cell, str::eq_ignore_ascii_case))
                .count()
        };
        let mut table = match Table::open(file, b",;\t|", known, limits) {
            Err(RosterError::Empty) if self.optional => return Ok(false),
            opened => opened?,
        };
        if table.separator() != b',' {
            tolerated.add(self.file, NoteKind::OtherSeparator);
        }
        if !file.ends_a_line() {
            tolerated.add(self.file, NoteKind::NoFinalNewline);
        }
        let wanted = self.places(table.header(), tolerated)?;
        let name = Arc::clone(&table.file);
        while let Some(row) = table.next_line(&wanted)? {
            let reason = match row.shape {
                Shape::Sound => {
                    let mut cells = [""; N];
                    for (cell, text) in cells.iter_mut().zip(row.cells) {
                        *cell = text;
                    }
                    each(row.line, cells, gathering, tolerated);
                    continue;
                }
                Shape::TooLong => Reason::TooLong,
                Shape::ExtraCells => Reason::ExtraCells,
            };
            gathering.leave_out(&name, row.line, (Field::Line, ""), reason, LeftOut::Line);
            if self.holds_students {
                gathering.spare(UnreadStudent::default());
            }
        }
        Ok(true)
    }

    fn in_standard(&self, cell: &str, same: impl Fn(&str, &str) -> bool) -> bool {
        self.standard
            .iter()
            .flat_map(|version| version.iter())
            .any(|name| same(name, cell))
    }

    /// Where the columns stand in this file.
    fn places(
        &self,
        header: &[String],
        tolerated: &mut Tolerated,
    ) -> Result<Vec<usize>, RosterError> {
        let of = |(order, name): (usize, &&str)| match self.place(header, name, tolerated) {
            Some(place) => Ok(place),
            None if order < self.required => Err(RosterError::MissingColumn {
                file: self.file.to_owned(),
                name: (*name).to_owned(),
            }),
            // A column that is not there reads as one past the end of every row: empty.
            None => Ok(usize::MAX),
        };
        let places: Vec<usize> = self
            .names
            .iter()
            .enumerate()
            .map(of)
            .collect::<Result<_, _>>()?;
        let extra = header.iter().enumerate().any(|(place, cell)| {
            // OneRoster lets an exporter add columns of its own under this name.
            let own = cell.to_ascii_lowercase().starts_with("metadata.");
            !cell.is_empty()
                && !own
                && !places.contains(&place)
                && !self.in_standard(cell, str::eq_ignore_ascii_case)
        });
        if extra {
            tolerated.add(self.file, NoteKind::ExtraColumn);
        }
        if self.ordered
            && !self
                .standard
                .iter()
                .any(|version| in_order(header, version))
        {
            tolerated.add(self.file, NoteKind::ColumnsReordered);
        }
        Ok(places)
    }

    /// The header as the standard has it, else in other capitals, else the only one that must be meant.
    fn place(&self, header: &[String], name: &str, tolerated: &mut Tolerated) -> Option<usize> {
        if let Some(place) = header.iter().position(|cell| cell == name) {
            return Some(place);
        }
        if let Some(place) = header
            .iter()
            .position(|cell| cell.eq_ignore_ascii_case(name))
        {
            tolerated.add(self.file, NoteKind::HeaderCase);
            return Some(place);
        }
        let plain = squeeze(name);
        let mut meant = header.iter().enumerate().filter(|(_, cell)| {
            let other = squeeze(cell);
            let near = plain.len() >= 5 && one_letter_away(&plain, &other);
            (other == plain || near) && !self.in_standard(cell, str::eq_ignore_ascii_case)
        });
        let (place, _) = meant.next().filter(|_| meant.next().is_none())?;
        tolerated.add(self.file, NoteKind::HeaderGuessed);
        Some(place)
    }
}

/// Letters and digits alone, small: `Sourced_Id` is `sourcedid`.
fn squeeze(header: &str) -> String {
    header
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// Whether the columns that both have stand in the order of the standard.
fn in_order(header: &[String], standard: &[&str]) -> bool {
    let place = |cell: &String| {
        standard
            .iter()
            .position(|name| name.eq_ignore_ascii_case(cell))
    };
    let places: Vec<usize> = header.iter().filter_map(place).collect();
    !places.is_empty() && places.is_sorted()
}
