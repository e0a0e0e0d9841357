//! A child's file: identity, adults and how far each is, siblings, locks, history. Opening it and revealing a number
//! are entries in the journal (domain.md §15).

use domain::StudentId;
use store::{Act, CorrectedKind, Entry, Subject};

use super::corrections::differing;
use crate::Desk;
use crate::contract::{
    AccountStanding, ClosedAccount, ConfirmedLine, Failure, GuardianLine, GuardianOnFile, Nothing,
    OpenStudent, StudentFile, StudentLine, StudentNumbers,
};
use crate::failure::Outcome;
use crate::house::Open;
use crate::permission::Act as Permission;
use crate::view::masked_code;

/// The newest so many acts are shown on a file.
const HISTORY: u32 = 20;

impl Desk {
    pub(crate) async fn open_student(&self, request: OpenStudent) -> Outcome<StudentFile> {
        let open = self.staffed(Permission::Find).await?;
        let id = StudentId(request.student_id);
        let row = open.store.student(id).await?.ok_or(Failure::NotFound)?;
        let write = open.store.write(self.stamp(&open, open.actor())).await?;
        write
            .commit(Entry::new(Act::StudentOpened, Subject::Student(id)))
            .await?;
        let siblings = open.store.siblings(id).await?;
        Ok(StudentFile {
            student: StudentLine::from(&row),
            sex: row.sex.map(Into::into),
            permanent_code: masked_code(&row),
            source: row.source.clone(),
            imported_at: match row.import_id {
                Some(import) => open.store.imported_at(import).await?,
                None => None,
            },
            differs: differing(
                open.store
                    .corrections_of(id.0)
                    .await?
                    .iter()
                    .filter(|row| row.subject_kind == CorrectedKind::Student),
            ),
            of_age_since: self.of_age_since(&row),
            guardians: self.board(&open, id).await?,
            proposals: self.proposals_around(&open, &[id], None).await?,
            claims_locked_at: open.store.claim_lock(id).await?,
            siblings: siblings.iter().map(StudentLine::from).collect(),
            history: self
                .lines(&open, open.store.journal_about(id.0, HISTORY).await?)
                .await?,
        })
    }

    /// Each adult of the child, with their account and whether they have confirmed this child.
    async fn board(&self, open: &Open, student: StudentId) -> Outcome<Vec<GuardianOnFile>> {
        let confirmations = open.store.confirmations_on(student).await?;
        let associations = open.store.associations_on(student).await?;
        let agreements = open.store.agreements_of(student).await?;
        let mut board = Vec::new();
        for (guardian, tie) in open.store.guardians_of(student).await? {
            let accounts = open.store.accounts_of_guardian(guardian.id).await?;
            let account = match accounts
                .iter()
                .map(|account| account.address_proven_at.is_some())
                .max()
            {
                None => AccountStanding::None,
                Some(false) => AccountStanding::AwaitingProof,
                Some(true) => AccountStanding::Account,
            };
            let closed = open
                .store
                .closed_accounts_of_guardian(guardian.id)
                .await?
                .into_iter()
                .filter_map(|account| {
                    Some(ClosedAccount {
                        id: account.id.0,
                        address: account.email.as_str().to_owned(),
                        closed_at: account.closed_at?,
                    })
                });
            let confirmed = confirmations
                .iter()
                .find(|(of, _)| accounts.iter().any(|account| account.id == of.id));
            let tied = associations
                .iter()
                .find(|tied| accounts.iter().any(|account| account.id == tied.account_id));
            let corrected = open.store.corrections_of(guardian.id.0).await?;
            // Of the ties to other children nothing is said here.
            let own = corrected.iter().filter(|row| {
                row.subject_kind == CorrectedKind::Guardian || row.subject_id == student.0
            });
            board.push(GuardianOnFile {
                differs: differing(own),
                guardian: GuardianLine::from(&guardian),
                relationship: tie.relationship.into(),
                priority: tie.priority,
                access: tie.access.into(),
                account: account.into(),
                closed_accounts: closed.collect(),
                confirmed: confirmed
                    .and_then(|(_, confirmation)| confirmation.as_ref())
                    .map(ConfirmedLine::from),
                suspended_at: tied.and_then(|tied| tied.suspended_at),
                agreed_at: agreements
                    .iter()
                    .find(|row| row.guardian_id == guardian.id)
                    .map(|row| row.agreed_at),
                revoked_at: tied.and_then(|tied| tied.revoked_at),
                taking_back: self.taking_back_offers(
                    open,
                    &accounts,
                    &associations,
                    &confirmations,
                ),
            });
        }
        Ok(board)
    }

    /// The numbers in clear, for as long as they are held on the screen; the reveal is journalled.
    pub(crate) async fn reveal_numbers(&self, request: OpenStudent) -> Outcome<StudentNumbers> {
        let open = self.staffed(Permission::Find).await?;
        let id = StudentId(request.student_id);
        let row = open.store.student(id).await?.ok_or(Failure::NotFound)?;
        let write = open.store.write(self.stamp(&open, open.actor())).await?;
        write
            .commit(Entry::new(Act::CodeRevealed, Subject::Student(id)))
            .await?;
        Ok(StudentNumbers {
            fiche: row.fiche.map(|fiche| fiche.to_string()),
            permanent_code: row.permanent_code.map(|code| code.as_str().to_owned()),
        })
    }

    /// Opens the claim road of a child again (domain.md §5).
    pub(crate) async fn unlock_claims(&self, request: OpenStudent) -> Outcome<Nothing> {
        let open = self.staffed(Permission::UnlockClaims).await?;
        let id = StudentId(request.student_id);
        open.store.student(id).await?.ok_or(Failure::NotFound)?;
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        write.unlock_claims(id).await?;
        write
            .clear_attempts(domain::AttemptSubject::ClaimOnChild, &id.to_string())
            .await?;
        write
            .commit(Entry::new(Act::ClaimsUnlocked, Subject::Student(id)))
            .await?;
        self.changed();
        Ok(())
    }
}
