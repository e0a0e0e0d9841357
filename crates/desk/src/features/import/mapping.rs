//! How a table is to be read (domain.md §12): proposed to a person, chosen by one, kept as a profile that the next
//! import recognises. Finding it out is `roster`'s.

use std::path::{Path, PathBuf};

use domain::TextEnum;
use roster::{Choice, Format, Identifiers, Mapping, Meaning, Profile, Proposal, Source};
use store::{Act, Entry, ProfileRow, Subject};

use super::number;
use super::pass::blocking;
use crate::Desk;
use crate::contract::{
    ColumnChoice, Failure, ImportMapping, ImportMeaning, ImportProposal, Nothing, ProfileLine,
    ProposeImport, ProposedColumn, RemoveProfile, SaveProfile, Word,
};
use crate::failure::{Outcome, Trouble};
use crate::features::reading_limits::reading_limits;
use crate::features::registry_numbers::registry_numbers;
use crate::house::Open;
use crate::permission::Act as Permission;

/// A profile's name is a few words.
const LONGEST_NAME: usize = 60;

/// How somebody wants a file read.
#[derive(Clone, Debug, Default)]
pub struct ImportWish {
    pub format: Option<Format>,
    pub mapping: Option<ImportMapping>,
    /// The name of a saved profile; what `mapping` says wins over it.
    pub profile: Option<String>,
    /// Which of the source's numbers is which, for this import alone: over what is set.
    pub numbers: Identifiers,
}

impl Desk {
    pub(crate) async fn propose_import(&self, request: ProposeImport) -> Outcome<ImportProposal> {
        let open = self.staffed(Permission::Import).await?;
        let path = PathBuf::from(request.path.trim());
        let wish = ImportWish {
            format: None,
            mapping: request.mapping,
            profile: request.profile,
            numbers: Identifiers::default(),
        };
        let named = wish.profile.clone();
        let source = open_source(&open, &path, wish).await?;
        let asked = source.choice.mapping.clone().unwrap_or_default();
        let limits = reading_limits(&open.store).await?;
        let proposal = blocking(move || roster::propose_source(&source, &limits)).await?;
        Ok(show(proposal, asked, named))
    }

    pub(crate) async fn save_profile(&self, request: SaveProfile) -> Outcome<Nothing> {
        let open = self.staffed(Permission::Import).await?;
        let invalid = |field: &str| Failure::Invalid {
            field: field.to_owned(),
        };
        let name = request.name.trim();
        if domain::name::fold(name).is_empty() || name.chars().count() > LONGEST_NAME {
            return Err(invalid("name").into());
        }
        if read_mapping(&request.mapping)?.columns.is_empty() {
            return Err(invalid("mapping").into());
        }
        let mapping = serde_json::to_string(&request.mapping).map_err(Trouble::unexpected)?;
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        write.save_profile(name, &mapping).await?;
        write
            .commit(Entry::new(Act::ProfileSaved, Subject::None))
            .await?;
        self.changed();
        Ok(())
    }

    pub(crate) async fn list_profiles(&self, (): Nothing) -> Outcome<Vec<ProfileLine>> {
        let open = self.staffed(Permission::Import).await?;
        let line = |row: ProfileRow| {
            let columns = mapping_of(&row).map_or(0, |mapping| {
                let read = mapping
                    .columns
                    .iter()
                    .filter(|column| column.meaning.is_some());
                number(read.count())
            });
            ProfileLine {
                name: row.name,
                saved_at: row.saved_at,
                columns,
            }
        };
        Ok(open.store.profiles().await?.into_iter().map(line).collect())
    }

    pub(crate) async fn remove_profile(&self, request: RemoveProfile) -> Outcome<Nothing> {
        let open = self.staffed(Permission::Import).await?;
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        if !write.remove_profile(request.name.trim()).await? {
            return Err(Failure::NotFound.into());
        }
        write
            .commit(Entry::new(Act::ProfileRemoved, Subject::None))
            .await?;
        self.changed();
        Ok(())
    }
}

/// Opens a file to be read as somebody wishes: by the mapping they gave, the profile they named, or any that fits.
pub(super) async fn open_source(open: &Open, path: &Path, wish: ImportWish) -> Outcome<Source> {
    let asked = wish.mapping.as_ref().map(read_mapping).transpose()?;
    let mut profiles = profiles(open).await?;
    let mapping = match wish.profile {
        Some(name) => {
            let folded = domain::name::fold(&name);
            profiles.retain(|profile| domain::name::fold(&profile.name) == folded);
            let profile = profiles.pop().ok_or(Failure::NotFound)?;
            Some(profile.mapping.overridden(asked.unwrap_or_default()))
        }
        None => asked,
    };
    let choice = Choice { mapping, profiles };
    let set = registry_numbers(open).await?;
    let numbers = Identifiers {
        fiche_from: wish.numbers.fiche_from.or(set.fiche_from),
        permanent_code_from: wish.numbers.permanent_code_from.or(set.permanent_code_from),
    };
    let (path, format) = (path.to_owned(), wish.format);
    let limits = reading_limits(&open.store).await?;
    let source = blocking(move || Source::open(&path, format, &limits)).await?;
    Ok(source.mapped(choice).identified(numbers))
}

