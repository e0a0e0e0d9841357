//! Sending over SMTP: the settings of the school's server, and one connection for each mail.
//! Connections are not kept: a desk sends one mail at a time, and one that was cut short must not serve the next.

use std::net::IpAddr;
use std::time::{Duration, SystemTime};

use domain::{EmailAddress, MailTrouble};
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{Certificate, CertificateStore, Tls, TlsParameters};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use zeroize::Zeroizing;

use crate::{Asked, Postmark, Receipt, Rendered, SendFailure, greeting};

/// The school's mail server.
pub struct SmtpSettings {
    pub host: String,
    pub port: u16,
    pub security: Security,
    /// Nothing for a server that takes mail from this machine as it is.
    pub sign_in: Option<SignIn>,
    pub from: EmailAddress,
    pub from_name: String,
    /// The school's own certificate authority, as PEM, beside the public ones.
    pub extra_root_ca: Option<Vec<u8>>,
    pub time_limits: TimeLimits,
}

/// How the connection is protected; it never falls back to a lesser one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// Encrypted after a greeting in clear (port 587).
    StartTls,
    /// Encrypted from the first byte (port 465).
    Tls,
    /// In clear: to this very machine only.
    None,
}

/// The user and password that the server asks for. It has no `Debug`.
pub struct SignIn {
    pub user: String,
    pub password: Zeroizing<String>,
}

/// How long a server may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeLimits {
    pub connect_seconds: u32,
    /// For the whole sending: less than what a mail may be "sending" (domain.md §13).
    pub send_seconds: u32,
}

impl Default for TimeLimits {
    fn default() -> Self {
        Self {
            connect_seconds: 10,
            send_seconds: 60,
        }
    }
}

/// Settings with which no mail can leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    #[error("a connection in clear leaves this machine")]
    ClearText,
    #[error("the certificate of the authority cannot be read")]
    Certificate,
    #[error("the sender's address is none")]
    From,
}

/// A sender with its settings read.
pub struct SmtpBackend {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    send_limit: Duration,
    connect_limit: Duration,
    /// Where a greeting in clear is read; none where the first byte is encrypted.
    greets_at: Option<(String, u16)>,
}

impl SmtpBackend {
    /// Reads the settings; the server is not asked before the first mail.
    ///
    /// # Errors
    /// [`SettingsError`] when no mail could ever leave with them.
    pub fn new(settings: SmtpSettings) -> Result<Self, SettingsError> {
        let tls = protection(&settings)?;
        let from = settings
            .from
            .as_str()
            .parse::<Address>()
            .map_err(|_| SettingsError::From)?;
        let connect_limit = Duration::from_secs(settings.time_limits.connect_seconds.into());
        let greets_at =
            (settings.security != Security::Tls).then(|| (settings.host.clone(), settings.port));
        // "Dangerous" is the builder's word for one that protects nothing by itself; `tls` always says how here.
        let mut transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(settings.host)
            .port(settings.port)
            .tls(tls)
            .timeout(Some(connect_limit))
            .authentication(vec![Mechanism::Plain, Mechanism::Login]);
        if let Some(SignIn { user, password }) = settings.sign_in {
            // The library keeps a copy of its own, which is not wiped.
            transport = transport.credentials(Credentials::new(user, password.as_str().to_owned()));
        }
        Ok(Self {
            transport: transport.build(),
            from: Mailbox::new(
                Some(settings.from_name).filter(|name| !name.is_empty()),
                from,
            ),
            send_limit: Duration::from_secs(settings.time_limits.send_seconds.into()),
            connect_limit,
            greets_at,
        })
    }

    /// Reads the time in the server's greeting, then connects and signs in without sending anything.
    pub(crate) async fn ask(&self) -> Asked {
        let time = match &self.greets_at {
            Some((host, port)) => greeting::time(host, *port, self.connect_limit).await,
            None => None,
        };
        let asked = tokio::time::timeout(self.send_limit, self.transport.test_connection()).await;
        let failure = match asked {
            Ok(Ok(true)) => None,
            Ok(Ok(false)) => Some(SendFailure::new(MailTrouble::Refused, "NOOP")),
            Ok(Err(error)) => Some(error.into()),
            Err(_) => Some(SendFailure::new(MailTrouble::Unreachable, "time limit")),
        };
        Asked { time, failure }
    }

