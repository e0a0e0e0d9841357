//! The languages that the package knows: one for each folder of `locales/`.
//! Which one a family or a member of staff gets is chosen elsewhere.

use std::fmt;

use icu_locale::{Locale as IcuLocale, LocaleCanonicalizer, LocaleDirectionality};

use crate::say_plain;

include!(concat!(env!("OUT_DIR"), "/folders.rs"));

/// One folder of `locales/`, as it was when the program was built.
struct Folder {
    tag: &'static str,
    files: &'static [File],
}

/// One embedded file: its name without `.ftl`, and its text.
pub(crate) struct File {
    pub(crate) title: &'static str,
    pub(crate) source: &'static str,
}

/// How many languages there are.
pub(crate) const COUNT: usize = FOLDERS.len();

/// A language that the package knows. There is no other way to one than `parse` and the lists below.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locale(usize);

impl Locale {
    /// French of Québec: the reference of every other folder, and the fallback (domain.md §9).
    pub const REFERENCE: Self = Self(0);

    /// The language with this BCP 47 tag, written as its folder is.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        FOLDERS
            .iter()
            .position(|folder| folder.tag == tag)
            .map(Self)
    }

    /// Every language, French first, then in the order of the tags.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..COUNT).map(Self)
    }

    /// The languages in which a parent can be served.
    pub fn parent_locales() -> impl Iterator<Item = Self> {
        Self::all().filter(|locale| locale.has_file("parent"))
    }

    /// The languages in which staff can work.
    pub fn desk_locales() -> impl Iterator<Item = Self> {
        Self::all().filter(|locale| locale.has_file("desk"))
    }

    /// The BCP 47 tag, as for the `lang` of a page.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        FOLDERS[self.0].tag
    }

    /// The language's name in its own script.
    #[must_use]
    pub fn native_name(self) -> String {
        say_plain(self, "locale-name", &crate::Args::new())
    }

    /// Where its lines start.
    #[must_use]
    pub fn direction(self) -> Direction {
        Direction::of(self.as_str())
    }

    pub(crate) fn index(self) -> usize {
        self.0
    }

    pub(crate) fn files(self) -> &'static [File] {
        FOLDERS[self.0].files
    }

    fn has_file(self, title: &str) -> bool {
        self.files().iter().any(|file| file.title == title)
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The direction of a language's lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Direction {
    /// As the `dir` attribute of a page has it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }

    fn of(tag: &str) -> Self {
        match icu_locale(tag) {
            Some(locale) if LocaleDirectionality::new_extended().is_right_to_left(&locale.id) => {
                Self::RightToLeft
            }
            _ => Self::LeftToRight,
        }
    }
}

/// The tag as the Unicode data know it: they have Dari (`prs`) only as the Persian of Afghanistan.
pub(crate) fn icu_locale(tag: &str) -> Option<IcuLocale> {
    let mut locale = tag.parse().ok()?;
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    Some(locale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reference_is_french_of_quebec() {
        assert_eq!(Locale::REFERENCE.as_str(), "fr-CA");
        assert_eq!(Locale::all().next(), Some(Locale::REFERENCE));
    }

    #[test]
    fn only_the_tag_of_a_folder_is_a_language() {
        for locale in Locale::all() {
            assert_eq!(Locale::parse(locale.as_str()), Some(locale));
        }
        for tag in ["", "fr", "FR-ca", "xx", "fr-CA ", "../fr-CA", "README.md"] {
            assert_eq!(Locale::parse(tag), None, "{tag}");
        }
    }

    #[test]
    fn each_language_says_its_name_in_its_own_script() {
        let names: Vec<_> = ["fr-CA", "en-CA", "ar"]
            .into_iter()
            .filter_map(Locale::parse)
            .map(Locale::native_name)
            .collect();
        assert_eq!(names, ["Français", "English", "العربية"]);
    }

    #[test]
    fn staff_works_in_french_and_english() {
        assert!(
            Locale::desk_locales()
                .map(Locale::as_str)
                .eq(["fr-CA", "en-CA"])
        );
    }

    #[test]
    fn the_twenty_languages_of_the_parents_run_the_right_way() {
        for tag in ["ar", "fa", "prs", "ps", "ur"] {
            assert_eq!(Direction::of(tag), Direction::RightToLeft, "{tag}");
        }
        for tag in [
            "fr-CA", "en-CA", "es", "ht", "zh-Hans", "pt-BR", "uk", "ru", "pa", "hi", "bn", "ta",
            "vi", "fil", "sw",
        ] {
            assert_eq!(Direction::of(tag), Direction::LeftToRight, "{tag}");
        }
    }
}
