//! Writing what students are found by. The sets of places change in memory, and go to the database once, at the end of
//! the transaction: an import touches each of them thousands of times. Reading them belongs to `postings.rs`.

use std::collections::{BTreeSet, HashMap};

use domain::StudentId;
use roaring::RoaringBitmap;
use serde_json::{Value, json};
use sqlx::AssertSqlSafe;

use super::postings;
use super::words::{Whose, Words};
use crate::batch::id as hex;
use crate::error::{Result, StoreError};
use crate::pool::{Tx, execute, run};
use crate::rows::places as parameters;
use crate::write::Write;

/// So many students at once: SQLite takes 32 766 values a statement.
const STUDENTS: usize = 1000;
const WORDS: usize = 1000;
/// So much of the sets in one statement.
const MOST_BYTES: usize = 4 << 20;
/// From so many changes on, the sets are written before the end, so that a million students fit in memory.
const MOST_CHANGES: usize = 6_000_000;

/// What one transaction changes of the index. Nothing is read before the first change.
#[derive(Default)]
pub(crate) struct Index {
    given: Option<Given>,
    ids: HashMap<String, i64>,
    new_words: Vec<(i64, String)>,
    changes: HashMap<i64, Change>,
    count: usize,
}

/// How many words and places were given out. Whoever has read it is the only one to write the index until the commit.
#[derive(Clone, Copy)]
struct Given {
    words: i64,
    places: i64,
    /// Sets of words from here on are not in the database yet.
    first_new_word: i64,
}

/// The places that enter a set, and those that leave it.
#[derive(Default)]
struct Change {
    add: RoaringBitmap,
    remove: RoaringBitmap,
}

/// A student as the index knows them.
struct Known {
    place: u32,
    words: Words,
}

/// A place that enters sets, or leaves them.
struct Move {
    place: u32,
    terms: BTreeSet<(String, Whose)>,
    enters: bool,
}

impl Known {
    fn leaves(self) -> Move {
        Move {
            place: self.place,
            terms: self.words.terms(),
            enters: false,
        }
    }
}

impl Write {
    /// What each of these students is found by, in the place of what it was ([`crate::words_of`]). The student's row is
    /// there already, and says the same names and whether they are active.
    ///
    /// # Errors
    /// The database refused.
    pub async fn replace_words(&mut self, students: &[(StudentId, Words)]) -> Result<()> {
        let (tx, index) = self.tx_and_index();
        for some in students.chunks(STUDENTS) {
            index.replace(tx, some).await?;
        }
        Ok(())
    }

    /// Makes it that nothing finds these students any more; the index then lets their rows be deleted.
    ///
    /// # Errors
    /// The database refused.
    pub async fn remove_words(&mut self, students: &[StudentId]) -> Result<()> {
        let (tx, index) = self.tx_and_index();
        for some in students.chunks(STUDENTS) {
            index.remove(tx, some).await?;
        }
        Ok(())
    }

    /// The index says of these students that they have gone; whoever is not in it stays out.
    pub(crate) async fn mark_gone(&mut self, students: &[StudentId]) -> Result<()> {
        let (tx, index) = self.tx_and_index();
        for some in students.chunks(STUDENTS) {
            let known = known(tx, some).await?;
            let gone: Vec<_> = known
                .into_iter()
                .map(|(id, known)| (id, known.words.gone()))
                .collect();
            index.replace(tx, &gone).await?;
        }
        Ok(())
    }
}

impl Index {
    pub(crate) async fn replace(
        &mut self,
        tx: &mut Tx,
        students: &[(StudentId, Words)],
    ) -> Result<()> {
        let mut given = self.given(tx).await?;
        let ids: Vec<_> = students.iter().map(|(id, _)| *id).collect();
        // Nobody is known yet in a new registry.
        let mut known = if given.places == 0 {
            HashMap::new()
        } else {
            known(tx, &ids).await?
        };
        let mut rows = Vec::new();
        let mut changes = Vec::new();
        for (id, words) in students {
            let before = known.remove(id);
            if before.as_ref().is_some_and(|before| before.words == *words) {
                continue;
            }
            let kept = before
                .as_ref()
                .filter(|before| before.words.listing == words.listing);
            // A place keeps its listing for ever: whoever is called otherwise gets another.
            let place = match kept {
                Some(before) => before.place,
                None => {
                    given.places += 1;
                    u32::try_from(given.places - 1)
                        .map_err(|_| StoreError::Damaged("the places of the search"))?
                }
            };
            rows.push(json!([
                hex(id.0),
                place,
                words.listing.0,
                words.listing.1,
                words.text
            ]));
            changes.extend(before.map(Known::leaves));
            changes.push(Move {
                place,
                terms: words.terms(),
                enters: true,
            });
        }
        self.given = Some(given);
        put(tx, &STUDENT_ROWS, rows).await?;
        self.change(tx, changes).await
    }

