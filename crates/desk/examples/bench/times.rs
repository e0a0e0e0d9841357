//! Times, and which of many is told.

use std::time::Instant;

pub fn seconds_since(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64()
}

pub fn median(times: Vec<f64>) -> f64 {
    quantile(times, 0.5)
}

/// The smallest time that this share of all times does not exceed.
pub fn quantile(mut times: Vec<f64>, share: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    let place = (times.len() as f64 * share).ceil() as usize;
    times.get(place.max(1) - 1).copied().unwrap_or(f64::NAN)
}
