//! Two or more parties, each on its own word, say the same.
//!
//! # What it says
//!
//! Parties with different roots hold the same side of one proposition: all say it is so, or all say
//! it is not. It counts whether they say it in so many words or by definition: "no involvement" and
//! "did not carry it out" agree that it was not carried out. A hedge agrees with a certainty.
//!
//! With values, the narrowest within which the words of two or more parties lie is what is agreed: of
//! at least 25, at least 30 and 34, at least 30; looser words that fit are told beside it. Who holds
//! the other side as well, be it by another voice or by asserting the opposite, takes no part, and
//! that nothing happened agrees with nobody about who did it. What is counted is independent
//! origins, not outlets. If the parties contradict one another elsewhere on the same event, the
//! finding says that opponents agree.
//!
//! # Why it matters
//!
//! What opponents both say is the firmest thing on file. But many voices with one origin are one
//! voice, and are reported as circular reporting instead.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - {id: norland, kind: state}
//!   - {id: sudria, kind: state}
//!   - {id: front, kind: armed-group}
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     asserts:
//!       - carried-out(front, quay-fire)
//!   - id: b
//!     by: sudria
//!     date: 2031-05-03
//!     asserts:
//!       - carried-out(front, quay-fire)
//! ```
//!
//! # An example that does not
//!
//! The second speaks on the word of the first, so there is one origin.
//!
//! ```yaml
//! parties:
//!   - {id: norland, kind: state}
//!   - {id: sudria, kind: state}
//!   - {id: front, kind: armed-group}
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     asserts:
//!       - carried-out(front, quay-fire)
//!   - id: b
//!     by: sudria
//!     date: 2031-05-03
//!     citing:
//!       - norland
//!     asserts:
//!       - carried-out(front, quay-fire)
//! ```
//!
//! # What to do
//!
//! Nothing has to be done. Before you write "all sides say", look at who is missing, and at what
//! exactly is agreed. Agreement is not proof: see how the link stands.

use std::collections::{BTreeMap, BTreeSet};

use super::saying::{alike, apart, fitting};
use super::two_minded::two_minded;
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::stance::Sign;
use crate::ledger::model::value::Value;
use crate::ledger::words;
use crate::reason::position::{Hold, PositionId};
use crate::reason::{Reasoning, origins, standing, values};
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::rules::{Context, Rule, Run, Sketch, compose};

/// The rule.
pub const RULE: Rule = Rule {
    id: "agreement",
    family: Family::Agreement,
    level: Level::Note,
    tells: Tells::Message,
    source: include_str!("agreement.rs"),
    run: Run::Positions(run),
};

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    for agreed in context.agreed().iter().filter(|agreed| agreed.origins > 1) {
        let on = context.reasoning.propositions.get(agreed.id);
        let roots = compose::roots(&agreed.holds);
        findings.push(Sketch::new(rule, roots, move || finding(rule, context, agreed)).about(on));
    }
}

/// A proposition of which several roots say the same.
pub(crate) struct Agreed<'r> {
    /// The proposition.
    pub id: PropositionId,
    /// Plus or minus.
    pub sign: Sign,
    /// The value agreed: the narrowest within which the words of two roots or more lie; none where there are no values.
    pub value: Option<Value>,
    /// The holds that take part.
    pub holds: Vec<&'r Hold>,
    /// The looser holds of other roots, which fit.
    pub fits: Vec<&'r Hold>,
    /// The number of independent origins of their statements.
    pub origins: usize,
}

/// All agreements of two roots or more, whatever their origins. A root that holds the other side as well takes no part,
/// nor do disputed words and unknown speakers; and a denial that anything happened says nothing about who did it.
pub(crate) fn agreed<'r>(reasoning: &'r Reasoning<'r>) -> Vec<Agreed<'r>> {
    let unknown = reasoning.ledger.unknown();
    let opposites = reasoning.ledger.vocabulary.all_opposites();
    let mut found = Vec::new();
    for (id, holds) in reasoning.groups() {
        for sign in [Sign::Plus, Sign::Minus] {
            let own = |hold: &&Hold| hold.sign() == sign;
            let stated = |hold: &Hold| hold.stated() && !reasoning.position(hold.base).tacit;
            if !holds.iter().filter(own).any(stated) {
                continue;
            }
            let counts = |hold: &&Hold| !reasoning.position(hold.base).disputed && Some(hold.root) != unknown;
            let mut alike: Vec<&Hold> = match sign {
                Sign::Minus => reasoning.denying_deed(id).filter(counts).collect(),
                _ => holds.iter().filter(own).filter(counts).collect(),
            };
            if alike.iter().all(|hold| hold.root == alike[0].root) {
                continue;
            }
            let torn = two_minded(reasoning, &opposites, id);
            alike.retain(|hold| !torn.contains(&hold.root));
            for (value, mut group, alike) in by_scope(&alike).into_iter().flat_map(|alike| {
                let groups = narrowest(reasoning, &alike);
                groups.into_iter().map(move |(value, group)| (value, group, alike.clone()))
            }) {
                fewest(&mut group);
                let roots: BTreeSet<PartyId> = group.iter().map(|hold| hold.root).collect();
                if roots.len() < 2 || !group.iter().any(|hold| hold.proposition == id && stated(hold)) {
                    continue;
                }
                let statements: BTreeSet<_> =
                    group.iter().map(|hold| reasoning.first_report(hold.base)).collect();
                if statements.len() < 2 {
                    continue;
                }
                let origins: Vec<_> =
                    statements.iter().map(|statement| reasoning.origins(*statement)).collect();
                let origins = origins::independent(&origins);
                let fits = looser(reasoning.ledger, &alike, value, &roots);
                found.push(Agreed { id, sign, value, holds: group, fits, origins });
            }
        }
    }
    found
}

