//! What no allow-list names is never read (domain.md §8): passwords, origins, flags, needs, staff. Unmistakable values
//! stand in every forbidden column and row of every format, and nothing that a reader gives has one of them.

use roster::{Identifiers, RosterError};

use crate::exports::Export;

const CANARY: &str = "canari";

/// Fills every empty cell of the columns that are not in `read` with a canary of its own. The cells of the tests have
/// no quotes.
fn planted(name: &str, table: &str, read: &[&str]) -> (String, String) {
    let mut lines = table.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let mut planted = header.join(",");
    for line in lines {
        let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
        cells.resize(header.len(), String::new());
        for (cell, column) in cells.iter_mut().zip(&header) {
            if cell.is_empty() && !read.contains(column) {
                *cell = format!("{CANARY}-{column}");
            }
        }
        planted.push('\n');
        planted.push_str(&cells.join(","));
    }
    planted.push('\n');
    (name.to_owned(), planted)
}

fn one_roster(version: &str) -> Export {
    let users = if version == "1.1" {
        "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,pronouns,metadata.race\n\
         e1,,,true,s1,student,,{Fiche:4101},Olivia,Tremblay,,,,,,g1\n\
         g1,,,true,s1,parent,,,Marie,Roy,,,marie@example.org,,,e1\n\
         t1,canari,canari,canari,canari,teacher,canari,{Fiche:canari},canari,canari,canari,canari,canari@example.org,canari,canari,e1\n\
         t2,canari,canari,canari,canari,districtAdministrator,canari,canari,can\u{202E}ari,,canari,canari,canari,canari,canari,e1\n\
         t3,,,true,s1,canari-role,canari,canari,canari,canari,canari,canari,canari,canari,canari,e1\n"
    } else {
        "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns\n\
         e1,,,true,,{Fiche:4101},Olivia,Tremblay,,,,,,g1\n\
         g1,,,true,,,Marie,Roy,,,marie@example.org,,,e1\n\
         t1,canari,canari,canari,canari,{Fiche:canari},canari,canari,canari,canari,canari@example.org,canari,canari,e1\n"
    };
    let roles = "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId\n\
        r1,,,e1,primary,student,,,s1\nr2,,,g1,primary,parent,,,s1\nr3,,,t1,canari,teacher,,,canari\n";
    let demographics = "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus\n\
        e1,,,2015-03-09,female\nt1,,,canari,canari\ng1,,,canari,canari\n";
    let orgs = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\ns1,,,École,school,762045,\n";
    let classes = "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods\n\
        c1,,,301,,,,homeroom\nc2,,,canari,,,,scheduled\n";
    let enrollments = "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\n\
        n1,,,c1,,e1,student\nn2,,,c1,,t1,teacher\nn3,,,c2,,e1,student\n";
    let read = [
        "status",
        "enabledUser",
        "role",
        "orgSourcedIds",
        "primaryOrgSourcedId",
        "userIds",
        "identifier",
        "email",
        "phone",
        "sms",
        "agentSourcedIds",
        "parentSourcedId",
        "classType",
        "title",
        "sex",
        "birthDate",
        "roleType",
    ];
    let manifest =
        format!("propertyName,value\noneroster.version,{version}\nsource.systemName,{CANARY}\n");
    let mut tables = vec![
        ("manifest.csv".to_owned(), manifest),
        planted("users.csv", users, &read),
        planted("orgs.csv", orgs, &read),
        planted("demographics.csv", demographics, &read),
        planted("classes.csv", classes, &read),
        planted("enrollments.csv", enrollments, &read),
        (
            "results.csv".to_owned(),
            format!("sourcedId,score\n{CANARY},{CANARY}\n"),
        ),
    ];
    if version == "1.2" {
        tables.push(planted("roles.csv", roles, &read));
    }
    Export(
        tables
            .into_iter()
            .map(|(name, text)| (name, text.into_bytes()))
            .collect(),
    )
}

