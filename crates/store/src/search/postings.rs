//! The sets of places, read. A set is a roaring bitmap: sets of a million students meet within a millisecond.

use std::collections::HashMap;

use roaring::RoaringBitmap;

use super::words::Whose;
use crate::error::{Result, StoreError};
use crate::pool::Tx;

const SQLITE: &str = "select search_posting.id, places from json_each($1)
     join search_posting on search_posting.id = value";
const POSTGRES: &str = "select id, places from search_posting where id = any($1)";

/// The id of the students who have a word.
pub(crate) const fn id(word: i64, whose: Whose) -> i64 {
    2 * word + whose as i64
}

/// Those of these sets that are not empty.
pub(crate) async fn read(
    tx: &mut Tx,
    ids: impl IntoIterator<Item = i64>,
) -> Result<HashMap<i64, RoaringBitmap>> {
    let ids: Vec<i64> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(i64, Vec<u8>)> = match tx {
        Tx::Sqlite(tx) => {
            sqlx::query_as(SQLITE)
                .bind(serde_json::Value::from(ids).to_string())
                .fetch_all(&mut **tx)
                .await
        }
        Tx::Postgres(tx) => {
            sqlx::query_as(POSTGRES)
                .bind(ids)
                .fetch_all(&mut **tx)
                .await
        }
    }
    .map_err(StoreError::from)?;
    sets(rows)
}

/// A set as it is written, for the statements that read hexadecimal.
pub(crate) fn hexadecimal(places: &RoaringBitmap) -> Result<String> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut bytes = Vec::with_capacity(places.serialized_size());
    places.serialize_into(&mut bytes)?;
    let digits =
        |byte: u8| [byte >> 4, byte & 15].map(|half| char::from(DIGITS[usize::from(half)]));
    Ok(bytes.into_iter().flat_map(digits).collect())
}

fn sets(rows: Vec<(i64, Vec<u8>)>) -> Result<HashMap<i64, RoaringBitmap>> {
    rows.into_iter()
        .map(|(id, bytes)| {
            let places = RoaringBitmap::deserialize_from(&bytes[..]);
            Ok((
                id,
                places.map_err(|_| StoreError::Damaged("a set of the search"))?,
            ))
        })
        .collect()
}
