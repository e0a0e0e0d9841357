//! `cargo xtask types`: the types that cross between Rust and the windows, written for the
//! windows. What they are is said in `crates/desk/src/contract/`.

use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::house::{House, read};

/// The committed file, from the root.
const FILE: &str = "ui/src/backend/types.ts";

/// Writes the file anew.
///
/// # Errors
/// When the types cannot be built or the file cannot be written.
pub fn types(house: &House) -> Result<()> {
    let arguments = [
        "run",
        "--quiet",
        "--package",
        "guichet-desk",
        "--example",
        "types",
    ];
    let types = read(&mut house.cargo(&arguments))?;
    std::fs::write(house.root.join(FILE), types)
        .with_context(|| format!("{FILE} cannot be written"))?;
    println!("{FILE} is written");
    Ok(())
}

/// Whether the committed file is what the types say, by the example as it was last built.
///
/// # Errors
/// When it is not.
pub fn are_fresh(house: &House) -> Result<()> {
    let types = read(&mut Command::new(house.program("examples/types")))?;
    let file = std::fs::read_to_string(house.root.join(FILE))
        .with_context(|| format!("{FILE} cannot be read"))?;
    ensure!(types == file, "{FILE} is stale: run `cargo xtask types`");
    Ok(())
}
