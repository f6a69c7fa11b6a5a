//! What the accused of a link says instead, and who of those described denies it: shared by the rules on links.

use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::party::PartyKind;
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::Sign;
use crate::ledger::roots;
use crate::reason::position::Hold;
use crate::reason::{Reasoning, values};
use crate::rules::Context;

/// The parties that the root of the accused names in so many words as having done it, sorted by id, without the accused
/// itself, its parts and its wholes. Empty where the proposition accuses nobody.
#[must_use]
pub fn instead(reasoning: &Reasoning<'_>, id: PropositionId) -> Vec<PartyId> {
    let ledger = reasoning.ledger;
    let proposition = reasoning.propositions.get(id);
    let predicate = ledger.vocabulary.get(proposition.predicate);
    let Some(at) = predicate.rival.filter(|_| predicate.accuses == predicate.rival) else {
        return Vec::new();
    };
    let Some(accused) = predicate.accused(&proposition) else { return Vec::new() };
    let others = reasoning.alike(&proposition, at).filter(|other| *other != id);
    let mut named: Vec<PartyId> = others
        .filter(|other| {
            reasoning.on(*other).iter().any(|hold| {
                let position = reasoning.position(hold.base);
                let own = roots::root(ledger, accused, &position.date) == hold.root;
                own && hold.sign() == Sign::Plus && hold.stated() && !position.hearsay && !position.disputed
            })
        })
        .filter_map(|other| predicate.party(&reasoning.propositions.get(other), at))
        .filter(|filler| !values::related(ledger, *filler, accused))
        .collect();
    named.sort_by_key(|party| &ledger.party(*party).id);
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
