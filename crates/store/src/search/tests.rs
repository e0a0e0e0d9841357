//! What is typed, and whom it finds, on both databases.

use domain::StudentId;

use super::*;
use crate::fixtures::{email, furnish, guardian, permanent_code, student, student_id, write};
use crate::pool::execute;
use crate::testing::{TestStore, both_databases};
use crate::{GuardianshipRow, Write};

/// A class whose students are told apart by their names; the last has left.
const CLASS: [(&str, &str); 9] = [
    ("De la Cruz García", "María José"),
    ("O’Brien", "Jean-Sébastien"),
    ("Cruz", "Maria"),
    ("Leblanc", "Zoé"),
    ("Li", "Wei"),
    ("St-Pierre", "Félix"),
    ("Tremblay", "Olivia"),
    ("Tremblay-Roy", "Olivia"),
    ("Cruz", "Anna"),
];

async fn class(store: &TestStore) {
    furnish(store, 0).await;
    let mut students: Vec<_> = (1..=9).map(student).collect();
    for (student, (last, first)) in students.iter_mut().zip(CLASS) {
        student.last_names = last.to_owned();
        student.first_names = first.to_owned();
    }
    students[0].permanent_code = Some(permanent_code("DELM77551101"));
    students[1].fiche = domain::FicheNumber::parse("98765").ok();
    students[2].fiche = domain::FicheNumber::parse("7654321").ok();
    students[8].active = false;
    let mut adults = [guardian(1), guardian(2)];
    adults[1].email = Some(email("supermaman77@example.org"));
    adults[1].phone = Some("(438) 555-0199".to_owned());
    adults[1].last_names = "Roy".to_owned();
    write(store, async |write| {
        write.upsert_students(&students).await.unwrap();
        write.upsert_guardians(&adults).await.unwrap();
        tie(write, &[(2, 1), (4, 2)]).await;
        let words = students.iter().enumerate().map(|(at, student)| {
            let adults: &[&GuardianRow] = match at {
                1 => &[&adults[0]],
                3 => &[&adults[1]],
                _ => &[],
            };
            (student.id, words_of(student, adults))
        });
        write
            .replace_words(&words.collect::<Vec<_>>())
            .await
            .unwrap();
    })
    .await;
}

async fn tie(write: &mut Write, pairs: &[(u32, u32)]) {
    let ties = pairs.iter().map(|(student, guardian)| GuardianshipRow {
        student_id: student_id(*student),
        guardian_id: crate::fixtures::guardian_id(*guardian),
        relationship: domain::Relationship::Mother,
        priority: None,
        access: domain::Access::Allowed,
    });
    write
        .upsert_guardianships(&ties.collect::<Vec<_>>())
        .await
        .unwrap();
}

async fn find(store: &Store, typed: &str) -> Vec<(StudentId, WordKind)> {
    let found = store.search(typed, 10).await.unwrap();
    found
        .into_iter()
        .map(|found| (found.student.id, found.why))
        .collect()
}

