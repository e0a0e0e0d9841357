//! What an adult states about a child, and how it compares with the file, field by field (domain.md §4).
//! Finding the file, counting wrong claims and restrictions do not belong here.

use chrono::{Datelike, NaiveDate};

use crate::fiche::FicheNumber;
use crate::name::{compare, fold};
use crate::permanent_code::PermanentCode;
use crate::service_centre::ServiceCentreCode;
use crate::verdict::Verdict;

/// The number that an adult reads from a paper: either will do (domain.md §1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Number {
    Fiche(FicheNumber),
    PermanentCode(PermanentCode),
}

impl Number {
    /// The number as it may be shown (domain.md §3, §8).
    #[must_use]
    pub fn masked(&self) -> String {
        match self {
            Self::Fiche(fiche) => fiche.masked(),
            Self::PermanentCode(code) => code.masked(),
        }
    }
}

/// What an adult states about a child, in the portal's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    pub service_centre: ServiceCentreCode,
    pub last_names: String,
    pub first_names: String,
    pub birth_date: NaiveDate,
    pub number: Number,
}

/// What the file of one student says of the same things.
#[derive(Clone, Copy, Debug)]
pub struct FileIdentity<'a> {
    pub service_centre: ServiceCentreCode,
    pub last_names: &'a str,
    pub first_names: &'a str,
    pub birth_date: Option<NaiveDate>,
    pub fiche: Option<FicheNumber>,
    pub permanent_code: Option<&'a PermanentCode>,
}

crate::text_enum! {
    /// The things that a claim states, in its order.
    pub enum ClaimField {
        ServiceCentre = "service_centre",
        LastNames = "last_names",
        FirstNames = "first_names",
        BirthDate = "birth_date",
        Number = "number",
    }
}

/// How one field compares with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldVerdict {
    pub field: ClaimField,
    pub verdict: Verdict,
}

/// One verdict for each [`ClaimField`], in its order. For the secretary's eyes: the parent is told no field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimVerdict {
    pub fields: Vec<FieldVerdict>,
}

/// What a claim comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClaimOutcome {
    Match,
    Mismatch(ClaimVerdict),
    /// The file is to be completed first: no claim matches it (domain.md §12).
    Incomplete,
}

impl ClaimVerdict {
    /// Whether every field is the same as on file.
    #[must_use]
    pub fn matches(&self) -> bool {
        self.fields
            .iter()
            .all(|field| field.verdict == Verdict::Same)
    }
}

impl FileIdentity<'_> {
    /// Whether no claim can match this file: it has no birth date, or neither number (domain.md §12).
    #[must_use]
    pub const fn is_incomplete(&self) -> bool {
        self.birth_date.is_none() || (self.fiche.is_none() && self.permanent_code.is_none())
    }
}

/// Judges a claim against the one file that it may be about.
#[must_use]
pub fn judge(claim: &Claim, file: &FileIdentity<'_>) -> ClaimOutcome {
    let verdict = compare_with_file(claim, file);
    if file.is_incomplete() {
        ClaimOutcome::Incomplete
    } else if verdict.matches() {
        ClaimOutcome::Match
    } else {
        ClaimOutcome::Mismatch(verdict)
    }
}

/// Compares every field, whatever the others say: also that of an incomplete file, whose missing things are
/// [`Verdict::NotOnFile`].
#[must_use]
pub fn compare_with_file(claim: &Claim, file: &FileIdentity<'_>) -> ClaimVerdict {
    let (last_names, first_names) = names_verdict(claim, file);
    let verdicts = [
        (
            ClaimField::ServiceCentre,
            same_or_different(claim.service_centre == file.service_centre),
        ),
        (ClaimField::LastNames, last_names),
        (ClaimField::FirstNames, first_names),
        (
            ClaimField::BirthDate,
            file.birth_date.map_or(Verdict::NotOnFile, |date| {
                date_verdict(claim.birth_date, date)
            }),
        ),
        (ClaimField::Number, number_verdict(&claim.number, file)),
    ];
    ClaimVerdict {
        fields: verdicts
            .map(|(field, verdict)| FieldVerdict { field, verdict })
            .to_vec(),
    }
}

fn same_or_different(same: bool) -> Verdict {
    if same {
        Verdict::Same
    } else {
        Verdict::Different
    }
}

