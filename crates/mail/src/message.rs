//! The closed list of what is written to adults, and the words of each, French first (domain.md §9).
//! No type here can hold a fiche number, a permanent code, a birth date or a password (domain.md §8).
//! How the words stand on the page is in `layout`.

use domain::{CodeDigits, MailKind};
use text::{Args, Locale, say, say_plain};

use crate::FirstName;
use crate::layout::{Block, Paragraph, Rendered};

/// One mail, before it has words. Those about an account greet its adult by name.
pub enum Message {
    /// The code of a visit. It greets nobody by name: the address may be someone else's.
    VerificationCode {
        code: CodeDigits,
        minutes_valid: u32,
    },
    /// The code that proves an address accepted in person. It greets nobody by name: the address may be someone else's.
    AddressProof { code: CodeDigits, days_valid: u32 },
    /// "It was not me": an account was made with this address.
    AccountCreated { adult: String },
    /// "It was not me": a child was confirmed in person.
    ChildConfirmedInPerson {
        adult: String,
        child: Option<FirstName>,
    },
    /// "It was not me": the password was chosen anew.
    PasswordChanged { adult: String },
    /// "It was not me", to the address that was on the file before. It greets nobody by name and does not say the new
    /// one: the old address may be someone else's by now.
    AddressChanged,
    /// A child was taken off the account. It names neither the child nor the adult: the address may be someone else's.
    ConfirmationTakenBack,
    /// The account was closed at the desk. It greets nobody by name.
    AccountTakenBack,
    /// "It was not me", to the address that the account had before. It greets nobody by name and does not say the new one.
    AccountAddressChanged,
    /// "It was not me", to the address of an account that was closed at the desk. It greets nobody by name.
    AccountClosed,
    /// An administrator tries the mail settings.
    StaffTest,
}

/// Who writes: the office that the reader knows and can call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolOffice {
    pub school: String,
    pub phone: Option<String>,
}

impl Message {
    /// What the outbox calls this mail.
    #[must_use]
    pub const fn kind(&self) -> MailKind {
        match self {
            Self::VerificationCode { .. } => MailKind::VerificationCode,
            Self::AddressProof { .. } => MailKind::AddressProof,
            Self::AccountCreated { .. } => MailKind::AccountCreated,
            Self::ChildConfirmedInPerson { .. } => MailKind::ChildConfirmed,
            Self::PasswordChanged { .. } => MailKind::PasswordChanged,
            Self::AddressChanged => MailKind::AddressChanged,
            Self::ConfirmationTakenBack => MailKind::ConfirmationTakenBack,
            Self::AccountTakenBack => MailKind::AccountTakenBack,
            Self::AccountAddressChanged => MailKind::AccountAddressChanged,
            Self::AccountClosed => MailKind::AccountClosed,
            Self::StaffTest => MailKind::Test,
        }
    }

    const fn id(&self) -> &'static str {
        match self {
            Self::VerificationCode { .. } => "mail-verification-code",
            Self::AddressProof { .. } => "mail-address-proof",
            Self::AccountCreated { .. } => "mail-account-created",
            Self::ChildConfirmedInPerson { .. } => "mail-child-confirmed",
            Self::PasswordChanged { .. } => "mail-password-changed",
            Self::AddressChanged => "mail-address-changed",
            Self::ConfirmationTakenBack => "mail-confirmation-taken-back",
            Self::AccountTakenBack => "mail-account-taken-back",
            Self::AccountAddressChanged => "mail-account-address-changed",
            Self::AccountClosed => "mail-account-closed",
            Self::StaffTest => "mail-test",
        }
    }
}

/// The mail in words: French, then the reader's language below it when it is another.
#[must_use]
pub fn render(message: &Message, office: &SchoolOffice, locale: Locale) -> Rendered {
    let mut locales = vec![Locale::REFERENCE];
    if locale != Locale::REFERENCE {
        locales.push(locale);
    }
    let subject = format!("{}.subject", message.id());
    let subjects: Vec<_> = locales
        .iter()
        .map(|locale| say_plain(*locale, &subject, &Args::new()))
        .collect();
    let blocks: Vec<_> = locales
        .iter()
        .map(|locale| block(message, office, *locale))
        .collect();
    Rendered::new(&subjects, &blocks)
}

