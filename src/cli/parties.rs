//! `gainsay parties`: who is on file, and whose names are so alike that they may be one.

use clap::Args;
use serde::Serialize;

use super::UNREAD;
use super::output::Output;
use super::reading::{Format, Listed, ending};
use super::store::{Store, StoreArgument};
use crate::check::options::Options;
use crate::layout::safe;
use crate::layout::said::{self, Place};
use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::party::PartyKind;
use crate::ledger::words::counted;
use crate::reason::namesakes::{Namesakes, namesakes};
use crate::text::lines::Lines;

/// List the parties on file.
#[derive(Args)]
pub struct Parties {
    #[command(flatten)]
    store: StoreArgument,
    /// Only those whose names are so alike that they may be one; nothing is merged
    #[arg(long)]
    suggest: bool,
    /// How to print: for reading, or for programs
    #[arg(long, value_enum, default_value_t = Listed::Text)]
    format: Listed,
}

impl Parties {
    pub fn run(&self, output: &mut Output) -> u8 {
        let Some(store) = self.store.open(Options::default()) else { return UNREAD };
        let ledger = store.case.ledger();
        let (text, format) = match (self.format, self.suggest) {
            (Listed::Text, false) => (listed(ledger), Format::Text),
            (Listed::Text, true) => (suggested(&store), Format::Text),
            (Listed::Json, false) => (json(ledger), Format::Json),
            (Listed::Json, true) => (suggested_json(ledger), Format::Json),
        };
        output.print(&text);
        ending(output, &store, format)
    }
}

/// All parties, in the order of their ids.
fn listed(ledger: &Ledger) -> String {
    let rows = Rows::new(ledger);
    let parties = all(ledger);
    let lines: Vec<String> = parties.iter().map(|party| rows.row(*party)).collect();
    format!("{}{}\n", lines.concat(), counted(parties.len(), "party", "parties"))
}

/// All parties, in the order of their ids.
fn all(ledger: &Ledger) -> Vec<PartyId> {
    let mut parties: Vec<PartyId> = (0..ledger.parties.len()).map(PartyId::from).collect();
    parties.sort_by_key(|party| &ledger.party(*party).id);
    parties
}

/// All parties, for programs.
fn json(ledger: &Ledger) -> String {
    #[derive(Serialize)]
    struct Document<'l> {
        version: u32,
        parties: Vec<Party<'l>>,
    }
    let rows = Rows::new(ledger);
    said::write(&Document { version: 1, parties: all(ledger).into_iter().map(|it| rows.json(it)).collect() })
}

/// Groups of parties that may be one, for programs.
fn suggested_json(ledger: &Ledger) -> String {
    #[derive(Serialize)]
    struct Document<'l> {
        version: u32,
        groups: Vec<Group<'l>>,
    }
    #[derive(Serialize)]
    struct Group<'l> {
        parties: Vec<Party<'l>>,
        alike: Vec<(String, String)>,
    }
    let rows = Rows::new(ledger);
    let group = |group: Namesakes| Group {
        parties: group.parties.iter().map(|party| rows.json(*party)).collect(),
        alike: group.because,
    };
    said::write(&Document { version: 1, groups: namesakes(ledger).into_iter().map(group).collect() })
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

/// A party, for programs.
#[derive(Serialize)]
struct Party<'l> {
    id: &'l str,
    name: &'l str,
    kind: &'static str,
    statements: usize,
    place: Place<'l>,
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

    /// The same as in a row, for programs.
    fn json(&self, party: PartyId) -> Party<'l> {
        let record = self.ledger.party(party);
        Party {
            id: &record.id,
            name: &record.name,
            kind: word(record.kind),
            statements: self.said[party.index()],
            place: said::place(&self.lines, record.span),
        }
    }

    /// Id, name, kind, how many statements, where.
    fn row(&self, party: PartyId) -> String {
        let record = self.ledger.party(party);
        let kind = word(record.kind);
        let said = counted(self.said[party.index()], "statement", "statements");
        let place = self.lines.place(record.span);
        safe::line(&format!("  {}: {} ({kind}, {said}, {place})", record.id, record.name)).into_owned() + "\n"
    }
}

/// The word of a kind of party, as records write it.
fn word(wanted: PartyKind) -> &'static str {
    PartyKind::WORDS.iter().find(|(_, kind)| *kind == wanted).map_or("", |(word, _)| *word)
}
