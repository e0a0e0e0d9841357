//! The users of a OneRoster export who are students or their adults, and the links between them, which stand on either
//! side. Everybody else's row is dropped where it stands (domain.md §8).

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;
use domain::{Access, Relationship, Sex};

use super::columns::{ROLES, USERS};
use super::is_there;
use crate::adults::{AdultRow, Adults};
use crate::allow_list::{PassedOver, Tolerated};
use crate::cells::{self, clean};
use crate::gather::Gathering;
use crate::identifiers::Identifiers;
use crate::keys::fold;
use crate::orgs::Orgs;
use crate::records::{School, StudentDetails, StudentRecord, Tie, UnreadStudent};
use crate::report::{Field, LeftOut, NoteKind, Reason};

/// What a user is to this registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Student,
    Adult,
    Staff,
}

impl Role {
    /// `None` for a word that the standard does not know.
    pub(super) fn of(file: &'static str, cell: &str, seen: &mut Tolerated) -> Option<Self> {
        const STUDENT: [&str; 1] = ["student"];
        const ADULT: [&str; 3] = ["guardian", "parent", "relative"];
        const STAFF: [&str; 10] = [
            "administrator",
            "aide",
            "counselor",
            "districtAdministrator",
            "principal",
            "proctor",
            "siteAdministrator",
            "systemAdministrator",
            "teacher",
            "staff",
        ];
        if seen.word(file, cell, &STUDENT).is_some() {
            Some(Self::Student)
        } else if seen.word(file, cell, &ADULT).is_some() {
            Some(Self::Adult)
        } else if seen.word(file, cell, &STAFF).is_some() || cell.starts_with("ext:") {
            Some(Self::Staff)
        } else {
            None
        }
    }
}

/// A role that 1.2 has in a table of its own.
struct StudentRole {
    line: u64,
    org: String,
    primary: bool,
}

/// A student's row, before the other tables have been asked.
struct Pupil {
    line: u64,
    id: String,
    last_names: String,
    first_names: String,
    /// The main school first, where one is told.
    schools: Vec<String>,
    main_school_told: bool,
    user_ids: String,
    identifier: String,
    active: bool,
}

/// One side's word that two users belong together.
struct Mention {
    line: u64,
    from: String,
    to: String,
    from_student: bool,
}

/// What the tables say before it is put together.
#[derive(Default)]
pub(super) struct People {
    student_roles: HashMap<String, Vec<StudentRole>>,
    /// In the order of the file, so that the same file is always read alike.
    role_order: Vec<String>,
    adult_roles: HashSet<String>,
    gone_roles: PassedOver,
    staff: PassedOver,
    gone: PassedOver,
    /// Whether there are users, and whether one says a role in its own row.
    users: bool,
    roles_in_rows: bool,
    pupils: Vec<Pupil>,
    pupil_ids: HashSet<String>,
    adults: Adults,
    mentions: Vec<Mention>,
    born: HashMap<String, (Option<NaiveDate>, Option<Sex>)>,
    groups: HashMap<String, BTreeSet<String>>,
}

impl People {
    pub(super) const fn have_no_role(&self) -> bool {
        self.users && !self.roles_in_rows
    }

    pub(super) fn is_student(&self, id: &str) -> bool {
        self.pupil_ids.contains(id)
    }

    pub(super) fn born(&mut self, id: &str, birth_date: Option<NaiveDate>, sex: Option<Sex>) {
        self.born.entry(id.to_owned()).or_insert((birth_date, sex));
    }

    pub(super) fn in_homeroom(&mut self, id: &str, title: &str) {
        self.groups
            .entry(id.to_owned())
            .or_default()
            .insert(title.to_owned());
    }

