//! Finding a student as one types (domain.md §4): words in any order, begun, with slips. Every set of students is read
//! here and the best rows are; how a query is taken to pieces, what is near a word, who comes first and what is marked
//! have files of their own.
//!
//! Both databases hold the same index: each word once, and a bitmap of the students who have it (ARCHITECTURE.md says
//! why it is not the full-text search of either).

mod index;
mod lexicon;
mod marks;
mod numbers;
mod postings;
mod query;
mod rank;
mod rebuild;
mod words;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use domain::StudentId;
use domain::name::fold;
use roaring::{MultiOps as _, RoaringBitmap};
use sqlx::AssertSqlSafe;

use crate::error::Result;
use crate::open::Store;
use crate::pool::{Tx, run};
use crate::registry::{GuardianRow, StudentRow};
use crate::rows::{Joined, places, row};
pub(crate) use index::Index;
pub(crate) use lexicon::Lexicon;
pub use marks::{Met, MetField};
use numbers::Most;
use query::{Query, Token};
use rank::{Choice, Chosen, Sets};
pub(crate) use rebuild::bring_up_to_date;
use words::{GONE, Whose, how_many};
pub use words::{Words, words_of};

domain::text_enum! {
    /// What of a student a word is.
    pub enum WordKind {
        Name = "name",
        Fiche = "fiche",
        PermanentCode = "permanent_code",
        Guardian = "guardian",
        Address = "address",
        Phone = "phone",
    }
}

/// A student found, and by what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub student: StudentRow,
    /// Of the words typed, what the least obvious one met: a guardian's name rather than the student's own.
    pub why: WordKind,
    /// By a slip of the finger, or without one of the words typed.
    pub is_near: bool,
    /// Whether a correction of this student or of their adults waits to be approved.
    pub proposal_waits: bool,
    /// Where what was typed stands.
    pub met: Vec<Met>,
}

/// With as many found, neither slips nor other readings are looked for.
const ENOUGH: usize = 5;
/// A word of fewer letters is not taken apart: `marie` is not Ma and Rie.
const SPLIT_FROM: usize = 6;
/// How else a query may be read: with words written in one, or one taken apart.
const MOST_READINGS: usize = 4;

row! {
    /// Whose adult it is.
    pub struct AdultOf {
        pub student_id: StudentId,
    }
}

row! {
    /// A student's place, and whether a correction waits.
    pub struct Place {
        pub place: i64,
        pub waits: bool,
    }
}

/// A search under way: all of it sees one state of the registry, over one connection.
struct Search {
    reading: Tx,
    lexicon: Arc<Lexicon>,
    wanted: usize,
}

/// A student who was chosen, read.
struct ChosenRow {
    chosen: Chosen,
    student: StudentRow,
    proposal_waits: bool,
}

impl Store {
    /// The students whom everything typed meets, the best first; none where nothing was typed.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote.
    pub async fn search(&self, typed: &str, limit: u32) -> Result<Vec<Found>> {
        let query = Query::parse(typed);
        if query.tokens.is_empty() || limit == 0 {
            return Ok(Vec::new());
        }
        let mut reading = self.pool().begin_read().await?;
        let mut search = Search {
            lexicon: self.lexicon(&mut reading).await?,
            reading,
            wanted: usize::try_from(limit).unwrap_or(usize::MAX),
        };
        let found = search.find(&query).await?;
        let other_script = query.in_latin_letters().filter(|_| found.is_empty());
        let Some(query) = other_script else {
            return Ok(found);
        };
        // Which letters stand for a name is a guess: whoever is found so is never more than near.
        let candidates = search.find(&query).await?.into_iter();
        Ok(candidates
            .map(|found| Found {
                is_near: true,
                ..found
            })
            .collect())
    }
}

impl Search {
    async fn find(&mut self, query: &Query) -> Result<Vec<Found>> {
        let lexicon = Arc::clone(&self.lexicon);
        let enough = ENOUGH.min(self.wanted);
        let mut readings = vec![query.tokens.clone()];
        let (mut words, gone, whole) = self.sets(&readings).await?;
        let mut choice = Choice::new(&lexicon, gone, self.wanted);
        choice.add_all(&words[0], &whole[0]);
        if choice.len() < enough {
            let others = other_readings(query, &lexicon);
            let (sets, _, whole) = self.sets(&others).await?;
            for (at, (words, whole)) in sets.iter().zip(&whole).enumerate() {
                choice.reading = at + 1;
                choice.add_all(words, whole);
            }
            readings.extend(others);
            choice.reading = 0;
        }
        if choice.len() < enough {
            self.add_slips(&query.tokens, &mut words[0]).await?;
            choice.add_slips(&words[0]);
            let count = query.tokens.len();
            if count > 2 && choice.len() < ENOUGH || count == 2 && choice.len() == 0 {
                choice.add_lacking(&words[0]);
            }
        }
        let mut found = self.rows(&choice.into_chosen(), &readings).await?;
        found.truncate(self.wanted);
        Ok(found)
    }

