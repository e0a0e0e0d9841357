//! How a table comes to be read: what is found out, what a person chooses, what is kept under a name, what is told.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use proptest::prelude::*;
use roster::{
    Choice, Confidence, DateFinding, DateOrder, Limits, Mapping, Meaning, NameFinding, NameOrder,
    NoteKind, Profile, Proposal, Reading, Registry, RosterError, Separator, Source, TextEncoding,
    ValueKind, propose_source,
};

fn source(bytes: &[u8], choice: Choice) -> Source {
    let name = "export.csv".to_owned();
    let source = Source::from_bytes(name, bytes.to_vec(), None, &Limits::default());
    source.unwrap().mapped(choice)
}

fn proposed(bytes: &[u8]) -> Proposal {
    propose_source(&source(bytes, Choice::default()), &Limits::default()).unwrap()
}

fn read_as(bytes: &[u8], choice: Choice) -> Result<Registry, RosterError> {
    let mut reading = Reading::of(&source(bytes, choice), &Limits::default())?;
    Ok(reading.next_chunk(usize::MAX)?.unwrap())
}

fn read(bytes: &[u8]) -> Registry {
    read_as(bytes, Choice::default()).unwrap()
}

fn chosen(mapping: Mapping) -> Choice {
    Choice {
        mapping: Some(mapping),
        profiles: Vec::new(),
    }
}

fn columns(columns: &[(&str, &str)]) -> Mapping {
    let column = |(header, meaning): &(&str, &str)| ((*header).to_owned(), Meaning::parse(meaning));
    Mapping {
        columns: columns.iter().map(column).collect(),
        ..Mapping::default()
    }
}

fn notes(registry: &Registry) -> Vec<&'static str> {
    registry
        .notes
        .iter()
        .map(|note| note.kind.as_str())
        .collect()
}

fn names(registry: &Registry) -> Vec<String> {
    let name = |student: &roster::StudentRecord| {
        format!(
            "{}|{}",
            student.details.last_names, student.details.first_names
        )
    };
    registry.students.iter().map(name).collect()
}

fn births(registry: &Registry) -> Vec<String> {
    let birth = |student: &roster::StudentRecord| student.details.birth_date;
    let births = registry.students.iter().map(birth);
    births
        .map(|date| date.map(|date| date.to_string()).unwrap_or_default())
        .collect()
}

/// What each column is proposed to mean, how sure, and what its values are.
fn meanings(proposal: &Proposal) -> Vec<(String, &'static str, &'static str)> {
    let line = |column: &roster::ProposedColumn| {
        let meaning = column.meaning.map(|meaning| meaning.to_string());
        let (confidence, values) = (column.confidence.as_str(), column.values.as_str());
        (meaning.unwrap_or_default(), confidence, values)
    };
    proposal.columns.iter().map(line).collect()
}

#[test]
fn every_separator_is_found_in_the_content_with_its_quoted_cells() {
    for (separator, name) in [
        (';', "semicolon"),
        (',', "comma"),
        ('\t', "tab"),
        ('|', "pipe"),
    ] {
        let text = "Fiche§Nom§Prénom§École\n1§\"Roy; Côté, fils\"§\"Zoé | \t\"§Érables\n"
            .replace('§', &separator.to_string());
        let proposal = proposed(text.as_bytes());
        assert_eq!(proposal.separator.map(Separator::as_str), Some(name));
        assert_eq!(
            names(&read(text.as_bytes())),
            ["Roy; Côté, fils|Zoé |"],
            "{name}"
        );
    }
    let wrong = Mapping {
        separator: Some(Separator::Comma),
        ..Mapping::default()
    };
    let refused = read_as("Fiche;Nom;Prénom\n1;Roy;Zoé\n".as_bytes(), chosen(wrong));
    assert!(refused.is_err(), "what a person chose is obeyed");
}

