//! The tables and columns of School Data Sync that are read: an allow-list (domain.md §8). The lists of the standard are
//! there to tell an unknown column from one that is known and not read. What the cells mean does not belong here.

use crate::allow_list::AllowList;

/// The tables of v2.1 that are read, and whether each must be there. Flags, classes and enrolments are not among them.
pub(crate) const VERSION_2: [(&str, bool); 5] = [
    ("orgs.csv", true),
    ("users.csv", true),
    ("roles.csv", true),
    ("relationships.csv", false),
    ("demographics.csv", false),
];

/// The same of v1. Teachers, sections and their lists are not among them.
pub(crate) const VERSION_1: [(&str, bool); 4] = [
    ("school.csv", true),
    ("student.csv", true),
    ("user.csv", false),
    ("guardianrelationship.csv", false),
];

/// What `roles.csv` has in v2.1 and in no other format.
pub(crate) const OWN_OF_ROLES: &[&str] = &[
    "sessionSourcedId",
    "grade",
    "isPrimary",
    "roleStartDate",
    "roleEndDate",
];

pub(super) const ORGS: AllowList<4> = AllowList {
    file: "orgs.csv",
    required: 1,
    holds_students: false,
    optional: false,
    names: ["sourcedId", "name", "type", "parentSourcedId"],
    standard: &[&["sourcedId", "name", "type", "parentSourcedId"]],
    ordered: false,
};
pub(super) const ROLES: AllowList<4> = AllowList {
    file: "roles.csv",
    required: 3,
    holds_students: true,
    optional: false,
    names: ["userSourcedId", "orgSourcedId", "role", "isPrimary"],
    standard: &[&[
        "userSourcedId",
        "orgSourcedId",
        "role",
        "sessionSourcedId",
        "grade",
        "isPrimary",
        "roleStartDate",
        "roleEndDate",
    ]],
    ordered: false,
};
pub(super) const RELATIONSHIPS: AllowList<3> = AllowList {
    file: "relationships.csv",
    required: 2,
    holds_students: false,
    optional: true,
    names: [
        "userSourcedId",
        "relationshipUserSourcedId",
        "relationshipRole",
    ],
    standard: &[&[
        "userSourcedId",
        "relationshipUserSourcedId",
        "relationshipRole",
    ]],
    ordered: false,
};
pub(super) const DEMOGRAPHICS: AllowList<3> = AllowList {
    file: "demographics.csv",
    required: 1,
    holds_students: false,
    optional: true,
    names: ["userSourcedId", "sex", "birthDate"],
    standard: &[&[
        "userSourcedId",
        "sex",
        "birthDate",
        "birthCity",
        "birthState",
        "birthCountry",
        "ethnicityCodes",
        "raceCodes",
    ]],
    ordered: false,
};
pub(super) const USERS: AllowList<6> = AllowList {
    file: "users.csv",
    required: 3,
    holds_students: true,
    optional: false,
    names: [
        "sourcedId",
        "familyName",
        "givenName",
        "email",
        "phone",
        "sms",
    ],
    standard: &[&[
        "sourcedId",
        "username",
        "givenName",
        "familyName",
        "password",
        "activeDirectoryMatchId",
        "email",
        "phone",
        "sms",
    ]],
    ordered: false,
};

pub(super) const SCHOOL: AllowList<3> = AllowList {
    file: "school.csv",
    required: 1,
    holds_students: false,
    optional: false,
    names: ["SIS ID", "Name", "School Number"],
    standard: &[&[
        "SIS ID",
        "Name",
        "School Number",
        "School NCES_ID",
        "State ID",
        "Grade Low",
        "Grade High",
        "Principal SIS ID",
        "Principal Name",
        "Principal Secondary Email",
        "Address",
        "City",
        "State",
        "Country",
        "Zip",
        "Phone",
        "Zone",
    ]],
    ordered: false,
};
pub(super) const STUDENT: AllowList<9> = AllowList {
    file: "student.csv",
    required: 4,
    holds_students: true,
    optional: false,
    names: [
        "SIS ID",
        "School SIS ID",
        "Last Name",
        "First Name",
        "Student Number",
        "State ID",
        "Status",
        "Gender",
        "Birthdate",
    ],
    standard: &[&[
        "SIS ID",
        "School SIS ID",
        "First Name",
        "Last Name",
        "Username",
        "Password",
        "State ID",
        "Secondary Email",
        "Student Number",
        "Middle Name",
        "Grade",
        "Status",
        "Mailing Address",
        "Mailing City",
        "Mailing State",
        "Mailing Zip",
        "Mailing Latitude",
        "Mailing Longitude",
        "Mailing Country",
        "Residence Address",
        "Residence City",
        "Residence State",
        "Residence Zip",
        "Residence Latitude",
        "Residence Longitude",
        "Residence Country",
        "Gender",
        "Birthdate",
        "ELL Status",
        "FederalRace",
        "Graduation Year",
    ]],
    ordered: false,
};
pub(super) const USER: AllowList<5> = AllowList {
    file: "user.csv",
    required: 3,
    holds_students: false,
    optional: true,
    names: ["Email", "First Name", "Last Name", "Phone", "SIS ID"],
    standard: &[&["Email", "First Name", "Last Name", "Phone", "SIS ID"]],
    ordered: false,
};
pub(super) const GUARDIAN_RELATIONSHIP: AllowList<3> = AllowList {
    file: "guardianrelationship.csv",
    required: 2,
    holds_students: false,
    optional: true,
    names: ["SIS ID", "Email", "Role"],
    standard: &[&["SIS ID", "Email", "Role"]],
    ordered: false,
};
