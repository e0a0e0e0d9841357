//! A file corrected: the secretary proposes an address during a visit, the administrator comes to the desk and approves,
//! and the visit goes on by the new address; a child's own name corrected from the claim; two adults made one, and two again; a restriction set.

use std::time::Duration;

use anyhow::Result;

use super::Walk;
use super::counter;
use super::set_up::{ADMINISTRATOR, PASSWORD, set_up};
use crate::drive::{Stage, Window, text};

pub(super) const WALK: Walk = Walk {
    road: "corrections",
    parent_languages: &["fr-CA"],
    most: None,
    go,
};

const NEW_ADDRESS: &str = "marie.t@courriel.example.org";
/// Two of one name and one telephone, on the files of two children.
const SECOND_EXPORT: &str = "\
Fiche;Nom;Prénom;Date de naissance;Groupe-repère;Statut;Répondant;Prénom répondant;Courriel répondant;Téléphone;Lien
0045678;Nguyen;Mai;2016-01-31;401;Actif;Nguyen;Lan;lan@example.org;514 555-0142;Mère
0056789;Nguyen;Minh;2018-04-02;201;Actif;Nguyen;Lan;lan.n@travail.example.org;(514) 555-0142;Mère
";
const MOTHER: &str = "Tremblay, Marie";

fn go(stage: &mut Stage<'_>) -> Result<()> {
    let desk = stage.open()?;
    set_up(stage, &desk)?;
    counter::add_secretary(&desk)?;
    let registry = stage.bring("registre.csv", counter::registry())?;
    counter::import(&desk, &registry)?;
    settings(&desk)?;
    desk.press("desk-sign-out")?;
    counter::sign_in(&desk, counter::SECRETARY, counter::SECRETARY_PASSWORD)?;
    proposed_during_a_visit(stage, &desk)?;
    approved_at_this_desk(&desk)?;
    the_visit_goes_on(stage, &desk)?;
    desk.press("desk-sign-out")?;
    counter::sign_in(&desk, ADMINISTRATOR, PASSWORD)?;
    two_made_one_and_two_again(stage, &desk)?;
    restricted(&desk)
}

fn settings(desk: &Window) -> Result<()> {
    desk.press("desk-room-settings")?;
    desk.see("settings-secretaries-alone")?;
    desk.screen("settings-corrections")
}

/// The mother's address is on no file: the secretary proposes it, having seen her passport.
fn proposed_during_a_visit(stage: &Stage<'_>, desk: &Window) -> Result<()> {
    let parent = stage.parent()?;
    counter::open_file(desk, "tremblay oli", "Tremblay, Olivia")?;
    desk.screen("file")?;
    desk.within(text(MOTHER))?.press("guardian-start-visit")?;
    counter::give_address(&parent, NEW_ADDRESS)?;
    desk.see("visit-address-not-on-file")?;
    desk.press("mend-propose-address")?;
    desk.choose("visit-in-person-identity.label", "document-passport")?;
    desk.screen("propose")?;
    desk.press("correction-propose-do")?;
    desk.see("proposals-waiting")?;
    desk.see("proposal-not-you-not-administrator")?;
    desk.screen("waits")
}

fn approved_at_this_desk(desk: &Window) -> Result<()> {
    desk.press("desk-room-approvals")?;
    desk.see("approvals-lead")?;
    desk.screen("approvals")?;
    desk.press("proposal-approve")?;
    desk.fill("proposal-second-user", ADMINISTRATOR)?;
    desk.fill("proposal-second-password", PASSWORD)?;
    desk.screen("second-person")?;
    desk.within("proposal-approve-title")?
        .press("proposal-approve-do")?;
    desk.patiently(Duration::from_secs(30))
        .see("approvals-empty")?;
    desk.see("proposal-state-approved")?;
    desk.screen("approved")
}

/// The code goes to the new address, the notice to the one before, and the visit was never begun again.
fn the_visit_goes_on(stage: &mut Stage<'_>, desk: &Window) -> Result<()> {
    let parent = stage.parent()?;
    stage.mail().wait_for(counter::PARENT_ADDRESS, 0)?;
    desk.press("desk-room-visit")?;
    desk.see("visit-address-is-on-file")?;
    counter::enter_code(stage, &parent, NEW_ADDRESS)?;
    counter::choose_password(&parent)?;
    counter::confirm_in_person(desk, &["Tremblay, Olivia"])?;
    the_file_is_what_is_wrong(desk, &parent)?;
    parent.press("parent-children-done")?;
    parent.see("parent-summary")?;
    desk.press("visit-close")
}

/// The second child's birth certificate has a second first name, which the file lacks: the file is corrected, and the same
/// claim then matches.
fn the_file_is_what_is_wrong(desk: &Window, parent: &Window) -> Result<()> {
    let claim = counter::Claim {
        last_names: "Tremblay",
        first_names: "Félix Antoine",
        birth_date: "2017-06-08",
        number: "23456",
    };
    parent.press("parent-children-another")?;
    counter::state_claim(parent, &claim)?;
    parent.see("parent-claim-does-not-match")?;
    desk.see("diagnosis-names-unlike")?;
    desk.press("mend-correct-file")?;
    desk.choose("correction-child-seen.label", "tie-birth-certificate")?;
    desk.screen("correct-child")?;
    desk.press("correction-propose-do")?;
    desk.see("diagnosis-file-waits")?;
    desk.screen("child-waits")?;
    desk.press("mend-approve-proposal")?;
    desk.fill("proposal-second-user", ADMINISTRATOR)?;
    desk.fill("proposal-second-password", PASSWORD)?;
    desk.screen("child-second-person")?;
    desk.within("proposal-approve-title")?
        .press("proposal-approve-do")?;
    desk.patiently(Duration::from_secs(30))
        .see("diagnosis-file-corrected")?;
    desk.screen("child-corrected")?;
    parent.press("parent-claim-send")?;
    parent.see(text("Félix Antoine"))?;
    desk.see("claim-outcome-match")?;
    counter::open_file(desk, "felix antoine", "Tremblay, Félix Antoine")?;
    desk.see("student-differs")?;
    desk.press("correction-open-child")?;
    desk.screen("correct-from-file")?;
    desk.press("desk-cancel")?;
    desk.press("desk-room-visit")
}

/// Another export has one mother twice, at two addresses.
fn two_made_one_and_two_again(stage: &Stage<'_>, desk: &Window) -> Result<()> {
    let second = stage.bring("second.csv", SECOND_EXPORT)?;
    counter::import(desk, &second)?;
    desk.press("desk-room-duplicates")?;
    desk.see("alike-by-name-and-phone")?;
    desk.screen("duplicates")?;
    desk.press("duplicates-merge")?;
    desk.see("duplicates-merged")?;
    desk.see("duplicates-empty")?;
    desk.screen("merged")?;
    desk.press("duplicates-undo")?;
    desk.see("alike-by-name-and-phone")
}

/// The administrator restricts the mother, whose account no longer shows the child.
fn restricted(desk: &Window) -> Result<()> {
    counter::open_file(desk, "tremblay oli", "Tremblay, Olivia")?;
    desk.within(text(MOTHER))?.press("correction-open")?;
    desk.choose("correction-kind", "correction-kind-restrict")?;
    desk.choose("correction-restriction-seen", "tie-court-document")?;
    desk.screen("restrict")?;
    desk.press("correction-restrict-do")?;
    desk.within(text(MOTHER))?.see("access-restricted")?;
    desk.screen("restricted")
}
