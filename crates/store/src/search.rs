//! Finding a student by beginnings of words, in any order (domain.md §4): what a student is found by, and the finding.
//! Slips of the finger are not forgiven here yet: that takes each engine's own full-text search.

use domain::PermanentCode;
use domain::name::fold;
use sqlx::AssertSqlSafe;

use crate::error::Result;
use crate::open::Store;
use crate::pool::read;
use crate::registry::{GuardianRow, StudentRow, students};
use crate::rows::{Joined, Stored, row};

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

/// One word under which a student is found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word {
    pub text: String,
    pub kind: WordKind,
}

/// A student found, and by what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub student: StudentRow,
    /// Of the words typed, what the least obvious one met: a guardian's name rather than the student's own.
    pub why: WordKind,
}

/// More words than these say nothing more.
const MOST_WORDS: usize = 6;
/// A word with as many rows as this is common: along the list of students in the order of their names, one who has it
/// is soon met. Whoever has a word that is not common is gathered, and sorted after.
const COMMON_ALONE: i64 = 1000;
const COMMON_WITH_OTHERS: i64 = 10_000;
/// A fiche as papers print it.
const FICHE_DIGITS: usize = 7;
/// The telephone number without its area code.
const LOCAL_DIGITS: usize = 7;

/// What a student is found by: names, fiche, permanent code, and the names, addresses and telephones of their adults.
#[must_use]
pub fn words_of(student: &StudentRow, guardians: &[&GuardianRow]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut add = |text: String, kind| {
        if !text.is_empty() {
            words.push(Word { text, kind });
        }
    };
    for name in [&student.last_names, &student.first_names] {
        name_words(name).for_each(|word| add(word, WordKind::Name));
    }
    if let Some(fiche) = student.fiche {
        let fiche = fiche.to_string();
        // Papers print it with leading zeros, and so it is typed.
        add(format!("{fiche:0>FICHE_DIGITS$}"), WordKind::Fiche);
        add(fiche, WordKind::Fiche);
    }
    if let Some(code) = &student.permanent_code {
        add(code.as_str().to_lowercase(), WordKind::PermanentCode);
    }
    for guardian in guardians {
        for name in [&guardian.last_names, &guardian.first_names] {
            name_words(name).for_each(|word| add(word, WordKind::Guardian));
        }
        if let Some(email) = &guardian.email {
            add(email.folded().to_owned(), WordKind::Address);
        }
        let phone = digits(guardian.phone.as_deref().unwrap_or_default());
        if let Some(local) = phone.len().checked_sub(LOCAL_DIGITS) {
            add(phone[local..].to_owned(), WordKind::Phone);
        }
        add(phone, WordKind::Phone);
    }
    words.sort_unstable();
    words.dedup();
    words
}

/// The words of a query as typed: folded names, or one number whose spaces and hyphens mean nothing, or an address.
#[must_use]
pub fn query_words(typed: &str) -> Vec<String> {
    if let Ok(code) = PermanentCode::parse(typed) {
        return vec![code.as_str().to_lowercase()];
    }
    let number = digits(typed);
    if number.len() >= LOCAL_DIGITS && !typed.chars().any(char::is_alphabetic) {
        return vec![number];
    }
    typed
        .split_whitespace()
        .flat_map(|word| match word.contains('@') {
            true => vec![word.to_lowercase()],
            false => fold(word).split(' ').map(str::to_owned).collect(),
        })
        .filter(|word| !word.is_empty())
        .collect()
}

impl Store {
    /// The students of whom every word is the beginning of some word, active ones first, by name; none without a word.
    /// Words are as [`query_words`] gives them.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote.
    pub async fn search(&self, words: &[String], limit: u32) -> Result<Vec<Found>> {
        let mut counted = Vec::new();
        for word in words.iter().take(MOST_WORDS) {
            counted.push((self.count_up_to_common(word).await?, word));
        }
        let common = match counted.len() {
            0 => return Ok(Vec::new()),
            1 => COMMON_ALONE,
            _ => COMMON_WITH_OTHERS,
        };
        let is_common: Vec<_> = counted.iter().map(|(count, _)| *count >= common).collect();
        let sql = statement(&is_common);
        let rows: Vec<Joined<StudentRow, Why>> = read!(self, conn => counted
            .iter()
            .fold(sqlx::query_as(AssertSqlSafe(sql)), |query, (_, word)| {
                query.bind(*word).bind(after(word))
            })
            .bind(limit.column())
            .fetch_all(conn))?;
        Ok(rows
            .into_iter()
            .map(|Joined(student, why)| Found {
                student,
                why: why.why,
            })
            .collect())
    }

    async fn count_up_to_common(&self, word: &str) -> Result<i64> {
        read!(self, conn => sqlx::query_scalar(
            "select count(*) from (select 1 from student_word where word >= $1 and word < $2 limit $3) as found",
        ).bind(word).bind(after(word)).bind(COMMON_WITH_OTHERS).fetch_one(conn))
    }
}

row! {
    /// What the least obvious word met.
    pub struct Why {
        pub why: WordKind,
    }
}

/// Read as its place in [`WordKind::ALL`], by which the database tells the least obvious; it is never read as its text.
impl Stored for WordKind {
    type Column = i64;

    fn from_column(column: i64) -> Option<Self> {
        Self::ALL.get(usize::try_from(column).ok()?).copied()
    }

    fn column(&self) -> i64 {
        *self as i64
    }
}

/// The search for so many words, each common or not: each has its two bounds, and the last value is the limit.
fn statement(is_common: &[bool]) -> String {
    let words = is_common.len();
    let bounds = |at: usize| format!("word >= ${} and word < ${}", 2 * at + 1, 2 * at + 2);
    let conditions = is_common.iter().enumerate().map(|(at, is_common)| {
        let bounds = bounds(at);
        match is_common {
            true => format!(
                "exists (select 1 from student_word where student_id = student.id and {bounds})"
            ),
            false => format!("student.id in (select student_id from student_word where {bounds})"),
        }
    });
    let conditions: Vec<_> = conditions.collect();
    let ranks: String = WordKind::ALL
        .iter()
        .map(|kind| format!(" when '{kind}' then {}", kind.column()))
        .collect();
    let whys = (0..words).map(|at| {
        format!(
            "select min(case kind{ranks} end) as rank from student_word where student_id = found.id and {}",
            bounds(at)
        )
    });
    let whys: Vec<_> = whys.collect();
    format!(
        "select found.*, (select cast(max(rank) as bigint) from ({}) as ranks) as why
         from ({} where {} order by active desc, last_folded, first_folded, student.id limit ${}) as found
         order by active desc, last_folded, first_folded, id",
        whys.join(" union all "),
        students!(""),
        conditions.join(" and "),
        2 * words + 1
    )
}

/// What comes after every word that begins so, in the order of code points.
fn after(beginning: &str) -> String {
    format!("{beginning}\u{10FFFF}")
}

/// The words of a name, and the name in one piece when it has several: `obrien` finds O'Brien.
fn name_words(name: &str) -> impl Iterator<Item = String> {
    let folded = fold(name);
    let whole = folded.contains(' ').then(|| folded.replace(' ', ""));
    let words: Vec<_> = folded.split(' ').map(str::to_owned).collect();
    words.into_iter().chain(whole)
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests;
