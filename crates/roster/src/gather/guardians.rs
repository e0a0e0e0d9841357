//! Which adults of one file are one person, and their links to students.

use std::collections::HashMap;

use domain::{Access, Relationship};

use super::{Gathering, disagree};
use crate::keys::{guardian_name, phone_key};
use crate::records::{GuardianRecord, GuardianshipRecord, Tie};
use crate::report::NoteKind;

/// The keys of the adults met so far, each with the adult's place in the list.
#[derive(Default)]
pub(super) struct GuardianKeys {
    by_source_id: HashMap<String, usize>,
    /// By folded address and name.
    by_email: HashMap<(String, String), usize>,
    /// By telephone and name.
    by_phone: HashMap<(String, String), usize>,
    first_with_email: HashMap<String, usize>,
}

impl Gathering {
    /// Ties an adult to a student; an adult met before is found again.
    pub(crate) fn add_guardian(&mut self, student: usize, record: GuardianRecord, tie: Tie) {
        let line = record.line;
        let name = guardian_name(&record.details, tie.relationship);
        let guardian = match self.same_guardian(student, &record, &name) {
            Some(place) => {
                self.complete_guardian(place, record, name);
                place
            }
            None => self.push_guardian(record, name),
        };
        let Some(links) = self.links.get_mut(student) else {
            return;
        };
        let guardianships = &mut self.registry.guardianships;
        for &place in links.iter() {
            if let Some(known) = guardianships
                .get_mut(place)
                .filter(|known| known.guardian == guardian)
            {
                if known.tie.relationship == Relationship::Unknown {
                    known.tie.relationship = tie.relationship;
                }
                known.tie.priority = known.tie.priority.or(tie.priority);
                if known.tie.access == Access::Unknown || tie.access == Access::Restricted {
                    known.tie.access = tie.access;
                }
                return;
            }
        }
        links.push(guardianships.len());
        guardianships.push(GuardianshipRecord {
            line,
            student,
            guardian,
            tie,
        });
    }

    /// One adult: the source's id; the same address and name; the same telephone and name; the same name on one child.
    fn same_guardian(
        &mut self,
        student: usize,
        record: &GuardianRecord,
        name: &str,
    ) -> Option<usize> {
        if let Some(place) = record
            .source_id
            .as_ref()
            .and_then(|id| self.guardian_keys.by_source_id.get(id))
        {
            return Some(*place);
        }
        let details = &record.details;
        if let Some(email) = &details.email
            && let Some(place) = self
                .guardian_keys
                .by_email
                .get(&(email.folded().to_owned(), name.to_owned()))
        {
            return Some(*place);
        }
        if !details.is_named() {
            return None;
        }
        let by_phone = details
            .phone
            .as_deref()
            .and_then(phone_key)
            .and_then(|phone| self.guardian_keys.by_phone.get(&(phone, name.to_owned())))
            .copied();
        let on_this_child = || {
            self.links.get(student)?.iter().find_map(|&link| {
                let place = self.registry.guardianships.get(link)?.guardian;
                let other = self.registry.guardians.get(place)?;
                (other.details.names().as_deref() == Some(name)).then_some(place)
            })
        };
        let place = by_phone.or_else(on_this_child)?;
        let other = self.registry.guardians.get(place)?;
        if disagree(details.email.as_ref(), other.details.email.as_ref()) {
            let other_line = other.line;
            self.note(NoteKind::TwoAddresses, Some(record.line), Some(other_line));
            return None;
        }
        Some(place)
    }

    fn push_guardian(&mut self, record: GuardianRecord, name: String) -> usize {
        let place = self.registry.guardians.len();
        self.index_guardian(place, &record, name);
        if let Some(email) = &record.details.email {
            let first = *self
                .guardian_keys
                .first_with_email
                .entry(email.folded().to_owned())
                .or_insert(place);
            if let Some(other) = self.registry.guardians.get(first).map(|other| other.line) {
                self.note(NoteKind::SharedAddress, Some(record.line), Some(other));
            }
        }
        self.registry.guardians.push(record);
        place
    }

    fn index_guardian(&mut self, place: usize, record: &GuardianRecord, name: String) {
        let details = &record.details;
        if let Some(email) = &details.email {
            self.guardian_keys
                .by_email
                .entry((email.folded().to_owned(), name.clone()))
                .or_insert(place);
        }
        if let Some(phone) = details.phone.as_deref().and_then(phone_key) {
            self.guardian_keys
                .by_phone
                .entry((phone, name))
                .or_insert(place);
        }
        if let Some(id) = &record.source_id {
            self.guardian_keys.by_source_id.insert(id.clone(), place);
        }
    }

    fn complete_guardian(&mut self, place: usize, record: GuardianRecord, name: String) {
        self.index_guardian(place, &record, name);
        let Some(guardian) = self.registry.guardians.get_mut(place) else {
            return;
        };
        let (known, said) = (&mut guardian.details, record.details);
        known.email = known.email.take().or(said.email);
        known.phone = known.phone.take().or(said.phone);
        known.language = known.language.take().or(said.language);
    }
}
