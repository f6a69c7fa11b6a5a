//! `gainsay check --from-columns`: what an engine found by the columns of an export, in words.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, ErrorKind};
use std::path::{Path, PathBuf};

use rustc_hash::{FxHashMap, FxHashSet};
use sha2::{Digest, Sha256};

use super::output::Output;
use crate::check::options::Options;
use crate::check::{Case, Reasoned, Report};
use crate::export::columns;
use crate::export::found::{self, Around, Fault, Found, Written};
use crate::read::{self, files};
use crate::rules;
use crate::write::folder::LIST;

/// So many faults are told one by one.
const TOLD: usize = 20;

/// The columns of an export, or of several that lie side by side in one folder, and the findings beside them.
pub struct Columns {
    /// The folders that hold an export, by name.
    parts: Vec<PathBuf>,
    /// What stands around the findings.
    around: Around,
    findings: Vec<Written>,
    /// What was wrong so far.
    faults: Vec<Fault>,
}

impl Columns {
    /// Reads the findings beside the columns in a folder, and chooses what stands around them.
    ///
    /// # Errors
    /// Why nothing can be worded.
    pub fn open(folder: &Path, findings: Option<&Path>) -> Result<Self, Fault> {
        let parts = parts(folder)?;
        let mark = mark(&parts)?;
        let mut found = Found::default();
        for file in tables(folder, findings)? {
            let bytes = fs::read(&file).map_err(|error| unread(&file, &error))?;
            // Spark leaves a part without rows empty.
            if !bytes.is_empty() {
                found.read(&file.display().to_string(), &bytes, &mark);
            }
        }
        let mut faults = std::mem::take(&mut found.faults);
        let mut columns =
            Self { parts, around: Around::default(), findings: found.findings(), faults: Vec::new() };
        let around = found::around(&columns.findings, &|table, names, take| columns.rows(table, names, take));
        columns.around = around?;
        columns.unknown(&mut faults)?;
        columns.faults = faults;
        Ok(columns)
    }

    /// The store, of which only what stands around the findings was read.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn case(&mut self, store: &Path, options: Options) -> Result<Case, Fault> {
        let mut paths: FxHashMap<String, i64> = FxHashMap::default();
        self.names(&mut |number, kind, text| {
            if kind == "file"
                && let Some(content) = self.around.files.get(&number)
            {
                paths.insert(text.to_owned(), *content);
            }
        })?;
        // The store may hold the parts that were exported, each a folder in it.
        let own = |path: &str| {
            let below = path.split_once('/').map_or("", |(_, below)| below);
            paths.get_key_value(path).or_else(|| paths.get_key_value(below))
        };
        let texts = files::some(store, |path| own(path).is_some());
        let texts = texts.map_err(|error| unread(store, &error))?;
        let mut there: FxHashSet<&str> = FxHashSet::default();
        for text in &texts {
            let Some((path, content)) = own(&text.path) else { continue };
            there.insert(path);
            if text.content.as_ref().is_ok_and(|text| columns::content(text) != *content) {
                self.faults.push(Fault::new(
                    &*text.path,
                    "this file is another than the one that was exported, so something may be missing here",
                    "export the store again and run the engine again",
                ));
            }
        }
        let mut missing: Vec<&String> = paths.keys().filter(|path| !there.contains(&***path)).collect();
        missing.sort();
        for path in missing {
            let message = format!("this file was exported, and `{}` has it not", store.display());
            self.faults.push(Fault::new(path, message, "name the store that was exported"));
        }
        let mut case = Case::over(read::texts(texts, &rules::referable()), options);
        case.only(|statement| found::keeps(&self.around, statement));
        Ok(case)
    }

    /// The findings in words.
    pub fn report<'c>(&mut self, reasoned: &Reasoned<'c>, options: &Options) -> Report<'c> {
        let (report, lost) = found::told(&reasoned.reasoning, options, &self.findings, self.around.counted);
        self.faults.extend(lost);
        report
    }

    /// Complains of all that was wrong; whether anything was.
    pub fn complain(&self) -> bool {
        for fault in self.faults.iter().take(TOLD) {
            complain(fault);
        }
        if let Some(more) = self.faults.len().checked_sub(TOLD).filter(|more| *more > 0) {
            Output::complain(&format!("gainsay: and {more} more such places"));
        }
        !self.faults.is_empty()
    }

    /// Leaves out findings that name what the export does not hold.
    fn unknown(&mut self, faults: &mut Vec<Fault>) -> Result<(), Fault> {
        let named: FxHashSet<i64> =
            self.findings.iter().flat_map(named).map(|(kind, id)| columns::number(kind, id)).collect();
        let mut known = FxHashSet::default();
        self.names(&mut |number, _, _| {
            if named.contains(&number) {
                known.insert(number);
            }
        })?;
        let mut left = Vec::new();
        for written in &self.findings {
            let strange = self::named(written).find(|(kind, id)| !known.contains(&columns::number(kind, id)));
            let Some((kind, id)) = strange else {
                left.push(written.clone());
                continue;
            };
            faults.push(Fault::new(
                &*written.place,
                format!("the export holds no {kind} `{id}`; the finding is left out"),
                "run the engine again over these columns",
            ));
        }
        self.findings = left;
        Ok(())
    }

    /// Calls `take` with each row of a table of numbers, of which the columns named are taken.
    fn rows(&self, table: &str, names: &[&str], take: &mut dyn FnMut(&[Option<i64>])) -> Result<(), Fault> {
        for part in &self.parts {
            let file = part.join(format!("{table}.csv"));
            let shown = file.display();
            let text = File::open(&file).map_err(|error| unread(&file, &error))?;
            let mut lines = BufReader::new(text).lines().enumerate();
            let headings = lines.next().and_then(|(_, line)| line.ok()).unwrap_or_default();
            let headings: Vec<&str> = headings.split(',').collect();
            let at = |name: &&str| headings.iter().position(|heading| heading == name);
            let places: Option<Vec<usize>> = names.iter().map(at).collect();
            let Some(places) = places else {
                let message = format!("the table has not the columns `{}`", names.join("`, `"));
                return Err(Fault::new(format!("{shown}, row 1"), message, EXPORT));
            };
            let mut row = Vec::new();
            for (number, line) in lines {
                let line = line.map_err(|error| unread(&file, &error))?;
                let cells: Vec<&str> = line.split(',').collect();
                row.clear();
                for (place, name) in places.iter().zip(names) {
                    let cell = cells.get(*place).copied().unwrap_or("?");
                    row.push(if cell.is_empty() { None } else { cell.parse().ok() });
                    if !cell.is_empty() && row.last() == Some(&None) {
                        let place = format!("{shown}, row {}, column `{name}`", number + 1);
                        return Err(Fault::new(place, "a whole number has to stand here", EXPORT));
                    }
                }
                take(&row);
            }
        }
        Ok(())
    }

    /// Calls `take` with each row of the dictionary: number, kind, text.
    fn names(&self, take: &mut dyn FnMut(i64, &str, &str)) -> Result<(), Fault> {
        for part in &self.parts {
            let file = part.join("dictionary.csv");
            let mut text = BufReader::new(File::open(&file).map_err(|error| unread(&file, &error))?);
            let mut line = String::new();
            loop {
                line.clear();
                // A line break within marks is part of the text.
                loop {
                    let more = text.read_line(&mut line).map_err(|error| unread(&file, &error))?;
                    if more == 0 || line.matches('"').count().is_multiple_of(2) {
                        break;
                    }
                }
                if line.is_empty() {
                    break;
                }
                let mut cells = line.trim_end_matches('\n').splitn(3, ',');
                let (number, kind, text) = (cells.next(), cells.next(), cells.next());
                let number = number.and_then(|number| number.parse().ok());
                if let (Some(number), Some(kind), Some(text)) = (number, kind, text) {
                    let text = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text);
                    take(number, kind, &text.replace("\"\"", "\""));
                }
            }
        }
        Ok(())
    }
}

