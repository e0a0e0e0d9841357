//! Two adults of the registry who may be one person: found, shown side by side, made one, and two again as long as
//! nothing else has changed them (domain.md §6, §12). It is an administrator's: one adult's address becomes that of the
//! other's children, which a secretary could only propose.

use std::collections::BTreeMap;

use domain::{
    AlikeBy, GuardianId, MergeId, StudentId, merged_access, merged_priority, merged_relationship,
    names_alike,
};
use store::{Act, Entry, GuardianRow, GuardianshipRow, NewMerge, Pair, Subject};

use crate::Desk;
use crate::contract::{
    AlikeGuardian, AlikeGuardians, AlikePair, Failure, GuardianLine, KeepApart, MergeGuardians,
    MergedLine, Nothing, Side, StudentLine, UndoMerge,
};
use crate::failure::Outcome;
use crate::house::Open;
use crate::permission::Act as Permission;

/// So many pairs are shown at a time.
const PAIRS: usize = 50;
/// So many are looked at: couples who share an address are no duplicates, and are left out only here.
const LOOKED_AT: u32 = 2000;
/// So many merges are shown.
const MERGES: u32 = 20;

/// An adult with the children on whose files they are.
struct Adult {
    row: GuardianRow,
    ties: Vec<GuardianshipRow>,
    has_account: bool,
    children: Vec<StudentLine>,
}

impl Desk {
    pub(crate) async fn list_alike_guardians(&self, (): Nothing) -> Outcome<AlikeGuardians> {
        let open = self.staffed(Permission::MergeGuardians).await?;
        let mut found = BTreeMap::new();
        let store = &open.store;
        for (by, pairs) in [
            (
                AlikeBy::NameAndChild,
                store.pairs_by_name_and_child(LOOKED_AT).await?,
            ),
            (
                AlikeBy::NameAndPhone,
                store.pairs_by_name_and_phone(LOOKED_AT).await?,
            ),
            (
                AlikeBy::AddressAndAlikeName,
                store.pairs_by_address(LOOKED_AT).await?,
            ),
        ] {
            for pair in pairs {
                found.entry((pair.one_id, pair.other_id)).or_insert(by);
            }
        }
        let mut pairs = Vec::new();
        let mut more = false;
        for ((one, other), by) in found {
            let Some((one, other)) = self.two(&open, one, other).await? else {
                continue;
            };
            if by == AlikeBy::AddressAndAlikeName && !alike(&one.row, &other.row) {
                continue;
            }
            if pairs.len() == PAIRS {
                more = true;
                break;
            }
            pairs.push(AlikePair {
                by: by.into(),
                one: one.into(),
                other: other.into(),
            });
        }
        let merged = self.merged_lines(&open).await?;
        Ok(AlikeGuardians {
            pairs,
            more,
            merged,
        })
    }

    async fn merged_lines(&self, open: &Open) -> Outcome<Vec<MergedLine>> {
        let mut lines = Vec::new();
        for merge in open.store.merges(MERGES).await? {
            let before = open.store.before_merge(merge.id).await?;
            let (one, other) = before.ok_or(Failure::Damaged)?;
            let now = open.store.guardian(merge.kept_id).await?;
            lines.push(MergedLine {
                id: merge.id.0,
                merged_at: merge.merged_at,
                merged_by: merge.staff_name,
                guardian: now.as_ref().map(GuardianLine::from),
                one: GuardianLine::from(&one),
                other: GuardianLine::from(&other),
            });
        }
        Ok(lines)
    }

    async fn two(
        &self,
        open: &Open,
        one: GuardianId,
        other: GuardianId,
    ) -> Outcome<Option<(Adult, Adult)>> {
        let (one, other) = (
            self.adult_with_children(open, one).await?,
            self.adult_with_children(open, other).await?,
        );
        Ok(one.zip(other))
    }

    async fn adult_with_children(&self, open: &Open, id: GuardianId) -> Outcome<Option<Adult>> {
        let Some(row) = open.store.guardian(id).await? else {
            return Ok(None);
        };
        let files = open.store.students_of_guardian(id).await?;
        Ok(Some(Adult {
            row,
            has_account: !open.store.accounts_of_guardian(id).await?.is_empty(),
            children: files.iter().map(|(child, _)| child.into()).collect(),
            ties: files.into_iter().map(|(_, tie)| tie).collect(),
        }))
    }

    /// Makes them one: whoever has the account stays, else the first. A restriction on either's ties stays on the one's.
    pub(crate) async fn merge_guardians(&self, request: MergeGuardians) -> Outcome<Nothing> {
        let open = self.staffed(Permission::MergeGuardians).await?;
        let (one, other) = (GuardianId(request.one_id), GuardianId(request.other_id));
        if one == other {
            return Err(Failure::NotFound.into());
        }
        let two = self.two(&open, one, other).await?;
        let (one, other) = two.ok_or(Failure::NotFound)?;
        if one.has_account && other.has_account {
            return Err(Failure::TwoAccounts.into());
        }
        // A visit under way keeps its adult.
        let adults = [Some(one.row.id), Some(other.row.id)];
        let place = open.visit.lock().await;
        if place.alive().any(|visit| adults.contains(&visit.guardian)) {
            return Err(Failure::VisitUnderWay.into());
        }
        let values = chosen(&request, &one.row, &other.row);
        let (kept, gone) = match other.has_account {
            true => (other, one),
            false => (one, other),
        };
        let merge = NewMerge {
            id: MergeId(self.environment().id()),
            kept: GuardianRow {
                id: kept.row.id,
                source: kept.row.source.clone(),
                source_id: kept.row.source_id.clone(),
                ..values
            },
            gone: gone.row.id,
            ties: united(&kept, &gone),
            by: open.staff,
        };
        let students: Vec<StudentId> = merge.ties.iter().map(|tie| tie.student_id).collect();
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        write.merge_guardians(&merge).await?;
        self.keep_guardian(&open, &mut write, &kept.row, &merge.kept)
            .await?;
        self.after_merge(&mut write, merge.kept.id, &students, Act::GuardiansMerged)
            .await?;
        // Whoever reads mail at an address that is on no file any more is told (domain.md §13).
        let addresses = [&kept.row.email, &gone.row.email];
        for before in addresses.into_iter().flatten() {
            if Some(before) != merge.kept.email.as_ref() {
                self.warn_address_before(&open, &mut write, merge.kept.id, before)
                    .await?;
            }
        }
        let subject = Subject::Guardians(merge.kept.id, merge.gone);
        write
            .commit(Entry::new(Act::GuardiansMerged, subject))
            .await?;
        open.mail_waits.notify_one();
        self.changed();
        Ok(())
    }

