//! Programs that run beside the tests, and are gone when the tests are. What they serve is not here.

use std::net::{Ipv4Addr, TcpListener};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How long a program is given to end by itself before it is ended for good.
const GRACE: Duration = Duration::from_secs(5);

/// How a program is asked to end.
#[derive(Clone, Copy, Debug)]
pub enum Farewell {
    /// SIGTERM.
    Terminate,
    /// SIGINT, which PostgreSQL reads as "at once, but in order".
    Interrupt,
}

/// A program with a process group of its own: what it starts goes when it goes. A driver that is
/// killed alone leaves its own child on the port, and the next test waits for ever.
#[derive(Debug)]
pub struct Companion {
    child: Child,
    farewell: Farewell,
}

impl Companion {
    /// Starts the program.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn start(command: &mut Command, farewell: Farewell) -> Result<Self> {
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command
            .spawn()
            .with_context(|| format!("{name} could not be started"))?;
        Ok(Self { child, farewell })
    }

    /// The program's standard output, once, when it was piped.
    pub fn take_output(&mut self) -> Option<std::process::ChildStdout> {
        self.child.stdout.take()
    }

    /// Waits until `ready` says so, for at most `limit`.
    ///
    /// # Errors
    /// When the time is up, or the program ended before.
    pub fn wait_until(
        &mut self,
        what: &str,
        limit: Duration,
        ready: impl Fn() -> bool,
    ) -> Result<()> {
        let end = Instant::now() + limit;
        while !ready() {
            if let Some(status) = self.child.try_wait()? {
                bail!("{what} ended before it was ready ({status})");
            }
            if Instant::now() > end {
                bail!("{what} was not ready after {} s", limit.as_secs());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }

    /// Says to the whole group that it is time to end.
    #[cfg(unix)]
    fn say(&self, signal: nix::sys::signal::Signal) {
        if let Ok(group) = i32::try_from(self.child.id()) {
            // A group that is gone already is what was wanted.
            let _gone = nix::sys::signal::killpg(nix::unistd::Pid::from_raw(group), signal);
        }
    }
}

impl Drop for Companion {
    fn drop(&mut self) {
        #[cfg(unix)]
        {
            use nix::sys::signal::Signal;
            self.say(match self.farewell {
                Farewell::Terminate => Signal::SIGTERM,
                Farewell::Interrupt => Signal::SIGINT,
            });
            let end = Instant::now() + GRACE;
            while Instant::now() < end && matches!(self.child.try_wait(), Ok(None)) {
                std::thread::sleep(Duration::from_millis(20));
            }
            self.say(Signal::SIGKILL);
        }
        let _ended = self.child.kill();
        let _status = self.child.wait();
    }
}

/// A command that ends when xtask does, even when xtask is killed and drops nothing.
pub fn tied(program: impl AsRef<std::ffi::OsStr>) -> Command {
    if cfg!(target_os = "linux") {
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "TERM", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    }
}

/// A port nobody listens on at this moment.
///
/// # Errors
/// When the system has none to give.
pub fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}

/// Whether somebody answers on this port of this machine.
pub fn answers(port: u16) -> bool {
    std::net::TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok()
}
