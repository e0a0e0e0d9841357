//! Proposals on a file, on both databases.

use chrono::TimeDelta;
use domain::{Access, CorrectionKind as Kind, ProposalState as State};

use super::*;
use crate::fixtures::{
    SECOND, add_second, email, furnish, guardian, guardian_id, student, student_id, tie, uuid,
    write,
};
use crate::testing::{STAFF, both_databases, noon};
use crate::{Act, Entry, GuardianRow, GuardianshipRow, StoreError, StudentRow, Subject};

fn id(number: u32) -> ProposalId {
    ProposalId(uuid(11, number))
}

/// Adult 1 of student 1, as they are on the file, to be at another address.
fn proposal(number: u32, kind: Kind) -> NewProposal {
    let (row, mother) = (guardian(1), Relationship::Mother);
    let mut made = NewProposal {
        id: id(number),
        kind,
        student_id: student_id(1),
        guardian_id: Some(row.id),
        visit_id: None,
        values: ProposedValues::default(),
        was: ProposedValues::default(),
        identity_document: Some(IdentityDocument::Passport),
        tie_document: None,
        second_person: true,
        proposed_by: STAFF,
    };
    let (values, was) = (&mut made.values, &mut made.was);
    match kind {
        Kind::Email => {
            values.email = Some(email("mai@ailleurs.example"));
            was.email = row.email;
        }
        Kind::Name => {
            (values.last_names, values.first_names) = (Some("Trần".into()), Some("Mai".into()));
            (was.last_names, was.first_names) = (Some(row.last_names), Some(row.first_names));
        }
        Kind::Relationship => {
            values.relationship = Some(Relationship::Guardian);
            was.relationship = Some(mother);
        }
        Kind::NewGuardian => {
            made.guardian_id = None;
            (values.last_names, values.first_names) = (Some("Roy".into()), Some("Paul".into()));
        }
        Kind::Student => {
            made.guardian_id = None;
            let child = student(1);
            (values.last_names, values.first_names) =
                (Some("Tremblay Roy".into()), Some(child.first_names.clone()));
            (was.last_names, was.first_names) = (Some(child.last_names), Some(child.first_names));
            (values.birth_date, was.birth_date) = (child.birth_date, child.birth_date);
        }
        Kind::Restrict | Kind::LiftRestriction => {}
    }
    made
}

/// Student 1 with adult 1 and, restricted, adult 2.
async fn file(store: &Store) {
    furnish(store, 1).await;
    write(store, async |write| {
        add_second(write).await;
        write
            .upsert_guardians(&[guardian(1), guardian(2)])
            .await
            .unwrap();
        let ties = [tie(1, 1, Access::Allowed), tie(1, 2, Access::Restricted)];
        write.upsert_guardianships(&ties).await.unwrap();
    })
    .await;
}

