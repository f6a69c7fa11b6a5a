//! `gainsay sheet`: the statements as a sheet for a spreadsheet program, and the way back.

mod json;
mod told;

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::output::Output;
use super::progress::Progress;
use super::reading::Listed;
use super::{SOUND, UNREAD, UNSOUND, input, reading, store, writing};
use crate::check::options::Options;
use crate::entry::desk::Desk;
use crate::entry::judging::Judged;
use crate::grid::{Grid, Opening};
use crate::layout::safe;
use crate::layout::spread;
use crate::ledger::words::counted;
use crate::sheet::{self, Back, Came, Plan, ROWS, Refusal, Sheet};

/// Write the statements into a sheet, or bring a changed sheet back in.
#[derive(Args)]
pub struct Sheets {
    #[command(subcommand)]
    way: Way,
}

#[derive(Subcommand)]
enum Way {
    /// Write a sheet with a row for each position, names in place of ids
    Out(Out),
    /// Show what a changed sheet would do to the ledger; with --write, do it
    In(In),
}

/// Write a sheet with a row for each position, names in place of ids
#[derive(Args)]
struct Out {
    /// The sheet: a name that ends in .csv, .tsv or .xlsx, or `-` to print it as CSV
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The folder that holds the ledger [default: the nearest: `claims`, or one with a `gainsay.schema.json`]
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
}

/// Show what a changed sheet would do to the ledger; with --write, do it
#[derive(Args)]
struct In {
    /// The sheet, as a spreadsheet program saved it: .csv, .tsv or .xlsx
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The folder that holds the ledger [default: the nearest: `claims`, or one with a `gainsay.schema.json`]
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
    /// Write what is shown; without it this is a dry run
    #[arg(long)]
    write: bool,
    /// How to print: for reading, or for programs
    #[arg(long, value_enum, default_value_t = Listed::Text)]
    format: Listed,
}

/// What came of the rows of a sheet, and what they would do.
struct Found<'f> {
    sheet: &'f Sheet<'f>,
    came: &'f Came,
    plan: &'f Result<Plan, Vec<Refusal>>,
    /// What the changes would bring; none where nothing would change.
    judged: Option<&'f Judged>,
    /// What the contradictions say that would be none any more.
    gone: &'f [String],
}

impl Sheets {
    pub fn run(&self, output: &mut Output) -> u8 {
        match &self.way {
            Way::Out(out) => out.run(output),
            Way::In(back) => back.run(output),
        }
    }
}

fn complain(message: &str, help: &str) -> u8 {
    Output::complain(&format!("gainsay: {message}\nhelp: {help}"));
    UNREAD
}

impl Out {
    fn run(&self, output: &mut Output) -> u8 {
        let printed = self.file == Path::new("-");
        let ending = if printed { "csv".to_owned() } else { input::ending(&self.file) };
        let shown = self.file.display();
        if !["csv", "tsv", "xlsx"].contains(&ending.as_str()) {
            let help = "name a file that ends in .csv, .tsv or .xlsx, as in `gainsay sheet out claims.xlsx`";
            return complain(&format!("`{shown}` is no name of a sheet"), help);
        }
        if !printed && self.file.exists() {
            let help = format!(
                "it may hold changes that are not in the ledger: bring them in with `gainsay sheet in {shown}`, then delete it, or \
                 name another file"
            );
            return complain(&format!("`{shown}` is there already; nothing was written"), &help);
        }
        let Some(store) = store::open(self.store.as_deref(), Options::default()) else { return UNREAD };
        let waiting = Progress::of("writing the sheet");
        let sheet = Sheet::new(store.case.ledger());
        let mut rows = 0;
        let bytes = if ending == "xlsx" {
            rows = sheet.rows().count();
            sheet::book(&sheet)
        } else {
            let divider = if ending == "tsv" { '\t' } else { ',' };
            let lines = sheet.rows().inspect(|_| rows += 1).map(|row| spread::line(&row, divider));
            let all =
                [spread::MARK.to_owned(), spread::line(&sheet.headings(), divider)].into_iter().chain(lines);
            Ok(all.collect::<String>().into_bytes())
        };
        drop(waiting);
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err((message, help)) => return complain(&message, &help),
        };
        output.write(&bytes, Some(&self.file).filter(|_| !printed).map(PathBuf::as_path));
        if !printed && output.sound() {
            let rows = counted(rows, "row", "rows");
            output.print(&format!(
                "Wrote {rows} to {}.\nChange it in a spreadsheet program, then: gainsay sheet in {}{}\n",
                safe::line(&shown.to_string()),
                writing::quoted(&self.file),
                writing::of_store(self.store.as_deref())
            ));
        }
        reading::flaws(&store.case);
        store.case.status() as u8
    }
}

