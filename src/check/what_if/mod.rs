//! What hangs on a proposition: the findings, and the words of each root, that would come or go if it were granted or
//! ruled out.

mod found;
mod neighbours;
mod touched;

use std::collections::{BTreeMap, BTreeSet};

use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::proposition::{Argument, ArgumentKind, Proposition};
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::model::value::Value;
use crate::ledger::vocabulary::Role;
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::reason::position::PositionId;
use crate::reason::premises::{Premises, ties_to_itself};
use crate::rules::finding::{Family, Finding, Tells};
use crate::rules::{CATALOGUE, Context, Rule, Run, Sketch};

use found::Found;
pub use neighbours::Neighbours;
pub use touched::Touched;

/// The changes that premises would make.
#[derive(Debug, Default)]
pub struct Change {
    /// Findings that would be made.
    pub appear: Vec<Finding>,
    /// Findings that would no longer be made.
    pub disappear: Vec<Finding>,
    /// The positions of roots that would follow and that they have not taken themselves.
    pub on_record: Vec<OnRecord>,
    /// The links that would still be missing between a claim and an accusation of the same event, in canonical text and
    /// in words.
    pub missing: Vec<(String, String)>,
}

impl Change {
    /// True when nothing would change.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.appear.is_empty() && self.disappear.is_empty() && self.on_record.is_empty()
    }
}

/// A position for which a root would be on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnRecord {
    /// True when it says who did it; such positions weigh most, and come first.
    pub deed: bool,
    /// The root.
    pub root: PartyId,
    /// The proposition.
    pub proposition: Proposition,
    /// The stance.
    pub stance: Stance,
    /// The position in words: "says that …".
    pub words: String,
    /// The statements from which it would follow.
    pub statements: Vec<StatementId>,
    /// True when it would only be a reading of the root's words.
    pub reading: bool,
}

/// How much of changes is put into words, which is most of the work where many links are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// All of it.
    All,
    /// What a finding on a link names: contradictions and the like, and who did it. The rest is only there to be counted
    /// and referred to, by rule, proposition and roots.
    News,
}

impl Told {
    /// True when the findings of a rule are put into words.
    #[must_use]
    pub fn finding(self, rule: &Rule) -> bool {
        self == Self::All || rule.family != Family::Agreement && rule.tells != Tells::Link
    }

    /// True when a position, or a `reading`, is put into words; `deed` says whether it says who did it.
    fn position(self, deed: bool, reading: bool) -> bool {
        self == Self::All || deed && !reading
    }
}

/// What is granted, and what is ruled out.
pub type Premised<'p> = (&'p [Proposition], &'p [Proposition]);

/// The changes that premises would make, seen over some of the positions.
#[must_use]
pub fn what_if(
    reasoning: &Reasoning<'_>,
    positions: &[PositionId],
    granted: &[Proposition],
    ruled_out: &[Proposition],
) -> Change {
    each(reasoning, positions, &[(granted, ruled_out)], Told::All).pop().unwrap_or_default()
}

/// The changes that each of several premises would make by itself, seen over the same positions. The state without them
/// is worked out once.
#[must_use]
pub fn each(
    reasoning: &Reasoning<'_>,
    positions: &[PositionId],
    trials: &[Premised<'_>],
    told: Told,
) -> Vec<Change> {
    let before = reasoning.granting(positions.iter().copied(), Premises::default());
    let moves = |&(granted, ruled_out): &Premised<'_>| {
        let premises = Premises::new(reasoning.ledger, granted, ruled_out);
        (!premises.is_empty() && !before.unmoved_by(&premises)).then_some(premises)
    };
    let trials: Vec<Option<Premises>> = trials.iter().map(moves).collect();
    if trials.iter().all(Option::is_none) {
        return trials.iter().map(|_| Change::default()).collect();
    }
    let then = Context::new(&before);
    let mut old: Vec<Found<'_>> = sketches(&then).into_iter().map(Found::new).collect();
    let mut change = |premises: Premises| {
        let after = reasoning.granting(positions.iter().copied(), premises.clone());
        let now = Context::new(&after);
        let mut new: Vec<Found<'_>> = sketches(&now).into_iter().map(Found::new).collect();
        let (appear, disappear) = found::changed(reasoning.ledger, &premises, &mut old, &mut new, told);
        let on_record = on_record(&before, &after, told);
        let missing = if on_record.is_empty() { Vec::new() } else { missing(&after) };
        Change { appear, disappear, on_record, missing }
    };
    trials.into_iter().map(|premises| premises.map(&mut change).unwrap_or_default()).collect()
}

/// The findings of rules over positions, in the order of the rules.
fn sketches<'r>(context: &'r Context<'r>) -> Vec<Sketch<'r>> {
    let mut sketches = Vec::new();
    for rule in CATALOGUE {
        if let Run::Positions(run) = rule.run {
            run(rule, context, &mut sketches);
        }
    }
    sketches.retain(|sketch| sketch.reconciled.is_none());
    sketches
}

/// Root, proposition, stance, whether only on a reading, and value.
type Said = (PartyId, Proposition, Stance, bool, Option<Value>);

