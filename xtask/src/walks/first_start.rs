//! The first start: an empty data folder, and two doors.

use anyhow::{Result, ensure};

use super::Walk;
use crate::drive::Stage;

pub(super) const WALK: Walk = Walk {
    road: "first-start",
    parent_languages: &["fr-CA"],
    most: None,
    go,
};

fn go(stage: &mut Stage<'_>) -> Result<()> {
    let desk = stage.open()?;
    desk.see("first-title")?;
    for door in ["first-demo-open", "first-real-open"] {
        ensure!(desk.can_press(door)?, "the door `{door}` is shut");
    }
    ensure!(!stage.parent()?.is_open(), "nobody is at the counter yet");
    desk.screen("first-start")
}
