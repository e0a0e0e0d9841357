//! Installs what is missing, and says what. What is needed, and whether it is there, is `tools.rs`.

use std::process::Command;

use anyhow::{Result, bail};

use crate::house::{House, run};
use crate::tools::{self, Purpose};

/// Makes the machine ready.
///
/// # Errors
/// When something is missing that cannot be installed from here: the error says what to do.
pub fn install(house: &House, purpose: Purpose) -> Result<()> {
    let absent = tools::missing_programs();
    if !absent.is_empty() {
        bail!("please install first: {}", absent.join("; "));
    }
    install_packages(&tools::missing_packages(purpose))?;
    install_modules(house)?;
    if purpose == Purpose::Test {
        install_test_tools(house)?;
    }
    Ok(())
}

/// The Debian packages, when we may; else the line to type, since that would ask for a password.
fn install_packages(missing: &[&str]) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if !is_root() {
        println!("System packages are missing. Run this line, then start again:\n");
        println!("    sudo apt-get install --no-install-recommends {names}\n");
        bail!("system packages are missing: {names}");
    }
    println!("Installing system packages: {names}");
    run(apt_get().arg("update").arg("--quiet"))?;
    run(apt_get()
        .args(["install", "--yes", "--quiet", "--no-install-recommends"])
        .args(missing))
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn install_modules(house: &House) -> Result<()> {
    if !tools::modules_are_stale(house) {
        return Ok(());
    }
    println!("Installing the UI's modules (npm ci)");
    run(&mut house.npm(&["ci", "--no-audit", "--no-fund"]))
}

fn install_test_tools(house: &House) -> Result<()> {
    if !tools::has_nextest(house) {
        println!("Installing cargo-nextest, the test runner (some minutes)");
        cargo_install(house, "cargo-nextest")?;
    }
    if !tools::has_driver(house) {
        println!("Installing tauri-driver {}", tools::TAURI_DRIVER);
        cargo_install(house, &format!("tauri-driver@{}", tools::TAURI_DRIVER))?;
    }
    if !tools::has_mail_server(house) {
        println!(
            "Installing {}, the mail server of the tests",
            tools::AIOSMTPD
        );
        let folder = house.tools().join("python");
        run(Command::new("python3").args(["-m", "venv"]).arg(folder))?;
        run(Command::new(tools::python(house)).args([
            "-m",
            "pip",
            "install",
            "--quiet",
            tools::AIOSMTPD,
        ]))?;
    }
    Ok(())
}

fn cargo_install(house: &House, package: &str) -> Result<()> {
    let mut command = house.cargo(&["install", "--locked", package, "--root"]);
    command.arg(house.tools());
    run(&mut command)
}

#[cfg(unix)]
fn is_root() -> bool {
    nix::unistd::geteuid().is_root()
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}
