//! Parent accounts, the children tied to them, and the confirmations that tied them (domain.md §1, §6).
//! Whether a confirmation may be written is decided in `desk`.

mod before;
mod changes;

use std::collections::HashMap;
use std::fmt;

use chrono::{DateTime, Utc};
use domain::{
    AccountId, AccountOrigin, AddressProof, ConfirmationId, ConfirmationMethod, EmailAddress,
    GuardianId, IdentityDocument, StaffId, StudentId, TieDocument, VisitId,
};

use crate::error::{Result, StoreError};
use crate::open::Store;
use crate::pool::{execute, read};
use crate::registry::{StudentRow, students};
use crate::rows::{Stored, row};
use crate::write::Write;

pub use before::AccountFromBefore;

/// An Argon2id hash of a parent's password, as a PHC string that stays exportable, or of a member's PIN. `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(pub String);

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash(…)")
    }
}

impl Stored for PasswordHash {
    type Column = String;

    fn from_column(column: String) -> Option<Self> {
        Some(Self(column))
    }

    fn column(&self) -> String {
        self.0.clone()
    }
}

row! {
    /// One address, one password, one language.
    pub struct AccountRow {
        pub id: AccountId,
        pub email: EmailAddress,
        /// The adult behind it, chosen explicitly.
        pub guardian_id: Option<GuardianId>,
        pub password_hash: Option<PasswordHash>,
        pub origin: AccountOrigin,
        pub address_proof: AddressProof,
        /// None while an address accepted in person waits for its proof.
        pub address_proven_at: Option<DateTime<Utc>>,
        /// Each child has to be confirmed before anything is shown: an account from before the go-live date.
        pub gated: bool,
        pub language: String,
        pub created_at: DateTime<Utc>,
        pub visit_id: Option<VisitId>,
        pub closed_at: Option<DateTime<Utc>>,
    }
}

/// An account to be born, whole, at the end of *new password* (domain.md §7).
#[derive(Clone, Debug)]
pub struct NewAccount {
    pub id: AccountId,
    pub email: EmailAddress,
    pub guardian_id: Option<GuardianId>,
    pub password_hash: PasswordHash,
    pub origin: AccountOrigin,
    /// A code proves the address at once; in person, the proof is still to come.
    pub address_proof: AddressProof,
    pub language: String,
    pub visit_id: VisitId,
}

row! {
    /// A claim that matched, or an in-person check: who, when, how.
    pub struct ConfirmationRow {
        pub id: ConfirmationId,
        pub account_id: AccountId,
        pub student_id: StudentId,
        pub at: DateTime<Utc>,
        pub method: ConfirmationMethod,
        pub identity_document: Option<IdentityDocument>,
        pub tie_document: Option<TieDocument>,
        pub staff_id: Option<StaffId>,
        /// The user name of that member of staff.
        pub staff_name: Option<String>,
        pub visit_id: VisitId,
    }
}

row! {
    /// What ties an account to a child, for as long as nothing holds it.
    pub struct AssociationRow {
        pub account_id: AccountId,
        pub student_id: StudentId,
        /// Not shown for now: a restriction.
        pub suspended_at: Option<DateTime<Utc>>,
        /// Taken away.
        pub revoked_at: Option<DateTime<Utc>>,
    }
}

/// A confirmation to be written at the time of its write.
#[derive(Clone, Copy, Debug)]
pub struct NewConfirmation {
    pub id: ConfirmationId,
    pub account_id: AccountId,
    pub student_id: StudentId,
    pub method: ConfirmationMethod,
    /// The kinds of documents seen in person, never their numbers (domain.md §6).
    pub identity_document: Option<IdentityDocument>,
    pub tie_document: Option<TieDocument>,
    pub staff_id: Option<StaffId>,
    pub visit_id: VisitId,
}

/// The confirmations that hold, by the given condition.
macro_rules! confirmations {
    ($condition:literal $(,)?) => {
        concat!(
            "select confirmation.*, staff.user_name as staff_name
             from confirmation left join staff on staff.id = confirmation.staff_id
             where taken_back_at is null and ",
            $condition,
            " order by confirmation.at, confirmation.id"
        )
    };
}

impl Store {
    /// One account; none when there is no such id.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote. So for every function of this file that reads.
    pub async fn account(&self, id: AccountId) -> Result<Option<AccountRow>> {
        read!(self, conn => sqlx::query_as("select * from account where id = $1")
            .bind(id.0).fetch_optional(conn))
    }

