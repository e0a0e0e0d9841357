//! `cargo xtask test`: every step, each timed and counted; a step that fails stops none of the
//! others. What the steps test is theirs.

use std::io::{BufRead, BufReader};
use std::ops::AddAssign;
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use anyhow::{Context, Result};
use clap::ValueEnum;
use serde_json::Value;

use crate::house::{self, House, ended_well};
use crate::install::install;
use crate::postgres::{self, Postgres};
use crate::smtp::{self, Smtp};
use crate::tools::Purpose;
use crate::{cable, types, walks};

/// A step, in the order in which they are taken: what fails fast goes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// rustfmt has nothing to change.
    Format,
    /// The two windows build.
    Ui,
    /// Their types are right and their linter is content.
    UiCheck,
    /// Their own tests.
    UiTest,
    /// Clippy is content.
    Clippy,
    /// Everything builds, the program so that it can be driven.
    Build,
    /// The types that the windows share with Rust are written anew.
    Types,
    /// The Rust tests, on both databases and with a real mail server.
    Rust,
    /// The real program, driven.
    Walks,
}

/// What builds are shared by the steps: same packages, same features, so that nothing is built
/// twice.
const EVERYTHING: [&str; 3] = ["--workspace", "--features", "guichet/driven"];

/// Runs the steps named, or all, and closes with one line `N passed, N failed`.
///
/// # Errors
/// When a step's report cannot be read; a test that fails is only counted.
pub fn test(house: &House, only: &[Step], walk: Option<&str>) -> Result<ExitCode> {
    if let Err(error) = install(house, Purpose::Test) {
        println!("FAIL  install: {error:#}\n\n0 passed, 1 failed");
        return Ok(ExitCode::FAILURE);
    }
    let mut sum = Tally::default();
    let mut lines = Vec::new();
    for &step in Step::value_variants() {
        if !only.is_empty() && !only.contains(&step) {
            continue;
        }
        let name = format!("{step:?}");
        println!("\n—— {name}");
        let start = Instant::now();
        let tally = step.take(house, walk).unwrap_or_else(|error| {
            println!("{error:#}");
            Tally::FAILED
        });
        let seconds = start.elapsed().as_secs_f32();
        let verdict = if tally.failed == 0 { "ok  " } else { "FAIL" };
        lines.push(format!("{verdict}  {name:9} {seconds:>7.1} s  {tally}"));
        sum += tally;
    }
    println!("\n{}\n\n{sum}", lines.join("\n"));
    Ok(sum.exit_code())
}

impl Step {
    fn take(self, house: &House, walk: Option<&str>) -> Result<Tally> {
        match self {
            Self::Format => check(&mut house.cargo(&["fmt", "--check"])),
            Self::Ui => check(&mut house.npm(&["run", "--silent", "build"])),
            Self::UiCheck => check(&mut house.npm(&["run", "--silent", "check"])),
            Self::UiTest => ui_tests(house),
            Self::Clippy => check(&mut house.cargo(&[
                "clippy",
                "--workspace",
                "--all-targets",
                "--quiet",
                "--",
                "--deny",
                "warnings",
            ])),
            Self::Build => build(house).map(|()| Tally::PASSED),
            Self::Types => types::are_fresh(house).map(|()| Tally::PASSED),
            Self::Rust => rust_tests(house),
            Self::Walks => walks(house, walk),
        }
    }
}

/// Builds everything, tests and examples too, the program with the feature `driven`, and without it aside.
///
/// # Errors
/// When something does not build.
pub fn build(house: &House) -> Result<()> {
    // Both builds leave the program in one place: this one is set aside before the other takes it. All else they share.
    house::run(&mut house.cargo(&["build", "--workspace", "--bins"]))?;
    let undriven = house.undriven_program("guichet");
    std::fs::create_dir_all(house.target.join("undriven"))?;
    std::fs::copy(house.program("guichet"), undriven)?;
    let mut command = house.cargo(&["build", "--all-targets"]);
    house::run(command.args(EVERYTHING))
}

/// Builds the programs alone, as [`build`] does.
///
/// # Errors
/// When one does not build.
pub fn build_programs(house: &House) -> Result<()> {
    house::run(house.cargo(&["build", "--bins"]).args(EVERYTHING))
}

/// Builds the program as the walks drive it, optimised as it is shipped.
///
/// # Errors
/// When it does not build.
pub fn build_to_measure(house: &House) -> Result<()> {
    let arguments = [
        "build",
        "--release",
        "--package",
        "guichet",
        "--features",
        "driven",
    ];
    house::run(&mut house.cargo(&arguments))
}

fn check(command: &mut Command) -> Result<Tally> {
    house::run(command).map(|()| Tally::PASSED)
}

fn ui_tests(house: &House) -> Result<Tally> {
    let report = house.target.join("vitest.json");
    // A report of an earlier run must not be taken for this one's.
    let _absent = std::fs::remove_file(&report);
    let mut command = house.npm(&["run", "--silent", "test", "--"]);
    command.args(["--reporter=default", "--reporter=json"]);
    command.arg(format!("--outputFile.json={}", report.display()));
    let ended = house::run(&mut command);
    let Ok(report) = std::fs::read(&report) else {
        return ended.map(|()| Tally::FAILED);
    };
    let report: Value = serde_json::from_slice(&report)?;
    let count = |name: &str| report[name].as_u64().unwrap_or_default();
    let mut tally = Tally {
        passed: count("numPassedTests"),
        failed: count("numFailedTests"),
    };
    if ended.is_err() && tally.failed == 0 {
        // A file that could not even be read has no tests to count.
        tally += Tally::FAILED;
    }
    Ok(tally)
}

