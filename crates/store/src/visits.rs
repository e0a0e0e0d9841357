//! Visits as they are stored at each step, without code, password or the text of a claim (domain.md §7).
//! Which step follows which belongs to `domain`.

use chrono::{DateTime, Utc};
use domain::{
    AccountId, AddressProof, DeskId, EmailAddress, EndCause, GuardianId, IdentityDocument,
    MailTrouble, StaffId, StepName, StudentId, VisitId,
};

use uuid::Uuid;

use crate::error::Result;
use crate::open::Store;
use crate::pool::{execute, read, run};
use crate::rows::{Stored as _, row};
use crate::write::Write;

/// A statement about visits that ended before they were done, and of which something is still known.
macro_rules! interrupted {
    (forget, $after:literal) => {
        interrupted!(
            "update visit set student_id = null, guardian_id = null, address = null, address_folded = null,
                 address_proof = null, account_id = null, identity_document = null, someone_helps = false,
                 needs_help = false
             where ",
            $after
        )
    };
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            "ended_at is not null and end_cause not in ('done', 'halted') and (student_id is not null
                 or guardian_id is not null or address is not null or account_id is not null)",
            $after
        )
    };
}

row! {
    /// One adult at the counter, from greeting to sheet.
    pub struct VisitRow {
        pub id: VisitId,
        pub desk_id: DeskId,
        /// Short, on the slip: the desk's next, from 1.
        pub number: u32,
        pub step: StepName,
        pub language: String,
        pub someone_helps: bool,
        pub needs_help: bool,
        /// The child from whose file the visit was started.
        pub student_id: Option<StudentId>,
        pub guardian_id: Option<GuardianId>,
        pub address: Option<EmailAddress>,
        pub address_proof: Option<AddressProof>,
        pub account_id: Option<AccountId>,
        /// The kind of document by which a member of staff saw who the adult is.
        pub identity_document: Option<IdentityDocument>,
        pub started_at: DateTime<Utc>,
        /// None when the parent started it at the window.
        pub started_by: Option<StaffId>,
        pub changed_at: DateTime<Utc>,
        pub ended_at: Option<DateTime<Utc>>,
        pub end_cause: Option<EndCause>,
        /// Where it stood when it ended.
        pub left_at_step: Option<StepName>,
    }
}

/// A visit to be started at the time and the desk of its write.
#[derive(Clone, Debug)]
pub struct NewVisit {
    pub id: VisitId,
    pub language: String,
    pub student_id: Option<StudentId>,
    pub guardian_id: Option<GuardianId>,
    pub started_by: Option<StaffId>,
}

impl Store {
    /// One visit; none when there is no such id.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote.
    pub async fn visit(&self, id: VisitId) -> Result<Option<VisitRow>> {
        read!(self, conn => sqlx::query_as("select * from visit where id = $1")
            .bind(id.0).fetch_optional(conn))
    }

    /// The visits of a desk that have not ended, the oldest first: interrupted work, offered again (domain.md §13).
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote.
    pub async fn unfinished_visits(&self, desk: DeskId) -> Result<Vec<VisitRow>> {
        read!(self, conn => sqlx::query_as(
            "select * from visit where desk_id = $1 and ended_at is null order by number",
        ).bind(desk.0).fetch_all(conn))
    }

    /// The visits of a desk that ended before they were done, in which something happened since `since` and was said that
    /// is worth going on with, the latest first. Those that were halted are not among them.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote.
    pub async fn interrupted_visits(
        &self,
        desk: DeskId,
        since: DateTime<Utc>,
    ) -> Result<Vec<VisitRow>> {
        read!(self, conn => sqlx::query_as(interrupted!(
            "select * from visit where ", " and desk_id = $1 and changed_at > $2 order by number desc"
        )).bind(desk.0).bind(since).fetch_all(conn))
    }
}

