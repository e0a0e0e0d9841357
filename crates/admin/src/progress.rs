//! How far a long import is, on standard error, where no script reads an answer.

use std::io::Write as _;
use std::time::Duration;

use desk::Desk;
use desk::contract::Window;
use serde_json::Value;

/// Short imports are over before there is anything to tell.
const BETWEEN: Duration = Duration::from_secs(2);

/// Tells until it is aborted.
pub async fn tell(desk: Desk) {
    loop {
        tokio::time::sleep(BETWEEN).await;
        let far = desk
            .call(Window::Desk, "import_progress", Value::Null)
            .await;
        if let Ok(far @ Value::Object(_)) = far {
            let phase = far["phase"].as_str().unwrap_or_default();
            // Nobody may be looking.
            let _ = writeln!(
                std::io::stderr(),
                "{phase} {} / {}",
                far["done"],
                far["total"]
            );
        }
    }
}
