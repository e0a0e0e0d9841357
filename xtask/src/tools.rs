//! What the project needs on a machine, and what of it is missing. Installing it is `install.rs`.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::house::House;

/// What the machine is to be made ready for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Building and opening the program.
    Run,
    /// Running all the tests, or the tour.
    Test,
}

/// The version of the driver that the walks were written against.
pub const TAURI_DRIVER: &str = "2.1.0";

/// The version of the Python mail server library.
pub const AIOSMTPD: &str = "aiosmtpd==1.4.6";

const TO_BUILD: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "libssl-dev",
    "perl",
];

const TO_TEST: &[&str] = &[
    "postgresql",
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "iproute2",
    "xdotool",
];

/// The Debian packages that are missing; none on a system without `dpkg-query`, where only its
/// owner knows what they are called.
pub fn missing_packages(purpose: Purpose) -> Vec<&'static str> {
    if !runs("dpkg-query", &["--version"]) {
        return Vec::new();
    }
    let mut wanted = TO_BUILD.to_vec();
    if purpose == Purpose::Test {
        wanted.extend(TO_TEST);
        if !runs("python3", &["-c", "import ensurepip, venv"]) {
            wanted.push("python3-venv");
        }
    }
    wanted.retain(|package| !is_installed(package));
    wanted
}

/// The programs that nothing here installs, with what they are.
pub fn missing_programs() -> Vec<&'static str> {
    let mut missing = Vec::new();
    if !runs("node", &["--version"]) {
        missing.push("Node 20 or newer (node)");
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    if !runs(npm, &["--version"]) {
        missing.push("npm, which comes with Node");
    }
    missing
}

/// Whether the UI's modules are older than the list of them.
pub fn modules_are_stale(house: &House) -> bool {
    let installed = house.ui().join("node_modules/.package-lock.json");
    match (
        modified(&house.ui().join("package-lock.json")),
        modified(&installed),
    ) {
        (Some(listed), Some(installed)) => listed > installed,
        (_, None) => true,
        (None, Some(_)) => false,
    }
}

/// Whether this user can be given root's rights by `sudo`; that it is allowed is not known before it is tried.
pub fn has_sudo() -> bool {
    runs("sudo", &["--version"])
}

/// Whether `cargo nextest` is there, installed by the user or by us.
pub fn has_nextest(house: &House) -> bool {
    let mut command = house.cargo(&["nextest", "--version"]);
    succeeds(&mut command)
}

/// Whether the driver is there in the version wanted.
pub fn has_driver(house: &House) -> bool {
    let list = std::fs::read_to_string(house.tools().join(".crates.toml")).unwrap_or_default();
    list.contains(&format!("\"tauri-driver {TAURI_DRIVER} ")) && house.tool("tauri-driver").exists()
}

/// The Python that runs the mail server of the tests.
pub fn python(house: &House) -> std::path::PathBuf {
    house.tools().join("python/bin/python3")
}

/// Whether that Python can be the mail server.
pub fn has_mail_server(house: &House) -> bool {
    let mut command = Command::new(python(house));
    succeeds(command.args(["-c", "import aiosmtpd"]))
}

fn is_installed(package: &str) -> bool {
    Command::new("dpkg-query")
        .args(["--show", "--showformat", "${db:Status-Status}", package])
        .output()
        .is_ok_and(|output| output.stdout == b"installed")
}

fn runs(program: &str, arguments: &[&str]) -> bool {
    succeeds(Command::new(program).args(arguments))
}

fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

fn modified(path: &Path) -> Option<std::time::SystemTime> {
    path.metadata().and_then(|file| file.modified()).ok()
}
