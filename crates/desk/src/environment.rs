//! Time and randomness: the one place that asks the machine for them (`clippy.toml` forbids it elsewhere).
//! Everything below is given the moment and the ids that it needs.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{
    DateTime, Days, Local, NaiveDate, NaiveTime, SubsecRound as _, TimeDelta, TimeZone as _,
    Timelike as _, Utc,
};
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use uuid::Uuid;

/// Where the time comes from.
#[derive(Clone)]
enum Clock {
    Machine,
    /// The machine's, as much ahead as it is told at each reading.
    Ahead(fn() -> Duration),
    /// Stands still until it is moved.
    Held(Arc<Mutex<DateTime<Utc>>>),
}

/// The clock and the source of randomness of one program or of one test.
#[derive(Clone)]
pub struct Environment {
    clock: Clock,
    random: Arc<Mutex<StdRng>>,
}

impl Environment {
    /// The machine's clock and the system's generator.
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks the system's generator"
    )]
    pub fn machine() -> Self {
        let random = StdRng::from_rng(&mut rand::rng());
        Self {
            clock: Clock::Machine,
            random: Arc::new(Mutex::new(random)),
        }
    }

    /// As [`Environment::machine`], its clock ahead by what `by` says at each reading: for a program that is driven and
    /// does not wait until a code expires.
    #[must_use]
    pub fn machine_ahead(by: fn() -> Duration) -> Self {
        Self {
            clock: Clock::Ahead(by),
            ..Self::machine()
        }
    }

    /// A clock that stands still at `now`, and ids that are the same for the same seed.
    #[must_use]
    pub fn held_at(now: DateTime<Utc>, seed: u64) -> Self {
        Self {
            clock: Clock::Held(Arc::new(Mutex::new(now))),
            random: Arc::new(Mutex::new(StdRng::seed_from_u64(seed))),
        }
    }

    /// Now, in whole milliseconds: what both databases keep.
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the machine's clock"
    )]
    pub fn now(&self) -> DateTime<Utc> {
        match &self.clock {
            Clock::Machine => Utc::now().trunc_subsecs(3),
            Clock::Ahead(by) => Utc::now().trunc_subsecs(3) + by(),
            Clock::Held(now) => *now.lock().unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// Moves a clock that is held; the machine's does not move.
    pub fn advance(&self, by: TimeDelta) {
        if let Clock::Held(now) = &self.clock {
            *now.lock().unwrap_or_else(PoisonError::into_inner) += by;
        }
    }

    /// The day of this machine on which a moment falls.
    #[must_use]
    pub fn day_of(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&Local).date_naive()
    }

    /// The hour of this machine, from 0, in which a moment falls.
    #[must_use]
    pub fn hour_of(&self, at: DateTime<Utc>) -> u32 {
        at.with_timezone(&Local).hour()
    }

    /// When a day of this machine begins, and when the next one does.
    #[must_use]
    pub fn bounds_of(&self, day: NaiveDate) -> (DateTime<Utc>, DateTime<Utc>) {
        let begins = |day: NaiveDate| {
            let midnight = day.and_time(NaiveTime::MIN);
            // Where the clock skips midnight, the day begins an hour later.
            let earliest = Local.from_local_datetime(&midnight).earliest().or_else(|| {
                Local
                    .from_local_datetime(&(midnight + TimeDelta::hours(1)))
                    .earliest()
            });
            earliest.map_or_else(|| midnight.and_utc(), |at| at.to_utc())
        };
        (begins(day), begins(day + Days::new(1)))
    }

    /// A new id that sorts by time (UUID version 7).
    #[must_use]
    pub fn id(&self) -> Uuid {
        let mut tail = [0; 10];
        self.fill(&mut tail);
        let milliseconds = u64::try_from(self.now().timestamp_millis()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(milliseconds, &tail).into_uuid()
    }

    /// A number below `bound`, each as likely as another.
    #[must_use]
    pub fn below(&self, bound: u32) -> u32 {
        use rand::RngExt as _;
        self.with_random(|random| random.random_range(0..bound))
    }

    /// Lends the source of randomness, for keys and nonces.
    pub fn with_random<T>(&self, draw: impl FnOnce(&mut StdRng) -> T) -> T {
        draw(&mut self.random.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// A source of randomness of its own, for work that waits in between.
    #[must_use]
    pub fn split_random(&self) -> StdRng {
        self.with_random(StdRng::from_rng)
    }

    fn fill(&self, bytes: &mut [u8]) {
        self.with_random(|random| random.fill_bytes(bytes));
    }
}
