//! The schools of a format that has orgs within orgs. Which tables they stand in does not belong here.

use std::collections::HashMap;

use crate::cells::clean;
use crate::records::School;

/// Orgs point to their parents; a chain longer than this is a ring.
const DEEPEST: usize = 10;

/// The orgs of an export, by the source's id.
#[derive(Default)]
pub(crate) struct Orgs(HashMap<String, Org>);

struct Org {
    name: String,
    /// The ministry's code, when the source has it.
    code: Option<String>,
    is_school: bool,
    parent: String,
}

impl Orgs {
    /// `number` is kept when it is a school's code of six digits (domain.md §2).
    pub(crate) fn add(
        &mut self,
        id: &str,
        name: &str,
        number: &str,
        is_school: bool,
        parent: &str,
    ) {
        let six_digits = number.len() == 6 && number.bytes().all(|byte| byte.is_ascii_digit());
        let org = Org {
            name: clean(name),
            code: six_digits.then(|| number.to_owned()),
            is_school,
            parent: parent.to_owned(),
        };
        self.0.entry(id.to_owned()).or_insert(org);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn has(&self, id: &str) -> bool {
        self.0.contains_key(id)
    }

    /// The school of this id; a class or department belongs to the school above it.
    pub(crate) fn school(&self, id: &str) -> Option<School> {
        let own = self.0.get_key_value(id)?;
        let mut org = own;
        for _ in 0..DEEPEST {
            if org.1.is_school {
                break;
            }
            let Some(parent) = self.0.get_key_value(&org.1.parent) else {
                break;
            };
            org = parent;
        }
        let (id, school) = if org.1.is_school { org } else { own };
        // The source's id is no school code; it only stands in for a name that is missing.
        let name = if school.name.is_empty() {
            id
        } else {
            &school.name
        };
        Some(School {
            code: school.code.clone(),
            name: Some(name.clone()),
        })
    }
}
