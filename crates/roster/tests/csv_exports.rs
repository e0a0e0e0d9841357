//! CSV exports as schools have them: columns, dates, dirt, and who is one person.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use domain::{Access, Relationship, Sex};
use proptest::prelude::*;
use roster::{LeftOut, Limits, NoteKind, Reading, Registry, Source};

fn read(bytes: &[u8]) -> Registry {
    let source = Source::from_bytes(
        "export.csv".to_owned(),
        bytes.to_vec(),
        None,
        &Limits::default(),
    )
    .unwrap();
    let mut reading = Reading::of(&source, &Limits::default()).unwrap();
    reading.next_chunk(usize::MAX).unwrap().unwrap()
}

fn unusable(registry: &Registry) -> Vec<(u64, &str, &str, &str)> {
    let text = |line: &roster::UnusableLine| {
        (
            line.line,
            line.field.as_str(),
            line.reason.as_str(),
            line.left_out.as_str(),
        )
    };
    registry.unusable.iter().map(text).collect()
}

fn notes(registry: &Registry) -> Vec<(NoteKind, Option<u64>)> {
    registry
        .notes
        .iter()
        .map(|note| (note.kind, note.line))
        .collect()
}

fn adults(registry: &Registry, student: usize) -> Vec<(String, Relationship)> {
    let of = registry
        .guardianships
        .iter()
        .filter(|link| link.student == student);
    of.map(|link| {
        let adult = &registry.guardians[link.guardian].details;
        (
            format!("{}, {}", adult.last_names, adult.first_names),
            link.tie.relationship,
        )
    })
    .collect()
}

