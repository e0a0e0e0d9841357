//! The child's own names and birth date (domain.md §6, §12): what a proposal says of them, and what an approved one writes.
//! Who decides is told where every correction is; what a file lacks is filled in by `complete.rs`.

use domain::{ProposalState, StaffId, StudentId};
use store::{Act, Entry, ProposedValues, StudentRow, Subject, Write};

use super::propose::{Said, invalid, names};
use super::write::ToWrite;
use crate::Desk;
use crate::contract::{Correction, Failure};
use crate::failure::Outcome;
use crate::house::Open;

impl Desk {
    /// What is said of the child beside the file; something has to differ, and the birth date has to go with the permanent
    /// code, which says one too.
    pub(super) async fn said_of_child(
        &self,
        open: &Open,
        student: StudentId,
        correction: &Correction,
    ) -> Outcome<Said> {
        let Correction::Student {
            last_names,
            first_names,
            birth_date,
        } = correction
        else {
            return Err(Failure::NothingToCorrect.into());
        };
        let row = open.store.student(student).await?;
        let row = row.ok_or(Failure::NotFound)?;
        let today = self.environment().now().date_naive();
        let date = birth_date.map(|date| domain::parse_birth_date(&date.to_string(), today));
        let date = date
            .transpose()
            .map_err(|_| invalid("birth_date"))?
            .or(row.birth_date);
        let by_code = row.permanent_code.as_ref().map(|code| code.birth_date());
        if date != row.birth_date && by_code.is_some() && by_code != date {
            return Err(invalid("birth_date_by_code").into());
        }
        let values = ProposedValues {
            last_names: Some(names("last_names", last_names)?),
            first_names: Some(names("first_names", first_names)?),
            birth_date: date,
            ..ProposedValues::default()
        };
        let was = on_file(&row);
        match values == was {
            true => Err(Failure::NothingToCorrect.into()),
            false => Ok(Said {
                guardian: None,
                values,
                was,
            }),
        }
    }

    /// Writes the child's file, in the transaction that was begun: the words that find the child follow, the source is
    /// differed from until it agrees, and a visit whose claim met the child goes on with the next claim.
    pub(super) async fn approve_child(
        &self,
        open: &Open,
        mut write: Write,
        correction: ToWrite,
        by: StaffId,
    ) -> Outcome<()> {
        let student = correction.student;
        let approved = ProposalState::Approved;
        if !write
            .decide_proposal(correction.proposal, by, approved, None, None)
            .await?
        {
            return Err(Failure::NotFound.into());
        }
        let before = open.store.student(student).await?;
        let before = before.ok_or(Failure::ProposalObsolete)?;
        let after = corrected(&before, correction.values);
        write.upsert_students(std::slice::from_ref(&after)).await?;
        self.keep_student(open, &mut write, &before, &after).await?;
        self.after_correction(&mut write, student, &[student])
            .await?;
        let entry = Entry::new(Act::CorrectionApproved, Subject::Student(student));
        write.commit(entry.with(correction.detail)).await?;
        self.claim_again(open, student).await;
        self.changed();
        Ok(())
    }
}

fn on_file(row: &StudentRow) -> ProposedValues {
    ProposedValues {
        last_names: Some(row.last_names.clone()),
        first_names: Some(row.first_names.clone()),
        birth_date: row.birth_date,
        ..ProposedValues::default()
    }
}

fn corrected(before: &StudentRow, values: ProposedValues) -> StudentRow {
    let mut row = before.clone();
    if let (Some(last), Some(first)) = (values.last_names, values.first_names) {
        (row.last_names, row.first_names) = (last, first);
    }
    row.birth_date = values.birth_date.or(row.birth_date);
    row
}
