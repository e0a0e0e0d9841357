//! Which adult of the registry a record is about, and what becomes of the links. Students are in `students`.

use std::collections::HashMap;
use std::sync::Arc;

use domain::{Access, GuardianId, Relationship};

use super::students::Matched;
use super::{
    Changes, ExistingGuardian, ExistingStudent, FieldChange, GuardianPlan, GuardianshipPlan,
    StudentPlan,
};
use crate::gather::disagree;
use crate::keys::{guardian_name, phone_key};
use crate::records::{GuardianDetails, GuardianRecord, GuardianshipRecord, Registry, Tie};
use crate::report::{Field, Note, NoteKind};

/// The adults' part of a plan.
pub(super) struct Tied {
    pub(super) guardians: Vec<GuardianPlan>,
    pub(super) guardianships: Vec<GuardianshipPlan>,
    pub(super) notes: Vec<Note>,
}

struct Search<'a> {
    by_id: HashMap<GuardianId, &'a ExistingGuardian>,
    by_source_id: HashMap<&'a str, GuardianId>,
    by_email: HashMap<&'a str, Vec<&'a ExistingGuardian>>,
    by_phone: HashMap<String, Vec<&'a ExistingGuardian>>,
    /// Existing adults already found, and by which record.
    claimed: HashMap<GuardianId, usize>,
}

pub(super) fn compare(
    registry: &Registry,
    existing: &[ExistingStudent],
    matched: &Matched,
) -> Tied {
    let student_of =
        |link: &GuardianshipRecord| existing.get((*matched.existing.get(link.student)?)?);
    let links = links(registry, matched);
    let mut search = Search::over(registry, existing);
    let found = search.find(registry, &links, student_of);
    let guardians = registry.guardians.iter().zip(&links).zip(&found);
    let guardians = guardians
        .map(|((record, links), found)| {
            let known = found.and_then(|id| search.by_id.get(&id));
            match known {
                _ if links.is_empty() => GuardianPlan::LeftOut,
                Some(known) => plan(known, &record.details),
                None => GuardianPlan::New,
            }
        })
        .collect();
    let mut notes = Vec::new();
    let mut note = |kind, line| {
        let file = Arc::clone(&registry.file);
        let line = Some(line);
        notes.push(Note {
            kind,
            file,
            line,
            other_line: None,
        });
    };
    let mut guardianship = |link: &GuardianshipRecord| {
        if matched.plans.get(link.student) == Some(&StudentPlan::LeftOut) {
            return GuardianshipPlan::LeftOut;
        }
        let on_file = student_of(link).map_or(&[][..], |student| &student.guardians);
        let id = found.get(link.guardian).copied().flatten();
        if let Some(known) = on_file.iter().find(|known| Some(known.id) == id) {
            return retie(known, link, &mut note);
        }
        let record = registry.guardians.get(link.guardian);
        GuardianshipPlan::New(tie(
            link,
            record.map(|record| &record.details),
            on_file,
            &mut note,
        ))
    };
    let guardianships = registry
        .guardianships
        .iter()
        .map(&mut guardianship)
        .collect();
    Tied {
        guardians,
        guardianships,
        notes,
    }
}

/// For each adult the links that are not left out.
fn links<'a>(registry: &'a Registry, matched: &Matched) -> Vec<Vec<&'a GuardianshipRecord>> {
    let mut links = vec![Vec::new(); registry.guardians.len()];
    for link in &registry.guardianships {
        let plan = matched.plans.get(link.student);
        let usable = plan.is_some_and(|plan| *plan != StudentPlan::LeftOut);
        if let Some(links) = links.get_mut(link.guardian).filter(|_| usable) {
            links.push(link);
        }
    }
    links
}

