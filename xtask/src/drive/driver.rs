//! The driver, and the program it opens: one of each for every opening. What is asked of them is
//! in `session.rs`.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::Result;
use serde_json::json;

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

/// A program that is asked to be driven, and may refuse. It ends when dropped.
#[derive(Debug)]
pub struct Request {
    _driver: Driver,
    asked: TcpStream,
}

impl Request {
    /// Has the driver open the program and ask it for a session.
    ///
    /// # Errors
    /// When the driver does not start.
    pub fn make(opening: &Opening, display: &Display) -> Result<Self> {
        let driver = Driver::start(opening, display)?;
        let options = json!({ "application": opening.program, "args": opening.arguments });
        let body =
            json!({ "capabilities": { "alwaysMatch": { "tauri:options": options } } }).to_string();
        let mut asked = TcpStream::connect((Ipv4Addr::LOCALHOST, driver.port))?;
        write!(
            asked,
            "POST /session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\n\r\n{body}",
            body.len()
        )?;
        Ok(Self {
            _driver: driver,
            asked,
        })
    }

    /// What the driver answers within this time; nothing while the program does not let it in.
    ///
    /// # Errors
    /// When the connection fails.
    pub fn answer(&mut self, patience: Duration) -> Result<Option<String>> {
        self.asked.set_read_timeout(Some(patience))?;
        let mut answer = [0; 4096];
        match self.asked.read(&mut answer) {
            Ok(length) => {
                let heard = answer.get(..length).unwrap_or_default();
                Ok(Some(String::from_utf8_lossy(heard).into_owned()))
            }
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                Ok(None)
            }
            Err(error) => Err(error.into()),
        }
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
