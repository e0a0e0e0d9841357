//! The limits of domain.md §5 that hold now, each with what lifts it: time, a new code, or an act of the secretary.
//! What is counted, and what follows from it, stays with whoever counts (`address`, `account`, `claim`).

use chrono::{DateTime, TimeDelta, Utc};
use domain::{AttemptSubject, StudentId};

use super::LiveVisit;
use crate::Desk;
use crate::contract::{LimitKind, LimitLine, Nothing, StudentLine};
use crate::failure::Outcome;
use crate::house::Open;
use crate::permission::Act as Permission;

impl Desk {
    /// Every limit that holds at this desk, whoever it holds.
    pub(crate) async fn list_limits(&self, (): Nothing) -> Outcome<Vec<LimitLine>> {
        let open = self.staffed(Permission::RunVisit).await?;
        let mut lines = self.sendings_used_up(&open).await?;
        lines.extend(self.pauses(&open).await?);
        for lock in open.store.claim_locks().await? {
            lines.extend(locked(&open, lock.student_id, lock.locked_at).await?);
        }
        Ok(lines)
    }

    /// Those that hold this visit: its address, its code, the child of its file and the child of its claim.
    pub(crate) async fn limits_on(
        &self,
        open: &Open,
        visit: &LiveVisit,
    ) -> Outcome<Vec<LimitLine>> {
        let mut lines = Vec::new();
        if let Some(address) = &visit.address {
            let key = address.folded();
            if let Some(until) = self.sendings_again_at(open, key).await? {
                lines.push(of_address(LimitKind::CodesToAddress, key, until));
            }
            for (subject, limit) in PAUSES {
                if let Some(until) = self.paused_until(open, subject, key).await? {
                    lines.push(of_address(limit, key, until));
                }
            }
        }
        if visit.wrong_codes >= self.limits().code_wrong_entries {
            lines.push(LimitLine {
                limit: LimitKind::WrongCodes.into(),
                address: visit.address.as_ref().map(|one| one.as_str().to_owned()),
                student: None,
                since: None,
                until: None,
            });
        }
        let claimed = visit
            .claim
            .as_ref()
            .and_then(|claim| claim.student.as_ref());
        let mut students: Vec<_> = claimed.map(|line| StudentId(line.id)).into_iter().collect();
        students.extend(visit.student.filter(|id| !students.contains(id)));
        for student in students {
            if let Some(since) = open.store.claim_lock(student).await? {
                lines.extend(locked(open, student, since).await?);
            }
        }
        Ok(lines)
    }

    /// When a code may leave for this address again; none when it may now (domain.md §5).
    pub(super) async fn sendings_again_at(
        &self,
        open: &Open,
        folded: &str,
    ) -> Outcome<Option<DateTime<Utc>>> {
        let now = self.environment().now();
        let mut again = None;
        for (most, stretch) in self.sending_windows() {
            let first = open
                .store
                .attempt_from_newest(AttemptSubject::CodeToAddress, folded, most, now - stretch)
                .await?;
            again = again.max(first.map(|at| at + stretch));
        }
        Ok(again)
    }

    /// Until when so many wrong tries in one window keep the road closed, counted from the last of them (domain.md §5).
    pub(super) async fn paused_until(
        &self,
        open: &Open,
        subject: AttemptSubject,
        key: &str,
    ) -> Outcome<Option<DateTime<Utc>>> {
        let (now, limits) = (self.environment().now(), self.limits());
        let pause = TimeDelta::minutes(limits.claims_pause_minutes.into());
        let window = TimeDelta::minutes(limits.claims_window_minutes.into());
        let recent = open.store.attempts_since(subject, key, now - pause).await?;
        let Some(latest) = recent.latest else {
            return Ok(None);
        };
        let together = open
            .store
            .attempts_since(subject, key, latest - window)
            .await?;
        Ok((together.count >= limits.claims_in_window).then_some(latest + pause))
    }

    /// At most so many codes to one address, in so long.
    fn sending_windows(&self) -> [(u32, TimeDelta); 2] {
        let limits = self.limits();
        let short = TimeDelta::minutes(limits.codes_short_window_minutes.into());
        [
            (limits.codes_in_short_window, short),
            (limits.codes_a_day, TimeDelta::days(1)),
        ]
    }

    async fn sendings_used_up(&self, open: &Open) -> Outcome<Vec<LimitLine>> {
        let now = self.environment().now();
        let mut keys = Vec::new();
        for (most, stretch) in self.sending_windows() {
            let subject = AttemptSubject::CodeToAddress;
            let used_up = open.store.keys_with_attempts(subject, most, now - stretch);
            keys.extend(used_up.await?);
        }
        keys.sort_unstable();
        keys.dedup();
        let mut lines = Vec::new();
        for key in keys {
            if let Some(until) = self.sendings_again_at(open, &key).await? {
                lines.push(of_address(LimitKind::CodesToAddress, &key, until));
            }
        }
        Ok(lines)
    }

    async fn pauses(&self, open: &Open) -> Outcome<Vec<LimitLine>> {
        let (now, limits) = (self.environment().now(), self.limits());
        // No pause that still holds has tries older than its length and its window together.
        let minutes = limits.claims_pause_minutes + limits.claims_window_minutes;
        let since = now - TimeDelta::minutes(minutes.into());
        let mut lines = Vec::new();
        for (subject, limit) in PAUSES {
            let many = open
                .store
                .keys_with_attempts(subject, limits.claims_in_window, since);
            for key in many.await? {
                if let Some(until) = self.paused_until(open, subject, &key).await? {
                    lines.push(of_address(limit, &key, until));
                }
            }
        }
        Ok(lines)
    }
}

/// What closes for a while after too many wrong tries by one address. The desk's own count pauses a kiosk only.
const PAUSES: [(AttemptSubject, LimitKind); 2] = [
    (AttemptSubject::ClaimByAddress, LimitKind::ClaimsByAddress),
    (
        AttemptSubject::PasswordByAddress,
        LimitKind::PasswordsByAddress,
    ),
];

fn of_address(limit: LimitKind, folded: &str, until: DateTime<Utc>) -> LimitLine {
    LimitLine {
        limit: limit.into(),
        address: Some(folded.to_owned()),
        student: None,
        since: None,
        until: Some(until),
    }
}

async fn locked(
    open: &Open,
    student: StudentId,
    since: DateTime<Utc>,
) -> Outcome<Option<LimitLine>> {
    let row = open.store.student(student).await?;
    Ok(row.map(|row| LimitLine {
        limit: LimitKind::ClaimsOnChild.into(),
        address: None,
        student: Some(StudentLine::from(&row)),
        since: Some(since),
        until: None,
    }))
}
