//! A made-up registry as rows, put into the store of a desk without an import: what the search is measured on.

use std::collections::HashMap;

use chrono::NaiveDate;
use desk::Environment;
use desk::technician;
use domain::{
    Access, EmailAddress, FicheNumber, GuardianId, PermanentCode, Relationship, ServiceCentreCode,
    Sex, StudentId,
};
use store::{
    Act, Actor, Entered, Entry, GuardianRow, GuardianshipRow, Stamp, StudentRow, Subject, words_of,
};
use uuid::Uuid;

use crate::Outcome;
use crate::desk::CENTRE;

/// So many students a transaction.
const STUDENTS: usize = 20_000;

pub struct Family {
    pub student: StudentRow,
    /// Places in [`Town::adults`].
    pub adults: Vec<usize>,
}

/// Everybody in the registry.
pub struct Town {
    pub students: Vec<Family>,
    pub adults: Vec<GuardianRow>,
}

impl Town {
    pub fn make(students: usize, seed: u64) -> Outcome<Self> {
        let csv = String::from_utf8(technician::made_up_registry(students, seed))?;
        let mut town = Self {
            students: Vec::new(),
            adults: Vec::new(),
        };
        let mut known = HashMap::new();
        let mut last_fiche = "";
        for line in csv.lines().skip(1) {
            let cells: Vec<&str> = line.split(';').collect();
            let (Some([fiche, ..]), Some(adult)) = (cells.get(..10), cells.get(10..16)) else {
                return Err("the registry has other columns".into());
            };
            if *fiche != last_fiche {
                last_fiche = fiche;
                let student = student(&cells, town.students.len())?;
                town.students.push(Family {
                    student,
                    adults: Vec::new(),
                });
            }
            let adults = &mut town.adults;
            let at = *known.entry(adult.join(";")).or_insert_with(|| {
                adults.push(guardian(adult, adults.len()));
                adults.len() - 1
            });
            let family = town.students.last_mut().ok_or("a line without a student")?;
            family.adults.push(at);
        }
        Ok(town)
    }

    /// Writes everybody into the store, and closes it.
    pub async fn move_in(&self, entered: Entered) -> Outcome<()> {
        let Entered { store, staff, .. } = entered;
        let desk = store.desks().await?.first().ok_or("no desk")?.id;
        let staff = staff.ok_or("nobody entered")?;
        let mut written = 0;
        for families in self.students.chunks(STUDENTS) {
            let now = Environment::machine().now();
            let mut write = store
                .write_large(Stamp::new(now, Actor::Staff(staff), desk))
                .await?;
            let students: Vec<StudentRow> = families
                .iter()
                .map(|family| family.student.clone())
                .collect();
            write.upsert_students(&students).await?;
            let most = families
                .iter()
                .flat_map(|family| &family.adults)
                .max()
                .map_or(written, |at| at + 1);
            if most > written {
                write.upsert_guardians(&self.adults[written..most]).await?;
                written = most;
            }
            let ties = families.iter().flat_map(|family| {
                family.adults.iter().map(|at| GuardianshipRow {
                    student_id: family.student.id,
                    guardian_id: self.adults[*at].id,
                    relationship: Relationship::Mother,
                    priority: None,
                    access: Access::Allowed,
                })
            });
            write
                .upsert_guardianships(&ties.collect::<Vec<_>>())
                .await?;
            let words = families.iter().map(|family| {
                let adults: Vec<_> = family.adults.iter().map(|at| &self.adults[*at]).collect();
                (family.student.id, words_of(&family.student, &adults))
            });
            write.replace_words(&words.collect::<Vec<_>>()).await?;
            write
                .commit(Entry::new(Act::ImportApplied, Subject::None))
                .await?;
        }
        store.end_large().await?;
        store.close().await?;
        Ok(())
    }
}

fn student(cells: &[&str], number: usize) -> Outcome<StudentRow> {
    let [fiche, code, last, first, birth, sex, _, _, group, state, ..] = cells else {
        return Err("the registry has other columns".into());
    };
    let now = Environment::machine().now();
    Ok(StudentRow {
        id: StudentId(Uuid::from_u128(1 + number as u128)),
        service_centre: ServiceCentreCode::parse(CENTRE).ok_or("an unknown service centre")?,
        fiche: FicheNumber::parse(fiche).ok(),
        permanent_code: PermanentCode::parse(code).ok(),
        last_names: (*last).to_owned(),
        first_names: (*first).to_owned(),
        birth_date: birth.parse::<NaiveDate>().ok(),
        sex: Some(if *sex == "F" { Sex::Female } else { Sex::Male }),
        school_id: None,
        school_name: None,
        school_code: None,
        group_name: Some((*group).to_owned()),
        active: *state == "Actif",
        source: "csv".to_owned(),
        source_id: None,
        import_id: None,
        created_at: now,
        changed_at: now,
    })
}

/// From the cells: last names, first names, relationship, address, telephone, language.
fn guardian(cells: &[&str], number: usize) -> GuardianRow {
    let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
    let now = Environment::machine().now();
    GuardianRow {
        id: GuardianId(Uuid::from_u128((1 << 64) + number as u128)),
        last_names: cell(0).to_owned(),
        first_names: cell(1).to_owned(),
        email: EmailAddress::parse(cell(3)).ok(),
        phone: Some(cell(4).to_owned()),
        language: Some(cell(5).to_owned()),
        source: "csv".to_owned(),
        source_id: None,
        created_at: now,
        changed_at: now,
    }
}
