//! Microsoft School Data Sync v2.1 (domain.md §12): students are the users with that role, guardians those met in
//! the relationships. Only the columns named here are read; passwords, flags, origins and staff never are (§8).

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use domain::name::fold;
use domain::{Access, Relationship};

use crate::cells::{self, clean};
use crate::gather::{Gathering, Link};
use crate::records::{
    Format, GuardianDetails, GuardianRecord, Registry, School, StudentDetails, StudentRecord,
    UnreadStudent,
};
use crate::report::{Field, LeftOut, Reason};
use crate::source::SourceFile;
use crate::table::{Row, Shape, Table};
use crate::{Limits, RosterError};

const ORGS: Columns<4> = Columns {
    file: "orgs.csv",
    required: 1,
    names: ["sourcedId", "name", "type", "parentSourcedId"],
};
const ROLES: Columns<4> = Columns {
    file: "roles.csv",
    required: 3,
    names: ["userSourcedId", "orgSourcedId", "role", "isPrimary"],
};
const RELATIONSHIPS: Columns<3> = Columns {
    file: "relationships.csv",
    required: 2,
    names: [
        "userSourcedId",
        "relationshipUserSourcedId",
        "relationshipRole",
    ],
};
const DEMOGRAPHICS: Columns<3> = Columns {
    file: "demographics.csv",
    required: 1,
    names: ["userSourcedId", "sex", "birthDate"],
};
const USERS: Columns<6> = Columns {
    file: "users.csv",
    required: 3,
    names: [
        "sourcedId",
        "familyName",
        "givenName",
        "email",
        "phone",
        "sms",
    ],
};

/// Relationships of people who care for a child and have no parent account.
const NOT_GUARDIANS: [&str; 4] = ["aide", "doctor", "child", "administrator"];

/// Orgs point to their parents; a chain longer than this is a ring.
const DEEPEST_ORG: usize = 10;

/// The columns of one file: the first `required` must be there.
struct Columns<const N: usize> {
    file: &'static str,
    required: usize,
    names: [&'static str; N],
}

/// Reads the five tables.
///
/// # Errors
/// A table without a column that the format requires, or past a limit.
pub(crate) fn read(files: &[SourceFile], limits: &Limits) -> Result<Registry, RosterError> {
    let mut gathering = Gathering::new(Format::SchoolDataSync, USERS.file.into());
    let mut sync = Sync::default();
    ORGS.read(files, limits, &mut gathering, |_, cells, _| sync.org(cells))?;
    ROLES.read(files, limits, &mut gathering, |row, cells, _| {
        sync.role(row.line, cells)
    })?;
    RELATIONSHIPS.read(files, limits, &mut gathering, |row, cells, _| {
        sync.relationship(row.line, cells)
    })?;
    DEMOGRAPHICS.read(files, limits, &mut gathering, |row, cells, report| {
        sync.demographics(row.line, cells, report)
    })?;
    USERS.read(files, limits, &mut gathering, |row, cells, report| {
        sync.user(row.line, cells, report)
    })?;
    sync.tie(&mut gathering);
    Ok(gathering.finish())
}

impl<const N: usize> Columns<N> {
    /// Hands every sound row over; a file that may be missing may be empty too.
    fn read(
        &self,
        files: &[SourceFile],
        limits: &Limits,
        gathering: &mut Gathering,
        mut each: impl FnMut(&Row, [&str; N], &mut Gathering),
    ) -> Result<(), RosterError> {
        let Some(file) = files.iter().find(|file| file.name == self.file) else {
            return Ok(());
        };
        let place = |header: &[String], name: &str| {
            header
                .iter()
                .position(|cell| cell.eq_ignore_ascii_case(name))
        };
        let known = |header: &[String]| {
            self.names
                .iter()
                .filter(|name| place(header, name).is_some())
                .count()
        };
        let mut table = match Table::open(file, b",;\t", known, limits) {
            Err(RosterError::Empty)
                if [RELATIONSHIPS.file, DEMOGRAPHICS.file].contains(&self.file) =>
            {
                return Ok(());
            }
            opened => opened?,
        };
        let mut wanted = Vec::with_capacity(N);
        for (order, name) in self.names.iter().enumerate() {
            match place(table.header(), name) {
                Some(place) => wanted.push(place),
                None if order < self.required => {
                    return Err(RosterError::MissingColumn {
                        file: self.file.to_owned(),
                        name: (*name).to_owned(),
                    });
                }
                // A column that is not there reads as one past the end of every row: empty.
                None => wanted.push(usize::MAX),
            }
        }
        let name = Arc::clone(&table.file);
        while let Some(row) = table.next_row(&wanted)? {
            let reason = match row.shape {
                Shape::TooLong => Some(Reason::TooLong),
                Shape::ExtraCells => Some(Reason::ExtraCells),
                Shape::Sound => None,
            };
            let mut cells = [""; N];
            for (cell, text) in cells.iter_mut().zip(&row.cells) {
                *cell = text;
            }
            match reason {
                None => each(&row, cells, gathering),
                // Only the users' rows are students; an unread one of another file loses nobody.
                Some(reason) if self.file == USERS.file => {
                    gathering.leave_out_student(
                        row.line,
                        (Field::Line, ""),
                        reason,
                        UnreadStudent::default(),
                    );
                }
                Some(reason) => {
                    gathering.leave_out(&name, row.line, (Field::Line, ""), reason, LeftOut::Line)
                }
            }
        }
        Ok(())
    }
}

/// What the tables say before it is put together.
#[derive(Default)]
struct Sync {
    orgs: HashMap<String, Org>,
    /// The orgs in which a user is a student, in the order of the file.
    students: HashMap<String, Vec<StudentRole>>,
    relationships: Vec<RelationshipRow>,
    guardian_ids: HashSet<String>,
    demographics: HashMap<String, Demographics>,
    guardians: HashMap<String, GuardianRecord>,
    user_ids: HashSet<String>,
}

struct Org {
    name: String,
    is_school: bool,
    parent: String,
}

struct StudentRole {
    line: u64,
    org: String,
    primary: bool,
}

struct RelationshipRow {
    line: u64,
    student: String,
    guardian: String,
    role: String,
}

#[derive(Clone, Copy, Default)]
struct Demographics {
    sex: Option<domain::Sex>,
    birth_date: Option<chrono::NaiveDate>,
}

impl Sync {
    fn org(&mut self, [id, name, kind, parent]: [&str; 4]) {
        let org = Org {
            name: clean(name),
            is_school: kind.eq_ignore_ascii_case("school"),
            parent: parent.to_owned(),
        };
        self.orgs.entry(id.to_owned()).or_insert(org);
    }

