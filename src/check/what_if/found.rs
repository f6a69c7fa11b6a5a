//! Findings of two states, one without premises and one with them, held against each other.

use rustc_hash::FxHashMap;

use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::proposition::Proposition;
use crate::reason::premises::Premises;
use crate::rules::Sketch;
use crate::rules::finding::Finding;

/// A finding of a state; it is worded when it is first told.
pub(super) struct Found<'r> {
    rule: &'static str,
    about: Option<Proposition>,
    parties: Vec<PartyId>,
    words: Words<'r>,
}

enum Words<'r> {
    Unsaid(Option<Box<Sketch<'r>>>),
    Said(Box<Finding>),
}

/// The facts by which two findings are of one kind: the rule; the proposition, with events that are granted to be one
/// written by the id that sorts first; the roots.
type Key = (&'static str, Option<Proposition>, Vec<PartyId>);

impl<'r> Found<'r> {
    /// The finding of a sketch.
    pub fn new(sketch: Sketch<'r>) -> Self {
        Self {
            rule: sketch.rule.id,
            about: sketch.about,
            parties: sketch.parties.clone(),
            words: Words::Unsaid(Some(Box::new(sketch))),
        }
    }

    fn key(&self, ledger: &Ledger, premises: &Premises) -> Key {
        (self.rule, self.about.map(|about| premises.written(ledger, about)), self.parties.clone())
    }

    fn word(&mut self) -> Option<&Finding> {
        if let Words::Unsaid(sketch) = &mut self.words {
            self.words = Words::Said(Box::new(sketch.take()?.word()));
        }
        match &self.words {
            Words::Said(finding) => Some(finding),
            Words::Unsaid(_) => None,
        }
    }
}

/// The findings that are only in the new state, in its order, and those that are only in the old one, sorted. Of findings of one kind,
/// as many are new as there are more of them; which ones, their words decide.
pub(super) fn changed(
    ledger: &Ledger,
    premises: &Premises,
    old: &mut [Found<'_>],
    new: &mut [Found<'_>],
) -> (Vec<Finding>, Vec<Finding>) {
    let mut kinds: FxHashMap<Key, [Vec<usize>; 2]> = FxHashMap::default();
    for (at, found) in old.iter().enumerate() {
        kinds.entry(found.key(ledger, premises)).or_default()[0].push(at);
    }
    for (at, found) in new.iter().enumerate() {
        kinds.entry(found.key(ledger, premises)).or_default()[1].push(at);
    }
    let mut appear: Vec<(usize, Finding)> = Vec::new();
    let mut disappear: Vec<Finding> = Vec::new();
    for ((_, about, _), [mut gone, mut come]) in kinds {
        if gone.len() == come.len() {
            continue;
        }
        come.retain(|&at| {
            let same = new[at].word().and_then(|now| {
                gone.iter().position(|&then| old[then].word().is_some_and(|then| then.message == now.message))
            });
            same.map(|same| gone.remove(same)).is_none()
        });
        let alike = gone.len().min(come.len());
        appear.extend(come.drain(alike..).filter_map(|at| Some((at, new[at].word()?.clone()))));
        let left = gone.drain(alike..).filter_map(|at| old[at].word().cloned());
        disappear.extend(left.map(|finding| Finding { about, ..finding }));
    }
    appear.sort_by_key(|(at, _)| *at);
    disappear.sort_by_cached_key(|found| {
        (found.rule.id, found.on(ledger), found.parties.clone(), found.message.clone())
    });
    (appear.into_iter().map(|(_, finding)| finding).collect(), disappear)
}
