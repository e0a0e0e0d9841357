//! The idle lock (domain.md §15): a desk that nobody touches hides itself and keeps its key. Mail still leaves, the visit
//! stays, and the parent's window is made anew. Taking the desk back is the road of a desk that was handed over.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use domain::Limits;
use store::{Act, Actor, Entry, Subject};
use tokio::time::Instant;

use crate::Desk;
use crate::contract::{Failure, IdleSettings, Nothing};
use crate::failure::Outcome;
use crate::house::Open;
use crate::permission::Act as Permission;

/// The setting: minutes, in digits.
const IDLE_LOCK_MINUTES: &str = "idle_lock_minutes";
const MOST_MINUTES: u32 = 60;
/// So often it is looked whether somebody is there.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// Since when nobody touched either window, and what follows from it. Counted by a clock that nobody can set.
pub(crate) struct Idle {
    since: Mutex<Instant>,
    locks_after_seconds: AtomicU32,
    warned: AtomicBool,
    locked: AtomicBool,
}

impl Idle {
    pub(crate) fn new() -> Self {
        Self {
            since: Mutex::new(Instant::now()),
            locks_after_seconds: AtomicU32::new(0),
            warned: AtomicBool::new(false),
            locked: AtomicBool::new(false),
        }
    }

    pub(crate) fn is_locked(&self) -> bool {
        self.locked.load(Ordering::Acquire)
    }

    pub(crate) fn unlock(&self) {
        self.locked.store(false, Ordering::Release);
    }

    /// Somebody is there. True when the warning was shown and is not needed any more.
    pub(crate) fn touch(&self) -> bool {
        *self.since.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
        self.warned.swap(false, Ordering::AcqRel)
    }

    /// How long until it locks; nothing when its time is over.
    fn left(&self) -> Duration {
        let since = *self.since.lock().unwrap_or_else(PoisonError::into_inner);
        let after = self.locks_after_seconds.load(Ordering::Acquire);
        Duration::from_secs(after.into()).saturating_sub(since.elapsed())
    }

    /// The seconds that are left, while somebody should be warned.
    pub(crate) fn locks_in_seconds(&self) -> Option<u32> {
        let is_warned = self.warned.load(Ordering::Acquire);
        is_warned.then(|| self.left().as_secs().try_into().unwrap_or(u32::MAX))
    }
}

/// Looks for as long as the desk is open.
pub(crate) async fn run(desk: Desk, open: Arc<Open>) {
    match desk.idle_seconds(&open).await {
        Ok(seconds) => open
            .idle
            .locks_after_seconds
            .store(seconds, Ordering::Release),
        Err(trouble) => tracing::error!(?trouble, "the idle lock's setting could not be read"),
    }
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        if let Err(trouble) = desk.look_whether_idle(&open).await {
            tracing::error!(?trouble, "the desk could not be locked");
        }
    }
}

impl Desk {
    async fn look_whether_idle(&self, open: &Open) -> Outcome<()> {
        let idle = &open.idle;
        if idle.is_locked() || idle.locks_after_seconds.load(Ordering::Acquire) == 0 {
            return Ok(());
        }
        let left = idle.left();
        if left.is_zero() {
            return self.lock(open, Actor::Program).await;
        }
        if left <= warning(self.limits()) && !idle.warned.swap(true, Ordering::AcqRel) {
            self.changed();
        }
        Ok(())
    }

    async fn lock(&self, open: &Open, actor: Actor) -> Outcome<()> {
        // First the windows, whatever the journal says to it.
        open.idle.locked.store(true, Ordering::Release);
        open.idle.warned.store(false, Ordering::Release);
        self.renew_parent_window();
        self.changed();
        let write = open.store.write(self.stamp(open, actor)).await?;
        let entry = Entry::new(Act::DeskLocked, Subject::Staff(open.staff));
        Ok(write.commit(entry).await?)
    }

    /// Somebody goes away from the desk for a moment.
    pub(crate) async fn lock_desk(&self, (): Nothing) -> Outcome<Nothing> {
        let open = self.staffed(Permission::RunVisit).await?;
        self.lock(&open, open.actor()).await
    }

    pub(crate) async fn view_idle_settings(&self, (): Nothing) -> Outcome<IdleSettings> {
        let open = self.staffed(Permission::ChangeSettings).await?;
        let minutes = self.idle_seconds(&open).await?.div_ceil(60);
        Ok(IdleSettings { minutes })
    }

    pub(crate) async fn set_idle(&self, request: IdleSettings) -> Outcome<Nothing> {
        let open = self.staffed(Permission::ChangeSettings).await?;
        if !(1..=MOST_MINUTES).contains(&request.minutes) {
            return Err(Failure::Invalid {
                field: "minutes".into(),
            }
            .into());
        }
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        let value = request.minutes.to_string();
        write.set_setting(IDLE_LOCK_MINUTES, Some(&value)).await?;
        write
            .commit(Entry::new(Act::SettingsChanged, Subject::None))
            .await?;
        let seconds = request.minutes * 60;
        open.idle
            .locks_after_seconds
            .store(seconds, Ordering::Release);
        self.changed();
        Ok(())
    }

    async fn idle_seconds(&self, open: &Open) -> Outcome<u32> {
        let set = open.store.setting(IDLE_LOCK_MINUTES).await?;
        let minutes = set.and_then(|value| value.parse::<u32>().ok());
        Ok(minutes.map_or(self.limits().idle_lock_seconds, |minutes| minutes * 60))
    }
}

fn warning(limits: &Limits) -> Duration {
    Duration::from_secs(limits.idle_warning_seconds.into())
}
