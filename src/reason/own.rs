//! What follows from a root's words together with its own further words: deeds of members, events that it holds to
//! be one, chains. Never across roots.
//!
//! Every conclusion is looked up, not spun out: one is drawn only where somebody speaks of the proposition, so that
//! fifty thousand events held to be one cost no more than they say.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::links::Links;
use super::position::{Hold, Position, PositionId, Reason, Step};
use super::spoken::in_id_order;
use crate::ledger::Ledger;
use crate::model::id::{PartyId, PredicateId, PropositionId};
use crate::model::party::PartyKind;
use crate::model::proposition::{Argument, ArgumentKind, Proposition, Propositions};
use crate::model::stance::{Sign, Stance};

/// The events that one root holds to be one: each with the first of them.
#[derive(Debug, Default)]
pub struct OneEvent {
    links: Links,
    class: HashMap<Argument, Argument>,
}

impl OneEvent {
    /// Whether the root holds any two events to be one.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.class.is_empty()
    }

    /// A proposition with each event replaced by the first of those held to be one with it.
    #[must_use]
    pub fn plain(&self, ledger: &Ledger, mut proposition: Proposition) -> Proposition {
        let predicate = ledger.vocabulary.get(proposition.predicate);
        for at in predicate.places_of(ArgumentKind::Event) {
            if let Some(first) = self.class.get(&proposition.arguments[at]) {
                proposition.arguments[at] = *first;
            }
        }
        in_id_order(ledger, proposition)
    }

    fn speaks_of(&self, ledger: &Ledger, proposition: &Proposition) -> bool {
        let predicate = ledger.vocabulary.get(proposition.predicate);
        predicate.places_of(ArgumentKind::Event).any(|at| self.class.contains_key(&proposition.arguments[at]))
    }
}

/// The standing positions of a run by root, and what each root ties together.
pub struct Own<'r> {
    ledger: &'r Ledger,
    positions: &'r [Position],
    /// Holds by root, as places in the run's list.
    roots: BTreeMap<PartyId, Vec<usize>>,
    same_event: Option<PredicateId>,
}

impl<'r> Own<'r> {
    /// Sorts the holds by root.
    #[must_use]
    pub fn new(ledger: &'r Ledger, positions: &'r [Position], holds: &[Hold]) -> Self {
        let mut roots: BTreeMap<PartyId, Vec<usize>> = BTreeMap::new();
        for (at, hold) in holds.iter().enumerate() {
            roots.entry(hold.root).or_default().push(at);
        }
        Self { ledger, positions, roots, same_event: ledger.vocabulary.find("same-event") }
    }

    /// The links of one root by one predicate, asserted with certainty.
    fn links(
        &self,
        propositions: &Propositions,
        holds: &[Hold],
        root: PartyId,
        predicate: PredicateId,
    ) -> Links {
        let symmetric = self.ledger.vocabulary.get(predicate).symmetric;
        let mut links = Links::default();
        for at in self.roots.get(&root).into_iter().flatten() {
            let hold = &holds[*at];
            let proposition = propositions.get(hold.proposition);
            if proposition.predicate != predicate || hold.stance != Stance::Asserts || !hold.stated() {
                continue;
            }
            if let [a, b] = proposition.arguments() {
                links.add(*a, *b, hold.base);
                if symmetric {
                    links.add(*b, *a, hold.base);
                }
            }
        }
        links
    }

    /// For each root that holds events to be one, which.
    #[must_use]
    pub fn one_event(&self, propositions: &Propositions, holds: &[Hold]) -> BTreeMap<PartyId, OneEvent> {
        let Some(same) = self.same_event else { return BTreeMap::new() };
        let roots: BTreeSet<PartyId> = holds
            .iter()
            .filter(|hold| {
                propositions.get(hold.proposition).predicate == same && hold.stance == Stance::Asserts
            })
            .map(|hold| hold.root)
            .collect();
        roots
            .into_iter()
            .map(|root| {
                let links = self.links(propositions, holds, root, same);
                let class = links.classes();
                (root, OneEvent { links, class })
            })
            .collect()
    }

