//! Visits as they are stored at each step, without code, password or the text of a claim (domain.md §7).
//! Which step follows which belongs to `domain`.

use chrono::{DateTime, Utc};
use domain::{
    AccountId, AddressProof, DeskId, EmailAddress, EndCause, GuardianId, MailTrouble, StaffId,
    StepName, StudentId, VisitId,
};

use crate::error::Result;
use crate::open::Store;
use crate::pool::{execute, read, run};
use crate::rows::{Stored as _, row};
use crate::write::Write;

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
        pub started_at: DateTime<Utc>,
        /// None when the parent started it at the window.
        pub started_by: Option<StaffId>,
        pub changed_at: DateTime<Utc>,
        pub ended_at: Option<DateTime<Utc>>,
        pub end_cause: Option<EndCause>,
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
                 changed_at = $12
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
                "update visit set step = $2, end_cause = $3, ended_at = $4, changed_at = $4
                 where id = $1 and ended_at is null",
            )
            .bind(id.0)
            .bind(StepName::Ended.as_str())
            .bind(cause.as_str())
            .bind(now)
        )?;
        self.kill_codes_of_visit(id).await?;
        self.drop_waiting_code_mails(id, MailTrouble::VisitEnded)
            .await?;
        Ok(ended == 1)
    }
}
