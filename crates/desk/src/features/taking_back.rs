//! Taking back a confirmation or an account (domain.md §13): by a counter-act, journalled with its reason, told to the
//! address. Who may and until when is `domain`'s.

use chrono::{DateTime, Utc};
use domain::{
    AccountId, AccountOrigin, MailId, MailKind, StudentId, may_take_back, taking_back_until,
};
use store::{
    AccountRow, Act, AssociationRow, ConfirmationRow, Detail, Entry, NewMail, Subject, Write,
};

use crate::Desk;
use crate::contract::{Failure, Nothing, TakeBackAccount, TakeBackConfirmation, TakingBackOffer};
use crate::failure::Outcome;
use crate::house::Open;
use crate::permission::Act as Permission;

impl Desk {
    /// Takes a child off an account, which loses sight of it at once.
    pub(crate) async fn take_back_confirmation(
        &self,
        request: TakeBackConfirmation,
    ) -> Outcome<Nothing> {
        let open = self.staffed(Permission::TakeBack).await?;
        let (account, student) = (AccountId(request.account_id), StudentId(request.student_id));
        let tied = open.store.confirmations_on(student).await?;
        let found = tied.into_iter().find(|(row, _)| row.id == account);
        let (row, confirmation) = found.ok_or(Failure::NotFound)?;
        self.may(&open, confirmation.map(|confirmation| confirmation.at))?;
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        if !write.take_back_confirmation(account, student).await? {
            return Err(Failure::NotFound.into());
        }
        self.tell(&mut write, &row, MailKind::ConfirmationTakenBack)
            .await?;
        let subject = Subject::AccountAndStudent(account, student);
        let reason = Detail::TakingBack(request.reason.0);
        write
            .commit(Entry::new(Act::ConfirmationTakenBack, subject).with(reason))
            .await?;
        open.mail_waits.notify_one();
        self.changed();
        Ok(())
    }

    /// Closes an account that should not be, with all that was tied to it. A visit that is in it ends.
    pub(crate) async fn take_back_account(&self, request: TakeBackAccount) -> Outcome<Nothing> {
        let open = self.staffed(Permission::TakeBack).await?;
        let account = AccountId(request.account_id);
        let row = open.store.account(account).await?;
        let row = row
            .filter(|row| row.closed_at.is_none())
            .ok_or(Failure::NotFound)?;
        self.may(&open, made_at_the_desk(&row))?;
        let mut place = open.visit.lock().await;
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        if !write.take_back_account(account).await? {
            return Err(Failure::NotFound.into());
        }
        self.tell(&mut write, &row, MailKind::AccountTakenBack)
            .await?;
        let reason = Detail::TakingBack(request.reason.0);
        write
            .commit(Entry::new(Act::AccountTakenBack, Subject::Account(account)).with(reason))
            .await?;
        self.leave_account(&open, &mut place, account).await?;
        open.mail_waits.notify_one();
        self.changed();
        Ok(())
    }

    /// # Errors
    /// `TooLate` when a secretary may not any more.
    fn may(&self, open: &Open, made_at: Option<DateTime<Utc>>) -> Result<(), Failure> {
        let now = self.environment().now();
        if may_take_back(open.role, made_at, now, self.limits()) {
            Ok(())
        } else {
            Err(Failure::TooLate)
        }
    }

    /// The notice to the address of the account, written with the act.
    async fn tell(&self, write: &mut Write, account: &AccountRow, kind: MailKind) -> Outcome<()> {
        let mail = NewMail {
            id: MailId(self.environment().id()),
            kind,
            address: account.email.clone(),
            language: account.language.clone(),
            visit_id: None,
            account_id: Some(account.id),
            student_id: None,
        };
        Ok(write.put_mail(&mail).await?)
    }

    /// What whoever is at the desk may take back of these accounts, as far as one child is concerned.
    pub(crate) fn taking_back_offers(
        &self,
        open: &Open,
        accounts: &[AccountRow],
        associations: &[AssociationRow],
        confirmations: &[(AccountRow, Option<ConfirmationRow>)],
    ) -> Vec<TakingBackOffer> {
        let offers = accounts.iter().filter_map(|account| {
            let tied = associations
                .iter()
                .any(|tie| tie.account_id == account.id && tie.revoked_at.is_none());
            let confirmed_at = confirmations
                .iter()
                .find(|(of, _)| of.id == account.id)
                .and_then(|(_, confirmation)| confirmation.as_ref())
                .map(|confirmation| confirmation.at);
            let made_at = made_at_the_desk(account);
            let child = tied && self.may(open, confirmed_at).is_ok();
            let whole = self.may(open, made_at).is_ok();
            let latest = confirmed_at
                .filter(|_| child)
                .max(made_at.filter(|_| whole));
            let until = match open.role {
                domain::Role::Administrator => None,
                domain::Role::Secretary => latest.map(|at| taking_back_until(at, self.limits())),
            };
            (child || whole).then(|| TakingBackOffer {
                account_id: account.id.0,
                address: account.email.as_str().to_owned(),
                child,
                account: whole,
                until,
            })
        });
        offers.collect()
    }
}

/// An account that was imported was not made here.
fn made_at_the_desk(account: &AccountRow) -> Option<DateTime<Utc>> {
    match account.origin {
        AccountOrigin::Desk | AccountOrigin::Kiosk => Some(account.created_at),
        AccountOrigin::Imported => None,
    }
}
