//! The parent's view: one thing to do, the children tied so far, and no word of the file.

use domain::visit::Step;
use domain::{AccountId, AddressProof, EmailAddress, EndCause};
use text::{Direction, Locale};

use crate::Desk;
use crate::contract::{LanguageLine, Nothing, ParentStep, ParentView};
use crate::failure::{Outcome, Trouble};
use crate::house::Open;
use crate::visit::LiveVisit;

impl Desk {
    pub(crate) async fn view_parent(&self, (): Nothing) -> Outcome<ParentView> {
        let Ok(open) = self.open().await else {
            return Ok(view(None, None, Locale::REFERENCE, ParentStep::Closed));
        };
        let settings = self.school_settings(&open).await?;
        let name = Some(settings.school_name);
        if open.idle.is_locked() {
            let locked = ParentStep::Locked;
            return Ok(view(Some(&open), name, Locale::REFERENCE, locked));
        }
        let place = open.visit.lock().await;
        let Some(visit) = &place.at_counter else {
            let mut shown = view(Some(&open), name, Locale::REFERENCE, ParentStep::Welcome);
            shown.notices = self.notices_shown(&open).await?;
            return Ok(shown);
        };
        let step = self.parent_step(&open, visit).await?;
        let mut shown = view(Some(&open), name, visit.language, step);
        if shown.step == ParentStep::Welcome {
            shown.notices = self.notices_shown(&open).await?;
        }
        shown.someone_helps = visit.someone_helps;
        shown.help_called = visit.needs_help;
        if !visit.is_over() {
            shown.ends_at = self.idle_end(&open);
        }
        shown.may_open_account = match visit.step.account() {
            Some(account) => self.may_open_account(&open, account).await?,
            None => false,
        };
        Ok(shown)
    }

    pub(super) async fn parent_step(&self, open: &Open, visit: &LiveVisit) -> Outcome<ParentStep> {
        Ok(match &visit.step {
            Step::Language => ParentStep::Welcome,
            Step::Address => ParentStep::Address {
                offered: visit.offered.as_ref().map(EmailAddress::masked),
                given_before: visit.offers_what_was_given(),
            },
            Step::Code { address } => ParentStep::Code {
                address: match &visit.offered {
                    Some(offered) => offered.masked(),
                    None => address.as_str().to_owned(),
                },
            },
            Step::SignIn { proven } => ParentStep::SignIn {
                address: proven
                    .as_ref()
                    .map(|proven| proven.address.as_str().to_owned()),
            },
            Step::NewPassword { proven } => ParentStep::NewPassword {
                address: proven.address.as_str().to_owned(),
                replaces: match proven.account {
                    Some(account) => has_password(open, account).await?,
                    None => false,
                },
            },
            Step::Children { account } => {
                let (children, gate) = self.children_shown(open, *account).await?;
                ParentStep::Children {
                    children,
                    own_centre: open.desk.service_centre.to_string(),
                    correcting: visit.correcting,
                    gate,
                }
            }
            Step::Summary { account } => self.summary(open, *account).await?,
            Step::Account {
                new_address: Some(address),
                ..
            } => ParentStep::NewAddressCode {
                address: address.as_str().to_owned(),
            },
            Step::Account { account, .. } => {
                let row = open.store.account(*account).await?;
                let row =
                    row.ok_or_else(|| Trouble::unexpected("the account of the visit is gone"))?;
                ParentStep::Account {
                    address: row.email.as_str().to_owned(),
                    language: row.language,
                    children: self.children_shown(open, *account).await?.0,
                }
            }
            Step::Ended {
                cause: EndCause::Halted,
            } => ParentStep::Halted,
            Step::Ended { cause } => ParentStep::Ended {
                cause: (*cause).into(),
            },
        })
    }

    async fn summary(&self, open: &Open, account: AccountId) -> Outcome<ParentStep> {
        let row = open.store.account(account).await?;
        let row = row.ok_or_else(|| Trouble::unexpected("the account of the visit is gone"))?;
        let settings = self.school_settings(open).await?;
        let (children, gate) = self.children_shown(open, account).await?;
        let proof = match row.address_proven_at {
            Some(_) => AddressProof::Code,
            None => AddressProof::InPerson,
        };
        Ok(ParentStep::Summary {
            address: row.email.as_str().to_owned(),
            address_proof: proof.into(),
            children,
            gate,
            portal_address: settings.portal_address,
            support_phone: settings.support_phone,
        })
    }
}

/// An account from before may have none.
async fn has_password(open: &Open, account: AccountId) -> Outcome<bool> {
    let account = open.store.account(account).await?;
    Ok(account.is_some_and(|account| account.password_hash.is_some()))
}

fn view(
    open: Option<&Open>,
    school_name: Option<String>,
    language: Locale,
    step: ParentStep,
) -> ParentView {
    let languages = Locale::parent_locales().map(|locale| LanguageLine {
        locale: locale.as_str().to_owned(),
        name: locale.native_name(),
        right_to_left: locale.direction() == Direction::RightToLeft,
    });
    ParentView {
        kind: open.map(|open| open.kind.into()),
        school_name,
        language: language.as_str().to_owned(),
        languages: languages.collect(),
        someone_helps: false,
        help_called: false,
        ends_at: None,
        may_open_account: false,
        notices: Vec::new(),
        step,
    }
}
