//! The parent's own account, once signed in: its address and its password changed (domain.md §1.5, §5, §13). Its language
//! is chosen in `parent`, its children are shown in `own_children`.

use domain::visit::{Event, Step};
use domain::{AccountId, AttemptSubject, CodeId, EmailAddress, MailKind, MailTrouble};
use store::{AccountRow, Act, Entry, PasswordHash, StoreError, Subject};
use tokio::time::Instant;

use super::{LiveVisit, moved, under_way};
use crate::Desk;
use crate::contract::{ChangePassword, CodeAnswer, Failure, GiveAddress, Nothing};
use crate::failure::Outcome;
use crate::hashing::{self, Checked};
use crate::house::Open;

impl Desk {
    /// From the children or the summary to the account itself.
    pub(crate) async fn open_account(&self, (): Nothing) -> Outcome<Nothing> {
        let open = self.open().await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        let next = visit.step.after(Event::AccountOpened)?;
        let account = next.account().ok_or(Failure::OutOfStep)?;
        if !self.may_open_account(&open, account).await? {
            return Err(Failure::AddressNotProven.into());
        }
        visit.address = self.account_address(&open, account).await?;
        let write = open.store.write(self.stamp(&open, visit.actor())).await?;
        let entry = moved(visit, &next);
        self.move_visit(&open, visit, next, write, entry).await
    }

    pub(crate) async fn leave_own_account(&self, (): Nothing) -> Outcome<Nothing> {
        self.step_on(Event::AccountLeft).await
    }

    /// Whether the account may be looked into: its address is proven (domain.md §5), and no child of before is left to
    /// confirm.
    pub(crate) async fn may_open_account(&self, open: &Open, account: AccountId) -> Outcome<bool> {
        let is_waiting = self.awaits_proof(open, account).await?;
        Ok(!is_waiting && self.gate(open, account).await?.is_none())
    }

    /// Wishes for a code to the address that the account is to have. Whether another account has it is not said yet.
    pub(crate) async fn change_address(&self, request: GiveAddress) -> Outcome<Nothing> {
        let asked_at = Instant::now();
        let address = EmailAddress::parse(&request.address).map_err(|_| Failure::Invalid {
            field: "address".into(),
        })?;
        let open = self.open().await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        let next = visit.step.after(Event::NewAddressGiven(address.clone()))?;
        let account = self.own(&open, visit).await?;
        // Of an adult who is not known, a restriction is known by the address alone: it must not be left behind.
        if account.guardian_id.is_none() {
            return Err(Failure::NoGuardian.into());
        }
        if account.email == address {
            return Err(Failure::Invalid {
                field: "same_address".into(),
            }
            .into());
        }
        self.limit_new_addresses(&open, account.id).await?;
        let actor = visit.actor();
        let answered = self.wish_code(&open, visit, &address, next, actor).await;
        drop(place);
        self.answer_no_sooner_than_usual(asked_at).await;
        answered
    }

    /// So many codes a day to addresses that are not the account's: the school's mail is not a parent's to send.
    async fn limit_new_addresses(&self, open: &Open, account: AccountId) -> Outcome<()> {
        let subject = AttemptSubject::NewAddressByAccount;
        let (key, limits) = (account.to_string(), self.limits());
        let day = self.environment().now() - chrono::TimeDelta::days(1);
        let asked = open.store.attempts_since(subject, &key, day).await?;
        if asked.count >= limits.codes_a_day {
            return Err(Failure::TooMany { minutes: 24 * 60 }.into());
        }
        let mut write = open
            .store
            .write(self.stamp(open, store::Actor::Program))
            .await?;
        write.add_attempt(subject, &key).await?;
        let entry = Entry::new(Act::AccountAddressWished, Subject::Account(account));
        Ok(write.commit(entry).await?)
    }

