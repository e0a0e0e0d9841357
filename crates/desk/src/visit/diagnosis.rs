//! What is wrong with a visit, and the act that mends it (domain.md §7): one pure function over what the desk knows.
//! What is known is gathered by `view::desk`; the acts themselves are elsewhere.

use chrono::{DateTime, Utc};
use domain::{ClaimField, StepName, Verdict, WaitingState};

use crate::contract::{
    ClaimOutcomeWord, ClaimSeen, CodeView, Diagnosis as D, DiagnosisView, LimitKind, LimitLine,
    Mend as M,
};

/// What the desk knows of a visit that is under way, or has halted.
pub(crate) struct Known<'a> {
    pub halted: bool,
    pub step: StepName,
    /// The child from whose file the visit was started is known.
    pub child: bool,
    /// The adult at the counter is known; whether the file has an address of theirs.
    pub adult: Option<AdultKnown>,
    /// Whether the address that was given is on any file.
    pub address_on_file: Option<bool>,
    /// An address, or an adult, was proposed and waits.
    pub proposal_waits: bool,
    pub code: Option<&'a CodeView>,
    pub limits: &'a [LimitLine],
    /// The address was proven, and has an account.
    pub has_account: bool,
    /// The claim that was stated last, unless its child is tied meanwhile.
    pub claim: Option<&'a ClaimSeen>,
    /// A correction of the child that the claim met was proposed and waits.
    pub file_correction_waits: bool,
    pub confirmed_children: usize,
    /// Of the same adult, and not confirmed.
    pub open_siblings: usize,
}

/// The adult of a visit.
#[derive(Clone, Copy)]
pub(crate) struct AdultKnown {
    pub has_address: bool,
    /// Open accounts of theirs.
    pub accounts: usize,
}

/// The one thing to look at now; none while everything goes its way.
pub(crate) fn diagnose(known: &Known<'_>) -> Option<DiagnosisView> {
    if known.halted {
        return Some(seen(D::Restricted, None, &[]));
    }
    match known.step {
        StepName::Language | StepName::Address | StepName::Code => before_the_proof(known),
        StepName::SignIn => signing_in(known),
        StepName::Children => children(known),
        StepName::Account => new_address(known),
        StepName::NewPassword | StepName::Summary | StepName::Ended => None,
    }
}

/// An address is given, waits for its code, or lacks.
fn before_the_proof(known: &Known<'_>) -> Option<DiagnosisView> {
    let in_person = known.child && known.adult.is_some_and(|adult| adult.has_address);
    let acceptable = in_person.then_some(M::AcceptInPerson);
    if known.step == StepName::Code && known.address_on_file == Some(true) {
        return code(known, acceptable);
    }
    if known.proposal_waits {
        let others = [Some(M::OtherAddress).filter(|_| known.step == StepName::Code)];
        return Some(seen(D::AddressWaits, Some(M::ApproveProposal), &others));
    }
    if known.step == StepName::Code {
        let (mend, other) = match (known.child, known.adult) {
            (true, Some(_)) => (M::ProposeAddress, None),
            (true, None) => (M::ProposeAdult, Some(M::NameAdult)),
            (false, _) => (M::NameAdult, Some(M::TakeDownRequest)),
        };
        let others = [Some(M::OtherAddress), acceptable, other];
        return Some(seen(D::AddressNotOnFile, Some(mend), &others));
    }
    let lacks = known.child && known.adult.is_some_and(|adult| !adult.has_address);
    lacks.then(|| seen(D::NoAddressOnFile, Some(M::ProposeAddress), &[]))
}

/// The fate of the code and of its mail.
fn code(known: &Known<'_>, in_person: Option<M>) -> Option<DiagnosisView> {
    let until = until(known, LimitKind::CodesToAddress);
    let resend = Some(M::ResendCode).filter(|_| until.is_none());
    let other = Some(M::OtherAddress);
    let Some(code) = known.code else {
        let others = [in_person, other];
        return Some(match until {
            None => calm(seen(D::AddressApproved, resend, &others)),
            Some(_) => later(used_up(in_person), until),
        });
    };
    let waits = matches!(code.mail.0, WaitingState::Waiting | WaitingState::Sending);
    let refused = code.mail.0 != WaitingState::Done && !waits;
    let over = code.dead || code.expired;
    if until.is_some() && (over || refused) {
        return Some(later(used_up(in_person), until));
    }
    Some(match () {
        () if code.dead => seen(D::CodeDead, resend, &[in_person, other]),
        () if code.expired => seen(D::CodeExpired, resend, &[in_person, other]),
        () if refused => {
            let others = [
                resend,
                other,
                Some(M::SeeMail).filter(|_| in_person.is_some()),
            ];
            seen(D::CodeRefused, in_person.or(Some(M::SeeMail)), &others)
        }
        () if waits => calm(seen(D::CodeWaits, None, &[in_person, other])),
        () => later(calm(seen(D::CodeSent, resend, &[other, in_person])), until),
    })
}

/// The code of the address that an account is to have: the parent chooses another at their own screen.
fn new_address(known: &Known<'_>) -> Option<DiagnosisView> {
    known.code?;
    let mut view = code(known, None)?;
    let stays = |mend: &crate::contract::Word<M>| mend.0 != M::OtherAddress;
    view.mend = view.mend.filter(stays);
    view.others.retain(stays);
    Some(view)
}

