//! What a column may mean: the closed list of what is read of a table (domain.md §8, §12), and the text of each.
//! What is not in this list is never read. Which header says which is in `headers`.

use std::fmt;

use crate::headers::recognise;
use crate::report::Field;

domain::text_enum! {
    pub enum StudentColumn {
        Fiche = "fiche",
        PermanentCode = "permanent_code",
        LastNames = "last_names",
        FirstNames = "first_names",
        /// Both in one cell: `Nom, Prénom`.
        FullName = "full_name",
        BirthDate = "birth_date",
        Sex = "sex",
        SchoolCode = "school_code",
        School = "school",
        Group = "group",
        Status = "status",
        HomeLanguage = "home_language",
    }
}

domain::text_enum! {
    pub enum GuardianColumn {
        LastNames = "last_names",
        FirstNames = "first_names",
        FullName = "full_name",
        Email = "email",
        Phone = "phone",
        Relationship = "relationship",
        Language = "language",
        Priority = "priority",
        Access = "access",
    }
}

domain::text_enum! {
    /// Which adult of a line a column is about.
    pub enum SlotKind {
        Mother = "mother",
        Father = "father",
        Tutor = "tutor",
        Respondent = "respondent",
    }
}

/// The number tells `Répondant 1` from `Répondant 2`; without one it is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    pub kind: SlotKind,
    pub number: u8,
}

impl Slot {
    /// The one adult of a line who is called by no word of their own.
    pub const RESPONDENT: Self = Self {
        kind: SlotKind::Respondent,
        number: 0,
    };
}

/// What a column holds. As text: `birth_date`, `mother_email`, `respondent_2_phone`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Meaning {
    Student(StudentColumn),
    Guardian(Slot, GuardianColumn),
}

/// How many respondents told by their number can be chosen.
const RESPONDENTS: u8 = 4;

impl Meaning {
    /// Every meaning that a person can choose, the student's first.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let numbers = |kind| match kind {
            SlotKind::Respondent => 0..=RESPONDENTS,
            _ => 0..=0,
        };
        let slots = SlotKind::ALL
            .iter()
            .flat_map(|&kind| numbers(kind).map(move |number| Slot { kind, number }));
        let of_student = StudentColumn::ALL
            .iter()
            .map(|&column| Self::Student(column));
        let of_adults = slots.flat_map(|slot| {
            let columns = GuardianColumn::ALL.iter();
            columns.map(move |&column| Self::Guardian(slot, column))
        });
        of_student.chain(of_adults).collect()
    }

    /// Under which name a cell of the column is reported.
    pub(crate) const fn field(self) -> Field {
        match self {
            Meaning::Student(column) => match column {
                StudentColumn::Fiche => Field::Fiche,
                StudentColumn::PermanentCode => Field::PermanentCode,
                StudentColumn::LastNames | StudentColumn::FullName => Field::LastNames,
                StudentColumn::FirstNames => Field::FirstNames,
                StudentColumn::BirthDate => Field::BirthDate,
                StudentColumn::Sex => Field::Sex,
                StudentColumn::SchoolCode | StudentColumn::School => Field::School,
                StudentColumn::Group => Field::Group,
                StudentColumn::Status => Field::Status,
                StudentColumn::HomeLanguage => Field::Language,
            },
            Meaning::Guardian(_, column) => match column {
                GuardianColumn::LastNames
                | GuardianColumn::FirstNames
                | GuardianColumn::FullName => Field::GuardianName,
                GuardianColumn::Email => Field::GuardianEmail,
                GuardianColumn::Phone => Field::GuardianPhone,
                GuardianColumn::Relationship => Field::Relationship,
                GuardianColumn::Language => Field::Language,
                GuardianColumn::Priority => Field::Priority,
                GuardianColumn::Access => Field::Access,
            },
        }
    }

    /// The meaning with this text: with `-` or `_`, `guardian_email` for the one respondent's, and a header that schools
    /// write (`Courriel de la mère`) for what it says.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase().replace(['-', ' '], "_");
        if let Some(column) = StudentColumn::parse(&text) {
            return Some(Self::Student(column));
        }
        let (slot, column) = split_slot(&text);
        let column = match column {
            "name" => Some(GuardianColumn::FullName),
            column => GuardianColumn::parse(column),
        };
        match column {
            Some(column) => Some(Self::Guardian(slot, column)),
            None => recognise(&text)
                .filter(|found| !found.guessed)
                .map(|found| found.meaning),
        }
    }
}

/// `respondent_2_email` is the second respondent and `email`.
fn split_slot(text: &str) -> (Slot, &str) {
    let names = SlotKind::ALL.iter().map(|kind| (kind.as_str(), *kind));
    let aliases = [
        ("guardian", SlotKind::Respondent),
        ("parent", SlotKind::Respondent),
    ];
    for (name, kind) in names.chain(aliases) {
        let rest = text
            .strip_prefix(name)
            .and_then(|rest| rest.strip_prefix('_'));
        if let Some(rest) = rest {
            let counted = rest.split_once('_').and_then(|(number, column)| {
                let number = number.parse().ok()?;
                Some((Slot { kind, number }, column))
            });
            return counted.unwrap_or((Slot { kind, number: 0 }, rest));
        }
    }
    (Slot::RESPONDENT, text)
}

impl fmt::Display for Meaning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Student(column) => write!(f, "{column}"),
            Self::Guardian(Slot { kind, number: 0 }, column) => write!(f, "{kind}_{column}"),
            Self::Guardian(Slot { kind, number }, column) => write!(f, "{kind}_{number}_{column}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_meaning_is_found_again_by_its_text() {
        let all = Meaning::all();
        assert_eq!(all.len(), 12 + (3 + 5) * 9);
        for meaning in all {
            assert_eq!(Meaning::parse(&meaning.to_string()), Some(meaning));
        }
    }

    #[test]
    fn a_meaning_is_typed_in_several_ways() {
        for (typed, meaning) in [
            ("Birth-Date", Some("birth_date")),
            ("mother-email", Some("mother_email")),
            ("guardian_email", Some("respondent_email")),
            ("guardian_name", Some("respondent_full_name")),
            ("relationship", Some("respondent_relationship")),
            ("respondent 2 email", Some("respondent_2_email")),
            ("Courriel de la mère", Some("mother_email")),
            ("code permanent", Some("permanent_code")),
            ("password", None),
            ("mot de passe", None),
            ("ethnicity", None),
            ("", None),
        ] {
            let found = Meaning::parse(typed).map(|meaning| meaning.to_string());
            assert_eq!(found.as_deref(), meaning, "{typed}");
        }
    }
}