fn school_data_sync_1() -> Export {
    let student = "SIS ID,School SIS ID,First Name,Last Name,Username,Password,State ID,Secondary Email,Student Number,Middle Name,Grade,Status,Mailing Address,Mailing City,Mailing State,Mailing Zip,Mailing Latitude,Mailing Longitude,Mailing Country,Residence Address,Residence City,Residence State,Residence Zip,Residence Latitude,Residence Longitude,Residence Country,Gender,Birthdate,ELL Status,FederalRace,Graduation Year,FRL Status\n\
        e1,s1,Olivia,Tremblay,,,,,4101,,,Active\n";
    let read = [
        "State ID",
        "Student Number",
        "Status",
        "Gender",
        "Birthdate",
        "School Number",
        "Phone",
        "SIS ID",
        "Role",
    ];
    let school = "SIS ID,Name,School Number,Principal Name,Principal Secondary Email,Address\ns1,École,762045\n";
    let user = "Email,First Name,Last Name,Phone,SIS ID,Password\n\
        marie@example.org,Marie,Roy,,g1\ncanari@example.org,canari,canari,canari,canari\n";
    let relationship = "SIS ID,Email,Role\ne1,marie@example.org,Parent\n";
    let teacher =
        "SIS ID,School SIS ID,Username,First Name,Last Name\ncanari,s1,canari,canari,canari\n";
    let tables = [
        planted("Student.csv", student, &read),
        planted("School.csv", school, &read),
        planted("User.csv", user, &read),
        (
            "Guardianrelationship.csv".to_owned(),
            relationship.to_owned(),
        ),
        ("Teacher.csv".to_owned(), teacher.to_owned()),
        (
            "Section.csv".to_owned(),
            format!("SIS ID,Section Name\n{CANARY},{CANARY}\n"),
        ),
    ];
    Export(
        tables
            .into_iter()
            .map(|(name, text)| (name, text.into_bytes()))
            .collect(),
    )
}

fn school_data_sync_2() -> Export {
    let users = "sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,email,phone,sms\n\
        e1,,Olivia,Tremblay\ng1,,Marie,Roy,,,marie@example.org\nt1,canari,canari,canari,canari,canari,canari@example.org,canari,canari\n";
    let roles = "userSourcedId,orgSourcedId,role,sessionSourcedId,grade,isPrimary,roleStartDate,roleEndDate\n\
        e1,s1,student,,,true\nt1,canari,teacher,canari,canari,canari\n";
    let orgs = "sourcedId,name,type,parentSourcedId\ns1,École,school,\n";
    let relationships = "userSourcedId,relationshipUserSourcedId,relationshipRole\ne1,g1,parent\n";
    let demographics = "userSourcedId,sex,birthDate,birthCity,birthState,birthCountry,ethnicityCodes,raceCodes\n\
        e1,female,2015-03-09\nt1,canari,canari\n";
    let read = ["email", "phone", "sms", "parentSourcedId"];
    let tables = [
        planted("users.csv", users, &read),
        planted("roles.csv", roles, &read),
        planted("orgs.csv", orgs, &read),
        planted("relationships.csv", relationships, &read),
        planted("demographics.csv", demographics, &read),
        (
            "userFlags.csv".to_owned(),
            format!("userSourcedId,flag\ne1,{CANARY}\n"),
        ),
    ];
    Export(
        tables
            .into_iter()
            .map(|(name, text)| (name, text.into_bytes()))
            .collect(),
    )
}

fn csv() -> Export {
    let table = "Fiche,Nom,Prénom,Date de naissance,Mot de passe,Origine ethnique,Race,Handicap,Code EHDAA,Défavorisé,NAS,Religion\n\
        4101,Tremblay,Olivia,2015-03-09\n";
    let (name, text) = planted("liste.csv", table, &[]);
    Export(vec![(name, text.into_bytes())])
}

#[test]
fn nothing_that_is_not_on_an_allow_list_is_in_what_the_readers_give() {
    let fiche = Identifiers {
        fiche_from: Some("fiche".to_owned()),
        permanent_code_from: None,
    };
    for (what, export) in [
        ("OneRoster 1.1", one_roster("1.1")),
        ("OneRoster 1.2", one_roster("1.2")),
        ("School Data Sync v1", school_data_sync_1()),
        ("School Data Sync v2.1", school_data_sync_2()),
        ("CSV", csv()),
    ] {
        let read = export.read_with(&fiche);
        let planted = export
            .0
            .iter()
            .filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains(CANARY));
        assert!(planted.count() > 0, "{what}");
        // A bad role is a word of a list: it is shown, since it is what has to be mended.
        let told = format!("{read:?}")
            .to_lowercase()
            .replace("canari-role", "");
        let at = told
            .find(CANARY)
            .map(|at| told.get(at.saturating_sub(80)..at + 20).map(str::to_owned));
        assert_eq!(at, None, "{what}");
        assert_eq!(read.students.len(), 1, "{what}");
        assert_eq!(read.guardians.len(), usize::from(what != "CSV"), "{what}");
    }
}

#[test]
fn a_refusal_names_a_table_or_a_column_and_nothing_that_stands_in_it() {
    for (export, refused) in [
        (one_roster("1.2").without("roles.csv"), "missing_file"),
        (
            school_data_sync_2().with("users.csv", |text| text.replace("familyName", "x")),
            "missing_column",
        ),
    ] {
        let error: RosterError = export.try_read(&Identifiers::default()).err().unwrap();
        assert_eq!(error.as_str(), refused);
        assert!(!format!("{error:?}").contains(CANARY));
    }
}
