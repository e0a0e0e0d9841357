//! The network cable, pulled out: another program is run where the machine reaches nobody but itself.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Result, ensure};

/// A command that runs this program with the cable out; `None` where the system lets nobody pull it.
pub fn pulled_out(program: &Path) -> Option<Command> {
    let mut tried = unplugged("true".as_ref());
    tried.stdout(Stdio::null()).stderr(Stdio::null());
    let works = tried.status().is_ok_and(|status| status.success());
    works.then(|| unplugged(program))
}

/// A network of the program's own, in which only the loopback is up. An ordinary user may have one too, as the root of
/// a world of their own.
fn unplugged(program: &Path) -> Command {
    let mut command = Command::new("unshare");
    command.arg("--net");
    if !nix::unistd::geteuid().is_root() {
        command.arg("--map-root-user");
    }
    command.args(["sh", "-c", "ip link set lo up && exec \"$@\"", "sh"]);
    command.arg(program);
    command
}

/// Makes sure that the cable is out here.
///
/// # Errors
/// When there is another way than the loopback.
pub fn is_out() -> Result<()> {
    let ways = std::fs::read_to_string("/proc/self/net/dev")?;
    let ways: Vec<_> = ways
        .lines()
        .filter_map(|line| Some(line.split_once(':')?.0.trim()))
        .collect();
    ensure!(ways == ["lo"], "the cable is in: {}", ways.join(", "));
    Ok(())
}
