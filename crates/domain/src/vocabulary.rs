//! The closed lists of words that the whole product shares: who, what kind, how it ended (domain.md §2, §6, §13).
//! The same `snake_case` text stands in the database, crosses to the windows and names the Fluent message.
//! Rules do not belong here.

/// What every closed enum of [`text_enum!`](crate::text_enum) offers, for code that is generic over them.
pub trait TextEnum: Copy + Eq + 'static {
    /// The name of the type, as in the code.
    const NAME: &'static str;
    /// Every variant, in the order of its declaration.
    const EVERY: &'static [Self];
    /// The stable text of this variant.
    fn text(self) -> &'static str;
}

/// Declares a closed enum whose variants each have one stable text.
#[macro_export]
macro_rules! text_enum {
    ($(#[$doc:meta])* $vis:vis enum $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $($(#[$variant_doc])* $variant),+ }

        impl $name {
            /// Every variant, in the order of its declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable text of this variant.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The variant with this text, if there is one.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)+ _ => None }
            }
        }

        impl $crate::TextEnum for $name {
            const NAME: &'static str = stringify!($name);
            const EVERY: &'static [Self] = Self::ALL;

            fn text(self) -> &'static str {
                self.as_str()
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

text_enum! {
    /// What a member of staff may be (domain.md §14).
    pub enum Role {
        Secretary = "secretary",
        Administrator = "administrator",
    }
}

text_enum! {
    /// As it stands on the file.
    pub enum Sex {
        Female = "female",
        Male = "male",
        Other = "other",
    }
}

text_enum! {
    /// What an adult is to a student (domain.md §2).
    pub enum Relationship {
        Mother = "mother",
        Father = "father",
        Parent = "parent",
        Guardian = "guardian",
        Relative = "relative",
        Other = "other",
        /// The source does not say (OneRoster and the like).
        Unknown = "unknown",
    }
}

text_enum! {
    /// How far a child's family is. A family is counted child by child: it has its account when at least one adult who is
    /// not restricted has an open account whose address is proven, tied to the child and confirmed for it.
    pub enum FamilyStanding {
        /// No adult on the file has an account.
        None = "none",
        /// An adult on the file has an account that is not confirmed for this child.
        Account = "account",
        /// Confirmed, by an account whose address waits for its proof: it cannot be opened yet (domain.md §5).
        AwaitingProof = "awaiting_proof",
        Served = "served",
    }
}

text_enum! {
    /// Whether an adult may be tied to a student (domain.md §6). `Unknown` behaves as `Allowed` and is shown.
    pub enum Access {
        Allowed = "allowed",
        Restricted = "restricted",
        Unknown = "unknown",
    }
}

text_enum! {
    /// Where an account was born (domain.md §1, §7).
    pub enum AccountOrigin {
        /// At a desk, during a visit.
        Desk = "desk",
        /// At a kiosk.
        Kiosk = "kiosk",
        /// It existed before Guichet and was imported.
        Imported = "imported",
    }
}

text_enum! {
    /// How an address was shown to be the adult's.
    pub enum AddressProof {
        /// A code sent to it came back.
        Code = "code",
        /// Accepted in person; its own proof is still awaited (domain.md §5).
        InPerson = "in_person",
    }
}

text_enum! {
    /// How a child was confirmed (domain.md §6).
    pub enum ConfirmationMethod {
        Claim = "claim",
        InPerson = "in_person",
    }
}

text_enum! {
    /// The kinds of documents that say who an adult is, in the order in which they are offered (domain.md §6).
    pub enum IdentityDocument {
        Passport = "passport",
        PermanentResidentCard = "permanent_resident_card",
        CitizenshipCertificate = "citizenship_certificate",
        OtherOfficialWithPhoto = "other_official_with_photo",
        /// Only when the parent offers it.
        DrivingLicence = "driving_licence",
        /// Only when the parent offers it.
        HealthCard = "health_card",
    }
}

text_enum! {
    /// What ties an adult to a child (domain.md §6).
    pub enum TieDocument {
        BirthCertificate = "birth_certificate",
        SchoolDocument = "school_document",
        CourtDocument = "court_document",
    }
}

text_enum! {
    /// Why a visit ended (domain.md §13); no free text about a family.
    pub enum EndCause {
        Done = "done",
        CancelledByParent = "cancelled_by_parent",
        CancelledByStaff = "cancelled_by_staff",
        TimedOut = "timed_out",
        Halted = "halted",
        AddressNotOnFile = "address_not_on_file",
        InformationMissing = "information_missing",
        CodeNotReceived = "code_not_received",
        ProgramStopped = "program_stopped",
    }
}

text_enum! {
    /// The one state of everything that waits (domain.md §13).
    pub enum WaitingState {
        Waiting = "waiting",
        Sending = "sending",
        Done = "done",
        WillRetry = "will_retry",
        NeedsYou = "needs_you",
        Dropped = "dropped",
    }
}

text_enum! {
    /// What a mail in the outbox is about.
    pub enum MailKind {
        /// The wish for a code of a visit; the code is drawn at each sending (domain.md §5).
        VerificationCode = "verification_code",
        /// The wish for a code that proves an address accepted in person; drawn at each sending too (domain.md §5).
        AddressProof = "address_proof",
        /// "It was not me": an account was made with this address.
        AccountCreated = "account_created",
        /// "It was not me": a child was confirmed in person.
        ChildConfirmed = "child_confirmed",
        /// "It was not me": the password was chosen anew.
        PasswordChanged = "password_changed",
        /// "It was not me": another address stands on the file; sent to the one before.
        AddressChanged = "address_changed",
        /// A child was taken off the account again, by a counter-act at the desk.
        ConfirmationTakenBack = "confirmation_taken_back",
        /// The account was closed again, by a counter-act at the desk.
        AccountTakenBack = "account_taken_back",
        /// "It was not me": the account has another address; sent to the one before.
        AccountAddressChanged = "account_address_changed",
        /// "It was not me": the account was closed at the desk; sent to its address.
        AccountClosed = "account_closed",
        /// An administrator tries the mail settings.
        Test = "test",
    }
}

text_enum! {
    /// Why a mail was dropped, or what its last try met.
    pub enum MailTrouble {
        Unreachable = "unreachable",
        SignIn = "sign_in",
        Certificate = "certificate",
        /// Refused for now; the server may take it later.
        Refused = "refused",
        /// Refused for good.
        Rejected = "rejected",
        BadAddress = "bad_address",
        NoServer = "no_server",
        VisitEnded = "visit_ended",
        Restricted = "restricted",
        Replaced = "replaced",
        /// What it was about was taken back.
        TakenBack = "taken_back",
        /// It was "sending" for longer than anything may be, without an answer.
        TookTooLong = "took_too_long",
        /// The program stopped while it was being sent.
        ProgramStopped = "program_stopped",
    }
}

text_enum! {
    /// What an import does to a student.
    pub enum RegistryChange {
        New = "new",
        Changed = "changed",
        Unchanged = "unchanged",
        Gone = "gone",
    }
}

text_enum! {
    /// Where wrong tries are counted (domain.md §5).
    pub enum AttemptSubject {
        /// Wrong claims of one address.
        ClaimByAddress = "claim_by_address",
        /// Wrong claims at one desk or kiosk. Counted at both, and a pause at a kiosk only.
        ClaimByDesk = "claim_by_desk",
        /// Wrong claims that met one child.
        ClaimOnChild = "claim_on_child",
        /// Codes asked for one address, whether or not it is on a file.
        CodeToAddress = "code_to_address",
        /// Wrong passwords of one account's address.
        PasswordByAddress = "password_by_address",
        /// Codes that an account asked for, to addresses that it is to have.
        NewAddressByAccount = "new_address_by_account",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_comes_back_as_its_variant() {
        for cause in EndCause::ALL {
            assert_eq!(EndCause::parse(cause.as_str()), Some(*cause));
        }
        assert_eq!(EndCause::parse("other"), None);
    }
}
