//! A day at the desk (domain.md §13): what is amiss before the first family, a notice, a visit with its slip, one that
//! stops, the desk locked, what was done taken back, and the day closed.

use std::time::Duration;

use anyhow::Result;

use super::Walk;
use super::counter;
use super::set_up::{ADMINISTRATOR, PASSWORD, set_up};
use crate::drive::{Stage, Window, text, with};

pub(super) const WALK: Walk = Walk {
    road: "day",
    parent_languages: &["fr-CA"],
    most: None,
    go,
};

const OLIVIA: &str = "Tremblay, Olivia";
const MOTHER: &str = "Tremblay, Marie";
const PIN: &str = "2580";

fn go(stage: &mut Stage<'_>) -> Result<()> {
    let desk = stage.open()?;
    set_up(stage, &desk)?;
    let registry = stage.bring("registre.csv", counter::registry())?;
    counter::import(&desk, &registry)?;
    is_the_desk_ready(&desk)?;
    a_notice(stage, &desk)?;
    a_visit_in_person(stage, &desk)?;
    locked(stage, &desk)?;
    a_visit_that_stops(&desk)?;
    taken_back(&desk)?;
    closed(&desk)
}

/// All reasons at once, where the search is; and every check in a room of its own.
fn is_the_desk_ready(desk: &Window) -> Result<()> {
    desk.press("desk-room-registry")?;
    desk.see("ready-backup-never")?;
    desk.screen("amiss")?;
    desk.press("ready-all")?;
    desk.press("ready-check-again")?;
    desk.see("ready-mail-good")?;
    desk.see("ready-clock-good")?;
    desk.screen("ready")?;
    desk.press("desk-room-registry")?;
    desk.press("ready-seen")?;
    desk.dont_see("ready-backup-never")
}

/// The go-live message, as it is, on the welcome screen; and away again.
fn a_notice(stage: &Stage<'_>, desk: &Window) -> Result<()> {
    desk.press("desk-room-notices")?;
    desk.press("notices-new")?;
    desk.fill("notices-first-day", "2020-01-01")?;
    desk.fill("notices-last-day", "2099-12-31")?;
    desk.press("notices-template")?;
    desk.screen("notice")?;
    desk.press("notices-save")?;
    desk.see("notices-edit")?;
    desk.screen("notices")?;
    let parent = stage.parent()?;
    parent.see(text("Un nouveau portail arrive"))?;
    parent.screen("notice")?;
    desk.press("notices-remove")?;
    desk.see("notices-none")?;
    parent.dont_see(text("Un nouveau portail arrive"))
}

fn a_visit_in_person(stage: &Stage<'_>, desk: &Window) -> Result<()> {
    counter::open_file(desk, "tremblay oli", OLIVIA)?;
    desk.within(text(MOTHER))?.press("guardian-start-visit")?;
    let parent = stage.parent()?;
    counter::begin(&parent)?;
    desk.choose("visit-in-person-identity.label", "document-passport")?;
    desk.press("visit-accept-address")?;
    parent.see("parent-password")?;
    counter::choose_password(&parent)?;
    counter::confirm_tied(desk, &[OLIVIA])?;
    parent.press("parent-children-done")?;
    parent.see("parent-summary")?;
    desk.press("slip-open")?;
    desk.see("slip-what")?;
    desk.dont_see(text("copie"))?;
    desk.screen("slip")?;
    desk.press("ui-close")?;
    desk.press("slip-open")?;
    desk.see(text("copie"))?;
    desk.press("ui-close")
}

/// The secretary goes away for a moment: nothing of the family stays in sight, and the visit is there when she is back.
fn locked(stage: &Stage<'_>, desk: &Window) -> Result<()> {
    own_pin(desk)?;
    desk.press("lock-now")?;
    desk.see("locked-title")?;
    desk.dont_see(text("Olivia"))?;
    desk.screen("locked")?;
    let parent = stage.parent()?;
    parent.see("parent-locked")?;
    parent.dont_see(text("Olivia"))?;
    parent.screen("locked")?;
    take_back_with(desk, "2581")?;
    desk.see("error-wrong-pin")?;
    desk.screen("wrong-pin")?;
    take_back_with(desk, PIN)?;
    desk.see("registry-title")?;
    stage.parent()?.see("parent-summary")?;
    desk.press("desk-room-visit")?;
    desk.press("visit-close")
}

/// Set at one's own name, with one's own password.
fn own_pin(desk: &Window) -> Result<()> {
    desk.press("pin-open")?;
    desk.fill("pin-new.label", PIN)?;
    desk.fill("pin-password", PASSWORD)?;
    desk.screen("own-pin")?;
    desk.press("pin-set")?;
    desk.patiently(Duration::from_secs(30)).dont_see("pin-what")
}

fn take_back_with(desk: &Window, typed: &str) -> Result<()> {
    let field = with("handed-over-password", &[("user", ADMINISTRATOR)]);
    desk.fill(field, typed)?;
    desk.press("locked-open")
}

fn a_visit_that_stops(desk: &Window) -> Result<()> {
    counter::open_file(desk, "tremblay oli", OLIVIA)?;
    desk.within(text(MOTHER))?.press("guardian-start-visit")?;
    desk.press("visit-end")?;
    desk.choose("visit-end-cause", "end-cause-information-missing")?;
    desk.press("visit-end-do")?;
    desk.press("visit-close")
}

/// It was not the right child: the tie is undone, with its reason, and the file tells it.
fn taken_back(desk: &Window) -> Result<()> {
    counter::open_file(desk, "tremblay oli", OLIVIA)?;
    desk.within(text(MOTHER))?.press("taking-back-open")?;
    desk.choose("taking-back-reason", "taking-back-reason-wrong-child")?;
    desk.screen("taking-back")?;
    desk.press("taking-back-do")?;
    desk.see("act-confirmation-taken-back")?;
    desk.screen("taken-back")
}

/// Nothing is left over unseen.
fn closed(desk: &Window) -> Result<()> {
    desk.press("desk-room-day")?;
    desk.see("end-cause-information-missing")?;
    desk.see(text("marie.tremblay@example.org"))?;
    desk.screen("day")?;
    desk.press("day-call-not-reached")?;
    desk.see("call-outcome-not-reached")?;
    desk.press("day-close-do")?;
    desk.see("day-close-again")?;
    desk.screen("day-closed")
}
