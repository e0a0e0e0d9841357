//! Opening files, folders and archives: what is accepted, what is refused and why.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::io::{Cursor, Write};
use std::path::Path;

use roster::{Content, ContentHash, Format, Limits, Reading, RosterError, Source};
use zip::write::SimpleFileOptions;

const CSV: &[u8] = b"Fiche;Nom;Pr\xC3\xA9nom\n1;Roy;L\xC3\xA9a\n";

fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn open(bytes: &[u8]) -> Result<Source, RosterError> {
    Source::from_bytes(
        "export.csv".to_owned(),
        bytes.to_vec(),
        None,
        &Limits::default(),
    )
}

fn hash(source: &Source) -> ContentHash {
    Reading::of(source, &Limits::default()).unwrap().hash()
}

fn code(bytes: &[u8]) -> &'static str {
    match open(bytes).and_then(|source| Reading::of(&source, &Limits::default())) {
        Ok(_) => "read",
        Err(error) => error.as_str(),
    }
}

#[test]
fn what_is_no_registry_gets_a_clear_error() {
    let docx = zip(&[
        ("[Content_Types].xml", b"<x/>"),
        ("word/document.xml", b"<x/>"),
    ]);
    let oneroster = zip(&[
        ("manifest.csv", b"a,b\n"),
        ("users.csv", b"a\n"),
        ("orgs.csv", b"a\n"),
    ]);
    let half = zip(&[("users.csv", b"a\n"), ("roles.csv", b"a\n")]);
    let mut cut = zip(&[("export.csv", CSV)]);
    cut.truncate(60);
    for (bytes, expected) in [
        (&b""[..], "empty"),
        (b" \r\n\n", "empty"),
        (b"\xEF\xBB\xBF", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "not_a_table"),
        (b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj", "not_a_table"),
        (b"Bonjour, voici la liste demand\xE9e.", "not_a_table"),
        (b"Nom;Groupe\nRoy;301\n", "missing_column"),
        (b"Fiche;Groupe\n1;301\n", "missing_column"),
        (b"Fiche;Nom\n1;Roy\n2;Li\n", "missing_column"),
        (&docx, "unknown_format"),
        (&oneroster, "unknown_format"),
        (&half, "missing_file"),
        (&cut, "damaged_archive"),
        (b"Fiche;Nom;Pr\xE9nom\n", "read"),
        (CSV, "read"),
    ] {
        assert_eq!(code(bytes), expected, "{}", String::from_utf8_lossy(bytes));
    }
    assert!(matches!(
        Reading::open(Path::new("/nowhere/at/all.csv"), None, &Limits::default()),
        Err(RosterError::Unreadable(_))
    ));
}

#[test]
fn the_missing_file_or_column_is_named() {
    let half = zip(&[("users.csv", b"a\n"), ("orgs.csv", b"a\n")]);
    assert_eq!(
        open(&half)
            .err()
            .and_then(|error| error.name().map(str::to_owned))
            .as_deref(),
        Some("roles.csv")
    );
    let source = open(b"Fiche;Groupe\n1;301\n").unwrap();
    let error = Reading::of(&source, &Limits::default()).err().unwrap();
    assert_eq!(error.name(), Some("Nom"));
}

#[test]
fn an_archive_that_reaches_outside_of_itself_is_refused() {
    for name in [
        "../export.csv",
        "/etc/export.csv",
        "a/../../export.csv",
        "a\\..\\export.csv",
        "C:/export.csv",
    ] {
        assert!(
            matches!(open(&zip(&[(name, CSV)])), Err(RosterError::UnsafePath)),
            "{name}"
        );
    }
}

#[test]
fn a_file_may_lie_in_a_folder_of_the_archive_but_not_twice() {
    assert!(
        open(&zip(&[
            ("export/liste.csv", CSV),
            ("__MACOSX/liste.csv", CSV)
        ]))
        .is_ok()
    );
    let twice = zip(&[("a/liste.csv", CSV), ("b/Liste.csv", CSV)]);
    assert!(matches!(
        open(&twice),
        Err(RosterError::DuplicateFile { .. })
    ));
}

#[test]
fn limits_hold_whatever_the_archive_declares() {
    let bomb = zip(&[("liste.csv", &vec![b'0'; 1_000_000])]);
    let many: Vec<(String, &[u8])> = (0..20).map(|n| (format!("{n}.txt"), &b"x"[..])).collect();
    let many = zip(&many
        .iter()
        .map(|(name, bytes)| (name.as_str(), *bytes))
        .collect::<Vec<_>>());
    let limits = Limits {
        entries: 10,
        total_bytes: 10_000,
        streamed_bytes: 10_000,
        lines: 2,
        cell_bytes: 100,
        ..Limits::default()
    };
    for bytes in [bomb, many] {
        let opened = Source::from_bytes("x.zip".to_owned(), bytes, None, &limits);
        assert!(matches!(opened, Err(RosterError::TooLarge)));
    }
    let three = b"Fiche;Nom;Pr\xE9nom\n1;A;A\n2;B;B\n3;C;C\n";
    let source = Source::from_bytes("x.csv".to_owned(), three.to_vec(), None, &limits).unwrap();
    assert!(matches!(
        Reading::of(&source, &limits),
        Err(RosterError::TooLarge)
    ));
}

#[test]
fn a_folder_is_read_like_an_archive_and_flags_are_never_opened() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/school-data-sync");
    let source = Source::open(&folder, None, &Limits::default()).unwrap();
    assert_eq!(source.format, Format::SchoolDataSync);
    let names: Vec<&str> = source.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "demographics.csv",
            "orgs.csv",
            "relationships.csv",
            "roles.csv",
            "users.csv"
        ]
    );
    let entries: Vec<(&str, &[u8])> = source
        .files
        .iter()
        .map(|file| match &file.content {
            Content::Bytes(bytes) => (file.name.as_str(), bytes.as_ref()),
            Content::File(_) | Content::Workbook(..) => panic!("taken out of its folder"),
        })
        .collect();
    assert_eq!(hash(&open(&zip(&entries)).unwrap()), hash(&source));
}

#[test]
fn the_hash_changes_with_the_content() {
    let other = CSV.to_ascii_uppercase();
    assert_ne!(hash(&open(CSV).unwrap()), hash(&open(&other).unwrap()));
    assert_eq!(hash(&open(CSV).unwrap()).to_string().len(), 64);
}
