//! A registry that is handed on in chunks: the same students and adults as in one piece, whole students only, and the
//! same bytes in both passes.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;
use std::io::Write as _;
use std::time::{Duration, Instant};

use roster::{Limits, NoteKind, Reading, Reason, Registry, RosterError, Source, Totals, generate};

fn open(bytes: &[u8]) -> Reading {
    let limits = Limits::default();
    let name = "export.csv".to_owned();
    let source = Source::from_bytes(name, bytes.to_vec(), None, &limits).unwrap();
    Reading::of(&source, &limits).unwrap()
}

fn chunks(reading: &mut Reading, students: usize) -> Vec<Registry> {
    std::iter::from_fn(|| reading.next_chunk(students).unwrap()).collect()
}

/// Each student with the numbers of their adults, each adult with everything that is said of them.
fn families(chunks: &[Registry]) -> BTreeSet<String> {
    let of_chunk = |chunk: &Registry| {
        let of_student = |(place, student): (usize, &roster::StudentRecord)| {
            let ties = chunk
                .guardianships
                .iter()
                .filter(|tie| tie.student == place);
            let ties: Vec<_> = ties
                .map(|tie| (chunk.adults[tie.guardian], tie.tie))
                .collect();
            format!("{student:?} {ties:?}")
        };
        let families: Vec<_> = chunk.students.iter().enumerate().map(of_student).collect();
        families
    };
    chunks.iter().flat_map(of_chunk).collect()
}

fn totals(chunks: &[Registry]) -> Totals {
    let adults: BTreeSet<_> = chunks.iter().flat_map(|chunk| &chunk.adults).collect();
    Totals {
        students: chunks.iter().map(|chunk| chunk.students.len()).sum(),
        guardians: adults.len(),
        guardianships: chunks.iter().map(|chunk| chunk.guardianships.len()).sum(),
    }
}

#[test]
fn chunks_hold_what_the_whole_holds() {
    let csv = generate(900, 5).to_csv();
    let whole = chunks(&mut open(&csv), usize::MAX);
    assert_eq!(whole.len(), 1);
    for size in [1, 7, 100, 899, 900] {
        let mut reading = open(&csv);
        let some = chunks(&mut reading, size);
        assert!(some.iter().all(|chunk| chunk.students.len() <= size));
        assert_eq!(families(&some), families(&whole), "{size}");
        assert_eq!(totals(&some), reading.totals(), "{size}");
        let notes =
            |chunks: &[Registry]| chunks.iter().map(|chunk| chunk.notes.len()).sum::<usize>();
        assert_eq!(notes(&some), notes(&whole), "{size}");
    }
}

#[test]
fn a_student_whose_lines_are_far_apart_is_held_until_the_last() {
    let mut reading = open(
        "Fiche;Nom;Prénom;Répondant;Prénom répondant;Courriel répondant\n\
         1;Roy;Léa;Roy;Luc;luc@example.org\n\
         2;Li;Wei;Li;Mei;mei@example.org\n\
         3;Côté;Zoé;Roy;Luc;luc@example.org\n\
         1;Roy;Léa;Cyr;Ève;eve@example.org\n"
            .as_bytes(),
    );
    let chunks = chunks(&mut reading, 1);
    let told: Vec<_> = chunks
        .iter()
        .flat_map(|chunk| {
            chunk
                .students
                .iter()
                .map(|student| (student.line, chunk.adults.clone()))
        })
        .collect();
    assert_eq!(
        told,
        [(3, vec![1]), (4, vec![0]), (2, vec![0, 2])],
        "the father of two families is one adult"
    );
}

#[test]
fn a_file_that_changes_between_the_passes_is_told() {
    let line = |number: u32, group: u32| format!("{number};Roy;Léa {number};{group}\n");
    let text = |group| {
        let lines: String = (1..=20_000).map(|number| line(number, group)).collect();
        format!("Fiche;Nom;Prénom;Groupe\n{lines}")
    };
    let shorter = text(1).lines().take(10_000).collect::<Vec<_>>().join("\n");
    for other in [text(2), shorter, text(1) + &line(20_001, 1)] {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(text(1).as_bytes()).unwrap();
        let mut reading = Reading::open(file.path(), None, &Limits::default()).unwrap();
        std::fs::write(file.path(), &other).unwrap();
        let refused = loop {
            match reading.next_chunk(500) {
                Ok(Some(_)) => {}
                ended => break ended,
            }
        };
        assert!(matches!(refused, Err(RosterError::FileChanged)));
    }
}

#[test]
fn a_quote_that_nobody_closed_does_not_swallow_a_large_file() {
    let mut bytes = "Fiche;Nom;Prénom\n1;\"Roy;Léa\n".as_bytes().to_vec();
    for number in 2..100_000 {
        bytes.extend(format!("{number};Roy;Léa {number}\n").as_bytes());
    }
    let limits = Limits::default();
    let source = Source::from_bytes("export.csv".to_owned(), bytes, None, &limits).unwrap();
    let read = Reading::of(&source, &limits);
    assert!(matches!(read.err(), Some(RosterError::TooLarge)));
}

#[test]
fn one_student_repeated_for_ever_and_a_crowd_of_namesakes_are_read_in_time() {
    let begun = Instant::now();
    let repeated = format!("Fiche;Nom;Prénom\n{}", "7;Roy;Léa\n".repeat(100_000));
    assert_eq!(open(repeated.as_bytes()).totals().students, 1);

    let crowd: String = (1..50_000)
        .map(|number| format!("{number};Roy;Léa;2015-03-09\n"))
        .collect();
    let crowd = format!("Fiche;Nom;Prénom;Date de naissance\n{crowd}");
    assert_eq!(open(crowd.as_bytes()).totals().students, 49_999);
    assert!(begun.elapsed() < Duration::from_secs(60));
}

#[test]
fn more_adults_than_any_child_has_are_left_out_and_told() {
    let lines: String = (0..60)
        .map(|number| format!("7;Roy;Léa;Adulte {number};a{number}@example.org\n"))
        .collect();
    let text = format!("Fiche;Nom;Prénom;Répondant;Courriel répondant\n{lines}");
    let chunk = chunks(&mut open(text.as_bytes()), 10).remove(0);
    assert_eq!(chunk.guardians.len(), 50);
    let reasons: Vec<_> = chunk
        .unusable
        .iter()
        .map(|line| (line.line, line.reason))
        .collect();
    let expected: Vec<_> = (52..62).map(|line| (line, Reason::TooMany)).collect();
    assert_eq!(reasons, expected);
}

#[test]
fn what_a_first_line_lacked_and_a_later_one_said_is_found_by_a_third() {
    let chunk = chunks(
        &mut open(
            "Fiche;Code permanent;Nom;Prénom;Date de naissance\n\
             1;;Tremblay;Olivia;\n\
             1;TREO71531501;Tremblay;Olivia;2015-03-09\n\
             ;TREO71531501;Tremblay;Olivia;\n\
             ;;Tremblay;Olivia;2015-03-09\n\
             ;;Tremblay;Olivia;2016-03-09\n"
                .as_bytes(),
        ),
        10,
    )
    .remove(0);
    assert_eq!(chunk.students.len(), 2);
    let namesakes = chunk
        .notes
        .iter()
        .filter(|note| note.kind == NoteKind::SameNames);
    assert_eq!(namesakes.count(), 0, "birth dates tell them apart");
}
