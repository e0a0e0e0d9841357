//! Each command, from its arguments to its answer.

use std::io::Read as _;
use std::path::PathBuf;
use std::process::ExitCode;

use desk::contract::{Failure, Secret, Window};
use desk::technician::{
    ClaimText, Identifiers, ImportWish, RegistryFormat, TakeIn, made_up_registry,
};
use desk::{Desk, Environment};
use serde_json::{Value, json};

use crate::arguments::{
    Arguments, Command, Format, Mail, MailServer, Role, Schools, Security, Staff,
};
use crate::{ask, progress, tables, words};

/// Why a command ended without its answer.
pub enum Stopped {
    Refused(Failure),
    System(std::io::Error),
    Usage(String),
}

impl From<Failure> for Stopped {
    fn from(failure: Failure) -> Self {
        Self::Refused(failure)
    }
}

impl From<std::io::Error> for Stopped {
    fn from(error: std::io::Error) -> Self {
        Self::System(error)
    }
}

/// An answer, and whether what it tells is good.
pub struct Answer {
    value: Value,
    good: bool,
}

impl From<Value> for Answer {
    fn from(value: Value) -> Self {
        Self { value, good: true }
    }
}

pub async fn run(arguments: Arguments) -> ExitCode {
    let json = arguments.json;
    let desk = Desk::start(arguments.data.clone(), Environment::machine());
    let done = carry_out(&desk, arguments).await;
    desk.close().await;
    match done {
        Ok(Answer { value, good: true }) => words::answer(&value, json),
        Ok(Answer { value, good: false }) => {
            words::answer(&value, json);
            ExitCode::from(words::REFUSED)
        }
        Err(Stopped::Refused(failure)) => words::refused(&failure),
        Err(Stopped::System(error)) => words::failed(&error.to_string()),
        Err(Stopped::Usage(words)) => {
            words::failed(&words);
            ExitCode::from(2)
        }
    }
}

async fn carry_out(desk: &Desk, arguments: Arguments) -> Result<Answer, Stopped> {
    let user = arguments.user;
    match arguments.command {
        Command::Init {
            service_centre,
            school,
            admin,
        } => init(desk, &service_centre, &school, &admin).await,
        Command::Generate {
            students,
            seed,
            out,
        } => generate(students, seed, &out),
        Command::Verify => verify(desk, user).await,
        Command::Restore { file } => restore(desk, user, &file).await,
        command => {
            desk.enter_with(user, &ask::password()?).await?;
            signed_in(desk, command).await
        }
    }
}

/// What needs somebody signed in.
async fn signed_in(desk: &Desk, command: Command) -> Result<Answer, Stopped> {
    match command {
        Command::Staff(command) => staff(desk, command).await,
        Command::Mail(Mail::Set(server)) => set_mail(desk, server).await,
        Command::Mail(Mail::Test { to }) => test_mail(desk, &to).await,
        Command::Backup { file } => {
            Ok(call(desk, "back_up", json!({ "path": file })).await?.into())
        }
        Command::Import {
            path,
            format,
            table,
            fiche_from,
            permanent_code_from,
            dry_run,
            complete,
            partial: _,
            school,
            accept_alarms,
        } => {
            let wish = ImportWish {
                format: match format {
                    Format::Auto => None,
                    Format::Csv => Some(RegistryFormat::Csv),
                    Format::OneRoster => Some(RegistryFormat::OneRoster),
                    Format::SchoolDataSync => Some(RegistryFormat::SchoolDataSync),
                },
                numbers: Identifiers {
                    fiche_from,
                    permanent_code_from,
                },
                ..tables::wish(desk, &path, table).await?
            };
            let wish = TakeIn {
                table: wish,
                dry_run,
                complete,
                school,
                accept_alarms,
            };
            let told = tokio::spawn(progress::tell(desk.clone()));
            let done = desk.import(&path, &wish).await;
            told.abort();
            Ok(object(&done?)?.into())
        }
        Command::ImportAccounts { file, dry_run } => import_accounts(desk, &file, dry_run).await,
        Command::UndoImport => Ok(call(desk, "undo_import", Value::Null).await?.into()),
        Command::Profiles(command) => tables::profiles(desk, command).await,
        Command::Find { query, limit } => Ok(object(&desk.find(&query, limit).await?)?.into()),
        Command::Schools(Schools::Load { file }) => {
            let request = json!({ "path": file });
            Ok(call(desk, "load_schools", request).await?.into())
        }
        Command::Schools(Schools::Find { query }) => {
            let request = json!({ "query": query });
            Ok(call(desk, "find_schools", request).await?.into())
        }
        Command::CheckClaim { claim } => {
            Ok(object(&desk.check_claim(read_claim(&claim)?).await?)?.into())
        }
        Command::Init { .. }
        | Command::Generate { .. }
        | Command::Verify
        | Command::Restore { .. } => Err(Stopped::Usage("this command signs nobody in".into())),
    }
}

