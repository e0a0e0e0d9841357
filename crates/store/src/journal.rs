//! The journal: one chain a desk, appended to inside each write, read for the journal screen (domain.md §15).
//! Ids and closed enums only: there is no field that could hold a name. Checking the chain belongs to `chain.rs`.

use chrono::{DateTime, Utc};
use domain::{
    AccountId, CallOutcome, ConfirmationMethod, CorrectionKind, DeskId, EndCause, GuardianId,
    IdentityDocument, ImportId, MailId, MailKind, MailTrouble, RefusalReason, RequestId,
    RequestKind, RequestState, Role, SchoolId, StaffId, StepName, StudentId, TakingBackReason,
    TieDocument, VisitId,
};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::error::{Result, StoreError};
use crate::head::Head;
use crate::keys::Key;
use crate::open::Store;
use crate::pool::{Tx, execute, read, run};
use crate::write::Stamp;

domain::text_enum! {
    /// What was done.
    pub enum Act {
        DeskSetUp = "desk_set_up",
        DemoOpened = "demo_opened",
        SignIn = "sign_in",
        SignInFailed = "sign_in_failed",
        SignOut = "sign_out",
        StaffAdded = "staff_added",
        StaffRemoved = "staff_removed",
        StaffReset = "staff_reset",
        PinSet = "pin_set",
        PinRemoved = "pin_removed",
        /// So many wrong ones: only the password takes the desk back.
        PinClosed = "pin_closed",
        Rekeyed = "rekeyed",
        /// The desk was opened with the recovery words.
        Recovered = "recovered",
        MailSet = "mail_set",
        MailTested = "mail_tested",
        MailStarted = "mail_started",
        MailSent = "mail_sent",
        MailFailed = "mail_failed",
        MailDropped = "mail_dropped",
        MailRetried = "mail_retried",
        ImportApplied = "import_applied",
        ImportUndone = "import_undone",
        ProfileSaved = "profile_saved",
        ProfileRemoved = "profile_removed",
        /// From the command line: on the screen, opening the file is the entry.
        StudentFound = "student_found",
        StudentOpened = "student_opened",
        CodeRevealed = "code_revealed",
        VisitStarted = "visit_started",
        VisitMoved = "visit_moved",
        VisitEnded = "visit_ended",
        /// The next family is served while something is on its way.
        VisitSetAside = "visit_set_aside",
        VisitTakenUp = "visit_taken_up",
        /// A visit that stopped before its end goes on.
        VisitResumed = "visit_resumed",
        /// What was said in a visit that stopped before its end is no longer kept.
        VisitForgotten = "visit_forgotten",
        HandedOver = "handed_over",
        TakenBack = "taken_back",
        GuardianChosen = "guardian_chosen",
        /// A member of staff saw who the adult is: the kind of document, never its number.
        IdentitySeen = "identity_seen",
        /// The address on file was offered on the parent's screen.
        AddressOffered = "address_offered",
        /// The address on file was accepted in person; its proof is still to come.
        AddressAccepted = "address_accepted",
        /// The code of an address that was accepted in person came back.
        AddressProven = "address_proven",
        AddressProofWrong = "address_proof_wrong",
        NeedsHelp = "needs_help",
        CodeSent = "code_sent",
        CodeWrong = "code_wrong",
        CodeRight = "code_right",
        AccountCreated = "account_created",
        /// It existed before Guichet: brought in from the command line.
        AccountBrought = "account_brought",
        /// Its adult wishes another address for it: a code was wished.
        AccountAddressWished = "account_address_wished",
        /// Its adult gave it another address, whose code came back.
        AccountAddressChanged = "account_address_changed",
        /// Its adult chose another language for it.
        AccountLanguageChosen = "account_language_chosen",
        /// One of two accounts of an adult, closed because they wished so.
        AccountClosed = "account_closed",
        /// The counter-act, by an administrator.
        AccountReopened = "account_reopened",
        /// It had no child for so long: retention.
        AccountDeleted = "account_deleted",
        /// A member of staff saw who the adult is, and lets them choose their password anew.
        RecoveryStarted = "recovery_started",
        /// Every child of an account from before is confirmed: it is shown from now on.
        GateOpened = "gate_opened",
        PasswordChosen = "password_chosen",
        AccountSignedIn = "account_signed_in",
        AccountSignInFailed = "account_sign_in_failed",
        ClaimMatched = "claim_matched",
        ClaimRefused = "claim_refused",
        /// From the command line: not counted as an attempt.
        ClaimChecked = "claim_checked",
        ChildConfirmed = "child_confirmed",
        /// A child was taken off an account by a counter-act, for a reason.
        ConfirmationTakenBack = "confirmation_taken_back",
        /// An account was closed by a counter-act, for a reason.
        AccountTakenBack = "account_taken_back",
        RestrictionMet = "restriction_met",
        ClaimsLocked = "claims_locked",
        ClaimsUnlocked = "claims_unlocked",
        FileCompleted = "file_completed",
        CorrectionProposed = "correction_proposed",
        CorrectionApproved = "correction_approved",
        CorrectionRefused = "correction_refused",
        CorrectionWithdrawn = "correction_withdrawn",
        /// The file changed beneath it.
        CorrectionObsolete = "correction_obsolete",
        /// Nobody is tied any more to a student who is of age and has not agreed.
        StudentCameOfAge = "student_came_of_age",
        StudentAgreed = "student_agreed",
        AgreementWithdrawn = "agreement_withdrawn",
        /// What a restriction, or a student's coming of age, had suspended goes on.
        AssociationsResumed = "associations_resumed",
        GuardiansMerged = "guardians_merged",
        MergeUndone = "merge_undone",
        GuardiansKeptApart = "guardians_kept_apart",
        /// The slip of a visit was shown to be printed; `copy` when it was before.
        SlipPrinted = "slip_printed",
        FamilyCalled = "family_called",
        DayClosed = "day_closed",
        /// The desk was idle, or somebody hid it: a password brings it back.
        DeskLocked = "desk_locked",
        NoticeWritten = "notice_written",
        NoticeRemoved = "notice_removed",
        BackupMade = "backup_made",
        BackupRestored = "backup_restored",
        SettingsChanged = "settings_changed",
        JournalExported = "journal_exported",
        /// A family asked something of the school, or said that a child is not theirs.
        RequestTaken = "request_taken",
        RequestMoved = "request_moved",
        /// Closed ones whose time was over.
        RequestsErased = "requests_erased",
        /// A list of students was written to a file.
        ListExported = "list_exported",
        /// The list of Québec's schools was replaced.
        SchoolsLoaded = "schools_loaded",
    }
}

