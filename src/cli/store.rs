//! Finding and loading the store a command works on.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::Args;

use super::output::Output;
use super::progress::Progress;
use crate::check::Case;
use crate::check::options::Options;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::read;
use crate::read::files::{self, archives};
use crate::read::schema::FILE as SCHEMA;
use crate::write::store::lands;

/// Which store.
#[derive(Args)]
pub struct StoreArgument {
    /// The folder that holds the ledger [default: the nearest: `claims`, or one with a `gainsay.schema.json`]
    #[arg(value_name = "STORE", conflicts_with = "store")]
    folder: Option<PathBuf>,
    /// The same as STORE
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
}

/// A store that was opened.
pub struct Store {
    /// What was read.
    pub case: Case,
    /// The folder that was read.
    pub folder: PathBuf,
    /// Where it is, if the user did not say so and it is not `claims` in the current folder.
    pub found_at: Option<PathBuf>,
}

impl Store {
    /// The way from the current folder to the one that holds the store, `/` after each part: what the path of a file is
    /// to begin with where it is looked for from here. Empty where there is no such way.
    pub fn base(&self) -> String {
        let way = || {
            let full = std::fs::canonicalize(&self.folder).ok()?;
            let here = std::fs::canonicalize(std::env::current_dir().ok()?).ok()?;
            let parts = full.parent()?.strip_prefix(here).ok()?.components();
            let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy() + "/").collect();
            Some(parts.concat())
        };
        way().unwrap_or_default()
    }
}

impl Store {
    /// Whether every id is on file; complains of those that are not.
    pub fn knows(&self, ids: &[String]) -> bool {
        known(self.case.ledger(), ids)
    }

    /// Whether a report may go to a file; complains where it would take the place of what the store is made of.
    pub fn spares(&self, file: Option<&Path>) -> bool {
        let Some(file) = file else { return true };
        let (Ok(full), Ok(store)) = (lands(file), std::fs::canonicalize(&self.folder)) else { return true };
        let ledger = self.case.ledger();
        let base = store.parent().unwrap_or(&store);
        let archive = |source| archives::place(ledger, source, base).and_then(|place| lands(&place).ok());
        let own = full.starts_with(&store)
            && (files::is_yaml(&full)
                || ledger.sources.iter().any(|source| archive(source) == Some(full.clone())));
        if own {
            Output::complain(&format!(
                "gainsay: `{}` would be a file of the store, and a report is none; nothing was written\n\
                 help: name another file, outside `{}`",
                file.display(),
                self.folder.display()
            ));
        }
        !own
    }
}

impl StoreArgument {
    /// The folder that was named; none where it is to be found.
    pub fn named(&self) -> Option<&Path> {
        self.folder.as_deref().or(self.store.as_deref())
    }

    /// The folder, and whether people are to be told which it is; complains and gives nothing where there is none.
    pub fn folder(&self) -> Option<(PathBuf, bool)> {
        folder(self.folder.as_deref().or(self.store.as_deref()))
    }

    /// Opens the store; complains and gives nothing where there is none, it cannot be read, or an id that is asked about
    /// is not on file.
    pub fn open(&self, options: Options) -> Option<Store> {
        let about = options.about.clone();
        let store = open(self.folder.as_deref().or(self.store.as_deref()), options)?;
        known(store.case.ledger(), &about).then_some(store)
    }
}

/// Opens the store in a folder, or the nearest; complains and gives nothing where there is none.
pub fn open(asked: Option<&Path>, options: Options) -> Option<Store> {
    let (folder, tell) = folder(asked)?;
    let found_at = tell.then(|| folder.clone());
    open_folder(&folder, options).map(|case| Store { case, folder, found_at })
}

/// Whether every id is on file; complains of those that are not.
fn known(ledger: &Ledger, ids: &[String]) -> bool {
    let mut all = true;
    for id in ids {
        let found =
            [ledger.parties.find(id), ledger.events.find(id), ledger.places.find(id), ledger.topics.find(id)];
        if found.iter().all(Option::is_none) {
            all = false;
            let every = ledger.parties.ids().chain(ledger.events.ids());
            let near = read::nearest(id, every.chain(ledger.places.ids()).chain(ledger.topics.ids()));
            let help = near.map_or_else(String::new, |near| format!("\nhelp: did you mean `{near}`?"));
            Output::complain(&format!("gainsay: no party, event, place or topic `{id}` is on file{help}"));
        }
    }
    all
}

