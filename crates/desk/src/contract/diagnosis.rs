//! What is wrong with a visit and what mends it, as the secretary sees it (domain.md §7), and the limits that hold it
//! (domain.md §5). Which of them it is belongs to `visit::diagnosis` and `visit::limits`.

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use super::{ServiceCentreLine, StudentLine, Word};

domain::text_enum! {
    /// What keeps a visit from going on, or will, unless somebody acts.
    pub enum Diagnosis {
        /// The visit halted. Nothing more is said.
        Restricted = "restricted",
        /// The address, or the adult, waits for a second person.
        AddressWaits = "address_waits",
        /// The adult of the visit has none on the file.
        NoAddressOnFile = "no_address_on_file",
        AddressNotOnFile = "address_not_on_file",
        /// It came on a file while the visit waited, and no code has left for it.
        AddressApproved = "address_approved",
        /// No code may leave for this address for a while.
        SendingsUsedUp = "sendings_used_up",
        CodeWaits = "code_waits",
        CodeRefused = "code_refused",
        CodeSent = "code_sent",
        CodeExpired = "code_expired",
        CodeDead = "code_dead",
        PasswordsPaused = "passwords_paused",
        HasAccount = "has_account",
        TwoAccounts = "two_accounts",
        ClaimsPaused = "claims_paused",
        ClaimsLocked = "claims_locked",
        FileIncomplete = "file_incomplete",
        /// The student has to agree to the adult.
        StudentOfAge = "student_of_age",
        AdultNotOnFile = "adult_not_on_file",
        /// The names are unlike the file, and nothing else is.
        NamesUnlike = "names_unlike",
        ClaimUnlike = "claim_unlike",
        /// A correction of the child's file waits for a second person.
        FileWaits = "file_waits",
        /// The child's file was corrected: the parent may state the claim again.
        FileCorrected = "file_corrected",
        NumberUnknown = "number_unknown",
        /// The claim names another service centre, where this desk knows nobody.
        OtherServiceCentre = "other_service_centre",
        SiblingMissing = "sibling_missing",
    }
}

domain::text_enum! {
    /// An act that mends it.
    pub enum Mend {
        ApproveProposal = "approve_proposal",
        ProposeAddress = "propose_address",
        /// Find the child, and say which adult of the file is here.
        NameAdult = "name_adult",
        ProposeAdult = "propose_adult",
        OtherAddress = "other_address",
        ResendCode = "resend_code",
        SeeMail = "see_mail",
        AcceptInPerson = "accept_in_person",
        CorrectClaim = "correct_claim",
        /// Propose that the child's file say what the parent stated.
        CorrectFile = "correct_file",
        ConfirmInPerson = "confirm_in_person",
        ConfirmSiblings = "confirm_siblings",
        UnlockClaims = "unlock_claims",
        OpenFile = "open_file",
        /// A family who is on no file asks for a place.
        TakeDownRequest = "take_down_request",
    }
}

/// What is wrong, the one act that mends it, and others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DiagnosisView {
    pub what: Word<Diagnosis>,
    /// Nothing is wrong yet: what is going on, and what to do should it not go on.
    pub calm: bool,
    /// None where only waiting, or the parent, mends it.
    pub mend: Option<Word<Mend>>,
    pub others: Vec<Word<Mend>>,
    /// From when on time has mended it.
    pub until: Option<DateTime<Utc>>,
    /// The service centre that the claim names.
    pub centre: Option<ServiceCentreLine>,
}

domain::text_enum! {
    /// A limit of domain.md §5.
    pub enum LimitKind {
        /// So many codes to one address.
        CodesToAddress = "codes_to_address",
        /// So many wrong entries: the code is dead, and a new one lifts it.
        WrongCodes = "wrong_codes",
        /// So many wrong claims by one address.
        ClaimsByAddress = "claims_by_address",
        /// So many wrong passwords for one address.
        PasswordsByAddress = "passwords_by_address",
        /// So many wrong claims on one child: the secretary lifts it.
        ClaimsOnChild = "claims_on_child",
    }
}

/// A limit that holds now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LimitLine {
    pub limit: Word<LimitKind>,
    pub address: Option<String>,
    pub student: Option<StudentLine>,
    pub since: Option<DateTime<Utc>>,
    /// When time lifts it; none when an act does.
    pub until: Option<DateTime<Utc>>,
}
