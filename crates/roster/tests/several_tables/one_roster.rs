//! OneRoster 1.1 and 1.2: what is read, what is tolerated and told, what is left out.

use crate::exports::{Export, left_out, notes, open, whole};
use domain::{Access, Relationship, Sex};
use roster::{Format, Identifiers, Limits, Registry};

const MANIFEST: &str = include_str!("../data/one-roster/manifest.csv");
const ORGS: &str = include_str!("../data/one-roster/orgs.csv");
const USERS: &str = include_str!("../data/one-roster/users.csv");
const DEMOGRAPHICS: &str = include_str!("../data/one-roster/demographics.csv");
const CLASSES: &str = include_str!("../data/one-roster/classes.csv");
const ENROLLMENTS: &str = include_str!("../data/one-roster/enrollments.csv");

fn export() -> Export {
    Export::of(&[
        ("manifest.csv", MANIFEST),
        ("orgs.csv", ORGS),
        ("users.csv", USERS),
        ("demographics.csv", DEMOGRAPHICS),
        ("classes.csv", CLASSES),
        ("enrollments.csv", ENROLLMENTS),
    ])
}

/// The same people as 1.2 has them: roles in a table of their own.
fn newer() -> Export {
    const USERS_1_2: &str = "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns\n\
        e1,,,true,,{Fiche:0004101},Olivia,Tremblay,,TREO71531501,,,,\"g1,g2\",03,,,,,,,S1,\n\
        e2,,,true,,\"{LDAP:ot},{Fiche:4102}\",Liam,Gagnon,,,,,,g2,04,,,,,,,,\n\
        e3,,,true,,,Mai,Nguyễn,,,,,,,05,,,,,,,,\n\
        e4,tobedeleted,,false,,,Wei,Li,,,,,,g1,05,,,,,,,,\n\
        g1,,,true,,,Marie,Roy,,,marie.roy@example.org,,514-555-0101,e1,,,,,,,,,\n\
        g2,,,true,,,Luc,Gagnon,,,luc@example.org,514-555-0102,,,,,,,,,,,\n\
        g3,,,true,,,Thị,Nguyễn,,,thi@example.org,,,e3,,,,,,,,,\n\
        g4,inactive,,true,,,Partie,Ailleurs,,,partie@example.org,,,e3,,,,,,,,,\n\
        t1,,,true,,,Prof,Invisible,,,prof@example.org,,,e1,,,,,,,,S1,\n";
    const ROLES: &str = "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId\n\
        r1,,,e1,primary,student,,,S1,\n\
        r2,,,e2,primary,student,,,DEP,\n\
        r3,,,e3,secondary,student,,,S1,\n\
        r4,,,e3,secondary,student,,,S2,\n\
        r5,,,e4,primary,student,,,S1,\n\
        r6,,,g1,primary,guardian,,,D,\n\
        r7,,,g2,primary,parent,,,D,\n\
        r8,,,g3,primary,relative,,,D,\n\
        r9,,,g4,primary,guardian,,,D,\n\
        ra,,,t1,primary,teacher,,,S1,\n";
    let mut newer = export()
        .with("manifest.csv", |text| {
            format!("{}file.roles,bulk\n", text.replace("1.1", "1.2"))
        })
        .with("users.csv", |_| USERS_1_2.to_owned());
    newer
        .0
        .push(("roles.csv".to_owned(), ROLES.as_bytes().to_vec()));
    newer
}

fn fiche_from_user_ids() -> Identifiers {
    Identifiers {
        fiche_from: Some("fiche".to_owned()),
        permanent_code_from: None,
    }
}

fn people(registry: &Registry) -> (Vec<String>, Vec<String>) {
    let students = registry.students.iter().map(|student| {
        let details = &student.details;
        let school = details.school.clone().unwrap_or_default();
        format!(
            "{} {} {} {} {} {} {} {}",
            student.source_id.as_deref().unwrap(),
            details.last_names,
            details
                .birth_date
                .map_or("-".to_owned(), |date| date.to_string()),
            details
                .fiche
                .map_or("-".to_owned(), |fiche| fiche.to_string()),
            details
                .permanent_code
                .as_ref()
                .map_or("-", |code| code.as_str()),
            school.code.or(school.name).unwrap_or("-".to_owned()),
            details.group.as_deref().unwrap_or("-"),
            details.active,
        )
    });
    let links = registry.guardianships.iter().map(|link| {
        format!(
            "{} {} {} {}",
            registry.students[link.student]
                .source_id
                .as_deref()
                .unwrap(),
            registry.guardians[link.guardian]
                .source_id
                .as_deref()
                .unwrap(),
            link.tie.relationship.as_str(),
            link.tie.access.as_str(),
        )
    });
    (students.collect(), links.collect())
}

