//! The slip that a family leaves with: a short number and where help is, no personal data. A reprint is a copy
//! (domain.md §13).

use chrono::NaiveDate;
use store::{Act, Detail, Entry, Subject};
use text::{Args, Direction, Locale, say};

use crate::Desk;
use crate::contract::{Failure, PrintSlip, Slip, SlipWords};
use crate::failure::Outcome;
use crate::permission::Act as Permission;

impl Desk {
    /// What the slip of a visit says. Showing it is an entry of the journal; from the second time on it is a copy.
    pub(crate) async fn print_slip(&self, request: PrintSlip) -> Outcome<Slip> {
        let open = self.staffed(Permission::RunVisit).await?;
        let visit = open
            .store
            .visit_numbered(open.desk.id, request.number)
            .await?
            .ok_or(Failure::NotFound)?;
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        let is_copy = !write.print_slip(visit.id).await?;
        let entry = Entry::new(Act::SlipPrinted, Subject::Visit(visit.id));
        let entry = if is_copy {
            entry.with(Detail::Copy)
        } else {
            entry
        };
        write.commit(entry).await?;
        let day = self.environment().day_of(visit.started_at);
        let own = Locale::parse(&visit.language).filter(|locale| *locale != Locale::REFERENCE);
        let locales = std::iter::once(Locale::REFERENCE).chain(own);
        let settings = self.school_settings(&open).await?;
        Ok(Slip {
            number: visit.number,
            is_copy,
            school_name: settings.school_name,
            portal_address: settings.portal_address,
            support_phone: settings.support_phone,
            words: locales.map(|locale| words(locale, day)).collect(),
        })
    }
}

fn words(locale: Locale, day: NaiveDate) -> SlipWords {
    let say = |id: &str| say(locale, id, &Args::new());
    SlipWords {
        locale: locale.as_str().to_owned(),
        right_to_left: locale.direction() == Direction::RightToLeft,
        title: say("parent-slip"),
        day: text::date(locale, day),
        number: say("parent-slip.number"),
        keep: say("parent-slip.keep"),
        portal: say("parent-summary-portal"),
        phone: say("parent-summary-phone"),
        copy: say("parent-slip.copy"),
    }
}
