//! School Data Sync v2.1, on an invented export and, where it is at hand, on the format's own sample.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::{Path, PathBuf};

use domain::{Access, Relationship, Sex};
use roster::{Content, Format, Limits, Reading, Registry, Source, SourceFile};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/school-data-sync")
}

fn registry() -> Registry {
    let mut reading = Reading::open(&folder(), None, &Limits::default()).unwrap();
    reading.next_chunk(usize::MAX).unwrap().unwrap()
}

fn with_file(name: &str, change: impl Fn(&str) -> Option<String>) -> Registry {
    let mut source = Source::open(&folder(), None, &Limits::default()).unwrap();
    let file = source
        .files
        .iter()
        .position(|file| file.name == name)
        .unwrap();
    let Content::Bytes(bytes) = &source.files[file].content else {
        panic!("taken out of its folder")
    };
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    match change(&text) {
        Some(text) => {
            source.files[file] = SourceFile {
                name: name.to_owned(),
                content: Content::Bytes(text.into_bytes().into()),
            }
        }
        None => drop(source.files.remove(file)),
    }
    let mut reading = Reading::of(&source, &Limits::default()).unwrap();
    reading.next_chunk(usize::MAX).unwrap().unwrap()
}

#[test]
fn students_are_read_with_their_school_birth_date_and_sex() {
    let registry = registry();
    assert_eq!(registry.format, Format::SchoolDataSync);
    let found: Vec<_> = registry
        .students
        .iter()
        .map(|student| {
            let details = &student.details;
            (
                student.source_id.as_deref().unwrap(),
                details.last_names.as_str(),
                details.birth_date.map(|date| date.to_string()),
                details.sex,
                details
                    .school
                    .as_ref()
                    .and_then(|school| school.name.as_deref()),
            )
        })
        .collect();
    let date = |text: &str| Some(text.to_owned());
    let (outardes, ruisseau) = (Some("École des Outardes"), Some("École du Ruisseau"));
    assert_eq!(
        found,
        [
            (
                "U-1",
                "Kovalenko",
                date("2018-02-11"),
                Some(Sex::Female),
                outardes
            ),
            (
                "U-2",
                "Kovalenko",
                date("2020-05-30"),
                Some(Sex::Male),
                outardes
            ),
            (
                "U-3",
                "De la Cruz García",
                date("2015-05-15"),
                Some(Sex::Female),
                outardes
            ),
            (
                "U-4",
                "Œuvrard",
                date("2016-02-29"),
                Some(Sex::Female),
                outardes
            ),
            ("U-5", "Li", date("2018-10-01"), Some(Sex::Male), ruisseau),
            ("U-6", "O'Brien", None, None, None),
        ]
    );
    assert!(
        registry
            .students
            .iter()
            .all(|student| student.details.is_incomplete())
    );
}

#[test]
fn guardians_are_those_met_in_the_relationships() {
    let registry = registry();
    let adults: Vec<_> = registry
        .guardians
        .iter()
        .map(|adult| {
            (
                adult.source_id.as_deref().unwrap(),
                adult.details.email.as_ref().unwrap().as_str(),
                adult.details.phone.as_deref().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        adults,
        [
            ("U-50", "oksana.kovalenko@example.net", "+15145550142"),
            ("U-51", "paola.garcia@example.com", "+14385550117"),
        ]
    );
    let links: Vec<_> = registry
        .guardianships
        .iter()
        .map(|link| {
            (
                link.student,
                link.guardian,
                link.tie.relationship,
                link.tie.access,
            )
        })
        .collect();
    assert_eq!(
        links,
        [
            (0, 0, Relationship::Parent, Access::Unknown),
            (1, 0, Relationship::Parent, Access::Unknown),
            (2, 1, Relationship::Guardian, Access::Unknown),
            (5, 1, Relationship::Unknown, Access::Unknown),
        ]
    );
}

#[test]
fn what_cannot_be_used_is_reported_where_it_stands() {
    let registry = registry();
    let found: Vec<_> = registry
        .unusable
        .iter()
        .map(|line| {
            (
                &*line.file,
                line.line,
                line.field.as_str(),
                line.reason.as_str(),
                line.left_out.as_str(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            (
                "relationships.csv",
                5,
                "source_id",
                "reference_to_nobody",
                "line"
            ),
            ("relationships.csv", 6, "source_id", "not_a_student", "line"),
            (
                "relationships.csv",
                7,
                "relationship",
                "not_a_guardian",
                "guardian"
            ),
            (
                "relationships.csv",
                8,
                "relationship",
                "unknown_word",
                "value"
            ),
            ("roles.csv", 8, "school", "reference_to_nobody", "value"),
            ("roles.csv", 10, "source_id", "reference_to_nobody", "line"),
        ]
    );
}

#[test]
fn passwords_flags_origins_and_staff_are_never_kept() {
    let read = format!("{:?}", registry());
    for secret in ["canari", "Invisible", "invisible", "eleve1"] {
        assert!(!read.contains(secret), "{secret}");
    }
}

#[test]
fn optional_files_may_be_missing_or_empty() {
    for change in [|_: &str| None, |_: &str| Some(String::new())] {
        assert_eq!(with_file("relationships.csv", change).guardians, []);
        assert!(
            with_file("demographics.csv", change)
                .students
                .iter()
                .all(|student| student.details.birth_date.is_none())
        );
    }
}

#[test]
fn a_spreadsheet_may_have_been_there_before() {
    let resaved = with_file("users.csv", |text| {
        Some(
            text.replace('\u{FEFF}', "")
                .replace(',', ";")
                .replace("\r\n", "\n"),
        )
    });
    assert_eq!(resaved.students, registry().students);
    let shouted = with_file("roles.csv", |text| {
        Some(
            text.replace("student", "STUDENT")
                .replace("sourcedid", "SOURCEDID"),
        )
    });
    assert_eq!(shouted.students, registry().students);
}

#[test]
fn the_sample_of_the_format_is_read() {
    // The sample is not part of the project: the test reads it where someone has it.
    let Some(data) = std::env::var_os("GUICHET_SHARED_DATA") else {
        return;
    };
    let folder = Path::new(&data).join("school-data-sync-v2.1");
    let mut reading = Reading::open(&folder, None, &Limits::default()).unwrap();
    let registry = reading.next_chunk(usize::MAX).unwrap().unwrap();
    assert_eq!(
        (
            registry.students.len(),
            registry.guardians.len(),
            registry.guardianships.len()
        ),
        (4, 2, 3)
    );
    assert_eq!((registry.unusable.len(), registry.notes.len()), (0, 0));
    assert!(!format!("{registry:?}").contains("P@ssword"));
}