fn used_up(in_person: Option<M>) -> DiagnosisView {
    let others = [Some(M::OtherAddress).filter(|_| in_person.is_some())];
    seen(
        D::SendingsUsedUp,
        in_person.or(Some(M::OtherAddress)),
        &others,
    )
}

fn signing_in(known: &Known<'_>) -> Option<DiagnosisView> {
    let paused = until(known, LimitKind::PasswordsByAddress);
    if paused.is_some() {
        return Some(later(seen(D::PasswordsPaused, None, &[]), paused));
    }
    if !known.has_account {
        return None;
    }
    let what = match known.adult {
        Some(adult) if adult.accounts > 1 => D::TwoAccounts,
        _ => D::HasAccount,
    };
    Some(calm(seen(what, None, &[])))
}

fn children(known: &Known<'_>) -> Option<DiagnosisView> {
    let met = known.claim.is_some_and(|claim| claim.student.is_some());
    let in_person = Some(M::ConfirmInPerson).filter(|_| met);
    let paused = until(known, LimitKind::ClaimsByAddress);
    if paused.is_some() {
        return Some(later(seen(D::ClaimsPaused, in_person, &[]), paused));
    }
    if let Some(claim) = known.claim {
        if known.file_correction_waits {
            let others = [Some(M::CorrectClaim), in_person];
            return Some(seen(D::FileWaits, Some(M::ApproveProposal), &others));
        }
        return claimed(claim, in_person);
    }
    let missing = known.open_siblings > 0 && known.confirmed_children > 0;
    missing.then(|| calm(seen(D::SiblingMissing, Some(M::ConfirmSiblings), &[])))
}

fn claimed(claim: &ClaimSeen, in_person: Option<M>) -> Option<DiagnosisView> {
    if claim.file_corrected {
        return Some(calm(seen(D::FileCorrected, None, &[in_person])));
    }
    let correct = Some(M::CorrectClaim);
    let file = Some(M::CorrectFile).filter(|_| may_be_the_files_fault(claim));
    Some(match claim.outcome.0 {
        ClaimOutcomeWord::Match | ClaimOutcomeWord::Restricted => return None,
        ClaimOutcomeWord::Locked => seen(D::ClaimsLocked, Some(M::UnlockClaims), &[in_person]),
        ClaimOutcomeWord::Incomplete => seen(D::FileIncomplete, in_person, &[Some(M::OpenFile)]),
        ClaimOutcomeWord::OfAge => seen(D::StudentOfAge, Some(M::OpenFile), &[]),
        ClaimOutcomeWord::NotOnFile => seen(
            D::AdultNotOnFile,
            Some(M::ProposeAdult),
            &[Some(M::OpenFile)],
        ),
        ClaimOutcomeWord::Unknown if !met_by_names(claim) && claim.other_centre.is_some() => {
            let mut found = seen(D::OtherServiceCentre, correct, &[]);
            found.centre.clone_from(&claim.other_centre);
            found
        }
        ClaimOutcomeWord::Unknown => seen(D::NumberUnknown, correct, &[in_person]),
        ClaimOutcomeWord::Mismatch if only_names_differ(claim) => {
            seen(D::NamesUnlike, correct, &[in_person, file])
        }
        ClaimOutcomeWord::Mismatch => seen(D::ClaimUnlike, correct, &[in_person, file]),
    })
}

/// Names or birth date differ, and not all of them: where everything differs, the number is another child's.
fn may_be_the_files_fault(claim: &ClaimSeen) -> bool {
    let own = [
        ClaimField::LastNames,
        ClaimField::FirstNames,
        ClaimField::BirthDate,
    ];
    let differing = claim
        .fields
        .iter()
        .filter(|seen| own.contains(&seen.field.0) && seen.verdict.0 != Verdict::Same);
    (1..own.len()).contains(&differing.count())
}

fn met_by_names(claim: &ClaimSeen) -> bool {
    claim.student.is_some()
}

fn only_names_differ(claim: &ClaimSeen) -> bool {
    let differing = claim
        .fields
        .iter()
        .filter(|seen| seen.verdict.0 != Verdict::Same);
    differing
        .into_iter()
        .all(|seen| matches!(seen.field.0, ClaimField::LastNames | ClaimField::FirstNames))
}

fn until(known: &Known<'_>, limit: LimitKind) -> Option<DateTime<Utc>> {
    let mut of_kind = known.limits.iter().filter(|line| line.limit.0 == limit);
    of_kind.next().and_then(|line| line.until)
}

fn seen(what: D, mend: Option<M>, others: &[Option<M>]) -> DiagnosisView {
    DiagnosisView {
        what: what.into(),
        calm: false,
        mend: mend.map(Into::into),
        others: others.iter().flatten().map(|&mend| mend.into()).collect(),
        until: None,
        centre: None,
    }
}

fn calm(seen: DiagnosisView) -> DiagnosisView {
    DiagnosisView { calm: true, ..seen }
}

fn later(seen: DiagnosisView, until: Option<DateTime<Utc>>) -> DiagnosisView {
    DiagnosisView { until, ..seen }
}

#[cfg(test)]
mod tests;
