//! The address and its code: given, sent, typed back, sent again (domain.md §5, §7).
//! The code itself is drawn by the sender (`outgoing`), at each sending.

use std::time::Duration;

use chrono::TimeDelta;
use domain::visit::{Event, Proven, Step};
use domain::{
    AddressProof, AttemptSubject, CodeDigits, EmailAddress, MailId, MailKind, MailTrouble,
};
use store::{AccountRow, Act, Actor, CodeRow, Entry, NewMail, Subject, Write};
use subtle::ConstantTimeEq as _;
use tokio::time::Instant;

use super::{Adult, LiveVisit, moved, under_way};
use crate::Desk;
use crate::contract::{CodeAnswer, EnterCode, Failure, GiveAddress, Nothing};
use crate::failure::Outcome;
use crate::house::Open;
use crate::permission::Act as Permission;

impl Desk {
    /// Takes the address and wishes for a code. The parent is told the same, after the same time, whether or not the
    /// address is on a file; the secretary sees it.
    pub(crate) async fn give_address(&self, request: GiveAddress) -> Outcome<Nothing> {
        let asked_at = Instant::now();
        let address = EmailAddress::parse(&request.address).map_err(|_| Failure::Invalid {
            field: "address".into(),
        })?;
        let open = self.open().await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        let next = visit.step.after(Event::AddressGiven(address.clone()))?;
        let actor = visit.actor();
        let answered = self.wish_code(&open, visit, &address, next, actor).await;
        if answered.is_ok() {
            visit.offered = None;
        }
        drop(place);
        self.answer_no_sooner_than_usual(asked_at).await;
        answered
    }

    /// The parent takes the address that the secretary offered: a code leaves for it.
    pub(crate) async fn take_offered_address(&self, (): Nothing) -> Outcome<Nothing> {
        let asked_at = Instant::now();
        let open = self.open().await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        let address = visit.offered.clone().ok_or(Failure::OutOfStep)?;
        let next = visit.step.after(Event::AddressGiven(address.clone()))?;
        let actor = visit.actor();
        let answered = self.wish_code(&open, visit, &address, next, actor).await;
        drop(place);
        self.answer_no_sooner_than_usual(asked_at).await;
        answered
    }

    /// A new code to the same address, wished by the parent; it kills the old one.
    pub(crate) async fn ask_code_again(&self, (): Nothing) -> Outcome<Nothing> {
        let asked_at = Instant::now();
        let open = self.open().await?;
        let answered = self.wish_code_again(&open, None).await;
        self.answer_no_sooner_than_usual(asked_at).await;
        answered
    }

    /// The same, wished by the secretary.
    pub(crate) async fn resend_code(&self, (): Nothing) -> Outcome<Nothing> {
        let open = self.staffed(Permission::RunVisit).await?;
        self.wish_code_again(&open, Some(open.actor())).await
    }

    /// Wished by the parent, or by the member of staff who is named.
    async fn wish_code_again(&self, open: &Open, staff: Option<Actor>) -> Outcome<Nothing> {
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        let address = visit.step.awaits_code().ok_or(Failure::OutOfStep)?;
        let (address, next) = (address.clone(), visit.step.clone());
        let actor = staff.unwrap_or(visit.actor());
        self.wish_code(open, visit, &address, next, actor).await
    }

    pub(super) async fn wish_code(
        &self,
        open: &Open,
        visit: &mut LiveVisit,
        address: &EmailAddress,
        next: Step,
        actor: Actor,
    ) -> Outcome<()> {
        self.limit_codes(open, address).await?;
        let asked_at = self.environment().now();
        let on_file = !open
            .store
            .guardians_by_address(address.folded())
            .await?
            .is_empty();
        // An account may stand at an address that no file has: brought in from before, or changed by its adult.
        let is_known = on_file || open.store.account_by_address(address).await?.is_some();
        // Whoever is signed in may have any address; whether another account has it is said after the code.
        let is_sent = is_known || matches!(next, Step::Account { .. });
        let mut write = open.store.write(self.stamp(open, actor)).await?;
        write
            .add_attempt(AttemptSubject::CodeToAddress, address.folded())
            .await?;
        write
            .drop_codes_of_visit(visit.id, MailTrouble::Replaced)
            .await?;
        if is_sent {
            self.wish_mail(&mut write, MailKind::VerificationCode, visit, address)
                .await?;
        }
        let entry = moved(visit, &next);
        let before = visit.address.replace(address.clone());
        let kept = self.move_visit(open, visit, next, write, entry).await;
        if kept.is_err() {
            visit.address = before;
        } else {
            visit.code_asked_at = Some(asked_at);
            visit.wrong_codes = 0;
            open.mail_waits.notify_one();
        }
        kept
    }

