//! Which header says which meaning: data, recognised by folding (domain.md §12). Reading the cells does not belong here.

mod silent;

pub(crate) use silent::{is_forbidden, is_mute};

use crate::keys::fold;
use crate::meaning::{GuardianColumn, Meaning, Slot, SlotKind, StudentColumn};

/// What a header was read as, and whether one letter had to be overlooked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Recognised {
    pub(crate) meaning: Meaning,
    pub(crate) guessed: bool,
}

/// Words that change nothing: "Nom de la mère" is "Nom mère".
const FILLERS: &[&str] = &[
    "de", "du", "d", "la", "le", "l", "des", "a", "et", "eleve", "of", "the", "and", "s", "student",
];

const SLOTS: &[(&str, SlotKind)] = &[
    ("mere", SlotKind::Mother),
    ("mother", SlotKind::Mother),
    ("pere", SlotKind::Father),
    ("father", SlotKind::Father),
    ("tuteur", SlotKind::Tutor),
    ("tutrice", SlotKind::Tutor),
    ("guardian", SlotKind::Tutor),
    ("repondant", SlotKind::Respondent),
    ("repondante", SlotKind::Respondent),
    ("repondants", SlotKind::Respondent),
    ("responsable", SlotKind::Respondent),
    ("parent", SlotKind::Respondent),
];

const STUDENT: &[(StudentColumn, &[&str])] = &[
    (
        StudentColumn::Fiche,
        &[
            "fiche",
            "no fiche",
            "n fiche",
            "numero fiche",
            "num fiche",
            "fiche number",
        ],
    ),
    (
        StudentColumn::PermanentCode,
        &["code permanent", "code perm", "permanent code"],
    ),
    (
        StudentColumn::LastNames,
        &[
            "nom",
            "noms",
            "nom famille",
            "last name",
            "last names",
            "family name",
        ],
    ),
    (
        StudentColumn::FirstNames,
        &[
            "prenom",
            "prenoms",
            "first name",
            "first names",
            "given name",
        ],
    ),
    (
        StudentColumn::FullName,
        &["nom prenom", "noms prenoms", "nom complet", "full name"],
    ),
    (
        StudentColumn::BirthDate,
        &[
            "date naissance",
            "naissance",
            "date naiss",
            "ne",
            "birth date",
            "date birth",
        ],
    ),
    (StudentColumn::Sex, &["sexe", "genre", "sex", "gender"]),
    (
        StudentColumn::SchoolCode,
        &[
            "code ecole",
            "no ecole",
            "numero ecole",
            "code etablissement",
            "school code",
        ],
    ),
    (
        StudentColumn::School,
        &[
            "ecole",
            "nom ecole",
            "etablissement",
            "nom etablissement",
            "school",
            "school name",
        ],
    ),
    (
        StudentColumn::Group,
        &[
            "groupe repere",
            "groupe",
            "classe",
            "foyer",
            "group",
            "class",
            "homeroom",
        ],
    ),
    (StudentColumn::Status, &["statut", "etat", "status"]),
    (
        StudentColumn::HomeLanguage,
        &["langue maison", "langue parlee maison", "home language"],
    ),
];

const GUARDIAN: &[(GuardianColumn, &[&str])] = &[
    (
        GuardianColumn::LastNames,
        &[
            "nom",
            "noms",
            "nom famille",
            "last name",
            "last names",
            "family name",
        ],
    ),
    (
        GuardianColumn::FirstNames,
        &[
            "prenom",
            "prenoms",
            "first name",
            "first names",
            "given name",
        ],
    ),
    (
        GuardianColumn::FullName,
        &["", "nom prenom", "nom complet", "full name", "name"],
    ),
    (
        GuardianColumn::Email,
        &[
            "courriel",
            "adresse courriel",
            "adresse electronique",
            "email",
            "e mail",
            "email address",
        ],
    ),
    (
        GuardianColumn::Phone,
        &[
            "telephone",
            "tel",
            "no telephone",
            "numero telephone",
            "telephone maison",
            "telephone cellulaire",
            "cellulaire",
            "phone",
            "phone number",
            "cell phone",
        ],
    ),
    (
        GuardianColumn::Relationship,
        &[
            "lien",
            "lien parente",
            "parente",
            "relation",
            "relationship",
        ],
    ),
    (
        GuardianColumn::Language,
        &[
            "langue",
            "langue maison",
            "langue correspondance",
            "language",
        ],
    ),
    (
        GuardianColumn::Priority,
        &["priorite", "ordre", "rang", "ordre appel", "priority"],
    ),
    (
        GuardianColumn::Access,
        &["acces", "acces dossier", "droit acces", "access"],
    ),
];

/// Whose a column is beside the adults: an address of the student's own is no guardian's.
const STUDENTS_OWN: &[&str] = &[
    "eleve",
    "eleves",
    "student",
    "students",
    "etudiant",
    "etudiante",
    "enfant",
];

fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// The meaning that this header says; `None` for a column that is not read.
pub(crate) fn recognise(header: &str) -> Option<Recognised> {
    let folded = fold(header);
    if is_forbidden(header) {
        return None;
    }
    let mut slot = None;
    let mut number = 0;
    let mut rest = Vec::new();
    for word in words(&folded) {
        if let Some((_, kind)) = SLOTS.iter().find(|(name, _)| *name == word) {
            slot = slot.or(Some(*kind));
        } else if let (Some(_), Ok(counted)) = (slot, word.parse()) {
            number = counted;
        } else if !FILLERS.contains(&word) {
            rest.push(word);
        }
    }
    let rest = rest.join(" ");
    let guardian = |slot: Slot| {
        find(GUARDIAN, &rest).map(|(column, guessed)| Recognised {
            meaning: Meaning::Guardian(slot, column),
            guessed,
        })
    };
    match slot {
        Some(kind) => guardian(Slot { kind, number }),
        None if rest.is_empty() => None,
        None => find(STUDENT, &rest)
            .map(|(column, guessed)| Recognised {
                meaning: Meaning::Student(column),
                guessed,
            })
            // Without a word for the adult, a link or a telephone is the one respondent's of the line.
            .or_else(|| guardian(Slot::RESPONDENT))
            .filter(|found| {
                let own = words(&folded).any(|word| STUDENTS_OWN.contains(&word));
                !own || matches!(found.meaning, Meaning::Student(_))
            }),
    }
}

/// The entry with this text, else the only one that is one letter away from it.
fn find<C: Copy + PartialEq>(table: &[(C, &[&str])], text: &str) -> Option<(C, bool)> {
    let with = |fits: &dyn Fn(&str) -> bool| {
        let mut found = table
            .iter()
            .filter(|(_, names)| names.iter().any(|name| fits(name)));
        (found.next(), found.next())
    };
    match with(&|name| name == text) {
        (Some((column, _)), _) => return Some((*column, false)),
        (None, _) if text.len() < 5 => return None,
        (None, _) => {}
    }
    match with(&|name| name.len() >= 5 && one_letter_away(name, text)) {
        (Some((column, _)), None) => Some((*column, true)),
        _ => None,
    }
}

/// One letter more, less or other.
pub(crate) fn one_letter_away(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let same_start = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let (short_rest, long_rest) = (
        short.get(same_start..).unwrap_or_default(),
        long.get(same_start..).unwrap_or_default(),
    );
    match (short_rest.split_first(), long_rest.split_first()) {
        (Some((_, short_rest)), Some((_, long_tail))) if short.len() == long.len() => {
            short_rest == long_tail
        }
        (_, Some((_, long_tail))) => short.len() + 1 == long.len() && short_rest == long_tail,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn student(column: StudentColumn) -> Option<Recognised> {
        Some(Recognised {
            meaning: Meaning::Student(column),
            guessed: false,
        })
    }

    fn guardian(kind: SlotKind, number: u8, column: GuardianColumn) -> Option<Recognised> {
        Some(Recognised {
            meaning: Meaning::Guardian(Slot { kind, number }, column),
            guessed: false,
        })
    }

    #[test]
    fn headers_met_in_the_field_are_recognised() {
        use {GuardianColumn as G, SlotKind as K, StudentColumn as S};
        for (header, column) in [
            ("Fiche", student(S::Fiche)),
            ("No fiche", student(S::Fiche)),
            ("N° de fiche", student(S::Fiche)),
            ("Nº fiche", student(S::Fiche)),
            ("NUMÉRO DE FICHE", student(S::Fiche)),
            ("Code permanent", student(S::PermanentCode)),
            ("Nom", student(S::LastNames)),
            ("Nom de l'élève", student(S::LastNames)),
            ("Prénom", student(S::FirstNames)),
            ("Nom et prénom", student(S::FullName)),
            ("Nom, prénom", student(S::FullName)),
            ("Date de naissance", student(S::BirthDate)),
            ("Sexe", student(S::Sex)),
            ("École", student(S::School)),
            ("Code de l'école", student(S::SchoolCode)),
            ("Classe", student(S::Group)),
            ("Groupe-repère", student(S::Group)),
            ("Statut", student(S::Status)),
            ("Langue à la maison", student(S::HomeLanguage)),
            ("Nom de la mère", guardian(K::Mother, 0, G::LastNames)),
            ("Prénom du père", guardian(K::Father, 0, G::FirstNames)),
            ("Courriel mère", guardian(K::Mother, 0, G::Email)),
            ("Courriel du tuteur", guardian(K::Tutor, 0, G::Email)),
            ("Téléphone père", guardian(K::Father, 0, G::Phone)),
            ("Répondant", guardian(K::Respondent, 0, G::FullName)),
            (
                "Prénom répondant",
                guardian(K::Respondent, 0, G::FirstNames),
            ),
            ("Courriel répondant 2", guardian(K::Respondent, 2, G::Email)),
            (
                "Lien de parenté",
                guardian(K::Respondent, 0, G::Relationship),
            ),
            ("Téléphone", guardian(K::Respondent, 0, G::Phone)),
            ("Priorité", guardian(K::Respondent, 0, G::Priority)),
            ("Accès", guardian(K::Respondent, 0, G::Access)),
            ("Courriel de l'élève", None),
            ("Téléphone élève", None),
            ("Mot de passe", None),
            ("Nom de passe du répondant", None),
            ("Groupe ethnique", None),
            ("Code de difficulté", None),
            ("Race", None),
            ("Origine ethnique", None),
            ("", None),
        ] {
            assert_eq!(recognise(header), column, "{header}");
        }
    }

    #[test]
    fn one_slip_in_a_header_is_overlooked_and_said() {
        for header in ["Date de naisance", "Code permanant", "Prénnom", "Satut"] {
            assert_eq!(
                recognise(header).map(|found| found.guessed),
                Some(true),
                "{header}"
            );
        }
        assert_eq!(recognise("Non"), None);
    }
}
