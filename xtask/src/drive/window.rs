//! The vocabulary of the walks: what a person does in a window and sees there. Every word waits
//! until it can be done, and fails saying what was there instead.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use anyhow::Result;
use fantoccini::key::Key;
use serde_json::{Value, json};
use text::Locale;

use super::Said;
use super::acts::Tally;
use super::look::Look;
use super::screen::Album;
use super::session::{Page, Session};
use super::words::language;

/// How long a word waits for its screen.
const PATIENCE: Duration = Duration::from_secs(15);

/// A window, or a place in it, in the language in which it is read.
#[derive(Clone)]
pub struct Window {
    pub(super) session: Rc<Session>,
    pub(super) page: Page,
    pub(super) album: Rc<Album>,
    pub(super) tally: Rc<Tally>,
    pub(super) places: Vec<String>,
    pub(super) patience: Duration,
    language: Locale,
}

impl Window {
    pub(super) fn new(
        session: Rc<Session>,
        page: Page,
        language: Locale,
        album: Rc<Album>,
        tally: Rc<Tally>,
    ) -> Self {
        Self {
            session,
            page,
            album,
            tally,
            places: Vec::new(),
            patience: PATIENCE,
            language,
        }
    }

    /// The same window, its words said in another language.
    ///
    /// # Errors
    /// When the project does not speak it.
    pub fn in_language(&self, tag: &str) -> Result<Self> {
        Ok(Self {
            language: language(tag)?,
            ..self.clone()
        })
    }

    /// The smallest place (row, list item, dialog, form…) of this window that says this: where
    /// many rows have the same button.
    ///
    /// # Errors
    /// When no language file has the message.
    pub fn within(&self, what: impl Into<Said>) -> Result<Self> {
        let mut inner = self.clone();
        inner.places.push(self.words(what)?);
        Ok(inner)
    }

    /// The same window, waited for longer: for what really takes long.
    #[must_use]
    pub fn patiently(&self, patience: Duration) -> Self {
        Self {
            patience,
            ..self.clone()
        }
    }

    /// The words of this window's language for a message.
    ///
    /// # Errors
    /// When no language file has it.
    pub fn words(&self, what: impl Into<Said>) -> Result<String> {
        what.into().words(self.language)
    }

    /// Waits until this can be read.
    ///
    /// # Errors
    /// When it cannot; the error gives what can.
    pub fn see(&self, what: impl Into<Said>) -> Result<()> {
        let wanted = self.words(what)?;
        let needle = as_read(&wanted);
        self.until_text(&format!("see “{wanted}”"), |text| {
            text.contains(&needle)
        })
    }

    /// Waits until one row says both.
    ///
    /// # Errors
    /// When none does.
    pub fn see_together(&self, one: impl Into<Said>, other: impl Into<Said>) -> Result<()> {
        let (one, other) = (as_read(&self.words(one)?), as_read(&self.words(other)?));
        self.until(
            &format!("see “{one}” and “{other}” in one row"),
            || {
                let are = self.call("together", &[json!(one), json!(other)])?;
                Ok(Look::from(are.as_bool().filter(|are| *are)).map(drop))
            },
        )
    }

    /// Waits until this can no longer be read.
    ///
    /// # Errors
    /// When it still can.
    pub fn dont_see(&self, what: impl Into<Said>) -> Result<()> {
        let unwanted = self.words(what)?;
        let needle = as_read(&unwanted);
        self.until_text(&format!("no longer see “{unwanted}”"), |text| {
            !text.contains(&needle)
        })
    }

    /// All that can be read, line by line.
    ///
    /// # Errors
    /// When the window does not come.
    pub fn read(&self) -> Result<String> {
        self.until("read", || {
            let text = self.call("text", &[json!(self.places)])?;
            Ok(Look::Found(text.as_str().unwrap_or_default().to_owned()))
        })
    }

