//! `gainsay import`: records from the rows of a foreign sheet, by a mapping that a person has confirmed.

mod json;
mod told;
mod understand;

use std::path::{Path, PathBuf};

use clap::Args;

use super::ask::Dialogue;
use super::input::{self, ending};
use super::output::Output;
use super::reading::Listed;
use super::{SOUND, UNREAD, UNSOUND, store, writing};
use crate::entry::desk::Desk;
use crate::entry::judging::Judged;
use crate::grid::{Fault, Grid, Opening};
use crate::import::copy::{self, Copy};
use crate::import::mapping::{self, Mapping};
use crate::import::prepare::{self, Prepared};
use crate::import::{Refused, faults};
use crate::layout::safe;
use crate::write::store::replace;

/// Make records from the rows of a foreign sheet.
#[derive(Args)]
pub struct Import {
    /// The sheet: CSV and its like, JSON Lines (`.jsonl`), XLSX or ODS
    #[arg(value_name = "SHEET")]
    sheet: PathBuf,
    /// What its columns mean [default: SHEET.mapping.yaml]. Without such a file one is proposed
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// The folder that holds the ledger [default: the nearest: `claims`, or one with a `gainsay.schema.json`]
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
    /// Write the records to the store, and the rows that make none to SHEET.rejected.csv
    #[arg(long)]
    write: bool,
    /// List all that is new, changed or left out, not the first ten of a kind
    #[arg(long)]
    all: bool,
    /// How to print: for reading, or for programs, which are asked nothing
    #[arg(long, value_enum, default_value_t = Listed::Text)]
    format: Listed,
}

impl Import {
    pub fn run(&self, output: &mut Output) -> u8 {
        self.import(output).unwrap_or_else(|status| status)
    }

