//! `gainsay graph`: parties, events and the links between them as a drawing.

use clap::{Args, ValueEnum};

use super::UNREAD;
use super::check::Filters;
use super::output::{Destination, Output};
use super::progress::Progress;
use super::reading;
use super::store::StoreArgument;
use crate::ledger::words;
use crate::views::{graph, table};

/// More parties and events than this are drawn with `--all` only.
pub const MOST_NODES: usize = 100;

/// Draw parties, events and the links between them: documented, unverified, disputed.
#[derive(Args)]
pub struct Graph {
    #[command(flatten)]
    store: StoreArgument,
    #[command(flatten)]
    filters: Filters,
    /// How to draw: a picture, or text for programs that draw
    #[arg(long, value_enum, default_value_t = Format::Svg)]
    format: Format,
    #[command(flatten)]
    destination: Destination,
    /// Draw every link, however many there are
    #[arg(long)]
    all: bool,
}

/// How a network is drawn.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A picture: gainsay graph --output network.svg
    Svg,
    /// For Graphviz and the like
    Dot,
    /// For pages that draw Mermaid
    Mermaid,
    /// For programs: version 1
    Json,
}

impl Graph {
    pub fn run(&self, output: &mut Output) -> u8 {
        let Some(store) = self.store.open(self.filters.of_rows()) else { return UNREAD };
        if !store.spares(self.destination.file()) {
            return UNREAD;
        }
        let ledger = store.case.ledger();
        let waiting = Progress::of("cross-checking");
        let reasoned = store.case.reason();
        let found = reasoned.unfiltered();
        drop(waiting);
        let asked = table::Options {
            about: self.filters.about.clone(),
            since: self.filters.since,
            ..table::Options::default()
        };
        let table = table::table(&reasoned.reasoning, &found, &asked);
        let graph = graph::graph(&reasoned.reasoning, &table, (!self.all).then_some(MOST_NODES));
        let title = title("Who is tied to what", ledger, &self.filters);
        let printed = match self.format {
            Format::Svg => graph::formats::svg(ledger, &graph, &title),
            Format::Dot => graph::formats::dot(ledger, &graph, &title),
            Format::Mermaid => graph::formats::mermaid(ledger, &graph, &title),
            Format::Json => graph::formats::json(ledger, &graph, self.filters.as_of),
        };
        output.write(printed.as_bytes(), self.destination.file());
        reading::ending(output, &store, reading::Format::Json)
    }
}

/// The title of a picture: what it shows, of whom, as of when.
pub fn title(shows: &str, ledger: &crate::ledger::Ledger, filters: &Filters) -> String {
    let mut title = shows.to_owned();
    if !filters.about.is_empty() {
        title = format!("{title}: {}", words::subjects(ledger, &filters.about));
    }
    if let Some(date) = filters.as_of {
        title = format!("{title}, as of {}", date.words());
    }
    title
}
