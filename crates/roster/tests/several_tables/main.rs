//! The formats that have several tables, in a folder or a zip.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod allow_list;
mod exports;
mod hostile;
mod one_roster;
mod round_trips;
mod school_data_sync_1;
