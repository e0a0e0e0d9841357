//! Where one walk happens: a data folder, the program opened on it as often as the walk likes,
//! and the mail. What is done there is the walk's.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use tempfile::TempDir;

use super::acts::Tally;
use super::driver::Driver;
use super::screen::Album;
use super::session::{Page, Session};
use super::words::language;
use super::{Acts, Display, Opening, Pictures, Window};
use crate::smtp::Smtp;

/// How long a whole walk may take.
const WALK: Duration = Duration::from_secs(300);

/// The language of the desk in every walk; its program is told so by its environment.
const DESK: &str = "fr-CA";

/// The stage of one walk.
pub struct Stage<'a> {
    opening: &'a Opening,
    display: Rc<Display>,
    mail: &'a mut Smtp,
    parent_language: &'static str,
    folder: TempDir,
    is_dark: bool,
    album: Rc<Album>,
    tally: Rc<Tally>,
    until: Instant,
    // The conversation ends before the driver does.
    open: Option<(Rc<Session>, Driver)>,
}

impl<'a> Stage<'a> {
    /// A stage with an empty data folder; nothing is open yet.
    ///
    /// # Errors
    /// When no folder can be made.
    pub fn set(
        opening: &'a Opening,
        display: Rc<Display>,
        mail: &'a mut Smtp,
        parent_language: &'static str,
        pictures: Pictures,
        axe: PathBuf,
    ) -> Result<Self> {
        Ok(Self {
            opening,
            display,
            mail,
            parent_language,
            folder: tempfile::Builder::new().prefix("guichet-walk-").tempdir()?,
            is_dark: false,
            album: Rc::new(Album::new(pictures, axe)),
            tally: Rc::default(),
            until: Instant::now() + WALK,
            open: None,
        })
    }

    /// Opens the program on this walk's data folder, again if it was open, and gives the desk's
    /// window.
    ///
    /// # Errors
    /// When it does not open.
    pub fn open(&mut self) -> Result<Window> {
        self.close();
        let mut opening = self.opening.clone();
        let data = self.data().to_string_lossy().into_owned();
        opening.environment.push(("GUICHET_DATA", data));
        let clock = self.clock().to_string_lossy().into_owned();
        opening.environment.push(("GUICHET_CLOCK_AHEAD", clock));
        if self.is_dark {
            // WebKitGTK reads the scheme that the system prefers in the name of its theme.
            opening
                .environment
                .push(("GTK_THEME", "Adwaita:dark".to_owned()));
        }
        let driver = Driver::start(&opening, &self.display)?;
        let session = Session::open(
            driver.port,
            &opening.program,
            &opening.arguments,
            Rc::clone(&self.display),
            self.until,
        )?;
        let session = Rc::new(session);
        self.open = Some((Rc::clone(&session), driver));
        self.window(Page::Desk)
    }

    /// From the next opening on, the system prefers dark windows.
    pub fn darken(&mut self) {
        self.is_dark = true;
    }

    /// It is so many minutes later, for the program, than when the walk began.
    ///
    /// # Errors
    /// When the clock's file cannot be written.
    pub fn put_clock_ahead(&self, minutes: u32) -> Result<()> {
        Ok(std::fs::write(self.clock(), minutes.to_string())?)
    }

    fn clock(&self) -> PathBuf {
        self.beside("minutes-ahead")
    }

    /// Closes the program as a shut-down of the machine would: windows of it that a walk still
    /// holds no longer answer.
    pub fn close(&mut self) {
        if let Some((session, _driver)) = self.open.take() {
            session.close();
        }
    }

    /// The window that faces the parent, in the language of the walk; it may come later.
    ///
    /// # Errors
    /// When the program is not open.
    pub fn parent(&self) -> Result<Window> {
        self.window(Page::Parent)
    }

    /// The desk's window of the program that is open.
    ///
    /// # Errors
    /// When the program is not open.
    pub fn desk(&self) -> Result<Window> {
        self.window(Page::Desk)
    }

    /// The language in which the parent is served.
    pub fn parent_language(&self) -> &'static str {
        self.parent_language
    }

    /// Where the program keeps its data.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// A place for a file beside the data folder.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file that someone brings to the desk, beside the data folder; its name may hold a folder's.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn bring(&self, name: &str, content: impl AsRef<[u8]>) -> Result<PathBuf> {
        let file = self.beside(name);
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(&file, content)?;
        Ok(file)
    }

    /// The mail server.
    pub fn mail(&mut self) -> &mut Smtp {
        self.mail
    }

    /// The visit begins: only what is done from here to [`Stage::visit_ends`] is counted.
    pub fn visit_begins(&self) {
        self.tally.begin();
    }

    /// The visit is over; what follows is not counted.
    pub fn visit_ends(&self) {
        self.tally.close();
    }

    /// What was done so far in both windows.
    pub fn acts(&self) -> Acts {
        self.tally.sum()
    }

    /// The steps and rooms that were shown to axe-core, as the pages call them.
    pub fn seen(&self) -> BTreeSet<String> {
        self.album.seen()
    }

    /// Keeps a picture of each window as it is, for whoever looks for the fault.
    pub(crate) fn last_look(&self, folder: &Path, name: &str) {
        for page in Page::ALL {
            let Ok(window) = self.window(page) else {
                return;
            };
            if window.is_open() && std::fs::create_dir_all(folder).is_ok() {
                let file = folder.join(format!("{name}.{}.png", page.name()));
                // The fault itself is told by the walk.
                let _kept = window.patiently(Duration::ZERO).save_picture(&file);
            }
        }
    }

    fn window(&self, page: Page) -> Result<Window> {
        let (session, _) = self.open.as_ref().context("the program is not open")?;
        let tag = match page {
            Page::Desk => DESK,
            Page::Parent => self.parent_language,
        };
        Ok(Window::new(
            Rc::clone(session),
            page,
            language(tag)?,
            Rc::clone(&self.album),
            Rc::clone(&self.tally),
        ))
    }
}

impl Drop for Stage<'_> {
    fn drop(&mut self) {
        self.close();
    }
}
