//! `cargo xtask run`: from a fresh checkout to the open program.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::house::{self, House};
use crate::install::install;
use crate::tools::Purpose;

/// Installs, builds and opens Guichet; ends when it is closed.
///
/// # Errors
/// When something cannot be installed or built, or the program ends badly.
pub fn run(house: &House, data: Option<&Path>) -> Result<()> {
    install(house, Purpose::Run)?;
    println!("Building the windows");
    house::run(&mut house.npm(&["run", "--silent", "build"]))?;
    println!("Building Guichet (some minutes the first time)");
    house::run(&mut house.cargo(&["build", "--package", "guichet"]))?;
    let mut program = Command::new(house.program("guichet"));
    if let Some(data) = data {
        program.env("GUICHET_DATA", std::path::absolute(data)?);
    }
    house::run(&mut program)
}