fn names_verdict(claim: &Claim, file: &FileIdentity<'_>) -> (Verdict, Verdict) {
    let last_names = compare(&claim.last_names, file.last_names);
    let first_names = compare(&claim.first_names, file.first_names);
    let given = ![last_names, first_names]
        .iter()
        .any(|v| matches!(v, Verdict::Same | Verdict::NotGiven | Verdict::NotOnFile));
    let swapped = given
        && fold(&claim.last_names) == fold(file.first_names)
        && fold(&claim.first_names) == fold(file.last_names);
    if swapped {
        (Verdict::Swapped, Verdict::Swapped)
    } else {
        (last_names, first_names)
    }
}

fn date_verdict(stated: NaiveDate, on_file: NaiveDate) -> Verdict {
    let exchanged = NaiveDate::from_ymd_opt(stated.year(), stated.day(), stated.month());
    if stated == on_file {
        Verdict::Same
    } else if exchanged == Some(on_file) {
        Verdict::OtherOrder
    } else {
        Verdict::Different
    }
}

fn number_verdict(stated: &Number, file: &FileIdentity<'_>) -> Verdict {
    let same = match stated {
        Number::Fiche(fiche) => file.fiche.map(|on_file| on_file == *fiche),
        Number::PermanentCode(code) => file.permanent_code.map(|on_file| on_file == code),
    };
    same.map_or(Verdict::NotOnFile, same_or_different)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn fiche(text: &str) -> FicheNumber {
        FicheNumber::parse(text).unwrap()
    }

    fn code(text: &str) -> PermanentCode {
        PermanentCode::parse(text).unwrap()
    }

    fn centre(text: &str) -> ServiceCentreCode {
        ServiceCentreCode::parse(text).unwrap()
    }

    fn claim() -> Claim {
        Claim {
            service_centre: centre("762000"),
            last_names: "De la Cruz Garcia".to_owned(),
            first_names: "maria jose".to_owned(),
            birth_date: date("2011-05-10"),
            number: Number::Fiche(fiche("0012345")),
        }
    }

    fn file(permanent_code: &PermanentCode) -> FileIdentity<'_> {
        FileIdentity {
            service_centre: centre("762000"),
            last_names: "De la Cruz García",
            first_names: "María José",
            birth_date: Some(date("2011-05-10")),
            fiche: Some(fiche("12345")),
            permanent_code: Some(permanent_code),
        }
    }

    #[test]
    fn either_number_is_shown_masked() {
        assert_eq!(Number::Fiche(fiche("1234567")).masked(), "•••••67");
        assert_eq!(
            Number::PermanentCode(code("DELM72551101")).masked(),
            "DELM••••••••"
        );
    }

    #[test]
    fn a_claim_matches_by_fiche_and_by_permanent_code() {
        let on_file = code("DELM72551101");
        assert_eq!(judge(&claim(), &file(&on_file)), ClaimOutcome::Match);
        let by_code = Claim {
            number: Number::PermanentCode(code("delm 7255 1101")),
            ..claim()
        };
        assert_eq!(judge(&by_code, &file(&on_file)), ClaimOutcome::Match);
    }

    /// The fields of a mismatch that are not the same, each with its reason.
    fn reasons(claim: &Claim, file: &FileIdentity<'_>) -> Vec<(ClaimField, Verdict)> {
        let ClaimOutcome::Mismatch(verdict) = judge(claim, file) else {
            panic!("{claim:?} does not mismatch")
        };
        let fields: Vec<_> = verdict.fields.iter().map(|f| f.field).collect();
        assert_eq!(fields, ClaimField::ALL);
        let found = verdict
            .fields
            .into_iter()
            .filter(|f| f.verdict != Verdict::Same);
        found.map(|f| (f.field, f.verdict)).collect()
    }

    #[test]
    fn names_that_mismatch_say_which_and_why() {
        use ClaimField::{FirstNames, LastNames};
        use Verdict::*;
        let on_file = code("DELM72551101");
        for (last_names, first_names, expected) in [
            ("De la Cruz", "María José", vec![(LastNames, MissingPart)]),
            (
                "García De la Cruz",
                "María José",
                vec![(LastNames, OtherOrder)],
            ),
            ("De la Cruz García", "Mar", vec![(FirstNames, Shortened)]),
            (
                "De la Cruz García",
                "ماريا",
                vec![(FirstNames, OtherScript)],
            ),
            ("De la Cruz García", "", vec![(FirstNames, NotGiven)]),
            (
                "María José",
                "De la Cruz García",
                vec![(LastNames, Swapped), (FirstNames, Swapped)],
            ),
            (
                "María",
                "De la Cruz García",
                vec![(LastNames, Different), (FirstNames, Different)],
            ),
        ] {
            let (last_names, first_names) = (last_names.to_owned(), first_names.to_owned());
            let claim = Claim {
                last_names,
                first_names,
                ..claim()
            };
            assert_eq!(reasons(&claim, &file(&on_file)), expected, "{claim:?}");
        }
    }

    #[test]
    fn everything_else_that_mismatches_says_which_and_why() {
        use ClaimField::{BirthDate, ServiceCentre};
        use Verdict::{Different, OtherOrder};
        let on_file = code("DELM72551101");
        let born = |text| Claim {
            birth_date: date(text),
            ..claim()
        };
        let numbered = |number| Claim { number, ..claim() };
        for (claim, expected) in [
            (
                Claim {
                    service_centre: centre("763000"),
                    ..claim()
                },
                (ServiceCentre, Different),
            ),
            (born("2011-10-05"), (BirthDate, OtherOrder)),
            (born("2011-05-16"), (BirthDate, Different)),
            (
                numbered(Number::Fiche(fiche("12346"))),
                (ClaimField::Number, Different),
            ),
            (
                numbered(Number::PermanentCode(code("DELM72551102"))),
                (ClaimField::Number, Different),
            ),
        ] {
            assert_eq!(reasons(&claim, &file(&on_file)), [expected], "{claim:?}");
        }
    }

    #[test]
    fn a_child_whose_last_and_first_names_are_alike_is_not_called_swapped() {
        let on_file = code("TREO71531501");
        let file = FileIdentity {
            last_names: "Thomas",
            first_names: "Thomas",
            ..file(&on_file)
        };
        let claim = Claim {
            last_names: "Thomas".to_owned(),
            first_names: "Thomas".to_owned(),
            ..claim()
        };
        assert_eq!(judge(&claim, &file), ClaimOutcome::Match);
    }

    #[test]
    fn a_number_of_the_kind_that_the_file_lacks_is_a_mismatch() {
        let on_file = code("DELM72551101");
        let by_code = Claim {
            number: Number::PermanentCode(on_file.clone()),
            ..claim()
        };
        for (claim, file) in [
            (
                by_code,
                FileIdentity {
                    permanent_code: None,
                    ..file(&on_file)
                },
            ),
            (
                claim(),
                FileIdentity {
                    fiche: None,
                    ..file(&on_file)
                },
            ),
        ] {
            assert_eq!(
                reasons(&claim, &file),
                [(ClaimField::Number, Verdict::NotOnFile)]
            );
        }
    }

    #[test]
    fn no_claim_matches_an_incomplete_file_and_what_it_lacks_is_told() {
        let on_file = code("DELM72551101");
        for (file, lacking) in [
            (
                FileIdentity {
                    birth_date: None,
                    ..file(&on_file)
                },
                ClaimField::BirthDate,
            ),
            (
                FileIdentity {
                    fiche: None,
                    permanent_code: None,
                    ..file(&on_file)
                },
                ClaimField::Number,
            ),
        ] {
            assert_eq!(judge(&claim(), &file), ClaimOutcome::Incomplete);
            let verdict = compare_with_file(&claim(), &file);
            assert!(verdict.fields.contains(&FieldVerdict {
                field: lacking,
                verdict: Verdict::NotOnFile
            }));
        }
    }

    proptest! {
        #[test]
        fn judging_never_panics_and_agrees_with_the_verdict(last_names in any::<String>(), first_names in any::<String>()) {
            let on_file = code("DELM72551101");
            let claim = Claim { last_names, first_names, ..claim() };
            let matches = compare_with_file(&claim, &file(&on_file)).matches();
            prop_assert_eq!(judge(&claim, &file(&on_file)) == ClaimOutcome::Match, matches);
        }
    }
}
