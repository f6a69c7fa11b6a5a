//! A position told in a sentence, to be read after the speaker's name.

use crate::ledger::Ledger;
use crate::model::proposition::Proposition;
use crate::model::stance::{Sign, Stance};
use crate::model::value::{Value, ValueKind};
use crate::words;

/// "says that Norland was involved in the quay fire"; a count, whose sentence has no verb, behind a colon: "says: 24
/// killed in the quay fire".
#[must_use]
pub fn says(ledger: &Ledger, proposition: &Proposition, value: Option<Value>, stance: Stance) -> String {
    let sentence = words::sentence(ledger, proposition, value, Sign::Plus);
    let count = ledger.vocabulary.get(proposition.predicate).value.first() == Some(&ValueKind::Count);
    let verb = match stance {
        _ if !count => return words::says_that(stance, &sentence),
        Stance::Asserts => "says",
        Stance::Suggests => "says it is likely or possible",
        Stance::Doubts => "says it is unlikely",
        Stance::Denies => "denies",
        Stance::LeavesOpen => "says it is not known",
        Stance::Declines => "refuses to say",
    };
    format!("{verb}: {sentence}")
}
