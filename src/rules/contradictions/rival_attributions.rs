//! Parties name different people as having carried out the same event.
//!
//! # What it says
//!
//! Two roots say who carried out an event, and their answers share nobody. Nor is anybody named by
//! the one related to anybody named by the other: as part and whole on record, or as a member of,
//! or acting for, the other by the word of either of the two. A description such as "armed groups
//! of the coast" is nobody's rival.
//!
//! It is a note, and counts as no contradiction, for those named may have acted together. Where
//! anybody denies that one of them did it, or one of the two names the other, it is a warning. If every party names itself, the
//! finding says that the claims of responsibility are competing or joint.
//!
//! # Why it matters
//!
//! Two accusations that never mention each other look like two facts. Set side by side they are one
//! open question.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - {id: norland, kind: state}
//!   - {id: estia, kind: state}
//!   - {id: front, kind: armed-group}
//!   - {id: red-lantern, kind: armed-group}
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     asserts:
//!       - carried-out(front, quay-fire)
//!   - id: b
//!     by: estia
//!     date: 2031-05-03
//!     asserts:
//!       - carried-out(red-lantern, quay-fire)
//! ```
//!
//! # An example that does not
//!
//! Norland also says that the one group acts for the other: the two answers are related.
//!
//! ```yaml
//! parties:
//!   - {id: norland, kind: state}
//!   - {id: estia, kind: state}
//!   - {id: front, kind: armed-group}
//!   - {id: red-lantern, kind: armed-group}
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     asserts:
//!       - carried-out(front, quay-fire)
//!   - id: b
//!     by: estia
//!     date: 2031-05-03
//!     asserts:
//!       - carried-out(red-lantern, quay-fire)
//!   - id: c
//!     by: norland
//!     date: 2031-05-04
//!     asserts:
//!       - acts-for(red-lantern, front)
//! ```
//!
//! # What to do
//!
//! Do not print one name as settled. Ask each party whether it rules out the other's answer. See
//! whether a claim of responsibility is for this event or for another of the same day. If the two
//! are related, record who says so.

use std::collections::{BTreeMap, BTreeSet};

use super::clash::{self, Clash};
use super::related::Related;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::proposition::{Argument, Proposition};
use crate::ledger::model::stance::Sign;
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::reason::position::Hold;
use crate::reason::values;
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::rules::{Context, Rule, Run, Sketch, compose, saying};

/// The rule.
pub const RULE: Rule = Rule {
    id: "rival-attributions",
    family: Family::Contradiction,
    level: Level::Warning,
    tells: Tells::Rivals,
    source: include_str!("rival_attributions.rs"),
    run: Run::Positions(run),
};

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    let reasoning = context.reasoning;
    let ledger = reasoning.ledger;
    // Kept by the proposition with `?` in the place of who did it.
    let mut attributions: BTreeMap<Proposition, Vec<PropositionId>> = BTreeMap::new();
    for (id, holds) in reasoning.groups() {
        let proposition = reasoning.propositions.get(id);
        let predicate = ledger.vocabulary.get(proposition.predicate);
        let Some(at) = predicate.rival else { continue };
        let Some(filler) = predicate.party(&proposition, at) else { continue };
        let said = |hold: &Hold| hold.sign() == Sign::Plus && (hold.stated() || !hold.by_definition());
        if !ledger.is_class(filler) && holds.iter().any(said) {
            attributions.entry(proposition.with(at, Argument::UNKNOWN)).or_default().push(id);
        }
    }
    let related = Related::new(context);
    for (pattern, ids) in attributions {
        let at = ledger.vocabulary.get(pattern.predicate).rival.unwrap_or(0);
        let predicate = ledger.vocabulary.get(pattern.predicate);
        let filler = |hold: &Hold| predicate.party(&reasoning.propositions.get(hold.proposition), at);
        let holds: Vec<&Hold> = ids
            .iter()
            .flat_map(|id| reasoning.on(*id))
            .filter(|hold| hold.sign() == Sign::Plus && (hold.stated() || !hold.by_definition()))
            .collect();
        // Where a root has named somebody itself, what others say that it said is left out.
        let heard = |hold: &Hold| !reasoning.position(hold.base).hearsay;
        let first_hand: BTreeSet<PartyId> =
            holds.iter().filter(|hold| heard(hold)).map(|hold| hold.root).collect();
        let holds: Vec<&Hold> =
            holds.into_iter().filter(|hold| heard(hold) || !first_hand.contains(&hold.root)).collect();
        let mut fillers: BTreeMap<PartyId, BTreeSet<PartyId>> = BTreeMap::new();
        for hold in &holds {
            fillers.entry(hold.root).or_default().extend(filler(hold));
        }
        let strangers = |a: PartyId, b: PartyId| {
            let (one, other) = (&fillers[&a], &fillers[&b]);
            one.iter().all(|x| other.iter().all(|y| x != y && !related.either(ledger, a, b, *x, *y)))
        };
        let rivals = |a: &Hold, b: &Hold| (a.stated() || b.stated()) && strangers(a.root, b.root);
        let Some(clash) = clash::between(reasoning, &context.reconciled, pattern, &holds, &holds, rivals)
        else {
            continue;
        };
        let denied = clash.holds.iter().any(|hold| reasoning.against(hold.proposition).next().is_some());
        let each = each_names(ledger, &clash, &fillers, strangers);
        let reconciled = clash.reconciled.clone();
        let roots = compose::roots(&clash.holds);
        let rests_on = clash.holds.clone();
        let attribution = Attribution { pattern, at, fillers, clash };
        findings.push(
            Sketch::new(rule, roots, move || finding(rule, context, attribution, denied, each))
                .about(pattern)
                .resting_on(reasoning, &rests_on)
                .level(if denied || each { rule.level } else { Level::Note })
                .reconciled(reconciled),
        );
    }
}

