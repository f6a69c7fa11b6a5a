//! `gainsay replies`: of what each party is accused, what it answered, and what to ask it.

use clap::Args;

use super::UNREAD;
use super::output::{Destination, Output};
use super::reading::{self, Format};
use super::store::{StoreArgument, date};
use crate::check::options::Options;
use crate::ledger::model::date::Date;
use crate::views::replies;

/// Show of what each party is accused, what it answered, and what to ask before publication.
#[derive(Args)]
pub struct Replies {
    #[command(flatten)]
    store: StoreArgument,
    /// Only what touches this party, event, place or topic; may be repeated
    #[arg(long, value_name = "ID")]
    about: Vec<String>,
    /// The ledger as it stood on a date
    #[arg(long, value_name = "DATE", value_parser = date)]
    as_of: Option<Date>,
    /// How to print: for reading, for pasting, or for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    destination: Destination,
}

impl Replies {
    pub fn run(&self, output: &mut Output) -> u8 {
        let options = Options { about: self.about.clone(), as_of: self.as_of, ..Options::default() };
        let Some(store) = self.store.open(options) else { return UNREAD };
        if !store.spares(self.destination.file()) {
            return UNREAD;
        }
        let ledger = store.case.ledger();
        let found = replies::replies(&store.case.reason().reasoning, store.case.options());
        let printed = match self.format {
            Format::Text => replies::formats::text(ledger, &found, self.as_of, self.destination.style()),
            Format::Markdown => replies::formats::markdown(ledger, &found, self.as_of),
            Format::Json => replies::formats::json(ledger, &found, self.as_of),
        };
        output.write(printed.as_bytes(), self.destination.file());
        let format = if self.destination.file().is_some() { Format::Json } else { self.format };
        reading::ending(output, &store, format)
    }
}