pub async fn call(desk: &Desk, command: &str, request: Value) -> Result<Value, Failure> {
    desk.call(Window::Desk, command, request).await
}

async fn init(
    desk: &Desk,
    service_centre: &str,
    school: &str,
    admin: &str,
) -> Result<Answer, Stopped> {
    let password = ask::password()?;
    let request = json!({
        "service_centre": service_centre,
        "school_name": school,
        "user_name": admin,
        "password": password.expose(),
    });
    let made = call(desk, "set_up_desk", request).await?;
    Ok(json!({ "done": "init", "recovery_words": made["words"] }).into())
}

fn generate(students: usize, seed: u64, out: &std::path::Path) -> Result<Answer, Stopped> {
    let csv = made_up_registry(students, seed);
    std::fs::write(out, &csv)?;
    Ok(
        json!({ "done": "generate", "students": students, "seed": seed, "bytes": csv.len() })
            .into(),
    )
}

async fn verify(desk: &Desk, user: Option<String>) -> Result<Answer, Stopped> {
    let found = desk.verify(user, &ask::password()?).await?;
    Ok(Answer {
        good: found.is_ok(),
        value: object(&found)?,
    })
}

async fn restore(
    desk: &Desk,
    user: Option<String>,
    file: &std::path::Path,
) -> Result<Answer, Stopped> {
    let secret = ask::password()?;
    let request = json!({ "path": file, "user_name": user, "secret": secret.expose() });
    call(desk, "restore_backup", request).await?;
    Ok(json!({ "done": "restore" }).into())
}

async fn staff(desk: &Desk, command: Staff) -> Result<Answer, Stopped> {
    Ok(match command {
        Staff::Add { name, role } => {
            let password: Secret = ask::new_password()?;
            let role = match role {
                Role::Secretary => "secretary",
                Role::Administrator => "administrator",
            };
            let request = json!({ "user_name": name, "role": role, "password": password.expose() });
            call(desk, "add_staff", request).await?;
            json!({ "done": "staff add" }).into()
        }
        Staff::Reset { name } => {
            let (id, password) = (member(desk, &name).await?, ask::new_password()?);
            let request = json!({ "staff_id": id, "new_password": password.expose() });
            call(desk, "reset_staff", request).await?;
            json!({ "done": "staff reset" }).into()
        }
        Staff::Remove { name } => {
            let id = member(desk, &name).await?;
            call(desk, "remove_staff", json!({ "staff_id": id })).await?;
            json!({ "done": "staff remove" }).into()
        }
    })
}

async fn import_accounts(
    desk: &Desk,
    file: &std::path::Path,
    dry_run: bool,
) -> Result<Answer, Stopped> {
    let report = desk.import_accounts(file, dry_run).await?;
    Ok(Answer {
        good: report.errors.is_empty(),
        value: object(&report)?,
    })
}

/// The id of the member with this name.
async fn member(desk: &Desk, name: &str) -> Result<Value, Stopped> {
    let members = call(desk, "list_staff", Value::Null).await?;
    let found = members
        .as_array()
        .into_iter()
        .flatten()
        .find(|member| member["user_name"] == name);
    found
        .map(|member| member["id"].clone())
        .ok_or(Stopped::Refused(Failure::NotFound))
}

async fn set_mail(desk: &Desk, server: MailServer) -> Result<Answer, Stopped> {
    let password = match server.server_user {
        Some(_) => Some(ask::mail_password()?),
        None => None,
    };
    let security = match server.security {
        Security::StartTls => "start_tls",
        Security::Tls => "tls",
    };
    let authority = if server.no_ca {
        Some(PathBuf::new())
    } else {
        server.ca
    };
    let request = json!({
        "host": server.host,
        "port": server.port,
        "security": security,
        "user": server.server_user,
        "password": password.as_ref().map(Secret::expose),
        "from_address": server.from,
        "from_name": server.from_name,
        "private_ca_path": authority,
    });
    call(desk, "set_mail", request).await?;
    Ok(json!({ "done": "mail set" }).into())
}

async fn test_mail(desk: &Desk, to: &str) -> Result<Answer, Stopped> {
    let value = call(desk, "send_test_mail", json!({ "to": to })).await?;
    Ok(Answer {
        good: value["sent"] == true,
        value,
    })
}

fn read_claim(from: &str) -> Result<ClaimText, Stopped> {
    let mut text = String::new();
    match from {
        "-" => std::io::stdin().read_to_string(&mut text)?,
        file => std::fs::File::open(file)?.read_to_string(&mut text)?,
    };
    serde_json::from_str(&text).map_err(|_| {
        Failure::Invalid {
            field: "claim".into(),
        }
        .into()
    })
}

fn object(report: &impl serde::Serialize) -> Result<Value, Stopped> {
    serde_json::to_value(report).map_err(|error| Stopped::System(error.into()))
}
