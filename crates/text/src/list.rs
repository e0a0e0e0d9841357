//! Several things in one sentence, joined as each language joins them.
//! In which order they stand is for the caller to say.

use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};

use crate::Locale;
use crate::locale::icu_locale;

/// The items with an "and" (« Léa, Noé et Zoé »).
#[must_use]
pub fn list(locale: Locale, items: &[&str]) -> String {
    join(locale.as_str(), items).unwrap_or_else(|| {
        tracing::error!(%locale, "no words for a list");
        items.join(", ")
    })
}

fn join(tag: &str, items: &[&str]) -> Option<String> {
    let locale = icu_locale(tag)?;
    let options = ListFormatterOptions::default().with_length(ListLength::Wide);
    let words = ListFormatter::try_new_and(locale.into(), options).ok()?;
    Some(words.format(items.iter()).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_joined_as_the_language_joins_them() {
        let items = ["Léa", "Noé", "Zoé"];
        for (tag, count, expected) in [
            ("fr-CA", 0, ""),
            ("fr-CA", 1, "Léa"),
            ("fr-CA", 2, "Léa et Noé"),
            ("fr-CA", 3, "Léa, Noé et Zoé"),
            ("en-CA", 3, "Léa, Noé and Zoé"),
            ("ar", 2, "Léa وNoé"),
        ] {
            assert_eq!(
                join(tag, &items[..count]).as_deref(),
                Some(expected),
                "{tag}"
            );
        }
    }
}
