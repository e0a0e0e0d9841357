//! The mail server's settings, and what waits in the outbox. The sending itself is in `outgoing`.

use ::mail::{
    Backend, Message, Postmark, Security, SettingsError, SignIn, SmtpBackend, SmtpSettings,
    TimeLimits, render,
};
use domain::{EmailAddress, MailId};
use serde::{Deserialize, Serialize};
use store::{Act, Entry, SecretName, Subject};
use text::Locale;
use zeroize::Zeroizing;

use crate::Desk;
use crate::contract::{
    DeskKind, Failure, MailRequest, MailSecurity, MailSettings, MailboxMail, Nothing, OutboxLine,
    Secret, SendTestMail, SetMail, TestMailResult, Word,
};
use crate::failure::{Outcome, Trouble};
use crate::house::Open;
use crate::permission::Act as Permission;

/// The setting that holds [`Stored`] as JSON; the password is a sealed secret of its own.
const MAIL_SERVER: &str = "mail_server";
/// The newest so many mails are listed.
const LISTED: u32 = 200;

/// The mail server as it is kept.
#[derive(Serialize, Deserialize)]
struct Stored {
    host: String,
    port: u16,
    security: Word<MailSecurity>,
    user: Option<String>,
    from_address: String,
    from_name: String,
    /// PEM.
    private_ca: Option<String>,
}

impl Desk {
    pub(crate) async fn view_mail_settings(&self, (): Nothing) -> Outcome<Option<MailSettings>> {
        let open = self.staffed(Permission::ChangeSettings).await?;
        let has_password = open.store.secret(SecretName::SmtpPassword).await?.is_some();
        let stored = stored(&open).await?;
        Ok(stored.map(|stored| MailSettings {
            host: stored.host,
            port: stored.port,
            security: stored.security,
            user: stored.user,
            has_password,
            from_address: stored.from_address,
            from_name: stored.from_name,
            has_private_ca: stored.private_ca.is_some(),
        }))
    }

    /// Keeps the mail server. Settings with which no mail could ever leave are refused; the server is not asked.
    pub(crate) async fn set_mail(&self, request: SetMail) -> Outcome<Nothing> {
        let open = self.staffed(Permission::ChangeSettings).await?;
        let invalid = |field: &str| Failure::Invalid {
            field: field.to_owned(),
        };
        if request.host.trim().is_empty() {
            return Err(invalid("host").into());
        }
        let from =
            EmailAddress::parse(&request.from_address).map_err(|_| invalid("from_address"))?;
        let private_ca = match request.private_ca_path {
            None => stored(&open).await?.and_then(|stored| stored.private_ca),
            Some(path) if path.is_empty() => None,
            Some(path) => Some(
                tokio::fs::read_to_string(path)
                    .await
                    .map_err(|_| invalid("private_ca_path"))?,
            ),
        };
        let given =
            |value: Option<String>| value.map(|v| v.trim().to_owned()).filter(|v| !v.is_empty());
        let kept = Stored {
            host: request.host.trim().to_owned(),
            port: request.port,
            security: request.security,
            user: given(request.user),
            from_address: from.as_str().to_owned(),
            from_name: request.from_name.trim().to_owned(),
            private_ca,
        };
        let password = match &request.password {
            Some(password) => Some(Zeroizing::new(password.expose().to_owned())),
            None => password(&open).await?,
        };
        smtp(&kept, password).map_err(|error| match error {
            SettingsError::Certificate => invalid("private_ca_path"),
            SettingsError::From => invalid("from_address"),
            SettingsError::ClearText => invalid("security"),
        })?;
        let text = serde_json::to_string(&kept).map_err(Trouble::unexpected)?;
        self.keep_mail(&open, &text, request.password).await
    }

    async fn keep_mail(
        &self,
        open: &Open,
        settings: &str,
        password: Option<Secret>,
    ) -> Outcome<Nothing> {
        let mut write = open.store.write(self.stamp(open, open.actor())).await?;
        write.set_setting(MAIL_SERVER, Some(settings)).await?;
        match password {
            None => {}
            Some(password) if password.expose().is_empty() => {
                write.remove_secret(SecretName::SmtpPassword).await?;
            }
            Some(password) => {
                let mut random = self.environment().split_random();
                write
                    .put_secret(
                        SecretName::SmtpPassword,
                        password.expose().as_bytes(),
                        &mut random,
                    )
                    .await?;
            }
        }
        write
            .commit(Entry::new(Act::MailSet, Subject::None))
            .await?;
        open.mail_waits.notify_one();
        self.changed();
        Ok(())
    }

