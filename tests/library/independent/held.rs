//! What each root holds: its standing words, closed upwards within that root alone.

use std::collections::{BTreeMap, BTreeSet};

use gainsay::ledger::Ledger;
use gainsay::ledger::model::date::Date;
use gainsay::ledger::model::party::PartyKind;
use gainsay::ledger::model::proposition::ArgumentKind;
use gainsay::ledger::model::stance::Sign;
use gainsay::ledger::model::value::Value;
use gainsay::ledger::vocabulary::Role;

use super::clash::definition;
use super::said::{Atom, Said};
use super::values;

/// Something a root holds with plus, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    pub atom: Atom,
    pub value: Option<Value>,
    pub certain: bool,
    /// The position that states it, or that it is a consequence of; none for a chain of several.
    pub base: Option<usize>,
    /// All positions that it rests on.
    pub rests: BTreeSet<usize>,
}

/// A ledger, what stands of it, and what each root holds.
pub struct World<'l> {
    pub ledger: &'l Ledger,
    pub said: Vec<Said>,
    pub held: BTreeMap<usize, Vec<Held>>,
    /// What each root may be read as saying.
    pub readings: Vec<Reading>,
}

/// What a root may be read as saying under a rule, and the statements that it rests on.
pub struct Reading {
    pub root: usize,
    pub then: Atom,
    pub certain: bool,
    pub statements: BTreeSet<usize>,
}

impl<'l> World<'l> {
    pub fn new(ledger: &'l Ledger, said: Vec<Said>) -> Self {
        let roots: BTreeSet<usize> = said.iter().map(|said| said.root).collect();
        let held = roots.into_iter().map(|root| (root, closure(ledger, &said, root))).collect();
        let mut world = Self { ledger, said, held, readings: Vec::new() };
        world.readings = super::readings::read(&world);
        world
    }

    pub fn roots(&self) -> Vec<usize> {
        self.held.keys().copied().collect()
    }

    /// Standing positions of a root.
    pub fn of(&self, root: usize, sign: Sign) -> impl Iterator<Item = &Said> {
        self.said.iter().filter(move |said| said.root == root && said.sign() == sign && !said.fallen)
    }

    pub fn plus(&self, root: usize) -> &[Held] {
        self.held.get(&root).map_or(&[], Vec::as_slice)
    }

    /// The proposition at which a clash of that plus with a minus is reported.
    pub fn at(&self, held: &Held, met: &Atom) -> String {
        held.base.map_or(met, |base| &self.said[base].atom).text(self.ledger)
    }

    /// The words behind it.
    pub fn words(&self, held: &Held) -> impl Iterator<Item = &Said> {
        held.rests.iter().map(|at| &self.said[*at])
    }

    /// The words that state it or that it is a consequence of.
    pub fn stated(&self, held: &Held) -> Option<&Said> {
        held.base.map(|base| &self.said[base])
    }

    pub fn statements(&self, held: &Held) -> BTreeSet<usize> {
        held.rests.iter().map(|at| self.said[*at].statement).collect()
    }

    /// The minuses of a root that deny an atom with a value, by definition: those that stand among what would follow
    /// if the root held it.
    pub fn denials(&self, root: usize, atom: &Atom, value: Option<Value>) -> Vec<Denial<'_>> {
        let mut found: Vec<Denial<'_>> = Vec::new();
        for said in self.of(root, Sign::Minus) {
            for held in self.would_follow(root, atom, value, said.date(self.ledger)) {
                let met = if held.value.is_some() || said.value.is_some() || *atom == said.atom {
                    held.atom == said.atom && values::inside(self.ledger, held.value, said.value)
                } else {
                    held.atom == said.atom
                };
                if met {
                    let mut statements = self.statements(&held);
                    statements.insert(said.statement);
                    found.push(Denial { said, statements });
                }
            }
        }
        found
    }

    /// Whether a root denies an atom with a value, by definition too.
    pub fn denies(&self, root: usize, atom: &Atom, value: Option<Value>) -> bool {
        !self.denials(root, atom, value).is_empty()
    }

    fn would_follow(&self, root: usize, atom: &Atom, value: Option<Value>, day: &Date) -> Vec<Held> {
        let ties: Vec<&Held> = self
            .plus(root)
            .iter()
            .filter(|held| held.atom.is(self.ledger, Role::SameEvent))
            .filter(|held| leads(self.ledger, &self.said, held))
            .collect();
        let supposed = Held { atom: atom.clone(), value, certain: true, base: None, rests: BTreeSet::new() };
        let (mut all, mut open): (Vec<Held>, Vec<Held>) = (Vec::new(), vec![supposed]);
        while let Some(next) = open.pop() {
            if all.iter().any(|held| covers(held, &next)) {
                continue;
            }
            all.retain(|held| !covers(&next, held));
            for atom in definition(self.ledger, &next.atom, day) {
                if atom != next.atom {
                    open.push(Held { atom, value: None, ..next.clone() });
                }
            }
            for tie in &ties {
                open.extend(deeds(self.ledger, &next, tie));
            }
            all.push(next);
        }
        all
    }
}

