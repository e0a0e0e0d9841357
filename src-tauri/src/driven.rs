//! What a build to be driven lets its driver do besides driving. None of it is in a shipped program.

use std::ffi::OsString;
use std::sync::LazyLock;
use std::time::Duration;

/// The file that says by how many minutes the clock is ahead; without it, by none.
static CLOCK_AHEAD: LazyLock<Option<OsString>> =
    LazyLock::new(|| std::env::var_os("GUICHET_CLOCK_AHEAD"));

/// How much later than the machine's clock it is for the desk.
pub fn clock_ahead() -> Duration {
    let minutes: u64 = CLOCK_AHEAD
        .as_ref()
        .and_then(|file| std::fs::read_to_string(file).ok())
        .and_then(|text| text.trim().parse().ok())
        .unwrap_or_default();
    Duration::from_secs(60 * minutes)
}
