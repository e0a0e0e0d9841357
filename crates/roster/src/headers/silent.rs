//! Headers without a meaning: those of what is never read, and those that say nothing. The others are in `headers`.

use super::words;
use crate::keys::fold;

/// Words of what is never read (domain.md §8): a header with one of them has no meaning, and nobody can give it one.
const FORBIDDEN: &[&str] = &[
    "passe",
    "mdp",
    "password",
    "pwd",
    "nip",
    "pin",
    "secret",
    "race",
    "racial",
    "raciale",
    "ethnie",
    "ethnique",
    "ethnic",
    "ethnicity",
    "autochtone",
    "indigenous",
    "aboriginal",
    "religion",
    "immigration",
    "refugie",
    "handicap",
    "handicape",
    "disability",
    "ehdaa",
    "difficulte",
    "diagnostic",
    "intervention",
    "iep",
    "defavorisation",
    "pauvrete",
    "poverty",
    "lunch",
    "allergie",
    "allergies",
    "medical",
    "medicale",
    "sante",
    "health",
    "ramq",
    "nas",
    "sin",
    "flag",
    "flags",
];

/// Whether the column under this header is never read, whoever asks.
pub(crate) fn is_forbidden(header: &str) -> bool {
    words(&fold(header)).any(|word| FORBIDDEN.contains(&word))
}

/// A header that says nothing of its column: none at all, `Col7`, `Colonne 7`, `F7`.
pub(crate) fn is_mute(header: &str) -> bool {
    const MUTE: &[&str] = &[
        "", "c", "col", "colonne", "column", "champ", "field", "f", "x", "v", "var", "unnamed",
    ];
    let folded = fold(header);
    words(&folded).all(|word| MUTE.contains(&word.trim_end_matches(|c: char| c.is_ascii_digit())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_headers_say_nothing_and_some_are_never_read() {
        for header in [
            "",
            "Col7",
            "Colonne 7",
            "Champ3",
            "F12",
            "#4",
            "Unnamed: 3",
            "Column",
        ] {
            assert!(is_mute(header), "{header}");
        }
        for header in ["Fiche", "Groupe 3", "Remarque", "Nom"] {
            assert!(!is_mute(header), "{header}");
        }
        for header in [
            "Password",
            "Race",
            "Code EHDAA",
            "Lunch flag",
            "No RAMQ",
            "NIP",
        ] {
            assert!(is_forbidden(header), "{header}");
        }
        assert!(!is_forbidden("Nom de la mère"));
    }
}
