//! The keyboard alone: keys go to whatever has the focus, as a person's do, and at every stop the focus must be seen.
//! What is pressed and read otherwise is `window.rs`.

use anyhow::{Context, Result, bail};
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::Value;

use super::look::Look;
use super::{Said, Window};

/// More stops than any window has: whoever has not arrived by then goes round in a circle.
const STOPS: usize = 80;

impl Window {
    /// Goes from stop to stop with Tab until the focus is on what has this name, or in the group of this name.
    ///
    /// # Errors
    /// When it is not among the stops, or the focus cannot be seen at one of them.
    pub fn tab_to(&self, what: impl Into<Said>) -> Result<()> {
        let wanted = spaced(&self.words(what)?);
        let mut stops = Vec::new();
        for _ in 0..STOPS {
            self.key(Key::Tab)?;
            let stop = self.stop()?;
            if stop.names.contains(&wanted) {
                return Ok(());
            }
            stops.push(stop.names.into_iter().next().unwrap_or_default());
        }
        bail!(
            "{}: Tab does not come to “{wanted}”; it stops at: {}",
            self.page.name(),
            stops.join(" | ")
        )
    }

    /// Goes there with Tab and presses it with Enter.
    ///
    /// # Errors
    /// As [`Window::tab_to`].
    pub fn enter_on(&self, what: impl Into<Said>) -> Result<()> {
        self.tab_to(what)?;
        self.key(Key::Enter)
    }

    /// Goes there with Tab and types.
    ///
    /// # Errors
    /// As [`Window::tab_to`].
    pub fn type_in(&self, what: impl Into<Said>, keys: &str) -> Result<()> {
        self.tab_to(what)?;
        self.type_here(keys)
    }

    /// Goes to a group with Tab and, with the arrow, to the choice of this name in it.
    ///
    /// # Errors
    /// As [`Window::tab_to`], or when the arrow does not come to the choice.
    pub fn arrow_to(&self, group: impl Into<Said>, choice: impl Into<Said>) -> Result<()> {
        self.tab_to(group)?;
        let wanted = spaced(&self.words(choice)?);
        for _ in 0..STOPS {
            if self.stop()?.names.contains(&wanted) {
                // The first of a group where nothing is chosen yet is come to, and not yet taken.
                return self.key(' ');
            }
            self.key(Key::Down)?;
        }
        bail!(
            "{}: the arrow does not come to “{wanted}”",
            self.page.name()
        )
    }

    /// Goes once round with Tab: the focus is seen at each stop, comes back to where it began, and nothing holds it.
    /// Gives the names of the stops.
    ///
    /// # Errors
    /// When the focus cannot be seen, or does not come back.
    pub fn tab_round(&self) -> Result<Vec<String>> {
        self.key(Key::Tab)?;
        let first = self.stop()?;
        let mut stops = vec![first.name()];
        for _ in 0..STOPS {
            self.key(Key::Tab)?;
            let stop = self.stop()?;
            if stop.place == first.place {
                return Ok(stops);
            }
            stops.push(stop.name());
        }
        bail!(
            "{}: Tab does not come back to “{}”; it stops at: {}",
            self.page.name(),
            first.name(),
            stops.join(" | ")
        )
    }

    /// Presses a key where the focus is.
    ///
    /// # Errors
    /// When the window does not come.
    pub fn key(&self, key: impl Into<char>) -> Result<()> {
        let key = key.into();
        self.type_here(&key.to_string())
    }

    /// Types where the focus is.
    ///
    /// # Errors
    /// When the window does not come.
    pub fn type_here(&self, keys: &str) -> Result<()> {
        self.turn_to()?;
        self.until("type", || {
            let mut actions = KeyActions::new("keyboard".to_owned());
            for value in keys.chars() {
                actions = actions
                    .then(KeyAction::Down { value })
                    .then(KeyAction::Up { value });
            }
            self.session
                .ask_in(self.page, |client| {
                    let actions = actions.clone();
                    async move { client.perform_actions(actions).await }
                })
                .map(Look::Found)
        })?;
        self.count_acts()
    }

    /// Takes the keyboard to this window, if it is at the other.
    fn turn_to(&self) -> Result<()> {
        self.until("turn to the window", || {
            let size = self.call("idle", &[])?;
            let Ok(size) = serde_json::from_value(size) else {
                return Ok(Look::Found(()));
            };
            Ok(match self.session.display.give_keyboard(size) {
                Ok(()) => Look::NotYet("it has not noticed yet".to_owned()),
                Err(error) => Look::NotYet(format!("{error:#}")),
            })
        })
    }

    /// Where the focus is now; it must be seen.
    fn stop(&self) -> Result<Stop> {
        let stop = self.until("see the focus", || {
            let stop = self.call("stop", &[])?;
            // The page may still be drawing it, or bringing it into view.
            Ok(match stop["seen"].as_bool() {
                Some(false) => Look::NotYet(format!("it is on {}", stop["names"])),
                _ => Look::Found(stop),
            })
        })?;
        Stop::read(&stop).context("the page says where the focus is")
    }
}

/// Words as the page gives a name: each stretch of spaces (unbreakable ones too) made one.
fn spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What has the focus.
struct Stop {
    /// What tells it from the others of its page.
    place: u64,
    names: Vec<String>,
}

impl Stop {
    fn read(stop: &Value) -> Option<Self> {
        Some(Self {
            place: stop["place"].as_u64()?,
            names: serde_json::from_value(stop["names"].clone()).ok()?,
        })
    }

    fn name(&self) -> String {
        self.names.first().cloned().unwrap_or_default()
    }
}
