use chrono::TimeDelta;

use super::*;
use crate::contract::{FieldSeen, ServiceCentreLine, StudentLine};

const UNNAMED: AdultKnown = AdultKnown {
    has_address: false,
    accounts: 0,
};
const NAMED: AdultKnown = AdultKnown {
    has_address: true,
    accounts: 1,
};

fn noon() -> DateTime<Utc> {
    "2026-09-01T12:00:00Z".parse().unwrap()
}

fn at(step: StepName) -> Known<'static> {
    Known {
        halted: false,
        step,
        child: false,
        adult: None,
        address_on_file: None,
        proposal_waits: false,
        code: None,
        limits: &[],
        has_account: false,
        claim: None,
        file_correction_waits: false,
        confirmed_children: 0,
        open_siblings: 0,
    }
}

/// At the code, for an address on a file, of an adult whom the file names.
fn waiting<'a>(code: &'a CodeView, limits: &'a [LimitLine]) -> Known<'a> {
    Known {
        child: true,
        adult: Some(NAMED),
        address_on_file: Some(true),
        code: Some(code),
        limits,
        ..at(StepName::Code)
    }
}

fn mail(state: WaitingState) -> CodeView {
    CodeView {
        mail: state.into(),
        trouble: None,
        server_words: None,
        sent_at: None,
        expires_at: None,
        expired: false,
        wrong_entries: 0,
        dead: false,
    }
}

fn limit(kind: LimitKind) -> LimitLine {
    LimitLine {
        limit: kind.into(),
        address: None,
        student: None,
        since: None,
        until: Some(noon() + TimeDelta::minutes(9)),
    }
}

fn claim(outcome: ClaimOutcomeWord, met: bool, differing: &[ClaimField]) -> ClaimSeen {
    ClaimSeen {
        at: noon(),
        outcome: outcome.into(),
        student: met.then(|| StudentLine {
            id: uuid::Uuid::nil(),
            last_names: "Tremblay".into(),
            first_names: "Olivia".into(),
            birth_date: None,
            fiche: None,
            school: None,
            group: None,
            active: true,
            incomplete: false,
        }),
        file_corrected: false,
        other_centre: None,
        fields: ClaimField::ALL
            .iter()
            .filter(|_| met)
            .map(|&field| FieldSeen {
                field: field.into(),
                verdict: match differing.contains(&field) {
                    true => Verdict::Different.into(),
                    false => Verdict::Same.into(),
                },
                stated: String::new(),
                on_file: None,
            })
            .collect(),
    }
}

/// What is wrong, what mends it, and the rest.
type Expected = Option<(D, Option<M>, Vec<M>)>;

fn told(known: &Known<'_>) -> Expected {
    let seen = diagnose(known)?;
    let others = seen.others.iter().map(|mend| mend.0).collect();
    Some((seen.what.0, seen.mend.map(|mend| mend.0), others))
}

