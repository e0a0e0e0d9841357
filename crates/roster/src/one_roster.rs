//! 1EdTech OneRoster 1.1 and 1.2 (domain.md §12): which rows are read of each table, and in which order. What the rows
//! of people become is in `people`. No relationship type and no custody flag stand in this format: both stay unknown.

mod columns;
mod manifest;
mod people;

use std::collections::HashMap;

pub(crate) use columns::OWN_OF_USERS;
pub(crate) use manifest::TABLES;

use columns::{CLASSES, DEMOGRAPHICS, ENROLLMENTS, ORGS, ROLES, USERS};
use manifest::Manifest;
use people::{People, Role};

use crate::allow_list::Tolerated;
use crate::cells::{self, clean};
use crate::gather::Gathering;
use crate::identifiers::Identifiers;
use crate::orgs::Orgs;
use crate::records::Format;
use crate::report::{Field, NoteKind};
use crate::slashes::SlashOrder;
use crate::source::SourceFile;
use crate::{Limits, RosterError, words};

/// Reads the tables.
///
/// # Errors
/// A table without a column that the format requires, an export of changes alone, or past a limit.
pub(crate) fn read(
    files: &[SourceFile],
    identifiers: &Identifiers,
    limits: &Limits,
) -> Result<Gathering, RosterError> {
    let mut gathering = Gathering::new(Format::OneRoster, USERS.file.into());
    let mut tolerated = Tolerated::default();
    let to = &mut gathering;
    let seen = &mut tolerated;
    Manifest::read(files, limits, to, seen)?;
    let mut people = People::default();
    let mut orgs = Orgs::default();
    ORGS.read(
        files,
        limits,
        to,
        seen,
        |_, [id, name, kind, number, parent, _], _, seen| {
            let school = seen.word(ORGS.file, kind, &["school"]).is_some();
            orgs.add(id, name, number, school, parent);
        },
    )?;
    // 1.1 has one role in the row of the user, 1.2 has them in a table of their own.
    let apart = ROLES.read(files, limits, to, seen, |line, cells, to, seen| {
        people.role(line, cells, to, seen);
    })?;
    USERS.read(files, limits, to, seen, |line, cells, to, seen| {
        people.user(line, cells, to, seen);
    })?;
    if !apart && people.have_no_role() {
        return Err(RosterError::MissingFile {
            name: ROLES.file.to_owned(),
        });
    }
    demographics(files, limits, to, seen, &mut people)?;
    homerooms(files, limits, to, seen, &mut people)?;
    people.report_roles(&orgs, to);
    people.tell(&orgs, identifiers, to);
    tolerated.tell(&mut gathering);
    Ok(gathering)
}

/// Whether a row still counts. Bulk exports leave this cell empty, 1.0 knew `inactive` too.
fn is_there(file: &'static str, status: &str, seen: &mut Tolerated) -> bool {
    seen.word(file, status, &["inactive", "tobedeleted"])
        .is_none()
}

/// Birth date and sex of the students; nobody else's row is read, and no other column.
fn demographics(
    files: &[SourceFile],
    limits: &Limits,
    gathering: &mut Gathering,
    tolerated: &mut Tolerated,
    people: &mut People,
) -> Result<(), RosterError> {
    let mut rows = Vec::new();
    let mut order = SlashOrder::default();
    DEMOGRAPHICS.read(
        files,
        limits,
        gathering,
        tolerated,
        |line, cells, to, seen| {
            let [id, birth_date, sex, status] = cells;
            if !people.is_student(id) || !is_there(DEMOGRAPHICS.file, status, seen) {
                return;
            }
            if order.see(birth_date) {
                seen.add(DEMOGRAPHICS.file, NoteKind::SlashDate);
            }
            let bad = (Field::Sex, sex);
            let sex = to.value(&DEMOGRAPHICS.file.into(), line, bad, words::sex(sex));
            rows.push((line, id.to_owned(), birth_date.to_owned(), sex));
        },
    )?;
    for (line, id, text, sex) in rows {
        let read = cells::check_characters(&text).and_then(|()| order.read(&text));
        let bad = (Field::BirthDate, text.as_str());
        let birth_date = gathering.value(&DEMOGRAPHICS.file.into(), line, bad, read);
        people.born(&id, birth_date, sex);
    }
    Ok(())
}

/// The homeroom of each student is the group; any other class is a subject.
fn homerooms(
    files: &[SourceFile],
    limits: &Limits,
    gathering: &mut Gathering,
    tolerated: &mut Tolerated,
    people: &mut People,
) -> Result<(), RosterError> {
    let mut homerooms: HashMap<String, String> = HashMap::new();
    CLASSES.read(
        files,
        limits,
        gathering,
        tolerated,
        |_, [id, title, kind, status], _, seen| {
            let homeroom = seen.word(CLASSES.file, kind, &["homeroom"]).is_some();
            if homeroom
                && is_there(CLASSES.file, status, seen)
                && cells::check_characters(title).is_ok()
            {
                homerooms.insert(id.to_owned(), clean(title));
            }
        },
    )?;
    ENROLLMENTS.read(files, limits, gathering, tolerated, |_, cells, _, seen| {
        let [class, user, role, status] = cells;
        let Some(title) = homerooms.get(class) else {
            return;
        };
        let student =
            role.is_empty() || Role::of(ENROLLMENTS.file, role, seen) == Some(Role::Student);
        if student && people.is_student(user) && is_there(ENROLLMENTS.file, status, seen) {
            people.in_homeroom(user, title);
        }
    })?;
    Ok(())
}
