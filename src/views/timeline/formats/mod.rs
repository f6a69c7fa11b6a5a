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

/// The state of a position in words for a picture, without ids; none where it stands or is conditional.
pub(crate) fn fate(ledger: &Ledger, state: &State) -> Option<String> {
    let what = match state {
        State::Stands | State::Conditional => return None,
        State::Superseded { reversal: true, .. } => "said otherwise",
        State::Superseded { .. } => "replaced by a later word",
        State::Withdrawn { .. } => "taken back",
    };
    Some(format!("{what} on {}", days(ledger, state.by())))
}

/// The days of statements, each once.
fn days(ledger: &Ledger, statements: &[StatementId]) -> String {
    let mut days: Vec<String> = statements.iter().map(|id| ledger.statement(*id).date.words()).collect();
    days.dedup();
    words::list(&days)
}

/// What an entry withdraws, in words for a picture, without ids; none where it withdraws nothing.
pub(crate) fn takes_back(ledger: &Ledger, entry: &Entry) -> Option<String> {
    let take = words::verb(words::party_number(ledger, entry.root), "take");
    (!entry.withdraws.is_empty())
        .then(|| format!("{take} back what was said on {}", days(ledger, &entry.withdraws)))
}

/// What is to be known of the words of an entry beside what they say: "by hearsay, on the condition “…”"; none where
/// they are its own and on no condition.
pub(crate) fn apart(ledger: &Ledger, entry: &Entry) -> Option<String> {
    let hearsay = entry.hearsay.then(|| "by hearsay".to_owned());
    let condition = ledger.statement(entry.statement).condition.as_ref();
    let condition = condition.map(|condition| format!("on the condition “{condition}”"));
    let all: Vec<String> = hearsay.into_iter().chain(condition).collect();
    (!all.is_empty()).then(|| all.join(", "))
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
    rung_with(ledger, predicate, rung, mark)
}

/// The same in a picture, without ids.
pub(crate) fn drawn_rung(ledger: &Ledger, predicate: PredicateId, rung: &Rung) -> String {
    rung_with(ledger, predicate, rung, fate)
}

fn rung_with(
    ledger: &Ledger,
    predicate: PredicateId,
    rung: &Rung,
    mark: fn(&Ledger, &State) -> Option<String>,
) -> String {
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
