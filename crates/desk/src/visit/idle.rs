//! A visit in which nobody does anything any more: the parent's screen asks first, then the visit ends and its window is
//! made anew, so that nothing is left in sight (domain.md §7). A visit set aside is in nobody's sight and waits.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use domain::EndCause;
use store::Actor;

use super::under_way;
use crate::Desk;
use crate::contract::Nothing;
use crate::failure::Outcome;
use crate::house::Open;

/// Runs for as long as the desk is open.
pub(crate) async fn run(desk: Desk, open: Arc<Open>) {
    let every = Duration::from_millis(desk.limits().visit_idle_look_milliseconds.into());
    loop {
        tokio::time::sleep(every).await;
        if let Err(trouble) = desk.look_for_idle_visit(&open).await {
            tracing::error!(?trouble, "a visit that nobody is at could not be ended");
        }
    }
}

impl Desk {
    /// Warns, or ends the visit when the warning has stood for its time. A clock that jumps ends no visit unwarned.
    async fn look_for_idle_visit(&self, open: &Open) -> Outcome<()> {
        let now = self.environment().now();
        let mut place = open.visit.lock().await;
        let Ok(visit) = under_way(&mut place) else {
            return Ok(());
        };
        let warning = self.idle_warning();
        let limit = TimeDelta::minutes(self.limits().visit_idle_minutes.into());
        match open.input.warned() {
            Some(warned) if now >= warned + warning => {
                open.input.note(now);
                self.leave(open, visit, EndCause::TimedOut, Actor::Program)
                    .await
            }
            None if open.input.idle(now) >= limit - warning => {
                open.input.warn(now);
                self.changed();
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// When the visit at the counter ends unless somebody does something, once they are warned.
    pub(crate) fn idle_end(&self, open: &Open) -> Option<DateTime<Utc>> {
        open.input
            .warned()
            .map(|warned| warned + self.idle_warning())
    }

    fn idle_warning(&self) -> TimeDelta {
        TimeDelta::seconds(self.limits().visit_idle_warning_seconds.into())
    }

    /// A key or the pointer, in the parent's window.
    pub(crate) async fn say_still_here(&self, (): Nothing) -> Outcome<Nothing> {
        let open = self.open().await?;
        self.note_input(&open);
        Ok(())
    }

    /// A key or the pointer, in the desk's window.
    pub(crate) async fn say_at_desk(&self, (): Nothing) -> Outcome<Nothing> {
        let open = self.open().await?;
        self.note_input(&open);
        Ok(())
    }

    /// Somebody did something; a warning that was shown goes.
    pub(crate) fn note_input(&self, open: &Open) {
        let visit = open.input.note(self.environment().now());
        let lock = open.idle.touch();
        if visit || lock {
            self.changed();
        }
    }
}
