//! What a parent stumbles over and gets up from: a claim that cannot be read, too many claims, a code that is dead or has
//! expired, a password that was forgotten, somebody who helps, and leaving half way.

use std::time::Duration;

use anyhow::Result;

use super::Walk;
use super::counter::{self, Claim, OLIVIA, PARENT_ADDRESS};
use super::set_up::set_up;
use crate::drive::{Key, Stage, text, with};

pub(super) const WALK: Walk = Walk {
    road: "stumbles",
    parent_languages: &["fr-CA"],
    most: None,
    go,
};

/// So many wrong claims in a quarter of an hour close the road for as long (domain.md §5).
const CLAIMS: usize = 5;

fn go(stage: &mut Stage<'_>) -> Result<()> {
    let desk = stage.open()?;
    set_up(stage, &desk)?;
    let registry = stage.bring("registre.csv", counter::registry())?;
    counter::import(&desk, &registry)?;
    desk.press("desk-room-visit")?;
    desk.see("visit-none")?;
    desk.screen("no-visit")?;

    let parent = stage.parent()?;
    counter::give_address(&parent, PARENT_ADDRESS)?;
    counter::enter_code(stage, &parent, PARENT_ADDRESS)?;
    parent.press("parent-password-choose")?;
    parent.see("parent-missing")?;
    parent.screen("password-missing")?;
    counter::choose_password(&parent)?;
    for_the_secretary(stage)?;
    unreadable_numbers(stage)?;
    too_many_claims(stage)?;
    claims_that_meet_another_file(stage)?;
    parent.press("parent-children-none")?;
    parent.see("parent-summary-no-child")?;
    parent.screen("summary-without-child")?;
    parent.press("parent-leave")?;
    parent.see("parent-ended-done")?;
    desk.press("visit-close")?;

    dead_code(stage)?;
    expired_code(stage)?;
    forgotten_password(stage)?;
    helped_and_gone(stage)
}

/// A child who was never enrolled: a place is asked for, and the secretary has it on her list. Adult education is
/// elsewhere, and the parent calls her.
fn for_the_secretary(stage: &Stage<'_>) -> Result<()> {
    let (desk, parent) = (stage.desk()?, stage.parent()?);
    parent.choose("parent-claim-never-enrolled", "parent-claim-yes")?;
    parent.press("parent-registration-send")?;
    parent.see("parent-missing")?;
    parent.screen("registration")?;
    parent.fill("parent-registration-last-names", "Tremblay")?;
    parent.fill("parent-registration-first-names", "Rose")?;
    parent.fill("parent-claim-birth-date", "2021-05-02")?;
    parent.fill("parent-registration-phone", "514 555-0188")?;
    parent.press("parent-registration-send")?;
    parent.see("parent-registration-done")?;
    parent.screen("registration-done")?;
    parent.choose("parent-claim-never-enrolled", "parent-claim-no")?;
    said_of_a_child(stage)?;
    parent.choose("parent-claim-adult", "parent-claim-yes")?;
    parent.see("parent-claim-adult-where")?;
    parent.screen("adult-education")?;
    parent.press("parent-help")?;
    parent.see("parent-help-called")?;
    parent.screen("help-called")?;
    desk.see("visit-needs-help")?;
    desk.screen("help-called")?;
    desk.press("visit-answer-help")?;
    desk.dont_see("visit-needs-help")?;
    parent.choose("parent-claim-adult", "parent-claim-no")
}

/// "I am not the legal guardian" ends kindly and closes nothing; both requests are called and closed.
fn said_of_a_child(stage: &Stage<'_>) -> Result<()> {
    let (desk, parent) = (stage.desk()?, stage.parent()?);
    parent.press("parent-about-nobody")?;
    parent.choose("parent-about-what", "parent-about-not-guardian")?;
    parent.screen("about-child")?;
    parent.press("parent-about.send")?;
    parent.see("parent-about-done")?;
    parent.screen("about-child-done")?;
    desk.press("desk-room-requests")?;
    desk.see(text("Tremblay, Rose"))?;
    desk.see("request-kind-not-guardian")?;
    desk.screen("requests")?;
    desk.press("request-put-called")?;
    desk.see("request-state-called")?;
    for _ in 0..2 {
        desk.press("request-put-closed")?;
    }
    desk.see("requests-empty")?;
    desk.press("mend-take-down-request")?;
    desk.screen("request-new")?;
    desk.press("desk-cancel")?;
    desk.press("desk-room-visit")
}