    /// For each reading the sets of its words, and whoever has as many words of their own; and those who have gone.
    async fn sets(
        &mut self,
        readings: &[Vec<Token>],
    ) -> Result<(Vec<Vec<Sets>>, RoaringBitmap, Vec<RoaringBitmap>)> {
        let lexicon = Arc::clone(&self.lexicon);
        let own = |text: &str| lexicon.id(text).map(|word| postings::id(word, Whose::Own));
        let mut ids: BTreeSet<i64> = own(GONE).into_iter().collect();
        for tokens in readings {
            ids.extend(own(&how_many(tokens.len())));
            for word in tokens.iter().filter_map(Token::word) {
                ids.extend(both(
                    lexicon.id(word).into_iter().chain(lexicon.begun(word)),
                ));
            }
        }
        let sets = postings::read(&mut self.reading, ids).await?;
        let of = |id: Option<i64>| id.and_then(|id| sets.get(&id)).cloned().unwrap_or_default();
        let mut all = Vec::new();
        for tokens in readings {
            let mut words = Vec::new();
            for token in tokens {
                let mut word = Sets::default();
                if let Some(text) = token.word() {
                    word.exact = of_words(&sets, lexicon.id(text));
                    word.begun = of_words(&sets, lexicon.begun(text));
                    for whose in [0, 1] {
                        word.begun[whose] |= &word.exact[whose];
                    }
                }
                let most = match tokens.len() {
                    1 => Most::alone(self.wanted),
                    _ => Most::with_names(),
                };
                let (own, theirs) = numbers::reached(&mut self.reading, token, most).await?;
                for (whose, reached) in [(0, &own), (1, &own), (1, &theirs)] {
                    word.exact[whose] |= &reached.exact;
                    word.begun[whose] |= &reached.begun;
                }
                words.push(word);
            }
            all.push(words);
        }
        let whole = readings
            .iter()
            .map(|tokens| of(own(&how_many(tokens.len()))));
        Ok((all, of(own(GONE)), whole.collect()))
    }

    /// Completes the sets of these words with whoever is a slip away.
    async fn add_slips(&mut self, tokens: &[Token], words: &mut [Sets]) -> Result<()> {
        let slips: Vec<_> = tokens
            .iter()
            .enumerate()
            .map(|(at, token)| match token {
                // Only the last word may be unfinished.
                Token::Word(word) => self.lexicon.slips(word, at + 1 == tokens.len()),
                _ => Default::default(),
            })
            .collect();
        let ids: BTreeSet<i64> = slips
            .iter()
            .flat_map(|(whole, begun)| both(whole.iter().chain(begun).copied()))
            .collect();
        let sets = postings::read(&mut self.reading, ids).await?;
        for (word, (whole, begun)) in words.iter_mut().zip(slips) {
            word.slipped = of_words(&sets, whole);
            word.astray = of_words(&sets, begun);
            for whose in [0, 1] {
                word.astray[whose] |= &word.slipped[whose];
            }
        }
        Ok(())
    }

    /// The rows of those who were chosen, in their order, with what they met.
    async fn rows(&mut self, chosen: &[Chosen], readings: &[Vec<Token>]) -> Result<Vec<Found>> {
        if chosen.is_empty() {
            return Ok(Vec::new());
        }
        let by_place: HashMap<i64, Chosen> = chosen
            .iter()
            .map(|one| (i64::from(one.place), *one))
            .collect();
        let sql = format!(
            "select student.*, school.name as school_name, school.code as school_code, place,
                 exists (select 1 from proposal where student_id = student.id and state = 'pending') as waits
             from search_student join student on student.id = student_id
             left join school on school.id = student.school_id where place in ({})",
            places(1, chosen.len())
        );
        let rows: Vec<Joined<StudentRow, Place>> = run!(self.reading, conn => chosen
            .iter()
            .fold(sqlx::query_as(AssertSqlSafe(sql)), |query, one| query.bind(i64::from(one.place)))
            .fetch_all(conn))?;
        let mut rows: Vec<ChosenRow> = rows
            .into_iter()
            .filter_map(|Joined(student, at)| {
                Some(ChosenRow {
                    chosen: *by_place.get(&at.place)?,
                    student,
                    proposal_waits: at.waits,
                })
            })
            .collect();
        rows.sort_by_cached_key(|row| {
            (
                row.chosen.tier,
                !row.student.active,
                fold(&row.student.last_names),
                fold(&row.student.first_names),
                row.student.id,
            )
        });
        let adults = self.adults_of(&rows, readings).await?;
        let found = rows.into_iter().map(|row| {
            let adults = adults.get(&row.student.id).map_or(&[][..], Vec::as_slice);
            let (met, why) = marks::met(&row.student, adults, &readings[row.chosen.reading]);
            Found {
                student: row.student,
                why,
                is_near: row.chosen.is_near,
                proposal_waits: row.proposal_waits,
                met,
            }
        });
        Ok(found.collect())
    }

