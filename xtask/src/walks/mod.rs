//! The roads through the real program that `test` and `tour` walk, one file a road. How a window
//! is driven is `drive/`.

mod accounts;
mod aside;
mod by_email;
mod by_keyboard;
mod corrections;
mod counter;
mod day;
mod demo;
mod first_start;
mod groups;
mod imports;
mod in_english;
mod in_person;
mod keys;
mod of_age;
mod screens;
mod second_adult;
mod set_up;
pub mod steps;
mod stumbles;
mod undriven;
mod what_goes_wrong;
mod whole_job;

use std::collections::BTreeSet;
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};

use crate::drive::{Acts, Display, Opening, Pictures, Stage};
use crate::house::House;
use crate::smtp::Smtp;

/// A road: what two people do at the counter, from an empty data folder.
pub struct Walk {
    /// Its name, for the report, the folder of its pictures and `acts.json`.
    pub road: &'static str,
    /// The languages in which its parent is served; it is walked once in each.
    pub parent_languages: &'static [&'static str],
    /// No more acts than these may be needed; none when the road is no measured visit.
    pub most: Option<Acts>,
    /// The road itself.
    pub go: fn(&mut Stage<'_>) -> Result<()>,
}

/// Every road.
pub const WALKS: &[Walk] = &[
    first_start::WALK,
    whole_job::WALK,
    in_person::WALK,
    accounts::WALK,
    by_email::IN_PERSON,
    by_email::CLAIMS,
    second_adult::WALK,
    of_age::WALK,
    groups::WALK,
    what_goes_wrong::WALK,
    stumbles::WALK,
    by_keyboard::WALK,
    aside::WALK,
    corrections::WALK,
    keys::WALK,
    demo::WALK,
    day::WALK,
    imports::WALK,
    in_english::WALK,
];

/// A road that was walked.
#[derive(Debug)]
pub struct Walked {
    /// The walk's name, with the parent's language when it is not the first of the walk's.
    pub road: String,
    /// What was done in both windows.
    pub acts: Acts,
    /// How it ended.
    pub outcome: Result<()>,
    /// How long it took.
    pub took: Duration,
}

/// Walks every road whose name holds `only`; with pictures of each screen in a folder of the
/// road's own when `pictures` names a folder for them all.
///
/// # Errors
/// When the screen or the mail server does not start, or no road has that name. A walk that fails
/// is told in its [`Walked`].
pub fn walk(house: &House, only: Option<&str>, pictures: Option<&Path>) -> Result<Vec<Walked>> {
    let display = Rc::new(Display::start()?);
    let mut mail = Smtp::start(house)?;
    let opening = Opening {
        driver: house.tool("tauri-driver"),
        program: house.program("guichet"),
        arguments: Vec::new(),
        environment: Vec::new(),
    };
    let mut walked = Vec::new();
    let mut seen = BTreeSet::new();
    if undriven::ROAD.contains(only.unwrap_or_default()) && pictures.is_none() {
        walked.push(told(undriven::ROAD.to_owned(), || {
            undriven::refuses(house, &opening, &display)
        }));
    }
    for walk in WALKS
        .iter()
        .filter(|walk| walk.road.contains(only.unwrap_or_default()))
    {
        for language in walk.parent_languages {
            mail.empty()?;
            let road = match walk.parent_languages.first() {
                Some(first) if first == language => walk.road.to_owned(),
                _ => format!("{}.{language}", walk.road),
            };
            let kept = pictures.map_or(Pictures::None, |folder| Pictures::Keep(folder.join(&road)));
            let axe = house.ui().join("node_modules/axe-core/axe.min.js");
            let mut stage = Stage::set(
                &opening,
                Rc::clone(&display),
                &mut mail,
                language,
                kept,
                axe,
            )?;
            walked.push(go(walk, road, &mut stage, &house.target.join("walks")));
            seen.append(&mut stage.seen());
        }
    }
    if only.is_none() && pictures.is_none() {
        walked.push(told(screens::ROAD.to_owned(), || {
            screens::none_is_forgotten(house, &seen)
        }));
    }
    if walked.is_empty() {
        bail!("no road has `{}` in its name", only.unwrap_or_default());
    }
    Ok(walked)
}

fn go(walk: &Walk, road: String, stage: &mut Stage<'_>, faults: &Path) -> Walked {
    let mut walked = told(road, || {
        (walk.go)(stage)?;
        walk.most
            .map_or(Ok(()), |most| is_within(stage.acts(), most))
    });
    if walked.outcome.is_err() {
        stage.last_look(faults, &walked.road);
        let road = &walked.road;
        println!("      the windows then: {}/{road}.*.png", faults.display());
    }
    walked.acts = stage.acts();
    walked
}

/// A visit stays as short as was promised.
fn is_within(acts: Acts, most: Acts) -> Result<()> {
    ensure!(
        acts.acts <= most.acts && acts.typed <= most.typed,
        "it took {} acts, {} of them typed; at most {} and {} were promised",
        acts.acts,
        acts.typed,
        most.acts,
        most.typed
    );
    Ok(())
}

/// Goes, and says how it went.
fn told(road: String, go: impl FnOnce() -> Result<()>) -> Walked {
    let start = Instant::now();
    let outcome = go();
    let took = start.elapsed();
    match &outcome {
        Ok(()) => println!("ok    {road} ({:.1} s)", took.as_secs_f32()),
        Err(error) => println!("FAIL  {road} ({:.1} s): {error:#}", took.as_secs_f32()),
    }
    Walked {
        road,
        acts: Acts::default(),
        outcome,
        took,
    }
}
