//! `gainsay table`: the contradiction table, a row per proposition and a column per party.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

use super::check::Filters;
use super::output::{Destination, Output};
use super::progress::Progress;
use super::store::StoreArgument;
use super::{UNREAD, reading};
use crate::layout::safe;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::PartyId;
use crate::ledger::roots;
use crate::views::table::formats::{FORMATS, Format};
use crate::views::table::{self, Status};

/// The contradiction table: a row per proposition, a column per party.
#[derive(Args)]
pub struct Table {
    #[command(flatten)]
    store: StoreArgument,
    /// How to print: for reading, for pasting, or for programs
    #[arg(long, value_parser = formats(), default_value = "text")]
    format: &'static Format,
    /// A row for each position, or a row for each proposition with a column for each party, as charts take it; of CSV
    #[arg(long, value_enum, default_value_t = Layout::Long)]
    layout: Layout,
    /// With who said it and in which words, in every cell
    #[arg(long)]
    words: bool,
    #[command(flatten)]
    destination: Destination,
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

/// How a format that can is laid out.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Layout {
    /// A row for each position
    Long,
    /// A row for each proposition, a column for each party
    Wide,
}

/// The formats by name, with what each is for.
fn formats() -> impl TypedValueParser<Value = &'static Format> {
    let names = FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.help));
    let known =
        |word: String| FORMATS.iter().find(|format| format.name == word).copied().ok_or("no such format");
    PossibleValuesParser::new(names).try_map(known)
}

impl Table {
    pub fn run(&self, output: &mut Output) -> u8 {
        if let (Some(file), None, true) = (self.format.file, self.destination.file(), Output::is_terminal()) {
            let name = self.format.name;
            Output::complain(&format!(
                "gainsay: {file} is nothing that a terminal can show\n\
                 help: name a file for it, as in `gainsay table --format {name} --output table.{name}`"
            ));
            return UNREAD;
        }
        if self.layout == Layout::Wide && self.format.wide.is_none() {
            let able = FORMATS.iter().filter(|format| format.wide.is_some()).map(|format| format.name);
            let able = able.map(|name| format!("`--format {name} --layout wide`")).collect::<Vec<_>>();
            Output::complain(&format!(
                "gainsay: the format `{}` has one layout only\nhelp: write {}",
                self.format.name,
                able.join(" or ")
            ));
            return UNREAD;
        }
        let Some(store) = self.store.open(self.filters.of_rows()) else { return UNREAD };
        if !store.spares(self.destination.file()) {
            return UNREAD;
        }
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
            words: self.words,
        };
        let table = table::table(&reasoned.reasoning, &report, &asked);
        let wide = self.format.wide.filter(|_| self.layout == Layout::Wide);
        let printed = match wide {
            Some(wide) => Ok(wide(&report, &table).into_bytes()),
            None => (self.format.print)(&report, &table, Output::width()),
        };
        let printed = match printed {
            Ok(bytes) => bytes,
            Err(refusal) => {
                Output::complain(&refusal);
                return UNREAD;
            }
        };
        output.write(&printed, self.destination.file());
        if let Some(found) = &store.found_at {
            Output::complain(&format!("The store is {}.", safe::line(&found.display().to_string())));
        }
        reading::flaws(&store.case);
        // As `check` with the same filters: what the table does not show does not fail it.
        store.case.ending(reasoned.narrowed(report).counts.errors) as u8
    }
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
