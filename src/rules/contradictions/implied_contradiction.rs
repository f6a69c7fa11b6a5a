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
//! Who denies any part in a whole of which an event is a part (a night of raids, and one raid) may be
//! read as denying its part in that event. Where somebody is accused of it and has not spoken of it in so
//! many words, the two are set against each other here, and the accusation counts as answered.
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

use std::collections::{BTreeMap, BTreeSet};

use super::clash;
use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::reason::position::Hold;
use crate::reason::readings::Reading;
use crate::reason::state::accusation::Accusation;
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

/// Words that imply a proposition, and the holds that deny it.
struct Meeting<'r> {
    /// The holds that imply it, with plus.
    premises: Vec<Hold>,
    against: Vec<&'r Hold>,
    /// The reading by which it follows; none where it is said, and denied of a whole of which its event is a part.
    reading: Option<&'r Reading>,
}

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    let reasoning = context.reasoning;
    let mut met: BTreeMap<PropositionId, Vec<Meeting<'_>>> = BTreeMap::new();
    for reading in &reasoning.readings {
        for id in denied(reasoning, reading) {
            let against: Vec<&Hold> =
                reasoning.denying(id).filter(|hold| hold.root != reading.root).collect();
            if !against.is_empty() {
                let stance = Stance::of(Sign::Plus, reading.certain);
                let premises = reading.premises.iter().map(|at| Hold { stance, ..reasoning.holds[*at] });
                let premises = premises.collect();
                met.entry(id).or_default().push(Meeting { premises, against, reading: Some(reading) });
            }
        }
    }
    for found in context.accusations().iter().filter(|found| !found.of_description) {
        let of_whole = |hold: &&Hold| hold.root == found.root;
        let against: Vec<&Hold> = reasoning.denying_whole(found.id).filter(of_whole).collect();
        if !against.is_empty() && !speaks_to_it(reasoning, found) {
            let premises = found.accusing.iter().map(|hold| **hold).collect();
            met.entry(found.id).or_default().push(Meeting { premises, against, reading: None });
        }
    }
    findings.extend(met.into_iter().map(|(id, meetings)| sketch(rule, context, id, &meetings)));
}

/// True when the accused holds or denies the accusation itself, by definition too.
fn speaks_to_it(reasoning: &Reasoning<'_>, found: &Accusation<'_>) -> bool {
    let holds = reasoning.on(found.id).iter().filter(|hold| hold.sign() == Sign::Plus);
    holds.chain(reasoning.against(found.id)).any(|hold| hold.root == found.root)
}

fn sketch<'r>(
    rule: &'static Rule,
    context: &Context<'_>,
    id: PropositionId,
    meetings: &[Meeting<'_>],
) -> Sketch<'r> {
    let reasoning = context.reasoning;
    let on = reasoning.propositions.get(id);
    let (mut sides, mut whole): (Vec<Side>, Vec<Side>) = Default::default();
    let mut minus: Vec<&Hold> = Vec::new();
    let (mut certain, mut reconciled, mut open) = (false, None, false);
    let mut message = String::new();
    for meeting in meetings {
        let premises: Vec<&Hold> = meeting.premises.iter().collect();
        let clash =
            clash::between(reasoning, &context.reconciled, on, &premises, &meeting.against, |_, _| true);
        let Some(clash) = clash else { continue };
        certain |= clash.certain;
        match clash.reconciled {
            Some(reason) => reconciled = Some(reason),
            None => open = true,
        }
        if let Some(reading) = meeting.reading {
            sides.push(read_as(reasoning, reading, id));
            minus.extend(&meeting.against);
        } else {
            whole.extend(compose::sides(reasoning, Some(id), &premises));
            whole.extend(of_whole(reasoning, id, &meeting.against));
            message = denies_whole(reasoning, id, &premises, &meeting.against);
        }
    }
    sides.extend(compose::sides(reasoning, Some(id), &minus));
    let mut seen = BTreeSet::new();
    sides.retain(|side| seen.insert((side.root, side.sign, side.says.clone())));
    if !minus.is_empty() {
        let read: Vec<&Reading> = meetings.iter().filter_map(|meeting| meeting.reading).collect();
        message.insert_str(0, &may_be_read(reasoning, id, &read, &sides));
    }
    sides.extend(whole);
    let mut finding = compose::about(rule, reasoning, id, sides, message.trim_end());
    finding.level = compose::level_of_clash(rule, certain);
    finding.reconciled = reconciled.filter(|_| !open);
    Sketch::worded(rule, finding)
}

