//! Accounts that existed before the go-live date, taken in from a list (domain.md §1.4, §5): all of it, or nothing when a
//! line cannot be used. What their adults then meet at the counter is in `visit::gate`.

use std::collections::HashSet;
use std::path::Path;

use domain::{AccountId, StudentId};
use roster::{AccountColumn, AccountList, ListedAccount};
use serde::Serialize;
use store::{AccountFromBefore, Act, Detail, Entry, PasswordHash, Subject};
use text::Locale;

use super::import::{number, refusal};
use super::reading_limits::reading_limits;
use crate::Desk;
use crate::contract::Word;
use crate::failure::{Outcome, Trouble};
use crate::hashing;
use crate::house::Open;
use crate::permission::Act as Permission;

/// What a list of accounts held, and whether it was taken in.
#[derive(Serialize)]
pub struct AccountsReport {
    pub read: u32,
    /// They keep their password; the others choose one through a code.
    pub with_password: u32,
    /// Nothing will be shown to them, and they are deleted like every account without a child (domain.md §7).
    pub without_child: u32,
    /// Their adult cannot confirm a child by a claim until the address stands on the child's file.
    pub address_not_on_file: u32,
    pub errors: Vec<AccountError>,
    pub applied: bool,
}

/// A line that cannot be used: nothing was taken in.
#[derive(Serialize)]
pub struct AccountError {
    pub line: u64,
    pub column: Word<AccountColumn>,
    /// Masked; of a hash, nothing.
    pub value: String,
    pub reason: &'static str,
}

/// An account, and the children that it is tied to.
type Brought = (AccountFromBefore, Vec<StudentId>);

impl Desk {
    pub(super) async fn bring_accounts(
        &self,
        path: &Path,
        dry_run: bool,
    ) -> Outcome<AccountsReport> {
        let open = self.staffed(Permission::BringAccounts).await?;
        let path = path.to_owned();
        let limits = reading_limits(&open.store).await?;
        let read = move || roster::read_account_list(&path, &limits);
        let list = tokio::task::spawn_blocking(read)
            .await
            .map_err(Trouble::unexpected)?
            .map_err(|error| refusal(&error))?;
        let mut report = AccountsReport {
            read: number(list.accounts.len() + list.faults.len()),
            with_password: 0,
            without_child: 0,
            address_not_on_file: 0,
            errors: Vec::new(),
            applied: false,
        };
        let accounts = self.weigh_accounts(&open, list, &mut report).await?;
        if report.errors.is_empty() && !dry_run {
            self.write_accounts(&open, &accounts).await?;
            report.applied = true;
        }
        Ok(report)
    }

    /// The accounts of the list as they would be written, and in the report every line that cannot be used.
    async fn weigh_accounts(
        &self,
        open: &Open,
        list: AccountList,
        report: &mut AccountsReport,
    ) -> Outcome<Vec<Brought>> {
        for fault in list.faults {
            report.errors.push(AccountError {
                line: fault.line,
                column: fault.column.into(),
                value: fault.value,
                reason: fault.reason.as_str(),
            });
        }
        let mut addresses = HashSet::new();
        let mut accounts = Vec::new();
        for listed in list.accounts {
            if !addresses.insert(listed.address.folded().to_owned()) {
                let masked = listed.address.masked();
                let error = error(&listed, AccountColumn::Address, masked, "address_twice");
                report.errors.push(error);
                continue;
            }
            match self.weigh_account(open, &listed, report).await? {
                Ok(account) => accounts.push(account),
                Err(error) => report.errors.push(error),
            }
        }
        report.errors.sort_by_key(|error| error.line);
        Ok(accounts)
    }

    async fn weigh_account(
        &self,
        open: &Open,
        listed: &ListedAccount,
        report: &mut AccountsReport,
    ) -> Outcome<Result<Brought, AccountError>> {
        let address = &listed.address;
        if open.store.account_by_address(address).await?.is_some() {
            let column = AccountColumn::Address;
            return Ok(Err(error(
                listed,
                column,
                address.masked(),
                "account_exists",
            )));
        }
        if let Some(hash) = &listed.password_hash
            && let Err(refused) = hashing::may_be_taken_in(hash)
        {
            let column = AccountColumn::PasswordHash;
            return Ok(Err(error(listed, column, String::new(), refused.as_str())));
        }
        let mut children = Vec::new();
        for fiche in &listed.children {
            let found = open
                .store
                .student_by_fiche(open.desk.service_centre, *fiche);
            let Some(student) = found.await? else {
                let column = AccountColumn::Children;
                return Ok(Err(error(listed, column, fiche.masked(), "unknown_fiche")));
            };
            children.push(student.id);
        }
        let behind = open.store.guardians_by_address(address.folded()).await?;
        report.with_password += u32::from(listed.password_hash.is_some());
        report.without_child += u32::from(children.is_empty());
        report.address_not_on_file += u32::from(behind.is_empty());
        let account = AccountFromBefore {
            id: AccountId(self.environment().id()),
            email: address.clone(),
            // Where several share the address, the secretary chooses (domain.md §1).
            guardian_id: match behind.as_slice() {
                [only] => Some(only.id),
                _ => None,
            },
            password_hash: listed.password_hash.clone().map(PasswordHash),
            language: Locale::REFERENCE.as_str().to_owned(),
        };
        Ok(Ok((account, children)))
    }

    /// One transaction. What a restriction forbids is suspended from the start (domain.md §6).
    async fn write_accounts(&self, open: &Open, accounts: &[Brought]) -> Outcome<()> {
        let mut write = open.store.write(self.stamp(open, open.actor())).await?;
        for (account, children) in accounts {
            write.bring_account(account).await?;
            for student in children {
                write.bring_child(account.id, *student).await?;
            }
            let brought = Entry::new(Act::AccountBrought, Subject::Account(account.id));
            write.note(brought);
        }
        write.suspend_restricted().await?;
        let count = Detail::Lines(number(accounts.len()));
        let entry = Entry::new(Act::AccountBrought, Subject::None).with(count);
        Ok(write.commit(entry).await?)
    }
}

fn error(
    listed: &ListedAccount,
    column: AccountColumn,
    value: String,
    reason: &'static str,
) -> AccountError {
    AccountError {
        line: listed.line,
        column: column.into(),
        value,
        reason,
    }
}