#[test]
fn students_and_their_adults_are_read_from_both_versions_alike() {
    for export in [export(), newer()] {
        let read = export.read_with(&fiche_from_user_ids());
        assert_eq!(read.format, Format::OneRoster);
        let (students, links) = people(&read);
        assert_eq!(
            students,
            [
                "e1 Tremblay 2015-03-09 4101 TREO71531501 762045 301 true",
                "e2 Gagnon 2012-11-30 4102 - École du Ruisseau - true",
                "e3 Nguyễn - - - 762045 - true",
                "e4 Li - - - 762045 - false",
            ]
        );
        // Neither a relationship nor a custody flag stands in this format: both stay unknown.
        assert_eq!(
            links,
            [
                "e1 g1 unknown unknown",
                "e1 g2 unknown unknown",
                "e2 g2 unknown unknown",
                "e3 g3 unknown unknown",
                "e4 g1 unknown unknown",
            ]
        );
        assert_eq!(read.students[0].details.sex, Some(Sex::Female));
        assert_eq!(
            read.guardians[1].details.phone.as_deref(),
            Some("514-555-0102")
        );
        assert!(read.guardianships.iter().all(|link| {
            link.tie.relationship == Relationship::Unknown && link.tie.access == Access::Unknown
        }));
        assert_eq!(left_out(&read), []);
        assert_eq!(
            notes(&read),
            [
                ("users.csv", "inactive_at_source"),
                ("users.csv", "inactive_at_source"),
                ("users.csv", "school_chosen"),
                ("users.csv", "several_homerooms"),
                ("users.csv", "user_disabled"),
            ]
        );
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "one table of cases")]
fn what_the_standard_forbids_and_the_field_does_is_tolerated_and_told() {
    let plain = export();
    let expected = people(&plain.read_with(&fiche_from_user_ids()));
    let reorder = |text: &str| -> String {
        let swap = |line: &str| {
            let (first, rest) = line.split_once(',').unwrap();
            let (second, rest) = rest.split_once(',').unwrap();
            format!("{second},{first},{rest}\n")
        };
        text.lines().map(swap).collect()
    };
    let extra = |text: &str| {
        text.lines()
            .map(|line| format!("{line},x\n"))
            .collect::<String>()
    };
    for (what, changed, told) in [
        (
            "a misspelt header",
            plain.with("users.csv", |text| {
                text.replace("agentSourcedIds", "agentSourceIds")
            }),
            ("users.csv", "header_guessed"),
        ),
        (
            "headers with spaces",
            plain.with("orgs.csv", |text| text.replace("sourcedId,", "sourced_id,")),
            ("orgs.csv", "header_guessed"),
        ),
        (
            "other capitals in headers",
            plain.with("users.csv", |text| text.replace("familyName", "FamilyName")),
            ("users.csv", "header_case"),
        ),
        (
            "another order",
            plain.with("users.csv", reorder),
            ("users.csv", "columns_reordered"),
        ),
        (
            "an extra column",
            plain.with("demographics.csv", extra),
            ("demographics.csv", "extra_column"),
        ),
        (
            "a semicolon",
            semicolons(&plain, "users.csv"),
            ("users.csv", "other_separator"),
        ),
        (
            "TRUE and Student",
            plain.with("users.csv", |text| {
                text.replace("true", "TRUE").replace("student", "Student")
            }),
            ("users.csv", "word_case"),
        ),
        (
            "a date with slashes",
            plain.with("demographics.csv", |text| {
                text.replace("2015-03-09", "9/03/2015")
                    .replace("2012-11-30", "30/11/2012")
            }),
            ("demographics.csv", "slash_date"),
        ),
        (
            "an American date",
            plain.with("demographics.csv", |text| {
                text.replace("2015-03-09", "3/09/2015")
                    .replace("2012-11-30", "11/30/2012")
            }),
            ("demographics.csv", "slash_date"),
        ),
        (
            "no final newline",
            plain.with("users.csv", |text| text.trim_end().to_owned()),
            ("users.csv", "no_final_newline"),
        ),
        (
            "no manifest",
            plain.without("manifest.csv"),
            ("manifest.csv", "manifest_missing"),
        ),
        (
            "another version",
            plain.with("manifest.csv", |text| {
                text.replace("oneroster.version,1.1", "oneroster.version,1.0")
            }),
            ("manifest.csv", "unknown_version"),
        ),
    ] {
        let read = changed.read_with(&fiche_from_user_ids());
        assert_eq!(people(&read), expected, "{what}");
        assert!(notes(&read).contains(&told), "{what}: {:?}", notes(&read));
        assert_eq!(left_out(&read), [], "{what}");
        let before = notes(&plain.read_with(&fiche_from_user_ids())).len();
        assert_eq!(
            notes(&read).len(),
            before + 1,
            "{what} is told once: {:?}",
            notes(&read)
        );
    }
}

