//! The timeline as JSON, version 1.

use serde::Serialize;

use crate::layout::said::{self, Beside, Said, beside, ids, said};
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::value::Value;
use crate::ledger::words;
use crate::reason::state::State;
use crate::text::lines::Lines;
use crate::views::timeline::{self, Step, Timeline};

#[derive(Serialize)]
struct Document<'r> {
    version: u8,
    as_of: Option<String>,
    entries: Vec<Entry<'r>>,
    tolls: Vec<Toll<'r>>,
}

#[derive(Serialize)]
struct Entry<'r> {
    root: &'r str,
    #[serde(flatten)]
    said: Said<'r>,
    hearsay: bool,
    condition: Option<&'r str>,
    withdraws: Vec<&'r str>,
    positions: Vec<Position<'r>>,
}

#[derive(Serialize)]
struct Position<'r> {
    proposition: String,
    stance: &'static str,
    value: Option<String>,
    #[serde(flatten)]
    beside: Beside<'r>,
    says: &'r str,
    fate: &'static str,
    by: Vec<&'r str>,
}

#[derive(Serialize)]
struct Toll<'r> {
    proposition: String,
    reading: &'r str,
    parties: Vec<Counter<'r>>,
    disputes: Vec<Dispute<'r>>,
}

#[derive(Serialize)]
struct Counter<'r> {
    root: &'r str,
    counts: Vec<Count<'r>>,
}

#[derive(Serialize)]
struct Count<'r> {
    date: String,
    value: String,
    #[serde(flatten)]
    beside: Beside<'r>,
    stance: &'static str,
    statement: &'r str,
    step: &'static str,
    from: Option<String>,
    fate: &'static str,
    by: Vec<&'r str>,
}

#[derive(Serialize)]
struct Dispute<'r> {
    roots: [&'r str; 2],
    values: [String; 2],
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'r str>,
    reconciled: Option<&'r str>,
}

/// The timeline as a JSON document.
#[must_use]
pub fn json(ledger: &Ledger, timeline: &Timeline, as_of: Option<Date>) -> String {
    let lines = Lines::new(&ledger.texts);
    said::write(&Document {
        version: 1,
        as_of: as_of.map(|date| date.to_string()),
        entries: timeline.entries.iter().map(|one| entry(ledger, &lines, one)).collect(),
        tolls: timeline.ladders.iter().map(|one| toll(ledger, one)).collect(),
    })
}

/// The word for the state of a position, and the statements that caused it.
fn fate<'r>(ledger: &'r Ledger, state: &State) -> (&'static str, Vec<&'r str>) {
    match state {
        State::Stands => ("stands", Vec::new()),
        State::Conditional => ("conditional", Vec::new()),
        State::Superseded { by, reversal: true } => ("reversed", ids(ledger, by)),
        State::Superseded { by, .. } => ("superseded", ids(ledger, by)),
        State::Withdrawn { by } => ("retracted", ids(ledger, by)),
    }
}

fn entry<'r>(ledger: &'r Ledger, lines: &Lines<'r>, one: &'r timeline::Entry) -> Entry<'r> {
    let position = |said: &'r timeline::Said| {
        let (fate, by) = fate(ledger, &said.state);
        let value = said.value.map(|value| words::value_text(ledger, value));
        Position {
            proposition: words::canonical(ledger, &said.proposition),
            stance: said.stance.key(),
            value,
            beside: beside(ledger, said.long.as_ref()),
            says: &said.says,
            fate,
            by,
        }
    };
    Entry {
        root: &ledger.party(one.root).id,
        said: said(ledger, lines, one.statement),
        hearsay: one.hearsay,
        condition: ledger.statement(one.statement).condition.as_deref(),
        withdraws: ids(ledger, &one.withdraws),
        positions: one.said.iter().map(position).collect(),
    }
}

fn toll<'r>(ledger: &'r Ledger, one: &'r timeline::Ladder) -> Toll<'r> {
    let root = |root: PartyId| ledger.party(root).id.as_str();
    let text = |value: Value| words::value_text(ledger, value);
    let count = |rung: &'r timeline::Rung| {
        let (step, from) = match rung.step {
            Step::First => ("first", None),
            Step::Raised(before) => ("raised", Some(text(before))),
            Step::Changed(before) => ("changed", Some(text(before))),
        };
        let (fate, by) = fate(ledger, &rung.state);
        Count {
            date: rung.date.to_string(),
            value: text(rung.value),
            beside: beside(ledger, rung.long.as_ref()),
            stance: rung.stance.key(),
            statement: &ledger.statement(rung.statement).id,
            step,
            from,
            fate,
            by,
        }
    };
    let counter = |party: &'r timeline::Party| Counter {
        root: root(party.root),
        counts: party.rungs.iter().map(count).collect(),
    };
    let dispute = |dispute: &'r timeline::Dispute| Dispute {
        roots: [root(dispute.one.0), root(dispute.other.0)],
        values: [text(dispute.one.1), text(dispute.other.1)],
        scope: dispute.scope.as_deref(),
        reconciled: dispute.reconciled.as_deref(),
    };
    Toll {
        proposition: words::canonical(ledger, &one.proposition),
        reading: &one.reading,
        parties: one.parties.iter().map(counter).collect(),
        disputes: one.disputes.iter().map(dispute).collect(),
    }
}
