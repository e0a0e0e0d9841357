//! Which adult of the registry a record is about, and what becomes of the links. Students are in `students`.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use domain::{Access, GuardianId, Relationship, StudentId};

use super::aliases::known_as;
use super::corrections::{CorrectionTold, as_the_source_says, correct_guardian, correct_tie};
use super::questions::{Question, QuestionKind};
use super::so_far::Settled;
use super::students::Matched;
use super::{
    Changes, Existing, ExistingGuardian, ExistingStudent, FieldChange, GuardianPlan,
    GuardianshipPlan, SoFar, StudentPlan,
};
use crate::gather::disagree;
use crate::keys::{guardian_name, phone_key};
use crate::records::{GuardianDetails, GuardianRecord, GuardianshipRecord, Registry, Tie};
use crate::report::{Field, Note, NoteKind};

/// The adults' part of a plan.
pub(super) struct Tied {
    pub(super) guardians: Vec<GuardianPlan>,
    pub(super) guardianships: Vec<GuardianshipPlan>,
    pub(super) unsaid: Vec<(StudentId, GuardianId)>,
    pub(super) said_again: Vec<(StudentId, GuardianId)>,
    pub(super) notes: Vec<Note>,
    pub(super) questions: Vec<Question>,
    pub(super) corrections: Vec<CorrectionTold>,
}

struct Search<'a> {
    registry: &'a Registry,
    so_far: &'a SoFar,
    by_id: HashMap<GuardianId, &'a ExistingGuardian>,
    by_source_id: HashMap<&'a str, GuardianId>,
    by_email: HashMap<String, Vec<&'a ExistingGuardian>>,
    by_phone: HashMap<String, Vec<&'a ExistingGuardian>>,
    /// Existing adults already found, and the number of the one in the file who is them.
    claimed: HashMap<GuardianId, usize>,
    /// The places of records that are an alias of an existing adult.
    aliases: HashSet<usize>,
    notes: Vec<Note>,
    questions: Vec<Question>,
    corrections: Vec<CorrectionTold>,
}

pub(super) fn compare(
    registry: &Registry,
    existing: &Existing,
    so_far: &SoFar,
    matched: &Matched,
) -> Tied {
    let student_of = |link: &GuardianshipRecord| {
        existing
            .students
            .get((*matched.existing.get(link.student)?)?)
    };
    let links = links(registry, matched);
    let mut search = Search::over(registry, existing, so_far);
    let found = search.find(&links, student_of);
    let guardians = (0..registry.guardians.len())
        .map(|place| search.guardian(place, &links, &found))
        .collect();
    let guardianships = registry
        .guardianships
        .iter()
        .map(|link| match matched.plans.get(link.student) {
            Some(StudentPlan::LeftOut) => GuardianshipPlan::LeftOut,
            _ => search.guardianship(link, student_of(link), &found),
        })
        .collect();
    let (unsaid, said_again) = said(registry, existing, matched, &found);
    Tied {
        guardians,
        guardianships,
        unsaid,
        said_again,
        notes: search.notes,
        questions: search.questions,
        corrections: search.corrections,
    }
}

type Links = Vec<(StudentId, GuardianId)>;

