//! What a root may be read as saying, and `implied-contradiction`.

use std::collections::BTreeSet;

use gainsay::ledger::Ledger;
use gainsay::ledger::model::proposition::ArgumentKind;
use gainsay::ledger::model::stance::Sign;
use gainsay::ledger::vocabulary::{Atom as Pattern, Term};

use super::clash::definition;
use super::held::{Denial, Held, Reading, World};
use super::record::{class, root};
use super::said::{Atom, Said};
use super::{Book, weight};

/// All that the roots may be read as saying.
pub fn read(world: &World<'_>) -> Vec<Reading> {
    let ledger = world.ledger;
    let off = &ledger.settings.readings_off;
    let mut all = Vec::new();
    for rule in ledger.vocabulary.rules.iter().filter(|rule| !off.contains(&rule.id)) {
        for root in world.roots() {
            for (bound, premises) in matches(world, root, &rule.when, vec![None; rule.variables]) {
                let arguments: Option<Vec<usize>> =
                    rule.then.terms.iter().map(|term| value(&bound, *term)).collect();
                let Some(arguments) = arguments else { continue };
                all.push(Reading {
                    root,
                    then: Atom::new(ledger, rule.then.predicate, arguments),
                    certain: premises.iter().all(|held| held.certain),
                    statements: premises.iter().flat_map(|held| world.statements(held)).collect(),
                });
            }
        }
    }
    all
}

/// `implied-contradiction`: a reading of one root's words against the minus of another, and the denial of a whole event
/// against what is said of its part.
pub fn readings(world: &World<'_>, book: &mut Book) {
    let ledger = world.ledger;
    for Reading { root, then, certain, statements } in &world.readings {
        for other in world.roots().into_iter().filter(|other| other != root) {
            for Denial { said: minus, statements: against } in world.denials(other, then, None) {
                let held = world.plus(*root).iter().any(|held| held.atom == minus.atom)
                    || world.denies(*root, &minus.atom, None);
                if held {
                    continue;
                }
                let at = (minus.atom.text(ledger), 0);
                let level = weight(*certain, minus.certain());
                let statements = statements.union(&against).copied();
                book.add("implied-contradiction", at, [*root, other], statements, level);
            }
        }
    }
    for said in world.said.iter().filter(|said| said.words && said.sign() == Sign::Plus) {
        let Some(accused) = accused(ledger, said).filter(|accused| *accused != said.root) else { continue };
        let own = world.denies(accused, &said.atom, None)
            || world.plus(accused).iter().any(|held| held.atom == said.atom);
        for minus in whole_denied(world, accused, said).into_iter().filter(|_| !own) {
            let level = weight(said.certain(), minus.certain());
            let statements = [said.statement, minus.statement];
            let at = (said.atom.text(ledger), 0);
            book.add("implied-contradiction", at, [said.root, accused], statements, level);
        }
    }
}

/// The root of a party accused; nothing where it is a class or nobody is accused.
pub fn accused(ledger: &Ledger, said: &Said) -> Option<usize> {
    let place = ledger.vocabulary.get(said.atom.name).accuses?;
    let party = said.atom.arguments[place];
    (!class(ledger, party)).then(|| root(ledger, party, said.date(ledger)))
}

/// The minuses in which a root denies of itself a part in an event of which the accusation's event is a part.
pub fn whole_denied<'w>(world: &'w World<'_>, accused: usize, accusation: &Said) -> Vec<&'w Said> {
    let ledger = world.ledger;
    let kinds = &ledger.vocabulary.get(accusation.atom.name).arguments;
    let mut wider: BTreeSet<Atom> = BTreeSet::new();
    for (at, (kind, _)) in kinds.iter().enumerate() {
        let Some(event) = accusation.atom.arguments.get(at).filter(|_| *kind == ArgumentKind::Event) else {
            continue;
        };
        let mut above = ledger.events.at(*event).part_of;
        let mut seen = BTreeSet::new();
        while let Some(whole) = above.filter(|whole| seen.insert(whole.index())) {
            let atom = accusation.atom.with(ledger, at, whole.index());
            wider.extend(definition(ledger, &atom, accusation.date(ledger)));
            above = ledger.event(whole).part_of;
        }
    }
    wider.retain(|atom| ledger.vocabulary.get(atom.name).accuses.is_some());
    world
        .of(accused, Sign::Minus)
        .filter(|minus| !minus.hearsay && !minus.disputed && wider.contains(&minus.atom))
        .collect()
}

type Bound = Vec<Option<usize>>;

fn value(bound: &Bound, term: Term) -> Option<usize> {
    match term {
        Term::Variable(at) => bound[at],
        Term::Fixed(argument) => Some(argument.place().unwrap_or(usize::MAX)),
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
