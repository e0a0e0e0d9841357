//! The whole job on a CSV: a desk set up, a secretary, a registry, an account with two children, and the parent who
//! comes back with the password.

use anyhow::{Result, ensure};

use super::Walk;
use super::counter::{self, Claim, OLIVIA};
use super::set_up::{ADMINISTRATOR, PASSWORD, set_up};
use crate::drive::{Key, Stage, text};

pub(super) const WALK: Walk = Walk {
    road: "whole-job",
    parent_languages: &["fr-CA", "ar"],
    most: None,
    go,
};

fn go(stage: &mut Stage<'_>) -> Result<()> {
    prepare(stage)?;
    let (desk, parent) = (stage.open()?, stage.parent()?);
    counter::sign_in(&desk, counter::SECRETARY, counter::SECRETARY_PASSWORD)?;
    let registry = stage.bring("registre.csv", counter::registry())?;
    counter::import(&desk, &registry)?;
    counter::open_file(&desk, "trem oli", "Tremblay, Olivia")?;
    desk.screen("file")?;

    stage.visit_begins();
    desk.within(text("Tremblay, Marie"))?
        .press("guardian-start-visit")?;
    desk.see("visit-step-language")?;
    parent.screen("welcome")?;
    counter::give_address(&parent, counter::PARENT_ADDRESS)?;
    parent.see("parent-code")?;
    parent.screen("code")?;
    desk.see("visit-address-is-on-file")?;
    desk.see("diagnosis-code-sent")?;
    desk.screen("visit-code")?;
    counter::enter_code(stage, &parent, counter::PARENT_ADDRESS)?;
    counter::choose_password(&parent)?;
    parent.screen("claim")?;

    mismatch(stage)?;
    // What was typed is still there: only the first name is mended.
    parent.fill("parent-claim-first-names", OLIVIA.first_names)?;
    parent.press("parent-claim-send")?;
    parent.see(text("Olivia"))?;
    parent.see("parent-children-done")?;
    parent.screen("children")?;
    desk.see("claim-outcome-match")?;
    counter::confirm_in_person(&desk, &["Tremblay, Félix"])?;
    parent.see(text("Félix"))?;
    desk.screen("visit-children")?;
    counter::shows_no_secret(&desk)?;

    parent.press("parent-children-done")?;
    parent.see("parent-summary")?;
    parent.screen("summary")?;
    desk.screen("visit-summary")?;
    stage.visit_ends();
    desk.press("visit-close")?;
    comes_back(stage)?;
    the_journal_tells(stage)
}

/// The desk is set up, tries its mail, and has a secretary.
fn prepare(stage: &mut Stage<'_>) -> Result<()> {
    let desk = stage.open()?;
    set_up(stage, &desk)?;
    desk.see("registry-empty")?;
    counter::add_secretary(&desk)?;
    desk.press("desk-sign-out")?;
    desk.see("sign-in-title")?;
    desk.screen("sign-in")
}

/// A short first name: the parent reads that it does not match, the secretary which field and why.
fn mismatch(stage: &mut Stage<'_>) -> Result<()> {
    let (desk, parent) = (stage.desk()?, stage.parent()?);
    counter::state_claim(
        &parent,
        &Claim {
            first_names: "Oli",
            ..OLIVIA
        },
    )?;
    parent.see("parent-claim-does-not-match")?;
    parent.screen("claim-does-not-match")?;
    parent.dont_see(text("Olivia"))?;
    desk.see("claim-outcome-mismatch")?;
    desk.see("verdict-shortened")?;
    desk.screen("visit-mismatch")
}

/// Another day: the parent's own visit at the same window, with the password.
fn comes_back(stage: &mut Stage<'_>) -> Result<()> {
    let parent = stage.parent()?;
    counter::begin(&parent)?;
    parent.press("parent-address-have-account")?;
    parent.see("parent-sign-in.lead")?;
    parent.fill("parent-address-field", counter::PARENT_ADDRESS)?;
    parent.fill("parent-sign-in-password", counter::PARENT_PASSWORD)?;
    parent.screen("sign-in")?;
    parent.press("parent-sign-in-enter")?;
    parent.see("parent-children")?;
    parent.press("parent-family")?;
    parent.see(text("Félix"))?;
    parent.screen("family")?;
    parent.press_key(Key::Escape)?;
    parent.press("parent-children-done")?;
    parent.see("parent-summary")?;
    parent.press("parent-leave")?;
    parent.see("parent-ended-done")?;
    parent.screen("ended")?;
    stage.desk()?.press("visit-close")
}

/// Who did what, without a name in the chain.
fn the_journal_tells(stage: &mut Stage<'_>) -> Result<()> {
    let desk = stage.desk()?;
    desk.press("desk-sign-out")?;
    counter::sign_in(&desk, ADMINISTRATOR, PASSWORD)?;
    desk.press("desk-room-journal")?;
    for act in [
        "act-account-created",
        "act-claim-matched",
        "act-claim-refused",
        "act-child-confirmed",
    ] {
        desk.see(act)?;
    }
    desk.screen("journal")?;
    ensure!(
        stage.data().join("guichet.db").exists(),
        "the database is elsewhere"
    );
    Ok(())
}
