//! The rows: the propositions of which somebody speaks, and those of them that pass the filters.

use std::collections::BTreeSet;

use super::cells::{self, Conditional};
use super::{How, Options, Row};
use crate::check::focus::{self, Matter};
use crate::check::options;
use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::proposition::{ArgumentKind, Proposition};
use crate::ledger::model::stance::Sign;
use crate::ledger::model::value::Value;
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::rules::finding::Hanging;

/// A row for each proposition of which somebody speaks in so many words and that is not wholly taken back; not yet in
/// order, and without statuses.
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
    // The row of a superseded position stays while its root still has a position there.
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

/// True when a row passes `about` and `since` by its proposition, values, parties, statements, or what hangs on it.
pub fn keeps(reasoning: &Reasoning<'_>, options: &Options, row: &Row, hangs_on: &[Hanging]) -> bool {
    let entries = || row.cells.iter().flat_map(|cell| &cell.entries);
    let values: Vec<Value> = entries().filter_map(|entry| entry.value).collect();
    let parties: Vec<PartyId> =
        row.cells.iter().map(|cell| cell.root).chain(row.read_as.iter().copied()).collect();
    let statements: Vec<StatementId> = entries().flat_map(|entry| entry.statements.iter().copied()).collect();
    let matter = Matter {
        about: Some(row.proposition),
        values: &values,
        parties: &parties,
        statements: &statements,
        hangs_on,
        accuses: false,
    };
    let filters =
        options::Options { about: options.about.clone(), since: options.since, ..Default::default() };
    focus::passes(reasoning, &filters, matter)
}
