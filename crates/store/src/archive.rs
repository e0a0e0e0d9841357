//! The one file of a backup: a zip, stored, of the encrypted database, its keyring, the journal's head and a manifest.
//! Nothing in it is readable without a key but what the manifest says. When it is made and put back: `backup.rs`.

use std::fs::File;
use std::io::{self, BufReader, Read as _, Write as _};
use std::path::Path;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::error::{Result, StoreError};
use crate::files;
use crate::head::HEAD_FILE;
use crate::keyring::KEYRING_FILE;
use crate::open::DATABASE_FILE;

const MANIFEST_FILE: &str = "manifest.json";
/// The version of the file that this program writes.
const FORMAT: u32 = 1;
/// What a zip begins with.
const ZIP_MAGIC: &[u8] = b"PK\x03\x04";
const CONTENT: [&str; 3] = [DATABASE_FILE, KEYRING_FILE, HEAD_FILE];
const DAMAGED: StoreError = StoreError::Damaged("the backup");

/// What a backup says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    guichet_backup: u32,
    pub created_at: DateTime<Utc>,
    /// The number of the newest migration that its database has.
    pub schema: i64,
    pub desk: Uuid,
    /// How many entries its journal has, and the hash of the last.
    pub journal_count: i64,
    #[serde(with = "files::hex")]
    pub journal_hash: Vec<u8>,
}

impl Manifest {
    pub(crate) const fn new(
        created_at: DateTime<Utc>,
        schema: i64,
        desk: Uuid,
        journal_count: i64,
        journal_hash: Vec<u8>,
    ) -> Self {
        Self {
            guichet_backup: FORMAT,
            created_at,
            schema,
            desk,
            journal_count,
            journal_hash,
        }
    }
}

/// Writes the folder's files and the manifest into one file, and brings it to the disk.
pub(crate) fn pack(dir: &Path, manifest: &Manifest, to: &Path) -> Result<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .large_file(true);
    let mut zip = ZipWriter::new(File::create(to)?);
    zip.start_file(MANIFEST_FILE, options)
        .map_err(not_written)?;
    zip.write_all(&files::json(manifest)?)?;
    for name in CONTENT {
        zip.start_file(name, options).map_err(not_written)?;
        io::copy(&mut File::open(dir.join(name))?, &mut zip)?;
    }
    zip.finish().map_err(not_written)?.sync_all()?;
    Ok(())
}

fn not_written(error: ZipError) -> StoreError {
    match error {
        ZipError::Io(cause) => cause.into(),
        other => StoreError::Io(io::Error::other(other)),
    }
}

/// Writes the files of a backup into a folder, and returns what it says of itself.
///
/// # Errors
/// [`StoreError::NotABackup`], [`StoreError::NewerDatabase`], [`StoreError::Damaged`], [`StoreError::DiskFull`].
pub(crate) fn unpack(from: &Path, dir: &Path) -> Result<Manifest> {
    let mut zip = open(from)?;
    let manifest = manifest(&mut zip)?;
    for name in CONTENT {
        let mut entry = zip.by_name(name).map_err(|_| DAMAGED)?;
        let mut file = File::create(dir.join(name))?;
        io::copy(&mut entry, &mut file).map_err(not_read)?;
        file.sync_all()?;
    }
    Ok(manifest)
}

/// What a backup says of itself, without its contents.
///
/// # Errors
/// [`StoreError::NotABackup`], [`StoreError::NewerDatabase`], [`StoreError::Damaged`].
pub fn read_manifest(from: &Path) -> Result<Manifest> {
    manifest(&mut open(from)?)
}

fn open(from: &Path) -> Result<ZipArchive<BufReader<File>>> {
    let mut begins = Vec::new();
    File::open(from)?
        .take(ZIP_MAGIC.len() as u64)
        .read_to_end(&mut begins)?;
    if begins != ZIP_MAGIC {
        return Err(StoreError::NotABackup);
    }
    ZipArchive::new(BufReader::new(File::open(from)?)).map_err(|_| DAMAGED)
}

fn manifest(zip: &mut ZipArchive<BufReader<File>>) -> Result<Manifest> {
    #[derive(Deserialize)]
    struct Versioned {
        guichet_backup: u32,
    }
    let mut text = Vec::new();
    let entry = zip
        .by_name(MANIFEST_FILE)
        .map_err(|_| StoreError::NotABackup)?;
    entry
        .take(64 * 1024)
        .read_to_end(&mut text)
        .map_err(not_read)?;
    let Versioned { guichet_backup } =
        serde_json::from_slice(&text).map_err(|_| StoreError::NotABackup)?;
    if guichet_backup > FORMAT {
        return Err(StoreError::NewerDatabase);
    }
    serde_json::from_slice(&text).map_err(|_| DAMAGED)
}

/// A checksum that is wrong, or an end that is missing, is damage; the rest is the disk's.
fn not_read(error: io::Error) -> StoreError {
    match error.kind() {
        io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof | io::ErrorKind::Other => DAMAGED,
        _ => error.into(),
    }
}
