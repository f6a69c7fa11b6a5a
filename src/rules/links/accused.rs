//! What the accused of a link says instead, and who of those described denies it: shared by the rules on links.

use rustc_hash::FxHashMap;

use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::party::PartyKind;
use crate::ledger::model::proposition::{Argument, Proposition};
use crate::ledger::model::stance::Sign;
use crate::ledger::roots;
use crate::ledger::vocabulary::Predicate;
use crate::reason::position::{Hold, PositionId};
use crate::reason::{Reasoning, values};
use crate::rules::Context;

/// Who is said in so many words to have done it, by the root that says so in words of its own.
#[derive(Default)]
pub struct Namings(FxHashMap<(Proposition, PartyId), Vec<Naming>>);

/// A proposition that names who did it, and the position in which the root takes it.
type Naming = (PropositionId, PositionId);

/// The place of whoever a proposition accuses, where others can be named in place of that party.
fn doer(predicate: &Predicate) -> Option<usize> {
    predicate.rival.filter(|_| predicate.accuses == predicate.rival)
}

impl Namings {
    /// Gathers them from all holds, by the proposition with `?` in the place of who did it.
    #[must_use]
    pub fn new(reasoning: &Reasoning<'_>) -> Self {
        let mut all = Self::default();
        for (id, holds) in reasoning.groups() {
            let proposition = reasoning.propositions.get(id);
            let Some(at) = doer(reasoning.ledger.vocabulary.get(proposition.predicate)) else { continue };
            let pattern = proposition.with(at, Argument::UNKNOWN);
            for hold in holds.iter().filter(|hold| hold.sign() == Sign::Plus && hold.stated()) {
                let position = reasoning.position(hold.base);
                if !position.hearsay && !position.disputed {
                    all.0.entry((pattern, hold.root)).or_default().push((id, hold.base));
                }
            }
        }
        all
    }
}

/// The parties that the root of the accused names in so many words as having done it, sorted by id, without the accused
/// itself, its parts and its wholes. Empty where the proposition accuses nobody.
#[must_use]
pub fn instead(context: &Context<'_>, id: PropositionId) -> Vec<PartyId> {
    let reasoning = context.reasoning;
    let ledger = reasoning.ledger;
    let proposition = reasoning.propositions.get(id);
    let predicate = ledger.vocabulary.get(proposition.predicate);
    let Some(at) = doer(predicate) else { return Vec::new() };
    let Some(accused) = predicate.accused(&proposition) else { return Vec::new() };
    let pattern = proposition.with(at, Argument::UNKNOWN);
    let mut named = Vec::new();
    // Its root is, on any day, among what it is part of.
    for root in ledger.upwards(accused) {
        for (other, base) in context.namings().0.get(&(pattern, root)).into_iter().flatten() {
            let own = || roots::root(ledger, accused, &reasoning.position(*base).date) == root;
            let filler = predicate.party(&reasoning.propositions.get(*other), at);
            named.extend(filler.filter(|filler| !values::related(ledger, *filler, accused) && own()));
        }
    }
    named.sort_by_key(|party| &ledger.party(*party).id);
    named.dedup();
    named
}

/// The denials of the members of a class that a proposition accuses, each of itself; empty where it accuses no class.
#[must_use]
pub fn members_denying<'r>(context: &'r Context<'_>, id: PropositionId) -> Vec<&'r Hold> {
    let reasoning = context.reasoning;
    let ledger = reasoning.ledger;
    let proposition = reasoning.propositions.get(id);
    let predicate = ledger.vocabulary.get(proposition.predicate);
    let class = predicate.accuses.zip(predicate.accused(&proposition));
    let Some((at, class)) = class.filter(|(_, party)| ledger.is_class(*party)) else { return Vec::new() };
    let mut found = Vec::new();
    for member in context.stakes.members(class) {
        // A member need not deny the deed by name: denying any involvement denies it, and so does denying it of the
        // whole of a body.
        let doers = with_wholes(reasoning, member);
        let owns = doers.iter().map(|doer| proposition.with(at, (*doer).into()));
        for said in owns.flat_map(|own| implied(reasoning, own)) {
            let Some(id) = reasoning.propositions.find(&said) else { continue };
            for hold in reasoning.denying(id) {
                let position = reasoning.position(hold.base);
                if hold.root == roots::root(ledger, member, &position.date) && !position.hearsay {
                    found.push(hold);
                }
            }
        }
    }
    found
}

/// A party and, for a body, what it is part of as of the latest date on record.
fn with_wholes(reasoning: &Reasoning<'_>, party: PartyId) -> Vec<PartyId> {
    let mut all = vec![party];
    while let Some(last) = all.last().filter(|last| reasoning.ledger.party(**last).kind == PartyKind::Body) {
        match roots::whole(reasoning.ledger, *last, &reasoning.latest()) {
            Some(whole) if !all.contains(&whole) => all.push(whole),
            _ => break,
        }
    }
    all
}

/// A proposition and the same with every predicate that its own implies.
fn implied(reasoning: &Reasoning<'_>, proposition: Proposition) -> Vec<Proposition> {
    let Proposition { predicate, arguments } = proposition;
    let mut all = vec![predicate];
    let mut next = 0;
    while let Some(at) = all.get(next).copied() {
        for implied in &reasoning.ledger.vocabulary.get(at).implies {
            if !all.contains(implied) {
                all.push(*implied);
            }
        }
        next += 1;
    }
    all.into_iter().map(|predicate| Proposition { predicate, arguments }).collect()
}
