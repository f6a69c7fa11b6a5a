//! One quarrel, one finding: which findings may be folded into which.

use std::collections::{BTreeMap, BTreeSet};

use gainsay::ledger::Ledger;
use gainsay::ledger::vocabulary::Role;

use super::clash::definition;
use super::said::Atom;
use super::{Key, Page, open_text};

const CLASHES: [&str; 4] = ["direct-contradiction", "reversal", "self-contradiction", "split-position"];

/// For each finding that is folded, those that it may be folded into: none of these is folded itself.
pub fn folded(
    ledger: &Ledger,
    pages: &BTreeMap<Key, Page>,
    atoms: &BTreeMap<String, Atom>,
) -> BTreeMap<Key, BTreeSet<Key>> {
    let fits = |one: &Key, other: &Key| may_fold(ledger, pages, atoms, one, other);
    let below = |one: &Key| -> BTreeSet<Key> {
        pages.keys().filter(|other| *other != one && fits(one, other)).cloned().collect()
    };
    let wider: BTreeMap<Key, BTreeSet<Key>> =
        pages.keys().map(|one| (one.clone(), below(one))).filter(|(_, wider)| !wider.is_empty()).collect();
    wider
        .iter()
        .map(|(one, others)| {
            // Through what is folded itself, to what holds it.
            let mut reached = others.clone();
            loop {
                let more: BTreeSet<Key> =
                    reached.iter().flat_map(|key| wider.get(key).cloned().unwrap_or_default()).collect();
                if more.is_subset(&reached) {
                    break;
                }
                reached.extend(more);
            }
            reached.retain(|key| !wider.contains_key(key));
            (one.clone(), reached)
        })
        .collect()
}

fn may_fold(
    ledger: &Ledger,
    pages: &BTreeMap<Key, Page>,
    atoms: &BTreeMap<String, Atom>,
    one: &Key,
    other: &Key,
) -> bool {
    let (small, large) = (&pages[one], &pages[other]);
    let (rule, on, _) = one;
    let (into, over, _) = other;
    let whole = small.parties.is_subset(&large.parties);
    let hidden = small.level == Some("warning") && large.level != Some("warning");
    if !whole || hidden {
        return false;
    }
    let same_link = *rule == "unverified-link"
        && on == over
        && (CLASHES.contains(into) || *into == "incompatible-claims");
    let value = *rule == "direct-contradiction" && *into == "conflicting-values" && on == over;
    let (Some(atom), above) = (atoms.get(on), atoms.get(over)) else { return same_link || value };
    let rung = CLASHES.contains(rule)
        && rule == into
        && on != over
        && above.is_some_and(|above| {
            let mut days = large.statements.iter().map(|at| &ledger.statements.at(*at).date);
            days.any(|day| definition(ledger, above, day).contains(atom))
        });
    let quarrels =
        ["direct-contradiction", "conflicting-values", "incompatible-claims", "rival-attributions"];
    let vouching = *rule == "direct-contradiction"
        && atom.is(ledger, Role::Accuracy)
        && quarrels.contains(into)
        && !above.is_some_and(|above| above.of_words(ledger))
        && large.statements.contains(&atom.arguments[0]);
    // What one root alone says of who did it, in words that its changed account rests on.
    let rival = ledger.vocabulary.get(atom.name).rival;
    let account = *rule == "unverified-link"
        && *into == "changed-attribution"
        && rival.is_some_and(|place| open_text(ledger, atom, place) == *over)
        && small.statements.is_subset(&large.statements);
    same_link || value || rung || vouching || account
}