    /// Puts the wish for a mail of this visit into the outbox, in the same transaction.
    pub(super) async fn wish_mail(
        &self,
        write: &mut Write,
        kind: MailKind,
        visit: &LiveVisit,
        address: &EmailAddress,
    ) -> Outcome<()> {
        let mail = NewMail {
            id: MailId(self.environment().id()),
            kind,
            address: address.clone(),
            language: visit.language.as_str().to_owned(),
            visit_id: Some(visit.id),
            account_id: visit.step.account(),
            student_id: None,
        };
        Ok(write.put_mail(&mail).await?)
    }

    /// domain.md §5: so many codes to one address in a short while, and so many a day.
    pub(super) async fn limit_codes(&self, open: &Open, address: &EmailAddress) -> Outcome<()> {
        let again = self.sendings_again_at(open, address.folded()).await?;
        let Some(again) = again else {
            return Ok(());
        };
        let left = (again - self.environment().now()).num_seconds();
        let minutes = u32::try_from(left).unwrap_or_default().div_ceil(60);
        Err(Failure::TooMany {
            minutes: minutes.max(1),
        }
        .into())
    }

    /// The code as the parent typed it.
    pub(crate) async fn enter_code(&self, request: EnterCode) -> Outcome<CodeAnswer> {
        let asked_at = Instant::now();
        let answered = self.try_code(request).await;
        self.answer_no_sooner_than_usual(asked_at).await;
        answered
    }

    async fn try_code(&self, request: EnterCode) -> Outcome<CodeAnswer> {
        let open = self.open().await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        let address = visit.step.awaits_code().ok_or(Failure::OutOfStep)?;
        let address = address.clone();
        if visit.wrong_codes >= self.limits().code_wrong_entries {
            return Ok(CodeAnswer::Dead);
        }
        // One that was sent before the last was asked for is as if it had never been.
        let code = open.store.current_code(visit.id).await?;
        let code = code.filter(|code| Some(code.sent_at) >= visit.code_asked_at);
        if !self.may_live(visit, code.as_ref()) {
            return Ok(CodeAnswer::Dead);
        }
        let typed = CodeDigits::parse(request.code.expose());
        let right = match (&typed, &code) {
            (Some(typed), Some(code)) => {
                let hash = code_hash(&open.store, visit.id, &address, typed);
                bool::from(hash.as_slice().ct_eq(&code.hash))
            }
            _ => false,
        };
        match code {
            Some(code) if right => match visit.step {
                Step::Account { account, .. } => {
                    self.new_address_right(&open, visit, account, address, code.id)
                        .await
                }
                _ => self.code_right(&open, visit, address, &code).await,
            },
            code => self.code_wrong(&open, visit, code.as_ref()).await,
        }
    }

    /// A code that was never sent has the time of one that left when it was asked for: the answers say nothing.
    fn may_live(&self, visit: &LiveVisit, code: Option<&CodeRow>) -> bool {
        let now = self.environment().now();
        let valid = TimeDelta::minutes(self.limits().code_valid_minutes.into());
        match code {
            Some(code) => code.is_live(now),
            None => visit.code_asked_at.is_some_and(|asked| now < asked + valid),
        }
    }

