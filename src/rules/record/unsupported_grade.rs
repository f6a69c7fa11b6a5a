//! A grade of credibility says more than the ledger bears out.
//!
//! # What it says
//!
//! On the Admiralty scale 1 means confirmed by others and 5 means improbable, against what else is known. A 1 needs
//! two independent origins on file for what the statement says; a 5 needs somebody on file who contradicts it.
//!
//! # Why it matters
//!
//! A grade is an editor's word, and readers rely on it. It should rest on something that the next editor can find.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - id: estia
//!   - id: vardia
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: estia-judges
//!     by: estia
//!     date: 2024-05-12
//!     credibility: 1
//!     asserts:
//!       - terrorism(harbour-blast)
//! ```
//!
//! # An example that does not
//!
//! ```yaml
//! parties:
//!   - id: estia
//!   - id: vardia
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: estia-judges
//!     by: estia
//!     date: 2024-05-12
//!     credibility: 1
//!     asserts:
//!       - terrorism(harbour-blast)
//!   - id: vardia-judges
//!     by: vardia
//!     date: 2024-05-12
//!     asserts:
//!       - terrorism(harbour-blast)
//! ```
//!
//! Vardia says the same on its own word: two independent origins.
//!
//! # What to do
//!
//! Record the statement that confirms or contradicts this one, if there is one. Whoever only repeats it, `citing` the
//! same party, is no second origin. Otherwise choose a milder grade: 2 probably true, 3 possibly true, 4 doubtful,
//! 6 cannot be judged.

use std::collections::BTreeSet;

use crate::ledger::model::id::{PropositionId, StatementId};
use crate::ledger::model::stance::Sign;
use crate::reason::origins;
use crate::reason::position::Hold;
use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Context, Rule, Run, Sketch, compose};

/// The rule.
pub const RULE: Rule = Rule {
    id: "unsupported-grade",
    family: Family::Record,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("unsupported_grade.rs"),
    run: Run::Whole(run),
};

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    let reasoning = context.reasoning;
    let ledger = reasoning.ledger;
    if !ledger.said().any(|(_, statement)| matches!(statement.credibility, Some(1 | 5))) {
        return;
    }
    let mut confirmed = BTreeSet::new();
    let mut contradicted = BTreeSet::new();
    for (id, holds) in reasoning.groups() {
        for hold in holds.iter().filter(|hold| hold.stated()) {
            let statement = reasoning.position(hold.base).statement;
            if matches!(ledger.statement(statement).credibility, Some(1 | 5)) {
                if borne_out(context, id, hold) {
                    confirmed.insert(statement);
                }
                if clashes(context, id, hold) {
                    contradicted.insert(statement);
                }
            }
        }
    }
    for change in &reasoning.changes {
        for hold in change.pairs.iter().flat_map(|(a, b)| std::iter::once(a).chain(b)) {
            contradicted.insert(reasoning.position(hold.base).statement);
        }
    }
    for (id, statement) in ledger.said() {
        let (message, help) = match statement.credibility {
            Some(1) if !confirmed.contains(&id) => (
                "graded 1, confirmed, and no second source on file says the same without citing the first",
                "enter the other origin, or grade it 2 (probably true) or 6 (cannot be judged)",
            ),
            Some(5) if !contradicted.contains(&id) => (
                "graded 5, improbable, and nothing on file contradicts it",
                "enter what contradicts it, or grade it 4 (doubtful) or 6 (cannot be judged)",
            ),
            _ => continue,
        };
        let finding = compose::record(rule, statement.span, message.to_owned(), help.to_owned());
        findings.push(Sketch::worded(rule, finding.between([&*statement.id])));
    }
}

/// True when statements of two independent origins hold what a hold says.
fn borne_out(context: &Context<'_>, id: PropositionId, hold: &Hold) -> bool {
    let reasoning = context.reasoning;
    let same: Vec<&Hold> = match hold.sign() {
        Sign::Minus => reasoning.against(id).collect(),
        sign => reasoning.on(id).iter().filter(|other| other.sign() == sign).collect(),
    };
    let value = |other: &Hold| match (hold.value(reasoning.ledger), other.value(reasoning.ledger)) {
        (Some(own), Some(other)) => {
            crate::reason::values::contains(reasoning.ledger, own, other)
                || crate::reason::values::contains(reasoning.ledger, other, own)
        }
        _ => true,
    };
    let statements: BTreeSet<StatementId> = same
        .into_iter()
        .filter(|other| value(other))
        .map(|other| reasoning.position(other.base).statement)
        .collect();
    let origins: Vec<_> = statements.into_iter().map(|statement| reasoning.origins(statement)).collect();
    origins::independent(&origins) > 1
}

/// True when any other hold clashes with a hold.
fn clashes(context: &Context<'_>, id: PropositionId, hold: &Hold) -> bool {
    let reasoning = context.reasoning;
    let against = |other: &Hold| reasoning.clash(hold, other);
    match hold.sign() {
        Sign::Plus => reasoning.on(id).iter().chain(reasoning.against(id)).any(against),
        _ => reasoning.on(id).iter().any(against),
    }
}