    fn role(&mut self, line: u64, [user, org, role, primary]: [&str; 4]) {
        if role.eq_ignore_ascii_case("student") {
            let primary = primary.eq_ignore_ascii_case("true") || primary == "1";
            self.students
                .entry(user.to_owned())
                .or_default()
                .push(StudentRole {
                    line,
                    org: org.to_owned(),
                    primary,
                });
        }
    }

    fn relationship(&mut self, line: u64, [student, guardian, role]: [&str; 3]) {
        self.guardian_ids.insert(guardian.to_owned());
        self.relationships.push(RelationshipRow {
            line,
            student: student.to_owned(),
            guardian: guardian.to_owned(),
            role: role.to_owned(),
        });
    }

    fn demographics(
        &mut self,
        line: u64,
        [user, sex, birth_date]: [&str; 3],
        gathering: &mut Gathering,
    ) {
        if !self.students.contains_key(user) {
            return;
        }
        let file = DEMOGRAPHICS.file.into();
        let sex = cells::sex(sex).unwrap_or_else(|reason| {
            gathering.leave_out(&file, line, (Field::Sex, sex), reason, LeftOut::Value);
            None
        });
        // With slashes nothing tells whether the month comes first, as it does where the format was born.
        let read = if birth_date.contains('/') {
            Err(Reason::InvalidDate)
        } else {
            cells::birth_date(birth_date)
        };
        let birth_date = read.unwrap_or_else(|reason| {
            gathering.leave_out(
                &file,
                line,
                (Field::BirthDate, birth_date),
                reason,
                LeftOut::Value,
            );
            None
        });
        self.demographics
            .entry(user.to_owned())
            .or_insert(Demographics { sex, birth_date });
    }

    fn user(&mut self, line: u64, cells: [&str; 6], gathering: &mut Gathering) {
        let [id, ..] = cells;
        self.user_ids.insert(id.to_owned());
        if self.guardian_ids.contains(id) {
            self.guardian(line, cells, gathering);
        }
        if self.students.contains_key(id) {
            self.student(line, cells, gathering);
        }
    }

    fn student(&self, line: u64, [id, family, given, ..]: [&str; 6], gathering: &mut Gathering) {
        let school = self.school_of(id);
        let (last_names, first_names) = (clean(family), clean(given));
        let bad = [
            (Field::SourceId, id),
            (Field::LastNames, family),
            (Field::FirstNames, given),
        ]
        .into_iter()
        .find_map(|bad| {
            let empty = fold(bad.1).is_empty().then_some(Reason::Missing);
            cells::check_characters(bad.1)
                .err()
                .or(empty)
                .map(|reason| (bad, reason))
        });
        if let Some((bad, reason)) = bad {
            let unread = UnreadStudent {
                source_id: Some(id.to_owned()),
                school,
                ..UnreadStudent::default()
            };
            gathering.leave_out_student(line, bad, reason, unread);
            return;
        }
        let Demographics { sex, birth_date } =
            self.demographics.get(id).copied().unwrap_or_default();
        let details = StudentDetails {
            last_names,
            first_names,
            birth_date,
            sex,
            fiche: None,
            permanent_code: None,
            school,
            group: None,
            active: true,
        };
        gathering.add_student(StudentRecord {
            line,
            details,
            source_id: Some(id.to_owned()),
        });
    }

