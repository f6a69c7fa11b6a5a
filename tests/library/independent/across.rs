//! Clashes between different roots: of words, values, parts and wholes, opposites.

use std::collections::BTreeSet;

use gainsay::ledger::model::value::Value;

use super::clash::{at_odds, overtaken};
use super::held::{Denial, Held, World};
use super::record::later_day;
use super::said::Said;
use super::values::conflict;
use super::within::above;
use super::{Book, weight, within};

/// `direct-contradiction` and `conflicting-values`, also of a part and its whole.
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
        }
    }
    values(world, book);
}

fn values(world: &World<'_>, book: &mut Book) {
    for one in world.roots() {
        for other in world.roots().into_iter().filter(|other| one < *other) {
            for held in world.plus(one) {
                for against in world.plus(other) {
                    two_values(world, [held, against], book);
                    part_and_whole(world, [held, against], book);
                    part_and_whole(world, [against, held], book);
                }
            }
        }
    }
}

/// `conflicting-values` of two holds on one proposition.
fn two_values(world: &World<'_>, [held, against]: [&Held; 2], book: &mut Book) {
    let (Some(a), Some(b)) = (world.stated(held), world.stated(against)) else { return };
    let stated = a.atom == held.atom || b.atom == held.atom;
    if held.atom != against.atom || !stated || held.value.is_none() || against.value.is_none() {
        return;
    }
    if !at_odds(world.ledger, a, b) {
        return;
    }
    let mut statements = world.statements(held);
    statements.extend(world.statements(against));
    // Where several names of one event would do, the one whose text sorts first.
    let twin = [a, b]
        .into_iter()
        .map(|said| said.atom.text(world.ledger))
        .filter(|text| both_reach(world, held, against, text))
        .min();
    let at = twin.unwrap_or_else(|| held.atom.text(world.ledger));
    let later = overtaken(a, b) || within_the_day(world, a, b) || within_the_day(world, b, a);
    let later = later && !counted_more_already(world, a, b) && !counted_more_already(world, b, a);
    let level = if later { Some("note") } else { weight(held.certain, against.certain) };
    book.add("conflicting-values", (at, 0), [a.root, b.root], statements, level);
}

/// Whether a count is above another of the same day, and its root gave one for that day that is not above it, and that
/// clashes with others: it rose within the day. That nobody was killed is no early count.
fn within_the_day(world: &World<'_>, low: &Said, high: &Said) -> bool {
    let bounds = |said: &Said| said.value.and_then(Value::counts);
    let (Some((lowest, some)), Some(above)) = (bounds(low), bounds(high)) else { return false };
    let on = |said: &Said| said.atom == high.atom && said.counts();
    let disputed = |said: &Said| {
        let mut others = world.said.iter().filter(|other| on(other) && other.root != said.root);
        others.any(|other| conflict(world.ledger, said.value, other.value))
    };
    let same_day = !low.day.later_than(&high.day) && !high.day.later_than(&low.day);
    lowest < above.0
        && some > 0
        && same_day
        && world.said.iter().any(|also| {
            let beside = also.root == high.root && on(also) && also.day == high.day;
            beside && bounds(also).is_some_and(|(least, _)| least <= some) && disputed(also)
        })
}

/// Whether the root of the higher count had counted more than the lower one for its day, or for an earlier one, before it
/// raised its count, and has said nothing less since.
fn counted_more_already(world: &World<'_>, low: &Said, high: &Said) -> bool {
    let ledger = world.ledger;
    let least =
        |said: &Said| said.value.filter(|_| said.counts()).and_then(Value::counts).map(|(least, _)| least);
    let Some((_, most)) = low.value.and_then(Value::counts) else { return false };
    let before = within::kept(ledger);
    let successors = |one: &Said| -> Vec<&Said> {
        before.iter().filter(|later| within::supersedes(ledger, later, one)).collect()
    };
    before.iter().any(|one| {
        let Some(first) = least(one).filter(|first| *first > most) else { return false };
        let mut open = successors(one);
        let mut met: Vec<&Said> = Vec::new();
        while let Some(next) = open.pop() {
            if !met.contains(&next) {
                met.push(next);
                open.extend(successors(next));
            }
        }
        let raised =
            !met.is_empty() && met.iter().all(|later| least(later).is_some_and(|least| least >= first));
        one.root == high.root && one.atom == high.atom && !one.day.later_than(&low.day) && raised
    })
}

/// A part that exceeds its whole.
fn part_and_whole(world: &World<'_>, [part, whole]: [&Held; 2], book: &mut Book) {
    let (Some(a), Some(b)) = (world.stated(part), world.stated(whole)) else { return };
    if part.atom != a.atom || whole.atom != b.atom || !above(world.ledger, a, b) {
        return;
    }
    let later = later_day(&a.day, &b.day) && !counted_more_already(world, b, a);
    let level = if later { Some("note") } else { weight(a.certain(), b.certain()) };
    let at = (a.atom.text(world.ledger), 0);
    book.add("conflicting-values", at, [a.root, b.root], [a.statement, b.statement], level);
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
