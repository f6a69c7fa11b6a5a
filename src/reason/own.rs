//! Consequences of a root's words together with its own further words: deeds of members, events that it holds to be
//! one, chains. Never across roots.
//!
//! Where a root holds many events to be one, a conclusion is drawn only where somebody speaks of the proposition.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::further::Further;
use super::links::{Links, Search};
use super::one_event::OneEvent;
use super::position::{Hold, Position, Reason, Step};
use super::premises::Premises;
use super::way::Ways;
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, PredicateId, PropositionId};
use crate::ledger::model::party::PartyKind;
use crate::ledger::model::proposition::{Argument, Proposition, Propositions};
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::vocabulary::Role;

/// The material from which conclusions on a root's own word are drawn.
pub struct Own<'r> {
    /// The records.
    pub ledger: &'r Ledger,
    /// All positions.
    pub positions: &'r [Position],
    /// The propositions that are granted or ruled out.
    pub premises: &'r Premises,
    /// The granted propositions and their consequences by definition.
    pub granted: &'r [Proposition],
}

/// The holds that tie arguments together, by any root: gathered once, so that each root need not look through all.
#[derive(Default)]
pub struct Ties {
    /// Predicate, root and place in the list of holds, sorted.
    rows: Vec<(PredicateId, PartyId, usize)>,
}

impl Ties {
    /// Gathers the certain holds of transitive predicates, to which those that join events or members belong.
    #[must_use]
    pub fn new(ledger: &Ledger, propositions: &Propositions, holds: &[Hold]) -> Self {
        let ties: Vec<bool> = ledger.vocabulary.iter().map(|(_, predicate)| predicate.transitive).collect();
        let mut rows = Vec::new();
        for (at, hold) in holds.iter().enumerate().filter(|(_, hold)| hold.stance == Stance::Asserts) {
            let predicate = propositions.get(hold.proposition).predicate;
            if ties[predicate.index()] {
                rows.push((predicate, hold.root, at));
            }
        }
        rows.sort_unstable();
        Self { rows }
    }

    /// The places of the holds by any of these predicates, for each root that has some.
    fn by(&self, predicates: &[PredicateId]) -> BTreeMap<PartyId, Vec<usize>> {
        let mut by: BTreeMap<PartyId, Vec<usize>> = BTreeMap::new();
        for predicate in predicates {
            let from = self.rows.partition_point(|(other, ..)| other < predicate);
            let to = self.rows.partition_point(|(other, ..)| other <= predicate);
            for (_, root, at) in &self.rows[from..to] {
                by.entry(*root).or_default().push(*at);
            }
        }
        by
    }
}

