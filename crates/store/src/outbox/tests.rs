//! The states of a mail, on both databases.

use chrono::TimeDelta;
use domain::EndCause;
use domain::WaitingState::{Done, Dropped, NeedsYou, Sending, Waiting, WillRetry};

use super::*;
use crate::fixtures::{commit, email, furnish, uuid, visit};
use crate::testing::{TestStore, both_databases, noon, stamp};

const SLOW: MailTrouble = MailTrouble::TookTooLong;

fn mail(number: u32) -> NewMail {
    NewMail {
        id: id(number),
        kind: MailKind::VerificationCode,
        address: email("Mai@Example.org"),
        language: "vi".to_owned(),
        visit_id: Some(visit(1).id),
        account_id: None,
        student_id: None,
    }
}

fn id(number: u32) -> MailId {
    MailId(uuid(8, number))
}

fn minute(minutes: i64) -> DateTime<Utc> {
    noon() + TimeDelta::minutes(minutes)
}

/// Writes so many minutes after noon.
async fn at(store: &TestStore, minutes: i64, act: impl AsyncFnOnce(&mut Write)) {
    let mut stamp = stamp();
    stamp.now = minute(minutes);
    let mut write = store.write(stamp).await.unwrap();
    act(&mut write).await;
    commit(write).await;
}

async fn state(store: &TestStore, number: u32) -> WaitingState {
    store.mail(id(number)).await.unwrap().unwrap().state
}

async fn due(store: &TestStore, minutes: i64) -> Vec<MailId> {
    let due = store.due_mail(minute(minutes), 10).await.unwrap();
    due.into_iter().map(|mail| mail.id).collect()
}

#[tokio::test]
async fn a_mail_waits_is_sent_and_is_done() {
    both_databases(async |store| {
        furnish(store, 1).await;
        at(store, 0, async |write| {
            write.put_mail(&mail(1)).await.unwrap();
        })
        .await;
        assert_eq!(due(store, -1).await, []);
        assert_eq!(due(store, 0).await, [id(1)]);
        at(store, 1, async |write| {
            assert!(write.start_sending(id(1)).await.unwrap());
            assert!(!write.start_sending(id(1)).await.unwrap(), "another sender");
        })
        .await;
        assert_eq!(due(store, 9).await, []);
        let sending = store.mail(id(1)).await.unwrap().unwrap();
        assert_eq!((sending.state, sending.tries), (Sending, 1));
        assert_eq!(sending.sending_since, Some(minute(1)));
        at(store, 2, async |write| {
            write.mark_done(id(1)).await.unwrap();
        })
        .await;
        let expected = MailRow {
            id: id(1),
            kind: MailKind::VerificationCode,
            address: mail(1).address,
            language: "vi".to_owned(),
            visit_id: Some(visit(1).id),
            account_id: None,
            student_id: None,
            state: Done,
            tries: 1,
            created_at: minute(0),
            due_at: minute(0),
            sending_since: None,
            done_at: Some(minute(2)),
            trouble: None,
            server_words: None,
        };
        assert_eq!(store.list_mail(10).await.unwrap(), [expected]);
    })
    .await;
}

