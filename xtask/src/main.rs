//! The command line of `cargo xtask`. What each command does is in its own file.

#![expect(clippy::print_stderr, reason = "an error is told to whoever typed")]

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::house::House;

/// Everything one runs in this project.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Installs what is missing, builds, and opens Guichet.
    Run {
        /// The data folder, instead of the program's own.
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
    },
    /// Installs what is missing and runs every test, the real program driven included.
    #[cfg(unix)]
    Test {
        /// Only this step; may be given several times.
        #[arg(long, value_name = "STEP")]
        only: Vec<xtask::test::Step>,
        /// Only the walks whose road has this in its name.
        #[arg(long, value_name = "ROAD")]
        walk: Option<String>,
    },
    /// Walks the roads through the real program as it was last built.
    #[cfg(unix)]
    Walk {
        /// Only the walks whose road has this in its name.
        road: Option<String>,
        /// Fails at once unless the network cable is out.
        #[arg(long)]
        unplugged: bool,
    },
    /// Drives the real program through its roads and keeps a picture of every screen.
    #[cfg(unix)]
    Tour {
        /// Where the pictures go; `target/tour` otherwise.
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
        /// Only the walks whose road has this in its name.
        #[arg(long, value_name = "ROAD")]
        walk: Option<String>,
    },
    /// Measures what must be fast.
    #[cfg(unix)]
    Bench {
        /// Smaller numbers, for a look.
        #[arg(long)]
        quick: bool,
        /// Only these: demo, search, import, opening, steps.
        things: Vec<String>,
    },
    /// Writes the types that the windows share with Rust.
    Types,
}

fn main() -> ExitCode {
    let line = Line::parse();
    let outcome = House::find().and_then(|house| match line.command {
        Command::Run { data } => done(xtask::run::run(&house, data.as_deref())),
        #[cfg(unix)]
        Command::Test { only, walk } => xtask::test::test(&house, &only, walk.as_deref()),
        #[cfg(unix)]
        Command::Walk { road, unplugged } => xtask::test::walk(&house, road.as_deref(), unplugged),
        #[cfg(unix)]
        Command::Tour { out, walk } => xtask::tour::tour(&house, out, walk.as_deref()),
        #[cfg(unix)]
        Command::Bench { quick, things } => done(xtask::bench::bench(&house, quick, &things)),
        Command::Types => done(xtask::types::types(&house)),
    });
    outcome.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}

fn done(outcome: anyhow::Result<()>) -> anyhow::Result<ExitCode> {
    outcome.map(|()| ExitCode::SUCCESS)
}
