//! A screen that nobody sees, for the program to draw on.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;

use crate::house::read;
use crate::process::{Companion, Farewell, tied};

/// An X server in memory, 1600 × 1000 pixels. It ends when dropped.
#[derive(Debug)]
pub struct Display {
    _server: Companion,
    name: String,
    frame: TempDir,
}

impl Display {
    /// Starts the server on a display number that it finds free itself.
    ///
    /// # Errors
    /// When Xvfb is not installed or does not start.
    pub fn start() -> Result<Self> {
        let frame = tempfile::Builder::new()
            .prefix("guichet-screen-")
            .tempdir()?;
        let mut server = Companion::start(
            tied("Xvfb")
                .args(["-displayfd", "1", "-screen", "0", "1600x1000x24"])
                .args(["-nolisten", "tcp", "-noreset", "-fbdir"])
                .arg(frame.path())
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
            frame,
        })
    }

    /// How many pixels of the screen have this colour now.
    ///
    /// # Errors
    /// When the server's frame cannot be read.
    pub fn pixels_of(&self, [red, green, blue]: [u8; 3]) -> Result<usize> {
        let frame = fs::read(self.frame.path().join("Xvfb_screen0"))?;
        // What goes before the pixels, and each pixel, are whole words.
        let pixels = frame.chunks_exact(4);
        Ok(pixels
            .filter(|pixel| pixel.starts_with(&[blue, green, red]))
            .count())
    }

    /// Gives the keyboard to the window of this size in pixels, as a press beside its page would: nothing here manages
    /// windows.
    ///
    /// # Errors
    /// When there is no such window.
    pub(super) fn give_keyboard(&self, [width, height]: [u64; 2]) -> Result<()> {
        let mut search = Command::new("xdotool");
        search.args(["search", "--onlyvisible", "--name", "^Guichet$"]);
        self.show(&mut search);
        for window in read(&mut search)?.lines() {
            let mut measure = Command::new("xdotool");
            self.show(measure.args(["getwindowgeometry", window]));
            if read(&mut measure)?.contains(&format!("Geometry: {width}x{height}")) {
                let mut focus = Command::new("xdotool");
                self.show(focus.args(["windowraise", window, "windowfocus", window]));
                read(&mut focus)?;
                return Ok(());
            }
        }
        bail!("there is no window of {width} by {height} pixels")
    }

    /// Makes a command draw here.
    pub(super) fn show(&self, command: &mut Command) {
        command
            .env("DISPLAY", &self.name)
            .env_remove("WAYLAND_DISPLAY");
    }
}