fn rust_tests(house: &House) -> Result<Tally> {
    let postgres = Postgres::start()?;
    let mail = Smtp::start(house)?;
    let mut command = house.cargo(&["nextest", "run", "--no-fail-fast"]);
    command
        .args(EVERYTHING)
        .env(postgres::VARIABLE, postgres.url())
        .env(smtp::VARIABLE, mail.contract())
        .stderr(Stdio::piped());
    let mut child = command.spawn()?;
    let report = child.stderr.take().context("the report is piped")?;
    let mut tally = None;
    for line in BufReader::new(report).lines() {
        let line = line?;
        println!("{line}");
        tally = summary(&line).or(tally);
    }
    let status = child.wait()?;
    let tally = tally.with_context(|| format!("the tests did not run ({status})"))?;
    if tally.failed == 0 {
        ended_well(&command, status)?;
    }
    Ok(tally)
}

/// Reads nextest's `Summary [   1.2s] 12 tests run: 11 passed (1 slow), 1 failed, 0 skipped`.
fn summary(line: &str) -> Option<Tally> {
    let (_, counts) = line
        .trim_start()
        .strip_prefix("Summary [")?
        .split_once(']')?;
    let (run, counts) = counts.split_once(" run: ")?;
    let first = |text: &str| text.split_whitespace().next()?.parse::<u64>().ok();
    let passed = counts
        .split(", ")
        .find(|part| part.contains(" passed"))
        .and_then(first)
        .unwrap_or_default();
    Some(Tally {
        passed,
        failed: first(run)?.saturating_sub(passed),
    })
}

/// The walks, with the network cable out: all that the program needs is on this machine. Where the system does not let
/// it be pulled, they are walked all the same; that is a failure for root, who may.
fn walks(house: &House, only: Option<&str>) -> Result<Tally> {
    // As it was just built: the file that this very process runs from may have been replaced by that.
    let Some(mut command) = cable::pulled_out(&house.program("xtask")) else {
        println!(
            "\nTHE NETWORK CABLE IS IN: the system does not let it be pulled. `unshare --net` says why.\n"
        );
        let mut tally = walked(house, only)?;
        if nix::unistd::geteuid().is_root() {
            tally += Tally::FAILED;
        }
        return Ok(tally);
    };
    command.args(["walk", "--unplugged"]).args(only);
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let report = child.stdout.take().context("the report is piped")?;
    let mut tally = None;
    for line in BufReader::new(report).lines() {
        let line = line?;
        println!("{line}");
        tally = Tally::read(&line).or(tally);
    }
    let status = child.wait()?;
    tally.with_context(|| format!("the walks came to no end ({status})"))
}

/// Walks the roads through the program as it was last built, and closes with one line `N passed, N failed`.
///
/// # Errors
/// When no walk can begin, or the cable is in and was to be out; a walk that fails is only counted.
pub fn walk(house: &House, only: Option<&str>, unplugged: bool) -> Result<ExitCode> {
    if unplugged {
        cable::is_out()?;
        println!("The network cable is out.");
    }
    let tally = walked(house, only)?;
    println!("\n{tally}");
    Ok(tally.exit_code())
}

fn walked(house: &House, only: Option<&str>) -> Result<Tally> {
    let mut tally = Tally::default();
    for walked in walks::walk(house, only, None)? {
        tally += if walked.outcome.is_ok() {
            Tally::PASSED
        } else {
            Tally::FAILED
        };
    }
    Ok(tally)
}

/// What passed and what failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    passed: u64,
    failed: u64,
}

impl Tally {
    const PASSED: Self = Self {
        passed: 1,
        failed: 0,
    };
    const FAILED: Self = Self {
        passed: 0,
        failed: 1,
    };

    /// Reads it as it is written: `N passed, N failed`, alone on its line.
    fn read(line: &str) -> Option<Self> {
        let (passed, failed) = line.strip_suffix(" failed")?.split_once(" passed, ")?;
        Some(Self {
            passed: passed.parse().ok()?,
            failed: failed.parse().ok()?,
        })
    }

    fn exit_code(self) -> ExitCode {
        if self.failed == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, more: Self) {
        self.passed += more.passed;
        self.failed += more.failed;
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_of_the_rust_tests_is_read() {
        for (line, passed, failed) in [
            (
                "     Summary [   0.007s] 4 tests run: 4 passed, 0 skipped",
                4,
                0,
            ),
            (
                "Summary [  10.1s] 12 tests run: 9 passed (1 slow), 2 failed, 1 timed out, 3 skipped",
                9,
                3,
            ),
            (
                "     Summary [   0.100s] 1 test run: 0 passed, 1 failed, 0 skipped",
                0,
                1,
            ),
        ] {
            assert_eq!(summary(line), Some(Tally { passed, failed }), "{line}");
        }
        assert_eq!(
            summary("        PASS [   0.004s] domain name::tests::folds"),
            None
        );
    }

    #[test]
    fn the_last_line_is_the_one_that_is_counted() {
        let mut sum = Tally::PASSED;
        sum += Tally {
            passed: 41,
            failed: 2,
        };
        assert_eq!(sum.to_string(), "42 passed, 2 failed");
        assert_eq!(Tally::read("42 passed, 2 failed"), Some(sum));
        assert_eq!(Tally::read("ok  Walks 1.0 s  42 passed, 2 failed"), None);
    }
}