    /// Sends one mail now, past the outbox, and says what the server said.
    pub(crate) async fn send_test_mail(&self, request: SendTestMail) -> Outcome<TestMailResult> {
        let open = self.staffed(Permission::ChangeSettings).await?;
        let to = EmailAddress::parse(&request.to)
            .map_err(|_| Failure::Invalid { field: "to".into() })?;
        let backend = self.backend(&open).await?.ok_or(Failure::NoMailServer)?;
        let rendered = render(
            &Message::StaffTest,
            &self.office(&open).await?,
            Locale::REFERENCE,
        );
        let postmark = Postmark {
            at: self.environment().now(),
            id: self.environment().id(),
        };
        let sent = backend.send(&to, &rendered, postmark).await;
        let write = open.store.write(self.stamp(&open, open.actor())).await?;
        write
            .commit(Entry::new(Act::MailTested, Subject::None))
            .await?;
        Ok(match sent {
            Ok(receipt) => TestMailResult {
                sent: true,
                trouble: None,
                server_words: Some(receipt.words),
            },
            Err(failure) => TestMailResult {
                sent: false,
                trouble: Some(failure.trouble().into()),
                server_words: Some(failure.words().to_owned()),
            },
        })
    }

    /// Where mail goes: the demo's mailbox, the server that was set, or nowhere yet.
    pub(crate) async fn backend(&self, open: &Open) -> Outcome<Option<Backend>> {
        if open.kind == DeskKind::Demo {
            return Ok(Some(Backend::Demo(open.mailbox.clone())));
        }
        let Some(stored) = stored(open).await? else {
            return Ok(None);
        };
        let backend = smtp(&stored, password(open).await?).map_err(Trouble::unexpected)?;
        Ok(Some(Backend::Smtp(backend)))
    }

    pub(crate) async fn is_mail_server_set(&self, open: &Open) -> Outcome<bool> {
        Ok(open.kind == DeskKind::Demo || open.store.setting(MAIL_SERVER).await?.is_some())
    }

    pub(crate) async fn list_outbox(&self, (): Nothing) -> Outcome<Vec<OutboxLine>> {
        let open = self.staffed(Permission::SeeMail).await?;
        Ok(open
            .store
            .list_mail(LISTED)
            .await?
            .into_iter()
            .map(OutboxLine::from)
            .collect())
    }

    /// Sends a stuck mail again, now.
    pub(crate) async fn retry_mail(&self, request: MailRequest) -> Outcome<Nothing> {
        let open = self.staffed(Permission::SeeMail).await?;
        let id = MailId(request.mail_id);
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        if !write.retry_now(id).await? {
            return Err(Failure::NotFound.into());
        }
        write
            .commit(Entry::new(Act::MailRetried, Subject::Mail(id)))
            .await?;
        open.mail_waits.notify_one();
        self.changed();
        Ok(())
    }

    /// The demo's mailbox; empty at a real desk, whose mails are not kept.
    pub(crate) async fn list_mailbox(&self, (): Nothing) -> Outcome<Vec<MailboxMail>> {
        let open = self.staffed(Permission::SeeMail).await?;
        let mails = open.mailbox.mails().into_iter();
        Ok(mails
            .map(|kept| MailboxMail {
                at: kept.at,
                to: kept.to.as_str().to_owned(),
                subject: kept.mail.subject,
                text: kept.mail.text,
            })
            .collect())
    }
}

async fn stored(open: &Open) -> Outcome<Option<Stored>> {
    let text = open.store.setting(MAIL_SERVER).await?;
    text.map(|text| serde_json::from_str(&text))
        .transpose()
        .map_err(Trouble::unexpected)
}

async fn password(open: &Open) -> Outcome<Option<Zeroizing<String>>> {
    let Some(bytes) = open.store.secret(SecretName::SmtpPassword).await? else {
        return Ok(None);
    };
    let text = String::from_utf8(bytes.to_vec()).map_err(Trouble::unexpected)?;
    Ok(Some(Zeroizing::new(text)))
}

fn smtp(
    stored: &Stored,
    password: Option<Zeroizing<String>>,
) -> Result<SmtpBackend, SettingsError> {
    let sign_in = match (&stored.user, password) {
        (Some(user), Some(password)) => Some(SignIn {
            user: user.clone(),
            password,
        }),
        _ => None,
    };
    SmtpBackend::new(SmtpSettings {
        host: stored.host.clone(),
        port: stored.port,
        security: match stored.security.0 {
            MailSecurity::StartTls => Security::StartTls,
            MailSecurity::Tls => Security::Tls,
        },
        sign_in,
        from: EmailAddress::parse(&stored.from_address).map_err(|_| SettingsError::From)?,
        from_name: stored.from_name.clone(),
        extra_root_ca: stored
            .private_ca
            .as_ref()
            .map(|pem| pem.as_bytes().to_vec()),
        time_limits: TimeLimits::default(),
    })
}
