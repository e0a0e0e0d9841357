//! The outbox: what is to be sent, and the one state of each (domain.md §13). A wish is written with the act that causes it.
//! Drawing codes, rendering and sending belong to `desk` and `mail`; no secret lies here.

use chrono::{DateTime, Utc};
use domain::{
    AccountId, EmailAddress, MailId, MailKind, MailTrouble, StudentId, VisitId, WaitingState,
};

use crate::error::Result;
use crate::open::Store;
use crate::pool::{execute, read};
use crate::rows::{Stored as _, row};
use crate::write::Write;

row! {
    /// One mail that waits, leaves or has left.
    pub struct MailRow {
        pub id: MailId,
        pub kind: MailKind,
        pub address: EmailAddress,
        pub language: String,
        pub visit_id: Option<VisitId>,
        pub account_id: Option<AccountId>,
        pub student_id: Option<StudentId>,
        pub state: WaitingState,
        /// How often its sending was begun.
        pub tries: u32,
        pub created_at: DateTime<Utc>,
        /// Not tried before.
        pub due_at: DateTime<Utc>,
        pub sending_since: Option<DateTime<Utc>>,
        pub done_at: Option<DateTime<Utc>>,
        /// What the last try met, or why it was dropped.
        pub trouble: Option<MailTrouble>,
        /// What the server said to the last try.
        pub server_words: Option<String>,
    }
}

/// A wish to send, due at once.
#[derive(Clone, Debug)]
pub struct NewMail {
    pub id: MailId,
    pub kind: MailKind,
    pub address: EmailAddress,
    pub language: String,
    pub visit_id: Option<VisitId>,
    pub account_id: Option<AccountId>,
    pub student_id: Option<StudentId>,
}

/// How much mail is in each state that is not over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MailCounts {
    pub waiting: u32,
    pub sending: u32,
    pub will_retry: u32,
    pub needs_you: u32,
}

row! {
    /// One line of the count.
    pub struct StateCount {
        pub state: WaitingState,
        pub mails: u32,
    }
}

impl Store {
    /// The mails whose time has come, who waits longest first.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote. So for every function of this file that reads.
    pub async fn due_mail(&self, now: DateTime<Utc>, limit: u32) -> Result<Vec<MailRow>> {
        read!(self, conn => sqlx::query_as(
            "select * from outbox where state in ('waiting', 'will_retry') and due_at <= $1
             order by due_at, id limit $2",
        ).bind(now).bind(limit.column()).fetch_all(conn))
    }

    /// The newest mails, in whatever state.
    ///
    /// # Errors
    /// As for [`Store::due_mail`].
    pub async fn list_mail(&self, limit: u32) -> Result<Vec<MailRow>> {
        read!(self, conn => sqlx::query_as("select * from outbox order by created_at desc, id desc limit $1")
            .bind(limit.column()).fetch_all(conn))
    }

    /// One mail; none when there is no such id.
    ///
    /// # Errors
    /// As for [`Store::due_mail`].
    pub async fn mail(&self, id: MailId) -> Result<Option<MailRow>> {
        read!(self, conn => sqlx::query_as("select * from outbox where id = $1")
            .bind(id.0).fetch_optional(conn))
    }

    /// How much mail is not over.
    ///
    /// # Errors
    /// As for [`Store::due_mail`].
    pub async fn mail_counts(&self) -> Result<MailCounts> {
        let rows: Vec<StateCount> = read!(self, conn => sqlx::query_as(
            "select state, count(*) as mails from outbox where state not in ('done', 'dropped') group by state",
        ).fetch_all(conn))?;
        let mut counts = MailCounts::default();
        for row in rows {
            match row.state {
                WaitingState::Waiting => counts.waiting = row.mails,
                WaitingState::Sending => counts.sending = row.mails,
                WaitingState::WillRetry => counts.will_retry = row.mails,
                WaitingState::NeedsYou => counts.needs_you = row.mails,
                WaitingState::Done | WaitingState::Dropped => {}
            }
        }
        Ok(counts)
    }

