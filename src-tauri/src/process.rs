//! What the process asks of the system before anything else. Windows and commands do not belong here.

/// What would let another program on this machine into the windows: WebDriver, and WebKitGTK's remote inspector.
#[cfg(not(feature = "driven"))]
const DOORS: [&str; 3] = [
    "TAURI_WEBVIEW_AUTOMATION",
    "WEBKIT_INSPECTOR_SERVER",
    "WEBKIT_INSPECTOR_HTTP_SERVER",
];

/// Refuses to be driven from outside (unless built to be), leaves no core dump, avoids blank windows.
pub fn harden() {
    #[cfg(not(feature = "driven"))]
    for door in DOORS {
        remove(door);
    }
    #[cfg(target_os = "linux")]
    if std::env::var_os("WEBKIT_DISABLE_DMABUF_RENDERER").is_none() {
        // Against blank windows on some machines (tauri-apps/tauri#9394).
        set("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    }
    #[cfg(unix)]
    if let Err(error) = rlimit::setrlimit(rlimit::Resource::CORE, 0, 0) {
        tracing::warn!(%error, "core dumps could not be switched off");
    }
}

#[cfg(not(feature = "driven"))]
#[expect(
    unsafe_code,
    clippy::disallowed_methods,
    reason = "edition 2024: no other thread runs yet"
)]
fn remove(variable: &str) {
    // SAFETY: called first thing in `main`, before any thread is started.
    unsafe { std::env::remove_var(variable) }
}

#[cfg(target_os = "linux")]
#[expect(
    unsafe_code,
    clippy::disallowed_methods,
    reason = "edition 2024: no other thread runs yet"
)]
fn set(variable: &str, value: &str) {
    // SAFETY: called first thing in `main`, before any thread is started.
    unsafe { std::env::set_var(variable, value) }
}
