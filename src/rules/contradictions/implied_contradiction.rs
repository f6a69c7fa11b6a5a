//! What a party says may be read as saying what another party denies; it has not said so itself.
//!
//! # What it says
//!
//! A store has rules for readings. The one built in is backing-is-involvement: who says that a
//! group was involved, and that a state backs the group, may be read as saying that the state was
//! involved. If one root's own positions satisfy such a rule, and another root denies what follows
//! from it, this finding sets the two against each other. It names the rule and the statements that
//! it rests on.
//!
//! A reading is never a party's word. It agrees with nothing, bears nothing out, and is not used
//! where the party has said the thing outright, or where its parts come from different parties.
//!
//! # Why it matters
//!
//! This is how accusations are made without being made, and how denials answer what nobody said. A
//! text that prints the reading as a quotation puts words into somebody's mouth.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - {id: norland, kind: state}
//!   - {id: vardia, kind: state}
//!   - {id: front, kind: armed-group}
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     asserts:
//!       - involved-in(front, quay-fire)
//!       - backs(vardia, front)
//!   - id: b
//!     by: vardia
//!     date: 2031-05-03
//!     denies:
//!       - involved-in(self, quay-fire)
//! ```
//!
//! # An example that does not
//!
//! Norland says that Vardia acts for the group, not that it backs it: the rule does not apply.
//!
//! ```yaml
//! parties:
//!   - {id: norland, kind: state}
//!   - {id: vardia, kind: state}
//!   - {id: front, kind: armed-group}
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     asserts:
//!       - involved-in(front, quay-fire)
//!       - acts-for(vardia, front)
//!   - id: b
//!     by: vardia
//!     date: 2031-05-03
//!     denies:
//!       - involved-in(self, quay-fire)
//! ```
//!
//! # What to do
//!
//! Write what was said, and that the other denies what it suggests. Ask the first party whether it
//! means it. If you reject the rule, switch it off in the settings of the store, under readings.

use std::collections::BTreeMap;

use super::clash;
use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::reason::position::Hold;
use crate::reason::readings::Reading;
use crate::rules::finding::{Family, Level, Side, Tells};
use crate::rules::{Context, Rule, Run, Sketch, compose};

/// The rule.
pub const RULE: Rule = Rule {
    id: "implied-contradiction",
    family: Family::Contradiction,
    level: Level::Warning,
    tells: Tells::Reading,
    source: include_str!("implied_contradiction.rs"),
    run: Run::Positions(run),
};

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    let reasoning = context.reasoning;
    let mut met: BTreeMap<PropositionId, Vec<(&Reading, Vec<&Hold>)>> = BTreeMap::new();
    for reading in &reasoning.readings {
        for id in denied(reasoning, reading) {
            let minus: Vec<&Hold> = reasoning
                .on(id)
                .iter()
                .filter(|hold| hold.sign() == Sign::Minus && hold.root != reading.root)
                .collect();
            if !minus.is_empty() {
                met.entry(id).or_default().push((reading, minus));
            }
        }
    }
    for (id, readings) in met {
        let on = reasoning.propositions.get(id);
        let mut sides: Vec<Side> = Vec::new();
        let mut minus: Vec<&Hold> = Vec::new();
        let (mut certain, mut reconciled, mut open) = (false, None, false);
        for (reading, against) in &readings {
            let premises: Vec<Hold> = reading
                .premises
                .iter()
                .map(|at| Hold {
                    stance: Stance::of(Sign::Plus, reading.certain),
                    ..reasoning.holds[*at].clone()
                })
                .collect();
            let premises: Vec<&Hold> = premises.iter().collect();
            let Some(clash) =
                clash::between(reasoning, &context.reconciled, on, &premises, against, |_, _| true)
            else {
                continue;
            };
            certain |= clash.certain;
            match clash.reconciled {
                Some(reason) => reconciled = Some(reason),
                None => open = true,
            }
            sides.push(read_as(reasoning, reading, id));
            minus.extend(against);
        }
        sides.extend(compose::sides(reasoning, Some(id), &minus));
        let mut seen = std::collections::BTreeSet::new();
        sides.retain(|side| seen.insert((side.root, side.sign, side.says.clone())));
        let (so, not) = (
            compose::roots_of(reasoning.ledger, &sides, Sign::Plus),
            compose::roots_of(reasoning.ledger, &sides, Sign::Minus),
        );
        let sentence = words::sentence(reasoning.ledger, &reasoning.propositions.get(id), None, Sign::Plus);
        let mut rules: Vec<&str> = readings
            .iter()
            .map(|(reading, _)| reasoning.ledger.vocabulary.rules[reading.rule].id.as_str())
            .collect();
        rules.sort_unstable();
        rules.dedup();
        let number = |sign| {
            let roots: Vec<PartyId> =
                sides.iter().filter(|side| side.sign == sign).map(|side| side.root).collect();
            words::parties_number(reasoning.ledger, &roots)
        };
        let message = format!(
            "{so} may be read as saying that {sentence}, and {not} {say} it is not so. {again} {have} not said so on \
             file: it follows only under the rule {}.",
            words::list(&rules),
            say = words::verb(number(Sign::Minus), "say"),
            have = words::verb(number(Sign::Plus), "have"),
            again = words::capital(&so),
        );
        let mut finding = compose::about(rule, reasoning, id, sides, &message);
        finding.level = compose::level_of_clash(rule, certain);
        finding.reconciled = reconciled.filter(|_| !open);
        findings.push(Sketch::worded(rule, finding));
    }
}