    /// The account with this address, unless it is closed.
    ///
    /// # Errors
    /// As for [`Store::account`].
    pub async fn account_by_address(&self, address: &EmailAddress) -> Result<Option<AccountRow>> {
        read!(self, conn => sqlx::query_as(
            "select * from account where email_folded = $1 and closed_at is null",
        ).bind(address.folded()).fetch_optional(conn))
    }

    /// The accounts of an adult that are not closed, the oldest first.
    ///
    /// # Errors
    /// As for [`Store::account`].
    pub async fn accounts_of_guardian(&self, guardian: GuardianId) -> Result<Vec<AccountRow>> {
        read!(self, conn => sqlx::query_as(
            "select * from account where guardian_id = $1 and closed_at is null order by created_at, id",
        ).bind(guardian.0).fetch_all(conn))
    }

    /// The children that an account may see, in the order of their confirmations. Suspended and revoked ones are left out.
    ///
    /// # Errors
    /// As for [`Store::account`].
    pub async fn children_of(
        &self,
        account: AccountId,
    ) -> Result<Vec<(StudentRow, ConfirmationRow)>> {
        let children: Vec<StudentRow> = read!(self, conn => sqlx::query_as(students!(
            "join association on association.student_id = student.id
             where account_id = $1 and suspended_at is null and revoked_at is null",
        )).bind(account.0).fetch_all(conn))?;
        let confirmations: Vec<ConfirmationRow> = read!(self, conn => sqlx::query_as(
            confirmations!("account_id = $1"),
        ).bind(account.0).fetch_all(conn))?;
        let mut children: HashMap<_, _> = children
            .into_iter()
            .map(|child| (child.id, child))
            .collect();
        Ok(confirmations
            .into_iter()
            .filter_map(|row| Some((children.remove(&row.student_id)?, row)))
            .collect())
    }

