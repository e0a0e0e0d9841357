//! Reads a list of Québec's schools, as open data publish it, so that a school's service centre can be told
//! (domain.md §11). The file has a line a building: a school that is there several times is one school.
//! The schools of a registry come with it, and are read elsewhere.

use std::collections::HashSet;
use std::path::Path;

use domain::{ListedSchool, SchoolCode, ServiceCentreCode, service_centre};

use crate::cells::{check_characters, clean};
use crate::keys::fold;
use crate::source::{Content, SourceFile};
use crate::table::{Row, Shape, Table};
use crate::{Limits, RosterError};

/// Québec has some 2 750 schools: more than this is another list.
const MOST_SCHOOLS: usize = 50_000;

/// A list as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolList {
    /// Each code once, in the order of the file.
    pub schools: Vec<ListedSchool>,
    /// Lines without a six-digit code, a name, or a service centre that is one of the 72.
    pub unusable: usize,
}

/// What is read of a line; the last may be missing from the file.
#[derive(Clone, Copy)]
enum Column {
    ServiceCentre,
    Code,
    Name,
    Municipality,
}

const COLUMNS: [Column; 4] = [
    Column::ServiceCentre,
    Column::Code,
    Column::Name,
    Column::Municipality,
];

impl Column {
    /// The headers under which it is known, folded; the first as a school would write it.
    const fn headers(self) -> &'static [&'static str] {
        match self {
            Self::ServiceCentre => &[
                "css",
                "cs",
                "code css",
                "code cs",
                "no css",
                "centre de services",
                "centre de services scolaire",
                "commission scolaire",
                "service centre",
                "school board",
            ],
            Self::Code => &[
                "code",
                "code ecole",
                "code de l ecole",
                "code etablissement",
                "code organisme",
                "no ecole",
                "school code",
            ],
            Self::Name => &[
                "nom",
                "ecole",
                "nom ecole",
                "nom de l ecole",
                "nom officiel",
                "etablissement",
                "nom etablissement",
                "name",
                "school",
                "school name",
            ],
            Self::Municipality => &["municipalite", "ville", "municipality", "city"],
        }
    }

    fn is(self, header: &str) -> bool {
        let folded = fold(&header.replace('_', " "));
        self.headers().contains(&folded.as_str())
    }
}

/// Reads the list at `path`.
///
/// # Errors
/// Unreadable, no table, without one of the three columns that are needed, or without one line that can be used.
pub fn read_school_list(path: &Path, limits: &Limits) -> Result<SchoolList, RosterError> {
    if std::fs::metadata(path)?.len() > limits.total_bytes {
        return Err(RosterError::TooLarge);
    }
    let name = path.file_name().unwrap_or_default();
    let file = SourceFile {
        name: name.to_string_lossy().into_owned(),
        content: Content::File(path.to_owned()),
    };
    let known = |header: &[String]| {
        let is_known = |name: &&String| COLUMNS.iter().any(|column| column.is(name));
        header.iter().filter(is_known).count()
    };
    let mut table = Table::open(&file, b",;\t", known, limits)?;
    let wanted = wanted(&table)?;
    let mut list = SchoolList {
        schools: Vec::new(),
        unusable: 0,
    };
    let mut codes = HashSet::new();
    while let Some(row) = table.next_row(&wanted)? {
        match school(&row) {
            None => list.unusable += 1,
            Some(school) if codes.insert(school.code.clone()) => list.schools.push(school),
            Some(_) => {}
        }
        if list.schools.len() > MOST_SCHOOLS {
            return Err(RosterError::TooLarge);
        }
    }
    if list.schools.is_empty() {
        return Err(RosterError::Empty);
    }
    Ok(list)
}

/// The place of each column; a municipality that is missing is read from where there is nothing.
fn wanted(table: &Table) -> Result<[usize; 4], RosterError> {
    let place = |column: Column| table.header().iter().position(|name| column.is(name));
    let needed = |column: Column| {
        place(column).ok_or_else(|| RosterError::MissingColumn {
            file: table.file.to_string(),
            name: column.headers()[0].to_owned(),
        })
    };
    Ok([
        needed(Column::ServiceCentre)?,
        needed(Column::Code)?,
        needed(Column::Name)?,
        place(Column::Municipality).unwrap_or(usize::MAX),
    ])
}

fn school(row: &Row) -> Option<ListedSchool> {
    let [centre, code, name, municipality] = &row.cells[..] else {
        return None;
    };
    let (name, municipality) = (clean(name), clean(municipality));
    let is_sound = row.shape == Shape::Sound && !name.is_empty();
    if !is_sound
        || [&name, &municipality]
            .iter()
            .any(|text| check_characters(text).is_err())
    {
        return None;
    }
    Some(ListedSchool {
        code: SchoolCode::parse(code)?,
        name,
        municipality,
        service_centre: service_centre_of(centre)?,
    })
}

/// By its code, or by a name that leaves no doubt.
fn service_centre_of(cell: &str) -> Option<ServiceCentreCode> {
    ServiceCentreCode::parse(cell).or_else(|| match service_centre::find(cell)[..] {
        [only] => Some(only.code),
        _ => None,
    })
}