fn hold(table: Vec<(Known<'_>, Expected)>) {
    for (place, (known, expected)) in table.into_iter().enumerate() {
        assert_eq!(told(&known), expected, "case {place}");
    }
}

#[test]
fn a_halt_wins_over_everything_and_offers_nothing() {
    let halted = Known {
        halted: true,
        address_on_file: Some(false),
        ..at(StepName::Ended)
    };
    hold(vec![(halted, Some((D::Restricted, None, vec![])))]);
}

#[test]
fn nothing_is_wrong_while_everything_goes_its_way() {
    for step in StepName::ALL {
        if *step != StepName::Code {
            assert_eq!(told(&at(*step)), None, "{step}");
        }
    }
}

#[test]
fn an_address_that_is_on_no_file_is_proposed_once_it_is_known_for_whom() {
    let unknown = |child, adult| Known {
        child,
        adult,
        address_on_file: Some(false),
        ..at(StepName::Code)
    };
    let waits = Known {
        proposal_waits: true,
        ..unknown(true, Some(NAMED))
    };
    let lacking = Known {
        child: true,
        adult: Some(UNNAMED),
        ..at(StepName::Address)
    };
    let what = D::AddressNotOnFile;
    hold(vec![
        (
            unknown(true, Some(NAMED)),
            Some((
                what,
                Some(M::ProposeAddress),
                vec![M::OtherAddress, M::AcceptInPerson],
            )),
        ),
        (
            unknown(true, Some(UNNAMED)),
            Some((what, Some(M::ProposeAddress), vec![M::OtherAddress])),
        ),
        (
            unknown(true, None),
            Some((
                what,
                Some(M::ProposeAdult),
                vec![M::OtherAddress, M::NameAdult],
            )),
        ),
        (
            unknown(false, None),
            Some((
                what,
                Some(M::NameAdult),
                vec![M::OtherAddress, M::TakeDownRequest],
            )),
        ),
        (
            waits,
            Some((
                D::AddressWaits,
                Some(M::ApproveProposal),
                vec![M::OtherAddress],
            )),
        ),
        (
            lacking,
            Some((D::NoAddressOnFile, Some(M::ProposeAddress), vec![])),
        ),
    ]);
}

#[test]
fn a_code_that_does_not_come_is_sent_again_or_goes_elsewhere_or_is_done_without() {
    use WaitingState as S;
    let (sent, refused, waits) = (mail(S::Done), mail(S::NeedsYou), mail(S::Waiting));
    let dead = CodeView {
        dead: true,
        ..mail(S::Done)
    };
    let expired = CodeView {
        expired: true,
        ..mail(S::Done)
    };
    let none = Known {
        code: None,
        ..waiting(&sent, &[])
    };
    let (resend, other, in_person) = (M::ResendCode, M::OtherAddress, M::AcceptInPerson);
    hold(vec![
        (
            waiting(&waits, &[]),
            Some((D::CodeWaits, None, vec![in_person, other])),
        ),
        (
            waiting(&sent, &[]),
            Some((D::CodeSent, Some(resend), vec![other, in_person])),
        ),
        (
            waiting(&refused, &[]),
            Some((
                D::CodeRefused,
                Some(in_person),
                vec![resend, other, M::SeeMail],
            )),
        ),
        (
            waiting(&dead, &[]),
            Some((D::CodeDead, Some(resend), vec![in_person, other])),
        ),
        (
            waiting(&expired, &[]),
            Some((D::CodeExpired, Some(resend), vec![in_person, other])),
        ),
        (
            none,
            Some((D::AddressApproved, Some(resend), vec![in_person, other])),
        ),
    ]);
}

#[test]
fn a_limit_on_sendings_takes_the_resending_away_and_says_until_when() {
    let limits = [limit(LimitKind::CodesToAddress)];
    let dead = CodeView {
        dead: true,
        ..mail(WaitingState::Done)
    };
    let sent = mail(WaitingState::Done);
    let unmet = Known {
        adult: None,
        ..waiting(&dead, &limits)
    };
    for (known, what, mend) in [
        (
            waiting(&dead, &limits),
            D::SendingsUsedUp,
            Some(M::AcceptInPerson),
        ),
        (unmet, D::SendingsUsedUp, Some(M::OtherAddress)),
        (waiting(&sent, &limits), D::CodeSent, None),
    ] {
        let seen = diagnose(&known).unwrap();
        assert_eq!((seen.what.0, seen.mend.map(|mend| mend.0)), (what, mend));
        assert_eq!(seen.until, limits[0].until, "{what}");
        assert!(!seen.others.contains(&M::ResendCode.into()), "{what}");
    }
}

#[test]
fn an_account_that_is_there_is_told_with_whether_there_are_two() {
    let proven = |adult| Known {
        has_account: true,
        adult,
        ..at(StepName::SignIn)
    };
    let two = AdultKnown {
        accounts: 2,
        ..NAMED
    };
    let paused = [limit(LimitKind::PasswordsByAddress)];
    let wrong = Known {
        limits: &paused,
        ..proven(Some(two))
    };
    hold(vec![
        (proven(None), Some((D::HasAccount, None, vec![]))),
        (proven(Some(NAMED)), Some((D::HasAccount, None, vec![]))),
        (proven(Some(two)), Some((D::TwoAccounts, None, vec![]))),
        (wrong, Some((D::PasswordsPaused, None, vec![]))),
    ]);
}

#[test]
fn a_claim_that_does_not_match_says_why_and_what_the_secretary_can_do() {
    use ClaimField::{BirthDate, FirstNames, LastNames, Number, ServiceCentre};
    use ClaimOutcomeWord as C;
    let (correct, confirm) = (Some(M::CorrectClaim), M::ConfirmInPerson);
    let file = M::CorrectFile;
    let table = [
        (claim(C::Match, true, &[]), None),
        (
            claim(C::Mismatch, true, &[LastNames, FirstNames]),
            Some((D::NamesUnlike, correct, vec![confirm, file])),
        ),
        (
            claim(C::Mismatch, true, &[LastNames, BirthDate]),
            Some((D::ClaimUnlike, correct, vec![confirm, file])),
        ),
        (
            claim(C::Mismatch, true, &[BirthDate]),
            Some((D::ClaimUnlike, correct, vec![confirm, file])),
        ),
        // Where all differs, the number is another child's; and no correction of names mends a number.
        (
            claim(C::Mismatch, true, &[LastNames, FirstNames, BirthDate]),
            Some((D::ClaimUnlike, correct, vec![confirm])),
        ),
        (
            claim(C::Mismatch, true, &[ServiceCentre]),
            Some((D::ClaimUnlike, correct, vec![confirm])),
        ),
        (
            claim(C::Unknown, true, &[Number]),
            Some((D::NumberUnknown, correct, vec![confirm])),
        ),
        (
            claim(C::Unknown, false, &[]),
            Some((D::NumberUnknown, correct, vec![])),
        ),
        (
            claim(C::Incomplete, true, &[]),
            Some((D::FileIncomplete, Some(confirm), vec![M::OpenFile])),
        ),
        (
            claim(C::NotOnFile, true, &[]),
            Some((D::AdultNotOnFile, Some(M::ProposeAdult), vec![M::OpenFile])),
        ),
        (
            claim(C::Locked, true, &[]),
            Some((D::ClaimsLocked, Some(M::UnlockClaims), vec![confirm])),
        ),
    ];
    for (claim, expected) in table {
        let known = Known {
            claim: Some(&claim),
            ..at(StepName::Children)
        };
        assert_eq!(told(&known), expected, "{:?}", claim.outcome);
    }
}

#[test]
fn a_child_of_another_service_centre_is_told_by_its_name() {
    let montreal = domain::service_centre::find("CSSDM").first().copied();
    let centre = montreal.map(ServiceCentreLine::from);
    let elsewhere = ClaimSeen {
        other_centre: centre.clone(),
        ..claim(ClaimOutcomeWord::Unknown, false, &[])
    };
    let known = Known {
        claim: Some(&elsewhere),
        ..at(StepName::Children)
    };
    let seen = diagnose(&known).unwrap();
    assert_eq!(seen.what.0, D::OtherServiceCentre);
    assert!(centre.is_some() && seen.centre == centre);
}

#[test]
fn a_file_that_is_being_corrected_waits_for_its_second_person_and_then_for_the_next_claim() {
    let mismatch = claim(ClaimOutcomeWord::Mismatch, true, &[ClaimField::LastNames]);
    let corrected = ClaimSeen {
        file_corrected: true,
        ..mismatch.clone()
    };
    let stated = |claim| Known {
        claim: Some(claim),
        ..at(StepName::Children)
    };
    let in_person = M::ConfirmInPerson;
    hold(vec![
        (
            Known {
                file_correction_waits: true,
                ..stated(&mismatch)
            },
            Some((
                D::FileWaits,
                Some(M::ApproveProposal),
                vec![M::CorrectClaim, in_person],
            )),
        ),
        (
            stated(&corrected),
            Some((D::FileCorrected, None, vec![in_person])),
        ),
    ]);
}

#[test]
fn claims_that_are_paused_are_done_without_and_a_missing_sibling_comes_last() {
    let mismatch = claim(ClaimOutcomeWord::Mismatch, true, &[ClaimField::Number]);
    let limits = [limit(LimitKind::ClaimsByAddress)];
    let family = |confirmed_children, open_siblings| Known {
        confirmed_children,
        open_siblings,
        ..at(StepName::Children)
    };
    let paused = Known {
        claim: Some(&mismatch),
        limits: &limits,
        ..family(1, 1)
    };
    let sibling = Some((D::SiblingMissing, Some(M::ConfirmSiblings), vec![]));
    hold(vec![
        (
            paused,
            Some((D::ClaimsPaused, Some(M::ConfirmInPerson), vec![])),
        ),
        (family(1, 1), sibling),
        // Before the first child the list beside it says so.
        (family(0, 2), None),
        (family(2, 0), None),
    ]);
}
