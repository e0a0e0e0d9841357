//! Accounts, associations and confirmations, on both databases.

use super::*;
use crate::fixtures::{
    account, email, furnish, guardian, guardian_id, student_id, uuid, visit, write,
};
use crate::pool::execute;
use crate::testing::{STAFF, both_databases, noon, stamp};

fn claim(number: u32, account_number: u32, student: u32) -> NewConfirmation {
    NewConfirmation {
        id: ConfirmationId(uuid(6, number)),
        account_id: account(account_number).id,
        student_id: student_id(student),
        method: ConfirmationMethod::Claim,
        identity_document: None,
        tie_document: None,
        staff_id: None,
        visit_id: visit(1).id,
    }
}

fn in_person(number: u32, account_number: u32, student: u32) -> NewConfirmation {
    NewConfirmation {
        method: ConfirmationMethod::InPerson,
        identity_document: Some(IdentityDocument::Passport),
        tie_document: Some(TieDocument::BirthCertificate),
        staff_id: Some(STAFF),
        ..claim(number, account_number, student)
    }
}

#[tokio::test]
async fn an_account_is_born_whole() {
    both_databases(async |store| {
        furnish(store, 0).await;
        let here = NewAccount {
            address_proof: AddressProof::InPerson,
            ..account(2)
        };
        write(store, async |write| {
            write.create_account(&account(1)).await.unwrap();
            write.create_account(&here).await.unwrap();
        })
        .await;
        let expected = AccountRow {
            id: account(1).id,
            email: email("mai.1@example.org"),
            guardian_id: None,
            password_hash: Some(account(1).password_hash),
            origin: AccountOrigin::Desk,
            address_proof: AddressProof::Code,
            address_proven_at: Some(noon()),
            gated: false,
            language: "vi".to_owned(),
            created_at: noon(),
            visit_id: Some(visit(1).id),
            closed_at: None,
        };
        assert_eq!(
            store.account(expected.id).await.unwrap(),
            Some(expected.clone())
        );
        let address = email("MAI.1@EXAMPLE.ORG");
        let found = store.account_by_address(&address).await.unwrap();
        assert_eq!(found, Some(expected));
        let waits = store.account(here.id).await.unwrap().unwrap();
        assert_eq!(waits.address_proven_at, None);
    })
    .await;
}

#[tokio::test]
async fn one_address_has_one_account_until_it_is_closed() {
    both_databases(async |store| {
        furnish(store, 0).await;
        let again = NewAccount {
            id: account(2).id,
            ..account(1)
        };
        write(store, async |write| {
            write.create_account(&account(1)).await.unwrap();
            let refused = write.create_account(&again).await;
            assert!(matches!(refused, Err(StoreError::Taken)), "{refused:?}");
            let close = "update account set closed_at = created_at";
            execute!(write, sqlx::query(close)).unwrap();
        })
        .await;
        let address = &account(1).email;
        assert_eq!(store.account_by_address(address).await.unwrap(), None);
        write(store, async |write| {
            write.create_account(&again).await.unwrap();
        })
        .await;
        let found = store.account_by_address(address).await.unwrap().unwrap();
        assert_eq!(found.id, again.id);
    })
    .await;
}

#[tokio::test]
async fn password_adult_and_proof_come_later_when_they_must() {
    both_databases(async |store| {
        furnish(store, 0).await;
        let new = NewAccount {
            address_proof: AddressProof::InPerson,
            ..account(1)
        };
        let hash = PasswordHash("another".to_owned());
        write(store, async |write| {
            write.upsert_guardians(&[guardian(1)]).await.unwrap();
            write.create_account(&new).await.unwrap();
            write.set_password(new.id, &hash).await.unwrap();
            write.set_guardian(new.id, guardian_id(1)).await.unwrap();
            write.prove_address(new.id).await.unwrap();
        })
        .await;
        let found = store.accounts_of_guardian(guardian_id(1)).await.unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].password_hash, Some(hash));
        assert_eq!(
            found[0].address_proof,
            AddressProof::InPerson,
            "how it began"
        );
        assert_eq!(found[0].address_proven_at, Some(noon()));
        assert!(!format!("{found:?}").contains("another"));
    })
    .await;
}

