//! What is done with every screen that a walk comes to: its picture, and the look of axe-core.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::Window;
use super::look::Look;

/// Whether pictures of the screens are kept, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pictures {
    /// In this folder.
    Keep(PathBuf),
    None,
}

/// The pictures of one walk, in their order, and the script of axe-core.
#[derive(Debug)]
pub(super) struct Album {
    pictures: Pictures,
    last: Cell<u32>,
    axe: PathBuf,
    seen: RefCell<BTreeSet<String>>,
}

impl Album {
    pub(super) fn new(pictures: Pictures, axe: PathBuf) -> Self {
        Self {
            pictures,
            last: Cell::new(0),
            axe,
            seen: RefCell::default(),
        }
    }

    /// The steps and rooms at which axe-core has looked, as the pages call them.
    pub(super) fn seen(&self) -> BTreeSet<String> {
        self.seen.borrow().clone()
    }
}

/// The rules of WCAG 2.2 AA and axe's own good practice; the answer is one line a violation.
const RUN_AXE: &str = r#"
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ["violations"] }).then(
  ({ violations }) => done(violations.map(({ id, help, nodes }) =>
    `${id}: ${help}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)),
  (error) => done([`axe-core failed: ${error}`]),
);
"#;

impl Window {
    /// A screen worth a look: axe-core finds nothing, and its picture is kept when pictures are.
    ///
    /// # Errors
    /// When axe-core finds something.
    pub fn screen(&self, name: &str) -> Result<()> {
        self.picture(name)?;
        self.axe()
            .with_context(|| format!("on the screen `{name}`"))
    }

    /// Keeps a picture, when pictures are kept: `03-children.parent.png`.
    ///
    /// # Errors
    /// When the picture cannot be taken or written.
    pub fn picture(&self, name: &str) -> Result<()> {
        let Pictures::Keep(folder) = &self.album.pictures else {
            return Ok(());
        };
        let number = self.album.last.get() + 1;
        self.album.last.set(number);
        let file = format!("{number:02}-{name}.{}.png", self.page.name());
        std::fs::create_dir_all(folder)?;
        self.save_picture(&folder.join(file))
    }

    pub(super) fn save_picture(&self, file: &Path) -> Result<()> {
        let picture = self.until("take a picture", || {
            // The driver gives the last frame that was shown, which may be the one before the page's last change.
            self.call("painted", &[])?;
            self.session
                .ask_in(self.page, |client| async move { client.screenshot().await })
                .map(Look::Found)
        })?;
        std::fs::write(file, picture)
            .with_context(|| format!("{} cannot be written", file.display()))
    }

    /// Lets axe-core look at the whole window.
    ///
    /// # Errors
    /// With what it finds, a line each.
    pub fn axe(&self) -> Result<()> {
        let found = self.until("run axe-core", || {
            if self.execute("return window.axe === undefined", &[])? == Value::Bool(true) {
                let Ok(script) = std::fs::read_to_string(&self.album.axe) else {
                    return Ok(Look::NotYet(format!(
                        "{} is missing",
                        self.album.axe.display()
                    )));
                };
                self.execute(&script, &[])?;
            }
            self.session
                .ask_in(self.page, |client| async move {
                    client.execute_async(RUN_AXE, Vec::new()).await
                })
                .map(Look::Found)
        })?;
        let place = self.until("name the screen", || Ok(Look::Found(self.call("at", &[])?)))?;
        if let Some(place) = place.as_str() {
            self.album.seen.borrow_mut().insert(place.to_owned());
        }
        let violations: Vec<String> = serde_json::from_value(found)?;
        if violations.is_empty() {
            return Ok(());
        }
        bail!(
            "{}: axe-core finds {}",
            self.page.name(),
            violations.join("\n  ")
        )
    }
}
