//! What each fuzz target does with its bytes: reads them as a source of one kind, and holds what must hold of every
//! reading. The fuzzer runs these (`fuzz_targets`), and so does a plain test over the seeds (`tests/seeds.rs`).
#![allow(
    dead_code,
    reason = "each program that includes this room has one target"
)]

use std::io::{Cursor, Write};

use roster::{Format, Identifiers, Limits, Reading, Registry, Source};

/// Small enough that a run is not spent on size, large enough that nothing else is cut off.
fn limits() -> Limits {
    Limits {
        entries: 50,
        total_bytes: 1 << 20,
        streamed_bytes: 1 << 20,
        lines: 5_000,
        cell_bytes: 500,
        ..Limits::default()
    }
}

/// Any bytes as a table of text.
pub fn delimited(bytes: &[u8]) {
    if !bytes.starts_with(b"PK") {
        read(bytes.to_vec(), None);
    }
}

/// Any bytes that are no text: a workbook, an archive with one table, or neither.
pub fn workbook(bytes: &[u8]) {
    read(bytes.to_vec(), None);
}

/// An archive, or the text of its tables.
pub fn one_roster(bytes: &[u8]) {
    read(archive(bytes), Some(Format::OneRoster));
}

/// The same for both versions of School Data Sync.
pub fn school_data_sync(bytes: &[u8]) {
    read(archive(bytes), Some(Format::SchoolDataSync));
}

/// One text under every header of a student's row and of an adult's, where dates and numbers are told from one another.
pub fn cells(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let quoted = format!("\"{}\"", text.replace('"', "\"\""));
    let headers = [
        "Fiche",
        "Code permanent",
        "Nom",
        "Prénom",
        "Date de naissance",
        "Sexe",
        "Code école",
        "École",
        "Groupe",
        "Statut",
        "Répondant",
        "Prénom répondant",
        "Lien",
        "Courriel répondant",
        "Téléphone",
        "Langue à la maison",
        "Priorité",
        "Accès",
    ];
    let mut table = format!("{}\n", headers.join(";"));
    for place in 0..headers.len() {
        let mut row: Vec<&str> = vec!["4101", "", "Roy", "Léa"];
        row.resize(headers.len(), "");
        row[place] = &quoted;
        table.push_str(&row.join(";"));
        table.push('\n');
    }
    table.push_str(&vec![quoted.as_str(); headers.len()].join(";"));
    read(table.into_bytes(), None);
}

/// Bytes that are no archive are its tables, each after a line `=== name`.
fn archive(bytes: &[u8]) -> Vec<u8> {
    if bytes.starts_with(b"PK") {
        return bytes.to_vec();
    }
    let mut tables: Vec<(String, Vec<u8>)> = Vec::new();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        match line.strip_prefix(b"=== ") {
            Some(name) => {
                tables.push((String::from_utf8_lossy(name).trim().to_owned(), Vec::new()));
            }
            None => {
                if let Some((_, table)) = tables.last_mut() {
                    table.extend_from_slice(line);
                }
            }
        }
    }
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, table) in tables {
        if zip.start_file(name, options).is_err() || zip.write_all(&table).is_err() {
            return Vec::new();
        }
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// Reads in chunks and holds what must hold of every reading, whoever wrote the file.
fn read(bytes: Vec<u8>, wished: Option<Format>) {
    let limits = limits();
    let numbers = Identifiers {
        fiche_from: Some("fiche".to_owned()),
        permanent_code_from: None,
    };
    let Ok(source) = Source::from_bytes("fuzz".to_owned(), bytes, wished, &limits) else {
        return;
    };
    let source = source.identified(numbers);
    let Ok(mut reading) = Reading::of(&source, &limits) else {
        return;
    };
    let again = Reading::of(&source, &limits).map(|again| again.hash());
    assert_eq!(
        again.ok(),
        Some(reading.hash()),
        "the same bytes are the same reading"
    );
    let totals = reading.totals();
    let mut students = 0;
    while let Some(chunk) = reading
        .next_chunk(3)
        .expect("what was read once is read again")
    {
        students += chunk.students.len();
        hold(&chunk, &limits);
    }
    assert_eq!(students, totals.students, "every student is handed on");
}

fn hold(chunk: &Registry, limits: &Limits) {
    assert!(
        chunk.students.len() <= 3,
        "a chunk is as long as was asked for"
    );
    for link in &chunk.guardianships {
        assert!(link.student < chunk.students.len() && link.guardian < chunk.guardians.len());
    }
    for student in &chunk.students {
        let details = &student.details;
        for text in [&details.last_names, &details.first_names] {
            assert!(!text.is_empty() && text.len() <= 4 * limits.cell_bytes);
            assert!(!text.contains(hides), "{text:?}");
        }
    }
    for adult in &chunk.guardians {
        let details = &adult.details;
        assert!(!details.last_names.contains(hides) && !details.first_names.contains(hides));
    }
    for line in &chunk.unusable {
        assert!(line.value.chars().count() <= 60, "a mask is short");
        assert!(!line.value.contains(hides), "{:?}", line.value);
    }
}

/// What makes a shown value read as another one.
fn hides(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200B}')
}
