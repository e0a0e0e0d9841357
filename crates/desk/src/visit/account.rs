//! The parent's account: its password chosen, and signing in with it (domain.md §5, §7).

use domain::visit::{Event, Proven, Step};
use domain::{
    AccountId, AccountOrigin, AddressProof, AttemptSubject, EmailAddress, MailId, MailKind,
    PersonalWords, portal_checklist,
};
use store::{Act, Entry, NewAccount, NewMail, PasswordHash, Subject, Write};
use subtle::ConstantTimeEq as _;
use tokio::time::Instant;

use super::{Adult, LiveVisit, under_way};
use crate::Desk;
use crate::contract::{
    CheckPassword, ChoosePassword, Failure, Nothing, PasswordChecklist, Secret, SignInParent,
};
use crate::failure::{Outcome, Trouble};
use crate::hashing::{self, Checked};
use crate::house::Open;

impl Desk {
    /// The portal's policy against what is typed so far; nothing is kept.
    pub(crate) async fn check_password(
        &self,
        request: CheckPassword,
    ) -> Outcome<PasswordChecklist> {
        let open = self.open().await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        self.checklist(&open, visit, &request.password).await
    }

    /// Ends *new password*: the account is born whole in this transaction, or its password is changed in it.
    pub(crate) async fn choose_password(&self, request: ChoosePassword) -> Outcome<Nothing> {
        let open = self.open().await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        let Step::NewPassword { proven } = &visit.step else {
            return Err(Failure::OutOfStep.into());
        };
        let proven = proven.clone();
        let hash = self
            .new_hash(&open, visit, request.password, &request.again)
            .await?;
        match proven.account {
            None => self.create_account(&open, visit, &proven, hash).await,
            Some(account) => self.replace_password(&open, visit, account, hash).await,
        }
    }

    /// The hash of a password that was typed twice alike and follows the policy.
    pub(super) async fn new_hash(
        &self,
        open: &Open,
        visit: &LiveVisit,
        password: Secret,
        again: &Secret,
    ) -> Outcome<String> {
        let (first, second) = (password.expose().as_bytes(), again.expose().as_bytes());
        if !bool::from(first.ct_eq(second)) {
            return Err(Failure::Invalid {
                field: "again".into(),
            }
            .into());
        }
        if !self.checklist(open, visit, &password).await?.accepted {
            return Err(Failure::PasswordRefused.into());
        }
        self.hash(password).await
    }

    async fn create_account(
        &self,
        open: &Open,
        visit: &mut LiveVisit,
        proven: &Proven,
        hash: String,
    ) -> Outcome<()> {
        let account = AccountId(self.environment().id());
        let next = visit.step.after(Event::PasswordChosen(account))?;
        let mut write = open.store.write(self.stamp(open, visit.actor())).await?;
        write
            .create_account(&NewAccount {
                id: account,
                email: proven.address.clone(),
                guardian_id: visit.guardian,
                password_hash: PasswordHash(hash),
                origin: AccountOrigin::Desk,
                address_proof: proven.proof,
                language: visit.language.as_str().to_owned(),
                visit_id: visit.id,
            })
            .await?;
        self.wish_mail(&mut write, MailKind::AccountCreated, visit, &proven.address)
            .await?;
        if proven.proof == AddressProof::InPerson {
            let language = visit.language.as_str();
            self.wish_address_proof(&mut write, account, &proven.address, language)
                .await?;
        }
        let entry = Entry::new(
            Act::AccountCreated,
            Subject::VisitAndAccount(visit.id, account),
        );
        self.move_visit(open, visit, next, write, entry).await?;
        open.mail_waits.notify_one();
        Ok(())
    }

    async fn replace_password(
        &self,
        open: &Open,
        visit: &mut LiveVisit,
        account: AccountId,
        hash: String,
    ) -> Outcome<()> {
        let next = visit.step.after(Event::PasswordChosen(account))?;
        let mut write = open.store.write(self.stamp(open, visit.actor())).await?;
        write.set_password(account, &PasswordHash(hash)).await?;
        self.tell_account(open, &mut write, account, MailKind::PasswordChanged)
            .await?;
        let entry = Entry::new(
            Act::PasswordChosen,
            Subject::VisitAndAccount(visit.id, account),
        );
        self.move_visit(open, visit, next, write, entry).await?;
        open.mail_waits.notify_one();
        Ok(())
    }

    /// "It was not me" (domain.md §13): told to the address that the account has before this write, in its language.
    pub(super) async fn tell_account(
        &self,
        open: &Open,
        write: &mut Write,
        account: AccountId,
        kind: MailKind,
    ) -> Outcome<()> {
        let row = open.store.account(account).await?;
        let row = row.ok_or(Failure::NotFound)?;
        let mail = NewMail {
            id: MailId(self.environment().id()),
            kind,
            address: row.email,
            language: row.language,
            visit_id: None,
            account_id: Some(account),
            student_id: None,
        };
        Ok(write.put_mail(&mail).await?)
    }

