//! From the bytes of ledger files to records: text, trees, records, and every problem met on the way.

pub mod apart;
pub mod fields;
pub mod files;
mod lower;
mod problem;
pub mod propositions;
pub mod records;
pub mod revision;
pub mod schema;
pub mod yaml;

use std::path::Path;

use rayon::prelude::*;

use crate::ledger::Ledger;
use crate::ledger::vocabulary;
use crate::text::FileId;
use lower::Sheet;
use records::Problem;

pub use fields::meant::{DATE_HELP, ID_HELP, date_help};
pub(crate) use lower::names::looked_for;
pub use lower::names::{NAMED, find, nearest, singular, unknown};
pub(crate) use lower::reader::Record as Reading;

/// What kept the folder of a store from being read.
pub type NoStore = std::io::Error;

/// What came of reading a store.
#[derive(Debug)]
pub struct Loaded {
    /// All that could be read.
    pub ledger: Ledger,
    /// All that could not, or does not fit.
    pub problems: Vec<Problem>,
    /// Files, or stretches of files, that could not be read at all.
    pub unread: usize,
    /// Records of the store that were found, sound or not.
    pub records: usize,
}

/// One text of a store, not yet read into records.
#[derive(Clone, Debug)]
pub struct Text {
    /// How the file is named to people.
    pub path: String,
    /// Its content, or why there is none: reason and remedy.
    pub content: Result<String, (String, String)>,
}

/// Reads every `.yaml` and `.yml` file below a folder. `rules` are the names of rules that records may refer to.
///
/// # Errors
/// What kept the folder itself from being read.
pub fn store(folder: &Path, rules: &[&'static str]) -> Result<Loaded, NoStore> {
    Ok(with_archives(files::read(folder)?, folder, rules))
}

/// Reads texts that are, or might be, those of a store in that folder, and the archives that their sources name there.
#[must_use]
pub fn with_archives(written: Vec<Text>, folder: &Path, rules: &[&'static str]) -> Loaded {
    again(written, folder, rules, &Ledger::default())
}

/// The same, where a ledger of that folder has been read a moment ago: the archives that it holds are not read again.
#[must_use]
pub fn again(written: Vec<Text>, folder: &Path, rules: &[&'static str], before: &Ledger) -> Loaded {
    let mut loaded = texts(written, rules);
    files::archives::read(&mut loaded.ledger, folder, before, &mut loaded.problems);
    loaded
}

/// The documents of a text as trees; nothing where it cannot be read whole, says something odd, or refers to itself.
#[must_use]
pub fn whole(text: &str) -> Option<Vec<yaml::tree::Node<'_>>> {
    let built = yaml::build::build(FileId(0), text, 0..text.len()).ok()?;
    (built.problems.is_empty() && built.lost.is_empty() && !built.anchored).then_some(built.roots)
}

/// Reads texts that are at hand already.
#[must_use]
pub fn texts(texts: Vec<Text>, rules: &[&'static str]) -> Loaded {
    with_sheets(texts, rules, false)
}

/// The same with a tree for every statement: slower, and what [`texts`] is held against.
#[must_use]
pub fn by_trees(texts: Vec<Text>, rules: &[&'static str]) -> Loaded {
    with_sheets(texts, rules, true)
}

fn with_sheets(texts: Vec<Text>, rules: &[&'static str], by_trees: bool) -> Loaded {
    let mut ledger = Ledger::default();
    let mut problems = Vec::new();
    let built_in = ledger.texts.add("the built-in vocabulary".to_owned(), vocabulary::BUILT_IN.to_owned());
    let first = ledger.texts.len();
    for text in texts {
        let (content, failure) = match text.content {
            Ok(content) => (content, None),
            Err(failure) => (String::new(), Some(failure)),
        };
        let file = ledger.texts.add(text.path, content);
        ledger.files += usize::from(failure.is_none());
        if let Some((message, help)) = failure {
            problems.push(Problem {
                rule: "unreadable-file",
                span: problem::span(file, 0, 0),
                message,
                help,
            });
        }
    }
    // The trees borrow the texts while the ledger is filled, so the texts step aside meanwhile.
    let sources = std::mem::take(&mut ledger.texts);
    let own = records::cut(built_in, &sources.file(built_in).text);
    let files = (first..sources.len()).map(|at| FileId(u32::try_from(at).unwrap_or(u32::MAX)));
    let files: Vec<FileId> = files.collect();
    let mut sheets: Vec<Sheet<'_>> = files
        .into_par_iter()
        .with_max_len(1)
        .map(|file| Sheet::new(file, &sources.file(file).text, by_trees))
        .collect();
    problems.extend(sheets.iter_mut().flat_map(|sheet| std::mem::take(&mut sheet.cut.problems)));
    let records = sheets.iter().map(|sheet| sheet.records).sum();
    let problems = lower::lower(&mut ledger, &sources, &own, &mut sheets, problems, rules);
    drop(sheets);
    let unread = problems.iter().filter(|problem| problem.rule == "unreadable-file").count();
    ledger.texts = sources;
    Loaded { ledger, problems, unread, records }
}