    pub(crate) async fn send(
        &self,
        to: &EmailAddress,
        mail: &Rendered,
        postmark: Postmark,
    ) -> Result<Receipt, SendFailure> {
        let letter = self.letter(to, mail, postmark)?;
        let sent = tokio::time::timeout(self.send_limit, self.transport.send(letter)).await;
        let response =
            sent.map_err(|_| SendFailure::new(MailTrouble::Unreachable, "time limit"))??;
        let words: Vec<_> = response.message().collect();
        Ok(Receipt {
            words: crate::failure::tidy(&words.join(" ")),
        })
    }

    fn letter(
        &self,
        to: &EmailAddress,
        mail: &Rendered,
        postmark: Postmark,
    ) -> Result<lettre::Message, SendFailure> {
        let bad_address = |reason: &dyn std::fmt::Display| {
            SendFailure::new(MailTrouble::BadAddress, &reason.to_string())
        };
        let to = to
            .as_str()
            .parse::<Address>()
            .map_err(|reason| bad_address(&reason))?;
        // RFC 3834: no "I am away" comes back.
        let automatic = HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        );
        lettre::Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(mail.subject.as_str())
            .date(SystemTime::from(postmark.at))
            .message_id(Some(format!(
                "<{}@{}>",
                postmark.id,
                self.from.email.domain()
            )))
            .raw_header(automatic)
            .multipart(
                MultiPart::alternative()
                    // Given, since the library would draw one from a generator of its own.
                    .boundary(postmark.id.simple().to_string())
                    .singlepart(SinglePart::plain(mail.text.clone()))
                    .singlepart(SinglePart::html(mail.html.clone())),
            )
            .map_err(|reason| bad_address(&reason))
    }
}

/// The library's `ring` feature is its only cryptography, and no process-wide provider is installed for it.
fn protection(settings: &SmtpSettings) -> Result<Tls, SettingsError> {
    let parameters = || {
        let mut parameters = TlsParameters::builder(settings.host.clone())
            .certificate_store(CertificateStore::WebpkiRoots);
        if let Some(pem) = &settings.extra_root_ca {
            parameters = parameters.add_root_certificate(authority(pem)?);
        }
        parameters
            .build_rustls()
            .map_err(|_| SettingsError::Certificate)
    };
    match settings.security {
        Security::StartTls => Ok(Tls::Required(parameters()?)),
        Security::Tls => Ok(Tls::Wrapper(parameters()?)),
        Security::None if is_this_machine(&settings.host) => Ok(Tls::None),
        Security::None => Err(SettingsError::ClearText),
    }
}

/// A file without any certificate in it is refused: the library would take it and trust nobody more.
fn authority(pem: &[u8]) -> Result<Certificate, SettingsError> {
    if !pem.windows(BEGIN.len()).any(|window| window == BEGIN) {
        return Err(SettingsError::Certificate);
    }
    Certificate::from_pem(pem).map_err(|_| SettingsError::Certificate)
}

const BEGIN: &[u8] = b"-----BEGIN CERTIFICATE-----";

