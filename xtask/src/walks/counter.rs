//! What people do again and again at the counter, in the order in which they do it. Which road is walked with it,
//! and what must be true at its end, belongs to the roads.

use std::path::Path;
use std::time::Duration;

use anyhow::{Result, ensure};

use crate::drive::{Stage, Window, text};

pub const SECRETARY: &str = "mireille.roy";
pub const SECRETARY_PASSWORD: &str = "la neige tombe en novembre";
pub const PARENT_ADDRESS: &str = "marie.tremblay@example.org";
pub const PARENT_PASSWORD: &str = "Pl4nche#bleu";

/// Two children of one mother, their father restricted for the first; an adult of another name; a line that cannot
/// be used. Windows-1252, both names in one column, dates as Québec writes them.
pub fn registry() -> Vec<u8> {
    let lines = [
        "Fiche;Code permanent;Nom et prénom;Date de naissance;Sexe;École;Groupe-repère;Statut;Répondant;Prénom répondant;Courriel répondant;Lien;Accès",
        "0012345;TREO71531501;Tremblay, Olivia;09/03/2015;F;École des Érables;501;Actif;Tremblay;Marie;marie.tremblay@example.org;Mère;Autorisé",
        "0012345;TREO71531501;Tremblay, Olivia;09/03/2015;F;École des Érables;501;Actif;Côté;Luc;luc.cote@example.org;Père;Restreint",
        "0023456;TREF70061701;Tremblay, Félix;08/06/2017;M;École des Érables;301;Actif;Tremblay;Marie;marie.tremblay@example.org;Mère;Autorisé",
        "0034567;DELM77551101;De la Cruz García, María José;15/05/2011;F;École des Érables;601;Actif;García;Ana;ana.garcia@example.org;Mère;Autorisé",
        "12345678;;Roy, Jade;31/02/2016;F;École des Érables;401;Actif;Roy;Paul;paul.roy@example.org;Père;Autorisé",
    ];
    // Every letter of these lines is one byte in Windows-1252, the same as its code point.
    let joined = lines.join("\r\n");
    joined
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?'))
        .collect()
}

/// Signs in at the desk's window.
pub fn sign_in(desk: &Window, user: &str, password: &str) -> Result<()> {
    desk.fill("sign-in-user", user)?;
    desk.fill("sign-in-password", password)?;
    desk.press("sign-in-do")?;
    desk.patiently(Duration::from_secs(30))
        .see("registry-title")
}

/// The administrator adds the secretary and leaves the desk to her.
pub fn add_secretary(desk: &Window) -> Result<()> {
    desk.press("desk-room-staff")?;
    desk.press("staff-add")?;
    desk.fill("staff-user-name.label", SECRETARY)?;
    desk.fill("staff-password.label", SECRETARY_PASSWORD)?;
    desk.press("staff-add-do")?;
    desk.patiently(Duration::from_secs(30))
        .see(text(SECRETARY))?;
    desk.screen("staff")
}

/// Previews a registry and applies it.
pub fn import(desk: &Window, registry: &Path) -> Result<()> {
    desk.press("desk-room-import")?;
    desk.fill("import-path.label", &registry.to_string_lossy())?;
    desk.press("import-preview")?;
    desk.see("import-preview-title")?;
    desk.screen("import-preview")?;
    desk.press("import-apply")?;
    desk.see("import-applied")
}

/// Finds a child as the name is typed, and opens the file.
pub fn open_file(desk: &Window, query: &str, child: &str) -> Result<()> {
    desk.press("desk-room-registry")?;
    find_file(desk, query, child)
}

/// The same where the search is in sight, as it is when the desk waits for the next family.
pub fn find_file(desk: &Window, query: &str, child: &str) -> Result<()> {
    desk.fill("registry-search.label", query)?;
    desk.see(text(child))?;
    desk.screen("registry-search")?;
    desk.press(text(child))?;
    desk.see("student-guardians")
}

/// The parent begins in their language and gives an address.
pub fn give_address(parent: &Window, address: &str) -> Result<()> {
    begin(parent)?;
    parent.fill("parent-address-field", address)?;
    parent.press("parent-address-send")
}

/// The parent presses their language on the welcome screen.
pub fn begin(parent: &Window) -> Result<()> {
    parent.in_language("fr-CA")?.see("parent-welcome")?;
    parent.press("parent-welcome.begin")?;
    parent.see("parent-address")
}

/// The parent reads the code in the mail that came, and types it.
pub fn enter_code(stage: &mut Stage<'_>, parent: &Window, address: &str) -> Result<()> {
    let code = stage.mail().wait_for(address, 0)?.code()?;
    parent.fill("parent-code-field", &code)?;
    parent.press("parent-code-enter")?;
    parent.see("parent-password")
}

/// The parent chooses a password under the live checklist.
pub fn choose_password(parent: &Window) -> Result<()> {
    parent.fill("parent-password-field", PARENT_PASSWORD)?;
    parent.fill("parent-password-again", PARENT_PASSWORD)?;
    parent.see("parent-checklist-accepted")?;
    parent.screen("password")?;
    parent.press("parent-password-choose")?;
    parent.see("parent-claim")
}

/// A claim as a parent states it.
pub struct Claim<'a> {
    pub last_names: &'a str,
    pub first_names: &'a str,
    pub birth_date: &'a str,
    pub number: &'a str,
}

/// What her mother states of the first child of [`registry`].
pub const OLIVIA: Claim<'static> = Claim {
    last_names: "Tremblay",
    first_names: "Olivia",
    birth_date: "2015-03-09",
    number: "12345",
};

/// The whole form, with its two questions left at "No".
pub fn state_claim(parent: &Window, claim: &Claim<'_>) -> Result<()> {
    parent.fill("parent-claim-last-names", claim.last_names)?;
    parent.fill("parent-claim-first-names", claim.first_names)?;
    parent.fill("parent-claim-birth-date", claim.birth_date)?;
    parent.fill("parent-claim-number", claim.number)?;
    parent.press("parent-claim-send")
}

/// The secretary confirms the children who are offered beside the visit, having seen who the adult is and what ties
/// them to each.
pub fn confirm_in_person(desk: &Window, children: &[&str]) -> Result<()> {
    desk.choose("visit-in-person-identity.label", "document-passport")?;
    confirm_tied(desk, children)
}

/// The same when who the adult is was seen before.
pub fn confirm_tied(desk: &Window, children: &[&str]) -> Result<()> {
    for child in children {
        desk.choose(text(*child), "tie-birth-certificate")?;
    }
    desk.screen("in-person")?;
    desk.press("visit-confirm-children")?;
    for child in children {
        desk.see_together(text(*child), "method-in-person")?;
    }
    Ok(())
}

/// What the desk must never show.
pub fn shows_no_secret(desk: &Window) -> Result<()> {
    let text = desk.read()?;
    ensure!(
        !text.contains(&PARENT_PASSWORD.to_lowercase()),
        "the desk shows the parent's password"
    );
    Ok(())
}
