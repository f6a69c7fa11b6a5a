//! Two parties each say something that excludes what the other says.
//!
//! # What it says
//!
//! Some propositions are opposites: what is deliberate is not accidental. Where one root holds the
//! one and another root holds its opposite, in so many words or by definition, the two claims are
//! incompatible, although neither party has denied a word of the other's. The finding bears the one
//! of the two that comes first in the alphabet.
//!
//! A store may declare more opposites among its own predicates.
//!
//! # Why it matters
//!
//! Parties often answer an account with another account and not with a denial. Read one by one, the
//! statements do not seem to touch.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties: [{id: norland, kind: state}, {id: sudria, kind: state}]
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     asserts:
//!       - deliberate(quay-fire)
//!   - id: b
//!     by: sudria
//!     date: 2031-05-03
//!     asserts:
//!       - accidental(quay-fire)
//! ```
//!
//! # An example that does not
//!
//! Sudria denies that it was an accident. Denying one of two opposites does not claim the other.
//!
//! ```yaml
//! parties: [{id: norland, kind: state}, {id: sudria, kind: state}]
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     asserts:
//!       - deliberate(quay-fire)
//!   - id: b
//!     by: sudria
//!     date: 2031-05-03
//!     denies:
//!       - accidental(quay-fire)
//! ```
//!
//! # What to do
//!
//! Print both accounts side by side, as accounts. Ask each party about the other's: an express
//! denial makes it a direct contradiction. See whether both speak of the same event, and of the
//! same part of it.

use std::collections::BTreeMap;

use super::clash;
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::Sign;
use crate::ledger::words::{self, Number};
use crate::reason::position::Hold;
use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Context, Rule, Run, Sketch, compose};

/// The rule.
pub const RULE: Rule = Rule {
    id: "incompatible-claims",
    family: Family::Contradiction,
    level: Level::Warning,
    tells: Tells::Opposites,
    source: include_str!("incompatible_claims.rs"),
    run: Run::Positions(run),
};

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    let reasoning = context.reasoning;
    let ledger = reasoning.ledger;
    let plus = |holds: &'_ [Hold]| holds.iter().any(|hold| hold.sign() == Sign::Plus);
    // Pairs are kept by canonical text, so that each is reported at the proposition that sorts first.
    let mut pairs = BTreeMap::new();
    let opposites = ledger.vocabulary.all_opposites();
    for (id, holds) in reasoning.groups() {
        let proposition = reasoning.propositions.get(id);
        let opposites = &opposites[proposition.predicate.index()];
        if opposites.is_empty() || !plus(holds) {
            continue;
        }
        for other in opposites {
            let opposite = Proposition { predicate: *other, ..proposition };
            debug_assert!(ledger.vocabulary.get(*other).arguments.len() >= opposite.arguments().len());
            let Some(opposite) = reasoning.propositions.find(&opposite) else { continue };
            let (one, two) = (
                words::canonical(ledger, &proposition),
                words::canonical(ledger, &reasoning.propositions.get(opposite)),
            );
            if one < two {
                pairs.insert((one, two), (id, opposite, holds));
            }
        }
    }
    for (id, opposite, holds) in pairs.into_values() {
        let on = reasoning.propositions.get(id);
        let of = |holds: &'_ [Hold]| {
            holds.iter().filter(|hold| hold.sign() == Sign::Plus).copied().collect::<Vec<_>>()
        };
        let (one, two) = (of(holds), of(reasoning.on(opposite)));
        let (left, right): (Vec<&Hold>, Vec<&Hold>) = (one.iter().collect(), two.iter().collect());
        let stated = |a: &Hold, b: &Hold| a.stated() || b.stated();
        let Some(clash) = clash::between(reasoning, &context.reconciled, on, &left, &right, stated) else {
            continue;
        };
        let mut sides = Vec::new();
        for proposition in [id, opposite] {
            let holds: Vec<&Hold> =
                clash.holds.iter().filter(|hold| hold.proposition == proposition).copied().collect();
            for mut side in compose::sides(reasoning, Some(proposition), &holds) {
                if !side.derived {
                    let said = reasoning.propositions.get(proposition);
                    let says = |number| words::says(ledger, number, side.stance, &said, None);
                    let (one, many) = (says(words::party_number(ledger, side.root)), says(Number::Many));
                    (side.says, side.say) = (one, many);
                }
                sides.push(side);
            }
        }
        let sentence = |id| words::sentence(ledger, &reasoning.propositions.get(id), None, Sign::Plus);
        let message = format!("It cannot be both: {}, and {}.", sentence(id), sentence(opposite));
        let mut finding = compose::about(rule, reasoning, id, sides, &message);
        finding.level = compose::level_of_clash(rule, clash.certain);
        finding.reconciled = clash.reconciled;
        findings.push(Sketch::worded(rule, finding));
    }
}
