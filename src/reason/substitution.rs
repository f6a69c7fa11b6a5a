//! Consequences of what a root says of one event for the others that it holds to be the same.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::further::Further;
use super::links::Search;
use super::one_event::OneEvent;
use super::own::{Own, step};
use super::position::{Hold, Reason};
use super::way::Ways;
use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::proposition::{Argument, ArgumentKind, Proposition, Propositions};
use crate::ledger::vocabulary::Role;

impl Own<'_> {
    /// The holds on other events that follow, as a root holds them to be the same as an event of which it speaks.
    pub fn substituted(
        &self,
        propositions: &mut Propositions,
        ways: &mut Ways,
        holds: &[Hold],
        spoken: &[PropositionId],
        one: &BTreeMap<PartyId, OneEvent>,
    ) -> Vec<Hold> {
        let joins = |said: &Proposition| self.ledger.vocabulary.get(said.predicate).is(Role::SameEvent);
        let mut found = Vec::new();
        if one.is_empty() {
            return found;
        }
        let mut told: BTreeMap<PartyId, Vec<usize>> = one.keys().map(|root| (*root, Vec::new())).collect();
        for (at, hold) in holds.iter().enumerate() {
            if let Some(own) = told.get_mut(&hold.root) {
                own.push(at);
            }
        }
        let naming = self.naming_events(propositions, spoken);
        for (root, one) in one {
            let mut plain: FxHashMap<Proposition, Vec<usize>> = FxHashMap::default();
            for at in &told[root] {
                let proposition = propositions.get(holds[*at].proposition);
                if !joins(&proposition) && one.speaks_of(self.ledger, &proposition) {
                    plain.entry(one.plain(self.ledger, proposition)).or_default().push(*at);
                }
            }
            let events = one.class.keys().flat_map(|event| naming.get(event).into_iter().flatten());
            let mut wanted: BTreeSet<PropositionId> = events.copied().collect();
            // For a few events every consequence is drawn; for more, only those of which somebody speaks.
            for proposition in plain.keys().filter(|plain| one.of_few(self.ledger, plain)) {
                let alike = one.said_alike(self.ledger, *proposition);
                wanted.extend(alike.into_iter().map(|said| propositions.intern(said)));
            }
            let mut said_of: FxHashMap<Proposition, Vec<PropositionId>> = FxHashMap::default();
            for id in wanted {
                said_of.entry(one.plain(self.ledger, propositions.get(id))).or_default().push(id);
            }
            let alike = plain.iter().filter_map(|(plain, told)| Some((told.as_slice(), said_of.get(plain)?)));
            found.extend(self.said_alike(propositions, ways, holds, one, alike));
        }
        found
    }

    /// The holds that follow for one root: from each hold of a list, those on all propositions of the list beside it.
    fn said_alike<'a>(
        &self,
        propositions: &Propositions,
        ways: &mut Ways,
        holds: &[Hold],
        one: &OneEvent,
        alike: impl Iterator<Item = (&'a [usize], &'a Vec<PropositionId>)>,
    ) -> Vec<Hold> {
        let mut alike: Vec<_> = alike.collect();
        alike.sort_by_key(|(told, _)| told.first());
        let mut found = Vec::new();
        let mut search = Search::new(&one.links);
        // Holds that name a single event are taken event by event, so that the links from it are searched once.
        let mut single: BTreeMap<Argument, Vec<(usize, &[PropositionId])>> = BTreeMap::new();
        for (told, ids) in alike {
            for at in told {
                let from = propositions.get(holds[*at].proposition);
                if let Some(event) = self.single_event(&from) {
                    single.entry(event).or_default().push((*at, ids));
                    continue;
                }
                for id in ids.iter().filter(|id| **id != holds[*at].proposition) {
                    let with = self.tied(&mut search, from, propositions.get(*id));
                    found.push(step(ways, &holds[*at], *id, Reason::SameEvent, with));
                }
            }
        }
        for (event, rows) in single {
            let others = || rows.iter().flat_map(|(at, ids)| ids.iter().map(|id| (&holds[*at], *id)));
            let others = || others().filter(|(hold, id)| hold.proposition != *id);
            let to: Vec<Argument> =
                others().filter_map(|(_, id)| self.single_event(&propositions.get(id))).collect();
            search.start(event);
            for ((hold, id), with) in others().zip(search.chains(&to)) {
                found.push(step(ways, hold, id, Reason::SameEvent, with.unwrap_or_default()));
            }
        }
        found
    }

    /// The event that a proposition names; none where it names several or none.
    fn single_event(&self, proposition: &Proposition) -> Option<Argument> {
        let mut places = self.ledger.vocabulary.get(proposition.predicate).places_of(ArgumentKind::Event);
        let place = places.next()?;
        places.next().is_none().then_some(proposition.arguments[place])
    }

    /// For each event, the propositions of `spoken` that name it.
    fn naming_events(
        &self,
        propositions: &Propositions,
        spoken: &[PropositionId],
    ) -> FxHashMap<Argument, Vec<PropositionId>> {
        let mut naming: FxHashMap<Argument, Vec<PropositionId>> = FxHashMap::default();
        for id in spoken {
            let proposition = propositions.get(*id);
            for at in self.ledger.vocabulary.get(proposition.predicate).places_of(ArgumentKind::Event) {
                naming.entry(proposition.arguments[at]).or_default().push(*id);
            }
        }
        naming
    }

    /// The further positions that tie the events of one proposition to those of another.
    fn tied(&self, search: &mut Search<'_>, from: Proposition, to: Proposition) -> Further {
        let predicate = self.ledger.vocabulary.get(from.predicate);
        let mut with = Vec::new();
        for at in predicate.places_of(ArgumentKind::Event) {
            if from.arguments[at] != to.arguments[at] {
                search.start(from.arguments[at]);
                with.extend(search.path(to.arguments[at]).unwrap_or_default());
            }
        }
        with.sort();
        with.dedup();
        Further::Listed(with)
    }
}
