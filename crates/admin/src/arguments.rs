//! What can be typed after `guichet-admin`. What each command does is in `commands`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use desk::contract::ColumnChoice;
use desk::technician::{Meaning, Separator, TextEncoding};

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
    /// Take a registry in: a CSV or Excel file, or a folder or zip of OneRoster or School Data Sync.
    Import {
        path: PathBuf,
        #[arg(long, value_enum, default_value_t = Format::Auto)]
        format: Format,
        #[command(flatten)]
        table: Table,
        /// The type of OneRoster's userIds, or the column, that holds the fiche; over what is set.
        #[arg(long, value_name = "TYPE")]
        fiche_from: Option<String>,
        /// The same for the permanent code; without it a number that reads as one is it.
        #[arg(long, value_name = "TYPE")]
        permanent_code_from: Option<String>,
        /// Say what would change, and change nothing.
        #[arg(long)]
        dry_run: bool,
        /// The file holds every student of its source: who is not in it is gone, whatever the school.
        #[arg(long, conflicts_with = "partial")]
        complete: bool,
        /// The file holds some schools only, which is what is taken for granted.
        #[arg(long)]
        partial: bool,
        /// Take only the students of the school of this code, and place there those whose school is not said.
        #[arg(long, value_name = "CODE")]
        school: Option<String>,
        /// Take the file in although many students are gone, their schools are others or the addresses change.
        #[arg(long)]
        accept_alarms: bool,
    },
    /// Take in the accounts that existed before the go-live date: a CSV file with the columns address, password_hash (a PHC
    /// string of Argon2id or Argon2i, or nothing) and children (their fiches, parted by spaces). All of it or nothing.
    ImportAccounts {
        file: PathBuf,
        /// Say what would be taken in and what cannot be used, and change nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// How tables are read, under names that an import follows or recognises.
    #[command(subcommand)]
    Profiles(Profiles),
    /// Make the registry what it was before the newest import.
    UndoImport,
    /// Find students by name, number, guardian, address or telephone.
    Find {
        query: String,
        #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=1000))]
        limit: u32,
    },
    /// Why does this parent not match? A claim as JSON in a file, or `-` for standard input.
    CheckClaim { claim: String },
    /// The list of Québec's schools: which service centre is a school in?
    #[command(subcommand)]
    Schools(Schools),
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
pub enum Profiles {
    List,
    /// Keep the way in which this file is read; an import of a file with the same headers follows it by itself.
    Save {
        name: String,
        file: PathBuf,
        #[command(flatten)]
        table: Table,
    },
    Remove {
        name: String,
    },
}

/// How a CSV or Excel file is to be read; what is not said is found out from the file.
#[derive(Args)]
pub struct Table {
    /// Follow this profile; without it, one is recognised by the headers.
    #[arg(long, value_name = "NAME")]
    pub profile: Option<String>,
    /// What a column holds, as 'Column=field'; 'Column=' is not read. Can be given several times.
    #[arg(long = "map", value_name = "COLUMN=FIELD", value_parser = column)]
    pub columns: Vec<ColumnChoice>,
    /// utf-8, utf-16le, utf-16be, windows-1252 or latin-1.
    #[arg(long, value_parser = encoding)]
    pub encoding: Option<TextEncoding>,
    /// semicolon, comma, tab or pipe, or the character itself.
    #[arg(long, value_parser = separator)]
    pub separator: Option<Separator>,
    /// The sheet of a workbook.
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
}

/// The first `=` after which a field stands parts the two: a header may have one.
fn column(text: &str) -> Result<ColumnChoice, String> {
    let (header, field) = text.rsplit_once('=').ok_or("write it as 'Column=field'")?;
    let meaning = match field.trim() {
        "" => None,
        field => Some(Meaning::parse(field).ok_or_else(|| {
            let fields: Vec<String> = Meaning::all().iter().map(ToString::to_string).collect();
            format!(
                "there is no field {field}; there are: {}",
                fields.join(", ")
            )
        })?),
    };
    Ok(ColumnChoice {
        header: header.trim().to_owned(),
        meaning: meaning.map(|meaning| meaning.to_string()),
    })
}

fn encoding(text: &str) -> Result<TextEncoding, String> {
    TextEncoding::named(text)
        .ok_or_else(|| "there are: utf-8, utf-16le, utf-16be, windows-1252, latin-1".to_owned())
}

fn separator(text: &str) -> Result<Separator, String> {
    Separator::named(text).ok_or_else(|| "there are: semicolon, comma, tab, pipe".to_owned())
}

#[derive(Subcommand)]
pub enum Schools {
    /// Put the list of a CSV file (columns css, code, nom, municipalite) in the place of the one before.
    Load { file: PathBuf },
    /// Find a school by name, municipality or code, and its service centre.
    Find { query: String },
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
    OneRoster,
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
