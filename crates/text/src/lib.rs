//! What is said: the languages that the package knows, their messages, and dates and lists in each of them.
//! The words themselves are in `locales/`; what is said when belongs to whoever says it.

mod date;
mod list;
mod locale;
mod say;

pub use date::date;
pub use fluent_bundle::FluentArgs as Args;
pub use list::list;
pub use locale::{Direction, Locale};
pub use say::{say, say_plain};
