//! Schools and groups: an administrator loads the list of Québec's schools, one family has its account, and the class lists
//! say who has not, are filtered, and are exported. Each screen in French, the lists in English too.

use anyhow::{Result, ensure};

use super::Walk;
use super::counter::{self, OLIVIA};
use super::set_up::set_up;
use crate::drive::{Stage, Window, text, with};

pub(super) const WALK: Walk = Walk {
    road: "groups",
    parent_languages: &["fr-CA"],
    most: None,
    go,
};

/// Made up: two schools of one name, and a line that cannot be used.
const LIST: &str = "\
css,code,nom,municipalite
831000,831001,École des Tilleuls,Laval
863000,863001,École des Tilleuls,Hudson-sur-Rive
762000,762001,École des Érables,Montréal
999999,999001,École de nulle part,Ailleurs
";

fn go(stage: &mut Stage<'_>) -> Result<()> {
    let desk = stage.open()?;
    set_up(stage, &desk)?;
    let registry = stage.bring("registre.csv", counter::registry())?;
    counter::import(&desk, &registry)?;
    load_schools(stage, &desk)?;
    serve_olivia(stage, &desk)?;

    desk.press("desk-room-registry")?;
    desk.press("lists-open")?;
    desk.see("lists-lead")?;
    desk.see(families(3, 1))?;
    desk.screen("schools")?;
    desk.fill("school-finder.label", "tileuls")?;
    desk.see(text("CSS des Hautes-Rivières"))?;
    desk.fill("school-finder.label", "tilleuls laval")?;
    desk.dont_see(text("CSS des Hautes-Rivières"))?;
    desk.see(text("CSS de Laval"))?;
    desk.screen("school-finder")?;
    desk.press(text("École des Érables"))?;
    desk.see("lists-groups")?;
    desk.screen("groups")?;
    group_501(&desk)?;
    desk.press(text("301"))?;
    desk.see("lists-missing")?;
    desk.see(text("Tremblay, Félix"))?;
    desk.see("family-account")?;
    desk.screen("group")?;
    export(stage, &desk)?;
    filters(&desk)?;
    in_english(&desk)
}

fn families(students: u32, served: u32) -> crate::drive::Said {
    let (students, served) = (students.to_string(), served.to_string());
    with(
        "lists-families-count",
        &[("students", &students), ("served", &served)],
    )
}

fn load_schools(stage: &mut Stage<'_>, desk: &Window) -> Result<()> {
    let list = stage.bring("ecoles.csv", LIST)?;
    desk.press("desk-room-settings")?;
    desk.fill("school-list-path.label", &list.to_string_lossy())?;
    desk.press("school-list-load")?;
    desk.see(with("school-list-unusable", &[("count", "1")]))?;
    desk.screen("school-list")
}

/// Her mother makes an account and claims her.
fn serve_olivia(stage: &mut Stage<'_>, desk: &Window) -> Result<()> {
    counter::open_file(desk, "trem oli", "Tremblay, Olivia")?;
    desk.within(text("Tremblay, Marie"))?
        .press("guardian-start-visit")?;
    let parent = stage.parent()?;
    counter::give_address(&parent, counter::PARENT_ADDRESS)?;
    parent.see("parent-code")?;
    counter::enter_code(stage, &parent, counter::PARENT_ADDRESS)?;
    counter::choose_password(&parent)?;
    desk.press("school-finder-title")?;
    desk.fill("school-finder.label", "erables")?;
    desk.see(text("CSS de Montréal"))?;
    desk.screen("visit-school-finder")?;
    counter::state_claim(&parent, &OLIVIA)?;
    parent.see("parent-children-done")?;
    parent.press("parent-children-done")?;
    parent.see("parent-summary")?;
    desk.press("visit-close")
}

/// Everybody in it is served: it says so.
fn group_501(desk: &Window) -> Result<()> {
    desk.press(text("501"))?;
    desk.see("lists-missing-none")?;
    desk.screen("group-served")?;
    desk.press("lists-to-groups")?;
    desk.see("lists-groups")
}

/// Written once, and replaced only when that is said.
fn export(stage: &mut Stage<'_>, desk: &Window) -> Result<()> {
    let path = stage.beside("liste.csv");
    for is_there in [false, true] {
        desk.press("export-open")?;
        desk.see("export-what")?;
        desk.fill("export-path.label", &path.to_string_lossy())?;
        desk.press("export-do")?;
        if is_there {
            desk.see("export-exists")?;
            desk.screen("export-exists")?;
            desk.press("export-replace")?;
        }
        desk.see(with("export-done", &[("students", "1")]))?;
        desk.screen("export-done")?;
        let dialog = desk.within("export-title")?;
        dialog.press(text("Fermer"))?;
        desk.dont_see("export-title")?;
    }
    let written = std::fs::read_to_string(&path)?;
    ensure!(
        written.starts_with('\u{feff}') && written.contains("\"TREF••••••••\""),
        "the list is not written as it should be: {written}"
    );
    ensure!(!written.contains("TREF7006"), "a number is in clear");
    Ok(())
}

fn filters(desk: &Window) -> Result<()> {
    desk.press("lists-to-groups")?;
    desk.press("lists-to-schools")?;
    desk.press("lists-to-all")?;
    desk.see("lists-students-lead")?;
    desk.see(text("De la Cruz García, María José"))?;
    desk.choose("lists-filter-school", text("École des Érables"))?;
    desk.choose("lists-filter-group", text("501"))?;
    desk.dont_see(text("Tremblay, Félix"))?;
    desk.see("family-served")?;
    desk.screen("students")?;
    desk.tick("lists-filter-unserved")?;
    desk.see("lists-students-none")?;
    desk.screen("students-none")
}

fn in_english(desk: &Window) -> Result<()> {
    desk.press(text("English"))?;
    let desk = desk.in_language("en-CA")?;
    desk.see("lists-students-none")?;
    desk.tick("lists-filter-unserved")?;
    desk.see("family-served")?;
    desk.screen("students-english")?;
    desk.press("lists-to-schools")?;
    desk.see("lists-lead")?;
    desk.screen("schools-english")?;
    desk.press(text("École des Érables"))?;
    desk.press(text("301"))?;
    desk.see("lists-missing")?;
    desk.screen("group-english")?;
    desk.press("export-open")?;
    desk.see("export-what")?;
    desk.screen("export-english")
}
