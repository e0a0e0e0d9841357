//! The visit as a state machine (domain.md §7): which step follows which, and nothing else.
//! Who may cause an event, what is written and what each window sees belong to `desk`.
//!
//! ```text
//! Language ── Address ─┬─ Code ──────┬─ NewPassword ─┐
//!                │     └─ in person ─┤               ├─ Children ── Summary
//!                └─ SignIn ──────────┴───────────────┘     ╲  ╱
//!                                                          Account
//! any step ── Ended
//! ```

use crate::{AccountId, AddressProof, EmailAddress, EndCause};

/// Where a visit stands, with what is known there and nothing that is not yet known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The greeting: the parent chooses a language.
    Language,
    /// The parent gives the address on file, or says "I have an account".
    Address,
    /// A code was wished for this address.
    Code { address: EmailAddress },
    /// The parent signs in. The address is known when a code has proven it.
    SignIn { proven: Option<Proven> },
    /// The parent chooses a password: for a new account, or anew for the one they have.
    NewPassword { proven: Proven },
    /// Each child is claimed or confirmed in person.
    Children { account: AccountId },
    /// What was done, on both windows.
    Summary { account: AccountId },
    /// The parent's own account: its address, password and language. A code may have been wished for another address.
    Account {
        account: AccountId,
        new_address: Option<EmailAddress>,
    },
    /// Over; its codes are dead.
    Ended { cause: EndCause },
}

/// An address that the adult has shown to be theirs, and the account that has it, if any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proven {
    pub address: EmailAddress,
    pub proof: AddressProof,
    pub account: Option<AccountId>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    LanguageChosen,
    AddressGiven(EmailAddress),
    /// "I have an account."
    SignInWished,
    /// The code came back right, or the secretary saw who the adult is.
    AddressProven(Proven),
    /// The parent has an account, does not know its password and has proven its address.
    NewPasswordWished,
    /// The account is written, or its password.
    PasswordChosen(AccountId),
    SignedIn(AccountId),
    ChildrenDone,
    /// From the summary back to one more child.
    OneMoreChild,
    /// From the children or the summary to the account itself, and back to the children.
    AccountOpened,
    AccountLeft,
    /// The account is to have another address: a code was wished for it.
    NewAddressGiven(EmailAddress),
    /// The code of the new address came back, and the account has it.
    AddressChanged,
    /// The parent wishes another language or another address: back to where that is chosen.
    StartedOver,
    Left(EndCause),
}

/// The event has no place at this step: a late press, or a window that shows an older step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the visit is at another step")]
pub struct OutOfStep;

impl Step {
    /// The step that follows `event`.
    ///
    /// # Errors
    /// [`OutOfStep`] when the event has no place here; the visit stays as it was.
    pub fn after(&self, event: Event) -> Result<Self, OutOfStep> {
        use {Event as E, Step as S};
        Ok(match (self, event) {
            (S::Ended { .. }, _) => return Err(OutOfStep),
            (_, E::Left(cause)) => S::Ended { cause },

            (S::Language, E::LanguageChosen) => S::Address,

            (S::Address | S::Code { .. }, E::AddressGiven(address)) => S::Code { address },
            (S::Address, E::SignInWished) => S::SignIn { proven: None },
            (S::Code { .. } | S::SignIn { proven: None }, E::StartedOver) => S::Address,
            (S::Address, E::StartedOver) => S::Language,

            (S::Address | S::Code { .. }, E::AddressProven(proven)) => match proven.account {
                None => S::NewPassword { proven },
                Some(_) => S::SignIn {
                    proven: Some(proven),
                },
            },
            // The code of an address that was accepted in person at an earlier visit: now the password.
            (S::SignIn { .. }, E::AddressProven(proven)) if proven.account.is_some() => S::SignIn {
                proven: Some(proven),
            },

            (
                S::SignIn {
                    proven: Some(proven),
                },
                E::NewPasswordWished,
            ) => S::NewPassword {
                proven: proven.clone(),
            },
            (S::SignIn { .. }, E::SignedIn(account))
            | (S::NewPassword { .. }, E::PasswordChosen(account)) => S::Children { account },

            (S::Children { account }, E::ChildrenDone) => S::Summary { account: *account },
            (S::Summary { account }, E::OneMoreChild)
            | (
                S::Account {
                    account,
                    new_address: None,
                },
                E::AccountLeft,
            ) => S::Children { account: *account },

            (S::Children { account } | S::Summary { account }, E::AccountOpened)
            | (
                S::Account {
                    account,
                    new_address: Some(_),
                },
                E::StartedOver | E::AddressChanged,
            ) => S::Account {
                account: *account,
                new_address: None,
            },
            (S::Account { account, .. }, E::NewAddressGiven(address)) => S::Account {
                account: *account,
                new_address: Some(address),
            },

            _ => return Err(OutOfStep),
        })
    }

