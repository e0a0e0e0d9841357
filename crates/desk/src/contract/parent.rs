//! What the parent's window asks and sees: one thing at a time, never the file, never which field was wrong.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{AddressProof, EndCause};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DeskKind, NoticeShown, Secret, Word};

/// What the parent's window shows.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ParentView {
    /// Marked when this is the demo school.
    pub kind: Option<Word<DeskKind>>,
    pub school_name: Option<String>,
    /// The parent's language; French stands beside it.
    pub language: String,
    pub languages: Vec<LanguageLine>,
    /// An interpreter or a child who translates may be in sight: fields are masked (domain.md §7).
    pub someone_helps: bool,
    /// The desk was called.
    pub help_called: bool,
    /// When the visit ends unless somebody does something: they are asked whether they are still there.
    pub ends_at: Option<DateTime<Utc>>,
    /// The account itself, and each child's record, may be opened.
    pub may_open_account: bool,
    /// On the welcome screen: each notice, in every language.
    pub notices: Vec<Vec<NoticeShown>>,
    pub step: ParentStep,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LanguageLine {
    pub locale: String,
    /// In its own script.
    pub name: String,
    pub right_to_left: bool,
}

/// The one thing to do.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum ParentStep {
    /// The desk is closed: nobody is signed in.
    Closed,
    /// The desk is locked: nothing of a visit is shown until somebody is there.
    Locked,
    /// The welcome screen: choosing a language begins.
    Welcome,
    Address {
        /// The address on file, masked: offered by the secretary, who has seen who the adult is.
        offered: Option<String>,
        /// It is the one that they gave before the visit was interrupted, and need not be on file.
        given_before: bool,
    },
    /// "If this address is on a file, a code was sent", whether or not it is.
    Code {
        address: String,
    },
    /// Address and password; the address is known when a code has proven it.
    SignIn {
        address: Option<String>,
    },
    NewPassword {
        address: String,
        /// An account has a password already, which this one replaces.
        replaces: bool,
    },
    /// Each child: claimed here, or confirmed by the secretary. The children tied so far.
    Children {
        children: Vec<ParentChild>,
        /// The desk's own service centre, which a claim begins with: it says nothing of a child.
        own_centre: String,
        /// The secretary has looked at the last claim, and helps to correct it.
        correcting: bool,
        /// Nothing is shown of an account from before until each of its children is confirmed.
        gate: Option<Gate>,
    },
    Summary {
        address: String,
        address_proof: Word<AddressProof>,
        children: Vec<ParentChild>,
        gate: Option<Gate>,
        portal_address: Option<String>,
        support_phone: Option<String>,
    },
    /// The parent's own account.
    Account {
        address: String,
        language: String,
        children: Vec<ParentChild>,
    },
    /// A code was sent to the address that the account is to have.
    NewAddressCode {
        address: String,
    },
    /// "Please see the person in charge": no word of the child.
    Halted,
    Ended {
        cause: Word<EndCause>,
    },
}

/// What stands before the children of an account from before: how many are still to be confirmed, and not who
/// (domain.md §1.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Gate {
    pub left: u32,
    /// The go-live date, where the school has set one.
    pub since: Option<NaiveDate>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ParentChild {
    pub first_names: String,
    pub last_names: String,
    pub school: Option<String>,
    pub group: Option<String>,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct ChooseLanguage {
    pub locale: String,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct SomeoneHelps {
    pub someone_helps: bool,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct GiveAddress {
    pub address: String,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct EnterCode {
    pub code: Secret,
}

/// What the parent reads of the code they typed. Whether the code was ever sent is not said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum CodeAnswer {
    Right,
    Wrong {
        tries_left: u32,
    },
    /// Its time is over, or too many wrong entries: ask for a new one.
    Dead,
    /// It was right, and another account has this address.
    Taken,
}

/// The code of an address that was accepted in person at an earlier visit (domain.md §5).
#[derive(Clone, Debug, Deserialize, TS)]
pub struct EnterAddressProof {
    pub address: String,
    pub code: Secret,
}

/// What the parent reads of it: the same for a wrong code, a dead one, and an address without an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum AddressProofAnswer {
    Right,
    Wrong,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct SignInParent {
    /// Not needed when a code has proven the address.
    pub address: Option<String>,
    pub password: Secret,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct CheckPassword {
    pub password: Secret,
}

/// The portal's policy, item by item (domain.md §5); nothing of the password itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PasswordChecklist {
    pub length: bool,
    pub lower: bool,
    pub upper: bool,
    pub digit: bool,
    pub symbol: bool,
    /// Three of the four kinds.
    pub kinds: bool,
    pub allowed_characters: bool,
    pub not_personal: bool,
    pub not_common: bool,
    pub accepted: bool,
}

#[derive(Clone, Debug, Deserialize, TS)]
pub struct ChoosePassword {
    pub password: Secret,
    pub again: Secret,
}

/// A password changed by whoever knows the one before.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ChangePassword {
    pub current: Secret,
    pub password: Secret,
    pub again: Secret,
}

/// A child of the account, by its place in the list that is shown, from 0.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct OwnChildAt {
    pub place: u32,
}

/// One child's record, as its adult sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OwnChild {
    pub last_names: String,
    pub first_names: String,
    pub school: Option<String>,
    pub group: Option<String>,
    /// Of today: `2026-2027`.
    pub school_year: String,
    /// Masked.
    pub fiche: Option<String>,
    /// Masked.
    pub permanent_code: Option<String>,
}

/// What an adult states about a child. The two questions are left at "No" (domain.md §1.3).
#[derive(Clone, Debug, Deserialize, TS)]
pub struct StateClaim {
    pub never_enrolled: bool,
    pub adult_or_vocational: bool,
    pub service_centre: String,
    pub last_names: String,
    pub first_names: String,
    /// `YYYY-MM-DD`.
    pub birth_date: NaiveDate,
    /// A fiche number or a permanent code, as typed.
    pub number: String,
}

/// All that the parent learns of a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum ClaimAnswer {
    Matched {
        child: ParentChild,
    },
    AlreadyTied {
        child: ParentChild,
    },
    /// "The information does not match the file": unknown, mismatch, not on file alike.
    DoesNotMatch,
    /// The service centre that was stated is another than the desk's: whoever the child is, they are not found here.
    NotFoundHere,
    /// A temporary permanent code of ten characters: ask for the fiche number instead.
    TemporaryCode,
    /// The number cannot be read; `look_alike`: O/0, I/1, S/5 may be mixed up.
    NumberUnreadable {
        look_alike: bool,
    },
    /// One of the two questions is at "Yes": see the secretary.
    SeeSecretary,
    /// Too many tries: see the secretary.
    Paused,
}
