//! Archives and folders made to harm: each is read for what it is or refused, and nothing is half done.

use std::io::{Cursor, Write};

use crate::exports::whole;
use roster::{Limits, Reading, RosterError, Source};
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

fn code(bytes: Vec<u8>, limits: &Limits) -> &'static str {
    let read = Source::from_bytes("export.zip".to_owned(), bytes, None, limits)
        .and_then(|source| whole(&source, limits));
    match read {
        Ok(_) => "read",
        Err(error) => error.as_str(),
    }
}

/// Writes over the bytes after the last occurrence of `mark`.
fn patched(mut bytes: Vec<u8>, mark: &[u8], offset: usize, with: &[u8]) -> Vec<u8> {
    let at = bytes
        .windows(mark.len())
        .rposition(|window| window == mark)
        .unwrap()
        + offset;
    bytes[at..at + with.len()].copy_from_slice(with);
    bytes
}

const CENTRAL: &[u8] = b"PK\x01\x02";
const LOCAL: &[u8] = b"PK\x03\x04";
const END: &[u8] = b"PK\x05\x06";

/// An entry under a password, as its flag says.
fn encrypted() -> Vec<u8> {
    let plain = zip(&[("liste.csv", CSV)]);
    patched(patched(plain, CENTRAL, 8, &[1, 0]), LOCAL, 6, &[1, 0])
}

/// A symbolic link of that name.
fn link(target: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.add_symlink("liste.csv", target, SimpleFileOptions::default())
        .unwrap();
    zip.finish().unwrap().into_inner()
}

/// Two entries of one name: the second renamed after the writing.
fn twice() -> Vec<u8> {
    let mut bytes = zip(&[
        ("liste.csv", CSV),
        ("listf.csv", b"Fiche;Nom;Pr\xC3\xA9nom\n2;X;Y\n"),
    ]);
    while let Some(at) = bytes.windows(9).position(|window| window == b"listf.csv") {
        bytes[at..at + 9].copy_from_slice(b"liste.csv");
    }
    bytes
}

/// Entries of a central directory that declares another number of them.
fn miscounted(declared: u16) -> Vec<u8> {
    let count = declared.to_le_bytes();
    let bytes = zip(&[("a.csv", CSV), ("b.txt", b"x")]);
    patched(patched(bytes, END, 8, &count), END, 10, &count)
}

/// The second entry's directory line points at the first's bytes.
fn overlapping() -> Vec<u8> {
    let bytes = zip(&[("a.txt", &[b'x'; 4_000]), ("b.csv", CSV)]);
    patched(bytes, CENTRAL, 42, &[0, 0, 0, 0])
}