/// To whom or what it was done. Pairs name the second after the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    None,
    Staff(StaffId),
    Student(StudentId),
    Guardian(GuardianId),
    Account(AccountId),
    Visit(VisitId),
    Mail(MailId),
    Import(ImportId),
    School(SchoolId),
    Request(RequestId),
    AccountAndStudent(AccountId, StudentId),
    GuardianAndStudent(GuardianId, StudentId),
    /// Two adults: who is kept before who is gone.
    Guardians(GuardianId, GuardianId),
    VisitAndStudent(VisitId, StudentId),
    VisitAndGuardian(VisitId, GuardianId),
    VisitAndAccount(VisitId, AccountId),
    VisitAndMail(VisitId, MailId),
}

impl Subject {
    fn columns(self) -> (&'static str, Option<Uuid>, Option<Uuid>) {
        match self {
            Self::None => ("none", None, None),
            Self::Staff(id) => ("staff", Some(id.0), None),
            Self::Student(id) => ("student", Some(id.0), None),
            Self::Guardian(id) => ("guardian", Some(id.0), None),
            Self::Account(id) => ("account", Some(id.0), None),
            Self::Visit(id) => ("visit", Some(id.0), None),
            Self::Mail(id) => ("mail", Some(id.0), None),
            Self::Import(id) => ("import", Some(id.0), None),
            Self::School(id) => ("school", Some(id.0), None),
            Self::Request(id) => ("request", Some(id.0), None),
            Self::AccountAndStudent(a, b) => ("account_and_student", Some(a.0), Some(b.0)),
            Self::GuardianAndStudent(a, b) => ("guardian_and_student", Some(a.0), Some(b.0)),
            Self::Guardians(a, b) => ("guardians", Some(a.0), Some(b.0)),
            Self::VisitAndStudent(a, b) => ("visit_and_student", Some(a.0), Some(b.0)),
            Self::VisitAndGuardian(a, b) => ("visit_and_guardian", Some(a.0), Some(b.0)),
            Self::VisitAndAccount(a, b) => ("visit_and_account", Some(a.0), Some(b.0)),
            Self::VisitAndMail(a, b) => ("visit_and_mail", Some(a.0), Some(b.0)),
        }
    }
}

/// A closed word about the act: never free text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    Role(Role),
    Step(StepName),
    EndCause(EndCause),
    Method(ConfirmationMethod),
    /// The kinds seen at an in-person confirmation, never their numbers (domain.md §6). Written `passport+birth_certificate`.
    Documents(IdentityDocument, Option<TieDocument>),
    /// What is corrected, and the kinds of documents seen for it. Written `email+passport`.
    Correction(
        CorrectionKind,
        Option<IdentityDocument>,
        Option<TieDocument>,
    ),
    Refusal(CorrectionKind, RefusalReason),
    Request(RequestKind),
    RequestState(RequestState),
    Mail(MailKind),
    Trouble(MailTrouble),
    TakingBack(TakingBackReason),
    Called(CallOutcome),
    /// A slip that was printed before.
    Copy,
    /// So many wrong tries, counted in the keyring before the desk was open.
    Tries(u32),
    /// So many lines were written or read.
    Lines(u32),
}

