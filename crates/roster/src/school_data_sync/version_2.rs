//! School Data Sync v2.1: students are the users with that role, adults those met in the relationships. Which columns are
//! read is in `columns`.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;
use domain::{Access, Relationship, Sex};

use super::columns::{DEMOGRAPHICS, ORGS, RELATIONSHIPS, ROLES, USERS};
use super::is_no_guardian;
use crate::adults::{AdultRow, Adults};
use crate::allow_list::{PassedOver, Tolerated};
use crate::cells::{self, clean};
use crate::gather::Gathering;
use crate::keys::fold;
use crate::orgs::Orgs;
use crate::records::{Format, School, StudentDetails, StudentRecord, Tie, UnreadStudent};
use crate::report::{Field, LeftOut, NoteKind, Reason};
use crate::slashes::SlashOrder;
use crate::source::SourceFile;
use crate::{Limits, RosterError, words};

pub(super) fn read(files: &[SourceFile], limits: &Limits) -> Result<Gathering, RosterError> {
    let mut gathering = Gathering::new(Format::SchoolDataSync, USERS.file.into());
    let mut tolerated = Tolerated::default();
    let (to, seen) = (&mut gathering, &mut tolerated);
    let mut sync = Sync::default();
    ORGS.read(
        files,
        limits,
        to,
        seen,
        |_, [id, name, kind, parent], _, _| {
            sync.orgs
                .add(id, name, "", kind.eq_ignore_ascii_case("school"), parent);
        },
    )?;
    ROLES.read(files, limits, to, seen, |line, role, _, _| {
        sync.role(line, role);
    })?;
    RELATIONSHIPS.read(files, limits, to, seen, |line, row, _, _| {
        sync.relationship(line, row);
    })?;
    DEMOGRAPHICS.read(files, limits, to, seen, |line, row, to, seen| {
        sync.demographics(line, row, to, seen);
    })?;
    sync.read_birth_dates(to);
    USERS.read(files, limits, to, seen, |line, user, to, _| {
        sync.user(line, user, to);
    })?;
    sync.report_roles(to);
    sync.tie(to);
    tolerated.tell(&mut gathering);
    Ok(gathering)
}

/// What the tables say before it is put together.
#[derive(Default)]
struct Sync {
    orgs: Orgs,
    /// The orgs in which a user is a student, in the order of the file.
    students: BTreeMap<String, Vec<StudentRole>>,
    relationships: Vec<RelationshipRow>,
    adult_ids: HashSet<String>,
    demographics: HashMap<String, Demographics>,
    /// The users without a hash of nobody: staff included, whose rows are not read.
    user_ids: PassedOver,
    dates: SlashOrder,
    adults: Adults,
}

struct StudentRole {
    line: u64,
    org: String,
    primary: bool,
}

struct RelationshipRow {
    line: u64,
    student: String,
    adult: String,
    role: String,
}

#[derive(Default)]
struct Demographics {
    line: u64,
    sex: Option<Sex>,
    /// As the cell has it, until the whole column has shown its order.
    date: String,
    birth_date: Option<NaiveDate>,
}

impl Sync {
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

    fn relationship(&mut self, line: u64, [student, adult, role]: [&str; 3]) {
        self.adult_ids.insert(adult.to_owned());
        self.relationships.push(RelationshipRow {
            line,
            student: student.to_owned(),
            adult: adult.to_owned(),
            role: role.to_owned(),
        });
    }

    fn demographics(
        &mut self,
        line: u64,
        [user, sex, date]: [&str; 3],
        gathering: &mut Gathering,
        seen: &mut Tolerated,
    ) {
        if !self.students.contains_key(user) || self.demographics.contains_key(user) {
            return;
        }
        if self.dates.see(date) {
            seen.add(DEMOGRAPHICS.file, NoteKind::SlashDate);
        }
        let bad = (Field::Sex, sex);
        let sex = gathering.value(&DEMOGRAPHICS.file.into(), line, bad, words::sex(sex));
        let row = Demographics {
            line,
            sex,
            date: date.to_owned(),
            birth_date: None,
        };
        self.demographics.insert(user.to_owned(), row);
    }

    fn read_birth_dates(&mut self, gathering: &mut Gathering) {
        let file = DEMOGRAPHICS.file.into();
        for row in self.demographics.values_mut() {
            let read = self.dates.read(&row.date);
            let bad = (Field::BirthDate, row.date.as_str());
            row.birth_date = gathering.value(&file, row.line, bad, read);
        }
    }

    /// Of a user who is neither a student nor anybody's adult only the id is looked at.
    fn user(&mut self, line: u64, cells: [&str; 6], gathering: &mut Gathering) {
        let [id, family, given, email, phone, sms] = cells;
        self.user_ids.add(id);
        if self.adult_ids.contains(id) {
            let row = AdultRow {
                file: USERS.file,
                line,
                key: id,
                source_id: id,
                last_names: family,
                first_names: given,
                email,
                phones: [phone, sms],
            };
            self.adults.add(&row, gathering);
        }
        if self.students.contains_key(id) {
            self.student(line, [id, family, given], gathering);
        }
    }

    fn student(&self, line: u64, [id, family, given]: [&str; 3], gathering: &mut Gathering) {
        let school = self.school_of(id);
        let bad = [
            (Field::SourceId, id),
            (Field::LastNames, family),
            (Field::FirstNames, given),
        ]
        .into_iter()
        .find_map(|bad| {
            let empty = fold(bad.1).is_empty().then_some(Reason::Missing);
            let reason = cells::check_characters(bad.1).err().or(empty)?;
            Some((bad, reason))
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
        let born = self.demographics.get(id);
        let details = StudentDetails {
            last_names: clean(family),
            first_names: clean(given),
            birth_date: born.and_then(|born| born.birth_date),
            sex: born.and_then(|born| born.sex),
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

    /// The school of the primary role, else of the first.
    fn school_of(&self, user: &str) -> Option<School> {
        let roles = self.students.get(user)?;
        let primary = roles.iter().find(|role| role.primary);
        self.orgs.school(&primary.or_else(|| roles.first())?.org)
    }

    /// Roles that refer to nobody or to no org.
    fn report_roles(&self, gathering: &mut Gathering) {
        let file: Arc<str> = ROLES.file.into();
        for (id, roles) in &self.students {
            let known = self.user_ids.has(id);
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
                    true if self.orgs.has(&role.org) => continue,
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
            if let (Some(student), Some(adult)) = (student, self.adults.get(&row.adult)) {
                gathering.add_guardian(student, adult.clone(), tie);
            }
        }
    }

    /// A relationship is used when both are users, one a student and the other one of the child's adults.
    fn check<'a>(&self, row: &'a RelationshipRow) -> Result<(), Unusable<'a>> {
        for id in [&row.student, &row.adult] {
            if !self.user_ids.has(id) {
                let bad = (Field::SourceId, id.as_str());
                return Err((bad, Reason::ReferenceToNobody, LeftOut::Line));
            }
        }
        if !self.students.contains_key(&row.student) {
            let bad = (Field::SourceId, row.student.as_str());
            return Err((bad, Reason::NotAStudent, LeftOut::Line));
        }
        if is_no_guardian(&row.role) {
            let bad = (Field::Relationship, row.role.as_str());
            return Err((bad, Reason::NotAGuardian, LeftOut::Guardian));
        }
        Ok(())
    }
}

/// What is reported of a relationship: the cell, why, and how much is left out.
type Unusable<'a> = ((Field, &'a str), Reason, LeftOut);
