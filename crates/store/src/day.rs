//! The day at a desk (domain.md §13): its visits, the families to call back, slips, and the days that were closed.
//! When a day begins and what is called back belongs to `desk` and `domain`.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{CallOutcome, DeskId, EndCause, GuardianId, StaffId, StudentId, VisitId};

use crate::accounts::AccountRow;
use crate::error::Result;
use crate::open::Store;
use crate::pool::{execute, read};
use crate::rows::{Stored as _, row};
use crate::write::Write;

row! {
    /// A visit as the day shows it.
    pub struct DayVisit {
        pub id: VisitId,
        pub number: u32,
        pub started_at: DateTime<Utc>,
        pub ended_at: Option<DateTime<Utc>>,
        pub end_cause: Option<EndCause>,
        pub student_id: Option<StudentId>,
        pub guardian_id: Option<GuardianId>,
        pub language: String,
        pub slip_printed_at: Option<DateTime<Utc>>,
        /// What came of calling the family, if somebody did.
        pub outcome: Option<CallOutcome>,
        pub called_at: Option<DateTime<Utc>>,
    }
}

row! {
    /// A day that was closed.
    pub struct DayClose {
        pub day: NaiveDate,
        pub closed_at: DateTime<Utc>,
        /// The user name of who closed it.
        pub staff_name: String,
        pub journal_count: i64,
        pub left_waiting: u32,
    }
}

/// A day to be closed, at the time and the desk of its write.
#[derive(Clone, Copy, Debug)]
pub struct NewDayClose {
    pub day: NaiveDate,
    pub by: StaffId,
    pub journal_count: i64,
    pub journal_hash: [u8; 32],
    pub left_waiting: u32,
}

/// Visits of a desk, by the given condition.
macro_rules! visits {
    ($condition:literal) => {
        concat!(
            "select visit.id, number, started_at, ended_at, end_cause, student_id, guardian_id, language,
                 slip_printed_at, call_back.outcome as outcome, call_back.at as called_at
             from visit left join call_back on call_back.visit_id = visit.id
             where desk_id = $1 and ",
            $condition,
            " order by number"
        )
    };
}

impl Store {
    /// The visits of a desk that were started from one moment to before another.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote. So for every function of this file that reads.
    pub async fn visits_between(
        &self,
        desk: DeskId,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Result<Vec<DayVisit>> {
        read!(self, conn => sqlx::query_as(visits!("started_at >= $2 and started_at < $3"))
            .bind(desk.0).bind(from).bind(to).fetch_all(conn))
    }

    /// The visits of a desk that ended since then and were not done.
    ///
    /// # Errors
    /// As for [`Store::visits_between`].
    pub async fn visits_stopped_since(
        &self,
        desk: DeskId,
        since: DateTime<Utc>,
    ) -> Result<Vec<DayVisit>> {
        read!(self, conn => sqlx::query_as(visits!("ended_at >= $2 and end_cause <> 'done'"))
            .bind(desk.0).bind(since).fetch_all(conn))
    }

    /// The visit of this number; none when the desk had no such visit.
    ///
    /// # Errors
    /// As for [`Store::visits_between`].
    pub async fn visit_numbered(&self, desk: DeskId, number: u32) -> Result<Option<DayVisit>> {
        read!(self, conn => sqlx::query_as(visits!("number = $2"))
            .bind(desk.0).bind(number.column()).fetch_optional(conn))
    }

    /// When the last visit before then was started.
    ///
    /// # Errors
    /// As for [`Store::visits_between`].
    pub async fn last_visit_before(
        &self,
        desk: DeskId,
        before: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>> {
        read!(self, conn => sqlx::query_scalar(
            "select max(started_at) from visit where desk_id = $1 and started_at < $2",
        ).bind(desk.0).bind(before).fetch_one(conn))
    }

    /// The accounts whose address waits for its proof, the oldest first.
    ///
    /// # Errors
    /// As for [`Store::visits_between`].
    pub async fn unproven_accounts(&self) -> Result<Vec<AccountRow>> {
        read!(self, conn => sqlx::query_as(
            "select * from account where address_proven_at is null and closed_at is null and origin <> 'imported'
             order by created_at, id",
        ).fetch_all(conn))
    }

    /// How a day was closed; none when it was not.
    ///
    /// # Errors
    /// As for [`Store::visits_between`].
    pub async fn day_close(&self, desk: DeskId, day: NaiveDate) -> Result<Option<DayClose>> {
        read!(self, conn => sqlx::query_as(
            "select day_close.*, staff.user_name as staff_name from day_close
             join staff on staff.id = closed_by where desk_id = $1 and day = $2",
        ).bind(desk.0).bind(day).fetch_optional(conn))
    }
}

impl Write {
    /// Keeps when the slip of a visit was first shown. False when it was before: this one is a copy.
    ///
    /// # Errors
    /// The database refused. So for every function of this file that writes.
    pub async fn print_slip(&mut self, visit: VisitId) -> Result<bool> {
        let now = self.now();
        let first = execute!(
            self,
            sqlx::query(
                "update visit set slip_printed_at = $2 where id = $1 and slip_printed_at is null"
            )
            .bind(visit.0)
            .bind(now)
        )?;
        Ok(first == 1)
    }

    /// Keeps what came of calling a family; the newest stands.
    ///
    /// # Errors
    /// As for [`Write::print_slip`].
    pub async fn call_back(
        &mut self,
        visit: VisitId,
        outcome: CallOutcome,
        by: StaffId,
    ) -> Result<()> {
        let now = self.now();
        execute!(
            self,
            sqlx::query(
                "insert into call_back (visit_id, outcome, at, staff_id) values ($1, $2, $3, $4)
                 on conflict (visit_id) do update
                 set outcome = excluded.outcome, at = excluded.at, staff_id = excluded.staff_id",
            )
            .bind(visit.0)
            .bind(outcome.as_str())
            .bind(now)
            .bind(by.0)
        )?;
        Ok(())
    }

    /// Closes a day; one that was closed before is closed anew.
    ///
    /// # Errors
    /// As for [`Write::print_slip`].
    pub async fn close_day(&mut self, close: &NewDayClose) -> Result<()> {
        let (now, desk) = (self.now(), self.stamp().desk);
        execute!(
            self,
            sqlx::query(
                "insert into day_close
                     (desk_id, day, closed_at, closed_by, journal_count, journal_hash, left_waiting)
                 values ($1, $2, $3, $4, $5, $6, $7)
                 on conflict (desk_id, day) do update
                 set closed_at = excluded.closed_at, closed_by = excluded.closed_by,
                     journal_count = excluded.journal_count, journal_hash = excluded.journal_hash,
                     left_waiting = excluded.left_waiting",
            )
            .bind(desk.0)
            .bind(close.day)
            .bind(now)
            .bind(close.by.0)
            .bind(close.journal_count)
            .bind(close.journal_hash.to_vec())
            .bind(close.left_waiting.column())
        )?;
        Ok(())
    }
}
