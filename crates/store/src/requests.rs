//! What families ask of the school, as a list for the secretary (domain.md §6). Who may ask for what, and when a closed one
//! goes, belongs to `desk` and `domain`.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{EmailAddress, RequestId, RequestKind, RequestState, StaffId, StudentId, VisitId};

use crate::error::Result;
use crate::open::Store;
use crate::pool::{execute, read};
use crate::rows::{Stored as _, row};
use crate::write::Write;

row! {
    /// One request, and how far the school is with it.
    pub struct RequestRow {
        pub id: RequestId,
        pub kind: RequestKind,
        pub state: RequestState,
        /// A child on the registry.
        pub student_id: Option<StudentId>,
        /// A child who is told of.
        pub last_names: Option<String>,
        pub first_names: Option<String>,
        pub birth_date: Option<NaiveDate>,
        pub school_wished: Option<String>,
        pub adult_name: Option<String>,
        pub email: Option<EmailAddress>,
        pub phone: Option<String>,
        pub language: String,
        pub visit_id: Option<VisitId>,
        pub taken_at: DateTime<Utc>,
        /// None when the parent wrote it.
        pub taken_by: Option<StaffId>,
        pub changed_at: DateTime<Utc>,
    }
}

/// A request to be taken down, at the time of the write.
#[derive(Clone, Debug)]
pub struct NewRequest {
    pub id: RequestId,
    pub kind: RequestKind,
    pub student_id: Option<StudentId>,
    pub last_names: Option<String>,
    pub first_names: Option<String>,
    pub birth_date: Option<NaiveDate>,
    pub school_wished: Option<String>,
    pub adult_name: Option<String>,
    pub email: Option<EmailAddress>,
    pub phone: Option<String>,
    pub language: String,
    pub visit_id: Option<VisitId>,
    pub taken_by: Option<StaffId>,
}

impl Store {
    /// One request; none when there is no such id.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote. So for every function of this file that reads.
    pub async fn request(&self, id: RequestId) -> Result<Option<RequestRow>> {
        read!(self, conn => sqlx::query_as("select * from request where id = $1")
            .bind(id.0).fetch_optional(conn))
    }

    /// Those that are not closed, who waits longest first.
    ///
    /// # Errors
    /// As for [`Store::request`].
    pub async fn open_requests(&self) -> Result<Vec<RequestRow>> {
        read!(self, conn => sqlx::query_as(
            "select * from request where state <> 'closed' order by taken_at, id",
        ).fetch_all(conn))
    }

    /// How many are not closed.
    ///
    /// # Errors
    /// As for [`Store::request`].
    pub async fn open_request_count(&self) -> Result<u32> {
        let count: i64 = read!(self, conn =>
            sqlx::query_scalar("select count(*) from request where state <> 'closed'").fetch_one(conn))?;
        Ok(count.try_into().unwrap_or(u32::MAX))
    }

    /// Those that are closed, the newest first.
    ///
    /// # Errors
    /// As for [`Store::request`].
    pub async fn closed_requests(&self) -> Result<Vec<RequestRow>> {
        read!(self, conn => sqlx::query_as(
            "select * from request where state = 'closed' order by changed_at desc, id desc",
        ).fetch_all(conn))
    }
}

impl Write {
    /// Takes a request down.
    ///
    /// # Errors
    /// The database refused. So for every function of this file that writes.
    pub async fn insert_request(&mut self, request: &NewRequest) -> Result<()> {
        let now = self.now();
        execute!(self, sqlx::query(
            "insert into request (id, kind, state, student_id, last_names, first_names, birth_date, school_wished,
                 adult_name, email, phone, language, visit_id, taken_at, taken_by, changed_at)
             values ($1, $2, 'new', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $13)",
        )
        .bind(request.id.0)
        .bind(request.kind.as_str())
        .bind(request.student_id.column())
        .bind(request.last_names.column())
        .bind(request.first_names.column())
        .bind(request.birth_date.column())
        .bind(request.school_wished.column())
        .bind(request.adult_name.column())
        .bind(request.email.column())
        .bind(request.phone.column())
        .bind(&request.language)
        .bind(request.visit_id.column())
        .bind(now)
        .bind(request.taken_by.column()))?;
        Ok(())
    }

    /// Says how far the school is. False when it was so already, or there is no such request.
    ///
    /// # Errors
    /// As for [`Write::insert_request`].
    pub async fn set_request_state(&mut self, id: RequestId, state: RequestState) -> Result<bool> {
        let now = self.now();
        let changed = execute!(
            self,
            sqlx::query(
                "update request set state = $2, changed_at = $3 where id = $1 and state <> $2"
            )
            .bind(id.0)
            .bind(state.as_str())
            .bind(now)
        )?;
        Ok(changed == 1)
    }

    /// Erases a closed request.
    ///
    /// # Errors
    /// As for [`Write::insert_request`].
    pub async fn erase_closed_request(&mut self, id: RequestId) -> Result<()> {
        execute!(
            self,
            sqlx::query("delete from request where id = $1 and state = 'closed'").bind(id.0)
        )?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{furnish, student_id, uuid, write};
    use crate::testing::both_databases;

    fn asked(number: u32, kind: RequestKind) -> NewRequest {
        NewRequest {
            id: RequestId(uuid(11, number)),
            kind,
            student_id: Some(student_id(1)),
            last_names: Some("Nguyễn".to_owned()),
            first_names: Some("Mai".to_owned()),
            birth_date: "2020-02-29".parse().ok(),
            school_wished: None,
            adult_name: None,
            email: EmailAddress::parse("lan@example.org").ok(),
            phone: None,
            language: "vi".to_owned(),
            visit_id: None,
            taken_by: None,
        }
    }

    #[tokio::test]
    async fn a_request_is_open_until_it_is_closed_and_only_then_erased() {
        both_databases(async |store| {
            furnish(store, 1).await;
            let ids: Vec<_> = (1..).zip(RequestKind::ALL).collect();
            write(store, async |write| {
                for &(number, &kind) in &ids {
                    write.insert_request(&asked(number, kind)).await.unwrap();
                }
            })
            .await;
            assert_eq!(store.open_request_count().await.unwrap(), 4);
            let first = RequestId(uuid(11, 1));
            let row = store.request(first).await.unwrap().unwrap();
            assert_eq!(row.last_names.as_deref(), Some("Nguyễn"));
            assert_eq!(row.state, RequestState::New);
            write(store, async |write| {
                for (state, changes) in [
                    (RequestState::Called, true),
                    (RequestState::Called, false),
                    (RequestState::Closed, true),
                ] {
                    let changed = write.set_request_state(first, state).await.unwrap();
                    assert_eq!(changed, changes, "{state}");
                }
                let other = RequestId(uuid(11, 2));
                write.erase_closed_request(other).await.unwrap();
            })
            .await;
            assert_eq!(store.open_requests().await.unwrap().len(), 3);
            let closed = store.closed_requests().await.unwrap();
            assert_eq!(closed.iter().map(|row| row.id).collect::<Vec<_>>(), [first]);
            write(store, async |write| {
                write.erase_closed_request(first).await.unwrap();
            })
            .await;
            assert_eq!(store.request(first).await.unwrap(), None);
        })
        .await;
    }
}