#[test]
fn an_encoding_is_found_shown_and_can_be_overridden() {
    let text = "Fiche;Nom;Prénom\n1;Œuvrard;Zoé\n2;Lefèvre;Anaïs\n";
    let utf16 = |bytes: fn(u16) -> [u8; 2], mark: &str| -> Vec<u8> {
        format!("{mark}{text}")
            .encode_utf16()
            .flat_map(bytes)
            .collect()
    };
    for (bytes, encoding, sure) in [
        (text.as_bytes().to_vec(), "utf-8", true),
        ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), "utf-8", true),
        (
            encoding_rs::WINDOWS_1252.encode(text).0.into_owned(),
            "windows-1252",
            true,
        ),
        (utf16(u16::to_le_bytes, "\u{FEFF}"), "utf-16le", true),
        (utf16(u16::to_be_bytes, "\u{FEFF}"), "utf-16be", true),
        (utf16(u16::to_le_bytes, ""), "utf-16le", false),
        (utf16(u16::to_be_bytes, ""), "utf-16be", false),
    ] {
        let proposal = proposed(&bytes);
        assert_eq!(proposal.encoding.map(TextEncoding::as_str), Some(encoding));
        assert_eq!(proposal.encoding_is_sure, sure, "{encoding}");
        assert_eq!(proposal.columns[1].samples[0], "Œuvrard");
        let registry = read(&bytes);
        assert_eq!(
            names(&registry),
            ["Œuvrard|Zoé", "Lefèvre|Anaïs"],
            "{encoding}"
        );
        let guessed: &[&str] = if sure { &[] } else { &["encoding_guessed"] };
        assert_eq!(notes(&registry), guessed, "{encoding}");
    }
    let wrong = chosen(Mapping {
        encoding: Some(TextEncoding::Windows1252),
        ..columns(&[("PrÃ©nom", "first_names")])
    });
    let proposal = propose_source(&source(text.as_bytes(), wrong), &Limits::default()).unwrap();
    assert_eq!(
        proposal.columns[1].samples[0], "Å’uvrard",
        "a wrong choice is seen"
    );
}

#[test]
fn a_character_that_cannot_be_read_is_reported_and_not_replaced() {
    let latin = b"Fiche;Nom;Pr\xE9nom\n1;Roy;Zo\xE9\n2;Roy;Max\n";
    let utf8 = Mapping {
        encoding: Some(TextEncoding::Utf8),
        ..columns(&[("Pr\u{FFFD}nom", "first_names")])
    };
    let registry = read_as(latin, chosen(utf8)).unwrap();
    assert_eq!(names(&registry), ["Roy|Max"]);
    assert_eq!(registry.unusable[0].reason.as_str(), "damaged_character");
}

#[test]
fn the_header_is_found_below_titles_and_blank_lines() {
    let text = "Liste des élèves;;;\n;;;\nImprimé le 2026-11-22;;;\n\nFiche;Nom;Prénom;Date de naissance\n7;Roy;Léa;2015-01-01\n";
    let proposal = proposed(text.as_bytes());
    assert_eq!(proposal.header_line, 5);
    let registry = read(text.as_bytes());
    assert_eq!((names(&registry).len(), registry.students[0].line), (1, 6));
    assert_eq!(notes(&registry), ["rows_above_header"]);
    let second = "Fiche;Nom;Prénom\nFiche;Nom;Prénom\n1;Roy;Léa\n";
    let mapping = Mapping {
        header_line: Some(2),
        ..Mapping::default()
    };
    let registry = read_as(second.as_bytes(), chosen(mapping)).unwrap();
    assert_eq!((names(&registry).len(), registry.unusable.len()), (1, 0));
}