#[tokio::test]
async fn a_child_is_confirmed_once_an_account() {
    both_databases(async |store| {
        furnish(store, 2).await;
        write(store, async |write| {
            write.create_account(&account(1)).await.unwrap();
            write.create_account(&account(2)).await.unwrap();
            write.confirm(&claim(1, 1, 1)).await.unwrap();
            let again = write.confirm(&in_person(2, 1, 1)).await;
            assert!(matches!(again, Err(StoreError::Taken)), "{again:?}");
            write.confirm(&in_person(3, 1, 2)).await.unwrap();
            write.confirm(&claim(4, 2, 1)).await.unwrap();
        })
        .await;
        let children = store.children_of(account(1).id).await.unwrap();
        let told: Vec<_> = children
            .iter()
            .map(|(child, how)| (child.id, how.method))
            .collect();
        let expected = [
            (student_id(1), ConfirmationMethod::Claim),
            (student_id(2), ConfirmationMethod::InPerson),
        ];
        assert_eq!(told, expected);
        let seen = &children[1].1;
        assert_eq!(seen.identity_document, Some(IdentityDocument::Passport));
        assert_eq!(seen.tie_document, Some(TieDocument::BirthCertificate));
        assert_eq!(seen.staff_name.as_deref(), Some("Lucie"));

        let on_child = store.confirmations_on(student_id(1)).await.unwrap();
        let told: Vec<_> = on_child
            .iter()
            .map(|(who, how)| (who.id, how.as_ref().map(|how| how.id)))
            .collect();
        let expected = [(1, 1), (2, 4)]
            .map(|(who, how)| (account(who).id, Some(ConfirmationId(uuid(6, how)))));
        assert_eq!(told, expected);
        let of_visit = store.confirmations_of_visit(visit(1).id).await.unwrap();
        assert_eq!(of_visit.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn suspended_revoked_and_unconfirmed_children_are_not_shown() {
    both_databases(async |store| {
        furnish(store, 4).await;
        write(store, async |write| {
            write.create_account(&account(1)).await.unwrap();
            for number in 1..=3 {
                write.confirm(&claim(number, 1, number)).await.unwrap();
            }
            let (now, who) = (noon(), account(1).id.0);
            for (column, student) in [("suspended_at", 1), ("revoked_at", 2)] {
                let sql = format!("update association set {column} = $1 where student_id = $2");
                let student = student_id(student).0;
                execute!(
                    write,
                    sqlx::query(sqlx::AssertSqlSafe(sql))
                        .bind(now)
                        .bind(student)
                )
                .unwrap();
            }
            // As an imported account has it before its first sign-in.
            execute!(write, sqlx::query(
                "insert into association (account_id, student_id, created_at) values ($1, $2, $3)",
            ).bind(who).bind(student_id(4).0).bind(now))
            .unwrap();
            let again = write.confirm(&claim(9, 1, 1)).await;
            assert!(matches!(again, Err(StoreError::Taken)), "{again:?}");
        })
        .await;
        let children = store.children_of(account(1).id).await.unwrap();
        let shown: Vec<_> = children.iter().map(|(child, _)| child.id).collect();
        assert_eq!(shown, [student_id(3)]);
        for (student, accounts, confirmed) in
            [(1, 1, true), (2, 0, false), (3, 1, true), (4, 1, false)]
        {
            let seen = store.confirmations_on(student_id(student)).await.unwrap();
            assert_eq!(seen.len(), accounts, "student {student}");
            assert_eq!(
                seen.iter().any(|(_, how)| how.is_some()),
                confirmed,
                "student {student}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_confirmation_needs_its_account_and_its_child() {
    both_databases(async |store| {
        furnish(store, 1).await;
        let mut write = store.write(stamp()).await.unwrap();
        let refused = write.confirm(&claim(1, 1, 1)).await;
        assert!(
            matches!(refused, Err(StoreError::Database(_))),
            "{refused:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn an_account_changes_its_address_and_the_one_before_is_remembered() {
    both_databases(async |store| {
        furnish(store, 0).await;
        let (old, new) = (account(1).email, email("mai@nouvelle.example"));
        write(store, async |write| {
            write.create_account(&account(1)).await.unwrap();
            write.create_account(&account(2)).await.unwrap();
            write.change_address(account(1).id, &new).await.unwrap();
        })
        .await;
        assert_eq!(store.account_by_address(&old).await.unwrap(), None);
        let found = store.account_by_address(&new).await.unwrap().unwrap();
        assert_eq!((found.id, &found.email), (account(1).id, &new));
        assert_eq!(store.former_addresses(&new).await.unwrap(), [old.folded()]);
        // Back and forth is no fault.
        write(store, async |write| {
            for address in [&old, &new] {
                write.change_address(account(1).id, address).await.unwrap();
            }
        })
        .await;
        let mut write = store.write(stamp()).await.unwrap();
        let taken = write.change_address(account(1).id, &account(2).email).await;
        assert!(matches!(taken, Err(StoreError::Taken)), "{taken:?}");
    })
    .await;
}

#[tokio::test]
async fn a_closed_account_leaves_its_address_and_is_opened_again_only_while_that_is_free() {
    both_databases(async |store| {
        furnish(store, 0).await;
        write(store, async |write| {
            write.upsert_guardians(&[guardian(1)]).await.unwrap();
            write.create_account(&account(1)).await.unwrap();
            write
                .set_guardian(account(1).id, guardian_id(1))
                .await
                .unwrap();
            assert!(write.close_account(account(1).id).await.unwrap());
            assert!(!write.close_account(account(1).id).await.unwrap());
        })
        .await;
        let closed = store
            .closed_accounts_of_guardian(guardian_id(1))
            .await
            .unwrap();
        assert_eq!(closed.len(), 1);
        write(store, async |write| {
            assert!(write.reopen_account(account(1).id).await.unwrap());
            assert!(!write.reopen_account(account(1).id).await.unwrap());
            assert!(write.close_account(account(1).id).await.unwrap());
            let again = NewAccount {
                id: account(2).id,
                ..account(1)
            };
            write.create_account(&again).await.unwrap();
        })
        .await;
        let mut write = store.write(stamp()).await.unwrap();
        let taken = write.reopen_account(account(1).id).await;
        assert!(matches!(taken, Err(StoreError::Taken)), "{taken:?}");
    })
    .await;
}

#[tokio::test]
async fn an_account_is_without_a_child_when_none_is_tied_confirmed_or_awaited() {
    both_databases(async |store| {
        furnish(store, 4).await;
        let brought = AccountFromBefore {
            id: AccountId(uuid(4, 9)),
            email: email("mai.9@example.org"),
            guardian_id: None,
            password_hash: None,
            language: "vi".to_owned(),
        };
        write(store, async |write| {
            for number in 1..=4 {
                write.create_account(&account(number)).await.unwrap();
            }
            write.bring_account(&brought).await.unwrap();
            write.bring_child(brought.id, student_id(4)).await.unwrap();
            for number in 2..=4 {
                write.confirm(&claim(number, number, number)).await.unwrap();
            }
            let now = noon();
            for (sql, student) in [
                (
                    "update association set revoked_at = $1 where student_id = $2",
                    3,
                ),
                (
                    "update confirmation set taken_back_at = $1 where student_id = $2",
                    4,
                ),
            ] {
                execute!(
                    write,
                    sqlx::query(sql).bind(now).bind(student_id(student).0)
                )
                .unwrap();
            }
        })
        .await;
        let since = |seconds| noon() + chrono::TimeDelta::seconds(seconds);
        assert_eq!(store.childless_accounts(since(0)).await.unwrap(), []);
        let childless = store.childless_accounts(since(1)).await.unwrap();
        assert_eq!(childless, [1, 3, 4].map(|number| account(number).id));
        write(store, async |write| {
            for account in &childless {
                write.delete_account(*account).await.unwrap();
            }
        })
        .await;
        assert_eq!(store.childless_accounts(since(1)).await.unwrap(), []);
        assert!(store.account(account(2).id).await.unwrap().is_some());
        assert!(store.account(account(3).id).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn the_gate_opens_with_the_last_child_and_stays_open() {
    both_databases(async |store| {
        furnish(store, 2).await;
        let brought = AccountFromBefore {
            id: account(1).id,
            email: account(1).email,
            guardian_id: None,
            password_hash: None,
            language: "vi".to_owned(),
        };
        write(store, async |write| {
            write.bring_account(&brought).await.unwrap();
            for student in 1..=2 {
                write
                    .bring_child(brought.id, student_id(student))
                    .await
                    .unwrap();
            }
            assert!(!write.open_gate(brought.id).await.unwrap());
            write.confirm(&claim(1, 1, 1)).await.unwrap();
            assert!(!write.open_gate(brought.id).await.unwrap());
        })
        .await;
        let left = store.children_to_confirm(brought.id).await.unwrap();
        let left: Vec<_> = left.iter().map(|child| child.id).collect();
        assert_eq!(left, [student_id(2)]);
        write(store, async |write| {
            write.confirm(&claim(2, 1, 2)).await.unwrap();
            assert!(write.open_gate(brought.id).await.unwrap());
            assert!(!write.open_gate(brought.id).await.unwrap());
            // A child who is tied later is no reason to close it.
            write.bring_child(brought.id, student_id(1)).await.unwrap();
        })
        .await;
        assert_eq!(store.children_to_confirm(brought.id).await.unwrap(), []);
    })
    .await;
}
