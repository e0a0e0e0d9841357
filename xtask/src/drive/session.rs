//! One conversation with the driver: every question has a time limit, and is asked again when the
//! connection drops. Which window is meant is known here; what is in it is not.

use std::cell::Cell;
use std::fmt;
use std::future::Future;
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, json};
use tokio::runtime::Runtime;

use super::Display;

/// How long one question may take.
const QUESTION: Duration = Duration::from_secs(30);

/// How long the program may take to open.
const OPENING: Duration = Duration::from_secs(60);

/// How often a question is asked again. The driver reuses connections that the web view's own
/// driver has closed, and then answers nothing: the question was never heard.
const TRIES: u32 = 6;

/// Which of the two windows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    Desk,
    Parent,
}

impl Page {
    pub(super) const ALL: [Self; 2] = [Self::Desk, Self::Parent];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Parent => "parent",
        }
    }
}

/// A conversation. Closing it ends the program.
#[derive(Debug)]
pub(super) struct Session {
    runtime: Runtime,
    client: Client,
    pub(super) display: Rc<Display>,
    until: Instant,
    here: Cell<Option<Page>>,
}

impl Session {
    /// Opens the program through the driver on this port. No question is answered after `until`.
    pub(super) fn open(
        port: u16,
        program: &Path,
        arguments: &[String],
        display: Rc<Display>,
        until: Instant,
    ) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let options = json!({ "application": program, "args": arguments });
        let capabilities = Map::from_iter([("tauri:options".to_owned(), options)]);
        let client = runtime
            .block_on(async {
                let mut builder = ClientBuilder::new(HttpConnector::new());
                builder.capabilities(capabilities);
                let driver = format!("http://127.0.0.1:{port}");
                tokio::time::timeout(OPENING, builder.connect(&driver)).await
            })
            .context("the program did not open in time")?
            .with_context(|| format!("{} did not open", program.display()))?;
        Ok(Self {
            runtime,
            client,
            display,
            until,
            here: Cell::new(None),
        })
    }

    /// Asks the driver something, wherever we are.
    pub(super) fn ask<T, F>(&self, request: impl Fn(Client) -> F) -> Result<T, Trouble>
    where
        F: Future<Output = Result<T, CmdError>>,
    {
        let mut tries = 0;
        loop {
            match self.ask_once(&request) {
                Err(trouble) if trouble.has_no_answer() && tries < TRIES => {
                    tries += 1;
                    std::thread::sleep(Duration::from_millis(300));
                }
                answer => return answer,
            }
        }
    }

    fn ask_once<T, F>(&self, request: impl Fn(Client) -> F) -> Result<T, Trouble>
    where
        F: Future<Output = Result<T, CmdError>>,
    {
        let left = self.until.saturating_duration_since(Instant::now());
        self.runtime
            .block_on(async {
                tokio::time::timeout(QUESTION.min(left), request(self.client.clone())).await
            })
            .map_err(|_late| Trouble::Late)?
            .map_err(Trouble::Driver)
    }

    /// Asks the driver something in one of the windows.
    pub(super) fn ask_in<T, F>(
        &self,
        page: Page,
        request: impl Fn(Client) -> F,
    ) -> Result<T, Trouble>
    where
        F: Future<Output = Result<T, CmdError>>,
    {
        self.enter(page)?;
        self.noticing(self.ask(request))
    }

    /// The same, asked once only: what is done twice if its answer was lost rather than itself.
    pub(super) fn ask_in_once<T, F>(
        &self,
        page: Page,
        request: impl Fn(Client) -> F,
    ) -> Result<T, Trouble>
    where
        F: Future<Output = Result<T, CmdError>>,
    {
        self.enter(page)?;
        self.noticing(self.ask_once(request))
    }

    fn noticing<T>(&self, answer: Result<T, Trouble>) -> Result<T, Trouble> {
        if answer.as_ref().is_err_and(Trouble::is_no_such_window) {
            // It was closed, or is being made anew: the next question looks for it again.
            self.here.set(None);
        }
        answer
    }

    /// Whether the window is there now.
    pub(super) fn has(&self, page: Page) -> bool {
        self.here.set(None);
        self.enter(page).is_ok()
    }

    /// Ends the program in an orderly way.
    pub(super) fn close(&self) {
        let closing = self.client.clone().close();
        // Whatever it answers, the driver's whole group is ended next.
        let _closed = self
            .runtime
            .block_on(async { tokio::time::timeout(Duration::from_secs(5), closing).await });
    }

    /// Turns to a window. Windows may not all exist yet, and the parent's is made anew for each
    /// visit: so it is told by its page, each time.
    fn enter(&self, page: Page) -> Result<(), Trouble> {
        if self.here.get() == Some(page) {
            return Ok(());
        }
        self.here.set(None);
        let wanted = format!("/{}.html", page.name());
        for handle in self.ask(|client| async move { client.windows().await })? {
            let path = self.ask(|client| {
                let handle = handle.clone();
                async move {
                    client.switch_to_window(handle).await?;
                    client.execute("return location.pathname", Vec::new()).await
                }
            });
            match path {
                Ok(path) if path.as_str().is_some_and(|path| path.ends_with(&wanted)) => {
                    self.here.set(Some(page));
                    return Ok(());
                }
                Ok(_) => {}
                Err(trouble) if trouble.is_no_such_window() => {}
                Err(trouble) => return Err(trouble),
            }
        }
        Err(Trouble::NoWindow(page))
    }
}

/// Why a question has no answer.
#[derive(Debug)]
pub(super) enum Trouble {
    /// The window is not there, or not yet.
    NoWindow(Page),
    /// The driver, or the whole walk, took too long.
    Late,
    /// What the driver says.
    Driver(CmdError),
}

impl Trouble {
    /// Whether looking again may help: pages change under one's hand. A mistake in our own script
    /// stays one.
    pub(super) fn may_pass(&self) -> bool {
        match self {
            Self::NoWindow(_) => true,
            Self::Late => false,
            Self::Driver(error) => {
                matches!(error, CmdError::Standard(_)) && !error.is_javascript_error()
            }
        }
    }

    /// Whether the connection dropped. The driver mostly had not heard the question then.
    pub(super) fn has_no_answer(&self) -> bool {
        matches!(
            self,
            Self::Driver(CmdError::Failed(_) | CmdError::FailedC(_) | CmdError::Lost(_))
        )
    }

    pub(super) fn is_no_such_window(&self) -> bool {
        matches!(self, Self::Driver(error) if error.is_no_such_window())
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoWindow(page) => write!(f, "there is no window `{}`", page.name()),
            Self::Late => f.write_str("the driver did not answer in time"),
            Self::Driver(error) => write!(f, "{error}"),
        }
    }
}
