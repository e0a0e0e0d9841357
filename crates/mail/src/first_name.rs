//! The most that a mail may say of a child (domain.md §8).
//! Full names, and how they are compared, belong to `domain`.

/// One first name: letters, with the hyphens and apostrophes between them. No number can be held in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstName(String);

impl FirstName {
    /// The first of the first names as they stand on a file; nothing when that is no word.
    #[must_use]
    pub fn of(first_names: &str) -> Option<Self> {
        let word = first_names.split_whitespace().next()?;
        let is_name = word
            .chars()
            .all(|c| c.is_alphabetic() || is_mark(c) || "-‐'’ʼ.".contains(c));
        (is_name && word.chars().any(char::is_alphabetic)).then(|| Self(word.to_owned()))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Accents that stand on their own, as files that were decomposed have them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_of_the_first_names_is_kept() {
        for (on_file, kept) in [
            ("Olivia", Some("Olivia")),
            (" María José ", Some("María")),
            ("Jean-Sébastien", Some("Jean-Sébastien")),
            ("N’Golo Aimé", Some("N’Golo")),
            ("Zoe\u{301}", Some("Zoe\u{301}")),
            ("محمد أمين", Some("محمد")),
            ("", None),
            ("-", None),
        ] {
            assert_eq!(
                FirstName::of(on_file).as_ref().map(FirstName::as_str),
                kept,
                "{on_file}"
            );
        }
    }

    #[test]
    fn no_number_code_or_date_is_a_first_name() {
        for other in [
            "TREO71531501",
            "1234567",
            "2015-03-09",
            "a1",
            "١٢٣",
            "olivia@example.org",
            "TREO••••••••",
        ] {
            assert_eq!(FirstName::of(other), None, "{other}");
        }
    }
}