impl<'a> Search<'a> {
    fn over(registry: &Registry, existing: &'a [ExistingStudent]) -> Self {
        let mut search = Self {
            by_id: HashMap::new(),
            by_source_id: HashMap::new(),
            by_email: HashMap::new(),
            by_phone: HashMap::new(),
            claimed: HashMap::new(),
        };
        for guardian in existing.iter().flat_map(|student| &student.guardians) {
            if search.by_id.insert(guardian.id, guardian).is_some() {
                continue;
            }
            if let Some(id) = guardian
                .source_id
                .as_deref()
                .filter(|_| guardian.source == Some(registry.format))
            {
                search.by_source_id.insert(id, guardian.id);
            }
            if let Some(phone) = guardian.details.phone.as_deref().and_then(phone_key) {
                search.by_phone.entry(phone).or_default().push(guardian);
            }
            if let Some(email) = &guardian.details.email {
                search
                    .by_email
                    .entry(email.folded())
                    .or_default()
                    .push(guardian);
            }
        }
        search
    }

    /// The existing adult of each record. Keys first, so that a namesake takes nobody's place.
    fn find(
        &mut self,
        registry: &Registry,
        links: &[Vec<&GuardianshipRecord>],
        student_of: impl Fn(&GuardianshipRecord) -> Option<&'a ExistingStudent>,
    ) -> Vec<Option<GuardianId>> {
        let mut found: Vec<Option<GuardianId>> = Vec::with_capacity(registry.guardians.len());
        for (place, (record, links)) in registry.guardians.iter().zip(links).enumerate() {
            let id = links
                .first()
                .and_then(|link| self.by_key(record, link.tie.relationship));
            found.push(id.filter(|id| self.claim(*id, place)));
        }
        for (place, (record, links)) in registry.guardians.iter().zip(links).enumerate() {
            if let Some(found) = found.get_mut(place).filter(|found| found.is_none()) {
                let students = links.iter().filter_map(|link| student_of(link));
                let id = self.by_name(record, students.flat_map(|student| &student.guardians));
                *found = id.filter(|id| self.claim(*id, place));
            }
        }
        found
    }

    /// By the source's id; by address and name; by telephone and name when no address contradicts.
    fn by_key(&self, record: &GuardianRecord, relationship: Relationship) -> Option<GuardianId> {
        if let Some(id) = record
            .source_id
            .as_deref()
            .and_then(|id| self.by_source_id.get(id))
        {
            return Some(*id);
        }
        let details = &record.details;
        let with_email = details
            .email
            .as_ref()
            .and_then(|email| self.by_email.get(email.folded()));
        if let Some(known) = with_email.and_then(|all| namesake(all, details, relationship)) {
            return Some(known.id);
        }
        if !details.is_named() {
            return None;
        }
        let phone = details.phone.as_deref().and_then(phone_key)?;
        let known = namesake(self.by_phone.get(&phone)?, details, relationship)?;
        (!disagree(details.email.as_ref(), known.details.email.as_ref())).then_some(known.id)
    }

    /// On the file of one of their own children: the only adult of that name (whose address may have changed), or
    /// of that address when one of the two mentions has no name.
    fn by_name(
        &self,
        record: &GuardianRecord,
        on_file: impl Iterator<Item = &'a ExistingGuardian>,
    ) -> Option<GuardianId> {
        let names = record.details.names();
        let mut fitting: Vec<GuardianId> = on_file
            .filter(|known| !self.claimed.contains_key(&known.id))
            .filter(|known| match (&names, known.details.names()) {
                (Some(said), Some(known)) => *said == known,
                _ => record.details.email.is_some() && record.details.email == known.details.email,
            })
            .map(|known| known.id)
            .collect();
        fitting.sort_unstable();
        fitting.dedup();
        match fitting.as_slice() {
            [id] => Some(*id),
            _ => None,
        }
    }

    /// One existing adult is one record of the file, the first that names them.
    fn claim(&mut self, id: GuardianId, place: usize) -> bool {
        *self.claimed.entry(id).or_insert(place) == place
    }
}

/// The one of the same name. Those who are spelt alike first: folding costs more than all the rest.
fn namesake<'a>(
    all: &[&'a ExistingGuardian],
    said: &GuardianDetails,
    relationship: Relationship,
) -> Option<&'a ExistingGuardian> {
    let alike = |known: &&&ExistingGuardian| {
        let known = &known.details;
        said.is_named()
            && (&known.last_names, &known.first_names) == (&said.last_names, &said.first_names)
    };
    let spelt_alike = all.iter().find(alike);
    let found = spelt_alike.or_else(|| {
        let name = guardian_name(said, relationship);
        all.iter()
            .find(|known| guardian_name(&known.details, known.relationship) == name)
    });
    found.copied()
}