    /// Deeds of members as deeds of what the root itself says they are members of.
    pub fn members(&self, propositions: &mut Propositions, holds: &[Hold]) -> Vec<Hold> {
        let vocabulary = &self.ledger.vocabulary;
        let Some(member_of) = vocabulary.find("member-of") else { return Vec::new() };
        let deeds = [vocabulary.find("carried-out"), vocabulary.find("took-part-in")];
        let roots: BTreeSet<PartyId> = holds
            .iter()
            .filter(|hold| {
                propositions.get(hold.proposition).predicate == member_of && hold.stance == Stance::Asserts
            })
            .map(|hold| hold.root)
            .collect();
        let mut found = Vec::new();
        for root in roots {
            let links = self.links(propositions, holds, root, member_of);
            for at in self.roots.get(&root).into_iter().flatten() {
                let hold = &holds[*at];
                let proposition = propositions.get(hold.proposition);
                if !deeds.contains(&Some(proposition.predicate))
                    || hold.sign() != Sign::Plus
                    || !hold.stated()
                {
                    continue;
                }
                let member = proposition.arguments[0];
                for class in links.reached(member) {
                    let person = self.ledger.party(PartyId(member.0)).kind == PartyKind::Person;
                    if person && !self.ledger.is_class(PartyId(class.0)) {
                        continue;
                    }
                    let to = propositions.intern(proposition.with(0, class));
                    let with = links.path(member, class).unwrap_or_default();
                    found.push(self.step(hold, to, Reason::Member, with));
                }
            }
        }
        found
    }

    /// What chains of a transitive predicate say of the propositions that somebody speaks of.
    #[must_use]
    pub fn chains(&self, propositions: &Propositions, holds: &[Hold], spoken: &[PropositionId]) -> Vec<Hold> {
        let mut wanted: BTreeMap<PredicateId, Vec<PropositionId>> = BTreeMap::new();
        for id in spoken {
            let predicate = propositions.get(*id).predicate;
            if self.ledger.vocabulary.get(predicate).transitive {
                wanted.entry(predicate).or_default().push(*id);
            }
        }
        let mut found = Vec::new();
        for (predicate, ids) in wanted {
            for root in self.roots.keys() {
                let links = self.links(propositions, holds, *root, predicate);
                if links.len() < 2 {
                    continue;
                }
                let class = links.classes();
                for id in &ids {
                    let proposition = propositions.get(*id);
                    let [a, b] = proposition.arguments() else { continue };
                    if !class.contains_key(a) {
                        continue;
                    }
                    let Some(path) = links.path(*a, *b).filter(|path| path.len() > 1) else { continue };
                    let base = self.position_hold(holds, *root, path[0]);
                    if let Some(base) = base {
                        found.push(self.step(base, *id, Reason::Transitive, path[1..].to_vec()));
                    }
                }
            }
        }
        found
    }

    fn position_hold<'h>(&self, holds: &'h [Hold], root: PartyId, base: PositionId) -> Option<&'h Hold> {
        self.roots.get(&root)?.iter().map(|at| &holds[*at]).find(|hold| hold.base == base && hold.stated())
    }

    /// What a root says of one event said of the others that it holds to be the same, where somebody speaks of them.
    #[must_use]
    pub fn substituted(
        &self,
        propositions: &Propositions,
        holds: &[Hold],
        spoken: &[PropositionId],
        one: &BTreeMap<PartyId, OneEvent>,
    ) -> Vec<Hold> {
        let mut found = Vec::new();
        for (root, one) in one {
            let mut plain: HashMap<Proposition, Vec<usize>> = HashMap::new();
            for at in self.roots.get(root).into_iter().flatten() {
                let proposition = propositions.get(holds[*at].proposition);
                if Some(proposition.predicate) != self.same_event && one.speaks_of(self.ledger, &proposition)
                {
                    plain.entry(one.plain(self.ledger, proposition)).or_default().push(*at);
                }
            }
            for id in spoken {
                let proposition = propositions.get(*id);
                if !one.speaks_of(self.ledger, &proposition) {
                    continue;
                }
                for at in plain.get(&one.plain(self.ledger, proposition)).into_iter().flatten() {
                    let hold = &holds[*at];
                    if hold.proposition == *id {
                        continue;
                    }
                    let with = self.tied(one, propositions.get(hold.proposition), proposition);
                    found.push(self.step(hold, *id, Reason::SameEvent, with));
                }
            }
        }
        found
    }

    /// The positions that tie the events of one proposition to those of another.
    fn tied(&self, one: &OneEvent, from: Proposition, to: Proposition) -> Vec<PositionId> {
        let predicate = self.ledger.vocabulary.get(from.predicate);
        let mut with: Vec<PositionId> = predicate
            .places_of(ArgumentKind::Event)
            .filter(|at| from.arguments[*at] != to.arguments[*at])
            .flat_map(|at| one.links.path(from.arguments[at], to.arguments[at]).unwrap_or_default())
            .collect();
        with.sort();
        with.dedup();
        with
    }

    fn step(&self, from: &Hold, to: PropositionId, reason: Reason, with: Vec<PositionId>) -> Hold {
        let certain =
            from.stance.certain() && with.iter().all(|id| self.positions[id.0 as usize].stance.certain());
        let stance = if from.sign() == Sign::None { from.stance } else { Stance::of(from.sign(), certain) };
        let mut way = from.way.clone();
        way.push(Step { reason, to, with });
        Hold { proposition: to, stance, way, ..from.clone() }
    }
}
