//! Clashes between different roots: of words, values, opposites, attributions and readings.

use std::collections::{BTreeMap, BTreeSet};

use gainsay::ledger::model::party::PartyKind;
use gainsay::ledger::model::proposition::ArgumentKind;
use gainsay::ledger::vocabulary::{Atom as Pattern, Term};

use super::held::{Denial, Held, World};
use super::record::kin;
use super::said::Atom;
use super::values::conflict;
use super::{Book, weight};

/// `direct-contradiction` and `conflicting-values`.
pub fn contradictions(world: &World<'_>, book: &mut Book) {
    for one in world.roots() {
        for other in world.roots().into_iter().filter(|other| *other != one) {
            let mut met: Vec<(&Held, Denial<'_>, BTreeSet<usize>)> = Vec::new();
            for held in world.plus(one) {
                for minus in world.denials(other, &held.atom, held.value) {
                    let statements = world.statements(held).union(&minus.statements).copied().collect();
                    met.push((held, minus, statements));
                }
            }
            for (held, minus, statements) in &met {
                // The same two words may meet on more grounds than they need.
                let fewer = met.iter().any(|(other, against, on)| {
                    (other.base, against.said) == (held.base, minus.said)
                        && on.is_subset(statements)
                        && on != statements
                });
                if !fewer {
                    let at = (world.at(held, &minus.said.atom), 0);
                    let level = weight(held.certain, minus.said.certain());
                    book.add("direct-contradiction", at, [one, other], statements.clone(), level);
                }
            }
            for held in world.plus(one) {
                for against in
                    world.plus(other).iter().filter(|against| one < other && against.atom == held.atom)
                {
                    if !conflict(world.ledger, held.value, against.value) {
                        continue;
                    }
                    let stated =
                        |held: &Held| held.base.map(|base| &world.said[base].atom) == Some(&held.atom);
                    if !stated(held) && !stated(against) {
                        continue;
                    }
                    let mut statements = world.statements(held);
                    statements.extend(world.statements(against));
                    // Where several names of one event would do, the one whose text sorts first.
                    let twin = [held, against]
                        .into_iter()
                        .filter_map(|held| held.base)
                        .map(|base| world.said[base].atom.text(world.ledger))
                        .filter(|text| both_reach(world, held, against, text))
                        .min();
                    let at = twin.unwrap_or_else(|| held.atom.text(world.ledger));
                    let level = weight(held.certain, against.certain);
                    book.add("conflicting-values", (at, 0), [one, other], statements, level);
                }
            }
        }
    }
}

/// Whether the same two positions meet at another proposition too.
fn both_reach(world: &World<'_>, one: &Held, other: &Held, text: &str) -> bool {
    [one, other].into_iter().all(|held| {
        held.base.is_some_and(|base| {
            let root = world.said[base].root;
            world
                .plus(root)
                .iter()
                .any(|again| again.base == held.base && again.atom.text(world.ledger) == text)
        })
    })
}

/// `incompatible-claims`.
pub fn incompatible(world: &World<'_>, book: &mut Book) {
    for one in world.roots() {
        for other in world.roots().into_iter().filter(|other| one < *other) {
            for a in world.plus(one) {
                for b in world.plus(other) {
                    let opposites = world.ledger.vocabulary.opposites(a.atom.name, b.atom.name);
                    if !opposites || a.atom.arguments != b.atom.arguments {
                        continue;
                    }
                    let mut statements = world.statements(a);
                    statements.extend(world.statements(b));
                    let at = world.at(a, &a.atom).min(world.at(b, &b.atom));
                    let level = weight(a.certain, b.certain);
                    book.add("incompatible-claims", (at, 0), [one, other], statements, level);
                }
            }
        }
    }
}

/// `rival-attributions`: who did it, filled differently.
pub fn rivals(world: &World<'_>, book: &mut Book) {
    let ledger = world.ledger;
    for (name, predicate) in ledger.vocabulary.iter() {
        let Some(place) = predicate.rival else { continue };
        // Per question (the other arguments): who fills it, by root.
        let mut filled: BTreeMap<Vec<Option<usize>>, BTreeMap<usize, Vec<&Held>>> = BTreeMap::new();
        for root in world.roots() {
            for held in world.plus(root).iter().filter(|held| held.atom.name == name) {
                let question = held
                    .atom
                    .arguments
                    .iter()
                    .enumerate()
                    .map(|(at, argument)| (at != place).then_some(*argument))
                    .collect();
                filled.entry(question).or_default().entry(root).or_default().push(held);
            }
        }
        for (question, roots) in filled {
            let stated = roots.values().flatten().any(|held| {
                held.base.is_some_and(|base| {
                    let atom = &world.said[base].atom;
                    atom.name == name
                        && atom
                            .arguments
                            .iter()
                            .zip(&question)
                            .all(|(at, asked)| asked.is_none_or(|asked| asked == *at))
                })
            });
            if !stated {
                continue;
            }
            let fillers = |root: usize| -> BTreeSet<usize> {
                roots[&root].iter().map(|held| held.atom.arguments[place]).collect()
            };
            let class = |party: &usize| ledger.parties.at(*party).kind == PartyKind::Class;
            let mut taking_part: BTreeSet<usize> = BTreeSet::new();
            for one in roots.keys() {
                for other in roots.keys().filter(|other| *other > one) {
                    let (a, b) = (fillers(*one), fillers(*other));
                    let related = a.iter().any(|x| b.iter().any(|y| kindred(world, [*one, *other], *x, *y)));
                    if !related && !a.iter().all(class) && !b.iter().all(class) {
                        taking_part.extend([*one, *other]);
                    }
                }
            }
            if taking_part.is_empty() {
                continue;
            }
            let about = |at: usize| roots[&at].iter().filter(|held| !class(&held.atom.arguments[place]));
            let statements: BTreeSet<usize> = taking_part
                .iter()
                .flat_map(|root| about(*root))
                .flat_map(|held| world.statements(held))
                .collect();
            let denied = taking_part.iter().flat_map(|root| about(*root)).any(|held| {
                world.roots().into_iter().any(|root| !world.denials(root, &held.atom, None).is_empty())
            });
            let arguments: Vec<String> = {
                let any = Atom { name, arguments: question.iter().map(|at| at.unwrap_or(0)).collect() };
                let text = any.text(ledger);
                let inner = text.split_once('(').map_or("", |(_, rest)| rest.trim_end_matches(')'));
                inner.split(", ").map(str::to_owned).collect()
            };
            let shown: Vec<&str> = arguments
                .iter()
                .enumerate()
                .map(|(at, argument)| if at == place { "?" } else { argument })
                .collect();
            let text = format!("{}({})", predicate.id, shown.join(", "));
            let level = Some(if denied { "warning" } else { "note" });
            book.add("rival-attributions", (text, 0), taking_part, statements, level);
        }
    }
}

/// Part and whole, or `member-of`, `acts-for` by the word of either root.
fn kindred(world: &World<'_>, roots: [usize; 2], a: usize, b: usize) -> bool {
    kin(world.ledger, a, b)
        || roots.into_iter().flat_map(|root| world.plus(root)).any(|held| {
            (held.atom.is(world.ledger, "member-of") || held.atom.is(world.ledger, "acts-for"))
                && (held.atom.arguments == [a, b] || held.atom.arguments == [b, a])
        })
}

/// `implied-contradiction`: a reading of one root's words against the minus of another.
pub fn readings(world: &World<'_>, book: &mut Book) {
    let ledger = world.ledger;
    let off = &ledger.settings.readings_off;
    for rule in ledger.vocabulary.rules.iter().filter(|rule| !off.contains(&rule.id)) {
        for root in world.roots() {
            for (bound, premises) in matches(world, root, &rule.when, vec![None; rule.variables]) {
                let arguments: Option<Vec<usize>> =
                    rule.then.terms.iter().map(|term| value(&bound, *term)).collect();
                let Some(arguments) = arguments else { continue };
                let then = Atom::new(ledger, rule.then.predicate, arguments);
                let certain = premises.iter().all(|held| held.certain);
                let mut rests: BTreeSet<usize> = BTreeSet::new();
                for held in &premises {
                    rests.extend(world.statements(held));
                }
                for other in world.roots().into_iter().filter(|other| *other != root) {
                    for Denial { said: minus, statements } in world.denials(other, &then, None) {
                        let held = world.plus(root).iter().any(|held| held.atom == minus.atom)
                            || !world.denials(root, &minus.atom, None).is_empty();
                        if held {
                            continue;
                        }
                        let statements = rests.union(&statements).copied();
                        let at = (minus.atom.text(ledger), 0);
                        let level = weight(certain, minus.certain());
                        book.add("implied-contradiction", at, [root, other], statements, level);
                    }
                }
            }
        }
    }
}

type Bound = Vec<Option<usize>>;

fn value(bound: &Bound, term: Term) -> Option<usize> {
    match term {
        Term::Variable(at) => bound[at],
        Term::Fixed(argument) => Some(argument.0 as usize),
    }
}

/// All ways in which what a root holds satisfies the premises.
fn matches<'w>(
    world: &'w World<'_>,
    root: usize,
    when: &[Pattern],
    bound: Bound,
) -> Vec<(Bound, Vec<&'w Held>)> {
    let Some((first, rest)) = when.split_first() else { return vec![(bound, Vec::new())] };
    let symmetric = world.ledger.vocabulary.get(first.predicate).symmetric;
    let mut found = Vec::new();
    let known = |held: &&Held| held.atom.name == first.predicate;
    for held in world.plus(root).iter().filter(known) {
        // What is said with certainty needs no hedge beside it.
        if !held.certain && world.plus(root).iter().any(|sure| sure.certain && sure.atom == held.atom) {
            continue;
        }
        let mut orders = vec![held.atom.arguments.clone()];
        if symmetric {
            orders.push(held.atom.arguments.iter().rev().copied().collect());
        }
        for arguments in orders {
            let mut now = bound.clone();
            let fits = arguments.len() == first.terms.len()
                && arguments.iter().zip(&first.terms).all(|(at, term)| match term {
                    Term::Variable(variable) => *now[*variable].get_or_insert(*at) == *at,
                    Term::Fixed(_) => value(&now, *term) == Some(*at),
                });
            if fits {
                for (bound, mut premises) in matches(world, root, rest, now) {
                    premises.push(held);
                    found.push((bound, premises));
                }
            }
        }
    }
    found
}

/// Whether an atom speaks of an event.
pub fn events(world: &World<'_>, atom: &Atom) -> BTreeSet<usize> {
    atom.of_kind(world.ledger, ArgumentKind::Event).into_iter().collect()
}
