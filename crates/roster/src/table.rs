//! From bytes to rows: encoding, separator, line numbers. Only the columns asked for leave this room,
//! so that what no allow-list names (domain.md §8) is never copied. What the cells mean does not belong here.

use std::sync::Arc;

use csv::{ByteRecord, Reader, ReaderBuilder};

use crate::decoding::TextEncoding;
use crate::source::SourceFile;
use crate::stream::{self, Lines, RunningHash, tell_encoding};
use crate::{Limits, RosterError};

/// A table being read, row after row; nothing of it is kept.
pub(crate) struct Table {
    pub(crate) file: Arc<str>,
    reader: Reader<Lines>,
    record: ByteRecord,
    header: Vec<String>,
    header_line: u64,
    separator: u8,
    lines_left: u64,
    cell_bytes: usize,
}

/// How the text of a table is to be taken apart.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    pub(crate) encoding: TextEncoding,
    pub(crate) separator: u8,
    /// Rows above the header: titles, a date of printing.
    pub(crate) above: usize,
}

/// The cells that were asked for, in that order; a cell that is not there is empty.
pub(crate) struct Row {
    pub(crate) line: u64,
    pub(crate) cells: Vec<String>,
    pub(crate) shape: Shape,
}

/// The same while it still stands in the reader: no cell has been copied, so that a row may be dropped unread.
pub(crate) struct Line<'a> {
    pub(crate) line: u64,
    pub(crate) cells: Vec<&'a str>,
    pub(crate) shape: Shape,
}

/// Whether the cells can be trusted to stand under their headers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Sound,
    TooLong,
    ExtraCells,
}

impl Table {
    /// Opens a table whose separator is the one of `separators` under which most headers are `known`.
    ///
    /// # Errors
    /// `Empty` without a header. What is no text has no header that is known: that is the caller's to say.
    pub(crate) fn open(
        file: &SourceFile,
        separators: &[u8],
        known: impl Fn(&[String]) -> usize,
        limits: &Limits,
    ) -> Result<Self, RosterError> {
        let encoding = tell_encoding(file, limits)?.encoding;
        let mut best: Option<(usize, Self)> = None;
        for &separator in separators {
            let form = Form {
                encoding,
                separator,
                above: 0,
            };
            let table = Self::begin(file, form, limits)?;
            let score = known(&table.header);
            if best.as_ref().is_none_or(|(best, _)| score > *best) {
                best = Some((score, table));
            }
        }
        let (_, mut table) = best.ok_or(RosterError::NotATable)?;
        if table.header.iter().all(String::is_empty) && !table.says_something()? {
            return Err(RosterError::Empty);
        }
        Ok(table)
    }

    /// Reads the header and stands before the first row.
    ///
    /// # Errors
    /// Unreadable, or a row past the limit.
    pub(crate) fn begin(
        file: &SourceFile,
        form: Form,
        limits: &Limits,
    ) -> Result<Self, RosterError> {
        let reader = ReaderBuilder::new()
            .delimiter(form.separator)
            .flexible(true)
            .has_headers(false)
            .from_reader(Lines::open(file, form.encoding, limits)?);
        let mut table = Self {
            file: file.name.as_str().into(),
            reader,
            record: ByteRecord::new(),
            header: Vec::new(),
            header_line: 1,
            separator: form.separator,
            lines_left: limits.lines,
            cell_bytes: limits.cell_bytes,
        };
        for _ in 0..form.above {
            table.advance()?;
        }
        table.header_line = table.advance()?.unwrap_or(1);
        table.header = table
            .record
            .iter()
            .map(|cell| String::from_utf8_lossy(cell).trim().to_owned())
            .collect();
        Ok(table)
    }