    /// How many codes were wished for an address since then, without those dropped before any try (domain.md §5).
    ///
    /// # Errors
    /// As for [`Store::due_mail`].
    pub async fn code_mails_since(
        &self,
        address: &EmailAddress,
        since: DateTime<Utc>,
    ) -> Result<u32> {
        let count: i64 = read!(self, conn => sqlx::query_scalar(
            "select count(*) from outbox where address_folded = $1 and created_at > $2
             and kind = 'verification_code' and (state <> 'dropped' or tries > 0)",
        ).bind(address.folded()).bind(since).fetch_one(conn))?;
        Ok(count.try_into().unwrap_or(u32::MAX))
    }

    /// The newest code mail of a visit: its fate is what the secretary sees.
    ///
    /// # Errors
    /// As for [`Store::due_mail`].
    pub async fn latest_code_mail(&self, visit: VisitId) -> Result<Option<MailRow>> {
        read!(self, conn => sqlx::query_as(
            "select * from outbox where visit_id = $1 and kind = 'verification_code'
             order by created_at desc, id desc limit 1",
        ).bind(visit.0).fetch_optional(conn))
    }
}

impl Write {
    /// Wishes to send a mail, due at the time of this write.
    ///
    /// # Errors
    /// The database refused. So for every function of this file that writes.
    pub async fn put_mail(&mut self, mail: &NewMail) -> Result<()> {
        let now = self.now();
        execute!(self, sqlx::query(
            "insert into outbox (id, kind, address, address_folded, language, visit_id, account_id, student_id, state,
                 tries, created_at, due_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', 0, $9, $9)",
        )
        .bind(mail.id.0)
        .bind(mail.kind.as_str())
        .bind(mail.address.as_str())
        .bind(mail.address.folded())
        .bind(&mail.language)
        .bind(mail.visit_id.column())
        .bind(mail.account_id.column())
        .bind(mail.student_id.column())
        .bind(now))?;
        Ok(())
    }

    /// Begins to send. False when it does not wait any more: another sender has it, or it was dropped.
    ///
    /// # Errors
    /// As for [`Write::put_mail`].
    pub async fn start_sending(&mut self, mail: MailId) -> Result<bool> {
        let now = self.now();
        let started = execute!(
            self,
            sqlx::query(
                "update outbox set state = 'sending', sending_since = $2, tries = tries + 1
                 where id = $1 and state in ('waiting', 'will_retry')",
            )
            .bind(mail.0)
            .bind(now)
        )?;
        Ok(started == 1)
    }

    /// The server has taken it.
    ///
    /// # Errors
    /// As for [`Write::put_mail`].
    pub async fn mark_done(&mut self, mail: MailId) -> Result<()> {
        let now = self.now();
        execute!(
            self,
            sqlx::query(
                "update outbox set state = 'done', done_at = $2, sending_since = null, trouble = null,
                     server_words = null
                 where id = $1",
            )
            .bind(mail.0)
            .bind(now)
        )?;
        Ok(())
    }

    /// A try has failed, or there was no server to try, and there will be another; a code is not tried again once its
    /// visit has ended.
    ///
    /// # Errors
    /// As for [`Write::put_mail`].
    pub async fn mark_retry(
        &mut self,
        mail: MailId,
        due_at: DateTime<Utc>,
        trouble: MailTrouble,
        server_words: Option<&str>,
    ) -> Result<()> {
        execute!(
            self,
            sqlx::query(
                "update outbox set state = 'will_retry', due_at = $2, sending_since = null, trouble = $3,
                     server_words = $4
                 where id = $1 and state in ('waiting', 'sending', 'will_retry')",
            )
            .bind(mail.0)
            .bind(due_at)
            .bind(trouble.as_str())
            .bind(server_words)
        )?;
        self.drop_codes_of_ended_visits().await
    }

    /// A try has failed, and another would too: somebody has to look.
    ///
    /// # Errors
    /// As for [`Write::put_mail`].
    pub async fn mark_needs_you(
        &mut self,
        mail: MailId,
        trouble: MailTrouble,
        server_words: Option<&str>,
    ) -> Result<()> {
        execute!(
            self,
            sqlx::query(
                "update outbox set state = 'needs_you', sending_since = null, trouble = $2, server_words = $3
                 where id = $1 and state = 'sending'",
            )
            .bind(mail.0)
            .bind(trouble.as_str())
            .bind(server_words)
        )?;
        self.drop_codes_of_ended_visits().await
    }