#[test]
#[expect(clippy::too_many_lines, reason = "one table of cases")]
fn archives_made_to_harm_are_read_for_what_they_are_or_refused() {
    let small = Limits {
        total_bytes: 100_000,
        ..Limits::default()
    };
    let usual = Limits::default();
    let zeros = vec![b'0'; 1_000_000];
    let nested = zip(&[("liste.csv", &zeros)]);
    let many: Vec<String> = (0..10_000).map(|n| format!("{n}.txt")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
    let mut cut = zip(&[("liste.csv", CSV)]);
    cut.truncate(cut.len() - 30);
    let huge = u32::MAX.to_le_bytes();
    let mut wrong = Vec::new();
    for (what, bytes, limits, answer) in [
        ("a bomb of one table", nested.clone(), &small, "too_large"),
        (
            "a bomb that declares a small size",
            patched(nested.clone(), CENTRAL, 24, &[10, 0, 0, 0]),
            &small,
            "damaged_archive",
        ),
        (
            "a table that declares a huge size",
            patched(zip(&[("l.csv", CSV)]), CENTRAL, 24, &huge),
            &usual,
            "read",
        ),
        (
            "a bomb that nobody asks for",
            zip(&[("zeros.bin", &zeros), ("liste.csv", CSV)]),
            &small,
            "read",
        ),
        (
            "an archive in the archive",
            zip(&[("inner.zip", &nested), ("liste.csv", CSV)]),
            &small,
            "read",
        ),
        (
            "nothing but an archive",
            zip(&[("inner.zip", &nested)]),
            &usual,
            "unknown_format",
        ),
        ("ten thousand entries", zip(&many), &usual, "too_large"),
        (
            "a step upwards",
            zip(&[("../liste.csv", CSV)]),
            &usual,
            "unsafe_path",
        ),
        (
            "a step upwards inside",
            zip(&[("a/../../liste.csv", CSV)]),
            &usual,
            "unsafe_path",
        ),
        (
            "a root",
            zip(&[("/etc/liste.csv", CSV)]),
            &usual,
            "unsafe_path",
        ),
        (
            "a drive",
            zip(&[("C:/liste.csv", CSV)]),
            &usual,
            "unsafe_path",
        ),
        (
            "a backslash",
            zip(&[("a\\..\\liste.csv", CSV)]),
            &usual,
            "unsafe_path",
        ),
        (
            "a name that reads backwards",
            zip(&[("liste\u{202E}vsc.csv", CSV)]),
            &usual,
            "unsafe_path",
        ),
        (
            "a control character in a name",
            zip(&[("li\u{7}ste.csv", CSV)]),
            &usual,
            "unsafe_path",
        ),
        ("a link", link("/etc/passwd"), &usual, "unsafe_path"),
        ("one name twice", twice(), &usual, "damaged_archive"),
        (
            "one name in other capitals",
            zip(&[("liste.csv", CSV), ("Liste.CSV", CSV)]),
            &usual,
            "duplicate_file",
        ),
        (
            "entries that share bytes",
            overlapping(),
            &usual,
            "damaged_archive",
        ),
        ("a password", encrypted(), &usual, "encrypted_archive"),
        ("cut off", cut, &usual, "damaged_archive"),
        (
            "more entries declared than there are",
            miscounted(9),
            &usual,
            "damaged_archive",
        ),
        (
            "sixty thousand entries declared",
            miscounted(u16::MAX),
            &usual,
            "damaged_archive",
        ),
        ("fewer entries declared", miscounted(1), &usual, "read"),
        ("nothing at all", zip(&[]), &usual, "unknown_format"),
        (
            "what a Mac adds",
            zip(&[
                ("liste.csv", CSV),
                ("__MACOSX/._liste.csv", b"x"),
                (".DS_Store", b"x"),
            ]),
            &usual,
            "read",
        ),
    ] {
        let given = code(bytes, limits);
        if given != answer {
            wrong.push(format!("{what}: {given} instead of {answer}"));
        }
    }
    assert_eq!(wrong, [] as [String; 0]);
}

#[test]
fn an_archive_cut_off_anywhere_is_refused() {
    let whole = zip(&[("liste.csv", CSV), ("note.txt", b"x")]);
    for length in 4..whole.len() {
        let answer = code(whole[..length].to_vec(), &Limits::default());
        assert_ne!(answer, "read", "{length}");
    }
}

#[test]
fn the_bytes_of_all_tables_count_together() {
    let users = format!(
        "sourcedId,familyName,givenName,role\n{}",
        "e,x,y,student\n".repeat(3_000)
    );
    let roles = format!(
        "userSourcedId,role,orgSourcedId\n{}",
        "e,student,s\n".repeat(3_000)
    );
    let bytes = zip(&[
        ("users.csv", users.as_bytes()),
        ("roles.csv", roles.as_bytes()),
        ("manifest.csv", b"propertyName,value\n"),
    ]);
    for (total_bytes, answer) in [(60_000, "too_large"), (200_000, "read")] {
        let limits = Limits {
            total_bytes,
            ..Limits::default()
        };
        assert_eq!(code(bytes.clone(), &limits), answer);
    }
}

#[test]
fn people_whose_names_hide_how_they_read_are_left_out_and_shown_harmless() {
    for bad in [
        "Roy\u{202E}",
        "Ro\u{200B}y",
        "Ro\u{1}y",
        "Ro\u{2067}y",
        "Ro\u{FFFD}y",
    ] {
        let users = format!(
            "sourcedId,familyName,givenName,role,orgSourcedIds,agentSourcedIds\n\
             e1,{bad},Zoé,student,s1,g1\ne2,Li,Wei,student,s1,g1\ng1,{bad},Ève,parent,s1,\n"
        );
        let bytes = zip(&[
            ("users.csv", users.as_bytes()),
            ("manifest.csv", b"propertyName,value\n"),
        ]);
        let source =
            Source::from_bytes("x.zip".to_owned(), bytes, None, &Limits::default()).unwrap();
        let registry = whole(&source, &Limits::default()).unwrap();
        assert_eq!(
            (registry.students.len(), registry.guardians.len()),
            (1, 0),
            "{bad:?}"
        );
        assert_eq!(registry.unusable.len(), 2, "{bad:?}");
        assert!(registry.unusable.iter().all(|line| {
            !line.value.contains(
                bad.chars()
                    .find(|c| *c != '\u{FFFD}' && !c.is_alphabetic())
                    .unwrap_or('\u{0}'),
            )
        }));
    }
}

#[cfg(unix)]
#[test]
fn a_folder_with_links_out_of_it_is_read_without_them() {
    use std::os::unix::fs::symlink;

    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("liste.csv"), CSV).unwrap();
    let folder = tempfile::tempdir().unwrap();
    symlink(
        outside.path().join("liste.csv"),
        folder.path().join("liste.csv"),
    )
    .unwrap();
    symlink(outside.path(), folder.path().join("dossier")).unwrap();
    let refused = Reading::open(folder.path(), None, &Limits::default());
    assert!(matches!(refused.err(), Some(RosterError::UnknownFormat)));
    std::fs::write(folder.path().join("autre.csv"), CSV).unwrap();
    let source = Source::open(folder.path(), None, &Limits::default()).unwrap();
    let registry = whole(&source, &Limits::default()).unwrap();
    assert_eq!(&*registry.file, "autre.csv");
}

#[test]
fn a_folder_of_too_many_files_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..20 {
        std::fs::write(folder.path().join(format!("{n}.txt")), b"x").unwrap();
    }
    let limits = Limits {
        entries: 10,
        ..Limits::default()
    };
    assert!(matches!(
        Reading::open(folder.path(), None, &limits).err(),
        Some(RosterError::TooLarge)
    ));
}