    /// A row of `roles.csv`.
    pub(super) fn role(
        &mut self,
        line: u64,
        [user, role, org, kind, status]: [&str; 5],
        gathering: &mut Gathering,
        seen: &mut Tolerated,
    ) {
        let role = match Role::of(ROLES.file, role, seen) {
            Some(Role::Staff) => return self.staff.add(user),
            Some(role) => role,
            None => {
                let bad = (Field::Role, role);
                let reason = if role.is_empty() {
                    Reason::Missing
                } else {
                    Reason::UnknownWord
                };
                gathering.leave_out(&ROLES.file.into(), line, bad, reason, LeftOut::Line);
                gathering.spare(unread(user, None));
                return self.staff.add(user);
            }
        };
        if !is_there(ROLES.file, status, seen) {
            gathering.note_in(ROLES.file, NoteKind::InactiveAtSource, Some(line));
            return self.gone_roles.add(user);
        }
        if role == Role::Adult {
            self.adult_roles.insert(user.to_owned());
            return;
        }
        let primary = seen.word(ROLES.file, kind, &["primary"]).is_some();
        let roles = self.student_roles.entry(user.to_owned()).or_default();
        if roles.is_empty() {
            self.role_order.push(user.to_owned());
        }
        roles.push(StudentRole {
            line,
            org: org.to_owned(),
            primary,
        });
    }

    /// A row of `users.csv`. Of a member of staff nothing is copied.
    pub(super) fn user(
        &mut self,
        line: u64,
        cells: [&str; 14],
        gathering: &mut Gathering,
        seen: &mut Tolerated,
    ) {
        self.users = true;
        let [id, _, _, said, status, enabled, ..] = cells;
        self.roles_in_rows |= !said.is_empty();
        let in_row = Role::of(USERS.file, said, seen);
        let student = in_row == Some(Role::Student) || self.student_roles.contains_key(id);
        let adult = in_row == Some(Role::Adult) || self.adult_roles.contains(id);
        if !student && !adult {
            return self.neither(line, id, said, in_row, gathering);
        }
        let here = is_there(USERS.file, status, seen);
        if !here {
            gathering.note_in(USERS.file, NoteKind::InactiveAtSource, Some(line));
        }
        if seen.word(USERS.file, enabled, &["true", "false"]) == Some("false") {
            gathering.note_in(USERS.file, NoteKind::UserDisabled, Some(line));
        }
        if student {
            self.pupil(line, cells, here, gathering);
        }
        if adult && here {
            self.adult(line, cells, student, gathering);
        } else if adult {
            self.gone.add(id);
        }
    }

    /// Neither a student nor an adult: staff, somebody whose role has ended, or a row that does not say.
    fn neither(
        &mut self,
        line: u64,
        id: &str,
        said: &str,
        in_row: Option<Role>,
        gathering: &mut Gathering,
    ) {
        if in_row == Some(Role::Staff) || self.staff.has(id) {
            return self.staff.add(id);
        }
        if self.gone_roles.has(id) {
            // A student without a role left is not told apart from one who went: the comparison says gone.
            return self.gone.add(id);
        }
        let reason = if said.is_empty() {
            Reason::Missing
        } else {
            Reason::UnknownWord
        };
        gathering.leave_out_student(line, (Field::Role, said), reason, unread(id, None));
        self.staff.add(id);
    }

    fn pupil(&mut self, line: u64, cells: [&str; 14], active: bool, gathering: &mut Gathering) {
        let [
            id,
            family,
            given,
            _,
            _,
            _,
            orgs,
            primary,
            user_ids,
            identifier,
            _,
            _,
            _,
            agents,
        ] = cells;
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
        self.pupil_ids.insert(id.to_owned());
        if let Some((bad, reason)) = bad {
            gathering.leave_out_student(line, bad, reason, unread(id, None));
            return;
        }
        let (schools, main_school_told) = self.schools_of(id, orgs, primary);
        self.pupils.push(Pupil {
            line,
            id: id.to_owned(),
            last_names: clean(family),
            first_names: clean(given),
            schools,
            main_school_told,
            user_ids: user_ids.to_owned(),
            identifier: identifier.to_owned(),
            active,
        });
        self.mention(line, id, agents, true);
    }

