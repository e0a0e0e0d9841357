//! A small school for this crate's tests: one of each thing, told apart by a number.
//! The stores themselves come from `testing.rs`.

use chrono::NaiveDate;
use domain::{
    Access, AccountId, AccountOrigin, AddressProof, EmailAddress, GuardianId, PermanentCode,
    Relationship, SchoolId, ServiceCentreCode, StaffId, StudentId, VisitId,
};
use uuid::Uuid;

use crate::testing::{DESK, STAFF, noon, stamp};
use crate::{
    Act, DeskKind, Entry, GuardianRow, GuardianshipRow, NewAccount, NewVisit, PasswordHash,
    SchoolRow, Store, StudentRow, Subject, Write,
};

pub(crate) async fn commit(write: Write) {
    let entry = Entry::new(Act::SettingsChanged, Subject::None);
    write.commit(entry).await.unwrap();
}

/// Begins a write at noon, lets `act` write, and commits.
pub(crate) async fn write(store: &Store, act: impl AsyncFnOnce(&mut Write)) {
    let mut write = store.write(stamp()).await.unwrap();
    act(&mut write).await;
    commit(write).await;
}

/// A desk, a member of staff, and students 1 to `students`.
pub(crate) async fn furnish(store: &Store, students: u32) {
    write(store, async |write| {
        write
            .create_desk(DESK, DeskKind::Real, montreal(), "École")
            .await
            .unwrap();
        crate::pool::execute!(
            write,
            sqlx::query(
                "insert into staff (id, user_name, user_folded, role, created_at)
             values ($1, 'Lucie', 'lucie', 'secretary', $2)",
            )
            .bind(STAFF.0)
            .bind(noon())
        )
        .unwrap();
        let students: Vec<_> = (1..=students).map(student).collect();
        write.upsert_students(&students).await.unwrap();
    })
    .await;
}

pub(crate) fn montreal() -> ServiceCentreCode {
    ServiceCentreCode::parse("762000").unwrap()
}

pub(crate) fn uuid(kind: u32, number: u32) -> Uuid {
    Uuid::from_u128((u128::from(kind) << 64) | u128::from(number))
}

pub(crate) fn email(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

pub(crate) fn school(number: u32) -> SchoolRow {
    SchoolRow {
        id: SchoolId(uuid(1, number)),
        service_centre: montreal(),
        code: Some(format!("762{number:03}")),
        name: format!("École {number}"),
    }
}

pub(crate) fn student_id(number: u32) -> StudentId {
    StudentId(uuid(2, number))
}

/// Olivia Tremblay the so many-eth, fiche `number`.
pub(crate) fn student(number: u32) -> StudentRow {
    StudentRow {
        id: student_id(number),
        service_centre: montreal(),
        fiche: Some(domain::FicheNumber::parse(&number.to_string()).unwrap()),
        permanent_code: None,
        last_names: "Tremblay".to_owned(),
        first_names: format!("Olivia {number}"),
        birth_date: NaiveDate::from_ymd_opt(2015, 3, 9),
        sex: Some(domain::Sex::Female),
        school_id: None,
        school_name: None,
        school_code: None,
        group_name: Some("101".to_owned()),
        active: true,
        source: "csv".to_owned(),
        source_id: None,
        import_id: None,
        created_at: noon(),
        changed_at: noon(),
    }
}

pub(crate) fn permanent_code(text: &str) -> PermanentCode {
    PermanentCode::parse(text).unwrap()
}

pub(crate) fn guardian_id(number: u32) -> GuardianId {
    GuardianId(uuid(3, number))
}

/// Thị Mai Nguyễn, at an address of her own.
pub(crate) fn guardian(number: u32) -> GuardianRow {
    GuardianRow {
        id: guardian_id(number),
        last_names: "Nguyễn".to_owned(),
        first_names: "Thị Mai".to_owned(),
        email: Some(email(&format!("Mai.{number}@Example.org"))),
        phone: Some("514 555-1234".to_owned()),
        language: Some("vi".to_owned()),
        source: "csv".to_owned(),
        source_id: None,
        created_at: noon(),
        changed_at: noon(),
    }
}

pub(crate) fn account(number: u32) -> NewAccount {
    NewAccount {
        id: AccountId(uuid(4, number)),
        email: email(&format!("Mai.{number}@Example.org")),
        guardian_id: None,
        password_hash: PasswordHash("$argon2id$…".to_owned()),
        origin: AccountOrigin::Desk,
        address_proof: AddressProof::Code,
        language: "vi".to_owned(),
        visit_id: visit(1).id,
    }
}

pub(crate) fn visit(number: u32) -> NewVisit {
    NewVisit {
        id: VisitId(uuid(5, number)),
        language: "vi".to_owned(),
        student_id: Some(student_id(1)),
        guardian_id: None,
        started_by: Some(STAFF),
    }
}

/// What ties an adult to a student, by their numbers.
pub(crate) fn tie(student: u32, guardian: u32, access: Access) -> GuardianshipRow {
    GuardianshipRow {
        student_id: student_id(student),
        guardian_id: guardian_id(guardian),
        relationship: Relationship::Mother,
        priority: None,
        access,
    }
}

/// A second member of staff, whose row is written.
pub(crate) const SECOND: StaffId = StaffId(Uuid::from_u128(0x57af2));

pub(crate) async fn add_second(write: &mut Write) {
    write
        .add_staff(SECOND, "Amina", domain::Role::Administrator)
        .await
        .unwrap();
}
