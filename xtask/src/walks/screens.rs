//! Whether a screen was forgotten: those that the two windows choose among, beside those that axe-core has looked at in
//! one walk or another.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result, bail, ensure};

use crate::house::House;

pub(super) const ROAD: &str = "every-screen";

/// Where each window chooses its screen, and what goes before the names there in what axe-core notes.
const CHOICES: [(&str, &str); 2] = [
    ("ui/src/parent/StepScreen.tsx", ""),
    ("ui/src/desk/Shell.tsx", "room_"),
];

/// Never met, with the reason.
const NEVER_MET: [&str; 6] = [
    // The parent's window goes with the desk: this screen would be seen for an instant.
    "closed",
    // A child's file and the class lists stand in the room of the registry; `groups` looks at each list.
    "room_student",
    "room_schools",
    "room_groups",
    "room_group",
    "room_students",
];

/// Fails with the screens that no walk has shown to axe-core.
pub(super) fn none_is_forgotten(house: &House, met: &BTreeSet<String>) -> Result<()> {
    let mut forgotten = Vec::new();
    for (file, prefix) in CHOICES {
        let source = fs::read_to_string(house.root.join(file)).with_context(|| file.to_owned())?;
        let screens = chosen(&source, prefix);
        ensure!(screens.len() > 5, "{file} chooses no screens any more");
        forgotten.extend(screens.into_iter().filter(|screen| !met.contains(screen)));
    }
    forgotten.retain(|screen| !NEVER_MET.contains(&screen.as_str()));
    if forgotten.is_empty() {
        return Ok(());
    }
    bail!("no walk shows axe-core: {}", forgotten.join(", "))
}

/// The names in `case '…':`.
fn chosen(source: &str, prefix: &str) -> Vec<String> {
    source
        .lines()
        .filter_map(|line| line.trim().strip_prefix("case '")?.strip_suffix("':"))
        .map(|name| format!("{prefix}{name}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_that_no_walk_shows_is_named() {
        let house = House::find().unwrap();
        let met = BTreeSet::from(["address".to_owned(), "room_visit".to_owned()]);
        let forgotten = none_is_forgotten(&house, &met).unwrap_err().to_string();
        for (screen, is_named) in [
            ("summary", true),
            ("room_registry", true),
            ("room_visit", false),
            ("closed", false),
        ] {
            assert_eq!(
                forgotten.contains(screen),
                is_named,
                "{screen}: {forgotten}"
            );
        }
    }
}
