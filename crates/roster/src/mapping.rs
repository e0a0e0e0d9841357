//! How a table is to be read: what a person may choose, under which name it is kept, and what is proposed for a file.
//! How a proposal comes about is in `survey`.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::dates::{DateFinding, DateOrder};
use crate::decoding::TextEncoding;
use crate::full_name::NameOrder;
use crate::keys::fold;
use crate::meaning::Meaning;
use crate::records::Format;
use crate::report::NoteKind;
use crate::values::ValueKind;

domain::text_enum! {
    /// What parts the cells of a text, in the order in which they are tried.
    pub enum Separator {
        Semicolon = "semicolon",
        Comma = "comma",
        Tab = "tab",
        Pipe = "pipe",
    }
}

impl Separator {
    pub(crate) const fn byte(self) -> u8 {
        match self {
            Self::Semicolon => b';',
            Self::Comma => b',',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
        }
    }

    /// The separator by its name or as the character itself.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let is = |separator: &&Self| name == char::from(separator.byte()).to_string();
        Self::parse(name).or_else(|| Self::ALL.iter().find(is).copied())
    }
}

/// How a person says that a table is to be read. What is left open is found out from the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    pub separator: Option<Separator>,
    pub encoding: Option<TextEncoding>,
    /// The sheet of a spreadsheet, by its name.
    pub sheet: Option<String>,
    /// The line of the header, counted from 1.
    pub header_line: Option<u64>,
    pub date_order: Option<DateOrder>,
    pub name_order: Option<NameOrder>,
    /// By the text of each header; a column without meaning is not read. A column of the file that is not among these
    /// is read as its header and values propose.
    pub columns: Vec<(String, Option<Meaning>)>,
}

impl Mapping {
    /// What is chosen for the column under this header, when something is.
    pub(crate) fn choice(&self, header: &str) -> Option<Option<Meaning>> {
        let header = fold(header);
        self.columns
            .iter()
            .find(|(known, _)| fold(known) == header)
            .map(|(_, meaning)| *meaning)
    }

    /// Whether it was made for a table with exactly these headers.
    pub(crate) fn fits(&self, headers: &[String]) -> bool {
        let known: BTreeSet<String> = self.columns.iter().map(|(known, _)| fold(known)).collect();
        let found: BTreeSet<String> = headers.iter().map(|header| fold(header)).collect();
        !known.is_empty() && known == found
    }

    /// The same, where `later` says nothing else.
    #[must_use]
    pub fn overridden(self, later: Self) -> Self {
        let mut columns = later.columns;
        for (header, meaning) in self.columns {
            if !columns
                .iter()
                .any(|(known, _)| fold(known) == fold(&header))
            {
                columns.push((header, meaning));
            }
        }
        Self {
            separator: later.separator.or(self.separator),
            encoding: later.encoding.or(self.encoding),
            sheet: later.sheet.or(self.sheet),
            header_line: later.header_line.or(self.header_line),
            date_order: later.date_order.or(self.date_order),
            name_order: later.name_order.or(self.name_order),
            columns,
        }
    }
}

/// A mapping under the name that a school gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    pub name: String,
    pub mapping: Mapping,
}

/// What is said of how a table is to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What a person chose for this file.
    pub mapping: Option<Mapping>,
    /// What is kept from before; the first that fits the headers is used where no column was chosen.
    pub profiles: Vec<Profile>,
}

domain::text_enum! {
    /// How much a meaning can be relied upon.
    pub enum Confidence {
        /// The header says so, or a person did.
        Sure = "sure",
        /// A header one letter away, or the values.
        Guessed = "guessed",
        /// Nothing says what the column is: it is not read.
        Unknown = "unknown",
    }
}

domain::text_enum! {
    /// What the names in one cell without a comma say of their order.
    pub enum NameFinding {
        /// Two columns, or a comma in each cell.
        Plain = "plain",
        LastFirst = "last_first",
        FirstFirst = "first_first",
        /// Nothing tells: a person must say, or those names stay unread.
        Unclear = "unclear",
    }
}