#[tokio::test]
async fn a_mail_that_fails_is_tried_again_or_needs_somebody() {
    both_databases(async |store| {
        furnish(store, 1).await;
        at(store, 0, async |write| {
            write.put_mail(&mail(1)).await.unwrap();
            assert!(write.start_sending(id(1)).await.unwrap());
            let trouble = MailTrouble::Unreachable;
            write
                .mark_retry(id(1), minute(5), trouble, Some("421 later"))
                .await
                .unwrap();
        })
        .await;
        let waits = store.mail(id(1)).await.unwrap().unwrap();
        assert_eq!(
            (waits.state, waits.trouble),
            (WillRetry, Some(MailTrouble::Unreachable))
        );
        assert_eq!(waits.server_words.as_deref(), Some("421 later"));
        assert_eq!(due(store, 4).await, []);
        assert_eq!(due(store, 5).await, [id(1)]);
        at(store, 1, async |write| {
            assert!(write.retry_now(id(1)).await.unwrap());
        })
        .await;
        assert_eq!(due(store, 1).await, [id(1)]);
        at(store, 2, async |write| {
            assert!(write.start_sending(id(1)).await.unwrap());
            write
                .mark_needs_you(id(1), MailTrouble::BadAddress, None)
                .await
                .unwrap();
        })
        .await;
        assert_eq!(state(store, 1).await, NeedsYou);
        assert_eq!(due(store, 99).await, []);
        at(store, 3, async |write| {
            assert!(write.retry_now(id(1)).await.unwrap());
            assert!(write.start_sending(id(1)).await.unwrap());
            assert!(!write.retry_now(id(1)).await.unwrap(), "it is being sent");
            write.mark_done(id(1)).await.unwrap();
            assert!(!write.retry_now(id(1)).await.unwrap(), "it has left");
            assert!(!write.drop_mail(id(1), MailTrouble::Replaced).await.unwrap());
        })
        .await;
        let done = store.mail(id(1)).await.unwrap().unwrap();
        assert_eq!((done.state, done.tries, done.trouble), (Done, 3, None));
    })
    .await;
}

#[tokio::test]
async fn nothing_stays_sending_and_one_stuck_mail_holds_no_other() {
    both_databases(async |store| {
        furnish(store, 1).await;
        at(store, 0, async |write| {
            write.put_mail(&mail(1)).await.unwrap();
            assert!(write.start_sending(id(1)).await.unwrap());
        })
        .await;
        at(store, 1, async |write| {
            write.put_mail(&mail(2)).await.unwrap();
        })
        .await;
        assert_eq!(due(store, 1).await, [id(2)]);
        at(store, 2, async |write| {
            assert_eq!(write.release_stuck(minute(0), SLOW).await.unwrap(), 0);
            assert_eq!(write.release_stuck(minute(1), SLOW).await.unwrap(), 1);
        })
        .await;
        assert_eq!(due(store, 2).await, [id(2), id(1)]);
        let stuck = store.mail(id(1)).await.unwrap().unwrap();
        assert_eq!(stuck.trouble, Some(SLOW), "it says why");
    })
    .await;
}

#[tokio::test]
async fn a_dropped_mail_never_leaves() {
    both_databases(async |store| {
        furnish(store, 1).await;
        at(store, 0, async |write| {
            write.put_mail(&mail(1)).await.unwrap();
            assert!(
                write
                    .drop_mail(id(1), MailTrouble::Restricted)
                    .await
                    .unwrap()
            );
            assert!(!write.drop_mail(id(1), MailTrouble::Replaced).await.unwrap());
            assert!(!write.start_sending(id(1)).await.unwrap());
            assert!(!write.retry_now(id(1)).await.unwrap());
        })
        .await;
        let dropped = store.mail(id(1)).await.unwrap().unwrap();
        assert_eq!(
            (dropped.state, dropped.trouble),
            (Dropped, Some(MailTrouble::Restricted))
        );
        assert_eq!(due(store, 9).await, []);
    })
    .await;
}