    /// The school of the primary role, else of the first; a class or department belongs to the school above it.
    fn school_of(&self, user: &str) -> Option<School> {
        let roles = self.students.get(user)?;
        let role = roles
            .iter()
            .find(|role| role.primary)
            .or_else(|| roles.first())?;
        let own = self.orgs.get(&role.org)?;
        let mut org = (&role.org, own);
        for _ in 0..DEEPEST_ORG {
            if org.1.is_school {
                break;
            }
            let Some(parent) = self.orgs.get_key_value(&org.1.parent) else {
                break;
            };
            org = parent;
        }
        let (id, school) = if org.1.is_school {
            org
        } else {
            (&role.org, own)
        };
        // The source's id is no school code; it only stands in for a name that is missing.
        let name = if school.name.is_empty() {
            id
        } else {
            &school.name
        };
        Some(School {
            code: None,
            name: Some(name.clone()),
        })
    }

    fn guardian(
        &mut self,
        line: u64,
        [id, family, given, email_cell, phone, sms]: [&str; 6],
        gathering: &mut Gathering,
    ) {
        let file = USERS.file.into();
        for name in [family, given] {
            if let Err(reason) = cells::check_characters(name) {
                gathering.leave_out(
                    &file,
                    line,
                    (Field::GuardianName, name),
                    reason,
                    LeftOut::Guardian,
                );
                return;
            }
        }
        let email = cells::email(email_cell).unwrap_or_else(|reason| {
            gathering.leave_out(
                &file,
                line,
                (Field::GuardianEmail, email_cell),
                reason,
                LeftOut::Value,
            );
            None
        });
        let phone = [phone, sms]
            .into_iter()
            .find(|phone| !phone.is_empty())
            .filter(|phone| cells::check_characters(phone).is_ok());
        let details = GuardianDetails {
            last_names: clean(family),
            first_names: clean(given),
            email,
            phone: phone.map(clean),
            language: None,
        };
        let record = GuardianRecord {
            line,
            details,
            source_id: Some(id.to_owned()),
        };
        match self.guardians.get(id) {
            Some(earlier) if earlier.details.names() != record.details.names() => {
                gathering.leave_out(
                    &file,
                    line,
                    (Field::GuardianName, family),
                    Reason::ConflictingRepeat,
                    LeftOut::Guardian,
                );
            }
            Some(_) => {}
            None => {
                self.guardians.insert(id.to_owned(), record);
            }
        }
    }

    /// Ties adults to students once everybody is known, and reports references to nobody.
    fn tie(self, gathering: &mut Gathering) {
        let roles: Arc<str> = ROLES.file.into();
        for (id, student_roles) in &self.students {
            for role in student_roles {
                if !self.user_ids.contains(id) {
                    gathering.leave_out(
                        &roles,
                        role.line,
                        (Field::SourceId, id),
                        Reason::ReferenceToNobody,
                        LeftOut::Line,
                    );
                } else if !self.orgs.contains_key(&role.org) {
                    gathering.leave_out(
                        &roles,
                        role.line,
                        (Field::School, &role.org),
                        Reason::ReferenceToNobody,
                        LeftOut::Value,
                    );
                }
            }
        }
        let file: Arc<str> = RELATIONSHIPS.file.into();
        for row in &self.relationships {
            let mut leave_out = |field, value: &str, reason, left_out| {
                gathering.leave_out(&file, row.line, (field, value), reason, left_out);
            };
            if let Some(id) = [&row.student, &row.guardian]
                .into_iter()
                .find(|id| !self.user_ids.contains(*id))
            {
                leave_out(
                    Field::SourceId,
                    id,
                    Reason::ReferenceToNobody,
                    LeftOut::Line,
                );
                continue;
            }
            if !self.students.contains_key(&row.student) {
                leave_out(
                    Field::SourceId,
                    &row.student,
                    Reason::NotAStudent,
                    LeftOut::Line,
                );
                continue;
            }
            if NOT_GUARDIANS.contains(&fold(&row.role).as_str()) {
                leave_out(
                    Field::Relationship,
                    &row.role,
                    Reason::NotAGuardian,
                    LeftOut::Guardian,
                );
                continue;
            }
            let relationship = cells::relationship(&row.role).unwrap_or_else(|reason| {
                leave_out(Field::Relationship, &row.role, reason, LeftOut::Value);
                None
            });
            // A student or an adult whose own line was left out has been reported there.
            let (Some(student), Some(guardian)) = (
                gathering.student_with_source_id(&row.student),
                self.guardians.get(&row.guardian),
            ) else {
                continue;
            };
            let link = Link {
                relationship: relationship.unwrap_or(Relationship::Unknown),
                priority: None,
                access: Access::Unknown,
            };
            gathering.add_guardian(student, guardian.clone(), link);
        }
    }
}
