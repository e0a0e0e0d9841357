//! School Data Sync v1: students in a table of their own, adults known by their address.

use crate::exports::{Export, left_out, notes};

fn export() -> Export {
    Export::of(&[
        (
            "School.csv",
            "SIS ID,Name,School Number\ns1,École des Outardes,762045\ns2,École du Ruisseau,12\n",
        ),
        (
            "Student.csv",
            "SIS ID,School SIS ID,Username,First Name,Last Name,Student Number,Status,Gender,Birthdate\n\
             e1,s1,otremblay,Olivia,Tremblay,TREO71531501,Active,F,2015-03-09\n\
             e2,s2,lgagnon,Liam,Gagnon,,Inactive,M,2012-11-30\n\
             e3,s9,x,Mai,Nguyễn,,Active,,31/02/2015\n\
             e4,s1,x,,Li,,Active,,\n",
        ),
        (
            "User.csv",
            "Email,First Name,Last Name,Phone,SIS ID\n\
             marie.roy@example.org,Marie,Roy,514-555-0101,g1\n\
             Luc@example.org,Luc,Gagnon,,\n",
        ),
        (
            "Guardianrelationship.csv",
            "SIS ID,Email,Role\n\
             e1,Marie.Roy@example.org,Parent\n\
             e1,luc@example.org,Guardian\n\
             e2,luc@example.org,\n\
             e2,marie.roy@example.org,Doctor\n\
             e3,nobody@example.org,Parent\n\
             e9,luc@example.org,Parent\n\
             e2,luc@example.org,Neighbour\n",
        ),
        (
            "Teacher.csv",
            "SIS ID,School SIS ID,Username,First Name,Last Name\nt1,s1,x,Prof,Invisible\n",
        ),
    ])
}

#[test]
fn students_adults_and_what_ties_them_are_read() {
    let read = export().read();
    let students: Vec<String> = read
        .students
        .iter()
        .map(|student| {
            let details = &student.details;
            let school = details.school.clone().unwrap_or_default();
            format!(
                "{} {:?} {:?} {:?} {} {}",
                student.source_id.as_deref().unwrap(),
                school.code,
                school.name,
                details.birth_date.map(|date| date.to_string()),
                details.permanent_code.is_some(),
                details.active,
            )
        })
        .collect();
    assert_eq!(
        students,
        [
            r#"e1 Some("762045") Some("École des Outardes") Some("2015-03-09") true true"#,
            r#"e2 None Some("École du Ruisseau") Some("2012-11-30") false false"#,
            "e3 None None None false true",
        ]
    );
    let links: Vec<String> = read
        .guardianships
        .iter()
        .map(|link| {
            let adult = &read.guardians[link.guardian];
            format!(
                "{} {} {} {}",
                link.student,
                adult.details.first_names,
                link.tie.relationship.as_str(),
                adult.source_id.as_deref().unwrap_or("-"),
            )
        })
        .collect();
    assert_eq!(
        links,
        ["0 Marie parent g1", "0 Luc guardian -", "1 Luc unknown -"]
    );
}

#[test]
fn what_cannot_be_used_is_reported_where_it_stands() {
    assert_eq!(
        left_out(&export().read()),
        [
            (
                "guardianrelationship.csv",
                5,
                "relationship",
                "not_a_guardian",
                "guardian"
            ),
            (
                "guardianrelationship.csv",
                6,
                "guardian_email",
                "reference_to_nobody",
                "line"
            ),
            (
                "guardianrelationship.csv",
                7,
                "source_id",
                "reference_to_nobody",
                "line"
            ),
            (
                "guardianrelationship.csv",
                8,
                "relationship",
                "unknown_word",
                "value"
            ),
            ("student.csv", 4, "school", "reference_to_nobody", "value"),
            ("student.csv", 4, "birth_date", "invalid_date", "value"),
            ("student.csv", 5, "first_names", "missing", "line"),
        ]
    );
}

#[test]
fn american_dates_are_told_by_their_column() {
    let american = export().with("Student.csv", |text| {
        text.replace("2015-03-09", "3/9/2015")
            .replace("2012-11-30", "11/30/2012")
            .replace("31/02/2015", "2/5/2015")
    });
    let read = american.read();
    let dates: Vec<String> = read
        .students
        .iter()
        .map(|student| student.details.birth_date.unwrap().to_string())
        .collect();
    assert_eq!(dates, ["2015-03-09", "2012-11-30", "2015-02-05"]);
    assert!(notes(&read).contains(&("student.csv", "slash_date")));
}

#[test]
fn adults_may_be_absent() {
    let alone = export()
        .without("User.csv")
        .without("Guardianrelationship.csv");
    assert_eq!(alone.read().students.len(), 3);
    let error = alone
        .without("School.csv")
        .try_read(&roster::Identifiers::default());
    assert!(
        error.is_err(),
        "a lone Student.csv is a CSV file, and this one has French for no header"
    );
}
