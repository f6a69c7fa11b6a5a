//! Findings of two states, one without premises and one with them, held against each other.

use rustc_hash::FxHashMap;

use super::Told;
use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::proposition::Proposition;
use crate::reason::premises::Premises;
use crate::rules::finding::Finding;
use crate::rules::{Rule, Sketch, compose};

/// A finding of a state; it is worded when it is first told.
pub(super) struct Found<'r> {
    rule: &'static Rule,
    about: Option<Proposition>,
    parties: Vec<PartyId>,
    sketch: Option<Sketch<'r>>,
    finding: Option<Finding>,
}

/// The facts by which two findings are of one kind: the rule; the proposition, with events that are granted to be one
/// written by the id that sorts first; the roots.
type Kind<'f> = (&'static str, Option<Proposition>, &'f [PartyId]);

impl<'r> Found<'r> {
    /// The finding of a sketch.
    pub fn new(mut sketch: Sketch<'r>) -> Self {
        let (rule, about) = (sketch.rule, sketch.about);
        Self {
            rule,
            about,
            parties: std::mem::take(&mut sketch.parties),
            sketch: Some(sketch),
            finding: None,
        }
    }

    fn kind(&self, ledger: &Ledger, premises: &Premises) -> Kind<'_> {
        (self.rule.id, self.about.map(|about| premises.written(ledger, about)), &self.parties)
    }

    fn word(&mut self) -> Option<&Finding> {
        if let Some(sketch) = self.sketch.take() {
            self.finding = Some(sketch.word());
        }
        self.finding.as_ref()
    }

    /// The finding; without its words where these are not told.
    fn finding(&mut self, told: Told) -> Option<Finding> {
        if told.finding(self.rule) {
            return self.word().cloned();
        }
        let bare = compose::finding(self.rule, String::new(), String::new());
        Some(Finding { about: self.about, parties: self.parties.clone(), ..bare })
    }
}

/// The findings that are only in the new state, in its order, and those that are only in the old one, sorted. Of findings of one kind,
/// as many are new as there are more of them; which ones, their words decide.
pub(super) fn changed(
    ledger: &Ledger,
    premises: &Premises,
    old: &mut [Found<'_>],
    new: &mut [Found<'_>],
    told: Told,
) -> (Vec<Finding>, Vec<Finding>) {
    // The number of the kind of each finding, the old ones first; of each kind its proposition, and how many are old and new.
    let mut kinds: FxHashMap<Kind<'_>, usize> = FxHashMap::default();
    let mut counts: Vec<(Option<Proposition>, [usize; 2])> = Vec::new();
    let mut numbers: Vec<usize> = Vec::with_capacity(old.len() + new.len());
    for (state, found) in old.iter().map(|found| (0, found)).chain(new.iter().map(|found| (1, found))) {
        let kind = found.kind(ledger, premises);
        let number = *kinds.entry(kind).or_insert_with(|| {
            counts.push((kind.1, [0, 0]));
            counts.len() - 1
        });
        counts[number].1[state] += 1;
        numbers.push(number);
    }
    // Where as many are old as new nothing has come or gone, and no list is made.
    let mut uneven: FxHashMap<usize, [Vec<usize>; 2]> = FxHashMap::default();
    for (at, kind) in
        numbers.into_iter().enumerate().filter(|(_, kind)| counts[*kind].1[0] != counts[*kind].1[1])
    {
        let lists = uneven.entry(kind).or_default();
        match at.checked_sub(old.len()) {
            Some(at) => lists[1].push(at),
            None => lists[0].push(at),
        }
    }
    let mut appear: Vec<(usize, Finding)> = Vec::new();
    let mut disappear: Vec<Finding> = Vec::new();
    for (kind, [mut gone, mut come]) in uneven {
        let about = counts[kind].0;
        come.retain(|&at| {
            let now = if gone.is_empty() { None } else { new[at].word() };
            let same = now.and_then(|now| {
                gone.iter().position(|&then| old[then].word().is_some_and(|then| then.message == now.message))
            });
            same.map(|same| gone.remove(same)).is_none()
        });
        let alike = gone.len().min(come.len());
        appear.extend(come.drain(alike..).filter_map(|at| Some((at, new[at].finding(told)?))));
        let left = gone.drain(alike..).filter_map(|at| old[at].finding(told));
        disappear.extend(left.map(|finding| Finding { about, ..finding }));
    }
    appear.sort_by_key(|(at, _)| *at);
    disappear.sort_by_cached_key(|found| {
        (found.rule.id, found.on(ledger), found.parties.clone(), found.message.clone())
    });
    (appear.into_iter().map(|(_, finding)| finding).collect(), disappear)
}
