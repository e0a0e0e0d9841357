//! Two adults of the registry made one, and made two again: snapshots before and after, so that a merge can be undone
//! until something else changed them. Which adults may be one person, and what is kept of each, is decided in `domain`
//! and `desk`.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use domain::{GuardianId, MergeId, StaffId};

use crate::error::Result;
use crate::open::Store;
use crate::pool::{execute, read, run};
use crate::registry::{GuardianRow, GuardianshipRow};
use crate::rows::{Joined, Stored as _, row};
use crate::write::Write;

row! {
    /// Two adults who were made one.
    pub struct MergeRow {
        pub id: MergeId,
        pub kept_id: GuardianId,
        pub gone_id: GuardianId,
        pub accounts_moved: bool,
        pub merged_by: StaffId,
        pub merged_at: DateTime<Utc>,
        pub undone_at: Option<DateTime<Utc>>,
        /// The user name of who merged them, for reading.
        pub staff_name: String,
    }
}

row! {
    /// One side of a pair that shares something; the lesser id comes first.
    pub struct Pair {
        pub one_id: GuardianId,
        pub other_id: GuardianId,
    }
}

/// Two adults to be made one.
#[derive(Clone, Debug)]
pub struct NewMerge {
    pub id: MergeId,
    /// As they will stand.
    pub kept: GuardianRow,
    pub gone: GuardianId,
    /// What ties the one adult to the children of both.
    pub ties: Vec<GuardianshipRow>,
    pub by: StaffId,
}

/// The columns of an adult, in the order of both tables.
macro_rules! guardian_columns {
    () => {
        "id, last_names, first_names, name_folded, email, email_folded, phone, language, source, source_id,
         created_at, changed_at"
    };
}

macro_rules! tie_columns {
    () => {
        "student_id, guardian_id, relationship, priority, access"
    };
}

/// Pairs of adults of the registry, less those who were said to be two, by the given joins and condition.
macro_rules! pairs {
    ($($tail:expr),+ $(,)?) => {
        concat!(
            "select distinct one.id as one_id, other.id as other_id
             from guardian one join guardian other on one.id < other.id and ",
            $($tail),+,
            " and not exists (select 1 from guardian_apart
                   where guardian_apart.one_id = one.id and guardian_apart.other_id = other.id)
             order by one_id, other_id limit $1"
        )
    };
}

/// A telephone without what papers put between its digits, nor the code of the country.
macro_rules! bare {
    ($phone:literal) => {
        concat!(
            "replace(replace(replace(replace(replace(replace(",
            $phone,
            ", '+1', ''), ' ', ''), '-', ''), '(', ''), ')', ''), '.', '')"
        )
    };
}

impl Store {
    /// Adults of one folded name who share a child.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote. So for every function of this file that reads.
    pub async fn pairs_by_name_and_child(&self, limit: u32) -> Result<Vec<Pair>> {
        read!(self, conn => sqlx::query_as(pairs!(
            "one.name_folded = other.name_folded
             join guardianship ours on ours.guardian_id = one.id
             join guardianship theirs on theirs.guardian_id = other.id and theirs.student_id = ours.student_id
             where one.name_folded <> ''"
        )).bind(limit.column()).fetch_all(conn))
    }

    /// Adults of one address, whatever their names.
    ///
    /// # Errors
    /// As for [`Store::pairs_by_name_and_child`].
    pub async fn pairs_by_address(&self, limit: u32) -> Result<Vec<Pair>> {
        read!(self, conn => sqlx::query_as(pairs!(
            "one.email_folded = other.email_folded
             where exists (select 1 from guardianship where guardian_id = one.id)
                 and exists (select 1 from guardianship where guardian_id = other.id)"
        )).bind(limit.column()).fetch_all(conn))
    }

    /// Adults of one folded name and one telephone, in whichever way it is written.
    ///
    /// # Errors
    /// As for [`Store::pairs_by_name_and_child`].
    pub async fn pairs_by_name_and_phone(&self, limit: u32) -> Result<Vec<Pair>> {
        read!(self, conn => sqlx::query_as(pairs!(
            "one.name_folded = other.name_folded
             where one.name_folded <> '' and ",
            bare!("one.phone"),
            " <> '' and ",
            bare!("one.phone"),
            " = ",
            bare!("other.phone"),
            " and exists (select 1 from guardianship where guardian_id = one.id)
              and exists (select 1 from guardianship where guardian_id = other.id)"
        )).bind(limit.column()).fetch_all(conn))
    }

    /// The merges that were not undone, the newest first.
    ///
    /// # Errors
    /// As for [`Store::pairs_by_name_and_child`].
    pub async fn merges(&self, limit: u32) -> Result<Vec<MergeRow>> {
        read!(self, conn => sqlx::query_as(
            "select guardian_merge.*, staff.user_name as staff_name
             from guardian_merge join staff on staff.id = merged_by
             where undone_at is null order by merged_at desc, guardian_merge.id desc limit $1",
        ).bind(limit.column()).fetch_all(conn))
    }

