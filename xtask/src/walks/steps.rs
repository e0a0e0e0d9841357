//! How long after a press in the parent's window the next step stands in the desk's: what `cargo xtask bench` tells of the
//! real program. The press is timed by its own event and the words by the change of the page, each in its window; a
//! look of ours from outside would take longer than the thing itself.

use std::rc::Rc;
use std::time::Duration;

use anyhow::Result;

use crate::drive::{Display, Opening, Pictures, Stage};
use crate::house::House;
use crate::smtp::Smtp;

/// The milliseconds of so many changes of step, back and forth, in the demo.
///
/// # Errors
/// When the program cannot be driven so far.
pub fn measure(house: &House, changes: usize) -> Result<Vec<f64>> {
    let display = Rc::new(Display::start()?);
    let mut mail = Smtp::start(house)?;
    let opening = Opening {
        driver: house.tool("tauri-driver"),
        program: house.released_program("guichet"),
        arguments: Vec::new(),
        environment: Vec::new(),
    };
    let axe = house.ui().join("node_modules/axe-core/axe.min.js");
    let mut stage = Stage::set(&opening, display, &mut mail, "fr-CA", Pictures::None, axe)?;
    let desk = stage.open()?;
    desk.press("first-demo-open")?;
    desk.patiently(Duration::from_secs(60)).see("desk-demo")?;
    let parent = stage.parent()?;
    super::counter::begin(&parent)?;
    let mut times = Vec::new();
    for (press, step) in [
        ("parent-address-have-account", "visit-step-sign-in"),
        ("parent-sign-in-back", "visit-step-address"),
    ]
    .into_iter()
    .cycle()
    .take(changes)
    {
        desk.expect(step)?;
        parent.press(press)?;
        times.push(desk.came_at()? - parent.pressed_at()?);
    }
    Ok(times)
}
