//! Where things are, and how other programs are run. What is run, and in what order, is not here.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// The project's own folder and its build folder.
#[derive(Clone, Debug)]
pub struct House {
    /// The folder of the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Where cargo builds: `target/`, or what `CARGO_TARGET_DIR` says.
    pub target: PathBuf,
}

impl House {
    /// Asks cargo where things are.
    ///
    /// # Errors
    /// When cargo cannot be run or does not understand the workspace.
    pub fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask lies in the workspace's folder")?
            .to_path_buf();
        let metadata = metadata(&root)?;
        let target = metadata["target_directory"]
            .as_str()
            .context("cargo metadata names no target directory")?;
        Ok(Self {
            target: PathBuf::from(target),
            root,
        })
    }

    /// The folder of the two windows' sources.
    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// A program of the workspace, as `cargo build` leaves it.
    pub fn program(&self, name: &str) -> PathBuf {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        self.target.join("debug").join(file)
    }

    /// The same in a release build.
    pub fn released_program(&self, name: &str) -> PathBuf {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        self.target.join("release").join(file)
    }

    /// The same program built as it is shipped, deaf to a driver; `cargo xtask test --only build` leaves it there.
    pub fn undriven_program(&self, name: &str) -> PathBuf {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        self.target.join("undriven").join(file)
    }

    /// Where tools that only the tests need are installed, so that nobody's own are replaced.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// A tool that [`House::tools`] holds.
    pub fn tool(&self, name: &str) -> PathBuf {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        self.tools().join("bin").join(file)
    }

    /// `cargo …`, run from the root.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let mut cargo = cargo(&self.root);
        cargo.args(arguments).env("PATH", self.path());
        cargo
    }

    /// `npm …`, run from the UI's folder.
    pub fn npm(&self, arguments: &[&str]) -> Command {
        let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let mut npm = Command::new(program);
        npm.args(arguments).current_dir(self.ui());
        npm
    }

    /// The search path, with the tools of the tests after everything else.
    fn path(&self) -> std::ffi::OsString {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::env::split_paths(&path).chain([self.tools().join("bin")]);
        std::env::join_paths(folders).unwrap_or(path)
    }
}

/// What `cargo metadata` says of the workspace's own packages.
///
/// # Errors
/// When cargo cannot be run or refuses.
pub fn metadata(root: &Path) -> Result<Value> {
    let output = cargo(root)
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .output()
        .context("cargo could not be run")?;
    ensure!(
        output.status.success(),
        "cargo metadata: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// A cargo that does not know it was started by another cargo: some build scripts (ring's is one)
/// run again whenever these variables change, and would be run anew at each turn.
fn cargo(root: &Path) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in std::env::vars_os() {
        let known = name.to_string_lossy();
        if known.starts_with("CARGO_PKG_") || known.starts_with("CARGO_MANIFEST_") {
            cargo.env_remove(&name);
        }
    }
    cargo.current_dir(root);
    cargo
}

/// Runs a command to its end, its output shown.
///
/// # Errors
/// When it cannot be started or does not end well; the error is the command's own line.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("{} could not be run", line(command)))?;
    ended_well(command, status)
}

/// Runs a command to its end and gives what it wrote on its standard output.
///
/// # Errors
/// As [`run`].
pub fn read(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(std::process::Stdio::inherit())
        .output()
        .with_context(|| format!("{} could not be run", line(command)))?;
    ended_well(command, output.status)?;
    Ok(String::from_utf8(output.stdout)?)
}

/// Fails with the command's own line unless it ended well.
///
/// # Errors
/// When the status says so.
pub fn ended_well(command: &Command, status: ExitStatus) -> Result<()> {
    ensure!(status.success(), "`{}` failed ({status})", line(command));
    Ok(())
}

/// The command as one would type it.
fn line(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
