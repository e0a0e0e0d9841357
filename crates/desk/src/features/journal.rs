//! The journal as it is read: entries hold ids alone, and the names are looked up for the reader.

use domain::{GuardianId, SchoolId, StaffId, StudentId, VisitId};
use store::JournalRow;

use crate::Desk;
use crate::contract::{JournalLine, JournalPage, ListJournal};
use crate::failure::Outcome;
use crate::house::Open;
use crate::permission::Act as Permission;

const PAGE: u32 = 100;

impl Desk {
    pub(crate) async fn list_journal(&self, request: ListJournal) -> Outcome<JournalPage> {
        let open = self.staffed(Permission::ReadJournal).await?;
        let mut rows = open
            .store
            .journal_page(open.desk.id, request.before.map(i64::from), PAGE + 1)
            .await?;
        let more = rows.len() > PAGE as usize;
        rows.truncate(PAGE as usize);
        let head = open.store.journal_head(open.desk.id).await?;
        Ok(JournalPage {
            lines: self.lines(&open, rows).await?,
            more,
            count: head
                .as_ref()
                .map_or(0, |head| u32::try_from(head.count).unwrap_or(u32::MAX)),
            head: head.map(|head| short_hash(&head.hash)).unwrap_or_default(),
        })
    }

    /// Entries with the names that their ids have today.
    pub(crate) async fn lines(
        &self,
        open: &Open,
        rows: Vec<JournalRow>,
    ) -> Outcome<Vec<JournalLine>> {
        let mut lines = Vec::with_capacity(rows.len());
        for row in rows {
            let actor = match (row.actor_kind.as_str(), row.actor_id) {
                ("staff" | "kiosk", Some(id)) => open
                    .store
                    .staff_member(StaffId(id))
                    .await?
                    .map(|staff| staff.user_name),
                ("parent", Some(id)) => self.visit_number(open, VisitId(id)).await?,
                _ => None,
            };
            lines.push(JournalLine {
                number: u32::try_from(row.seq).unwrap_or(u32::MAX),
                at: row.at,
                actor,
                subject: self.subject_name(open, &row).await?,
                actor_kind: row.actor_kind,
                act: row.act,
                subject_kind: row.subject_kind,
                detail: row.detail,
            });
        }
        Ok(lines)
    }

    async fn visit_number(&self, open: &Open, id: VisitId) -> Outcome<Option<String>> {
        Ok(open
            .store
            .visit(id)
            .await?
            .map(|visit| visit.number.to_string()))
    }

    async fn subject_name(&self, open: &Open, row: &JournalRow) -> Outcome<Option<String>> {
        let Some(first) = row.subject_id else {
            return Ok(None);
        };
        let second = row.second_subject_id.unwrap_or(first);
        Ok(match row.subject_kind.as_str() {
            "student" => self.student_name(open, StudentId(first)).await?,
            "account_and_student" | "guardian_and_student" | "visit_and_student" => {
                self.student_name(open, StudentId(second)).await?
            }
            "guardian" | "guardians" => self.guardian_name(open, GuardianId(first)).await?,
            "visit_and_guardian" => self.guardian_name(open, GuardianId(second)).await?,
            "staff" => open
                .store
                .staff_member(StaffId(first))
                .await?
                .map(|staff| staff.user_name),
            "school" => open
                .store
                .school(SchoolId(first))
                .await?
                .map(|row| row.name),
            "visit" | "visit_and_account" | "visit_and_mail" => {
                self.visit_number(open, VisitId(first)).await?
            }
            _ => None,
        })
    }

    async fn student_name(&self, open: &Open, id: StudentId) -> Outcome<Option<String>> {
        Ok(open
            .store
            .student(id)
            .await?
            .map(|row| format!("{}, {}", row.last_names, row.first_names)))
    }

    async fn guardian_name(&self, open: &Open, id: GuardianId) -> Outcome<Option<String>> {
        Ok(open
            .store
            .guardian(id)
            .await?
            .map(|row| format!("{}, {}", row.last_names, row.first_names)))
    }
}

/// Enough of a head to be noted on paper: its first 16 hexadecimal digits.
pub(crate) fn short_hash(hash: &[u8]) -> String {
    hash.iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
