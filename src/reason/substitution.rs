//! Consequences of what a root says of one event for the others that it holds to be the same.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::further::Further;
use super::links::Search;
use super::one_event::OneEvent;
use super::own::{Own, step};
use super::position::{Hold, Reason};
use super::way::Ways;
use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::proposition::{Argument, ArgumentKind, Proposition, Propositions};
use crate::ledger::vocabulary::Role;

/// A hold by its place in the list of all, with its root and what it says once each event is replaced by the first of its
/// class.
type Told = (PartyId, Proposition, usize);

/// A proposition of which somebody speaks, behind the same once each event is replaced by the first of its class.
type Said = (Proposition, PropositionId);

/// The stretches of two sorted lists that say the same of events of the same classes.
fn alike<'a>(told: &'a [Told], said: &'a [Said]) -> impl Iterator<Item = (&'a [Told], &'a [Said])> {
    let mut rest = said;
    told.chunk_by(|a, b| a.1 == b.1).filter_map(move |told| {
        let from = rest.partition_point(|(plain, _)| *plain < told[0].1);
        rest = &rest[from..];
        let to = rest.partition_point(|(plain, _)| *plain == told[0].1);
        (to > 0).then_some((told, &rest[..to]))
    })
}

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
        let mut found = Vec::new();
        if one.is_empty() {
            return found;
        }
        let naming = self.naming(propositions, spoken, one);
        for of_root in self.told(propositions, holds, one).chunk_by(|a, b| a.0 == b.0) {
            let Some(one) = one.get(&of_root[0].0) else { continue };
            let mut wanted: Vec<PropositionId> = Vec::new();
            for event in one.class.keys() {
                let from = naming.partition_point(|(at, _)| at < event);
                let named = naming[from..].iter().take_while(|(at, _)| at == event);
                wanted.extend(named.map(|(_, id)| *id));
            }
            // For a few events every consequence is drawn; for more, only those of which somebody speaks.
            let plain = of_root.chunk_by(|a, b| a.1 == b.1).map(|alike| alike[0].1);
            for plain in plain.filter(|plain| one.of_few(self.ledger, plain)) {
                let alike = one.said_alike(self.ledger, plain);
                wanted.extend(alike.into_iter().map(|said| propositions.intern(said)));
            }
            wanted.sort_unstable();
            wanted.dedup();
            let said = |id: PropositionId| (one.plain(self.ledger, propositions.get(id)), id);
            let mut said: Vec<Said> = wanted.into_iter().map(said).collect();
            said.sort_unstable();
            self.said_alike(propositions, ways, holds, one, alike(of_root, &said), &mut found);
        }
        found
    }

    /// The holds of each root that name an event which it holds to be one with another, sorted.
    fn told(
        &self,
        propositions: &Propositions,
        holds: &[Hold],
        one: &BTreeMap<PartyId, OneEvent>,
    ) -> Vec<Told> {
        let mut by_root: Vec<Option<&OneEvent>> = vec![None; self.ledger.parties.len()];
        for (root, one) in one {
            by_root[root.index()] = Some(one);
        }
        let joins: Vec<bool> =
            self.ledger.vocabulary.iter().map(|(_, predicate)| predicate.is(Role::SameEvent)).collect();
        let mut told = Vec::new();
        for (at, hold) in holds.iter().enumerate() {
            let Some(one) = by_root[hold.root.index()] else { continue };
            let proposition = propositions.get(hold.proposition);
            if !joins[proposition.predicate.index()] && one.speaks_of(self.ledger, &proposition) {
                told.push((hold.root, one.plain(self.ledger, proposition), at));
            }
        }
        told.sort_unstable();
        told
    }

    /// Adds the holds that follow for one root: from each hold of a list, those on all propositions of the list beside it.
    fn said_alike<'a>(
        &self,
        propositions: &Propositions,
        ways: &mut Ways,
        holds: &[Hold],
        one: &OneEvent,
        alike: impl Iterator<Item = (&'a [Told], &'a [Said])>,
        found: &mut Vec<Hold>,
    ) {
        let mut alike: Vec<_> = alike.collect();
        alike.sort_by_key(|(told, _)| told[0].2);
        let mut search = Search::new(&one.links);
        // Holds that name a single event are taken event by event, so that the links from it are searched once.
        let mut single: Vec<(Argument, usize, &[Said])> = Vec::new();
        for (told, said) in alike {
            for (.., at) in told {
                let from = propositions.get(holds[*at].proposition);
                if let Some(event) = self.single_event(&from) {
                    single.push((event, *at, said));
                    continue;
                }
                for (_, id) in said.iter().filter(|(_, id)| *id != holds[*at].proposition) {
                    let with = self.tied(&mut search, from, propositions.get(*id));
                    found.push(step(ways, &holds[*at], *id, Reason::SameEvent, with));
                }
            }
        }
        single.sort_by_key(|(event, ..)| *event);
        for rows in single.chunk_by(|a, b| a.0 == b.0) {
            let others =
                || rows.iter().flat_map(|(_, at, said)| said.iter().map(|(_, id)| (&holds[*at], *id)));
            let others = || others().filter(|(hold, id)| hold.proposition != *id);
            let to: Vec<Argument> =
                others().filter_map(|(_, id)| self.single_event(&propositions.get(id))).collect();
            search.start(rows[0].0);
            for ((hold, id), with) in others().zip(search.chains(&to)) {
                found.push(step(ways, hold, id, Reason::SameEvent, with.unwrap_or_default()));
            }
        }
    }

    /// The event that a proposition names; none where it names several or none.
    fn single_event(&self, proposition: &Proposition) -> Option<Argument> {
        let mut places = self.ledger.vocabulary.get(proposition.predicate).places_of(ArgumentKind::Event);
        let place = places.next()?;
        places.next().is_none().then_some(proposition.arguments[place])
    }

    /// The propositions of `spoken` that name an event which any root holds to be one with another, by event.
    fn naming(
        &self,
        propositions: &Propositions,
        spoken: &[PropositionId],
        one: &BTreeMap<PartyId, OneEvent>,
    ) -> Vec<(Argument, PropositionId)> {
        let joined: FxHashSet<Argument> = one.values().flat_map(|one| one.class.keys()).copied().collect();
        let mut naming = Vec::new();
        for id in spoken {
            let proposition = propositions.get(*id);
            for at in self.ledger.vocabulary.get(proposition.predicate).places_of(ArgumentKind::Event) {
                let event = proposition.arguments[at];
                if joined.contains(&event) {
                    naming.push((event, *id));
                }
            }
        }
        naming.sort_unstable();
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
