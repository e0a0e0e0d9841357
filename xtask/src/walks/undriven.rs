//! The program as it is shipped, seen from outside: a driver that asks it for a session gets none, its process leaves no
//! core dump, and its web views lay down nothing of what they show.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::drive::{Display, Opening, Request};
use crate::house::House;

pub(super) const ROAD: &str = "undriven";

/// How long the program may take to paint its window; and how long it is then watched. A driven one lets its driver
/// in before it paints.
const PAINTING: Duration = Duration::from_secs(60);
const WATCHED: Duration = Duration::from_secs(3);

/// `--accent`: no program but ours paints so much of it.
const ACCENT: [u8; 3] = [0x0b, 0x54, 0x60];

/// What opens the doors of a build that is driven, in its code; an undriven one does not know the word.
const CLOCK: &[u8] = b"GUICHET_CLOCK_AHEAD";

/// Opens it on an empty home, asked for a session by the driver.
pub(super) fn refuses(house: &House, opening: &Opening, display: &Display) -> Result<()> {
    let program = house.undriven_program("guichet");
    let code = fs::read(&program).with_context(|| format!("{} is not built", program.display()))?;
    ensure!(
        !code.windows(CLOCK.len()).any(|part| part == CLOCK),
        "the undriven program lets its clock be moved"
    );
    let home = tempfile::Builder::new().prefix("guichet-home-").tempdir()?;
    let at = |name: &str| home.path().join(name).to_string_lossy().into_owned();
    let opening = Opening {
        program: program.clone(),
        environment: vec![
            ("HOME", at("")),
            ("XDG_DATA_HOME", at("data")),
            ("XDG_CACHE_HOME", at("cache")),
            ("XDG_CONFIG_HOME", at("config")),
        ],
        ..opening.clone()
    };
    ensure!(display.pixels_of(ACCENT)? == 0, "the screen is not empty");
    let mut request = Request::make(&opening, display)?;
    wait_until_painted(display)?;
    if let Some(answer) = request.answer(WATCHED)? {
        bail!("the driver was let in, or the program ended: {answer}");
    }
    let running = processes(&program)?;
    ensure!(!running.is_empty(), "the program is not running");
    for process in &running {
        leaves_no_core(process)?;
    }
    drop(request);
    keeps_nothing(home.path())
}

fn wait_until_painted(display: &Display) -> Result<()> {
    let end = Instant::now() + PAINTING;
    while display.pixels_of(ACCENT)? < 1000 {
        ensure!(Instant::now() < end, "the window was never painted");
        std::thread::sleep(Duration::from_millis(100));
    }
    Ok(())
}

/// The folders in `/proc` of the processes that run this program, and of the web view's processes that they started.
fn processes(program: &Path) -> Result<Vec<PathBuf>> {
    let all: Vec<_> = fs::read_dir("/proc")?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    let is_program =
        |process: &PathBuf| fs::read_link(process.join("exe")).is_ok_and(|exe| exe == program);
    let own: Vec<_> = all.iter().filter(|&process| is_program(process)).collect();
    let parents: Vec<_> = own
        .iter()
        .filter_map(|process| process.file_name())
        .collect();
    let started = all.iter().filter(|process| {
        let status = fs::read_to_string(process.join("status")).unwrap_or_default();
        let parent = status.lines().find_map(|line| line.strip_prefix("PPid:"));
        parent.is_some_and(|parent| parents.iter().any(|own| *own == parent.trim()))
    });
    Ok(own.iter().copied().chain(started).cloned().collect())
}

fn leaves_no_core(process: &Path) -> Result<()> {
    let limits = fs::read_to_string(process.join("limits"))?;
    let core = limits
        .lines()
        .find_map(|line| line.strip_prefix("Max core file size"))
        .context("the system says no limit")?;
    let mut both = core.split_whitespace();
    ensure!(
        both.next() == Some("0") && both.next() == Some("0"),
        "{} may leave a core dump:{core}",
        process.display()
    );
    Ok(())
}

/// What WebKitGTK lays out at the start, before there is a page, in the folder of the program's data: grains of salt, and
/// a list of hosts, which stays empty. A page that may store adds its own to them.
const LAID_OUT: [&str; 4] = ["WebKitCache", "mediakeys", "storage", "hsts-storage.sqlite"];

/// Of the web views nothing else is there, and no file of the desk before there is a desk.
fn keeps_nothing(home: &Path) -> Result<()> {
    let data = home.join("data/ca.qc.guichet");
    let caches = home.join("cache/ca.qc.guichet");
    ensure!(data.is_dir(), "the program's data is elsewhere");
    ensure!(!caches.exists(), "the web views have a cache");
    for file in files_in(&data)? {
        let inside = file.strip_prefix(&data)?;
        let is_laid_out = LAID_OUT.iter().any(|place| inside.starts_with(place))
            && (inside.ends_with("salt") || inside.ends_with("hsts-storage.sqlite"));
        ensure!(is_laid_out, "the web views kept {}", inside.display());
    }
    Ok(())
}

fn files_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_in(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}
