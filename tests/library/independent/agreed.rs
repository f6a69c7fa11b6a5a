//! `agreement`, `shared-position` and `circular-reporting`.

use std::collections::{BTreeMap, BTreeSet};

use gainsay::ledger::model::stance::Sign;
use gainsay::ledger::model::value::Value;

use super::Book;
use super::held::World;
use super::record::count_origins;
use super::said::Atom;
use super::values::inside;

/// One root's hold on a proposition: value and statements.
struct Hold {
    root: usize,
    value: Option<Value>,
    statements: BTreeSet<usize>,
    words: bool,
}

pub fn agreements(world: &World<'_>, book: &mut Book) {
    let stated: BTreeSet<Atom> =
        world.said.iter().filter(|said| said.words).map(|said| said.atom.clone()).collect();
    for (part, sign) in [Sign::Plus, Sign::Minus].into_iter().enumerate() {
        for atom in &stated {
            let holds = holders(world, atom, sign);
            agreed(world, atom, sign, part, &holds, book);
        }
    }
    shared(world, book);
}

fn holders(world: &World<'_>, atom: &Atom, sign: Sign) -> Vec<Hold> {
    let mut holds = Vec::new();
    for root in world.roots() {
        if sign == Sign::Plus {
            for held in world.plus(root).iter().filter(|held| held.atom == *atom) {
                let base = held.base.map(|base| &world.said[base]);
                holds.push(Hold {
                    root,
                    value: held.value,
                    statements: world.statements(held),
                    words: base.is_some_and(|base| base.words && base.atom == *atom),
                });
            }
        } else {
            for denial in world.denials(root, atom, None) {
                holds.push(Hold {
                    root,
                    value: None,
                    statements: denial.statements,
                    words: denial.said.atom == *atom && denial.said.words,
                });
            }
            for said in world.of(root, sign).filter(|said| said.value.is_some()) {
                for denial in world.denials(root, atom, said.value) {
                    if denial.said == said {
                        holds.push(Hold {
                            root,
                            value: said.value,
                            statements: denial.statements,
                            words: said.atom == *atom && said.words,
                        });
                    }
                }
            }
        }
    }
    holds
}

/// Agreements on one proposition and sign: the widest values that hold those of others.
fn agreed(world: &World<'_>, atom: &Atom, sign: Sign, part: usize, holds: &[Hold], book: &mut Book) {
    let ledger = world.ledger;
    // Denying commits to what lies outside the value: the narrowest denied value is the widest commitment.
    let contains = |wide: Option<Value>, narrow: Option<Value>| match sign {
        _ if wide.is_some() != narrow.is_some() => false,
        Sign::Minus => inside(ledger, wide, narrow),
        _ => inside(ledger, narrow, wide),
    };
    let mut found: Vec<(Option<Value>, Vec<&Hold>)> = Vec::new();
    for widest in holds {
        let group: Vec<&Hold> = holds.iter().filter(|hold| contains(widest.value, hold.value)).collect();
        let roots: BTreeSet<usize> = group.iter().map(|hold| hold.root).collect();
        let same = |value| contains(value, widest.value) && contains(widest.value, value);
        if roots.len() > 1 && !found.iter().any(|(value, _)| same(*value)) {
            found.push((widest.value, group));
        }
    }
    for (at, (value, group)) in found.iter().enumerate() {
        let narrower = found.iter().any(|(wider, _)| contains(*wider, *value) && !contains(*value, *wider));
        if narrower || !group.iter().any(|hold| hold.words) {
            continue;
        }
        let statements: BTreeSet<usize> = group.iter().flat_map(|hold| hold.statements.clone()).collect();
        let roots: BTreeSet<usize> = group.iter().map(|hold| hold.root).collect();
        let (rule, level) = if count_origins(ledger, &statements) > 1 {
            ("agreement", "note")
        } else {
            ("circular-reporting", "warning")
        };
        book.add(rule, (atom.text(ledger), part + 2 * at), roots, statements, Some(level));
    }
}

/// An attitude that two or more roots say is their own.
fn shared(world: &World<'_>, book: &mut Book) {
    let ledger = world.ledger;
    let mut own: BTreeMap<(String, usize), BTreeMap<usize, BTreeSet<usize>>> = BTreeMap::new();
    let mut add = |atom: &Atom, root: usize, part: usize, statements: BTreeSet<usize>| {
        if ledger.vocabulary.get(atom.name).attitude && atom.arguments[0] == root {
            let text = atom.text(ledger).replacen(&format!("({}", ledger.parties.at(root).id), "(self", 1);
            own.entry((text, part)).or_default().entry(root).or_default().extend(statements);
        }
    };
    for root in world.roots() {
        for held in world.plus(root) {
            add(&held.atom, root, 0, world.statements(held));
        }
        for said in world.of(root, Sign::Minus) {
            add(&said.atom, root, 1, BTreeSet::from([said.statement]));
        }
    }
    for (at, roots) in own.into_iter().filter(|(_, roots)| roots.len() > 1) {
        let statements: Vec<usize> = roots.values().flatten().copied().collect();
        book.add("shared-position", at, roots.into_keys(), statements, Some("note"));
    }
}
