//! A visit in person on a School Data Sync export, with no mailbox at hand: its students have no number, so that no
//! claim can match and the secretary confirms. The address is proven another day.

use std::path::PathBuf;

use anyhow::Result;

use super::Walk;
use super::counter;
use super::set_up::set_up;
use crate::drive::{Acts, Stage, Window, text};

pub(super) const WALK: Walk = Walk {
    road: "in-person",
    parent_languages: &["fr-CA"],
    most: Some(Acts { acts: 14, typed: 4 }),
    go,
};

/// An export of our own, invented.
const EXPORT: [(&str, &str); 5] = [
    (
        "orgs.csv",
        "sourcedId,name,type,parentSourcedId\r\nS-1,École des Érables,school,\r\n",
    ),
    (
        "users.csv",
        "sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,email,phone,sms\r\n\
         U-1,e1@example.org,Sofiia,Kovalenko,secret,,,,\r\n\
         U-2,e2@example.org,Danylo,Kovalenko,secret,,,,\r\n\
         U-9,,Oksana,Kovalenko,secret,,oksana.kovalenko@example.org,+15145550199,\r\n",
    ),
    (
        "roles.csv",
        "userSourcedId,orgSourcedId,role,sessionSourcedId,grade,isPrimary,roleStartDate,roleEndDate\r\n\
         U-1,S-1,student,A,3,TRUE,2026-08-27,2027-06-22\r\nU-2,S-1,student,A,1,TRUE,2026-08-27,2027-06-22\r\n",
    ),
    (
        "relationships.csv",
        "userSourcedId,relationshipUserSourcedId,relationshipRole\r\nU-1,U-9,parent\r\nU-2,U-9,parent\r\n",
    ),
    (
        "demographics.csv",
        "userSourcedId,sex,birthDate\r\nU-1,female,2018-02-11\r\nU-2,male,2020-05-30\r\n",
    ),
];

const ADDRESS: &str = "oksana.kovalenko@example.org";

fn go(stage: &mut Stage<'_>) -> Result<()> {
    let desk = stage.open()?;
    set_up(stage, &desk)?;
    let export = bring_export(stage)?;
    counter::import(&desk, &export)?;
    desk.press("desk-room-registry")?;
    stage.visit_begins();
    without_a_mailbox(stage, &desk)?;
    stage.visit_ends();
    desk.screen("summary")?;
    the_code_comes_later(stage)
}

/// Who the adult is, seen by the secretary, stands for the code: nobody types an address.
fn without_a_mailbox(stage: &mut Stage<'_>, desk: &Window) -> Result<()> {
    counter::find_file(desk, "kova sof", "Kovalenko, Sofiia")?;
    desk.see("student-incomplete")?;
    desk.screen("incomplete")?;
    desk.within(text("Kovalenko, Oksana"))?
        .press("guardian-start-visit")?;
    desk.see("visit-step-language")?;
    let parent = stage.parent()?;
    counter::begin(&parent)?;
    desk.choose("visit-in-person-identity.label", "document-passport")?;
    desk.screen("identity")?;
    desk.press("visit-accept-address")?;
    parent.see("parent-password")?;
    counter::choose_password(&parent)?;
    counter::confirm_tied(desk, &["Kovalenko, Sofiia", "Kovalenko, Danylo"])?;
    parent.see(text("Danylo"))?;
    parent.press("parent-children-done")?;
    parent.see("parent-summary-proof-in-person")?;
    parent.screen("summary")
}

/// Another day, with the code that the mailbox got meanwhile: the account opens with its password.
fn the_code_comes_later(stage: &mut Stage<'_>) -> Result<()> {
    let (desk, parent) = (stage.desk()?, stage.parent()?);
    parent.press("parent-leave")?;
    parent.see("parent-ended-done")?;
    desk.press("visit-close")?;
    let code = stage.mail().wait_for_code(ADDRESS, 0)?;
    let parent = stage.parent()?;
    counter::begin(&parent)?;
    parent.press("parent-address-have-account")?;
    parent.see("parent-sign-in.lead")?;
    parent.press("parent-sign-in-proof")?;
    parent.see("parent-proof")?;
    parent.fill("parent-address-field", ADDRESS)?;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    parent.fill("parent-code-field", wrong)?;
    parent.press("parent-code-enter")?;
    parent.see("parent-proof-wrong")?;
    parent.screen("proof")?;
    parent.fill("parent-code-field", &code)?;
    parent.press("parent-code-enter")?;
    parent.see("parent-sign-in-proven")?;
    parent.fill("parent-sign-in-password", counter::PARENT_PASSWORD)?;
    parent.press("parent-sign-in-enter")?;
    parent.see(text("Sofiia"))
}

/// Writes the export, and gives its folder.
fn bring_export(stage: &Stage<'_>) -> Result<PathBuf> {
    let mut folder = PathBuf::new();
    for (name, content) in EXPORT {
        folder = stage.bring(&format!("export/{name}"), content)?;
    }
    folder.pop();
    Ok(folder)
}