fn block(message: &Message, office: &SchoolOffice, locale: Locale) -> Block {
    let mut args = Args::from_iter([("school", office.school.as_str())]);
    if let Some(phone) = &office.phone {
        args.set("phone", phone.as_str());
    }
    let mut block = Block::new(locale);
    let id = message.id();
    match message {
        Message::VerificationCode {
            code,
            minutes_valid,
        } => {
            args.set("minutes", *minutes_valid);
            with_code(&mut block, id, code, &args);
        }
        Message::AddressProof { code, days_valid } => {
            args.set("days", *days_valid);
            with_code(&mut block, id, code, &args);
        }
        Message::AccountCreated { adult } | Message::PasswordChanged { adult } => {
            args.set("adult", adult.as_str());
            notice(&mut block, id, office, &args);
        }
        Message::ChildConfirmedInPerson { adult, child } => {
            let child = child.as_ref().map_or_else(
                || say(locale, "mail-your-child", &Args::new()),
                |child| child.as_str().to_owned(),
            );
            args.set("adult", adult.as_str());
            args.set("child", child);
            notice(&mut block, id, office, &args);
        }
        Message::AddressChanged | Message::AccountAddressChanged | Message::AccountClosed => {
            block.say(&say(locale, &format!("{id}.body"), &args));
            block.say(&say(locale, not_me(office), &args));
        }
        Message::ConfirmationTakenBack | Message::AccountTakenBack => {
            let call = if office.phone.is_some() {
                "mail-taken-back-call"
            } else {
                "mail-taken-back-come"
            };
            block.say(&say(locale, &format!("{id}.body"), &args));
            block.say(&say(locale, call, &args));
        }
        Message::StaffTest => block.say(&say(locale, &format!("{id}.body"), &args)),
    }
    block.say(&say(locale, "mail-signature", &args));
    block.say(&say(locale, "mail-automatic", &args));
    block
}

/// The code on a line of its own, between the sentences.
fn with_code(block: &mut Block, id: &str, code: &CodeDigits, args: &Args<'_>) {
    let words = say(block.locale(), &format!("{id}.before"), args);
    block.say(&words);
    block.push(Paragraph::Code(code.spoken()));
    let words = say(block.locale(), &format!("{id}.after"), args);
    block.say(&words);
}

/// What was done in the adult's name, and what to do if it was not them (domain.md §13).
fn notice(block: &mut Block, id: &str, office: &SchoolOffice, args: &Args<'_>) {
    for id in ["mail-greeting", &format!("{id}.body"), not_me(office)] {
        let words = say(block.locale(), id, args);
        block.say(&words);
    }
}

