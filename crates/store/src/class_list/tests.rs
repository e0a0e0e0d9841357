//! A school of two groups, a child without either and one who has left, read as lists on both databases.

use domain::{AddressProof, ConfirmationId, ConfirmationMethod};

use super::*;
use crate::fixtures::{
    account, furnish, guardian, guardian_id, school, student, student_id, uuid, visit, write,
};
use crate::pool::execute;
use crate::testing::{TestStore, both_databases};
use crate::{GuardianshipRow, NewAccount, NewConfirmation, Write};

/// Students 1 to 6 are in school 1: 1 to 4 in group 101 (4 has left), 5 in 102, 6 in none. Student 7 has no school,
/// and no number. Adult `n` is on the file of student `n`, adult 1 also on that of student 2.
async fn furnished(store: &TestStore) {
    furnish(store, 0).await;
    let mut students: Vec<_> = (1..=7).map(student).collect();
    for student in &mut students[..6] {
        student.school_id = Some(school(1).id);
    }
    students[3].active = false;
    students[4].group_name = Some("102".to_owned());
    students[5].group_name = None;
    students[6].fiche = None;
    let mut guardians: Vec<_> = (1..=7).map(guardian).collect();
    guardians[2].email = None;
    let tie = |student: u32, guardian: u32| GuardianshipRow {
        student_id: student_id(student),
        guardian_id: guardian_id(guardian),
        relationship: Relationship::Mother,
        priority: Some(guardian),
        access: Access::Allowed,
    };
    let mut ties: Vec<_> = (1..=7).map(|number| tie(number, number)).collect();
    ties.push(tie(2, 1));
    write(store, async |write| {
        write.upsert_schools(&[school(1)]).await.unwrap();
        write.upsert_students(&students).await.unwrap();
        write.upsert_guardians(&guardians).await.unwrap();
        write.upsert_guardianships(&ties).await.unwrap();
    })
    .await;
}

/// Adult `number`'s account, confirmed for these students.
async fn serve(write: &mut Write, number: u32, proof: AddressProof, students: &[u32]) {
    let made = NewAccount {
        guardian_id: Some(guardian_id(number)),
        address_proof: proof,
        ..account(number)
    };
    write.create_account(&made).await.unwrap();
    for student in students {
        let confirmation = NewConfirmation {
            id: ConfirmationId(uuid(6, number * 100 + student)),
            account_id: made.id,
            student_id: student_id(*student),
            method: ConfirmationMethod::Claim,
            identity_document: None,
            tie_document: None,
            staff_id: None,
            visit_id: visit(1).id,
        };
        write.confirm(&confirmation).await.unwrap();
    }
}

/// Adult 1's account, with both children.
async fn serve_two(store: &TestStore) {
    write(store, async |write| {
        serve(write, 1, AddressProof::Code, &[1, 2]).await;
    })
    .await;
}

async fn listed(store: &Store, filter: &ListFilter) -> Vec<u32> {
    let rows = store.list_students(filter, None, 100).await.unwrap();
    let number = |(row, _): &(StudentRow, FamilyStanding)| row.id.0.as_u128() as u32;
    rows.iter().map(number).collect()
}

async fn standing(store: &Store, student: u32) -> FamilyStanding {
    let rows = store.list_students(&ListFilter::default(), None, 100).await;
    let mut rows = rows.unwrap().into_iter();
    let (_, standing) = rows.find(|(row, _)| row.id == student_id(student)).unwrap();
    standing
}

#[tokio::test]
async fn schools_and_groups_are_counted_without_those_who_are_gone() {
    both_databases(async |store| {
        furnished(store).await;
        serve_two(store).await;
        let schools = store.school_counts(0, 10).await.unwrap();
        let told: Vec<_> = schools
            .iter()
            .map(|one| {
                (
                    one.name.as_deref(),
                    one.students,
                    one.served,
                    one.incomplete,
                )
            })
            .collect();
        assert_eq!(told, [(Some("École 1"), 5, 2, 0), (None, 1, 0, 1)]);
        assert_eq!(store.school_counts(1, 10).await.unwrap(), schools[1..]);

        let groups = store.group_counts(Which::One(school(1).id), 0, 10).await;
        let groups = groups.unwrap();
        let told: Vec<_> = groups
            .iter()
            .map(|one| (one.group_name.as_deref(), one.students, one.served))
            .collect();
        assert_eq!(
            told,
            [(Some("101"), 3, 2), (Some("102"), 1, 0), (None, 1, 0)]
        );
        let page = store.group_counts(Which::One(school(1).id), 1, 1).await;
        assert_eq!(page.unwrap(), groups[1..2]);
        assert_eq!(
            store
                .group_counts(Which::Without, 0, 10)
                .await
                .unwrap()
                .len(),
            1
        );
    })
    .await;
}

