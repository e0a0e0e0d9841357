//! Workbooks as spreadsheets write them, and as nobody honest does.
use std::io::Write;

use proptest::prelude::*;
use zip::write::SimpleFileOptions;

use super::*;

const FILES: [(&[u8], WorkbookKind, Epoch); 4] = [
    (
        include_bytes!("../../tests/data/excel/since-1900.xls"),
        WorkbookKind::Xls,
        Epoch::Since1900,
    ),
    (
        include_bytes!("../../tests/data/excel/since-1904.xls"),
        WorkbookKind::Xls,
        Epoch::Since1904,
    ),
    (
        include_bytes!("../../tests/data/excel/since-1900.xlsx"),
        WorkbookKind::Xlsx,
        Epoch::Since1900,
    ),
    (
        include_bytes!("../../tests/data/excel/since-1904.xlsx"),
        WorkbookKind::Xlsx,
        Epoch::Since1904,
    ),
];

fn fiches(rows: &[Vec<String>]) -> usize {
    rows.iter()
        .flatten()
        .filter(|cell| *cell == "Fiche")
        .count()
}

fn open(bytes: &[u8], kind: WorkbookKind, limits: &Limits) -> Result<SheetText, RosterError> {
    read(bytes, kind, None, fiches, limits)
}

fn code(read: Result<SheetText, RosterError>) -> &'static str {
    read.map_or_else(|error| error.as_str(), |_| "read")
}

#[test]
fn the_sheet_with_the_students_becomes_text_with_one_line_a_row() {
    for (bytes, kind, epoch) in FILES {
        let sheet = open(bytes, kind, &Limits::default()).unwrap();
        assert_eq!(sheet.sheet, "Élèves");
        assert_eq!(
            sheet.sheets,
            ["Lisez-moi", "Élèves"],
            "what is hidden stays so"
        );
        assert_eq!(sheet.epoch, epoch);
        let text = String::from_utf8(sheet.text).unwrap();
        let serials = if epoch == Epoch::Since1900 {
            ["42072", "41998"]
        } else {
            ["40610", "40536"]
        };
        let lines: Vec<&str> = text
            .lines()
            .map(|line| line.trim_end_matches(';'))
            .collect();
        assert_eq!(lines.len(), 5);
        assert_eq!(lines[0], "Liste des élèves 2025-2026");
        assert_eq!(lines[1].trim_matches('"'), "");
        assert_eq!(
            lines[2],
            "Fiche;Nom;Prénom;Date de naissance;Code école;Solde;Inscrit le"
        );
        let error = if kind == WorkbookKind::Xlsx {
            "#DIV/0!"
        } else {
            ""
        };
        assert!(
            lines[3].starts_with("12345;Tremblay;Olivia;2015-03-09;762045;"),
            "{}",
            lines[3]
        );
        assert!(lines[3].contains(error));
        assert!(lines[3].ends_with(serials[0]), "{}", lines[3]);
        assert!(lines[4].starts_with("12346;Côté;Zoé;2014-12-25;762045;"));
        assert!(lines[4].ends_with(serials[1]), "{}", lines[4]);
    }
}

#[test]
fn a_sheet_is_taken_by_its_name_or_missed_by_it() {
    for (bytes, kind, _) in FILES {
        let named = |name| read(bytes, kind, Some(name), fiches, &Limits::default());
        assert_eq!(named("Lisez-moi").unwrap().sheet, "Lisez-moi");
        let Err(RosterError::MissingSheet { name, sheets }) = named("Feuil1") else {
            panic!("there is no such sheet");
        };
        assert_eq!((name.as_str(), sheets.len()), ("Feuil1", 2));
    }
}

