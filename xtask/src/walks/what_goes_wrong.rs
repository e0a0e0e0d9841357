//! What goes wrong at the counter, in one morning: an address on no file, a wrong code, a mail server that does not
//! answer, a parent's window that must not be able to do more, a restricted adult, a cancelled visit, the desk handed over.

use anyhow::{Result, ensure};
use serde_json::Value;

use super::Walk;
use super::counter;
use super::set_up::{ADMINISTRATOR, PASSWORD, set_up};
use crate::drive::{Stage, text, with};

pub(super) const WALK: Walk = Walk {
    road: "what-goes-wrong",
    parent_languages: &["fr-CA"],
    most: None,
    go,
};

fn go(stage: &mut Stage<'_>) -> Result<()> {
    let desk = stage.open()?;
    set_up(stage, &desk)?;
    let registry = stage.bring("registre.csv", counter::registry())?;
    a_file_that_is_no_table(stage)?;
    counter::import(&desk, &registry)?;
    restricted(stage)?;
    cancelled(stage)?;
    address_on_no_file(stage)?;
    wrong_code_and_a_deaf_server(stage)?;
    handed_over(stage)?;
    the_window_can_do_little(stage)
}

fn a_file_that_is_no_table(stage: &Stage<'_>) -> Result<()> {
    let desk = stage.desk()?;
    desk.press("desk-room-import")?;
    for (name, content, reason) in [
        ("vide.csv", &b""[..], "reason-empty"),
        (
            "image.csv",
            &b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"[..],
            "reason-not-a-table",
        ),
    ] {
        let file = stage.bring(name, content)?;
        desk.fill("import-path.label", &file.to_string_lossy())?;
        desk.press("import-preview")?;
        desk.see(reason)?;
    }
    desk.screen("import-refused")
}

fn restricted(stage: &mut Stage<'_>) -> Result<()> {
    let (desk, parent) = (stage.desk()?, stage.parent()?);
    counter::open_file(&desk, "tremblay oli", "Tremblay, Olivia")?;
    desk.see("access-restricted")?;
    desk.press("guardian-start-other")?;
    counter::give_address(&parent, "luc.cote@example.org")?;
    let code = stage.mail().wait_for("luc.cote@example.org", 0)?.code()?;
    parent.fill("parent-code-field", &code)?;
    parent.press("parent-code-enter")?;
    parent.see("parent-ended-halted")?;
    parent.dont_see(text("Olivia"))?;
    parent.screen("halted")?;
    desk.press("desk-room-visit")?;
    desk.see("diagnosis-restricted.what")?;
    desk.screen("halted")?;
    desk.press("visit-close")
}

/// The code of a visit that was cancelled is dead, and nothing half made stays.
fn cancelled(stage: &Stage<'_>) -> Result<()> {
    let (desk, parent) = (stage.desk()?, stage.parent()?);
    counter::give_address(&parent, "ana.garcia@example.org")?;
    parent.see("parent-code")?;
    desk.press("desk-room-visit")?;
    desk.press("visit-end")?;
    desk.choose("visit-end-cause", "end-cause-cancelled-by-staff")?;
    desk.press("visit-end-do")?;
    parent.see("parent-ended-cancelled-by-staff")?;
    desk.screen("cancelled")?;
    desk.press("visit-close")?;
    counter::open_file(&desk, "cruz", "De la Cruz García, María José")?;
    desk.see("standing-none")
}

fn address_on_no_file(stage: &Stage<'_>) -> Result<()> {
    let (desk, parent) = (stage.desk()?, stage.parent()?);
    counter::give_address(&parent, "quelquun@example.org")?;
    parent.see("parent-code")?;
    desk.press("desk-room-visit")?;
    desk.see("visit-address-not-on-file")?;
    desk.screen("not-on-file")?;
    parent.press("parent-code-other-address")?;
    parent.see("parent-address")
}

/// The mail waits in the outbox, the secretary sees why, and it leaves when the server answers.
fn wrong_code_and_a_deaf_server(stage: &mut Stage<'_>) -> Result<()> {
    let (desk, parent) = (stage.desk()?, stage.parent()?);
    stage.mail().stop();
    parent.fill("parent-address-field", counter::PARENT_ADDRESS)?;
    parent.press("parent-address-send")?;
    desk.see("diagnosis-code-refused")?;
    desk.see("trouble-unreachable")?;
    desk.screen("no-mail-server")?;
    stage.mail().start_again()?;
    desk.press("desk-room-mail")?;
    desk.press("mail-retry")?;
    desk.see("mail-state-done")?;
    desk.screen("mail-left")?;

    let code = stage.mail().wait_for(counter::PARENT_ADDRESS, 0)?.code()?;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    parent.fill("parent-code-field", wrong)?;
    parent.press("parent-code-enter")?;
    parent.see(with("parent-code-wrong", &[("tries", "4")]))?;
    parent.shut_from_inside()?;
    parent.see("parent-code")?;
    parent.screen("wrong-code")?;
    parent.fill("parent-code-field", &code)?;
    parent.press("parent-code-enter")?;
    parent.see("parent-password")
}

fn handed_over(stage: &Stage<'_>) -> Result<()> {
    let desk = stage.desk()?;
    desk.press("desk-room-visit")?;
    desk.press("visit-hand-over")?;
    desk.see("handed-over-title")?;
    desk.dont_see("desk-sign-out")?;
    desk.screen("handed-over")?;
    desk.fill(
        with("handed-over-password", &[("user", ADMINISTRATOR)]),
        PASSWORD,
    )?;
    desk.press("handed-over-take-back")?;
    desk.see("desk-sign-out")
}

/// Every command of the desk, called from the parent's page, is refused.
fn the_window_can_do_little(stage: &Stage<'_>) -> Result<()> {
    let parent = stage.parent()?;
    for command in desk_commands()? {
        let answer = parent.invoke(&command)?;
        ensure!(
            answer.contains("not allowed"),
            "the parent's window may call `{command}`: {answer}"
        );
    }
    Ok(())
}

/// What the capability file lets the desk's window call.
fn desk_commands() -> Result<Vec<String>> {
    let file: Value =
        serde_json::from_str(include_str!("../../../src-tauri/capabilities/desk.json"))?;
    let permissions = file["permissions"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str);
    let commands: Vec<_> = permissions
        .filter_map(|allowed| allowed.strip_prefix("allow-"))
        .map(|name| name.replace('-', "_"))
        .collect();
    ensure!(commands.len() > 30, "the list of commands is short");
    Ok(commands)
}
