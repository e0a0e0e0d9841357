//! One child's record, for the adult of the account (domain.md §1.5): name, school, group, school year; the numbers masked,
//! and in clear while they are held. Both are entries in the journal (domain.md §15).

use domain::{FicheNumber, SchoolYear};
use store::{Act, Entry, StudentRow, Subject};

use super::under_way;
use crate::Desk;
use crate::contract::{Failure, OwnChild, OwnChildAt, StudentNumbers};
use crate::failure::Outcome;
use crate::view::masked_code;

impl Desk {
    pub(crate) async fn view_own_child(&self, request: OwnChildAt) -> Outcome<OwnChild> {
        let child = self.own_child(request, Act::StudentOpened).await?;
        let today = self.environment().now().date_naive();
        Ok(OwnChild {
            fiche: child.fiche.map(FicheNumber::masked),
            permanent_code: masked_code(&child),
            last_names: child.last_names,
            first_names: child.first_names,
            school: child.school_name,
            group: child.group_name,
            school_year: SchoolYear::of(today).to_string(),
        })
    }

    /// The numbers in clear, for as long as they are held on the screen.
    pub(crate) async fn reveal_own_numbers(&self, request: OwnChildAt) -> Outcome<StudentNumbers> {
        let child = self.own_child(request, Act::CodeRevealed).await?;
        Ok(StudentNumbers {
            fiche: child.fiche.map(|fiche| fiche.to_string()),
            permanent_code: child.permanent_code.map(|code| code.as_str().to_owned()),
        })
    }

    /// A child of the account of this visit, by its place in the list that the parent sees.
    ///
    /// # Errors
    /// `AddressNotProven` while the account may not be looked into; `NotFound` when no child is at this place.
    async fn own_child(&self, request: OwnChildAt, act: Act) -> Outcome<StudentRow> {
        let open = self.open().await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        let account = visit.step.account().ok_or(Failure::OutOfStep)?;
        if !self.may_open_account(&open, account).await? {
            return Err(Failure::AddressNotProven.into());
        }
        let at = usize::try_from(request.place).unwrap_or(usize::MAX);
        let children = open.store.children_of(account).await?;
        let (child, _) = children.into_iter().nth(at).ok_or(Failure::NotFound)?;
        let write = open.store.write(self.stamp(&open, visit.actor())).await?;
        write
            .commit(Entry::new(
                act,
                Subject::AccountAndStudent(account, child.id),
            ))
            .await?;
        Ok(child)
    }
}
