//! Accounting for a left-over write-ahead log before SQLite sees it: SQLite silently drops everything behind a damaged
//! frame, and its own check then says ok (design.md §3). The format is SQLite's (fileformat2, section 4).
//! The frames' contents are encrypted pages, which `verify.rs` has SQLCipher check.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use crate::error::Result;

const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;
/// The last bit says whether checksums run over big-endian words.
const MAGIC: u32 = 0x377f_0682;
const FORMAT: u32 = 3_007_000;

/// Whether the file is absent, empty, or made of whole transactions whose every byte its checksums vouch for.
///
/// Guichet spills no cache (`pool.rs`), so that a frame behind the last commit is one that was being written. An import
/// does spill, and says so by a file beside the database (`large.rs`): when it was `interrupted`, what lies behind the
/// last commit is nobody's, as long as no commit is among it. SQLite writes such frames a second time and mends their
/// checksums only when it commits: they are not asked for any.
pub(crate) fn is_accounted_for(file: &Path, interrupted: bool) -> Result<bool> {
    let file = match File::open(file) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(true),
        opened => opened?,
    };
    let length = file.metadata()?.len();
    if length == 0 {
        return Ok(true);
    }
    let mut reader = BufReader::new(file);
    let mut header = [0; HEADER];
    if length < HEADER as u64 {
        return Ok(interrupted);
    }
    reader.read_exact(&mut header)?;
    let Some(mut wal) = Wal::begin(&header) else {
        return Ok(false);
    };
    let frame_length = FRAME_HEADER + wal.page_size;
    let (frames, rest) = {
        let behind_header = length - HEADER as u64;
        (
            behind_header / frame_length as u64,
            behind_header % frame_length as u64,
        )
    };
    let mut frame = vec![0; frame_length];
    let mut committed = true;
    let mut broken = false;
    for at in 1..=frames {
        reader.read_exact(&mut frame)?;
        if !broken {
            let before = wal.sums;
            match wal.follow(&frame) {
                Some(commits) => {
                    committed = commits;
                    continue;
                }
                None if !interrupted => return Ok(false),
                // One byte more or less in the frame that ends everything would make a commit look like none.
                None if at == frames && wal.may_be_a_commit(before, &frame) => return Ok(false),
                None => broken = true,
            }
        }
        if !wal.is_uncommitted(&frame) {
            return Ok(false);
        }
    }
    Ok(interrupted || (committed && rest == 0))
}

#[derive(Clone, Copy)]
struct Wal {
    big_endian: bool,
    page_size: usize,
    salts: [u8; 8],
    /// Of everything so far.
    sums: (u32, u32),
}

impl Wal {
    fn begin(header: &[u8; HEADER]) -> Option<Self> {
        let magic = word(header, 0);
        let big_endian = magic & 1 == 1;
        let page_size = word(header, 8) as usize;
        let sound = magic & !1 == MAGIC
            && word(header, 4) == FORMAT
            && page_size.is_power_of_two()
            && (512..=65_536).contains(&page_size);
        let mut wal = Self {
            big_endian,
            page_size,
            salts: header[16..24].try_into().ok()?,
            sums: (0, 0),
        };
        wal.add(&header[..24]);
        (sound && wal.sums == (word(header, 24), word(header, 28))).then_some(wal)
    }

    /// Whether this frame ends a transaction; none when it is not what follows.
    fn follow(&mut self, frame: &[u8]) -> Option<bool> {
        self.add(&frame[..8]);
        self.add(&frame[FRAME_HEADER..]);
        let sound = frame[8..16] == self.salts && self.sums == (word(frame, 16), word(frame, 20));
        sound.then_some(word(frame, 4) != 0)
    }

    /// Whether this frame belongs to this log and ends no transaction.
    fn is_uncommitted(&self, frame: &[u8]) -> bool {
        frame[8..16] == self.salts && word(frame, 4) == 0
    }

    /// Whether another byte in the mark of a commit would make this the frame that follows.
    fn may_be_a_commit(&self, before: (u32, u32), frame: &[u8]) -> bool {
        let mut tried = frame.to_vec();
        for (at, value) in (4..8).flat_map(|at| (0..=u8::MAX).map(move |value| (at, value))) {
            tried[at] = value;
            let mut wal = Self {
                sums: before,
                ..*self
            };
            if wal.follow(&tried).is_some() {
                return true;
            }
            tried[at] = frame[at];
        }
        false
    }

    fn add(&mut self, bytes: &[u8]) {
        for pair in bytes.chunks_exact(8) {
            let (first, second) = (self.summed_word(pair, 0), self.summed_word(pair, 4));
            self.sums.0 = self.sums.0.wrapping_add(first).wrapping_add(self.sums.1);
            self.sums.1 = self.sums.1.wrapping_add(second).wrapping_add(self.sums.0);
        }
    }

    fn summed_word(&self, bytes: &[u8], at: usize) -> u32 {
        let word = word(bytes, at);
        if self.big_endian {
            word
        } else {
            word.swap_bytes()
        }
    }
}

fn word(bytes: &[u8], at: usize) -> u32 {
    u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}
