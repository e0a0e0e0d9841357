//! Taking a registry in: preview, apply, undo (domain.md §12). Reading and comparing are `roster`'s, writing is `store`'s;
//! in `pass` the two meet, chunk by chunk. Here are the commands, and what is decided once for a whole file.

mod existing;
mod mapping;
mod pass;
mod rows;
mod tally;
mod unusable;
mod watch;

pub use mapping::ImportWish;
pub(crate) use pass::{Origins, Wish};
pub(crate) use tally::Tally;
pub(crate) use watch::ImportWatch;

use std::path::PathBuf;

use domain::ImportId;
use roster::{ContentHash, Identifiers, RosterError};
use store::{Act, Entry, ImportRow, Subject, Write};

use super::technician::ImportReport;
use crate::Desk;
use crate::contract::{
    ApplyImport, ExportUnusable, Failure, FileReason, GoneGuardian, GoneGuardianChild, ImportAlarm,
    ImportPreview, ImportProgress, ImportResult, ImportUndone, Nothing, PreviewImport,
    UnusableLine,
};
use crate::failure::{Outcome, Trouble};
use crate::features::corrections;
use crate::house::Open;
use crate::permission::Act as Permission;
use pass::Pass;
use watch::UnderWay;

/// So many of the lines that could not be used are shown; a file has them all.
const SHOWN_UNUSABLE: usize = 500;

/// A file held against the registry, waiting to be applied.
pub(crate) struct Preview {
    token: String,
    wish: Wish,
    hash: ContentHash,
    has_alarms: bool,
    unusable: Vec<UnusableLine>,
}

/// What is to be accepted and matched before an import is kept.
pub(crate) struct Terms {
    pub accept_alarms: bool,
    /// What was previewed; none when nothing was.
    pub hash: Option<ContentHash>,
}

impl Desk {
    pub(crate) async fn preview_import(&self, request: PreviewImport) -> Outcome<ImportPreview> {
        let open = self.staffed(Permission::Import).await?;
        let wish = Wish {
            source: Origins::File(
                PathBuf::from(request.path.trim()),
                ImportWish {
                    format: None,
                    mapping: request.mapping,
                    profile: request.profile,
                    numbers: Identifiers::default(),
                },
            ),
            complete: request.complete,
            school: request.school,
            answers: Default::default(),
        };
        let mut place = open.preview.lock().await;
        *place = None;
        let (format, hash, tally) = self.look_at(&open, wish.clone()).await?;
        let token = self.environment().id().to_string();
        let shown = show(&token, format, &tally);
        *place = Some(Preview {
            token,
            wish,
            hash,
            has_alarms: !tally.alarms.is_empty(),
            unusable: tally.unusable,
        });
        Ok(shown)
    }

    /// Holds a file against the registry and writes nothing.
    pub(crate) async fn look_at(
        &self,
        open: &Open,
        wish: Wish,
    ) -> Outcome<(roster::Format, ContentHash, Tally)> {
        let under_way = open.import.begin()?;
        let pass = Pass::begin(self, open, wish).await?;
        let (format, hash) = (pass.format(), pass.hash());
        Ok((format, hash, pass.go(self, &under_way, None).await?))
    }

    /// Applies what was previewed. The file is read again: when it has changed, nothing is written.
    pub(crate) async fn apply_import(&self, request: ApplyImport) -> Outcome<ImportResult> {
        let open = self.staffed(Permission::Import).await?;
        let mut place = open.preview.lock().await;
        let is_it = |preview: &&Preview| preview.token == request.token;
        let preview = place.as_ref().filter(is_it);
        let preview = preview.ok_or(Failure::NothingPreviewed)?;
        if preview.has_alarms && !request.accept_alarms {
            return Err(Failure::ImportAlarms.into());
        }
        let answers = request.answers.into_iter();
        let wish = Wish {
            answers: answers.map(|answer| (answer.id, answer.same)).collect(),
            ..preview.wish.clone()
        };
        let terms = Terms {
            accept_alarms: request.accept_alarms,
            hash: Some(preview.hash),
        };
        *place = None;
        let path = wish.source.path();
        let (format, tally) = self.apply(&open, wish, terms).await?;
        let report = ImportReport::of(format, tally, true);
        let result = report.result();
        if let Some(path) = path {
            self.shelve_if_waiting(&open, &path, report).await;
        }
        Ok(result)
    }

