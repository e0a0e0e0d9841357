//! `guichet-admin` as a technician runs it: the real program in a folder of its own, at the real cost of a password.

#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod accounts;
mod claims;
mod damage;
mod desk;
mod registry;
mod schools;
mod staff;
mod tables;
mod technician;
mod usage;