#[tokio::test]
async fn a_student_is_found_by_what_an_adult_says_of_them() {
    use WordKind::{Address, Fiche, Guardian, Name, PermanentCode, Phone};
    both_databases(async |store| {
        class(store).await;
        for (typed, found) in [
            // Words in any order, begun, without accents; the whole word first, who has left last.
            ("cruz", vec![(3, Name), (1, Name), (9, Name)]),
            ("cru", vec![(3, Name), (1, Name), (9, Name)]),
            ("CRUZ mar", vec![(3, Name), (1, Name)]),
            ("josé garcia", vec![(1, Name)]),
            ("cruz garcia", vec![(1, Name)]),
            ("jean-seb", vec![(2, Name)]),
            ("jean seb", vec![(2, Name)]),
            ("li", vec![(5, Name)]),
            ("wei li", vec![(5, Name)]),
            // The whole name before one that has more.
            ("olivia tremblay", vec![(7, Name), (8, Name)]),
            ("tremblay roy", vec![(8, Name)]),
            // The student's own names before the adults'.
            ("roy", vec![(8, Name), (4, Guardian)]),
            // Written in one, or in two.
            ("o'brien", vec![(2, Name)]),
            ("OBrien", vec![(2, Name)]),
            ("jeanseb", vec![(2, Name)]),
            ("delacruz", vec![(1, Name)]),
            ("le blanc", vec![(4, Name)]),
            ("saint-pierre", vec![(6, Name)]),
            ("stpierre", vec![(6, Name)]),
            // Adults, addresses, numbers.
            ("nguyen", vec![(2, Guardian)]),
            ("jean thi nguyễn", vec![(2, Guardian)]),
            ("mai.1@exa", vec![(2, Address)]),
            ("mai.1@exa jean", vec![(2, Address)]),
            ("supermaman7", vec![(4, Address)]),
            ("514-555-1234", vec![(2, Phone)]),
            ("1 514 555 1234", vec![(2, Phone)]),
            ("555 1234", vec![(2, Phone)]),
            ("5551", vec![(2, Phone)]),
            ("4385550", vec![(4, Phone)]),
            ("450 555 1234", vec![]),
            ("7654321", vec![(3, Fiche)]),
            ("765", vec![(3, Fiche)]),
            ("98765", vec![(2, Fiche)]),
            ("0098765", vec![(2, Fiche)]),
            ("0098", vec![(2, Fiche)]),
            ("maria 765", vec![(3, Fiche)]),
            ("delm", vec![(1, PermanentCode)]),
            ("DELM 7755 1101", vec![(1, PermanentCode)]),
            // Nobody.
            ("ruz", vec![]),
            ("%", vec![]),
            ("", vec![]),
            ("  '  ", vec![]),
        ] {
            let found: Vec<_> = found
                .into_iter()
                .map(|(number, why)| (student_id(number), why))
                .collect();
            assert_eq!(find(store, typed).await, found, "{typed:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_slip_a_word_and_a_word_too_many_are_forgiven_and_told() {
    both_databases(async |store| {
        class(store).await;
        for (typed, number, is_near) in [
            ("tremblay olivia", 7, false),
            ("trembaly olivia", 7, true),
            ("olivia remblay", 7, true),
            ("olivai tremblya", 7, true),
            ("tramb", 7, true),
            ("garcai maria", 1, true),
            ("gracia josé", 1, true),
            ("roi oliva", 8, true),
            ("nguyne jean", 2, true),
            ("leblanc gagnon zoé", 4, true),
            ("cruz brien", 3, true),
            // Another script never meets a name by itself: it names candidates.
            ("Тремблай оливия", 7, true),
            ("Нгуен", 2, true),
        ] {
            let found = store.search(typed, 10).await.unwrap();
            let first = found.first().map(|found| (found.student.id, found.is_near));
            assert_eq!(first, Some((student_id(number), is_near)), "{typed:?}");
        }
        for typed in [
            "lu",
            "eiw",
            "76543210",
            "7654322",
            "tremblay zzzz yyyy",
            "☃",
            "ʻ ☃",
            "-",
        ] {
            assert_eq!(find(store, typed).await, vec![], "{typed:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_was_met_is_told_with_where_it_stands() {
    use MetField::{Address, Fiche, FirstNames, Guardian, LastNames, PermanentCode, Phone};
    both_databases(async |store| {
        class(store).await;
        for (typed, expected) in [
            (
                "cruz mar jo",
                vec![(LastNames, "Cruz"), (FirstNames, "Mar|Jo")],
            ),
            ("obri", vec![(LastNames, "O’Bri")]),
            ("jeansebas", vec![(FirstNames, "Jean|Sébas")]),
            ("saint", vec![(LastNames, "St")]),
            ("trembley", vec![(LastNames, "Tremblay")]),
            ("nguy jean", vec![(FirstNames, "Jean"), (Guardian, "Nguy")]),
            ("mai.1@ex", vec![(Address, "Mai.1@Ex")]),
            ("supermam", vec![(Address, "supermam")]),
            ("5145551234", vec![(Phone, "514 555-1234")]),
            ("0098", vec![(Fiche, "98")]),
            ("delm7", vec![(PermanentCode, "DELM7")]),
        ] {
            let found = store.search(typed, 10).await.unwrap();
            let found = found
                .iter()
                .find(|found| found.student.id == student_id(1))
                .unwrap_or(&found[0]);
            let told: Vec<_> = found
                .met
                .iter()
                .map(|met| (met.field, marked(met)))
                .collect();
            let told: Vec<_> = told
                .iter()
                .map(|(field, text)| (*field, text.as_str()))
                .collect();
            assert_eq!(told, expected, "{typed:?}");
        }
    })
    .await;
}

/// What is marked, in the order of the text.
fn marked(met: &Met) -> String {
    let units: Vec<u16> = met.text.encode_utf16().collect();
    let marks = met
        .marks
        .iter()
        .map(|(from, to)| String::from_utf16(&units[*from as usize..*to as usize]).unwrap());
    marks.collect::<Vec<_>>().join("|")
}

#[tokio::test]
async fn no_more_are_found_than_were_asked_for() {
    both_databases(async |store| {
        class(store).await;
        for (limit, count) in [(0, 0), (1, 1), (2, 2), (9, 4)] {
            let found = store.search("m", limit).await.unwrap();
            assert_eq!(found.len(), count, "of at most {limit}");
        }
    })
    .await;
}

#[tokio::test]
async fn of_many_the_first_by_name_are_told_and_those_who_left_come_last() {
    both_databases(async |store| {
        furnish(store, 0).await;
        let students: Vec<_> = (1..=1200)
            .map(|number| StudentRow {
                first_names: format!("Zoé {:04}", 5000 - number),
                active: number % 2 == 0,
                ..student(number)
            })
            .collect();
        put(store, &students).await;
        let first: Vec<_> = (0..10)
            .map(|at| (student_id(1200 - 2 * at), WordKind::Name))
            .collect();
        for typed in ["z", "zoe", "tremblay", "t z"] {
            assert_eq!(find(store, typed).await, first, "{typed:?}");
        }
        assert_eq!(
            find(store, "tremblay 3801").await,
            [(student_id(1199), WordKind::Name)]
        );
    })
    .await;
}

#[tokio::test]
async fn of_the_owners_of_a_number_as_many_are_told_as_were_asked_for() {
    both_databases(async |store| {
        furnish(store, 0).await;
        let students: Vec<_> = (1..=60)
            .map(|number| StudentRow {
                fiche: domain::FicheNumber::parse(&format!("90{number:02}")).ok(),
                ..student(number)
            })
            .collect();
        put(store, &students).await;
        for (limit, count) in [(20, 20), (51, 51), (100, 60)] {
            let found = store.search("90", limit).await.unwrap();
            assert_eq!(found.len(), count, "of at most {limit}");
        }
    })
    .await;
}

async fn put(store: &TestStore, students: &[StudentRow]) {
    let words: Vec<_> = students
        .iter()
        .map(|student| (student.id, words_of(student, &[])))
        .collect();
    write(store, async |write| {
        write.upsert_students(students).await.unwrap();
        write.replace_words(&words).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn who_is_called_otherwise_or_has_gone_is_found_accordingly() {
    both_databases(async |store| {
        furnish(store, 0).await;
        let mut students: Vec<_> = (1..=3).map(student).collect();
        put(store, &students).await;
        assert_eq!(find(store, "olivia").await.len(), 3);

        students[0].last_names = "Abbott".to_owned();
        put(store, &students[..1]).await;
        assert_eq!(find(store, "tremblay").await.len(), 2);
        assert_eq!(
            find(store, "abbott").await,
            [(student_id(1), WordKind::Name)]
        );
        let order = |found: Vec<(StudentId, WordKind)>| {
            found.into_iter().map(|(id, _)| id).collect::<Vec<_>>()
        };
        assert_eq!(
            order(find(store, "olivia").await),
            [1, 2, 3].map(student_id)
        );

        write(store, async |write| {
            write.deactivate_students(&[student_id(1)]).await.unwrap();
        })
        .await;
        assert_eq!(
            order(find(store, "olivia").await),
            [2, 3, 1].map(student_id)
        );
        put(store, &students[..1]).await;
        assert_eq!(
            order(find(store, "olivia").await),
            [1, 2, 3].map(student_id)
        );

        write(store, async |write| {
            write
                .remove_words(&[student_id(2), student_id(9)])
                .await
                .unwrap();
        })
        .await;
        assert_eq!(order(find(store, "olivia").await), [1, 3].map(student_id));
        put(store, &students[1..2]).await;
        assert_eq!(
            order(find(store, "olivia").await),
            [1, 2, 3].map(student_id)
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_not_committed_finds_nobody_and_leaves_nothing() {
    both_databases(async |store| {
        furnish(store, 1).await;
        let words = [(student_id(1), words_of(&student(1), &[]))];
        let mut dropped = store.write(crate::testing::stamp()).await.unwrap();
        dropped.replace_words(&words).await.unwrap();
        drop(dropped);
        assert_eq!(find(store, "olivia").await, vec![]);
        write(store, async |write| {
            write.replace_words(&words).await.unwrap();
            write.remove_words(&[student_id(1)]).await.unwrap();
            write.replace_words(&words).await.unwrap();
        })
        .await;
        assert_eq!(find(store, "olivia").await.len(), 1);
    })
    .await;
}

/// A database as an older program leaves it: its students are there, and no index of this one.
#[tokio::test]
async fn a_registry_without_this_programs_index_gets_one_at_its_opening() {
    both_databases(async |store| {
        class(store).await;
        let before = find(store, "roy").await;
        let mut tx = store.pool().begin().await.unwrap();
        for sql in [
            "delete from search_posting",
            "delete from search_word",
            "delete from search_student",
            "update search_state set rules = 0",
        ] {
            execute!(tx, sqlx::query(sql)).unwrap();
        }
        tx.commit().await.unwrap();
        store.close().await.unwrap();
        let again = store.open_again().await;
        assert_eq!(find(&again, "roy").await, before);
        assert_eq!(find(&again, "de la cruz").await.len(), 1);
        again.close().await.unwrap();
    })
    .await;
}
