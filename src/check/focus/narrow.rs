//! Filters for what is no finding: a position, an accusation. What touches an id is decided in one place, [`super::keeps`].

use crate::check::focus;
use crate::check::options::Options;
use crate::ledger::model::id::{PartyId, StatementId};
use crate::reason::Reasoning;
use crate::rules::finding::{Family, Finding, Level};

/// Whether what a proposition, roots and statements make up touches one of the ids asked for, and rests on a statement
/// of late enough a date.
#[must_use]
pub fn keeps(
    reasoning: &Reasoning<'_>,
    options: &Options,
    proposition: Option<&str>,
    parties: &[PartyId],
    statements: &[StatementId],
) -> bool {
    asks(reasoning, options, "", proposition, parties, statements)
}

/// The same of an accusation: it belongs to the events of which the accusing statements speak, too.
#[must_use]
pub fn keeps_accusation(
    reasoning: &Reasoning<'_>,
    options: &Options,
    proposition: &str,
    accused: PartyId,
    statements: &[StatementId],
) -> bool {
    asks(reasoning, options, focus::UNANSWERED, Some(proposition), &[accused], statements)
}

fn asks(
    reasoning: &Reasoning<'_>,
    options: &Options,
    rule: &'static str,
    proposition: Option<&str>,
    parties: &[PartyId],
    statements: &[StatementId],
) -> bool {
    if options.about.is_empty() && options.since.is_none() {
        return true;
    }
    // The filter asks findings; this has all of one that it looks at.
    let asked = Finding {
        rule,
        family: Family::UnverifiedLink,
        level: Level::Note,
        proposition: proposition.map(str::to_owned),
        reading: String::new(),
        question: String::new(),
        parties: parties.to_vec(),
        statements: statements.to_vec(),
        sides: Vec::new(),
        message: String::new(),
        help: None,
        reconciled: None,
        accepted: false,
        hangs_on: Vec::new(),
        labels: Vec::new(),
    };
    focus::keeps(reasoning, options, &asked)
}
