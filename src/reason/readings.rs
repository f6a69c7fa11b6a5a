//! Readings: what the words of one root may be read as saying under a rule of reading. A reading is never a position:
//! it supports no agreement and bears nothing out.

use std::cell::OnceCell;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::collections::hash_map::Entry;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::one_event::OneEvent;
use super::own::Own;
use super::position::Hold;
use super::way::Ways;
use crate::ledger::model::id::{PartyId, PredicateId};
use crate::ledger::model::proposition::{Argument, MOST_ARGUMENTS, Proposition, Propositions};
use crate::ledger::model::stance::Sign;
use crate::ledger::vocabulary::{Atom, HornRule, Term};

/// A proposition that the words of one root may be read as saying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The rule, by its place in the vocabulary.
    pub rule: usize,
    /// The root whose words are read.
    pub root: PartyId,
    /// The conclusion, each event replaced by the first of those that the root holds to be one with it.
    pub proposition: Proposition,
    /// True when every premise is certain.
    pub certain: bool,
    /// The premises as indices in the run's holds, in the order of the rule, without granted ones.
    pub premises: Vec<usize>,
}

/// A proposition with the index of its hold; none where it is granted.
type Fact = (Option<usize>, Proposition);

/// A way to satisfy the first premises of a rule.
struct Way {
    /// The arguments for the variables that still matter.
    bound: Vec<Option<Argument>>,
    /// The premises as indices of holds, without granted ones.
    premises: Vec<usize>,
    /// True when every premise is certain.
    certain: bool,
}

/// The facts of one root, found by predicate and by any one argument.
struct Facts {
    /// Sorted by proposition, so that those of one predicate lie together, and of these those of one first argument.
    all: Vec<Fact>,
    /// By predicate and another argument than the first; made when it is first asked for.
    by_argument: OnceCell<FxHashMap<(PredicateId, usize, Argument), Vec<Fact>>>,
}

/// All readings of all roots, sorted by root, rule and conclusion.
#[must_use]
pub fn readings(
    own: &Own<'_>,
    propositions: &Propositions,
    ways: &Ways,
    holds: &[Hold],
    one: &BTreeMap<PartyId, OneEvent>,
) -> Vec<Reading> {
    let Own { ledger, positions, premises, granted } = *own;
    let rules: Vec<(usize, &HornRule)> = ledger
        .vocabulary
        .rules
        .iter()
        .enumerate()
        .filter(|(_, rule)| !ledger.settings.readings_off.contains(&rule.id))
        .collect();
    let mut used = vec![false; ledger.vocabulary.iter().count()];
    for atom in rules.iter().flat_map(|(_, rule)| &rule.when) {
        used[atom.predicate.index()] = true;
    }
    let mut by_root: BTreeMap<PartyId, Vec<Fact>> = BTreeMap::new();
    for (at, hold) in holds.iter().enumerate() {
        let proposition = propositions.get(hold.proposition);
        if hold.sign() != Sign::Plus || hold.value.is_some() || !used[proposition.predicate.index()] {
            continue;
        }
        // A hold that rests on a proposition that is ruled out is no premise either.
        let base = positions[hold.base.0 as usize].proposition;
        let way = || std::iter::once(base).chain(ways.through(hold.way));
        if !premises.rules_any_out() || !way().any(|id| premises.rules_out(&propositions.get(id))) {
            let plain = one.get(&hold.root).map_or(proposition, |one| one.plain(ledger, proposition));
            by_root.entry(hold.root).or_default().push((Some(at), plain));
        }
    }
    // Of readings with one conclusion the one with the earliest premises is kept, whatever the order of records.
    let told = |at: usize| {
        let position = &positions[holds[at].base.0 as usize];
        (position.date.order(), ledger.statement(position.statement).id.as_str())
    };
    let earlier = |a: &[usize], b: &[usize]| a.iter().map(|at| told(*at)).lt(b.iter().map(|at| told(*at)));
    let of_root = |(root, mut rows): (PartyId, Vec<Fact>)| {
        let mut found = Vec::new();
        rows.extend(granted.iter().map(|granted| (None, *granted)));
        let facts = Facts::new(holds, rows, told);
        for (place, rule) in &rules {
            if !rule.when.iter().all(|atom| !facts.of(atom.predicate).is_empty()) {
                continue;
            }
            let mut best: BTreeMap<Proposition, Reading> = BTreeMap::new();
            for way in facts.satisfy(rule, holds, &earlier) {
                let Some(proposition) = ground(&rule.then, &way.bound) else { continue };
                // A conclusion from granted facts alone is no reading of anybody's words.
                if way.premises.is_empty() {
                    continue;
                }
                let Way { certain, premises, .. } = way;
                let better = best.get(&proposition).is_none_or(|held| {
                    !held.certain && certain || held.certain == certain && earlier(&premises, &held.premises)
                });
                if better {
                    best.insert(proposition, Reading { rule: *place, root, proposition, certain, premises });
                }
            }
            found.extend(best.into_values());
        }
        found
    };
    let by_root: Vec<(PartyId, Vec<Fact>)> = by_root.into_iter().collect();
    by_root.into_par_iter().flat_map_iter(of_root).collect()
}

