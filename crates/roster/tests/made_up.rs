//! The made-up registry: same seed same bytes, and every situation that the demo school must show.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::{HashMap, HashSet};

use domain::{Access, Relationship};
use roster::{Limits, NoteKind, Reading, Registry, Source, generate};
use sha2::{Digest, Sha256};

fn read(students: usize, seed: u64) -> Registry {
    let bytes = generate(students, seed).to_csv();
    let source =
        Source::from_bytes("made-up.csv".to_owned(), bytes, None, &Limits::default()).unwrap();
    let mut reading = Reading::of(&source, &Limits::default()).unwrap();
    reading.next_chunk(usize::MAX).unwrap().unwrap()
}

#[test]
fn the_same_seed_gives_the_same_bytes_for_ever() {
    let bytes = generate(600, 42).to_csv();
    assert_eq!(generate(600, 42).to_csv(), bytes);
    assert_ne!(generate(600, 43).to_csv(), bytes);
    // Changing this line breaks every registry that somebody remembers by its seed.
    let mut hasher = Sha256::new_with_prefix(0_u64.to_le_bytes());
    hasher.update((bytes.len() as u64).to_le_bytes());
    hasher.update(&bytes);
    let hash: String = hasher
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(
        hash,
        "3c3f1d1f410d94f5d8f78b9ae6d1833b675ea32201d4433ebc742a8347a03a57"
    );
}

#[test]
fn it_reads_back_whole_and_clean() {
    for (students, seed) in [(0, 1), (1, 1), (7, 2), (600, 42), (2_500, 7)] {
        let registry = read(students, seed);
        assert_eq!(registry.students.len(), students);
        assert_eq!(registry.unusable, []);
        let expected = |kind| {
            matches!(kind, NoteKind::SharedAddress)
                || (students == 0 && kind == NoteKind::NoStudent)
        };
        assert!(
            registry.notes.iter().all(|note| expected(note.kind)),
            "{:?}",
            registry.notes
        );
        let distinct = |keys: Vec<String>| keys.iter().collect::<HashSet<_>>().len() == students;
        let details = || registry.students.iter().map(|student| &student.details);
        assert!(distinct(
            details()
                .map(|details| details.fiche.unwrap().to_string())
                .collect()
        ));
        assert!(distinct(
            details()
                .map(|details| details.permanent_code.as_ref().unwrap().as_str().to_owned())
                .collect()
        ));
        assert!(details().all(|details| !details.is_incomplete()));
    }
}

#[test]
fn the_families_of_the_demo_school_live_in_every_way() {
    let registry = read(600, 42);
    let mut adults_of: HashMap<usize, HashSet<usize>> = HashMap::new();
    let mut children_of: HashMap<usize, HashSet<usize>> = HashMap::new();
    for link in &registry.guardianships {
        adults_of
            .entry(link.student)
            .or_default()
            .insert(link.guardian);
        children_of
            .entry(link.guardian)
            .or_default()
            .insert(link.student);
    }
    assert!(
        children_of.values().any(|children| children.len() > 1),
        "siblings"
    );
    for number in [1, 2] {
        assert!(
            adults_of.values().any(|adults| adults.len() == number),
            "{number}"
        );
    }
    let two_homes = children_of.values().any(|children| {
        let adults: HashSet<_> = children
            .iter()
            .flat_map(|child| &adults_of[child])
            .collect();
        adults.len() > 2
    });
    assert!(two_homes, "a father with children in two homes");
    let one_mailbox = registry
        .notes
        .iter()
        .any(|note| note.kind == NoteKind::SharedAddress);
    assert!(one_mailbox, "a couple with one mailbox");
    let ties = || registry.guardianships.iter().map(|link| link.tie);
    let restricted = ties()
        .filter(|tie| tie.access == Access::Restricted)
        .count();
    assert!((1..60).contains(&restricted), "{restricted}");
    use Relationship::{Father, Guardian, Mother, Relative};
    for relationship in [Mother, Father, Guardian, Relative] {
        assert!(
            ties().any(|tie| tie.relationship == relationship),
            "{relationship}"
        );
    }
}

#[test]
fn the_names_and_languages_of_the_demo_school_are_a_towns() {
    let registry = read(600, 42);
    let students = || registry.students.iter().map(|student| &student.details);
    let adults = || registry.guardians.iter().map(|adult| &adult.details);
    for some in [
        &["Nguyễn", "Trần", "Phạm"][..],
        &["García", "Rodríguez", "De la Cruz"],
        &["Benali", "Haddad", "El Amrani"],
        &["Jean-Baptiste", "Toussaint"],
        &["Singh", "Dhillon"],
        &["Kovalenko", "Shevchenko"],
        &["Vollant", "Mestokosho", "Awashish", "Petiquay", "Mollen"],
    ] {
        let found =
            students().any(|student| some.iter().any(|name| student.last_names.contains(name)));
        assert!(found, "{some:?}");
    }
    for language in [
        "fr-CA", "en-CA", "ar", "es", "ht", "vi", "uk", "pa", "zh-Hans",
    ] {
        assert!(
            adults().any(|adult| adult.language.as_deref() == Some(language)),
            "{language}"
        );
    }
    let without_address = adults().filter(|adult| adult.email.is_none()).count();
    assert!((10..120).contains(&without_address), "{without_address}");
    let schools: HashSet<_> = students().map(|student| &student.school).collect();
    assert_eq!(schools.len(), 1);
    assert!(students().any(|student| !student.active));
}

#[test]
fn nobody_real_can_be_reached() {
    for adult in &read(600, 42).guardians {
        if let Some(email) = &adult.details.email {
            assert!(
                ["@example.org", "@example.com", "@example.net"]
                    .iter()
                    .any(|domain| email.folded().ends_with(domain))
            );
        }
        assert!(adult.details.phone.as_ref().unwrap().contains("-555-01"));
    }
}

#[test]
fn a_restricted_contact_is_there_even_in_a_small_registry() {
    let registry = read(12, 3);
    assert!(
        registry
            .guardianships
            .iter()
            .any(|link| link.tie.access == Access::Restricted)
    );
}