    fn adult(
        &mut self,
        line: u64,
        cells: [&str; 14],
        also_student: bool,
        gathering: &mut Gathering,
    ) {
        let [
            id,
            family,
            given,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            email,
            phone,
            sms,
            agents,
        ] = cells;
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
        if self.adults.get(id).is_none() {
            // Reported where it stands: who names this adult is not to blame.
            self.gone.add(id);
        }
        if !also_student {
            self.mention(line, id, agents, false);
        }
    }

    fn mention(&mut self, line: u64, from: &str, to: &str, from_student: bool) {
        for to in list(to) {
            self.mentions.push(Mention {
                line,
                from: from.to_owned(),
                to: to.to_owned(),
                from_student,
            });
        }
    }

    /// The schools of a student, the main one first; and whether it is told to be that.
    fn schools_of(&self, id: &str, orgs: &str, primary: &str) -> (Vec<String>, bool) {
        let roles = self
            .student_roles
            .get(id)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let main = Some(primary).filter(|org| !org.is_empty()).or_else(|| {
            let role = roles.iter().find(|role| role.primary)?;
            Some(role.org.as_str())
        });
        let mut schools: Vec<String> = Vec::new();
        let all = main
            .into_iter()
            .chain(list(orgs))
            .chain(roles.iter().map(|role| role.org.as_str()));
        for org in all {
            if !org.is_empty() && !schools.iter().any(|known| known == org) {
                schools.push(org.to_owned());
            }
        }
        (schools, main.is_some())
    }

    /// Roles of students whom `users.csv` does not have, or in an org that `orgs.csv` does not have.
    pub(super) fn report_roles(&self, orgs: &Orgs, gathering: &mut Gathering) {
        for id in &self.role_order {
            let known = self.pupil_ids.contains(id);
            if !known {
                gathering.spare(unread(id, None));
            }
            for role in self.student_roles.get(id).into_iter().flatten() {
                let (bad, left_out) = match known {
                    false => ((Field::SourceId, id.as_str()), LeftOut::Line),
                    true if orgs.has(&role.org) || orgs.is_empty() => continue,
                    true => ((Field::School, role.org.as_str()), LeftOut::Value),
                };
                let file = ROLES.file.into();
                gathering.leave_out(&file, role.line, bad, Reason::ReferenceToNobody, left_out);
            }
        }
    }

    /// Puts the students in, then ties their adults to them.
    pub(super) fn tell(
        mut self,
        orgs: &Orgs,
        identifiers: &Identifiers,
        gathering: &mut Gathering,
    ) {
        for pupil in std::mem::take(&mut self.pupils) {
            self.student(pupil, orgs, identifiers, gathering);
        }
        let mut told = HashSet::new();
        for mention in &self.mentions {
            let (student, adult) = if mention.from_student {
                (&mention.from, &mention.to)
            } else {
                (&mention.to, &mention.from)
            };
            if let Err(reason) = self.check(student, adult, mention.from_student) {
                let left_out = if mention.from_student {
                    LeftOut::Guardian
                } else {
                    LeftOut::Line
                };
                let bad = (Field::SourceId, mention.to.as_str());
                gathering.leave_out(&USERS.file.into(), mention.line, bad, reason, left_out);
                continue;
            }
            // Both sides may name each other: one link.
            if !told.insert((student, adult)) {
                continue;
            }
            let tie = Tie {
                relationship: Relationship::Unknown,
                priority: None,
                access: Access::Unknown,
            };
            // A student or an adult whose own row was left out has been reported there.
            if let (Some(student), Some(adult)) = (
                gathering.student_with_source_id(student),
                self.adults.get(adult),
            ) {
                gathering.add_guardian(student, adult.clone(), tie);
            }
        }
    }

