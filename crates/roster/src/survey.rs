//! Finds out how a table is to be read, from the file and from what a person chose: encoding, separator, sheet, header,
//! what each column means, how dates and names are written. Reading the students belongs to `delimited`.

mod columns;
mod head;

use std::sync::Arc;

use crate::cells::{self, CodeCell};
use crate::dates::{DateEvidence, DateFinding, DateForm};
use crate::decoding::TextEncoding;
use crate::excel::{self, Epoch, WorkbookKind};
use crate::full_name::{self, NameOrder, PartedBy};
use crate::headers::{is_forbidden, recognise};
use crate::mapping::{Choice, Confidence, Mapping, NameFinding, Proposal};
use crate::meaning::{Meaning, StudentColumn};
use crate::records::Format;
use crate::report::NoteKind;
use crate::source::{Content, SourceFile};
use crate::stream::tell_encoding;
use crate::table::{Form, Shape, Table};
use crate::values::Values;
use crate::{Limits, RosterError};

/// Rows that are looked at for what the columns are. The order of dates is asked of all of them.
const LOOKED_AT: usize = 2_000;

/// A table, and how it is read.
pub(crate) struct Settled {
    /// As text: a sheet of a spreadsheet has become one.
    pub(crate) file: SourceFile,
    pub(crate) form: Form,
    /// Where each column that is read stands.
    pub(crate) columns: Vec<(usize, Meaning)>,
    pub(crate) dates: DateForm,
    pub(crate) name_order: Option<NameOrder>,
    pub(crate) notes: Vec<(NoteKind, Option<u64>)>,
    pub(crate) proposal: Proposal,
}

/// Settles how `file` is read.
///
/// # Errors
/// Empty, no table, unreadable, or past a limit.
pub(crate) fn settle(
    file: &SourceFile,
    choice: &Choice,
    limits: &Limits,
) -> Result<Settled, RosterError> {
    let asked = choice.mapping.clone().unwrap_or_default();
    let text = Text::of(file, &asked, limits)?;
    let (form, separator) = head::find(&text.file, text.encoding, &asked, limits)?;
    let table = Table::begin(&text.file, form, limits)?;
    let headers = columns::named(table.header());
    if headers.len() > limits.columns {
        return Err(RosterError::TooLarge);
    }
    let profile = choice
        .profiles
        .iter()
        .find(|profile| asked.columns.is_empty() && profile.mapping.fits(&headers));
    let mapping = match profile {
        Some(profile) => profile.mapping.clone().overridden(asked),
        None => asked,
    };
    let header_line = table.header_line();
    let seen = Seen::of(table, &headers, &mapping)?;
    let proposed = columns::propose(&headers, &seen.values, &mapping);
    let columns = proposed.iter().enumerate();
    let columns: Vec<(usize, Meaning)> = columns
        .filter_map(|(place, column)| column.meaning.map(|meaning| (place, meaning)))
        .collect();
    let dates = seen.dates(&columns, &text.file, form, limits)?.finding();
    let names = seen.names.finding();
    let is_sheet = text.sheet.is_some();
    let mut proposal = Proposal {
        format: Format::Csv,
        file: Arc::from(file.name.as_str()),
        separator: (!is_sheet).then_some(separator),
        encoding: (!is_sheet).then_some(form.encoding),
        encoding_is_sure: text.encoding_is_sure,
        sheet: text.sheet.clone(),
        sheets: text.sheets.clone(),
        header_line,
        dates,
        date_order: mapping.date_order.unwrap_or(dates.order()),
        names,
        name_order: mapping.name_order.or(names.order()),
        columns: proposed,
        profile: profile.map(|profile| profile.name.clone()),
        notes: Vec::new(),
    };
    let notes = notes(&proposal, &text, &mapping, &seen, form);
    for (kind, _) in &notes {
        if !proposal.notes.contains(kind) {
            proposal.notes.push(*kind);
        }
    }
    Ok(Settled {
        form,
        columns,
        dates: DateForm {
            order: proposal.date_order,
            epoch: text.epoch,
        },
        name_order: proposal.name_order,
        notes,
        proposal,
        file: text.file,
    })
}

/// A table as text, and how it became one.
struct Text {
    file: SourceFile,
    encoding: TextEncoding,
    encoding_is_sure: bool,
    is_cut_short: bool,
    sheet: Option<String>,
    sheets: Vec<String>,
    epoch: Epoch,
}