    async fn code_right(
        &self,
        open: &Open,
        visit: &mut LiveVisit,
        address: EmailAddress,
        code: &CodeRow,
    ) -> Outcome<CodeAnswer> {
        let account = open.store.account_by_address(&address).await?;
        // An account from before may have no password yet: it is chosen now, as a forgotten one (domain.md §1.4).
        let has_none = account
            .as_ref()
            .is_some_and(|account| account.password_hash.is_none());
        let guardian = self
            .adult_of(open, visit, &address, account.as_ref())
            .await?;
        let adult = Adult {
            address: &address,
            guardian,
        };
        if let Some(student) = visit.student
            && self.is_restricted(open, student, adult).await?
        {
            self.halt(open, visit, Some(student)).await?;
            return Ok(CodeAnswer::Right);
        }
        let proven = Proven {
            address,
            proof: AddressProof::Code,
            account: account.map(|account| account.id),
        };
        let mut next = visit.step.after(Event::AddressProven(proven))?;
        if has_none {
            next = next.after(Event::NewPasswordWished)?;
        }
        let mut write = open.store.write(self.stamp(open, visit.actor())).await?;
        write.use_code(code.id).await?;
        visit.guardian = guardian;
        let entry = Entry::new(Act::CodeRight, Subject::Visit(visit.id));
        self.move_visit(open, visit, next, write, entry).await?;
        Ok(CodeAnswer::Right)
    }

    /// Counted in the database where there is a code, and alike in the visit where there is none.
    async fn code_wrong(
        &self,
        open: &Open,
        visit: &mut LiveVisit,
        code: Option<&CodeRow>,
    ) -> Outcome<CodeAnswer> {
        let wrong = visit.wrong_codes + 1;
        let deadly = self.limits().code_wrong_entries;
        let tries_left = deadly.saturating_sub(wrong);
        let mut write = open.store.write(self.stamp(open, visit.actor())).await?;
        if let Some(code) = code {
            write.count_wrong_entry(code.id, deadly).await?;
        }
        write
            .commit(Entry::new(Act::CodeWrong, Subject::Visit(visit.id)))
            .await?;
        visit.wrong_codes = wrong;
        self.changed();
        Ok(if tries_left == 0 {
            CodeAnswer::Dead
        } else {
            CodeAnswer::Wrong { tries_left }
        })
    }

    /// The adult of an account where it is known; else the one behind the address.
    pub(super) async fn adult_of(
        &self,
        open: &Open,
        visit: &LiveVisit,
        address: &EmailAddress,
        account: Option<&AccountRow>,
    ) -> Outcome<Option<domain::GuardianId>> {
        match account.and_then(|account| account.guardian_id) {
            Some(guardian) => Ok(Some(guardian)),
            None => self.guardian_behind(open, visit, address).await,
        }
    }

    /// The adult behind an address: the one whom the secretary chose if the address is theirs, else the only one who
    /// has it; several are for the secretary to choose among.
    pub(super) async fn guardian_behind(
        &self,
        open: &Open,
        visit: &LiveVisit,
        address: &EmailAddress,
    ) -> Outcome<Option<domain::GuardianId>> {
        let behind = open.store.guardians_by_address(address.folded()).await?;
        let chosen = behind.iter().find(|row| Some(row.id) == visit.guardian);
        Ok(match (chosen, behind.as_slice()) {
            (Some(row), _) => Some(row.id),
            (None, [only]) => Some(only.id),
            _ => None,
        })
    }

    /// Waits until the usual least time has passed, so that an answer's time says nothing (domain.md §5).
    pub(super) async fn answer_no_sooner_than_usual(&self, asked_at: Instant) {
        let least = Duration::from_millis(self.limits().least_answer_milliseconds.into());
        tokio::time::sleep_until(asked_at + least).await;
    }
}

/// The keyed hash under which a code is stored: bound to its visit and address (domain.md §5).
pub(crate) fn code_hash(
    store: &store::Store,
    visit: domain::VisitId,
    address: &EmailAddress,
    code: &CodeDigits,
) -> [u8; 32] {
    store.code_hash(&[
        visit.0.as_bytes(),
        address.folded().as_bytes(),
        code.as_bytes(),
    ])
}
