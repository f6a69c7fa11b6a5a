//! One root and its own words: retractions, what stands, reversals, self-contradictions, split positions, wordings.

use std::collections::{BTreeMap, BTreeSet};

use gainsay::ledger::Ledger;
use gainsay::ledger::model::stance::{Sign, Stance};
use gainsay::ledger::model::value::Value;
use gainsay::ledger::vocabulary::Role;

use super::clash::{clash, definition, with_lists};
use super::held::World;
use super::links::question;
use super::record;
use super::said::{Atom, Said, resolved, said, withdrawn};
use super::values::rises;
use super::{Book, open_text, weight};

/// `retraction`: what a root withdrew, by proposition.
pub fn retractions(ledger: &Ledger, book: &mut Book) {
    for (at, later) in ledger.statements.iter().enumerate() {
        for speaker in &later.by {
            let root = record::speaks_for(ledger, later, *speaker);
            if later.condition.is_some() || record::hearsay(ledger, later, root) {
                continue;
            }
            for target in &later.retracts {
                let statement = ledger.statement(*target);
                let mine = |by: &&_| record::speaks_for(ledger, statement, **by) == root;
                let apart = statement.date.later_than(&later.date)
                    || statement.condition.is_some()
                    || record::hearsay(ledger, statement, root);
                let Some(by) = statement.by.iter().find(mine).filter(|_| !apart) else { continue };
                for place in 0..statement.positions.len() {
                    // What leaves open who did it is withdrawn as well.
                    let atom = resolved(ledger, statement, place, *by);
                    let on =
                        atom.map_or_else(|| question(ledger, statement, place).0, |atom| atom.plain(ledger));
                    book.add("retraction", (on, root), [root], [at, target.index()], Some("note"));
                }
            }
        }
    }
}

/// Whether a named voice says with certainty of its own root what the root denied before.
fn admits(ledger: &Ledger, later: &Said, earlier: &Said) -> bool {
    let Some(place) = ledger.vocabulary.get(later.atom.name).accuses else { return false };
    let date = later.date(ledger);
    let of_itself = record::root(ledger, later.atom.arguments[place], date) == later.root;
    of_itself
        && later.words
        && later.voice.named()
        && later.stance == Stance::Asserts
        && !later.hearsay
        && earlier.root == later.root
        && earlier.sign() == Sign::Minus
        && date.later_than(earlier.date(ledger))
        && definition(ledger, &later.atom, date).contains(&earlier.atom)
}

/// Whether two positions of one root could follow one another: the later in time, from the root's own mouth.
fn in_turn(ledger: &Ledger, later: &Said, earlier: &Said) -> bool {
    later.root == earlier.root
        && later.own(ledger)
        && earlier.own(ledger)
        && !later.hearsay
        && !later.fallen
        && !earlier.fallen
        && later.stance != Stance::Declines
        && later.date(ledger).later_than(earlier.date(ledger))
        && !record::same_words(ledger, later.statement).contains(&earlier.statement)
}

/// Whether a root's later count takes the place of an earlier one of any named voice; none where these are no two counts.
fn recounted(later: &Said, earlier: &Said) -> Option<bool> {
    let counts = later.atom == earlier.atom && later.counts() && earlier.counts();
    counts.then(|| {
        let named = later.voice.named() || earlier.voice.named() && rises(earlier.value, later.value);
        !earlier.day.later_than(&later.day) && named
    })
}

/// Whether the later of two positions of a root takes the place of the earlier, whether they clash or not.
pub fn supersedes(ledger: &Ledger, later: &Said, earlier: &Said) -> bool {
    if !in_turn(ledger, later, earlier) {
        return false;
    }
    if admits(ledger, later, earlier) {
        return true;
    }
    let differs = (later.stance, later.value) != (earlier.stance, earlier.value);
    if let Some(recounted) = recounted(later, earlier) {
        return recounted && differs;
    }
    if later.voice != earlier.voice && (!later.voice.named() || earlier.voice.named()) {
        return false;
    }
    if later.atom == earlier.atom {
        return differs;
    }
    let defined = earlier.sign() == Sign::Plus
        && definition(ledger, &earlier.atom, earlier.date(ledger)).contains(&later.atom);
    clash(ledger, later, earlier).is_some()
        || defined
            && (later.stance == Stance::LeavesOpen
                || earlier.certain() && !later.certain() && later.sign() == earlier.sign())
}