impl Facts {
    fn new<Told: Ord>(holds: &[Hold], mut rows: Vec<Fact>, told: impl Fn(usize) -> Told) -> Self {
        // Of several holds on one proposition the most certain, least derived and earliest is kept.
        let rank = |at: Option<usize>| {
            let rank = at.map(|at| (!holds[at].stance.certain(), holds[at].way.len(), told(at)));
            (rank.is_none(), rank)
        };
        rows.sort_by(|(a, one), (b, other)| one.cmp(other).then_with(|| rank(*a).cmp(&rank(*b))));
        rows.dedup_by_key(|(_, proposition)| *proposition);
        Self { all: rows, by_argument: OnceCell::new() }
    }

    /// The facts of a predicate.
    fn of(&self, predicate: PredicateId) -> &[Fact] {
        stretch(&self.all, |fact| fact.predicate.cmp(&predicate))
    }

    fn by_argument(&self) -> &FxHashMap<(PredicateId, usize, Argument), Vec<Fact>> {
        self.by_argument.get_or_init(|| {
            let mut by: FxHashMap<(PredicateId, usize, Argument), Vec<Fact>> = FxHashMap::default();
            for (at, proposition) in &self.all {
                for (place, argument) in proposition.arguments().iter().enumerate().skip(1) {
                    let key = (proposition.predicate, place, *argument);
                    by.entry(key).or_default().push((*at, *proposition));
                }
            }
            by
        })
    }

    /// The ways to satisfy the premises of a rule, one premise after another. Of ways that no further premise and no
    /// conclusion can tell apart only the best are carried on, so that their number does not multiply with each premise.
    fn satisfy(
        &self,
        rule: &HornRule,
        holds: &[Hold],
        earlier: &impl Fn(&[usize], &[usize]) -> bool,
    ) -> Vec<Way> {
        let mut ways = vec![Way { bound: vec![None; rule.variables], premises: Vec::new(), certain: true }];
        for (at, atom) in rule.when.iter().enumerate() {
            let later = rule.when[at + 1..].iter().chain([&rule.then]);
            let mut needed = vec![false; rule.variables];
            later.flat_map(|atom| &atom.terms).for_each(|term| {
                if let Term::Variable(variable) = term {
                    needed[*variable] = true;
                }
            });
            let mut next: Vec<Way> = Vec::new();
            let mut alike: FxHashMap<(Vec<Option<Argument>>, usize, bool), usize> = FxHashMap::default();
            for way in &ways {
                for (at, proposition) in self.matching(atom, &way.bound) {
                    let mut bound = way.bound.clone();
                    if !bind(atom, proposition, &mut bound) {
                        continue;
                    }
                    bound
                        .iter_mut()
                        .zip(&needed)
                        .filter(|(_, needed)| !**needed)
                        .for_each(|(value, _)| *value = None);
                    let mut premises = way.premises.clone();
                    premises.extend(at);
                    let certain = way.certain && at.is_none_or(|at| holds[at].stance.certain());
                    // An uncertain way may yet be the best, where what follows makes the certain one uncertain too.
                    match alike.entry((bound.clone(), premises.len(), certain)) {
                        Entry::Vacant(free) => {
                            free.insert(next.len());
                            next.push(Way { bound, premises, certain });
                        }
                        Entry::Occupied(held) => {
                            let held = &mut next[*held.get()];
                            if earlier(&premises, &held.premises) {
                                held.premises = premises;
                            }
                        }
                    }
                }
            }
            ways = next;
        }
        ways
    }

    /// The facts that an atom may match: those with the first of its arguments that is known, or all where none is.
    fn matching(&self, atom: &Atom, bound: &[Option<Argument>]) -> &[Fact] {
        let known = atom.terms.iter().enumerate().find_map(|(place, term)| match term {
            Term::Fixed(argument) => Some((place, *argument)),
            Term::Variable(at) => bound[*at].map(|argument| (place, argument)),
        });
        match known {
            Some((0, argument)) => stretch(self.of(atom.predicate), |fact| fact.arguments[0].cmp(&argument)),
            Some((place, argument)) => {
                self.by_argument().get(&(atom.predicate, place, argument)).map_or(&[], Vec::as_slice)
            }
            None => self.of(atom.predicate),
        }
    }
}

/// The stretch of sorted facts that compare as equal.
fn stretch(facts: &[Fact], compare: impl Fn(&Proposition) -> Ordering) -> &[Fact] {
    let from = facts.partition_point(|(_, fact)| compare(fact) == Ordering::Less);
    let equal = facts[from..].partition_point(|(_, fact)| compare(fact) == Ordering::Equal);
    &facts[from..from + equal]
}

/// Binds the variables of an atom to the arguments of a fact; false where they do not fit.
fn bind(atom: &Atom, fact: &Proposition, bound: &mut [Option<Argument>]) -> bool {
    let arguments = fact.arguments();
    arguments.len() == atom.terms.len()
        && atom.terms.iter().zip(arguments).all(|(term, argument)| match term {
            Term::Fixed(fixed) => fixed == argument,
            Term::Variable(at) => *bound[*at].get_or_insert(*argument) == *argument,
        })
}

/// The proposition that an atom makes of the bound variables; none where one of them is not bound.
fn ground(atom: &Atom, bound: &[Option<Argument>]) -> Option<Proposition> {
    let mut arguments = [Argument::NONE; MOST_ARGUMENTS];
    for (place, term) in atom.terms.iter().enumerate() {
        arguments[place] = match term {
            Term::Fixed(argument) => *argument,
            Term::Variable(at) => bound[*at]?,
        };
    }
    Some(Proposition { predicate: atom.predicate, arguments })
}