    /// The colour of the window's ground, as the page computes it.
    ///
    /// # Errors
    /// When the window does not come.
    pub fn ground(&self) -> Result<String> {
        self.until("look at the ground", || {
            let colour = self.execute(
                "return getComputedStyle(document.body).backgroundColor",
                &[],
            )?;
            Ok(Look::from(colour.as_str().map(str::to_owned)))
        })
    }

    /// What each item of the longest list says, or each row of the longest table.
    ///
    /// # Errors
    /// When there is neither.
    pub fn items(&self) -> Result<Vec<String>> {
        self.until("find a list", || {
            let items = self.call("items", &[json!(self.places)])?;
            Ok(Look::from(serde_json::from_value(items).ok()))
        })
    }

    /// Calls a command from this window's page, as something foreign in it would, and gives Rust's answer.
    ///
    /// # Errors
    /// When the window does not come.
    pub fn invoke(&self, command: &str) -> Result<String> {
        self.until("call a command", || {
            let answer = self.call("invoke", &[json!(command)])?;
            Ok(Look::from(answer.as_str().map(str::to_owned)))
        })
    }

    /// Lets the page close its own window, which it must not be able to.
    ///
    /// # Errors
    /// When the window does not come.
    pub fn shut_from_inside(&self) -> Result<()> {
        self.until("close the window", || {
            Ok(Look::Found(self.call("shut", &[]).map(drop)?))
        })
    }

    /// Presses the button, link, tab or option of this name.
    ///
    /// # Errors
    /// When there is none, or it stays disabled.
    pub fn press(&self, what: impl Into<Said>) -> Result<()> {
        let wanted = self.words(what)?;
        self.until(&format!("press “{wanted}”"), || {
            let found = self.find("button", &wanted)?;
            self.click(&found)
        })?;
        self.count_acts()
    }

    /// Whether the button, link, tab or option of this name can be pressed now.
    ///
    /// # Errors
    /// When there is none.
    pub fn can_press(&self, what: impl Into<Said>) -> Result<bool> {
        let wanted = self.words(what)?;
        self.until(&format!("find “{wanted}”"), || {
            let found = self.find("button", &wanted)?;
            Ok(match found["state"].as_str() {
                Some("absent") => Look::not_yet(&found),
                state => Look::Found(state == Some("found")),
            })
        })
    }

    /// From now on the page watches for these words; they must not stand there yet.
    ///
    /// # Errors
    /// When the window does not come.
    pub fn expect(&self, what: impl Into<Said>) -> Result<()> {
        let wanted = as_read(&self.words(what)?);
        self.until("watch the page", || {
            let watches = self.call("expect", &[json!(wanted)])?;
            Ok(Look::from(watches.as_bool().filter(|watches| *watches)))
        })?;
        Ok(())
    }

    /// When the words that were expected stood in the page, in milliseconds of the machine's clock.
    ///
    /// # Errors
    /// When they do not come.
    pub fn came_at(&self) -> Result<f64> {
        self.until("see what was expected", || {
            Ok(Look::from(self.call("cameAt", &[])?.as_f64()))
        })
    }

    /// When something was pressed last, in milliseconds of the machine's clock.
    ///
    /// # Errors
    /// When nothing was.
    pub fn pressed_at(&self) -> Result<f64> {
        self.until("tell the last press", || {
            Ok(Look::from(self.call("pressedAt", &[])?.as_f64()))
        })
    }

    /// Ticks (or unticks) the box of this label; a radio button too.
    ///
    /// # Errors
    /// As [`Window::press`].
    pub fn tick(&self, label: impl Into<Said>) -> Result<()> {
        let wanted = self.words(label)?;
        self.until(&format!("tick “{wanted}”"), || {
            let found = self.find("tick", &wanted)?;
            self.click(&found)
        })?;
        self.count_acts()
    }

    /// Whether the box of this label is ticked.
    ///
    /// # Errors
    /// When there is none.
    pub fn is_ticked(&self, label: impl Into<Said>) -> Result<bool> {
        let wanted = self.words(label)?;
        self.until(&format!("find the box “{wanted}”"), || {
            Ok(Look::from(self.find("isTicked", &wanted)?.as_bool()))
        })
    }