impl Detail {
    fn text(self) -> String {
        match self {
            Self::Role(role) => role.to_string(),
            Self::Step(step) => step.to_string(),
            Self::EndCause(cause) => cause.to_string(),
            Self::Method(method) => method.to_string(),
            Self::Documents(identity, None) => identity.to_string(),
            Self::Documents(identity, Some(tie)) => format!("{identity}+{tie}"),
            Self::Correction(kind, identity, tie) => {
                let seen = identity.map(IdentityDocument::as_str);
                let parts = seen.into_iter().chain(tie.map(TieDocument::as_str));
                parts.fold(kind.to_string(), |text, part| format!("{text}+{part}"))
            }
            Self::Refusal(kind, reason) => format!("{kind}+{reason}"),
            Self::Request(kind) => kind.to_string(),
            Self::RequestState(state) => state.to_string(),
            Self::Mail(kind) => kind.to_string(),
            Self::Trouble(trouble) => trouble.to_string(),
            Self::TakingBack(reason) => reason.to_string(),
            Self::Called(outcome) => outcome.to_string(),
            Self::Copy => "copy".to_owned(),
            Self::Tries(number) | Self::Lines(number) => number.to_string(),
        }
    }
}

/// One thing done, to be chained at the commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    pub act: Act,
    pub subject: Subject,
    pub detail: Option<Detail>,
}

impl Entry {
    /// An entry without a detail.
    #[must_use]
    pub const fn new(act: Act, subject: Subject) -> Self {
        Self {
            act,
            subject,
            detail: None,
        }
    }

    /// The same entry with its closed detail.
    #[must_use]
    pub const fn with(self, detail: Detail) -> Self {
        Self {
            detail: Some(detail),
            ..self
        }
    }
}

/// An entry as it stands in the database.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct JournalRow {
    pub desk_id: Uuid,
    /// From 1, without a gap.
    pub seq: i64,
    pub at: DateTime<Utc>,
    pub actor_kind: String,
    pub actor_id: Option<Uuid>,
    pub act: String,
    pub subject_kind: String,
    pub subject_id: Option<Uuid>,
    pub second_subject_id: Option<Uuid>,
    pub detail: Option<String>,
    pub(crate) previous_hash: Vec<u8>,
    pub(crate) hash: Vec<u8>,
    pub(crate) mac: Vec<u8>,
}

impl JournalRow {
    /// SHA-256 over every field but `hash` and `mac`, each with its length, absent ones marked as such.
    pub(crate) fn canonical_hash(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        let mut field = |bytes: Option<&[u8]>| {
            hash.update([u8::from(bytes.is_some())]);
            if let Some(bytes) = bytes {
                hash.update((bytes.len() as u64).to_be_bytes());
                hash.update(bytes);
            }
        };
        field(Some(b"guichet journal 1"));
        field(Some(self.desk_id.as_bytes()));
        field(Some(&self.seq.to_be_bytes()));
        field(Some(&self.at.timestamp_millis().to_be_bytes()));
        field(Some(self.actor_kind.as_bytes()));
        field(self.actor_id.as_ref().map(|id| id.as_bytes().as_slice()));
        field(Some(self.act.as_bytes()));
        field(Some(self.subject_kind.as_bytes()));
        field(self.subject_id.as_ref().map(|id| id.as_bytes().as_slice()));
        field(
            self.second_subject_id
                .as_ref()
                .map(|id| id.as_bytes().as_slice()),
        );
        field(self.detail.as_deref().map(str::as_bytes));
        field(Some(&self.previous_hash));
        hash.finalize().into()
    }

    pub(crate) fn canonical_mac(&self, key: &Key) -> [u8; 32] {
        key.mac(&[b"journal entry", &self.hash])
    }
}

