//! Spreadsheets (`.xlsx`, `.xls`) as the text of one table, one line a row, so that they are read as any table is.
//! What the cells mean does not belong here; what keeps a bomb from going off is in `bounds`.

mod bounds;

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xls, Xlsx};
use calamine::{XlsError, XlsxError};
use zip::ZipArchive;

use crate::{Limits, RosterError};

/// The separator of the text that a sheet becomes.
pub(crate) const SEPARATOR: u8 = b';';

/// The rows at its head by which a sheet is chosen.
const HEAD: u32 = 40;

/// More than any spreadsheet has of columns, and the last row that one can have.
const MOST_COLUMNS: u32 = 16_384;
const LAST_ROW: u32 = 1_048_576;

domain::text_enum! {
    /// From when a spreadsheet counts its days.
    pub enum Epoch {
        Since1900 = "since_1900",
        /// As Excel for Mac did for long: the same number is four years and a day later.
        Since1904 = "since_1904",
    }
}

/// The two kinds of workbook, told by their content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkbookKind {
    Xlsx,
    Xls,
}

/// One sheet as UTF-8 text.
#[derive(Debug)]
pub(crate) struct SheetText {
    pub(crate) text: Vec<u8>,
    pub(crate) sheet: String,
    /// Every worksheet that can be seen, in the order of the workbook.
    pub(crate) sheets: Vec<String>,
    pub(crate) epoch: Epoch,
}

/// An old workbook, or the envelope of a protected new one.
const COMPOUND_FILE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// The kind of workbook that these bytes are, if any.
pub(crate) fn kind_of(bytes: &[u8]) -> Option<WorkbookKind> {
    if is_compound_file(bytes) {
        return Some(WorkbookKind::Xls);
    }
    let archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let is_workbook = archive.index_for_name("xl/workbook.xml").is_some();
    is_workbook.then_some(WorkbookKind::Xlsx)
}

/// Whether a file that begins so is an old workbook, or a protected one.
pub(crate) fn is_compound_file(start: &[u8]) -> bool {
    start.starts_with(COMPOUND_FILE)
}

/// Reads the sheet called `wished`, else the one whose first rows have the best `score`, else the first.
///
/// # Errors
/// `TooLarge` past a limit, `Protected`, `MissingSheet`, `DamagedWorkbook`.
pub(crate) fn read(
    bytes: &[u8],
    kind: WorkbookKind,
    wished: Option<&str>,
    score: impl Fn(&[Vec<String>]) -> usize,
    limits: &Limits,
) -> Result<SheetText, RosterError> {
    match kind {
        WorkbookKind::Xlsx => bounds::check_xlsx(bytes, limits)?,
        WorkbookKind::Xls => bounds::check_xls(bytes, limits)?,
    }
    // The library trusts lengths that a damaged file gives, and then stops at a slice's end.
    let work = AssertUnwindSafe(|| read_checked(bytes, kind, wished, score, limits));
    catch_unwind(work).unwrap_or(Err(RosterError::DamagedWorkbook))
}

fn read_checked(
    bytes: &[u8],
    kind: WorkbookKind,
    wished: Option<&str>,
    score: impl Fn(&[Vec<String>]) -> usize,
    limits: &Limits,
) -> Result<SheetText, RosterError> {
    let mut book = Book::open(bytes, kind)?;
    let sheets = book.sheets();
    let sheet = match wished {
        Some(wished) => sheets.iter().find(|sheet| *sheet == wished).cloned(),
        None => {
            let mut best: Option<(usize, String)> = None;
            for sheet in &sheets {
                let score = score(&book.head(sheet, limits)?);
                if best.as_ref().is_none_or(|(best, _)| score > *best) {
                    best = Some((score, sheet.clone()));
                }
            }
            best.map(|(_, sheet)| sheet)
        }
    };
    let sheet = sheet.ok_or_else(|| RosterError::MissingSheet {
        name: wished.unwrap_or_default().to_owned(),
        sheets: sheets.clone(),
    })?;
    Ok(SheetText {
        text: book.text(&sheet, limits)?,
        epoch: book.epoch(),
        sheet,
        sheets,
    })
}