fn semicolons(export: &Export, table: &str) -> Export {
    export.with(table, |text| {
        let mut quoted = false;
        text.chars()
            .map(|c| {
                quoted ^= c == '"';
                if c == ',' && !quoted { ';' } else { c }
            })
            .collect()
    })
}

#[test]
fn a_table_that_may_be_absent_is_told_when_nothing_excuses_it() {
    for table in [
        "orgs.csv",
        "demographics.csv",
        "classes.csv",
        "enrollments.csv",
    ] {
        let read = export().without(table).read();
        assert_eq!(read.students.len(), 4, "{table}");
        assert!(
            notes(&read).contains(&(table, "optional_file_missing")),
            "{table}"
        );
        let name = table.trim_end_matches(".csv");
        let excused = export().without(table).with("manifest.csv", |text| {
            text.replace(&format!("file.{name},bulk"), &format!("file.{name},absent"))
        });
        assert!(
            !notes(&excused.read())
                .iter()
                .any(|(file, _)| *file == table),
            "{table}"
        );
    }
}

#[test]
fn a_byte_order_mark_and_a_folder_inside_the_zip_are_no_obstacle() {
    let expected = people(&export().read());
    let marked = export().every(|text| format!("\u{FEFF}{text}"));
    assert_eq!(people(&marked.read()), expected);
    let source = open(export().zip("export 2026/"), None).unwrap();
    let read = whole(&source, &Limits::default()).unwrap();
    assert_eq!(people(&read), expected);
    assert!(notes(&read).iter().any(|(_, kind)| *kind == "inner_folder"));
}

#[test]
fn an_export_of_changes_alone_is_refused_with_its_reason() {
    let delta = export().with("manifest.csv", |text| {
        text.replace("file.users,bulk", "file.users,Delta")
    });
    let error = delta.try_read(&Identifiers::default()).err().unwrap();
    assert_eq!(
        (error.as_str(), error.name()),
        ("changes_only", Some("users.csv"))
    );
    let elsewhere = export().with("manifest.csv", |text| format!("{text}file.results,delta\n"));
    assert_eq!(
        elsewhere.read().students.len(),
        4,
        "a table that is not read"
    );
}

#[test]
fn without_a_manifest_the_tables_tell_the_format() {
    for (export, format) in [(export(), Format::OneRoster), (newer(), Format::OneRoster)] {
        let bare = export.without("manifest.csv");
        assert_eq!(bare.read().format, format);
    }
    let no_roles = newer().without("roles.csv");
    let error = no_roles.try_read(&Identifiers::default()).err().unwrap();
    assert_eq!(
        (error.as_str(), error.name()),
        ("missing_file", Some("roles.csv"))
    );
    let text = "sourcedId,username,givenName,familyName,password\nu1,,Léa,Roy,\n";
    let roles = "userSourcedId,orgSourcedId,role,isPrimary\nu1,o1,student,true\n";
    let orgs = "sourcedId,name,type\no1,École,school\n";
    let sync = Export::of(&[
        ("users.csv", text),
        ("roles.csv", roles),
        ("orgs.csv", orgs),
    ]);
    assert_eq!(sync.read().format, Format::SchoolDataSync);
}

