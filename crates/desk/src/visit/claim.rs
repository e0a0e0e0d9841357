//! A claim: what an adult states about a child, held against the registry (domain.md §4, §5, §6).
//! The parent learns whether it matches; the secretary which field differs, and why.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use domain::visit::Step;
use domain::{
    AccountId, AttemptSubject, Claim, ClaimField, ClaimOutcome, ConfirmationId, ConfirmationMethod,
    EmailAddress, FicheNumber, FileIdentity, GuardianId, Number, PermanentCode, PermanentCodeError,
    ServiceCentreCode, StudentId, compare_with_file, judge, name, service_centre,
};
use store::{Act, Entry, GuardianRow, NewConfirmation, StudentRow, Subject, Write, guardian_key};
use tokio::time::Instant;

use super::gate::open_gate;
use super::{LiveVisit, under_way};
use crate::Desk;
use crate::contract::{
    ClaimAnswer, ClaimOutcomeWord, ClaimSeen, Failure, FieldSeen, ParentChild, StateClaim,
};
use crate::failure::Outcome;
use crate::house::Open;

/// A claim held against the registry, before anybody acts on it.
pub(crate) struct Weighed {
    pub outcome: ClaimOutcomeWord,
    /// The child whom the number met, else the names and birth date.
    pub student: Option<StudentRow>,
    pub fields: Vec<FieldSeen>,
    /// Every child met, by number or by names and birth date: each counts a wrong claim (domain.md §5).
    pub met: BTreeSet<StudentId>,
}

/// The adult behind a claim, where there is one: a technician may ask without.
#[derive(Clone, Copy)]
pub(crate) struct Adult<'a> {
    pub address: &'a EmailAddress,
    pub guardian: Option<GuardianId>,
}

impl Desk {
    /// A claim at the parent's window. A match ties the child; anything else is counted and reads alike.
    pub(crate) async fn state_claim(&self, request: StateClaim) -> Outcome<ClaimAnswer> {
        let asked_at = Instant::now();
        let open = self.open().await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        let Step::Children { account } = visit.step else {
            return Err(Failure::OutOfStep.into());
        };
        if request.never_enrolled || request.adult_or_vocational {
            return Ok(ClaimAnswer::SeeSecretary);
        }
        let claim = match read_claim(&request)? {
            Read::Claim(claim) => claim,
            Read::Answer(answer) => return Ok(answer),
        };
        let answered = self.answer_claim(&open, visit, account, &claim).await;
        drop(place);
        self.answer_no_sooner_than_usual(asked_at).await;
        answered
    }

    async fn answer_claim(
        &self,
        open: &Open,
        visit: &mut LiveVisit,
        account: AccountId,
        claim: &Claim,
    ) -> Outcome<ClaimAnswer> {
        let Some(address) = self.account_address(open, account).await? else {
            return Err(Failure::OutOfStep.into());
        };
        // The desk's own count pauses a kiosk only: a staffed desk serves one family after another (domain.md §5).
        let by_address = AttemptSubject::ClaimByAddress;
        if self.is_paused(open, by_address, address.folded()).await? {
            return Ok(ClaimAnswer::Paused);
        }
        let adult = Adult {
            address: &address,
            guardian: visit.guardian,
        };
        let weighed = self.weigh(open, claim, Some(adult)).await?;
        let answer = match (weighed.outcome, &weighed.student) {
            (ClaimOutcomeWord::Match, Some(student)) => {
                self.tie(open, visit, account, student).await?
            }
            (ClaimOutcomeWord::OfAge, _) => ClaimAnswer::SeeSecretary,
            (ClaimOutcomeWord::Restricted, Some(student)) => {
                let student = student.id;
                self.halt(open, visit, Some(student)).await?;
                return Ok(ClaimAnswer::DoesNotMatch);
            }
            _ => {
                self.count_wrong_claim(open, visit, &address, &weighed)
                    .await?;
                match claim.service_centre == open.desk.service_centre {
                    true => ClaimAnswer::DoesNotMatch,
                    false => ClaimAnswer::NotFoundHere,
                }
            }
        };
        let other = Some(claim.service_centre).filter(|code| *code != open.desk.service_centre);
        visit.claim = Some(ClaimSeen {
            at: self.environment().now(),
            outcome: weighed.outcome.into(),
            student: weighed.student.as_ref().map(Into::into),
            file_corrected: false,
            other_centre: other.and_then(service_centre::by_code).map(Into::into),
            fields: weighed.fields,
        });
        visit.correcting = false;
        self.changed();
        Ok(answer)
    }

