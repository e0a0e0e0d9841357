//! The schools of Québec as a published list has them, and finding one as it is typed: a parent knows the school, and
//! seldom the service centre that it belongs to (domain.md §11). The schools of the registry are not these.

use std::fmt;

use crate::listed::{Wanted, unabbreviated};
use crate::name::fold;
use crate::service_centre::ServiceCentreCode;
use crate::typed::{latin_digit, trim};

/// The six digits of a school.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolCode(String);

/// One school of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedSchool {
    pub code: SchoolCode,
    pub name: String,
    /// May be empty.
    pub municipality: String,
    pub service_centre: ServiceCentreCode,
}

impl SchoolCode {
    /// Six digits; nothing for any other text.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let digits: String = trim(typed).chars().map(latin_digit).collect();
        let is_code = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_code.then_some(Self(digits))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SchoolCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Words that stand in the names of many schools.
const SHARED_WORDS: [&str; 16] = [
    "ecole",
    "school",
    "primaire",
    "secondaire",
    "elementary",
    "high",
    "de",
    "du",
    "des",
    "la",
    "le",
    "les",
    "l",
    "d",
    "aux",
    "of",
];

/// The schools that fit what is typed, by name, municipality or code, the best first, then in the
/// order of the list; so many at most. Nothing typed finds none, nor does a word that many schools share.
#[must_use]
pub fn find_schools<'a>(
    schools: &'a [ListedSchool],
    query: &str,
    limit: usize,
) -> Vec<&'a ListedSchool> {
    if fold(query)
        .split(' ')
        .all(|word| SHARED_WORDS.contains(&word) || word.is_empty())
    {
        return Vec::new();
    }
    let wanted = Wanted::new(query, &SHARED_WORDS);
    let mut found = wanted.best_first(schools.iter().map(|school| (school, own_words(school))));
    found.truncate(limit);
    found
}

fn own_words(school: &ListedSchool) -> Vec<String> {
    let text = format!("{} {} {}", school.name, school.municipality, school.code);
    fold(&text)
        .split(' ')
        .map(unabbreviated)
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn school(code: &str, name: &str, municipality: &str, centre: &str) -> ListedSchool {
        ListedSchool {
            code: SchoolCode::parse(code).unwrap(),
            name: name.to_owned(),
            municipality: municipality.to_owned(),
            service_centre: ServiceCentreCode::parse(centre).unwrap(),
        }
    }

    fn list() -> Vec<ListedSchool> {
        vec![
            school("762001", "École Saint-Joseph", "Montréal", "762000"),
            school("831001", "École St-Joseph", "Laval", "831000"),
            school(
                "831002",
                "École secondaire de l'Horizon-Boréal",
                "Laval",
                "831000",
            ),
            school(
                "887001",
                "Birchwood Elementary School",
                "Montréal",
                "887000",
            ),
            school("732001", "École de la Cœur-Vaillant", "Québec", "732000"),
        ]
    }

    #[test]
    fn a_school_is_found_as_it_is_typed() {
        let list = list();
        for (query, codes) in [
            ("saint joseph", vec!["762001", "831001"]),
            ("St-Joseph Laval", vec!["831001"]),
            ("joseph montreal", vec!["762001"]),
            ("école horizon boreal", vec!["831002"]),
            ("horizn", vec!["831002"]),
            ("ecloe horizon", vec!["831002"]),
            ("birch", vec!["887001"]),
            ("coeur vaillant", vec!["732001"]),
            ("831002", vec!["831002"]),
            ("laval", vec!["831001", "831002"]),
            ("école", vec![]),
            ("  ", vec![]),
            ("toronto", vec![]),
        ] {
            let found = find_schools(&list, query, 20);
            let found: Vec<&str> = found.iter().map(|school| school.code.as_str()).collect();
            assert_eq!(found, codes, "{query}");
        }
        assert_eq!(find_schools(&list, "laval", 1).len(), 1);
    }

    #[test]
    fn a_code_is_six_digits() {
        for (text, code) in [
            ("762001", Some("762001")),
            (" 762001 ", Some("762001")),
            ("٧٦٢٠٠١", Some("762001")),
            ("76200", None),
            ("7620011", None),
            ("76200A", None),
            ("", None),
        ] {
            let parsed = SchoolCode::parse(text);
            assert_eq!(parsed.as_ref().map(SchoolCode::as_str), code, "{text}");
        }
    }
}
