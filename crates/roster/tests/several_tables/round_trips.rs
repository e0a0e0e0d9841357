//! The same families in every format: what the CSV reader reads of them is what the others read.

use std::collections::BTreeSet;

use crate::exports::{
    families, notes, one_roster, school_data_sync_1, with_an_address_of_their_own,
};
use roster::{Format, Identifiers, Registry};

fn fiche_from(kind: &str) -> Identifiers {
    Identifiers {
        fiche_from: Some(kind.to_owned()),
        permanent_code_from: None,
    }
}

/// Everything that a format can say of the students, in the order of the file.
fn students(registry: &Registry, groups: bool) -> Vec<String> {
    let students = registry.students.iter();
    students
        .map(|student| {
            let mut details = student.details.clone();
            if !groups {
                details.group = None;
            }
            // Numbers are masked in `Debug`.
            let fiche = details.fiche.map(|fiche| fiche.to_string());
            let code = details
                .permanent_code
                .as_ref()
                .map(|code| code.as_str().to_owned());
            format!("{fiche:?} {code:?} {details:?}")
        })
        .collect()
}

/// Line by line, so that a difference is short to read.
fn same(read: &[String], wanted: &[String]) {
    assert_eq!(read.len(), wanted.len());
    for (read, wanted) in read.iter().zip(wanted) {
        assert_eq!(read, wanted);
    }
}

/// Child and adult of every link, by what tells them apart.
fn links(registry: &Registry, adults: &dyn Fn(usize) -> bool) -> BTreeSet<String> {
    let links = registry
        .guardianships
        .iter()
        .filter(|link| adults(link.guardian));
    links
        .map(|link| {
            let child = registry.students[link.student].details.fiche.unwrap();
            let adult = &registry.guardians[link.guardian].details;
            format!(
                "{child} {:?} {:?} {:?}",
                adult.names(),
                adult.email,
                adult.phone
            )
        })
        .collect()
}

#[test]
fn one_roster_says_of_the_families_what_the_spreadsheet_says() {
    let csv = families(300, 11);
    for version in ["1.1", "1.2"] {
        let read = one_roster(&csv, version).read_with(&fiche_from("fiche"));
        assert_eq!(read.format, Format::OneRoster);
        same(&students(&read, true), &students(&csv, true));
        assert_eq!(links(&read, &|_| true), links(&csv, &|_| true), "{version}");
        assert_eq!(read.unusable, [], "{version}");
        // A mailbox for two and a child who went are told in every format; nothing else is tolerated.
        let expected = ["shared_address", "inactive_at_source"];
        let mut told = notes(&read);
        told.retain(|(_, kind)| !expected.contains(kind));
        assert_eq!(told, [], "{version}");
    }
}

#[test]
fn school_data_sync_v1_says_what_it_can() {
    let csv = families(300, 11);
    let read = school_data_sync_1(&csv).read_with(&fiche_from("Student Number"));
    assert_eq!(read.format, Format::SchoolDataSync);
    same(&students(&read, false), &students(&csv, false));
    let own: Vec<usize> = with_an_address_of_their_own(&csv)
        .into_iter()
        .map(|(place, _)| place)
        .collect();
    assert_eq!(
        links(&read, &|_| true),
        links(&csv, &|adult| own.contains(&adult))
    );
    assert_eq!(read.unusable, []);
    assert_eq!(notes(&read), [("student.csv", "slash_date")]);
}

#[test]
fn without_the_setting_no_number_is_a_fiche_and_a_permanent_code_is_known_by_its_form() {
    let csv = families(20, 3);
    for export in [
        one_roster(&csv, "1.1"),
        one_roster(&csv, "1.2"),
        school_data_sync_1(&csv),
    ] {
        let read = export.read();
        assert!(
            read.students
                .iter()
                .all(|student| student.details.fiche.is_none())
        );
        assert!(
            read.students
                .iter()
                .all(|student| student.details.permanent_code.is_some())
        );
    }
}