/// Chains the entries behind the desk's head, and moves the head, inside the caller's transaction.
pub(crate) async fn append(
    tx: &mut Tx,
    key: &Key,
    stamp: Stamp,
    entries: &[Entry],
) -> Result<Head> {
    let desk = stamp.desk.0;
    execute!(tx, sqlx::query(
        "insert into journal_head (desk_id, count, hash, mac) values ($1, 0, $2, $2) on conflict (desk_id) do nothing",
    ).bind(desk).bind(vec![0_u8; 32]))?;
    // An update, so that PostgreSQL holds the row until the commit and two entries never get one number.
    let (count, hash): (i64, Vec<u8>) = run!(tx, conn => sqlx::query_as(
        "update journal_head set count = count where desk_id = $1 returning count, hash",
    ).bind(desk).fetch_one(conn))?;
    let mut head = Head::from_columns(stamp.desk, count, &hash)?;
    for entry in entries {
        let row = chained(&head, key, stamp, *entry);
        insert(tx, &row).await?;
        head = Head::from_columns(stamp.desk, row.seq, &row.hash)?;
    }
    let (hash, mac) = (head.hash.to_vec(), head.mac(key).to_vec());
    execute!(
        tx,
        sqlx::query("update journal_head set count = $2, hash = $3, mac = $4 where desk_id = $1",)
            .bind(desk)
            .bind(head.count)
            .bind(hash)
            .bind(mac)
    )?;
    Ok(head)
}

fn chained(head: &Head, key: &Key, stamp: Stamp, entry: Entry) -> JournalRow {
    let (actor_kind, actor_id) = stamp.actor.columns();
    let (subject_kind, subject_id, second_subject_id) = entry.subject.columns();
    let mut row = JournalRow {
        desk_id: stamp.desk.0,
        seq: head.count + 1,
        at: stamp.now,
        actor_kind: actor_kind.to_owned(),
        actor_id,
        act: entry.act.as_str().to_owned(),
        subject_kind: subject_kind.to_owned(),
        subject_id,
        second_subject_id,
        detail: entry.detail.map(Detail::text),
        previous_hash: head.hash.to_vec(),
        hash: Vec::new(),
        mac: Vec::new(),
    };
    row.hash = row.canonical_hash().to_vec();
    row.mac = row.canonical_mac(key).to_vec();
    row
}

async fn insert(tx: &mut Tx, row: &JournalRow) -> Result<()> {
    execute!(tx, sqlx::query(
        "insert into journal (desk_id, seq, at, actor_kind, actor_id, act, subject_kind, subject_id,
             second_subject_id, detail, previous_hash, hash, mac)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(row.desk_id)
    .bind(row.seq)
    .bind(row.at)
    .bind(&row.actor_kind)
    .bind(row.actor_id)
    .bind(&row.act)
    .bind(&row.subject_kind)
    .bind(row.subject_id)
    .bind(row.second_subject_id)
    .bind(&row.detail)
    .bind(&row.previous_hash)
    .bind(&row.hash)
    .bind(&row.mac))?;
    Ok(())
}

impl Store {
    /// One page of a desk's journal, newest first, from before the entry numbered `before`.
    ///
    /// # Errors
    /// The database failed.
    pub async fn journal_page(
        &self,
        desk: DeskId,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<JournalRow>> {
        read!(self, conn => sqlx::query_as(
            "select * from journal where desk_id = $1 and seq < $2 order by seq desc limit $3",
        ).bind(desk.0).bind(before.unwrap_or(i64::MAX)).bind(i64::from(limit)).fetch_all(conn))
    }

    /// Everything that was done to one thing, newest first.
    ///
    /// # Errors
    /// The database failed.
    pub async fn journal_about(&self, subject: Uuid, limit: u32) -> Result<Vec<JournalRow>> {
        read!(self, conn => sqlx::query_as(
            "select * from journal where subject_id = $1 or second_subject_id = $1
             order by at desc, seq desc limit $2",
        ).bind(subject).bind(i64::from(limit)).fetch_all(conn))
    }

    /// When a desk did this last; none when it never did.
    ///
    /// # Errors
    /// The database failed.
    pub async fn last_done(&self, desk: DeskId, act: Act) -> Result<Option<DateTime<Utc>>> {
        read!(self, conn => sqlx::query_scalar(
            "select at from journal where desk_id = $1 and act = $2 order by seq desc limit 1",
        ).bind(desk.0).bind(act.as_str()).fetch_optional(conn))
    }

    /// The number and the hash of a desk's last entry, as shown at close of day; none before its first.
    ///
    /// # Errors
    /// The database failed.
    pub async fn journal_head(&self, desk: DeskId) -> Result<Option<Head>> {
        let row: Option<(i64, Vec<u8>)> = read!(self, conn => sqlx::query_as(
            "select count, hash from journal_head where desk_id = $1",
        ).bind(desk.0).fetch_optional(conn))?;
        row.map(|(count, hash)| Head::from_columns(desk, count, &hash))
            .transpose()
    }
}

impl Head {
    pub(crate) fn from_columns(desk: DeskId, count: i64, hash: &[u8]) -> Result<Self> {
        let hash = hash
            .try_into()
            .map_err(|_| StoreError::Damaged("the journal's head"))?;
        Ok(Self { desk, count, hash })
    }
}