/// A workbook being read.
enum Book<'a> {
    Xlsx(Box<Xlsx<Cursor<&'a [u8]>>>),
    Xls(Box<Xls<Cursor<&'a [u8]>>>),
}

impl<'a> Book<'a> {
    fn open(bytes: &'a [u8], kind: WorkbookKind) -> Result<Self, RosterError> {
        let cursor = Cursor::new(bytes);
        Ok(match kind {
            WorkbookKind::Xlsx => Self::Xlsx(Box::new(
                Xlsx::new(cursor).map_err(|error| new_trouble(&error))?,
            )),
            WorkbookKind::Xls => Self::Xls(Box::new(
                Xls::new(cursor).map_err(|error| old_trouble(&error))?,
            )),
        })
    }

    fn sheets(&self) -> Vec<String> {
        let sheets = match self {
            Self::Xlsx(book) => book.sheets_metadata(),
            Self::Xls(book) => book.sheets_metadata(),
        };
        sheets
            .iter()
            .filter(|sheet| sheet.typ == SheetType::WorkSheet)
            .filter(|sheet| sheet.visible == SheetVisible::Visible)
            .map(|sheet| sheet.name.clone())
            .collect()
    }

    fn epoch(&self) -> Epoch {
        let late = match self {
            Self::Xlsx(book) => book.has_1904_epoch(),
            Self::Xls(book) => book.has_1904_epoch(),
        };
        if late {
            Epoch::Since1904
        } else {
            Epoch::Since1900
        }
    }

    fn head(&mut self, sheet: &str, limits: &Limits) -> Result<Vec<Vec<String>>, RosterError> {
        let mut rows = Vec::new();
        self.each_row(sheet, HEAD, limits, |cells| {
            rows.push(cells.to_vec());
            Ok(())
        })?;
        Ok(rows)
    }

    fn text(&mut self, sheet: &str, limits: &Limits) -> Result<Vec<u8>, RosterError> {
        let mut writer = csv::WriterBuilder::new()
            .delimiter(SEPARATOR)
            .flexible(true)
            .from_writer(Vec::new());
        let mut budget = limits.total_bytes;
        self.each_row(sheet, u32::MAX, limits, |cells| {
            let bytes: usize = cells.iter().map(|cell| cell.len() + 1).sum();
            budget = budget
                .checked_sub(bytes as u64 + 1)
                .ok_or(RosterError::TooLarge)?;
            // A row without cells is written as one that is empty: the line must be there to be counted.
            let written = if cells.is_empty() {
                writer.write_record([""])
            } else {
                writer.write_record(cells)
            };
            written.map_err(|_| RosterError::DamagedWorkbook)
        })?;
        writer
            .into_inner()
            .map_err(|_| RosterError::DamagedWorkbook)
    }

    /// Gives the first rows up to `most` in their order, blank ones included.
    fn each_row(
        &mut self,
        sheet: &str,
        most: u32,
        limits: &Limits,
        take: impl FnMut(&[String]) -> Result<(), RosterError>,
    ) -> Result<(), RosterError> {
        let mut rows = Rows {
            row: 0,
            cells: Vec::new(),
            most,
            cells_left: limits.cells,
            take,
        };
        match self {
            Self::Xlsx(book) => {
                let mut cells = book
                    .worksheet_cells_reader(sheet)
                    .map_err(|error| new_trouble(&error))?;
                while let Some(cell) = cells.next_cell().map_err(|error| new_trouble(&error))? {
                    let (row, column) = cell.get_position();
                    if !rows.add(row, column, text_of(cell.get_value()))? {
                        return Ok(());
                    }
                }
            }
            Self::Xls(book) => {
                let range = book
                    .worksheet_range(sheet)
                    .map_err(|error| old_trouble(&error))?;
                let (top, left) = range.start().unwrap_or_default();
                for (row, column, cell) in range.used_cells() {
                    let (row, column) = (place(row, top)?, place(column, left)?);
                    if !rows.add(row, column, text_of(&borrowed(cell)))? {
                        return Ok(());
                    }
                }
            }
        }
        rows.end()
    }
}

fn place(relative: usize, start: u32) -> Result<u32, RosterError> {
    u32::try_from(relative)
        .ok()
        .and_then(|relative| relative.checked_add(start))
        .ok_or(RosterError::TooLarge)
}

/// Cells being put into rows.
struct Rows<F> {
    row: u32,
    cells: Vec<String>,
    most: u32,
    cells_left: u64,
    take: F,
}

impl<F: FnMut(&[String]) -> Result<(), RosterError>> Rows<F> {
    /// Takes one cell; false when no more rows are wanted. A cell that says nothing makes no row longer.
    fn add(&mut self, row: u32, column: u32, text: String) -> Result<bool, RosterError> {
        self.cells_left = self
            .cells_left
            .checked_sub(1)
            .ok_or(RosterError::TooLarge)?;
        if text.is_empty() {
            return Ok(true);
        }
        if row >= LAST_ROW || column >= MOST_COLUMNS {
            return Err(RosterError::TooLarge);
        }
        if row < self.row {
            return Err(RosterError::DamagedWorkbook);
        }
        while self.row < row {
            if self.row >= self.most {
                return Ok(false);
            }
            (self.take)(&self.cells)?;
            self.cells.clear();
            self.row += 1;
        }
        let column = column as usize;
        if self.cells.len() <= column {
            self.cells.resize(column + 1, String::new());
        }
        if let Some(cell) = self.cells.get_mut(column) {
            *cell = text;
        }
        Ok(true)
    }

    fn end(mut self) -> Result<(), RosterError> {
        if self.cells.is_empty() || self.row >= self.most {
            return Ok(());
        }
        (self.take)(&self.cells)
    }
}

/// A cell as text: whole numbers without a fraction, dates as `AAAA-MM-JJ`, an error as Excel writes it.
/// A line break inside of a cell becomes a space, so that one row is one line.
fn text_of(cell: &DataRef<'_>) -> String {
    let text = match cell {
        DataRef::Empty => return String::new(),
        DataRef::Int(number) => return number.to_string(),
        DataRef::Float(number) => return number.to_string(),
        DataRef::Bool(truth) => return truth.to_string(),
        DataRef::DateTime(date) => return text_of_date(date),
        DataRef::Error(error) => return error.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.as_str()
        }
        DataRef::SharedString(text) => text,
    };
    text.replace(['\r', '\n'], " ").trim().to_owned()
}

fn text_of_date(date: &ExcelDateTime) -> String {
    if !date.is_datetime() {
        return date.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let day = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        day
    } else {
        format!("{day} {hour:02}:{minute:02}:{second:02}")
    }
}

/// The cell of an old workbook, as those of new ones come.
fn borrowed(cell: &Data) -> DataRef<'_> {
    match cell {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(truth) => DataRef::Bool(*truth),
        Data::DateTime(date) => DataRef::DateTime(*date),
        Data::DateTimeIso(text) | Data::DurationIso(text) => DataRef::SharedString(text),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

fn new_trouble(error: &XlsxError) -> RosterError {
    match error {
        XlsxError::Password => RosterError::Protected,
        _ => RosterError::DamagedWorkbook,
    }
}

fn old_trouble(error: &XlsError) -> RosterError {
    match error {
        XlsError::Password => RosterError::Protected,
        _ => RosterError::DamagedWorkbook,
    }
}

#[cfg(test)]
mod tests;