#[test]
fn a_column_is_recognised_by_its_values_under_a_header_that_says_nothing() {
    let text = "Col1;Col2;Col3;Col4;Col5;Col6;Col7;Remarque\n\
                TREO71531501;Tremblay;Olivia;2015-03-09;F;762045;mere@example.org;2015-09-01\n\
                GAGL92111201;Gagnon;Liam;2012-11-30;M;762045;pere@example.org;2015-09-01\n\
                COTZ87621401;Côté;Zoé;2014-12-25;F;762045;tante@example.org;2015-09-02\n";
    assert_eq!(
        meanings(&proposed(text.as_bytes())),
        [
            ("permanent_code".to_owned(), "guessed", "permanent_code"),
            (String::new(), "unknown", "text"),
            (String::new(), "unknown", "text"),
            ("birth_date".to_owned(), "guessed", "date"),
            ("sex".to_owned(), "guessed", "sex"),
            ("school_code".to_owned(), "guessed", "school_code"),
            ("respondent_email".to_owned(), "guessed", "email"),
            (String::new(), "unknown", "date"),
        ]
    );
    let missing = read_as(text.as_bytes(), Choice::default());
    assert!(matches!(missing, Err(RosterError::MissingColumn { .. })));
    let named = columns(&[("Col2", "last_names"), ("Col3", "first_names")]);
    let registry = read_as(text.as_bytes(), chosen(named)).unwrap();
    assert_eq!(
        names(&registry),
        ["Tremblay|Olivia", "Gagnon|Liam", "Côté|Zoé"]
    );
    assert_eq!(births(&registry)[0], "2015-03-09");
    assert_eq!(registry.guardians, [], "an address may be the child's own");
}

#[test]
fn a_permanent_code_is_taken_for_one_under_any_header_and_told() {
    let text = "Numéro;Nom;Prénom\nTREO71531501;Tremblay;Olivia\nGAGL92111201;Gagnon;Liam\n";
    let registry = read(text.as_bytes());
    let codes = registry
        .students
        .iter()
        .filter(|student| student.details.permanent_code.is_some());
    assert_eq!(codes.count(), 2);
    assert_eq!(notes(&registry), ["meaning_guessed"]);
}

#[test]
fn a_header_that_its_values_contradict_is_pointed_out() {
    let text =
        "Fiche;Nom;Prénom;Courriel mère\n1;TREO71531501;Olivia;Julie\n2;GAGL92111201;Liam;Anne\n";
    let proposal = proposed(text.as_bytes());
    let contradicted: Vec<&str> = proposal
        .columns
        .iter()
        .filter(|column| column.contradicted)
        .map(|column| column.header.as_str())
        .collect();
    assert_eq!(contradicted, ["Nom", "Courriel mère"]);
    assert_eq!(proposal.columns[1].values, ValueKind::PermanentCode);
    assert!(proposal.notes.contains(&NoteKind::HeaderContradicted));
}

#[test]
fn the_order_of_dates_is_settled_by_all_of_them() {
    let file = |dates: &[&str]| {
        let mut text = "Fiche;Nom;Prénom;Date de naissance\n".to_owned();
        for (place, date) in dates.iter().enumerate() {
            text.push_str(&format!("{};Roy;Léa{place};{date}\n", place + 1));
        }
        text
    };
    // The one date that tells stands behind all those that are looked at first.
    let mut late = vec!["03/04/2015"; 2_500];
    late.push("03/25/2015");
    for (dates, finding, first, told) in [
        (
            &["2015-03-04"][..],
            DateFinding::Plain,
            "2015-03-04",
            &[][..],
        ),
        (
            &["03/04/2015", "25/03/2015"],
            DateFinding::DayFirst,
            "2015-04-03",
            &[],
        ),
        (
            &["03/04/2015", "03/25/2015"],
            DateFinding::MonthFirst,
            "2015-03-04",
            &["month_first"],
        ),
        (
            &late,
            DateFinding::MonthFirst,
            "2015-03-04",
            &["month_first"],
        ),
        (
            &["03/04/2015"],
            DateFinding::Ambiguous,
            "2015-04-03",
            &["date_order_assumed"],
        ),
        (
            &["03/04/2015", "25/03/2015", "03/25/2015"],
            DateFinding::Mixed,
            "2015-04-03",
            &["date_order_assumed"],
        ),
    ] {
        let text = file(dates);
        assert_eq!(proposed(text.as_bytes()).dates, finding);
        let registry = read(text.as_bytes());
        assert_eq!(births(&registry)[0], first, "{finding}");
        assert_eq!(notes(&registry), told, "{finding}");
    }
    let asked = Mapping {
        date_order: Some(DateOrder::MonthFirst),
        ..Mapping::default()
    };
    let registry = read_as(file(&["03/04/2015"]).as_bytes(), chosen(asked)).unwrap();
    assert_eq!(
        (births(&registry)[0].as_str(), notes(&registry)),
        ("2015-03-04", vec![])
    );
}

