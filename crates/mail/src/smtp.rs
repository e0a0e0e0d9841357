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

use crate::{Postmark, Receipt, Rendered, SendFailure};

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
        })
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