fn unreadable_numbers(stage: &Stage<'_>) -> Result<()> {
    let parent = stage.parent()?;
    parent.press("parent-claim-send")?;
    parent.see("parent-missing")?;
    parent.screen("claim-missing")?;
    counter::state_claim(
        &parent,
        &Claim {
            number: "TREO715315",
            ..OLIVIA
        },
    )?;
    parent.see("parent-claim-temporary-code")?;
    parent.screen("claim-temporary-code")?;
    for (number, answer) in [
        ("TREO7I531501", "parent-claim-look-alike"),
        ("TREO 12", "parent-claim-number-unreadable"),
    ] {
        parent.fill("parent-claim-number", number)?;
        parent.press("parent-claim-send")?;
        parent.see(answer)?;
        parent.screen(answer.trim_start_matches("parent-"))?;
    }
    Ok(())
}

/// Five wrong claims close the road for a quarter of an hour; ten on one child lock it until the secretary has looked.
fn too_many_claims(stage: &Stage<'_>) -> Result<()> {
    let (desk, parent) = (stage.desk()?, stage.parent()?);
    parent.fill("parent-claim-first-names", "Oli")?;
    parent.fill("parent-claim-number", OLIVIA.number)?;
    for minutes in [0, 16] {
        stage.put_clock_ahead(minutes)?;
        for _ in 0..CLAIMS {
            parent.press("parent-claim-send")?;
            parent.see("parent-claim-does-not-match")?;
        }
        parent.press("parent-claim-send")?;
        parent.see("parent-claim-paused")?;
    }
    parent.screen("claim-paused")?;
    stage.put_clock_ahead(32)?;
    parent.fill("parent-claim-first-names", OLIVIA.first_names)?;
    parent.press("parent-claim-send")?;
    desk.see("claim-outcome-locked")?;
    desk.see("diagnosis-claims-locked")?;
    desk.see("limit-claims-on-child")?;
    parent.dont_see(text("Olivia"))?;
    desk.screen("claims-locked")?;
    counter::open_file(&desk, "olivia", "Tremblay, Olivia")?;
    desk.see("student-unlock")?;
    desk.screen("file-locked")?;
    desk.press("student-unlock")?;
    desk.dont_see("student-unlock")?;
    desk.press("visit-banner-go")
}

/// To the parent all of them read alike.
fn claims_that_meet_another_file(stage: &Stage<'_>) -> Result<()> {
    let (desk, parent) = (stage.desk()?, stage.parent()?);
    parent.fill("parent-claim-number", "7654321")?;
    parent.fill("parent-claim-last-names", "Personne")?;
    parent.press("parent-claim-send")?;
    desk.see("claim-outcome-unknown")?;
    desk.see("diagnosis-number-unknown")?;
    desk.screen("claim-unknown")?;
    desk.press("mend-correct-claim")?;
    parent.see("parent-claim-correcting")?;
    parent.screen("claim-correcting")?;
    for (label, value) in [
        ("parent-claim-last-names", "De la Cruz García"),
        ("parent-claim-first-names", "María José"),
        ("parent-claim-birth-date", "2011-05-15"),
        ("parent-claim-number", "34567"),
    ] {
        parent.fill(label, value)?;
    }
    parent.press("parent-claim-send")?;
    desk.see("claim-outcome-not-on-file")?;
    desk.see("diagnosis-adult-not-on-file")?;
    parent.see("parent-claim-does-not-match")?;
    desk.screen("claim-not-on-file")
}

