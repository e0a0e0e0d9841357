//! Setting up a real desk: school, administrator, recovery words, mail server with a real test.
//! The other roads that need a real desk begin with [`set_up`].

use anyhow::{Context, Result, ensure};

use crate::drive::{Stage, Window, text, with};

pub(super) const ADMINISTRATOR: &str = "julie.gagnon";
pub(super) const PASSWORD: &str = "le grand héron bleu revient";

/// From the first start to an open desk that can send mail; gives the recovery words.
///
/// # Errors
/// When a screen is not as it should be.
pub(super) fn set_up(stage: &mut Stage<'_>, desk: &Window) -> Result<Vec<String>> {
    desk.press("first-real-open")?;
    desk.choose("setup-service-centre.label", text("CSS de Montréal"))?;
    desk.fill("setup-school-name.label", "École des Érables")?;
    desk.screen("set-up-school")?;
    desk.press("desk-next")?;
    desk.fill("staff-user-name.label", ADMINISTRATOR)?;
    desk.fill("staff-password.label", PASSWORD)?;
    desk.screen("set-up-administrator")?;
    desk.press("setup-make")?;
    desk.see("setup-words-once")?;
    let words = desk.items()?;
    ensure!(
        words.len() == 24,
        "there are {} recovery words",
        words.len()
    );
    desk.screen("set-up-words")?;
    desk.press("setup-words-copied")?;
    for place in [4, 12, 22] {
        let word = words.get(place - 1).context("a word of the list")?;
        desk.fill(
            with("setup-words-place", &[("place", &place.to_string())]),
            word,
        )?;
    }
    desk.press("setup-words-kept")?;
    set_mail(stage, desk)?;
    desk.press("setup-mail-done")?;
    desk.see("registry-title")?;
    Ok(words)
}

fn set_mail(stage: &mut Stage<'_>, desk: &Window) -> Result<()> {
    let mail = stage.mail();
    let (user, password) = mail.credentials();
    desk.fill("mail-host.label", mail.host())?;
    desk.fill("mail-port.label", &mail.port().to_string())?;
    desk.fill("mail-user.label", user)?;
    desk.fill("mail-password", password)?;
    desk.fill("mail-from-address.label", "secretariat@erables.example.org")?;
    desk.fill("mail-from-name.label", "École des Érables")?;
    desk.fill("mail-authority.label", &mail.authority().to_string_lossy())?;
    desk.screen("set-up-mail")?;
    desk.press("mail-save")?;
    desk.fill("mail-test-to.label", "technique@erables.example.org")?;
    desk.press("mail-test-do")?;
    desk.see("mail-test-sent")?;
    mail.wait_for("technique@erables.example.org", 0)?;
    Ok(())
}
