//! The archived texts of sources: found beside the records that name them, never outside the store, hashed, and read as a
//! reader would.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

use super::documents;
use crate::ledger::model::id::SourceId;
use crate::ledger::model::source::Source;
use crate::ledger::{Archive, Ledger};
use crate::read::problem::Problem;

/// Reads the archive of every source of a store in that folder, other than those that a ledger of it holds already. A
/// file that is not there is no mistake: archives are seldom shared.
pub(crate) fn read(ledger: &mut Ledger, folder: &Path, before: &Ledger, problems: &mut Vec<Problem>) {
    let Ok(store) = fs::canonicalize(folder) else { return };
    let base = store.parent().unwrap_or(&store).to_owned();
    let held = before
        .archives
        .iter()
        .filter_map(|(id, archive)| Some((place(before, before.source(*id), &base)?, archive)));
    let held: FxHashMap<PathBuf, &Arc<Archive>> = held.collect();
    let mut found = Vec::new();
    // Many sources may name one archive, a book or a collection: it is read once.
    let mut read: FxHashMap<PathBuf, Result<Arc<Archive>, String>> = FxHashMap::default();
    for (at, source) in ledger.sources.iter().enumerate() {
        let (Some(named), Some(path)) = (&source.archive, place(ledger, source, &base)) else { continue };
        let mut problem = |message: String, help: &str| {
            problems.push(Problem { rule: "bad-value", span: source.span, message, help: help.to_owned() });
        };
        if let Some(archive) = held.get(&path) {
            found.push((SourceId::from(at), Arc::clone(archive)));
            continue;
        }
        let Ok(full) = fs::canonicalize(&path) else {
            if outside(&store, &path) {
                problem(format!("the archive `{named}` leads out of the store"), INSIDE);
            }
            continue;
        };
        if !full.starts_with(&store) {
            problem(format!("the archive `{named}` leads out of the store"), INSIDE);
            continue;
        }
        match read.entry(full).or_insert_with_key(|full| archive(full).map(Arc::new)) {
            Ok(archive) => found.push((SourceId::from(at), Arc::clone(archive))),
            Err(reason) => {
                let message = format!("the archive `{named}` cannot be read: {reason}");
                problem(message, "save it as text, Markdown or HTML; a PDF wants the program `pdftotext`");
            }
        }
    }
    ledger.archives = found.into_iter().collect();
}

/// Where the archive of a source is to be, if it names one; `base` is the folder that holds the store.
#[must_use]
pub fn place(ledger: &Ledger, source: &Source, base: &Path) -> Option<PathBuf> {
    let record = base.join(&ledger.texts.file(source.span.file).path);
    Some(record.parent().unwrap_or(base).join(source.archive.as_ref()?))
}

const INSIDE: &str = "keep the file inside the store, and name it from the folder of this record";

/// Whether a path that leads to nothing would lead out of the store.
fn outside(store: &Path, path: &Path) -> bool {
    let mut way = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::ParentDir => {
                way.pop();
            }
            other => way.push(other),
        }
    }
    !way.starts_with(store)
}

/// Whether a file can be read as the text of a source.
///
/// # Errors
/// Why it cannot.
pub fn can_be_read(path: &Path) -> Result<(), String> {
    archive(path).map(|_| ())
}

fn archive(path: &Path) -> Result<Archive, String> {
    if !fs::metadata(path).map_err(|error| error.to_string())?.is_file() {
        return Err("it is no regular file".to_owned());
    }
    let bytes = fs::read(path).map_err(|error| error.to_string())?;
    let sha256 = hash(&bytes);
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    let text = match extension.as_deref() {
        Some("pdf") => pdf(path)?,
        other => documents::read(&bytes, other.unwrap_or_default()).map_err(|(reason, _)| reason)?.own(),
    };
    Ok(Archive { text, sha256 })
}

/// The hash of some bytes, in hexadecimal digits.
#[must_use]
pub fn hash(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

/// The text of a PDF that is at hand as bytes.
///
/// # Errors
/// Why it cannot be read.
pub fn pdf_in(bytes: &[u8]) -> Result<String, String> {
    let mut file = tempfile::NamedTempFile::new().map_err(|error| error.to_string())?;
    file.write_all(bytes).map_err(|error| error.to_string())?;
    pdf(file.path())
}

/// The text of a PDF, by `pdftotext`; words that a line end cuts are put together.
///
/// # Errors
/// Why it cannot be read.
pub fn pdf(path: &Path) -> Result<String, String> {
    let output = Command::new("pdftotext")
        .args(["-q", "-enc", "UTF-8"])
        .arg(path)
        .arg("-")
        .stdin(Stdio::null())
        .output()
        .map_err(|_| "the program `pdftotext` is not installed".to_owned())?;
    if !output.status.success() {
        return Err("`pdftotext` could not read it".to_owned());
    }
    let text = String::from_utf8_lossy(&output.stdout);
    Ok(text.replace("-\n", "").replace('\u{ad}', ""))
}
