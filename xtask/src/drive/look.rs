//! How a word of the vocabulary is carried out: look, and look again until it can be done. The
//! vocabulary itself is `window.rs`; what is looked for is found by `page.js`.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use fantoccini::Client;
use fantoccini::elements::Element;
use serde_json::{Value, json};

use super::Window;
use super::acts::Acts;
use super::session::Trouble;

/// How long between two looks.
const GLANCE: Duration = Duration::from_millis(80);

/// The key under which WebDriver gives an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// WebDriver's keys: Control, held down by its first use and released by its second (the key that
/// is to release them all makes the web view's driver swallow what follows), and Delete.
const CONTROL: char = '\u{e009}';
const DELETE: char = '\u{e017}';

const PAGE: &str = include_str!("page.js");

/// What one look gave.
pub(super) enum Look<T> {
    Found(T),
    /// Not there yet, and what was there instead.
    NotYet(String),
}

impl<T> Look<T> {
    /// From what `page.js` answers of something it did not find, or found disabled.
    pub(super) fn not_yet(found: &Value) -> Self {
        if found["state"] == "disabled" {
            return Self::NotYet("it is disabled".to_owned());
        }
        let offered: Vec<_> = found["offered"].as_array().into_iter().flatten().collect();
        let names: Vec<_> = offered.iter().filter_map(|name| name.as_str()).collect();
        Self::NotYet(format!("there is: {}", names.join(" | ")))
    }

    pub(super) fn map<U>(self, change: impl FnOnce(T) -> U) -> Look<U> {
        match self {
            Self::Found(value) => Look::Found(change(value)),
            Self::NotYet(instead) => Look::NotYet(instead),
        }
    }
}

impl<T> From<Option<T>> for Look<T> {
    fn from(found: Option<T>) -> Self {
        found.map_or_else(|| Self::NotYet("it is not there".to_owned()), Self::Found)
    }
}

impl Window {
    /// Looks until `attempt` finds what it wants, or the patience is over.
    pub(super) fn until<T>(
        &self,
        what: &str,
        mut attempt: impl FnMut() -> Result<Look<T>, Trouble>,
    ) -> Result<T> {
        let end = Instant::now() + self.patience;
        loop {
            let instead = match attempt() {
                Ok(Look::Found(value)) => return Ok(value),
                Ok(Look::NotYet(instead)) => instead,
                Err(trouble) if trouble.may_pass() => trouble.to_string(),
                Err(trouble) => bail!("{}: could not {what}: {trouble}", self.page.name()),
            };
            if Instant::now() > end {
                bail!("{}: could not {what}: {instead}", self.page.name());
            }
            std::thread::sleep(GLANCE);
        }
    }

    /// Looks until what can be read, in small letters, is as wished.
    pub(super) fn until_text(&self, what: &str, wish: impl Fn(&str) -> bool) -> Result<()> {
        self.until(what, || {
            let text = self.call("text", &[json!(self.places)])?;
            let text = text.as_str().unwrap_or_default().replace('\n', " ");
            Ok(match wish(&text.to_lowercase()) {
                true => Look::Found(()),
                false => Look::NotYet(format!("the window says: {text}")),
            })
        })
    }

    /// Calls a function of `page.js`.
    pub(super) fn call(&self, function: &str, arguments: &[Value]) -> Result<Value, Trouble> {
        let script = format!("{PAGE}\nreturn walk.{function}(...arguments)");
        self.execute(&script, arguments)
    }

    pub(super) fn execute(&self, script: &str, arguments: &[Value]) -> Result<Value, Trouble> {
        self.session.ask_in(self.page, |client| {
            let (script, arguments) = (script.to_owned(), arguments.to_vec());
            async move { client.execute(&script, arguments).await }
        })
    }

    /// Calls a function of `page.js` that finds something by name in the places we are in.
    pub(super) fn find(&self, function: &str, wanted: &str) -> Result<Value, Trouble> {
        self.call(function, &[json!(self.places), json!(wanted)])
    }

    /// Presses what was found, if it was.
    pub(super) fn click(&self, found: &Value) -> Result<Look<()>, Trouble> {
        if found["state"] != "found" {
            return Ok(Look::not_yet(found));
        }
        let id = element_id(&found["element"]);
        let answer = self.session.ask_in_once(self.page, |client| {
            let element = element(client, &id);
            async move { element.click().await }
        });
        match answer {
            // The press closed the window before the driver could say that it was done.
            Err(trouble) if trouble.is_no_such_window() => Ok(Look::Found(())),
            // Or it changed the page: what was pressed is gone, and the driver says so though the press was felt.
            Err(trouble) if trouble.may_pass() || trouble.has_no_answer() => {
                Ok(match self.call("pressed", &[])? == json!(true) {
                    true => Look::Found(()),
                    false => Look::NotYet(trouble.to_string()),
                })
            }
            answer => answer.map(Look::Found),
        }
    }

    /// Types into an element after all that is there.
    pub(super) fn type_into(&self, target: &Value, keys: &str) -> Result<(), Trouble> {
        let id = element_id(target);
        self.session.ask_in(self.page, |client| {
            let (element, keys) = (element(client, &id), keys.to_owned());
            async move { element.send_keys(&keys).await }
        })
    }

    /// Types into an element in place of what is there. WebDriver's own `clear` is not seen by
    /// the page, so it is done as a person would: select all, and type.
    pub(super) fn retype(&self, target: &Value, value: &str) -> Result<Look<()>, Trouble> {
        let typed = if value.is_empty() {
            format!("{CONTROL}a{CONTROL}{DELETE}")
        } else {
            format!("{CONTROL}a{CONTROL}{value}")
        };
        self.type_into(target, &typed).map(Look::Found)
    }

    /// Chooses an option of a plain `<select>`; there is no list left to press in.
    pub(super) fn select(
        &self,
        target: &Value,
        option: &str,
    ) -> Result<Look<Option<Value>>, Trouble> {
        let id = element_id(target);
        self.session.ask_in(self.page, |client| {
            let (element, option) = (element(client, &id), option.to_owned());
            async move { element.select_by_label(&option).await }
        })?;
        Ok(Look::Found(None))
    }

    /// Adds what was done since the last time. The last press of a window that is gone was one.
    pub(super) fn count_acts(&self) -> Result<()> {
        let acts = match self.call("acts", &[]) {
            Ok(acts) => serde_json::from_value(acts)?,
            Err(trouble) if trouble.may_pass() => Acts::LAST_PRESS,
            Err(trouble) => bail!("{}: {trouble}", self.page.name()),
        };
        self.tally.add(acts);
        Ok(())
    }
}

fn element(client: Client, id: &str) -> Element {
    Element::from_element_id(client, id.to_owned().into())
}

/// The driver's own name for an element; of one that is not there, a name that it does not know.
fn element_id(value: &Value) -> String {
    value[ELEMENT].as_str().unwrap_or_default().to_owned()
}