    fn says_something(&mut self) -> Result<bool, RosterError> {
        while self.advance()?.is_some() {
            if self.record.iter().any(|cell| !cell.trim_ascii().is_empty()) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The hash of what was read: of the whole file after its last row.
    pub(crate) fn hash(&self) -> RunningHash {
        self.reader.get_ref().hash()
    }

    /// The line of the header, counted from 1.
    pub(crate) const fn header_line(&self) -> u64 {
        self.header_line
    }

    pub(crate) fn header(&self) -> &[String] {
        &self.header
    }

    /// What parts the cells of this table.
    pub(crate) const fn separator(&self) -> u8 {
        self.separator
    }

    /// The next row, reduced to the columns of `wanted`. Rows without any such cell are passed over.
    ///
    /// # Errors
    /// `TooLarge` past the limit of lines.
    pub(crate) fn next_row(&mut self, wanted: &[usize]) -> Result<Option<Row>, RosterError> {
        let line = self.next_line(wanted)?;
        Ok(line.map(|line| Row {
            line: line.line,
            cells: line.cells.into_iter().map(str::to_owned).collect(),
            shape: line.shape,
        }))
    }

    /// The same without copying a cell.
    ///
    /// # Errors
    /// As [`Table::next_row`].
    pub(crate) fn next_line(&mut self, wanted: &[usize]) -> Result<Option<Line<'_>>, RosterError> {
        while let Some(line) = self.advance()? {
            self.lines_left = self
                .lines_left
                .checked_sub(1)
                .ok_or(RosterError::TooLarge)?;
            let Some(shape) = self.shape(wanted) else {
                continue;
            };
            let cells = wanted.iter().map(|&column| self.cell(column)).collect();
            return Ok(Some(Line { line, cells, shape }));
        }
        Ok(None)
    }

    /// `None` for a row without any cell that was asked for.
    fn shape(&self, wanted: &[usize]) -> Option<Shape> {
        let cells = || {
            wanted
                .iter()
                .map(|&column| self.record.get(column).unwrap_or_default())
        };
        let mut beyond = self.record.iter().skip(self.header.len());
        if cells().any(|cell| cell.len() > self.cell_bytes) {
            Some(Shape::TooLong)
        } else if beyond.any(|cell| !cell.trim_ascii().is_empty()) {
            Some(Shape::ExtraCells)
        } else if cells().all(|cell| cell.trim_ascii().is_empty()) {
            None
        } else {
            Some(Shape::Sound)
        }
    }

    /// A cell without the spaces around it, cut off at the limit; the text is sound UTF-8 since its decoding.
    fn cell(&self, column: usize) -> &str {
        let cell = self.record.get(column).unwrap_or_default();
        let kept = cell.get(..self.cell_bytes).unwrap_or(cell);
        match std::str::from_utf8(kept) {
            Ok(text) => text.trim(),
            Err(cut) => std::str::from_utf8(kept.get(..cut.valid_up_to()).unwrap_or_default())
                .unwrap_or_default()
                .trim(),
        }
    }

    /// Reads one record and tells its line. The reader's own count lags behind after a carriage return
    /// or an empty line.
    fn advance(&mut self) -> Result<Option<u64>, RosterError> {
        let from = self.reader.position().byte();
        self.reader.get_mut().begin_row(from);
        let read = self
            .reader
            .read_byte_record(&mut self.record)
            .map_err(|error| match error.into_kind() {
                csv::ErrorKind::Io(error) => stream::refusal(error),
                _ => RosterError::NotATable,
            })?;
        Ok(read.then(|| self.reader.get_ref().line()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Content;

    fn table(bytes: &[u8]) -> Result<Table, RosterError> {
        let file = SourceFile {
            name: "t.csv".to_owned(),
            content: Content::Bytes(bytes.into()),
        };
        let known = |header: &[String]| {
            header
                .iter()
                .filter(|name| ["a", "b", "é"].contains(&name.as_str()))
                .count()
        };
        Table::open(
            &file,
            b";,\t",
            known,
            &Limits {
                cell_bytes: 20,
                ..Limits::default()
            },
        )
    }

    fn rows(bytes: &[u8]) -> Vec<(u64, Vec<String>, Shape)> {
        let mut table = table(bytes).unwrap();
        let wanted: Vec<usize> = (0..table.header().len()).collect();
        let mut rows = Vec::new();
        while let Some(row) = table.next_row(&wanted).unwrap() {
            rows.push((row.line, row.cells, row.shape));
        }
        rows
    }

    #[test]
    fn lines_are_counted_as_an_editor_counts_them() {
        for text in [
            "a;b\n1;2\n\n3;\"4\n5\"\n6;7",
            "a;b\r\n1;2\r\n\r\n3;\"4\r\n5\"\r\n6;7\r\n",
            "a;b\r1;2\r\r3;\"4\r5\"\r6;7",
        ] {
            let lines: Vec<u64> = rows(text.as_bytes())
                .into_iter()
                .map(|(line, ..)| line)
                .collect();
            assert_eq!(lines, [2, 4, 6], "{text:?}");
        }
    }

    #[test]
    fn separators_and_encodings_are_told_apart() {
        let utf16: Vec<u8> = [0xFF, 0xFE]
            .into_iter()
            .chain("a;é\n1;É".encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        for bytes in [
            "a;é\n1;É".as_bytes(),
            "a,é\n1,É".as_bytes(),
            "a\té\n1\tÉ".as_bytes(),
            b"\xEF\xBB\xBFa;\xC3\xA9\n1;\xC3\x89",
            b"a;\xE9\n1;\xC9",
            &utf16,
        ] {
            assert_eq!(
                rows(bytes),
                [(2, vec!["1".to_owned(), "É".to_owned()], Shape::Sound)],
                "{bytes:?}"
            );
        }
    }

    #[test]
    fn one_damaged_character_does_not_change_the_encoding_of_the_file() {
        let mut bytes = "a;é\né;é\né;é\n".as_bytes().to_vec();
        bytes.extend(b"x;\xC3\n");
        let cells: Vec<String> = rows(&bytes)
            .into_iter()
            .filter_map(|(_, mut cells, _)| cells.pop())
            .collect();
        assert_eq!(cells, ["é", "é", "\u{FFFD}"]);
    }

    #[test]
    fn rows_that_do_not_fit_say_so() {
        assert_eq!(
            rows(b"a;b\n1;2;\n1;2;3\n1\n;;\n123456789012345678901;2\n")
                .iter()
                .map(|(line, _, shape)| (*line, *shape))
                .collect::<Vec<_>>(),
            [
                (2, Shape::Sound),
                (3, Shape::ExtraCells),
                (4, Shape::Sound),
                (6, Shape::TooLong),
            ]
        );
    }

    #[test]
    fn a_byte_order_mark_alone_is_empty() {
        assert!(matches!(
            table(b"\xEF\xBB\xBF \r\n"),
            Err(RosterError::Empty)
        ));
    }
}
