//! `agreement`, `shared-position` and `circular-reporting`.

use std::collections::{BTreeMap, BTreeSet};

use gainsay::ledger::model::stance::Sign;
use gainsay::ledger::model::value::Value;
use gainsay::ledger::vocabulary::Role;

use super::Book;
use super::clash::{at_odds, definition};
use super::held::World;
use super::record::{Origin, independent, nobody, one_wording, origin};
use super::said::{Atom, Said};
use super::values::{conflict, inside, lists_conflict};

/// The statements by which a root takes part, and the positions on which they rest.
type Shared = [BTreeSet<usize>; 2];

/// One root's hold on a proposition: value and statements.
struct Hold {
    root: usize,
    value: Option<Value>,
    statements: BTreeSet<usize>,
    words: bool,
}

pub fn agreements(world: &World<'_>, book: &mut Book) {
    let stated: BTreeSet<Atom> =
        world.said.iter().filter(|said| said.words && !said.fallen).map(|said| said.atom.clone()).collect();
    for (part, sign) in [Sign::Plus, Sign::Minus].into_iter().enumerate() {
        for atom in &stated {
            let holds = if sign == Sign::Plus { pluses(world, atom) } else { minuses(world, atom) };
            agreed(world, atom, part, &holds, book);
        }
    }
    shared(world, book);
}

/// Who holds a proposition with plus, by definition too; no word that its root disowns.
fn pluses(world: &World<'_>, atom: &Atom) -> Vec<Hold> {
    let mut holds = Vec::new();
    for root in world.roots().into_iter().filter(|root| !nobody(world.ledger, *root)) {
        for held in world.plus(root).iter().filter(|held| held.atom == *atom) {
            if world.words(held).any(|said| said.disputed) {
                continue;
            }
            let said = world.stated(held);
            holds.push(Hold {
                root,
                value: held.value,
                statements: world.statements(held),
                words: said.is_some_and(|said| said.words && said.atom == *atom),
            });
        }
    }
    holds
}

/// Who denies a proposition, by definition too. Whoever denies that anything happened says nothing of who did it.
fn minuses(world: &World<'_>, atom: &Atom) -> Vec<Hold> {
    let mut holds: Vec<Hold> = Vec::new();
    for root in world.roots().into_iter().filter(|root| !nobody(world.ledger, *root)) {
        let mut values: Vec<Option<Value>> = vec![None];
        values.extend(world.of(root, Sign::Minus).filter_map(|said| said.value).map(Some));
        for value in values {
            for denial in world.denials(root, atom, value) {
                let said = denial.said;
                let nothing =
                    said.atom.is(world.ledger, Role::Happened) && !atom.is(world.ledger, Role::Happened);
                if said.value == value && !said.disputed && !nothing {
                    holds.push(Hold {
                        root,
                        value,
                        words: said.atom == *atom && said.words,
                        statements: denial.statements,
                    });
                }
            }
        }
    }
    holds
}

/// Whether a root also holds the other side of what is agreed, an opposite, or two values that cannot both be so.
fn two_minded(world: &World<'_>, root: usize, atom: &Atom, part: usize, agreed: Option<Value>) -> bool {
    let ledger = world.ledger;
    let own: Vec<_> = world.plus(root).iter().filter(|held| held.atom == *atom).collect();
    let own: Vec<_> = own.into_iter().filter(|held| !world.words(held).any(|said| said.disputed)).collect();
    let genuine = |value| world.denials(root, atom, value).iter().any(|denial| !denial.said.disputed);
    let opposite = world.plus(root).iter().any(|held| {
        let meets = |day| {
            let mut all = definition(ledger, atom, day).into_iter();
            all.any(|atom| {
                ledger.vocabulary.opposites(atom.name, held.atom.name)
                    && atom.arguments == held.atom.arguments
            })
        };
        !world.words(held).any(|said| said.disputed) && world.words(held).any(|said| meets(said.date(ledger)))
    });
    if own.iter().any(|held| genuine(held.value)) || opposite && !own.is_empty() {
        return true;
    }
    let said: Vec<&Said> = own.iter().filter_map(|held| world.stated(held)).collect();
    let torn = said.iter().any(|one| said.iter().any(|other| at_odds(ledger, one, other)));
    let against = |held: &&&super::held::Held| match world.stated(held) {
        Some(said) if ledger.vocabulary.get(atom.name).many => agreed
            .is_some_and(|agreed| !said.list.is_empty() && lists_conflict(ledger, &said.list, &[agreed])),
        _ => conflict(ledger, held.value, agreed),
    };
    torn || match part {
        0 => own.iter().any(|held| against(&held)) || genuine(agreed),
        _ => own.iter().any(|held| inside(ledger, held.value, agreed)),
    }
}