    /// Reads, compares and writes a file and its entry in one transaction (domain.md §12), whatever its size.
    pub(crate) async fn apply(
        &self,
        open: &Open,
        wish: Wish,
        terms: Terms,
    ) -> Outcome<(roster::Format, Tally)> {
        let under_way = open.import.begin()?;
        let pass = Pass::begin(self, open, wish).await?;
        if terms.hash.is_some_and(|hash| hash != pass.hash()) {
            return Err(Failure::FileChanged.into());
        }
        let format = pass.format();
        let mut write = open
            .store
            .write_large(self.stamp(open, open.actor()))
            .await?;
        let written = self
            .write_import(open, pass, &under_way, terms.accept_alarms, &mut write)
            .await;
        let done = match written {
            Ok((import, tally)) => {
                let entry = Entry::new(Act::ImportApplied, Subject::Import(import));
                write
                    .commit(entry)
                    .await
                    .map(|()| tally)
                    .map_err(Trouble::from)
            }
            Err(trouble) => write
                .give_up()
                .await
                .map_err(Trouble::from)
                .and(Err(trouble)),
        };
        let ended = open.store.end_large().await;
        self.changed();
        let tally = done?;
        ended?;
        Ok((format, tally))
    }

    async fn write_import(
        &self,
        open: &Open,
        pass: Pass,
        under_way: &UnderWay<'_>,
        accept_alarms: bool,
        write: &mut Write,
    ) -> Outcome<(ImportId, Tally)> {
        let mut row = ImportRow {
            id: pass.import(),
            at: write.now(),
            staff_id: Some(open.staff),
            format: pass.format().as_str().to_owned(),
            content_hash: pass.hash().0.to_vec(),
            students_new: 0,
            students_changed: 0,
            students_unchanged: 0,
            students_gone: 0,
            lines_unusable: 0,
            can_be_undone: true,
            undone_at: None,
        };
        write.begin_import(&row).await?;
        let tally = pass.go(self, under_way, Some(write)).await?;
        if !tally.alarms.is_empty() && !accept_alarms {
            return Err(Failure::ImportAlarms.into());
        }
        row.students_new = tally.new;
        row.students_changed = tally.changed;
        row.students_unchanged = tally.unchanged;
        row.students_gone = tally.gone;
        row.lines_unusable = tally.unusable_count;
        write.end_import(&row).await?;
        if write.suspend_restricted().await? > 0 {
            write.note(Entry::new(Act::RestrictionMet, Subject::Import(row.id)));
        }
        for (_, entry) in corrections::retire(write).await? {
            write.note(entry);
        }
        Ok((row.id, tally))
    }

    /// Makes the registry what it was before the newest import.
    pub(crate) async fn undo_import(&self, (): Nothing) -> Outcome<ImportUndone> {
        let open = self.staffed(Permission::Import).await?;
        let _under_way = open.import.begin()?;
        let Some(last) = open.store.import_to_undo().await? else {
            let newest = open.store.last_import().await?;
            let is_undone = newest.is_some_and(|newest| newest.undone_at.is_some());
            return Err(match is_undone {
                true => Failure::AlreadyUndone.into(),
                false => Failure::NothingToUndo.into(),
            });
        };
        let mut write = open
            .store
            .write_large(self.stamp(&open, open.actor()))
            .await?;
        let done = match write.undo_import(last.id).await {
            Ok(undone) => {
                let entry = Entry::new(Act::ImportUndone, Subject::Import(last.id));
                write.commit(entry).await.map(|()| undone)
            }
            Err(error) => write.give_up().await.and(Err(error)),
        };
        let ended = open.store.end_large().await;
        *open.preview.lock().await = None;
        self.changed();
        let undone = done?;
        ended?;
        Ok(ImportUndone {
            removed: undone.removed,
            restored: undone.restored,
            kept: undone.kept,
        })
    }