#[tokio::test]
async fn a_code_being_sent_when_its_visit_ends_is_not_tried_again() {
    both_databases(async |store| {
        furnish(store, 1).await;
        at(store, 0, async |write| {
            write.insert_visit(&visit(1)).await.unwrap();
            for number in 1..=4 {
                let kind = match number {
                    4 => MailKind::AccountCreated,
                    _ => MailKind::VerificationCode,
                };
                write
                    .put_mail(&NewMail {
                        kind,
                        ..mail(number)
                    })
                    .await
                    .unwrap();
                assert!(write.start_sending(id(number)).await.unwrap());
            }
            write.end_visit(visit(1).id, EndCause::Done).await.unwrap();
        })
        .await;
        let refused = MailTrouble::Refused;
        for number in 1..=4 {
            assert_eq!(state(store, number).await, Sending);
        }
        at(store, 3, async |write| {
            write
                .mark_retry(id(1), minute(9), refused, None)
                .await
                .unwrap();
            write.mark_needs_you(id(2), refused, None).await.unwrap();
            write.release_stuck(minute(1), SLOW).await.unwrap();
        })
        .await;
        for (number, expected) in [(1, Dropped), (2, Dropped), (3, Dropped), (4, Waiting)] {
            assert_eq!(state(store, number).await, expected, "mail {number}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_mail_without_a_server_to_try_says_so_and_counts_no_try() {
    both_databases(async |store| {
        furnish(store, 1).await;
        at(store, 0, async |write| {
            write.put_mail(&mail(1)).await.unwrap();
            write
                .mark_retry(id(1), minute(5), MailTrouble::NoServer, None)
                .await
                .unwrap();
        })
        .await;
        let waits = store.mail(id(1)).await.unwrap().unwrap();
        assert_eq!(
            (waits.state, waits.trouble, waits.tries),
            (WillRetry, Some(MailTrouble::NoServer), 0)
        );
        assert_eq!(due(store, 4).await, []);
        assert_eq!(due(store, 5).await, [id(1)]);
    })
    .await;
}

#[tokio::test]
async fn mails_are_counted_by_state() {
    both_databases(async |store| {
        furnish(store, 1).await;
        assert_eq!(store.mail_counts().await.unwrap(), MailCounts::default());
        at(store, 0, async |write| {
            for number in 1..=6 {
                write.put_mail(&mail(number)).await.unwrap();
            }
            for number in 1..=4 {
                assert!(write.start_sending(id(number)).await.unwrap());
            }
            let trouble = MailTrouble::SignIn;
            write
                .mark_retry(id(1), minute(1), trouble, None)
                .await
                .unwrap();
            write.mark_needs_you(id(2), trouble, None).await.unwrap();
            write.mark_done(id(3)).await.unwrap();
            assert!(write.drop_mail(id(6), MailTrouble::Replaced).await.unwrap());
        })
        .await;
        let counts = MailCounts {
            waiting: 1,
            sending: 1,
            will_retry: 1,
            needs_you: 1,
        };
        assert_eq!(store.mail_counts().await.unwrap(), counts);
    })
    .await;
}

#[tokio::test]
async fn codes_to_one_address_are_counted_in_a_stretch_of_time() {
    both_databases(async |store| {
        furnish(store, 1).await;
        at(store, 0, async |write| {
            write.put_mail(&mail(1)).await.unwrap();
        })
        .await;
        at(store, 5, async |write| {
            write.put_mail(&mail(2)).await.unwrap();
            let other = email("other@example.org");
            write
                .put_mail(&NewMail {
                    address: other,
                    ..mail(3)
                })
                .await
                .unwrap();
            let kind = MailKind::AccountCreated;
            write.put_mail(&NewMail { kind, ..mail(4) }).await.unwrap();
        })
        .await;
        let address = email("MAI@example.org");
        for (since, count) in [(-1, 2), (0, 1), (5, 0)] {
            let counted = store
                .code_mails_since(&address, minute(since))
                .await
                .unwrap();
            assert_eq!(counted, count, "since minute {since}");
        }
        at(store, 6, async |write| {
            let replaced = MailTrouble::Replaced;
            write
                .drop_waiting_code_mails(visit(1).id, replaced)
                .await
                .unwrap();
        })
        .await;
        let counted = store.code_mails_since(&address, minute(-1)).await.unwrap();
        assert_eq!(counted, 0, "neither was ever tried");
        assert_eq!(state(store, 4).await, Waiting);
    })
    .await;
}

#[tokio::test]
async fn the_newest_code_of_a_visit_is_the_one_shown() {
    both_databases(async |store| {
        furnish(store, 1).await;
        assert_eq!(store.latest_code_mail(visit(1).id).await.unwrap(), None);
        for number in 1..=3 {
            at(store, number.into(), async |write| {
                let kind = match number {
                    3 => MailKind::PasswordChanged,
                    _ => MailKind::VerificationCode,
                };
                write
                    .put_mail(&NewMail {
                        kind,
                        ..mail(number)
                    })
                    .await
                    .unwrap();
            })
            .await;
        }
        let latest = store.latest_code_mail(visit(1).id).await.unwrap().unwrap();
        assert_eq!(latest.id, id(2));
    })
    .await;
}
