//! The words of closed lists as schools write them, and the values they stand for. Other cells are in `cells`.

use domain::{Access, Relationship, Sex};

use crate::cells::Read;
use crate::keys::fold;
use crate::report::Reason;

/// A word of a closed list, folded; an empty cell says nothing.
fn word<T: Copy>(text: &str, words: &[(T, &[&str])]) -> Read<T> {
    let folded = fold(text);
    if folded.is_empty() {
        return Ok(None);
    }
    words
        .iter()
        .find(|(_, names)| names.contains(&folded.as_str()))
        .map(|(value, _)| Some(*value))
        .ok_or(Reason::UnknownWord)
}

pub(crate) fn sex(text: &str) -> Read<Sex> {
    word(
        text,
        &[
            (
                Sex::Female,
                &["f", "fille", "feminin", "femme", "female", "girl"],
            ),
            (
                Sex::Male,
                &["m", "g", "garcon", "masculin", "homme", "male", "boy"],
            ),
            (
                Sex::Other,
                &[
                    "x",
                    "autre",
                    "non binaire",
                    "other",
                    "unspecified",
                    "indetermine",
                ],
            ),
        ],
    )
}

/// Whether the student attends the school.
pub(crate) fn active(text: &str) -> Read<bool> {
    word(
        text,
        &[
            (
                true,
                &[
                    "actif",
                    "active",
                    "a",
                    "1",
                    "oui",
                    "inscrit",
                    "inscrite",
                    "frequente",
                    "enabled",
                    "true",
                ],
            ),
            (
                false,
                &[
                    "inactif", "inactive", "i", "0", "non", "parti", "partie", "depart", "quitte",
                    "ferme", "false",
                ],
            ),
        ],
    )
}

pub(crate) fn relationship(text: &str) -> Read<Relationship> {
    word(
        text,
        &[
            (Relationship::Mother, &["mere", "mother", "maman"]),
            (Relationship::Father, &["pere", "father", "papa"]),
            (Relationship::Parent, &["parent"]),
            (
                Relationship::Guardian,
                &[
                    "tuteur",
                    "tutrice",
                    "tuteur legal",
                    "tutrice legale",
                    "guardian",
                    "repondant",
                    "repondante",
                ],
            ),
            (
                Relationship::Relative,
                &[
                    "belle mere",
                    "beau pere",
                    "grand mere",
                    "grand pere",
                    "grand parent",
                    "tante",
                    "oncle",
                    "soeur",
                    "frere",
                    "cousin",
                    "cousine",
                    "famille",
                    "relative",
                    "grandparent",
                ],
            ),
            (
                Relationship::Other,
                &[
                    "autre",
                    "other",
                    "famille d accueil",
                    "ami",
                    "amie",
                    "voisin",
                    "voisine",
                ],
            ),
            (Relationship::Unknown, &["inconnu", "unknown"]),
        ],
    )
}

/// An unknown word here is never taken for "allowed": the adult is left out and reported.
pub(crate) fn access(text: &str) -> Read<Access> {
    word(
        text,
        &[
            (
                Access::Allowed,
                &["autorise", "autorisee", "oui", "permis", "allowed", "yes"],
            ),
            (
                Access::Restricted,
                &[
                    "restreint",
                    "restreinte",
                    "refuse",
                    "interdit",
                    "non",
                    "aucun",
                    "bloque",
                    "restricted",
                    "no",
                ],
            ),
            (Access::Unknown, &["inconnu", "unknown"]),
        ],
    )
}

/// The parent's language (domain.md §9) for the word a school uses; other languages are known and not among the twenty.
pub(crate) fn language(text: &str) -> Option<&'static str> {
    word(
        text,
        &[
            ("fr-CA", &["francais", "french", "fr", "fr ca"] as &[&str]),
            ("en-CA", &["anglais", "english", "en", "en ca"]),
            ("ar", &["arabe", "arabic", "ar"]),
            ("es", &["espagnol", "spanish", "es"]),
            ("ht", &["creole", "creole haitien", "haitian creole", "ht"]),
            (
                "zh-Hans",
                &["chinois", "mandarin", "chinese", "zh", "zh hans"],
            ),
            ("pt-BR", &["portugais", "portuguese", "pt", "pt br"]),
            ("uk", &["ukrainien", "ukrainian", "uk"]),
            ("ru", &["russe", "russian", "ru"]),
            ("fa", &["persan", "farsi", "persian", "fa"]),
            ("prs", &["dari", "prs"]),
            ("ps", &["pachto", "pashto", "ps"]),
            ("ur", &["ourdou", "urdu", "ur"]),
            ("pa", &["pendjabi", "punjabi", "panjabi", "pa"]),
            ("hi", &["hindi", "hi"]),
            ("bn", &["bengali", "bangla", "bn"]),
            ("ta", &["tamoul", "tamil", "ta"]),
            ("vi", &["vietnamien", "vietnamese", "vi"]),
            ("fil", &["tagalog", "filipino", "philippin", "fil"]),
            ("sw", &["swahili", "sw"]),
        ],
    )
    .ok()
    .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_access_is_never_taken_for_allowed() {
        assert_eq!(access("Autorisé"), Ok(Some(Access::Allowed)));
        assert_eq!(access("RESTREINT"), Ok(Some(Access::Restricted)));
        assert_eq!(access(""), Ok(None));
        assert_eq!(access("Voir ordonnance"), Err(Reason::UnknownWord));
    }
}
