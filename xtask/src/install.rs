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
    install_packages(&remedy(&tools::missing_packages(purpose), Rights::ours()))?;
    install_modules(house)?;
    if purpose == Purpose::Test {
        install_test_tools(house)?;
    }
    Ok(())
}

/// What we may do to the system's packages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rights {
    Root,
    /// Not without a password.
    Sudo,
    /// Not without root's own password.
    None,
}

impl Rights {
    fn ours() -> Self {
        if is_root() {
            Self::Root
        } else if tools::has_sudo() {
            Self::Sudo
        } else {
            Self::None
        }
    }
}

/// What missing Debian packages ask for.
#[derive(Debug, PartialEq, Eq)]
enum Remedy {
    Nothing,
    /// To run `apt-get` with each of these.
    Run([Vec<String>; 2]),
    /// To type this line: running it would ask for a password.
    Type(String),
}

fn remedy(missing: &[&str], rights: Rights) -> Remedy {
    if missing.is_empty() {
        return Remedy::Nothing;
    }
    let names = missing.join(" ");
    let words = |line: &str| line.split(' ').map(str::to_owned).collect();
    let install = "install --no-install-recommends";
    match rights {
        Rights::Root => Remedy::Run([
            words("update --quiet"),
            words(&format!("{install} --yes --quiet {names}")),
        ]),
        Rights::Sudo => Remedy::Type(format!(
            "sudo apt-get update && sudo apt-get {install} {names}"
        )),
        Rights::None => Remedy::Type(format!(
            "su -c 'apt-get update && apt-get {install} {names}'"
        )),
    }
}

fn install_packages(remedy: &Remedy) -> Result<()> {
    match remedy {
        Remedy::Nothing => Ok(()),
        Remedy::Run(lines) => lines.iter().try_for_each(|line| {
            println!("Installing system packages: apt-get {}", line.join(" "));
            run(Command::new("apt-get")
                .args(line)
                .env("DEBIAN_FRONTEND", "noninteractive"))
        }),
        Remedy::Type(line) => {
            bail!("system packages are missing. Run this line, then start again:\n\n    {line}\n")
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_installed_by_root_and_by_others_told_as_a_line_to_type() {
        let run = |lines: [&str; 2]| {
            Remedy::Run(lines.map(|line| line.split(' ').map(str::to_owned).collect()))
        };
        let type_in = |line: &str| Remedy::Type(line.to_owned());
        let two = ["xauth", "xvfb"];
        for (missing, rights, expected) in [
            (&[][..], Rights::Root, Remedy::Nothing),
            (&[], Rights::None, Remedy::Nothing),
            (
                &two,
                Rights::Root,
                run([
                    "update --quiet",
                    "install --no-install-recommends --yes --quiet xauth xvfb",
                ]),
            ),
            (
                &two,
                Rights::Sudo,
                type_in(
                    "sudo apt-get update && sudo apt-get install --no-install-recommends xauth xvfb",
                ),
            ),
            (
                &two[..1],
                Rights::None,
                type_in("su -c 'apt-get update && apt-get install --no-install-recommends xauth'"),
            ),
        ] {
            assert_eq!(remedy(missing, rights), expected, "{missing:?} {rights:?}");
        }
    }
}
