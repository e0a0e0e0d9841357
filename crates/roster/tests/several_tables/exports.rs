//! Exports written by the tests: a registry of made-up families in the formats that have several tables, and small
//! tables written by hand. Reading them is what the tests are about.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use roster::{Format, Identifiers, Limits, Reading, Registry, RosterError, Source};
use zip::write::SimpleFileOptions;

/// The tables of an export, by name.
#[derive(Clone, Default)]
pub struct Export(pub Vec<(String, Vec<u8>)>);

impl Export {
    pub fn of(tables: &[(&str, &str)]) -> Self {
        let table = |(name, text): &(&str, &str)| ((*name).to_owned(), text.as_bytes().to_vec());
        Self(tables.iter().map(table).collect())
    }

    /// The same with one table changed; an empty text takes it away.
    pub fn with(&self, name: &str, change: impl Fn(&str) -> String) -> Self {
        let mut changed = self.clone();
        for (table, bytes) in &mut changed.0 {
            if table == name {
                *bytes = change(std::str::from_utf8(bytes).unwrap()).into_bytes();
            }
        }
        changed.0.retain(|(_, bytes)| !bytes.is_empty());
        changed
    }

    pub fn without(&self, name: &str) -> Self {
        self.with(name, |_| String::new())
    }

    pub fn every(&self, change: impl Fn(&str) -> String) -> Self {
        let names: Vec<String> = self.0.iter().map(|(name, _)| name.clone()).collect();
        names
            .iter()
            .fold(self.clone(), |export, name| export.with(name, &change))
    }

