//! Notices to parents, each in its languages. What one may say, and when it is shown, belongs to `desk` and `domain`.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{NoticeId, StaffId};

use crate::error::Result;
use crate::open::Store;
use crate::pool::{execute, read};
use crate::rows::row;
use crate::write::Write;

row! {
    /// A notice, without its words.
    pub struct NoticeRow {
        pub id: NoticeId,
        /// Shown from this day …
        pub first_day: NaiveDate,
        /// … to this one, both included.
        pub last_day: NaiveDate,
        pub written_at: DateTime<Utc>,
        pub written_by: StaffId,
    }
}

row! {
    /// What it says in one language.
    pub struct NoticeText {
        pub notice_id: NoticeId,
        pub language: String,
        pub text: String,
    }
}

impl Store {
    /// The notices that are shown until this day or later, with their words, the first one first.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote.
    pub async fn notices_until(&self, day: NaiveDate) -> Result<Vec<(NoticeRow, Vec<NoticeText>)>> {
        let notices: Vec<NoticeRow> = read!(self, conn => sqlx::query_as(
            "select * from notice where last_day >= $1 order by first_day, id",
        ).bind(day).fetch_all(conn))?;
        let texts: Vec<NoticeText> = read!(self, conn => sqlx::query_as(
            "select notice_text.* from notice_text join notice on notice.id = notice_id
             where last_day >= $1 order by language",
        ).bind(day).fetch_all(conn))?;
        let of = |id: NoticeId| texts.iter().filter(move |text| text.notice_id == id);
        Ok(notices
            .into_iter()
            .map(|notice| {
                let own = of(notice.id).cloned().collect();
                (notice, own)
            })
            .collect())
    }
}

impl Write {
    /// Writes a notice at the time of this write, over what it was.
    ///
    /// # Errors
    /// The database refused. So for every function of this file that writes.
    pub async fn put_notice(
        &mut self,
        id: NoticeId,
        (first_day, last_day): (NaiveDate, NaiveDate),
        by: StaffId,
        texts: &[(&str, &str)],
    ) -> Result<()> {
        let now = self.now();
        self.remove_notice(id).await?;
        execute!(
            self,
            sqlx::query(
                "insert into notice (id, first_day, last_day, written_at, written_by)
                 values ($1, $2, $3, $4, $5)",
            )
            .bind(id.0)
            .bind(first_day)
            .bind(last_day)
            .bind(now)
            .bind(by.0)
        )?;
        for (language, text) in texts {
            execute!(
                self,
                sqlx::query(
                    "insert into notice_text (notice_id, language, text) values ($1, $2, $3)"
                )
                .bind(id.0)
                .bind(*language)
                .bind(*text)
            )?;
        }
        Ok(())
    }

    /// Takes a notice away. False when there is no such notice.
    ///
    /// # Errors
    /// As for [`Write::put_notice`].
    pub async fn remove_notice(&mut self, id: NoticeId) -> Result<bool> {
        execute!(
            self,
            sqlx::query("delete from notice_text where notice_id = $1").bind(id.0)
        )?;
        let removed = execute!(
            self,
            sqlx::query("delete from notice where id = $1").bind(id.0)
        )?;
        Ok(removed == 1)
    }
}
