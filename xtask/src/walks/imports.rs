//! Taking registries in, as a secretary does through a year: a table with headers that nobody knows, read by hand and kept
//! as a profile; the next one recognised; a file that is the wrong one until somebody says otherwise; an import taken
//! back; a file dropped into the watched folder.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};

use super::Walk;
use super::set_up::set_up;
use crate::drive::{Stage, Window, text, with};

pub(super) const WALK: Walk = Walk {
    road: "imports",
    parent_languages: &["fr-CA"],
    most: None,
    go,
};

/// What a watched file takes: two looks, and the reading.
const DROPPED: Duration = Duration::from_secs(30);

/// Windows-1252, as a school's system writes it; headers that say nothing, and a line that cannot be used.
const DIRTY: &str = "Élève 2026;;;;;;\r\n\
    IDE;PATRO;PRENOM_USUEL;NEE LE;COURR_RESP_1;Mot de passe;Casier\r\n\
    4101;Tremblay;Olivia;09/03/2015;julie@example.org;secret;12\r\n\
    4102;C\u{f4}t\u{e9};Zo\u{e9};25/12/2014;luc@example.org;secret;13\r\n\
    4103;Li;Wei;31/02/2013;;secret;14\r\n";

fn go(stage: &mut Stage<'_>) -> Result<()> {
    let desk = stage.open()?;
    set_up(stage, &desk)?;
    desk.press("desk-room-import")?;
    by_hand(stage, &desk)?;
    recognised(stage, &desk)?;
    alarming(stage, &desk)?;
    taken_back(&desk)?;
    dropped(stage, &desk)
}

/// The text as Windows writes it.
fn windows_1252(text: &str) -> Vec<u8> {
    let byte = |letter| u8::try_from(u32::from(letter)).unwrap_or(b'?');
    text.chars().map(byte).collect()
}

fn read(desk: &Window, file: &Path) -> Result<()> {
    desk.fill("import-path.label", &file.to_string_lossy())?;
    desk.press("import-preview")
}

/// The meaning of a column, chosen.
fn mean(desk: &Window, header: &'static str, meaning: &'static str) -> Result<()> {
    desk.choose(
        with("import-mapping-meaning-of", &[("header", header)]),
        meaning,
    )
}

fn by_hand(stage: &Stage<'_>, desk: &Window) -> Result<()> {
    let file = stage.bring("export-septembre.csv", windows_1252(DIRTY))?;
    read(desk, &file)?;
    desk.see("import-mapping-title")?;
    desk.see("import-mapping-forbidden")?;
    desk.screen("import-mapping-unknown")?;
    for (header, meaning) in [
        ("IDE", "import-meaning-fiche"),
        ("PATRO", "import-meaning-last-names"),
        ("PRENOM_USUEL", "import-meaning-first-names"),
        ("NEE LE", "import-meaning-birth-date"),
    ] {
        mean(desk, header, meaning)?;
    }
    desk.screen("import-mapping-said")?;
    desk.fill("import-profile-name.label", "Export de septembre")?;
    desk.press("import-profile-save")?;
    desk.see(with(
        "import-profile-saved",
        &[("name", "Export de septembre")],
    ))?;
    desk.screen("import-profile-saved")?;
    desk.press("import-preview")?;
    desk.see("import-preview-title")?;
    desk.see("import-reason-invalid-date")?;
    desk.screen("import-preview-mapped")?;
    let unusable = stage.beside("lignes.csv");
    desk.press("import-unusable-save")?;
    desk.fill("import-unusable-path.label", &unusable.to_string_lossy())?;
    desk.press("import-unusable-save-do")?;
    desk.see("import-unusable-saved")?;
    let written = std::fs::read_to_string(&unusable).context("the lines that cannot be used")?;
    ensure!(written.contains("invalid_date"), "it holds: {written}");
    desk.press("import-apply")?;
    desk.see("import-applied")?;
    desk.screen("import-applied")?;
    desk.press("import-other")
}

fn recognised(stage: &Stage<'_>, desk: &Window) -> Result<()> {
    let next = DIRTY.replace("31/02/2013", "01/10/2013");
    let file = stage.bring("export-octobre.csv", windows_1252(&next))?;
    read(desk, &file)?;
    desk.see("import-preview-title")?;
    desk.see("import-note-profile-used")?;
    desk.press("import-change-reading")?;
    desk.see(with(
        "import-profile-followed",
        &[("name", "Export de septembre")],
    ))?;
    desk.screen("import-mapping-recognised")?;
    desk.press("import-preview")?;
    desk.press("import-apply")?;
    desk.see("import-applied")?;
    desk.press("import-other")
}

/// A school of sixty, then a file with a third of it.
fn alarming(stage: &Stage<'_>, desk: &Window) -> Result<()> {
    let school = stage.bring("ecole.csv", school(60)?)?;
    read(desk, &school)?;
    desk.see("import-preview-title")?;
    desk.press("import-apply")?;
    desk.see("import-applied")?;
    desk.press("import-other")?;
    let third = stage.bring("un-tiers.csv", self::school(20)?)?;
    read(desk, &third)?;
    desk.see("import-alarms")?;
    ensure!(
        !desk.can_press("import-apply")?,
        "an alarming file could be applied"
    );
    desk.screen("import-alarming")?;
    desk.tick("import-accept-alarms")?;
    desk.press("import-apply")?;
    desk.see("import-applied")?;
    desk.press("import-other")
}

fn school(students: u32) -> Result<String> {
    let mut file = "Fiche;Nom;Prénom;Date de naissance;École\n".to_owned();
    for number in 1..=students {
        let day = number % 28 + 1;
        writeln!(
            file,
            "{};Gagnon-{number};Élise;2014-05-{day:02};École des Érables",
            5000 + number
        )?;
    }
    Ok(file)
}

/// Whoever comes back to the room can still take the import back.
fn taken_back(desk: &Window) -> Result<()> {
    desk.press("desk-room-registry")?;
    desk.press("desk-room-import")?;
    desk.see("import-last")?;
    desk.press("import-undo")?;
    desk.see("import-undo-what")?;
    desk.screen("import-undo")?;
    desk.press("import-undo-do")?;
    desk.see("import-undo-done")?;
    desk.screen("import-undone")
}

fn dropped(stage: &Stage<'_>, desk: &Window) -> Result<()> {
    let folder = stage.beside("depot");
    std::fs::create_dir(&folder)?;
    desk.press("desk-room-settings")?;
    desk.choose("watch-mode", "watch-mode-preview")?;
    desk.fill("watch-folder.label", &folder.to_string_lossy())?;
    desk.within("settings-watch")?.press("settings-save")?;
    desk.within("settings-watch")?.see("settings-saved")?;
    desk.screen("watched-folder-set")?;
    desk.press("desk-room-import")?;
    desk.see("import-watched-empty")?;
    std::fs::write(folder.join("novembre.csv"), school(61)?)?;
    let desk = desk.patiently(DROPPED);
    desk.see(with("import-waiting", &[("count", "1")]))?;
    desk.screen("import-file-waits")?;
    desk.press("import-waiting-look")?;
    desk.see("import-preview-title")?;
    desk.press("import-apply")?;
    desk.see("import-applied")?;
    desk.press("import-other")?;
    desk.see("import-taken")?;
    desk.see(text("novembre.csv"))?;
    desk.screen("import-file-taken")?;
    ensure!(
        std::fs::read_dir(folder.join("faits"))?.count() == 2,
        "the file and its report are not on their shelf"
    );
    Ok(())
}
