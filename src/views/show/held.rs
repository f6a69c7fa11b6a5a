//! The holds on a proposition: stated or derived, each with the way to it, and those that no longer stand.

use std::collections::BTreeMap;

use super::became;
use super::desk::Desk;
use super::said;
use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::stance::Sign;
use crate::reason::position::{Hold, PositionId};
use crate::rules::compose;
use crate::views::page::Row;

/// The roots that hold one sign on a proposition, each with its statements below it.
pub(super) fn on(desk: &Desk<'_>, id: PropositionId, sign: Sign, depth: usize) -> Vec<Row> {
    let holds = desk.reasoning.on(id).iter().filter(|hold| hold.sign() == sign);
    roots(desk, holds.collect(), None, depth)
}

/// The roots that deny a consequence of a proposition by definition, and so deny the proposition.
pub(super) fn by_definition(
    desk: &Desk<'_>,
    consequence: PropositionId,
    denied: &str,
    depth: usize,
) -> Vec<Row> {
    let holds = desk.reasoning.on(consequence).iter().filter(|hold| hold.sign() == Sign::Minus);
    roots(desk, holds.collect(), Some(denied), depth)
}

/// Roots in the order of their earliest word; `denied` says of what a derived denial is.
fn roots(desk: &Desk<'_>, mut holds: Vec<&Hold>, denied: Option<&str>, depth: usize) -> Vec<Row> {
    let (ledger, reasoning) = (desk.ledger, desk.reasoning);
    holds.sort_by_cached_key(|hold| {
        let position = reasoning.position(hold.base);
        (position.date.order(), ledger.statement(position.statement).id.clone(), hold.way.len())
    });
    let mut order: Vec<PartyId> = Vec::new();
    let mut by: BTreeMap<PartyId, Vec<&Hold>> = BTreeMap::new();
    for hold in holds {
        // A stated hold takes the place of the same one derived.
        let held = by.entry(hold.root).or_default();
        if !order.contains(&hold.root) {
            order.push(hold.root);
        }
        let same = |other: &&Hold| {
            other.stance == hold.stance && other.value == hold.value && other.base == hold.base
        };
        if !held.iter().any(same) {
            held.push(hold);
        }
    }
    let mut rows = Vec::new();
    for root in order {
        for (at, hold) in by[&root].iter().enumerate() {
            let name = if at == 0 { ledger.party(root).name.as_str() } else { "" };
            rows.extend(one(desk, hold, name, denied, depth));
        }
    }
    rows
}

/// A hold: its position, its statement, and its steps.
fn one(desk: &Desk<'_>, hold: &Hold, name: &str, denied: Option<&str>, depth: usize) -> Vec<Row> {
    let reasoning = desk.reasoning;
    let position = reasoning.position(hold.base);
    let said = said::in_words(desk, position);
    let mut text = match (hold.stated(), denied) {
        (true, None) => said,
        (_, Some(_)) => format!("by definition, denies it: {said}"),
        (false, None) if hold.by_definition() => format!("by definition: {said}"),
        (false, None) => format!("on its own further word: {said}"),
    };
    if position.tacit {
        text.push_str(", by speaking");
    }
    if position.hearsay {
        text.push_str(" (hearsay)");
    }
    // A row without a name still belongs under its root's row.
    let head = if name.is_empty() { Row::text(depth + 1, text) } else { Row::labelled(depth, name, text) };
    let mut rows = vec![Row { standing: Some("stands"), ..head }];
    rows.push(desk.credit_of(depth + 1, position));
    if !hold.stated() {
        let steps = compose::way(reasoning, hold).into_iter().skip(1);
        rows.extend(steps.map(|step| Row::text(depth + 1, step)));
    }
    if let Some(denied) = denied {
        rows.push(Row::text(depth + 1, denied));
    }
    rows
}

/// The positions on a proposition that no longer stand.
pub(super) fn gone(desk: &Desk<'_>, id: PropositionId, depth: usize) -> Vec<Row> {
    let (ledger, reasoning) = (desk.ledger, desk.reasoning);
    let mut rows = Vec::new();
    let all = desk.on_proposition(id).iter().copied();
    let mut found: Vec<PositionId> = all.filter(|at| !reasoning.stands(*at)).collect();
    found.sort_by_key(|at| (reasoning.position(*at).date.order(), *at));
    for at in found {
        let position = reasoning.position(at);
        let became = became::words(desk, at).unwrap_or_default();
        let said = said::in_words(desk, position);
        let text = format!("no longer: {said}; {became}");
        let row = Row::labelled(depth, &ledger.party(position.root).name, text);
        rows.push(Row { standing: Some(became::key(&reasoning.state(at))), ..row });
        rows.push(desk.credit_of(depth + 1, position));
    }
    rows
}