/// The holds grouped by the scope of their figures.
fn by_scope<'r>(holds: &[&'r Hold]) -> Vec<Vec<&'r Hold>> {
    let mut by: BTreeMap<u32, Vec<&Hold>> = BTreeMap::new();
    for hold in holds {
        by.entry(hold.scope).or_default().push(hold);
    }
    by.into_values().collect()
}

/// The holds grouped by the narrowest values within which those of two roots or more lie; one group where there are no
/// values. Of denials the values that they leave are compared: the denial of more leaves less.
fn narrowest<'r>(reasoning: &Reasoning<'_>, holds: &[&'r Hold]) -> Vec<(Option<Value>, Vec<&'r Hold>)> {
    let known: BTreeSet<Value> = holds.iter().filter_map(|hold| hold.value(reasoning.ledger)).collect();
    if known.is_empty() {
        return vec![(None, holds.to_vec())];
    }
    let within = |outer: Value, inner: Value| lies_within(reasoning.ledger, holds[0].sign(), outer, inner);
    // One hold stands for all of its set, since the set as a whole rules a value out.
    let mut lists: BTreeMap<usize, &Hold> = BTreeMap::new();
    for hold in holds {
        if let Some(list) = reasoning.listed(hold) {
            lists.entry(list).or_insert(hold);
        }
    }
    let mut groups: Vec<(Value, Vec<&'r Hold>)> = known
        .iter()
        .map(|outer| {
            let against = lists.values().filter(|hold| reasoning.rules_out(hold, *outer));
            let against: BTreeSet<PartyId> = against.map(|hold| hold.root).collect();
            let inside = holds
                .iter()
                .filter(|hold| hold.value(reasoning.ledger).is_some_and(|inner| within(*outer, inner)));
            (*outer, inside.filter(|hold| !against.contains(&hold.root)).copied().collect::<Vec<&Hold>>())
        })
        .filter(|(_, inside)| inside.iter().any(|hold| hold.root != inside[0].root))
        .collect();
    let agreed: Vec<Value> = groups.iter().map(|(value, _)| *value).collect();
    groups.retain(|(value, _)| {
        !agreed.iter().any(|other| {
            let inside = other != value && within(*value, *other);
            inside && (!within(*other, *value) || other < value)
        })
    });
    groups.into_iter().map(|(value, holds)| (Some(value), holds)).collect()
}

/// True when what `inner` leaves lies within what `outer` leaves.
fn lies_within(ledger: &Ledger, sign: Sign, outer: Value, inner: Value) -> bool {
    match sign {
        Sign::Minus => values::contains(ledger, inner, outer),
        _ => values::contains(ledger, outer, inner),
    }
}

/// Keeps, of the holds that follow from one position, those that need the fewest further positions.
fn fewest(holds: &mut Vec<&Hold>) {
    let mut known: BTreeMap<PositionId, usize> = BTreeMap::new();
    for hold in holds.iter() {
        let least = known.entry(hold.base).or_insert(usize::MAX);
        *least = hold.needs().min(*least);
    }
    holds.retain(|hold| hold.needs() == known[&hold.base]);
}

/// The holds of other roots whose looser values contain the agreed one; empty where no value is agreed.
fn looser<'r>(
    ledger: &Ledger,
    holds: &[&'r Hold],
    agreed: Option<Value>,
    roots: &BTreeSet<PartyId>,
) -> Vec<&'r Hold> {
    let Some(agreed) = agreed else { return Vec::new() };
    let fits = |hold: &&&Hold| {
        let looser = hold.value(ledger).is_some_and(|outer| lies_within(ledger, hold.sign(), outer, agreed));
        looser && !roots.contains(&hold.root)
    };
    holds.iter().filter(fits).copied().collect()
}

/// The finding on an agreement, under the rule that reports it.
pub(crate) fn finding(rule: &'static Rule, context: &Context<'_>, agreed: &Agreed<'_>) -> Finding {
    let reasoning = context.reasoning;
    let ledger = reasoning.ledger;
    let proposition = reasoning.propositions.get(agreed.id);
    let sides = compose::agreeing(ledger, compose::sides(reasoning, Some(agreed.id), &agreed.holds));
    let roots: Vec<PartyId> = sides.iter().map(|side| side.root).collect();
    let sentence = words::sentence(ledger, &proposition, agreed.value, agreed.sign);
    let mut beyond = format!("{}.", apart(agreed.origins, roots.len()));
    beyond.push_str(&fitting(reasoning, &agreed.fits));
    let own = agreed.holds.iter().filter(|hold| !reasoning.position(hold.base).hearsay);
    let own: BTreeSet<PartyId> = own.map(|hold| hold.root).collect();
    let own: Vec<PartyId> = roots.iter().copied().filter(|root| own.contains(root)).collect();
    if standing::events(reasoning, &proposition).iter().any(|event| context.opposed_on(*event, &own)) {
        beyond.push_str(" Opponents agree: elsewhere on the same event they contradict each other.");
    }
    let message = format!("{} {beyond}", alike(ledger, agreed, &sides, &sentence));
    let mut finding = compose::about(rule, reasoning, agreed.id, sides, &message);
    finding.beyond = Some(beyond);
    finding.question = format!("whether {sentence}");
    finding.reading = sentence;
    finding
}
