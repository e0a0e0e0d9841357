//! Whom a whole file names by a number, an id or an address: known before its first student is compared, so that no
//! namesake takes the place of somebody whom a later line names. Only keys, some ten bytes each.

use std::collections::HashSet;

use domain::{EmailAddress, FicheNumber, PermanentCode};

use super::index::Keys;

/// The keys of everybody in a file.
#[derive(Default)]
pub struct Named {
    pub(super) students: Keys,
    /// All sorted.
    pub(super) fiches: Vec<u32>,
    pub(super) codes: Vec<u64>,
    pub(super) source_ids: HashSet<u64>,
    pub(super) guardians: Keys,
    /// By address and name.
    pub(super) adults: Vec<u64>,
}

impl Named {
    /// Whether some line bears one of these numbers.
    pub(crate) fn has_student(
        &self,
        fiche: Option<FicheNumber>,
        code: Option<&PermanentCode>,
        source_id: Option<&str>,
    ) -> bool {
        let has = |keys: &[u64], key: u64| keys.binary_search(&key).is_ok();
        fiche.is_some_and(|fiche| self.fiches.binary_search(&fiche.get()).is_ok())
            || code.is_some_and(|code| has(&self.codes, code_key(code)))
            || source_id.is_some_and(|id| self.source_ids.contains(&self.students.of(id)))
    }

    /// Whether some line has an adult of this address and name ([`crate::keys::guardian_name`]).
    pub(crate) fn has_guardian(&self, email: &EmailAddress, name: &str) -> bool {
        let key = (self.guardians.of(email.folded()), self.guardians.of(name));
        self.adults.binary_search(&self.guardians.of(key)).is_ok()
    }
}

/// Twelve letters and digits are one number.
pub(super) fn code_key(code: &PermanentCode) -> u64 {
    u64::from_str_radix(code.as_str(), 36).unwrap_or_default()
}
