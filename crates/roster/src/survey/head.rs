//! The top of a table: what parts its cells, and which row is the header. What the columns mean is in `columns`.

use std::io::Read;

use csv::ReaderBuilder;

use crate::decoding::TextEncoding;
use crate::headers::recognise;
use crate::mapping::{Mapping, Separator};
use crate::source::SourceFile;
use crate::stream::{self, Lines};
use crate::table::{Form, Table};
use crate::{Limits, RosterError};

/// How much of the text is tried under each separator, and how many of its rows.
const LOOKED_AT: u64 = 128 * 1024;
const ROWS: usize = 40;

/// The separator and the header's place.
///
/// # Errors
/// `Empty`, `NotATable`, or past a limit.
pub(super) fn find(
    file: &SourceFile,
    encoding: TextEncoding,
    asked: &Mapping,
    limits: &Limits,
) -> Result<(Form, Separator), RosterError> {
    let mut text = Vec::new();
    let lines = Lines::open(file, encoding, limits)?;
    lines
        .take(LOOKED_AT)
        .read_to_end(&mut text)
        .map_err(stream::refusal)?;
    if text.iter().all(u8::is_ascii_whitespace) && (text.len() as u64) < LOOKED_AT {
        return Err(RosterError::Empty);
    }
    let tried = Separator::ALL
        .iter()
        .filter(|separator| asked.separator.is_none_or(|asked| asked == **separator));
    let mut best: Option<(Score, usize, Separator)> = None;
    for &separator in tried {
        let rows = rows(&text, separator);
        let (above, known) = best_row(&rows);
        let score = Score {
            known,
            even: evenness(&rows),
        };
        if best.as_ref().is_none_or(|(best, ..)| score > *best) {
            best = Some((score, above, separator));
        }
    }
    let (score, above, separator) = best.ok_or(RosterError::NotATable)?;
    // Text without one header that is known is a table only when its rows look like one.
    if score.known == 0 && (score.even < 2 || text.contains(&0)) {
        return Err(RosterError::NotATable);
    }
    let mut form = Form {
        encoding,
        separator: separator.byte(),
        above,
    };
    if let Some(line) = asked.header_line {
        form.above = rows_above(file, form, line, limits)?;
    }
    Ok((form, separator))
}

/// The better separator shows more headers that are known, else more rows of one width.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    known: usize,
    even: usize,
}

fn rows(text: &[u8], separator: Separator) -> Vec<Vec<String>> {
    ReaderBuilder::new()
        .delimiter(separator.byte())
        .flexible(true)
        .has_headers(false)
        .from_reader(text)
        .byte_records()
        .map_while(Result::ok)
        .take(ROWS)
        .map(|row| {
            let cells = row.iter().map(|cell| String::from_utf8_lossy(cell));
            cells.map(|cell| cell.trim().to_owned()).collect()
        })
        .collect()
}

/// The row with the most headers that are known, and how many they are; where none is, the first that is wide enough.
pub(super) fn best_row(rows: &[Vec<String>]) -> (usize, usize) {
    let mut best = (0, 0);
    for (place, row) in rows.iter().enumerate() {
        let known = row.iter().filter(|cell| recognise(cell).is_some()).count();
        if known > best.1 {
            best = (place, known);
        }
    }
    if best.1 == 0 {
        let filled = |row: &Vec<String>| row.iter().filter(|cell| !cell.is_empty()).count();
        let widest = rows.iter().map(filled).max().unwrap_or_default();
        let wide = rows.iter().position(|row| filled(row) * 2 > widest);
        best.0 = wide.unwrap_or_default();
    }
    best
}

/// How many rows have the width that most rows have; 0 when that is a single cell.
fn evenness(rows: &[Vec<String>]) -> usize {
    let count = |width: usize| rows.iter().filter(|row| row.len() == width).count();
    rows.iter()
        .map(Vec::len)
        .filter(|width| *width > 1)
        .map(count)
        .max()
        .unwrap_or_default()
}

/// How many rows stand above the one on this line.
fn rows_above(
    file: &SourceFile,
    form: Form,
    line: u64,
    limits: &Limits,
) -> Result<usize, RosterError> {
    for above in 0..ROWS {
        let table = Table::begin(file, Form { above, ..form }, limits)?;
        if table.header_line() >= line {
            return Ok(above);
        }
    }
    Ok(form.above)
}