    pub(crate) async fn import_progress(&self, (): Nothing) -> Outcome<Option<ImportProgress>> {
        let open = self.staffed(Permission::Import).await?;
        Ok(open.import.progress())
    }

    /// Stops a preview or an import at its next chunk: nothing of it stays.
    pub(crate) async fn cancel_import(&self, (): Nothing) -> Outcome<Nothing> {
        let open = self.staffed(Permission::Import).await?;
        open.import.stop();
        Ok(())
    }

    /// Writes the lines that could not be used into a file, for whoever mends the source. Values stay masked.
    pub(crate) async fn export_unusable(&self, request: ExportUnusable) -> Outcome<Nothing> {
        let open = self.staffed(Permission::Import).await?;
        let place = open.preview.lock().await;
        let preview = place
            .as_ref()
            .filter(|preview| preview.token == request.token);
        let preview = preview.ok_or(Failure::NothingPreviewed)?;
        let text = unusable::table(&preview.unusable).map_err(Trouble::unexpected)?;
        let written = tokio::fs::write(request.path.trim(), text).await;
        written.map_err(|_| Failure::FileTrouble.into())
    }

    /// Adults with an account whom their source does not name any more.
    pub(crate) async fn gone_guardians(&self, (): Nothing) -> Outcome<Vec<GoneGuardian>> {
        let open = self.staffed(Permission::Import).await?;
        let mut told = Vec::new();
        for guardian in open.store.gone_guardians().await? {
            let students = open.store.students_of_guardian(guardian.id).await?;
            let child = |row: &store::StudentRow| GoneGuardianChild {
                student_id: row.id.to_string(),
                last_names: row.last_names.clone(),
                first_names: row.first_names.clone(),
            };
            told.push(GoneGuardian {
                guardian_id: guardian.id.to_string(),
                last_names: guardian.last_names,
                first_names: guardian.first_names,
                email: guardian.email.map(|email| email.as_str().to_owned()),
                students: students.iter().map(|(student, _)| child(student)).collect(),
            });
        }
        Ok(told)
    }
}

/// A preview as the secretary sees it.
fn show(token: &str, format: roster::Format, tally: &Tally) -> ImportPreview {
    let alarms = tally.alarms.iter().map(|alarm| ImportAlarm {
        kind: alarm.kind.into(),
        count: alarm.count,
        of: alarm.of,
    });
    ImportPreview {
        token: token.to_owned(),
        format: format.to_string(),
        students: tally.students,
        guardians: tally.guardians,
        guardianships: tally.guardianships,
        new: tally.new,
        changed: tally.changed,
        unchanged: tally.unchanged,
        gone: tally.gone,
        lines: tally.lines(),
        unusable: tally
            .unusable
            .iter()
            .take(SHOWN_UNUSABLE)
            .cloned()
            .collect(),
        unusable_count: tally.unusable_count,
        notes: tally.notes(),
        alarms: alarms.collect(),
        questions: tally.questions.clone(),
        question_count: tally.question_count,
    }
}

/// A registry that could not be read, as the windows know it.
pub(crate) fn refusal(error: &RosterError) -> Failure {
    if matches!(error, RosterError::FileChanged) {
        return Failure::FileChanged;
    }
    let reason = match error {
        RosterError::Unreadable(cause) if cause.kind() == std::io::ErrorKind::NotFound => {
            FileReason::NotFound
        }
        other => FileReason::parse(other.as_str()).unwrap_or(FileReason::Unreadable),
    };
    Failure::FileUnusable {
        reason: reason.into(),
        detail: error.name().map(str::to_owned),
    }
}

pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
