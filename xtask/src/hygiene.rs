//! What must hold of the house itself, read from the manifests and the lock: the floors, and the
//! crates that must not come in. Clippy and the UI's linter hold the rest.

use serde_json::Value;

/// The floors, ground first. A crate imports only from floors below its own, so that crates of
/// one floor are blind to each other.
const FLOORS: &[&[&str]] = &[
    &["guichet-domain", "guichet-text"],
    &["guichet-store", "guichet-roster", "guichet-mail"],
    &["guichet-desk"],
    &["guichet-admin", "guichet", "xtask"],
];

/// The only package that may know of Tauri.
const SHELL: &str = "guichet";

/// Crates that must not be in the lock, with the reason.
const UNWANTED: &[(&str, &str)] = &[
    ("native-tls", "rustls speaks TLS everywhere"),
    ("openssl", "rustls speaks TLS everywhere"),
    ("aws-lc-rs", "ring is the one provider of rustls here"),
    ("aws-lc-sys", "ring is the one provider of rustls here"),
];

/// What is wrong with the floors, one sentence each, by what `cargo metadata` says.
#[must_use]
pub fn broken_floors(metadata: &Value) -> Vec<String> {
    let mut broken = Vec::new();
    for package in list(&metadata["packages"]) {
        let name = text(&package["name"]);
        let Some(floor) = floor_of(name) else {
            broken.push(format!("{name} is on no floor"));
            continue;
        };
        for dependency in list(&package["dependencies"]) {
            let below = text(&dependency["name"]);
            if below.starts_with("tauri") && name != SHELL {
                broken.push(format!("{name} imports {below}, which only {SHELL} may"));
            }
            if floor_of(below).is_some_and(|other| other >= floor) {
                broken.push(format!("{name} imports {below}, which is not below it"));
            }
        }
    }
    broken
}

/// The unwanted crates that a lock file holds, one sentence each.
#[must_use]
pub fn unwanted_crates(lock: &str) -> Vec<String> {
    UNWANTED
        .iter()
        .filter(|(name, _)| {
            lock.lines()
                .any(|line| line == format!("name = \"{name}\""))
        })
        .map(|(name, reason)| format!("{name} is in the lock: {reason}"))
        .collect()
}

fn floor_of(package: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&package))
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde_json::json;

    use super::*;
    use crate::house::metadata;

    fn root() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
    }

    #[test]
    fn imports_only_go_down_and_only_the_shell_knows_tauri() {
        assert_eq!(
            broken_floors(&metadata(root()).unwrap()),
            Vec::<String>::new()
        );
    }

    #[test]
    fn no_unwanted_crate_is_in_the_lock() {
        let lock = std::fs::read_to_string(root().join("Cargo.lock")).unwrap();
        assert_eq!(unwanted_crates(&lock), Vec::<String>::new());
    }

    #[test]
    fn a_broken_floor_is_told() {
        for (package, dependency, told) in [
            ("guichet-domain", "guichet-text", "which is not below it"),
            ("guichet-store", "guichet-desk", "which is not below it"),
            ("guichet-desk", "tauri", "which only guichet may"),
            ("guichet-sheets", "typst", "is on no floor"),
        ] {
            let metadata = json!({
                "packages": [{ "name": package, "dependencies": [{ "name": dependency }] }]
            });
            let broken = broken_floors(&metadata);
            assert_eq!(broken.len(), 1, "{package}");
            assert!(broken[0].contains(told), "{}", broken[0]);
        }
    }

    #[test]
    fn an_unwanted_crate_is_told() {
        let lock = "[[package]]\nname = \"openssl\"\nversion = \"0.10.0\"\n";
        assert_eq!(unwanted_crates(lock).len(), 1);
        assert!(unwanted_crates("name = \"openssl-probe\"\n").is_empty());
    }
}
