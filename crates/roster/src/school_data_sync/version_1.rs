//! School Data Sync v1: students have a table of their own, and adults are known by their address. Which columns are read
//! is in `columns`.

use std::collections::HashSet;

use domain::{Access, Relationship};

use super::columns::{GUARDIAN_RELATIONSHIP, SCHOOL, STUDENT, USER};
use super::is_no_guardian;
use crate::adults::{AdultRow, Adults};
use crate::allow_list::{PassedOver, Tolerated};
use crate::cells::{self, clean};
use crate::gather::Gathering;
use crate::identifiers::Identifiers;
use crate::keys::fold;
use crate::orgs::Orgs;
use crate::records::{Format, School, StudentDetails, StudentRecord, Tie, UnreadStudent};
use crate::report::{Field, LeftOut, NoteKind, Reason};
use crate::slashes::SlashOrder;
use crate::source::SourceFile;
use crate::{Limits, RosterError, words};

pub(super) fn read(
    files: &[SourceFile],
    identifiers: &Identifiers,
    limits: &Limits,
) -> Result<Gathering, RosterError> {
    let mut gathering = Gathering::new(Format::SchoolDataSync, STUDENT.file.into());
    let mut tolerated = Tolerated::default();
    let (to, seen) = (&mut gathering, &mut tolerated);
    let mut orgs = Orgs::default();
    SCHOOL.read(files, limits, to, seen, |_, [id, name, number], _, _| {
        orgs.add(id, name, number, true, "");
    })?;
    let mut pupils = Vec::new();
    let mut dates = SlashOrder::default();
    STUDENT.read(files, limits, to, seen, |line, cells, _, seen| {
        let [.., date] = cells;
        if dates.see(date) {
            seen.add(STUDENT.file, NoteKind::SlashDate);
        }
        pupils.push(Pupil {
            line,
            cells: cells.map(str::to_owned),
        });
    })?;
    let mut students = HashSet::new();
    for pupil in &pupils {
        students.insert(pupil.cell(0));
        pupil.tell(&orgs, dates, identifiers, to);
    }
    guardians(files, limits, to, seen, &students)?;
    tolerated.tell(&mut gathering);
    Ok(gathering)
}

/// A student's row, until the whole column of birth dates has shown its order.
struct Pupil {
    line: u64,
    cells: [String; 9],
}

impl Pupil {
    fn cell(&self, place: usize) -> &str {
        self.cells.get(place).map_or("", String::as_str)
    }

    fn tell(
        &self,
        orgs: &Orgs,
        dates: SlashOrder,
        identifiers: &Identifiers,
        gathering: &mut Gathering,
    ) {
        let id = self.cell(0);
        let school = orgs.school(self.cell(1));
        match self.read(id, school.clone(), dates, identifiers, gathering) {
            Ok(details) => {
                gathering.add_student(StudentRecord {
                    line: self.line,
                    details,
                    source_id: Some(id.to_owned()),
                });
            }
            Err((bad, reason)) => {
                let unread = UnreadStudent {
                    source_id: (!id.is_empty()).then(|| id.to_owned()),
                    school,
                    ..UnreadStudent::default()
                };
                gathering.leave_out_student(self.line, bad, reason, unread);
            }
        }
    }

    fn read<'a>(
        &'a self,
        id: &'a str,
        school: Option<School>,
        dates: SlashOrder,
        identifiers: &Identifiers,
        gathering: &mut Gathering,
    ) -> Result<StudentDetails, ((Field, &'a str), Reason)> {
        let [_, at, family, given, number, state_id, status, sex, date] =
            self.cells.each_ref().map(String::as_str);
        for bad in [
            (Field::SourceId, id),
            (Field::LastNames, family),
            (Field::FirstNames, given),
        ] {
            cells::check_characters(bad.1).map_err(|reason| (bad, reason))?;
            if fold(bad.1).is_empty() {
                return Err((bad, Reason::Missing));
            }
        }
        let file = STUDENT.file.into();
        if school.is_none() && !at.is_empty() {
            let bad = (Field::School, at);
            gathering.leave_out(
                &file,
                self.line,
                bad,
                Reason::ReferenceToNobody,
                LeftOut::Value,
            );
        }
        let named = [("Student Number", number), ("State ID", state_id)];
        let numbers = identifiers.pick((STUDENT.file, self.line), &named, gathering)?;
        let birth_date = cells::check_characters(date).and_then(|()| dates.read(date));
        let birth_date = gathering.value(&file, self.line, (Field::BirthDate, date), birth_date);
        let said = gathering.value(&file, self.line, (Field::Sex, sex), words::sex(sex));
        let bad = (Field::Status, status);
        let active = gathering.value(&file, self.line, bad, words::active(status));
        Ok(StudentDetails {
            last_names: clean(family),
            first_names: clean(given),
            birth_date,
            sex: said,
            fiche: numbers.fiche,
            permanent_code: numbers.permanent_code,
            school,
            group: None,
            active: active.unwrap_or(true),
        })
    }
}

/// The adults, and whose they are. Users whom no relationship names are not copied.
fn guardians(
    files: &[SourceFile],
    limits: &Limits,
    gathering: &mut Gathering,
    tolerated: &mut Tolerated,
    students: &HashSet<&str>,
) -> Result<(), RosterError> {
    let mut rows = Vec::new();
    let mut addresses = HashSet::new();
    GUARDIAN_RELATIONSHIP.read(files, limits, gathering, tolerated, |line, cells, _, _| {
        let [student, email, role] = cells;
        addresses.insert(email.to_lowercase());
        rows.push((
            line,
            student.to_owned(),
            email.to_lowercase(),
            role.to_owned(),
        ));
    })?;
    let mut adults = Adults::default();
    let mut known = PassedOver::default();
    USER.read(files, limits, gathering, tolerated, |line, cells, to, _| {
        let [email, given, family, phone, id] = cells;
        let key = email.to_lowercase();
        known.add(&key);
        if addresses.contains(&key) {
            let row = AdultRow {
                file: USER.file,
                line,
                key: &key,
                source_id: id,
                last_names: family,
                first_names: given,
                email,
                phones: [phone, ""],
            };
            adults.add(&row, to);
        }
    })?;
    let file = GUARDIAN_RELATIONSHIP.file.into();
    for (line, student, email, role) in &rows {
        let nobody = |field, cell| ((field, cell), Reason::ReferenceToNobody, LeftOut::Line);
        let (bad, reason, left_out) = if !students.contains(student.as_str()) {
            nobody(Field::SourceId, student.as_str())
        } else if !known.has(email) {
            nobody(Field::GuardianEmail, email.as_str())
        } else if is_no_guardian(role) {
            (
                (Field::Relationship, role.as_str()),
                Reason::NotAGuardian,
                LeftOut::Guardian,
            )
        } else {
            let bad = (Field::Relationship, role.as_str());
            let said = gathering.value(&file, *line, bad, words::relationship(role));
            let tie = Tie {
                relationship: said.unwrap_or(Relationship::Unknown),
                priority: None,
                access: Access::Unknown,
            };
            let student = gathering.student_with_source_id(student);
            if let (Some(student), Some(adult)) = (student, adults.get(email)) {
                gathering.add_guardian(student, adult.clone(), tie);
            }
            continue;
        };
        gathering.leave_out(&file, *line, bad, reason, left_out);
    }
    Ok(())
}
