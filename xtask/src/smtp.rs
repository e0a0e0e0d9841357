//! The mail server of the tests: real SMTP with STARTTLS and a password, under a certificate
//! authority of its own, and the mails it took in. What the mails say is the tests' business.

use std::path::PathBuf;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use mail_parser::MessageParser;
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair, KeyUsagePurpose};
use serde_json::json;
use tempfile::TempDir;

use crate::house::House;
use crate::process::{Companion, Farewell, answers, free_port, tied};
use crate::tools;

/// The variable that tells the Rust tests where the mail server is, as JSON.
pub const VARIABLE: &str = "GUICHET_TEST_SMTP";

/// How long a mail may take to arrive.
const DELIVERY: Duration = Duration::from_secs(60);

const USER: &str = "guichet";
const PASSWORD: &str = "a counter's own secret";

/// A mail server on a port of its own, which it keeps when it is stopped and started again.
#[derive(Debug)]
pub struct Smtp {
    // The server goes before the folder it writes in.
    server: Option<Companion>,
    program: [PathBuf; 2],
    folder: TempDir,
    port: u16,
}

/// A mail that was taken in.
#[derive(Clone, Debug)]
pub struct Mail {
    /// The addresses that it was sent to.
    pub to: Vec<String>,
    pub subject: String,
    /// Its text, decoded.
    pub text: String,
}

impl Mail {
    /// The verification code: six digits, in groups, alone on their line.
    ///
    /// # Errors
    /// When the mail holds none.
    pub fn code(&self) -> Result<String> {
        self.text
            .lines()
            .map(|line| line.split_whitespace().collect::<String>())
            .find(|line| line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit()))
            .with_context(|| format!("there is no code in the mail: {}", self.text))
    }
}