/// Marks what a root denies ever to have said, then what falls with the statement that it speaks of.
fn judged(ledger: &Ledger, mut said: Vec<Said>) -> Vec<Said> {
    let stands = |said: &[Said], one: &Said| !said.iter().any(|later| supersedes(ledger, later, one));
    let disowned: BTreeSet<(usize, usize)> = said
        .iter()
        .filter(|one| one.words && one.stance == Stance::Denies && !one.hearsay)
        .filter(|one| one.atom.is(ledger, Role::Authenticity) && stands(&said, one))
        .map(|one| (one.root, one.atom.arguments[0]))
        .collect();
    for one in &mut said {
        one.disputed = one.words && disowned.contains(&(one.root, one.statement));
    }
    // What a root never said it does not vouch for.
    said.retain(|one| {
        one.words || one.atom.is(ledger, Role::Authenticity) || !disowned.contains(&(one.root, one.statement))
    });
    with_lists(ledger, &mut said);
    let fell = |root: usize, at: usize| {
        let positions: Vec<&Said> =
            said.iter().filter(|one| one.words && (one.root, one.statement) == (root, at)).collect();
        withdrawn(ledger, at, root)
            || !positions.is_empty() && positions.iter().all(|one| !stands(&said, one))
    };
    let fallen: Vec<bool> = said
        .iter()
        .map(|one| {
            if !one.atom.of_words(ledger) {
                return false;
            }
            let about = one.atom.arguments[0];
            let statement = ledger.statements.at(about);
            let roots: Vec<usize> =
                statement.by.iter().map(|by| record::speaks_for(ledger, statement, *by)).collect();
            let vouches = !one.words && one.atom.is(ledger, Role::Accuracy);
            if vouches { fell(one.root, about) } else { roots.iter().all(|root| fell(*root, about)) }
        })
        .collect();
    for (one, fallen) in said.iter_mut().zip(fallen) {
        one.fallen = fallen;
    }
    said
}

/// Every position, what was superseded among them, with what its root denies and what falls with its statement.
pub fn kept(ledger: &Ledger) -> Vec<Said> {
    judged(ledger, said(ledger))
}

/// Reports `reversal` and gives back what stands.
pub fn turns(ledger: &Ledger, said: Vec<Said>, book: &mut Book) -> Vec<Said> {
    let said = judged(ledger, said);
    for later in &said {
        for earlier in said.iter().filter(|earlier| !earlier.hearsay && supersedes(ledger, later, earlier)) {
            let turned = later.voice == earlier.voice
                || admits(ledger, later, earlier)
                || recounted(later, earlier) == Some(true) && earlier.voice.named();
            let both = later.sign() == Sign::Plus && earlier.sign() == Sign::Plus;
            let revised = both && rises(earlier.value, later.value);
            let before = said.iter().any(|between| {
                supersedes(ledger, between, earlier) && later.date(ledger).later_than(between.date(ledger))
            });
            let Some(atom) = clash(ledger, later, earlier).filter(|_| turned && !revised && !before) else {
                continue;
            };
            let statements = [earlier.statement, later.statement];
            let level = weight(earlier.certain(), later.certain());
            book.add("reversal", (atom.text(ledger), later.root), [later.root], statements, level);
        }
    }
    let mut standing: Vec<Said> = said
        .iter()
        .filter(|earlier| !said.iter().any(|later| supersedes(ledger, later, earlier)))
        .cloned()
        .collect();
    with_lists(ledger, &mut standing);
    standing
}

