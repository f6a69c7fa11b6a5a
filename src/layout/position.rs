//! A position in words, with what is written beside its proposition; not yet made safe.

use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::Stance;
use crate::ledger::model::statement::{Long, Statement};
use crate::ledger::model::value::Value;
use crate::ledger::words;

/// The words for a position, to be read after the root's name, with the scope and day of its figure: "says that 7 were
/// killed in the quay fire (the past 24 hours, as of 4 May 2031)".
pub(crate) fn says(
    ledger: &Ledger,
    root: PartyId,
    stance: Stance,
    proposition: &Proposition,
    value: Option<Value>,
    long: Option<&Long>,
) -> String {
    let said = words::says(ledger, words::party_number(ledger, root), stance, proposition, value);
    said + &Long::bracketed(long)
}

/// The words of a position alone, between marks; none where it has no words of its own.
pub(crate) fn own_words(ledger: &Ledger, long: Option<&Long>) -> Option<String> {
    let quote = long?.quote.as_ref()?;
    Some(format!("“{}”", quote.text(&ledger.texts)))
}

/// The grounds that a speaker gives: "radar and tally sheets"; none where none are on file.
pub(crate) fn basis(statement: &Statement) -> Option<String> {
    (!statement.basis.is_empty()).then(|| words::list(&statement.basis))
}
