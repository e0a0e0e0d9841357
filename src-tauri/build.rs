//! Declares every command to Tauri, so that none can be called without a capability that names it.

#[path = "../crates/desk/src/contract/command_list.rs"]
#[macro_use]
mod command_list;

/// What is the shell's own: the channels on which a window is told that its view has changed.
const SHELL_COMMANDS: [&str; 2] = ["watch_desk", "watch_parent"];

macro_rules! names {
    ($($window:ident { $($name:ident($request:ty) -> $response:ty;)+ })+) => {
        const DESK_COMMANDS: &[&str] = &[$($(stringify!($name),)+)+];
    };
}
with_commands!(names);

fn main() {
    println!("cargo:rerun-if-changed=../crates/desk/src/contract/command_list.rs");
    let commands: Vec<&'static str> = DESK_COMMANDS
        .iter()
        .copied()
        .chain(SHELL_COMMANDS)
        .collect();
    let manifest = tauri_build::AppManifest::new().commands(commands.leak());
    if let Err(error) =
        tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))
    {
        println!("cargo:warning={error:#}");
        std::process::exit(1);
    }
}
