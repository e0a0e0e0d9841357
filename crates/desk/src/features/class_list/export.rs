//! Writing a list of students to a file (domain.md §3, §8, §14, §15): an act of its own in the journal. The file leaves the
//! desk's encryption, so that it holds the least: numbers masked, no birth date (which the masked code hides), whether
//! there is an address and not which. What the bytes of a file are belongs to `file`.

use std::path::{Path, PathBuf};

use domain::{FicheNumber, PermanentCode};
use store::{Act, Detail, Entry, ListFilter, Subject, Which};
use text::{Args, Locale, say_plain};

use super::{Listed, file, page};
use crate::Desk;
use crate::contract::{ExportStudents, Failure, ListExported, ListFormat};
use crate::failure::{Outcome, Trouble};
use crate::features::import::number;
use crate::house::Open;
use crate::permission::Act as Permission;
use crate::visit::identity;

/// So many students are read at once.
const CHUNK: u32 = 500;

/// The columns, by the messages of their headings.
const HEADINGS: [&str; 11] = [
    "list-column-school",
    "list-column-group",
    "student-last-names",
    "student-first-names",
    "student-fiche",
    "student-permanent-code",
    "list-column-here",
    "list-column-incomplete",
    "list-column-family",
    "list-column-adults",
    "list-column-address",
];

impl Desk {
    /// Writes the whole list; what is at the place already is replaced only when that is said.
    pub(crate) async fn export_students(&self, request: ExportStudents) -> Outcome<ListExported> {
        let open = self.staffed(Permission::ExportList).await?;
        let (locale, path) = (language(&request.language)?, place(&request)?);
        if !request.replace && path.exists() {
            return Err(Failure::FileExists.into());
        }
        let filter = ListFilter::from(request.filter);
        let lines = lines(&open, &filter, locale).await?;
        let headings = HEADINGS.map(|id| say(locale, id));
        let (students, now) = (number(lines.len()), self.environment().now());
        let made = tokio::task::spawn_blocking({
            let path = path.clone();
            move || {
                let bytes = match request.format.0 {
                    ListFormat::Csv => file::csv(&headings, &lines),
                    ListFormat::Excel => file::excel(&headings, &lines, now),
                }?;
                file::beside(&path, &bytes)
            }
        });
        let made = made.await.map_err(Trouble::unexpected)??;
        // The entry comes first: a file that is nowhere in the journal would be the worse of the two failures.
        let subject = match filter.school {
            Which::One(id) => Subject::School(id),
            Which::Any | Which::Without => Subject::None,
        };
        let write = open.store.write(self.stamp(&open, open.actor())).await?;
        let entry = Entry::new(Act::ListExported, subject).with(Detail::Lines(students));
        write.commit(entry).await?;
        file::put(made, &path, request.replace)?;
        Ok(ListExported {
            path: path.display().to_string(),
            students,
        })
    }
}

fn language(tag: &str) -> Result<Locale, Failure> {
    let known = |locale: &Locale| Locale::desk_locales().any(|other| other == *locale);
    Locale::parse(tag).filter(known).ok_or(Failure::Invalid {
        field: "language".into(),
    })
}

/// The file to write, with the ending of its format when none was given.
fn place(request: &ExportStudents) -> Result<PathBuf, Failure> {
    let mut path = PathBuf::from(request.path.trim());
    if path.file_name().is_none() || path.is_dir() {
        return Err(Failure::Invalid {
            field: "path".into(),
        });
    }
    if path.extension().is_none() {
        path.set_extension(match request.format.0 {
            ListFormat::Csv => "csv",
            ListFormat::Excel => "xlsx",
        });
    }
    if path
        .parent()
        .is_some_and(|folder| folder != Path::new("") && !folder.is_dir())
    {
        return Err(Failure::FileTrouble);
    }
    Ok(path)
}

async fn lines(open: &Open, filter: &ListFilter, locale: Locale) -> Outcome<Vec<file::Line>> {
    let mut lines = Vec::new();
    let mut after = None;
    loop {
        let chunk = page(open, filter, after, CHUNK).await?;
        lines.extend(chunk.iter().map(|listed| line(listed, locale)));
        match chunk.last() {
            Some(last) if chunk.len() == CHUNK as usize => after = Some(last.row.id),
            _ => return Ok(lines),
        }
    }
}

fn line(listed: &Listed, locale: Locale) -> file::Line {
    let row = &listed.row;
    let yes_or_no = |yes: bool| say(locale, if yes { "list-yes" } else { "list-no" });
    let adults: Vec<String> = listed
        .adults
        .iter()
        .map(|adult| {
            let relationship = word(locale, "relationship", adult.relationship.as_str());
            let names = [&adult.last_names, &adult.first_names].map(String::as_str);
            let names: Vec<_> = names.into_iter().filter(|name| !name.is_empty()).collect();
            format!("{} ({relationship})", names.join(", "))
        })
        .collect();
    [
        row.school_name.clone().unwrap_or_default(),
        row.group_name.clone().unwrap_or_default(),
        row.last_names.clone(),
        row.first_names.clone(),
        row.fiche.map(FicheNumber::masked).unwrap_or_default(),
        row.permanent_code
            .as_ref()
            .map(PermanentCode::masked)
            .unwrap_or_default(),
        yes_or_no(row.active),
        yes_or_no(identity(row).is_incomplete()),
        word(locale, "family", listed.standing.as_str()),
        adults.join(" / "),
        yes_or_no(listed.adults.iter().any(|adult| adult.has_address)),
    ]
}

fn say(locale: Locale, id: &str) -> String {
    say_plain(locale, id, &Args::new())
}

/// The word of a closed enum's text, as the windows say it.
fn word(locale: Locale, of: &str, text: &str) -> String {
    say(locale, &format!("{of}-{}", text.replace('_', "-")))
}
