//! The rows: the propositions of which somebody speaks, and those of them that pass the filters.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::cells::{self, Conditional};
use super::status::Findings;
use super::{Cell, How, Options, Row};
use crate::check::focus::{self, Matter};
use crate::check::options;
use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::proposition::{ArgumentKind, Proposition};
use crate::ledger::model::stance::Sign;
use crate::ledger::model::value::Value;
use crate::ledger::words;
use crate::reason::Reasoning;

/// A row for each proposition of which somebody speaks in so many words and that is not wholly taken back, as far as it
/// passes `about` and `since`; not yet in order, and without statuses.
pub fn rows(reasoning: &Reasoning<'_>, findings: &Findings<'_>, options: &Options) -> Vec<Row> {
    let conditional = Conditional::new(reasoning);
    let spoken = reasoning.positions.iter().filter(|position| !position.tacit);
    let mut propositions: BTreeSet<Proposition> =
        spoken.map(|position| reasoning.propositions.get(position.proposition)).collect();
    propositions.extend(conditional.propositions());
    let filters =
        options::Options { about: options.about.clone(), since: options.since, ..Default::default() };
    let propositions: Vec<Proposition> = propositions.into_iter().collect();
    let asked = Asked { reasoning, conditional, findings, filters };
    propositions.into_par_iter().filter_map(|proposition| row(&asked, proposition)).collect()
}

/// What rows are made from.
struct Asked<'a, 'l> {
    reasoning: &'a Reasoning<'l>,
    conditional: Conditional<'a>,
    findings: &'a Findings<'a>,
    filters: options::Options,
}

/// The row of a proposition; none where nobody speaks of it any more, or a filter leaves it out.
fn row(asked: &Asked<'_, '_>, proposition: Proposition) -> Option<Row> {
    let reasoning = asked.reasoning;
    let ledger = reasoning.ledger;
    let cells = cells::cells(reasoning, &asked.conditional, &proposition);
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
    let read_as = asked.findings.read_as(&proposition, &cells);
    if !keeps(asked, proposition, &cells, &read_as) {
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
        read_as,
        own,
    })
}

/// True when a row passes `about` and `since` by its proposition, values, parties, statements, or what hangs on it.
fn keeps(asked: &Asked<'_, '_>, proposition: Proposition, cells: &[Cell], read_as: &[PartyId]) -> bool {
    let entries = || cells.iter().flat_map(|cell| &cell.entries);
    let values: Vec<Value> = entries().filter_map(|entry| entry.value).collect();
    let parties: Vec<PartyId> = cells.iter().map(|cell| cell.root).chain(read_as.iter().copied()).collect();
    let statements: Vec<StatementId> = entries().flat_map(|entry| entry.statements.iter().copied()).collect();
    let matter = Matter {
        about: Some(proposition),
        values: &values,
        parties: &parties,
        statements: &statements,
        hangs_on: &asked.findings.hanging(&proposition),
        accuses: false,
    };
    focus::passes(asked.reasoning, &asked.filters, matter)
}
