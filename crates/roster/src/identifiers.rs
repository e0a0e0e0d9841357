//! Which of a source's numbers is the fiche and which the permanent code, where its format names neither
//! (OneRoster's `userIds` and `identifier`, School Data Sync's numbers). A source's own id is never a fiche (domain.md §12).

use domain::{FicheNumber, PermanentCode};

use crate::cells::{self, CodeCell};
use crate::gather::Gathering;
use crate::report::{Field, LeftOut, NoteKind, Reason};

/// What the school says of its source's numbers: a type of `userIds`, or the name of a column (`identifier`,
/// `Student Number`, `State ID`), in whatever capitals.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identifiers {
    /// Without it no number is taken for a fiche: nothing tells one from any other.
    pub fiche_from: Option<String>,
    /// Without it a number is the permanent code when it can be read as one.
    pub permanent_code_from: Option<String>,
}

/// A number that a row gives, and under which name.
pub(crate) type Named<'a> = (&'a str, &'a str);

/// What a row's numbers are.
#[derive(Default)]
pub(crate) struct Numbers {
    pub(crate) fiche: Option<FicheNumber>,
    pub(crate) permanent_code: Option<PermanentCode>,
}

impl Identifiers {
    /// The fiche and the permanent code among the numbers of a student's row.
    ///
    /// # Errors
    /// The number that the school's setting names cannot be read, or there are two.
    pub(crate) fn pick<'a>(
        &self,
        (file, line): (&'static str, u64),
        named: &[Named<'a>],
        gathering: &mut Gathering,
    ) -> Result<Numbers, ((Field, &'a str), Reason)> {
        let fiche = match only(named, self.fiche_from.as_deref()) {
            Ok(text) => cells::fiche(text).map_err(|reason| ((Field::Fiche, text), reason))?,
            Err(text) => return Err(((Field::Fiche, text), Reason::KeysDisagree)),
        };
        let Some(from) = self.permanent_code_from.as_deref() else {
            let permanent_code = recognised((file, line), named, gathering);
            return Ok(Numbers {
                fiche,
                permanent_code,
            });
        };
        let bad = |text, reason| ((Field::PermanentCode, text), reason);
        let text = only(named, Some(from)).map_err(|text| bad(text, Reason::KeysDisagree))?;
        let permanent_code =
            match cells::permanent_code(text).map_err(|reason| bad(text, reason))? {
                CodeCell::None => None,
                CodeCell::Temporary => {
                    gathering.note_in(file, NoteKind::TemporaryCode, Some(line));
                    None
                }
                CodeCell::Code(code) => Some(code),
            };
        Ok(Numbers {
            fiche,
            permanent_code,
        })
    }
}

/// The one number under this name, empty when there is none; two that differ are refused.
fn only<'a>(named: &[Named<'a>], wished: Option<&str>) -> Result<&'a str, &'a str> {
    let Some(wished) = wished else {
        return Ok("");
    };
    let mut found = named
        .iter()
        .filter(|(name, value)| same_name(name, wished) && !value.is_empty())
        .map(|(_, value)| *value);
    let first = found.next().unwrap_or_default();
    match found.find(|other| *other != first) {
        Some(other) => Err(other),
        None => Ok(first),
    }
}

/// A permanent code says so by its form. Two that differ are neither.
fn recognised(
    (file, line): (&'static str, u64),
    named: &[Named<'_>],
    gathering: &mut Gathering,
) -> Option<PermanentCode> {
    let mut codes = named
        .iter()
        .filter_map(|(_, value)| PermanentCode::parse(value).ok());
    let first = codes.next()?;
    match codes.find(|other| *other != first) {
        Some(other) => {
            let bad = (Field::PermanentCode, other.as_str());
            gathering.leave_out(
                &file.into(),
                line,
                bad,
                Reason::KeysDisagree,
                LeftOut::Value,
            );
            None
        }
        None => Some(first),
    }
}

/// `Student Number` is `studentNumber`.
fn same_name(one: &str, other: &str) -> bool {
    let letters = |name: &str| -> String {
        name.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    letters(one) == letters(other)
}