fn is_this_machine(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost")
        || host
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use text::Locale;
    use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
    use tokio::net::TcpListener;
    use uuid::Uuid;

    use super::*;
    use crate::{Message, SchoolOffice, render};

    fn settings(port: u16) -> SmtpSettings {
        SmtpSettings {
            host: "127.0.0.1".to_owned(),
            port,
            security: Security::None,
            sign_in: None,
            from: EmailAddress::parse("secretariat@ecole.example").unwrap(),
            from_name: "École des Érables".to_owned(),
            extra_root_ca: None,
            time_limits: TimeLimits::default(),
        }
    }

    async fn send(settings: SmtpSettings) -> Result<Receipt, SendFailure> {
        let office = SchoolOffice {
            school: "École des Érables".to_owned(),
            phone: None,
        };
        let mail = render(&Message::StaffTest, &office, Locale::REFERENCE);
        let to = EmailAddress::parse("nadia@example.org").unwrap();
        let postmark = Postmark {
            at: DateTime::UNIX_EPOCH,
            id: Uuid::nil(),
        };
        SmtpBackend::new(settings)
            .unwrap()
            .send(&to, &mail, postmark)
            .await
    }

    /// A server that says these lines, one for each that it is told, and then hangs up. It gives its port.
    async fn server_that_says(lines: &'static [&'static str]) -> u16 {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            let (reader, mut writer) = stream.split();
            let mut told = BufReader::new(reader).lines();
            for line in lines {
                writer
                    .write_all(format!("{line}\r\n").as_bytes())
                    .await
                    .unwrap();
                let _ = told.next_line().await;
            }
        });
        port
    }

    #[tokio::test]
    async fn a_server_without_starttls_gets_neither_password_nor_mail() {
        let port = server_that_says(&["220 ready", "250-localhost\r\n250 AUTH PLAIN"]).await;
        let sign_in = SignIn {
            user: "guichet".to_owned(),
            password: "password".to_owned().into(),
        };
        let settings = SmtpSettings {
            security: Security::StartTls,
            sign_in: Some(sign_in),
            ..settings(port)
        };
        assert_eq!(
            send(settings).await.unwrap_err().trouble(),
            MailTrouble::Certificate
        );
    }

    #[tokio::test]
    async fn answers_are_told_apart_by_their_code() {
        const TAKEN: &str = "250 ok";
        for (lines, trouble) in [
            (&["421 too busy"] as &'static [_], MailTrouble::Refused),
            (&["554 go away"], MailTrouble::Rejected),
            (
                &["220 ready", TAKEN, "530 sign in first"],
                MailTrouble::SignIn,
            ),
            (
                &["220 ready", TAKEN, TAKEN, "450 mailbox busy"],
                MailTrouble::Refused,
            ),
            (
                &["220 ready", TAKEN, TAKEN, "552 mailbox full"],
                MailTrouble::Rejected,
            ),
            (&["220 ready", TAKEN, TAKEN], MailTrouble::Unreachable),
            (&["what is this"], MailTrouble::Unreachable),
        ] {
            let port = server_that_says(lines).await;
            let failure = send(settings(port)).await.unwrap_err();
            assert_eq!(failure.trouble(), trouble, "{lines:?}: {failure}");
        }
    }

    #[tokio::test]
    async fn a_server_that_takes_too_long_is_unreachable() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let time_limits = TimeLimits {
            send_seconds: 0,
            ..TimeLimits::default()
        };
        let settings = SmtpSettings {
            time_limits,
            ..settings(listener.local_addr().unwrap().port())
        };
        assert_eq!(
            send(settings).await.unwrap_err(),
            SendFailure::new(MailTrouble::Unreachable, "time limit")
        );
    }

    #[test]
    fn settings_with_which_no_mail_may_leave_are_refused() {
        let empty = b"-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n".to_vec();
        for (settings, error) in [
            (
                SmtpSettings {
                    host: "mail.example.org".to_owned(),
                    ..settings(25)
                },
                SettingsError::ClearText,
            ),
            (
                SmtpSettings {
                    host: "192.168.0.2".to_owned(),
                    ..settings(25)
                },
                SettingsError::ClearText,
            ),
            (
                SmtpSettings {
                    security: Security::StartTls,
                    extra_root_ca: Some(b"no certificate".to_vec()),
                    ..settings(587)
                },
                SettingsError::Certificate,
            ),
            (
                SmtpSettings {
                    security: Security::Tls,
                    extra_root_ca: Some(empty),
                    ..settings(465)
                },
                SettingsError::Certificate,
            ),
        ] {
            assert_eq!(SmtpBackend::new(settings).err(), Some(error));
        }
        for host in ["localhost", "LOCALHOST", "127.0.0.1", "::1"] {
            assert!(
                SmtpBackend::new(SmtpSettings {
                    host: host.to_owned(),
                    ..settings(25)
                })
                .is_ok(),
                "{host}"
            );
        }
    }
}