impl Text {
    fn of(file: &SourceFile, asked: &Mapping, limits: &Limits) -> Result<Self, RosterError> {
        if let Content::Workbook(bytes, kind) = &file.content {
            return Self::of_workbook(file, bytes, *kind, asked, limits);
        }
        let detected = tell_encoding(file, limits)?;
        Ok(Self {
            file: file.clone(),
            encoding: asked.encoding.unwrap_or(detected.encoding),
            encoding_is_sure: asked.encoding.is_some() || detected.sure,
            is_cut_short: detected.is_cut_short,
            sheet: None,
            sheets: Vec::new(),
            epoch: Epoch::Since1900,
        })
    }

    fn of_workbook(
        file: &SourceFile,
        bytes: &[u8],
        kind: WorkbookKind,
        asked: &Mapping,
        limits: &Limits,
    ) -> Result<Self, RosterError> {
        let score = |rows: &[Vec<String>]| head::best_row(rows).1;
        let sheet = excel::read(bytes, kind, asked.sheet.as_deref(), score, limits)?;
        Ok(Self {
            file: SourceFile {
                name: file.name.clone(),
                content: Content::Bytes(sheet.text.into()),
            },
            encoding: TextEncoding::Utf8,
            encoding_is_sure: true,
            is_cut_short: false,
            sheet: Some(sheet.sheet),
            sheets: sheet.sheets,
            epoch: sheet.epoch,
        })
    }
}

/// What the first rows have shown.
struct Seen {
    /// One a column; nothing of those that are never read.
    values: Vec<Values>,
    names: Names,
    has_rows_left: bool,
}

impl Seen {
    fn of(mut table: Table, headers: &[String], mapping: &Mapping) -> Result<Self, RosterError> {
        let wanted: Vec<usize> = (0..headers.len())
            .filter(|&place| headers.get(place).is_some_and(|name| !is_forbidden(name)))
            .collect();
        let names = columns::of_names(headers, mapping);
        let mut seen = Self {
            values: headers.iter().map(|_| Values::default()).collect(),
            names: Names::default(),
            has_rows_left: true,
        };
        for _ in 0..LOOKED_AT {
            let Some(row) = table.next_row(&wanted)? else {
                seen.has_rows_left = false;
                break;
            };
            if row.shape != Shape::Sound {
                continue;
            }
            for (place, cell) in wanted.iter().zip(&row.cells) {
                if let Some(values) = seen.values.get_mut(*place) {
                    values.add(cell);
                }
            }
            let cell = |place: Option<usize>| {
                let at = wanted.iter().position(|known| Some(*known) == place)?;
                row.cells.get(at).map(String::as_str)
            };
            if let Some(name) = cell(names.full) {
                seen.names.see(name, cell(names.code));
            }
        }
        Ok(seen)
    }

    /// What all dates say: the whole file is asked when some of those seen have an order.
    fn dates(
        &self,
        columns: &[(usize, Meaning)],
        file: &SourceFile,
        form: Form,
        limits: &Limits,
    ) -> Result<DateEvidence, RosterError> {
        let is_date = |meaning| meaning == Meaning::Student(StudentColumn::BirthDate);
        let places: Vec<usize> = columns
            .iter()
            .filter(|(_, meaning)| is_date(*meaning))
            .map(|(place, _)| *place)
            .collect();
        let mut evidence = DateEvidence::default();
        let seen = places.iter().filter_map(|place| self.values.get(*place));
        for values in seen {
            evidence.add(values.order);
        }
        if !self.has_rows_left || evidence.finding() == DateFinding::Plain {
            return Ok(evidence);
        }
        let mut evidence = DateEvidence::default();
        let mut table = Table::begin(file, form, limits)?;
        while let Some(row) = table.next_row(&places)? {
            for cell in &row.cells {
                evidence.see(cell);
            }
        }
        Ok(evidence)
    }
}

/// What the names in one cell have shown.
#[derive(Default)]
struct Names {
    last_first: u32,
    first_first: u32,
    unclear: u32,
}

impl Names {
    fn see(&mut self, name: &str, code: Option<&str>) {
        if name.is_empty() {
            return;
        }
        let code = match cells::permanent_code(code.unwrap_or_default()) {
            Ok(CodeCell::Code(code)) => Some(code),
            _ => None,
        };
        match full_name::part(name, None, code.as_ref()) {
            None => self.unclear += 1,
            Some(parted) if parted.by == PartedBy::Comma => {}
            Some(parted) => match parted.order {
                NameOrder::LastFirst => self.last_first += 1,
                NameOrder::FirstFirst => self.first_first += 1,
            },
        }
    }

