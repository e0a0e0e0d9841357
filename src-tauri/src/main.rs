//! The desktop shell: it starts the desk, opens the windows and passes commands on. No rule, no SQL.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
#[cfg(feature = "driven")]
mod driven;
mod process;
mod windows;

use std::path::PathBuf;

use desk::{Desk, Environment};
use tauri::Manager as _;

fn main() {
    process::harden();
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "warn".into()),
        )
        .init();
    if let Err(error) = run() {
        tracing::error!(%error, "Guichet could not start");
        std::process::exit(1);
    }
}

fn run() -> tauri::Result<()> {
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(windows::keep_open())
        .invoke_handler(commands::handler())
        .setup(|app| {
            let folder = data_folder(app.handle())?;
            let desk = tauri::async_runtime::block_on(async { Desk::start(folder, environment()) });
            app.manage(desk.clone());
            windows::open_desk(app.handle())?;
            tauri::async_runtime::spawn(windows::follow_parent(app.handle().clone(), desk));
            Ok(())
        })
        .on_window_event(windows::on_event)
        .build(tauri::generate_context!())?;
    app.run(|app, event| {
        if let tauri::RunEvent::Exit = event {
            // The database is closed in order: no WAL is left behind, the keys are wiped.
            tauri::async_runtime::block_on(app.state::<Desk>().close());
        }
    });
    Ok(())
}

/// The machine's clock and chance; a build to be driven lets its clock be put forward.
fn environment() -> Environment {
    #[cfg(feature = "driven")]
    return Environment::machine_ahead(driven::clock_ahead);
    #[cfg(not(feature = "driven"))]
    Environment::machine()
}

/// `GUICHET_DATA` when it is set, else the place that the system gives to a program's data.
fn data_folder(app: &tauri::AppHandle) -> tauri::Result<PathBuf> {
    match std::env::var_os("GUICHET_DATA") {
        Some(folder) => Ok(folder.into()),
        None => app.path().app_local_data_dir(),
    }
}
