//! What the command line asks beyond the windows' commands (`guichet-admin`): a registry read without a window, the
//! question "why does this parent not match?", the check of the data. Each answer is the object that is printed.

use std::path::Path;

pub use domain::name::fold;
use domain::{EmailAddress, StudentId};
pub use roster::{Format as RegistryFormat, Identifiers, Meaning, Separator, TextEncoding};
use serde::{Deserialize, Serialize};
use store::{Act, Chain, Credential, DatabaseState, DeskKind, Entry, Subject};
use zeroize::Zeroizing;

pub use super::accounts_from_before::{AccountError, AccountsReport};
use super::find::find;
pub use super::import::ImportWish;
use super::import::{Origins, Tally, Terms, Wish};
use super::session::refusal;
use crate::Desk;
use crate::contract::{
    ClaimAnswer, Failure, ImportNote, ImportResult, Secret, StateClaim, UnusableLine, Word,
    WordKind,
};
use crate::failure::Outcome;
use crate::permission::Act as Permission;
use crate::visit::{Adult, Read, read_claim};

/// How a registry is to be taken in.
#[derive(Clone, Debug, Default)]
pub struct TakeIn {
    /// How the file is read.
    pub table: ImportWish,
    /// Say what would change, and change nothing.
    pub dry_run: bool,
    /// Whoever is not in the file is gone, whatever the school.
    pub complete: bool,
    /// Take only the students of the school of this code, and place there those whose school is not said.
    pub school: Option<String>,
    pub accept_alarms: bool,
}

/// What an import read and did.
#[derive(Serialize)]
pub struct ImportReport {
    pub format: String,
    pub read: ReadCounts,
    pub new: u32,
    pub changed: u32,
    pub unchanged: u32,
    pub gone: u32,
    pub unusable: Vec<UnusableLine>,
    pub notes: Vec<ImportNote>,
    pub applied: bool,
}

impl ImportReport {
    pub(crate) fn of(format: RegistryFormat, tally: Tally, applied: bool) -> Self {
        Self {
            format: format.to_string(),
            read: ReadCounts {
                students: tally.students,
                guardians: tally.guardians,
                guardianships: tally.guardianships,
            },
            new: tally.new,
            changed: tally.changed,
            unchanged: tally.unchanged,
            gone: tally.gone,
            notes: notes(&tally),
            unusable: tally.unusable,
            applied,
        }
    }

    pub(crate) const fn result(&self) -> ImportResult {
        ImportResult {
            new: self.new,
            changed: self.changed,
            unchanged: self.unchanged,
            gone: self.gone,
        }
    }
}

#[derive(Serialize)]
pub struct ReadCounts {
    pub students: u32,
    pub guardians: u32,
    pub guardianships: u32,
}

#[derive(Serialize)]
pub struct FindReport {
    pub results: Vec<FindResult>,
}

#[derive(Serialize)]
pub struct FindResult {
    pub student: FoundIdentity,
    pub why: Word<WordKind>,
}

/// A student as a technician needs to see them; the finding is journalled.
#[derive(Serialize)]
pub struct FoundIdentity {
    pub id: String,
    pub last_names: String,
    pub first_names: String,
    pub birth_date: Option<String>,
    pub fiche: Option<String>,
    pub school: Option<String>,
}

/// A claim as a file or standard input has it.
#[derive(Deserialize)]
pub struct ClaimText {
    pub service_centre: String,
    pub last_names: String,
    pub first_names: String,
    pub birth_date: chrono::NaiveDate,
    #[serde(default)]
    pub fiche: Option<String>,
    #[serde(default)]
    pub permanent_code: Option<String>,
    #[serde(default)]
    pub address: Option<String>,
}

#[derive(Serialize)]
pub struct ClaimReport {
    /// With hyphens, as everything that is typed or printed on a command line.
    pub outcome: String,
    pub fields: Vec<FieldReport>,
}

#[derive(Serialize)]
pub struct FieldReport {
    pub field: Word<domain::ClaimField>,
    pub verdict: Word<domain::Verdict>,
}

#[derive(Serialize)]
pub struct VerifyReport {
    pub database: &'static str,
    pub journal: JournalReport,
}

#[derive(Serialize)]
pub struct JournalReport {
    pub entries: i64,
    pub chain: &'static str,
    pub first_bad: Option<i64>,
}

impl VerifyReport {
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.database == "ok" && self.journal.chain == "ok"
    }
}

impl Desk {
    /// Opens the desk; without a user the password is tried on every wrap.
    ///
    /// # Errors
    /// As signing in at the window.
    pub async fn enter_with(&self, user: Option<String>, password: &Secret) -> Result<(), Failure> {
        let entered = self.enter(DeskKind::Real, credential(user, password)).await;
        self.told(entered)
    }

    /// Reads a registry and, unless it is a trial, takes it in.
    ///
    /// # Errors
    /// [`Failure::FileUnusable`], and those of every command.
    pub async fn import(&self, path: &Path, request: &TakeIn) -> Result<ImportReport, Failure> {
        let done = self.import_from(path, request).await;
        self.told(done)
    }

    pub(crate) async fn import_from(&self, path: &Path, request: &TakeIn) -> Outcome<ImportReport> {
        let open = self.staffed(Permission::Import).await?;
        let wish = Wish {
            source: Origins::File(path.to_owned(), request.table.clone()),
            complete: request.complete,
            school: request.school.clone(),
            answers: Default::default(),
        };
        let (format, tally) = match request.dry_run {
            true => {
                let (format, _, tally) = self.look_at(&open, wish).await?;
                (format, tally)
            }
            false => {
                let terms = Terms {
                    accept_alarms: request.accept_alarms,
                    hash: None,
                };
                self.apply(&open, wish, terms).await?
            }
        };
        Ok(ImportReport::of(format, tally, !request.dry_run))
    }

