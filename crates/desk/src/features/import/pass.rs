//! One pass over a file: chunk after chunk is read, held against the registry and, when it is applied, written. A preview
//! is the same pass without the writing. What is shown of it is in `tally`.

use std::path::PathBuf;

use domain::{GuardianId, ImportId, ServiceCentreCode, Share, StudentId};
use roster::{
    Answers, ContentHash, Format, Limits, Reading, Registry, RosterError, School, SoFar, Source,
};
use store::{ExistingRegistry, Store, Write};
use tokio::sync::mpsc;

use super::existing::{look_up, records};
use super::rows::{Origin, Rows, Schools};
use super::tally::Tally;
use super::watch::UnderWay;
use super::{ImportWish, mapping, number, refusal};
use crate::contract::ImportPhase;
use crate::failure::{Outcome, Trouble};
use crate::features::reading_limits::reading_limits;
use crate::{Desk, Environment};

/// Students a chunk: enough that a statement does much, few enough that a chunk is small.
const CHUNK: usize = 4_000;
/// Chunks that are read ahead while one is written.
const AHEAD: usize = 1;
/// Students looked at in one statement when those are told who are gone.
const PAGE: u32 = 10_000;

/// What is to be taken in, and how.
#[derive(Clone)]
pub(crate) struct Wish {
    pub source: Origins,
    /// Whoever is not in the file is gone, whatever the school.
    pub complete: bool,
    /// Only the students of the school of this code, and those of no school.
    pub school: Option<String>,
    pub answers: Answers,
}

/// Where a registry comes from.
#[derive(Clone)]
pub(crate) enum Origins {
    File(PathBuf, ImportWish),
    /// The demo's, made up in memory.
    Made(Vec<u8>),
}

impl Origins {
    /// The file's, when there is one.
    pub fn path(&self) -> Option<PathBuf> {
        match self {
            Self::File(path, ..) => Some(path.clone()),
            Self::Made(_) => None,
        }
    }
}

/// A file that was read once, before its students are compared.
pub(super) struct Pass {
    reading: Reading,
    wish: Wish,
    store: Store,
    service_centre: ServiceCentreCode,
    own_school: School,
    /// No student is there whom the file could be about.
    is_first: bool,
    import: ImportId,
    state: State,
}

/// What goes from chunk to chunk.
struct State {
    so_far: SoFar,
    schools: Schools,
    tally: Tally,
    origin: Origin,
    changed_guardians: Vec<GuardianId>,
    /// A file without a column of adults says nothing of them.
    names_adults: bool,
}

impl Pass {
    /// Reads the file for the first time.
    pub async fn begin(desk: &Desk, open: &crate::house::Open, wish: Wish) -> Outcome<Self> {
        let source = match wish.source.clone() {
            Origins::File(path, table) => mapping::open_source(open, &path, table).await?,
            Origins::Made(bytes) => made(bytes).map_err(Trouble::unexpected)?,
        };
        let limits = reading_limits(&open.store).await?;
        let mut reading = blocking(move || Reading::of(&source, &limits)).await?;
        let service_centre = open.desk.service_centre;
        let known = open.store.schools(service_centre).await?;
        let environment = desk.environment();
        let import = ImportId(environment.id());
        let own = match &wish.school {
            None => (None, Some(open.desk.school_name.clone())),
            Some(code) => {
                let named = known.iter().find(|row| row.code.as_ref() == Some(code));
                (Some(code.clone()), named.map(|row| row.name.clone()))
            }
        };
        let mut tally = Tally::default();
        tally
            .known_codes
            .extend(known.iter().filter_map(|row| row.code.clone()));
        Ok(Self {
            store: open.store.clone(),
            service_centre,
            own_school: School {
                code: own.0,
                name: own.1,
            },
            is_first: !open.store.has_students(service_centre).await?,
            import,
            state: State {
                so_far: SoFar::new(reading.take_named(), wish.answers.clone()),
                schools: Schools::new(known),
                tally,
                origin: Origin {
                    environment: Environment::clone(environment),
                    service_centre,
                    import,
                    now: environment.now(),
                },
                changed_guardians: Vec::new(),
                names_adults: reading.totals().guardianships > 0,
            },
            reading,
            wish,
        })
    }

