//! The write transaction: who writes, when, at which desk, and the journal entry without which nothing is kept.
//! What is written belongs to the files named after the tables.

use std::sync::Arc;

use chrono::{DateTime, SubsecRound as _, Utc};
use domain::{DeskId, ImportId, StaffId, VisitId};
use tokio::sync::OwnedRwLockReadGuard;
use uuid::Uuid;

use crate::error::Result;
use crate::journal::{self, Entry};
use crate::keys::DataKey;
use crate::open::{Inner, Store};
use crate::pool::Tx;
use crate::search::Index;

/// Who acts (domain.md §14).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A member of staff, signed in.
    Staff(StaffId),
    /// A parent in their own window, known by the visit.
    Parent(VisitId),
    /// A kiosk acts as itself, opened by a member of staff.
    Kiosk(StaffId),
    /// Guichet on its own: the outbox, a sign-in that failed.
    Program,
}

impl Actor {
    pub(crate) const fn columns(self) -> (&'static str, Option<Uuid>) {
        match self {
            Self::Staff(id) => ("staff", Some(id.0)),
            Self::Parent(id) => ("parent", Some(id.0)),
            Self::Kiosk(id) => ("kiosk", Some(id.0)),
            Self::Program => ("program", None),
        }
    }
}

/// When, by whom and at which desk something is written.
#[derive(Clone, Copy, Debug)]
pub struct Stamp {
    /// Whole milliseconds, which both databases keep alike.
    pub now: DateTime<Utc>,
    pub actor: Actor,
    pub desk: DeskId,
}

impl Stamp {
    /// Time is cut to whole milliseconds.
    #[must_use]
    pub fn new(now: DateTime<Utc>, actor: Actor, desk: DeskId) -> Self {
        Self {
            now: now.trunc_subsecs(3),
            actor,
            desk,
        }
    }
}

/// An open write transaction. [`Write::commit`] wants a journal entry; dropped, it leaves no trace.
#[must_use = "nothing is kept until it is committed"]
pub struct Write {
    inner: Arc<Inner>,
    tx: Tx,
    stamp: Stamp,
    import: Option<ImportId>,
    notes: Vec<Entry>,
    index: Index,
    key: DataKey,
    /// Held so that no re-keying comes between what this write seals and its commit.
    _held: OwnedRwLockReadGuard<()>,
}

impl Store {
    /// Begins to write. The embedded database has one writer: a second write waits for the first to end.
    ///
    /// # Errors
    /// The database cannot be reached, or another write does not end.
    pub async fn write(&self, stamp: Stamp) -> Result<Write> {
        let held = Arc::clone(&self.0.rekeying).read_owned().await;
        self.write_while(held, stamp).await
    }

    pub(crate) async fn write_while(
        &self,
        held: OwnedRwLockReadGuard<()>,
        stamp: Stamp,
    ) -> Result<Write> {
        let tx = self.0.pool.begin().await?;
        Ok(self.write_in(tx, held, stamp))
    }

    pub(crate) fn write_in(&self, tx: Tx, held: OwnedRwLockReadGuard<()>, stamp: Stamp) -> Write {
        Write {
            inner: Arc::clone(&self.0),
            tx,
            stamp,
            import: None,
            notes: Vec::new(),
            index: Index::default(),
            key: self.data_key(),
            _held: held,
        }
    }
}

impl Write {
    /// Who writes, when and where.
    #[must_use]
    pub const fn stamp(&self) -> Stamp {
        self.stamp
    }

    /// The time of this write, in whole milliseconds.
    #[must_use]
    pub const fn now(&self) -> DateTime<Utc> {
        self.stamp.now
    }

    /// The import that this write is part of: rows bear its id from now on.
    pub(crate) const fn is_part_of(&mut self, import: ImportId) {
        self.import = Some(import);
    }

    pub(crate) const fn import(&self) -> Option<ImportId> {
        self.import
    }

    /// Gives up: nothing is kept. Dropping does the same, a moment later.
    ///
    /// # Errors
    /// The database cannot be reached any more.
    pub async fn give_up(self) -> Result<()> {
        self.tx.roll_back().await
    }

