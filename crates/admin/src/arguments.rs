//! What can be typed after `guichet-admin`. What each command does is in `commands`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Guichet without a window, for technicians and scripts.
///
/// Passwords come from GUICHET_PASSWORD (the one who acts), GUICHET_NEW_PASSWORD (the one who is added or reset) and
/// GUICHET_MAIL_PASSWORD (the mail server's), or from a prompt: never from the command line.
#[derive(Parser)]
#[command(name = "guichet-admin", version)]
pub struct Arguments {
    /// The desk's data folder.
    #[arg(long, global = true, default_value = ".")]
    pub data: PathBuf,
    /// Who acts; without it the password is tried on every member's key.
    #[arg(long, global = true)]
    pub user: Option<String>,
    /// Print one JSON object on standard output.
    #[arg(long, global = true)]
    pub json: bool,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Set up a desk in the data folder; prints the recovery words, once.
    Init {
        /// Six digits, for example 762000.
        #[arg(long)]
        service_centre: String,
        #[arg(long)]
        school: String,
        /// The first administrator.
        #[arg(long)]
        admin: String,
    },
    /// Who works here.
    #[command(subcommand)]
    Staff(Staff),
    /// The mail server.
    #[command(subcommand)]
    Mail(Mail),
    /// Write an encrypted backup and check it.
    Backup { file: PathBuf },
    /// Put a backup back; what it replaces is moved aside.
    Restore { file: PathBuf },
    /// Take a registry in: a CSV file, or a School Data Sync folder or zip.
    Import {
        path: PathBuf,
        #[arg(long, value_enum, default_value_t = Format::Auto)]
        format: Format,
        /// Say what would change, and change nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// Find students by name, number, guardian, address or telephone.
    Find {
        query: String,
        #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=1000))]
        limit: u32,
    },
    /// Why does this parent not match? A claim as JSON in a file, or `-` for standard input.
    CheckClaim { claim: String },
    /// Check every page of the database, its WAL and the journal.
    Verify,
    /// Write a made-up registry: the same seed, the same bytes.
    Generate {
        #[arg(long)]
        students: usize,
        #[arg(long)]
        seed: u64,
        #[arg(long)]
        out: PathBuf,
    },
}

#[derive(Subcommand)]
pub enum Staff {
    /// Add a member; the password comes from GUICHET_NEW_PASSWORD or a prompt.
    Add {
        name: String,
        #[arg(long, value_enum, default_value_t = Role::Secretary)]
        role: Role,
    },
    /// Give a member a new password.
    Reset { name: String },
    /// Remove a member and re-key the database.
    Remove { name: String },
}

#[derive(Subcommand)]
pub enum Mail {
    /// Keep the mail server's settings.
    Set(MailServer),
    /// Send one mail now and say what the server said.
    Test {
        #[arg(long)]
        to: String,
    },
}

#[derive(Args)]
pub struct MailServer {
    #[arg(long)]
    pub host: String,
    #[arg(long, default_value_t = 587)]
    pub port: u16,
    #[arg(long, value_enum, default_value_t = Security::StartTls)]
    pub security: Security,
    /// Whom to sign in as; the password comes from GUICHET_MAIL_PASSWORD or a prompt.
    #[arg(long)]
    pub server_user: Option<String>,
    #[arg(long)]
    pub from: String,
    #[arg(long, default_value = "")]
    pub from_name: String,
    /// A PEM file of the school's own certificate authority. Without it, the one that was given before stays.
    #[arg(long)]
    pub ca: Option<PathBuf>,
    /// Trust the public authorities alone again.
    #[arg(long, conflicts_with = "ca")]
    pub no_ca: bool,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    Auto,
    Csv,
    SchoolDataSync,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Role {
    Secretary,
    Administrator,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Security {
    StartTls,
    Tls,
}
