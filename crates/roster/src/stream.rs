//! The bytes of a table as they pass by: hashed, held within limits, decoded, their lines counted. Nothing is kept of
//! them. What stands in the cells does not belong here.

use std::collections::VecDeque;
use std::io::{self, Read};
use std::sync::{Arc, Mutex, PoisonError};

use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};
use memchr::memchr2;
use sha2::{Digest, Sha256};

use crate::decoding::{Detected, Detector, TextEncoding};
use crate::source::SourceFile;
use crate::{Limits, RosterError};

const BUFFER_BYTES: usize = 64 * 1024;

/// The text of a table in UTF-8, and the number of each of its lines.
pub(crate) struct Lines {
    text: DecodeReaderBytes<Hashed, Vec<u8>>,
    hash: RunningHash,
    /// Bytes of text given out.
    given: u64,
    row_bytes: u64,
    /// No byte is given out past this one.
    until: u64,
    /// Where each line that says something begins, and its number; those that lie behind are dropped.
    starts: VecDeque<(u64, u64)>,
    line: u64,
    /// The line end just passed, when nothing else came since.
    line_end: Option<u8>,
}

impl Lines {
    pub(crate) fn open(
        file: &SourceFile,
        encoding: TextEncoding,
        limits: &Limits,
    ) -> Result<Self, RosterError> {
        Self::over(file.open(limits)?, encoding, limits)
    }

    fn over(
        bytes: Box<dyn Read + Send>,
        encoding: TextEncoding,
        limits: &Limits,
    ) -> Result<Self, RosterError> {
        let hash = RunningHash::default();
        let bytes = Hashed {
            bytes,
            hash: hash.clone(),
            left: limits.streamed_bytes,
        };
        let text = DecodeReaderBytesBuilder::new()
            .encoding(Some(encoding.encoding()))
            .bom_override(true)
            .build_with_buffer(bytes, vec![0; BUFFER_BYTES])?;
        Ok(Self {
            text,
            hash,
            given: 0,
            row_bytes: limits.row_bytes,
            until: limits.row_bytes,
            starts: VecDeque::new(),
            line: 1,
            line_end: Some(b'\n'),
        })
    }

    /// The next row begins at or after `from`: earlier lines are forgotten.
    pub(crate) fn begin_row(&mut self, from: u64) {
        while self.starts.front().is_some_and(|(at, _)| *at < from) {
            self.starts.pop_front();
        }
        self.until = self.given + self.row_bytes;
    }

    /// The line on which the row stands that was begun last, as an editor counts them.
    pub(crate) fn line(&self) -> u64 {
        self.starts.front().map_or(self.line, |(_, line)| *line)
    }

    /// The hash of the bytes that have passed: of the whole file once it is read to its end.
    pub(crate) fn hash(&self) -> RunningHash {
        self.hash.clone()
    }

    fn count(&mut self, text: &[u8]) {
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            if self.line_end.is_none() {
                let Some(end) = memchr2(b'\r', b'\n', rest) else {
                    return;
                };
                at += end;
                self.line_end = Some(0);
                continue;
            }
            match rest.first() {
                Some(&byte @ (b'\r' | b'\n')) => {
                    // `\r\n` is one line end.
                    if byte == b'\r' || self.line_end != Some(b'\r') {
                        self.line += 1;
                    }
                    self.line_end = Some(byte);
                    at += 1;
                }
                _ => {
                    self.starts.push_back((self.given + at as u64, self.line));
                    self.line_end = None;
                }
            }
        }
    }
}

impl Read for Lines {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.given >= self.until {
            return Err(io::Error::other(PastLimit));
        }
        let read = self.text.read(buffer)?;
        self.count(buffer.get(..read).unwrap_or_default());
        self.given += read as u64;
        Ok(read)
    }
}

/// A limit was passed in the midst of reading.
#[derive(Debug, thiserror::Error)]
#[error("past a limit")]
struct PastLimit;

/// What an error of reading is to the one who wanted a table.
pub(crate) fn refusal(error: io::Error) -> RosterError {
    match error.get_ref().is_some_and(|cause| cause.is::<PastLimit>()) {
        true => RosterError::TooLarge,
        false => RosterError::Unreadable(error),
    }
}

/// A hash that grows while somebody else reads.
#[derive(Clone, Default)]
pub(crate) struct RunningHash(Arc<Mutex<Sha256>>);

impl RunningHash {
    fn add(&self, bytes: &[u8]) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .update(bytes);
    }

    pub(crate) fn so_far(&self) -> [u8; 32] {
        let hasher = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        hasher.clone().finalize().into()
    }
}

struct Hashed {
    bytes: Box<dyn Read + Send>,
    hash: RunningHash,
    left: u64,
}

impl Read for Hashed {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(buffer)?;
        self.left = self
            .left
            .checked_sub(read as u64)
            .ok_or_else(|| io::Error::other(PastLimit))?;
        self.hash.add(buffer.get(..read).unwrap_or_default());
        Ok(read)
    }
}

/// Reads the whole table once to tell its encoding.
pub(crate) fn tell_encoding(file: &SourceFile, limits: &Limits) -> Result<Detected, RosterError> {
    let mut bytes = file.open(limits)?;
    let mut buffer = vec![0; BUFFER_BYTES];
    let mut detector = Detector::new();
    loop {
        let read = bytes.read(&mut buffer)?;
        if read == 0 {
            return Ok(detector.finish());
        }
        detector.feed(buffer.get(..read).unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_of_two_gigabytes_is_refused_before_it_is_held() {
        let head = &b"Fiche;Nom\n1;\""[..];
        let cell = head.chain(io::repeat(b'x').take(2 * 1024 * 1024 * 1024));
        let limits = Limits {
            streamed_bytes: u64::MAX,
            ..Limits::default()
        };
        let lines = Lines::over(Box::new(cell), TextEncoding::Utf8, &limits).unwrap();
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(lines);
        let mut record = csv::ByteRecord::new();
        let error = reader.read_byte_record(&mut record).unwrap_err();
        let csv::ErrorKind::Io(error) = error.into_kind() else {
            panic!("refused while reading");
        };
        assert!(matches!(refusal(error), RosterError::TooLarge));
        assert!(reader.get_ref().given <= limits.row_bytes + BUFFER_BYTES as u64);
    }
}
