//! `gainsay check`: load, cross-check, print findings with excerpts, then a summary.

use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use clap::{Args, ValueEnum};

use super::from_columns::{self, Columns};
use super::output::Output;
use super::progress::Progress;
use super::store::{Store, StoreArgument, date};
use super::{UNREAD, reading};
use crate::check::options::{Options, Setting};
use crate::check::{Report, formats};
use crate::export::found::Fault;
use crate::layout::{self, Style};
use crate::ledger::model::date::Date;
use crate::read::files::stamp::Stamp;
use crate::rules;
use crate::rules::finding::{Family, Level};

/// The time between two looks at the files of a store that is watched.
const PAUSE: Duration = Duration::from_millis(300);

/// Load the ledger, cross-check it, print the findings and a summary.
#[derive(Args)]
#[allow(clippy::struct_excessive_bools)] // each is a flag of its own on the command line
pub struct Check {
    #[command(flatten)]
    store: StoreArgument,
    /// How to print: for reading, for pasting, for programs, or for where a change is reviewed
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    levels: LevelFlags,
    /// Print the counts alone; fast over many statements
    #[arg(long, conflicts_with_all = ["all", "explain"])]
    summary: bool,
    /// Show notes in full, and not in a line or two each, and every problem in the record, not a thousand
    #[arg(long)]
    all: bool,
    /// Show for every derived position the steps that lead to it
    #[arg(long)]
    explain: bool,
    /// Report records that nothing refers to, as well
    #[arg(long)]
    strict: bool,
    /// Print in words what an engine found by the columns of an export in this folder, or in folders in it: see docs/scale.md.
    /// The store is the one that was exported
    #[arg(long, value_name = "DIR", conflicts_with_all = ["strict", "as_of", "watch"])]
    from_columns: Option<PathBuf>,
    /// The findings that the engine wrote: a CSV file, or a folder of such [default: DIR/findings.csv]
    #[arg(long, value_name = "FILE", requires = "from_columns")]
    findings: Option<PathBuf>,
    /// Check again whenever a file of the store has changed, until Ctrl-C
    #[arg(long, conflicts_with = "format")]
    watch: bool,
}

/// How a report is printed.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For reading in a terminal
    Text,
    /// For pasting into a document
    Markdown,
    /// For programs: version 1
    Json,
    /// For code scanning and editors: SARIF 2.1.0
    Sarif,
    /// For the log of a GitHub workflow: annotations
    Github,
}

/// What is looked at.
#[derive(Args)]
pub struct Filters {
    /// Only what touches this party, event, place or topic; may be repeated
    #[arg(long, value_name = "ID")]
    pub about: Vec<String>,
    /// The ledger as it stood on a date
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub as_of: Option<Date>,
    /// Only what rests on a statement of this date or later
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub since: Option<Date>,
}

impl Filters {
    /// What is looked at, for a check.
    pub fn options(&self) -> Options {
        Options { about: self.about.clone(), as_of: self.as_of, since: self.since, ..Options::default() }
    }

    /// What is looked at, for rows of a table: what hangs on a link only decides which rows touch an id.
    pub fn of_rows(&self) -> Options {
        Options { bare_links: self.about.is_empty(), ..self.options() }
    }
}

/// How much rules and families weigh; the last that fits wins.
#[derive(Args)]
pub struct LevelFlags {
    /// Count as errors what this rule finds; also a family: agreements, contradictions, unverified-links, records, drafts.
    /// `gainsay explain` lists the rules. May be repeated, as the next two; the last one wins
    #[arg(long, value_name = "RULE", value_parser = rule_or_family)]
    deny: Vec<String>,
    /// Count as warnings what this rule or family finds
    #[arg(long, value_name = "RULE", value_parser = rule_or_family)]
    warn: Vec<String>,
    /// Leave out what this rule or family finds
    #[arg(long, value_name = "RULE", value_parser = rule_or_family)]
    allow: Vec<String>,
}

fn rule_or_family(name: &str) -> Result<String, String> {
    let family = Family::ALL.iter().any(|family| family.plural() == name);
    if family || rules::find(name).is_some() {
        return Ok(name.to_owned());
    }
    let known = rules::names().into_iter().chain(Family::ALL.map(Family::plural));
    let near = crate::read::nearest(name, known);
    Err(near.map_or_else(
        || "no rule or family of that name; `gainsay explain` lists them".to_owned(),
        |near| format!("no rule or family of that name; did you mean `{near}`?"),
    ))
}

impl Check {
    pub fn run(&self, output: &mut Output, order: &[(usize, String, Setting)]) -> u8 {
        if self.summary && matches!(self.format, Format::Sarif | Format::Github) {
            Output::complain(
                "gainsay: `--summary` counts, and this format has findings only\n\
                 help: leave out `--summary`, or take `--format text`, `markdown` or `json`",
            );
            return UNREAD;
        }
        if self.watch { self.watch(output, order) } else { self.once(output, order) }
    }