    /// Holds a claim against the registry: nothing is counted, nothing written.
    pub(crate) async fn weigh(
        &self,
        open: &Open,
        claim: &Claim,
        adult: Option<Adult<'_>>,
    ) -> Outcome<Weighed> {
        let by_number = match &claim.number {
            Number::Fiche(fiche) => {
                open.store
                    .student_by_fiche(claim.service_centre, *fiche)
                    .await?
            }
            Number::PermanentCode(code) => open.store.student_by_permanent_code(code).await?,
        };
        let (last, first) = (
            name::fold(&claim.last_names),
            name::fold(&claim.first_names),
        );
        let by_names = open
            .store
            .students_by_identity(claim.service_centre, &last, &first, claim.birth_date)
            .await?;
        let met = by_number
            .iter()
            .chain(&by_names)
            .map(|student| student.id)
            .collect();
        let found = by_number.is_some();
        let student = by_number
            .or_else(|| by_names.into_iter().next())
            .filter(|student| student.active);
        let fields = student
            .as_ref()
            .map(|student| beside_the_file(claim, student))
            .unwrap_or_default();
        let outcome = match &student {
            None => ClaimOutcomeWord::Unknown,
            Some(student) => self.outcome(open, claim, student, found, adult).await?,
        };
        Ok(Weighed {
            outcome,
            student,
            fields,
            met,
        })
    }

    async fn outcome(
        &self,
        open: &Open,
        claim: &Claim,
        student: &StudentRow,
        by_number: bool,
        adult: Option<Adult<'_>>,
    ) -> Outcome<ClaimOutcomeWord> {
        // A restriction wins over everything, a lock over what the claim says (domain.md §5, §6).
        if let Some(adult) = adult
            && self.is_restricted(open, student.id, adult).await?
        {
            return Ok(ClaimOutcomeWord::Restricted);
        }
        if open.store.claim_lock(student.id).await?.is_some() {
            return Ok(ClaimOutcomeWord::Locked);
        }
        Ok(match judge(claim, &identity(student)) {
            ClaimOutcome::Incomplete => ClaimOutcomeWord::Incomplete,
            // No child has the number that was stated; the names found one all the same.
            ClaimOutcome::Mismatch(_) if !by_number => ClaimOutcomeWord::Unknown,
            ClaimOutcome::Mismatch(_) => ClaimOutcomeWord::Mismatch,
            ClaimOutcome::Match => match adult {
                Some(adult) if !self.is_on_file(open, student.id, adult).await? => {
                    ClaimOutcomeWord::NotOnFile
                }
                Some(adult) if self.has_not_agreed(open, student, adult).await? => {
                    ClaimOutcomeWord::OfAge
                }
                _ => ClaimOutcomeWord::Match,
            },
        })
    }

    /// Whether the address stands on the child's file, or one that its account had before (domain.md §6).
    async fn is_on_file(&self, open: &Open, student: StudentId, adult: Adult<'_>) -> Outcome<bool> {
        let guardians = open.store.guardians_of(student).await?;
        let former = open.store.former_addresses(adult.address).await?;
        Ok(guardians
            .iter()
            .any(|(row, _)| has_address(row, adult.address, &former)))
    }

    /// Whether the student is of age and has not agreed to the adult; until one is chosen, to whoever has the address.
    async fn has_not_agreed(
        &self,
        open: &Open,
        student: &StudentRow,
        adult: Adult<'_>,
    ) -> Outcome<bool> {
        let adults = match adult.guardian {
            Some(guardian) => vec![guardian],
            None => {
                let former = open.store.former_addresses(adult.address).await?;
                let guardians = open.store.guardians_of(student.id).await?.into_iter();
                guardians
                    .filter(|(row, _)| has_address(row, adult.address, &former))
                    .map(|(row, _)| row.id)
                    .collect()
            }
        };
        self.lacks_agreement(open, student, &adults).await
    }