async fn profiles(open: &Open) -> Outcome<Vec<Profile>> {
    let profile = |row: ProfileRow| {
        let mapping = read_mapping(&mapping_of(&row)?).ok()?;
        Some(Profile {
            name: row.name,
            mapping,
        })
    };
    // A profile that this program cannot read, an older one may have written: it is not followed.
    let rows = open.store.profiles().await?;
    Ok(rows.into_iter().filter_map(profile).collect())
}

fn mapping_of(row: &ProfileRow) -> Option<ImportMapping> {
    serde_json::from_str(&row.mapping).ok()
}

fn read_mapping(asked: &ImportMapping) -> Result<Mapping, Failure> {
    let column = |choice: &ColumnChoice| {
        let meaning = match &choice.meaning {
            Some(text) => Some(Meaning::parse(text).ok_or_else(|| Failure::Invalid {
                field: text.clone(),
            })?),
            None => None,
        };
        Ok((choice.header.clone(), meaning))
    };
    Ok(Mapping {
        separator: plain(asked.separator),
        encoding: plain(asked.encoding),
        sheet: asked.sheet.clone(),
        header_line: asked.header_line.map(u64::from),
        date_order: plain(asked.date_order),
        name_order: plain(asked.name_order),
        columns: asked
            .columns
            .iter()
            .map(column)
            .collect::<Result<_, Failure>>()?,
    })
}

fn plain<T: TextEnum>(word: Option<Word<T>>) -> Option<T> {
    word.map(|word| word.0)
}

/// `asked` is what was chosen already, and stays chosen.
fn show(proposal: Proposal, asked: Mapping, named: Option<String>) -> ImportProposal {
    let mapping = show_mapping(asked.overridden(proposal.mapping()));
    let meanings = match proposal.columns.is_empty() {
        true => Vec::new(),
        false => Meaning::all().into_iter().map(show_meaning).collect(),
    };
    let column = |column: roster::ProposedColumn| ProposedColumn {
        header: column.header,
        samples: column.samples,
        meaning: column.meaning.map(|meaning| meaning.to_string()),
        confidence: column.confidence.into(),
        values: column.values.into(),
        contradicted: column.contradicted,
        forbidden: column.forbidden,
    };
    ImportProposal {
        format: proposal.format.to_string(),
        file: proposal.file.to_string(),
        separator: proposal.separator.map(Word),
        encoding: proposal.encoding.map(Word),
        encoding_is_sure: proposal.encoding_is_sure,
        sheet: proposal.sheet,
        sheets: proposal.sheets,
        header_line: u32::try_from(proposal.header_line).unwrap_or(u32::MAX),
        dates: proposal.dates.into(),
        date_order: proposal.date_order.into(),
        names: proposal.names.into(),
        name_order: proposal.name_order.map(Word),
        columns: proposal.columns.into_iter().map(column).collect(),
        profile: proposal.profile.or(named),
        notes: proposal.notes.iter().map(ToString::to_string).collect(),
        meanings,
        mapping,
    }
}

fn show_mapping(mapping: Mapping) -> ImportMapping {
    let column = |(header, meaning): (String, Option<Meaning>)| ColumnChoice {
        header,
        meaning: meaning.map(|meaning| meaning.to_string()),
    };
    ImportMapping {
        separator: mapping.separator.map(Word),
        encoding: mapping.encoding.map(Word),
        sheet: mapping.sheet,
        header_line: mapping
            .header_line
            .and_then(|line| u32::try_from(line).ok()),
        date_order: mapping.date_order.map(Word),
        name_order: mapping.name_order.map(Word),
        columns: mapping.columns.into_iter().map(column).collect(),
    }
}

fn show_meaning(meaning: Meaning) -> ImportMeaning {
    let (column, adult, number) = match meaning {
        Meaning::Student(column) => (column.as_str(), None, 0),
        Meaning::Guardian(slot, column) => (column.as_str(), Some(slot.kind), slot.number),
    };
    ImportMeaning {
        meaning: meaning.to_string(),
        column: column.to_owned(),
        adult: adult.map(Word),
        number: number.into(),
    }
}
