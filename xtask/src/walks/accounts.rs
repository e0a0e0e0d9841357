//! An account from before: its children confirmed once, then the account changed by its adult; a password forgotten and
//! chosen anew in person; a second account of the same adult, closed and opened again.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

use super::Walk;
use super::counter::{self, OLIVIA, PARENT_ADDRESS};
use super::set_up::{ADMINISTRATOR, PASSWORD, set_up};
use crate::drive::{Key, Stage, Window, text};
use crate::house::House;

pub(super) const WALK: Walk = Walk {
    road: "accounts",
    parent_languages: &["fr-CA", "ar"],
    most: None,
    go,
};

/// Of [`BEFORE`], as another program wrote it.
const HASH: &str = "$argon2id$v=19$m=8192,t=1,p=1$c2VsIGRlcyBlcmFibGVzIQ$aQ+dsCBqLljh5WsJLBxCg0fGrLDCDM9siUwFvkvIQ40";
const BEFORE: &str = "Ardoise#42";
const CHANGED: &str = "Craie?1848";
const NEW_ADDRESS: &str = "marie@nouvelle.example.org";

fn go(stage: &mut Stage<'_>) -> Result<()> {
    let desk = stage.open()?;
    set_up(stage, &desk)?;
    let registry = stage.bring("registre.csv", counter::registry())?;
    counter::import(&desk, &registry)?;
    desk.press("desk-room-settings")?;
    desk.fill("settings-go-live.label", "2026-08-24")?;
    desk.within("settings-go-live.label")?
        .press("settings-save")?;
    desk.see("settings-saved")?;
    desk.screen("go-live")?;
    bring_accounts(stage)?;
    let desk = stage.open()?;
    counter::sign_in(&desk, ADMINISTRATOR, PASSWORD)?;
    gate(stage)?;
    own_account(stage)?;
    forgotten_in_person(stage)?;
    two_accounts(stage)
}

/// The technician brings Marie's account and her two children, while Guichet is closed.
fn bring_accounts(stage: &mut Stage<'_>) -> Result<()> {
    stage.close();
    let list = format!("courriel;empreinte;fiches\n{PARENT_ADDRESS};{HASH};12345 23456\n");
    let list = stage.bring("comptes.csv", list)?;
    let program = House::find()?.program("guichet-admin");
    let end = Instant::now() + Duration::from_secs(20);
    loop {
        let ran = Command::new(&program)
            .arg("--json")
            .arg("--data")
            .arg(stage.data())
            .arg("import-accounts")
            .arg(&list)
            .env("GUICHET_PASSWORD", PASSWORD)
            .output()?;
        let said = String::from_utf8_lossy(&ran.stdout).into_owned();
        if said.contains("\"applied\":true") {
            return Ok(());
        }
        // The window that was closed lets go of its data a moment later.
        let refused = String::from_utf8_lossy(&ran.stderr).into_owned();
        let is_waiting = refused.contains("already_open") && Instant::now() < end;
        ensure!(is_waiting, "{said}{refused}");
        std::thread::sleep(Duration::from_millis(200));
    }
}

fn sign_in(parent: &Window, address: &str, password: &str) -> Result<()> {
    counter::begin(parent)?;
    parent.press("parent-address-have-account")?;
    parent.see("parent-sign-in.lead")?;
    parent.fill("parent-address-field", address)?;
    parent.fill("parent-sign-in-password", password)?;
    parent.press("parent-sign-in-enter")
}

/// Nothing is shown until both children are confirmed: one by the parent, one by the secretary.
fn gate(stage: &mut Stage<'_>) -> Result<()> {
    let (desk, parent) = (stage.desk()?, stage.parent()?);
    sign_in(&parent, PARENT_ADDRESS, BEFORE)?;
    parent.see("parent-gate-since")?;
    parent.dont_see(text("Félix"))?;
    parent.screen("gate")?;
    desk.press("desk-room-visit")?;
    desk.see("visit-gate-what")?;
    desk.screen("gate")?;
    counter::state_claim(&parent, &OLIVIA)?;
    parent.see(text("Olivia"))?;
    parent.dont_see("parent-children-done")?;
    parent.screen("gate-one-left")?;
    counter::confirm_in_person(&desk, &["Tremblay, Félix"])?;
    parent.see("parent-children-done")?;
    parent.see(text("Félix"))?;
    parent.screen("children")
}