    /// The adults of those who were not found by their own names and numbers alone.
    async fn adults_of(
        &mut self,
        rows: &[ChosenRow],
        readings: &[Vec<Token>],
    ) -> Result<HashMap<StudentId, Vec<GuardianRow>>> {
        let of: Vec<StudentId> = rows
            .iter()
            .filter(|row| marks::needs_adults(&row.student, &readings[row.chosen.reading]))
            .map(|row| row.student.id)
            .collect();
        if of.is_empty() {
            return Ok(HashMap::new());
        }
        let sql = format!(
            "select guardian.*, guardianship.student_id from guardianship
             join guardian on guardian.id = guardian_id where student_id in ({})
             order by coalesce(priority, 1000), name_folded, guardian.id",
            places(1, of.len())
        );
        let rows: Vec<Joined<GuardianRow, AdultOf>> = run!(self.reading, conn => of
            .iter()
            .fold(sqlx::query_as(AssertSqlSafe(sql)), |query, id| query.bind(id.0))
            .fetch_all(conn))?;
        let mut adults: HashMap<StudentId, Vec<GuardianRow>> = HashMap::new();
        for Joined(adult, of) in rows {
            adults.entry(of.student_id).or_default().push(adult);
        }
        Ok(adults)
    }
}

/// How else what was typed may be read: two words as one (`le blanc`), one as two (`jeansebastien`), all of it as the
/// beginning of an address or of a permanent code.
fn other_readings(query: &Query, lexicon: &Lexicon) -> Vec<Vec<Token>> {
    let tokens = &query.tokens;
    let mut readings = Vec::new();
    let with = |at: usize, of: usize, instead: Vec<Token>| {
        let mut reading = tokens[..at].to_vec();
        reading.extend(instead);
        reading.extend_from_slice(&tokens[at + of..]);
        reading
    };
    for (at, pair) in tokens.windows(2).enumerate() {
        if let [Token::Word(one), Token::Word(other)] = pair {
            let word = format!("{one}{other}");
            if lexicon.begins(&word) {
                readings.push(with(at, 2, vec![Token::Word(word)]));
            }
        }
    }
    for (at, token) in tokens.iter().enumerate() {
        let Token::Word(word) = token else {
            continue;
        };
        if word.chars().count() < SPLIT_FROM {
            continue;
        }
        for (cut, _) in word.char_indices().skip(2) {
            let (one, other) = word.split_at(cut);
            if lexicon.id(one).is_some() && lexicon.begins(other) {
                readings.push(with(
                    at,
                    1,
                    [one, other].map(|part| Token::Word(part.to_owned())).into(),
                ));
            }
        }
    }
    readings.truncate(MOST_READINGS);
    if let Some(typed) = &query.in_one {
        readings.push(vec![Token::Address(typed.clone())]);
    }
    if let [Token::Word(word)] = &tokens[..]
        && word.len() == 4
        && word.is_ascii()
    {
        readings.push(vec![Token::Code(word.to_uppercase())]);
    }
    readings
}

/// The ids of the sets of these words: of the student's own, and of the adults'.
fn both(words: impl IntoIterator<Item = i64>) -> impl Iterator<Item = i64> {
    words
        .into_iter()
        .flat_map(|word| [Whose::Own, Whose::Adult].map(|whose| postings::id(word, whose)))
}

/// Who has one of these words, of their own; and who has one at all.
fn of_words(
    sets: &HashMap<i64, RoaringBitmap>,
    words: impl IntoIterator<Item = i64>,
) -> [RoaringBitmap; 2] {
    let words: Vec<i64> = words.into_iter().collect();
    let of = |whose| {
        let ids = words.iter().map(|word| postings::id(*word, whose));
        ids.filter_map(|id| sets.get(&id)).union()
    };
    let own = of(Whose::Own);
    let any = &own | of(Whose::Adult);
    [own, any]
}

#[cfg(test)]
mod tests;
