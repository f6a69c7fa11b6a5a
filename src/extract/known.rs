//! What an article says that is on file already: the same words of the same speaker, or the same by the same source.

use rustc_hash::FxHashMap;

use super::said::reading::Reading;
use super::{By, Statement, Wanted};
use crate::attribution::Prose;
use crate::audit::matching::{self, Matched};
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::words;

/// What each quotation of a text may be.
pub fn matched(ledger: &Ledger, prose: &mut Prose<'_>) -> Matched {
    matching::matched(ledger, prose)
}

/// Enters which statements are on file.
pub fn enter(reading: &Reading<'_>, matched: &Matched, wanted: Wanted, statements: &mut [Statement]) {
    let ledger = reading.ledger;
    let mut by_source: Vec<(PartyId, StatementId)> = Vec::new();
    if wanted.source.is_some() {
        let own = ledger.said().filter(|(_, statement)| statement.source == wanted.source);
        by_source.extend(own.flat_map(|(id, statement)| statement.by.iter().map(move |by| (*by, id))));
        by_source.sort_unstable();
    }
    let all = reading.prose.quotations.iter().enumerate();
    let places: FxHashMap<usize, usize> =
        all.flat_map(|(at, quotation)| quotation.pieces.iter().map(move |piece| (piece.start, at))).collect();
    for statement in statements {
        let Some(By::Party(party)) = statement.speaker.as_ref().map(|speaker| speaker.by) else { continue };
        let quoted = statement.quotes.iter().filter_map(|quote| {
            let said = matched
                .matches(*places.get(&quote.start)?)
                .iter()
                .find(|found| found.clean() && ledger.statement(found.statement).by.contains(&party))?;
            Some(said.statement)
        });
        statement.known = quoted.into_iter().next().or_else(|| {
            let from = by_source.partition_point(|(own, _)| *own < party);
            let own = by_source[from..].iter().take_while(|(own, _)| *own == party);
            own.map(|(_, id)| *id).find(|id| holds(ledger, *id, statement))
        });
    }
}

/// Whether a statement on file takes every position that another suggests, and there is one.
fn holds(ledger: &Ledger, id: StatementId, statement: &Statement) -> bool {
    let own = ledger.statement(id);
    let has = |stance, text: &String| {
        own.positions.iter().any(|position| {
            let written = words::canonical(ledger, &ledger.proposition(position.proposition));
            let same =
                text == &written || text.strip_prefix(&written).is_some_and(|rest| rest.starts_with(' '));
            position.stance == stance && same
        })
    };
    statement.quotes.is_empty()
        && !statement.proposals.is_empty()
        && statement
            .proposals
            .iter()
            .all(|proposal| proposal.propositions.iter().any(|text| has(proposal.stance, text)))
}
