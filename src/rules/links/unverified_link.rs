//! Somebody ties one thing to another, and nobody without a stake in it has confirmed the tie.
//!
//! # What it says
//!
//! A link says that somebody did something, that one party backs another, or that two events are one. It
//! counts as verified when speakers of at least two different, disinterested parties assert it with certainty,
//! each on its own word; or when one such party does, with evidence that is neither the report in which we read
//! the statement nor published by somebody with a stake. If a disinterested party denies or doubts it, it is not
//! verified. Those with a stake are the accused, the targets, whoever is part of either, and whoever has been
//! said to be behind the event. A link that is only denied is not reported.
//!
//! # Why it matters
//!
//! Links are what makes a story: who did it, and who stands behind whom. Repetition makes them look settled
//! long before anybody without a stake has confirmed them. The finding is a warning where the link is disputed
//! or something hangs on it, and a note otherwise. What hangs on it is what would be found, and who would be on
//! record for what, if it were granted or ruled out; `gainsay what-if` shows all of it.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - id: estia
//!   - id: vardia
//!   - id: free-coast-front
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: estia-accuses
//!     by: estia
//!     date: 2024-05-12
//!     asserts: ["carried-out(free-coast-front, harbour-blast)"]
//! ```
//!
//! # An example that does not
//!
//! ```yaml
//! parties:
//!   - id: estia
//!   - id: vardia
//!   - id: free-coast-front
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: estia-accuses
//!     by: estia
//!     date: 2024-05-12
//!     asserts: ["carried-out(free-coast-front, harbour-blast)"]
//!   - id: vardia-accuses
//!     by: vardia
//!     date: 2024-05-12
//!     asserts: ["carried-out(free-coast-front, harbour-blast)"]
//! ```
//!
//! Vardia is not concerned either and speaks on its own word: two disinterested parties, no finding.
//!
//! # What to do
//!
//! Attribute the link to those who assert it, and write that it is not confirmed. Look for a second party
//! without a stake, or record what you found under `evidence`. The store decides how many parties are enough:
//! `settings: {verify: {origins: 2}}`.

use std::collections::BTreeSet;

use super::single_source;
use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::words;
use crate::reason::position::Hold;
use crate::reason::verification::Standing;
use crate::rules::finding::{Family, Finding, Level};
use crate::rules::{Context, Rule, Run, Sketch, compose};

/// The rule.
pub const RULE: Rule = Rule {
    id: "unverified-link",
    family: Family::UnverifiedLink,
    level: Level::Warning,
    source: include_str!("unverified_link.rs"),
    run: Run::Positions(run),
};

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    for (id, holds) in context.reasoning.groups() {
        if let Some(standing) = fires(context, id, holds) {
            let denied = context.reasoning.against(id).next().is_some();
            let roots: Vec<PartyId> = taking_part(context, id, holds).map(|hold| hold.root).collect();
            findings.push(
                Sketch::new(rule, roots, move || finding(rule, context, id, holds, &standing))
                    .about(id)
                    .level(if denied { rule.level } else { Level::Note }),
            );
        }
    }
}

/// How far a link is borne out that somebody asserts, suggests or leaves open in so many words; nothing where it is
/// no link, nobody does, or it is verified.
pub(super) fn fires(context: &Context<'_>, id: PropositionId, holds: &[Hold]) -> Option<Standing> {
    let reasoning = context.reasoning;
    let proposition = reasoning.propositions.get(id);
    let raised = |hold: &Hold| {
        hold.stated() && matches!(hold.stance, Stance::Asserts | Stance::Suggests | Stance::LeavesOpen)
    };
    if !reasoning.ledger.vocabulary.get(proposition.predicate).link || !holds.iter().any(raised) {
        return None;
    }
    Some(context.stakes.standing(reasoning, id)).filter(|standing| !standing.verified)
}

/// Who says so or leaves it open in so many words, and who denies it, by definition too.
fn taking_part<'r>(
    context: &'r Context<'_>,
    id: PropositionId,
    holds: &'r [Hold],
) -> impl Iterator<Item = &'r Hold> {
    let said = holds.iter().filter(|hold| hold.sign() != Sign::Minus && hold.stated());
    said.chain(context.reasoning.against(id))
}

fn finding(
    rule: &Rule,
    context: &Context<'_>,
    id: PropositionId,
    holds: &[Hold],
    standing: &Standing,
) -> Finding {
    let reasoning = context.reasoning;
    let all: Vec<&Hold> = taking_part(context, id, holds).collect();
    let sides = compose::sides(reasoning, Some(id), &all);
    let mut message = missing(context, standing);
    let asserting: Vec<&Hold> =
        holds.iter().filter(|hold| hold.stated() && hold.stance == Stance::Asserts).collect();
    if single_source::one_unnamed_origin(context, &asserting) {
        message.push_str(" All who assert it are unnamed, and they are one origin.");
    }
    let mut finding = compose::about(rule, reasoning, id, sides, &message);
    finding.help = Some(
        "find somebody without a stake in it who says so from knowledge of their own, or evidence".to_owned(),
    );
    finding
}

/// Who says so, and what is missing.
fn missing(context: &Context<'_>, standing: &Standing) -> String {
    let ledger = context.reasoning.ledger;
    let names = |roots: &BTreeSet<PartyId>| {
        words::parties(ledger, &compose::sorted_roots(ledger, roots.iter().copied()))
    };
    let needed = ledger.settings.verify_origins;
    let mut parts = Vec::new();
    if standing.origins.is_empty() {
        parts.push("Nobody without a stake in it has verified it".to_owned());
    } else {
        parts.push(format!(
            "Of {needed} disinterested origins needed it has {}: {}",
            standing.independent(),
            names(&standing.origins.iter().flatten().copied().collect())
        ));
    }
    if !standing.interested.is_empty() {
        let has = if standing.interested.len() == 1 { "has" } else { "have" };
        parts.push(format!("{} {has} a stake in it", names(&standing.interested)));
    }
    if !standing.against.is_empty() {
        let says = words::verb(standing.against.len(), "say");
        parts.push(format!(
            "{}, without a stake in it, {says} it is not so, or unlikely",
            names(&standing.against)
        ));
    }
    format!("{}.", parts.join("; "))
}
