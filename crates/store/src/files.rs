//! Small files beside the database, written whole or not at all, and bytes as hexadecimal text in them.
//! What stands in the files belongs to `keyring.rs`, `head.rs` and `backup.rs`.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use serde::Serialize;

use crate::error::{Result, StoreError};

/// Replaces the file: written beside, brought to the disk, then renamed over.
pub(crate) fn replace(file: &Path, bytes: &[u8]) -> Result<()> {
    let beside = file.with_added_extension("new");
    let mut new = File::create(&beside)?;
    new.write_all(bytes)?;
    new.sync_all()?;
    drop(new);
    rename(&beside, file)
}

/// Renames and brings the folder to the disk, so that the new name outlives a power cut.
pub(crate) fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to)?;
    #[cfg(unix)]
    if let Some(dir) = to.parent() {
        // The parent of a bare file name is empty: it means the folder one stands in.
        let dir = if dir.as_os_str().is_empty() {
            Path::new(".")
        } else {
            dir
        };
        File::open(dir)?.sync_all()?;
    }
    Ok(())
}

/// The file's bytes, or none when there is no such file.
pub(crate) fn read_if_there(file: &Path) -> Result<Option<Vec<u8>>> {
    match fs::read(file) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Removes the file if it is there.
pub(crate) fn remove_if_there(file: &Path) -> Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// A folder that only this user can read, where the system knows such a thing.
pub(crate) fn private_dir(dir: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(dir)?)
}

/// As indented JSON, for files that a technician may have to look into.
pub(crate) fn json(value: &impl Serialize) -> Result<Vec<u8>> {
    serde_json::to_vec_pretty(value).map_err(|error| StoreError::Io(error.into()))
}

/// Bytes as hexadecimal text: `#[serde(with = "files::hex")]`.
pub(crate) mod hex {
    use std::fmt::Write as _;

    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    pub(crate) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        let text = bytes
            .iter()
            .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
                let written = write!(text, "{byte:02x}");
                debug_assert!(written.is_ok(), "a string takes every write");
                text
            });
        serializer.serialize_str(&text)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(deserializer)?;
        if !text.len().is_multiple_of(2) || !text.is_ascii() {
            return Err(D::Error::custom("not hexadecimal"));
        }
        (0..text.len())
            .step_by(2)
            .map(|at| u8::from_str_radix(&text[at..at + 2], 16).map_err(D::Error::custom))
            .collect()
    }
}
