//! The features of the desk's window, one file each. What happens at the counter is in `visit`.

mod accounts_from_before;
mod backup;
mod class_list;
pub(crate) mod corrections;
mod day;
mod duplicates;
mod find;
mod first_start;
pub(crate) mod idle;
pub(crate) mod import;
mod journal;
mod mail;
mod majority;
mod notices;
pub(crate) mod pin;
pub(crate) mod readiness;
mod reading_limits;
mod registry_numbers;
pub(crate) mod requests;
mod school;
mod school_list;
mod session;
mod staff;
mod student;
mod taking_back;
pub mod technician;
mod watched_folder;
