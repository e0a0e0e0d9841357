//! Embeds every `locales/<bcp47>/*.ftl`: writes the list of folders that `src/locale.rs` includes.
//! Nothing is parsed here; what the files must hold is told by the tests.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, error::Error, fs, io};

/// The reference stands first, so that `Locale::REFERENCE` needs no search and no folder can be without it.
const REFERENCE: &str = "fr-CA";

fn main() -> Result<(), Box<dyn Error>> {
    let locales = Path::new(&env::var("CARGO_MANIFEST_DIR")?)
        .join("../../locales")
        .canonicalize()?;
    println!("cargo::rerun-if-changed={}", locales.display());

    let mut folders = entries(&locales)?;
    folders.retain(|path| path.is_dir());
    folders.sort_by_key(|path| (name(path) != REFERENCE, name(path)));
    if folders.first().map(|path| name(path)).as_deref() != Some(REFERENCE) {
        return Err(format!("{} has no folder {REFERENCE}", locales.display()).into());
    }

    let mut list = format!("static FOLDERS: [Folder; {}] = [\n", folders.len());
    for folder in &folders {
        writeln!(list, "    Folder {{ tag: {:?}, files: &[", name(folder))?;
        for file in entries(folder)?
            .iter()
            .filter(|path| path.extension().is_some_and(|end| end == "ftl"))
        {
            let title = file.file_stem().unwrap_or_default().to_string_lossy();
            writeln!(
                list,
                "        File {{ title: {title:?}, source: include_str!({file:?}) }},"
            )?;
        }
        writeln!(list, "    ] }},")?;
    }
    list.push_str("];\n");
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("folders.rs"), list)?;
    Ok(())
}

/// What a folder holds, in the order of the names, so that the same files always make the same program.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
