//! The gate before an account from before: each of its children is confirmed once, and nothing is shown until then
//! (domain.md §1.4). Confirming itself is in `claim` and `in_person`.

use domain::AccountId;
use store::{Act, Entry, Subject, Write};

use crate::Desk;
use crate::contract::{Gate, ParentChild};
use crate::failure::Outcome;
use crate::features::import::number;
use crate::house::Open;

impl Desk {
    /// What still stands before the children of an account; none when they may be shown.
    pub(crate) async fn gate(&self, open: &Open, account: AccountId) -> Outcome<Option<Gate>> {
        let left = open.store.children_to_confirm(account).await?.len();
        if left == 0 {
            return Ok(None);
        }
        let since = self.school_settings(open).await?.go_live;
        let left = number(left);
        Ok(Some(Gate { left, since }))
    }

    /// The children of an account that its adult may see: none while the gate is closed.
    pub(crate) async fn children_shown(
        &self,
        open: &Open,
        account: AccountId,
    ) -> Outcome<(Vec<ParentChild>, Option<Gate>)> {
        let gate = self.gate(open, account).await?;
        let children = match gate {
            Some(_) => Vec::new(),
            None => open.store.children_of(account).await?,
        };
        let shown = children.iter().map(|(student, _)| student.into());
        Ok((shown.collect(), gate))
    }
}

/// Opens the gate with the confirmation that was the last one wanted, in its transaction.
pub(super) async fn open_gate(write: &mut Write, account: AccountId) -> store::Result<()> {
    if write.open_gate(account).await? {
        write.note(Entry::new(Act::GateOpened, Subject::Account(account)));
    }
    Ok(())
}
