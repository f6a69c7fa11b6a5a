//! The positions of a statement as rows: what each says, whether it stands, and what follows from it.

use super::became;
use super::desk::Desk;
use crate::layout::position;
use crate::ledger::model::id::{PartyId, PropositionId, StatementId};
use crate::ledger::model::stance::Sign;
use crate::ledger::model::statement::Long;
use crate::ledger::roots;
use crate::ledger::words;
use crate::reason::position::{Hold, Position, PositionId};
use crate::reason::spoken;
use crate::rules::compose;
use crate::views::page::Row;

/// The positions of a statement as written, conditional ones too; with their roots where several speak.
pub(super) fn positions(desk: &Desk<'_>, id: StatementId, depth: usize, full: bool) -> Vec<Row> {
    let statement = desk.ledger.statement(id);
    if statement.condition.is_some() {
        return conditional(desk, id, depth);
    }
    let mut rows = Vec::new();
    for at in desk.of_statement(id) {
        if full || !desk.reasoning.position(*at).tacit {
            rows.extend(one(desk, *at, depth, statement.by.len() > 1, full));
        }
    }
    rows
}

/// A position in words, to be read after the name of its root.
pub(super) fn in_words(desk: &Desk<'_>, position: &Position) -> String {
    let proposition = desk.reasoning.propositions.get(position.proposition);
    let (value, long) = (position.value(desk.ledger), position.long(desk.ledger));
    position::says(desk.ledger, position.root, position.stance, &proposition, value, long)
}

/// A position and its state; if `full`, also what follows from it.
fn one(desk: &Desk<'_>, id: PositionId, depth: usize, joint: bool, full: bool) -> Vec<Row> {
    let position = desk.reasoning.position(id);
    let proposition = desk.reasoning.propositions.get(position.proposition);
    let became = became::words(desk, id);
    let stands = became.is_none();
    let long = position.long(desk.ledger);
    let mut text = in_words(desk, position);
    if joint || position.tacit {
        text = format!("{} {text}", desk.ledger.party(position.root).name);
    }
    if position.tacit {
        text.push_str(", by speaking");
    }
    if full || !stands {
        text = format!("{text}: {}", became.as_deref().unwrap_or("stands"));
    }
    let row = Row {
        proposition: Some(words::canonical(desk.ledger, &proposition)),
        standing: Some(became::key(&desk.reasoning.state(id))),
        ..Row::text(depth, text).at(position.span)
    };
    let mut rows = vec![row];
    rows.extend(own_words(desk, long, depth + 1));
    if full && stands {
        rows.extend(follows(desk, id, position, depth + 1));
    }
    rows
}

/// The consequences of a position with their steps; for a denial also the propositions that it denies by definition.
fn follows(desk: &Desk<'_>, id: PositionId, position: &Position, depth: usize) -> Vec<Row> {
    let reasoning = desk.reasoning;
    let mut rows = Vec::new();
    let mut seen: Vec<PropositionId> = Vec::new();
    let helps = |hold: &&Hold| reasoning.rests_on(hold, id);
    for hold in reasoning.holds.iter().filter(|hold| !hold.stated() && (hold.base == id || helps(hold))) {
        if seen.contains(&hold.proposition) {
            continue;
        }
        seen.push(hold.proposition);
        // A way that begins with the position itself need not repeat it.
        let skipped = usize::from(hold.base == id);
        let text = compose::way(reasoning, hold).into_iter().skip(skipped).collect::<Vec<_>>().join("; ");
        let name = words::canonical(desk.ledger, &reasoning.propositions.get(hold.proposition));
        rows.push(Row { proposition: Some(name), ..Row::text(depth, text) });
    }
    if position.stance.sign() == Sign::Minus {
        for (at, holds) in reasoning.groups() {
            let reaches =
                reasoning.consequences(at).iter().any(|consequence| consequence.to == position.proposition);
            let met = holds.iter().any(|hold| hold.sign() == Sign::Plus && hold.stated());
            if reaches && met {
                let proposition = reasoning.propositions.get(at);
                let sentence = words::sentence(desk.ledger, &proposition, None, Sign::Plus);
                let text = format!("so, by definition, denies what says it too: {sentence}");
                let name = words::canonical(desk.ledger, &proposition);
                rows.push(Row { proposition: Some(name), ..Row::text(depth, text) });
            }
        }
    }
    rows
}

/// The words of one position alone, as a row below it; none where it has none.
fn own_words(desk: &Desk<'_>, long: Option<&Long>, depth: usize) -> Option<Row> {
    let words = position::own_words(desk.ledger, long)?;
    Some(Row::text(depth, format!("in the words {words}")))
}

/// The positions of a conditional statement as written, for each root where several speak.
fn conditional(desk: &Desk<'_>, id: StatementId, depth: usize) -> Vec<Row> {
    let ledger = desk.ledger;
    let statement = ledger.statement(id);
    let mut roots: Vec<PartyId> = Vec::new();
    for root in statement.by.iter().map(|by| roots::spoken_for(ledger, statement, *by)) {
        if !roots.contains(&root) {
            roots.push(root);
        }
    }
    let mut rows = Vec::new();
    for root in roots.iter().copied() {
        let state = desk.reasoning.state_of_conditional(id, root);
        let withdrawn = became::withdrawn(desk, &state).map_or(String::new(), |words| format!(": {words}"));
        let name = if roots.len() > 1 { format!("{} ", ledger.party(root).name) } else { String::new() };
        for (at, written) in statement.positions.iter().enumerate() {
            let long = statement.long(at);
            let proposition = spoken::resolve(ledger, ledger.proposition(written.proposition), root);
            let says = position::says(
                desk.ledger,
                root,
                written.stance,
                &proposition,
                written.value(desk.ledger),
                long,
            );
            let text = format!("on a condition, never compared: {name}{says}{withdrawn}");
            rows.push(Row {
                proposition: Some(words::canonical(ledger, &proposition)),
                standing: Some(became::key(&state)),
                ..Row::text(depth, text).at(written.span)
            });
            rows.extend(own_words(desk, long, depth + 1));
        }
    }
    rows
}