/// What a finding names: kind and text of each.
fn named(written: &Written) -> impl Iterator<Item = (&'static str, &String)> {
    std::iter::once(("proposition", &written.proposition))
        .chain(written.roots.iter().map(|id| ("party", id)))
        .chain(written.statements.iter().map(|id| ("statement", id)))
}

/// What to do where the columns are not as they were exported.
const EXPORT: &str = "export the columns again: `gainsay export --columns`";

/// Complains of a fault.
pub fn complain(fault: &Fault) {
    Output::complain(&format!("gainsay: {}: {}\nhelp: {}", fault.place, fault.message, fault.help));
}

fn unread(path: &Path, error: &io::Error) -> Fault {
    let help = if error.kind() == ErrorKind::NotFound {
        "see whether it is there; `gainsay export --columns` makes columns, a runner of `scale/` the findings"
    } else {
        "see to it that you may read it"
    };
    Fault::new(path.display().to_string(), format!("this could not be read: {error}"), help)
}

/// The folders of an export: itself, or its parts side by side in it, by name.
fn parts(folder: &Path) -> Result<Vec<PathBuf>, Fault> {
    if folder.join(LIST).is_file() {
        return Ok(vec![folder.to_owned()]);
    }
    let below = fs::read_dir(folder).map_err(|error| unread(folder, &error))?;
    let mut parts: Vec<PathBuf> = below
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|part| part.join(LIST).is_file())
        .collect();
    parts.sort();
    if parts.is_empty() {
        let help =
            "name the folder that `gainsay export --columns` wrote, or the one that holds such folders";
        return Err(Fault::new(folder.display().to_string(), "this holds no export", help));
    }
    Ok(parts)
}

/// What tells an export from others, as the runners write it beside each finding.
fn mark(parts: &[PathBuf]) -> Result<String, Fault> {
    let mut hash = Sha256::new();
    for part in parts {
        let file = part.join(LIST);
        let list = fs::read(&file).map_err(|error| unread(&file, &error))?;
        let what = serde_json::from_slice::<serde_json::Value>(&list).unwrap_or_default();
        if what["what"] != "columns" {
            let help = "export it with `gainsay export --columns`";
            return Err(Fault::new(file.display().to_string(), "this is no export of columns", help));
        }
        hash.update(&list);
    }
    let mut digits = format!("{:x}", hash.finalize());
    digits.truncate(16);
    Ok(digits)
}

/// The tables of findings: the file that was named, or every CSV file of the folder that was named; else `findings.csv` beside
/// the columns.
fn tables(folder: &Path, findings: Option<&Path>) -> Result<Vec<PathBuf>, Fault> {
    let beside = folder.join("findings.csv");
    let named = findings.unwrap_or(&beside);
    if !named.is_dir() {
        return Ok(vec![named.to_owned()]);
    }
    let below = fs::read_dir(named).map_err(|error| unread(named, &error))?;
    let mut tables: Vec<PathBuf> = below
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|file| file.extension().is_some_and(|ending| ending == "csv"))
        .collect();
    tables.sort();
    Ok(tables)
}