/// Five wrong entries kill a code.
fn dead_code(stage: &mut Stage<'_>) -> Result<()> {
    let (desk, parent) = (stage.desk()?, stage.parent()?);
    counter::give_address(&parent, PARENT_ADDRESS)?;
    let code = stage.mail().wait_for_code(PARENT_ADDRESS, 1)?;
    desk.press("desk-room-visit")?;
    desk.see("diagnosis-code-sent")?;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for tries in ["4", "3", "2", "1"] {
        parent.fill("parent-code-field", wrong)?;
        parent.press("parent-code-enter")?;
        parent.see(with("parent-code-wrong", &[("tries", tries)]))?;
    }
    parent.fill("parent-code-field", wrong)?;
    parent.press("parent-code-enter")?;
    parent.see("parent-code-dead")?;
    parent.screen("dead-code")?;
    desk.see("diagnosis-code-dead")?;
    desk.screen("dead-code")
}

/// A new code comes, and is typed a quarter of an hour too late; the one that the secretary sends then is in time.
fn expired_code(stage: &mut Stage<'_>) -> Result<()> {
    let (desk, parent) = (stage.desk()?, stage.parent()?);
    parent.press("parent-code-again")?;
    parent.see("parent-code-again-done")?;
    parent.screen("code-again")?;
    let code = stage.mail().wait_for_code(PARENT_ADDRESS, 2)?;
    stage.put_clock_ahead(48)?;
    parent.fill("parent-code-field", &code)?;
    parent.press("parent-code-enter")?;
    parent.see("parent-code-dead")?;
    parent.screen("expired-code")?;
    // Calling the desk is what makes it look again.
    parent.press("parent-help")?;
    desk.see("diagnosis-code-expired")?;
    desk.screen("expired-code")?;
    desk.press("visit-answer-help")?;
    desk.dont_see("visit-needs-help")?;
    desk.press("mend-resend-code")?;
    let code = stage.mail().wait_for_code(PARENT_ADDRESS, 3)?;
    parent.fill("parent-code-field", &code)?;
    parent.press("parent-code-enter")?;
    parent.see("parent-sign-in-proven")
}

/// The address is proven and has an account: its password, or a new one.
fn forgotten_password(stage: &Stage<'_>) -> Result<()> {
    let parent = stage.parent()?;
    parent.screen("sign-in-proven")?;
    stage.desk()?.screen("has-account")?;
    parent.fill("parent-sign-in-password", "Pas#celui1")?;
    parent.press("parent-sign-in-enter")?;
    parent
        .patiently(Duration::from_secs(30))
        .see("parent-error-sign-in-refused")?;
    parent.screen("sign-in-refused")?;
    parent.press("parent-sign-in-forgot")?;
    parent.see("parent-password-anew")?;
    parent.screen("password-anew")?;
    counter::choose_password(&parent)
}

/// Somebody translates, another language is chosen, and the parent leaves.
fn helped_and_gone(stage: &Stage<'_>) -> Result<()> {
    let (desk, parent) = (stage.desk()?, stage.parent()?);
    parent.tick("parent-someone-helps")?;
    parent.see("parent-someone-helps.description")?;
    desk.see("visit-someone-helps")?;
    let own = with("parent-language", &[]);
    parent.press(text(format!("{} – Français", parent.words(own)?)))?;
    parent.screen("languages")?;
    parent.press(text("English"))?;
    let parent = parent.in_language("en-CA")?;
    parent.see("parent-claim")?;
    parent.screen("in-english")?;
    parent.press("parent-family")?;
    parent.see("parent-family.empty")?;
    parent.screen("family-empty")?;
    parent.press_key(Key::Escape)?;
    parent.press("parent-leave")?;
    parent.see("parent-leave.question")?;
    parent.screen("leave")?;
    parent.press("parent-leave.yes")?;
    parent.see("parent-ended-cancelled-by-parent")?;
    parent.screen("left")?;
    desk.see("visit-ended-what")?;
    desk.screen("left")
}