async fn propose(store: &Store, proposal: &NewProposal) {
    write(store, async |write| {
        write.insert_proposal(proposal).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_proposal_waits_with_what_it_says_and_what_the_file_said() {
    both_databases(async |store| {
        file(store).await;
        let made = proposal(1, Kind::Email);
        propose(store, &made).await;
        let row = store.proposal(id(1)).await.unwrap().unwrap();
        assert_eq!((row.state, row.proposed_at), (State::Pending, noon()));
        assert_eq!(
            (row.email, row.was_email),
            (made.values.email, made.was.email)
        );
        assert_eq!((row.proposer.as_str(), row.decider), ("Lucie", None));
        for rows in [
            store.pending_proposals().await.unwrap(),
            store.pending_proposals_on(student_id(1)).await.unwrap(),
            store.pending_proposals_about(guardian_id(1)).await.unwrap(),
        ] {
            assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [id(1)]);
        }
        assert_eq!(store.pending_count().await.unwrap(), 1);
        assert_eq!(store.closed_proposals(9).await.unwrap(), []);
    })
    .await;
}

#[tokio::test]
async fn the_same_thing_is_not_proposed_twice_at_a_time() {
    both_databases(async |store| {
        file(store).await;
        propose(store, &proposal(1, Kind::Email)).await;
        propose(store, &proposal(2, Kind::Name)).await;
        propose(store, &proposal(3, Kind::Student)).await;
        for (number, kind) in [(4, Kind::Email), (5, Kind::Student)] {
            let mut write = store.write(crate::testing::stamp()).await.unwrap();
            let again = write.insert_proposal(&proposal(number, kind)).await;
            assert!(matches!(again, Err(StoreError::Taken)), "{again:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_proposed_decides_only_where_no_second_person_is_mandatory() {
    both_databases(async |store| {
        file(store).await;
        let table = [
            (true, STAFF, false),
            (true, SECOND, true),
            (false, STAFF, true),
        ];
        for (number, (second_person, by, decides)) in (1..).zip(table) {
            let made = NewProposal {
                second_person,
                ..proposal(number, Kind::Name)
            };
            propose(store, &made).await;
            for state in [State::Approved, State::Refused] {
                let mut write = store.write(crate::testing::stamp()).await.unwrap();
                let decided = write.decide_proposal(made.id, by, state, None, None).await;
                assert_eq!(decided.is_ok(), decides, "{number}: {decided:?}");
            }
            write(store, async |write| {
                let withdrawn = State::Withdrawn;
                let done = write
                    .decide_proposal(made.id, STAFF, withdrawn, None, None)
                    .await;
                assert!(done.unwrap(), "one may always withdraw");
            })
            .await;
        }
        assert_eq!(store.closed_proposals(9).await.unwrap().len(), 3);
    })
    .await;
}

#[tokio::test]
async fn a_proposal_is_decided_once() {
    both_databases(async |store| {
        file(store).await;
        propose(store, &proposal(1, Kind::NewGuardian)).await;
        write(store, async |write| {
            let new = Some(guardian_id(7));
            let first = write
                .decide_proposal(id(1), SECOND, State::Approved, None, new)
                .await;
            let again = write
                .decide_proposal(id(1), SECOND, State::Refused, None, None)
                .await;
            assert_eq!((first.unwrap(), again.unwrap()), (true, false));
        })
        .await;
        let row = store.proposal(id(1)).await.unwrap().unwrap();
        assert_eq!(
            (row.state, row.guardian_id),
            (State::Approved, Some(guardian_id(7)))
        );
        assert_eq!(row.decider.as_deref(), Some("Amina"));
        let minute = TimeDelta::minutes(1);
        for (by, since, approved) in [
            (SECOND, noon(), true),
            (SECOND, noon() + minute, false),
            (STAFF, noon(), false),
        ] {
            let told = store
                .approved_address_since(by, guardian_id(7), since)
                .await;
            assert_eq!(told.unwrap(), approved, "{by} {since}");
        }
    })
    .await;
}

/// One of each kind that waits.
async fn one_of_each(store: &Store) {
    const KINDS: [Kind; 6] = [
        Kind::Email,
        Kind::Name,
        Kind::Relationship,
        Kind::NewGuardian,
        Kind::LiftRestriction,
        Kind::Student,
    ];
    for (number, kind) in (1..).zip(KINDS) {
        let mut made = proposal(number, kind);
        if kind == Kind::LiftRestriction {
            made.guardian_id = Some(guardian_id(2));
        }
        propose(store, &made).await;
    }
}

#[tokio::test]
async fn what_no_longer_fits_its_file_is_obsolete() {
    both_databases(async |store| {
        file(store).await;
        one_of_each(store).await;
        let retired = async || {
            let mut kinds = Vec::new();
            write(store, async |write| {
                let rows = write.retire_proposals().await.unwrap();
                kinds = rows.into_iter().map(|row| row.kind).collect();
            })
            .await;
            kinds
        };
        assert_eq!(retired().await, [], "the file is as it was");
        let change = async |row: GuardianRow, relationship| {
            write(store, async |write| {
                write.upsert_guardians(&[row]).await.unwrap();
                let tie = GuardianshipRow {
                    relationship,
                    ..tie(1, 1, Access::Allowed)
                };
                write.upsert_guardianships(&[tie]).await.unwrap();
            })
            .await;
        };
        let mut row = guardian(1);
        row.email = None;
        change(row.clone(), Relationship::Mother).await;
        assert_eq!(retired().await, [Kind::Email]);
        row.first_names = "Mai Lan".into();
        change(row.clone(), Relationship::Mother).await;
        assert_eq!(retired().await, [Kind::Name]);
        change(row, Relationship::Parent).await;
        assert_eq!(retired().await, [Kind::Relationship]);
        write(store, async |write| {
            let (last_names, first_names) = ("ROY".into(), "Paul".into());
            let paul = GuardianRow {
                last_names,
                first_names,
                ..guardian(3)
            };
            write.upsert_guardians(&[paul]).await.unwrap();
            write
                .upsert_guardianships(&[tie(1, 3, Access::Unknown)])
                .await
                .unwrap();
        })
        .await;
        assert_eq!(retired().await, [Kind::NewGuardian]);
        write(store, async |write| {
            let (student, guardian) = (student_id(1), guardian_id(2));
            write
                .set_access(student, guardian, Access::Allowed)
                .await
                .unwrap();
        })
        .await;
        assert_eq!(retired().await, [Kind::LiftRestriction]);
        write(store, async |write| {
            let birth_date = None;
            let child = StudentRow {
                birth_date,
                ..student(1)
            };
            write.upsert_students(&[child]).await.unwrap();
        })
        .await;
        assert_eq!(retired().await, [Kind::Student]);
        assert_eq!(store.pending_count().await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn the_journal_tells_who_gave_whom_access() {
    both_databases(async |store| {
        furnish(store, 0).await;
        let mut write = store.write(crate::testing::stamp()).await.unwrap();
        add_second(&mut write).await;
        let entry = Entry::new(Act::StaffAdded, Subject::Staff(SECOND));
        write.commit(entry).await.unwrap();
        let minute = TimeDelta::minutes(1);
        for (by, to, since, gave) in [
            (STAFF, SECOND, noon(), true),
            (STAFF, SECOND, noon() + minute, false),
            (SECOND, STAFF, noon(), false),
        ] {
            assert_eq!(store.gave_access_since(by, to, since).await.unwrap(), gave);
        }
    })
    .await;
}
