//! `gainsay timeline`: positions by date and party, what was taken back or said otherwise since, tolls as a ladder.

use clap::{Args, ValueEnum};

use super::UNREAD;
use super::check::Filters;
use super::graph::title;
use super::output::{Destination, Output};
use super::reading;
use super::store::StoreArgument;
use crate::views::timeline;

/// Print positions by date and party, with reversals and retractions marked and tolls as a ladder.
#[derive(Args)]
pub struct Timeline {
    #[command(flatten)]
    store: StoreArgument,
    #[command(flatten)]
    filters: Filters,
    /// How to print: for reading, for pasting, as a picture, or for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    destination: Destination,
    /// Only the tolls: who counted how many, when
    #[arg(long)]
    tolls: bool,
}

/// How a timeline is printed.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For reading in a terminal
    Text,
    /// For pasting into a document
    Markdown,
    /// A picture of who spoke when; with --tolls, of the tolls: gainsay timeline --format svg --output when.svg
    Svg,
    /// For programs: version 1
    Json,
}

impl Timeline {
    pub fn run(&self, output: &mut Output) -> u8 {
        let Some(store) = self.store.open(self.filters.options()) else { return UNREAD };
        if !store.spares(self.destination.file()) {
            return UNREAD;
        }
        let as_of = self.filters.as_of;
        let ledger = store.case.ledger();
        let mut found = timeline::timeline(&store.case.reason().reasoning, store.case.options());
        if self.tolls {
            found.entries.clear();
        }
        let (printed, format) = match self.format {
            Format::Text => (
                timeline::formats::text(ledger, &found, as_of, self.destination.style()),
                reading::Format::Text,
            ),
            Format::Markdown => {
                (timeline::formats::markdown(ledger, &found, as_of), reading::Format::Markdown)
            }
            Format::Json => (timeline::formats::json(ledger, &found, as_of), reading::Format::Json),
            Format::Svg if self.tolls => (timeline::formats::tolls(ledger, &found), reading::Format::Json),
            Format::Svg => {
                let title = title("Who spoke when", ledger, &self.filters);
                (timeline::formats::svg(ledger, &found, &title), reading::Format::Json)
            }
        };
        output.write(printed.as_bytes(), self.destination.file());
        let format = if self.destination.file().is_some() { reading::Format::Json } else { format };
        reading::ending(output, &store, format)
    }
}
