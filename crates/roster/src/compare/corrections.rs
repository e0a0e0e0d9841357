//! Corrections made at the desk survive a source that does not know of them, until it agrees (domain.md §12).

use std::borrow::Cow;

use domain::{GuardianId, StudentId};

use super::{ExistingGuardian, ExistingStudent};
use crate::records::{GuardianDetails, StudentDetails, Tie};
use crate::report::Field;

/// What the source says of a field that was corrected at the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceValue {
    pub field: Field,
    pub value: Option<String>,
}

/// What was corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Corrected {
    Student(StudentId),
    Guardian(GuardianId),
    Guardianship(StudentId, GuardianId),
}

/// What the file says of a field that was corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectionTold {
    pub subject: Corrected,
    pub field: Field,
    pub source_value: String,
    /// The source says now what the desk says: the correction has done its work.
    pub agrees: bool,
}

/// Puts the desk's values into what the file says, and tells of each field that was corrected.
pub(super) fn correct_student(
    known: &ExistingStudent,
    said: &mut StudentDetails,
    told: &mut Vec<CorrectionTold>,
) {
    let subject = Corrected::Student(known.id);
    for SourceValue { field, .. } in &known.corrections {
        let (ours, theirs) = (of_student(&known.details, *field), of_student(said, *field));
        if !tell(subject, *field, ours.as_deref(), theirs, told) {
            continue;
        }
        let desk = known.details.clone();
        match field {
            Field::LastNames => said.last_names = desk.last_names,
            Field::FirstNames => said.first_names = desk.first_names,
            Field::BirthDate => said.birth_date = desk.birth_date,
            Field::Sex => said.sex = desk.sex,
            Field::Fiche => said.fiche = desk.fiche,
            Field::PermanentCode => said.permanent_code = desk.permanent_code,
            Field::Group => said.group = desk.group,
            _ => {}
        }
    }
}

/// The student as the source knows them, by whose names and birth date the file's mention is found.
pub(super) fn student_as_the_source_says(known: &ExistingStudent) -> Cow<'_, StudentDetails> {
    let mut details = Cow::Borrowed(&known.details);
    for SourceValue { field, value } in &known.corrections {
        let text = || value.clone().unwrap_or_default();
        match field {
            Field::LastNames => details.to_mut().last_names = text(),
            Field::FirstNames => details.to_mut().first_names = text(),
            Field::BirthDate => {
                let date = value.as_deref().and_then(|date| date.parse().ok());
                details.to_mut().birth_date = date;
            }
            _ => {}
        }
    }
    details
}

/// As [`correct_student`], for an adult.
pub(super) fn correct_guardian(
    known: &ExistingGuardian,
    said: &mut GuardianDetails,
    told: &mut Vec<CorrectionTold>,
) {
    let subject = Corrected::Guardian(known.id);
    for SourceValue { field, .. } in &known.corrections {
        let ours = of_guardian(&known.details, *field);
        if !tell(
            subject,
            *field,
            ours.as_deref(),
            of_guardian(said, *field),
            told,
        ) {
            continue;
        }
        let desk = known.details.clone();
        match field {
            Field::GuardianName => {
                (said.last_names, said.first_names) = (desk.last_names, desk.first_names);
            }
            Field::GuardianEmail => said.email = desk.email,
            Field::GuardianPhone => said.phone = desk.phone,
            Field::Language => said.language = desk.language,
            _ => {}
        }
    }
}

/// As [`correct_student`], for what ties an adult to a student. Access has a rule of its own: no import lowers it.
pub(super) fn correct_tie(
    student: StudentId,
    known: &ExistingGuardian,
    said: &mut Tie,
    told: &mut Vec<CorrectionTold>,
) {
    let subject = Corrected::Guardianship(student, known.id);
    for SourceValue { field, .. } in &known.corrections {
        match field {
            Field::Relationship => {
                let (ours, theirs) = (known.relationship, said.relationship);
                let words = (Some(ours.to_string()), Some(theirs.to_string()));
                if tell(subject, *field, words.0.as_deref(), words.1, told) {
                    said.relationship = ours;
                }
            }
            Field::Priority => {
                let words = |priority: Option<u8>| priority.map(|number| number.to_string());
                let (ours, theirs) = (words(known.priority), words(said.priority));
                if tell(subject, *field, ours.as_deref(), theirs, told) {
                    said.priority = known.priority;
                }
            }
            _ => {}
        }
    }
}

/// The adult as the source knows them, by which the file's mention is found.
pub(super) fn as_the_source_says(known: &ExistingGuardian) -> Option<GuardianDetails> {
    if known.corrections.is_empty() {
        return None;
    }
    let mut details = known.details.clone();
    for SourceValue { field, value } in &known.corrections {
        match field {
            Field::GuardianName => {
                let whole = value.clone().unwrap_or_default();
                let (last, first) = whole.split_once(", ").unwrap_or((&whole, ""));
                (details.last_names, details.first_names) = (last.to_owned(), first.to_owned());
            }
            Field::GuardianEmail => {
                details.email = value
                    .as_deref()
                    .and_then(|email| domain::EmailAddress::parse(email).ok());
            }
            Field::GuardianPhone => details.phone.clone_from(value),
            _ => {}
        }
    }
    Some(details)
}

/// Whether the desk's value is to stay; the source may also say nothing, or the same.
fn tell(
    subject: Corrected,
    field: Field,
    ours: Option<&str>,
    theirs: Option<String>,
    told: &mut Vec<CorrectionTold>,
) -> bool {
    let Some(source_value) = theirs else {
        return true;
    };
    let agrees = ours == Some(source_value.as_str());
    told.push(CorrectionTold {
        subject,
        field,
        source_value,
        agrees,
    });
    !agrees
}

fn of_student(details: &StudentDetails, field: Field) -> Option<String> {
    match field {
        Field::LastNames => Some(details.last_names.clone()),
        Field::FirstNames => Some(details.first_names.clone()),
        Field::BirthDate => details.birth_date.map(|date| date.to_string()),
        Field::Sex => details.sex.map(|sex| sex.to_string()),
        Field::Fiche => details.fiche.map(|fiche| fiche.to_string()),
        Field::PermanentCode => details
            .permanent_code
            .as_ref()
            .map(|code| code.as_str().to_owned()),
        Field::Group => details.group.clone(),
        _ => None,
    }
}

fn of_guardian(details: &GuardianDetails, field: Field) -> Option<String> {
    match field {
        Field::GuardianName => details
            .is_named()
            .then(|| format!("{}, {}", details.last_names, details.first_names)),
        Field::GuardianEmail => details
            .email
            .as_ref()
            .map(|email| email.as_str().to_owned()),
        Field::GuardianPhone => details.phone.clone(),
        Field::Language => details.language.clone(),
        _ => None,
    }
}