    /// Gives a mail up, whatever it waits for. False when it had left or was dropped already.
    ///
    /// # Errors
    /// As for [`Write::put_mail`].
    pub async fn drop_mail(&mut self, mail: MailId, trouble: MailTrouble) -> Result<bool> {
        let now = self.now();
        let dropped = execute!(
            self,
            sqlx::query(
                "update outbox set state = 'dropped', done_at = $2, sending_since = null, trouble = $3
                 where id = $1 and state not in ('done', 'dropped')",
            )
            .bind(mail.0)
            .bind(now)
            .bind(trouble.as_str())
        )?;
        Ok(dropped == 1)
    }

    /// Makes a mail due now that waits for its next try or for somebody. False when it does not.
    ///
    /// # Errors
    /// As for [`Write::put_mail`].
    pub async fn retry_now(&mut self, mail: MailId) -> Result<bool> {
        let now = self.now();
        let waiting = execute!(
            self,
            sqlx::query(
                "update outbox set state = 'waiting', due_at = $2
                 where id = $1 and state in ('waiting', 'will_retry', 'needs_you')",
            )
            .bind(mail.0)
            .bind(now)
        )?;
        Ok(waiting == 1)
    }

    /// Drops the address proofs of an account that have not left.
    ///
    /// # Errors
    /// As for [`Write::put_mail`].
    pub async fn drop_waiting_address_proofs(
        &mut self,
        account: AccountId,
        trouble: MailTrouble,
    ) -> Result<()> {
        self.drop_waiting(
            "account_id = $1 and kind = 'address_proof'",
            account.0,
            trouble,
        )
        .await
    }

    /// Drops the code mails of a visit that have not left. One that is being sent goes on: its code is killed elsewhere.
    ///
    /// # Errors
    /// As for [`Write::put_mail`].
    pub async fn drop_waiting_code_mails(
        &mut self,
        visit: VisitId,
        trouble: MailTrouble,
    ) -> Result<()> {
        self.drop_waiting(
            "visit_id = $1 and kind = 'verification_code'",
            visit.0,
            trouble,
        )
        .await
    }

    /// Drops what has not left, by a condition on `$1`.
    async fn drop_waiting(
        &mut self,
        condition: &'static str,
        id: uuid::Uuid,
        trouble: MailTrouble,
    ) -> Result<()> {
        let now = self.now();
        let sql = format!(
            "update outbox set state = 'dropped', done_at = $2, trouble = $3
             where {condition} and state in ('waiting', 'will_retry', 'needs_you')"
        );
        execute!(
            self,
            sqlx::query(sqlx::AssertSqlSafe(sql))
                .bind(id)
                .bind(now)
                .bind(trouble.as_str())
        )?;
        Ok(())
    }

    /// Mails that are said to be sending since before then wait again, and say why: the program stopped while it sent
    /// them, or they took too long (domain.md §13). Tells how many.
    ///
    /// # Errors
    /// As for [`Write::put_mail`].
    pub async fn release_stuck(&mut self, before: DateTime<Utc>, why: MailTrouble) -> Result<u64> {
        let now = self.now();
        let released = execute!(
            self,
            sqlx::query(
                "update outbox set state = 'waiting', due_at = $2, sending_since = null, trouble = $3,
                     server_words = null
                 where state = 'sending' and sending_since < $1",
            )
            .bind(before)
            .bind(now)
            .bind(why.as_str())
        )?;
        self.drop_codes_of_ended_visits().await?;
        Ok(released)
    }

    /// A code that was being sent when its visit ended has nobody left to enter it.
    async fn drop_codes_of_ended_visits(&mut self) -> Result<()> {
        let now = self.now();
        execute!(
            self,
            sqlx::query(
                "update outbox set state = 'dropped', done_at = $1, trouble = 'visit_ended'
                 where state in ('waiting', 'will_retry', 'needs_you') and kind = 'verification_code'
                 and visit_id in (select id from visit where ended_at is not null)",
            )
            .bind(now)
        )?;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