impl Smtp {
    /// Makes the certificates and starts the server.
    ///
    /// # Errors
    /// When it does not start.
    pub fn start(house: &House) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("guichet-mail-").tempdir()?;
        std::fs::create_dir(folder.path().join("mails"))?;
        write_certificates(&folder)?;
        let mut smtp = Self {
            server: None,
            program: [
                tools::python(house),
                house.root.join("xtask/smtp_server.py"),
            ],
            folder,
            port: free_port()?,
        };
        smtp.start_again()?;
        Ok(smtp)
    }

    /// The value of [`VARIABLE`].
    pub fn contract(&self) -> String {
        json!({
            "host": "localhost",
            "port": self.port,
            "user": USER,
            "password": PASSWORD,
            "ca": self.authority(),
            "dir": self.mails_folder(),
        })
        .to_string()
    }

    /// The name to give a program that sends.
    pub fn host(&self) -> &'static str {
        "localhost"
    }

    /// The port to give a program that sends.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The user name and password that the server knows.
    pub fn credentials(&self) -> (&'static str, &'static str) {
        (USER, PASSWORD)
    }

    /// The certificate of the authority that a program must trust.
    pub fn authority(&self) -> PathBuf {
        self.folder.path().join("ca.pem")
    }

    /// Stops answering: a mail server that is down.
    pub fn stop(&mut self) {
        self.server = None;
    }

    /// Answers again, on the same port.
    ///
    /// # Errors
    /// When the server does not start.
    pub fn start_again(&mut self) -> Result<()> {
        let [python, script] = &self.program;
        let mut server = Companion::start(
            tied(python)
                .arg(script)
                .args(["--port", &self.port.to_string()])
                .args(["--user", USER, "--password", PASSWORD, "--certificate"])
                .arg(self.folder.path().join("server.pem"))
                .arg("--key")
                .arg(self.folder.path().join("server.key"))
                .arg("--dir")
                .arg(self.mails_folder())
                .stdin(Stdio::null()),
            Farewell::Terminate,
        )?;
        let port = self.port;
        server.wait_until("the mail server", Duration::from_secs(15), || answers(port))?;
        self.server = Some(server);
        Ok(())
    }

    /// Every mail taken in so far, the first one first.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn mails(&self) -> Result<Vec<Mail>> {
        let mut files: Vec<_> = std::fs::read_dir(self.mails_folder())?
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|kind| kind == "eml"))
            .collect();
        files.sort();
        files
            .iter()
            .map(|file| parse(&std::fs::read(file)?))
            .collect()
    }

    /// Waits for the next mail to this address that is not among the first `seen` to it.
    ///
    /// # Errors
    /// When none comes in time.
    pub fn wait_for(&self, address: &str, seen: usize) -> Result<Mail> {
        self.wait("mail", address, seen, Some)
    }

    /// Waits for the next code to this address that is not among the first `seen` codes to it.
    ///
    /// # Errors
    /// When none comes in time.
    pub fn wait_for_code(&self, address: &str, seen: usize) -> Result<String> {
        self.wait("code", address, seen, |mail| mail.code().ok())
    }

    fn wait<T>(
        &self,
        what: &str,
        address: &str,
        seen: usize,
        read: impl Fn(Mail) -> Option<T>,
    ) -> Result<T> {
        let end = Instant::now() + DELIVERY;
        loop {
            let mut found = self
                .mails()?
                .into_iter()
                .filter(|mail| mail.to.iter().any(|to| to.eq_ignore_ascii_case(address)))
                .filter_map(&read);
            if let Some(found) = found.nth(seen) {
                return Ok(found);
            }
            if Instant::now() > end {
                bail!("no {what} number {} to {address} has come", seen + 1);
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// Throws away all mails.
    ///
    /// # Errors
    /// When a file cannot be removed.
    pub fn empty(&mut self) -> Result<()> {
        for entry in std::fs::read_dir(self.mails_folder())? {
            std::fs::remove_file(entry?.path())?;
        }
        Ok(())
    }

    fn mails_folder(&self) -> PathBuf {
        self.folder.path().join("mails")
    }
}

fn parse(raw: &[u8]) -> Result<Mail> {
    let mail = MessageParser::default()
        .parse(raw)
        .context("a mail is not one")?;
    let to = mail.to().into_iter().flat_map(|list| list.iter());
    Ok(Mail {
        to: to
            .filter_map(|to| to.address().map(str::to_owned))
            .collect(),
        subject: mail.subject().unwrap_or_default().to_owned(),
        text: mail.body_text(0).unwrap_or_default().into_owned(),
    })
}

/// An authority and, under it, the server's certificate: one that says that it is no authority
/// itself, without which rustls refuses it.
fn write_certificates(folder: &TempDir) -> Result<()> {
    let authority_key = KeyPair::generate()?;
    let mut authority = CertificateParams::new(Vec::new())?;
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    authority.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    let certificate = authority.self_signed(&authority_key)?;
    let server_key = KeyPair::generate()?;
    let mut server = CertificateParams::new(vec!["localhost".to_owned(), "127.0.0.1".to_owned()])?;
    server.is_ca = IsCa::ExplicitNoCa;
    let issuer = Issuer::from_params(&authority, authority_key);
    let server = server.signed_by(&server_key, &issuer)?;
    let write = |name: &str, text: String| std::fs::write(folder.path().join(name), text);
    write("ca.pem", certificate.pem())?;
    write("server.pem", server.pem())?;
    write("server.key", server_key.serialize_pem())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_of_an_encoded_mail_is_read() {
        let raw = b"To: <marie@example.org>\r\nSubject: =?utf-8?q?V=C3=A9rification?=\r\n\
            MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\
            Content-Transfer-Encoding: quoted-printable\r\n\r\n\
            Voil=C3=A0 le code demand=C3=A9 :\r\n\r\n042 =\r\n017\r\n\r\n514 555-0100, 123456\r\n";
        let mail = parse(raw).unwrap();
        assert_eq!(mail.to, ["marie@example.org"]);
        assert_eq!(mail.subject, "Vérification");
        assert_eq!(mail.code().unwrap(), "042017");
    }
}
