//! The desk as a whole: closed, or open with somebody signed in; what the features share.
//! What each command does is in `features` and `visit`.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{DateTime, Utc};
use domain::{Limits, Role, StaffId};
use mail::DemoMailbox;
use store::{Actor, DeskKind, KdfCost, Location, Stamp, Store};
use tokio::sync::{Mutex, Notify, RwLock, watch};
use tokio::task::JoinHandle;

use crate::Environment;
use crate::contract::{Failure, Window};
use crate::features::idle::{self, Idle};
use crate::features::import::{ImportWatch, Preview};
use crate::features::pin::PinTries;
use crate::features::readiness::{self, Looked};
use crate::input::Input;
use crate::permission::{self, Act};
use crate::visit::Visits;
use crate::watched::Seen;

/// Where the data of the desk and of its demo is.
#[derive(Clone, Debug)]
pub struct Places {
    pub desk: Location,
    pub demo: Location,
}

impl Places {
    /// A file in this folder, and the demo's in a folder inside it.
    #[must_use]
    pub fn embedded(folder: PathBuf) -> Self {
        let demo = Location::Embedded {
            dir: folder.join("demo"),
        };
        let desk = Location::Embedded { dir: folder };
        Self { desk, demo }
    }
}

/// The program's one desk. Clones are the same desk.
#[derive(Clone)]
pub struct Desk(Arc<House>);

struct House {
    places: Places,
    environment: Environment,
    limits: Limits,
    kdf_cost: KdfCost,
    state: RwLock<State>,
    /// Counts what changed; what it is, each window asks.
    changed: watch::Sender<u64>,
    parent_window: watch::Sender<Option<u64>>,
}

enum State {
    /// Nobody is signed in. The demo's own folder was chosen, or the desk's.
    Closed(DeskKind),
    Open(Arc<Open>),
}

/// An open desk and who is at it.
pub(crate) struct Open {
    pub kind: DeskKind,
    pub folder: PathBuf,
    pub store: Store,
    pub desk: store::DeskRow,
    pub staff: StaffId,
    pub user_name: String,
    pub role: Role,
    /// Handed over to the parent: the desk's commands are refused.
    pub handed_over: AtomicBool,
    /// Since when nobody is there, and whether the desk is locked.
    pub idle: Idle,
    /// Wrong PINs in a row.
    pub pin_tries: PinTries,
    pub visit: Mutex<Visits>,
    /// When somebody last did something.
    pub input: Input,
    pub preview: Mutex<Option<Preview>>,
    /// How far an import is, and whether somebody wants it to stop.
    pub import: ImportWatch,
    /// Held by whoever changes the keyring's file, from reading it to writing it.
    pub keyring: Mutex<()>,
    /// The demo's mails land here and leave no machine.
    pub mailbox: DemoMailbox,
    /// Wakes the sender when there is something new to send.
    pub mail_waits: Notify,
    /// What was seen of the watched folder.
    pub watched: Seen,
    /// What was last seen of the machine.
    pub looked: Looked,
    /// What goes on beside the commands, for as long as the desk is open.
    beside: Mutex<Vec<JoinHandle<()>>>,
}

impl Desk {
    /// A closed desk whose data is, or will be, in `folder`.
    #[must_use]
    pub fn start(folder: PathBuf, environment: Environment) -> Self {
        Self::with(
            Places::embedded(folder),
            environment,
            Limits::default(),
            KdfCost::STAFF,
        )
    }

    /// The same in other places, under other limits, and at another cost of opening the keyring, than the usual.
    #[must_use]
    pub fn with(
        places: Places,
        environment: Environment,
        limits: Limits,
        kdf_cost: KdfCost,
    ) -> Self {
        Self(Arc::new(House {
            places,
            environment,
            limits,
            kdf_cost,
            state: RwLock::new(State::Closed(DeskKind::Real)),
            changed: watch::Sender::new(0),
            parent_window: watch::Sender::new(None),
        }))
    }

    /// Ticks each time a window should ask for its view again.
    #[must_use]
    pub fn watch(&self, _window: Window) -> watch::Receiver<u64> {
        self.0.changed.subscribe()
    }

    /// The number of the parent's window: none while the desk is closed, another one for each visit.
    #[must_use]
    pub fn parent_window(&self) -> watch::Receiver<Option<u64>> {
        self.0.parent_window.subscribe()
    }

    /// Closes the database in order; the desk can be opened again.
    pub async fn close(&self) {
        let State::Open(open) = std::mem::replace(
            &mut *self.0.state.write().await,
            State::Closed(DeskKind::Real),
        ) else {
            return;
        };
        self.0.parent_window.send_replace(None);
        for task in open.beside.lock().await.drain(..) {
            task.abort();
            // It has ended, cut short or not, before the database closes under it.
            let _ = task.await;
        }
        if let Err(error) = open.store.close().await {
            tracing::error!(%error, "the database was not closed in order");
        }
        self.changed();
    }

    pub(crate) fn environment(&self) -> &Environment {
        &self.0.environment
    }

