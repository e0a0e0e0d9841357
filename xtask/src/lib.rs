//! Everything one runs: `cargo xtask run | test | tour | bench | types`. One file a command; what
//! they share (the tools, the servers of the tests, the driving of the real program) beside them.
//! Nothing of this is shipped.

#![expect(
    clippy::print_stdout,
    reason = "the commands talk to the person who typed them"
)]

pub mod house;
pub mod hygiene;
pub mod install;
pub mod run;
pub mod tools;
pub mod types;

// The tests drive a Linux desktop; on other systems the program is built and opened.
#[cfg(unix)]
pub mod bench;
#[cfg(unix)]
pub mod cable;
#[cfg(unix)]
pub mod drive;
#[cfg(unix)]
pub mod postgres;
#[cfg(unix)]
pub mod process;
#[cfg(unix)]
pub mod smtp;
#[cfg(unix)]
pub mod test;
#[cfg(unix)]
pub mod tour;
#[cfg(unix)]
pub mod walks;
