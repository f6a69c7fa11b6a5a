//! `gainsay replies`: of what each party is accused, what it answered, and what to ask it.

use clap::Args;

use super::UNREAD;
use super::check::open;
use super::output::Output;
use super::reading::{self, Format};
use super::store::{StoreArgument, date};
use crate::check::options::Options;
use crate::ledger::model::date::Date;
use crate::reason::Reasoning;
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
}

impl Replies {
    pub fn run(&self, output: &mut Output) -> u8 {
        let Some(store) = open(&self.store, &self.about, self.as_of.as_ref()) else {
            return UNREAD;
        };
        let ledger = &store.loaded.ledger;
        let options = Options { about: self.about.clone(), as_of: self.as_of, ..Options::default() };
        let found = replies::replies(&Reasoning::new(ledger), &options);
        output.print(&match self.format {
            Format::Text => replies::formats::text(ledger, &found, self.as_of, reading::style()),
            Format::Markdown => replies::formats::markdown(ledger, &found, self.as_of),
            Format::Json => replies::formats::json(ledger, &found, self.as_of),
        });
        reading::ending(output, &store, self.format)
    }
}
