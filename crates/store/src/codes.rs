//! Verification codes: the keyed hash, the clock and the wrong entries of each (domain.md §5).
//! Drawing, hashing and comparing them belong to `desk`.

use chrono::{DateTime, Utc};
use domain::{AccountId, CodeId, EmailAddress, MailTrouble, VisitId};

use crate::error::Result;
use crate::open::Store;
use crate::pool::{execute, read, run};
use crate::rows::{Stored as _, row};
use crate::write::Write;

row! {
    /// A code that was sent.
    pub struct CodeRow {
        pub id: CodeId,
        /// The address that it was sent to, folded.
        pub address_folded: String,
        pub hash: Vec<u8>,
        pub sent_at: DateTime<Utc>,
        pub expires_at: DateTime<Utc>,
        pub wrong_entries: u32,
        pub used_at: Option<DateTime<Utc>>,
        /// Killed by wrong entries, by a newer code, or by the end of the visit.
        pub dead_at: Option<DateTime<Utc>>,
    }
}

/// What a code opens, and with what it dies (domain.md §5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeFor {
    /// The address of this visit.
    Visit(VisitId),
    /// The address of this account, accepted in person.
    Account(AccountId),
}

/// A code whose clock starts with its write.
#[derive(Clone, Debug)]
pub struct NewCode {
    pub id: CodeId,
    pub opens: CodeFor,
    pub address: EmailAddress,
    /// [`Store::code_hash`].
    pub hash: [u8; 32],
    pub expires_at: DateTime<Utc>,
}

impl CodeRow {
    /// Whether entering it now may succeed.
    #[must_use]
    pub fn is_live(&self, now: DateTime<Utc>) -> bool {
        self.used_at.is_none() && self.dead_at.is_none() && now < self.expires_at
    }
}

impl Store {
    /// The newest code of a visit, live or not; none before the first was sent.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote.
    pub async fn current_code(&self, visit: VisitId) -> Result<Option<CodeRow>> {
        read!(self, conn => sqlx::query_as(
            "select * from verification_code where visit_id = $1 order by sent_at desc, id desc limit 1",
        ).bind(visit.0).fetch_optional(conn))
    }

    /// The newest address proof of an account, live or not; none before the first was sent.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote.
    pub async fn current_address_proof(&self, account: AccountId) -> Result<Option<CodeRow>> {
        read!(self, conn => sqlx::query_as(
            "select * from verification_code where account_id = $1 order by sent_at desc, id desc limit 1",
        ).bind(account.0).fetch_optional(conn))
    }
}

impl Write {
    /// Ends the codes of a visit: the mail that waits is dropped, what was sent is dead. The mail comes first, as for the
    /// sender, who takes up a mail and then kills the code before: in another order each would wait for the other.
    ///
    /// # Errors
    /// The database refused.
    pub async fn drop_codes_of_visit(&mut self, visit: VisitId, why: MailTrouble) -> Result<()> {
        self.drop_waiting_code_mails(visit, why).await?;
        self.kill_codes_of_visit(visit).await
    }

    /// The same for the proofs of an account's address.
    ///
    /// # Errors
    /// The database refused.
    pub async fn drop_address_proofs(
        &mut self,
        account: AccountId,
        why: MailTrouble,
    ) -> Result<()> {
        self.drop_waiting_address_proofs(account, why).await?;
        self.kill_address_proofs(account).await
    }

    /// Stores the hash of a code that is about to be sent, and kills the older ones that open the same.
    ///
    /// # Errors
    /// The database refused.
    pub async fn put_code(&mut self, code: &NewCode) -> Result<()> {
        let (visit, account) = match code.opens {
            CodeFor::Visit(visit) => {
                self.kill_codes_of_visit(visit).await?;
                (Some(visit), None)
            }
            CodeFor::Account(account) => {
                self.kill_address_proofs(account).await?;
                (None, Some(account))
            }
        };
        let now = self.now();
        execute!(self, sqlx::query(
            "insert into verification_code
                 (id, visit_id, account_id, address_folded, hash, sent_at, expires_at, wrong_entries)
             values ($1, $2, $3, $4, $5, $6, $7, 0)",
        )
        .bind(code.id.0)
        .bind(visit.column())
        .bind(account.column())
        .bind(code.address.folded())
        .bind(code.hash.to_vec())
        .bind(now)
        .bind(code.expires_at))?;
        Ok(())
    }

    /// Counts one wrong entry of a code, which dies with the entry numbered `deadly`; tells how many there were.
    ///
    /// # Errors
    /// The database refused.
    pub async fn count_wrong_entry(&mut self, code: CodeId, deadly: u32) -> Result<u32> {
        let now = self.now();
        let entries: i64 = run!(self, conn => sqlx::query_scalar(
            "update verification_code set wrong_entries = wrong_entries + 1,
                 dead_at = case when dead_at is null and wrong_entries + 1 >= $2 then $3 else dead_at end
             where id = $1 returning wrong_entries",
        ).bind(code.0).bind(i64::from(deadly)).bind(now).fetch_one(conn))?;
        Ok(entries.try_into().unwrap_or(u32::MAX))
    }