/// `self-contradiction`, `split-position` and `disputed-wording`, among what stands.
pub fn clashes_inside(world: &World<'_>, book: &mut Book) {
    let ledger = world.ledger;
    for (at, one) in world.said.iter().enumerate() {
        for other in &world.said[at + 1..] {
            if one.root != other.root || one.fallen || other.fallen {
                continue;
            }
            let Some(atom) = clash(ledger, one, other).or_else(|| exceeds(world, one, other)) else {
                continue;
            };
            let wording = one.statement != other.statement
                && record::same_words(ledger, one.statement).contains(&other.statement);
            let rule = if wording {
                "disputed-wording"
            } else if one.hearsay || other.hearsay || !one.own(ledger) || !other.own(ledger) {
                continue;
            } else if one.voice == other.voice {
                "self-contradiction"
            } else {
                "split-position"
            };
            let statements = [one.statement, other.statement];
            let level = weight(one.certain(), other.certain());
            book.add(rule, (atom.text(ledger), one.root), [one.root], statements, level);
        }
    }
}

/// Where a part that one counts exceeds the whole that another counts, and is not for a later day: the part's proposition.
fn exceeds(world: &World<'_>, one: &Said, other: &Said) -> Option<Atom> {
    let part = |part: &Said, whole: &Said| {
        above(world.ledger, part, whole) && !record::later_day(&part.day, &whole.day)
    };
    if part(one, other) { Some(one.atom.clone()) } else { part(other, one).then(|| other.atom.clone()) }
}

/// Whether one counts some of those whom the other counts, and its lowest is above the other's highest.
pub fn above(ledger: &Ledger, part: &Said, whole: &Said) -> bool {
    let some = part.atom.name == whole.atom.name
        && part.atom.scope == whole.atom.scope
        && part.atom.arguments.len() == whole.atom.arguments.len() + 1
        && part.atom.arguments.starts_with(&whole.atom.arguments)
        && ledger
            .vocabulary
            .get(part.atom.name)
            .arguments
            .last()
            .is_some_and(|(_, may_be_left_out)| *may_be_left_out);
    let counts = |said: &Said| said.value.filter(|_| said.counts()).and_then(Value::counts);
    some && matches!((counts(part), counts(whole)), (Some((low, _)), Some((_, high))) if low > high)
}

/// `changed-attribution`: one voice names other doers than before.
pub fn changed(world: &World<'_>, book: &mut Book) {
    let ledger = world.ledger;
    let mut named: BTreeMap<_, Vec<&Said>> = BTreeMap::new();
    for said in world.said.iter().filter(|said| {
        said.words && !said.hearsay && said.own(ledger) && said.voice.named() && said.sign() == Sign::Plus
    }) {
        let Some(place) = ledger.vocabulary.get(said.atom.name).rival else { continue };
        let question = open_text(ledger, &said.atom, place);
        named.entry((said.root, said.voice, question)).or_default().push(said);
    }
    for ((root, _, question), positions) in named {
        let place = ledger.vocabulary.get(positions[0].atom.name).rival.unwrap_or(0);
        let fillers = |positions: &[&Said]| -> BTreeSet<usize> {
            positions.iter().map(|said| said.atom.arguments[place]).collect()
        };
        for first in &positions {
            let beside: Vec<&Said> =
                positions.iter().filter(|said| said.statement == first.statement).copied().collect();
            let later: Vec<&Said> = positions
                .iter()
                .filter(|said| said.date(ledger).later_than(first.date(ledger)))
                .copied()
                .collect();
            let (before, after) = (fillers(&beside), fillers(&later));
            if after.is_empty() || !super::rivals::strangers(world, [root, root], &before, &after) {
                continue;
            }
            let statements = beside.iter().chain(&later).map(|said| said.statement);
            let certain = beside.iter().chain(&later).any(|said| said.certain());
            book.add(
                "changed-attribution",
                (question.clone(), root),
                [root],
                statements,
                weight(certain, certain),
            );
        }
    }
}
