//! The tables and columns of School Data Sync that are read: an allow-list (domain.md §8).
//! What the cells mean does not belong here.

use std::sync::Arc;

use crate::gather::Gathering;
use crate::records::UnreadStudent;
use crate::report::{Field, LeftOut, Reason};
use crate::source::SourceFile;
use crate::table::{Shape, Table};
use crate::{Limits, RosterError};

/// The columns of one file: the first `required` must be there.
pub(super) struct Columns<const N: usize> {
    pub(super) file: &'static str,
    required: usize,
    /// Whether a row that cannot be read may have been any student.
    holds_students: bool,
    /// Whether the file may be missing, and so may be empty too.
    optional: bool,
    names: [&'static str; N],
}

pub(super) const ORGS: Columns<4> = Columns {
    file: "orgs.csv",
    required: 1,
    holds_students: false,
    optional: false,
    names: ["sourcedId", "name", "type", "parentSourcedId"],
};
pub(super) const ROLES: Columns<4> = Columns {
    file: "roles.csv",
    required: 3,
    holds_students: true,
    optional: false,
    names: ["userSourcedId", "orgSourcedId", "role", "isPrimary"],
};
pub(super) const RELATIONSHIPS: Columns<3> = Columns {
    file: "relationships.csv",
    required: 2,
    holds_students: false,
    optional: true,
    names: [
        "userSourcedId",
        "relationshipUserSourcedId",
        "relationshipRole",
    ],
};
pub(super) const DEMOGRAPHICS: Columns<3> = Columns {
    file: "demographics.csv",
    required: 1,
    holds_students: false,
    optional: true,
    names: ["userSourcedId", "sex", "birthDate"],
};
pub(super) const USERS: Columns<6> = Columns {
    file: "users.csv",
    required: 3,
    holds_students: true,
    optional: false,
    names: [
        "sourcedId",
        "familyName",
        "givenName",
        "email",
        "phone",
        "sms",
    ],
};

impl<const N: usize> Columns<N> {
    /// Hands over the line and the cells of every sound row.
    pub(super) fn read(
        &self,
        files: &[SourceFile],
        limits: &Limits,
        gathering: &mut Gathering,
        mut each: impl FnMut(u64, [&str; N], &mut Gathering),
    ) -> Result<(), RosterError> {
        let Some(file) = files.iter().find(|file| file.name == self.file) else {
            return Ok(());
        };
        let known = |header: &[String]| {
            self.names
                .iter()
                .filter(|name| place(header, name).is_some())
                .count()
        };
        let mut table = match Table::open(file, b",;\t", known, limits) {
            Err(RosterError::Empty) if self.optional => return Ok(()),
            opened => opened?,
        };
        let wanted = self.places(table.header())?;
        let name = Arc::clone(&table.file);
        while let Some(row) = table.next_row(&wanted)? {
            let reason = match row.shape {
                Shape::Sound => {
                    let mut cells = [""; N];
                    for (cell, text) in cells.iter_mut().zip(&row.cells) {
                        *cell = text;
                    }
                    each(row.line, cells, gathering);
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
        Ok(())
    }

    /// Where the columns stand in this file.
    fn places(&self, header: &[String]) -> Result<Vec<usize>, RosterError> {
        let of = |(order, name): (usize, &&str)| match place(header, name) {
            Some(place) => Ok(place),
            None if order < self.required => Err(RosterError::MissingColumn {
                file: self.file.to_owned(),
                name: (*name).to_owned(),
            }),
            // A column that is not there reads as one past the end of every row: empty.
            None => Ok(usize::MAX),
        };
        self.names.iter().enumerate().map(of).collect()
    }
}

/// Headers are told apart without regard to case, which spreadsheets and people change.
fn place(header: &[String], name: &str) -> Option<usize> {
    header
        .iter()
        .position(|cell| cell.eq_ignore_ascii_case(name))
}