    pub(crate) fn limits(&self) -> &Limits {
        &self.0.limits
    }

    pub(crate) fn kdf_cost(&self) -> KdfCost {
        self.0.kdf_cost
    }

    /// Where the desk's data is, or the demo's.
    pub(crate) fn location(&self, kind: DeskKind) -> &Location {
        match kind {
            DeskKind::Real => &self.0.places.desk,
            DeskKind::Demo => &self.0.places.demo,
        }
    }

    /// The folder with the keyring.
    pub(crate) fn folder(&self, kind: DeskKind) -> &Path {
        self.location(kind).dir()
    }

    pub(crate) fn is_set_up(&self, kind: DeskKind) -> bool {
        self.location(kind).is_set_up()
    }

    /// Which desk is meant while none is open.
    pub(crate) async fn closed_kind(&self) -> Option<DeskKind> {
        match &*self.0.state.read().await {
            State::Closed(kind) => Some(*kind),
            State::Open(_) => None,
        }
    }

    pub(crate) async fn choose_closed(&self, kind: DeskKind) {
        *self.0.state.write().await = State::Closed(kind);
        self.changed();
    }

    /// Puts an opened desk in its place, lets its mail leave, watches its folder and deletes what is over.
    pub(crate) async fn put_open(&self, open: Open) {
        let open = Arc::new(open);
        let sender = tokio::spawn(crate::outgoing::run(self.clone(), Arc::clone(&open)));
        let watcher = tokio::spawn(crate::watched::run(self.clone(), Arc::clone(&open)));
        let keeper = tokio::spawn(crate::retention::run(self.clone(), Arc::clone(&open)));
        let looker = tokio::spawn(readiness::run(self.clone(), Arc::clone(&open)));
        let visits = tokio::spawn(crate::visit::end_idle_visits(
            self.clone(),
            Arc::clone(&open),
        ));
        let lock = tokio::spawn(idle::run(self.clone(), Arc::clone(&open)));
        *open.beside.lock().await = vec![sender, watcher, looker, keeper, visits, lock];
        *self.0.state.write().await = State::Open(open);
        self.renew_parent_window();
        self.changed();
    }

    /// The open desk, for what the parent or the program does.
    pub(crate) async fn open(&self) -> Result<Arc<Open>, Failure> {
        match &*self.0.state.read().await {
            State::Open(open) => Ok(Arc::clone(open)),
            State::Closed(_) => Err(Failure::NotSignedIn),
        }
    }

    /// The open desk, for what a member of staff does: signed in, not handed over, and in a role that may.
    pub(crate) async fn staffed(&self, act: Act) -> Result<Arc<Open>, Failure> {
        let open = self.open().await?;
        if open.is_handed_over() {
            return Err(Failure::HandedOver);
        }
        permission::require(open.role, act)?;
        if matches!(act, Act::RunVisit | Act::ConfirmInPerson) {
            self.note_input(&open);
        }
        Ok(open)
    }

    /// Whether a window shows this desk; a command line has none.
    pub(crate) fn has_windows(&self) -> bool {
        self.0.changed.receiver_count() > 0
    }

    /// Tells both windows to ask again.
    pub(crate) fn changed(&self) {
        self.0.changed.send_modify(|count| *count += 1);
    }

    /// A visit begins or ends: the parent's window is made anew, and nothing typed in it stays.
    pub(crate) fn renew_parent_window(&self) {
        self.0
            .parent_window
            .send_modify(|number| *number = Some(number.unwrap_or_default() + 1));
    }

    /// When `actor` writes, and where.
    pub(crate) fn stamp(&self, open: &Open, actor: Actor) -> Stamp {
        Stamp::new(self.0.environment.now(), actor, open.desk.id)
    }
}

impl Open {
    #[expect(
        clippy::too_many_arguments,
        reason = "said once, where a desk is opened"
    )]
    pub fn new(
        kind: DeskKind,
        folder: &Path,
        store: Store,
        desk: store::DeskRow,
        staff: StaffId,
        user_name: String,
        role: Role,
        now: DateTime<Utc>,
    ) -> Self {
        Self {
            kind,
            folder: folder.to_owned(),
            store,
            desk,
            staff,
            user_name,
            role,
            handed_over: AtomicBool::new(false),
            idle: Idle::new(),
            pin_tries: PinTries::default(),
            visit: Mutex::default(),
            input: Input::at(now),
            preview: Mutex::new(None),
            import: ImportWatch::default(),
            keyring: Mutex::new(()),
            mailbox: DemoMailbox::default(),
            mail_waits: Notify::new(),
            watched: Seen::default(),
            looked: Looked::default(),
            beside: Mutex::new(Vec::new()),
        }
    }

    /// The desk's commands are refused: the parent has the screen, or nobody is there.
    pub fn is_handed_over(&self) -> bool {
        self.handed_over.load(Ordering::Acquire) || self.idle.is_locked()
    }

    pub const fn actor(&self) -> Actor {
        Actor::Staff(self.staff)
    }
}
