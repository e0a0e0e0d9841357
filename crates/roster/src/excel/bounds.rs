//! What a workbook costs, found before the library that reads it is let in: it has no limits of its own and
//! reserves what a file declares. What the cells say does not belong here.

use std::io::{Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;

use crate::{Limits, RosterError};

/// The strings of a workbook are reserved by this attribute before the first of them is read.
const DECLARED_STRINGS: &[u8] = b"uniqueCount";
/// Longer than the attribute with its value.
const OVERLAP: usize = 64;
const CHUNK: usize = 64 * 1024;

/// Unpacks every entry once, keeping nothing.
///
/// # Errors
/// `TooLarge` when the declared or the real sizes pass the limits, `DamagedWorkbook`.
pub(super) fn check_xlsx(bytes: &[u8], limits: &Limits) -> Result<(), RosterError> {
    let damaged = |_| RosterError::DamagedWorkbook;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > limits.entries {
        return Err(RosterError::TooLarge);
    }
    let mut declared = 0_u64;
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(damaged)?;
        declared = declared.saturating_add(entry.size());
    }
    if declared > limits.total_bytes {
        return Err(RosterError::TooLarge);
    }
    let mut budget = limits.total_bytes;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(damaged)?;
        unpack(entry, &mut budget, limits.cells)?;
    }
    Ok(())
}

fn unpack(mut entry: impl Read, budget: &mut u64, strings: u64) -> Result<(), RosterError> {
    let mut chunk = vec![0; CHUNK];
    let mut seen: Vec<u8> = Vec::new();
    loop {
        let read = entry
            .read(&mut chunk)
            .map_err(|_| RosterError::DamagedWorkbook)?;
        if read == 0 {
            return Ok(());
        }
        *budget = budget
            .checked_sub(read as u64)
            .ok_or(RosterError::TooLarge)?;
        seen.drain(..seen.len().saturating_sub(OVERLAP));
        // In UTF-16 the same letters stand between zeros.
        let new = chunk.get(..read).unwrap_or_default();
        seen.extend(new.iter().filter(|byte| **byte != 0));
        for at in memmem::find_iter(&seen, DECLARED_STRINGS) {
            let value = seen.get(at + DECLARED_STRINGS.len()..).unwrap_or_default();
            if declared_number(value) > strings {
                return Err(RosterError::TooLarge);
            }
        }
    }
}

/// The number in `="…"`; one that is too long to be one is larger than any.
fn declared_number(value: &[u8]) -> u64 {
    value
        .iter()
        .skip_while(|byte| !byte.is_ascii_digit())
        .take_while(|byte| byte.is_ascii_digit())
        .fold(0_u64, |number, digit| {
            number
                .saturating_mul(10)
                .saturating_add(u64::from(digit - b'0'))
        })
}

/// No old workbook has more rows times columns.
const MOST_DECLARED: u64 = 65_536 * 256;
const MOST_SHEETS: usize = 256;

/// Walks the records of every sheet without reading what they say.
///
/// # Errors
/// `TooLarge` past the limits, `Protected` for an envelope, `DamagedWorkbook`.
pub(super) fn check_xls(bytes: &[u8], limits: &Limits) -> Result<(), RosterError> {
    let stream = workbook_stream(bytes, limits)?;
    let mut strings = Vec::new();
    let mut sheets = Vec::new();
    let mut records = Records(&stream);
    while let Some((kind, data)) = records.next() {
        match kind {
            BOUND_SHEET => sheets.push(u32_at(data, 0) as usize),
            STRING_TABLE => strings = string_bytes(data, &records),
            END => break,
            _ => {}
        }
    }
    if sheets.len() > MOST_SHEETS {
        return Err(RosterError::TooLarge);
    }
    let (mut area, mut text, mut walked) = (0_u64, 0_u64, 0_usize);
    for at in sheets {
        let sheet = stream.get(at..).ok_or(RosterError::DamagedWorkbook)?;
        let mut records = Records(sheet);
        let extent = Extent::of(&mut records, &strings)?;
        area = area.saturating_add(extent.area().max(extent.cells));
        text = text.saturating_add(extent.text);
        // Honest sheets lie one after the other.
        walked += sheet.len() - records.0.len();
        if walked > stream.len() {
            return Err(RosterError::DamagedWorkbook);
        }
    }
    if area > limits.cells || text > limits.total_bytes {
        return Err(RosterError::TooLarge);
    }
    Ok(())
}

fn workbook_stream(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, RosterError> {
    let mut file =
        cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| RosterError::DamagedWorkbook)?;
    if file.exists("EncryptedPackage") {
        return Err(RosterError::Protected);
    }
    let name = ["Workbook", "Book"]
        .into_iter()
        .find(|name| file.exists(name))
        .ok_or(RosterError::NotATable)?;
    let stream = file
        .open_stream(name)
        .map_err(|_| RosterError::DamagedWorkbook)?;
    let mut text = Vec::new();
    let read = stream
        .take(limits.total_bytes + 1)
        .read_to_end(&mut text)
        .map_err(|_| RosterError::DamagedWorkbook)? as u64;
    if read > limits.total_bytes {
        return Err(RosterError::TooLarge);
    }
    Ok(text)
}

const FORMULA: u16 = 0x0006;
const END: u16 = 0x000A;
const CONTINUE: u16 = 0x003C;
const BOUND_SHEET: u16 = 0x0085;
const MANY_NUMBERS: u16 = 0x00BD;
const RICH_LABEL: u16 = 0x00D6;
const STRING_TABLE: u16 = 0x00FC;
const SHARED_LABEL: u16 = 0x00FD;
const DIMENSIONS: u16 = 0x0200;
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const TRUTH_OR_ERROR: u16 = 0x0205;
const SHORT_NUMBER: u16 = 0x027E;

