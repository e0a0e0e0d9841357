//! The contract with the windows: one list of commands, what each takes and gives, and how it may fail.
//! Generated into TypeScript; what the commands do belongs in `features`.

mod command_list;
mod commands;
mod desk;
mod failure;
mod parent;
mod typescript;
mod word;

pub use commands::{COMMANDS, Command, Window};
pub use desk::*;
pub use failure::{Failure, FileReason};
pub use parent::*;
pub use typescript::typescript;
pub use word::{Secret, Word};