impl Write {
    /// Starts a visit at its first step, and tells its number.
    ///
    /// # Errors
    /// The database refused.
    pub async fn insert_visit(&mut self, visit: &NewVisit) -> Result<u32> {
        let (now, desk) = (self.now(), self.stamp().desk);
        let number: i64 = run!(self, conn => sqlx::query_scalar(
            "insert into visit (id, desk_id, number, step, language, someone_helps, needs_help, student_id, guardian_id,
                 started_at, started_by, changed_at)
             values ($1, $2, (select coalesce(max(number), 0) + 1 from visit where desk_id = $2), $3, $4, false, false,
                 $5, $6, $7, $8, $7)
             returning number",
        )
        .bind(visit.id.0)
        .bind(desk.0)
        .bind(StepName::Language.as_str())
        .bind(&visit.language)
        .bind(visit.student_id.column())
        .bind(visit.guardian_id.column())
        .bind(now)
        .bind(visit.started_by.column())
        .fetch_one(conn))?;
        Ok(number.try_into().unwrap_or(u32::MAX))
    }

    /// Stores where a visit stands: its step and all that may change with it. False when it has ended meanwhile, and
    /// nothing was stored.
    ///
    /// # Errors
    /// The database refused.
    pub async fn update_visit(&mut self, visit: &VisitRow) -> Result<bool> {
        let now = self.now();
        let updated = execute!(self, sqlx::query(
            "update visit set step = $2, language = $3, someone_helps = $4, needs_help = $5, student_id = $6,
                 guardian_id = $7, address = $8, address_folded = $9, address_proof = $10, account_id = $11,
                 identity_document = $12, changed_at = $13
             where id = $1 and ended_at is null",
        )
        .bind(visit.id.0)
        .bind(visit.step.as_str())
        .bind(&visit.language)
        .bind(visit.someone_helps)
        .bind(visit.needs_help)
        .bind(visit.student_id.column())
        .bind(visit.guardian_id.column())
        .bind(visit.address.column())
        .bind(visit.address.as_ref().map(EmailAddress::folded))
        .bind(visit.address_proof.column())
        .bind(visit.account_id.column())
        .bind(visit.identity_document.column())
        .bind(now))?;
        Ok(updated == 1)
    }

    /// Ends a visit, kills its codes and drops its code mails that have not left (domain.md §7). False when it had
    /// ended already: its first cause stays.
    ///
    /// # Errors
    /// The database refused.
    pub async fn end_visit(&mut self, id: VisitId, cause: EndCause) -> Result<bool> {
        let now = self.now();
        let ended = execute!(
            self,
            sqlx::query(
                // When it was last changed stays: so long ago somebody was there.
                "update visit set left_at_step = step, step = $2, end_cause = $3, ended_at = $4
                 where id = $1 and ended_at is null",
            )
            .bind(id.0)
            .bind(StepName::Ended.as_str())
            .bind(cause.as_str())
            .bind(now)
        )?;
        self.drop_codes_of_visit(id, MailTrouble::VisitEnded)
            .await?;
        Ok(ended == 1)
    }

    /// A visit that ended before it was done goes on; where it stands is stored by [`Write::update_visit`]. False when
    /// there is nothing to go on with.
    ///
    /// # Errors
    /// The database refused.
    pub async fn resume_visit(&mut self, id: VisitId) -> Result<bool> {
        let resumed = execute!(
            self,
            sqlx::query(interrupted!(
                "update visit set ended_at = null, end_cause = null, left_at_step = null where ",
                " and id = $1"
            ))
            .bind(id.0)
        )?;
        Ok(resumed == 1)
    }

    /// Forgets what was said in a visit that ended before it was done. Its number, its times and its cause stay: no number
    /// is given twice.
    ///
    /// # Errors
    /// The database refused.
    pub async fn forget_visit(&mut self, id: VisitId) -> Result<()> {
        execute!(
            self,
            sqlx::query(interrupted!(forget, " and id = $1")).bind(id.0)
        )?;
        Ok(())
    }

    /// The same for every visit of the write's desk in which nothing happened since `before`; which they were.
    ///
    /// # Errors
    /// The database refused.
    pub async fn forget_interrupted(&mut self, before: DateTime<Utc>) -> Result<Vec<VisitId>> {
        let desk = self.stamp().desk;
        let ids: Vec<Uuid> = run!(self, conn => sqlx::query_scalar(interrupted!(
            forget, " and desk_id = $1 and changed_at <= $2 returning id"
        )).bind(desk.0).bind(before).fetch_all(conn))?;
        Ok(ids.into_iter().map(VisitId).collect())
    }
}