impl In {
    fn run(&self, output: &mut Output) -> u8 {
        let shown = self.file.display();
        let bytes = match input::sheet(&self.file) {
            Ok(bytes) => bytes,
            Err((message, help)) => return complain(&message, &help),
        };
        let Some((folder, _)) = store::folder(self.store.as_deref()) else { return UNREAD };
        let Some(desk) = Desk::open(&folder) else { return UNREAD };
        let waiting = Progress::of("comparing the sheet with the ledger");
        let sheet = Sheet::new(&desk.before.ledger);
        let came = match self.came(&sheet, &bytes) {
            Ok(came) => came,
            Err((message, help)) => return complain(&message, &help),
        };
        let plan = sheet::plan(&sheet, &came, &desk.writer.name(), desk.writer.texts());
        drop(waiting);
        let changes = plan.as_ref().map(|plan| plan.changes.clone()).unwrap_or_default();
        let judged = (!changes.is_empty()).then(|| desk.judge(&changes));
        let gone = judged.as_ref().map(|judged| desk.before.gone(judged)).unwrap_or_default();
        let sound = plan.is_ok() && judged.as_ref().is_none_or(|judged| judged.wrong.is_empty());
        let write = self.write && sound && judged.is_some();
        let found = Found { sheet: &sheet, came: &came, plan: &plan, judged: judged.as_ref(), gone: &gone };
        let document = match self.format {
            Listed::Text => {
                self.tell(output, &found);
                None
            }
            Listed::Json => Some(json::json(&found, write)),
        };
        if write && !desk.commit(output, &format!("sheet in {shown}"), &changes) {
            return UNREAD;
        }
        match document {
            Some(document) => output.print(&document),
            None if write => {
                let files = counted(changes.len(), "file", "files");
                output.print(&format!("Wrote {files}.\n{}", writing::way_back(self.store.as_deref())));
            }
            None => {}
        }
        if sound { SOUND } else { UNSOUND }
    }

    /// Says what the sheet would do.
    fn tell(&self, output: &mut Output, found: &Found<'_>) {
        output.print(&told::told(found.came, found.sheet));
        match found.plan {
            Ok(plan) => output.print(&told::new(plan)),
            Err(refused) => output.print(&told::refused(&self.file, refused)),
        }
        let Some(judged) = found.judged else {
            if found.plan.is_ok() {
                output.print("Nothing in the ledger would change.\n");
            }
            return;
        };
        output.print("\n");
        if judged.refused(output) {
            output.print("\nNothing was written.\n");
            return;
        }
        judged.foreseen(output);
        if !found.gone.is_empty() {
            output.print("What it would settle, for better or worse:\n");
            for message in found.gone {
                output.print(&format!("  {}\n", safe::line(message)));
            }
        }
        output.print(&format!("It would bring {}\n", judged.counted()));
        if !self.write {
            output.print("Nothing was written: this is a dry run. With `--write` it is done.\n");
        }
    }

    /// Compares the rows of the file with the ledger.
    fn came(&self, sheet: &Sheet<'_>, bytes: &[u8]) -> Result<Came, (String, String)> {
        let ending = input::ending(&self.file);
        let opening = Opening { ending: &ending, ..Opening::default() };
        let fault = |fault: crate::grid::Fault| {
            let place = fault.shown();
            let place = if place.is_empty() { place } else { format!(", {place}") };
            (format!("`{}`{place}: {}", self.file.display(), fault.message), fault.help)
        };
        // A workbook of ours has the statements in a sheet of that name; one that was renamed is still the first.
        let named = Grid::open(bytes, Opening { sheet: Some(ROWS), ..opening });
        let mut grid = named.or_else(|_| Grid::open(bytes, opening)).map_err(fault)?;
        for said in &grid.said {
            Output::complain(said);
        }
        let headings: Vec<String> = grid.columns.iter().map(|column| column.heading.clone()).collect();
        let mut back = Back::new(sheet, &headings.iter().map(String::as_str).collect::<Vec<_>>())?;
        for row in &mut grid {
            let row = row.map_err(fault)?;
            back.row(row.number, |column| row.text(column));
        }
        Ok(back.done())
    }
}
