//! Each window may call its own commands and nothing else (ARCHITECTURE.md, invariant 2).

#![expect(clippy::unwrap_used, reason = "a test")]

use std::collections::BTreeSet;

use desk::contract::{COMMANDS, Window};
use serde_json::Value;

fn capability(text: &str) -> (BTreeSet<String>, Vec<String>) {
    let file: Value = serde_json::from_str(text).unwrap();
    let texts = |name: &str| {
        file[name]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one.as_str().unwrap().to_owned())
            .collect()
    };
    let permissions: Vec<String> = texts("permissions");
    let windows = texts("windows");
    (permissions.into_iter().collect(), windows)
}

fn listed(window: Window, own: &[&str]) -> BTreeSet<String> {
    let commands = COMMANDS.iter().filter(|command| command.window == window);
    let allowed = commands.map(|command| format!("allow-{}", command.name.replace('_', "-")));
    allowed
        .chain(own.iter().map(|&permission| permission.to_owned()))
        .collect()
}

#[test]
fn each_window_may_call_its_own_commands_and_no_others() {
    let (desk, desk_windows) = capability(include_str!("../capabilities/desk.json"));
    let (parent, parent_windows) = capability(include_str!("../capabilities/parent.json"));
    assert_eq!(
        desk,
        listed(
            Window::Desk,
            &["allow-watch-desk", "dialog:allow-open", "dialog:allow-save"]
        )
    );
    assert_eq!(parent, listed(Window::Parent, &["allow-watch-parent"]));
    assert!(desk.is_disjoint(&parent));
    assert_eq!(
        (desk_windows, parent_windows),
        (vec!["desk".to_owned()], vec!["parent-*".to_owned()])
    );
}