/// A workbook of one sheet whose rows are `sheet`, with this table of strings.
fn workbook(sheet: &str, strings: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let relation = |id: u8, kind: &str, target: &str| {
        format!(
            r#"<Relationship Id="rId{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>"#
        )
    };
    let relations = |inside: String| {
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>"#
        )
    };
    for (name, text) in [
        ("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml"))),
        (
            "xl/_rels/workbook.xml.rels",
            relations(relation(1, "worksheet", "worksheets/sheet1.xml") + &relation(2, "sharedStrings", "sharedStrings.xml")),
        ),
        (
            "xl/workbook.xml",
            r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets></workbook>"#.to_owned(),
        ),
        ("xl/sharedStrings.xml", strings.to_owned()),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet><sheetData>{sheet}</sheetData></worksheet>"),
        ),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn cell(place: &str, text: &str) -> String {
    format!(r#"<c r="{place}" t="str"><v>{text}</v></c>"#)
}

#[test]
fn formulas_give_their_cached_value_and_text_stays_text() {
    let sheet = r#"<row r="1"><c r="A1"><f>1+1</f><v>123</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>
                   <c r="C1" t="str"><v>=cmd|' /C calc'!A0</v></c><c r="D1" t="str"><v>deux
                   lignes; et "plus"</v></c><c r="F1" t="b"><v>1</v></c></row>"#;
    let read = open(
        &workbook(sheet, "<sst/>"),
        WorkbookKind::Xlsx,
        &Limits::default(),
    )
    .unwrap();
    let text = String::from_utf8(read.text).unwrap();
    assert_eq!(text.lines().count(), 1);
    assert!(
        text.starts_with("123;#DIV/0!;=cmd|' /C calc'!A0;\"deux "),
        "{text}"
    );
    assert!(text.trim_end().ends_with(";;true"), "{text}");
}

#[test]
fn a_workbook_that_would_grow_past_the_limits_is_refused_before_it_is_read() {
    let limits = Limits {
        total_bytes: 100_000,
        cells: 1_000,
        ..Limits::default()
    };
    let spaces = " ".repeat(200_000);
    let many: String = (1..=1_001)
        .map(|row| cell(&format!("A{row}"), "x"))
        .collect();
    let wide: String = (0..200).map(|_| "<si><t>x</t></si>").collect();
    for (what, bytes, expected) in [
        ("small", workbook(&cell("A1", "x"), "<sst/>"), "read"),
        (
            "real size",
            workbook(&cell("A1", "x"), &spaces),
            "too_large",
        ),
        (
            "declared strings",
            workbook("", r#"<sst uniqueCount="99999999999999"/>"#),
            "too_large",
        ),
        (
            "declared beyond counting",
            workbook("", r#"<sst uniqueCount = '99999999999999999999999999'/>"#),
            "too_large",
        ),
        (
            "honest strings",
            workbook("", &format!(r#"<sst uniqueCount="200">{wide}</sst>"#)),
            "read",
        ),
        ("cells", workbook(&many, "<sst/>"), "too_large"),
        (
            "far row",
            workbook(&cell("A1048577", "x"), "<sst/>"),
            "too_large",
        ),
        (
            "far column",
            workbook(&cell("XFE1", "x"), "<sst/>"),
            "too_large",
        ),
        (
            "rows backwards",
            workbook(&(cell("A9", "x") + &cell("A2", "x")), "<sst/>"),
            "damaged_workbook",
        ),
        ("last row", workbook(&cell("A90000", "x"), "<sst/>"), "read"),
    ] {
        assert_eq!(
            code(open(&bytes, WorkbookKind::Xlsx, &limits)),
            expected,
            "{what}"
        );
    }
    let narrow = Limits {
        cells: 20,
        ..Limits::default()
    };
    for (bytes, kind, _) in FILES {
        assert_eq!(code(open(bytes, kind, &narrow)), "too_large");
    }
}

/// Puts a record's two bytes at the place of the old.
fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = memchr::memmem::find(bytes, from).unwrap();
    let mut bytes = bytes.to_vec();
    bytes[at..at + to.len()].copy_from_slice(to);
    bytes
}

#[test]
fn an_old_workbook_cannot_lie_about_its_extent() {
    let (bytes, ..) = FILES[0];
    // DIMENSIONS: 4 bytes of first row, 4 of last row.
    let head = [0x00, 0x02, 14, 0, 0, 0, 0, 0];
    let huge = [0x00, 0x02, 14, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x7F];
    let wide = replaced(bytes, &head, &huge);
    assert_eq!(
        code(open(&wide, WorkbookKind::Xls, &Limits::default())),
        "too_large"
    );
    // A number moved to the last row and column of a sheet makes a rectangle of everything between.
    let number = memchr::memmem::find(bytes, &[0x03, 0x02, 14, 0])
        .or_else(|| memchr::memmem::find(bytes, &[0x7E, 0x02, 10, 0]))
        .unwrap();
    let mut far = bytes.to_vec();
    far[number + 4..number + 8].copy_from_slice(&[0xFF, 0xFF, 0xFF, 0x00]);
    assert_eq!(
        code(open(&far, WorkbookKind::Xls, &Limits::default())),
        "too_large"
    );
}

proptest! {
    #[test]
    fn no_bytes_stop_the_reader_of_workbooks(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        for kind in [WorkbookKind::Xlsx, WorkbookKind::Xls] {
            let _ = open(&bytes, kind, &Limits::default());
            let _ = open(&[COMPOUND_FILE, &bytes].concat(), kind, &Limits::default());
        }
    }

    #[test]
    fn no_damage_stops_the_reader_of_workbooks(
        file in 0_usize..4,
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let (bytes, kind, _) = FILES[file];
        let mut bytes = bytes.to_vec();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if is_cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let _ = open(&bytes, kind, &Limits::default());
    }
}
