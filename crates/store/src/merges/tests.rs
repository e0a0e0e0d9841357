//! Two adults made one and two again, on both databases.

use domain::{Access, StudentId};

use super::*;
use crate::WordKind;
use crate::fixtures::{
    account, email, furnish, guardian, guardian_id, student_id, tie, uuid, visit, write,
};
use crate::testing::{STAFF, both_databases};

/// Adults 1 to 3 of one name: 1 has students 1 and 2, 2 has 2 and 3, 3 has 4. 1 and 3 write their number differently;
/// 2 and 4 have one address.
async fn duplicates(store: &Store) {
    furnish(store, 4).await;
    write(store, async |write| {
        let mut adults: Vec<_> = (1..=4).map(guardian).collect();
        adults[1].phone = None;
        adults[2].phone = Some("+1 (514) 555.1234".to_owned());
        adults[3].last_names = "Roy".to_owned();
        adults[3].email = adults[1].email.clone();
        write.upsert_guardians(&adults).await.unwrap();
        let ties = [(1, 1), (2, 1), (2, 2), (3, 2), (4, 3), (4, 4)];
        let ties = ties.map(|(student, adult)| tie(student, adult, Access::Unknown));
        write.upsert_guardianships(&ties).await.unwrap();
        write.insert_visit(&visit(1)).await.unwrap();
        let mut with_account = account(2);
        with_account.guardian_id = Some(guardian_id(2));
        write.create_account(&with_account).await.unwrap();
        write.reword(&[1, 2, 3, 4].map(student_id)).await.unwrap();
    })
    .await;
}

/// 2 into 1, at another address.
fn merge() -> NewMerge {
    NewMerge {
        id: MergeId(uuid(12, 1)),
        kept: GuardianRow {
            email: Some(email("mai@ailleurs.example")),
            ..guardian(1)
        },
        gone: guardian_id(2),
        ties: [1, 2, 3]
            .map(|student| tie(student, 1, Access::Allowed))
            .to_vec(),
        by: STAFF,
    }
}

async fn files(store: &Store) -> Vec<(StudentId, Vec<GuardianId>)> {
    let mut files = Vec::new();
    for student in (1..=4).map(student_id) {
        let adults = store.guardians_of(student).await.unwrap();
        files.push((student, adults.into_iter().map(|(row, _)| row.id).collect()));
    }
    files
}

#[tokio::test]
async fn those_who_share_a_name_and_something_more_are_found_until_they_are_kept_apart() {
    both_databases(async |store| {
        duplicates(store).await;
        let pair = |one, other| Pair {
            one_id: guardian_id(one),
            other_id: guardian_id(other),
        };
        let by_child = store.pairs_by_name_and_child(9).await.unwrap();
        assert_eq!(by_child, [pair(1, 2)]);
        let by_phone = store.pairs_by_name_and_phone(9).await.unwrap();
        assert_eq!(by_phone, [pair(1, 3)]);
        let by_address = store.pairs_by_address(9).await.unwrap();
        assert_eq!(by_address, [pair(2, 4)]);
        write(store, async |write| {
            // In whichever order they are said.
            write.keep_apart(&pair(2, 1), STAFF).await.unwrap();
            write.keep_apart(&pair(1, 2), STAFF).await.unwrap();
        })
        .await;
        assert_eq!(store.pairs_by_name_and_child(9).await.unwrap(), []);
        assert_eq!(
            store.pairs_by_name_and_phone(9).await.unwrap(),
            [pair(1, 3)]
        );
    })
    .await;
}

#[tokio::test]
async fn a_merge_moves_children_and_accounts_and_its_undoing_moves_them_back() {
    both_databases(async |store| {
        duplicates(store).await;
        let before = files(store).await;
        let children = [1, 2, 3].map(student_id);
        write(store, async |write| {
            write.merge_guardians(&merge()).await.unwrap();
            write.reword(&children).await.unwrap();
        })
        .await;
        assert_eq!(store.guardian(guardian_id(2)).await.unwrap(), None);
        for (student, adults) in &files(store).await[..3] {
            assert_eq!(*adults, [guardian_id(1)], "{student}");
        }
        let moved = store.accounts_of_guardian(guardian_id(1)).await.unwrap();
        assert_eq!(moved.len(), 1);
        let found = store.search("mai@ailleurs.example", 9).await.unwrap();
        assert_eq!(found.len(), 3, "by the address that was kept");

        let row = store.merges(9).await.unwrap().remove(0);
        assert_eq!(
            (row.staff_name.as_str(), row.accounts_moved),
            ("Lucie", true)
        );
        let (kept, gone) = store.before_merge(row.id).await.unwrap().unwrap();
        assert_eq!((kept, gone.id), (guardian(1), guardian_id(2)));
        write(store, async |write| {
            assert!(write.is_merge_untouched(&row).await.unwrap());
            write.undo_merge(&row, STAFF).await.unwrap();
            write.reword(&children).await.unwrap();
        })
        .await;
        assert_eq!(files(store).await, before);
        assert_eq!(
            store.guardian(guardian_id(1)).await.unwrap(),
            Some(guardian(1))
        );
        let back = store.accounts_of_guardian(guardian_id(2)).await.unwrap();
        assert_eq!(back.len(), 1);
        assert_eq!(store.merges(9).await.unwrap(), []);
        let undone = store.merge(row.id).await.unwrap().unwrap();
        assert!(undone.undone_at.is_some());
    })
    .await;
}

#[tokio::test]
async fn what_changed_since_keeps_a_merge_from_being_undone() {
    both_databases(async |store| {
        duplicates(store).await;
        write(store, async |write| {
            write.merge_guardians(&merge()).await.unwrap();
        })
        .await;
        let row = store.merges(9).await.unwrap().remove(0);
        for change in 0..5 {
            let mut write = store.write(crate::testing::stamp()).await.unwrap();
            let kept = merge().kept;
            match change {
                1 => {
                    let phone = None;
                    let row = GuardianRow { phone, ..kept };
                    write.upsert_guardians(&[row]).await.unwrap();
                }
                2 => {
                    let restricted = tie(3, 1, Access::Restricted);
                    write.upsert_guardianships(&[restricted]).await.unwrap();
                }
                3 => {
                    let new = tie(4, 1, Access::Unknown);
                    write.upsert_guardianships(&[new]).await.unwrap();
                }
                4 => {
                    let sql = "delete from guardianship where guardian_id = $1 and student_id = $2";
                    execute!(
                        write,
                        sqlx::query(sql).bind(kept.id.0).bind(student_id(1).0)
                    )
                    .unwrap();
                }
                _ => {}
            }
            let untouched = write.is_merge_untouched(&row).await.unwrap();
            assert_eq!(untouched, change == 0, "change {change}");
        }
    })
    .await;
}

#[tokio::test]
async fn students_are_found_by_what_the_same_write_left_on_their_files() {
    both_databases(async |store| {
        duplicates(store).await;
        write(store, async |write| {
            let zoe = GuardianRow {
                first_names: "Zoé".to_owned(),
                ..guardian(3)
            };
            write.upsert_guardians(&[zoe]).await.unwrap();
            write.reword(&[student_id(4)]).await.unwrap();
        })
        .await;
        let found = store.search("zoe", 9).await.unwrap();
        let found: Vec<_> = found
            .iter()
            .map(|found| (found.student.id, found.why))
            .collect();
        assert_eq!(found, [(student_id(4), WordKind::Guardian)]);
    })
    .await;
}
