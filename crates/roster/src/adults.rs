//! The adults of a format that has a row for each, by the source's id. Whose adults they are does not belong here.

use std::collections::HashMap;

use crate::cells::{self, clean};
use crate::gather::Gathering;
use crate::records::{GuardianDetails, GuardianRecord};
use crate::report::{Field, LeftOut, Reason};

/// One adult as a row has it.
pub(crate) struct AdultRow<'a> {
    pub(crate) file: &'static str,
    pub(crate) line: u64,
    /// By which the other tables name the adult.
    pub(crate) key: &'a str,
    /// The source's own id, when it is another than the key.
    pub(crate) source_id: &'a str,
    pub(crate) last_names: &'a str,
    pub(crate) first_names: &'a str,
    pub(crate) email: &'a str,
    /// The first that says something is kept.
    pub(crate) phones: [&'a str; 2],
}

/// The adults met so far.
#[derive(Default)]
pub(crate) struct Adults(HashMap<String, GuardianRecord>);

impl Adults {
    pub(crate) fn get(&self, key: &str) -> Option<&GuardianRecord> {
        self.0.get(key)
    }

    /// Takes an adult in; a row that says another name under the same key is reported and left out.
    pub(crate) fn add(&mut self, row: &AdultRow<'_>, gathering: &mut Gathering) {
        let file = row.file.into();
        let leave_out = |gathering: &mut Gathering, name: &str, reason| {
            let bad = (Field::GuardianName, name);
            gathering.leave_out(&file, row.line, bad, reason, LeftOut::Guardian);
        };
        for name in [row.last_names, row.first_names] {
            if let Err(reason) = cells::check_characters(name) {
                leave_out(gathering, name, reason);
                return;
            }
        }
        let (last_names, first_names) = (clean(row.last_names), clean(row.first_names));
        let details = GuardianDetails {
            last_names,
            first_names,
            ..GuardianDetails::default()
        };
        if let Some(earlier) = self.0.get(row.key) {
            if earlier.details.names() != details.names() {
                leave_out(gathering, row.last_names, Reason::ConflictingRepeat);
            }
            return;
        }
        let bad = (Field::GuardianEmail, row.email);
        let email = gathering.value(&row.file.into(), row.line, bad, cells::email(row.email));
        let phone = row
            .phones
            .into_iter()
            .find(|phone| !phone.is_empty())
            .filter(|phone| cells::check_characters(phone).is_ok());
        let record = GuardianRecord {
            line: row.line,
            details: GuardianDetails {
                email,
                phone: phone.map(clean),
                ..details
            },
            source_id: (!row.source_id.is_empty()).then(|| row.source_id.to_owned()),
        };
        self.0.insert(row.key.to_owned(), record);
    }
}
