//! What this machine says of itself: room on the disk, printers. Where it does not say, none: nothing is guessed.

use std::path::Path;
use std::process::{Output, Stdio};
use std::time::Duration;

use tokio::process::Command;

/// The print system may take so long to answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// Room that is left for this folder, in mebibytes.
pub(super) fn free_mebibytes(folder: &Path) -> Option<u64> {
    fs4::available_space(folder).ok().map(|free| free >> 20)
}

/// How many printers the system has. It is asked of CUPS, which Linux and macOS print with; elsewhere nobody is asked.
pub(super) async fn printers() -> Option<u32> {
    if !cfg!(unix) {
        return None;
    }
    let mut command = Command::new("lpstat");
    // The words of its answer are read: in one language.
    command
        .arg("-a")
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .kill_on_drop(true);
    let answered = tokio::time::timeout(PATIENCE, command.output()).await;
    count(&answered.ok()?.ok()?)
}

/// One line a printer that takes jobs.
fn count(answer: &Output) -> Option<u32> {
    if answer.status.success() {
        let lines = answer.stdout.split(|byte| *byte == b'\n');
        return lines
            .filter(|line| !line.is_empty())
            .count()
            .try_into()
            .ok();
    }
    let said = String::from_utf8_lossy(&answer.stderr);
    said.contains("No destinations").then_some(0)
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::process::ExitStatusExt as _;
    use std::process::ExitStatus;

    use super::*;

    #[test]
    fn printers_are_counted_or_not_known() {
        for (status, stdout, stderr, printers) in [
            (0, "bureau accepting requests since Mon\n", "", Some(1)),
            (0, "a accepting\nb accepting\n", "", Some(2)),
            (256, "", "lpstat: No destinations added.\n", Some(0)),
            (256, "", "lpstat: Scheduler is not running.\n", None),
        ] {
            let answer = Output {
                status: ExitStatus::from_raw(status),
                stdout: stdout.into(),
                stderr: stderr.into(),
            };
            assert_eq!(count(&answer), printers, "{stdout}{stderr}");
        }
    }

    #[test]
    fn a_disk_that_is_there_has_its_room_told() {
        assert!(free_mebibytes(&std::env::temp_dir()).is_some());
    }
}
