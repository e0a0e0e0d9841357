//! "Is the desk ready?" (domain.md §13): what the database says is asked each time, what the machine says is looked at in
//! the background and when somebody presses. How grave a finding is belongs to `domain`.

mod machine;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{ClockTrouble, MailTrouble, ReadyLevel, backup_level, disk_level, drift, put_back};
use store::{Act, Chain, ChainReport, DeskKind, Location};

use crate::Desk;
use crate::contract::{AgeWarning, Finding, Nothing, Readiness, ReadyLine};
use crate::failure::Outcome;
use crate::house::Open;
use crate::permission::Act as Permission;

/// The machine is looked at again after so long.
const LOOK_EVERY: Duration = Duration::from_secs(15 * 60);
/// So many of the journal's newest entries show whether the clock was put back.
const ENTRIES: u32 = 200;
/// A clock that was put back is told for so long.
const JUMP_TOLD_HOURS: i64 = 24;

/// What was last seen of the machine.
#[derive(Default)]
pub(crate) struct Looked(Mutex<Option<Observed>>);

#[derive(Clone)]
struct Observed {
    at: DateTime<Utc>,
    free_mebibytes: Option<u64>,
    printers: Option<u32>,
    /// What the mail server answered, if there is one.
    mail: Option<MailTrouble>,
    /// By how much the clock is off the mail server's.
    drift: Option<TimeDelta>,
    journal: ChainReport,
}