    /// One merge; none when there is no such id.
    ///
    /// # Errors
    /// As for [`Store::pairs_by_name_and_child`].
    pub async fn merge(&self, id: MergeId) -> Result<Option<MergeRow>> {
        read!(self, conn => sqlx::query_as(
            "select guardian_merge.*, staff.user_name as staff_name
             from guardian_merge join staff on staff.id = merged_by where guardian_merge.id = $1",
        ).bind(id.0).fetch_optional(conn))
    }

    /// The adults of a merge as they were before it: who is kept, then who is gone.
    ///
    /// # Errors
    /// As for [`Store::pairs_by_name_and_child`].
    pub async fn before_merge(&self, id: MergeId) -> Result<Option<(GuardianRow, GuardianRow)>> {
        let rows: Vec<Joined<GuardianRow, IsKept>> = read!(self, conn => sqlx::query_as(
            "select merged_guardian.*, merged_guardian.id = kept_id as is_kept
             from merged_guardian join guardian_merge on guardian_merge.id = merge_id
             where merge_id = $1 and moment = 'before'",
        ).bind(id.0).fetch_all(conn))?;
        let (mut kept, mut gone) = (None, None);
        for Joined(row, IsKept { is_kept }) in rows {
            *(if is_kept { &mut kept } else { &mut gone }) = Some(row);
        }
        Ok(kept.zip(gone))
    }
}

impl Store {
    /// Of those who were made one with any of these adults, perhaps through another, what they were: with who they are
    /// now. Merges are few, and all of them are read.
    pub(crate) async fn merged_into(
        &self,
        adults: &[GuardianRow],
    ) -> Result<Vec<(GuardianId, GuardianRow)>> {
        let rows: Vec<Joined<GuardianRow, Sides>> = read!(self, conn => sqlx::query_as(
            "select merged_guardian.*, kept_id, gone_id
             from merged_guardian join guardian_merge on guardian_merge.id = merge_id
             where moment = 'before' and undone_at is null order by merged_at, merge_id",
        ).fetch_all(conn))?;
        let sides = rows.iter().map(|Joined(_, sides)| sides);
        let kept: HashMap<_, _> = sides.map(|sides| (sides.gone_id, sides.kept_id)).collect();
        let here: HashSet<_> = adults.iter().map(|adult| adult.id).collect();
        let is_now = |mut id: GuardianId| {
            while let Some(kept) = kept.get(&id) {
                id = *kept;
            }
            id
        };
        let merged = rows.into_iter().filter_map(|Joined(was, _)| {
            let now = is_now(was.id);
            (now != was.id && here.contains(&now)).then_some((now, was))
        });
        Ok(merged.collect())
    }
}

row! {
    /// The two of a merge.
    pub struct Sides {
        pub kept_id: GuardianId,
        pub gone_id: GuardianId,
    }
}

row! {
    /// Which of the two of a merge it is.
    pub struct IsKept {
        pub is_kept: bool,
    }
}

impl Write {
    /// Makes two adults one: the accounts, visits and children of who is gone are of who is kept. Which of them may
    /// have an account is checked before.
    ///
    /// # Errors
    /// The database refused.
    pub async fn merge_guardians(&mut self, merge: &NewMerge) -> Result<()> {
        let (now, kept) = (self.now(), merge.kept.id);
        let moved = execute!(
            self,
            sqlx::query("update account set guardian_id = $1 where guardian_id = $2")
                .bind(kept.0)
                .bind(merge.gone.0)
        )?;
        execute!(self, sqlx::query(
            "insert into guardian_merge (id, kept_id, gone_id, accounts_moved, merged_by, merged_at)
             values ($1, $2, $3, $4, $5, $6)",
        )
        .bind(merge.id.0)
        .bind(kept.0)
        .bind(merge.gone.0)
        .bind(moved > 0)
        .bind(merge.by.0)
        .bind(now))?;
        self.take_snapshot(merge.id, "before").await?;
        execute!(
            self,
            sqlx::query("update visit set guardian_id = $1 where guardian_id = $2")
                .bind(kept.0)
                .bind(merge.gone.0)
        )?;
        execute!(
            self,
            sqlx::query(
                "insert into agreement (student_id, guardian_id, identity_document, staff_id, agreed_at)
                 select student_id, $1, identity_document, staff_id, agreed_at
                 from agreement where guardian_id = $2
                 on conflict (student_id, guardian_id) do nothing",
            )
            .bind(kept.0)
            .bind(merge.gone.0)
        )?;
        execute!(
            self,
            sqlx::query("delete from guardianship where guardian_id = $1").bind(merge.gone.0)
        )?;
        execute!(
            self,
            sqlx::query("delete from guardian where id = $1").bind(merge.gone.0)
        )?;
        self.upsert_guardians(std::slice::from_ref(&merge.kept))
            .await?;
        self.upsert_guardianships(&merge.ties).await?;
        self.take_snapshot(merge.id, "after").await
    }

