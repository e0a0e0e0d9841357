//! What changes of an account after its birth: its address, its language, its closing and reopening, its deletion
//! (domain.md §6, §7). Who may change it, and who is told, is decided in `desk`.

use chrono::{DateTime, Utc};
use domain::{AccountId, EmailAddress, GuardianId};

use super::AccountRow;
use crate::error::Result;
use crate::open::Store;
use crate::pool::{execute, read};
use crate::write::Write;

impl Store {
    /// The folded addresses that the open account at this address had before. A child's file may still have one of them.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote. So for every function of this file that reads.
    pub async fn former_addresses(&self, address: &EmailAddress) -> Result<Vec<String>> {
        read!(self, conn => sqlx::query_scalar(
            "select former_address.email_folded from former_address
             join account on account.id = former_address.account_id
             where account.email_folded = $1 and account.closed_at is null",
        ).bind(address.folded()).fetch_all(conn))
    }

    /// The accounts of an adult that were closed as they wished, the newest first. One that was taken back is none of them.
    ///
    /// # Errors
    /// As for [`Store::former_addresses`].
    pub async fn closed_accounts_of_guardian(
        &self,
        guardian: GuardianId,
    ) -> Result<Vec<AccountRow>> {
        read!(self, conn => sqlx::query_as(
            "select * from account where guardian_id = $1 and closed_at is not null and closed_on_wish
             order by closed_at desc, id",
        ).bind(guardian.0).fetch_all(conn))
    }

    /// The accounts that have had no child since `since`: none that is tied, confirmed or still to be confirmed. Those of
    /// a visit under way are left out.
    ///
    /// # Errors
    /// As for [`Store::former_addresses`].
    pub async fn childless_accounts(&self, since: DateTime<Utc>) -> Result<Vec<AccountId>> {
        let ids: Vec<uuid::Uuid> = read!(self, conn => sqlx::query_scalar(
            "select id from account
             where created_at < $1
                 and not exists (
                     select 1 from association
                     where association.account_id = account.id and (revoked_at is null or revoked_at >= $1)
                         and (gated or exists (
                             select 1 from confirmation
                             where confirmation.account_id = association.account_id
                                 and confirmation.student_id = association.student_id
                                 and (taken_back_at is null or taken_back_at >= $1))))
                 and not exists (
                     select 1 from visit where visit.account_id = account.id and visit.ended_at is null)
             order by created_at, id",
        ).bind(since).fetch_all(conn))?;
        Ok(ids.into_iter().map(AccountId).collect())
    }
}

impl Write {
    /// Gives an open account another address, proven by its code; the one before is remembered.
    ///
    /// # Errors
    /// [`crate::StoreError::Taken`] when another account has it; the database refused.
    pub async fn change_address(&mut self, account: AccountId, to: &EmailAddress) -> Result<()> {
        let now = self.now();
        execute!(
            self,
            sqlx::query(
                "insert into former_address (account_id, email_folded, left_at)
             select id, email_folded, $2 from account where id = $1 and email_folded <> $3
             on conflict (account_id, email_folded) do update set left_at = excluded.left_at",
            )
            .bind(account.0)
            .bind(now)
            .bind(to.folded())
        )?;
        execute!(self, sqlx::query(
            "update account set email = $2, email_folded = $3, address_proof = 'code', address_proven_at = $4
             where id = $1 and closed_at is null",
        ).bind(account.0).bind(to.as_str()).bind(to.folded()).bind(now))?;
        Ok(())
    }

    /// The language in which the account is written to.
    ///
    /// # Errors
    /// The database refused.
    pub async fn set_account_language(&mut self, account: AccountId, language: &str) -> Result<()> {
        execute!(
            self,
            sqlx::query("update account set language = $2 where id = $1")
                .bind(account.0)
                .bind(language)
        )?;
        Ok(())
    }

    /// Closes an account as its adult wishes: nobody signs in to it, and its address is free. Its children stay as they are, unseen. False
    /// when it was closed already.
    ///
    /// # Errors
    /// The database refused.
    pub async fn close_account(&mut self, account: AccountId) -> Result<bool> {
        let now = self.now();
        let closed = execute!(
            self,
            sqlx::query(
                "update account set closed_at = $2, closed_on_wish = true where id = $1 and closed_at is null",
            )
                .bind(account.0)
                .bind(now)
        )?;
        Ok(closed > 0)
    }

    /// Opens an account again that was closed as its adult wished, as it was. False when it was not.
    ///
    /// # Errors
    /// [`crate::StoreError::Taken`] when another account has its address by now; the database refused.
    pub async fn reopen_account(&mut self, account: AccountId) -> Result<bool> {
        let reopened = execute!(
            self,
            sqlx::query(
                "update account set closed_at = null, closed_on_wish = false
                 where id = $1 and closed_at is not null and closed_on_wish"
            )
            .bind(account.0)
        )?;
        Ok(reopened > 0)
    }

    /// Deletes an account and all that hangs on it; what the journal says of it stays.
    ///
    /// # Errors
    /// The database refused.
    pub async fn delete_account(&mut self, account: AccountId) -> Result<()> {
        for delete in [
            "delete from verification_code where account_id = $1",
            "delete from confirmation where account_id = $1",
            "delete from association where account_id = $1",
            "delete from former_address where account_id = $1",
            "delete from account where id = $1",
        ] {
            execute!(self, sqlx::query(delete).bind(account.0))?;
        }
        Ok(())
    }
}
