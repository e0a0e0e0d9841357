//! How a walk names what it presses and reads: by Fluent id, so that it runs in every language,
//! or by the words themselves where they are data.

use anyhow::{Context, Result, ensure};
use text::{Args, Locale, say_plain};

/// Something that a window says.
#[derive(Clone, Debug)]
pub enum Said {
    /// A message of the language files, `id` or `id.attribute`, with its variables.
    Message(&'static str, Vec<(&'static str, String)>),
    /// These very words: a name, a code, a file.
    Text(String),
}

impl From<&'static str> for Said {
    fn from(id: &'static str) -> Self {
        Self::Message(id, Vec::new())
    }
}

/// These very words, which are data and in no language file.
pub fn text(words: impl Into<String>) -> Said {
    Said::Text(words.into())
}

/// The message of this id with its variables.
pub fn with(id: &'static str, variables: &[(&'static str, &str)]) -> Said {
    let owned = variables
        .iter()
        .map(|&(name, value)| (name, value.to_owned()))
        .collect();
    Said::Message(id, owned)
}

impl Said {
    /// The words in a language.
    ///
    /// # Errors
    /// When no language file has the message: the walk is out of date.
    pub(super) fn words(&self, language: Locale) -> Result<String> {
        match self {
            Self::Text(words) => Ok(words.clone()),
            Self::Message(id, variables) => {
                let mut args = Args::new();
                for (name, value) in variables {
                    // A number chooses plural forms only when it is given as one.
                    match value.parse::<f64>() {
                        Ok(number) => args.set(*name, number),
                        Err(_) => args.set(*name, value.as_str()),
                    }
                }
                let words = say_plain(language, id, &args);
                ensure!(words != *id, "no language file has the message `{id}`");
                Ok(words)
            }
        }
    }
}

/// The language of this tag.
///
/// # Errors
/// When there is no such folder in `locales/`.
pub(super) fn language(tag: &str) -> Result<Locale> {
    Locale::parse(tag).with_context(|| format!("there is no language `{tag}`"))
}
