//! The two windows: how they are made, where they stand, what closing them means.

use desk::Desk;
use desk::contract::Window;
use tauri::plugin::TauriPlugin;
use tauri::{
    AppHandle, Manager as _, Monitor, Runtime, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    WindowEvent,
};

const DESK: &str = "desk";
/// Followed by the number of the window: it is made anew for each visit (ARCHITECTURE.md, invariant 3).
const PARENT: &str = "parent-";
/// The pages keep nothing. WebKitGTK drives a single web context and never an ephemeral one, so a program built to be
/// driven, which is never shipped, has ordinary ones.
const INCOGNITO: bool = cfg!(not(feature = "driven"));

/// Which window calls. Whatever is not the desk's is the parent's, which may do less.
pub fn caller(window: &WebviewWindow) -> Window {
    if window.label() == DESK {
        Window::Desk
    } else {
        Window::Parent
    }
}

/// Takes `window.close()` from the pages: it would leave an empty window behind, without a close request.
pub fn keep_open<R: Runtime>() -> TauriPlugin<R> {
    tauri::plugin::Builder::new("keep-open")
        .js_init_script(
            "Object.defineProperty(window, 'close', { value: () => undefined });".to_owned(),
        )
        .build()
}

pub fn open_desk(app: &AppHandle) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, DESK, WebviewUrl::App("desk.html".into()))
        .title("Guichet")
        .incognito(INCOGNITO)
        .inner_size(1280.0, 860.0)
        .min_inner_size(900.0, 600.0)
        .center()
        .build()?;
    Ok(())
}

/// Keeps one parent's window for each visit: a new one when the desk says so, none while the desk is closed.
pub async fn follow_parent(app: AppHandle, desk: Desk) {
    let mut wanted = desk.parent_window();
    loop {
        let number = *wanted.borrow_and_update();
        let label = number.map(|number| format!("{PARENT}{number}"));
        if let Some(label) = &label
            && app.get_webview_window(label).is_none()
            && let Err(error) = open_parent(&app, label)
        {
            tracing::error!(%error, "the parent's window could not be opened");
        }
        for (other, window) in app.webview_windows() {
            if other.starts_with(PARENT) && Some(&other) != label.as_ref() {
                // Its page, and whatever was typed there, goes with it.
                if let Err(error) = window.destroy() {
                    tracing::error!(%error, "a parent's window could not be closed");
                }
            }
        }
        if wanted.changed().await.is_err() {
            return;
        }
    }
}

fn open_parent(app: &AppHandle, label: &str) -> tauri::Result<()> {
    let second = second_screen(app)?;
    let builder = WebviewWindowBuilder::new(app, label, WebviewUrl::App("parent.html".into()))
        .title("Guichet")
        .incognito(INCOGNITO)
        .inner_size(1100.0, 800.0)
        .min_inner_size(480.0, 600.0)
        .focused(false);
    let window = match &second {
        Some(screen) => {
            let scale = screen.scale_factor();
            let corner = screen.position().to_logical::<f64>(scale);
            builder.position(corner.x, corner.y).build()?
        }
        None => builder.build()?,
    };
    if second.is_some() {
        window.set_fullscreen(true)?;
    }
    Ok(())
}

/// The screen on which the desk does not stand, when there are two.
fn second_screen(app: &AppHandle) -> tauri::Result<Option<Monitor>> {
    let Some(desk) = app.get_webview_window(DESK) else {
        return Ok(None);
    };
    let own = desk.current_monitor()?.map(|screen| *screen.position());
    let others = desk.available_monitors()?;
    Ok(others
        .into_iter()
        .find(|screen| own.is_some_and(|own| own != *screen.position())))
}

/// The desk's window is the program: closing it quits. The parent's comes back, showing the same step.
pub fn on_event(window: &tauri::Window, event: &WindowEvent) {
    match event {
        WindowEvent::CloseRequested { api, .. } if window.label().starts_with(PARENT) => {
            api.prevent_close();
        }
        WindowEvent::Destroyed if window.label() == DESK => window.app_handle().exit(0),
        _ => {}
    }
}
