//! The desk in English, both windows dark: the demo school, room by room, and a family in it whose code is read in the
//! mailbox that the program itself shows.

use std::time::Duration;

use anyhow::{Context, Result, ensure};

use super::Walk;
use super::counter;
use crate::drive::{Stage, Window, text, with};

pub(super) const WALK: Walk = Walk {
    road: "in-english-and-dark",
    parent_languages: &["fr-CA"],
    most: None,
    go,
};

/// `--paper` of the dark scheme, as a browser computes it.
const DARK_PAPER: &str = "rgb(18, 24, 28)";

fn go(stage: &mut Stage<'_>) -> Result<()> {
    stage.darken();
    let desk = stage.open()?;
    desk.see("first-title")?;
    desk.press(text("English"))?;
    let desk = desk.in_language("en-CA")?;
    desk.see("first-title")?;
    desk.screen("first-start")?;
    desk.press("first-demo-open")?;
    desk.patiently(Duration::from_secs(60))
        .see("registry-title")?;
    let parent = stage.parent()?;
    for window in [&desk, &parent] {
        let ground = window.ground()?;
        ensure!(ground == DARK_PAPER, "the window is not dark: {ground}");
    }
    parent.screen("welcome")?;
    let address = rooms(&desk)?;
    visit(&desk, &parent, &address)?;
    desk.press("desk-sign-out")?;
    desk.see("first-demo-again")?;
    desk.screen("demo-closed")
}

/// Every room but the visit's; gives the address of the adult with whom a visit was begun.
fn rooms(desk: &Window) -> Result<String> {
    for (room, title) in [
        ("desk-room-visit", "visit-none"),
        ("desk-room-mail", "mail-title"),
        ("desk-room-mailbox", "mailbox-empty"),
        ("desk-room-import", "import-title"),
        ("desk-room-staff", "staff-title"),
        ("desk-room-journal", "journal-title"),
        ("desk-room-settings", "settings-title"),
        ("desk-room-registry", "registry-title"),
    ] {
        desk.press(room)?;
        desk.see(title)?;
        desk.screen(room.trim_start_matches("desk-"))?;
    }
    desk.fill("registry-search.label", "xyzzy")?;
    desk.see(with("registry-none", &[("typed", "xyzzy")]))?;
    desk.screen("search-none")?;
    desk.fill("registry-search.label", "Abdelkader")?;
    desk.see(text("Abdelkader, Aya"))?;
    desk.screen("search")?;
    desk.press(text("Abdelkader, Aya"))?;
    desk.see("student-guardians")?;
    desk.screen("file")?;
    let words = desk.read()?;
    let address = words
        .split_whitespace()
        .find(|word| word.contains('@'))
        .context("nobody on the file has an address")?;
    desk.within(text(address))?.press("guardian-start-visit")?;
    Ok(address.to_owned())
}

fn visit(desk: &Window, parent: &Window, address: &str) -> Result<()> {
    counter::begin(parent)?;
    parent.screen("address")?;
    parent.fill("parent-address-field", address)?;
    parent.press("parent-address-send")?;
    parent.see("parent-code")?;
    parent.screen("code")?;
    desk.see("visit-address-is-on-file")?;
    desk.screen("visit")?;
    desk.press("desk-room-mailbox")?;
    desk.see("mailbox-to")?;
    desk.screen("mailbox")?;
    let mail = desk.read()?;
    let code = mail
        .lines()
        .map(|line| line.split_whitespace().collect::<String>())
        .find(|line| line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit()))
        .with_context(|| format!("no code is in the mailbox: {mail}"))?;
    parent.fill("parent-code-field", &code)?;
    parent.press("parent-code-enter")?;
    parent.see("parent-password")?;
    counter::choose_password(parent)?;
    parent.screen("claim")?;
    parent.press("parent-claim-send")?;
    parent.see("parent-missing")?;
    parent.screen("claim-missing")?;
    desk.press("visit-banner-go")?;
    counter::confirm_in_person(desk, &["Abdelkader, Aya"])?;
    parent.see(text("Aya"))?;
    parent.screen("children")?;
    parent.press("parent-children-done")?;
    parent.see("parent-summary")?;
    parent.screen("summary")?;
    desk.screen("summary")?;
    desk.press("visit-close")
}
