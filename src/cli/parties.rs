//! `gainsay parties`: who is on file, and whose names are so alike that they may be one.

use clap::Args;

use super::UNREAD;
use super::output::Output;
use super::reading::{Format, ending};
use super::store::{Store, StoreArgument};
use crate::check::options::Options;
use crate::layout::safe;
use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::party::PartyKind;
use crate::ledger::words::counted;
use crate::reason::namesakes::namesakes;
use crate::text::lines::Lines;

/// List the parties on file.
#[derive(Args)]
pub struct Parties {
    #[command(flatten)]
    store: StoreArgument,
    /// Only those whose names are so alike that they may be one; nothing is merged
    #[arg(long)]
    suggest: bool,
}

impl Parties {
    pub fn run(&self, output: &mut Output) -> u8 {
        let Some(store) = self.store.open(Options::default()) else { return UNREAD };
        let text = if self.suggest { suggested(&store) } else { listed(store.case.ledger()) };
        output.print(&text);
        ending(output, &store, Format::Text)
    }
}

/// All parties, in the order of their ids.
fn listed(ledger: &Ledger) -> String {
    let rows = Rows::new(ledger);
    let mut parties: Vec<PartyId> = (0..ledger.parties.len()).map(PartyId::from).collect();
    parties.sort_by_key(|party| &ledger.party(*party).id);
    let lines: Vec<String> = parties.iter().map(|party| rows.row(*party)).collect();
    format!("{}{}\n", lines.concat(), counted(parties.len(), "party", "parties"))
}

/// Groups of parties that may be one.
fn suggested(store: &Store) -> String {
    let ledger = store.case.ledger();
    let groups = namesakes(ledger);
    let rows = Rows::new(ledger);
    let mut out = String::new();
    for group in &groups {
        out.push_str("May be one:\n");
        for party in &group.parties {
            out.push_str(&rows.row(*party));
        }
        for (a, b) in &group.because {
            out.push_str(&safe::line(&format!("    alike: “{a}” and “{b}”")));
            out.push('\n');
        }
        out.push('\n');
    }
    out.push_str(&format!(
        "{} of names alike; nothing was merged\n",
        counted(groups.len(), "group", "groups")
    ));
    if let Some([keep, other, ..]) = groups.first().map(|group| &group.parties[..]) {
        let (keep, other) = (&ledger.party(*keep).id, &ledger.party(*other).id);
        out.push_str(&format!(
            "If two are one, keep one record, put the other's names among its aliases, take the other out of its file, \
             and rename what still refers to it:\n    gainsay rename party {other} {keep}\n"
        ));
    }
    out
}

/// Parties, each on a line.
struct Rows<'l> {
    ledger: &'l Ledger,
    lines: Lines<'l>,
    /// How many statements each makes.
    said: Vec<usize>,
}

impl<'l> Rows<'l> {
    fn new(ledger: &'l Ledger) -> Self {
        let mut said = vec![0; ledger.parties.len()];
        for party in ledger.said().flat_map(|(_, statement)| &statement.by) {
            said[party.index()] += 1;
        }
        Self { ledger, lines: Lines::new(&ledger.texts), said }
    }

    /// Id, name, kind, how many statements, where.
    fn row(&self, party: PartyId) -> String {
        let record = self.ledger.party(party);
        let kind =
            PartyKind::WORDS.iter().find(|(_, kind)| *kind == record.kind).map_or("", |(word, _)| *word);
        let said = counted(self.said[party.index()], "statement", "statements");
        let place = self.lines.place(record.span);
        safe::line(&format!("  {}: {} ({kind}, {said}, {place})", record.id, record.name)).into_owned() + "\n"
    }
}
