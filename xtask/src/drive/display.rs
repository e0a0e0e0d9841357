//! A screen that nobody sees, for the program to draw on.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::process::{Companion, Farewell, tied};

/// An X server in memory, 1600 × 1000 pixels. It ends when dropped.
#[derive(Debug)]
pub struct Display {
    _server: Companion,
    name: String,
}

impl Display {
    /// Starts the server on a display number that it finds free itself.
    ///
    /// # Errors
    /// When Xvfb is not installed or does not start.
    pub fn start() -> Result<Self> {
        let mut server = Companion::start(
            tied("Xvfb")
                .args(["-displayfd", "1", "-screen", "0", "1600x1000x24"])
                .args(["-nolisten", "tcp", "-noreset"])
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
            Farewell::Terminate,
        )?;
        let output = server.take_output().context("Xvfb says its number")?;
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number)?;
        ensure!(!number.trim().is_empty(), "Xvfb ended before it was ready");
        Ok(Self {
            _server: server,
            name: format!(":{}", number.trim()),
        })
    }

    /// Makes a command draw here.
    pub(super) fn show(&self, command: &mut Command) {
        command
            .env("DISPLAY", &self.name)
            .env_remove("WAYLAND_DISPLAY");
    }
}