#[test]
fn one_line_a_student_with_mother_father_and_tutor() {
    let text = "Fiche;Code permanent;Nom;Prénom;Date de naissance;Sexe;Code école;École;Groupe-repère;Statut;\
                Nom de la mère;Prénom de la mère;Courriel mère;Téléphone mère;Nom du père;Prénom du père;Courriel père;\
                Courriel tuteur;Langue à la maison\r\n\
                0012345;TREO71531501;Tremblay;Olivia;2015-03-09;F;762045;École des Érables;501;Actif;\
                Gagnon;Julie;Julie.Gagnon@example.org;514-555-0101;Tremblay;Luc;luc@example.org;;Français\r\n\
                0012346;GAGL92111201;Gagnon;Liam;30/11/2012;M;762045;École des Érables;;Inactif;\
                Gagnon;Julie;julie.gagnon@example.org;;;;;tuteur@example.org;Innu\r\n";
    for bytes in [
        text.as_bytes().to_vec(),
        encoding_of(text),
        [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
    ] {
        let registry = read(&bytes);
        assert_eq!(unusable(&registry), []);
        assert_eq!(notes(&registry), []);
        let [olivia, liam] = &registry.students[..] else {
            panic!("two students")
        };
        assert_eq!(olivia.details.fiche.unwrap().to_string(), "12345");
        assert_eq!(olivia.details.birth_date.unwrap().to_string(), "2015-03-09");
        assert_eq!(liam.details.birth_date.unwrap().to_string(), "2012-11-30");
        assert_eq!(
            (olivia.details.sex, liam.details.sex),
            (Some(Sex::Female), Some(Sex::Male))
        );
        assert_eq!((olivia.details.active, liam.details.active), (true, false));
        let school = olivia.details.school.as_ref().unwrap();
        assert_eq!(
            (school.code.as_deref(), school.name.as_deref()),
            (Some("762045"), Some("École des Érables"))
        );
        assert_eq!(
            (
                olivia.details.group.as_deref(),
                liam.details.group.as_deref()
            ),
            (Some("501"), None)
        );
        assert_eq!(
            adults(&registry, 0),
            [
                ("Gagnon, Julie".to_owned(), Relationship::Mother),
                ("Tremblay, Luc".to_owned(), Relationship::Father),
            ]
        );
        assert_eq!(
            adults(&registry, 1),
            [
                ("Gagnon, Julie".to_owned(), Relationship::Mother),
                (", ".to_owned(), Relationship::Guardian),
            ]
        );
        assert_eq!(
            registry.guardians.len(),
            3,
            "the mother of both is one adult"
        );
        assert_eq!(
            registry.guardians[0].details.language.as_deref(),
            Some("fr-CA")
        );
    }
}

fn encoding_of(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1252.encode(text).0.into_owned()
}

#[test]
fn one_line_a_student_and_adult() {
    let registry = read(
        "No fiche,Nom et prénom,Date de naissance,École,Classe,Répondant,Prénom répondant,Courriel répondant,Lien de parenté,\
         Téléphone,Priorité,Accès\n\
         101,\"De la Cruz García, María José\",15/05/2011,762045 - École des Érables,601,García,Paola,paola@example.org,Mère,514-555-0102,1,Autorisé\n\
         101,\"De la Cruz García, María José\",15/05/2011,762045 - École des Érables,601,De la Cruz,Hernán,,Père,514-555-0103,2,Restreint\n\
         102,\"De la Cruz García, Mateo\",1/02/2013,762045 - École des Érables,401,De la Cruz,Hernán,,Père,(514) 555-0103,2,"
            .as_bytes(),
    );
    assert_eq!(unusable(&registry), []);
    assert_eq!(registry.students.len(), 2);
    assert_eq!(registry.students[0].details.last_names, "De la Cruz García");
    assert_eq!(
        registry.guardians.len(),
        2,
        "same name and telephone are one adult"
    );
    let links: Vec<_> = registry
        .guardianships
        .iter()
        .map(|link| {
            (
                link.student,
                link.guardian,
                link.tie.priority,
                link.tie.access,
            )
        })
        .collect();
    assert_eq!(
        links,
        [
            (0, 0, Some(1), Access::Allowed),
            (0, 1, Some(2), Access::Restricted),
            (1, 1, Some(2), Access::Unknown)
        ]
    );
}

/// A line under the header of the test below, and the field, the reason and the part that is left out.
const UNUSABLE: [(&str, &str); 16] = [
    ("12A;;Roy;Max;2015-01-01;;;;;;;", "fiche invalid_fiche line"),
    (
        "1;TREO32530001;Roy;Max;2015-01-01;;;;;;;",
        "permanent_code invalid_permanent_code line",
    ),
    ("1;;;Max;2015-01-01;;;;;;;", "last_names missing line"),
    ("1;;Roy;;2015-01-01;;;;;;;", "first_names missing line"),
    ("1;;Roy;-;2015-01-01;;;;;;;", "first_names missing line"),
    (
        "1;;Roy;Max;31/02/2015;;;;;;;",
        "birth_date invalid_date line",
    ),
    (
        "1;;R\u{202E}oy;Max;2015-01-01;;;;;;;",
        "last_names control_character line",
    ),
    (
        "1;;Roy;M\u{7}ax;2015-01-01;;;;;;;",
        "first_names control_character line",
    ),
    (
        "1;;Roy;\"M\nax\";2015-01-01;;;;;;;",
        "first_names control_character line",
    ),
    (
        "1;;Roy;M\u{FFFD}x;2015-01-01;;;;;;;",
        "first_names damaged_character line",
    ),
    (
        "1;;Roy;Max;2015-01-01;;;;;;;;de trop",
        "line extra_cells line",
    ),
    ("1;;Roy;Max;2015-01-01;Q;;;;;;", "sex unknown_word value"),
    (
        "1;;Roy;Max;2015-01-01;;Peut-être;;;;;",
        "status unknown_word value",
    ),
    (
        "1;;Roy;Max;2015-01-01;;;Roy;Jo;jo@nulle-part;Mère;",
        "guardian_email invalid_email value",
    ),
    (
        "1;;Roy;Max;2015-01-01;;;Roy;Jo;;Parrain;",
        "relationship unknown_word value",
    ),
    (
        "1;;Roy;Max;2015-01-01;;;Roy;Jo;;Mère;Voir dossier",
        "access unknown_word guardian",
    ),
];

#[test]
fn a_line_that_cannot_be_used_is_reported_and_the_rest_goes_in() {
    let header = "Fiche;Code permanent;Nom;Prénom;Date de naissance;Sexe;Statut;Répondant;\
                  Prénom répondant;Courriel répondant;Lien;Accès\n";
    let sound = "\n7;;Roy;Léa;2015-01-01;F;;;;;;\n";
    for (line, expected) in UNUSABLE {
        let registry = read([header, line, sound].concat().as_bytes());
        let [(at, field, reason, left_out)] = unusable(&registry)[..] else {
            panic!("one report: {line}");
        };
        assert_eq!(format!("{field} {reason} {left_out}"), expected, "{line}");
        assert_eq!(at, 2, "{line}");
        let lines_left_out = usize::from(left_out == LeftOut::Line.as_str());
        assert_eq!(registry.students.len(), 2 - lines_left_out, "{line}");
        let report = format!("{:?}", registry.unusable);
        assert!(!report.contains("2015"), "masked: {line}");
    }
}

#[test]
fn a_cell_past_the_limit_makes_its_line_unusable() {
    let long = "x".repeat(5_000);
    let registry = read(format!("Fiche;Nom;Prénom\n1;{long};Max\n2;Roy;Léa").as_bytes());
    assert_eq!(unusable(&registry), [(2, "line", "too_long", "line")]);
    assert_eq!(registry.students.len(), 1);
}

#[test]
fn repeated_students_are_one_unless_they_contradict_each_other() {
    let header = "Fiche;Code permanent;Nom;Prénom;Date de naissance\n1;TREO71531501;Tremblay;Olivia;2015-03-09\n";
    for (line, students, expected) in [
        ("1;TREO71531501;TREMBLAY;Olivia;09/03/2015", 1, None),
        ("1;;Tremblay;Olivia;", 1, None),
        (";TREO71531501;Tremblay;Olivia;2015-03-09", 1, None),
        (";;Tremblay;Olivia;2015-03-09", 1, None),
        (
            "1;;Tremblay;Olivier;2015-03-09",
            1,
            Some(("first_names", "conflicting_repeat")),
        ),
        (
            "1;;Tremblay Roy;Olivia;2015-03-09",
            1,
            Some(("last_names", "conflicting_repeat")),
        ),
        (
            "1;;Tremblay;Olivia;2015-03-10",
            1,
            Some(("birth_date", "conflicting_repeat")),
        ),
        (
            "1;TREO71531502;Tremblay;Olivia;2015-03-09",
            1,
            Some(("permanent_code", "conflicting_repeat")),
        ),
        (
            "2;TREO71531501;Tremblay;Olivia;2015-03-09",
            1,
            Some(("fiche", "keys_disagree")),
        ),
        ("2;TREO71531502;Tremblay;Olivia;2015-03-09", 2, None),
        (";;Tremblay;Olivia;2015-03-10", 2, None),
    ] {
        let registry = read([header, line].concat().as_bytes());
        assert_eq!(registry.students.len(), students, "{line}");
        let found = unusable(&registry)
            .first()
            .map(|(_, field, reason, _)| (*field, *reason));
        assert_eq!(found, expected, "{line}");
    }
}

#[test]
fn two_students_with_one_permanent_code_are_told() {
    let registry = read("Fiche;Code permanent;Nom;Prénom\n1;TREO71531501;Tremblay;Olivia\n2;TREO71531501;Tremblay;Olivia\n".as_bytes());
    assert_eq!(notes(&registry), [(NoteKind::SharedPermanentCode, Some(3))]);
}

#[test]
fn a_permanent_code_that_disagrees_is_a_note_and_never_a_refusal() {
    let header = "Fiche;Code permanent;Nom;Prénom;Date de naissance;Sexe\n";
    for (line, kind) in [
        (
            "1;TREO71531501;Tremblay;Olivia;2015-03-10;F",
            NoteKind::PermanentCodeBirthDate,
        ),
        (
            "1;TREO71531501;Tremblay;Olivia;2015-03-09;M",
            NoteKind::PermanentCodeSex,
        ),
        (
            "1;TREO71531501;Roy;Olivia;2015-03-09;F",
            NoteKind::PermanentCodePrefix,
        ),
        (
            "1;TREO715315;Tremblay;Olivia;2015-03-09;F",
            NoteKind::TemporaryCode,
        ),
    ] {
        let registry = read([header, line, "\n"].concat().as_bytes());
        assert_eq!(notes(&registry), [(kind, Some(2))], "{line}");
        assert_eq!(
            (registry.students.len(), registry.unusable.len()),
            (1, 0),
            "{line}"
        );
    }
}

#[test]
fn adults_who_share_an_address_under_two_names_stay_two() {
    let registry = read(
        "Fiche;Nom;Prénom;Nom mère;Prénom mère;Courriel mère;Nom père;Prénom père;Courriel père\n\
         1;Roy;Léa;Li;Fang;famille@example.org;Roy;Luc;Famille@example.org\n\
         2;Roy;Max;Li;Fang;famille@example.org;;;\n"
            .as_bytes(),
    );
    assert_eq!(registry.guardians.len(), 2);
    assert_eq!(notes(&registry), [(NoteKind::SharedAddress, Some(2))]);
}

#[test]
fn one_name_and_telephone_with_two_addresses_stay_two() {
    let registry = read(
        "Fiche;Nom;Prénom;Nom mère;Prénom mère;Courriel mère;Téléphone mère\n\
         1;Roy;Léa;Li;Fang;a@example.org;514-555-0101\n2;Roy;Max;Li;Fang;b@example.org;5145550101\n"
            .as_bytes(),
    );
    assert_eq!(registry.guardians.len(), 2);
    assert_eq!(notes(&registry), [(NoteKind::TwoAddresses, Some(3))]);
}

#[test]
fn an_address_that_may_be_the_students_own_is_not_read() {
    let registry = read("Fiche;Nom;Prénom;Courriel\n1;Roy;Léa;lea@example.org\n".as_bytes());
    assert_eq!(registry.guardians, []);
}

#[test]
fn columns_outside_the_allow_list_are_never_kept() {
    let registry = read(
        "Fiche;Nom;Prénom;Mot de passe;Origine ethnique;Code de difficulté\n1;Roy;Léa;canari;canari;canari\nx;Roy;Max;canari;canari;canari\n"
            .as_bytes(),
    );
    assert!(!format!("{registry:?}").contains("canari"));
}

#[test]
fn a_header_alone_gives_an_empty_registry_and_says_so() {
    let registry = read("Fiche;Nom;Prénom\n".as_bytes());
    assert_eq!(notes(&registry), [(NoteKind::NoStudent, None)]);
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let limits = Limits::default();
        if let Ok(source) = Source::from_bytes("x".to_owned(), bytes, None, &limits) {
            let _ = Reading::of(&source, &limits).and_then(|mut reading| reading.next_chunk(7));
        }
    }

    #[test]
    fn any_text_under_real_headers_is_read_without_a_panic(
        lines in proptest::collection::vec(proptest::collection::vec("[^\n]{0,14}", 0..9), 0..6),
        separator in "[;,\t]",
    ) {
        let mut text = ["Fiche", "Code permanent", "Nom", "Prénom", "Date de naissance", "Répondant", "Courriel répondant", "Accès"].join(&separator);
        for line in lines {
            text.push('\n');
            text.push_str(&line.join(&separator));
        }
        let registry = read(text.as_bytes());
        for link in &registry.guardianships {
            prop_assert!(link.student < registry.students.len() && link.guardian < registry.guardians.len());
        }
    }
}
