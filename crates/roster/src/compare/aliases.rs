//! Adults whom the desk made one, and whom the source still names as two (domain.md §12: what was mended at the desk
//! survives an import that does not know of it). The other ways of knowing an adult again are in `guardians.rs`.

use domain::{GuardianId, Relationship};

use super::ExistingGuardian;
use crate::keys::{guardian_name, phone_key};
use crate::records::{Format, GuardianDetails, GuardianRecord};

/// An adult as a source had them before the desk made them one with another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    pub details: GuardianDetails,
    pub source: Option<Format>,
    /// The id in that source.
    pub source_id: Option<String>,
}

/// The adult on these files who bears what the record says as another name: the source's own id, or the same name with
/// the same address, or without any the same telephone.
pub(super) fn known_as<'a>(
    record: &GuardianRecord,
    relationship: Relationship,
    format: Format,
    on_file: impl IntoIterator<Item = &'a ExistingGuardian>,
) -> Option<GuardianId> {
    let is = |known: &Alias| {
        let source_id = record.source_id.as_ref();
        if source_id.is_some() && known.source == Some(format) {
            return source_id == known.source_id.as_ref();
        }
        let (said, details) = (&record.details, &known.details);
        let number = |details: &GuardianDetails| details.phone.as_deref().and_then(phone_key);
        let is_same = match (&said.email, &details.email) {
            (Some(one), Some(other)) => one.folded() == other.folded(),
            (None, None) => number(said).is_some() && number(said) == number(details),
            _ => false,
        };
        is_same && guardian_name(said, relationship) == guardian_name(details, relationship)
    };
    let known = on_file
        .into_iter()
        .find(|known| known.aliases.iter().any(is))?;
    Some(known.id)
}

#[cfg(test)]
mod tests {
    use domain::{Access, EmailAddress};
    use uuid::Uuid;

    use super::*;

    fn details(name: &str, email: &str, phone: &str) -> GuardianDetails {
        GuardianDetails {
            last_names: name.to_owned(),
            first_names: "Julie".to_owned(),
            email: EmailAddress::parse(email).ok(),
            phone: (!phone.is_empty()).then(|| phone.to_owned()),
            language: None,
        }
    }

    #[test]
    fn an_alias_is_known_by_the_sources_id_or_by_name_with_address_or_telephone() {
        let julie = GuardianId(Uuid::from_u128(1));
        let alias = |email, phone, source_id: Option<&str>| ExistingGuardian {
            id: julie,
            details: details("Gagnon", "julie@familles.example", ""),
            source: Some(Format::Csv),
            source_id: None,
            relationship: Relationship::Mother,
            priority: None,
            access: Access::Allowed,
            is_said: true,
            corrections: Vec::new(),
            aliases: vec![Alias {
                details: details("Gagnon", email, phone),
                source: Some(Format::Csv),
                source_id: source_id.map(str::to_owned),
            }],
        };
        let at_work = alias("travail@familles.example", "514 555-0101", None);
        let without = alias("", "514 555-0101", None);
        let with_id = alias("", "", Some("g-7"));
        for (known, said, source_id, is_known) in [
            (
                &at_work,
                ("gagnon", "Travail@familles.example", ""),
                None,
                true,
            ),
            (
                &at_work,
                ("Roy", "travail@familles.example", ""),
                None,
                false,
            ),
            (
                &at_work,
                ("Gagnon", "autre@familles.example", "514 555-0101"),
                None,
                false,
            ),
            (&at_work, ("Gagnon", "", "514 555-0101"), None, false),
            (
                &at_work,
                ("Gagnon", "julie@familles.example", ""),
                None,
                false,
            ),
            (&without, ("Gagnon", "", "(514) 555-0101"), None, true),
            (&without, ("Gagnon", "", ""), None, false),
            (&with_id, ("Roy", "", ""), Some("g-7"), true),
            (&with_id, ("Gagnon", "", ""), Some("g-8"), false),
        ] {
            let record = GuardianRecord {
                details: details(said.0, said.1, said.2),
                source_id: source_id.map(str::to_owned),
                line: 1,
            };
            let found = known_as(&record, Relationship::Mother, Format::Csv, [known]);
            assert_eq!(found, is_known.then_some(julie), "{said:?} {source_id:?}");
        }
    }
}
