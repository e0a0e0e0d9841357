//! Checking the journal's chain: each entry, its number, its hash, its MAC, the head in the database and the head
//! known outside it (domain.md §15). Writing entries belongs to `journal.rs`.

use std::collections::BTreeSet;

use domain::DeskId;
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

use crate::error::Result;
use crate::head::{Head, OutsideHead};
use crate::journal::JournalRow;
use crate::keys::Key;
use crate::open::Store;
use crate::pool::read;

/// So many entries are checked at a time.
const PAGE: i64 = 1000;

/// Whether the chain holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chain {
    Ok,
    /// `first_bad` is the number of the first entry that cannot be vouched for: changed, missing, in another's place,
    /// or, one past the last, cut off.
    Broken {
        first_bad: i64,
    },
}

/// What a check of the journal found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChainReport {
    /// How many entries are there, of all desks.
    pub entries: i64,
    pub chain: Chain,
}

#[derive(sqlx::FromRow)]
struct HeadRow {
    count: i64,
    hash: Vec<u8>,
    mac: Vec<u8>,
}

impl Store {
    /// Checks every desk's chain from its first entry to its head, and against the head known outside.
    ///
    /// # Errors
    /// The database or the head's file cannot be read. What is wrong in the chain is in the report.
    pub async fn check_chain(&self) -> Result<ChainReport> {
        let known = self.known_head()?;
        let mut desks: BTreeSet<Uuid> = read!(self, conn => sqlx::query_scalar(
            "select desk_id from journal union select desk_id from journal_head",
        ).fetch_all(conn))?
        .into_iter()
        .collect();
        if let Some(OutsideHead::Known(head)) = known {
            desks.insert(head.desk.0);
        }
        let mut report = ChainReport {
            entries: 0,
            chain: Chain::Ok,
        };
        for desk in desks {
            let of_desk = self.check_desk(DeskId(desk), known).await?;
            report.entries += of_desk.entries;
            if report.chain == Chain::Ok {
                report.chain = of_desk.chain;
            }
        }
        Ok(report)
    }

    async fn check_desk(&self, desk: DeskId, known: Option<OutsideHead>) -> Result<ChainReport> {
        let mut walk = Walk::new(desk, known);
        let mut after = i64::MIN;
        loop {
            let rows: Vec<JournalRow> = read!(self, conn => sqlx::query_as(
                "select * from journal where desk_id = $1 and seq > $2 order by seq limit $3",
            ).bind(desk.0).bind(after).bind(PAGE).fetch_all(conn))?;
            let Some(last) = rows.last() else { break };
            after = last.seq;
            for row in &rows {
                walk.step(row, &self.0.keys.journal);
            }
        }
        let head: Option<HeadRow> = read!(self, conn => sqlx::query_as(
            "select count, hash, mac from journal_head where desk_id = $1",
        ).bind(desk.0).fetch_optional(conn))?;
        Ok(walk.end(head, &self.0.keys.journal))
    }
}

/// Follows one chain from its first entry on.
struct Walk {
    /// The last good entry, or the beginning.
    head: Head,
    known: Option<OutsideHead>,
    entries: i64,
    first_bad: Option<i64>,
}

impl Walk {
    const fn new(desk: DeskId, known: Option<OutsideHead>) -> Self {
        let head = Head {
            desk,
            count: 0,
            hash: [0; 32],
        };
        Self {
            head,
            known,
            entries: 0,
            first_bad: None,
        }
    }

    fn step(&mut self, row: &JournalRow, key: &Key) {
        self.entries += 1;
        if self.first_bad.is_some() {
            return;
        }
        let expected = self.head.count + 1;
        let hash = row.canonical_hash();
        let good = row.seq == expected
            && row.previous_hash == self.head.hash
            && row.hash == hash
            && bool::from(row.canonical_mac(key).ct_eq(&row.mac))
            && self
                .known_at(expected)
                .is_none_or(|known| known.hash == hash);
        if good {
            self.head = Head {
                count: expected,
                hash,
                ..self.head
            };
        } else {
            self.first_bad = Some(expected);
        }
    }

    /// The head known outside, when it is this desk's and about this entry.
    fn known_at(&self, seq: i64) -> Option<Head> {
        match self.known {
            Some(OutsideHead::Known(head)) if head.desk == self.head.desk && head.count == seq => {
                Some(head)
            }
            _ => None,
        }
    }

    fn end(mut self, head: Option<HeadRow>, key: &Key) -> ChainReport {
        let inside = head.is_some_and(|row| {
            row.count == self.head.count
                && row.hash == self.head.hash
                && bool::from(self.head.mac(key).ct_eq(&row.mac))
        });
        let outside = match self.known {
            None => true,
            Some(OutsideHead::Missing | OutsideHead::Forged) => false,
            Some(OutsideHead::Known(known)) => {
                known.desk == self.head.desk && known.count <= self.head.count
            }
        };
        if !(inside && outside) {
            self.first_bad.get_or_insert(self.head.count + 1);
        }
        let chain = self
            .first_bad
            .map_or(Chain::Ok, |first_bad| Chain::Broken { first_bad });
        ChainReport {
            entries: self.entries,
            chain,
        }
    }
}
