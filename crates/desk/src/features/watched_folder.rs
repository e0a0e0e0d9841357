//! The import room as one finds it, and the folder that is watched: which one an administrator chooses, and what a
//! member of staff sets aside. The looking is `watched`'s.

use std::path::{Path, PathBuf};

use domain::TextEnum as _;
use store::{Act, Entry, ImportRow, Subject};

use crate::Desk;
use crate::contract::{
    Failure, ImportRoom, LastImport, Nothing, SetAside, WatchMode, WatchSettings,
};
use crate::failure::{Outcome, Trouble};
use crate::house::Open;
use crate::permission::Act as Permission;
use crate::watched::make_shelves;

/// A folder is of one machine: several desks may share a database.
const FOLDER: &str = "watched_folder";
const MODE: &str = "watched_mode";

impl Desk {
    pub(crate) async fn view_import_room(&self, (): Nothing) -> Outcome<ImportRoom> {
        let open = self.staffed(Permission::Import).await?;
        let settings = self.watch_settings(&open).await?;
        Ok(ImportRoom {
            last: open.store.last_import().await?.map(last),
            watched: open.watched.show(settings),
        })
    }

    /// Moves a waiting file away without taking it in.
    pub(crate) async fn set_aside(&self, request: SetAside) -> Outcome<Nothing> {
        self.set_aside_file(Path::new(&request.path)).await
    }

    pub(crate) async fn view_watch_settings(&self, (): Nothing) -> Outcome<WatchSettings> {
        let open = self.staffed(Permission::ChangeSettings).await?;
        self.watch_settings(&open).await
    }

    pub(crate) async fn set_watch(&self, request: WatchSettings) -> Outcome<Nothing> {
        let open = self.staffed(Permission::ChangeSettings).await?;
        let folder = request.folder.as_deref().map(str::trim);
        let folder = folder
            .filter(|folder| !folder.is_empty())
            .map(str::to_owned);
        if request.mode.0 != WatchMode::Off {
            let (folder, data) = (folder.clone(), open.folder.clone());
            let prepared = tokio::task::spawn_blocking(move || prepare(folder, &data));
            prepared.await.map_err(Trouble::unexpected)??;
        }
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        let mode = request.mode.0.text();
        for (setting, value) in [(FOLDER, folder.as_deref()), (MODE, Some(mode))] {
            write.set_setting(&of_desk(setting, &open), value).await?;
        }
        write
            .commit(Entry::new(Act::SettingsChanged, Subject::None))
            .await?;
        open.watched.start_anew();
        self.changed();
        Ok(())
    }

    /// The folder of this desk.
    pub(crate) async fn watch_settings(&self, open: &Open) -> Outcome<WatchSettings> {
        let folder = open.store.setting(&of_desk(FOLDER, open)).await?;
        let mode = open.store.setting(&of_desk(MODE, open)).await?;
        let mode = mode.and_then(|mode| WatchMode::parse(&mode));
        Ok(WatchSettings {
            folder,
            mode: mode.unwrap_or(WatchMode::Off).into(),
        })
    }
}

fn of_desk(setting: &str, open: &Open) -> String {
    format!("{setting}.{}", open.desk.id)
}

/// A folder that is there, that can be written, and where Guichet does not keep its own data.
fn prepare(folder: Option<String>, data: &Path) -> Result<(), Failure> {
    let invalid = || Failure::Invalid {
        field: "watched_folder".to_owned(),
    };
    let folder = PathBuf::from(folder.ok_or_else(invalid)?);
    if !folder.is_absolute() || !folder.is_dir() {
        return Err(invalid());
    }
    let own = data.canonicalize().map_err(|_| Failure::FileTrouble)?;
    let folder = folder.canonicalize().map_err(|_| invalid())?;
    if folder.starts_with(own) {
        return Err(invalid());
    }
    make_shelves(&folder).map_err(|_| Failure::FileTrouble)
}

fn last(import: ImportRow) -> LastImport {
    LastImport {
        at: import.at,
        format: import.format,
        new: import.students_new,
        changed: import.students_changed,
        unchanged: import.students_unchanged,
        gone: import.students_gone,
        unusable: import.lines_unusable,
        can_be_undone: import.can_be_undone && import.undone_at.is_none(),
        undone_at: import.undone_at,
    }
}
