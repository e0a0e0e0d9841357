//! One whole visit by keyboard alone, in both windows: nothing is clicked once the desk is set up, the focus is seen at
//! every stop, and no screen holds it.

use anyhow::{Result, ensure};

use super::Walk;
use super::counter::{self, PARENT_ADDRESS, PARENT_PASSWORD};
use super::set_up::{ADMINISTRATOR, PASSWORD, set_up};
use crate::drive::{Key, Stage, Window, text};

pub(super) const WALK: Walk = Walk {
    road: "by-keyboard",
    parent_languages: &["fr-CA"],
    most: None,
    go,
};

fn go(stage: &mut Stage<'_>) -> Result<()> {
    let desk = stage.open()?;
    set_up(stage, &desk)?;
    let registry = stage.bring("registre.csv", counter::registry())?;
    counter::import(&desk, &registry)?;

    let desk = stage.open()?;
    sign_in(&desk)?;
    stage.visit_begins();
    start(&desk)?;
    let parent = account(stage, &desk)?;
    claim(&parent)?;
    confirm(&desk)?;
    end(stage, &desk, &parent)
}

fn sign_in(desk: &Window) -> Result<()> {
    desk.see("sign-in-title")?;
    // The first field has the focus already.
    desk.type_here(ADMINISTRATOR)?;
    desk.type_in("sign-in-password", PASSWORD)?;
    desk.key(Key::Enter)?;
    desk.patiently(std::time::Duration::from_secs(30))
        .see("desk-sign-out")?;
    desk.see("registry-search.label")?;
    let stops = desk.tab_round()?;
    for stop in ["desk-room-visit", "registry-search.label", "desk-sign-out"] {
        let stop = desk.words(stop)?;
        ensure!(stops.contains(&stop), "Tab passes by “{stop}”: {stops:?}");
    }
    Ok(())
}

/// The key `/` leads to the search from anywhere, the arrows through what it finds, Enter into the file.
fn start(desk: &Window) -> Result<()> {
    desk.enter_on("desk-room-mail")?;
    desk.see("mail-title")?;
    desk.key(Key::F1)?;
    desk.see("keys-title")?;
    desk.screen("keys")?;
    desk.key(Key::Escape)?;
    desk.dont_see("keys-title")?;
    desk.key('/')?;
    desk.see("registry-title")?;
    desk.type_here("tremblay")?;
    desk.see(text("Tremblay, Olivia"))?;
    desk.see(text("Tremblay, Félix"))?;
    desk.key(Key::Down)?;
    desk.key(Key::Up)?;
    desk.key(Key::Enter)?;
    desk.see("student-guardians")?;
    desk.tab_to("student-back")?;
    desk.key(Key::Enter)?;
    desk.see("registry-search.label")?;
    desk.type_here("olivia")?;
    desk.see(text("Tremblay, Olivia"))?;
    desk.key(Key::Enter)?;
    desk.see("student-guardians")?;
    desk.enter_on("guardian-start-visit")?;
    desk.see("visit-step-language")
}

/// While the code is on its way the visit is set aside and taken up, each by a key: the parent's window is made anew.
fn account(stage: &mut Stage<'_>, desk: &Window) -> Result<Window> {
    let parent = stage.parent()?;
    parent.see("parent-welcome")?;
    parent.tab_round()?;
    parent.enter_on("parent-welcome.begin")?;
    parent.see("parent-address")?;
    parent.tab_round()?;
    parent.type_in("parent-address-field", PARENT_ADDRESS)?;
    parent.key(Key::Enter)?;
    parent.see("parent-code")?;
    desk.key(Key::F8)?;
    desk.see("aside-rail-title")?;
    desk.see("registry-search.label")?;
    desk.key(Key::F9)?;
    desk.see("visit-step-code")?;
    desk.key(Key::F2)?;
    desk.see("registry-title")?;
    desk.key(Key::F4)?;
    desk.see("visit-step-code")?;
    let parent = stage.parent()?;
    parent.see("parent-code")?;
    let code = stage.mail().wait_for_code(PARENT_ADDRESS, 0)?;
    parent.type_in("parent-code-field", &code)?;
    parent.enter_on("parent-code-enter")?;
    parent.see("parent-password")?;
    parent.type_in("parent-password-field", PARENT_PASSWORD)?;
    parent.type_in("parent-password-again", PARENT_PASSWORD)?;
    parent.see("parent-checklist-accepted")?;
    parent.enter_on("parent-password-choose")?;
    parent.see("parent-claim")?;
    Ok(parent)
}

/// The longest form: two groups of buttons, a list that is typed in, a date in parts, letters to press.
fn claim(parent: &Window) -> Result<()> {
    parent.tab_round()?;
    parent.arrow_to("parent-claim-never-enrolled", "parent-claim-yes")?;
    parent.see("parent-registration")?;
    parent.key(Key::Up)?;
    parent.dont_see("parent-registration")?;
    parent.type_in("parent-claim-last-names", "Tremblay")?;
    parent.type_in("parent-claim-first-names", "Olivia")?;
    parent.type_in("parent-claim-birth-date", "20150309")?;
    parent.type_in("parent-claim-number", "12345")?;
    parent.enter_on("parent-claim-send")?;
    parent.see("parent-children-done")?;
    // Questions over the page are left with Escape.
    parent.enter_on("parent-family")?;
    parent.see(text("Olivia"))?;
    parent.key(Key::Escape)?;
    parent.enter_on("parent-leave")?;
    parent.see("parent-leave.question")?;
    parent.key(Key::Escape)?;
    parent.dont_see("parent-leave.question")
}

fn confirm(desk: &Window) -> Result<()> {
    desk.see("claim-outcome-match")?;
    desk.tab_round()?;
    desk.arrow_to("visit-in-person-identity.label", "document-passport")?;
    desk.arrow_to(text("Tremblay, Félix"), "tie-birth-certificate")?;
    desk.enter_on("visit-confirm-children")?;
    desk.within(text("Tremblay, Félix"))?
        .see("method-in-person")
}

fn end(stage: &Stage<'_>, desk: &Window, parent: &Window) -> Result<()> {
    parent.see(text("Félix"))?;
    parent.enter_on("parent-children-done")?;
    parent.see("parent-summary")?;
    parent.tab_round()?;
    parent.enter_on("parent-leave")?;
    parent.see("parent-ended-done")?;
    stage.visit_ends();
    desk.enter_on("visit-close")?;
    desk.see("visit-none")
}
