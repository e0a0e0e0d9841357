//! What somebody types in the search: names in both orders, an adult's name, numbers and addresses, and names with the
//! slips that are to be forgiven. The same seed types the same.

use std::collections::{HashMap, HashSet};

use domain::name::fold;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;
use rand::{RngExt as _, SeedableRng as _};

use crate::town::{Family, Town};

/// A child can be told from so many who are called alike, and no more.
const ALIKE: usize = 5;
/// A shorter word is not slipped in: of Li, Lu is another name.
const SLIP_FROM: usize = 4;

/// What is typed to find so many students, among them every fourth one with a name of two letters.
pub fn mixed(town: &Town, people: usize, seed: u64) -> Vec<String> {
    let mut rng = StdRng::seed_from_u64(seed);
    let short: Vec<&Family> = town
        .students
        .iter()
        .filter(|family| family.student.last_names.len() == 2)
        .collect();
    let mut queries = Vec::new();
    for at in 0..people {
        let everybody = (at % 4 != 0).then(|| town.students.choose(&mut rng));
        let Some(family) = everybody.unwrap_or_else(|| short.choose(&mut rng).copied()) else {
            continue;
        };
        let student = &family.student;
        let (last, first) = (&student.last_names, &student.first_names);
        queries.push(format!("{last} {first}"));
        queries.push(format!("{first} {last}").to_lowercase());
        queries.extend(slip(&mut rng, &fold(&format!("{last} {first}"))));
        queries.extend(student.fiche.map(|fiche| format!("{:07}", fiche.get())));
        queries.extend(
            student
                .permanent_code
                .as_ref()
                .map(|code| code.as_str().to_owned()),
        );
        if let Some(adult) = family.adults.first().map(|at| &town.adults[*at]) {
            queries.push(format!(
                "{} {} {first}",
                adult.first_names, adult.last_names
            ));
            queries.extend(adult.email.as_ref().map(|email| email.as_str().to_owned()));
            queries.extend(adult.phone.clone());
        }
    }
    queries
}

/// So many slips, a quarter of each kind, and whom each is to find: somebody whom the words, rightly typed, tell from
/// all but a few others.
pub fn slips(town: &Town, count: usize, seed: u64) -> Vec<(String, u128)> {
    let mut rng = StdRng::seed_from_u64(seed);
    let bearers = bearers(town);
    let mut slips = Vec::new();
    let mut kind = 0;
    while slips.len() < count {
        let Some(family) = town.students.choose(&mut rng) else {
            break;
        };
        let (last, first) = (&family.student.last_names, &family.student.first_names);
        let whole = format!("{last} {first}");
        let typed = match kind % 4 {
            0 => slip(&mut rng, &fold(&whole)),
            1 => accents(&whole),
            2 => without_a_part(&mut rng, last, first),
            _ => Some(format!("{first} {last}")),
        };
        let told = typed.filter(|typed| {
            let words = if kind % 4 == 2 {
                fold(typed)
            } else {
                fold(&whole)
            };
            alike(&bearers, &words) <= ALIKE
        });
        if let Some(typed) = told {
            slips.push((typed, family.student.id.0.as_u128()));
            kind += 1;
        }
    }
    slips
}

/// A letter more, less, another, or two exchanged, in one of the words that are long enough.
fn slip(rng: &mut StdRng, folded: &str) -> Option<String> {
    let mut words: Vec<Vec<char>> = folded
        .split(' ')
        .map(|word| word.chars().collect())
        .collect();
    let long: Vec<usize> = (0..words.len())
        .filter(|at| words[*at].len() >= SLIP_FROM)
        .collect();
    let word = &mut words[*long.choose(rng)?];
    // The first letter of a short word is taken to be right.
    let from = usize::from(word.len() < SLIP_FROM + 1);
    let at = rng.random_range(from..word.len());
    let letter = char::from(b'a' + rng.random_range(0..26_u8));
    match rng.random_range(0..4) {
        0 => word.insert(at, letter),
        1 => drop(word.remove(at)),
        2 => word[at] = letter,
        _ if at + 1 < word.len() => word.swap(at, at + 1),
        _ => word.swap(at - 1, at),
    }
    let words: Vec<String> = words.into_iter().map(String::from_iter).collect();
    let typed = words.join(" ");
    (typed != folded).then_some(typed)
}

/// Accents where there were none, none where there were, and hyphens as spaces.
fn accents(whole: &str) -> Option<String> {
    let plain = fold(whole);
    let typed = if plain == whole.to_lowercase() {
        plain.replace('e', "é").replace('a', "à")
    } else {
        plain
    };
    (typed != whole.to_lowercase()).then_some(typed)
}

/// One part of a compound name left out.
fn without_a_part(rng: &mut StdRng, last: &str, first: &str) -> Option<String> {
    let mut parts: Vec<String> = fold(last).split(' ').map(str::to_owned).collect();
    if parts.len() < 2 {
        return None;
    }
    parts.remove(rng.random_range(0..parts.len()));
    Some(format!("{} {first}", parts.join(" ")))
}

/// Who bears each word.
fn bearers(town: &Town) -> HashMap<String, HashSet<usize>> {
    let mut bearers: HashMap<String, HashSet<usize>> = HashMap::new();
    for (at, family) in town.students.iter().enumerate() {
        let name = fold(&format!(
            "{} {}",
            family.student.last_names, family.student.first_names
        ));
        for word in name.split(' ') {
            bearers.entry(word.to_owned()).or_default().insert(at);
        }
    }
    bearers
}

/// How many students bear all these words.
fn alike(bearers: &HashMap<String, HashSet<usize>>, folded: &str) -> usize {
    let mut sets: Vec<_> = folded
        .split(' ')
        .filter_map(|word| bearers.get(word))
        .collect();
    sets.sort_by_key(|set| set.len());
    let Some((first, others)) = sets.split_first() else {
        return usize::MAX;
    };
    first
        .iter()
        .filter(|at| others.iter().all(|set| set.contains(at)))
        .count()
}
