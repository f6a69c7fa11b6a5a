//! What each root holds: its standing words, closed upwards within that root alone.

use std::collections::{BTreeMap, BTreeSet};

use gainsay::ledger::Ledger;
use gainsay::model::party::PartyKind;
use gainsay::model::proposition::ArgumentKind;
use gainsay::model::stance::Sign;
use gainsay::model::value::Value;

use super::said::{Atom, Said, definition};
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
}

impl<'l> World<'l> {
    pub fn new(ledger: &'l Ledger, said: Vec<Said>) -> Self {
        let roots: BTreeSet<usize> = said.iter().map(|said| said.root).collect();
        let held = roots.into_iter().map(|root| (root, closure(ledger, &said, root))).collect();
        Self { ledger, said, held }
    }

    pub fn roots(&self) -> Vec<usize> {
        self.held.keys().copied().collect()
    }

    /// Standing positions of a root.
    pub fn of(&self, root: usize, sign: Sign) -> impl Iterator<Item = &Said> {
        self.said.iter().filter(move |said| said.root == root && said.sign() == sign)
    }

    pub fn plus(&self, root: usize) -> &[Held] {
        self.held.get(&root).map_or(&[], Vec::as_slice)
    }

    /// The proposition at which a clash of that plus with a minus is reported.
    pub fn at(&self, held: &Held, met: &Atom) -> String {
        held.base.map_or(met, |base| &self.said[base].atom).text(self.ledger)
    }

    pub fn statements(&self, held: &Held) -> BTreeSet<usize> {
        held.rests.iter().map(|at| self.said[*at].statement).collect()
    }

    /// The minuses of a root that deny an atom with a value, by definition.
    pub fn denials(&self, root: usize, atom: &Atom, value: Option<Value>) -> Vec<&Said> {
        self.of(root, Sign::Minus)
            .filter(|said| {
                if said.atom == *atom {
                    values::inside(self.ledger, value, said.value)
                } else {
                    definition(self.ledger, atom, said.date(self.ledger)).contains(&said.atom)
                }
            })
            .collect()
    }
}

fn closure(ledger: &Ledger, said: &[Said], root: usize) -> Vec<Held> {
    let mut all: Vec<Held> = Vec::new();
    let mut open: Vec<Held> = Vec::new();
    for (at, one) in said.iter().enumerate().filter(|(_, one)| one.root == root && one.sign() == Sign::Plus) {
        open.push(Held {
            atom: one.atom.clone(),
            value: one.value,
            certain: one.certain(),
            base: Some(at),
            rests: BTreeSet::from([at]),
        });
    }
    while let Some(next) = open.pop() {
        let known = all.iter().any(|held| {
            (&held.atom, held.value, held.base) == (&next.atom, next.value, next.base)
                && (held.certain || !next.certain)
                && held.rests.is_subset(&next.rests)
        });
        if known {
            continue;
        }
        all.retain(|held| {
            !((&held.atom, held.value, held.base) == (&next.atom, next.value, next.base)
                && (next.certain || !held.certain)
                && next.rests.is_subset(&held.rests))
        });
        open.extend(alone(ledger, said, &next));
        for other in &all {
            open.extend(together(ledger, &next, other));
            open.extend(together(ledger, other, &next));
        }
        all.push(next);
    }
    all
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

/// What follows from two: a chain, another name of an event, a member's deed.
fn together(ledger: &Ledger, one: &Held, other: &Held) -> Vec<Held> {
    let mut found = Vec::new();
    let rests: BTreeSet<usize> = one.rests.union(&other.rests).copied().collect();
    let with = |atom: Atom, value, base| Held {
        atom,
        value,
        base,
        certain: one.certain && other.certain,
        rests: rests.clone(),
    };
    let predicate = ledger.vocabulary.get(one.atom.name);
    if predicate.transitive && one.atom.name == other.atom.name && one.atom.arguments.len() == 2 {
        let turns = |atom: &Atom| {
            let pair = (atom.arguments[0], atom.arguments[1]);
            if predicate.symmetric { vec![pair, (pair.1, pair.0)] } else { vec![pair] }
        };
        for (a, b) in turns(&one.atom) {
            for (c, d) in turns(&other.atom) {
                if b == c && a != d {
                    found.push(with(Atom::new(ledger, one.atom.name, vec![a, d]), None, None));
                }
            }
        }
    }
    if other.atom.is(ledger, "same-event") && !one.atom.is(ledger, "same-event") && other.certain {
        let (x, y) = (other.atom.arguments[0], other.atom.arguments[1]);
        for (from, to) in [(x, y), (y, x)] {
            for (at, (kind, _)) in predicate.arguments.iter().enumerate() {
                if *kind == ArgumentKind::Event && one.atom.arguments.get(at) == Some(&from) {
                    let mut arguments = one.atom.arguments.clone();
                    arguments[at] = to;
                    found.push(with(Atom::new(ledger, one.atom.name, arguments), one.value, one.base));
                }
            }
        }
    }
    let deed = one.atom.is(ledger, "carried-out") || one.atom.is(ledger, "took-part-in");
    if deed && other.atom.is(ledger, "member-of") && other.certain {
        let (member, class) = (other.atom.arguments[0], other.atom.arguments[1]);
        let is_class = ledger.parties.at(class).kind == PartyKind::Class;
        if one.atom.arguments[0] == member && is_class {
            let atom = Atom::new(ledger, one.atom.name, vec![class, one.atom.arguments[1]]);
            found.push(with(atom, one.value, one.base));
        }
    }
    found
}
