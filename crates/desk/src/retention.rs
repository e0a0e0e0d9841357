//! What is kept no longer than needed (domain.md §7, §8): an account that has had no child for thirty days is deleted.
//! At the same moments adults are parted from students who have come of age, which belongs to `features::majority`.

use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use store::{Act, Actor, Entry, Subject};

use crate::Desk;
use crate::failure::Outcome;
use crate::house::Open;

/// Days pass slowly: the desk looks when it is opened, and so often while it stays open.
const LOOK_EVERY: Duration = Duration::from_secs(60 * 60);

/// Runs for as long as the desk is open.
pub(crate) async fn run(desk: Desk, open: Arc<Open>) {
    loop {
        if let Err(trouble) = desk.delete_childless(&open).await {
            tracing::error!(?trouble, "accounts without a child could not be deleted");
        }
        if let Err(trouble) = desk.follow_majority(&open).await {
            tracing::error!(?trouble, "adults could not be parted from students of age");
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

impl Desk {
    /// Each in a transaction of its own, with its entry.
    async fn delete_childless(&self, open: &Open) -> Outcome<()> {
        let days = TimeDelta::days(self.limits().childless_account_days.into());
        let since = self.environment().now() - days;
        for account in open.store.childless_accounts(since).await? {
            let mut write = open.store.write(self.stamp(open, Actor::Program)).await?;
            write.delete_account(account).await?;
            let entry = Entry::new(Act::AccountDeleted, Subject::Account(account));
            write.commit(entry).await?;
        }
        Ok(())
    }
}
