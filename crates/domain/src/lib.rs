//! The rules of Guichet: names, permanent codes, claims, passwords, visits (domain.md).
//! Pure: no async, no input or output, no clock, no randomness, no database, no serialization.

mod alarm;
mod birth_date;
mod claim;
mod code;
mod common;
mod correction;
mod duplicate;
mod email;
mod fiche;
mod ids;
mod limits;
mod listed;
mod listed_school;
pub mod name;
mod password;
mod permanent_code;
mod readiness;
pub mod request;
pub mod service_centre;
pub mod slip;
mod taking_back;
mod typed;
mod verdict;
pub mod visit;
mod vocabulary;

pub use alarm::*;
pub use birth_date::*;
pub use claim::*;
pub use code::*;
pub use correction::*;
pub use duplicate::*;
pub use email::*;
pub use fiche::*;
pub use ids::*;
pub use limits::*;
pub use listed_school::*;
pub use password::*;
pub use permanent_code::*;
pub use readiness::*;
pub use request::{RequestKind, RequestState};
pub use service_centre::{ServiceCentre, ServiceCentreCode, ServiceCentreKind};
pub use taking_back::*;
pub use verdict::*;
pub use visit::{Awaited, StepName};
pub use vocabulary::*;