    async fn remove(&mut self, tx: &mut Tx, students: &[StudentId]) -> Result<()> {
        self.given(tx).await?;
        let known = known(tx, students).await?;
        let sql = format!(
            "delete from search_student where student_id in ({})",
            parameters(1, students.len())
        );
        execute!(
            tx,
            students
                .iter()
                .fold(sqlx::query(AssertSqlSafe(sql)), |query, id| query
                    .bind(id.0))
        )?;
        let changes = known.into_values().map(Known::leaves);
        self.change(tx, changes.collect()).await
    }

    /// Notes who enters and who leaves each set.
    async fn change(&mut self, tx: &mut Tx, changes: Vec<Move>) -> Result<()> {
        let texts = changes
            .iter()
            .flat_map(|change| &change.terms)
            .map(|(text, _)| text.as_str());
        self.learn(tx, texts.collect()).await?;
        for Move {
            place,
            terms,
            enters,
        } in changes
        {
            for (text, whose) in terms {
                let Some(word) = self.ids.get(&text) else {
                    continue;
                };
                let change = self.changes.entry(postings::id(*word, whose)).or_default();
                let (to, from) = if enters {
                    (&mut change.add, &mut change.remove)
                } else {
                    (&mut change.remove, &mut change.add)
                };
                if !from.remove(place) {
                    to.insert(place);
                }
                self.count += 1;
            }
        }
        if self.count >= MOST_CHANGES {
            self.flush(tx).await?;
        }
        Ok(())
    }

    /// Finds the ids of these texts, and gives one to each that has none.
    async fn learn(&mut self, tx: &mut Tx, texts: BTreeSet<&str>) -> Result<()> {
        let mut given = self.given(tx).await?;
        let unknown: Vec<&str> = texts
            .into_iter()
            .filter(|text| !self.ids.contains_key(*text))
            .collect();
        if given.first_new_word > 0 {
            for some in unknown.chunks(WORDS) {
                let sql = format!(
                    "select id, text from search_word where text in ({})",
                    parameters(1, some.len())
                );
                let found: Vec<(i64, String)> = run!(tx, conn => some
                    .iter()
                    .fold(sqlx::query_as(AssertSqlSafe(sql)), |query, text| query.bind(*text))
                    .fetch_all(conn))?;
                self.ids
                    .extend(found.into_iter().map(|(id, text)| (text, id)));
            }
        }
        for text in unknown {
            if !self.ids.contains_key(text) {
                self.ids.insert(text.to_owned(), given.words);
                self.new_words.push((given.words, text.to_owned()));
                given.words += 1;
            }
        }
        self.given = Some(given);
        Ok(())
    }

    /// Writes what has changed; without a change, nothing.
    pub(crate) async fn flush(&mut self, tx: &mut Tx) -> Result<()> {
        let Some(given) = self.given else {
            return Ok(());
        };
        let words = std::mem::take(&mut self.new_words);
        put(
            tx,
            &WORD_ROWS,
            words.iter().map(|(id, text)| json!([id, text])).collect(),
        )
        .await?;
        let mut changes: Vec<_> = std::mem::take(&mut self.changes).into_iter().collect();
        // In the order of the table, so that pages fill one after the other.
        changes.sort_unstable_by_key(|(id, _)| *id);
        let mut changes = changes.into_iter().peekable();
        while changes.peek().is_some() {
            let some = changes.by_ref().take(WORDS).collect();
            write_sets(tx, some, given.first_new_word).await?;
        }
        execute!(
            tx,
            sqlx::query("update search_state set words = $1, places = $2")
                .bind(given.words)
                .bind(given.places)
        )?;
        self.given = Some(Given {
            first_new_word: given.words,
            ..given
        });
        self.count = 0;
        Ok(())
    }

    /// Reads the counts at the first change. PostgreSQL's row lock then keeps other desks from giving out the same;
    /// the embedded database has one writer.
    async fn given(&mut self, tx: &mut Tx) -> Result<Given> {
        if let Some(given) = self.given {
            return Ok(given);
        }
        let read: std::result::Result<(i64, i64), _> = match tx {
            Tx::Sqlite(tx) => {
                sqlx::query_as("select words, places from search_state")
                    .fetch_one(&mut **tx)
                    .await
            }
            Tx::Postgres(tx) => {
                sqlx::query_as("select words, places from search_state for update")
                    .fetch_one(&mut **tx)
                    .await
            }
        };
        let (words, places) = read.map_err(StoreError::from)?;
        let given = Given {
            words,
            places,
            first_new_word: words,
        };
        self.given = Some(given);
        Ok(given)
    }
}