/// The records of a stream: a kind, a length, and as many bytes.
struct Records<'a>(&'a [u8]);

impl<'a> Records<'a> {
    fn next(&mut self) -> Option<(u16, &'a [u8])> {
        let (head, rest) = self.0.split_at_checked(4)?;
        let (data, rest) = rest.split_at_checked(usize::from(u16_at(head, 2)))?;
        self.0 = rest;
        Some((u16_at(head, 0), data))
    }
}

/// The most bytes that each string of the table takes as UTF-8. The table may go on in the records that follow.
fn string_bytes(table: &[u8], following: &Records<'_>) -> Vec<u64> {
    let mut table = Strings {
        here: table.get(8..).unwrap_or_default(),
        following: Records(following.0),
    };
    std::iter::from_fn(|| table.pass_string()).collect()
}

/// What is left of the table of strings.
struct Strings<'a> {
    here: &'a [u8],
    following: Records<'a>,
}

impl<'a> Strings<'a> {
    /// Passes over one string: its count of letters, its flags, the letters, then what styles them.
    fn pass_string(&mut self) -> Option<u64> {
        if self.here.is_empty() {
            self.go_on()?;
        }
        let head = self.take(3)?;
        let (letters, flags) = (u64::from(u16_at(head, 0)), head.last().copied()?);
        let mut styles = 0;
        if flags & 0x08 != 0 {
            styles += 4 * u64::from(u16_at(self.take(2)?, 0));
        }
        if flags & 0x04 != 0 {
            styles += u64::from(u32_at(self.take(4)?, 0));
        }
        self.pass_letters(letters, flags)?;
        while styles > self.here.len() as u64 {
            styles -= self.here.len() as u64;
            self.go_on()?;
        }
        self.take(usize::try_from(styles).ok()?)?;
        Some(3 * letters)
    }

    /// Letters that go on in the next record are preceded there by flags of their own.
    fn pass_letters(&mut self, mut letters: u64, mut flags: u8) -> Option<()> {
        loop {
            let width = 1 + usize::from(flags & 1);
            let here = (self.here.len() / width).min(usize::try_from(letters).ok()?);
            self.take(here * width)?;
            letters -= here as u64;
            if letters == 0 {
                return Some(());
            }
            self.go_on()?;
            flags = self.take(1)?.first().copied()?;
        }
    }

    fn take(&mut self, bytes: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.here.split_at_checked(bytes)?;
        self.here = rest;
        Some(taken)
    }

    fn go_on(&mut self) -> Option<()> {
        let (kind, data) = self.following.next()?;
        self.here = data;
        (kind == CONTINUE).then_some(())
    }
}

/// What of a sheet has cells.
#[derive(Default)]
struct Extent {
    rows: Option<(u16, u16)>,
    columns: Option<(u16, u16)>,
    cells: u64,
    text: u64,
}

impl Extent {
    fn of(records: &mut Records<'_>, strings: &[u64]) -> Result<Self, RosterError> {
        let longest = strings.iter().copied().max().unwrap_or_default();
        let mut extent = Self::default();
        while let Some((kind, data)) = records.next() {
            match kind {
                DIMENSIONS if declared_area(data) > MOST_DECLARED => {
                    return Err(RosterError::TooLarge);
                }
                SHARED_LABEL => {
                    let string = strings.get(u32_at(data, 6) as usize).copied();
                    extent.text += string.unwrap_or(longest);
                    extent.add(data, u16_at(data, 2));
                }
                MANY_NUMBERS => extent.add(data, u16_at(data, data.len().saturating_sub(2))),
                FORMULA | RICH_LABEL | NUMBER | LABEL | TRUTH_OR_ERROR | SHORT_NUMBER => {
                    extent.add(data, u16_at(data, 2));
                }
                END => break,
                _ => {}
            }
        }
        Ok(extent)
    }

    /// Takes in the cells from the record's own column to `last`.
    fn add(&mut self, data: &[u8], last: u16) {
        let widen = |known: Option<(u16, u16)>, from: u16, to: u16| {
            let (low, high) = known.unwrap_or((from, to));
            Some((low.min(from).min(to), high.max(from).max(to)))
        };
        let (row, column) = (u16_at(data, 0), u16_at(data, 2));
        self.rows = widen(self.rows, row, row);
        self.columns = widen(self.columns, column, last);
        self.cells += 1 + u64::from(last.saturating_sub(column));
    }

    fn area(&self) -> u64 {
        let length =
            |extent: Option<(u16, u16)>| extent.map_or(0, |(low, high)| u64::from(high - low) + 1);
        length(self.rows) * length(self.columns)
    }
}

/// Rows times columns as a sheet declares them, in the older record or the newer one.
fn declared_area(data: &[u8]) -> u64 {
    let (rows, columns) = if data.len() >= 14 {
        (
            u64::from(u32_at(data, 4).saturating_sub(u32_at(data, 0))),
            u16_at(data, 10),
        )
    } else {
        (
            u64::from(u16_at(data, 2).saturating_sub(u16_at(data, 0))),
            u16_at(data, 6),
        )
    };
    rows * u64::from(columns)
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    bytes
        .get(at..)
        .and_then(|rest| rest.first_chunk())
        .map_or(0, |bytes| u16::from_le_bytes(*bytes))
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    bytes
        .get(at..)
        .and_then(|rest| rest.first_chunk())
        .map_or(0, |bytes| u32::from_le_bytes(*bytes))
}