#[cfg(test)]
mod tests {
    use domain::{CodeId, MailId, MailKind, WaitingState};

    use super::*;
    use crate::fixtures::{email, furnish, uuid, visit, write};
    use crate::testing::{DESK, both_databases, noon};
    use crate::{CodeFor, NewCode, NewMail};

    #[tokio::test]
    async fn visits_are_numbered_from_one_at_their_desk() {
        both_databases(async |store| {
            furnish(store, 1).await;
            for number in 1..=3 {
                write(store, async |write| {
                    assert_eq!(write.insert_visit(&visit(number)).await.unwrap(), number);
                })
                .await;
            }
            let waiting = store.unfinished_visits(DESK).await.unwrap();
            let numbers: Vec<_> = waiting.iter().map(|visit| visit.number).collect();
            assert_eq!(numbers, [1, 2, 3]);
            assert_eq!(store.visit(VisitId(uuid(5, 9))).await.unwrap(), None);
        })
        .await;
    }

    #[tokio::test]
    async fn a_visit_is_taken_up_again_where_it_stood() {
        both_databases(async |store| {
            furnish(store, 1).await;
            write(store, async |write| {
                write.insert_visit(&visit(1)).await.unwrap();
            })
            .await;
            let begun = store.visit(visit(1).id).await.unwrap().unwrap();
            assert_eq!(begun.step, StepName::Language);
            assert_eq!(
                (begun.started_at, begun.started_by),
                (noon(), visit(1).started_by)
            );
            let moved = VisitRow {
                step: StepName::NewPassword,
                language: "ar".to_owned(),
                someone_helps: true,
                needs_help: true,
                student_id: None,
                address: Some(email("Mai@Example.org")),
                address_proof: Some(AddressProof::InPerson),
                account_id: Some(AccountId(uuid(4, 1))),
                identity_document: Some(IdentityDocument::Passport),
                ..begun
            };
            write(store, async |write| {
                assert!(write.update_visit(&moved).await.unwrap());
            })
            .await;
            let stored = store.visit(moved.id).await.unwrap().unwrap();
            assert_eq!(stored, moved);
            assert_eq!(
                stored.address.unwrap().as_str(),
                "Mai@Example.org",
                "as typed"
            );
        })
        .await;
    }

    #[tokio::test]
    async fn a_visit_that_ends_has_dead_codes_and_sends_no_other() {
        both_databases(async |store| {
            furnish(store, 1).await;
            let (ending, other) = (visit(1), visit(2));
            write(store, async |write| {
                for (number, visit) in [(1, &ending), (2, &other)] {
                    write.insert_visit(visit).await.unwrap();
                    let code = NewCode {
                        id: CodeId(uuid(7, number)),
                        opens: CodeFor::Visit(visit.id),
                        address: email("mai@example.org"),
                        hash: [1; 32],
                        expires_at: noon() + chrono::TimeDelta::minutes(15),
                    };
                    write.put_code(&code).await.unwrap();
                    for (place, kind) in [MailKind::VerificationCode, MailKind::AccountCreated]
                        .into_iter()
                        .enumerate()
                    {
                        let place = u32::try_from(place).unwrap();
                        let mail = NewMail {
                            id: MailId(uuid(8, 10 * number + place)),
                            kind,
                            address: email("mai@example.org"),
                            language: "vi".to_owned(),
                            visit_id: Some(visit.id),
                            account_id: None,
                            student_id: None,
                        };
                        write.put_mail(&mail).await.unwrap();
                    }
                }
                assert!(
                    write
                        .end_visit(ending.id, EndCause::CancelledByParent)
                        .await
                        .unwrap()
                );
            })
            .await;
            let ended = store.visit(ending.id).await.unwrap().unwrap();
            assert_eq!(ended.step, StepName::Ended);
            assert_eq!(ended.end_cause, Some(EndCause::CancelledByParent));
            assert_eq!(ended.ended_at, Some(noon()));
            let code = store.current_code(ending.id).await.unwrap().unwrap();
            assert!(!code.is_live(noon()));
            let code = store.current_code(other.id).await.unwrap().unwrap();
            assert!(code.is_live(noon()));
            for (mail, state) in [
                (10, WaitingState::Dropped),
                (11, WaitingState::Waiting),
                (20, WaitingState::Waiting),
                (21, WaitingState::Waiting),
            ] {
                let mail = store.mail(MailId(uuid(8, mail))).await.unwrap().unwrap();
                assert_eq!(mail.state, state, "{} of {:?}", mail.kind, mail.visit_id);
                let trouble = (state == WaitingState::Dropped).then_some(MailTrouble::VisitEnded);
                assert_eq!(mail.trouble, trouble);
            }
        })
        .await;
    }

