//! What the school says of its source's numbers: which one is the fiche and which the permanent code, where the format
//! names neither (domain.md §12). Reading them is `roster`'s.

use roster::Identifiers;
use store::{Act, Entry, Subject};

use crate::Desk;
use crate::contract::{Failure, Nothing, RegistryNumbers};
use crate::failure::Outcome;
use crate::house::Open;
use crate::permission::Act as Permission;

const FICHE_FROM: &str = "registry_fiche_from";
const PERMANENT_CODE_FROM: &str = "registry_permanent_code_from";
/// A type of `userIds` and a column's name are words, not texts.
const LONGEST: usize = 60;

impl Desk {
    pub(crate) async fn view_registry_numbers(&self, (): Nothing) -> Outcome<RegistryNumbers> {
        let open = self.staffed(Permission::ChangeSettings).await?;
        let Identifiers {
            fiche_from,
            permanent_code_from,
        } = registry_numbers(&open).await?;
        Ok(RegistryNumbers {
            fiche_from,
            permanent_code_from,
        })
    }

    pub(crate) async fn set_registry_numbers(&self, request: RegistryNumbers) -> Outcome<Nothing> {
        let open = self.staffed(Permission::ChangeSettings).await?;
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        for (field, setting, value) in [
            ("fiche_from", FICHE_FROM, request.fiche_from),
            (
                "permanent_code_from",
                PERMANENT_CODE_FROM,
                request.permanent_code_from,
            ),
        ] {
            let value = value.as_deref().map(str::trim);
            if value.is_some_and(|value| value.chars().count() > LONGEST) {
                let field = field.into();
                return Err(Failure::Invalid { field }.into());
            }
            let value = value.filter(|value| !value.is_empty());
            write.set_setting(setting, value).await?;
        }
        write
            .commit(Entry::new(Act::SettingsChanged, Subject::None))
            .await?;
        self.changed();
        Ok(())
    }
}

/// What is set; an import may say otherwise for itself alone.
pub(crate) async fn registry_numbers(open: &Open) -> Outcome<Identifiers> {
    Ok(Identifiers {
        fiche_from: open.store.setting(FICHE_FROM).await?,
        permanent_code_from: open.store.setting(PERMANENT_CODE_FROM).await?,
    })
}
