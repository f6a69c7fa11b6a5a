//! Two or more parties say the same of their own aims or judgement.
//!
//! # What it says
//!
//! Some propositions are about the speaker: what it condemns, justifies, seeks, calls for, rejects,
//! intends or will do. Two parties that both say "we seek no wider war" speak of two different
//! things, each of its own aim. So they do not agree on a fact; they share a position, and the
//! finding is written with "self" in the place of the party.
//!
//! It fires where two or more roots hold the same side of the same attitude of their own, on the
//! same event or topic. What one party says of another party's aims does not count.
//!
//! # Why it matters
//!
//! It shows common ground between opponents, and keeps statements of will apart from statements of
//! fact. That all condemn an attack says nothing about who made it.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties: [{id: norland, kind: state}, {id: sudria, kind: state}]
//! topics: [{id: wider-war}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     denies:
//!       - seeks(self, wider-war)
//!   - id: b
//!     by: sudria
//!     date: 2031-05-03
//!     denies:
//!       - seeks(self, wider-war)
//! ```
//!
//! # An example that does not
//!
//! Sudria says that it does seek one. That is no contradiction either, for each speaks of itself.
//!
//! ```yaml
//! parties: [{id: norland, kind: state}, {id: sudria, kind: state}]
//! topics: [{id: wider-war}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     denies:
//!       - seeks(self, wider-war)
//!   - id: b
//!     by: sudria
//!     date: 2031-05-03
//!     asserts:
//!       - seeks(self, wider-war)
//! ```
//!
//! # What to do
//!
//! Nothing has to be done. Report it as what the parties say that they want, not as what they will
//! do. If only one of several voices of a party says so, see whether its position is split.

use std::collections::{BTreeMap, BTreeSet};

use super::two_minded::two_minded;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::proposition::{Argument, ArgumentKind, Proposition};
use crate::ledger::model::stance::Sign;
use crate::ledger::words;
use crate::reason::position::Hold;
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::rules::{Context, Rule, Run, Sketch, compose};

/// The rule.
pub const RULE: Rule = Rule {
    id: "shared-position",
    family: Family::Agreement,
    level: Level::Note,
    tells: Tells::Message,
    source: include_str!("shared_position.rs"),
    run: Run::Positions(run),
};

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    let reasoning = context.reasoning;
    let ledger = reasoning.ledger;
    let opposites = ledger.vocabulary.all_opposites();
    // Kept by the proposition with `self` in the place of the holder, and by sign.
    let mut shared: BTreeMap<(Proposition, Sign), Vec<&Hold>> = BTreeMap::new();
    for (id, holds) in reasoning.groups() {
        let proposition = reasoning.propositions.get(id);
        let predicate = ledger.vocabulary.get(proposition.predicate);
        let Some(at) = predicate.place_of(ArgumentKind::Party).filter(|_| predicate.attitude) else {
            continue;
        };
        let unknown = ledger.unknown();
        let torn = two_minded(reasoning, &opposites, id);
        let counts = |hold: &&Hold| {
            let disputed = reasoning.position(hold.base).disputed;
            !disputed && Some(hold.root) != unknown && !torn.contains(&hold.root)
        };
        for hold in holds.iter().filter(|hold| hold.sign() != Sign::None).filter(counts) {
            if proposition.arguments[at] == hold.root.into() {
                let own = proposition.with(at, Argument::SPEAKER);
                shared.entry((own, hold.sign())).or_default().push(hold);
            }
        }
    }
    for ((own, sign), holds) in shared {
        let roots: BTreeSet<PartyId> = holds.iter().map(|hold| hold.root).collect();
        let words: BTreeSet<_> = holds.iter().map(|hold| reasoning.first_report(hold.base)).collect();
        if roots.len() < 2 || words.len() < 2 {
            continue;
        }
        findings.push(Sketch::new(rule, roots, move || finding(rule, context, own, sign, &holds)).about(own));
    }
}

/// What an agreement on attitudes is.
const SHARED: &str = "It is a position shared, not a fact agreed.";

fn finding(
    rule: &'static Rule,
    context: &Context<'_>,
    own: Proposition,
    sign: Sign,
    holds: &[&Hold],
) -> Finding {
    let reasoning = context.reasoning;
    let ledger = reasoning.ledger;
    let predicate = ledger.vocabulary.get(own.predicate);
    let at = predicate.place_of(ArgumentKind::Party).unwrap_or(0);
    let sides = compose::agreeing(ledger, compose::sides(reasoning, None, holds));
    let roots: Vec<PartyId> = sides.iter().map(|side| side.root).collect();
    // "Each of them does not" would be read as "not each of them does".
    let each = match (sign, roots.len()) {
        (Sign::Minus, 2) => "neither of them",
        (Sign::Minus, _) => "none of them",
        _ => "each of them",
    };
    let sentence = words::sentence_with(ledger, &own, None, Sign::Plus, Some((at, each)));
    let message = format!(
        "{} say the same of themselves: {sentence}. {SHARED}",
        words::capital(&words::parties(ledger, &roots))
    );
    let finding = Finding { beyond: Some(SHARED.to_owned()), ..compose::finding(rule, sentence, message) };
    compose::with_sides(reasoning, finding, sides)
}
