//! The day at the desk (domain.md §13): one page on which nothing is left over unseen, and its closing.
//! What waits is in `waiting`, the slip in `slip`; whose family is called back is `domain`'s.

mod slip;
mod waiting;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{EndCause, ReadyLevel, VisitId, is_called_back};
use store::{Act, DayVisit, DeskKind, Detail, Entry, Location, NewDayClose, Subject};

use super::journal::short_hash;
use crate::Desk;
use crate::contract::{
    BackupAge, CallBack, DayBoard, DayClosed, DayView, EndCount, Failure, Finding, GuardianLine,
    HourCount, MadeLine, Nothing, ReadyLine, StoppedLine, UnprovenLine,
};
use crate::failure::Outcome;
use crate::house::Open;
use crate::permission::Act as Permission;

impl Desk {
    pub(crate) async fn view_day(&self, (): Nothing) -> Outcome<DayView> {
        let open = self.staffed(Permission::CloseDay).await?;
        let now = self.environment().now();
        let day = self.environment().day_of(now);
        let (from, to) = self.environment().bounds_of(day);
        let visits = open.store.visits_between(open.desk.id, from, to).await?;
        let close = open.store.day_close(open.desk.id, day).await?;
        let head = open.store.journal_head(open.desk.id).await?;
        Ok(DayView {
            day,
            closed: close.map(|close| DayClosed {
                at: close.closed_at,
                by: close.staff_name,
                left_waiting: close.left_waiting,
            }),
            board: self.board_of(&visits),
            waiting: self.waiting(&open, from).await?,
            unproven: self.unproven(&open).await?,
            stopped: self.stopped(&open, from).await?,
            coming_of_age: self.coming_of_age(&open).await?,
            made: self.made(&open, from, to).await?,
            journal_count: head
                .as_ref()
                .map_or(0, |head| head.count.try_into().unwrap_or(u32::MAX)),
            journal_head: head.map(|head| short_hash(&head.hash)).unwrap_or_default(),
            backup: self.backup_age(&open).await?,
        })
    }

    /// Remembers that the day was closed, with the journal's head and how much is left.
    pub(crate) async fn close_day(&self, (): Nothing) -> Outcome<Nothing> {
        let open = self.staffed(Permission::CloseDay).await?;
        let day = self.environment().day_of(self.environment().now());
        let (from, _) = self.environment().bounds_of(day);
        let waiting = self.waiting(&open, from).await?;
        let head = open.store.journal_head(open.desk.id).await?;
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        write
            .close_day(&NewDayClose {
                day,
                by: open.staff,
                journal_count: head.as_ref().map_or(0, |head| head.count),
                journal_hash: head.map_or([0; 32], |head| head.hash),
                left_waiting: waiting::still(&waiting),
            })
            .await?;
        write
            .commit(Entry::new(Act::DayClosed, Subject::None))
            .await?;
        self.changed();
        Ok(())
    }

    /// What came of calling a family whose visit had stopped.
    pub(crate) async fn call_back(&self, request: CallBack) -> Outcome<Nothing> {
        let open = self.staffed(Permission::RunVisit).await?;
        let visit = VisitId(request.visit_id);
        let row = open.store.visit(visit).await?.ok_or(Failure::NotFound)?;
        if !row.end_cause.is_some_and(is_called_back) {
            return Err(Failure::OutOfStep.into());
        }
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        write
            .call_back(visit, request.outcome.0, open.staff)
            .await?;
        let outcome = Detail::Called(request.outcome.0);
        write
            .commit(Entry::new(Act::FamilyCalled, Subject::Visit(visit)).with(outcome))
            .await?;
        self.changed();
        Ok(())
    }

    /// A day with visits that nobody closed; none while there is no such day.
    pub(crate) async fn day_line(&self, open: &Open) -> Outcome<Option<ReadyLine>> {
        let today = self.environment().day_of(self.environment().now());
        let (begins, _) = self.environment().bounds_of(today);
        let last = open.store.last_visit_before(open.desk.id, begins).await?;
        let Some(day) = last.map(|at| self.environment().day_of(at)) else {
            return Ok(None);
        };
        let is_closed = open.store.day_close(open.desk.id, day).await?.is_some();
        Ok((!is_closed).then(|| ReadyLine {
            level: ReadyLevel::Warning.into(),
            finding: Finding::Day { not_closed: day },
        }))
    }

