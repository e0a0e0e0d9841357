//! The desk as its windows know it: every test goes through the commands of the contract.
//! One program, so that it is linked once.

#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod address;
mod aside;
mod asked;
mod backups;
mod before;
mod child_corrected;
mod claims;
mod contract;
mod corrections;
mod counter;
mod databases;
mod day;
mod duplicates;
mod families;
mod first_start;
mod idle;
mod import_safety;
mod imports;
mod in_person;
mod interrupted;
mod job;
mod lists;
mod lock;
mod majority;
mod mapping;
mod mends;
mod notices;
mod outbox;
mod pin;
mod readiness;
mod recovery;
mod requests;
mod resent;
mod returning;
mod school_list;
mod smtp;
mod staff;
mod stopped;
mod taking_back;
mod undone;
mod watched;
mod windows;