    /// The act stands on each child's file, and everything follows from what the adults now are.
    async fn after_merge(
        &self,
        write: &mut store::Write,
        kept: GuardianId,
        students: &[StudentId],
        act: Act,
    ) -> Outcome<()> {
        for student in students {
            write.note(Entry::new(act, Subject::GuardianAndStudent(kept, *student)));
        }
        match students.first() {
            Some(student) => self.after_correction(write, *student, students).await,
            None => Ok(()),
        }
    }

    /// Two again, as they were; not once something else has changed them.
    pub(crate) async fn undo_merge(&self, request: UndoMerge) -> Outcome<Nothing> {
        let open = self.staffed(Permission::MergeGuardians).await?;
        let merge = open.store.merge(MergeId(request.merge_id)).await?;
        let merge = merge.filter(|merge| merge.undone_at.is_none());
        let merge = merge.ok_or(Failure::NotFound)?;
        let children = open.store.students_of_guardian(merge.kept_id).await?;
        let students: Vec<StudentId> = children.iter().map(|(child, _)| child.id).collect();
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        if !write.is_merge_untouched(&merge).await? {
            return Err(Failure::MergeChanged.into());
        }
        let (now, before) = (
            open.store.guardian(merge.kept_id).await?,
            open.store.before_merge(merge.id).await?,
        );
        if let Some((now, (before, _))) = now.zip(before) {
            self.keep_guardian(&open, &mut write, &now, &before).await?;
        }
        write.undo_merge(&merge, open.staff).await?;
        self.after_merge(&mut write, merge.kept_id, &students, Act::MergeUndone)
            .await?;
        let subject = Subject::Guardians(merge.kept_id, merge.gone_id);
        write.commit(Entry::new(Act::MergeUndone, subject)).await?;
        self.changed();
        Ok(())
    }

    /// "Not the same person": remembered, and not offered again.
    pub(crate) async fn keep_guardians_apart(&self, request: KeepApart) -> Outcome<Nothing> {
        let open = self.staffed(Permission::MergeGuardians).await?;
        let pair = Pair {
            one_id: GuardianId(request.one_id),
            other_id: GuardianId(request.other_id),
        };
        let two = self.two(&open, pair.one_id, pair.other_id).await?;
        if two.is_none() || pair.one_id == pair.other_id {
            return Err(Failure::NotFound.into());
        }
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        write.keep_apart(&pair, open.staff).await?;
        let subject = Subject::Guardians(pair.one_id, pair.other_id);
        write
            .commit(Entry::new(Act::GuardiansKeptApart, subject))
            .await?;
        self.changed();
        Ok(())
    }
}

impl From<Adult> for AlikeGuardian {
    fn from(adult: Adult) -> Self {
        Self {
            guardian: GuardianLine::from(&adult.row),
            source: adult.row.source,
            has_account: adult.has_account,
            children: adult.children,
        }
    }
}

fn alike(one: &GuardianRow, other: &GuardianRow) -> bool {
    names_alike(
        (&one.last_names, &one.first_names),
        (&other.last_names, &other.first_names),
    )
}

/// Each value from the side that was chosen for it.
fn chosen(request: &MergeGuardians, one: &GuardianRow, other: &GuardianRow) -> GuardianRow {
    let of = |side: Side| match side {
        Side::One => one,
        Side::Other => other,
    };
    let name = of(request.name.0);
    GuardianRow {
        last_names: name.last_names.clone(),
        first_names: name.first_names.clone(),
        email: of(request.email.0).email.clone(),
        phone: of(request.phone.0).phone.clone(),
        language: of(request.language.0).language.clone(),
        ..one.clone()
    }
}

/// What ties the one adult to the children of both; of two ties to one child the stricter access wins.
fn united(kept: &Adult, gone: &Adult) -> Vec<GuardianshipRow> {
    let mut ties: BTreeMap<StudentId, GuardianshipRow> = kept
        .ties
        .iter()
        .map(|tie| (tie.student_id, tie.clone()))
        .collect();
    for theirs in &gone.ties {
        let mine = GuardianshipRow {
            guardian_id: kept.row.id,
            ..theirs.clone()
        };
        ties.entry(theirs.student_id)
            .and_modify(|tie| {
                tie.access = merged_access(tie.access, theirs.access);
                tie.relationship = merged_relationship(tie.relationship, theirs.relationship);
                tie.priority = merged_priority(tie.priority, theirs.priority);
            })
            .or_insert(mine);
    }
    ties.into_values().collect()
}
