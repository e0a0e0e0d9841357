//! The mail servers of the tests: the real one, one at which nobody listens, one that takes the call and says nothing.
//! What is sent to them belongs to the tests.

use std::fs;

use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};

use crate::counter::Counter;

/// A real server: STARTTLS, a password, a private authority.
pub struct Smtp {
    pub settings: Value,
    folder: String,
}

/// The server that `cargo xtask test` starts.
pub fn smtp() -> Smtp {
    let Ok(described) = std::env::var("GUICHET_TEST_SMTP") else {
        panic!(
            "GUICHET_TEST_SMTP is not set: this test needs a mail server, which `cargo xtask test` starts"
        );
    };
    let server: Value = serde_json::from_str(&described).unwrap();
    Smtp {
        settings: json!({
            "host": server["host"], "port": server["port"], "security": "start_tls",
            "user": server["user"], "password": server["password"], "private_ca_path": server["ca"],
            "from_address": "secretariat@ecole.example", "from_name": "École des Érables",
        }),
        folder: server["dir"].as_str().unwrap().to_owned(),
    }
}

impl Smtp {
    /// The mails that the server took for this address.
    pub fn mails_to(&self, address: &str) -> Vec<String> {
        let files = fs::read_dir(&self.folder)
            .unwrap()
            .map(|entry| entry.unwrap().path());
        files
            .filter(|path| path.extension().is_some_and(|end| end == "eml"))
            .map(|path| fs::read_to_string(path).unwrap())
            .filter(|mail| mail.lines().any(|line| line == format!("To: {address}")))
            .collect()
    }
}

/// An address that no other test writes to: the real server is shared.
pub fn address_of_its_own(counter: &Counter) -> String {
    let folder = counter.folder().file_name().unwrap().to_str().unwrap();
    format!("julie{}@familles.example", folder.to_lowercase())
}

/// A server at which nobody listens.
pub fn dead_server() -> Value {
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    server_at(free.local_addr().unwrap().port())
}

/// A server that takes the call and says nothing, until the call is dropped.
pub struct SilentServer(TcpListener);

impl SilentServer {
    pub async fn start() -> Self {
        Self(TcpListener::bind("127.0.0.1:0").await.unwrap())
    }

    pub fn settings(&self) -> Value {
        server_at(self.0.local_addr().unwrap().port())
    }

    /// Waits until somebody sends a mail: it is being sent for as long as the call is kept.
    pub async fn call(&self) -> TcpStream {
        self.0.accept().await.unwrap().0
    }
}

fn server_at(port: u16) -> Value {
    json!({
        "host": "127.0.0.1", "port": port, "security": "start_tls", "user": "guichet", "password": "canari-courriel",
        "from_address": "secretariat@ecole.example", "from_name": "École des Érables",
    })
}
