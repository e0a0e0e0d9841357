//! Microsoft School Data Sync v2.1 (domain.md §12): students are the users with that role, guardians those met in
//! the relationships. Only the columns named here are read; passwords, flags, origins and staff never are (§8).

mod columns;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use domain::{Access, Relationship};

use columns::{DEMOGRAPHICS, ORGS, RELATIONSHIPS, ROLES, USERS};

use crate::cells::{self, clean};
use crate::gather::Gathering;
use crate::keys::fold;
use crate::records::{
    Format, GuardianDetails, GuardianRecord, School, StudentDetails, StudentRecord, Tie,
    UnreadStudent,
};
use crate::report::{Field, LeftOut, Reason};
use crate::source::SourceFile;
use crate::{Limits, RosterError, words};

/// Relationships of people who care for a child and have no parent account.
const NOT_GUARDIANS: [&str; 4] = ["aide", "doctor", "child", "administrator"];

/// Orgs point to their parents; a chain longer than this is a ring.
const DEEPEST_ORG: usize = 10;

/// Reads the five tables.
///
/// # Errors
/// A table without a column that the format requires, or past a limit.
pub(crate) fn read(files: &[SourceFile], limits: &Limits) -> Result<Gathering, RosterError> {
    let mut gathering = Gathering::new(Format::SchoolDataSync, USERS.file.into());
    let mut sync = Sync::default();
    ORGS.read(files, limits, &mut gathering, |_, org, _| sync.org(org))?;
    ROLES.read(files, limits, &mut gathering, |line, role, _| {
        sync.role(line, role);
    })?;
    RELATIONSHIPS.read(files, limits, &mut gathering, |line, row, _| {
        sync.relationship(line, row);
    })?;
    DEMOGRAPHICS.read(files, limits, &mut gathering, |line, row, to| {
        sync.demographics(line, row, to);
    })?;
    USERS.read(files, limits, &mut gathering, |line, user, to| {
        sync.user(line, user, to);
    })?;
    sync.report_roles(&mut gathering);
    sync.tie(&mut gathering);
    Ok(gathering)
}

/// What the tables say before it is put together.
#[derive(Default)]
struct Sync {
    orgs: HashMap<String, Org>,
    /// The orgs in which a user is a student, in the order of the file.
    students: BTreeMap<String, Vec<StudentRole>>,
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
        let sex = gathering.value(&file, line, (Field::Sex, sex), words::sex(sex));
        // With slashes nothing tells whether the month comes first, as it does where the format was born.
        let read = if birth_date.contains('/') {
            Err(Reason::InvalidDate)
        } else {
            cells::birth_date(birth_date)
        };
        let birth_date = gathering.value(&file, line, (Field::BirthDate, birth_date), read);
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
        [id, family, given, email, phone, sms]: [&str; 6],
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
        let email = gathering.value(
            &file,
            line,
            (Field::GuardianEmail, email),
            cells::email(email),
        );
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

    /// Roles that refer to nobody or to no org.
    fn report_roles(&self, gathering: &mut Gathering) {
        let file: Arc<str> = ROLES.file.into();
        for (id, roles) in &self.students {
            let known = self.user_ids.contains(id);
            if !known {
                let source_id = Some(id.clone());
                gathering.spare(UnreadStudent {
                    source_id,
                    ..UnreadStudent::default()
                });
            }
            for role in roles {
                let (bad, left_out) = match known {
                    false => ((Field::SourceId, id.as_str()), LeftOut::Line),
                    true if self.orgs.contains_key(&role.org) => continue,
                    true => ((Field::School, role.org.as_str()), LeftOut::Value),
                };
                gathering.leave_out(&file, role.line, bad, Reason::ReferenceToNobody, left_out);
            }
        }
    }

    /// Ties adults to students, once everybody is known.
    fn tie(&self, gathering: &mut Gathering) {
        let file: Arc<str> = RELATIONSHIPS.file.into();
        for row in &self.relationships {
            if let Err((bad, reason, left_out)) = self.check(row) {
                gathering.leave_out(&file, row.line, bad, reason, left_out);
                continue;
            }
            let said = words::relationship(&row.role);
            let bad = (Field::Relationship, row.role.as_str());
            let relationship = gathering.value(&file, row.line, bad, said);
            let tie = Tie {
                relationship: relationship.unwrap_or(Relationship::Unknown),
                priority: None,
                access: Access::Unknown,
            };
            // A student or an adult whose own line was left out has been reported there.
            let student = gathering.student_with_source_id(&row.student);
            let guardian = self.guardians.get(&row.guardian);
            if let (Some(student), Some(guardian)) = (student, guardian) {
                gathering.add_guardian(student, guardian.clone(), tie);
            }
        }
    }

    /// A relationship is used when both are users, one a student and the other one of the child's adults.
    fn check<'a>(&self, row: &'a RelationshipRow) -> Result<(), Unusable<'a>> {
        for id in [&row.student, &row.guardian] {
            if !self.user_ids.contains(id) {
                return Err((
                    (Field::SourceId, id),
                    Reason::ReferenceToNobody,
                    LeftOut::Line,
                ));
            }
        }
        if !self.students.contains_key(&row.student) {
            return Err((
                (Field::SourceId, &row.student),
                Reason::NotAStudent,
                LeftOut::Line,
            ));
        }
        if NOT_GUARDIANS.contains(&fold(&row.role).as_str()) {
            let bad = (Field::Relationship, row.role.as_str());
            return Err((bad, Reason::NotAGuardian, LeftOut::Guardian));
        }
        Ok(())
    }
}

/// What is reported of a relationship: the cell, why, and how much is left out.
type Unusable<'a> = ((Field, &'a str), Reason, LeftOut);
