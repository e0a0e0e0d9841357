//! How much is read before a source is refused: bounds against accidents and bombs. Schools have hundreds of students and
//! service centres tens of thousands. Holding them belongs to whoever reads.

const KILOBYTE: u64 = 1024;
const MEGABYTE: u64 = 1024 * KILOBYTE;

domain::text_enum! {
    /// One of the [`Limits`], in the unit in which people set it.
    pub enum Limit {
        /// Files in a folder or entries in an archive.
        Entries = "entries",
        /// Megabytes held in memory, uncompressed, over all files of a folder or an archive.
        HeldMegabytes = "held_megabytes",
        /// Megabytes of a table that is read piece by piece and never held whole.
        StreamedMegabytes = "streamed_megabytes",
        /// Lines of one file.
        Lines = "lines",
        /// Bytes of one cell; a longer one makes its line unusable.
        CellBytes = "cell_bytes",
        /// Columns of one table.
        Columns = "columns",
        /// Kilobytes of one row. A quote that nobody closed would otherwise swallow the rest of the file.
        RowKilobytes = "row_kilobytes",
        /// Cells of one sheet of a spreadsheet.
        Cells = "cells",
    }
}

impl Limit {
    /// What it is unless the desk sets another.
    #[must_use]
    pub const fn usual(self) -> u32 {
        match self {
            Self::Entries | Self::Columns => 1_000,
            Self::HeldMegabytes => 256,
            Self::StreamedMegabytes => 2_048,
            Self::Lines => 5_000_000,
            Self::CellBytes => 4_096,
            Self::RowKilobytes => 1_024,
            Self::Cells => 10_000_000,
        }
    }

    /// The most that it can be set to: past it, an ordinary machine does not stand.
    #[must_use]
    pub const fn most(self) -> u32 {
        match self {
            Self::Entries => 100_000,
            Self::Columns => 16_384,
            Self::HeldMegabytes => 4_096,
            Self::StreamedMegabytes => 65_536,
            Self::Lines => 100_000_000,
            Self::CellBytes => 1_000_000,
            Self::RowKilobytes => 65_536,
            Self::Cells => 200_000_000,
        }
    }
}

/// How much is read, in bytes and in numbers; [`Limit`] says what each is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    pub entries: usize,
    pub total_bytes: u64,
    pub streamed_bytes: u64,
    pub lines: u64,
    pub cell_bytes: usize,
    pub columns: usize,
    pub row_bytes: u64,
    pub cells: u64,
}

impl Limits {
    /// From what each limit is set to, in its own unit.
    #[must_use]
    pub fn of(value: impl Fn(Limit) -> u32) -> Self {
        let number = |limit| u64::from(value(limit));
        let count = |limit| usize::try_from(value(limit)).unwrap_or(usize::MAX);
        Self {
            entries: count(Limit::Entries),
            total_bytes: number(Limit::HeldMegabytes) * MEGABYTE,
            streamed_bytes: number(Limit::StreamedMegabytes) * MEGABYTE,
            lines: number(Limit::Lines),
            cell_bytes: count(Limit::CellBytes),
            columns: count(Limit::Columns),
            row_bytes: number(Limit::RowKilobytes) * KILOBYTE,
            cells: number(Limit::Cells),
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::of(Limit::usual)
    }
}