    /// Address and password. The answer is the same, after the same work, whether or not there is an account.
    pub(crate) async fn sign_in_parent(&self, request: SignInParent) -> Outcome<Nothing> {
        let asked_at = Instant::now();
        let open = self.open().await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        let Step::SignIn { proven } = &visit.step else {
            return Err(Failure::OutOfStep.into());
        };
        let invalid = || Failure::Invalid {
            field: "address".into(),
        };
        let address = match (proven, &request.address) {
            (Some(proven), _) => proven.address.clone(),
            (None, Some(typed)) => EmailAddress::parse(typed).map_err(|_| invalid())?,
            (None, None) => return Err(invalid().into()),
        };
        let answered = self
            .try_password(&open, visit, &address, request.password)
            .await;
        drop(place);
        self.answer_no_sooner_than_usual(asked_at).await;
        answered
    }

    async fn try_password(
        &self,
        open: &Open,
        visit: &mut LiveVisit,
        address: &EmailAddress,
        password: Secret,
    ) -> Outcome<()> {
        let subject = AttemptSubject::PasswordByAddress;
        if self.is_paused(open, subject, address.folded()).await? {
            return Err(Failure::TooMany {
                minutes: self.limits().claims_pause_minutes,
            }
            .into());
        }
        // An account whose address still awaits its proof cannot sign in (domain.md §5).
        let account = open.store.account_by_address(address).await?;
        let account = account.filter(|account| account.address_proven_at.is_some());
        let hash = account
            .as_ref()
            .and_then(|account| account.password_hash.clone())
            .map(|hash| hash.0);
        let checked = hashing::check(password.clone(), hash).await;
        let mut write = open.store.write(self.stamp(open, visit.actor())).await?;
        let Some(account) = account.filter(|_| checked != Checked::Wrong) else {
            write
                .add_attempt(AttemptSubject::PasswordByAddress, address.folded())
                .await?;
            write
                .commit(Entry::new(
                    Act::AccountSignInFailed,
                    Subject::Visit(visit.id),
                ))
                .await?;
            return Err(Failure::SignInRefused.into());
        };
        if checked == Checked::RightButWeak {
            write
                .set_password(account.id, &PasswordHash(self.hash(password).await?))
                .await?;
        }
        write
            .clear_attempts(AttemptSubject::PasswordByAddress, address.folded())
            .await?;
        let next = visit.step.after(Event::SignedIn(account.id))?;
        let guardian = self.adult_of(open, visit, address, Some(&account)).await?;
        if let Some(student) = visit.student
            && self
                .is_restricted(open, student, Adult { address, guardian })
                .await?
        {
            drop(write);
            return self.halt(open, visit, Some(student)).await;
        }
        visit.address = Some(address.clone());
        visit.guardian = guardian;
        let entry = Entry::new(
            Act::AccountSignedIn,
            Subject::VisitAndAccount(visit.id, account.id),
        );
        self.move_visit(open, visit, next, write, entry).await
    }

    async fn hash(&self, password: Secret) -> Outcome<String> {
        let mut salt = [0; 16];
        self.environment()
            .with_random(|random| rand::Rng::fill_bytes(random, &mut salt));
        let hash = hashing::hash(password, salt).await;
        hash.ok_or_else(|| Trouble::unexpected("the password could not be hashed"))
    }

    async fn checklist(
        &self,
        open: &Open,
        visit: &LiveVisit,
        password: &Secret,
    ) -> Outcome<PasswordChecklist> {
        let mut names = Vec::new();
        let mut birth_dates = Vec::new();
        let mut children = match visit.guardian {
            Some(guardian) => open
                .store
                .students_of_guardian(guardian)
                .await?
                .into_iter()
                .map(|(student, _)| student)
                .collect(),
            None => Vec::new(),
        };
        if let Some(student) = visit.student {
            children.extend(open.store.student(student).await?);
        }
        for child in &children {
            names.extend([child.last_names.as_str(), child.first_names.as_str()]);
            birth_dates.extend(child.birth_date);
        }
        let personal = PersonalWords::new(visit.address.as_ref(), &names, &birth_dates);
        let list = portal_checklist(password.expose(), &personal);
        Ok(PasswordChecklist {
            length: list.length,
            lower: list.lower,
            upper: list.upper,
            digit: list.digit,
            symbol: list.symbol,
            kinds: list.kinds,
            allowed_characters: list.allowed_characters,
            not_personal: list.not_personal,
            not_common: list.not_common,
            accepted: list.accepted(),
        })
    }
}