/// What to do if it was not them: by telephone, where the school gave one.
const fn not_me(office: &SchoolOffice) -> &'static str {
    if office.phone.is_some() {
        "mail-not-me"
    } else {
        "mail-not-me-no-phone"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORBIDDEN_CHILD: &str = "Olivia Anne TREMBLAY TREO71531501 1234567 2015-03-09";

    fn office(phone: Option<&str>) -> SchoolOffice {
        SchoolOffice {
            school: "École <des> Érables & Cie".to_owned(),
            phone: phone.map(str::to_owned),
        }
    }

    fn every_message() -> Vec<Message> {
        let adult = || "Nadia O’Brien".to_owned();
        vec![
            Message::VerificationCode {
                code: CodeDigits::from_number(48_213),
                minutes_valid: 15,
            },
            Message::AddressProof {
                code: CodeDigits::from_number(48_213),
                days_valid: 7,
            },
            Message::AccountCreated { adult: adult() },
            Message::ChildConfirmedInPerson {
                adult: adult(),
                child: FirstName::of(FORBIDDEN_CHILD),
            },
            Message::ChildConfirmedInPerson {
                adult: adult(),
                child: None,
            },
            Message::PasswordChanged { adult: adult() },
            Message::AddressChanged,
            Message::ConfirmationTakenBack,
            Message::AccountTakenBack,
            Message::AccountAddressChanged,
            Message::AccountClosed,
            Message::StaffTest,
        ]
    }

    /// What a reader sees of the page.
    fn without_tags(html: &str) -> String {
        let body = &html[html.find("<body").unwrap()..];
        let mut depth = 0;
        body.chars()
            .filter(|c| {
                depth += i32::from(*c == '<');
                let shown = depth == 0;
                depth -= i32::from(*c == '>');
                shown
            })
            .collect()
    }

    fn every_rendering() -> Vec<(String, Rendered)> {
        let mut renderings = Vec::new();
        for locale in Locale::all() {
            for phone in [None, Some("514 555-0199")] {
                for message in every_message() {
                    let mail = render(&message, &office(phone), locale);
                    renderings.push((
                        format!("{} in {locale}, phone {phone:?}", message.id()),
                        mail,
                    ));
                }
            }
        }
        renderings
    }

    #[test]
    fn every_kind_of_mail_has_its_message() {
        let kinds: Vec<_> = every_message().iter().map(Message::kind).collect();
        assert!(MailKind::ALL.iter().all(|kind| kinds.contains(kind)));
    }

    #[test]
    fn no_mail_holds_a_number_but_its_code_its_time_and_the_telephone() {
        for (title, mail) in every_rendering() {
            for part in [
                mail.subject.clone(),
                mail.text.clone(),
                without_tags(&mail.html),
            ] {
                let rest = part
                    .replace("048 213", "")
                    .replace("514 555-0199", "")
                    .replace("15", "")
                    .replace("7", "");
                assert!(!rest.chars().any(char::is_numeric), "{title}: {part}");
            }
        }
    }

    #[test]
    fn no_mail_says_more_of_a_child_than_a_first_name() {
        for (title, mail) in every_rendering() {
            for part in [&mail.subject, &mail.text, &mail.html] {
                for canary in FORBIDDEN_CHILD.split(' ').skip(1) {
                    assert!(!part.contains(canary), "{title}: {part}");
                }
            }
            assert!(!mail.subject.contains("Olivia"), "{title}");
        }
    }

    #[test]
    fn the_code_stands_in_its_own_mail_and_never_in_a_subject() {
        for (title, mail) in every_rendering() {
            assert!(!mail.subject.contains("048"), "{title}");
            let is_code = ["mail-verification-code", "mail-address-proof"]
                .iter()
                .any(|id| title.starts_with(id));
            assert_eq!(mail.text.contains("048 213"), is_code, "{title}");
            assert_eq!(mail.html.contains("048 213"), is_code, "{title}");
        }
    }

    #[test]
    fn every_mail_is_whole_in_every_language() {
        for (title, mail) in every_rendering() {
            for part in [&mail.subject, &mail.text, &mail.html] {
                // An id that stayed, or a variable without its value.
                assert!(
                    !part.contains("mail-") && !part.contains('{') && !part.contains('$'),
                    "{title}: {part}"
                );
            }
            assert!(
                !mail.subject.contains(['\u{2068}', '\u{2069}', '\n', '\r']),
                "{title}"
            );
        }
    }

    #[test]
    fn french_comes_first_and_the_other_language_below_it() {
        for locale in Locale::all() {
            let mail = render(&Message::StaffTest, &office(None), locale);
            let blocks: Vec<_> = mail
                .html
                .match_indices("<div lang=")
                .map(|(at, _)| &mail.html[at..])
                .collect();
            assert!(blocks[0].starts_with(r#"<div lang="fr-CA" dir="ltr""#));
            if locale == Locale::REFERENCE {
                assert_eq!(blocks.len(), 1);
            } else {
                let start = format!(
                    r#"<div lang="{locale}" dir="{}""#,
                    locale.direction().as_str()
                );
                assert_eq!(blocks.len(), 2);
                assert!(blocks[1].starts_with(&start), "{}", blocks[1]);
            }
        }
    }

    #[test]
    fn a_name_is_never_read_as_markup() {
        for (title, mail) in every_rendering() {
            assert!(!mail.html.contains("<des>"), "{title}");
            assert!(
                mail.html.contains("École &lt;des&gt; Érables &amp; Cie"),
                "{title}"
            );
            assert!(mail.text.contains("École <des> Érables & Cie"), "{title}");
        }
    }

    #[test]
    fn the_code_mail_reads_well() {
        let message = Message::VerificationCode {
            code: CodeDigits::from_number(48_213),
            minutes_valid: 15,
        };
        for tag in ["fr-CA", "en-CA", "ar"] {
            let office = SchoolOffice {
                school: "École des Érables".to_owned(),
                phone: None,
            };
            let mail = render(&message, &office, Locale::parse(tag).unwrap());
            insta::assert_snapshot!(
                format!("code_{tag}"),
                format!("{}\n\n{}\n\n{}", mail.subject, mail.text, mail.html)
            );
        }
    }
}
