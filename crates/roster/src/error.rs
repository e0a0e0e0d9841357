//! Why a registry as a whole could not be read. A line that could not be used is no error: see `report`.

/// The file, folder or archive gives no registry at all.
#[derive(Debug, thiserror::Error)]
pub enum RosterError {
    /// There is not one byte that says anything.
    #[error("the file is empty")]
    Empty,
    /// The bytes are no table of text: a picture, a document, a program.
    #[error("the file is not a table")]
    NotATable,
    /// Tables, but of no format that is read here.
    #[error("the format is not known")]
    UnknownFormat,
    /// Past one of the [`crate::Limits`].
    #[error("the registry is larger than the limits allow")]
    TooLarge,
    /// The format wants this file.
    #[error("the file {name} is missing")]
    MissingFile { name: String },
    /// Two files of one archive bear this name.
    #[error("the file {name} is there twice")]
    DuplicateFile { name: String },
    /// The format wants this column; `name` is the header as a school would write it.
    #[error("the column {name} is missing from {file}")]
    MissingColumn { file: String, name: String },
    /// The archive is damaged, or is made to be read otherwise than it looks.
    #[error("the archive is damaged")]
    DamagedArchive,
    /// The spreadsheet is damaged.
    #[error("the spreadsheet is damaged")]
    DamagedWorkbook,
    /// The spreadsheet opens with a password.
    #[error("the spreadsheet is protected by a password")]
    Protected,
    /// The spreadsheet has no sheet of this name that can be seen; `sheets` are those it has.
    #[error("the sheet {name} is missing")]
    MissingSheet { name: String, sheets: Vec<String> },
    /// A table of the archive is under a password.
    #[error("the archive is protected by a password")]
    EncryptedArchive,
    /// The export holds changes alone (OneRoster's *delta*): what it leaves out is neither there nor gone, and what it
    /// points to lies in an earlier file. `name` is the table that says so.
    #[error("{name} holds changes alone")]
    ChangesOnly { name: String },
    /// The archive has a name that points outside of it.
    #[error("the archive names a file outside of itself")]
    UnsafePath,
    /// The file is not the one that was read before.
    #[error("the file changed while it was read")]
    FileChanged,
    /// The system would not let the file be read.
    #[error("the file cannot be read")]
    Unreadable(#[from] std::io::Error),
}

impl RosterError {
    /// The stable code of this error, as it crosses to the windows and to the command line.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotATable => "not_a_table",
            Self::UnknownFormat => "unknown_format",
            Self::TooLarge => "too_large",
            Self::MissingFile { .. } => "missing_file",
            Self::DuplicateFile { .. } => "duplicate_file",
            Self::MissingColumn { .. } => "missing_column",
            Self::DamagedArchive => "damaged_archive",
            Self::DamagedWorkbook => "damaged_workbook",
            Self::Protected => "protected",
            Self::MissingSheet { .. } => "missing_sheet",
            Self::EncryptedArchive => "encrypted_archive",
            Self::ChangesOnly { .. } => "changes_only",
            Self::UnsafePath => "unsafe_path",
            Self::FileChanged => "file_changed",
            Self::Unreadable(_) => "unreadable",
        }
    }

    /// The file or column that the error is about, when it names one.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::MissingFile { name }
            | Self::DuplicateFile { name }
            | Self::MissingSheet { name, .. }
            | Self::ChangesOnly { name }
            | Self::MissingColumn { name, .. } => Some(name),
            _ => None,
        }
    }
}