    /// The code of the new address came back: the account has it, unless another one does. The address before is told.
    pub(super) async fn new_address_right(
        &self,
        open: &Open,
        visit: &mut LiveVisit,
        account: AccountId,
        address: EmailAddress,
        code: CodeId,
    ) -> Outcome<CodeAnswer> {
        let taken = open.store.account_by_address(&address).await?.is_some();
        let mut write = open.store.write(self.stamp(open, visit.actor())).await?;
        // The mail before the code, as everywhere.
        write
            .drop_waiting_code_mails(visit.id, MailTrouble::Replaced)
            .await?;
        write.use_code(code).await?;
        if taken {
            write
                .commit(Entry::new(Act::CodeRight, Subject::Visit(visit.id)))
                .await?;
            return Ok(CodeAnswer::Taken);
        }
        let next = visit.step.after(Event::AddressChanged)?;
        let kind = MailKind::AccountAddressChanged;
        self.tell_account(open, &mut write, account, kind).await?;
        match write.change_address(account, &address).await {
            Err(StoreError::Taken) => return Ok(CodeAnswer::Taken),
            changed => changed?,
        }
        // A restriction of this address, or of the one before, holds at once.
        write.suspend_restricted().await?;
        let subject = Subject::VisitAndAccount(visit.id, account);
        write.note(Entry::new(Act::CodeRight, Subject::Visit(visit.id)));
        let before = visit.address.replace(address);
        let entry = Entry::new(Act::AccountAddressChanged, subject);
        let kept = self.move_visit(open, visit, next, write, entry).await;
        if let Err(trouble) = kept {
            visit.address = before;
            return Err(trouble);
        }
        open.mail_waits.notify_one();
        Ok(CodeAnswer::Right)
    }

    /// Another password, for whoever knows the one before.
    pub(crate) async fn change_password(&self, request: ChangePassword) -> Outcome<Nothing> {
        let asked_at = Instant::now();
        let open = self.open().await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        let answered = self.try_change(&open, visit, request).await;
        drop(place);
        self.answer_no_sooner_than_usual(asked_at).await;
        answered
    }

    async fn try_change(
        &self,
        open: &Open,
        visit: &LiveVisit,
        request: ChangePassword,
    ) -> Outcome<()> {
        let account = self.own(open, visit).await?;
        let (subject, key) = (
            AttemptSubject::PasswordByAddress,
            account.email.folded().to_owned(),
        );
        if self.is_paused(open, subject, &key).await? {
            return Err(Failure::TooMany {
                minutes: self.limits().claims_pause_minutes,
            }
            .into());
        }
        let hash = account.password_hash.map(|hash| hash.0);
        if hashing::check(request.current, hash).await == Checked::Wrong {
            let mut write = open.store.write(self.stamp(open, visit.actor())).await?;
            write.add_attempt(subject, &key).await?;
            let wrong = Entry::new(Act::AccountSignInFailed, Subject::Visit(visit.id));
            write.commit(wrong).await?;
            return Err(Failure::Invalid {
                field: "current".into(),
            }
            .into());
        }
        let hash = self
            .new_hash(open, visit, request.password, &request.again)
            .await?;
        let mut write = open.store.write(self.stamp(open, visit.actor())).await?;
        write.set_password(account.id, &PasswordHash(hash)).await?;
        write.clear_attempts(subject, &key).await?;
        let kind = MailKind::PasswordChanged;
        self.tell_account(open, &mut write, account.id, kind)
            .await?;
        let subject = Subject::VisitAndAccount(visit.id, account.id);
        write
            .commit(Entry::new(Act::PasswordChosen, subject))
            .await?;
        open.mail_waits.notify_one();
        self.changed();
        Ok(())
    }

    /// The account that its adult has opened.
    async fn own(&self, open: &Open, visit: &LiveVisit) -> Outcome<AccountRow> {
        let Step::Account { account, .. } = visit.step else {
            return Err(Failure::OutOfStep.into());
        };
        let row = open.store.account(account).await?;
        Ok(row.ok_or(Failure::NotFound)?)
    }
}