    /// Where a visit that stopped at `left_at` begins anew, with the account whose adult a member of staff has seen. No
    /// proof outlives a visit: without such an account the address is given, or taken, again.
    #[must_use]
    pub const fn resumed(left_at: StepName, seen: Option<AccountId>) -> Self {
        match (left_at, seen) {
            (StepName::Language, _) => Self::Language,
            (StepName::Children | StepName::Summary | StepName::Account, Some(account)) => {
                Self::Children { account }
            }
            _ => Self::Address,
        }
    }

    /// The name under which the step is stored and shown.
    #[must_use]
    pub const fn name(&self) -> StepName {
        match self {
            Self::Language => StepName::Language,
            Self::Address => StepName::Address,
            Self::Code { .. } => StepName::Code,
            Self::SignIn { .. } => StepName::SignIn,
            Self::NewPassword { .. } => StepName::NewPassword,
            Self::Children { .. } => StepName::Children,
            Self::Summary { .. } => StepName::Summary,
            Self::Account { .. } => StepName::Account,
            Self::Ended { .. } => StepName::Ended,
        }
    }

    /// The account that the adult has shown to be theirs.
    #[must_use]
    pub const fn account(&self) -> Option<AccountId> {
        match self {
            Self::Children { account }
            | Self::Summary { account }
            | Self::Account { account, .. } => Some(*account),
            _ => None,
        }
    }

    /// The address for which a code was wished and has not come back.
    #[must_use]
    pub const fn awaits_code(&self) -> Option<&EmailAddress> {
        match self {
            Self::Code { address }
            | Self::Account {
                new_address: Some(address),
                ..
            } => Some(address),
            _ => None,
        }
    }

    /// The address that was given or proven at this step.
    #[must_use]
    pub const fn address(&self) -> Option<&EmailAddress> {
        match self {
            Self::Code { address }
            | Self::Account {
                new_address: Some(address),
                ..
            } => Some(address),
            Self::SignIn {
                proven: Some(proven),
            }
            | Self::NewPassword { proven } => Some(&proven.address),
            _ => None,
        }
    }
}

crate::text_enum! {
    /// The steps without what is known there.
    pub enum StepName {
        Language = "language",
        Address = "address",
        Code = "code",
        SignIn = "sign_in",
        NewPassword = "new_password",
        Children = "children",
        Summary = "summary",
        Account = "account",
        Ended = "ended",
    }
}

