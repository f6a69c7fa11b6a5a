//! `gainsay sheet`: the statements as a sheet for a spreadsheet program, and the way back.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::output::Output;
use super::progress::Progress;
use super::{SOUND, UNREAD, UNSOUND, input, reading, store, writing};
use crate::check::options::Options;
use crate::entry::desk::Desk;
use crate::grid::{Grid, Opening};
use crate::layout::safe;
use crate::layout::spread;
use crate::layout::wrap::shorten;
use crate::ledger::words::counted;
use crate::sheet::{self, Back, Came, Plan, ROWS, Refusal, Sheet};

/// Most characters of a cell that are shown of a change.
const MOST_SHOWN: usize = 60;

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
        output.print(&told(&came, &sheet));
        let plan = match plan {
            Ok(plan) => plan,
            Err(refused) => {
                output.print(&self.refused(&refused));
                return UNSOUND;
            }
        };
        output.print(&new(&plan));
        if plan.changes.is_empty() {
            output.print("Nothing in the ledger would change.\n");
            return SOUND;
        }
        output.print("\n");
        let judged = desk.judge(&plan.changes);
        if judged.refused(output) {
            output.print("\nNothing was written.\n");
            return UNSOUND;
        }
        judged.foreseen(output);
        let gone = desk.before.gone(&judged);
        if !gone.is_empty() {
            output.print("What it would settle, for better or worse:\n");
            for message in &gone {
                output.print(&format!("  {}\n", safe::line(message)));
            }
        }
        output.print(&format!("It would bring {}\n", judged.counted()));
        if !self.write {
            output.print("Nothing was written: this is a dry run. With `--write` it is done.\n");
            return SOUND;
        }
        if !desk.commit(output, &format!("sheet in {shown}"), &plan.changes) {
            return UNREAD;
        }
        let files = counted(plan.changes.len(), "file", "files");
        output.print(&format!("Wrote {files}.\n{}", writing::way_back(self.store.as_deref())));
        SOUND
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

    fn refused(&self, refused: &[Refusal]) -> String {
        let mut out = String::new();
        for refusal in refused {
            let column =
                refusal.column.as_ref().map_or_else(String::new, |column| format!(", column `{column}`"));
            out.push_str(&format!(
                "{}\n  help: {}\n",
                safe::line(&format!(
                    "{}, row {}{column}: {}",
                    self.file.display(),
                    refusal.row,
                    refusal.message
                )),
                safe::line(&refusal.help)
            ));
        }
        let rows = counted(refused.len(), "place", "places");
        format!(
            "\n{out}\nNothing was written: a sheet is brought in whole or not at all, and {rows} cannot be.\n"
        )
    }
}

/// What was met, in a line or two, and each cell that was changed.
fn told(came: &Came, sheet: &Sheet<'_>) -> String {
    let mut out = String::new();
    for cell in came.cells(sheet) {
        let (was, now) = shown(cell.was, cell.now);
        let line = format!("Row {}, {}: {}: {was} → {now}", cell.row, cell.statement, cell.heading);
        out.push_str(&format!("{}\n", safe::line(&line)));
    }
    let rows = |count: usize| counted(count, "row", "rows");
    let changed = came.cells(sheet).map(|cell| cell.row).collect::<BTreeSet<_>>().len();
    let gap = if out.is_empty() { "" } else { "\n" };
    let (new, same) = (came.new_rows(), came.unchanged);
    let of = match came.changed_statements() {
        0 => String::new(),
        count => format!(" (of {})", counted(count, "statement", "statements")),
    };
    out.push_str(&format!("{gap}{} changed{of}, {new} new, {same} as before.\n", rows(changed)));
    if !came.elsewhere.is_empty() {
        let count = rows(came.elsewhere.len());
        out.push_str(&format!(
            "{count} changed in the ledger since, and not in the sheet: left as the ledger has it.\n"
        ));
    }
    if came.missing > 0 {
        let count = rows(came.missing);
        out.push_str(&format!("{count} of the ledger not in the sheet: nothing is deleted.\n"));
    }
    if !came.strange.is_empty() {
        let names = safe::line(&came.strange.join("`, `")).into_owned();
        out.push_str(&format!("Not read, since the ledger has no such column: `{names}`.\n"));
    }
    out
}

/// What a cell held and holds, in a line: of long ones a stretch around what differs first.
fn shown(was: &str, now: &str) -> (String, String) {
    let same = was.chars().zip(now.chars()).take_while(|(a, b)| a == b).count();
    if same < MOST_SHOWN / 2 || was.is_empty() || now.is_empty() {
        return (cell_shown(was), cell_shown(now));
    }
    let from = |text: &str| {
        let start = text.char_indices().nth(same - MOST_SHOWN / 4).map_or(0, |(at, _)| at);
        let start =
            start + text[start..].find(char::is_whitespace).filter(|at| *at < MOST_SHOWN / 4).unwrap_or(0);
        cell_shown(text[start..].trim_start()).replacen('“', "“… ", 1)
    };
    (from(was), from(now))
}

/// A cell in a line; a long one by its beginning.
fn cell_shown(text: &str) -> String {
    match shorten(text, MOST_SHOWN) {
        _ if text.is_empty() => "(empty)".to_owned(),
        Some(head) => format!("“{head} …”"),
        None => format!("“{text}”"),
    }
}

/// The new statements.
fn new(plan: &Plan) -> String {
    let mut out = String::new();
    for (row, placed) in &plan.placed {
        let id = placed.draft.values("id").first().map_or("", String::as_str);
        out.push_str(&format!(
            "{}\n",
            safe::line(&format!("Row {row}: new statement {id}, into {}", placed.path))
        ));
    }
    if out.is_empty() { out } else { format!("\n{out}") }
}
