//! Taking back a confirmation or an account by a counter-act (domain.md §13): rows are ended and never deleted.
//! Who may, and the notice that goes to the address, belong to `domain` and `desk`.

use domain::{AccountId, MailTrouble, StudentId};

use crate::error::Result;
use crate::pool::execute;
use crate::write::Write;

impl Write {
    /// Takes a child off an account: the confirmation ends, the tie is revoked, and mail about them that waits is
    /// dropped. False when no tie held.
    ///
    /// # Errors
    /// The database refused. So for every function of this file.
    pub async fn take_back_confirmation(
        &mut self,
        account: AccountId,
        student: StudentId,
    ) -> Result<bool> {
        let now = self.now();
        let revoked = execute!(
            self,
            sqlx::query(
                "update association set revoked_at = $3
                 where account_id = $1 and student_id = $2 and revoked_at is null",
            )
            .bind(account.0)
            .bind(student.0)
            .bind(now)
        )?;
        execute!(
            self,
            sqlx::query(
                "update confirmation set taken_back_at = $3
                 where account_id = $1 and student_id = $2 and taken_back_at is null",
            )
            .bind(account.0)
            .bind(student.0)
            .bind(now)
        )?;
        execute!(
            self,
            sqlx::query(
                "update outbox set state = 'dropped', done_at = $3, trouble = $4
                 where account_id = $1 and student_id = $2 and state in ('waiting', 'will_retry', 'needs_you')",
            )
            .bind(account.0)
            .bind(student.0)
            .bind(now)
            .bind(MailTrouble::TakenBack.as_str())
        )?;
        Ok(revoked == 1)
    }

    /// Closes an account with all that was tied to it: its children, its waiting mail, its codes. False when it was
    /// closed already.
    ///
    /// # Errors
    /// As for [`Write::take_back_confirmation`].
    pub async fn take_back_account(&mut self, account: AccountId) -> Result<bool> {
        let now = self.now();
        let closed = execute!(
            self,
            sqlx::query("update account set closed_at = $2 where id = $1 and closed_at is null")
                .bind(account.0)
                .bind(now)
        )?;
        for sql in [
            "update association set revoked_at = $2 where account_id = $1 and revoked_at is null",
            "update confirmation set taken_back_at = $2 where account_id = $1 and taken_back_at is null",
            "update outbox set state = 'dropped', done_at = $2, trouble = 'taken_back'
             where account_id = $1 and state in ('waiting', 'will_retry', 'needs_you')",
        ] {
            execute!(self, sqlx::query(sql).bind(account.0).bind(now))?;
        }
        self.kill_address_proofs(account).await?;
        Ok(closed == 1)
    }
}

#[cfg(test)]
mod tests {
    use domain::{
        AccountId, ConfirmationId, ConfirmationMethod, MailId, MailKind, StudentId, WaitingState,
    };

    use crate::fixtures::{account, email, furnish, student_id, uuid, visit, write};
    use crate::testing::both_databases;
    use crate::{NewConfirmation, NewMail, Store};

    fn confirmation(number: u32, student: u32, method: ConfirmationMethod) -> NewConfirmation {
        NewConfirmation {
            id: ConfirmationId(uuid(6, number)),
            account_id: account(1).id,
            student_id: student_id(student),
            method,
            identity_document: None,
            tie_document: None,
            staff_id: None,
            visit_id: visit(1).id,
        }
    }

    fn notice(number: u32, student: Option<u32>) -> NewMail {
        NewMail {
            id: MailId(uuid(8, number)),
            kind: MailKind::ChildConfirmed,
            address: email("mai@example.org"),
            language: "fr-CA".to_owned(),
            visit_id: None,
            account_id: Some(account(1).id),
            student_id: student.map(student_id),
        }
    }

    async fn children(store: &Store, account: AccountId) -> Vec<StudentId> {
        let children = store.children_of(account).await.unwrap();
        children.into_iter().map(|(child, _)| child.id).collect()
    }

    /// An account with two children, and a mail about each and about neither.
    async fn family(store: &Store) {
        furnish(store, 2).await;
        write(store, async |write| {
            write.insert_visit(&visit(1)).await.unwrap();
            write.create_account(&account(1)).await.unwrap();
            for number in 1..=2 {
                let claim = confirmation(number, number, ConfirmationMethod::Claim);
                write.confirm(&claim).await.unwrap();
                let mail = notice(number, Some(number));
                write.put_mail(&mail).await.unwrap();
            }
            write.put_mail(&notice(3, None)).await.unwrap();
        })
        .await;
    }

    async fn states(store: &Store) -> Vec<WaitingState> {
        let mut states = Vec::new();
        for number in 1..=3 {
            let mail = store.mail(MailId(uuid(8, number))).await.unwrap().unwrap();
            states.push(mail.state);
        }
        states
    }

    #[tokio::test]
    async fn a_child_taken_back_is_seen_no_more_and_its_mail_never_leaves() {
        use WaitingState::{Dropped, Waiting};
        both_databases(async |store| {
            family(store).await;
            let (account, first) = (account(1).id, student_id(1));
            write(store, async |write| {
                assert!(write.take_back_confirmation(account, first).await.unwrap());
                assert!(!write.take_back_confirmation(account, first).await.unwrap());
            })
            .await;
            assert_eq!(children(store, account).await, [student_id(2)]);
            assert_eq!(states(store).await, [Dropped, Waiting, Waiting]);
        })
        .await;
    }

    #[tokio::test]
    async fn what_was_taken_back_comes_back_in_person_and_never_by_a_claim() {
        both_databases(async |store| {
            family(store).await;
            let (account, first) = (account(1).id, student_id(1));
            for (number, method, seen) in [
                (8, ConfirmationMethod::Claim, 1),
                (9, ConfirmationMethod::InPerson, 2),
            ] {
                write(store, async |write| {
                    write.take_back_confirmation(account, first).await.unwrap();
                    let again = confirmation(number, 1, method);
                    write.confirm(&again).await.unwrap();
                })
                .await;
                assert_eq!(children(store, account).await.len(), seen, "{method}");
            }
        })
        .await;
    }

    #[tokio::test]
    async fn an_account_taken_back_is_closed_with_all_it_held_and_frees_its_address() {
        both_databases(async |store| {
            family(store).await;
            let taken = account(1);
            write(store, async |write| {
                assert!(write.take_back_account(taken.id).await.unwrap());
                assert!(!write.take_back_account(taken.id).await.unwrap());
            })
            .await;
            assert_eq!(children(store, taken.id).await, []);
            assert_eq!(states(store).await, [WaitingState::Dropped; 3]);
            assert_eq!(store.account_by_address(&taken.email).await.unwrap(), None);
        })
        .await;
    }
}