    /// Keeps both adults of a merge, and what ties them to children, as they are now.
    async fn take_snapshot(&mut self, merge: MergeId, moment: &'static str) -> Result<()> {
        execute!(
            self,
            sqlx::query(concat!(
                "insert into merged_guardian (merge_id, moment, ",
                guardian_columns!(),
                ")
             select $1, $2, ",
                guardian_columns!(),
                " from guardian
             where id in (select kept_id from guardian_merge where id = $1
                          union all select gone_id from guardian_merge where id = $1)",
            ))
            .bind(merge.0)
            .bind(moment)
        )?;
        execute!(
            self,
            sqlx::query(concat!(
                "insert into merged_guardianship (merge_id, moment, ",
                tie_columns!(),
                ")
             select $1, $2, ",
                tie_columns!(),
                " from guardianship
             where guardian_id in (select kept_id from guardian_merge where id = $1
                                   union all select gone_id from guardian_merge where id = $1)",
            ))
            .bind(merge.0)
            .bind(moment)
        )?;
        Ok(())
    }

    /// Whether nothing has changed the adult of a merge since: the adult, their children, their accounts.
    ///
    /// # Errors
    /// The database refused.
    pub async fn is_merge_untouched(&mut self, merge: &MergeRow) -> Result<bool> {
        let differences: i64 = run!(self, conn => sqlx::query_scalar(concat!(
            "select (select count(*) from (
                 select ", guardian_columns!(), " from merged_guardian where merge_id = $1 and moment = 'after'
                 except select ", guardian_columns!(), " from guardian where id = $2) as people)
             + (select count(*) from (
                 select ", tie_columns!(), " from merged_guardianship where merge_id = $1 and moment = 'after'
                 except select ", tie_columns!(), " from guardianship where guardian_id = $2) as lost)
             + (select count(*) from (
                 select ", tie_columns!(), " from guardianship where guardian_id = $2
                 except select ", tie_columns!(), " from merged_guardianship
                 where merge_id = $1 and moment = 'after') as won)
             + (select count(*) from account where guardian_id = $2 and created_at > $3)",
        ))
        .bind(merge.id.0)
        .bind(merge.kept_id.0)
        .bind(merge.merged_at)
        .fetch_one(conn))?;
        Ok(differences == 0)
    }

    /// Makes one adult two again, as they were. That nothing changed since is checked before, in the same write.
    ///
    /// # Errors
    /// The database refused.
    pub async fn undo_merge(&mut self, merge: &MergeRow, by: StaffId) -> Result<()> {
        let now = self.now();
        execute!(
            self,
            sqlx::query("delete from guardianship where guardian_id = $1").bind(merge.kept_id.0)
        )?;
        execute!(self, sqlx::query(concat!(
            "insert into guardian (", guardian_columns!(), ")
             select ", guardian_columns!(), " from merged_guardian where merge_id = $1 and moment = 'before'
             on conflict (id) do update set
                 last_names = excluded.last_names, first_names = excluded.first_names,
                 name_folded = excluded.name_folded, email = excluded.email, email_folded = excluded.email_folded,
                 phone = excluded.phone, language = excluded.language, source = excluded.source,
                 source_id = excluded.source_id, changed_at = excluded.changed_at",
        )).bind(merge.id.0))?;
        execute!(
            self,
            sqlx::query(concat!(
                "insert into guardianship (",
                tie_columns!(),
                ")
             select ",
                tie_columns!(),
                " from merged_guardianship where merge_id = $1 and moment = 'before'",
            ))
            .bind(merge.id.0)
        )?;
        if merge.accounts_moved {
            execute!(
                self,
                sqlx::query("update account set guardian_id = $1 where guardian_id = $2")
                    .bind(merge.gone_id.0)
                    .bind(merge.kept_id.0)
            )?;
        }
        execute!(
            self,
            sqlx::query("update guardian_merge set undone_by = $2, undone_at = $3 where id = $1")
                .bind(merge.id.0)
                .bind(by.0)
                .bind(now)
        )?;
        Ok(())
    }

    /// "Not the same person": the two are not offered for merging again.
    ///
    /// # Errors
    /// The database refused.
    pub async fn keep_apart(&mut self, pair: &Pair, by: StaffId) -> Result<()> {
        let now = self.now();
        execute!(
            self,
            sqlx::query(
                "insert into guardian_apart (one_id, other_id, said_by, said_at) values ($1, $2, $3, $4)
                 on conflict (one_id, other_id) do nothing",
            )
            .bind(pair.one_id.min(pair.other_id).0)
            .bind(pair.one_id.max(pair.other_id).0)
            .bind(by.0)
            .bind(now)
        )?;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
