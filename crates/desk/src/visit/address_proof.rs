//! The other kind of code (domain.md §5): it proves, days later, an address that was accepted in person. The code
//! itself is drawn by the sender (`outgoing`), at each sending.

use domain::visit::{Event, Proven, Step};
use domain::{
    AccountId, AddressProof, AttemptSubject, CodeDigits, EmailAddress, GuardianId, MailId,
    MailKind, MailTrouble,
};
use store::{Act, Entry, NewMail, Subject, Write};
use subtle::ConstantTimeEq as _;
use tokio::time::Instant;

use super::under_way;
use crate::Desk;
use crate::contract::{
    AddressProofAnswer, EnterAddressProof, Failure, Nothing, ResendAddressProof,
};
use crate::failure::Outcome;
use crate::house::Open;
use crate::permission::Act as Permission;

impl Desk {
    /// The code as the parent typed it, with their address. The answer is the same, after the same time, for a wrong
    /// code, a dead one and an address without an account.
    pub(crate) async fn enter_address_proof(
        &self,
        request: EnterAddressProof,
    ) -> Outcome<AddressProofAnswer> {
        let asked_at = Instant::now();
        let answered = self.try_address_proof(request).await;
        self.answer_no_sooner_than_usual(asked_at).await;
        answered
    }

    async fn try_address_proof(&self, request: EnterAddressProof) -> Outcome<AddressProofAnswer> {
        let address = EmailAddress::parse(&request.address).map_err(|_| Failure::Invalid {
            field: "address".into(),
        })?;
        let open = self.open().await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        if !matches!(visit.step, Step::SignIn { .. }) {
            return Err(Failure::OutOfStep.into());
        }
        let subject = AttemptSubject::PasswordByAddress;
        if self.is_paused(&open, subject, address.folded()).await? {
            return Err(Failure::TooMany {
                minutes: self.limits().claims_pause_minutes,
            }
            .into());
        }
        let account = open.store.account_by_address(&address).await?;
        let account = account.filter(|account| account.address_proven_at.is_none());
        let code = match &account {
            Some(account) => open.store.current_address_proof(account.id).await?,
            None => None,
        };
        let code = code.filter(|code| code.is_live(self.environment().now()));
        let typed = CodeDigits::parse(request.code.expose());
        let right = match (&typed, &code, &account) {
            (Some(typed), Some(code), Some(account)) => {
                let hash = address_proof_hash(&open.store, account.id, &address, typed);
                bool::from(hash.as_slice().ct_eq(&code.hash))
            }
            _ => false,
        };
        let mut write = open.store.write(self.stamp(&open, visit.actor())).await?;
        let (Some(account), Some(code), true) = (account, &code, right) else {
            if let Some(code) = code {
                let deadly = self.limits().code_wrong_entries;
                write.count_wrong_entry(code.id, deadly).await?;
            }
            write.add_attempt(subject, address.folded()).await?;
            let entry = Entry::new(Act::AddressProofWrong, Subject::Visit(visit.id));
            write.commit(entry).await?;
            return Ok(AddressProofAnswer::Wrong);
        };
        let proven = Proven {
            address: address.clone(),
            proof: AddressProof::Code,
            account: Some(account.id),
        };
        let next = visit.step.after(Event::AddressProven(proven))?;
        if !write.use_code(code.id).await? {
            return Ok(AddressProofAnswer::Wrong);
        }
        write.prove_address(account.id).await?;
        write.clear_attempts(subject, address.folded()).await?;
        visit.address = Some(address);
        let entry = Entry::new(
            Act::AddressProven,
            Subject::VisitAndAccount(visit.id, account.id),
        );
        self.move_visit(&open, visit, next, write, entry).await?;
        Ok(AddressProofAnswer::Right)
    }

    /// Sends the proof once more to the accounts of an adult that still wait for it; the older code dies.
    pub(crate) async fn resend_address_proof(
        &self,
        request: ResendAddressProof,
    ) -> Outcome<Nothing> {
        let open = self.staffed(Permission::RunVisit).await?;
        let accounts = open
            .store
            .accounts_of_guardian(GuardianId(request.guardian_id))
            .await?;
        let waiting = accounts
            .into_iter()
            .find(|account| account.address_proven_at.is_none())
            .ok_or(Failure::NotFound)?;
        self.limit_codes(&open, &waiting.email).await?;
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        write
            .add_attempt(AttemptSubject::CodeToAddress, waiting.email.folded())
            .await?;
        write
            .drop_address_proofs(waiting.id, MailTrouble::Replaced)
            .await?;
        self.wish_address_proof(&mut write, waiting.id, &waiting.email, &waiting.language)
            .await?;
        write
            .commit(Entry::new(Act::MailRetried, Subject::Account(waiting.id)))
            .await?;
        open.mail_waits.notify_one();
        self.changed();
        Ok(())
    }

    /// Puts the wish for the proof into the outbox, in the transaction that makes it necessary.
    pub(super) async fn wish_address_proof(
        &self,
        write: &mut Write,
        account: AccountId,
        address: &EmailAddress,
        language: &str,
    ) -> Outcome<()> {
        let mail = NewMail {
            id: MailId(self.environment().id()),
            kind: MailKind::AddressProof,
            address: address.clone(),
            language: language.to_owned(),
            visit_id: None,
            account_id: Some(account),
            student_id: None,
        };
        Ok(write.put_mail(&mail).await?)
    }

    /// Whether this account still waits for the proof of its address.
    pub(crate) async fn awaits_proof(&self, open: &Open, account: AccountId) -> Outcome<bool> {
        let account = open.store.account(account).await?;
        Ok(account.is_some_and(|account| {
            account.address_proven_at.is_none() && account.closed_at.is_none()
        }))
    }
}

/// The keyed hash under which a proof is stored: bound to its account and address (domain.md §5).
pub(crate) fn address_proof_hash(
    store: &store::Store,
    account: AccountId,
    address: &EmailAddress,
    code: &CodeDigits,
) -> [u8; 32] {
    store.code_hash(&[
        account.0.as_bytes(),
        address.folded().as_bytes(),
        code.as_bytes(),
    ])
}