/// The links of the students met that the source made and does not say any more, and those that it says again.
fn said(
    registry: &Registry,
    existing: &Existing,
    matched: &Matched,
    found: &[Option<GuardianId>],
) -> (Links, Links) {
    let mut named: HashMap<usize, Vec<GuardianId>> = HashMap::new();
    for link in &registry.guardianships {
        let student = matched.existing.get(link.student).copied().flatten();
        if let (Some(student), Some(Some(id))) = (student, found.get(link.guardian)) {
            named.entry(student).or_default().push(*id);
        }
    }
    let (mut unsaid, mut said_again) = (Vec::new(), Vec::new());
    for place in matched.existing.iter().flatten() {
        let Some(student) = existing.students.get(*place) else {
            continue;
        };
        let named = named.get(place).map(Vec::as_slice).unwrap_or_default();
        for known in &student.guardians {
            let is_named = named.contains(&known.id);
            if known.is_said && !is_named && known.source == Some(registry.format) {
                unsaid.push((student.id, known.id));
            } else if is_named && !known.is_said {
                said_again.push((student.id, known.id));
            }
        }
    }
    (unsaid, said_again)
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
    fn over(registry: &'a Registry, existing: &'a Existing, so_far: &'a SoFar) -> Self {
        let mut search = Self {
            registry,
            so_far,
            by_id: HashMap::new(),
            by_source_id: HashMap::new(),
            by_email: HashMap::new(),
            by_phone: HashMap::new(),
            claimed: HashMap::new(),
            aliases: HashSet::new(),
            notes: Vec::new(),
            questions: Vec::new(),
            corrections: Vec::new(),
        };
        let on_file = existing
            .students
            .iter()
            .flat_map(|student| &student.guardians);
        for guardian in on_file.chain(&existing.elsewhere) {
            if search.by_id.insert(guardian.id, guardian).is_some() {
                continue;
            }
            if let Some(number) = so_far.claimed.get(&guardian.id) {
                search.claimed.insert(guardian.id, *number);
            }
            if let Some(id) = guardian
                .source_id
                .as_deref()
                .filter(|_| guardian.source == Some(registry.format))
            {
                search.by_source_id.insert(id, guardian.id);
            }
            search.index(guardian, &guardian.details);
            if let Some(details) = as_the_source_says(guardian) {
                search.index(guardian, &details);
            }
        }
        search
    }

    fn index(&mut self, guardian: &'a ExistingGuardian, details: &GuardianDetails) {
        if let Some(phone) = details.phone.as_deref().and_then(phone_key) {
            self.by_phone.entry(phone).or_default().push(guardian);
        }
        if let Some(email) = &details.email {
            self.by_email
                .entry(email.folded().to_owned())
                .or_default()
                .push(guardian);
        }
    }

    fn number(&self, place: usize) -> usize {
        self.registry.adults.get(place).copied().unwrap_or(place)
    }

    fn settled(&self, place: usize) -> Option<Settled> {
        self.so_far.settled(self.number(place))
    }

    /// The existing adult of each record. Aliases first, which take nobody's place; then keys, so that a namesake takes
    /// nobody's either.
    fn find(
        &mut self,
        links: &[Vec<&GuardianshipRecord>],
        student_of: impl Fn(&GuardianshipRecord) -> Option<&'a ExistingStudent>,
    ) -> Vec<Option<GuardianId>> {
        let records = self.registry.guardians.iter().zip(links);
        let mut found: Vec<Option<GuardianId>> = Vec::with_capacity(links.len());
        for (place, (record, links)) in records.clone().enumerate() {
            let relationship = links.first().map(|link| link.tie.relationship);
            let relationship = relationship.unwrap_or(Relationship::Unknown);
            let students = links.iter().filter_map(|link| student_of(link));
            let on_file = students.flat_map(|student| &student.guardians);
            if let Some(id) = known_as(record, relationship, self.registry.format, on_file) {
                self.aliases.insert(place);
                found.push(Some(id));
                continue;
            }
            if let Some(settled) = self.settled(place) {
                found.push(Some(settled.id));
                continue;
            }
            if links.is_empty() {
                found.push(None);
                continue;
            }
            let id = self.by_key(record, relationship);
            found.push(id.filter(|id| self.claim(*id, place)));
        }
        for (place, (record, links)) in records.clone().enumerate() {
            if let Some(found) = found.get_mut(place).filter(|found| found.is_none()) {
                let students = links.iter().filter_map(|link| student_of(link));
                let id = self.by_name(record, students.flat_map(|student| &student.guardians));
                *found = id.filter(|id| self.claim(*id, place));
            }
        }
        for (place, (record, links)) in records.enumerate() {
            if let Some(found) = found.get_mut(place).filter(|found| found.is_none())
                && !links.is_empty()
            {
                let id = self.ask(place, record);
                *found = id.filter(|id| self.claim(*id, place));
            }
        }
        found
    }

    /// The one adult of this address whom the file does not name, and who has another name, may be the same.
    fn ask(&mut self, place: usize, record: &GuardianRecord) -> Option<GuardianId> {
        let email = record.details.email.as_ref()?;
        let all = self.by_email.get(email.folded())?;
        let is_free = |known: &&&ExistingGuardian| {
            let name = guardian_name(&known.details, known.relationship);
            !self.claimed.contains_key(&known.id) && !self.so_far.named.has_guardian(email, &name)
        };
        let mut free = all.iter().filter(is_free);
        let (known, None) = (free.next()?, free.next()) else {
            return None;
        };
        let question = Question {
            kind: QuestionKind::Guardian,
            record: place,
            line: record.line,
            existing: known.id.0,
        };
        let id = known.id;
        self.questions.push(question);
        match self.so_far.answers.get(&question.id()) {
            Some(true) => Some(id),
            Some(false) => None,
            None => {
                self.note(NoteKind::Unanswered, record.line);
                None
            }
        }
    }

    fn guardian(
        &mut self,
        place: usize,
        links: &[Vec<&GuardianshipRecord>],
        found: &[Option<GuardianId>],
    ) -> GuardianPlan {
        let (Some(record), Some(links)) = (self.registry.guardians.get(place), links.get(place))
        else {
            return GuardianPlan::LeftOut;
        };
        if links.is_empty() {
            return GuardianPlan::LeftOut;
        }
        let id = found.get(place).copied().flatten();
        if let Some(id) = id.filter(|_| self.aliases.contains(&place)) {
            return GuardianPlan::Again {
                id,
                fills: None,
                changes: false,
            };
        }
        if let Some(settled) = self.settled(place) {
            return again(settled, &record.details);
        }
        let Some(known) = id.and_then(|id| self.by_id.get(&id)) else {
            return GuardianPlan::New;
        };
        if known.corrections.is_empty() {
            return plan(known, &record.details);
        }
        let mut said = record.details.clone();
        let told = self.corrections.len();
        correct_guardian(known, &mut said, &mut self.corrections);
        let plan = plan(known, &said);
        self.tell_corrections(told, record.line);
        plan
    }

    fn guardianship(
        &mut self,
        link: &GuardianshipRecord,
        student: Option<&'a ExistingStudent>,
        found: &[Option<GuardianId>],
    ) -> GuardianshipPlan {
        let on_file = student.map_or(&[][..], |student| &student.guardians);
        let id = found.get(link.guardian).copied().flatten();
        let known = on_file.iter().find(|known| Some(known.id) == id);
        let (Some(known), Some(student)) = (known, student) else {
            let record = self.registry.guardians.get(link.guardian);
            let details = record.map(|record| &record.details);
            return GuardianshipPlan::New(self.tie(link, details, on_file));
        };
        let mut said = link.clone();
        if self.aliases.contains(&link.guardian) {
            // What the adult is to the child was said when the two were made one.
            (said.tie.relationship, said.tie.priority) = (Relationship::Unknown, None);
            return self.retie(known, &said);
        }
        let told = self.corrections.len();
        correct_tie(student.id, known, &mut said.tie, &mut self.corrections);
        self.tell_corrections(told, link.line);
        self.retie(known, &said)
    }

    fn tell_corrections(&mut self, from: usize, line: u64) {
        if self.corrections[from..].iter().any(|told| !told.agrees) {
            self.note(NoteKind::CorrectionKept, line);
        }
    }

    fn note(&mut self, kind: NoteKind, line: u64) {
        self.notes.push(Note {
            kind,
            file: Arc::clone(&self.registry.file),
            line: Some(line),
            other_line: None,
        });
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
            .filter(|known| !self.claimed.contains_key(&known.id) && !self.is_named(known))
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

    /// Whether some line of the file names this adult by address and name.
    fn is_named(&self, known: &ExistingGuardian) -> bool {
        known.details.email.as_ref().is_some_and(|email| {
            let name = guardian_name(&known.details, known.relationship);
            self.so_far.named.has_guardian(email, &name)
        })
    }

    /// One existing adult is one adult of the file, the first who names them.
    fn claim(&mut self, id: GuardianId, place: usize) -> bool {
        let number = self.number(place);
        *self.claimed.entry(id).or_insert(number) == number
    }

    /// A link that is there already: what the file does not say stays, and a restriction stays whatever it says.
    fn retie(&mut self, known: &ExistingGuardian, said: &GuardianshipRecord) -> GuardianshipPlan {
        let access = match (known.access, said.tie.access) {
            (Access::Restricted, Access::Allowed) => {
                self.note(NoteKind::RestrictionKept, said.line);
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
        &mut self,
        said: &GuardianshipRecord,
        details: Option<&GuardianDetails>,
        on_file: &[ExistingGuardian],
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
            self.note(NoteKind::RestrictionExtended, said.line);
            access = Access::Restricted;
        }
        Tie { access, ..said.tie }
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
        let source_says = |known: &ExistingGuardian| {
            as_the_source_says(known)
                .is_some_and(|details| guardian_name(&details, known.relationship) == name)
        };
        all.iter().find(|known| {
            guardian_name(&known.details, known.relationship) == name || source_says(known)
        })
    });
    found.copied()
}

/// An adult met before: the first mention holds, and a later one fills what it left open.
fn again(settled: Settled, said: &GuardianDetails) -> GuardianPlan {
    let fills = GuardianDetails {
        email: said.email.clone().filter(|_| !settled.email),
        phone: said.phone.clone().filter(|_| !settled.phone),
        language: said.language.clone().filter(|_| !settled.language),
        ..GuardianDetails::default()
    };
    let fills = (fills != GuardianDetails::default()).then_some(fills);
    GuardianPlan::Again {
        id: settled.id,
        changes: settled.changes || fills.is_some(),
        fills,
    }
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