#[test]
fn names_in_one_column_are_parted_by_capitals_by_the_code_or_by_a_person() {
    let capitals = "Fiche;Nom et prénom\n1;DE LA CRUZ GARCÍA María José\n2;ROY Léa\n";
    assert_eq!(proposed(capitals.as_bytes()).names, NameFinding::LastFirst);
    let registry = read(capitals.as_bytes());
    assert_eq!(
        names(&registry),
        ["DE LA CRUZ GARCÍA|María José", "ROY|Léa"]
    );
    assert_eq!(notes(&registry), ["names_parted"]);

    let coded = "Code permanent;Élève\nTREO71531501;Tremblay Olivia\nDELM77551101;De la Cruz García María José\n";
    let coded = coded.replace("Élève", "Nom complet");
    assert_eq!(
        names(&read(coded.as_bytes())),
        ["Tremblay|Olivia", "De la Cruz García|María José"]
    );

    let unclear = "Fiche;Nom et prénom\n1;Tremblay Olivia\n2;Roy Côté Léa\n3;Li, Wei\n";
    let proposal = proposed(unclear.as_bytes());
    assert_eq!(
        (proposal.names, proposal.name_order),
        (NameFinding::Unclear, None)
    );
    let registry = read(unclear.as_bytes());
    assert_eq!(names(&registry), ["Li|Wei"]);
    assert_eq!(notes(&registry), ["names_unclear"]);
    let asked = Mapping {
        name_order: Some(NameOrder::FirstFirst),
        ..Mapping::default()
    };
    let registry = read_as(unclear.as_bytes(), chosen(asked)).unwrap();
    assert_eq!(names(&registry), ["Olivia|Tremblay", "Li|Wei"]);
    assert_eq!(registry.unusable[0].reason.as_str(), "name_not_split");
}

#[test]
fn a_profile_is_recognised_by_its_headers_and_told() {
    let text = "Identité;Quoi;Quand\nTremblay, Olivia;12345;2015-03-09\n";
    let profile = |name: &str, extra: &[(&str, &str)]| Profile {
        name: name.to_owned(),
        mapping: columns(
            &[
                &[
                    ("Quand", "birth_date"),
                    ("Identité", "full_name"),
                    ("Quoi", "fiche"),
                ],
                extra,
            ]
            .concat(),
        ),
    };
    let kept = |profiles: Vec<Profile>| Choice {
        mapping: None,
        profiles,
    };
    let other = profile("Autre", &[("Solde", "")]);
    let fits = profile("Mosaïque", &[]);
    let registry = read_as(text.as_bytes(), kept(vec![other.clone(), fits.clone()])).unwrap();
    assert_eq!(names(&registry), ["Tremblay|Olivia"]);
    assert_eq!(notes(&registry), ["profile_used"]);
    let choice = kept(vec![other.clone(), fits]);
    let proposal = propose_source(&source(text.as_bytes(), choice), &Limits::default()).unwrap();
    assert_eq!(proposal.profile.as_deref(), Some("Mosaïque"));
    assert!(read_as(text.as_bytes(), kept(vec![other])).is_err());
}

#[test]
fn the_mapping_of_a_proposal_reads_the_file_as_proposed() {
    let text = "Fiche;Nom;Prénom;Col4;Solde\n1;Roy;Léa;2015-03-09;12,50\n";
    let mapping = proposed(text.as_bytes()).mapping();
    let registry = read_as(text.as_bytes(), chosen(mapping)).unwrap();
    assert_eq!(births(&registry), ["2015-03-09"]);
    assert_eq!(
        notes(&registry),
        [""; 0],
        "what a person saw needs no telling"
    );
}

#[test]
fn each_tolerance_is_told() {
    for (text, expected) in [
        ("Fiche;Nom;Prénom\n1;Roy;Léa", "no_final_newline"),
        ("Fiche;Nom;Prénnom\n1;Roy;Léa\n", "header_guessed"),
        ("Fiche;Nom;Prénom;Solde\n1;Roy;Léa;3\n", "extra_column"),
        ("Fiche;Nom;Prénom\n123.0;Roy;Léa\n", "spreadsheet_number"),
        (
            "Fiche;Nom;Prénom;Naissance\n1;Roy;Léa;42072\n",
            "serial_date",
        ),
    ] {
        assert_eq!(notes(&read(text.as_bytes())), [expected], "{text}");
    }
}

