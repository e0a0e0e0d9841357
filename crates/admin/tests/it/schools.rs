//! The list of Québec's schools loaded and asked.

use serde_json::json;

use crate::technician::Technician;

const LIST: &str = "\
css,code,nom,municipalite
831000,831001,École de l'Envol,Laval
762000,762001,École Saint-Joseph,Montréal
000000,000001,École de nulle part,Ailleurs
";

#[test]
fn a_list_of_schools_is_loaded_and_says_where_a_school_is() {
    let technician = Technician::at_a_desk();
    let nothing = json!({ "schools": [], "more": false });
    assert_eq!(technician.done(&["schools", "find", "envol"]), nothing);
    let list = technician.file("schools.csv", LIST);
    for replaced in [0, 2] {
        assert_eq!(
            technician.done(&["schools", "load", &list]),
            json!({ "schools": 2, "replaced": replaced, "unusable": 1 })
        );
    }
    let found = technician.done(&["schools", "find", "ecole envol"]);
    let school = json!({ "code": "831001", "name": "École de l'Envol", "municipality": "Laval" });
    assert_eq!(found["schools"][0]["school"], school);
    assert_eq!(found["schools"][0]["centre"]["name"], "CSS de Laval");
    assert_eq!(technician.done(&["schools", "find", "toronto"]), nothing);
}

#[test]
fn a_file_that_is_no_list_of_schools_leaves_the_one_before() {
    let technician = Technician::at_a_desk();
    let list = technician.file("schools.csv", LIST);
    technician.done(&["schools", "load", &list]);
    let other = technician.file("other.csv", "Fiche;Nom\n1;Roy\n");
    for (path, words) in [
        (
            other.as_str(),
            "\"reason\":\"missing_column\",\"detail\":\"css\"",
        ),
        ("/nowhere.csv", "\"reason\":\"not_found\""),
    ] {
        technician.run(&["schools", "load", path]).is_refused(words);
    }
    let found = technician.done(&["schools", "find", "envol"]);
    assert_eq!(found["schools"].as_array().unwrap().len(), 1);
}