#[tokio::test]
async fn a_list_holds_those_whom_its_filter_lets_in() {
    both_databases(async |store| {
        furnished(store).await;
        serve_two(store).await;
        let all = ListFilter::default();
        let of_school = ListFilter {
            school: Which::One(school(1).id),
            ..all.clone()
        };
        let of_group = ListFilter {
            group: Which::One("101".to_owned()),
            ..of_school.clone()
        };
        let here = Some(true);
        for (filter, numbers) in [
            (all.clone(), vec![1, 2, 3, 4, 5, 6, 7]),
            (of_school.clone(), vec![1, 2, 3, 4, 5, 6]),
            (of_group.clone(), vec![1, 2, 3, 4]),
            (
                ListFilter {
                    active: here,
                    ..of_group.clone()
                },
                vec![1, 2, 3],
            ),
            (
                ListFilter {
                    active: Some(false),
                    ..all.clone()
                },
                vec![4],
            ),
            (
                ListFilter {
                    active: here,
                    unserved: true,
                    ..of_group
                },
                vec![3],
            ),
            (
                ListFilter {
                    group: Which::Without,
                    ..of_school
                },
                vec![6],
            ),
            (
                ListFilter {
                    school: Which::Without,
                    ..all.clone()
                },
                vec![7],
            ),
            (
                ListFilter {
                    incomplete: true,
                    ..all
                },
                vec![7],
            ),
        ] {
            assert_eq!(listed(store, &filter).await, numbers, "{filter:?}");
            if !filter.unserved {
                let count = store.list_count(&filter).await.unwrap();
                assert_eq!(count.students as usize, numbers.len(), "{filter:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn pages_follow_one_another_without_a_gap() {
    both_databases(async |store| {
        furnished(store).await;
        let filter = ListFilter::default();
        let mut seen = Vec::new();
        let mut after = None;
        loop {
            let page = store.list_students(&filter, after, 3).await.unwrap();
            let Some((last, _)) = page.last() else { break };
            after = Some(last.id);
            seen.extend(page.iter().map(|(row, _)| row.id));
        }
        assert_eq!(seen, (1..=7).map(student_id).collect::<Vec<_>>());
    })
    .await;
}

/// What undoes an account or what ties it to student 1, and how far the family is then.
#[tokio::test]
async fn a_family_has_its_account_when_one_that_can_be_opened_is_confirmed_for_the_child() {
    let undone = [
        ("select 1", FamilyStanding::Served),
        (
            "update association set suspended_at = created_at",
            FamilyStanding::Account,
        ),
        (
            "update association set revoked_at = created_at",
            FamilyStanding::Account,
        ),
        (
            "update confirmation set taken_back_at = at",
            FamilyStanding::Account,
        ),
        (
            "update account set closed_at = created_at",
            FamilyStanding::None,
        ),
        (
            "update account set address_proven_at = null",
            FamilyStanding::AwaitingProof,
        ),
        (
            "update guardianship set access = 'restricted'",
            FamilyStanding::None,
        ),
        ("delete from guardianship", FamilyStanding::Served),
    ];
    for (statement, expected) in undone {
        both_databases(async |store| {
            furnished(store).await;
            assert_eq!(standing(store, 1).await, FamilyStanding::None);
            write(store, async |write| {
                serve(write, 1, AddressProof::Code, &[1]).await;
                execute!(write, sqlx::query(statement)).unwrap();
            })
            .await;
            assert_eq!(standing(store, 1).await, expected, "{statement}");
            let filter = ListFilter {
                school: Which::One(school(1).id),
                ..ListFilter::default()
            };
            let served = store.list_count(&filter).await.unwrap().served;
            let is_served = expected == FamilyStanding::Served;
            assert_eq!(served, u32::from(is_served), "{statement}");
            let unserved = ListFilter {
                unserved: true,
                ..filter
            };
            assert_eq!(
                !listed(store, &unserved).await.contains(&1),
                is_served,
                "{statement}"
            );
        })
        .await;
    }
}

#[tokio::test]
async fn the_listed_adults_a_page_come_with_what_can_be_said_of_each() {
    both_databases(async |store| {
        furnished(store).await;
        write(store, async |write| {
            serve(write, 1, AddressProof::InPerson, &[1]).await;
        })
        .await;
        let adults = store
            .listed_adults(&[2, 1, 3].map(student_id))
            .await
            .unwrap();
        let told: Vec<_> = adults
            .iter()
            .map(|one| {
                let student = one.student_id.0.as_u128() as u32;
                (
                    student,
                    one.has_address,
                    one.has_account,
                    one.is_proven,
                    one.is_confirmed,
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                (1, true, true, false, true),
                (2, true, true, false, false),
                (2, true, false, false, false),
                (3, false, false, false, false),
            ]
        );
        assert_eq!(store.listed_adults(&[]).await.unwrap(), []);
    })
    .await;
}
