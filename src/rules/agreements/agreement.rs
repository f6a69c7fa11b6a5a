//! Two or more parties, each on its own word, say the same.
//!
//! # What it says
//!
//! Parties with different roots hold the same side of one proposition: all say it is so, or all say
//! it is not. It counts whether they say it in so many words or by definition: "no involvement" and
//! "did not carry it out" agree that it was not carried out. A hedge agrees with a certainty.
//!
//! With values, the widest that contains the others is what is agreed: at least 25, at least 30 and
//! 34 agree on at least 25. What some of them agree on more narrowly is not reported again. What is
//! counted is independent origins, not outlets. If the parties contradict one another elsewhere on
//! the same event, the finding says that opponents agree.
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
//! exactly is agreed. Agreement is not proof: see whether the link is verified.

use std::collections::BTreeSet;

use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::stance::Sign;
use crate::ledger::model::value::Value;
use crate::ledger::words;
use crate::reason::position::Hold;
use crate::reason::{origins, values, verification};
use crate::rules::finding::{Family, Finding, Level};
use crate::rules::{Context, Rule, Run, Sketch, compose};

/// The rule.
pub const RULE: Rule = Rule {
    id: "agreement",
    family: Family::Agreement,
    level: Level::Note,
    source: include_str!("agreement.rs"),
    run: Run::Positions(run),
};

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    for agreed in agreed(context) {
        if agreed.origins > 1 {
            let id = agreed.id;
            let roots = compose::roots(&agreed.holds);
            findings.push(Sketch::new(rule, roots, move || finding(rule, context, &agreed)).about(id));
        }
    }
}

/// Several roots that say the same.
pub(crate) struct Agreed<'r> {
    /// Of what.
    pub id: PropositionId,
    /// Plus or minus.
    pub sign: Sign,
    /// The widest value, which is what is agreed.
    pub value: Option<Value>,
    /// Who takes part.
    pub holds: Vec<&'r Hold>,
    /// Independent origins of their statements.
    pub origins: usize,
}

/// All that two or more roots say alike, whatever its origins.
pub(crate) fn agreed<'r>(context: &'r Context<'_>) -> Vec<Agreed<'r>> {
    let reasoning = context.reasoning;
    let mut found = Vec::new();
    for (id, holds) in reasoning.groups() {
        for sign in [Sign::Plus, Sign::Minus] {
            let own = |hold: &&Hold| hold.sign() == sign;
            let stated = |hold: &Hold| hold.stated() && !reasoning.position(hold.base).tacit;
            if !holds.iter().filter(own).any(stated) {
                continue;
            }
            let alike: Vec<&Hold> = match sign {
                Sign::Minus => reasoning.against(id).collect(),
                _ => holds.iter().filter(own).collect(),
            };
            for (value, group) in widest(context, &alike) {
                let roots: BTreeSet<PartyId> = group.iter().map(|hold| hold.root).collect();
                if roots.len() < 2 || !group.iter().any(|hold| hold.proposition == id && stated(hold)) {
                    continue;
                }
                let statements: BTreeSet<_> =
                    group.iter().map(|hold| reasoning.position(hold.base).statement).collect();
                let origins: Vec<_> =
                    statements.iter().map(|statement| reasoning.origins(*statement)).collect();
                let origins = origins::independent(&origins);
                found.push(Agreed { id, sign, value, holds: group, origins });
            }
        }
    }
    found
}

/// Holds grouped by the widest value that contains theirs; one group where there are no values.
fn widest<'r>(context: &Context<'_>, holds: &[&'r Hold]) -> Vec<(Option<Value>, Vec<&'r Hold>)> {
    let ledger = context.reasoning.ledger;
    let known: BTreeSet<Value> = holds.iter().filter_map(|hold| hold.value).collect();
    if known.is_empty() {
        return vec![(None, holds.to_vec())];
    }
    // Denying a value commits to what lies outside it: the widest denial denies the least.
    let minus = holds[0].sign() == Sign::Minus;
    let within = |outer: Value, inner: Value| {
        if minus { values::contains(ledger, inner, outer) } else { values::contains(ledger, outer, inner) }
    };
    let mut groups: Vec<(Value, Vec<&'r Hold>, usize)> = known
        .iter()
        .map(|outer| {
            let inside: Vec<&Hold> = holds
                .iter()
                .filter(|hold| hold.value.is_some_and(|inner| within(*outer, inner)))
                .copied()
                .collect();
            let roots: BTreeSet<PartyId> = inside.iter().map(|hold| hold.root).collect();
            (*outer, inside, roots.len())
        })
        .filter(|(.., roots)| *roots > 1)
        .collect();
    let agreed: Vec<Value> = groups.iter().map(|(value, ..)| *value).collect();
    groups.retain(|(value, ..)| {
        !agreed.iter().any(|other| {
            let inside = within(*other, *value);
            inside && (!within(*value, *other) || other < value)
        })
    });
    groups.into_iter().map(|(value, holds, _)| (Some(value), holds)).collect()
}

/// The finding that an agreement makes, for whichever rule reports it.
pub(crate) fn finding(rule: &Rule, context: &Context<'_>, agreed: &Agreed<'_>) -> Finding {
    let reasoning = context.reasoning;
    let ledger = reasoning.ledger;
    let proposition = reasoning.propositions.get(agreed.id);
    let sides = compose::agreeing(compose::sides(reasoning, Some(agreed.id), &agreed.holds));
    let roots: Vec<PartyId> = sides.iter().map(|side| side.root).collect();
    let sentence = words::sentence(ledger, &proposition, agreed.value, agreed.sign);
    let names = words::parties(ledger, &roots);
    let origins = words::counted(agreed.origins, "independent origin", "independent origins");
    let mut message = format!("{names} say the same: {sentence}. On the word of {origins}.");
    if agreed.holds.iter().any(|hold| !hold.stance.certain()) {
        message.push_str(" Not all of them are certain.");
    }
    if verification::events(reasoning, &proposition).iter().any(|event| context.opposed_on(*event, &roots)) {
        message.push_str(" Opponents agree: elsewhere on the same event they contradict each other.");
    }
    let mut finding = compose::about(rule, reasoning, agreed.id, sides, &message);
    finding.question = format!("whether {sentence}");
    finding.reading = sentence;
    finding
}
