//! `gainsay table`: the contradiction table, a row per proposition and a column per party.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};

use super::check::Filters;
use super::output::Output;
use super::progress::Progress;
use super::store::StoreArgument;
use super::{UNREAD, reading};
use crate::check::Report;
use crate::layout::safe;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::PartyId;
use crate::ledger::roots;
use crate::views::table::formats as format;
use crate::views::table::{self, Status};

/// The contradiction table: a row per proposition, a column per party.
#[derive(Args)]
pub struct Table {
    #[command(flatten)]
    store: StoreArgument,
    /// How to print: for reading, for pasting, or for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Write to this file instead of printing
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    filters: Filters,
    /// Only the columns of these parties, in this order
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    parties: Vec<String>,
    /// Only the rows that stand so; may be repeated
    #[arg(long, value_name = "STATUS", value_delimiter = ',',
          value_parser = PossibleValuesParser::new(Status::ALL.map(Status::word)))]
    only: Vec<String>,
}

/// How the table is printed.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For reading in a terminal
    Text,
    /// For pasting into a document
    Markdown,
    /// For pasting into a page: a fragment whose style travels with it
    Html,
    /// For a spreadsheet: a row for each position
    Csv,
    /// For a spreadsheet: a workbook with the table, its positions as a list, and a legend
    Xlsx,
    /// For programs: version 1
    Json,
}

impl Table {
    pub fn run(&self, output: &mut Output) -> u8 {
        if matches!(self.format, Format::Xlsx) && self.output.is_none() && Output::is_terminal() {
            Output::complain(
                "gainsay: a workbook is nothing that a terminal can show\n\
                 help: name a file for it, as in `gainsay table --format xlsx --output table.xlsx`",
            );
            return UNREAD;
        }
        let Some(store) = self.store.open(self.filters.options()) else { return UNREAD };
        let Some(parties) = columns(store.case.ledger(), &self.parties) else { return UNREAD };
        let waiting = Progress::of("cross-checking");
        let reasoned = store.case.reason();
        let report = reasoned.unfiltered();
        drop(waiting);
        let asked = table::Options {
            about: self.filters.about.clone(),
            since: self.filters.since,
            parties,
            only: self.only.iter().filter_map(|word| Status::from_word(word)).collect(),
        };
        let table = table::table(&reasoned.reasoning, &report, &asked);
        let printed = match self.format {
            Format::Text => format::text(&report, &table, Output::width()).into_bytes(),
            Format::Markdown => format::markdown(&report, &table).into_bytes(),
            Format::Html => format::html(&report, &table).into_bytes(),
            Format::Csv => format::csv(&report, &table).into_bytes(),
            Format::Xlsx => match workbook(&report, &table) {
                Ok(bytes) => bytes,
                Err(refusal) => {
                    Output::complain(&refusal);
                    return UNREAD;
                }
            },
            Format::Json => format::json(&report, &table).into_bytes(),
        };
        output.write(&printed, self.output.as_deref());
        if let Some(found) = &store.found_at {
            Output::complain(&format!("The store is {}.", safe::line(&found.display().to_string())));
        }
        reading::flaws(&store.case);
        // As `check` with the same filters: what the table does not show does not fail it.
        store.case.ending(reasoned.narrowed(report).counts.errors) as u8
    }
}

/// The table as a workbook, or why there is none.
#[cfg(feature = "xlsx")]
fn workbook(report: &Report<'_>, table: &table::Table) -> Result<Vec<u8>, String> {
    format::xlsx(report, table).map_err(|reason| {
        format!(
            "gainsay: this table does not fit into a workbook: {reason}\n\
             help: narrow it with `--about` or `--parties`, or use `--format csv`"
        )
    })
}

/// Why there is no workbook.
#[cfg(not(feature = "xlsx"))]
fn workbook(_: &Report<'_>, _: &table::Table) -> Result<Vec<u8>, String> {
    Err("gainsay: this gainsay was built without workbooks\n\
         help: use `--format csv`, which every spreadsheet opens, or build it with them: \
         `cargo install --path . --features xlsx`"
        .to_owned())
}

/// The roots of parties as of the latest word on file; complains of those that are not on file.
fn columns(ledger: &Ledger, ids: &[String]) -> Option<Vec<PartyId>> {
    let latest = ledger.said().map(|(_, statement)| statement.date).max_by_key(Date::order);
    let on = latest.unwrap_or_else(|| Date::day(0));
    let mut roots = Vec::new();
    let mut all = true;
    for id in ids {
        if let Some(at) = ledger.parties.find(id) {
            roots.push(roots::root(ledger, PartyId::from(at), &on));
        } else {
            all = false;
            let near = crate::read::nearest(id, ledger.parties.ids());
            let help = near.map_or_else(String::new, |near| format!("\nhelp: did you mean `{near}`?"));
            Output::complain(&format!("gainsay: no party `{id}` is on file{help}"));
        }
    }
    all.then_some(roots)
}
