//! A list as the bytes of a CSV or an Excel file, and the file put in its place. No cell of it is a formula to whoever opens
//! it: what begins like one was typed by somebody, in a school's system or at a desk.

use std::io::Write as _;
use std::path::Path;

use chrono::{DateTime, Utc};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use tempfile::NamedTempFile;

use crate::contract::Failure;
use crate::failure::{Outcome, Trouble};

/// A line, cell by cell.
pub type Line = [String; 11];

/// Excel in French takes a file for UTF-8 when it begins with this mark, and its cells to be parted by semicolons.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Every cell stands in quotes, so that it stays one cell whatever the separator of the reader.
pub fn csv(headings: &Line, lines: &[Line]) -> Outcome<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    for line in std::iter::once(headings).chain(lines) {
        let cells = line.iter().map(|cell| harmless(cell));
        writer.write_record(cells).map_err(Trouble::unexpected)?;
    }
    writer
        .into_inner()
        .map_err(|error| Trouble::unexpected(error.into_error()))
}

/// A cell that a spreadsheet would take for a formula has an apostrophe before it, which makes it text.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// Every cell is written as text, which Excel never computes. The headings stay in sight and can be filtered by.
pub fn excel(headings: &Line, lines: &[Line], now: DateTime<Utc>) -> Outcome<Vec<u8>> {
    workbook(headings, lines, now).map_err(Trouble::unexpected)
}

fn workbook(headings: &Line, lines: &[Line], now: DateTime<Utc>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_timestamp(now.timestamp())?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let sheet = workbook.add_worksheet();
    let bold = Format::new().set_bold();
    let mut last = 0;
    for (row, line) in (0..).zip(std::iter::once(headings).chain(lines)) {
        for (column, cell) in (0..).zip(line) {
            if row == 0 {
                sheet.write_string_with_format(row, column, cell, &bold)?;
            } else {
                sheet.write_string(row, column, cell)?;
            }
        }
        last = row;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, last, 10)?;
    sheet.set_autofit_max_width(400);
    sheet.autofit();
    workbook.save_to_buffer()
}

/// Writes the bytes to an unnamed place beside `path`, which only this user can read.
pub fn beside(path: &Path, bytes: &[u8]) -> Outcome<NamedTempFile> {
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let write = || -> std::io::Result<NamedTempFile> {
        let mut file = NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        Ok(file)
    };
    write().map_err(|error| refusal(&error).into())
}

/// Gives the file its name; what has it already is replaced only when that was said.
pub fn put(file: NamedTempFile, path: &Path, replace: bool) -> Result<(), Failure> {
    let put = if replace {
        file.persist(path)
    } else {
        file.persist_noclobber(path)
    };
    put.map(drop).map_err(|error| refusal(&error.error))
}

fn refusal(error: &std::io::Error) -> Failure {
    match error.kind() {
        std::io::ErrorKind::AlreadyExists => Failure::FileExists,
        std::io::ErrorKind::StorageFull => Failure::DiskFull,
        _ => Failure::FileTrouble,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_begins_like_a_formula_is_text() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("+514", "'+514"),
            ("-Roy", "'-Roy"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("Roy", "Roy"),
            ("Lefebvre-Roy", "Lefebvre-Roy"),
            ("••5", "••5"),
            ("", ""),
        ] {
            assert_eq!(harmless(cell), written);
        }
    }

    #[test]
    fn a_csv_has_its_mark_and_its_cells_in_quotes() {
        let line = |text: &str| -> Line { std::array::from_fn(|place| format!("{text}{place}")) };
        let mut odd = line("x");
        odd[0] = "=cmd;\"a\"".to_owned();
        let bytes = csv(&line("é"), &[odd]).unwrap_or_default();
        let text = String::from_utf8(bytes).unwrap_or_default();
        let mut lines = text.lines();
        assert!(
            lines
                .next()
                .is_some_and(|line| line.starts_with("\u{feff}\"é0\";\"é1\";"))
        );
        assert!(
            lines
                .next()
                .is_some_and(|line| line.starts_with("\"'=cmd;\"\"a\"\"\";\"x1\""))
        );
        assert!(text.ends_with("\r\n"));
    }
}
