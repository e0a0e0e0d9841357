//! The bytes of a table as they pass by: hashed, held within limits, decoded, their lines counted. Nothing is kept of
//! them. What stands in the cells does not belong here.

use std::collections::VecDeque;
use std::io::{self, Read};
use std::sync::{Arc, Mutex, PoisonError};

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};
use memchr::memchr2;
use sha2::{Digest, Sha256};

use crate::source::SourceFile;
use crate::{Limits, RosterError};

/// One row takes no more than this. A quote that nobody closed would otherwise swallow the rest of the file.
const ROW_BYTES: u64 = 1024 * 1024;
const BUFFER_BYTES: usize = 64 * 1024;

/// The text of a table in UTF-8, and the number of each of its lines.
pub(crate) struct Lines {
    text: DecodeReaderBytes<Hashed, Vec<u8>>,
    hash: RunningHash,
    /// Bytes of text given out.
    given: u64,
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
        encoding: &'static Encoding,
        limits: &Limits,
    ) -> Result<Self, RosterError> {
        let hash = RunningHash::default();
        let bytes = Hashed {
            bytes: file.open(limits)?,
            hash: hash.clone(),
            left: limits.streamed_bytes,
        };
        let text = DecodeReaderBytesBuilder::new()
            .encoding(Some(encoding))
            .bom_override(true)
            .build_with_buffer(bytes, vec![0; BUFFER_BYTES])?;
        Ok(Self {
            text,
            hash,
            given: 0,
            until: ROW_BYTES,
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
        self.until = self.given + ROW_BYTES;
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

/// A byte order mark decides; else UTF-8 if it is that, a few damaged characters aside; else Windows-1252.
/// Damaged characters become U+FFFD, which makes their own lines unusable and no other.
pub(crate) fn tell_encoding(
    file: &SourceFile,
    limits: &Limits,
) -> Result<&'static Encoding, RosterError> {
    let mut bytes = file.open(limits)?;
    let mut buffer = Vec::with_capacity(BUFFER_BYTES);
    let (mut sound, mut damaged, mut first) = (0_usize, 0_usize, true);
    loop {
        let cut = buffer.len();
        let room = (BUFFER_BYTES - cut) as u64;
        let read = bytes.by_ref().take(room).read_to_end(&mut buffer)?;
        if first && let Some((encoding, _)) = Encoding::for_bom(&buffer) {
            return Ok(encoding);
        }
        first = false;
        // A character may be cut by the end of the buffer.
        let mut carried = 0;
        for chunk in buffer.utf8_chunks() {
            sound += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
            carried = chunk.invalid().len();
            damaged += usize::from(carried > 0);
        }
        let whole = buffer.len() - carried;
        let is_cut = std::str::from_utf8(buffer.get(whole..).unwrap_or_default())
            .is_err_and(|error| error.error_len().is_none());
        if read == 0 {
            break;
        }
        if is_cut {
            damaged -= 1;
            buffer.drain(..whole);
        } else {
            buffer.clear();
        }
    }
    // In Windows-1252 text two accented letters seldom make a sound UTF-8 sequence by chance.
    Ok(match damaged == 0 || sound > 4 * damaged {
        true => UTF_8,
        false => WINDOWS_1252,
    })
}