    /// Takes in the accounts that existed before the go-live date, unless it is a trial or a line cannot be used.
    ///
    /// # Errors
    /// [`Failure::FileUnusable`], and those of every command. A line that cannot be used is no error but the finding.
    pub async fn import_accounts(
        &self,
        path: &Path,
        dry_run: bool,
    ) -> Result<AccountsReport, Failure> {
        let done = self.bring_accounts(path, dry_run).await;
        self.told(done)
    }

    /// Finds students as the window does; each one shown is journalled.
    ///
    /// # Errors
    /// Those of every command.
    pub async fn find(&self, query: &str, limit: u32) -> Result<FindReport, Failure> {
        let done = self.find_for(query, limit).await;
        self.told(done)
    }

    async fn find_for(&self, query: &str, limit: u32) -> Outcome<FindReport> {
        let open = self.staffed(Permission::Find).await?;
        let found = find(&open, query, limit).await?;
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        for row in &found {
            write.note(Entry::new(
                Act::StudentFound,
                Subject::Student(row.student.id),
            ));
        }
        write
            .commit(Entry::new(Act::StudentFound, Subject::None))
            .await?;
        let results = found.into_iter().map(|row| FindResult {
            student: FoundIdentity {
                id: row.student.id.to_string(),
                last_names: row.student.last_names,
                first_names: row.student.first_names,
                birth_date: row.student.birth_date.map(|date| date.to_string()),
                fiche: row.student.fiche.map(|fiche| fiche.to_string()),
                school: row.student.school_name,
            },
            why: row.why.into(),
        });
        Ok(FindReport {
            results: results.collect(),
        })
    }

    /// Holds a claim against the registry: journalled, and not counted as an attempt.
    ///
    /// # Errors
    /// [`Failure::Invalid`] for a claim that cannot be read.
    pub async fn check_claim(&self, claim: ClaimText) -> Result<ClaimReport, Failure> {
        let done = self.check(claim).await;
        self.told(done)
    }

    async fn check(&self, text: ClaimText) -> Outcome<ClaimReport> {
        let open = self.staffed(Permission::Find).await?;
        let invalid = |field: &str| Failure::Invalid {
            field: field.to_owned(),
        };
        let number = match (text.fiche, text.permanent_code) {
            (Some(fiche), None) => fiche,
            (None, Some(code)) => code,
            _ => return Err(invalid("fiche").into()),
        };
        let address = text
            .address
            .map(|address| EmailAddress::parse(&address))
            .transpose();
        let address = address.map_err(|_| invalid("address"))?;
        let read = read_claim(&StateClaim {
            never_enrolled: false,
            adult_or_vocational: false,
            service_centre: text.service_centre,
            last_names: text.last_names,
            first_names: text.first_names,
            birth_date: text.birth_date,
            number,
        })?;
        let claim = match read {
            Read::Claim(claim) => claim,
            Read::Answer(ClaimAnswer::TemporaryCode) => {
                return Err(invalid("permanent_code").into());
            }
            Read::Answer(_) => return Err(invalid("number").into()),
        };
        let adult = address.as_ref().map(|address| Adult {
            address,
            guardian: None,
        });
        let weighed = self.weigh(&open, &claim, adult).await?;
        let subject = weighed
            .student
            .as_ref()
            .map_or(Subject::None, |row| Subject::Student(StudentId(row.id.0)));
        let write = open.store.write(self.stamp(&open, open.actor())).await?;
        write.commit(Entry::new(Act::ClaimChecked, subject)).await?;
        let fields = weighed.fields.iter().map(|seen| FieldReport {
            field: seen.field,
            verdict: seen.verdict,
        });
        Ok(ClaimReport {
            outcome: weighed.outcome.as_str().replace('_', "-"),
            fields: fields.collect(),
        })
    }

    /// Checks the data of a closed desk: every page, the left-over WAL, the journal.
    ///
    /// # Errors
    /// A wrong password, no desk, or one that is open. Damage is no error but the finding.
    pub async fn verify(
        &self,
        user: Option<String>,
        password: &Secret,
    ) -> Result<VerifyReport, Failure> {
        let location = self.location(DeskKind::Real).clone();
        let now = self.environment().now();
        let found = store::verify(location, credential(user, password), now, self.limits()).await;
        let found = self.told(found.map_err(refusal))?;
        let (chain, first_bad) = match found.journal.chain {
            Chain::Ok => ("ok", None),
            Chain::Broken { first_bad } => ("broken", Some(first_bad)),
        };
        let database = match found.database {
            DatabaseState::Ok => "ok",
            DatabaseState::Damaged => "damaged",
        };
        Ok(VerifyReport {
            database,
            journal: JournalReport {
                entries: found.journal.entries,
                chain,
                first_bad,
            },
        })
    }

    fn told<T>(&self, outcome: Outcome<T>) -> Result<T, Failure> {
        outcome.map_err(|trouble| trouble.into_failure(self.environment()))
    }
}

/// What is worth a look, the reasons for alarm included.
fn notes(tally: &Tally) -> Vec<ImportNote> {
    let alarms = tally.alarms.iter().map(|alarm| ImportNote {
        note: format!("alarm_{}", alarm.kind),
        count: alarm.count,
    });
    tally.notes().into_iter().chain(alarms).collect()
}

/// A made-up registry as a CSV file's bytes: the same seed, the same bytes.
#[must_use]
pub fn made_up_registry(students: usize, seed: u64) -> Vec<u8> {
    roster::generate(students, seed).to_csv()
}

fn credential(user: Option<String>, password: &Secret) -> Credential {
    Credential::Password {
        user,
        password: Zeroizing::new(password.expose().to_owned()),
    }
}