    /// Whether the adult, their address or their folded name is restricted for the child (domain.md §6).
    pub(crate) async fn is_restricted(
        &self,
        open: &Open,
        student: StudentId,
        adult: Adult<'_>,
    ) -> Outcome<bool> {
        let restricted = open.store.restricted_for(student).await?;
        if restricted.is_empty() {
            return Ok(false);
        }
        let former = open.store.former_addresses(adult.address).await?;
        // Until the adult is chosen, whoever has the address may be at the counter.
        let named = match adult.guardian {
            Some(guardian) => open.store.guardian(guardian).await?.into_iter().collect(),
            None => {
                let address = adult.address.folded();
                open.store.guardians_by_address(address).await?
            }
        };
        Ok(restricted.iter().any(|row| {
            Some(row.id) == adult.guardian
                || has_address(row, adult.address, &former)
                || named.iter().any(|named| key(named) == key(row))
        }))
    }

    /// Ties the child to the account: association, confirmation and journal in one transaction.
    async fn tie(
        &self,
        open: &Open,
        visit: &LiveVisit,
        account: AccountId,
        student: &StudentRow,
    ) -> Outcome<ClaimAnswer> {
        let child = ParentChild::from(student);
        let children = open.store.children_of(account).await?;
        if children.iter().any(|(row, _)| row.id == student.id) {
            return Ok(ClaimAnswer::AlreadyTied { child });
        }
        // What was taken back is not taken again by a claim: a member of staff sees to it.
        let ties = open.store.associations_on(student.id).await?;
        if ties
            .iter()
            .any(|tie| tie.account_id == account && tie.revoked_at.is_some())
        {
            return Ok(ClaimAnswer::SeeSecretary);
        }
        let mut write = open.store.write(self.stamp(open, visit.actor())).await?;
        write
            .confirm(&NewConfirmation {
                id: ConfirmationId(self.environment().id()),
                account_id: account,
                student_id: student.id,
                method: ConfirmationMethod::Claim,
                identity_document: None,
                tie_document: None,
                staff_id: None,
                visit_id: visit.id,
            })
            .await?;
        open_gate(&mut write, account).await?;
        write.note(Entry::new(
            Act::ClaimMatched,
            Subject::VisitAndStudent(visit.id, student.id),
        ));
        write
            .commit(Entry::new(
                Act::ChildConfirmed,
                Subject::AccountAndStudent(account, student.id),
            ))
            .await?;
        Ok(ClaimAnswer::Matched { child })
    }

    /// domain.md §5: a wrong claim counts against the address, the desk and every child it met.
    async fn count_wrong_claim(
        &self,
        open: &Open,
        visit: &LiveVisit,
        address: &EmailAddress,
        weighed: &Weighed,
    ) -> Outcome<()> {
        let mut write = open.store.write(self.stamp(open, visit.actor())).await?;
        write
            .add_attempt(AttemptSubject::ClaimByAddress, address.folded())
            .await?;
        write
            .add_attempt(AttemptSubject::ClaimByDesk, &open.desk.id.to_string())
            .await?;
        for student in &weighed.met {
            self.count_on_child(open, &mut write, *student).await?;
        }
        let subject = match &weighed.student {
            Some(student) => Subject::VisitAndStudent(visit.id, student.id),
            None => Subject::Visit(visit.id),
        };
        Ok(write.commit(Entry::new(Act::ClaimRefused, subject)).await?)
    }

    async fn count_on_child(
        &self,
        open: &Open,
        write: &mut Write,
        student: StudentId,
    ) -> Outcome<()> {
        let since = write.now() - TimeDelta::hours(24);
        let key = student.to_string();
        let before = open
            .store
            .attempts_since(AttemptSubject::ClaimOnChild, &key, since)
            .await?;
        write
            .add_attempt(AttemptSubject::ClaimOnChild, &key)
            .await?;
        let locked = open.store.claim_lock(student).await?.is_some();
        if !locked && before.count + 1 >= self.limits().claims_on_child_a_day {
            write.lock_claims(student).await?;
            write.note(Entry::new(Act::ClaimsLocked, Subject::Student(student)));
        }
        Ok(())
    }

    /// Whether so many wrong tries came in one window that the road is closed (domain.md §5).
    pub(super) async fn is_paused(
        &self,
        open: &Open,
        subject: AttemptSubject,
        key: &str,
    ) -> Outcome<bool> {
        Ok(self.paused_until(open, subject, key).await?.is_some())
    }