/// Changes these sets, in the order of their ids; those of words that are new are not read.
async fn write_sets(tx: &mut Tx, changes: Vec<(i64, Change)>, first_new_word: i64) -> Result<()> {
    let old = changes
        .iter()
        .map(|(id, _)| *id)
        .filter(|id| *id < postings::id(first_new_word, Whose::Own));
    let mut before = postings::read(tx, old).await?;
    let (mut rows, mut size) = (Vec::new(), 0);
    let mut empty = Vec::new();
    for (id, change) in changes {
        let mut places = before.remove(&id).unwrap_or_default();
        places -= change.remove;
        places |= change.add;
        if places.is_empty() {
            empty.push(id);
            continue;
        }
        size += places.serialized_size();
        rows.push(json!([id, postings::hexadecimal(&places)?]));
        if size >= MOST_BYTES {
            put(tx, &POSTING_ROWS, std::mem::take(&mut rows)).await?;
            size = 0;
        }
    }
    put(tx, &POSTING_ROWS, rows).await?;
    if empty.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "delete from search_posting where id in ({})",
        parameters(1, empty.len())
    );
    execute!(
        tx,
        empty
            .iter()
            .fold(sqlx::query(AssertSqlSafe(sql)), |query, id| query.bind(*id))
    )?;
    Ok(())
}

async fn known(tx: &mut Tx, students: &[StudentId]) -> Result<HashMap<StudentId, Known>> {
    if students.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!(
        "select student_id, place, listing, listing_after, words from search_student where student_id in ({})",
        parameters(1, students.len())
    );
    let rows: Vec<(uuid::Uuid, i64, i64, i64, String)> = run!(tx, conn => students
        .iter()
        .fold(sqlx::query_as(AssertSqlSafe(sql)), |query, id| query.bind(id.0))
        .fetch_all(conn))?;
    rows.into_iter()
        .map(|(id, place, listing, after, text)| {
            let place = u32::try_from(place)
                .map_err(|_| StoreError::Damaged("the places of the search"))?;
            Ok((
                StudentId(id),
                Known {
                    place,
                    words: Words {
                        text,
                        listing: (listing, after),
                    },
                },
            ))
        })
        .collect()
}

/// How rows are written in batches, as a list of lists that each database spreads by itself.
struct Rows {
    sqlite: &'static str,
    postgres: &'static str,
}

const STUDENT_ROWS: Rows = Rows {
    sqlite: "insert into search_student (student_id, place, listing, listing_after, words)
        select unhex(value ->> 0), value ->> 1, value ->> 2, value ->> 3, value ->> 4 from json_each($1) where true
        on conflict (student_id) do update set
            place = excluded.place, listing = excluded.listing, listing_after = excluded.listing_after,
            words = excluded.words",
    postgres: "insert into search_student (student_id, place, listing, listing_after, words)
        select cast(value ->> 0 as uuid), cast(value ->> 1 as bigint), cast(value ->> 2 as bigint),
            cast(value ->> 3 as bigint), value ->> 4
        from jsonb_array_elements(cast($1 as jsonb))
        on conflict (student_id) do update set
            place = excluded.place, listing = excluded.listing, listing_after = excluded.listing_after,
            words = excluded.words",
};

const WORD_ROWS: Rows = Rows {
    sqlite: "insert into search_word (id, text) select value ->> 0, value ->> 1 from json_each($1)",
    postgres: "insert into search_word (id, text)
        select cast(value ->> 0 as bigint), value ->> 1 from jsonb_array_elements(cast($1 as jsonb))",
};

const POSTING_ROWS: Rows = Rows {
    sqlite: "insert into search_posting (id, places)
        select value ->> 0, unhex(value ->> 1) from json_each($1) where true
        on conflict (id) do update set places = excluded.places",
    postgres: "insert into search_posting (id, places)
        select cast(value ->> 0 as bigint), decode(value ->> 1, 'hex') from jsonb_array_elements(cast($1 as jsonb))
        on conflict (id) do update set places = excluded.places",
};

async fn put(tx: &mut Tx, statement: &Rows, rows: Vec<Value>) -> Result<()> {
    for some in rows.chunks(WORDS) {
        let json = Value::from(some).to_string();
        match tx {
            Tx::Sqlite(tx) => sqlx::query(statement.sqlite)
                .bind(json)
                .execute(&mut **tx)
                .await
                .map(drop),
            Tx::Postgres(tx) => sqlx::query(statement.postgres)
                .bind(json)
                .execute(&mut **tx)
                .await
                .map(drop),
        }
        .map_err(StoreError::from)?;
    }
    Ok(())
}
