//! The first start: an empty data folder, and two doors.

use anyhow::Result;

use super::Walk;
use crate::drive::Stage;

pub(super) const WALK: Walk = Walk {
    road: "first-start",
    parent_languages: &["fr-CA"],
    go,
};

fn go(stage: &mut Stage<'_>) -> Result<()> {
    let desk = stage.open()?;
    desk.see("start-demo")?;
    desk.see("start-set-up")?;
    desk.screen("first-start")
}
