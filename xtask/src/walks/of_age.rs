//! A student who is of age: a claim that is right is not enough, the student agrees in front of the secretary, and changes
//! their mind (domain.md §6).

use anyhow::Result;

use super::Walk;
use super::counter::{self, Claim, PARENT_ADDRESS};
use super::set_up::set_up;
use crate::drive::{Stage, Window, text};

pub(super) const WALK: Walk = Walk {
    road: "of-age",
    parent_languages: &["fr-CA"],
    most: None,
    go,
};

const NOAH: Claim<'static> = Claim {
    last_names: "Tremblay",
    first_names: "Noah",
    birth_date: "2007-02-03",
    number: "34561",
};

/// Noah has been of age for long.
const REGISTRY: &str = "\
    Fiche;Nom;Prénom;Date de naissance;École;Groupe-repère;Statut;Nom répondant;Prénom répondant;Courriel répondant;Lien;Accès\r\n\
    34561;Tremblay;Noah;2007-02-03;École des Érables;505;Actif;Tremblay;Marie;marie.tremblay@example.org;Mère;Autorisé\r\n";

fn go(stage: &mut Stage<'_>) -> Result<()> {
    let desk = stage.open()?;
    set_up(stage, &desk)?;
    let registry = stage.bring("registre.csv", REGISTRY)?;
    counter::import(&desk, &registry)?;

    counter::open_file(&desk, "tremblay noah", "Tremblay, Noah")?;
    desk.within(text("Tremblay, Marie"))?
        .press("guardian-start-visit")?;
    let parent = stage.parent()?;
    counter::give_address(&parent, PARENT_ADDRESS)?;
    counter::enter_code(stage, &parent, PARENT_ADDRESS)?;
    counter::choose_password(&parent)?;
    counter::state_claim(&parent, &NOAH)?;
    parent.see("parent-claim-see-secretary")?;
    parent.screen("see-secretary")?;
    desk.see("diagnosis-student-of-age")?;
    desk.screen("student-of-age")?;

    agrees(&desk)?;
    parent.press("parent-claim-send")?;
    parent.see(text("Noah"))?;
    withdraws(&desk)?;
    parent.dont_see(text("Noah"))
}

/// From the diagnosis to the file, where the student says yes.
fn agrees(desk: &Window) -> Result<()> {
    desk.press("mend-open-file")?;
    desk.see("student-of-age-what")?;
    desk.press("agreement-open")?;
    desk.choose("agreement-identity.label", "document-passport")?;
    desk.screen("agreement")?;
    desk.press("agreement-do")?;
    desk.see("agreement-withdraw")?;
    desk.screen("agreed")
}

fn withdraws(desk: &Window) -> Result<()> {
    desk.press("agreement-withdraw")?;
    desk.see("agreement-withdraw-then")?;
    desk.screen("withdraw")?;
    desk.press("agreement-withdraw-do")?;
    desk.see("agreement-open")
}
