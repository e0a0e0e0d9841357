//! What is typed, and whom it finds, on both databases.

use domain::StudentId;

use super::*;
use crate::fixtures::{furnish, guardian, permanent_code, student, student_id, write};
use crate::testing::{TestStore, both_databases};

/// Three students of one adult, told apart by their names; the third has left.
async fn class(store: &TestStore) {
    furnish(store, 0).await;
    let mut students: Vec<_> = (1..=3).map(student).collect();
    for (student, (last, first)) in students.iter_mut().zip([
        ("De la Cruz García", "María José"),
        ("O’Brien", "Jean-Sébastien"),
        ("Cruz", "Maria"),
    ]) {
        student.last_names = last.to_owned();
        student.first_names = first.to_owned();
    }
    students[0].permanent_code = Some(permanent_code("DELM77551101"));
    students[2].active = false;
    students[1].fiche = domain::FicheNumber::parse("98765").ok();
    students[2].fiche = domain::FicheNumber::parse("7654321").ok();
    let adult = guardian(1);
    let words: Vec<_> = students
        .iter()
        .map(|student| {
            let adults: &[&GuardianRow] = if student.id == student_id(2) {
                &[&adult]
            } else {
                &[]
            };
            (student.id, words_of(student, adults))
        })
        .collect();
    write(store, async |write| {
        write.upsert_students(&students).await.unwrap();
        write.replace_words(&words).await.unwrap();
    })
    .await;
}

async fn find(store: &TestStore, typed: &str) -> Vec<(StudentId, WordKind)> {
    let found = store.search(&query_words(typed), 10).await.unwrap();
    found
        .into_iter()
        .map(|found| (found.student.id, found.why))
        .collect()
}

#[tokio::test]
async fn a_student_is_found_by_the_beginnings_of_words_in_any_order() {
    use WordKind::{Address, Fiche, Guardian, Name, PermanentCode, Phone};
    let (maria, jean, gone) = (student_id(1), student_id(2), student_id(3));
    both_databases(async |store| {
        class(store).await;
        for (typed, found) in [
            ("cruz", vec![(maria, Name), (gone, Name)]),
            ("CRUZ mar", vec![(maria, Name), (gone, Name)]),
            ("josé garcia", vec![(maria, Name)]),
            ("jean-seb", vec![(jean, Name)]),
            ("jeanseb", vec![(jean, Name)]),
            ("o'brien", vec![(jean, Name)]),
            ("OBrien", vec![(jean, Name)]),
            ("nguyen", vec![(jean, Guardian)]),
            ("jean thi nguyễn", vec![(jean, Guardian)]),
            ("mai.1@exa", vec![(jean, Address)]),
            ("514-555-1234", vec![(jean, Phone)]),
            ("555 1234", vec![(jean, Phone)]),
            ("7654321", vec![(gone, Fiche)]),
            ("765", vec![(gone, Fiche)]),
            ("98765", vec![(jean, Fiche)]),
            ("0098765", vec![(jean, Fiche)]),
            ("0098", vec![(jean, Fiche)]),
            ("delm", vec![(maria, PermanentCode)]),
            ("DELM 7755 1101", vec![(maria, PermanentCode)]),
            ("cruz brien", vec![]),
            ("ruz", vec![]),
            ("%", vec![]),
            ("", vec![]),
            ("  '  ", vec![]),
        ] {
            assert_eq!(find(store, typed).await, found, "{typed:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn no_more_are_found_than_were_asked_for() {
    both_databases(async |store| {
        class(store).await;
        for (limit, count) in [(0, 0), (1, 1), (2, 2), (9, 3)] {
            let found = store.search(&query_words("m"), limit).await.unwrap();
            assert_eq!(found.len(), count, "of at most {limit}");
        }
    })
    .await;
}

/// Past the counts from which a word is common, the search takes another road: it finds the same.
#[tokio::test]
async fn common_words_find_the_same_students_in_the_same_order() {
    both_databases(async |store| {
        furnish(store, 0).await;
        let students: Vec<_> = (1..=1200)
            .map(|number| StudentRow {
                first_names: format!("Zoé {:04}", 5000 - number),
                active: number % 2 == 0,
                ..student(number)
            })
            .collect();
        let words: Vec<_> = students
            .iter()
            .map(|student| (student.id, words_of(student, &[])))
            .collect();
        write(store, async |write| {
            write.upsert_students(&students).await.unwrap();
            write.replace_words(&words).await.unwrap();
        })
        .await;
        let last_active = student_id(1200);
        for typed in ["z", "zoe", "tremblay", "t z", "tremblay 3800", "3800"] {
            let found = find(store, typed).await;
            assert_eq!(
                found.first(),
                Some(&(last_active, WordKind::Name)),
                "{typed:?}"
            );
        }
        assert_eq!(find(store, "t").await.len(), 10);
    })
    .await;
}

#[test]
fn what_is_typed_becomes_folded_words_or_one_number() {
    for (typed, words) in [
        ("", vec![]),
        ("Côté  Zoé", vec!["cote", "zoe"]),
        ("O’Brien", vec!["o", "brien"]),
        (
            "Marie.Roy@Example.org côté",
            vec!["marie.roy@example.org", "cote"],
        ),
        ("(514) 555-1234", vec!["5145551234"]),
        ("1234567", vec!["1234567"]),
        ("12 34", vec!["12", "34"]),
        ("treo-7153-1501", vec!["treo71531501"]),
        ("TREO 715", vec!["treo", "715"]),
        ("李 伟", vec!["李", "伟"]),
    ] {
        assert_eq!(query_words(typed), words, "{typed:?}");
    }
}

#[test]
fn a_student_has_each_word_once() {
    let adults = [guardian(1), guardian(1)];
    let words = words_of(&student(7), &[&adults[0], &adults[1]]);
    let told: Vec<_> = words
        .iter()
        .map(|word| (word.text.as_str(), word.kind.as_str()))
        .collect();
    let expected = [
        ("0000007", "fiche"),
        ("5145551234", "phone"),
        ("5551234", "phone"),
        ("7", "name"),
        ("7", "fiche"),
        ("mai", "guardian"),
        ("mai.1@example.org", "address"),
        ("nguyen", "guardian"),
        ("olivia", "name"),
        ("olivia7", "name"),
        ("thi", "guardian"),
        ("thimai", "guardian"),
        ("tremblay", "name"),
    ];
    assert_eq!(told, expected);
}
