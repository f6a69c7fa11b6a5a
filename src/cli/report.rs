//! `gainsay report`: one document on an event, a party or the store, for reading, pasting and printing.

use clap::{Args, ValueEnum};

use super::UNREAD;
use super::check::Filters;
use super::output::{Destination, Output};
use super::progress::Progress;
use super::reading;
use super::store::StoreArgument;
use crate::views::document::document;
use crate::views::document::formats as format;
use crate::views::edition::edition;
use crate::views::edition::formats as readers;

/// One document on an event, a party or the store: findings, table, replies, timeline, statements with their sources.
#[derive(Args)]
pub struct Report {
    #[command(flatten)]
    store: StoreArgument,
    #[command(flatten)]
    filters: Filters,
    /// How to print: for a terminal, for pasting, or as one page that needs nothing else
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    destination: Destination,
    /// Leave nothing out, however much there is
    #[arg(long)]
    all: bool,
    /// Whom it is for: without this, for editors, with all that they need
    #[arg(long = "for", value_enum, value_name = "WHOM")]
    whom: Option<Whom>,
    /// The title of the edition for readers, in place of its subject
    #[arg(long, value_name = "TEXT", requires = "whom")]
    title: Option<String>,
    /// A paragraph for the edition for readers to begin with
    #[arg(long, value_name = "TEXT", requires = "whom")]
    lead: Option<String>,
}

/// Whom a report is for.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Whom {
    /// Short, with the words of all sides, and nothing that only an editor needs
    Readers,
}

/// How a report is printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading in a terminal
    Text,
    /// For pasting into a document
    Markdown,
    /// One page with everything in it: gainsay report --format html --output report.html
    Html,
}

impl Report {
    pub fn run(&self, output: &mut Output) -> u8 {
        let Some(store) = self.store.open(self.filters.options()) else { return UNREAD };
        if !store.spares(self.destination.file()) {
            return UNREAD;
        }
        let waiting = Progress::of("putting the report together");
        let style = self.destination.style();
        let printed = if self.whom == Some(Whom::Readers) {
            let edition = edition(&store.case, self.all, self.title.clone(), self.lead.clone());
            match self.format {
                Format::Text => readers::text(&edition, style),
                Format::Markdown => readers::markdown(&edition),
                Format::Html => readers::html(&edition),
            }
        } else {
            let document = document(&store.case, self.all);
            match self.format {
                Format::Text => format::text(&document, style),
                Format::Markdown => format::markdown(&document),
                Format::Html => format::html(&document),
            }
        };
        drop(waiting);
        output.write(printed.as_bytes(), self.destination.file());
        let text = self.format == Format::Text && self.destination.file().is_none();
        reading::ending(output, &store, if text { reading::Format::Text } else { reading::Format::Json })
    }
}
