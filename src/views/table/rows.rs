//! The rows: of which propositions somebody speaks, and which of them pass the filters.

use std::collections::BTreeSet;

use super::cells::{self, Conditional};
use super::{How, Options, Row};
use crate::check::focus;
use crate::check::options;
use crate::ledger::model::proposition::{ArgumentKind, Proposition};
use crate::ledger::model::stance::Sign;
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::rules::finding::{Family, Finding, Hanging, Level, Side};

/// A row for each proposition that somebody speaks of in so many words and that is not wholly taken back, in no
/// order yet, without statuses.
pub fn rows(reasoning: &Reasoning<'_>) -> Vec<Row> {
    let conditional = Conditional::new(reasoning);
    let spoken = reasoning.positions.iter().filter(|position| !position.tacit);
    let mut propositions: BTreeSet<Proposition> =
        spoken.map(|position| reasoning.propositions.get(position.proposition)).collect();
    propositions.extend(conditional.propositions());
    propositions.into_iter().filter_map(|proposition| row(reasoning, &conditional, proposition)).collect()
}

fn row(reasoning: &Reasoning<'_>, conditional: &Conditional, proposition: Proposition) -> Option<Row> {
    let ledger = reasoning.ledger;
    let cells = cells::cells(reasoning, conditional, &proposition);
    let stated = cells.iter().flat_map(|cell| &cell.entries).any(|entry| entry.how == How::Stated);
    // Of a word that was superseded, the row stays while its speaker still has a position there.
    let superseded = |root| {
        let on = |id| reasoning.propositions.get(id) == proposition;
        reasoning
            .positions
            .iter()
            .any(|position| !position.tacit && position.root == root && on(position.proposition))
    };
    if !stated && !cells.iter().any(|cell| superseded(cell.root)) {
        return None;
    }
    let predicate = ledger.vocabulary.get(proposition.predicate);
    let holder = predicate.place_of(ArgumentKind::Party).filter(|_| predicate.attitude);
    let own = holder.filter(|at| match cells.as_slice() {
        [only] => proposition.arguments[*at] == only.root.into(),
        _ => false,
    });
    Some(Row {
        event: None,
        asks: predicate.asks.clone(),
        proposition,
        name: words::canonical(ledger, &proposition),
        reading: words::sentence(ledger, &proposition, None, Sign::Plus),
        status: None,
        cells,
        read_as: Vec::new(),
        own,
    })
}

/// Whether a row passes `about` and `since`: as a finding on its proposition, with its parties, its statements and what
/// hangs on it, would.
pub fn keeps(reasoning: &Reasoning<'_>, options: &Options, row: &Row, hangs_on: Vec<Hanging>) -> bool {
    let entries = || row.cells.iter().flat_map(|cell| cell.entries.iter().map(|entry| (cell.root, entry)));
    let side = |root, entry: &super::Entry| Side {
        act: None,
        root,
        sign: entry.stance.sign(),
        stance: entry.stance,
        values: entry.value.map(|value| words::value_text(reasoning.ledger, value)).into_iter().collect(),
        statements: entry.statements.clone(),
        derived: entry.how != How::Stated,
        says: String::new(),
        way: Vec::new(),
    };
    let finding = Finding {
        rule: "table",
        family: Family::Contradiction,
        level: Level::Note,
        proposition: Some(row.name.clone()),
        reading: row.reading.clone(),
        question: String::new(),
        parties: row.cells.iter().map(|cell| cell.root).chain(row.read_as.iter().copied()).collect(),
        statements: entries().flat_map(|(_, entry)| entry.statements.iter().copied()).collect(),
        sides: entries().map(|(root, entry)| side(root, entry)).collect(),
        message: String::new(),
        help: None,
        reconciled: None,
        accepted: false,
        hangs_on,
        labels: Vec::new(),
    };
    let filters =
        options::Options { about: options.about.clone(), since: options.since, ..Default::default() };
    focus::keeps(reasoning, &filters, &finding)
}