/// Agreements on one proposition and sign: the narrowest values within which the words of two roots lie.
fn agreed(world: &World<'_>, atom: &Atom, part: usize, holds: &[Hold], book: &mut Book) {
    let ledger = world.ledger;
    // Denying commits to what lies outside the value: the widest denied value is the narrowest commitment.
    let lies = |narrow: Option<Value>, wide: Option<Value>| match part {
        _ if wide.is_some() != narrow.is_some() => false,
        0 => inside(ledger, narrow, wide),
        _ => inside(ledger, wide, narrow),
    };
    let mut found: Vec<(Option<Value>, Vec<&Hold>)> = Vec::new();
    for on_file in holds {
        let value = on_file.value;
        let group: Vec<&Hold> = holds
            .iter()
            .filter(|hold| lies(hold.value, value) && !two_minded(world, hold.root, atom, part, value))
            .collect();
        let roots: BTreeSet<usize> = group.iter().map(|hold| hold.root).collect();
        let same = |other: Option<Value>| lies(other, value) && lies(value, other);
        let theirs = group.iter().any(|hold| same(hold.value));
        if roots.len() > 1 && theirs && !found.iter().any(|(known, _)| same(*known)) {
            found.push((value, group));
        }
    }
    for (at, (value, group)) in found.iter().enumerate() {
        let wider = found.iter().any(|(other, _)| lies(*other, *value) && !lies(*value, *other));
        let statements: BTreeSet<usize> = group.iter().flat_map(|hold| hold.statements.clone()).collect();
        if wider || !group.iter().any(|hold| hold.words) || one_wording(ledger, &statements) {
            continue;
        }
        let roots: BTreeSet<usize> = group.iter().map(|hold| hold.root).collect();
        let offers: Vec<(usize, Origin)> =
            group.iter().map(|hold| (hold.root, behind(world, hold.root, &hold.statements))).collect();
        let (rule, level) = if independent(&distinct(offers)) > 1 {
            ("agreement", "note")
        } else {
            ("circular-reporting", "warning")
        };
        book.add(rule, (atom.text(ledger), part + 2 * at), roots, statements, Some(level));
    }
}

/// On whose word a root's statements rest together.
pub fn behind(world: &World<'_>, root: usize, statements: &BTreeSet<usize>) -> Origin {
    statements.iter().flat_map(|at| origin(world.ledger, *at, root)).collect()
}

/// The same offers, each once.
pub fn distinct(offers: Vec<(usize, Origin)>) -> Vec<(usize, Origin)> {
    offers.into_iter().collect::<BTreeSet<_>>().into_iter().collect()
}

/// An attitude that two or more roots say is their own.
fn shared(world: &World<'_>, book: &mut Book) {
    let ledger = world.ledger;
    // By root: the statements that say so, and all that it rests on.
    let mut own: BTreeMap<(String, usize), BTreeMap<usize, Shared>> = BTreeMap::new();
    let mut add = |atom: &Atom, root: usize, part: usize, said: usize, rests: BTreeSet<usize>| {
        let attitude = ledger.vocabulary.get(atom.name).attitude && atom.arguments[0] == root;
        if attitude && !nobody(ledger, root) && !two_minded(world, root, atom, part, None) {
            let text = atom.text(ledger).replacen(&format!("({}", ledger.parties.at(root).id), "(self", 1);
            let [stated, all] = own.entry((text, part)).or_default().entry(root).or_default();
            stated.insert(said);
            all.extend(rests);
        }
    };
    for root in world.roots() {
        for held in world.plus(root).iter().filter(|held| !world.words(held).any(|said| said.disputed)) {
            if let Some(said) = world.stated(held) {
                add(&held.atom, root, 0, said.statement, world.statements(held));
            }
        }
        for said in world.of(root, Sign::Minus).filter(|said| !said.disputed) {
            add(&said.atom, root, 1, said.statement, BTreeSet::from([said.statement]));
        }
    }
    for (at, roots) in own.into_iter().filter(|(_, roots)| roots.len() > 1) {
        let of = |which: usize| roots.values().flat_map(move |sets| sets[which].clone());
        if !one_wording(ledger, &of(0).collect()) {
            book.add("shared-position", at, roots.keys().copied(), of(1), Some("note"));
        }
    }
}
