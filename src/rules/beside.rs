//! Facts written beside the positions on which a side rests: their own words, what their figures cover, for which day.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use crate::ledger::model::date::Date;
use crate::ledger::model::id::StatementId;
use crate::reason::Reasoning;
use crate::reason::position::{Hold, Position, PositionId};

/// The positions on which a hold rests: the one from which it follows, and the further ones that it needs.
pub(super) fn bases(reasoning: &Reasoning<'_>, hold: &Hold) -> impl Iterator<Item = PositionId> + use<> {
    std::iter::once(hold.base).chain(reasoning.further(hold))
}

/// The words of single positions by statement, for each statement of which all positions in question have words of
/// their own.
pub(super) fn own_words(reasoning: &Reasoning<'_>, holds: &[&Hold]) -> BTreeMap<StatementId, Vec<Box<str>>> {
    let ledger = reasoning.ledger;
    let mut found: BTreeMap<StatementId, Vec<Box<str>>> = BTreeMap::new();
    let mut without = FxHashSet::default();
    for position in holds.iter().flat_map(|hold| bases(reasoning, hold)).map(|base| reasoning.position(base))
    {
        if ledger.statement(position.statement).long.is_empty() {
            continue;
        }
        let Some(quote) = position.long(ledger).and_then(|long| long.quote.as_ref()) else {
            without.insert(position.statement);
            continue;
        };
        let words = found.entry(position.statement).or_default();
        let quote = quote.text(&ledger.texts);
        if !words.iter().any(|known| **known == *quote) {
            words.push(quote.into());
        }
    }
    found.retain(|statement, _| !without.contains(statement));
    found
}

/// The scope that all figures of a root share, and the day for which all of them hold; none where they differ, or none
/// of them names one.
pub(super) fn covered(reasoning: &Reasoning<'_>, holds: &[&Hold]) -> (Option<Box<str>>, Option<Date>) {
    let figures =
        || holds.iter().filter(|hold| hold.value.is_some()).map(|hold| reasoning.position(hold.base));
    let scopes: FxHashSet<Option<&str>> = figures()
        .map(|position| position.long(reasoning.ledger).and_then(|long| long.scope.as_deref()))
        .collect();
    let named = figures().any(|position| position.as_of.is_some());
    let days: FxHashSet<Date> = figures().filter(|_| named).map(Position::day).collect();
    let scope = scopes.iter().next().copied().flatten().filter(|_| scopes.len() == 1);
    (scope.map(Into::into), days.iter().next().copied().filter(|_| days.len() == 1))
}