    /// Nine names in ten that say the same say it for the others.
    const fn finding(&self) -> NameFinding {
        let all = self.last_first + self.first_first + self.unclear;
        match (all, self.unclear) {
            (0, _) => NameFinding::Plain,
            _ if self.last_first * 10 >= all * 9 => NameFinding::LastFirst,
            _ if self.first_first * 10 >= all * 9 => NameFinding::FirstFirst,
            // Each name says itself where it is parted.
            (_, 0) => NameFinding::Plain,
            _ => NameFinding::Unclear,
        }
    }

    const fn are_parted(&self) -> bool {
        self.last_first + self.first_first > 0
    }
}

impl NameFinding {
    const fn order(self) -> Option<NameOrder> {
        match self {
            Self::LastFirst => Some(NameOrder::LastFirst),
            Self::FirstFirst => Some(NameOrder::FirstFirst),
            Self::Plain | Self::Unclear => None,
        }
    }
}

/// Everything that was tolerated in how the table is made.
fn notes(
    proposal: &Proposal,
    text: &Text,
    mapping: &Mapping,
    seen: &Seen,
    form: Form,
) -> Vec<(NoteKind, Option<u64>)> {
    let header = Some(proposal.header_line);
    let mut notes = Vec::new();
    let mut tell = |is_so: bool, kind, line| {
        if is_so {
            notes.push((kind, line));
        }
    };
    tell(!text.encoding_is_sure, NoteKind::EncodingGuessed, None);
    tell(text.is_cut_short, NoteKind::NoFinalNewline, None);
    let chosen = text.sheets.len() > 1 && mapping.sheet.is_none();
    tell(chosen, NoteKind::SheetChosen, None);
    let skipped = form.above > 0 && mapping.header_line.is_none();
    tell(skipped, NoteKind::RowsAboveHeader, header);
    tell(proposal.profile.is_some(), NoteKind::ProfileUsed, None);
    for (place, column) in proposal.columns.iter().enumerate() {
        let is_chosen = mapping.choice(&column.header).is_some();
        let guessed = column.confidence == Confidence::Guessed && !is_chosen;
        let by_values = guessed && recognise(&column.header).is_none();
        tell(guessed && !by_values, NoteKind::HeaderGuessed, header);
        tell(by_values, NoteKind::MeaningGuessed, header);
        tell(column.contradicted, NoteKind::HeaderContradicted, header);
        let extra = column.meaning.is_none() && !is_chosen && !column.header.starts_with('#');
        tell(extra, NoteKind::ExtraColumn, header);
        let is = |wanted| column.meaning == Some(Meaning::Student(wanted));
        let values = seen.values.get(place);
        let fractions = values.is_some_and(|values| values.fractions > 0);
        tell(
            is(StudentColumn::Fiche) && fractions,
            NoteKind::SpreadsheetNumber,
            None,
        );
        let serials = values.is_some_and(|values| values.serials > 0);
        tell(
            is(StudentColumn::BirthDate) && serials,
            NoteKind::SerialDate,
            None,
        );
    }
    if mapping.date_order.is_none() {
        let assumed = matches!(proposal.dates, DateFinding::Ambiguous | DateFinding::Mixed);
        tell(assumed, NoteKind::DateOrderAssumed, None);
        let american = proposal.dates == DateFinding::MonthFirst;
        tell(american, NoteKind::MonthFirst, None);
    }
    tell(seen.names.are_parted(), NoteKind::NamesParted, None);
    let unclear = proposal.names == NameFinding::Unclear && mapping.name_order.is_none();
    tell(unclear, NoteKind::NamesUnclear, None);
    notes
}

/// What a format whose columns need no meaning proposes.
pub(crate) fn of_format(format: Format, file: &str) -> Proposal {
    Proposal {
        format,
        file: Arc::from(file),
        separator: None,
        encoding: None,
        encoding_is_sure: true,
        sheet: None,
        sheets: Vec::new(),
        header_line: 1,
        dates: DateFinding::Plain,
        date_order: DateFinding::Plain.order(),
        names: NameFinding::Plain,
        name_order: None,
        columns: Vec::new(),
        profile: None,
        notes: Vec::new(),
    }
}
