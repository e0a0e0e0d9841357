//! A day at the desk (domain.md §13): what is amiss before the first family, a visit, and what was done in it taken back.

use anyhow::Result;

use super::Walk;
use super::counter;
use super::set_up::set_up;
use crate::drive::{Stage, Window, text};

pub(super) const WALK: Walk = Walk {
    road: "day",
    parent_languages: &["fr-CA"],
    most: None,
    go,
};

const OLIVIA: &str = "Tremblay, Olivia";
const MOTHER: &str = "Tremblay, Marie";

fn go(stage: &mut Stage<'_>) -> Result<()> {
    let desk = stage.open()?;
    set_up(stage, &desk)?;
    let registry = stage.bring("registre.csv", counter::registry())?;
    counter::import(&desk, &registry)?;
    is_the_desk_ready(&desk)?;
    a_visit_in_person(stage, &desk)?;
    taken_back(&desk)
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

fn a_visit_in_person(stage: &Stage<'_>, desk: &Window) -> Result<()> {
    counter::find_file(desk, "tremblay oli", OLIVIA)?;
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
