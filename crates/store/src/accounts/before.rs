//! Accounts that existed before Guichet: brought in with the children they had, each of which has to be confirmed once
//! before anything is shown (domain.md §1.4). Who may bring them in, and under which hash, is decided in `desk`.

use domain::{AccountId, AccountOrigin, AddressProof, EmailAddress, GuardianId, StudentId};

use super::{PasswordHash, once};
use crate::error::Result;
use crate::open::Store;
use crate::pool::{execute, read};
use crate::registry::{StudentRow, students};
use crate::rows::Stored as _;
use crate::write::Write;

/// An account from before. Its address was proven where it comes from.
#[derive(Clone, Debug)]
pub struct AccountFromBefore {
    pub id: AccountId,
    pub email: EmailAddress,
    pub guardian_id: Option<GuardianId>,
    /// Without one, the password is chosen through a code.
    pub password_hash: Option<PasswordHash>,
    pub language: String,
}

impl Store {
    /// The children of an account from before that still have to be confirmed, by name; none when it is not gated.
    /// A child who has left the registry is not waited for.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote.
    pub async fn children_to_confirm(&self, account: AccountId) -> Result<Vec<StudentRow>> {
        read!(self, conn => sqlx::query_as(students!(
            "join association on association.student_id = student.id
             join account on account.id = association.account_id
             where gated and active and suspended_at is null and revoked_at is null and account.id = $1
                 and not exists (
                     select 1 from confirmation
                     where confirmation.account_id = association.account_id
                         and confirmation.student_id = association.student_id and taken_back_at is null)
             order by last_folded, first_folded, student.id",
        )).bind(account.0).fetch_all(conn))
    }
}

impl Write {
    /// Brings in an account from before, gated.
    ///
    /// # Errors
    /// [`crate::StoreError::Taken`] when another account has this address; the database refused.
    pub async fn bring_account(&mut self, account: &AccountFromBefore) -> Result<()> {
        let now = self.now();
        let hash = account.password_hash.as_ref().map(|hash| hash.0.as_str());
        let created = execute!(self, sqlx::query(
            "insert into account (id, email, email_folded, guardian_id, password_hash, origin, address_proof,
                 address_proven_at, gated, language, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, true, $9, $8)
             on conflict (email_folded) where closed_at is null do nothing",
        )
        .bind(account.id.0)
        .bind(account.email.as_str())
        .bind(account.email.folded())
        .bind(account.guardian_id.column())
        .bind(hash)
        .bind(AccountOrigin::Imported.as_str())
        .bind(AddressProof::Code.as_str())
        .bind(now)
        .bind(&account.language))?;
        once(created)
    }

    /// Ties a child to an account from before, without a confirmation: it is still to come.
    ///
    /// # Errors
    /// The database refused.
    pub async fn bring_child(&mut self, account: AccountId, student: StudentId) -> Result<()> {
        let now = self.now();
        execute!(
            self,
            sqlx::query(
                "insert into association (account_id, student_id, created_at) values ($1, $2, $3)
                 on conflict (account_id, student_id) do nothing",
            )
            .bind(account.0)
            .bind(student.0)
            .bind(now)
        )?;
        Ok(())
    }

    /// Opens the gate of an account from before for good, once no child of it waits for its confirmation. Tells whether
    /// it was opened now.
    ///
    /// # Errors
    /// The database refused.
    pub async fn open_gate(&mut self, account: AccountId) -> Result<bool> {
        let opened = execute!(
            self,
            sqlx::query(
                "update account set gated = false where id = $1 and gated and not exists (
                     select 1 from association join student on student.id = association.student_id
                     where active and suspended_at is null and revoked_at is null and account_id = $1
                         and not exists (
                             select 1 from confirmation
                             where confirmation.account_id = association.account_id
                                 and confirmation.student_id = association.student_id and taken_back_at is null))",
            )
            .bind(account.0)
        )?;
        Ok(opened > 0)
    }
}