    pub const fn hash(&self) -> ContentHash {
        self.reading.hash()
    }

    pub const fn format(&self) -> Format {
        self.reading.format()
    }

    pub const fn import(&self) -> ImportId {
        self.import
    }

    /// Goes through the file; with a `write`, everything that changes is written.
    pub async fn go(
        self,
        desk: &Desk,
        under_way: &UnderWay<'_>,
        mut write: Option<&mut Write>,
    ) -> Outcome<Tally> {
        let format = self.reading.format();
        let total = number(self.reading.totals().students);
        let phase = match write {
            Some(_) => ImportPhase::Writing,
            None => ImportPhase::Comparing,
        };
        let known = Known {
            store: self.store.clone(),
            service_centre: self.service_centre,
            own_school: self.own_school,
            of_one_school: self.wish.school.is_some(),
            is_first: self.is_first,
        };
        let mut chunks = known.look_up_ahead(read_ahead(self.reading));
        let mut state = self.state;
        under_way.tell(phase, 0, total)?;
        while let Some(chunk) = chunks.recv().await {
            let (registry, existing) = chunk?;
            let settled = tokio::task::spawn_blocking(move || {
                let written = state.settle(&registry, &existing);
                (state, written)
            });
            let written;
            (state, written) = settled.await.map_err(Trouble::unexpected)?;
            if let Some(write) = write.as_deref_mut() {
                written.write(write).await?;
            }
            under_way.tell(phase, state.tally.students, total)?;
            desk.changed();
        }
        under_way.tell(ImportPhase::Ending, total, total)?;
        let gone = state
            .gone(&self.store, self.service_centre, format, self.wish.complete)
            .await?;
        if let Some(write) = write {
            write.keep_before(&gone, &[], &[]).await?;
            write.deactivate_students(&gone).await?;
            let students = write.students_with(&state.changed_guardians).await?;
            write.rebuild_words(&students).await?;
        }
        let mut tally = state.tally;
        tally.alarms = domain::alarms(&tally.extent, desk.limits());
        Ok(tally)
    }
}

/// The registry as it was before the import: no chunk sees what one before it wrote.
struct Known {
    store: Store,
    service_centre: ServiceCentreCode,
    own_school: School,
    /// Only the students of that school are taken.
    of_one_school: bool,
    is_first: bool,
}

impl Known {
    /// Looks up whom a chunk may be about while the one before it is compared and written.
    fn look_up_ahead(
        self,
        mut chunks: Chunks,
    ) -> mpsc::Receiver<Outcome<(Registry, ExistingRegistry)>> {
        let (sender, looked_up) = mpsc::channel(AHEAD);
        tokio::spawn(async move {
            // Nobody listens any more when the import was given up.
            while let Ok(place) = sender.reserve().await
                && let Some(chunk) = chunks.recv().await
            {
                let chunk = self.look_up(chunk).await;
                let failed = chunk.is_err();
                place.send(chunk);
                if failed {
                    break;
                }
            }
        });
        looked_up
    }

    async fn look_up(
        &self,
        chunk: Result<Registry, RosterError>,
    ) -> Outcome<(Registry, ExistingRegistry)> {
        let mut registry = chunk.map_err(|error| refusal(&error))?;
        if self.of_one_school {
            registry.keep_only(&self.own_school);
        }
        registry.place_in(&self.own_school);
        let existing = match self.is_first {
            true => ExistingRegistry::default(),
            false => look_up(&self.store, self.service_centre, &registry).await?,
        };
        Ok((registry, existing))
    }
}

impl State {
    /// Compares a chunk and says what it writes.
    fn settle(&mut self, registry: &Registry, existing: &ExistingRegistry) -> Written {
        let known = records(existing, &self.schools.by_id);
        let mut plan = roster::compare(registry, &known, &self.so_far);
        if !self.names_adults {
            plan.unsaid.clear();
        }
        let rows = self
            .origin
            .rows(registry, &plan, existing, &mut self.schools);
        self.so_far.follow(registry, &plan, &rows.ids);
        self.tally.add(registry, &plan, &known);
        self.changed_guardians.extend(&rows.changed_guardians);
        Written {
            unsaid: plan.unsaid,
            said_again: plan.said_again,
            corrections: plan.corrections,
            rows,
        }
    }