/// The propositions at which a reading meets a denial: what it says, or says by definition; none where the root
/// says so itself in so many words, or says that it is not so.
fn denied(reasoning: &Reasoning<'_>, reading: &Reading) -> Vec<PropositionId> {
    let Some(id) = reasoning.propositions.find(&reading.proposition) else { return Vec::new() };
    let own = |id: PropositionId, sign: Sign| {
        reasoning.on(id).iter().any(|hold| hold.root == reading.root && hold.sign() == sign)
    };
    let mut met: Vec<PropositionId> = std::iter::once(id)
        .chain(reasoning.consequences(id).iter().map(|consequence| consequence.to))
        .collect();
    if let Some(one) = reasoning.one_event.get(&reading.root) {
        // And what says the same of an event that the root holds to be one with this.
        let alike =
            met.iter().flat_map(|id| one.said_alike(reasoning.ledger, reasoning.propositions.get(*id)));
        let known: Vec<PropositionId> = alike.filter_map(|said| reasoning.propositions.find(&said)).collect();
        met.extend(known);
        met.sort();
        met.dedup();
    }
    if met.iter().any(|id| own(*id, Sign::Minus)) {
        return Vec::new();
    }
    met.retain(|id| !own(*id, Sign::Plus));
    met
}

/// The side of a root whose words may be read so.
fn read_as(reasoning: &Reasoning<'_>, reading: &Reading, id: PropositionId) -> Side {
    let ledger = reasoning.ledger;
    let premises: Vec<&Hold> = reading.premises.iter().map(|at| &reasoning.holds[*at]).collect();
    let mut side = compose::side(reasoning, None, &premises);
    let said: Vec<String> = premises
        .iter()
        .map(|hold| {
            let position = reasoning.position(hold.base);
            let proposition = reasoning.propositions.get(position.proposition);
            let number = words::party_number(ledger, position.root);
            words::says(ledger, number, position.stance, &proposition, position.value)
        })
        .collect();
    side.stance = Stance::of(Sign::Plus, reading.certain);
    side.derived = true;
    side.act = None;
    side.says = format!("may be read as saying so: {}", words::list(&said));
    side.say.clone_from(&side.says);
    side.read = true;
    side.way = premises.iter().flat_map(|hold| compose::way(reasoning, hold)).collect();
    let sentence = words::sentence(ledger, &reasoning.propositions.get(id), None, Sign::Plus);
    side.way.push(format!("so, under the rule {}: {sentence}", ledger.vocabulary.rules[reading.rule].id));
    side
}
