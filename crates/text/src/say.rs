//! Turns the id of a message into words: one Fluent bundle a language, French of Québec behind each.
//! No message is written here.

use std::fmt;
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentError, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::locale::COUNT;
use crate::{Args, Locale};

/// Says the message `id`, or its attribute (`id.attribute`), in a language.
/// Values are wrapped in isolation marks, so that a name of one direction does not disturb a sentence of the other:
/// for screens and the bodies of mails.
///
/// A message that is missing is said in French; one that is missing there too is a bug, logged, and gives its id.
#[must_use]
pub fn say(locale: Locale, id: &str, args: &Args<'_>) -> String {
    speak(locale, id, args, |voice| &voice.isolating)
}

/// As [`say`], without isolation marks: for subjects, file names and search keys, which must hold what they show.
#[must_use]
pub fn say_plain(locale: Locale, id: &str, args: &Args<'_>) -> String {
    speak(locale, id, args, |voice| &voice.plain)
}

type Bundle = FluentBundle<Arc<FluentResource>>;

/// The messages of one language, read once.
struct Voice {
    isolating: Bundle,
    plain: Bundle,
}

fn speak(
    locale: Locale,
    id: &str,
    args: &Args<'_>,
    bundle: fn(&'static Voice) -> &'static Bundle,
) -> String {
    for tried in [locale, Locale::REFERENCE] {
        if let Some((said, errors)) = format(bundle(Voice::of(tried)), id, args) {
            if !errors.is_empty() {
                // The errors name variables, never their values.
                tracing::error!(id, locale = %tried, errors = %Listed(&errors), "a message is not whole");
            }
            return said;
        }
        tracing::error!(id, locale = %tried, "a message is missing");
    }
    id.to_owned()
}

/// `None` when the bundle has no such message or attribute.
fn format(bundle: &Bundle, id: &str, args: &Args<'_>) -> Option<(String, Vec<FluentError>)> {
    let (message, attribute) = match id.split_once('.') {
        Some((message, attribute)) => (message, Some(attribute)),
        None => (id, None),
    };
    let message = bundle.get_message(message)?;
    let pattern = match attribute {
        Some(attribute) => message.get_attribute(attribute)?.value(),
        None => message.value()?,
    };
    let mut errors = Vec::new();
    let said = bundle
        .format_pattern(pattern, Some(args), &mut errors)
        .into_owned();
    Some((said, errors))
}

impl Voice {
    fn of(locale: Locale) -> &'static Self {
        static VOICES: [OnceLock<Voice>; COUNT] = [const { OnceLock::new() }; COUNT];
        VOICES[locale.index()].get_or_init(|| {
            let (voice, faults) = Self::read(locale);
            for fault in faults {
                tracing::error!(%locale, fault, "a language file is damaged");
            }
            voice
        })
    }

    /// What could be read, and the faults met; the tests allow none.
    fn read(locale: Locale) -> (Self, Vec<String>) {
        let mut faults = Vec::new();
        let language = locale
            .as_str()
            .parse::<LanguageIdentifier>()
            .unwrap_or_else(|fault| {
                faults.push(fault.to_string());
                LanguageIdentifier::default()
            });
        let mut isolating = Bundle::new_concurrent(vec![language.clone()]);
        let mut plain = Bundle::new_concurrent(vec![language]);
        plain.set_use_isolating(false);
        for bundle in [&mut isolating, &mut plain] {
            faults.extend(bundle.add_builtins().err().map(|fault| fault.to_string()));
        }
        for file in locale.files() {
            let resource = Arc::new(
                FluentResource::try_new(file.source.to_owned()).unwrap_or_else(|(rest, errors)| {
                    faults.extend(
                        errors
                            .iter()
                            .map(|error| format!("{}.ftl: {error}", file.title)),
                    );
                    rest
                }),
            );
            for bundle in [&mut isolating, &mut plain] {
                if let Err(errors) = bundle.add_resource(Arc::clone(&resource)) {
                    faults.push(format!("{}.ftl: {}", file.title, Listed(&errors)));
                }
            }
        }
        (Self { isolating, plain }, faults)
    }
}

struct Listed<'a>(&'a [FluentError]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, error) in self.0.iter().enumerate() {
            write!(f, "{}{error}", if place == 0 { "" } else { "; " })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundle(text: &str) -> Bundle {
        let mut bundle = Bundle::new_concurrent(vec!["ar".parse().unwrap()]);
        bundle
            .add_resource(Arc::new(FluentResource::try_new(text.to_owned()).unwrap()))
            .unwrap();
        bundle
    }

    #[test]
    fn every_file_of_every_language_is_read_whole_and_no_id_stands_twice() {
        for locale in Locale::all() {
            let (_, faults) = Voice::read(locale);
            assert_eq!(faults, [""; 0], "{locale}");
        }
    }

    #[test]
    fn a_message_that_nobody_has_gives_its_id() {
        for locale in Locale::all() {
            assert_eq!(
                say(locale, "no-such-message", &Args::new()),
                "no-such-message"
            );
            assert_eq!(
                say(locale, "locale-name.no-such-attribute", &Args::new()),
                "locale-name.no-such-attribute"
            );
        }
    }

    #[test]
    fn a_message_and_its_attributes_are_said_alike() {
        let bundle = bundle("field = Champ\n    .label = Nom de { $who }");
        let said =
            |id| format(&bundle, id, &Args::from_iter([("who", "Léa")])).map(|(said, _)| said);
        assert_eq!(said("field").as_deref(), Some("Champ"));
        assert_eq!(
            said("field.label").as_deref(),
            Some("Nom de \u{2068}Léa\u{2069}")
        );
        assert_eq!(said("field.other"), None);
    }

    #[test]
    fn a_missing_value_is_told_and_the_rest_is_said() {
        let bundle = bundle("greeting = Bonjour { $who }");
        let (said, errors) = format(&bundle, "greeting", &Args::new()).unwrap();
        assert!(said.starts_with("Bonjour"));
        assert_eq!(errors.len(), 1);
    }

    #[test]
    fn isolation_marks_stand_in_screens_and_never_in_plain_text() {
        let args = Args::from_iter([("school", "École des Érables")]);
        for locale in Locale::all() {
            let marked = say(locale, "mail-signature", &args);
            let plain = say_plain(locale, "mail-signature", &args);
            assert!(
                marked.contains("\u{2068}École des Érables\u{2069}"),
                "{marked}"
            );
            assert!(!plain.contains(['\u{2068}', '\u{2069}']), "{plain}");
        }
    }

    #[test]
    fn many_threads_can_speak_at_once() {
        fn shared<T: Send + Sync>() {}
        shared::<Voice>();
    }
}