/// Looks at the machine for as long as the desk is open.
pub(crate) async fn run(desk: Desk, open: Arc<Open>) {
    loop {
        // A command line opens the desk for a moment, and shows nobody what it would find.
        if desk.has_windows()
            && let Err(trouble) = desk.look_at_machine(&open).await
        {
            tracing::error!(?trouble, "the machine could not be looked at");
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

impl Desk {
    /// What is known now, without looking at the machine again.
    pub(crate) async fn view_readiness(&self, (): Nothing) -> Outcome<Readiness> {
        let open = self.staffed(Permission::RunVisit).await?;
        self.readiness(&open).await
    }

    /// Looks at the machine again, and says what is known.
    pub(crate) async fn check_readiness(&self, (): Nothing) -> Outcome<Readiness> {
        let open = self.staffed(Permission::RunVisit).await?;
        self.look_at_machine(&open).await?;
        self.readiness(&open).await
    }

    async fn look_at_machine(&self, open: &Open) -> Outcome<()> {
        let (mail, drift) = self.ask_mail_server(open).await?;
        let observed = Observed {
            at: self.environment().now(),
            free_mebibytes: machine::free_mebibytes(&open.folder),
            printers: machine::printers().await,
            mail,
            drift,
            journal: open.store.check_chain().await?,
        };
        open.looked.put(observed);
        self.changed();
        Ok(())
    }

    /// Whether the school's server answers, and by how much its clock differs, if it says what time it is.
    async fn ask_mail_server(
        &self,
        open: &Open,
    ) -> Outcome<(Option<MailTrouble>, Option<TimeDelta>)> {
        let Some(backend) = self.backend(open).await? else {
            return Ok((None, None));
        };
        let asked = backend.ask().await;
        let now = self.environment().now();
        let off = asked.time.and_then(|time| drift(now, time, self.limits()));
        Ok((asked.failure.map(|failure| failure.trouble()), off))
    }

    async fn readiness(&self, open: &Open) -> Outcome<Readiness> {
        let observed = open.looked.get();
        let mut lines = vec![self.registry_line(open).await?];
        lines.push(self.mail_line(open, observed.as_ref()).await?);
        lines.push(self.clock_line(open, observed.as_ref()).await?);
        lines.extend(self.backup_line(open).await?);
        lines.push(self.waiting_line(open).await?);
        lines.extend(self.day_line(open).await?);
        if let Some(observed) = &observed {
            lines.extend(observed.lines(self.limits()));
        }
        Ok(Readiness {
            lines,
            looked_at: observed.map(|observed| observed.at),
        })
    }

    async fn registry_line(&self, open: &Open) -> Outcome<ReadyLine> {
        let age = self.registry_age(open).await?;
        let level = match age.warning.0 {
            AgeWarning::None => ReadyLevel::Good,
            AgeWarning::Old => ReadyLevel::Warning,
            AgeWarning::VeryOld | AgeWarning::Never => ReadyLevel::Bad,
        };
        let finding = Finding::Registry {
            warning: age.warning,
            age_days: age.age_days,
        };
        Ok(line(level, finding))
    }

    async fn mail_line(&self, open: &Open, observed: Option<&Observed>) -> Outcome<ReadyLine> {
        let trouble = if self.is_mail_server_set(open).await? {
            observed.and_then(|observed| observed.mail)
        } else {
            Some(MailTrouble::NoServer)
        };
        let level = match trouble {
            None => ReadyLevel::Good,
            Some(_) => ReadyLevel::Bad,
        };
        let trouble = trouble.map(Into::into);
        Ok(line(level, Finding::Mail { trouble }))
    }

    /// The entries carry the desk's time: where one is earlier than the one before, or now is, the clock was put back.
    async fn clock_line(&self, open: &Open, observed: Option<&Observed>) -> Outcome<ReadyLine> {
        let now = self.environment().now();
        let entries = open.store.journal_page(open.desk.id, None, ENTRIES).await?;
        let told_since = now - TimeDelta::hours(JUMP_TOLD_HOURS);
        let times: Vec<_> = entries.iter().map(|entry| entry.at).collect();
        let recent = times.iter().take_while(|at| **at > told_since).count();
        // One more, the entry that a clock put back by more than a day is told by.
        let recent = (recent + 1).min(times.len());
        let back = put_back(&times[..recent], now, self.limits());
        let drift = observed.and_then(|observed| observed.drift);
        let (trouble, off) = match (back, drift) {
            (Some(back), _) => (Some(ClockTrouble::Backward), back),
            (None, Some(off)) => (Some(ClockTrouble::Drift), off),
            (None, None) => (None, TimeDelta::zero()),
        };
        let level = match trouble {
            None => ReadyLevel::Good,
            Some(_) => ReadyLevel::Bad,
        };
        let finding = Finding::Clock {
            trouble: trouble.map(Into::into),
            seconds: off
                .num_seconds()
                .unsigned_abs()
                .try_into()
                .unwrap_or(u32::MAX),
        };
        Ok(line(level, finding))
    }

    /// None for the demo, and for a server, whose operator makes the backups.
    async fn backup_line(&self, open: &Open) -> Outcome<Option<ReadyLine>> {
        let is_ours = matches!(self.location(open.kind), Location::Embedded { .. });
        if open.kind == DeskKind::Demo || !is_ours {
            return Ok(None);
        }
        let made_at = open.store.last_done(open.desk.id, Act::BackupMade).await?;
        let age_days = made_at.map(|at| days(self.environment().now() - at));
        let level = backup_level(age_days, self.limits());
        Ok(Some(line(level, Finding::Backup { made_at, age_days })))
    }

    async fn waiting_line(&self, open: &Open) -> Outcome<ReadyLine> {
        let mails = open.store.mail_counts().await?.needs_you;
        let approvals = open.store.pending_count().await?;
        let requests = open.store.open_request_count().await?;
        let imports = open.watched.waiting_count();
        let level = if mails + approvals + requests + imports == 0 {
            ReadyLevel::Good
        } else {
            ReadyLevel::Warning
        };
        let finding = Finding::Waiting {
            mails,
            approvals,
            requests,
            imports,
        };
        Ok(line(level, finding))
    }
}

impl Looked {
    fn put(&self, observed: Observed) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(observed);
    }

    fn get(&self) -> Option<Observed> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl Observed {
    /// What the machine alone says.
    fn lines(&self, limits: &domain::Limits) -> [ReadyLine; 3] {
        let free = self.free_mebibytes;
        let printer = match self.printers {
            None => ReadyLevel::NotKnown,
            Some(0) => ReadyLevel::Warning,
            Some(_) => ReadyLevel::Good,
        };
        let (journal, first_bad) = match self.journal.chain {
            Chain::Ok => (ReadyLevel::Good, None),
            Chain::Broken { first_bad } => (ReadyLevel::Bad, Some(count(first_bad))),
        };
        [
            line(
                disk_level(free, limits),
                Finding::Disk {
                    free_mebibytes: free.map(|free| free.try_into().unwrap_or(u32::MAX)),
                },
            ),
            line(
                printer,
                Finding::Printer {
                    printers: self.printers,
                },
            ),
            line(
                journal,
                Finding::Journal {
                    entries: count(self.journal.entries),
                    first_bad,
                },
            ),
        ]
    }
}

fn line(level: ReadyLevel, finding: Finding) -> ReadyLine {
    ReadyLine {
        level: level.into(),
        finding,
    }
}

fn days(age: TimeDelta) -> u32 {
    age.num_days().max(0).try_into().unwrap_or(u32::MAX)
}

fn count(number: i64) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}