    /// Adds an entry before the one that [`Write::commit`] ends with.
    pub fn note(&mut self, entry: Entry) {
        self.notes.push(entry);
    }

    /// Appends the entries to the desk's chain and commits both together (domain.md §15, design.md §2).
    ///
    /// # Errors
    /// The database refused or the disk is full: nothing was kept.
    pub async fn commit(mut self, entry: Entry) -> Result<()> {
        self.notes.push(entry);
        self.index.flush(&mut self.tx).await?;
        let head = journal::append(
            &mut self.tx,
            &self.inner.keys.journal,
            self.stamp,
            &self.notes,
        )
        .await?;
        // Taken before the commit, so that heads reach the file in the order of their commits.
        let outside = self.inner.outside_head.lock().await;
        self.tx.commit().await?;
        outside.follow(&head, &self.inner.keys.journal).await;
        Ok(())
    }

    pub(crate) const fn tx(&mut self) -> &mut Tx {
        &mut self.tx
    }

    /// The transaction, and what it changes of the search.
    pub(crate) const fn tx_and_index(&mut self) -> (&mut Tx, &mut Index) {
        (&mut self.tx, &mut self.index)
    }

    pub(crate) fn data_key(&self) -> &DataKey {
        &self.key
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::StoreError;
    use crate::journal::{Act, Subject};
    use crate::pool::{execute, read};
    use crate::testing::{DESK, STAFF, both_databases, noon, stamp};

    async fn set(write: &mut Write, name: &str) -> Result<u64> {
        execute!(
            write,
            sqlx::query("insert into setting (name, value) values ($1, 'x')").bind(name)
        )
    }

    async fn settings(store: &Store) -> Vec<String> {
        read!(store, conn => sqlx::query_scalar("select name from setting order by name").fetch_all(conn))
            .unwrap()
    }

    const ENTRY: Entry = Entry::new(Act::SettingsChanged, Subject::None);

    #[tokio::test]
    async fn what_is_committed_is_kept_with_its_entries() {
        both_databases(async |store| {
            let mut write = store.write(stamp()).await.unwrap();
            assert_eq!(set(&mut write, "one").await.unwrap(), 1);
            write.note(Entry::new(Act::MailSet, Subject::None));
            write.commit(ENTRY).await.unwrap();

            assert_eq!(settings(store).await, ["one"]);
            let page = store.journal_page(DESK, None, 10).await.unwrap();
            let told: Vec<_> = page.iter().map(|row| (row.seq, row.act.as_str())).collect();
            assert_eq!(told, [(2, "settings_changed"), (1, "mail_set")]);
            assert_eq!(page[0].actor_id, Some(STAFF.0));
            assert_eq!(page[0].at, noon());
        })
        .await;
    }

    #[tokio::test]
    async fn what_is_dropped_leaves_neither_rows_nor_entries() {
        both_databases(async |store| {
            let mut write = store.write(stamp()).await.unwrap();
            set(&mut write, "one").await.unwrap();
            write.note(ENTRY);
            drop(write);

            let write = store.write(stamp()).await.unwrap();
            write.commit(ENTRY).await.unwrap();
            assert!(settings(store).await.is_empty());
            assert_eq!(store.journal_head(DESK).await.unwrap().unwrap().count, 1);
        })
        .await;
    }

    #[tokio::test]
    async fn a_unique_value_that_is_taken_is_told_as_such() {
        both_databases(async |store| {
            let mut write = store.write(stamp()).await.unwrap();
            set(&mut write, "one").await.unwrap();
            let again = set(&mut write, "one").await;
            assert!(matches!(again, Err(StoreError::Taken)), "{again:?}");
        })
        .await;
    }

    #[tokio::test]
    async fn writes_at_once_are_chained_one_after_the_other() {
        both_databases(async |store| {
            let mut writers = tokio::task::JoinSet::new();
            for _ in 0..8 {
                let store = Store::clone(store);
                writers.spawn(async move {
                    store
                        .write(stamp())
                        .await
                        .unwrap()
                        .commit(ENTRY)
                        .await
                        .unwrap();
                });
            }
            writers.join_all().await;
            let report = store.check_chain().await.unwrap();
            assert_eq!((report.entries, report.chain), (8, crate::Chain::Ok));
        })
        .await;
    }
}
