//! The known head of the journal, kept in a small file outside the database, so that entries cut off or a whole
//! database put back to an older copy are seen (domain.md §15). Checking the chain itself belongs to `chain.rs`.

use std::path::{Path, PathBuf};

use domain::DeskId;
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

use crate::error::Result;
use crate::files;
use crate::keys::Key;

/// The name of the file beside the database.
pub(crate) const HEAD_FILE: &str = "journal.head";

/// How many entries a desk's chain has, and the hash of the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    pub desk: DeskId,
    pub count: i64,
    pub hash: [u8; 32],
}

impl Head {
    pub(crate) fn mac(&self, key: &Key) -> [u8; 32] {
        key.mac(&[
            b"journal head",
            self.desk.0.as_bytes(),
            &self.count.to_be_bytes(),
            &self.hash,
        ])
    }
}

/// The file as it is written. Its fields are no secret; the MAC says that Guichet wrote it.
#[derive(Serialize, Deserialize)]
struct HeadText {
    desk: Uuid,
    count: i64,
    #[serde(with = "files::hex")]
    hash: Vec<u8>,
    #[serde(with = "files::hex")]
    mac: Vec<u8>,
}

/// What the file beside the database says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OutsideHead {
    Missing,
    /// Unreadable, or not written under the journal's key.
    Forged,
    Known(Head),
}

/// Reads the head kept in this folder.
pub(crate) fn read_outside(dir: &Path, key: &Key) -> Result<OutsideHead> {
    let Some(bytes) = files::read_if_there(&dir.join(HEAD_FILE))? else {
        return Ok(OutsideHead::Missing);
    };
    let parsed = serde_json::from_slice::<HeadText>(&bytes)
        .ok()
        .and_then(|text| {
            let head = Head {
                desk: DeskId(text.desk),
                count: text.count,
                hash: text.hash.as_slice().try_into().ok()?,
            };
            bool::from(head.mac(key).ct_eq(&text.mac)).then_some(head)
        });
    Ok(parsed.map_or(OutsideHead::Forged, OutsideHead::Known))
}

/// Replaces the head kept in this folder.
pub(crate) fn write_outside(dir: &Path, head: &Head, key: &Key) -> Result<()> {
    let text = HeadText {
        desk: head.desk.0,
        count: head.count,
        hash: head.hash.to_vec(),
        mac: head.mac(key).to_vec(),
    };
    files::replace(&dir.join(HEAD_FILE), &files::json(&text)?)
}

/// Who keeps the file in step with the commits.
pub(crate) enum HeadKeeper {
    /// PostgreSQL: several desks, no file.
    None,
    /// The file in this folder agreed with the database when it was opened.
    Agrees(PathBuf),
    /// It did not. It is left as it is, so that the disagreement stays visible until a backup is restored.
    Disagrees,
}

impl HeadKeeper {
    /// Writes the head of a commit that has just been made. It cannot fail the commit any more: a head that stays
    /// behind is caught up by the next one.
    pub(crate) async fn follow(&self, head: &Head, key: &Key) {
        let Self::Agrees(dir) = self else { return };
        let (dir, head, key) = (dir.clone(), *head, key.clone());
        let written = tokio::task::spawn_blocking(move || write_outside(&dir, &head, &key)).await;
        match written {
            Ok(Ok(())) => {}
            Ok(Err(error)) => {
                tracing::warn!(%error, "the journal's head was not written beside the database");
            }
            Err(_) => tracing::warn!("the journal's head was not written: the program is stopping"),
        }
    }
}