    /// Active students of the same source, in the schools that the file holds, whom no line names.
    async fn gone(
        &mut self,
        store: &Store,
        service_centre: ServiceCentreCode,
        format: Format,
        complete: bool,
    ) -> Outcome<Vec<StudentId>> {
        let mut gone = Vec::new();
        if !self.so_far.tells_gone() || self.tally.students == 0 {
            return Ok(gone);
        }
        let held = |school: Option<&domain::SchoolId>| {
            let row = school.and_then(|id| self.schools.by_id.get(id));
            let school = row.map(|row| School {
                code: row.code.clone(),
                name: Some(row.name.clone()),
            });
            self.so_far.holds(school.as_ref())
        };
        let mut is_held = std::collections::HashMap::new();
        let mut after = None;
        let mut active = 0;
        loop {
            let page = store
                .active_students_from(service_centre, format.as_str(), after, PAGE)
                .await?;
            let Some((last, _)) = page.last() else { break };
            after = Some(*last);
            for (student, school) in page {
                let here = complete
                    || *is_held
                        .entry(school)
                        .or_insert_with(|| held(school.as_ref()));
                active += u32::from(here);
                if here && !self.so_far.knows(student) {
                    gone.push(student);
                }
            }
        }
        self.tally.gone = number(gone.len());
        self.tally.extent.gone = Share {
            count: number(gone.len()),
            of: active,
        };
        let shown = gone.len().min(self.tally.room_for_gone());
        self.tally.add_gone(&store.students(&gone[..shown]).await?);
        Ok(gone)
    }
}

/// Everything that a chunk writes.
struct Written {
    rows: Rows,
    unsaid: Vec<(StudentId, GuardianId)>,
    said_again: Vec<(StudentId, GuardianId)>,
    corrections: Vec<roster::CorrectionTold>,
}

impl Written {
    async fn write(&self, write: &mut Write) -> Outcome<()> {
        let rows = &self.rows;
        let ties = [&rows.changed_ties[..], &self.unsaid, &self.said_again].concat();
        write
            .keep_before(&rows.changed_students, &rows.changed_guardians, &ties)
            .await?;
        write.upsert_schools(&rows.schools).await?;
        write.upsert_students(&rows.students).await?;
        write.upsert_guardians(&rows.guardians).await?;
        write.fill_guardians(&rows.fills).await?;
        write.upsert_guardianships(&rows.guardianships).await?;
        write.mark_unsaid(&self.unsaid, true).await?;
        write.mark_unsaid(&self.said_again, false).await?;
        for told in &self.corrections {
            let ids = match told.subject {
                roster::Corrected::Student(id) => (id.0, id.0),
                roster::Corrected::Guardian(id) => (id.0, id.0),
                roster::Corrected::Guardianship(student, guardian) => (student.0, guardian.0),
            };
            let says = (!told.agrees).then_some(told.source_value.as_str());
            write
                .tell_correction(ids, told.field.as_str(), says)
                .await?;
        }
        write.replace_words(&rows.words).await?;
        Ok(())
    }
}

fn made(bytes: Vec<u8>) -> Result<Source, RosterError> {
    Source::from_bytes("demo.csv".into(), bytes, None, &Limits::default())
}

type Chunks = mpsc::Receiver<Result<Registry, RosterError>>;

/// Reads on another thread while the chunk before is looked up.
fn read_ahead(mut reading: Reading) -> Chunks {
    let (sender, chunks) = mpsc::channel(AHEAD);
    tokio::task::spawn_blocking(move || {
        while let Some(chunk) = reading.next_chunk(CHUNK).transpose() {
            let failed = chunk.is_err();
            // Nobody listens any more when the import was given up.
            if sender.blocking_send(chunk).is_err() || failed {
                break;
            }
        }
    });
    chunks
}

/// Runs what reads a file off the async threads, and says of a refusal what a window can say.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, RosterError> + Send + 'static,
) -> Outcome<T> {
    let done = tokio::task::spawn_blocking(work)
        .await
        .map_err(Trouble::unexpected)?;
    done.map_err(|error| refusal(&error).into())
}
