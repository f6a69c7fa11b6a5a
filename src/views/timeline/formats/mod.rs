//! The timeline in its formats.

mod json;
mod markdown;
mod svg;
mod text;

pub use json::json;
pub use markdown::markdown;
pub use svg::{svg, tolls};
pub use text::text;

use super::{Dispute, Entry, Ladder, Rung, Step, Timeline};
use crate::ledger::Ledger;
use crate::ledger::model::id::{PredicateId, StatementId};
use crate::ledger::model::stance::Stance;
use crate::ledger::model::statement::Long;
use crate::ledger::words::{self, counted};
use crate::reason::state::State;

/// The state of a position in words, to be read after it; none where it stands or is conditional.
pub(crate) fn mark(ledger: &Ledger, state: &State) -> Option<String> {
    match state {
        State::Stands | State::Conditional => None,
        State::Superseded { by, reversal: true } => {
            Some(format!("reversed: superseded by {}", named(ledger, by)))
        }
        State::Superseded { by, .. } => Some(format!("superseded by {}", named(ledger, by))),
        State::Withdrawn { by } => Some(format!("retracted by {}", named(ledger, by))),
    }
}

/// Statements by id and date: "`iran-denies` (29 Jan 2024)".
fn named(ledger: &Ledger, by: &[StatementId]) -> String {
    let name = |id: &StatementId| {
        let statement = ledger.statement(*id);
        format!("{} ({})", statement.id, statement.date.words())
    };
    words::list(&by.iter().map(name).collect::<Vec<_>>())
}

/// The withdrawals of an entry in words; none where it withdraws nothing.
pub(crate) fn withdraws(ledger: &Ledger, entry: &Entry) -> Option<String> {
    (!entry.withdraws.is_empty()).then(|| format!("withdraws {}", named(ledger, &entry.withdraws)))
}

/// A count in words, with its stance, its scope and day, and how it differs from the count before it.
pub(crate) fn rung(ledger: &Ledger, predicate: PredicateId, rung: &Rung) -> String {
    let amount = |value| words::amount(ledger, predicate, value);
    let value = amount(rung.value) + &Long::bracketed(rung.long.as_ref());
    let said = match rung.stance {
        Stance::Asserts => value,
        Stance::Suggests => format!("likely or possible: {value}"),
        Stance::Doubts => format!("unlikely: {value}"),
        Stance::Denies => format!("denied: {value}"),
        stance => format!("{value} ({})", words::done(stance)),
    };
    let step = match rung.step {
        Step::First => String::new(),
        Step::Raised(before) => format!(", raised from {}", amount(before)),
        Step::Changed(before) => format!(", changed from {}", amount(before)),
    };
    // That a count was superseded by another is said at the later one.
    let gone = match &rung.state {
        State::Superseded { reversal: false, .. } => None,
        state => mark(ledger, state),
    };
    format!("{said}{step}{}", gone.map_or(String::new(), |gone| format!(" [{gone}]")))
}

/// A dispute in words.
fn dispute(ledger: &Ledger, predicate: PredicateId, dispute: &Dispute) -> String {
    let side = |(root, value): (crate::ledger::model::id::PartyId, crate::ledger::model::value::Value)| {
        format!("{} {}", ledger.party(root).name, words::amount(ledger, predicate, value))
    };
    let reconciled =
        dispute.reconciled.as_ref().map_or(String::new(), |reason| format!(" (reconciled: {reason})"));
    let scope = dispute.scope.as_ref().map_or(String::new(), |scope| format!(" ({scope})"));
    format!("{} against {}{scope}{reconciled}", side(dispute.one), side(dispute.other))
}

/// All disputes of a ladder in a sentence; none where there are none.
pub(crate) fn disputes(ledger: &Ledger, ladder: &Ladder) -> Option<String> {
    let all: Vec<String> =
        ladder.disputes.iter().map(|one| dispute(ledger, ladder.proposition.predicate, one)).collect();
    (!all.is_empty()).then(|| format!("Disputed: {}.", all.join("; ")))
}

/// The last line.
fn summary(timeline: &Timeline) -> String {
    if timeline.entries.is_empty() && !timeline.ladders.is_empty() {
        return counted(timeline.ladders.len(), "toll", "tolls");
    }
    let said = || timeline.entries.iter().flat_map(|entry| &entry.said);
    let reversed =
        said().filter(|said| matches!(said.state, State::Superseded { reversal: true, .. })).count();
    let retracted = said().filter(|said| matches!(said.state, State::Withdrawn { .. })).count();
    let mut line = format!(
        "{} in {}",
        counted(said().count(), "position", "positions"),
        counted(timeline.entries.len(), "statement", "statements")
    );
    for (count, word) in [(reversed, "reversed"), (retracted, "retracted")] {
        if count > 0 {
            line.push_str(&format!(", {count} {word}"));
        }
    }
    line
}
