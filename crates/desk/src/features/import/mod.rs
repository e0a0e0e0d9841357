//! Taking a registry in: preview, then apply (domain.md §12). Reading and comparing are `roster`'s, writing is `store`'s;
//! here the two meet. Between the rows of one and the records of the other: `existing` and `rows`.

mod existing;
mod mapping;
mod preview;
mod rows;

pub use mapping::ImportWish;
pub(crate) use preview::{notes, unusable};

use std::path::{Path, PathBuf};

use domain::ImportId;
use roster::{
    ContentHash, Counts, Identifiers, Limits, Plan, Reading, Registry, RosterError, School,
};
use store::{Act, Entry, ExistingRegistry, ImportRow, Subject};

use crate::Desk;
use crate::contract::{
    ApplyImport, Failure, FileReason, ImportPreview, ImportResult, PreviewImport,
};
use crate::failure::{Outcome, Trouble};
use crate::features::corrections;
use crate::house::Open;
use crate::permission::Act as Permission;

/// A reading held against the registry, waiting to be applied.
pub(crate) struct Preview {
    token: String,
    path: PathBuf,
    wish: ImportWish,
    prepared: Prepared,
}

/// What a file would do, with the registry that it was held against.
pub(crate) struct Prepared {
    pub registry: Registry,
    pub hash: ContentHash,
    pub plan: Plan,
    pub existing: ExistingRegistry,
}

impl Prepared {
    pub fn counts(&self) -> Counts {
        self.plan.counts(&self.registry)
    }

    pub const fn registry(&self) -> &Registry {
        &self.registry
    }
}

impl Desk {
    pub(crate) async fn preview_import(&self, request: PreviewImport) -> Outcome<ImportPreview> {
        let open = self.staffed(Permission::Import).await?;
        let path = PathBuf::from(request.path.trim());
        let wish = ImportWish {
            format: None,
            mapping: request.mapping,
            profile: request.profile,
            numbers: Identifiers::default(),
        };
        let prepared = self.prepare_import(&open, &path, wish.clone()).await?;
        let token = self.environment().id().to_string();
        let shown = preview::show(&token, &prepared);
        *open.preview.lock().await = Some(Preview {
            token,
            path,
            wish,
            prepared,
        });
        Ok(shown)
    }

    /// Applies what was previewed. The file is read again: when it has changed, nothing is written.
    pub(crate) async fn apply_import(&self, request: ApplyImport) -> Outcome<ImportResult> {
        let open = self.staffed(Permission::Import).await?;
        let mut place = open.preview.lock().await;
        let preview = place
            .take()
            .filter(|preview| preview.token == request.token);
        let Preview {
            path,
            wish,
            prepared,
            ..
        } = preview.ok_or(Failure::NothingPreviewed)?;
        let again = mapping::open_source(&open, &path, wish).await?;
        let hash =
            blocking(move || Reading::of(&again, &Limits::default()).map(|reading| reading.hash()))
                .await?;
        if hash != prepared.hash {
            return Err(Failure::FileChanged.into());
        }
        let counts = prepared.counts();
        self.apply(&open, &prepared).await?;
        Ok(ImportResult {
            new: number(counts.new),
            changed: number(counts.changed),
            unchanged: number(counts.unchanged),
            gone: number(counts.gone),
        })
    }

    /// Reads the file and holds it against the registry; nothing is written.
    pub(crate) async fn prepare_import(
        &self,
        open: &Open,
        path: &Path,
        wish: ImportWish,
    ) -> Outcome<Prepared> {
        let source = mapping::open_source(open, path, wish).await?;
        let reading = blocking(move || Reading::of(&source, &Limits::default())).await?;
        self.compare(open, reading).await
    }

    pub(crate) async fn compare(&self, open: &Open, mut reading: Reading) -> Outcome<Prepared> {
        let own_school = School {
            code: None,
            name: Some(open.desk.school_name.clone()),
        };
        let hash = reading.hash();
        let chunk = blocking(move || reading.next_chunk(usize::MAX)).await?;
        let mut registry =
            chunk.ok_or_else(|| Trouble::unexpected("a registry that says nothing"))?;
        registry.place_in(&own_school);
        let existing = open.store.existing(open.desk.service_centre).await?;
        let work = move || {
            let plan = roster::compare(&registry, &existing::students(&existing));
            Prepared {
                registry,
                hash,
                plan,
                existing,
            }
        };
        tokio::task::spawn_blocking(work)
            .await
            .map_err(Trouble::unexpected)
    }

    /// Writes the plan and its entry in one transaction (domain.md §12).
    pub(crate) async fn apply(&self, open: &Open, prepared: &Prepared) -> Outcome<ImportId> {
        let import = ImportId(self.environment().id());
        let rows = rows::rows(
            self.environment(),
            open.desk.service_centre,
            import,
            prepared,
        );
        let counts = prepared.counts();
        let mut write = open.store.write(self.stamp(open, open.actor())).await?;
        write
            .insert_import(&ImportRow {
                id: import,
                at: write.now(),
                staff_id: Some(open.staff),
                format: prepared.registry().format.as_str().to_owned(),
                content_hash: prepared.hash.0.to_vec(),
                students_new: number(counts.new),
                students_changed: number(counts.changed),
                students_unchanged: number(counts.unchanged),
                students_gone: number(counts.gone),
                lines_unusable: number(counts.unusable),
            })
            .await?;
        write.upsert_schools(&rows.schools).await?;
        write.upsert_students(&rows.students).await?;
        write.upsert_guardians(&rows.guardians).await?;
        write.upsert_guardianships(&rows.guardianships).await?;
        if write.suspend_restricted().await? > 0 {
            write.note(Entry::new(Act::RestrictionMet, Subject::Import(import)));
        }
        write.deactivate_students(&prepared.plan.gone).await?;
        write.replace_words(&rows.words).await?;
        for (_, entry) in corrections::retire(&mut write).await? {
            write.note(entry);
        }
        write
            .commit(Entry::new(Act::ImportApplied, Subject::Import(import)))
            .await?;
        self.changed();
        Ok(import)
    }
}

/// Runs what reads a file off the async threads, and says of a refusal what a window can say.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, RosterError> + Send + 'static,
) -> Outcome<T> {
    let done = tokio::task::spawn_blocking(work)
        .await
        .map_err(Trouble::unexpected)?;
    done.map_err(|error| refusal(&error).into())
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
