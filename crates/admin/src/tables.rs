//! How a technician says that a table is to be read, and the profiles that are kept. What is typed is in `arguments`.

use std::path::Path;

use desk::Desk;
use desk::contract::{Failure, ImportMapping, Word};
use desk::technician::ImportWish;
use serde_json::{Value, json};

use crate::arguments::{Profiles, Table};
use crate::commands::{Answer, Stopped, call};

/// What is typed as a wish. The columns and the profile must be there: a slip would otherwise read nothing.
pub async fn wish(desk: &Desk, path: &Path, table: Table) -> Result<ImportWish, Stopped> {
    let mapping = ImportMapping {
        separator: table.separator.map(Word),
        encoding: table.encoding.map(Word),
        sheet: table.sheet,
        columns: table.columns,
        ..ImportMapping::default()
    };
    if let Some(profile) = &table.profile {
        let known = call(desk, "list_profiles", Value::Null).await?;
        there_is("profile", profile, &texts(&known, "name"))?;
    }
    if !mapping.columns.is_empty() {
        let proposal = propose(desk, path, &mapping, table.profile.as_deref()).await?;
        let columns = proposal["columns"].as_array().into_iter().flatten();
        let open = columns.filter(|column| column["forbidden"] == false);
        let known = texts(&open.cloned().collect(), "header");
        for column in &mapping.columns {
            there_is("column", &column.header, &known)?;
        }
    }
    Ok(ImportWish {
        mapping: (mapping != ImportMapping::default()).then_some(mapping),
        profile: table.profile,
        ..ImportWish::default()
    })
}

async fn propose(
    desk: &Desk,
    path: &Path,
    mapping: &ImportMapping,
    profile: Option<&str>,
) -> Result<Value, Failure> {
    let request = json!({ "path": path, "mapping": mapping, "profile": profile });
    call(desk, "propose_import", request).await
}

/// Headers and profiles are compared as the desk does: without accents or capitals.
fn there_is(what: &str, name: &str, known: &[String]) -> Result<(), Stopped> {
    let fold = desk::technician::fold;
    if known.iter().any(|known| fold(known) == fold(name)) {
        return Ok(());
    }
    let known = known.join(", ");
    Err(Stopped::Usage(format!(
        "there is no {what} {name}; there are: {known}"
    )))
}

fn texts(list: &Value, key: &str) -> Vec<String> {
    let list = list.as_array().into_iter().flatten();
    list.filter_map(|one| one[key].as_str().map(str::to_owned))
        .collect()
}

pub async fn profiles(desk: &Desk, command: Profiles) -> Result<Answer, Stopped> {
    Ok(match command {
        Profiles::List => {
            json!({ "profiles": call(desk, "list_profiles", Value::Null).await? }).into()
        }
        Profiles::Save { name, file, table } => {
            let wish = wish(desk, &file, table).await?;
            let mapping = wish.mapping.unwrap_or_default();
            let proposal = propose(desk, &file, &mapping, wish.profile.as_deref()).await?;
            let request = json!({ "name": name, "mapping": proposal["mapping"] });
            call(desk, "save_profile", request).await?;
            json!({ "done": "profiles save" }).into()
        }
        Profiles::Remove { name } => {
            call(desk, "remove_profile", json!({ "name": name })).await?;
            json!({ "done": "profiles remove" }).into()
        }
    })
}