    /// Checks as often as a file of the store changes, each time on an empty screen; where that is no terminal, under a line. The
    /// status of the last check where nobody reads any more.
    fn watch(&self, output: &mut Output, order: &[(usize, String, Setting)]) -> u8 {
        let Some((folder, _)) = self.store.folder() else { return UNREAD };
        loop {
            // Looked at before it is read: what changes meanwhile is read again.
            let stamp = Stamp::of(&folder);
            output.print(if Output::is_terminal() {
                "\x1b[2J\x1b[3J\x1b[H"
            } else {
                "────────\n"
            });
            let status = self.once(output, order);
            if !output.sound() {
                return status;
            }
            while Stamp::of(&folder) == stamp {
                sleep(PAUSE);
            }
        }
    }

    fn once(&self, output: &mut Output, order: &[(usize, String, Setting)]) -> u8 {
        let levels = order.iter().map(|(_, name, setting)| (name.clone(), *setting)).collect();
        let options = Options { strict: self.strict, levels, ..self.filters.options() };
        if let Some(columns) = &self.from_columns {
            return self.engine(output, columns, &options);
        }
        let Some(store) = self.store.open(options) else { return UNREAD };
        let waiting = Progress::of("cross-checking");
        let reasoned = store.case.reason();
        let report = if self.summary { reasoned.summary() } else { reasoned.report() };
        drop(waiting);
        self.print(output, &store, &report);
        // What is wrong with the record stands in the report itself.
        reading::empty(&store.case);
        let status = store.case.ending(report.counts.errors);
        if !self.watch {
            // The process ends after this, and all its memory goes back at once: piece by piece would take a fifth of the time.
            std::mem::forget((report.findings, reasoned));
            std::mem::forget(store.case);
        }
        status as u8
    }

    /// Words what an engine found.
    fn engine(&self, output: &mut Output, folder: &Path, options: &Options) -> u8 {
        let refused = |fault: &Fault| {
            from_columns::complain(fault);
            UNREAD
        };
        let Some((store, tell)) = self.store.folder() else { return UNREAD };
        let waiting = Progress::of("reading the columns");
        let mut columns = match Columns::open(folder, self.findings.as_deref()) {
            Ok(columns) => columns,
            Err(fault) => return refused(&fault),
        };
        let case = match columns.case(&store, options.clone()) {
            Ok(case) => case,
            Err(fault) => return refused(&fault),
        };
        drop(waiting);
        let found_at = tell.then(|| store.clone());
        let store = Store { case, folder: store, found_at };
        if !store.knows(&self.filters.about) {
            return UNREAD;
        }
        let waiting = Progress::of("wording the findings");
        let reasoned = store.case.reason();
        let mut report = columns.report(&reasoned, options);
        drop(waiting);
        if self.summary {
            report.findings.clear();
        }
        let from = "Found by an engine by eight rules over columns; the record itself is not looked at here.";
        report.only = Some(report.only.map_or_else(|| from.to_owned(), |only| format!("{only} {from}")));
        self.print(output, &store, &report);
        if columns.complain() {
            return UNREAD;
        }
        store.case.ending(report.counts.errors) as u8
    }

    fn print(&self, output: &mut Output, store: &Store, report: &Report<'_>) {
        match self.format {
            Format::Text => output.print(&formats::text(
                report,
                Style {
                    width: Output::width(),
                    color: Output::color(),
                    explain: self.explain,
                    all: self.all,
                },
            )),
            Format::Markdown => output.print(&formats::markdown(report)),
            Format::Json => crate::check::formats::json::write(report, |part| output.print(part)),
            Format::Sarif => output.print(&formats::sarif(report, &store.base())),
            Format::Github => output.print(&formats::github(report, &store.base())),
        }
        if let (Some(found), Format::Text) = (&store.found_at, self.format) {
            output.print(&format!("The store is {}.\n", layout::safe::line(&found.display().to_string())));
        }
    }

    /// The level flags in the order in which they stand on the command line.
    pub fn level_flags(&self, matches: &clap::ArgMatches) -> Vec<(usize, String, Setting)> {
        self.levels.flags(matches)
    }
}

impl LevelFlags {
    /// The level flags in the order in which they stand on the command line.
    pub fn flags(&self, matches: &clap::ArgMatches) -> Vec<(usize, String, Setting)> {
        let flags = [
            ("deny", &self.deny, Setting::At(Level::Error)),
            ("warn", &self.warn, Setting::At(Level::Warning)),
            ("allow", &self.allow, Setting::Allow),
        ];
        let mut order: Vec<(usize, String, Setting)> = Vec::new();
        for (flag, names, setting) in flags {
            let places = matches.indices_of(flag).into_iter().flatten();
            order.extend(places.zip(names).map(|(at, name)| (at, name.clone(), setting)));
        }
        order.sort_by_key(|(at, ..)| *at);
        order
    }
}
