//! All that is known of a link or a figure comes from unnamed speakers through one channel.
//!
//! # What it says
//!
//! Every statement that asserts a link or gives a value (a toll, a place, a date, a weapon) is anonymous, and all
//! of them have one origin: whoever carried the words of the unnamed speaker. Where the link is unverified as well,
//! that finding says so and this one is not repeated.
//!
//! # Why it matters
//!
//! Nobody can be held to it, and nobody else can be asked. Readers should know when a figure hangs on one unnamed
//! person.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - id: estia
//!   - id: harbour-times
//!     kind: outlet
//! sources:
//!   - id: times-report
//!     outlet: harbour-times
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: official-counts
//!     by: estia
//!     date: 2024-05-12
//!     anonymous: a senior official
//!     source: times-report
//!     asserts: ["killed(harbour-blast) = 12"]
//! ```
//!
//! # An example that does not
//!
//! ```yaml
//! parties:
//!   - id: estia
//!   - id: harbour-times
//!     kind: outlet
//! sources:
//!   - id: times-report
//!     outlet: harbour-times
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: official-counts
//!     by: estia
//!     date: 2024-05-12
//!     source: times-report
//!     asserts: ["killed(harbour-blast) = 12"]
//! ```
//!
//! The speaker is named, and can be asked.
//!
//! # What to do
//!
//! Look for somebody who says it by name, or for a second outlet with a speaker of its own. If there is none,
//! say in the text that it rests on one unnamed source, and why the name is withheld.

use super::unverified_link;
use crate::ledger::model::id::PropositionId;
use crate::ledger::model::stance::Stance;
use crate::reason::position::Hold;
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::rules::{Context, Rule, Run, Sketch, compose};

/// The rule.
pub const RULE: Rule = Rule {
    id: "single-source",
    family: Family::UnverifiedLink,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("single_source.rs"),
    run: Run::Whole(run),
};

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    let reasoning = context.reasoning;
    for (id, holds) in reasoning.groups() {
        let predicate = reasoning.ledger.vocabulary.get(reasoning.propositions.get(id).predicate);
        if !predicate.link && predicate.value.is_empty() {
            continue;
        }
        let asserting: Vec<&Hold> =
            holds.iter().filter(|hold| hold.stated() && hold.stance == Stance::Asserts).collect();
        if !one_unnamed_origin(context, &asserting) || unverified_link::fires(context, id, holds).is_some() {
            continue;
        }
        let roots = compose::roots(&asserting);
        findings.push(
            Sketch::new(rule, roots, move || finding(rule, context, id, &asserting))
                .about(reasoning.propositions.get(id)),
        );
    }
}

fn finding(rule: &'static Rule, context: &Context<'_>, id: PropositionId, asserting: &[&Hold]) -> Finding {
    let sides = compose::sides(context.reasoning, Some(id), asserting);
    let message = "All who assert it are unnamed, and they are one origin.";
    let mut finding = compose::about(rule, context.reasoning, id, sides, message);
    finding.beyond = Some("All who say so are unnamed, and their words go back to one source.".to_owned());
    finding.help = Some("find a named source, or one that does not rest on the first".to_owned());
    finding
}

/// True when the statements of these holds are all of unnamed speakers and have one origin; false where there are none.
pub(super) fn one_unnamed_origin(context: &Context<'_>, asserting: &[&Hold]) -> bool {
    let reasoning = context.reasoning;
    let statement = |hold: &&Hold| reasoning.position(hold.base).statement;
    let Some(first) = asserting.first().map(statement) else { return false };
    asserting.iter().all(|hold| {
        let statement = statement(hold);
        reasoning.ledger.statement(statement).anonymous.is_some()
            && reasoning.origins(statement) == reasoning.origins(first)
    })
}