/// The folder asked for, or the nearest store, and whether people are to be told which that is; complains and gives nothing
/// where there is none, or more than one.
pub fn folder(asked: Option<&Path>) -> Option<(PathBuf, bool)> {
    if let Some(folder) = asked {
        return Some((folder.to_owned(), false));
    }
    match nearest() {
        Ok(found) => Some(found),
        Err(several) if several.is_empty() => {
            Output::complain(
                "gainsay: there is no folder `claims` here or above, and no other store: they hold a file \
                 `gainsay.schema.json`\n\
                 help: name the store, as in `gainsay check path/to/claims`, or make one with `gainsay init`",
            );
            None
        }
        Err(several) => {
            Output::complain(&format!(
                "gainsay: there are several stores here: {}\nhelp: name one of them: `--store {}`",
                several.join(", "),
                several[0]
            ));
            None
        }
    }
}

/// Opens the store in a folder; complains and gives nothing where it cannot be read.
pub fn open_folder(folder: &Path, options: Options) -> Option<Case> {
    let waiting = Progress::of("reading the store");
    let case = Case::open(folder, options);
    drop(waiting);
    match case {
        Ok(case) => Some(case),
        Err(error) => {
            let (reason, help) = refused(folder, &error);
            Output::complain(&format!("gainsay: {reason}\nhelp: {help}"));
            None
        }
    }
}

/// Why a folder is no store, and what to do.
fn refused(folder: &Path, error: &std::io::Error) -> (String, String) {
    let shown = folder.display();
    match error.kind() {
        ErrorKind::NotFound => {
            let help = similar(folder).map_or_else(
                || "name the folder that holds the ledger, or make a new one with `gainsay init`".to_owned(),
                |near| format!("did you mean `{}`?", near.display()),
            );
            (format!("there is no folder `{shown}`"), help)
        }
        ErrorKind::NotADirectory => (
            format!("`{shown}` is a file, and a store is a folder"),
            format!("name the folder that holds it: `{}`", above(folder).display()),
        ),
        _ => (
            format!("the store `{shown}` could not be read: {error}"),
            "see to it that you may read the folder and what is in it".to_owned(),
        ),
    }
}

/// The folder beside a missing one whose name is most like its name.
fn similar(folder: &Path) -> Option<PathBuf> {
    let names: Vec<String> = std::fs::read_dir(above(folder))
        .ok()?
        .filter_map(|entry| entry.ok().filter(|entry| entry.path().is_dir()))
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    let near = read::nearest(folder.file_name()?.to_str()?, names.iter().map(String::as_str))?;
    Some(folder.with_file_name(near))
}

/// The folder that holds a file or folder.
fn above(path: &Path) -> &Path {
    path.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The store that is meant where none is named, and whether people are to be told which that is.
///
/// A store is a folder called `claims`, or one that holds `gainsay.schema.json`. In this order it is `claims` in the
/// current folder; the one store in the current folder; the current folder itself; then, in each folder above, that folder
/// itself or `claims` in it.
///
/// # Errors
/// The names of the stores in the current folder, where there are several; nothing where there is none anywhere.
pub fn nearest() -> Result<(PathBuf, bool), Vec<String>> {
    let here = Path::new("claims");
    if here.is_dir() {
        return Ok((here.to_owned(), false));
    }
    let is_store = |folder: &Path| folder.join(SCHEMA).is_file();
    let mut below: Vec<String> = std::fs::read_dir(".")
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| is_store(Path::new(name)))
        .collect();
    below.sort();
    match &below[..] {
        [only] => return Ok((PathBuf::from(only), true)),
        [] => {}
        _ => return Err(below),
    }
    let current = std::env::current_dir().map_err(|_| Vec::new())?;
    let mut around = current.ancestors().flat_map(|above| {
        let itself = is_store(above).then(|| above.to_owned());
        itself.into_iter().chain(Some(above.join("claims")).filter(|folder| folder.is_dir()))
    });
    around.next().map(|found| (found, true)).ok_or_else(Vec::new)
}

/// Reads a date given on the command line.
///
/// # Errors
/// What is wrong with it.
pub fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).map_err(|message| format!("{message}: {}", read::date_help(text)))
}