    fn board_of(&self, visits: &[DayVisit]) -> DayBoard {
        let hour = |visit: &DayVisit| self.environment().hour_of(visit.started_at);
        let first = visits.iter().map(hour).min().unwrap_or_default();
        let last = visits.iter().map(hour).max();
        let hours = last.map_or(first..first, |last| first..last + 1);
        let ends = EndCause::ALL.iter().map(|cause| EndCount {
            cause: (*cause).into(),
            visits: count(
                visits
                    .iter()
                    .filter(|visit| visit.end_cause == Some(*cause)),
            ),
        });
        DayBoard {
            hours: hours
                .map(|of| HourCount {
                    hour: of,
                    visits: count(visits.iter().filter(|visit| hour(visit) == of)),
                })
                .collect(),
            ends: ends.filter(|end| end.visits > 0).collect(),
            under_way: count(visits.iter().filter(|visit| visit.end_cause.is_none())),
        }
    }

    async fn unproven(&self, open: &Open) -> Outcome<Vec<UnprovenLine>> {
        let mut lines = Vec::new();
        for account in open.store.unproven_accounts().await? {
            let adult = match account.guardian_id {
                Some(id) => open.store.guardian(id).await?,
                None => None,
            };
            lines.push(UnprovenLine {
                account_id: account.id.0,
                address: account.email.as_str().to_owned(),
                since: account.created_at,
                adult: adult.as_ref().map(GuardianLine::from),
            });
        }
        Ok(lines)
    }

    /// The visits that stopped today, and those of the last days whose family nobody has reached yet.
    async fn stopped(&self, open: &Open, today: DateTime<Utc>) -> Outcome<Vec<StoppedLine>> {
        let days = TimeDelta::days(self.limits().call_back_days.into());
        let visits = open
            .store
            .visits_stopped_since(open.desk.id, today - days)
            .await?;
        let mut lines = Vec::new();
        for visit in visits {
            let Some(cause) = visit.end_cause else {
                continue;
            };
            let is_todays = visit.ended_at.is_some_and(|at| at >= today)
                || visit.called_at.is_some_and(|at| at >= today);
            let is_reached = visit.outcome == Some(domain::CallOutcome::Reached);
            let to_call = is_called_back(cause) && !is_reached;
            if !is_todays && !to_call {
                continue;
            }
            let adult = match visit.guardian_id {
                Some(id) => open.store.guardian(id).await?,
                None => None,
            };
            let child = match visit.student_id {
                Some(id) => open.store.student(id).await?,
                None => None,
            };
            lines.push(StoppedLine {
                visit_id: visit.id.0,
                number: visit.number,
                ended_at: visit.ended_at,
                cause: cause.into(),
                adult: adult.as_ref().map(GuardianLine::from),
                child: child.map(|row| format!("{}, {}", row.last_names, row.first_names)),
                to_call,
                outcome: visit.outcome.map(Into::into),
                called_at: visit.called_at,
            });
        }
        Ok(lines)
    }

    /// What was confirmed today, with what of it may be taken back.
    async fn made(
        &self,
        open: &Open,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Outcome<Vec<MadeLine>> {
        let mut lines = Vec::new();
        for made in open.store.confirmations_between(from, to).await? {
            let (Some(account), Some(child)) = (
                open.store.account(made.account_id).await?,
                open.store.student(made.student_id).await?,
            ) else {
                continue;
            };
            let associations = open.store.associations_on(child.id).await?;
            let confirmations = open.store.confirmations_on(child.id).await?;
            let address = account.email.as_str().to_owned();
            lines.push(MadeLine {
                at: made.at,
                student_id: child.id.0,
                child: format!("{}, {}", child.last_names, child.first_names),
                address,
                method: made.method.into(),
                by: made.staff_name,
                taking_back: self.taking_back_offers(
                    open,
                    &[account],
                    &associations,
                    &confirmations,
                ),
            });
        }
        Ok(lines)
    }

    async fn backup_age(&self, open: &Open) -> Outcome<Option<BackupAge>> {
        let is_ours = matches!(self.location(open.kind), Location::Embedded { .. });
        if open.kind == DeskKind::Demo || !is_ours {
            return Ok(None);
        }
        let made_at = open.store.last_done(open.desk.id, Act::BackupMade).await?;
        Ok(Some(BackupAge { made_at }))
    }
}

fn count<T>(these: impl Iterator<Item = T>) -> u32 {
    these.count().try_into().unwrap_or(u32::MAX)
}
