//! A PostgreSQL of the tests' own: made, started, stopped and thrown away. What is tested on it
//! is not here: each test of the store makes a database of its own.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use crate::house::run;
use crate::process::{Companion, Farewell};

/// The variable that tells the tests of the store where their PostgreSQL is.
pub const VARIABLE: &str = "GUICHET_TEST_POSTGRES";

/// A running PostgreSQL without a network port, reached by a socket in its own folder.
/// It stops when dropped.
#[derive(Debug)]
pub struct Postgres {
    // The server goes before the folder it writes in.
    _server: Companion,
    folder: TempDir,
}

impl Postgres {
    /// Makes and starts it: about a second.
    ///
    /// # Errors
    /// When PostgreSQL is not installed, or does not start.
    pub fn start() -> Result<Self> {
        let programs = programs()?;
        let folder = tempfile::Builder::new()
            .prefix("guichet-postgres-")
            .tempdir()?;
        give_to_postgres(folder.path())?;
        let data = folder.path().join("data");
        run(as_postgres(&programs.join("initdb"))
            .args(["-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8"])
            .args(["--locale=C.UTF-8", "-D"])
            .arg(&data)
            .stdout(Stdio::null()))?;
        let mut server = Companion::start(
            as_postgres(&programs.join("postgres"))
                .arg("-D")
                .arg(&data)
                .arg("-k")
                .arg(folder.path())
                .args(["-c", "listen_addresses=", "-c", "max_connections=200"])
                .args(["-c", "fsync=off", "-c", "synchronous_commit=off"])
                .args(["-c", "full_page_writes=off", "-c", "log_min_messages=panic"])
                .stdin(Stdio::null())
                .stderr(std::fs::File::create(folder.path().join("log"))?),
            Farewell::Interrupt,
        )?;
        server.wait_until("PostgreSQL", Duration::from_secs(20), || {
            client(&programs.join("pg_isready"), folder.path())
                .status()
                .is_ok_and(|status| status.success())
        })?;
        run(client(&programs.join("createdb"), folder.path()).arg("guichet"))?;
        Ok(Self {
            _server: server,
            folder,
        })
    }

    /// The address of the database `guichet`, for [`VARIABLE`].
    pub fn url(&self) -> String {
        let folder = self.folder.path().display();
        format!("postgres://postgres@localhost/guichet?host={folder}")
    }
}

/// The folder of the newest PostgreSQL; Debian keeps it off the search path.
fn programs() -> Result<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten();
    let newest = versions
        .flatten()
        .filter_map(|entry| {
            let version: u32 = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .filter(|(_, folder)| folder.join("postgres").exists())
        .max();
    if let Some((_, folder)) = newest {
        return Ok(folder);
    }
    let output = Command::new("pg_config").arg("--bindir").output();
    match output {
        Ok(output) if output.status.success() => {
            Ok(PathBuf::from(String::from_utf8(output.stdout)?.trim()))
        }
        _ => bail!("PostgreSQL is not installed (neither /usr/lib/postgresql nor pg_config)"),
    }
}

/// PostgreSQL refuses to run as root: then it runs as the user that its package made. Either way
/// it ends with xtask.
fn as_postgres(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    if nix::unistd::geteuid().is_root() {
        command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]);
    }
    command.args(["--pdeathsig", "INT", "--"]).arg(program);
    command.current_dir("/");
    command
}

fn client(program: &Path, socket: &Path) -> Command {
    let mut command = Command::new(program);
    command.arg("-h").arg(socket).args(["-U", "postgres"]);
    command.stdout(Stdio::null());
    command
}

fn give_to_postgres(folder: &Path) -> Result<()> {
    if !nix::unistd::geteuid().is_root() {
        return Ok(());
    }
    let user = nix::unistd::User::from_name("postgres")?
        .context("PostgreSQL's package made no user `postgres`")?;
    std::os::unix::fs::chown(folder, Some(user.uid.as_raw()), Some(user.gid.as_raw()))?;
    Ok(())
}
