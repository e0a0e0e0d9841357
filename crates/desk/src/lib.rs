//! The use cases of Guichet: `features` has one file a feature of the desk's window, `visit` what happens at the
//! counter, `contract` what crosses to the windows. Imports only go down: `domain`, `text`, `store`, `roster`, `mail`.
//! No window, no SQL.

pub mod contract;
mod dispatch;
mod environment;
mod failure;
mod features;
mod hashing;
mod house;
mod input;
mod outgoing;
pub mod permission;
mod retention;
mod view;
mod visit;
mod watched;

pub use environment::Environment;
pub use features::technician;
pub use house::{Desk, Places};