fn plan(known: &ExistingGuardian, said: &GuardianDetails) -> GuardianPlan {
    let old = &known.details;
    let named = said.names().is_some();
    let new = GuardianDetails {
        last_names: if named {
            &said.last_names
        } else {
            &old.last_names
        }
        .clone(),
        first_names: if named {
            &said.first_names
        } else {
            &old.first_names
        }
        .clone(),
        email: said.email.clone().or_else(|| old.email.clone()),
        phone: newer_phone(old.phone.as_deref(), said.phone.as_deref()),
        language: said.language.clone().or_else(|| old.language.clone()),
    };
    let mut changes = Changes::default();
    let text = |text: &String| Some(text.clone());
    changes.note(Field::GuardianName, &old.last_names, &new.last_names, text);
    changes.note(
        Field::GuardianName,
        &old.first_names,
        &new.first_names,
        text,
    );
    changes.note(Field::GuardianEmail, &old.email, &new.email, |email| {
        email.as_ref().map(|email| email.as_str().to_owned())
    });
    changes.note(Field::GuardianPhone, &old.phone, &new.phone, Clone::clone);
    changes.note(Field::Language, &old.language, &new.language, Clone::clone);
    let id = known.id;
    if changes.0.is_empty() {
        GuardianPlan::Unchanged { id }
    } else {
        GuardianPlan::Changed {
            id,
            details: new,
            changes: changes.0,
        }
    }
}

/// The same digits written otherwise are no change.
fn newer_phone(old: Option<&str>, said: Option<&str>) -> Option<String> {
    let (Some(known), Some(new)) = (old, said) else {
        return said.or(old).map(str::to_owned);
    };
    let same = phone_key(known).is_some() && phone_key(known) == phone_key(new);
    Some(if same { known } else { new }.to_owned())
}

/// A link that is there already: what the file does not say stays, and a restriction stays whatever it says.
fn retie(
    known: &ExistingGuardian,
    said: &GuardianshipRecord,
    note: &mut impl FnMut(NoteKind, u64),
) -> GuardianshipPlan {
    let access = match (known.access, said.tie.access) {
        (Access::Restricted, Access::Allowed) => {
            note(NoteKind::RestrictionKept, said.line);
            Access::Restricted
        }
        (Access::Restricted, _) => Access::Restricted,
        (known, Access::Unknown) => known,
        (_, said) => said,
    };
    let relationship = if said.tie.relationship == Relationship::Unknown {
        known.relationship
    } else {
        said.tie.relationship
    };
    let tie = Tie {
        relationship,
        priority: said.tie.priority.or(known.priority),
        access,
    };
    let mut changes = Changes::default();
    changes.note(
        Field::Relationship,
        &known.relationship,
        &tie.relationship,
        |word| Some(word.to_string()),
    );
    changes.note(
        Field::Priority,
        &known.priority,
        &tie.priority,
        |priority| priority.map(|priority| priority.to_string()),
    );
    changes.note(Field::Access, &known.access, &tie.access, |word| {
        Some(word.to_string())
    });
    let changes: Vec<FieldChange> = changes.0;
    if changes.is_empty() {
        GuardianshipPlan::Unchanged
    } else {
        GuardianshipPlan::Changed { tie, changes }
    }
}

/// A new link. An adult with the name or the address of one who is restricted for this child is restricted too:
/// a slip in an export must not open what a court has closed.
fn tie(
    said: &GuardianshipRecord,
    details: Option<&GuardianDetails>,
    on_file: &[ExistingGuardian],
    note: &mut impl FnMut(NoteKind, u64),
) -> Tie {
    let resembles = |known: &ExistingGuardian| {
        details.is_some_and(|said| {
            let same_name = said.names().is_some() && said.names() == known.details.names();
            same_name || (said.email.is_some() && said.email == known.details.email)
        })
    };
    let mut access = said.tie.access;
    if access != Access::Restricted
        && on_file
            .iter()
            .any(|known| known.access == Access::Restricted && resembles(known))
    {
        note(NoteKind::RestrictionExtended, said.line);
        access = Access::Restricted;
    }
    Tie { access, ..said.tie }
}
