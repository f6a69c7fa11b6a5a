//! Verification of links: who is interested in one, and whose word can therefore not verify it.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::Reasoning;
use super::origins;
use super::position::Hold;
use crate::ledger::model::id::{EventId, PartyId, PropositionId, SourceId};
use crate::ledger::model::proposition::{ArgumentKind, Proposition};
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::roots;
use crate::ledger::vocabulary::Role;

/// What everybody's words and the record say of who has a stake in what.
#[derive(Debug, Default)]
pub struct Stakes {
    /// For each event, the parties on which anybody lays it.
    laid_on: FxHashMap<EventId, FxHashSet<PartyId>>,
    /// For each party, who took part in the events that anybody lays on it.
    concerned: FxHashMap<PartyId, FxHashSet<PartyId>>,
    /// For each party, what anybody calls it a member of.
    classes: FxHashMap<PartyId, FxHashSet<PartyId>>,
}

/// How far a link is borne out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    /// Disinterested origins that assert it with certainty; those of a joint statement are one.
    pub origins: BTreeSet<BTreeSet<PartyId>>,
    /// Whether one of them has evidence that nobody interested published.
    pub evidence: bool,
    /// Disinterested roots that deny or doubt it.
    pub against: BTreeSet<PartyId>,
    /// Interested roots that assert it.
    pub interested: BTreeSet<PartyId>,
    /// Whether it counts as verified.
    pub verified: bool,
}

impl Standing {
    /// How many of the origins are independent of one another.
    #[must_use]
    pub fn independent(&self) -> usize {
        origins::independent(&self.origins.iter().collect::<Vec<_>>())
    }
}

impl Stakes {
    /// Reads off all standing positions who lays what on whom.
    #[must_use]
    pub fn new(reasoning: &Reasoning<'_>) -> Self {
        let vocabulary = &reasoning.ledger.vocabulary;
        let mut stakes = Self::default();
        for hold in reasoning.holds.iter().filter(|hold| hold.sign() == Sign::Plus) {
            let proposition = reasoning.propositions.get(hold.proposition);
            let predicate = vocabulary.get(proposition.predicate);
            if let Some(party) = predicate.accuses.and_then(|at| proposition.arguments().get(at)) {
                for event in events(reasoning, &proposition) {
                    let participants = &reasoning.ledger.event(event).participants;
                    stakes.laid_on.entry(event).or_default().insert(PartyId(party.0));
                    stakes.concerned.entry(PartyId(party.0)).or_default().extend(participants);
                }
            }
            if let (true, [member, class]) = (predicate.is(Role::Member), proposition.arguments()) {
                stakes.classes.entry(PartyId(member.0)).or_default().insert(PartyId(class.0));
            }
        }
        stakes
    }

    /// Whether a root has a stake in a proposition.
    #[must_use]
    pub fn interested(&self, reasoning: &Reasoning<'_>, root: PartyId, proposition: &Proposition) -> bool {
        let own = |party: PartyId| self.belongs(reasoning, party, root);
        let ledger = reasoning.ledger;
        let events = events(reasoning, proposition);
        let arguments: Vec<PartyId> = parties(reasoning, proposition);
        let any_own = |parties: Option<&FxHashSet<PartyId>>| {
            parties.is_some_and(|parties| parties.iter().any(|party| own(*party)))
        };
        arguments.iter().any(|party| own(*party))
            || events.iter().any(|event| ledger.event(*event).participants.iter().any(|party| own(*party)))
            || events.iter().any(|event| any_own(self.laid_on.get(event)))
            || arguments.iter().any(|party| any_own(self.concerned.get(party)))
    }

    /// Whether a party is the root, its part or whole, or a class that anybody calls it a member of.
    fn belongs(&self, reasoning: &Reasoning<'_>, party: PartyId, root: PartyId) -> bool {
        super::values::related(reasoning.ledger, party, root)
            || self.classes.get(&root).is_some_and(|classes| classes.contains(&party))
    }

    /// How far a link is borne out by those without a stake in it.
    #[must_use]
    pub fn standing(&self, reasoning: &Reasoning<'_>, id: PropositionId) -> Standing {
        let ledger = reasoning.ledger;
        let proposition = reasoning.propositions.get(id);
        let mut standing = Standing::default();
        let mut known: BTreeMap<PartyId, bool> = BTreeMap::new();
        let mut interested = |root: PartyId| {
            *known.entry(root).or_insert_with(|| self.interested(reasoning, root, &proposition))
        };
        let plus: Vec<&Hold> = reasoning.on(id).iter().filter(|hold| hold.sign() == Sign::Plus).collect();
        for hold in plus {
            if interested(hold.root) {
                standing.interested.insert(hold.root);
                continue;
            }
            let position = reasoning.position(hold.base);
            if hold.stance != Stance::Asserts || position.hearsay {
                continue;
            }
            let origins = reasoning.origins(position.statement);
            if origins.iter().any(|root| interested(*root)) {
                continue;
            }
            standing.origins.insert(origins.clone());
            let statement = ledger.statement(position.statement);
            let borne_out = |source: &SourceId| {
                Some(*source) != statement.source
                    && ledger.source(*source).outlet.is_none_or(|outlet| {
                        !interested(roots::root(ledger, outlet, &statement.date)) && !interested(outlet)
                    })
            };
            standing.evidence |= statement.evidence.iter().any(borne_out);
        }
        for hold in reasoning.against(id) {
            if !reasoning.position(hold.base).hearsay && !interested(hold.root) {
                standing.against.insert(hold.root);
            }
        }
        let enough = standing.independent() >= ledger.settings.verify_origins || standing.evidence;
        standing.verified = enough && standing.against.is_empty();
        standing
    }
}

/// The events that a proposition speaks of.
#[must_use]
pub fn events(reasoning: &Reasoning<'_>, proposition: &Proposition) -> Vec<EventId> {
    named(reasoning, proposition, ArgumentKind::Event).map(EventId).collect()
}

/// The parties that a proposition speaks of.
#[must_use]
pub fn parties(reasoning: &Reasoning<'_>, proposition: &Proposition) -> Vec<PartyId> {
    named(reasoning, proposition, ArgumentKind::Party).map(PartyId).collect()
}

fn named<'r>(
    reasoning: &'r Reasoning<'_>,
    proposition: &'r Proposition,
    kind: ArgumentKind,
) -> impl Iterator<Item = u32> + 'r {
    let predicate = reasoning.ledger.vocabulary.get(proposition.predicate);
    let arguments = proposition.arguments();
    predicate.places_of(kind).filter_map(|at| arguments.get(at)).filter_map(|argument| argument.named())
}
