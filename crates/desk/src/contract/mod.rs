//! The contract with the windows: one list of commands, what each takes and gives, and how it may fail.
//! Generated into TypeScript; what the commands do belongs in `features`.

mod backup;
mod class_list;
mod command_list;
mod commands;
mod corrections;
mod desk;
mod diagnosis;
mod failure;
mod first_start;
mod import;
mod journal;
mod mail;
mod mapping;
mod parent;
mod registry;
mod school;
mod school_list;
mod staff;
mod typescript;
mod visit;
mod watched;
mod word;

pub use backup::*;
pub use class_list::*;
pub use commands::{COMMANDS, Command, Window};
pub use corrections::*;
pub use desk::*;
pub use diagnosis::*;
pub use failure::{Failure, FileReason};
pub use first_start::*;
pub use import::*;
pub use journal::*;
pub use mail::*;
pub use mapping::*;
pub use parent::*;
pub use registry::*;
pub use school::*;
pub use school_list::*;
pub use staff::*;
pub use typescript::typescript;
pub use visit::*;
pub use watched::*;
pub use word::{Secret, Word};
