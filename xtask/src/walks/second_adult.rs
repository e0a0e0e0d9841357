//! Two adults of one child, each with an account: the second confirms for themselves, states a child who is on another's
//! file only, and one of another service centre. What the secretary reads of it, the parent does not.

use anyhow::Result;

use super::Walk;
use super::counter::{self, OLIVIA, PARENT_ADDRESS};
use super::set_up::set_up;
use crate::drive::{Stage, Window, text};

pub(super) const WALK: Walk = Walk {
    road: "second-adult",
    parent_languages: &["fr-CA"],
    most: None,
    go,
};

const FATHER_ADDRESS: &str = "luc.cote@example.org";

/// Olivia's mother and father, separated; Félix is the mother's.
const REGISTRY: &str = "\
    Fiche;Code permanent;Nom;Prénom;Date de naissance;École;Groupe-repère;Statut;Nom répondant;Prénom répondant;Courriel répondant;Lien;Accès\r\n\
    0012345;TREO71531501;Tremblay;Olivia;2015-03-09;École des Érables;501;Actif;Tremblay;Marie;marie.tremblay@example.org;Mère;Autorisé\r\n\
    0012345;TREO71531501;Tremblay;Olivia;2015-03-09;École des Érables;501;Actif;Côté;Luc;luc.cote@example.org;Père;Autorisé\r\n\
    0023456;TREF70061701;Tremblay;Félix;2017-06-08;École des Érables;301;Actif;Tremblay;Marie;marie.tremblay@example.org;Mère;Autorisé\r\n";

fn go(stage: &mut Stage<'_>) -> Result<()> {
    let desk = stage.open()?;
    set_up(stage, &desk)?;
    let registry = stage.bring("registre.csv", REGISTRY)?;
    counter::import(&desk, &registry)?;

    let mother = account(stage, &desk, "Tremblay, Marie", PARENT_ADDRESS)?;
    counter::confirm_in_person(&desk, &["Tremblay, Olivia"])?;
    mother.see(text("Olivia"))?;
    end(&desk, &mother)?;

    let father = account(stage, &desk, "Côté, Luc", FATHER_ADDRESS)?;
    father.dont_see(text("Olivia"))?;
    counter::state_claim(&father, &OLIVIA)?;
    father.see(text("Olivia"))?;
    father.press("parent-children-another")?;
    not_his(&desk, &father)?;
    elsewhere(&desk, &father)?;
    father.press("parent-children-back")?;
    end(&desk, &father)
}

/// From the child's file to the adult's account, by the code that comes to the adult's own address.
fn account(stage: &mut Stage<'_>, desk: &Window, adult: &str, address: &str) -> Result<Window> {
    counter::open_file(desk, "tremblay oli", "Tremblay, Olivia")?;
    desk.within(text(adult))?.press("guardian-start-visit")?;
    let parent = stage.parent()?;
    counter::give_address(&parent, address)?;
    counter::enter_code(stage, &parent, address)?;
    counter::choose_password(&parent)?;
    Ok(parent)
}

/// Everything about Félix is right, and he is on no file of this adult.
fn not_his(desk: &Window, father: &Window) -> Result<()> {
    father.fill("parent-claim-first-names", "Félix")?;
    father.fill("parent-claim-birth-date", "2017-06-08")?;
    father.fill("parent-claim-number", "23456")?;
    father.press("parent-claim-send")?;
    father.see("parent-claim-does-not-match")?;
    desk.see("diagnosis-adult-not-on-file")
}

/// The secretary is told where that child is looked for; the parent, that it is not here.
fn elsewhere(desk: &Window, father: &Window) -> Result<()> {
    father.choose("parent-claim-service-centre", text("CSS de Laval"))?;
    father.press("parent-claim-send")?;
    father.see("parent-claim-not-found-here")?;
    father.screen("not-found-here")?;
    desk.see("diagnosis-other-service-centre.what")?;
    desk.screen("other-service-centre")
}

fn end(desk: &Window, parent: &Window) -> Result<()> {
    parent.press("parent-children-done")?;
    parent.see("parent-summary")?;
    parent.press("parent-leave")?;
    parent.see("parent-ended-done")?;
    desk.press("visit-close")
}
