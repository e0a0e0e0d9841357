//! The demo school: opened with one press, a child found, a code read in the mailbox that the program itself shows, and
//! the two doors again.

use anyhow::Result;

use super::Walk;
use super::counter;
use crate::drive::{Stage, text};

pub(super) const WALK: Walk = Walk {
    road: "demo",
    parent_languages: &["fr-CA"],
    most: None,
    go,
};

fn go(stage: &mut Stage<'_>) -> Result<()> {
    let desk = stage.open()?;
    desk.press("first-demo-open")?;
    desk.patiently(std::time::Duration::from_secs(60))
        .see("desk-demo")?;
    desk.see("registry-title")?;
    desk.screen("registry")?;
    desk.fill("registry-search.label", "a")?;
    desk.see(text("Abdelkader, Aya"))?;
    let parent = stage.parent()?;
    parent.see("parent-demo")?;
    // On no file: the answer is the same, and nothing arrives.
    counter::give_address(&parent, "quelquun@example.org")?;
    parent.see("parent-code")?;
    desk.press("desk-room-mailbox")?;
    desk.see("mailbox-empty")?;
    desk.see("mailbox-demo")?;
    desk.screen("mailbox")?;
    desk.press("desk-demo-leave")?;
    desk.see("first-title")?;
    desk.see("first-demo-again")?;
    desk.dont_see(text("quelquun@example.org"))
}