/// One minus, and the statements that it rests on.
pub struct Denial<'w> {
    pub said: &'w Said,
    pub statements: BTreeSet<usize>,
}

fn closure(ledger: &Ledger, said: &[Said], root: usize) -> Vec<Held> {
    let mut all: Vec<Held> = Vec::new();
    let mut open: Vec<Held> = Vec::new();
    let own = |one: &Said| one.root == root && one.sign() == Sign::Plus && !one.fallen;
    for (at, one) in said.iter().enumerate().filter(|(_, one)| own(one)) {
        open.push(Held {
            atom: one.atom.clone(),
            value: one.value,
            certain: one.certain(),
            base: Some(at),
            rests: BTreeSet::from([at]),
        });
    }
    while let Some(next) = open.pop() {
        if all.iter().any(|held| covers(held, &next)) {
            continue;
        }
        all.retain(|held| !covers(&next, held));
        open.extend(alone(ledger, said, &next));
        for other in &all {
            for (one, other) in [(&next, other), (other, &next)] {
                let leads = |held: &Held| leads(ledger, said, held);
                if leads(one) && leads(other) {
                    open.extend(chain(ledger, one, other));
                }
                if leads(other) {
                    open.extend(deeds(ledger, one, other));
                }
            }
        }
        all.push(next);
    }
    all
}

/// Whether it is the first word of its root on this: a premise is needed once, however often it is repeated.
fn leads(ledger: &Ledger, said: &[Said], held: &Held) -> bool {
    let Some(base) = held.base.map(|base| &said[base]) else { return true };
    let key = |said: &Said| (said.date(ledger).order(), ledger.statements.at(said.statement).id.clone());
    !said.iter().any(|other| {
        (other.root, &other.atom, other.sign()) == (base.root, &base.atom, Sign::Plus)
            && (other.certain() && !base.certain()
                || other.certain() == base.certain() && key(other) < key(base))
    })
}

/// Whether one says all that the other says, on fewer grounds; a chain adds nothing to plain words.
fn covers(one: &Held, other: &Held) -> bool {
    (&one.atom, one.value) == (&other.atom, other.value)
        && (one.base == other.base || other.base.is_none())
        && (one.certain || !other.certain)
        && one.rests.is_subset(&other.rests)
}

/// What follows from one thing held.
fn alone(ledger: &Ledger, said: &[Said], held: &Held) -> Vec<Held> {
    let Some(base) = held.base else { return Vec::new() };
    definition(ledger, &held.atom, said[base].date(ledger))
        .into_iter()
        .filter(|atom| *atom != held.atom)
        .map(|atom| Held { atom, value: None, ..held.clone() })
        .collect()
}

/// What follows from two: a chain.
fn chain(ledger: &Ledger, one: &Held, other: &Held) -> Vec<Held> {
    let mut found = Vec::new();
    let predicate = ledger.vocabulary.get(one.atom.name);
    if predicate.transitive && one.atom.name == other.atom.name && one.atom.arguments.len() == 2 {
        let turns = |atom: &Atom| {
            let pair = (atom.arguments[0], atom.arguments[1]);
            if predicate.symmetric { vec![pair, (pair.1, pair.0)] } else { vec![pair] }
        };
        for (a, b) in turns(&one.atom) {
            for (c, d) in turns(&other.atom) {
                if b == c && a != d {
                    found.push(both(one, other, Atom::new(ledger, one.atom.name, vec![a, d]), None, None));
                }
            }
        }
    }
    found
}

/// What follows from two: another name of an event, a member's deed.
fn deeds(ledger: &Ledger, one: &Held, other: &Held) -> Vec<Held> {
    let mut found = Vec::new();
    let predicate = ledger.vocabulary.get(one.atom.name);
    if other.atom.is(ledger, Role::SameEvent) && !one.atom.is(ledger, Role::SameEvent) && other.certain {
        let (x, y) = (other.atom.arguments[0], other.atom.arguments[1]);
        for (from, to) in [(x, y), (y, x)] {
            for (at, (kind, _)) in predicate.arguments.iter().enumerate() {
                if *kind == ArgumentKind::Event && one.atom.arguments.get(at) == Some(&from) {
                    found.push(both(one, other, one.atom.with(ledger, at, to), one.value, one.base));
                }
            }
        }
    }
    let deed = predicate.doer().filter(|_| predicate.is(Role::Deed));
    if let (Some(doer), true) = (deed, other.atom.is(ledger, Role::Member) && other.certain) {
        let (member, class) = (other.atom.arguments[0], other.atom.arguments[1]);
        let is_class = ledger.parties.at(class).kind == PartyKind::Class;
        if one.atom.arguments[doer] == member && is_class {
            let atom = one.atom.with(ledger, doer, class);
            found.push(both(one, other, atom, one.value, one.base));
        }
    }
    found
}

fn both(one: &Held, other: &Held, atom: Atom, value: Option<Value>, base: Option<usize>) -> Held {
    let rests = one.rests.union(&other.rests).copied().collect();
    Held { atom, value, certain: one.certain && other.certain, base, rests }
}
