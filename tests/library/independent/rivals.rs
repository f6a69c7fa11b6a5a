//! `rival-attributions`: who did it, filled differently.

use std::collections::{BTreeMap, BTreeSet};

use gainsay::ledger::vocabulary::Role;

use super::held::{Held, World};
use super::record::{class, kin, part_of};
use super::{Book, open_text};

/// The finding, per question.
pub fn rivals(world: &World<'_>, book: &mut Book) {
    let ledger = world.ledger;
    // Per question: who fills it, by root.
    let mut questions: BTreeMap<String, BTreeMap<usize, Vec<&Held>>> = BTreeMap::new();
    for root in world.roots() {
        for held in world.plus(root) {
            let Some(place) = ledger.vocabulary.get(held.atom.name).rival else { continue };
            let question = open_text(ledger, &held.atom, place);
            questions.entry(question).or_default().entry(root).or_default().push(held);
        }
    }
    for (question, mut roots) in questions {
        // What another says that a root said takes nothing from whom the root has named itself.
        for named in roots.values_mut() {
            let first_hand = |held: &&Held| !world.words(held).any(|said| said.hearsay);
            if named.iter().any(first_hand) {
                named.retain(first_hand);
            }
        }
        let stated = roots.values().flatten().any(|held| {
            world.stated(held).is_some_and(|said| {
                said.atom.name == held.atom.name
                    && ledger
                        .vocabulary
                        .get(said.atom.name)
                        .rival
                        .is_some_and(|place| open_text(ledger, &said.atom, place) == question)
            })
        });
        if !stated {
            continue;
        }
        let place = |held: &Held| ledger.vocabulary.get(held.atom.name).rival.unwrap_or(0);
        let filler = |held: &Held| held.atom.arguments[place(held)];
        let fillers =
            |root: usize| -> BTreeSet<usize> { roots[&root].iter().map(|held| filler(held)).collect() };
        let mut taking_part: BTreeSet<usize> = BTreeSet::new();
        let mut each_other = false;
        for one in roots.keys() {
            for other in roots.keys().filter(|other| *other > one) {
                let (a, b) = (fillers(*one), fillers(*other));
                if strangers(world, [*one, *other], &a, &b) {
                    taking_part.extend([*one, *other]);
                    each_other |= a.iter().any(|party| *party == *other || part_of(ledger, *party, *other))
                        || b.iter().any(|party| *party == *one || part_of(ledger, *party, *one));
                }
            }
        }
        if taking_part.is_empty() {
            continue;
        }
        let about = |at: usize| roots[&at].iter().filter(|held| !class(ledger, filler(held)));
        let statements: BTreeSet<usize> = taking_part
            .iter()
            .flat_map(|root| about(*root))
            .flat_map(|held| world.statements(held))
            .collect();
        let denied = taking_part
            .iter()
            .flat_map(|root| about(*root))
            .any(|held| world.roots().into_iter().any(|root| world.denies(root, &held.atom, None)));
        let level = Some(if denied || each_other { "warning" } else { "note" });
        book.add("rival-attributions", (question, 0), taking_part, statements, level);
    }
}

/// Whether two sets of parties named for a deed have nobody in common and none related, by the word of either root. A
/// class is a description and rivals nobody.
pub fn strangers(
    world: &World<'_>,
    roots: [usize; 2],
    one: &BTreeSet<usize>,
    other: &BTreeSet<usize>,
) -> bool {
    let related = one.iter().any(|a| other.iter().any(|b| kindred(world, roots, *a, *b)));
    let described = |parties: &BTreeSet<usize>| parties.iter().all(|party| class(world.ledger, *party));
    !related && !described(one) && !described(other)
}

/// Part and whole, or `member-of`, `acts-for` by the word of either root.
fn kindred(world: &World<'_>, roots: [usize; 2], a: usize, b: usize) -> bool {
    kin(world.ledger, a, b)
        || roots.into_iter().flat_map(|root| world.plus(root)).any(|held| {
            world.ledger.vocabulary.get(held.atom.name).role.is_some_and(Role::ties)
                && (held.atom.arguments == [a, b] || held.atom.arguments == [b, a])
        })
}