    fn import(&self, output: &mut Output) -> Result<u8, u8> {
        let bytes = input::sheet(&self.sheet).map_err(|(message, help)| complain(&message, &help))?;
        let file = self.mapping.clone().unwrap_or_else(|| self.beside("mapping.yaml"));
        let written = match std::fs::read_to_string(&file) {
            // A shell makes the file before what is proposed is written into it.
            Ok(text) => Some(text).filter(|text| !text.trim().is_empty()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => {
                return Err(complain(
                    &format!("`{}` could not be read: {error}", file.display()),
                    "name a mapping file",
                ));
            }
        };
        let opening = written.as_deref().map(mapping::Opening::read).unwrap_or_default();
        let copy = self.copy(&bytes, &opening)?;
        drop(bytes);
        let written = match written {
            Some(written) => written,
            None => understand::propose(output, &self.sheet, &file, &copy, self.format)?,
        };
        self.records(output, &file, written, &copy)
    }

    /// Makes the records, and writes them where that was asked for.
    fn records(&self, output: &mut Output, file: &Path, mut written: String, copy: &Copy) -> Result<u8, u8> {
        let (folder, _) = store::folder(self.store.as_deref()).ok_or(UNREAD)?;
        let desk = Desk::open(&folder).ok_or(UNREAD)?;
        let mut refused = Refused::default();
        let mut prepared = prepared(&desk, file, &written, copy, &refused)?;
        if !prepared.made.open.is_empty()
            && self.format == Listed::Text
            && let Some(mut dialogue) = Dialogue::open()
        {
            written = {
                let columns = prepare::open(&copy.text).map(|(columns, _)| columns).unwrap_or_default();
                understand::names(&mut dialogue, file, &written, &prepared.made.open, &columns)?
            };
            prepared = self::prepared(&desk, file, &written, copy, &refused)?;
        }
        let mut judged = desk.judge_records(&prepared.changes);
        // A row whose record would not be sound makes none. What refers to that record is not sound without it.
        while let Some(more) =
            prepared.refused(&judged).filter(|more| more.keys().any(|one| !refused.contains_key(one)))
        {
            refused.extend(more);
            prepared = self::prepared(&desk, file, &written, copy, &refused)?;
            judged = desk.judge_records(&prepared.changes);
        }
        let rows = told::rejected(copy, &prepared.made);
        let rejected = self.rejected(&rows);
        let sound = judged.wrong.is_empty();
        let write = self.write && sound && !prepared.changes.is_empty();
        let document = match self.format {
            Listed::Text => {
                self.tell(output, &prepared, &judged, &rejected);
                None
            }
            Listed::Json => Some(json::made(&prepared, &judged, &rejected, write)),
        };
        if sound {
            // Rows that make nothing are on disk before the records are.
            self.reject(&rejected, &prepared, &rows)?;
        }
        let path = safe::line(&prepared.path).into_owned();
        let name = self.sheet.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if write && !desk.commit_with(output, &format!("import {name}"), &prepared.beside, &prepared.changes)
        {
            return Err(UNREAD);
        }
        match document {
            Some(document) => output.print(&document),
            None if write => {
                output.print(&format!("Written to {path}.\n{}", writing::way_back(self.store.as_deref())));
            }
            None => {}
        }
        Ok(if sound { SOUND } else { UNSOUND })
    }

    /// Says what would be written, or why nothing can be.
    fn tell(&self, output: &mut Output, prepared: &Prepared, judged: &Judged, rejected: &Path) {
        if judged.refused(output) {
            output.print("\nNothing was written.\n");
            return;
        }
        output.print(&told::told(&self.sheet, rejected, prepared, self.all));
        let first = self.beside("rejected.csv");
        if rejected != first {
            let shown = first.display().to_string();
            output.print(&format!(
                "{} is there already, and stays: somebody may have repaired rows in it.\n",
                safe::line(&shown)
            ));
        }
        if prepared.changes.is_empty() {
            let why = if prepared.whole() { ": the store has all of it" } else { "" };
            output.print(&format!("Nothing is to be written{why}.\n"));
            return;
        }
        judged.foreseen(output);
        output.print(&format!("It makes {}\n", judged.counted()));
        if !self.write {
            output.print("Nothing was written. To write it: the same command with --write\n");
        }
    }

    /// The file for the rows that make nothing, or not all: the first that is not there, or holds just these rows.
    fn rejected(&self, rows: &str) -> PathBuf {
        let mut file = self.beside("rejected.csv");
        let mut number = 1;
        while file.exists() && std::fs::read(&file).is_ok_and(|held| held != rows.as_bytes()) {
            number += 1;
            file = self.beside(&format!("rejected.{number}.csv"));
        }
        file
    }

    /// Writes the rows that make nothing, or not all.
    fn reject(&self, file: &Path, prepared: &Prepared, rows: &str) -> Result<(), u8> {
        if !self.write || prepared.made.rejected.is_empty() {
            return Ok(());
        }
        replace(file, rows.as_bytes()).map_err(|error| {
            let help = "the rows that make no record go there; nothing was written";
            complain(&format!("`{}` could not be written: {error}", file.display()), help)
        })
    }

    /// The cells of the sheet as plain text. How it was read is said.
    fn copy(&self, bytes: &[u8], opening: &mapping::Opening) -> Result<Copy, u8> {
        let ending = ending(&self.sheet);
        let opening = Opening {
            ending: &ending,
            heading: opening.headings,
            sheet: opening.page.as_deref(),
            delimiter: opening.delimiter,
            encoding: opening.encoding.as_deref(),
        };
        let grid = Grid::open(bytes, opening).map_err(|fault| self.unread(&fault))?;
        for said in &grid.said {
            Output::complain(&format!("{}: {said}", self.sheet.display()));
        }
        copy::copy(grid).map_err(|fault| self.unread(&fault))
    }

    fn unread(&self, fault: &Fault) -> u8 {
        let place = if fault.place.is_some() { format!(", {}", fault.shown()) } else { String::new() };
        complain(&format!("{}{place}: {}", self.sheet.display(), fault.message), &fault.help)
    }

    /// The file beside the sheet with this behind its name.
    fn beside(&self, ending: &str) -> PathBuf {
        let mut name = self.sheet.clone().into_os_string();
        name.push(".");
        name.push(ending);
        PathBuf::from(name)
    }
}

/// What a mapping makes of a sheet; complains of its faults.
fn prepared(desk: &Desk, file: &Path, written: &str, copy: &Copy, refused: &Refused) -> Result<Prepared, u8> {
    let columns = prepare::open(&copy.text).map(|(columns, _)| columns).unwrap_or_default();
    let ledger = &desk.before.ledger;
    let read = Mapping::read(written, &columns).and_then(|mapping| {
        let faults = faults(ledger, &mapping, written);
        if faults.is_empty() { Ok(mapping) } else { Err(faults) }
    });
    let mapping = read.map_err(|faults| {
        let shown = file.display();
        for fault in faults {
            let place = format!("{shown}:{}:{}", fault.line, fault.column);
            Output::complain(&format!("gainsay: {place}: {}\nhelp: {}", fault.message, fault.help));
        }
        UNREAD
    })?;
    prepare::prepare(desk, written, &mapping, copy, refused).map_err(|failure| {
        writing::complain(&failure);
        UNREAD
    })
}

fn complain(message: &str, help: &str) -> u8 {
    Output::complain(&format!("gainsay: {message}\nhelp: {help}"));
    UNREAD
}
