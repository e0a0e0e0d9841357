//! A list of schools, made up and real.

#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::fs;
use std::path::PathBuf;

use roster::{Limits, RosterError, SchoolList, read_school_list};

const LIST: &str = "\
css,code,nom,municipalite,presc,immeuble
762000,762001,École Saint-Joseph,Montréal,1,762101
762000,762001,École Saint-Joseph,Montréal,1,762102
CSS de Laval,831001,\"École de l'Envol, annexe\",Laval,0,831101
999999,999001,École de nulle part,Ailleurs,0,1
762000,76200,École au code court,Montréal,0,1
762000,762009,,Montréal,0,1
";

fn read(bytes: impl AsRef<[u8]>) -> Result<SchoolList, RosterError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.csv");
    fs::write(&path, bytes).unwrap();
    read_school_list(&path, &Limits::default())
}

#[test]
fn each_school_is_read_once_with_its_service_centre() {
    let latin: Vec<u8> = LIST.chars().map(|letter| u32::from(letter) as u8).collect();
    let renamed = LIST.replace(
        "css,code,nom,municipalite",
        "Centre de services,Code_école,Nom de l’école,Ville",
    );
    for bytes in [
        LIST.as_bytes().to_vec(),
        renamed.replace('\n', "\r\n").into_bytes(),
        latin,
    ] {
        let list = read(bytes).unwrap();
        let told: Vec<_> = list
            .schools
            .iter()
            .map(|one| {
                (
                    one.code.as_str(),
                    one.name.as_str(),
                    one.municipality.as_str(),
                    one.service_centre.to_string(),
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                (
                    "762001",
                    "École Saint-Joseph",
                    "Montréal",
                    "762000".to_owned()
                ),
                (
                    "831001",
                    "École de l'Envol, annexe",
                    "Laval",
                    "831000".to_owned()
                ),
            ]
        );
        assert_eq!(list.unusable, 3);
    }
}

#[test]
fn a_file_that_is_no_list_of_schools_says_why() {
    for (bytes, code, name) in [
        ("", "empty", None),
        ("css,code,nom\n", "empty", None),
        ("css,code,nom\n1,2,3\n", "empty", None),
        (
            "Fiche;Nom;Prénom\n1;Roy;Jo\n",
            "missing_column",
            Some("css"),
        ),
        ("css,nom\n762000,École\n", "missing_column", Some("code")),
        ("css,code\n762000,762001\n", "missing_column", Some("nom")),
    ] {
        let refused = read(bytes).unwrap_err();
        assert_eq!(
            (refused.as_str(), refused.name()),
            (code, name),
            "{bytes:?}"
        );
    }
    let missing = read_school_list(&PathBuf::from("/nowhere.csv"), &Limits::default());
    assert!(matches!(missing, Err(RosterError::Unreadable(_))));
}

#[test]
fn the_real_list_is_read_whole_where_it_is_at_hand() {
    let Some(data) = std::env::var_os("GUICHET_SHARED_DATA") else {
        return;
    };
    let path = PathBuf::from(data).join("schools-2022.csv");
    let list = read_school_list(&path, &Limits::default()).unwrap();
    assert_eq!((list.schools.len(), list.unusable), (2_745, 0));
    for (query, least, centre) in [
        ("Centre Harrington", 2, Some("689000")),
        ("saint joseph", 20, None),
        ("ecole st-joseph hudson", 0, None),
        ("689307", 1, Some("689000")),
    ] {
        let found = domain::find_schools(&list.schools, query, 50);
        assert!(found.len() >= least, "{query}: {found:?}");
        let elsewhere = |one: &&domain::ListedSchool| {
            centre.is_some_and(|centre| one.service_centre.to_string() != centre)
        };
        assert!(!found.iter().any(elsewhere), "{query}: {found:?}");
    }
}