impl Own<'_> {
    /// The links of one root by these predicates: stated with certainty and not ruled out, or granted.
    fn links(
        &self,
        propositions: &Propositions,
        holds: &[Hold],
        own: &[usize],
        predicates: &[PredicateId],
    ) -> Links {
        let mut links = Links::default();
        let mut said: Vec<&Hold> = own.iter().map(|at| &holds[*at]).filter(|hold| hold.stated()).collect();
        // Where a link is stated several times, the earliest is the premise, whatever the order of the records.
        said.sort_by(|a, b| {
            let position = |hold: &Hold| &self.positions[hold.base.0 as usize];
            let id = |hold: &Hold| &self.ledger.statement(position(hold).statement).id;
            position(a).date.order().cmp(&position(b).date.order()).then_with(|| id(a).cmp(id(b)))
        });
        let said = said.into_iter().map(|hold| (propositions.get(hold.proposition), Some(hold.base)));
        let granted = self.granted.iter().map(|granted| (*granted, None));
        for (proposition, by) in said.filter(|(said, _)| !self.premises.rules_out(said)).chain(granted) {
            if let (true, [a, b]) = (predicates.contains(&proposition.predicate), proposition.arguments()) {
                links.add(*a, *b, by);
                if self.ledger.vocabulary.get(proposition.predicate).symmetric {
                    links.add(*b, *a, by);
                }
            }
        }
        links
    }

    /// For each root that asserts that events are one, those events.
    #[must_use]
    pub fn one_event(
        &self,
        propositions: &Propositions,
        holds: &[Hold],
        ties: &Ties,
    ) -> BTreeMap<PartyId, OneEvent> {
        let same: Vec<PredicateId> = self.ledger.vocabulary.bearing(Role::SameEvent).collect();
        ties.by(&same)
            .into_iter()
            .map(|(root, own)| (root, OneEvent::new(self.links(propositions, holds, &own, &same))))
            .collect()
    }

    /// Deeds of members as deeds of the classes to which the root itself, or a premise, says that they belong. A
    /// person's deed becomes that of a description only.
    pub fn members(
        &self,
        propositions: &mut Propositions,
        ways: &mut Ways,
        holds: &[Hold],
        ties: &Ties,
    ) -> Vec<Hold> {
        let vocabulary = &self.ledger.vocabulary;
        let member_of: Vec<PredicateId> = vocabulary.bearing(Role::Member).collect();
        let said: BTreeMap<PartyId, Links> = ties
            .by(&member_of)
            .into_iter()
            .map(|(root, own)| (root, self.links(propositions, holds, &own, &member_of)))
            .collect();
        // A root that says nothing of members has only the granted links.
        let granted = self.links(propositions, holds, &[], &member_of);
        let mut found = Vec::new();
        if said.is_empty() && granted.is_empty() {
            return found;
        }
        let deed = |hold: &Hold| {
            let predicate = vocabulary.get(propositions.get(hold.proposition).predicate);
            hold.sign() == Sign::Plus && hold.stated() && predicate.is(Role::Deed)
        };
        let mut told: Vec<(PartyId, usize)> =
            (0..holds.len()).filter(|at| deed(&holds[*at])).map(|at| (holds[at].root, at)).collect();
        told.sort_unstable();
        for deeds in told.chunk_by(|(one, _), (other, _)| one == other) {
            let mut search = Search::new(said.get(&deeds[0].0).unwrap_or(&granted));
            for hold in deeds.iter().map(|(_, at)| &holds[*at]) {
                let proposition = propositions.get(hold.proposition);
                let predicate = vocabulary.get(proposition.predicate);
                let Some(doer) = predicate.doer() else { continue };
                let Some(member) = predicate.party(&proposition, doer) else { continue };
                let person = self.ledger.party(member).kind == PartyKind::Person;
                let described = |class: &Argument| {
                    let class = predicate.party(&proposition.with(doer, *class), doer);
                    class.is_some_and(|class| self.ledger.is_class(class))
                };
                search.start(member.into());
                let classes: Vec<Argument> =
                    search.all().filter(|class| !person || described(class)).collect();
                for class in classes {
                    let to = propositions.intern(proposition.with(doer, class));
                    let with = Further::Listed(search.path(class).unwrap_or_default());
                    found.push(step(ways, hold, to, Reason::Member, with));
                }
            }
        }
        found
    }

    /// Conclusions along chains of a transitive predicate, for the propositions of which somebody speaks.
    pub fn chains(
        &self,
        propositions: &Propositions,
        ways: &mut Ways,
        holds: &[Hold],
        spoken: &[PropositionId],
        ties: &Ties,
    ) -> Vec<Hold> {
        let mut wanted: BTreeMap<PredicateId, Vec<PropositionId>> = BTreeMap::new();
        for id in spoken {
            let predicate = propositions.get(*id).predicate;
            if self.ledger.vocabulary.get(predicate).transitive {
                wanted.entry(predicate).or_default().push(*id);
            }
        }
        let mut found = Vec::new();
        for (predicate, ids) in wanted {
            let mut starting: FxHashMap<Argument, Vec<PropositionId>> = FxHashMap::default();
            for id in ids {
                starting.entry(propositions.get(id).arguments[0]).or_default().push(id);
            }
            for own in ties.by(&[predicate]).into_values() {
                let links = self.links(propositions, holds, &own, &[predicate]);
                if links.len() < 2 {
                    continue;
                }
                let (mut search, mut first) = (Search::new(&links), FxHashMap::default());
                for at in own.iter().rev().filter(|at| holds[**at].stated()) {
                    first.insert(holds[*at].base, *at);
                }
                let ids: BTreeSet<PropositionId> =
                    links.starts().flat_map(|at| starting.get(&at).into_iter().flatten()).copied().collect();
                for id in ids {
                    let proposition = propositions.get(id);
                    let [a, b] = proposition.arguments() else { continue };
                    search.start(*a);
                    let Some(path) = search.path(*b).filter(|path| path.len() > 1) else { continue };
                    if let Some(at) = first.get(&path[0]) {
                        let with = Further::Listed(path[1..].to_vec());
                        found.push(step(ways, &holds[*at], id, Reason::Transitive, with));
                    }
                }
            }
        }
        found
    }
}

/// The hold that follows from another by further words of its root. These are certain, so its stance stays as it is.
pub(super) fn step(ways: &mut Ways, from: &Hold, to: PropositionId, reason: Reason, with: Further) -> Hold {
    Hold { proposition: to, way: ways.on(from.way, Step { reason, to, with }), ..*from }
}
