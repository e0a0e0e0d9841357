//! What the school says of itself: its name, the portal's address and the telephone for help, on summaries and in mails,
//! and the day since when accounts from before confirm their children.

use store::{Act, Entry, Subject};

use crate::Desk;
use crate::contract::{Failure, Nothing, SchoolSettings};
use crate::failure::Outcome;
use crate::house::Open;
use crate::permission::Act as Permission;

const PORTAL_ADDRESS: &str = "portal_address";
const SUPPORT_PHONE: &str = "support_phone";
const GO_LIVE: &str = "go_live";

impl Desk {
    pub(crate) async fn view_school_settings(&self, (): Nothing) -> Outcome<SchoolSettings> {
        let open = self.staffed(Permission::ChangeSettings).await?;
        self.school_settings(&open).await
    }

    pub(crate) async fn set_school(&self, request: SchoolSettings) -> Outcome<Nothing> {
        let open = self.staffed(Permission::ChangeSettings).await?;
        let name = request.school_name.trim();
        if name.is_empty() {
            return Err(Failure::Invalid {
                field: "school_name".into(),
            }
            .into());
        }
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        write.rename_school(open.desk.id, name).await?;
        for (setting, value) in [
            (PORTAL_ADDRESS, request.portal_address),
            (SUPPORT_PHONE, request.support_phone),
            (GO_LIVE, request.go_live.map(|day| day.to_string())),
        ] {
            write
                .set_setting(
                    setting,
                    value
                        .as_deref()
                        .map(str::trim)
                        .filter(|value| !value.is_empty()),
                )
                .await?;
        }
        write
            .commit(Entry::new(Act::SettingsChanged, Subject::None))
            .await?;
        self.changed();
        Ok(())
    }

    pub(crate) async fn school_settings(&self, open: &Open) -> Outcome<SchoolSettings> {
        let desks = open.store.desks().await?;
        let own = desks.into_iter().find(|desk| desk.id == open.desk.id);
        Ok(SchoolSettings {
            school_name: own.map(|desk| desk.school_name).unwrap_or_default(),
            portal_address: open.store.setting(PORTAL_ADDRESS).await?,
            support_phone: open.store.setting(SUPPORT_PHONE).await?,
            go_live: open
                .store
                .setting(GO_LIVE)
                .await?
                .and_then(|day| day.parse().ok()),
        })
    }
}