#[test]
fn what_is_never_read_is_in_nothing_that_comes_out() {
    let text = "Fiche;Nom;Prénom;Mot de passe;Race;Lunch flag;Mot de passe du parent;Remarque\n\
                1;Roy;Léa;canari1;canari2;canari3;canari4;canari5\n\
                x;Roy;Max;canari1;canari2;canari3;canari4;canari5\n";
    let registry = read(text.as_bytes());
    assert!(!format!("{registry:?}").contains("canari"));
    let proposal = proposed(text.as_bytes());
    let shown = format!("{proposal:?}");
    for forbidden in ["canari1", "canari2", "canari3", "canari4"] {
        assert!(!shown.contains(forbidden), "{forbidden}");
    }
    assert!(
        shown.contains("canari5"),
        "a person must see what a column may be"
    );
    let forced = columns(&[
        ("Mot de passe", "group"),
        ("Race", "group"),
        ("Remarque", ""),
    ]);
    let registry = read_as(text.as_bytes(), chosen(forced)).unwrap();
    assert!(
        !format!("{registry:?}").contains("canari"),
        "nobody can give them a meaning"
    );
    assert!(
        proposal
            .columns
            .iter()
            .filter(|column| column.forbidden)
            .count()
            == 4
    );
}

#[test]
fn samples_show_no_number_of_a_child() {
    let text = "Fiche;Code permanent;Nom;Prénom;Col5\n1234567;TREO71531501;Roy;Léa;GAGL92111201\n";
    let shown = format!("{:?}", proposed(text.as_bytes()).columns);
    for number in ["1234567", "71531501", "92111201"] {
        assert!(!shown.contains(number), "{shown}");
    }
    assert!(shown.contains("TREO••••••••"));
}

#[test]
fn a_sheet_is_read_as_any_table_and_its_tolerances_are_told() {
    for (name, bytes) in [
        (
            "since-1900.xls",
            &include_bytes!("data/excel/since-1900.xls")[..],
        ),
        (
            "since-1904.xls",
            include_bytes!("data/excel/since-1904.xls"),
        ),
        (
            "since-1900.xlsx",
            include_bytes!("data/excel/since-1900.xlsx"),
        ),
        (
            "since-1904.xlsx",
            include_bytes!("data/excel/since-1904.xlsx"),
        ),
    ] {
        let proposal = proposed(bytes);
        assert_eq!(proposal.sheet.as_deref(), Some("Élèves"), "{name}");
        assert_eq!((proposal.separator, proposal.encoding), (None, None));
        assert_eq!(proposal.header_line, 3);
        let registry = read(bytes);
        assert_eq!(names(&registry), ["Tremblay|Olivia", "Côté|Zoé"], "{name}");
        assert_eq!(births(&registry), ["2015-03-09", "2014-12-25"], "{name}");
        assert_eq!(
            registry.students[0].details.fiche.unwrap().to_string(),
            "12345"
        );
        assert_eq!(registry.students[0].line, 4);
        assert_eq!(
            notes(&registry),
            [
                "sheet_chosen",
                "rows_above_header",
                "extra_column",
                "extra_column"
            ],
            "{name}"
        );
        // Days counted from the workbook's own epoch, in a cell that forgot to be a date.
        let serial = columns(&[("Date de naissance", ""), ("Inscrit le", "birth_date")]);
        let registry = read_as(bytes, chosen(serial)).unwrap();
        assert_eq!(births(&registry), ["2015-03-09", "2014-12-25"], "{name}");
    }
}

