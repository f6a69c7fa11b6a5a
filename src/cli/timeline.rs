//! `gainsay timeline`: positions by date and party, what was taken back or said otherwise since, tolls as a ladder.

use clap::Args;

use super::UNREAD;
use super::check::{Filters, known};
use super::output::Output;
use super::reading::{self, Format};
use super::store::StoreArgument;
use crate::options::Options;
use crate::reason::Reasoning;
use crate::{report, timeline};

/// Print positions by date and party, with reversals and retractions marked and tolls as a ladder.
#[derive(Args)]
pub struct Timeline {
    #[command(flatten)]
    store: StoreArgument,
    #[command(flatten)]
    filters: Filters,
    /// How to print: for reading, for pasting, or for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

impl Timeline {
    pub fn run(&self, output: &mut Output) -> u8 {
        let Some(mut store) = self.store.load() else { return UNREAD };
        if !known(&store.loaded.ledger, &self.filters.about) {
            return UNREAD;
        }
        let as_of = self.filters.as_of;
        if let Some(date) = &as_of {
            store.loaded.ledger.as_of(date);
        }
        let ledger = &store.loaded.ledger;
        let options = Options {
            about: self.filters.about.clone(),
            since: self.filters.since,
            as_of,
            ..Options::default()
        };
        let found = timeline::timeline(&Reasoning::new(ledger), &options);
        output.print(&match self.format {
            Format::Text => report::timeline::text(ledger, &found, as_of, reading::style()),
            Format::Markdown => report::timeline::markdown(ledger, &found, as_of),
            Format::Json => report::timeline::json(ledger, &found, as_of),
        });
        reading::ending(output, &store, self.format)
    }
}
