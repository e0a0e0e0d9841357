//! The keys of a desk: a backup made, the desk damaged and restored; the password forgotten and the recovery words
//! typed; a secretary who leaves and whose key opens nothing any more.

use std::fs;
use std::time::Duration;

use anyhow::Result;

use super::Walk;
use super::counter;
use super::set_up::{ADMINISTRATOR, PASSWORD, set_up};
use crate::drive::{Stage, Window, text, with};

pub(super) const WALK: Walk = Walk {
    road: "keys",
    parent_languages: &["fr-CA"],
    most: None,
    go,
};

const NEW_PASSWORD: &str = "quatre oies sur le fleuve";

fn go(stage: &mut Stage<'_>) -> Result<()> {
    let desk = stage.open()?;
    let words = set_up(stage, &desk)?;
    counter::add_secretary(&desk)?;
    let registry = stage.bring("registre.csv", counter::registry())?;
    counter::import(&desk, &registry)?;
    back_up(stage, &desk)?;
    damaged_and_restored(stage)?;
    password_forgotten(stage, &words)?;
    secretary_leaves(stage)
}

fn back_up(stage: &Stage<'_>, desk: &Window) -> Result<()> {
    desk.press("desk-room-settings")?;
    desk.fill(
        "backup-path.label",
        &stage.beside("guichet.sauvegarde").to_string_lossy(),
    )?;
    desk.press("backup-do")?;
    desk.see("backup-made")?;
    desk.screen("backup")
}

/// A disk that lost a page: the sign-in says so, and the backup takes its place.
fn damaged_and_restored(stage: &mut Stage<'_>) -> Result<()> {
    stage.close();
    let database = stage.data().join("guichet.db");
    // What was still to be brought into the file is lost with the page.
    fs::remove_file(stage.data().join("guichet.db-wal"))?;
    let mut bytes = fs::read(&database)?;
    for byte in bytes.iter_mut().skip(40).take(200) {
        *byte ^= 0xff;
    }
    fs::write(&database, bytes)?;
    let desk = stage.open()?;
    sign_in(&desk, ADMINISTRATOR, PASSWORD)?;
    desk.see("error-damaged")?;
    desk.screen("damaged")?;
    desk.press("first-restore")?;
    desk.fill(
        "restore-file.label",
        &stage.beside("guichet.sauvegarde").to_string_lossy(),
    )?;
    desk.fill("sign-in-user", ADMINISTRATOR)?;
    desk.fill("sign-in-password", PASSWORD)?;
    desk.screen("restore")?;
    desk.press("restore-do")?;
    long(&desk).see("registry-title")?;
    counter::open_file(&desk, "felix", "Tremblay, Félix")?;
    desk.press("desk-sign-out")
}

fn password_forgotten(stage: &Stage<'_>, words: &[String]) -> Result<()> {
    let desk = stage.desk()?;
    desk.press("sign-in-forgotten")?;
    desk.fill("recover-words.label", &words.join(" "))?;
    desk.fill("recover-user-name.label", ADMINISTRATOR)?;
    desk.fill("staff-password.label", NEW_PASSWORD)?;
    desk.screen("recover")?;
    desk.press("recover-do")?;
    long(&desk).see("registry-title")
}

fn secretary_leaves(stage: &Stage<'_>) -> Result<()> {
    let desk = stage.desk()?;
    desk.press("desk-room-staff")?;
    desk.within(text(counter::SECRETARY))?
        .press("staff-reset")?;
    desk.see(with("staff-reset-title", &[("user", counter::SECRETARY)]))?;
    desk.screen("reset")?;
    desk.press("desk-cancel")?;
    desk.within(text(counter::SECRETARY))?
        .press("staff-remove")?;
    desk.see(with("staff-remove-title", &[("user", counter::SECRETARY)]))?;
    desk.screen("remove")?;
    desk.press("staff-remove-do")?;
    long(&desk).dont_see(text(counter::SECRETARY))?;
    desk.press("desk-sign-out")?;
    sign_in(&desk, counter::SECRETARY, counter::SECRETARY_PASSWORD)?;
    desk.see("sign-in-wrong")?;
    desk.screen("no-longer")?;
    counter::sign_in(&desk, ADMINISTRATOR, NEW_PASSWORD)
}

fn sign_in(desk: &Window, user: &str, password: &str) -> Result<()> {
    desk.fill("sign-in-user", user)?;
    desk.fill("sign-in-password", password)?;
    desk.press("sign-in-do")
}

/// Argon2 takes its time.
fn long(desk: &Window) -> Window {
    desk.patiently(Duration::from_secs(30))
}