#[test]
fn an_error_cell_is_unusable_and_takes_no_more_with_it_than_it_must() {
    let text = "Fiche;Nom;Prénom;Nom mère;Prénom mère;Courriel mère\n\
                1;Roy;#REF!;Li;Fang;a@example.org\n2;Roy;Léa;Li;Fang;#N/A\n3;Roy;Max;Li;Fang;a@example.org\n";
    let registry = read(text.as_bytes());
    let told: Vec<_> = registry
        .unusable
        .iter()
        .map(|line| (line.line, line.reason.as_str(), line.left_out.as_str()))
        .collect();
    assert_eq!(
        told,
        [(2, "error_cell", "line"), (3, "error_cell", "guardian")]
    );
    assert_eq!((registry.students.len(), registry.guardians.len()), (2, 1));
}

#[test]
fn text_that_looks_like_a_formula_stays_text() {
    let text = "Fiche;Nom;Prénom;Groupe\n1;=cmd|' /C calc'!A0;Léa;@SUM(A1)\n";
    let registry = read(text.as_bytes());
    assert_eq!(names(&registry), ["=cmd|' /C calc'!A0|Léa"]);
    assert_eq!(
        registry.students[0].details.group.as_deref(),
        Some("@SUM(A1)")
    );
}

#[test]
fn what_has_no_table_is_refused() {
    let nulls = vec![0; 10_000];
    let rubbish = "a\u{0};b\n1;2\n".as_bytes();
    for (bytes, code) in [
        (&nulls[..], "not_a_table"),
        (rubbish, "not_a_table"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "damaged_workbook"),
        (b"", "empty"),
        (b"\xFF\xFE", "empty"),
        (b"\n\n  \n", "empty"),
    ] {
        let refused = propose_source(&source(bytes, Choice::default()), &Limits::default());
        assert_eq!(refused.map_err(|error| error.as_str()), Err(code));
        assert_eq!(
            read_as(bytes, Choice::default()).map_err(|error| error.as_str()),
            Err(code)
        );
    }
}

#[test]
fn several_respondents_are_told_apart_by_their_number() {
    let text = "Fiche;Nom;Prénom;Répondant 1;Courriel répondant 1;Répondant 2;Courriel répondant 2\n\
                1;Roy;Léa;\"Li, Fang\";fang@example.org;ROY Luc;luc@example.org\n";
    let registry = read(text.as_bytes());
    let adults: Vec<_> = registry
        .guardians
        .iter()
        .map(|adult| {
            (
                adult.details.last_names.as_str(),
                adult.details.first_names.as_str(),
            )
        })
        .collect();
    assert_eq!(adults, [("Li", "Fang"), ("ROY", "Luc")]);
}

#[test]
fn a_meaning_is_sure_once_a_person_has_said_it() {
    let text = "Col1;Col2;Col3\n1;Roy;Léa\n";
    let mapping = columns(&[
        ("Col1", "fiche"),
        ("Col2", "last_names"),
        ("Col3", "first_names"),
    ]);
    let proposal = propose_source(
        &source(text.as_bytes(), chosen(mapping)),
        &Limits::default(),
    )
    .unwrap();
    assert!(
        proposal
            .columns
            .iter()
            .all(|column| column.confidence == Confidence::Sure)
    );
}

proptest! {
    #[test]
    fn any_bytes_are_proposed_or_refused_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let limits = Limits::default();
        if let Ok(source) = Source::from_bytes("x".to_owned(), bytes, None, &limits) {
            let _ = propose_source(&source, &limits);
        }
    }

    #[test]
    fn any_table_is_proposed_and_then_read_as_proposed(
        headers in proptest::collection::vec("[A-Za-zé ]{0,9}|Fiche|Nom|Prénom|Col[1-9]|Date de naissance", 1..6),
        lines in proptest::collection::vec(proptest::collection::vec("[^\n]{0,12}|[0-9/]{8,10}", 0..6), 0..5),
    ) {
        let mut text = headers.join(";");
        for line in lines {
            text.push('\n');
            text.push_str(&line.join(";"));
        }
        let limits = Limits::default();
        if let Ok(proposal) = propose_source(&source(text.as_bytes(), Choice::default()), &limits) {
            let as_proposed = read_as(text.as_bytes(), chosen(proposal.mapping()));
            prop_assert_eq!(as_proposed.is_ok(), read_as(text.as_bytes(), Choice::default()).is_ok());
        }
    }
}
