//! Notices to parents (domain.md §1): written by an administrator, on the welcome screen between two days, in each of the
//! parent's languages. What one may never hold is `domain`'s.

use domain::{NoticeId, holds_a_number};
use store::{Act, Entry, NoticeRow, NoticeText, Subject};
use text::{Args, Direction, Locale, say_plain};

use crate::Desk;
use crate::contract::{
    Failure, Nothing, NoticeLine, NoticeShown, NoticeTemplate, NoticeWords, RemoveNotice,
    SaveNotice,
};
use crate::failure::Outcome;
use crate::house::Open;
use crate::permission::Act as Permission;

/// Longer ones are not read at a counter.
const LONGEST: usize = 2_000;

impl Desk {
    /// Those that are shown today or later.
    pub(crate) async fn list_notices(&self, (): Nothing) -> Outcome<Vec<NoticeLine>> {
        let open = self.staffed(Permission::WriteNotices).await?;
        let today = self.environment().day_of(self.environment().now());
        let notices = open.store.notices_until(today).await?;
        let lines = notices.into_iter().map(|(row, texts)| NoticeLine {
            id: row.id.0,
            first_day: row.first_day,
            last_day: row.last_day,
            is_shown: row.first_day <= today,
            texts: texts.into_iter().map(words).collect(),
        });
        Ok(lines.collect())
    }

    /// The go-live message in each language, to be adapted.
    pub(crate) async fn notice_template(&self, (): Nothing) -> Outcome<Vec<NoticeTemplate>> {
        self.staffed(Permission::WriteNotices).await?;
        let each = Locale::parent_locales().map(|locale| NoticeTemplate {
            language: locale.as_str().to_owned(),
            name: locale.native_name(),
            right_to_left: locale.direction() == Direction::RightToLeft,
            text: say_plain(locale, "parent-notice-template", &Args::new()),
        });
        Ok(each.collect())
    }

    pub(crate) async fn save_notice(&self, request: SaveNotice) -> Outcome<Nothing> {
        let open = self.staffed(Permission::WriteNotices).await?;
        let texts = readable(&request)?;
        let id = match request.notice_id {
            Some(id) => NoticeId(id),
            None => NoticeId(self.environment().id()),
        };
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        let days = (request.first_day, request.last_day);
        write.put_notice(id, days, open.staff, &texts).await?;
        write
            .commit(Entry::new(Act::NoticeWritten, Subject::None))
            .await?;
        self.changed();
        Ok(())
    }

    pub(crate) async fn remove_notice(&self, request: RemoveNotice) -> Outcome<Nothing> {
        let open = self.staffed(Permission::WriteNotices).await?;
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        if !write.remove_notice(NoticeId(request.notice_id)).await? {
            return Err(Failure::NotFound.into());
        }
        write
            .commit(Entry::new(Act::NoticeRemoved, Subject::None))
            .await?;
        self.changed();
        Ok(())
    }

    /// What stands on the welcome screen today: each notice in every language of the parents.
    pub(crate) async fn notices_shown(&self, open: &Open) -> Outcome<Vec<Vec<NoticeShown>>> {
        let today = self.environment().day_of(self.environment().now());
        let notices = open.store.notices_until(today).await?;
        let shown = notices
            .into_iter()
            .filter(|(row, _): &(NoticeRow, _)| row.first_day <= today);
        Ok(shown.map(|(_, texts)| in_each_language(&texts)).collect())
    }
}

/// French where a language has no words of its own, and marked as French.
fn in_each_language(texts: &[NoticeText]) -> Vec<NoticeShown> {
    let of = |locale: Locale| texts.iter().find(|text| text.language == locale.as_str());
    let each = Locale::parent_locales().filter_map(|locale| {
        let (spoken, text) = match of(locale) {
            Some(own) => (locale, own),
            None => (Locale::REFERENCE, of(Locale::REFERENCE)?),
        };
        Some(NoticeShown {
            locale: locale.as_str().to_owned(),
            name: locale.native_name(),
            text_locale: spoken.as_str().to_owned(),
            right_to_left: spoken.direction() == Direction::RightToLeft,
            text: text.text.clone(),
        })
    });
    each.collect()
}

/// The texts that were given, French among them, and nothing in them that reads as a child's number.
fn readable(request: &SaveNotice) -> Result<Vec<(&str, &str)>, Failure> {
    let invalid = |field: &str| Failure::Invalid {
        field: field.to_owned(),
    };
    if request.first_day > request.last_day {
        return Err(invalid("last_day"));
    }
    let mut texts = Vec::new();
    for words in &request.texts {
        let (language, text) = (words.language.as_str(), words.text.trim());
        if text.is_empty() {
            continue;
        }
        let locale = Locale::parse(language)
            .filter(|locale| Locale::parent_locales().any(|known| known == *locale));
        if locale.is_none() || text.chars().count() > LONGEST {
            return Err(invalid(language));
        }
        if texts.iter().any(|(known, _)| *known == language) {
            return Err(invalid("texts"));
        }
        if holds_a_number(text) {
            return Err(Failure::HoldsANumber {
                language: language.to_owned(),
            });
        }
        texts.push((language, text));
    }
    if texts
        .iter()
        .any(|(language, _)| *language == Locale::REFERENCE.as_str())
    {
        Ok(texts)
    } else {
        Err(invalid(Locale::REFERENCE.as_str()))
    }
}

fn words(text: NoticeText) -> NoticeWords {
    NoticeWords {
        language: text.language,
        text: text.text,
    }
}