crate::text_enum! {
    /// What a visit that was set aside waits for.
    pub enum Awaited {
        /// Its code is on its way.
        Code = "code",
        /// Somebody else has to decide on a correction.
        Approval = "approval",
        /// The address that was accepted in person is still to be proven.
        AddressProof = "address_proof",
        /// The family itself, who will be back.
        Family = "family",
        /// It was halted meanwhile, and has nothing left to wait for.
        Nothing = "nothing",
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn account() -> AccountId {
        AccountId(Uuid::from_u128(1))
    }

    fn address() -> EmailAddress {
        EmailAddress::parse("parent@example.org").unwrap()
    }

    fn proven(account: Option<AccountId>) -> Proven {
        Proven {
            address: address(),
            proof: AddressProof::Code,
            account,
        }
    }

    fn every_step() -> Vec<Step> {
        vec![
            Step::Language,
            Step::Address,
            Step::Code { address: address() },
            Step::SignIn { proven: None },
            Step::SignIn {
                proven: Some(proven(Some(account()))),
            },
            Step::NewPassword {
                proven: proven(None),
            },
            Step::Children { account: account() },
            Step::Summary { account: account() },
            Step::Account {
                account: account(),
                new_address: None,
            },
            Step::Account {
                account: account(),
                new_address: Some(address()),
            },
            Step::Ended {
                cause: EndCause::Done,
            },
        ]
    }

    fn walk(events: impl IntoIterator<Item = Event>) -> Result<Step, OutOfStep> {
        events
            .into_iter()
            .try_fold(Step::Language, |step, event| step.after(event))
    }

    #[test]
    fn every_road_of_the_drawing_reaches_the_summary() {
        use Event as E;
        let roads = [
            vec![
                E::LanguageChosen,
                E::AddressGiven(address()),
                E::AddressProven(proven(None)),
                E::PasswordChosen(account()),
            ],
            vec![
                E::LanguageChosen,
                E::AddressProven(proven(None)),
                E::PasswordChosen(account()),
            ],
            vec![E::LanguageChosen, E::SignInWished, E::SignedIn(account())],
            vec![
                E::LanguageChosen,
                E::AddressGiven(address()),
                E::AddressProven(proven(Some(account()))),
                E::SignedIn(account()),
            ],
            vec![
                E::LanguageChosen,
                E::AddressGiven(address()),
                E::AddressProven(proven(Some(account()))),
                E::NewPasswordWished,
                E::PasswordChosen(account()),
            ],
        ];
        for road in roads {
            let step = walk(road.into_iter().chain([E::ChildrenDone])).unwrap();
            assert_eq!(step, Step::Summary { account: account() });
        }
    }

    #[test]
    fn any_step_can_be_left_once() {
        for step in every_step() {
            let left = step.after(Event::Left(EndCause::CancelledByParent));
            match step {
                Step::Ended { .. } => assert_eq!(left, Err(OutOfStep)),
                _ => assert_eq!(
                    left,
                    Ok(Step::Ended {
                        cause: EndCause::CancelledByParent
                    })
                ),
            }
        }
    }

    #[test]
    fn no_account_is_reached_without_a_password() {
        for step in every_step() {
            for event in [
                Event::ChildrenDone,
                Event::OneMoreChild,
                Event::AddressProven(proven(None)),
                Event::LanguageChosen,
                Event::AccountOpened,
                Event::AddressChanged,
                Event::NewAddressGiven(address()),
            ] {
                if let Ok(next) = step.after(event)
                    && step.account().is_none()
                {
                    assert_eq!(next.account(), None, "from {step:?}");
                }
            }
        }
    }

    #[test]
    fn a_visit_that_stopped_begins_anew_without_any_proof() {
        let seen = Some(account());
        for step in every_step() {
            let name = step.name();
            let begins = Step::resumed(name, None);
            assert_eq!(begins.account(), None, "from {name}");
            assert_eq!(begins.address(), None, "from {name}");
            let led_back = Step::resumed(name, seen).account() == seen;
            let at_children = matches!(
                name,
                StepName::Children | StepName::Summary | StepName::Account
            );
            assert_eq!(led_back, at_children, "from {name}");
        }
    }

    #[test]
    fn whether_an_account_exists_is_said_only_after_the_proof() {
        let given = walk([Event::LanguageChosen, Event::AddressGiven(address())]).unwrap();
        assert_eq!(given, Step::Code { address: address() });
        assert_eq!(
            given.after(Event::PasswordChosen(account())),
            Err(OutOfStep)
        );
        assert_eq!(given.after(Event::SignedIn(account())), Err(OutOfStep));
    }

    #[test]
    fn an_account_is_taken_over_only_with_a_proven_address() {
        let unproven = Step::SignIn { proven: None };
        assert_eq!(unproven.after(Event::NewPasswordWished), Err(OutOfStep));
    }

    #[test]
    fn the_account_is_opened_between_children_and_summary_and_its_address_changes_after_a_code() {
        use Event as E;
        let signed_in = [
            E::LanguageChosen,
            E::SignInWished,
            E::SignedIn(account()),
            E::AccountOpened,
        ];
        let open = walk(signed_in).unwrap();
        assert_eq!(open.after(E::AddressChanged), Err(OutOfStep));
        let asked = open.after(E::NewAddressGiven(address())).unwrap();
        assert_eq!(asked.awaits_code(), Some(&address()));
        assert_eq!(asked.after(E::AccountLeft), Err(OutOfStep));
        for event in [E::AddressChanged, E::StartedOver] {
            assert_eq!(asked.after(event), Ok(open.clone()));
        }
        let children = Step::Children { account: account() };
        assert_eq!(open.after(E::AccountLeft), Ok(children));
        let summary = Step::Summary { account: account() };
        assert_eq!(summary.after(E::AccountOpened), Ok(open));
    }

    #[test]
    fn an_address_is_proven_late_for_an_account_that_is_there() {
        let signing_in = Step::SignIn { proven: None };
        let late = proven(Some(account()));
        assert_eq!(
            signing_in.after(Event::AddressProven(late.clone())),
            Ok(Step::SignIn { proven: Some(late) })
        );
        assert_eq!(
            signing_in.after(Event::AddressProven(proven(None))),
            Err(OutOfStep)
        );
    }
}