/// The positions and readings of each root that the premises add; those that are told come first of their kind, sorted.
fn on_record(before: &Reasoning<'_>, after: &Reasoning<'_>, told: Told) -> Vec<OnRecord> {
    let ledger = after.ledger;
    let mut held: BTreeSet<(PartyId, Proposition, Sign)> = BTreeSet::new();
    for hold in &before.holds {
        held.insert((hold.root, before.propositions.get(hold.proposition), hold.sign()));
    }
    let mut found: BTreeMap<Said, BTreeSet<StatementId>> = BTreeMap::new();
    // A position on one event is taken on the others that are granted to be the same.
    for hold in before.holds.iter().filter(|hold| hold.stated() && hold.sign() != Sign::None) {
        let position = before.position(hold.base);
        let proposition = before.propositions.get(hold.proposition);
        for other in said_of_others(after, &proposition) {
            if !position.tacit && !held.contains(&(hold.root, other, hold.sign())) {
                let key = (hold.root, other, hold.stance, false, hold.value(ledger));
                found.entry(key).or_default().insert(position.statement);
            }
        }
    }
    let written: BTreeSet<(PartyId, Proposition, Sign)> = held
        .iter()
        .map(|(root, proposition, sign)| (*root, after.premises.written(ledger, *proposition), *sign))
        .collect();
    for hold in after.holds.iter().filter(|hold| !hold.stated() && !hold.by_definition()) {
        let proposition = after.propositions.get(hold.proposition);
        let read = after.premises.written(ledger, proposition);
        if !written.contains(&(hold.root, read, hold.sign())) {
            let key = (hold.root, proposition, hold.stance, false, hold.value(ledger));
            found.entry(key).or_default().insert(after.position(hold.base).statement);
        }
    }
    let read: BTreeSet<(PartyId, Proposition)> = before
        .readings
        .iter()
        .map(|reading| (reading.root, after.premises.written(ledger, reading.proposition)))
        .collect();
    for reading in &after.readings {
        let plus = (reading.root, reading.proposition, Sign::Plus);
        if !read.contains(&(reading.root, reading.proposition)) && !written.contains(&plus) {
            let statements =
                reading.premises.iter().map(|at| after.position(after.holds[*at].base).statement);
            let stance = Stance::of(Sign::Plus, reading.certain);
            found
                .entry((reading.root, reading.proposition, stance, true, None))
                .or_default()
                .extend(statements);
        }
    }
    let mut rows: Vec<OnRecord> = found
        .into_iter()
        .map(|((root, proposition, stance, reading, value), statements)| {
            let deed = ledger.vocabulary.get(proposition.predicate).accuses.is_some();
            let number = || words::party_number(ledger, root);
            let says = || words::says(ledger, number(), stance, &proposition, value);
            let words = told.position(deed, reading).then(says).unwrap_or_default();
            let statements = statements.into_iter().collect();
            OnRecord { deed, root, proposition, stance, words, statements, reading }
        })
        .collect();
    for row in &mut rows {
        row.statements.sort_by_key(|id| &ledger.statement(*id).id);
    }
    rows.sort_by_cached_key(|row| {
        let name = || words::canonical(ledger, &row.proposition);
        let key = || (ledger.party(row.root).id.clone(), name(), row.stance, row.words.clone(), row.reading);
        let key = told.position(row.deed, row.reading).then(key);
        (!row.deed, key.is_none(), key)
    });
    rows
}

/// The memberships that are missing where one party claims an event for itself, and another accuses a class of it:
/// neither has said whether the party belongs to the class.
fn missing(after: &Reasoning<'_>) -> Vec<(String, String)> {
    let ledger = after.ledger;
    let Some(member_of) = ledger.vocabulary.bearing(Role::Member).next() else { return Vec::new() };
    let mut claims: BTreeMap<Argument, BTreeSet<PartyId>> = BTreeMap::new();
    let mut laid_on: BTreeMap<Argument, BTreeSet<PartyId>> = BTreeMap::new();
    for hold in after.holds.iter().filter(|hold| hold.sign() == Sign::Plus && hold.stated()) {
        let proposition = after.propositions.get(hold.proposition);
        let predicate = ledger.vocabulary.get(proposition.predicate);
        let party = predicate.accused(&proposition);
        let event = predicate.place_of(ArgumentKind::Event).and_then(|at| proposition.arguments().get(at));
        let Some((party, event)) = party.zip(event) else { continue };
        if ledger.is_class(party) {
            laid_on.entry(*event).or_default().insert(party);
        } else if party == hold.root {
            claims.entry(*event).or_default().insert(party);
        }
    }
    let mut found = BTreeMap::new();
    for (event, classes) in laid_on.iter().filter(|(event, _)| after.premises.one_with(**event).len() > 1) {
        for (class, party) in classes
            .iter()
            .flat_map(|class| claims.get(event).into_iter().flatten().map(move |party| (*class, *party)))
        {
            let link = Proposition::of_two(member_of, party, class);
            let arguments = link.arguments;
            let said = ledger.vocabulary.bearing(Role::Member).any(|predicate| {
                let id = after.propositions.find(&Proposition { predicate, arguments });
                id.is_some_and(|id| !after.on(id).is_empty())
            });
            if !said {
                let sentence = words::sentence(ledger, &link, None, Sign::Plus);
                found.insert(words::canonical(ledger, &link), sentence);
            }
        }
    }
    found.into_iter().collect()
}

/// A proposition on each of the other events that are granted to be one with its own.
fn said_of_others(after: &Reasoning<'_>, proposition: &Proposition) -> Vec<Proposition> {
    let predicate = after.ledger.vocabulary.get(proposition.predicate);
    let mut found = Vec::new();
    for at in predicate.places_of(ArgumentKind::Event) {
        let own = proposition.arguments[at];
        for other in after.premises.one_with(own).into_iter().filter(|other| *other != own) {
            let said = proposition.with(at, other);
            if !ties_to_itself(after.ledger, &said) {
                found.push(crate::reason::spoken::in_id_order(after.ledger, said));
            }
        }
    }
    found
}
