//! How much of a registry's file is read before it is refused, as the administrator sets it. Holding the limits is
//! `roster`'s.

use std::collections::HashMap;

use domain::TextEnum as _;
use roster::{Limit, Limits};
use store::{Act, Entry, Store, Subject};

use crate::Desk;
use crate::contract::{Failure, Nothing, ReadingLimit, SetReadingLimits};
use crate::failure::Outcome;
use crate::permission::Act as Permission;

impl Desk {
    pub(crate) async fn view_reading_limits(&self, (): Nothing) -> Outcome<Vec<ReadingLimit>> {
        let open = self.staffed(Permission::ChangeSettings).await?;
        let set = set(&open.store).await?;
        let line = |limit: &Limit| ReadingLimit {
            name: (*limit).into(),
            value: set.get(limit).copied().unwrap_or(limit.usual()),
            usual: limit.usual(),
            most: limit.most(),
        };
        Ok(Limit::EVERY.iter().map(line).collect())
    }

    pub(crate) async fn set_reading_limits(&self, request: SetReadingLimits) -> Outcome<Nothing> {
        let open = self.staffed(Permission::ChangeSettings).await?;
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        for line in request.limits {
            let limit = line.name.0;
            if !(1..=limit.most()).contains(&line.value) {
                let field = limit.as_str().to_owned();
                return Err(Failure::Invalid { field }.into());
            }
            let is_usual = line.value == limit.usual();
            let value = (!is_usual).then(|| line.value.to_string());
            write.set_setting(&setting(limit), value.as_deref()).await?;
        }
        write
            .commit(Entry::new(Act::SettingsChanged, Subject::None))
            .await?;
        self.changed();
        Ok(())
    }
}

/// The limits in force.
pub(crate) async fn reading_limits(store: &Store) -> Outcome<Limits> {
    let set = set(store).await?;
    Ok(Limits::of(|limit| {
        set.get(&limit).copied().unwrap_or(limit.usual())
    }))
}

/// Those that are not what they usually are.
async fn set(store: &Store) -> Outcome<HashMap<Limit, u32>> {
    let mut values = HashMap::new();
    for limit in Limit::EVERY {
        let value = store.setting(&setting(*limit)).await?;
        values.extend(value.and_then(|value| Some((*limit, value.parse().ok()?))));
    }
    Ok(values)
}

fn setting(limit: Limit) -> String {
    format!("reading_limit_{limit}")
}