#[test]
fn rows_that_cannot_be_used_are_reported_where_they_stand() {
    let broken = export().with("users.csv", |text| {
        format!(
            "{text}x1,,,true,S1,pupil,,,Zoé,Côté,,,,,,,,\n\
             x2,,,true,S1,,,,Zoé,Côté,,,,,,,,\n\
             x3,,,true,S1,student,,,Zo\u{202E}é,Côté,,,,,,,,\n\
             x4,,,true,S9,student,,,Anne,Bouchard,,,,,,\"nobody,t1\",,\n\
             ,,,true,S1,student,,,Anne,Bouchard,,,,,,,,\n\
             g9,,,true,D,parent,,,Ève,Roy,,,eve@,,,\"e1,t1,e77\",,\n"
        )
    });
    assert_eq!(
        left_out(&broken.read()),
        [
            ("users.csv", 11, "role", "unknown_word", "line"),
            ("users.csv", 12, "role", "missing", "line"),
            ("users.csv", 13, "first_names", "control_character", "line"),
            ("users.csv", 14, "school", "reference_to_nobody", "value"),
            (
                "users.csv",
                14,
                "source_id",
                "reference_to_nobody",
                "guardian"
            ),
            ("users.csv", 14, "source_id", "not_a_guardian", "guardian"),
            ("users.csv", 15, "source_id", "missing", "line"),
            ("users.csv", 16, "guardian_email", "invalid_email", "value"),
            ("users.csv", 16, "source_id", "not_a_student", "line"),
            ("users.csv", 16, "source_id", "reference_to_nobody", "line"),
        ]
    );
    let roles = newer().with("roles.csv", |text| {
        format!("{text}rz,,,e77,primary,student,,,S1,\nry,,,e2,primary,student,,,S9,\nrx,tobedeleted,,g1,,guardian,,,D,\n")
    });
    assert_eq!(
        left_out(&roles.read()),
        [
            ("roles.csv", 12, "source_id", "reference_to_nobody", "line"),
            ("roles.csv", 13, "school", "reference_to_nobody", "value"),
        ]
    );
}

#[test]
#[expect(clippy::too_many_lines, reason = "one table of cases")]
fn a_number_is_what_the_setting_says_and_never_the_sources_own_id() {
    let ids = |fiche: Option<&str>, code: Option<&str>| Identifiers {
        fiche_from: fiche.map(str::to_owned),
        permanent_code_from: code.map(str::to_owned),
    };
    let first = |identifiers: &Identifiers, identifier: &str, user_ids: &str| {
        let export = export().with("users.csv", |text| {
            text.replace("{Fiche:0004101}", user_ids)
                .replace("TREO71531501", identifier)
                .replace("e1,,", "1234567,,")
        });
        let read = export.read_with(identifiers);
        let student = read
            .students
            .iter()
            .find(|student| student.details.last_names == "Tremblay");
        student.map(|student| {
            let details = &student.details;
            (
                details.fiche.map(|fiche| fiche.to_string()),
                details
                    .permanent_code
                    .as_ref()
                    .map(|code| code.as_str().to_owned()),
            )
        })
    };
    let said = |fiche: &str, code: &str| {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Some((some(fiche), some(code)))
    };
    for (identifiers, identifier, user_ids, read) in [
        (ids(None, None), "4101", "{Fiche:4101}", said("", "")),
        (
            ids(None, None),
            "4101",
            "{X:treo 7153 1501}",
            said("", "TREO71531501"),
        ),
        (ids(Some("identifier"), None), "4101", "", said("4101", "")),
        (
            ids(Some("FICHE"), None),
            "",
            "\"{a:1},{Fiche:4101.0}\"",
            said("4101", ""),
        ),
        (ids(Some("fiche"), None), "", "Fiche:4101", said("4101", "")),
        (
            ids(Some("fiche"), Some("cp")),
            "TREO71531501",
            "\"{fiche:4101},{CP:}\"",
            said("4101", ""),
        ),
        (
            ids(None, Some("identifier")),
            "TREO71531501",
            "",
            said("", "TREO71531501"),
        ),
        (ids(None, Some("identifier")), "TREO71531", "", None),
        (ids(Some("fiche"), None), "", "{Fiche:41O1}", None),
        (
            ids(Some("fiche"), None),
            "",
            "\"{Fiche:1},{Fiche:2}\"",
            None,
        ),
        (
            ids(None, None),
            "TREO71531501",
            "{X:GAGL92111201}",
            said("", ""),
        ),
    ] {
        assert_eq!(
            first(&identifiers, identifier, user_ids),
            read,
            "{identifiers:?} {identifier} {user_ids}"
        );
    }
}
