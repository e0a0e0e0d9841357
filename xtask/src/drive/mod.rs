//! Drives the real program as two people would: by what they read on its windows. What they do
//! is in `walks/`; this folder knows no screen of Guichet.
//!
//! ```no_run
//! # fn walk(stage: &mut xtask::drive::Stage<'_>) -> anyhow::Result<()> {
//! let desk = stage.open()?;                      // the program, its data folder empty
//! desk.press("first-real-open")?;                // a Fluent id, said in the window's language
//! desk.fill("setup-school-name.label", "École des Érables")?;
//! desk.within(text("Tremblay, Olivia"))?.press("guardian-start-visit")?; // `text`: data, not words
//! desk.screen("visit")?;                         // axe-core, and a picture when the tour runs
//! # use xtask::drive::text;
//! # Ok(())
//! # }
//! ```

mod acts;
mod display;
mod driver;
mod keyboard;
mod look;
mod screen;
mod session;
mod stage;
mod window;
mod words;

pub use acts::Acts;
pub use display::Display;
pub use driver::{Opening, Request};
pub use fantoccini::key::Key;
pub use screen::Pictures;
pub use stage::Stage;
pub use window::Window;
pub use words::{Said, text, with};