    pub(super) async fn account_address(
        &self,
        open: &Open,
        account: AccountId,
    ) -> Outcome<Option<EmailAddress>> {
        Ok(open
            .store
            .account(account)
            .await?
            .map(|account| account.email))
    }
}

/// Whether an adult of a file has this address, or one of those that its account had before.
fn has_address(row: &GuardianRow, address: &EmailAddress, former: &[String]) -> bool {
    row.email.as_ref().is_some_and(|email| {
        email == address || former.iter().any(|before| before == email.folded())
    })
}

/// The folded name that a restriction follows (domain.md §6).
fn key(guardian: &GuardianRow) -> String {
    guardian_key(&guardian.last_names, &guardian.first_names)
}

/// What the file of a student says, as a claim is held against it.
pub(crate) fn identity(student: &StudentRow) -> FileIdentity<'_> {
    FileIdentity {
        service_centre: student.service_centre,
        last_names: &student.last_names,
        first_names: &student.first_names,
        birth_date: student.birth_date,
        fiche: student.fiche,
        permanent_code: student.permanent_code.as_ref(),
    }
}

/// Each field as stated, beside the file, with its verdict; numbers masked.
fn beside_the_file(claim: &Claim, student: &StudentRow) -> Vec<FieldSeen> {
    let verdicts = compare_with_file(claim, &identity(student)).fields;
    let sides = |field| match field {
        ClaimField::ServiceCentre => (
            claim.service_centre.to_string(),
            Some(student.service_centre.to_string()),
        ),
        ClaimField::LastNames => (claim.last_names.clone(), Some(student.last_names.clone())),
        ClaimField::FirstNames => (claim.first_names.clone(), Some(student.first_names.clone())),
        ClaimField::BirthDate => (
            claim.birth_date.to_string(),
            student.birth_date.map(|date| date.to_string()),
        ),
        ClaimField::Number => (
            claim.number.masked(),
            number_on_file(&claim.number, student),
        ),
    };
    verdicts
        .into_iter()
        .map(|found| {
            let (stated, on_file) = sides(found.field);
            FieldSeen {
                field: found.field.into(),
                verdict: found.verdict.into(),
                stated,
                on_file,
            }
        })
        .collect()
}

fn number_on_file(stated: &Number, student: &StudentRow) -> Option<String> {
    match stated {
        Number::Fiche(_) => student.fiche.map(FicheNumber::masked),
        Number::PermanentCode(_) => student.permanent_code.as_ref().map(PermanentCode::masked),
    }
}

/// What the form says: a claim, or an answer that needs no registry.
pub(crate) enum Read {
    Claim(Claim),
    Answer(ClaimAnswer),
}

pub(crate) fn read_claim(request: &StateClaim) -> Outcome<Read> {
    let invalid = |field: &str| Failure::Invalid {
        field: field.to_owned(),
    };
    let service_centre = ServiceCentreCode::parse(&request.service_centre)
        .ok_or_else(|| invalid("service_centre"))?;
    for (field, text) in [
        ("last_names", &request.last_names),
        ("first_names", &request.first_names),
    ] {
        if name::fold(text).is_empty() {
            return Err(invalid(field).into());
        }
    }
    Ok(match read_number(&request.number) {
        Ok(number) => Read::Claim(Claim {
            service_centre,
            last_names: request.last_names.clone(),
            first_names: request.first_names.clone(),
            birth_date: request.birth_date,
            number,
        }),
        Err(answer) => Read::Answer(answer),
    })
}

/// A fiche number is digits; anything with a letter is meant as a permanent code.
fn read_number(typed: &str) -> Result<Number, ClaimAnswer> {
    if !typed.chars().any(char::is_alphabetic) {
        let fiche = FicheNumber::parse(typed)
            .map_err(|_| ClaimAnswer::NumberUnreadable { look_alike: false })?;
        return Ok(Number::Fiche(fiche));
    }
    match PermanentCode::parse(typed) {
        Ok(code) => Ok(Number::PermanentCode(code)),
        Err(PermanentCodeError::Temporary) => Err(ClaimAnswer::TemporaryCode),
        Err(
            PermanentCodeError::Letters { confusable } | PermanentCodeError::Digits { confusable },
        ) => Err(ClaimAnswer::NumberUnreadable {
            look_alike: confusable,
        }),
        Err(_) => Err(ClaimAnswer::NumberUnreadable { look_alike: false }),
    }
}