/// A column as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedColumn {
    /// As the file has it; `#7` for the seventh column when it has none.
    pub header: String,
    /// At most ten different values, numbers of a child masked; none of a column that is never read.
    pub samples: Vec<String>,
    pub meaning: Option<Meaning>,
    pub confidence: Confidence,
    /// What the values look like.
    pub values: ValueKind,
    /// The values are not what the header says.
    pub contradicted: bool,
    /// Passwords, health and the like: no meaning can be given (domain.md §8).
    pub forbidden: bool,
}

/// How a file would be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    pub format: Format,
    pub file: Arc<str>,
    /// None for a spreadsheet, and for a format whose columns need no meaning.
    pub separator: Option<Separator>,
    pub encoding: Option<TextEncoding>,
    /// False when the bytes speak for no encoding clearly: the samples show whether it is right.
    pub encoding_is_sure: bool,
    /// The sheet that is read, and all that can be.
    pub sheet: Option<String>,
    pub sheets: Vec<String>,
    /// Counted from 1.
    pub header_line: u64,
    pub dates: DateFinding,
    pub date_order: DateOrder,
    pub names: NameFinding,
    pub name_order: Option<NameOrder>,
    /// Empty for a format whose columns need no meaning.
    pub columns: Vec<ProposedColumn>,
    /// The profile that was recognised by its headers.
    pub profile: Option<String>,
    /// What was tolerated, each kind once.
    pub notes: Vec<NoteKind>,
}

impl Proposal {
    /// The mapping that reads the file as proposed, to be changed or kept. Encoding and separator stay to be found out:
    /// the next export may come out otherwise.
    #[must_use]
    pub fn mapping(&self) -> Mapping {
        Mapping {
            sheet: None,
            name_order: self.name_order,
            columns: self
                .columns
                .iter()
                .map(|column| (column.header.clone(), column.meaning))
                .collect(),
            ..Mapping::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mapping(columns: &[(&str, &str)]) -> Mapping {
        Mapping {
            columns: columns
                .iter()
                .map(|(header, meaning)| ((*header).to_owned(), Meaning::parse(meaning)))
                .collect(),
            ..Mapping::default()
        }
    }

    #[test]
    fn a_profile_fits_the_same_headers_in_any_order() {
        let known = mapping(&[("Fiche", "fiche"), ("Col7", "birth_date"), ("Solde", "")]);
        for (headers, fits) in [
            (&["Fiche", "Col7", "Solde"][..], true),
            (&["SOLDE", "fiche", "col7"], true),
            (&["Fiche", "Col7"], false),
            (&["Fiche", "Col7", "Solde", "Nom"], false),
        ] {
            let headers: Vec<String> = headers.iter().map(|header| (*header).to_owned()).collect();
            assert_eq!(known.fits(&headers), fits, "{headers:?}");
        }
        assert!(!Mapping::default().fits(&[]));
    }

    #[test]
    fn what_is_said_later_wins_column_by_column() {
        let kept = Mapping {
            separator: Some(Separator::Tab),
            ..mapping(&[("A", "fiche"), ("B", "last_names")])
        };
        let both = kept.overridden(mapping(&[("b", "first_names")]));
        assert_eq!(both.separator, Some(Separator::Tab));
        assert_eq!(both.choice("B"), Some(Meaning::parse("first_names")));
        assert_eq!(both.choice("a"), Some(Meaning::parse("fiche")));
        assert_eq!(both.choice("C"), None);
    }

    #[test]
    fn separators_have_a_name_and_a_character() {
        for (name, separator) in [
            (";", Some(Separator::Semicolon)),
            ("tab", Some(Separator::Tab)),
            ("\t", Some(Separator::Tab)),
            ("|", Some(Separator::Pipe)),
            (":", None),
        ] {
            assert_eq!(Separator::named(name), separator, "{name}");
        }
    }
}
