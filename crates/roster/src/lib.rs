//! Reads a school's registry (a CSV export, a spreadsheet, School Data Sync) into records, and compares them with what
//! is there (domain.md §12). Pure: bytes and values in, values out. Writing to the database and asking people do not
//! belong here.

mod account_list;
mod adults;
mod allow_list;
mod cells;
mod compare;
mod dates;
mod decoding;
mod delimited;
mod error;
mod excel;
mod full_name;
mod gather;
mod headers;
mod identifiers;
mod keys;
mod limits;
mod made_up;
mod mapping;
mod meaning;
mod one_roster;
mod orgs;
mod reading;
mod records;
mod report;
mod school_data_sync;
mod school_list;
mod slashes;
mod source;
mod stream;
mod survey;
mod table;
mod values;
mod words;

pub use account_list::{
    AccountColumn, AccountFault, AccountList, ListedAccount, read_account_list,
};
pub use compare::*;
pub use dates::{DateFinding, DateOrder};
pub use decoding::TextEncoding;
pub use error::RosterError;
pub use excel::WorkbookKind;
pub use full_name::NameOrder;
pub use gather::{Named, Totals};
pub use identifiers::Identifiers;
pub use limits::{Limit, Limits};
pub use made_up::{MadeUpRegistry, generate};
pub use mapping::*;
pub use meaning::{GuardianColumn, Meaning, Slot, SlotKind, StudentColumn};
pub use reading::{Reading, propose, propose_source};
pub use records::*;
pub use report::*;
pub use school_list::{SchoolList, read_school_list};
pub use source::{Content, ContentHash, Source, SourceFile};
pub use values::ValueKind;
