//! Between a row of either database and the domain's types: each column is parsed when it is read.
//! What the rows mean, and which of them are read, belongs to the files named after the tables.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    AccountId, CodeId, ConfirmationId, DeskId, EmailAddress, FicheNumber, GuardianId, ImportId,
    MailId, MergeId, NoticeId, PermanentCode, ProposalId, RequestId, SchoolId, ServiceCentreCode,
    StaffId, StudentId, VisitId,
};
use sqlx::{ColumnIndex, Decode, FromRow, Postgres, Row, Sqlite, Type};
use uuid::Uuid;

/// A value that stands in one column of both databases.
pub(crate) trait Stored: Sized {
    /// What the databases know.
    type Column: for<'r> Decode<'r, Sqlite>
        + Type<Sqlite>
        + for<'r> Decode<'r, Postgres>
        + Type<Postgres>;

    /// The value, unless the column holds what this program cannot have written.
    fn from_column(column: Self::Column) -> Option<Self>;

    /// What is bound to a query.
    fn column(&self) -> Self::Column;
}

/// A column holds what no variant or parser accepts: not a failure of the database, but damage.
#[derive(Debug, thiserror::Error)]
#[error("a stored value that no program wrote")]
pub(crate) struct Unreadable;

/// Reads one column by its name.
pub(crate) fn value<R, T>(row: &R, name: &'static str) -> sqlx::Result<T>
where
    R: Row,
    T: Stored,
    T::Column: for<'r> Decode<'r, R::Database> + Type<R::Database>,
    &'static str: ColumnIndex<R>,
{
    T::from_column(row.try_get(name)?).ok_or_else(|| sqlx::Error::ColumnDecode {
        index: name.to_owned(),
        source: Box::new(Unreadable),
    })
}

/// Declares a row whose fields are the columns of the same names.
macro_rules! row {
    ($(#[$doc:meta])* pub struct $name:ident { $($(#[$field_doc:meta])* pub $field:ident: $type:ty),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type),+ }

        $crate::rows::row!(@from sqlx::sqlite::SqliteRow, $name, $($field),+);
        $crate::rows::row!(@from sqlx::postgres::PgRow, $name, $($field),+);
    };
    (@from $row:ty, $name:ident, $($field:ident),+) => {
        impl sqlx::FromRow<'_, $row> for $name {
            fn from_row(row: &$row) -> sqlx::Result<Self> {
                Ok(Self { $($field: $crate::rows::value(row, stringify!($field))?),+ })
            }
        }
    };
}
pub(crate) use row;

/// One line of a join: the columns of one row and those of another, whose names differ.
pub(crate) struct Joined<A, B>(pub A, pub B);

impl<'r, R: Row, A: FromRow<'r, R>, B: FromRow<'r, R>> FromRow<'r, R> for Joined<A, B> {
    fn from_row(row: &'r R) -> sqlx::Result<Self> {
        Ok(Self(A::from_row(row)?, B::from_row(row)?))
    }
}

/// `$3, $4, $5`: the places of so many values that come after the first ones of a statement.
pub(crate) fn places(first: usize, count: usize) -> String {
    let places: Vec<_> = (first..first + count).map(|at| format!("${at}")).collect();
    places.join(", ")
}

impl<T: Stored> Stored for Option<T>
where
    for<'r> Option<T::Column>:
        Decode<'r, Sqlite> + Type<Sqlite> + Decode<'r, Postgres> + Type<Postgres>,
{
    type Column = Option<T::Column>;

    fn from_column(column: Self::Column) -> Option<Self> {
        column.map_or(Some(None), |column| T::from_column(column).map(Some))
    }

    fn column(&self) -> Self::Column {
        self.as_ref().map(T::column)
    }
}

macro_rules! plain {
    ($($type:ty),+) => {$(
        impl Stored for $type {
            type Column = Self;

            fn from_column(column: Self) -> Option<Self> {
                Some(column)
            }

            fn column(&self) -> Self {
                self.clone()
            }
        }
    )+};
}
plain!(String, bool, i64, Vec<u8>, NaiveDate, DateTime<Utc>, Uuid);

macro_rules! ids {
    ($($type:ident),+) => {$(
        impl Stored for $type {
            type Column = Uuid;

            fn from_column(column: Uuid) -> Option<Self> {
                Some(Self(column))
            }

            fn column(&self) -> Uuid {
                self.0
            }
        }
    )+};
}
ids!(
    AccountId,
    CodeId,
    ConfirmationId,
    DeskId,
    GuardianId,
    ImportId,
    MailId,
    MergeId,
    NoticeId,
    ProposalId,
    RequestId,
    SchoolId,
    StaffId,
    StudentId,
    VisitId
);

/// Closed enums stand as their text.
macro_rules! words {
    ($($type:path),+ $(,)?) => {$(
        impl Stored for $type {
            type Column = String;

            fn from_column(column: String) -> Option<Self> {
                Self::parse(&column)
            }

            fn column(&self) -> String {
                self.as_str().to_owned()
            }
        }
    )+};
}
words!(
    domain::Access,
    domain::AccountOrigin,
    domain::AddressProof,
    domain::CallOutcome,
    domain::ConfirmationMethod,
    domain::CorrectionKind,
    domain::EndCause,
    domain::FamilyStanding,
    domain::IdentityDocument,
    domain::MailKind,
    domain::MailTrouble,
    domain::ProposalState,
    domain::RefusalReason,
    domain::Relationship,
    domain::RequestKind,
    domain::RequestState,
    domain::Sex,
    domain::StepName,
    domain::TieDocument,
    domain::WaitingState,
    crate::CorrectedKind,
    crate::DeskKind,
);

/// A count or a number of order: never negative.
impl Stored for u32 {
    type Column = i64;

    fn from_column(column: i64) -> Option<Self> {
        column.try_into().ok()
    }

    fn column(&self) -> i64 {
        i64::from(*self)
    }
}

impl Stored for FicheNumber {
    type Column = i64;

    fn from_column(column: i64) -> Option<Self> {
        Self::parse(&column.to_string()).ok()
    }

    fn column(&self) -> i64 {
        i64::from(self.get())
    }
}

impl Stored for PermanentCode {
    type Column = String;

    fn from_column(column: String) -> Option<Self> {
        Self::parse(&column).ok()
    }

    fn column(&self) -> String {
        self.as_str().to_owned()
    }
}

impl Stored for EmailAddress {
    type Column = String;

    fn from_column(column: String) -> Option<Self> {
        Self::parse(&column).ok()
    }

    fn column(&self) -> String {
        self.as_str().to_owned()
    }
}

/// The 72 bodies by their number, since a registry names one on every row.
static SERVICE_CENTRES: LazyLock<HashMap<i64, ServiceCentreCode>> = LazyLock::new(|| {
    let codes = domain::service_centre::ALL.iter().map(|body| body.code);
    codes.map(|code| (code.column(), code)).collect()
});

impl Stored for ServiceCentreCode {
    type Column = i64;

    fn from_column(column: i64) -> Option<Self> {
        SERVICE_CENTRES.get(&column).copied()
    }

    fn column(&self) -> i64 {
        self.to_string()
            .bytes()
            .fold(0, |number, digit| number * 10 + i64::from(digit - b'0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::StoreError;
    use crate::pool::{execute, read};
    use crate::testing::{both_databases, stamp};
    use crate::{Act, Entry, Subject};

    row! {
        /// A made-up row.
        pub struct Odd {
            pub value: domain::Sex,
        }
    }

    #[tokio::test]
    async fn a_word_that_no_program_wrote_is_damage_and_no_failure_of_the_database() {
        both_databases(async |store| {
            let mut write = store.write(stamp()).await.unwrap();
            execute!(
                write,
                sqlx::query("insert into setting (name, value) values ('sex', 'unheard_of')")
            )
            .unwrap();
            let entry = Entry::new(Act::SettingsChanged, Subject::None);
            write.commit(entry).await.unwrap();
            let read: crate::Result<Odd> = read!(store, conn =>
                sqlx::query_as("select value from setting where name = 'sex'").fetch_one(conn));
            assert!(matches!(read, Err(StoreError::Damaged(_))), "{read:?}");
        })
        .await;
    }

    #[test]
    fn every_service_centre_comes_back_from_its_column() {
        for body in &domain::service_centre::ALL {
            let column = body.code.column();
            assert_eq!(ServiceCentreCode::from_column(column), Some(body.code));
        }
        assert_eq!(ServiceCentreCode::from_column(0), None);
    }

    #[test]
    fn places_are_numbered_after_the_first_values() {
        assert_eq!(places(3, 2), "$3, $4");
    }
}
