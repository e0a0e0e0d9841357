//! What an import writes, on both databases.

use domain::{Access, GuardianId, Relationship};

use super::*;
use crate::StoreError;
use crate::fixtures::{
    commit, furnish, guardian, guardian_id, montreal, school, student, student_id, uuid, write,
};
use crate::registry::students;
use crate::testing::{STAFF, both_databases, noon, stamp};

fn tie(student: u32, guardian: u32, access: Access) -> GuardianshipRow {
    GuardianshipRow {
        student_id: student_id(student),
        guardian_id: guardian_id(guardian),
        relationship: Relationship::Unknown,
        priority: None,
        access,
    }
}

/// The whole registry.
async fn existing(store: &Store) -> ExistingRegistry {
    let students = read!(store, conn => sqlx::query_as(
        students!("order by student.id"),
    ).fetch_all(conn));
    let guardians =
        read!(store, conn => sqlx::query_as("select * from guardian order by id").fetch_all(conn));
    let guardianships = read!(store, conn => sqlx::query_as(
        "select * from guardianship order by student_id, guardian_id",
    ).fetch_all(conn));
    ExistingRegistry {
        students: students.unwrap(),
        guardians: guardians.unwrap(),
        guardianships: guardianships.unwrap(),
        ..ExistingRegistry::default()
    }
}

fn import(number: u32) -> ImportRow {
    ImportRow {
        id: ImportId(uuid(9, number)),
        at: noon() + chrono::TimeDelta::minutes(number.into()),
        staff_id: Some(STAFF),
        format: "csv".to_owned(),
        content_hash: vec![7; 32],
        students_new: 5,
        students_changed: 4,
        students_unchanged: 3,
        students_gone: 2,
        lines_unusable: 1,
        can_be_undone: true,
        undone_at: None,
    }
}

#[tokio::test]
async fn an_import_of_more_than_one_batch_comes_back_whole() {
    both_databases(async |store| {
        furnish(store, 0).await;
        let schools = [school(1), school(2)];
        let students: Vec<_> = (1..=2500)
            .map(|number| StudentRow {
                school_id: Some(school(1 + number % 2).id),
                school_name: Some(school(1 + number % 2).name),
                school_code: school(1 + number % 2).code,
                import_id: Some(import(1).id),
                active: number % 3 != 0,
                birth_date: student(number).birth_date.filter(|_| number % 5 != 0),
                ..student(number)
            })
            .collect();
        let guardians: Vec<_> = (1..=1500).map(guardian).collect();
        let ties: Vec<_> = (1..=1500)
            .map(|number| tie(number, number, Access::Unknown))
            .collect();
        write(store, async |write| {
            write.begin_import(&import(1)).await.unwrap();
            write.upsert_schools(&schools).await.unwrap();
            write.upsert_students(&students).await.unwrap();
            write.upsert_guardians(&guardians).await.unwrap();
            write.upsert_guardianships(&ties).await.unwrap();
        })
        .await;
        let existing = existing(store).await;
        assert_eq!(store.schools(montreal()).await.unwrap(), schools);
        assert!(existing.students == students);
        assert!(existing.guardians == guardians);
        assert!(existing.guardianships == ties);
        let laval = domain::ServiceCentreCode::parse("831000").unwrap();
        assert!(!store.has_students(laval).await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn what_changes_is_written_over_and_keeps_when_it_was_new() {
    both_databases(async |store| {
        furnish(store, 2).await;
        let later = noon() + chrono::TimeDelta::days(1);
        let mut stamp = stamp();
        stamp.now = later;
        let mut write = store.write(stamp).await.unwrap();
        let changed = StudentRow {
            last_names: "Tremblay-Roy".to_owned(),
            fiche: None,
            sex: None,
            group_name: None,
            ..student(1)
        };
        write
            .upsert_students(std::slice::from_ref(&changed))
            .await
            .unwrap();
        write.deactivate_students(&[student_id(2)]).await.unwrap();
        commit(write).await;
        let after = [
            StudentRow {
                changed_at: later,
                ..changed
            },
            StudentRow {
                active: false,
                changed_at: later,
                ..student(2)
            },
        ];
        assert_eq!(existing(store).await.students, after);
    })
    .await;
}

#[tokio::test]
async fn no_import_lowers_a_restriction() {
    both_databases(async |store| {
        furnish(store, 1).await;
        write(store, async |write| {
            write.upsert_guardians(&[guardian(1)]).await.unwrap();
        })
        .await;
        let mut held = Access::Unknown;
        for told in [
            Access::Unknown,
            Access::Allowed,
            Access::Restricted,
            Access::Unknown,
            Access::Allowed,
        ] {
            write(store, async |write| {
                write
                    .upsert_guardianships(&[tie(1, 1, told)])
                    .await
                    .unwrap();
            })
            .await;
            held = if held == Access::Restricted {
                held
            } else {
                told
            };
            let existing = existing(store).await;
            assert_eq!(existing.guardianships, [tie(1, 1, held)], "told {told}");
        }
    })
    .await;
}

#[tokio::test]
async fn two_students_never_have_one_number() {
    both_databases(async |store| {
        furnish(store, 1).await;
        let mut write = store.write(stamp()).await.unwrap();
        let double = StudentRow {
            fiche: student(1).fiche,
            ..student(2)
        };
        let refused = write.upsert_students(&[double]).await;
        assert!(matches!(refused, Err(StoreError::Taken)), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn an_adult_on_the_files_of_two_students_is_listed_once() {
    both_databases(async |store| {
        furnish(store, 2).await;
        write(store, async |write| {
            write.upsert_guardians(&[guardian(1)]).await.unwrap();
            let ties = [tie(1, 1, Access::Unknown), tie(2, 1, Access::Unknown)];
            write.upsert_guardianships(&ties).await.unwrap();
        })
        .await;
        let existing = existing(store).await;
        let ids: Vec<GuardianId> = existing.guardians.iter().map(|who| who.id).collect();
        assert_eq!(ids, [guardian_id(1)]);
        assert_eq!(existing.guardianships.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn the_newest_import_is_told() {
    both_databases(async |store| {
        furnish(store, 0).await;
        assert_eq!(store.last_import().await.unwrap(), None);
        write(store, async |write| {
            for number in [1, 2] {
                write.begin_import(&import(number)).await.unwrap();
                write.end_import(&import(number)).await.unwrap();
            }
        })
        .await;
        assert_eq!(store.last_import().await.unwrap(), Some(import(2)));
    })
    .await;
}
