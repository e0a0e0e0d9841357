//! A family on the registry, read on both databases.

use super::*;
use crate::fixtures::{
    commit, email, guardian, guardian_id, montreal, permanent_code, school, student, student_id,
};
use crate::testing::{both_databases, stamp};

fn tie(student: u32, guardian: u32, priority: Option<u32>, access: Access) -> GuardianshipRow {
    GuardianshipRow {
        student_id: student_id(student),
        guardian_id: guardian_id(guardian),
        relationship: Relationship::Mother,
        priority,
        access,
    }
}

/// Adult 1 has children 1 and 2, and child 3 who has left; adult 2 has children 1 and 4; adult 3 may not have child 1.
async fn family(store: &Store) {
    let mut write = store.write(stamp()).await.unwrap();
    write.upsert_schools(&[school(1)]).await.unwrap();
    let mut students: Vec<_> = (1..=5).map(student).collect();
    students[0].school_id = Some(school(1).id);
    students[0].permanent_code = Some(permanent_code("TREO71531501"));
    students[2].active = false;
    write.upsert_students(&students).await.unwrap();
    let mut guardians: Vec<_> = (1..=3).map(guardian).collect();
    guardians[1].last_names = "O’Brien".to_owned();
    guardians[1].email = guardian(1).email;
    write.upsert_guardians(&guardians).await.unwrap();
    let ties = [
        tie(1, 1, Some(2), Access::Allowed),
        tie(1, 2, Some(1), Access::Unknown),
        tie(1, 3, None, Access::Restricted),
        tie(2, 1, Some(1), Access::Allowed),
        tie(3, 1, Some(1), Access::Allowed),
        tie(4, 2, Some(1), Access::Allowed),
    ];
    write.upsert_guardianships(&ties).await.unwrap();
    commit(write).await;
}

fn numbers(students: &[StudentRow]) -> Vec<StudentId> {
    students.iter().map(|student| student.id).collect()
}

#[tokio::test]
async fn a_student_comes_back_whole_with_the_school() {
    both_databases(async |store| {
        family(store).await;
        let expected = StudentRow {
            school_id: Some(school(1).id),
            school_name: Some("École 1".to_owned()),
            school_code: Some("762001".to_owned()),
            permanent_code: Some(permanent_code("TREO71531501")),
            ..student(1)
        };
        assert_eq!(store.student(student_id(1)).await.unwrap(), Some(expected));
        assert_eq!(
            store.student(student_id(2)).await.unwrap(),
            Some(student(2))
        );
        assert_eq!(store.student(student_id(9)).await.unwrap(), None);
        let some = store
            .students(&[student_id(4), student_id(2), student_id(9)])
            .await
            .unwrap();
        assert_eq!(some, [student(2), student(4)]);
        assert_eq!(store.students(&[]).await.unwrap(), []);
        assert_eq!(store.student_count().await.unwrap(), 4);
    })
    .await;
}

#[tokio::test]
async fn a_student_is_met_by_number_and_by_identity() {
    both_databases(async |store| {
        family(store).await;
        let fiche = |number: &str| FicheNumber::parse(number).unwrap();
        let met = |found: Option<StudentRow>| found.map(|student| student.id);
        let by_fiche = store.student_by_fiche(montreal(), fiche("0002")).await;
        assert_eq!(met(by_fiche.unwrap()), Some(student_id(2)));
        let laval = ServiceCentreCode::parse("831000").unwrap();
        let elsewhere = store.student_by_fiche(laval, fiche("2")).await.unwrap();
        assert_eq!(elsewhere, None);
        let code = permanent_code("treo 7153 1501");
        let by_code = store.student_by_permanent_code(&code).await.unwrap();
        assert_eq!(met(by_code), Some(student_id(1)));

        let born = student(2).birth_date.unwrap();
        let next_day = born.succ_opt().unwrap();
        for (centre, last, first, born, who) in [
            (
                montreal(),
                "tremblay",
                "olivia 2",
                born,
                vec![student_id(2)],
            ),
            (montreal(), "tremblay", "olivia 2", next_day, vec![]),
            (montreal(), "tremblay", "olivia", born, vec![]),
            (laval, "tremblay", "olivia 2", born, vec![]),
        ] {
            let found = store.students_by_identity(centre, last, first, born).await;
            assert_eq!(numbers(&found.unwrap()), who, "{last} {first} {born}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_adults_on_a_file_come_in_the_order_of_calling() {
    both_databases(async |store| {
        family(store).await;
        let on_file = store.guardians_of(student_id(1)).await.unwrap();
        let told: Vec<_> = on_file
            .iter()
            .map(|(who, tie)| (who.id, tie.access))
            .collect();
        let expected = [
            (guardian_id(2), Access::Unknown),
            (guardian_id(1), Access::Allowed),
            (guardian_id(3), Access::Restricted),
        ];
        assert_eq!(told, expected);
        assert_eq!(on_file[1].0, guardian(1));
        assert_eq!(
            store.guardian(guardian_id(3)).await.unwrap(),
            Some(guardian(3))
        );
        let restricted = store.restricted_for(student_id(1)).await.unwrap();
        assert_eq!(restricted, [guardian(3)]);
        assert_eq!(store.restricted_for(student_id(2)).await.unwrap(), []);
    })
    .await;
}

#[tokio::test]
async fn siblings_share_an_adult_and_are_here() {
    both_databases(async |store| {
        family(store).await;
        for (of, who) in [
            (1, vec![2, 4]),
            (2, vec![1]),
            (3, vec![1, 2]),
            (4, vec![1]),
            (5, vec![]),
        ] {
            let siblings = store.siblings(student_id(of)).await.unwrap();
            let who: Vec<_> = who.into_iter().map(student_id).collect();
            assert_eq!(numbers(&siblings), who, "of {of}");
        }
        let children = store.students_of_guardian(guardian_id(1)).await.unwrap();
        let children: Vec<_> = children.into_iter().map(|(child, _)| child.id).collect();
        assert_eq!(
            children,
            [1, 2, 3].map(student_id),
            "who has left comes last"
        );
    })
    .await;
}

#[tokio::test]
async fn an_adult_is_met_by_address_and_by_name() {
    both_databases(async |store| {
        family(store).await;
        let ids = |found: Vec<GuardianRow>| found.iter().map(|who| who.id).collect::<Vec<_>>();
        let shared = email("MAI.1@example.ORG");
        let found = store.guardians_by_address(shared.folded()).await.unwrap();
        assert_eq!(ids(found), [guardian_id(1), guardian_id(2)]);
        let key = guardian_key("O'BRIEN", "Thi-Mai");
        let found = store.guardians_by_name(&key).await.unwrap();
        assert_eq!(ids(found), [guardian_id(2)]);
        let nobody = store
            .guardians_by_address("nobody@example.org")
            .await
            .unwrap();
        assert_eq!(ids(nobody), []);
    })
    .await;
}
