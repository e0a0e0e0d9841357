//! Checking the data, backing them up and putting them back.

use std::fs;

use serde_json::json;

use crate::technician::Technician;

#[test]
fn a_flipped_byte_is_found_wherever_it_lies() {
    let technician = Technician::at_a_desk_with_a_registry();
    let sound = technician.done(&["verify"]);
    assert_eq!(sound["database"], "ok");
    assert_eq!(
        (&sound["journal"]["chain"], &sound["journal"]["first_bad"]),
        (&json!("ok"), &json!(null))
    );
    assert!(sound["journal"]["entries"].as_u64().unwrap() >= 3);

    let file = technician.data().join("guichet.db");
    let good = fs::read(&file).unwrap();
    for at in [3, good.len() / 2, good.len() - 1] {
        let mut bad = good.clone();
        bad[at] ^= 1;
        fs::write(&file, bad).unwrap();
        let ran = technician.run(&["verify"]);
        assert_eq!(ran.status, 1, "byte {at}");
        assert_eq!(ran.object()["database"], "damaged", "byte {at}");
    }
    fs::write(&file, good).unwrap();
    let again = technician.done(&["verify"]);
    assert_eq!(again, sound, "checking changes nothing");
}

#[test]
fn a_backup_is_put_back_after_damage() {
    let technician = Technician::at_a_desk_with_a_registry();
    let backup = technician.path("desk.guichet");
    let made = technician.done(&["backup", &backup]);
    assert_eq!(
        made["bytes"].as_u64().unwrap(),
        fs::metadata(&backup).unwrap().len()
    );
    assert!(made["journal_count"].as_u64().unwrap() > 0);

    let database = technician.data().join("guichet.db");
    fs::write(&database, vec![7; 8192]).unwrap();
    technician
        .run(&["find", "Olivia"])
        .is_refused("the data are damaged");
    let letter = technician.file("letter.txt", "Madame,");
    technician
        .run(&["restore", &letter])
        .is_refused("the file is no backup");
    assert_eq!(
        technician.done(&["restore", &backup]),
        json!({ "done": "restore" })
    );
    assert_eq!(
        technician.done(&["find", "Olivia"])["results"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert_eq!(technician.done(&["verify"])["database"], "ok");
}

#[test]
fn a_wrong_password_puts_nothing_back() {
    let mut technician = Technician::at_a_desk();
    let backup = technician.path("desk.guichet");
    technician.done(&["backup", &backup]);
    technician.set_password("ce n'est pas celui-là");
    technician
        .run(&["restore", &backup])
        .is_refused("wrong user name or password");
    technician
        .run(&["verify"])
        .is_refused("wrong user name or password");
    let aside = fs::read_dir(technician.data())
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    let aside: Vec<_> = aside
        .filter(|name| name.to_string_lossy().starts_with("replaced"))
        .collect();
    assert!(aside.is_empty(), "{aside:?}");
}
