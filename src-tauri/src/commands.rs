//! Each command of the contract as a command of Tauri: it says which window calls and passes the request on.

use desk::Desk;
use desk::contract::{Failure, Window};
use serde_json::Value;
use tauri::ipc::{Channel, Invoke};
use tauri::{State, WebviewWindow};

use crate::windows;

macro_rules! commands {
    ($($window:ident { $($name:ident($request:ty) -> $response:ty;)+ })+) => {
        $($(
            #[tauri::command]
            async fn $name(window: WebviewWindow, desk: State<'_, Desk>, request: Value) -> Result<Value, Failure> {
                desk.call(windows::caller(&window), stringify!($name), request).await
            }
        )+)+

        /// Every command that a window can reach; which window may call which is in `capabilities/`.
        pub fn handler() -> impl Fn(Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![watch_desk, watch_parent, $($($name),+),+]
        }
    };
}
desk::with_commands!(commands);

/// Tells the desk's window, on a channel of its own, each time its view has changed.
#[tauri::command]
async fn watch_desk(desk: State<'_, Desk>, channel: Channel<()>) -> Result<(), Failure> {
    forward(&desk, Window::Desk, channel);
    Ok(())
}

/// Tells the parent's window, on a channel of its own, each time its view has changed.
#[tauri::command]
async fn watch_parent(desk: State<'_, Desk>, channel: Channel<()>) -> Result<(), Failure> {
    forward(&desk, Window::Parent, channel);
    Ok(())
}

fn forward(desk: &Desk, window: Window, channel: Channel<()>) {
    let mut changes = desk.watch(window);
    tauri::async_runtime::spawn(async move {
        // Ends with the window (the channel refuses) or with the desk (no more changes).
        while changes.changed().await.is_ok() {
            if channel.send(()).is_err() {
                break;
            }
        }
    });
}
