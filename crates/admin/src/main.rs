//! `guichet-admin`: what a technician does without a window. One command a use case of `desk`; no rule, no SQL.
//!
//! Standard output has the answer (with `--json`, one object); everything else goes to standard error.
//! The exit status is 0 done, 1 refused or damaged, 2 usage.

mod arguments;
mod ask;
mod commands;
mod progress;
mod tables;
mod words;

use std::process::ExitCode;

use clap::Parser as _;

use arguments::Arguments;

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_default_env()
                .unwrap_or_else(|_| "error".into()),
        )
        .init();
    // Keys and passwords pass through this process: it leaves no core dump.
    #[cfg(unix)]
    if let Err(error) = rlimit::setrlimit(rlimit::Resource::CORE, 0, 0) {
        tracing::warn!(%error, "core dumps could not be switched off");
    }
    // A usage error ends the program here, with status 2.
    let arguments = Arguments::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => return words::failed(&error.to_string()),
    };
    runtime.block_on(commands::run(arguments))
}
