//! The positions as they were taken: a row for each root, statement and proposition, and whether it still stands.

use serde_json::Value;

use super::Out;
use super::table::Table;
use crate::ledger::roots::Voice;
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::reason::position::PositionId;
use crate::reason::state::State;
use crate::text::lines::Lines;

pub(super) fn table() -> Table {
    let columns = [
        "statement",
        "speaker",
        "voice",
        "root",
        "date",
        "stance",
        "sign",
        "proposition",
        "predicate",
        "value",
        "scope",
        "as-of",
        "hearsay",
        "disputed",
        "tacit",
        "state",
        "state-by",
        "file",
        "line",
    ];
    Table { name: "positions", columns: columns.to_vec() }
}

/// Writes all positions, those included that their roots have since replaced or withdrawn. What is said under a condition is
/// no position.
pub(super) fn write(reasoning: &Reasoning<'_>, out: &mut Out<'_>) {
    let table = table();
    table.begin(out);
    let ledger = reasoning.ledger;
    let lines = Lines::new(&ledger.texts);
    let party = |id| Value::from(ledger.party(id).id.as_str());
    for (at, position) in reasoning.positions.iter().enumerate() {
        let proposition = reasoning.propositions.get(position.proposition);
        let state = reasoning.state(PositionId(u32::try_from(at).unwrap_or(u32::MAX)));
        let word = match &state {
            State::Stands => "stands",
            State::Superseded { .. } => "superseded",
            State::Withdrawn { .. } => "withdrawn",
            State::Conditional => "conditional",
        };
        let by: Vec<Value> = state.by().iter().map(|id| ledger.statement(*id).id.as_str().into()).collect();
        let voice = match position.voice {
            Voice::Party(voice) => party(voice),
            Voice::Unnamed(_) => Value::Null,
        };
        let row = [
            ledger.statement(position.statement).id.as_str().into(),
            party(position.speaker),
            voice,
            party(position.root),
            position.date.to_string().into(),
            position.stance.key().into(),
            position.stance.sign().key().into(),
            words::canonical(ledger, &proposition).into(),
            ledger.vocabulary.get(proposition.predicate).id.as_str().into(),
            position.value(ledger).map(|value| words::value_text(ledger, value)).into(),
            position.long(ledger).and_then(|long| long.scope.as_deref()).into(),
            position.as_of.map(|date| date.to_string()).into(),
            position.hearsay.into(),
            position.disputed.into(),
            position.tacit.into(),
            word.into(),
            Value::Array(by),
            lines.file(position.span).0.into(),
            lines.position(position.span).line.into(),
        ];
        table.row(out, &row);
    }
}