    #[tokio::test]
    async fn what_stopped_before_its_end_goes_on_or_is_forgotten_and_keeps_its_number() {
        both_databases(async |store| {
            furnish(store, 1).await;
            let causes = [
                EndCause::ProgramStopped,
                EndCause::TimedOut,
                EndCause::Done,
                EndCause::Halted,
            ];
            write(store, async |write| {
                for (number, cause) in (1..).zip(causes) {
                    write.insert_visit(&visit(number)).await.unwrap();
                    write.end_visit(visit(number).id, cause).await.unwrap();
                }
            })
            .await;
            let since = noon() - chrono::TimeDelta::hours(1);
            let numbers = async || -> Vec<u32> {
                let stopped = store.interrupted_visits(DESK, since).await.unwrap();
                stopped.iter().map(|visit| visit.number).collect()
            };
            assert_eq!(numbers().await, [2, 1]);
            let first = store.visit(visit(1).id).await.unwrap().unwrap();
            assert_eq!(first.left_at_step, Some(StepName::Language));
            assert_eq!(first.changed_at, noon());
            write(store, async |write| {
                assert!(write.resume_visit(visit(1).id).await.unwrap());
                for number in [1, 3, 4] {
                    let again = write.resume_visit(visit(number).id).await.unwrap();
                    assert!(!again, "{number} goes on already, was done, or was halted");
                }
                let forgotten = write.forget_interrupted(noon()).await.unwrap();
                assert_eq!(forgotten, [visit(2).id]);
                write.forget_visit(visit(3).id).await.unwrap();
                assert_eq!(write.insert_visit(&visit(5)).await.unwrap(), 5);
            })
            .await;
            assert!(numbers().await.is_empty());
            let going_on = store.visit(visit(1).id).await.unwrap().unwrap();
            assert_eq!((going_on.ended_at, going_on.end_cause), (None, None));
            let forgotten = store.visit(visit(2).id).await.unwrap().unwrap();
            assert_eq!((forgotten.number, forgotten.student_id), (2, None));
            assert_eq!(forgotten.end_cause, Some(EndCause::TimedOut));
            let done = store.visit(visit(3).id).await.unwrap().unwrap();
            assert_eq!(done.student_id, visit(3).student_id, "finished visits stay");
        })
        .await;
    }

    #[tokio::test]
    async fn a_visit_ends_once_and_stays_as_it_ended() {
        both_databases(async |store| {
            furnish(store, 1).await;
            write(store, async |write| {
                write.insert_visit(&visit(1)).await.unwrap();
                assert!(write.end_visit(visit(1).id, EndCause::Done).await.unwrap());
                assert!(
                    !write
                        .end_visit(visit(1).id, EndCause::TimedOut)
                        .await
                        .unwrap()
                );
            })
            .await;
            let ended = store.visit(visit(1).id).await.unwrap().unwrap();
            assert_eq!(ended.end_cause, Some(EndCause::Done));
            write(store, async |write| {
                let late = VisitRow {
                    step: StepName::Children,
                    ..ended.clone()
                };
                assert!(!write.update_visit(&late).await.unwrap());
            })
            .await;
            assert_eq!(store.visit(visit(1).id).await.unwrap(), Some(ended));
            assert_eq!(store.unfinished_visits(DESK).await.unwrap(), []);
        })
        .await;
    }
}
