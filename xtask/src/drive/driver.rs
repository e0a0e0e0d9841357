//! The driver, and the program it opens: one of each for every opening. What is asked of them is
//! in `session.rs`.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::Result;

use super::Display;
use crate::process::{Companion, Farewell, answers, free_port, tied};

/// A program to open, and how.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The driver that stands between us and the web view's own.
    pub driver: PathBuf,
    /// The program, built with the feature `driven`.
    pub program: PathBuf,
    /// What it is given on its command line.
    pub arguments: Vec<String>,
    /// What it finds in its environment beside ours.
    pub environment: Vec<(&'static str, String)>,
}

/// A running driver on ports of its own. It ends when dropped, and what it opened with it.
#[derive(Debug)]
pub(super) struct Driver {
    _driver: Companion,
    pub(super) port: u16,
}

impl Driver {
    pub(super) fn start(opening: &Opening, display: &Display) -> Result<Self> {
        let (port, native_port) = (free_port()?, free_port()?);
        let mut command = tied(&opening.driver);
        command
            .args(["--port", &port.to_string()])
            .args(["--native-port", &native_port.to_string()])
            .envs(
                opening
                    .environment
                    .iter()
                    .map(|(name, value)| (name, value)),
            )
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        quiet(&mut command);
        display.show(&mut command);
        let mut driver = Companion::start(&mut command, Farewell::Terminate)?;
        driver.wait_until("the driver", Duration::from_secs(15), || {
            answers(port) && answers(native_port)
        })?;
        Ok(Self {
            _driver: driver,
            port,
        })
    }
}

/// What the web view needs on a machine without a desktop.
fn quiet(command: &mut Command) {
    command
        .env("LANG", "C.UTF-8")
        // No accessibility bus: looking for one is a wait and a line on the screen.
        .env("NO_AT_BRIDGE", "1")
        .env("GDK_BACKEND", "x11")
        // The program switches this renderer off where nothing is said of it; without it, a picture
        // of a page that does not move is never taken.
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "0");
}
