//! What one proposition means by definition, and when two positions of one root clash.

use std::collections::BTreeSet;

use gainsay::ledger::Ledger;
use gainsay::ledger::model::date::Date;
use gainsay::ledger::model::party::PartyKind;
use gainsay::ledger::model::stance::Sign;
use gainsay::ledger::model::value::Value;
use gainsay::ledger::vocabulary::Role;

use super::said::{Atom, Said};
use super::{record, values};

/// Whoever holds this holds all of these, whoever it is: what it implies, that its event happened, and that a body's
/// deed is its whole's.
pub fn definition(ledger: &Ledger, atom: &Atom, day: &Date) -> BTreeSet<Atom> {
    let mut all = BTreeSet::from([atom.clone()]);
    let mut open = vec![atom.clone()];
    while let Some(next) = open.pop() {
        let predicate = ledger.vocabulary.get(next.name);
        let mut more: Vec<Atom> = Vec::new();
        for implied in &predicate.implies {
            more.push(Atom::new(ledger, *implied, next.arguments.clone()));
        }
        for happened in ledger.vocabulary.bearing(Role::Happened).filter(|_| predicate.happening) {
            for event in next.events(ledger) {
                more.push(Atom::new(ledger, happened, vec![event]));
            }
        }
        if let Some(place) = predicate.accuses {
            let doer = next.arguments[place];
            let body = ledger.parties.at(doer).kind == PartyKind::Body;
            if let (true, Some(whole)) = (body, record::whole(ledger, doer, day)) {
                more.push(next.with(ledger, place, whole));
            }
        }
        for one in more {
            if all.insert(one.clone()) {
                open.push(one);
            }
        }
    }
    all
}

/// Whether the values of two pluses on one proposition cannot both be so: where a voice may list many, nothing in one
/// list fits anything in the other.
pub fn at_odds(ledger: &Ledger, one: &Said, other: &Said) -> bool {
    if ledger.vocabulary.get(one.atom.name).many {
        return !one.list.is_empty()
            && !other.list.is_empty()
            && values::lists_conflict(ledger, &one.list, &other.list);
    }
    values::conflict(ledger, one.value, other.value)
}

/// Whether two counts differ as a toll that rises does: the higher one is for a later day.
pub fn overtaken(one: &Said, other: &Said) -> bool {
    let up = |low: &Said, high: &Said| values::rises(low.value, high.value) && high.day.later_than(&low.day);
    one.counts() && other.counts() && (up(one, other) || up(other, one))
}

/// The proposition at which two positions of one root clash, by definition too; none where they do not.
pub fn clash(ledger: &Ledger, one: &Said, other: &Said) -> Option<Atom> {
    match (one.sign(), other.sign()) {
        (Sign::Plus, Sign::Minus) => {
            let met = if one.atom == other.atom {
                values::inside(ledger, one.value, other.value)
            } else {
                definition(ledger, &one.atom, one.date(ledger)).contains(&other.atom)
            };
            met.then(|| one.atom.clone())
        }
        (Sign::Minus, Sign::Plus) => clash(ledger, other, one),
        (Sign::Plus, Sign::Plus) => {
            let opposites = ledger.vocabulary.opposites(one.atom.name, other.atom.name)
                && one.atom.arguments == other.atom.arguments;
            if opposites {
                return [&one.atom, &other.atom].into_iter().min_by_key(|atom| atom.text(ledger)).cloned();
            }
            let odd = one.atom == other.atom && at_odds(ledger, one, other) && !overtaken(one, other);
            odd.then(|| one.atom.clone())
        }
        _ => None,
    }
}

/// Gives each position the list of values that its voice gives beside it, in statements that time does not put in order.
pub fn with_lists(ledger: &Ledger, said: &mut [Said]) {
    let lists: Vec<Vec<Value>> = said
        .iter()
        .map(|one| {
            let beside = |other: &&Said| {
                (other.root, other.voice, &other.atom, other.sign())
                    == (one.root, one.voice, &one.atom, Sign::Plus)
                    && (other.hearsay, other.disputed) == (one.hearsay, one.disputed)
                    && !other.date(ledger).later_than(one.date(ledger))
                    && !one.date(ledger).later_than(other.date(ledger))
            };
            said.iter().filter(beside).filter_map(|other| other.value).collect()
        })
        .collect();
    for (one, list) in said.iter_mut().zip(lists) {
        one.list = list;
    }
}