    /// Types into the field of this label, in place of what was there. A date is written
    /// `2014-03-09`, whatever the order of its parts on screen.
    ///
    /// # Errors
    /// When there is no such field, or it stays disabled.
    pub fn fill(&self, label: impl Into<Said>, value: &str) -> Result<()> {
        let wanted = self.words(label)?;
        self.until(&format!("fill “{wanted}”"), || {
            let found = self.find("field", &wanted)?;
            if found["state"] != "found" {
                return Ok(Look::not_yet(&found));
            }
            if !found["segments"].is_object() {
                return self.retype(&found["element"], value);
            }
            for (part, digits) in ["year", "month", "day"].into_iter().zip(value.split('-')) {
                self.type_into(&found["segments"][part], digits)?;
            }
            Ok(Look::Found(()))
        })?;
        self.count_acts()
    }

    /// What the field of this label holds.
    ///
    /// # Errors
    /// When there is none.
    pub fn value(&self, label: impl Into<Said>) -> Result<String> {
        let wanted = self.words(label)?;
        self.until(&format!("find the field “{wanted}”"), || {
            let value = self.find("value", &wanted)?;
            Ok(Look::from(value.as_str().map(str::to_owned)))
        })
    }

    /// Chooses an option of the list, combined box or group of radio buttons of this label.
    ///
    /// # Errors
    /// When there is no such list, or no such option in it.
    pub fn choose(&self, label: impl Into<Said>, option: impl Into<Said>) -> Result<()> {
        let (wanted, option) = (self.words(label)?, self.words(option)?);
        // The options of a popup are drawn elsewhere in the page than the choice they belong to.
        let group = self.until(&format!("open the choice “{wanted}”"), || {
            let found = self.find("choice", &wanted)?;
            if found["state"] != "found" {
                return Ok(Look::not_yet(&found));
            }
            let looked = match found["kind"].as_str() {
                Some("native") => return self.select(&found["element"], &option),
                Some("popup") => self.click(&found)?,
                Some("typed") => self.retype(&found["element"], &option)?,
                _ => return Ok(Look::Found(Some(found["element"].clone()))),
            };
            Ok(looked.map(|()| Some(Value::Null)))
        })?;
        if let Some(group) = group {
            // A list that opens over the page closes when its option is taken; a press may come while it still moves.
            let closes = group.is_null();
            let pressed = Cell::new(false);
            self.until(&format!("choose “{option}” in “{wanted}”"), || {
                let found = self.call("option", &[group.clone(), json!(option)])?;
                if closes && pressed.get() && found["state"] == "absent" {
                    return Ok(Look::Found(()));
                }
                let look = self.click(&found)?;
                if !closes || !matches!(look, Look::Found(())) {
                    return Ok(look);
                }
                pressed.set(true);
                Ok(Look::not_yet(&found))
            })?;
        }
        self.count_acts()
    }

    /// Presses a key where the focus is.
    ///
    /// # Errors
    /// When the window does not come.
    pub fn press_key(&self, key: Key) -> Result<()> {
        self.type_keys(&char::from(key).to_string())
    }

    /// Types where the focus is.
    ///
    /// # Errors
    /// When the window does not come.
    pub fn type_keys(&self, keys: &str) -> Result<()> {
        self.until("type", || {
            let element = self.call("focus", &[])?;
            self.type_into(&element, keys).map(Look::Found)
        })?;
        self.count_acts()
    }

    /// The name of what has the focus.
    ///
    /// # Errors
    /// When the window does not come.
    pub fn focused(&self) -> Result<String> {
        self.until("find the focus", || {
            let name = self.call("focused", &[])?;
            Ok(Look::Found(name.as_str().unwrap_or_default().to_owned()))
        })
    }

    /// Whether the window is there now.
    pub fn is_open(&self) -> bool {
        self.session.has(self.page)
    }
}

/// Words as the page gives them back: in lower case, each stretch of spaces (unbreakable ones too) made one.
fn as_read(words: &str) -> String {
    let words: Vec<_> = words.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
