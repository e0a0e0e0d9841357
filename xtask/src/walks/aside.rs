//! Two families at once, each waiting for its code; then the program stops in the middle, and a screen is left alone.

use anyhow::Result;

use super::Walk;
use super::counter::{self, PARENT_ADDRESS};
use super::set_up::{ADMINISTRATOR, PASSWORD, set_up};
use crate::drive::{Key, Stage, Window, text};

pub(super) const WALK: Walk = Walk {
    road: "set-aside",
    parent_languages: &["fr-CA"],
    most: None,
    go,
};

const OTHER_ADDRESS: &str = "ana.garcia@example.org";

fn go(stage: &mut Stage<'_>) -> Result<()> {
    let desk = stage.open()?;
    set_up(stage, &desk)?;
    let registry = stage.bring("registre.csv", counter::registry())?;
    counter::import(&desk, &registry)?;
    desk.press("desk-room-registry")?;
    two_families(stage, &desk)?;
    the_program_stops(stage)?;
    nobody_is_there(stage)
}

/// The first waits for its code, the second is served meanwhile, and each takes its turn by one press.
fn two_families(stage: &mut Stage<'_>, desk: &Window) -> Result<()> {
    waits_for_code(stage, desk, "olivia", "Tremblay, Olivia", "Tremblay, Marie")?;
    desk.see(text("Le code reçu par courriel"))?;
    desk.screen("screen-of-the-parent")?;
    desk.press("visit-set-aside")?;
    desk.see("aside-rail-title")?;
    stage.parent()?.see("parent-welcome")?;
    waits_for_code(
        stage,
        desk,
        "maria",
        "De la Cruz García, María José",
        "García, Ana",
    )?;
    desk.screen("one-aside")?;

    desk.key(Key::F9)?;
    let parent = stage.parent()?;
    parent.see("parent-code")?;
    counter::enter_code(stage, &parent, PARENT_ADDRESS)?;
    counter::choose_password(&parent)?;
    counter::confirm_in_person(desk, &["Tremblay, Olivia"])?;
    parent.see(text("Olivia"))?;
    parent.press("parent-children-done")?;
    parent.see("parent-summary")?;
    parent.press("parent-leave")?;
    parent.see("parent-ended-done")?;
    desk.press("visit-close")?;
    desk.see("visit-none")?;
    desk.screen("aside")?;
    desk.press("aside-take-up")?;
    desk.see("visit-step-code")?;
    let parent = stage.parent()?;
    parent.see("parent-code")?;
    counter::enter_code(stage, &parent, OTHER_ADDRESS)
}

fn waits_for_code(
    stage: &Stage<'_>,
    desk: &Window,
    query: &str,
    child: &str,
    adult: &str,
) -> Result<()> {
    counter::find_file(desk, query, child)?;
    desk.within(text(adult))?.press("guardian-start-visit")?;
    let parent = stage.parent()?;
    let address = match adult {
        "García, Ana" => OTHER_ADDRESS,
        _ => PARENT_ADDRESS,
    };
    counter::give_address(&parent, address)?;
    parent.see("parent-code")
}

/// The address was proven and no password chosen: there is no account, and the address is proven again.
fn the_program_stops(stage: &mut Stage<'_>) -> Result<()> {
    stage.close();
    let desk = stage.open()?;
    counter::sign_in(&desk, ADMINISTRATOR, PASSWORD)?;
    desk.see("interrupted-banner-what")?;
    desk.press("interrupted-banner-go")?;
    desk.see("interrupted-what")?;
    desk.screen("interrupted")?;
    desk.press("aside-take-up")?;
    desk.see("visit-step-address")?;
    desk.see(text("García, Ana"))?;
    let parent = stage.parent()?;
    parent.see("parent-address-given-before.what")?;
    parent.screen("given-before")?;
    parent.press("parent-address-take")?;
    parent.see("parent-code")
}

/// The screen asks, one press keeps it; left alone it is erased, and the secretary may go on with it.
fn nobody_is_there(stage: &Stage<'_>) -> Result<()> {
    let (desk, parent) = (stage.desk()?, stage.parent()?);
    stage.put_clock_ahead(9)?;
    parent.see("parent-still-here")?;
    parent.screen("still-here")?;
    parent.press("parent-still-here.yes")?;
    parent.dont_see("parent-still-here")?;
    stage.put_clock_ahead(18)?;
    parent.see("parent-still-here")?;
    stage.put_clock_ahead(20)?;
    stage.parent()?.see("parent-ended-timed-out")?;
    desk.see("visit-resume")?;
    desk.screen("timed-out")?;
    desk.press("visit-resume")?;
    desk.see("visit-step-address")?;
    stage.parent()?.see("parent-address-given-before.what")
}
