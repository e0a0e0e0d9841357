//! The shortest visits with a code by mail, for one adult and two children: the secretary confirms both, or the parent
//! states both. They are measured from the search to the summary.

use anyhow::Result;

use super::Walk;
use super::counter::{self, OLIVIA, PARENT_ADDRESS};
use super::set_up::set_up;
use crate::drive::{Acts, Stage, text};

pub(super) const IN_PERSON: Walk = Walk {
    road: "email-in-person",
    parent_languages: &["fr-CA"],
    most: Some(Acts { acts: 16, typed: 5 }),
    go: confirmed_by_the_secretary,
};

pub(super) const CLAIMS: Walk = Walk {
    road: "email-claims",
    parent_languages: &["fr-CA"],
    most: Some(Acts {
        acts: 24,
        typed: 12,
    }),
    go: stated_by_the_parent,
};

fn confirmed_by_the_secretary(stage: &mut Stage<'_>) -> Result<()> {
    to_the_children(stage)?;
    let (desk, parent) = (stage.desk()?, stage.parent()?);
    counter::confirm_in_person(&desk, &["Tremblay, Olivia", "Tremblay, Félix"])?;
    parent.see(text("Félix"))?;
    end(stage)
}

fn stated_by_the_parent(stage: &mut Stage<'_>) -> Result<()> {
    to_the_children(stage)?;
    let parent = stage.parent()?;
    counter::state_claim(&parent, &OLIVIA)?;
    parent.see("parent-children-another")?;
    parent.press("parent-children-another")?;
    // Brothers and sisters often share their last names: those of the child who is confirmed stand there.
    parent.see("parent-claim")?;
    parent.fill("parent-claim-first-names", "Félix")?;
    parent.fill("parent-claim-birth-date", "2017-06-08")?;
    parent.fill("parent-claim-number", "23456")?;
    parent.screen("second-claim")?;
    parent.press("parent-claim-send")?;
    parent.see(text("Félix"))?;
    end(stage)
}

/// From the search to the new account.
fn to_the_children(stage: &mut Stage<'_>) -> Result<()> {
    let desk = stage.open()?;
    set_up(stage, &desk)?;
    let registry = stage.bring("registre.csv", counter::registry())?;
    counter::import(&desk, &registry)?;
    desk.press("desk-room-registry")?;
    stage.visit_begins();
    counter::find_file(&desk, "tremblay oli", "Tremblay, Olivia")?;
    desk.within(text("Tremblay, Marie"))?
        .press("guardian-start-visit")?;
    let parent = stage.parent()?;
    counter::give_address(&parent, PARENT_ADDRESS)?;
    counter::enter_code(stage, &parent, PARENT_ADDRESS)?;
    counter::choose_password(&parent)
}

fn end(stage: &Stage<'_>) -> Result<()> {
    let parent = stage.parent()?;
    parent.press("parent-children-done")?;
    parent.see("parent-summary")?;
    stage.visit_ends();
    Ok(())
}