    /// Uses a code up. False when it was used, killed or has expired meanwhile.
    ///
    /// # Errors
    /// The database refused.
    pub async fn use_code(&mut self, code: CodeId) -> Result<bool> {
        let now = self.now();
        let used = execute!(
            self,
            sqlx::query(
                "update verification_code set used_at = $2
                 where id = $1 and used_at is null and dead_at is null and expires_at > $2",
            )
            .bind(code.0)
            .bind(now)
        )?;
        Ok(used == 1)
    }

    /// Kills the address proofs of an account that could still be used.
    ///
    /// # Errors
    /// The database refused.
    pub async fn kill_address_proofs(&mut self, account: AccountId) -> Result<()> {
        let now = self.now();
        execute!(
            self,
            sqlx::query(
                "update verification_code set dead_at = $2
                 where account_id = $1 and dead_at is null and used_at is null",
            )
            .bind(account.0)
            .bind(now)
        )?;
        Ok(())
    }

    /// Kills the codes of a visit that could still be used.
    ///
    /// # Errors
    /// The database refused.
    pub async fn kill_codes_of_visit(&mut self, visit: VisitId) -> Result<()> {
        let now = self.now();
        execute!(
            self,
            sqlx::query(
                "update verification_code set dead_at = $2
                 where visit_id = $1 and dead_at is null and used_at is null",
            )
            .bind(visit.0)
            .bind(now)
        )?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::fixtures::{commit, email, furnish, uuid, visit, write};
    use crate::testing::{TestStore, both_databases, noon, stamp};

    fn code(number: u8) -> NewCode {
        NewCode {
            id: CodeId(uuid(7, number.into())),
            opens: CodeFor::Visit(visit(1).id),
            address: email("Mai@Example.org"),
            hash: [number; 32],
            expires_at: noon() + TimeDelta::minutes(15),
        }
    }

    async fn current(store: &TestStore) -> CodeRow {
        store.current_code(visit(1).id).await.unwrap().unwrap()
    }

    #[tokio::test]
    async fn a_new_code_kills_the_old_one() {
        both_databases(async |store| {
            furnish(store, 1).await;
            assert_eq!(store.current_code(visit(1).id).await.unwrap(), None);
            write(store, async |write| write.put_code(&code(1)).await.unwrap()).await;
            let expected = CodeRow {
                id: code(1).id,
                address_folded: "mai@example.org".to_owned(),
                hash: vec![1; 32],
                sent_at: noon(),
                expires_at: code(1).expires_at,
                wrong_entries: 0,
                used_at: None,
                dead_at: None,
            };
            assert_eq!(current(store).await, expected);
            write(store, async |write| {
                write.put_code(&code(2)).await.unwrap();
                assert!(!write.use_code(code(1).id).await.unwrap(), "it is dead");
            })
            .await;
            assert_eq!(current(store).await.id, code(2).id);
            assert!(current(store).await.is_live(noon()));
        })
        .await;
    }

    #[tokio::test]
    async fn an_address_proof_and_the_code_of_a_visit_leave_each_other_alone() {
        both_databases(async |store| {
            furnish(store, 1).await;
            let owner = AccountId(uuid(6, 1));
            let proof = |number| NewCode {
                opens: CodeFor::Account(owner),
                ..code(number)
            };
            for new in [code(1), proof(2), proof(3)] {
                write(store, async |write| write.put_code(&new).await.unwrap()).await;
            }
            assert!(current(store).await.is_live(noon()));
            let newest = store.current_address_proof(owner).await.unwrap().unwrap();
            assert_eq!(newest.id, code(3).id);
            write(store, async |write| {
                assert!(!write.use_code(code(2).id).await.unwrap(), "it is dead");
                write.kill_codes_of_visit(visit(1).id).await.unwrap();
                assert!(write.use_code(code(3).id).await.unwrap());
            })
            .await;
        })
        .await;
    }

    #[tokio::test]
    async fn a_code_is_used_once_and_not_after_its_time() {
        both_databases(async |store| {
            furnish(store, 1).await;
            write(store, async |write| write.put_code(&code(1)).await.unwrap()).await;
            for (minutes, used) in [(15, false), (14, true), (14, false)] {
                let mut stamp = stamp();
                stamp.now = noon() + TimeDelta::minutes(minutes);
                assert_eq!(current(store).await.is_live(stamp.now), used, "{minutes}");
                let mut write = store.write(stamp).await.unwrap();
                assert_eq!(write.use_code(code(1).id).await.unwrap(), used, "{minutes}");
                commit(write).await;
            }
            assert_eq!(
                current(store).await.used_at,
                Some(noon() + TimeDelta::minutes(14))
            );
        })
        .await;
    }

    #[tokio::test]
    async fn the_fifth_wrong_entry_kills_a_code() {
        both_databases(async |store| {
            furnish(store, 1).await;
            write(store, async |write| write.put_code(&code(1)).await.unwrap()).await;
            for entry in 1..=6 {
                assert_eq!(
                    current(store).await.is_live(noon()),
                    entry <= 5,
                    "before {entry}"
                );
                write(store, async |write| {
                    let counted = write.count_wrong_entry(code(1).id, 5).await.unwrap();
                    assert_eq!(counted, entry);
                })
                .await;
            }
            write(store, async |write| {
                assert!(!write.use_code(code(1).id).await.unwrap());
            })
            .await;
        })
        .await;
    }
}
