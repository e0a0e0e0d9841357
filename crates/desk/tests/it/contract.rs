//! The contract as the windows have it.

use std::collections::HashSet;

use desk::contract::{COMMANDS, typescript};

#[test]
fn the_windows_types_are_those_of_the_contract() {
    let committed = include_str!("../../../../ui/src/backend/types.ts");
    assert!(
        committed == typescript(),
        "ui/src/backend/types.ts is stale: run `cargo xtask types`"
    );
}

#[test]
fn every_command_has_a_name_of_its_own() {
    let names: HashSet<_> = COMMANDS.iter().map(|command| command.name).collect();
    assert_eq!(names.len(), COMMANDS.len());
}
