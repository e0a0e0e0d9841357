//! What is written to adults, and how it leaves: the closed list of messages, their layout, and the SMTP sender.
//! What waits to be sent, and when it is tried again, is told by the outbox, which is a table of `store`.

mod backend;
mod demo;
mod failure;
mod first_name;
mod greeting;
mod layout;
mod message;
mod retry;
mod smtp;

pub use backend::{Asked, Backend, Postmark, Receipt};
pub use demo::{DemoMail, DemoMailbox};
pub use failure::SendFailure;
pub use first_name::FirstName;
pub use layout::Rendered;
pub use message::{Message, SchoolOffice, render};
pub use retry::RetrySettings;
pub use smtp::{Security, SettingsError, SignIn, SmtpBackend, SmtpSettings, TimeLimits};