/// True when a root that takes part names another that does, or its part or whole, and the two are `strangers`.
fn each_names(
    ledger: &Ledger,
    clash: &Clash<'_>,
    fillers: &BTreeMap<PartyId, BTreeSet<PartyId>>,
    strangers: impl Fn(PartyId, PartyId) -> bool,
) -> bool {
    let roots: FxHashSet<PartyId> = clash.holds.iter().map(|hold| hold.root).collect();
    let mut below: FxHashMap<PartyId, Vec<PartyId>> = FxHashMap::default();
    for root in &roots {
        for whole in ledger.upwards(*root) {
            below.entry(whole).or_default().push(*root);
        }
    }
    let named_by = |a: &PartyId, filler: &PartyId| {
        let wholes = ledger.upwards(*filler);
        let parts = below.get(filler).into_iter().flatten();
        let mut near = wholes.iter().filter(|whole| roots.contains(whole)).chain(parts);
        near.any(|b| b != a && strangers(*a, *b))
    };
    roots.iter().any(|a| fillers[a].iter().any(|filler| named_by(a, filler)))
}

/// The sentence on who denies the attributions: the named parties that deny it of themselves, or else those that deny
/// it of them.
fn who_denies(reasoning: &Reasoning<'_>, holds: &[&Hold], pattern: &Proposition, at: usize) -> String {
    let ledger = reasoning.ledger;
    let (mut own, mut others) = (BTreeSet::new(), BTreeSet::new());
    for hold in holds {
        let said = reasoning.propositions.get(hold.proposition);
        let Some(filler) = ledger.vocabulary.get(said.predicate).party(&said, at) else { continue };
        for minus in reasoning.against(hold.proposition) {
            let itself = values::related(ledger, filler, minus.root);
            if itself { &mut own } else { &mut others }.insert(minus.root);
        }
    }
    let denying =
        compose::sorted_roots(ledger, if own.is_empty() { others } else { own.clone() }.into_iter());
    let number = words::parties_number(ledger, &denying);
    let doing = ledger.vocabulary.get(pattern.predicate).act.doing.as_deref();
    let of_whom = if own.is_empty() { "it of one of them" } else { doing.unwrap_or("it") };
    words::capital(&format!("{} {} {of_whom}", words::parties(ledger, &denying), words::verb(number, "deny")))
}

/// A deed that several parties are said to have done.
struct Attribution<'r> {
    /// The proposition with `?` in the place of who did it.
    pattern: Proposition,
    /// The index of that argument.
    at: usize,
    /// The parties that each root names.
    fillers: BTreeMap<PartyId, BTreeSet<PartyId>>,
    clash: Clash<'r>,
}

fn finding(
    rule: &'static Rule,
    context: &Context<'_>,
    attribution: Attribution<'_>,
    denied: bool,
    each: bool,
) -> Finding {
    let reasoning = context.reasoning;
    let ledger = reasoning.ledger;
    let Attribution { pattern, at, fillers, clash } = attribution;
    let mut sides = compose::sides(reasoning, None, &clash.holds);
    for side in &mut sides {
        let names: Vec<PartyId> = compose::sorted_roots(ledger, fillers[&side.root].iter().copied());
        saying::name(ledger, side, &names);
    }
    let all_claim = sides.iter().all(|side| fillers[&side.root].contains(&side.root));
    let roots: Vec<PartyId> = sides.iter().map(|side| side.root).collect();
    let names = words::capital(&words::parties(ledger, &roots));
    let message = if all_claim {
        let claims = ledger.vocabulary.get(pattern.predicate).act.claims.as_deref().unwrap_or("claims");
        format!("{names} each claim it: competing {claims}, or joint ones.")
    } else if each && roots.len() == 2 {
        format!("{names} name different parties. Each names the other.")
    } else if each {
        format!("{names} name different parties, and one that is named names another.")
    } else if denied {
        format!("{names} name different parties. {}.", who_denies(reasoning, &clash.holds, &pattern, at))
    } else {
        let accused: BTreeSet<&PartyId> = roots.iter().flat_map(|root| &fillers[root]).collect();
        let any = if accused.len() > 2 { "any of this" } else { "either" };
        format!("{names} name different parties. Nobody denies {any}, and they may have acted together.")
    };
    let sentence = words::sentence_with(ledger, &pattern, None, Sign::Plus, Some((at, "who")));
    let question = sentence.clone();
    let finding = Finding { question, ..compose::finding(rule, sentence, message) };
    compose::with_sides(reasoning, finding, sides)
}