/// Address, password and language of the account, and a child's record.
fn own_account(stage: &mut Stage<'_>) -> Result<()> {
    let parent = stage.parent()?;
    parent.press("parent-account")?;
    parent.see("parent-account.lead")?;
    parent.screen("account")?;
    parent.press("parent-account-change-address")?;
    parent.fill("parent-new-address-field", NEW_ADDRESS)?;
    parent.screen("new-address")?;
    parent.press("parent-address-send")?;
    parent.see("parent-new-address-code")?;
    stage.desk()?.see("visit-new-address")?;
    stage.desk()?.screen("new-address")?;
    let code = stage.mail().wait_for_code(NEW_ADDRESS, 0)?;
    parent.screen("new-address-code")?;
    parent.fill("parent-code-field", &code)?;
    parent.press("parent-code-enter")?;
    parent.see("parent-account-address-changed")?;
    parent.see(text(NEW_ADDRESS))?;
    parent.screen("address-changed")?;

    parent.press("parent-account-change-password")?;
    parent.fill("parent-current-password", BEFORE)?;
    parent.fill("parent-new-password", CHANGED)?;
    parent.fill("parent-password-again", CHANGED)?;
    parent.see("parent-checklist-accepted")?;
    parent.screen("change-password")?;
    parent.press("parent-password-choose")?;
    parent.see("parent-account-password-changed")?;

    parent.press("parent-family")?;
    parent.within(text("Olivia"))?.press("parent-child-open")?;
    parent.see("parent-child-year")?;
    parent.see(text("TREO••••••••"))?;
    parent.screen("own-child")?;
    parent.press_key(Key::Escape)?;
    parent.press("parent-account-back")?;
    parent.see("parent-children-done")?;
    done(stage)
}

/// The password is forgotten: the secretary sees a document, and the parent chooses another.
fn forgotten_in_person(stage: &mut Stage<'_>) -> Result<()> {
    let (desk, parent) = (stage.desk()?, stage.parent()?);
    start_for_marie(&desk)?;
    counter::begin(&parent)?;
    desk.press("accounts-recover")?;
    desk.within("accounts-recover-title")?
        .choose("visit-in-person-identity.label", "document-passport")?;
    desk.screen("recover")?;
    desk.press("accounts-recover-do")?;
    parent.see("parent-password-anew")?;
    choose(&parent)?;
    parent.see("parent-children-done")?;
    done(stage)
}

/// The address on file is free again: a second account, beside the first, which is closed and opened again.
fn two_accounts(stage: &mut Stage<'_>) -> Result<()> {
    let (desk, parent) = (stage.desk()?, stage.parent()?);
    start_for_marie(&desk)?;
    counter::give_address(&parent, PARENT_ADDRESS)?;
    let code = stage.mail().wait_for_code(PARENT_ADDRESS, 0)?;
    parent.fill("parent-code-field", &code)?;
    parent.press("parent-code-enter")?;
    parent.see("parent-password")?;
    choose(&parent)?;
    parent.see("parent-claim")?;
    desk.see("accounts-two")?;
    desk.screen("two-accounts")?;
    desk.within(text(NEW_ADDRESS))?.press("accounts-close")?;
    desk.within("accounts-close-title")?
        .choose("visit-in-person-identity.label", "document-passport")?;
    desk.screen("close-account")?;
    desk.press("accounts-close-do")?;
    desk.dont_see("accounts-two")?;
    parent.press("parent-children-none")?;
    parent.see("parent-summary-no-child")?;
    parent.press("parent-leave")?;
    desk.press("visit-close")?;

    counter::open_file(&desk, "felix", "Tremblay, Félix")?;
    desk.see("accounts-reopen")?;
    desk.screen("closed-account")?;
    desk.press("accounts-reopen")?;
    desk.dont_see("accounts-reopen")
}

fn start_for_marie(desk: &Window) -> Result<()> {
    counter::open_file(desk, "felix", "Tremblay, Félix")?;
    desk.within(text("Tremblay, Marie"))?
        .press("guardian-start-visit")?;
    desk.see("visit-step-language")
}

fn choose(parent: &Window) -> Result<()> {
    parent.fill("parent-password-field", counter::PARENT_PASSWORD)?;
    parent.fill("parent-password-again", counter::PARENT_PASSWORD)?;
    parent.see("parent-checklist-accepted")?;
    parent.press("parent-password-choose")
}

fn done(stage: &mut Stage<'_>) -> Result<()> {
    let (desk, parent) = (stage.desk()?, stage.parent()?);
    parent.press("parent-children-done")?;
    parent.see("parent-summary")?;
    parent.press("parent-leave")?;
    parent.see("parent-ended-done")?;
    desk.press("visit-close")
}
