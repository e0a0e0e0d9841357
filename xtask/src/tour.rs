//! `cargo xtask tour`: the walks, with a picture of every screen, and what they cost in acts.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use serde_json::json;

use crate::house::House;
use crate::install::install;
use crate::tools::Purpose;
use crate::walks::walk;
use crate::{house, test};

/// Walks every road and writes pictures and `acts.json` into `out`, or `target/tour`.
///
/// # Errors
/// When something cannot be installed, built or written.
pub fn tour(house: &House, out: Option<PathBuf>, only: Option<&str>) -> Result<ExitCode> {
    install(house, Purpose::Test)?;
    house::run(&mut house.npm(&["run", "--silent", "build"]))?;
    test::build_programs(house)?;
    let out = std::path::absolute(out.unwrap_or_else(|| house.target.join("tour")))?;
    std::fs::create_dir_all(&out)?;
    let walked = walk(house, only, Some(&out))?;
    let acts: Vec<_> = walked
        .iter()
        .map(|walked| {
            json!({
                "road": walked.road,
                "acts": walked.acts.acts,
                "typed": walked.acts.typed,
            })
        })
        .collect();
    std::fs::write(out.join("acts.json"), serde_json::to_string_pretty(&acts)?)?;
    println!("The pictures are in {}", out.display());
    let whole = walked.iter().all(|walked| walked.outcome.is_ok());
    Ok(if whole {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