    /// A link is used when one is a student and the other an adult of some child.
    fn check(&self, student: &str, adult: &str, from_student: bool) -> Result<(), Reason> {
        let other = if from_student { adult } else { student };
        let is_student = self.pupil_ids.contains(student);
        let is_adult = self.adults.get(adult).is_some() || self.gone.has(adult);
        if is_student && is_adult {
            return Ok(());
        }
        let known = self.pupil_ids.contains(other)
            || self.staff.has(other)
            || self.gone.has(other)
            || self.adults.get(other).is_some();
        Err(match (known, from_student) {
            (false, _) => Reason::ReferenceToNobody,
            (true, true) => Reason::NotAGuardian,
            (true, false) => Reason::NotAStudent,
        })
    }

    fn student(
        &self,
        pupil: Pupil,
        orgs: &Orgs,
        identifiers: &Identifiers,
        gathering: &mut Gathering,
    ) {
        let (line, id) = (pupil.line, pupil.id.clone());
        let school = self.school(&pupil, orgs, gathering);
        let mut named = user_ids(&pupil.user_ids);
        named.push(("identifier", &pupil.identifier));
        let numbers = match identifiers.pick((USERS.file, line), &named, gathering) {
            Ok(numbers) => numbers,
            Err((bad, reason)) => {
                gathering.leave_out_student(line, bad, reason, unread(&id, school));
                return;
            }
        };
        let groups = self.groups.get(&id);
        if groups.is_some_and(|groups| groups.len() > 1) {
            gathering.note_in(USERS.file, NoteKind::SeveralHomerooms, Some(line));
        }
        let (birth_date, sex) = self.born.get(&id).copied().unwrap_or_default();
        let details = StudentDetails {
            last_names: pupil.last_names,
            first_names: pupil.first_names,
            birth_date,
            sex,
            fiche: numbers.fiche,
            permanent_code: numbers.permanent_code,
            school,
            group: groups
                .filter(|groups| groups.len() == 1)
                .and_then(|groups| groups.first().cloned()),
            active: pupil.active,
        };
        gathering.add_student(StudentRecord {
            line,
            details,
            source_id: Some(id),
        });
    }

    fn school(&self, pupil: &Pupil, orgs: &Orgs, gathering: &mut Gathering) -> Option<School> {
        let mut schools = pupil.schools.iter().filter_map(|org| orgs.school(org));
        let first = schools.next();
        if first.is_none()
            && let Some(org) = pupil.schools.first().filter(|_| !orgs.is_empty())
            && !self.student_roles.contains_key(&pupil.id)
        {
            let bad = (Field::School, org.as_str());
            let file = USERS.file.into();
            gathering.leave_out(
                &file,
                pupil.line,
                bad,
                Reason::ReferenceToNobody,
                LeftOut::Value,
            );
        }
        if !pupil.main_school_told && schools.any(|other| Some(&other) != first.as_ref()) {
            gathering.note_in(USERS.file, NoteKind::SchoolChosen, Some(pupil.line));
        }
        first
    }
}

fn unread(id: &str, school: Option<School>) -> UnreadStudent {
    UnreadStudent {
        source_id: (!id.is_empty()).then(|| id.to_owned()),
        school,
        ..UnreadStudent::default()
    }
}

/// A list in one cell: ids parted by commas, or by what a spreadsheet made of them.
fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([',', ';', '|'])
        .map(str::trim)
        .filter(|id| !id.is_empty())
}

/// `{LDAP:id},{Fiche:id}`: each with its type. The braces are forgotten by some.
fn user_ids(cell: &str) -> Vec<(&str, &str)> {
    list(cell)
        .map(|pair| {
            let pair = pair.trim_start_matches('{').trim_end_matches('}');
            let (kind, id) = pair.split_once(':').unwrap_or(("", pair));
            (kind.trim(), id.trim())
        })
        .collect()
}
