//! A visit in person on a School Data Sync export: its students have no number, so that no claim can match and the
//! secretary confirms.

use std::path::PathBuf;

use anyhow::Result;

use super::Walk;
use super::counter;
use super::set_up::set_up;
use crate::drive::{Stage, text};

pub(super) const WALK: Walk = Walk {
    road: "in-person",
    parent_languages: &["fr-CA"],
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
    counter::open_file(&desk, "kova sof", "Kovalenko, Sofiia")?;
    desk.see("student-incomplete")?;
    desk.screen("incomplete")?;
    stage.visit_begins();
    desk.within(text("Kovalenko, Oksana"))?
        .press("guardian-start-visit")?;
    desk.see("visit-step-language")?;

    let parent = stage.parent()?;
    counter::give_address(&parent, ADDRESS)?;
    counter::enter_code(stage, &parent, ADDRESS)?;
    counter::choose_password(&parent)?;
    for child in ["Sofiia", "Danylo"] {
        counter::confirm_in_person(&desk, &format!("Kovalenko, {child}"))?;
        parent.see(text(child))?;
    }
    parent.press("parent-children-done")?;
    parent.see("parent-summary")?;
    stage.visit_ends();
    desk.screen("summary")
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