/// The sentences on whose words may be read so, under which rules, and who denies it.
fn may_be_read(reasoning: &Reasoning<'_>, id: PropositionId, read: &[&Reading], sides: &[Side]) -> String {
    let ledger = reasoning.ledger;
    let mut rules: Vec<&str> =
        read.iter().map(|reading| ledger.vocabulary.rules[reading.rule].id.as_str()).collect();
    rules.sort_unstable();
    rules.dedup();
    let [so, not] = [Sign::Plus, Sign::Minus].map(|sign| compose::roots_of(ledger, sides, sign));
    let sentence = words::sentence(ledger, &reasoning.propositions.get(id), None, Sign::Plus);
    let number = |sign| {
        let roots: Vec<PartyId> =
            sides.iter().filter(|side| side.sign == sign).map(|side| side.root).collect();
        words::parties_number(ledger, &roots)
    };
    format!(
        "{so} may be read as saying that {sentence}, and {not} {say} it is not so. {again} {have} not said so on \
         file: it follows only under the rule {}. ",
        words::list(&rules),
        say = words::verb(number(Sign::Minus), "say"),
        have = words::verb(number(Sign::Plus), "have"),
        again = words::capital(&so),
    )
}

/// The sentences on who denies of a whole event what is said of its part.
fn denies_whole(reasoning: &Reasoning<'_>, id: PropositionId, said: &[&Hold], against: &[&Hold]) -> String {
    let ledger = reasoning.ledger;
    let [so, not] =
        [said, against].map(|holds| compose::sorted_roots(ledger, holds.iter().map(|hold| hold.root)));
    let say = words::verb(words::parties_number(ledger, &so), "say");
    let (so, not) = (words::parties(ledger, &so), words::parties(ledger, &not));
    let sentence = words::sentence(ledger, &reasoning.propositions.get(id), None, Sign::Plus);
    format!(
        "{so} {say} that {sentence}. {not} {denial}, of which this is a part: that may be read as a denial of this too, \
         though not in so many words.",
        not = words::capital(&not),
        denial = what_is_denied(reasoning, against[0]),
    )
}

/// A denial in words: "denies that Sudria was involved in the raids".
fn what_is_denied(reasoning: &Reasoning<'_>, hold: &Hold) -> String {
    let proposition = reasoning.propositions.get(hold.proposition);
    let number = words::parties_number(reasoning.ledger, &[hold.root]);
    words::says(reasoning.ledger, number, hold.stance, &proposition, hold.value(reasoning.ledger))
}

/// The sides of the roots that deny it of the whole event.
fn of_whole(reasoning: &Reasoning<'_>, id: PropositionId, against: &[&Hold]) -> Vec<Side> {
    let mut sides = compose::sides(reasoning, Some(id), against);
    for side in &mut sides {
        if let Some(hold) = against.iter().find(|hold| hold.root == side.root) {
            side.says = what_is_denied(reasoning, hold);
        }
    }
    sides
}

/// The propositions at which a reading may meet a denial: its conclusion and the consequences of that by definition,
/// without those that the root holds itself. Empty where the root denies any of them.
fn denied(reasoning: &Reasoning<'_>, reading: &Reading) -> Vec<PropositionId> {
    let Some(id) = reasoning.propositions.find(&reading.proposition) else { return Vec::new() };
    let own = |id: PropositionId, sign: Sign| {
        reasoning.on(id).iter().any(|hold| hold.root == reading.root && hold.sign() == sign)
    };
    let mut met: Vec<PropositionId> = std::iter::once(id)
        .chain(reasoning.consequences(id).iter().map(|consequence| consequence.to))
        .collect();
    if let Some(one) = reasoning.one_event.get(&reading.root) {
        // The same propositions about events that the root holds to be one with these.
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
            words::says(ledger, number, position.stance, &proposition, position.value(reasoning.ledger))
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