    pub fn zip(&self, folder: &str) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.0 {
            let name = format!("{folder}{name}");
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    pub fn try_read(&self, identifiers: &Identifiers) -> Result<Registry, RosterError> {
        let source = open(self.zip(""), None)?.identified(identifiers.clone());
        whole(&source, &Limits::default())
    }

    pub fn read_with(&self, identifiers: &Identifiers) -> Registry {
        self.try_read(identifiers).unwrap()
    }

    pub fn read(&self) -> Registry {
        self.read_with(&Identifiers::default())
    }
}

/// Everything that a source gives, in one piece.
pub fn whole(source: &Source, limits: &Limits) -> Result<Registry, RosterError> {
    let mut reading = Reading::of(source, limits)?;
    Ok(reading.next_chunk(usize::MAX)?.unwrap())
}

pub fn open(bytes: Vec<u8>, wished: Option<Format>) -> Result<Source, RosterError> {
    Source::from_bytes("export.zip".to_owned(), bytes, wished, &Limits::default())
}

/// What the notes say, each kind with its table.
pub fn notes(registry: &Registry) -> Vec<(&str, &str)> {
    let mut notes: Vec<_> = registry
        .notes
        .iter()
        .map(|note| (&*note.file, note.kind.as_str()))
        .collect();
    notes.sort_unstable();
    notes
}

/// What was left out, as (file, line, field, reason, how much).
pub fn left_out(registry: &Registry) -> Vec<(&str, u64, &str, &str, &str)> {
    let lines = registry.unusable.iter();
    lines
        .map(|line| {
            (
                &*line.file,
                line.line,
                line.field.as_str(),
                line.reason.as_str(),
                line.left_out.as_str(),
            )
        })
        .collect()
}

/// The made-up families as the ordinary CSV reader reads them.
pub fn families(students: usize, seed: u64) -> Registry {
    let bytes = roster::generate(students, seed).to_csv();
    let source =
        Source::from_bytes("made-up.csv".to_owned(), bytes, None, &Limits::default()).unwrap();
    whole(&source, &Limits::default()).unwrap()
}

/// The schools of a registry, by code.
fn schools(registry: &Registry) -> Vec<(String, String)> {
    let mut schools: Vec<(String, String)> = registry
        .students
        .iter()
        .filter_map(|student| student.details.school.clone())
        .map(|school| (school.code.unwrap(), school.name.unwrap()))
        .collect();
    schools.sort();
    schools.dedup();
    schools
}

/// A cell as RFC 4180 wants it.
fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

fn line(table: &mut String, cells: &[&str]) {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    writeln!(table, "{}", cells.join(",")).unwrap();
}

/// The families as OneRoster. In 1.1 the adults are named in the children's rows, in 1.2 the children in the adults'.
pub fn one_roster(registry: &Registry, version: &str) -> Export {
    let newer = version == "1.2";
    let mut manifest =
        format!("propertyName,value\nmanifest.version,1.0\noneroster.version,{version}\n");
    for table in [
        "academicSessions",
        "categories",
        "courses",
        "lineItems",
        "resources",
        "results",
    ] {
        writeln!(manifest, "file.{table},absent").unwrap();
    }
    for table in ["orgs", "users", "demographics", "classes", "enrollments"] {
        writeln!(manifest, "file.{table},bulk").unwrap();
    }
    writeln!(
        manifest,
        "file.roles,{}",
        if newer { "bulk" } else { "absent" }
    )
    .unwrap();
    let mut orgs = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n\
                    D,,,Centre de services,district,,\n"
        .to_owned();
    for (code, name) in schools(registry) {
        line(
            &mut orgs,
            &[&format!("S{code}"), "", "", &name, "school", &code, "D"],
        );
    }
    let mut export = Export::of(&[("manifest.csv", &manifest), ("orgs.csv", &orgs)]);
    let (users, roles) = one_roster_users(registry, newer);
    export.0.push(("users.csv".to_owned(), users.into_bytes()));
    if newer {
        export.0.push(("roles.csv".to_owned(), roles.into_bytes()));
    }
    for (name, table) in one_roster_children(registry) {
        export.0.push((name.to_owned(), table.into_bytes()));
    }
    export
}

fn one_roster_users(registry: &Registry, newer: bool) -> (String, String) {
    let mut users = if newer {
        "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,\
         sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,\
         preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns\n"
    } else {
        "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,\
         middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n"
    }
    .to_owned();
    let mut roles = "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,\
                     userProfileSourcedId\n"
        .to_owned();
    for (place, student) in registry.students.iter().enumerate() {
        let details = &student.details;
        let (id, org) = (
            format!("E{place}"),
            format!("S{}", details.school.clone().unwrap().code.unwrap()),
        );
        let links = registry
            .guardianships
            .iter()
            .filter(|link| link.student == place);
        let agents: Vec<String> = links.map(|link| format!("A{}", link.guardian)).collect();
        let agents = agents.join(",");
        let user_ids = format!("{{LDAP:x{place}}},{{Fiche:{}}}", details.fiche.unwrap());
        let code = details.permanent_code.as_ref().unwrap().as_str();
        let status = if details.active { "" } else { "tobedeleted" };
        let (given, family) = (details.first_names.as_str(), details.last_names.as_str());
        if newer {
            line(
                &mut users,
                &[
                    &id, status, "", "true", "", &user_ids, given, family, "", code, "", "", "",
                    "", "", "", "", "", "", "", "", &org, "",
                ],
            );
            let role = format!("R{place}");
            line(
                &mut roles,
                &[&role, "", "", &id, "primary", "student", "", "", &org, ""],
            );
        } else {
            line(
                &mut users,
                &[
                    &id, status, "", "true", &org, "student", "", &user_ids, given, family, "",
                    code, "", "", "", &agents, "", "",
                ],
            );
        }
    }
    adults_of_one_roster(registry, newer, &mut users, &mut roles);
    (users, roles)
}

fn adults_of_one_roster(registry: &Registry, newer: bool, users: &mut String, roles: &mut String) {
    for (place, adult) in registry.guardians.iter().enumerate() {
        let details = &adult.details;
        let id = format!("A{place}");
        let links = registry
            .guardianships
            .iter()
            .filter(|link| link.guardian == place);
        let children = links
            .map(|link| format!("E{}", link.student))
            .collect::<Vec<_>>()
            .join(",");
        let email = details.email.as_ref().map_or("", |email| email.as_str());
        let phone = details.phone.as_deref().unwrap_or_default();
        let (given, family) = (details.first_names.as_str(), details.last_names.as_str());
        if newer {
            line(
                users,
                &[
                    &id, "", "", "true", "", "", given, family, "", "", email, "", phone,
                    &children, "", "", "", "", "", "", "", "", "",
                ],
            );
            let role = format!("RA{place}");
            line(
                roles,
                &[&role, "", "", &id, "primary", "parent", "", "", "D", ""],
            );
        } else {
            line(
                users,
                &[
                    &id, "", "", "true", "D", "guardian", "", "", given, family, "", "", email, "",
                    phone, "", "", "",
                ],
            );
        }
    }
}

fn one_roster_children(registry: &Registry) -> [(&'static str, String); 3] {
    let mut demographics = "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,\
                            blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,\
                            demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,\
                            stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus\n"
        .to_owned();
    let mut classes = "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,\
                       schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods\n\
                       MUS,,,Musique,,,,scheduled,,,,,,\n"
        .to_owned();
    let mut enrollments = "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,\
                           beginDate,endDate\n"
        .to_owned();
    let mut groups: Vec<String> = Vec::new();
    for (place, student) in registry.students.iter().enumerate() {
        let details = &student.details;
        let id = format!("E{place}");
        let birth = details.birth_date.unwrap().to_string();
        let sex = if details.sex == Some(domain::Sex::Female) {
            "female"
        } else {
            "male"
        };
        let mut cells = vec![id.as_str(), "", "", &birth, sex];
        cells.resize(16, "");
        line(&mut demographics, &cells);
        let (school, group) = (
            details.school.clone().unwrap().code.unwrap(),
            details.group.clone().unwrap(),
        );
        let class = format!("C{school}-{group}");
        if !groups.contains(&class) {
            let mut cells = vec![class.as_str(), "", "", &group, "", "", "", "homeroom"];
            cells.resize(14, "");
            line(&mut classes, &cells);
            groups.push(class.clone());
        }
        for (kind, class) in [("H", class.as_str()), ("M", "MUS")] {
            let enrollment = format!("{kind}{place}");
            line(
                &mut enrollments,
                &[
                    &enrollment,
                    "",
                    "",
                    class,
                    "",
                    &id,
                    "student",
                    "false",
                    "",
                    "",
                ],
            );
        }
    }
    [
        ("demographics.csv", demographics),
        ("classes.csv", classes),
        ("enrollments.csv", enrollments),
    ]
}

/// The families as School Data Sync v1. An address is one adult there: the second adult of a mailbox is not written.
pub fn school_data_sync_1(registry: &Registry) -> Export {
    let mut school = "SIS ID,Name,School Number\n".to_owned();
    for (code, name) in schools(registry) {
        line(&mut school, &[&format!("S{code}"), &name, &code]);
    }
    let mut student = "SIS ID,School SIS ID,First Name,Last Name,Username,Password,State ID,Student Number,Status,\
                       Gender,Birthdate\n"
        .to_owned();
    for (place, record) in registry.students.iter().enumerate() {
        let details = &record.details;
        let birth = details.birth_date.unwrap().format("%-m/%-d/%Y").to_string();
        let sex = if details.sex == Some(domain::Sex::Female) {
            "F"
        } else {
            "M"
        };
        line(
            &mut student,
            &[
                &format!("E{place}"),
                &format!("S{}", details.school.clone().unwrap().code.unwrap()),
                &details.first_names,
                &details.last_names,
                "",
                "",
                details.permanent_code.as_ref().unwrap().as_str(),
                &details.fiche.unwrap().to_string(),
                if details.active { "Active" } else { "Inactive" },
                sex,
                &birth,
            ],
        );
    }
    let mut user = "Email,First Name,Last Name,Phone,SIS ID\n".to_owned();
    let mut relationship = "SIS ID,Email,Role\n".to_owned();
    for (place, adult) in with_an_address_of_their_own(registry) {
        let details = &registry.guardians[place].details;
        let phone = details.phone.as_deref().unwrap_or_default();
        line(
            &mut user,
            &[
                &adult,
                &details.first_names,
                &details.last_names,
                phone,
                &format!("A{place}"),
            ],
        );
        for link in registry
            .guardianships
            .iter()
            .filter(|link| link.guardian == place)
        {
            line(
                &mut relationship,
                &[&format!("E{}", link.student), &adult, "Parent"],
            );
        }
    }
    Export::of(&[
        ("School.csv", &school),
        ("Student.csv", &student),
        ("User.csv", &user),
        ("Guardianrelationship.csv", &relationship),
    ])
}

/// The adults whose address no adult before them has.
pub fn with_an_address_of_their_own(registry: &Registry) -> Vec<(usize, String)> {
    let mut seen = std::collections::HashSet::new();
    let adults = registry.guardians.iter().enumerate();
    adults
        .filter_map(|(place, adult)| {
            let email = adult.details.email.as_ref()?.as_str().to_owned();
            seen.insert(email.clone()).then_some((place, email))
        })
        .collect()
}
