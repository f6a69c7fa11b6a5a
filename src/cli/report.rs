//! `gainsay report`: one document on an event, a party or the store, for reading, pasting and printing.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::UNREAD;
use super::check::Filters;
use super::output::Output;
use super::progress::Progress;
use super::reading;
use super::store::StoreArgument;
use crate::views::document::document;
use crate::views::document::formats as format;

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
    /// Write to this file instead of printing
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Leave nothing out, however much there is
    #[arg(long)]
    all: bool,
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
        if !store.spares(self.output.as_deref()) {
            return UNREAD;
        }
        let waiting = Progress::of("putting the report together");
        let document = document(&store.case, self.all);
        drop(waiting);
        let mut style = reading::style();
        style.color &= self.output.is_none();
        let printed = match self.format {
            Format::Text => format::text(&document, style),
            Format::Markdown => format::markdown(&document),
            Format::Html => format::html(&document),
        };
        output.write(printed.as_bytes(), self.output.as_deref());
        let text = self.format == Format::Text && self.output.is_none();
        reading::ending(output, &store, if text { reading::Format::Text } else { reading::Format::Json })
    }
}