    /// The accounts that were made from one moment to before another and are not closed, in their order.
    ///
    /// # Errors
    /// As for [`Store::account`].
    pub async fn accounts_between(
        &self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Result<Vec<AccountRow>> {
        read!(self, conn => sqlx::query_as(
            "select * from account where created_at >= $1 and created_at < $2 and closed_at is null
             order by created_at, id",
        ).bind(from).bind(to).fetch_all(conn))
    }

    /// The accounts that are tied to a child, with the confirmation of each; none for a gated account that has not yet
    /// confirmed. Suspended associations are among them: staff sees them.
    ///
    /// # Errors
    /// As for [`Store::account`].
    pub async fn confirmations_on(
        &self,
        student: StudentId,
    ) -> Result<Vec<(AccountRow, Option<ConfirmationRow>)>> {
        let accounts: Vec<AccountRow> = read!(self, conn => sqlx::query_as(
            "select account.* from account join association on account_id = account.id
             where student_id = $1 and revoked_at is null and closed_at is null order by account.created_at, account.id",
        ).bind(student.0).fetch_all(conn))?;
        let confirmations: Vec<ConfirmationRow> = read!(self, conn => sqlx::query_as(
            confirmations!("student_id = $1"),
        ).bind(student.0).fetch_all(conn))?;
        let mut confirmations: HashMap<_, _> = confirmations
            .into_iter()
            .map(|row| (row.account_id, row))
            .collect();
        Ok(accounts
            .into_iter()
            .map(|account| {
                let confirmation = confirmations.remove(&account.id);
                (account, confirmation)
            })
            .collect())
    }

    /// What ties accounts to a child, suspended and revoked ones too.
    ///
    /// # Errors
    /// As for [`Store::account`].
    pub async fn associations_on(&self, student: StudentId) -> Result<Vec<AssociationRow>> {
        read!(self, conn => sqlx::query_as(
            "select * from association where student_id = $1 order by created_at, account_id",
        ).bind(student.0).fetch_all(conn))
    }

    /// What was confirmed from one moment to before another and still holds, in its order.
    ///
    /// # Errors
    /// As for [`Store::account`].
    pub async fn confirmations_between(
        &self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Result<Vec<ConfirmationRow>> {
        read!(self, conn => sqlx::query_as(confirmations!("confirmation.at >= $1 and confirmation.at < $2"))
            .bind(from).bind(to).fetch_all(conn))
    }

    /// What was confirmed in a visit, in its order.
    ///
    /// # Errors
    /// As for [`Store::account`].
    pub async fn confirmations_of_visit(&self, visit: VisitId) -> Result<Vec<ConfirmationRow>> {
        read!(self, conn => sqlx::query_as(confirmations!("visit_id = $1")).bind(visit.0).fetch_all(conn))
    }
}

impl Write {
    /// Creates an account at the time of this write.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when another account has this address; the database refused.
    pub async fn create_account(&mut self, account: &NewAccount) -> Result<()> {
        let now = self.now();
        let proven_at = match account.address_proof {
            AddressProof::Code => Some(now),
            AddressProof::InPerson => None,
        };
        let created = execute!(self, sqlx::query(
            "insert into account (id, email, email_folded, guardian_id, password_hash, origin, address_proof,
                 address_proven_at, gated, language, created_at, visit_id)
             values ($1, $2, $3, $4, $5, $6, $7, $8, false, $9, $10, $11)
             on conflict (email_folded) where closed_at is null do nothing",
        )
        .bind(account.id.0)
        .bind(account.email.as_str())
        .bind(account.email.folded())
        .bind(account.guardian_id.column())
        .bind(&account.password_hash.0)
        .bind(account.origin.as_str())
        .bind(account.address_proof.as_str())
        .bind(proven_at)
        .bind(&account.language)
        .bind(now)
        .bind(account.visit_id.0))?;
        once(created)
    }

    /// Chooses the password anew.
    ///
    /// # Errors
    /// The database refused.
    pub async fn set_password(&mut self, account: AccountId, hash: &PasswordHash) -> Result<()> {
        execute!(
            self,
            sqlx::query("update account set password_hash = $2 where id = $1")
                .bind(account.0)
                .bind(&hash.0)
        )?;
        Ok(())
    }

    /// Says which adult is behind the account.
    ///
    /// # Errors
    /// The database refused.
    pub async fn set_guardian(&mut self, account: AccountId, guardian: GuardianId) -> Result<()> {
        execute!(
            self,
            sqlx::query("update account set guardian_id = $2 where id = $1")
                .bind(account.0)
                .bind(guardian.0)
        )?;
        Ok(())
    }

    /// A code sent to the address came back: its proof waits no longer.
    ///
    /// # Errors
    /// The database refused.
    pub async fn prove_address(&mut self, account: AccountId) -> Result<()> {
        let now = self.now();
        execute!(
            self,
            sqlx::query(
                "update account set address_proven_at = $2 where id = $1 and address_proven_at is null"
            )
            .bind(account.0)
            .bind(now)
        )?;
        Ok(())
    }

    /// Ties a child to an account by a confirmation. What was taken back holds again when a member of staff confirms in
    /// person; otherwise an association that is there stays as it is. No confirmation lifts a suspension.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when this account has confirmed this child already; the database refused.
    pub async fn confirm(&mut self, confirmation: &NewConfirmation) -> Result<()> {
        let now = self.now();
        execute!(
            self,
            sqlx::query(
                "insert into association (account_id, student_id, created_at) values ($1, $2, $3)
                 on conflict (account_id, student_id) do update
                 set revoked_at = case when $4 then null else association.revoked_at end",
            )
            .bind(confirmation.account_id.0)
            .bind(confirmation.student_id.0)
            .bind(now)
            .bind(confirmation.method == ConfirmationMethod::InPerson)
        )?;
        let confirmed = execute!(self, sqlx::query(
            "insert into confirmation (id, account_id, student_id, at, method, identity_document, tie_document,
                 staff_id, visit_id)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             on conflict (account_id, student_id) where taken_back_at is null do nothing",
        )
        .bind(confirmation.id.0)
        .bind(confirmation.account_id.0)
        .bind(confirmation.student_id.0)
        .bind(now)
        .bind(confirmation.method.as_str())
        .bind(confirmation.identity_document.column())
        .bind(confirmation.tie_document.column())
        .bind(confirmation.staff_id.column())
        .bind(confirmation.visit_id.0))?;
        once(confirmed)
    }
}

/// An insert that met a row with the same unique values has written none.
const fn once(rows: u64) -> Result<()> {
    match rows {
        0 => Err(StoreError::Taken),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
