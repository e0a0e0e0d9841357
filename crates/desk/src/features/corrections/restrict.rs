//! Restricting an adult who is not on a child's file, by name and address (domain.md §6): from then on they are, restricted.
//! An adult who is on the file is restricted by a proposal that is approved at once (`propose.rs`).

use std::ops::Not as _;

use domain::{Access, CorrectionKind, EmailAddress, Relationship, StudentId, name};
use store::{Act, Detail, Entry, ProposedValues, guardian_key};

use super::write::subject;
use crate::Desk;
use crate::contract::{Failure, Nothing, RestrictAdult};
use crate::failure::Outcome;
use crate::permission::Act as Permission;

impl Desk {
    /// # Errors
    /// `NothingToCorrect` when an adult of this name is on the file: that one is to be restricted.
    pub(crate) async fn restrict_adult(&self, request: RestrictAdult) -> Outcome<Nothing> {
        let open = self.staffed(Permission::Restrict).await?;
        let student = StudentId(request.student_id);
        open.store
            .student(student)
            .await?
            .ok_or(Failure::NotFound)?;
        let values = read(&request)?;
        let key = guardian_key(&request.last_names, &request.first_names);
        let on_file = open.store.guardians_of(student).await?;
        if on_file
            .iter()
            .any(|(row, _)| guardian_key(&row.last_names, &row.first_names) == key)
        {
            return Err(Failure::NothingToCorrect.into());
        }
        let (mut adult, mut tie) = self.new_adult(&open, student, &values).await?;
        adult.email = adult.email.or(values.email);
        tie.access = Access::Restricted;
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        write.upsert_guardians(std::slice::from_ref(&adult)).await?;
        write
            .upsert_guardianships(std::slice::from_ref(&tie))
            .await?;
        self.after_correction(&mut write, student, &[student])
            .await?;
        let detail =
            Detail::Correction(CorrectionKind::Restrict, None, Some(request.tie_document.0));
        let entry = Entry::new(Act::CorrectionApproved, subject(student, Some(adult.id)));
        write.commit(entry.with(detail)).await?;
        self.halt_visit_of(&open, student, &adult).await?;
        self.changed();
        Ok(())
    }
}

fn read(request: &RestrictAdult) -> Result<ProposedValues, Failure> {
    let invalid = |field: &str| Failure::Invalid {
        field: field.to_owned(),
    };
    let named = |field, typed: &str| {
        let typed = typed.trim();
        let is_name = name::fold(typed).is_empty().not();
        is_name
            .then(|| typed.to_owned())
            .ok_or_else(|| invalid(field))
    };
    let typed = request.email.as_deref().map(str::trim);
    let typed = typed.filter(|typed| !typed.is_empty());
    let email = typed.map(EmailAddress::parse).transpose();
    Ok(ProposedValues {
        last_names: Some(named("last_names", &request.last_names)?),
        first_names: Some(named("first_names", &request.first_names)?),
        email: email.map_err(|_| invalid("address"))?,
        phone: None,
        relationship: Some(Relationship::Unknown),
        birth_date: None,
    })
}
