//! What the records themselves say: wholes, roots and voices of a day, kin of any time, hearsay, origins.

use std::collections::BTreeSet;

use gainsay::ledger::Ledger;
use gainsay::ledger::model::date::Date;
use gainsay::ledger::model::party::PartyKind;
use gainsay::ledger::model::statement::{Cited, Statement};

/// In whose voice something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voice {
    Party(usize),
    Unnamed(usize),
}

/// What a party is part of on a day.
pub fn whole(ledger: &Ledger, party: usize, day: &Date) -> Option<usize> {
    let mut best: Option<((i32, i32), usize)> = None;
    for membership in &ledger.parties.at(party).part_of {
        let (from, until) = membership.days();
        let touched = from <= day.last() && until >= day.first();
        if touched && best.is_none_or(|(days, _)| days < (from, until)) {
            best = Some(((from, until), membership.party.index()));
        }
    }
    best.map(|(_, whole)| whole)
}

/// The top of what a party is part of on a day; an outlet holds what it says for itself.
pub fn root(ledger: &Ledger, party: usize, day: &Date) -> usize {
    if ledger.parties.at(party).kind == PartyKind::Outlet {
        return party;
    }
    whole(ledger, party, day).map_or(party, |above| root(ledger, above, day))
}

pub fn voice(ledger: &Ledger, party: usize, statement: usize) -> Voice {
    let record = ledger.statements.at(statement);
    if record.anonymous.is_some() {
        return Voice::Unnamed(statement);
    }
    let person = ledger.parties.at(party).kind == PartyKind::Person;
    let above = if person { whole(ledger, party, &record.date) } else { None };
    Voice::Party(above.unwrap_or(party))
}

/// Whether one party is part of another, at whatever time and however deep.
pub fn part_of(ledger: &Ledger, part: usize, above: usize) -> bool {
    ledger.parties.at(part).part_of.iter().any(|membership| {
        membership.party.index() == above || part_of(ledger, membership.party.index(), above)
    })
}

/// The same party, or part and whole.
pub fn kin(ledger: &Ledger, a: usize, b: usize) -> bool {
    a == b || part_of(ledger, a, b) || part_of(ledger, b, a)
}

/// Whether what a root is said to say reaches us through somebody who is no outlet and not of that root.
pub fn hearsay(ledger: &Ledger, statement: &Statement, speaker: usize) -> bool {
    statement.carriers().any(|carrier| {
        ledger.party(carrier).kind != PartyKind::Outlet
            && root(ledger, carrier.index(), &statement.date) != speaker
    })
}

/// A source of word: a root, or the roots that sign together.
pub type Origin = BTreeSet<usize>;

/// On whose word a statement rests.
pub fn origins(ledger: &Ledger, at: usize) -> BTreeSet<Origin> {
    follow(ledger, at, &mut BTreeSet::new())
}

fn follow(ledger: &Ledger, at: usize, seen: &mut BTreeSet<usize>) -> BTreeSet<Origin> {
    let statement = ledger.statements.at(at);
    let one = |party: usize| BTreeSet::from([root(ledger, party, &statement.date)]);
    if seen.insert(at) && !statement.citing.is_empty() {
        return statement
            .citing
            .iter()
            .flat_map(|cited| match cited {
                Cited::Party(party) => BTreeSet::from([one(party.index())]),
                Cited::Statement(other) => follow(ledger, other.index(), seen),
            })
            .collect();
    }
    let outlet = || ledger.source(statement.source?).outlet;
    if statement.anonymous.is_some()
        && let Some(carrier) = statement.carriers().next().or_else(outlet)
    {
        return BTreeSet::from([one(carrier.index())]);
    }
    let signed = statement.by.iter().map(|party| root(ledger, party.index(), &statement.date)).collect();
    BTreeSet::from([signed])
}

/// How many origins several statements have. Reports of the same words are one, and a joint word adds none where
/// one of those who sign it is counted already.
pub fn count_origins(ledger: &Ledger, statements: &BTreeSet<usize>) -> usize {
    let mut groups: Vec<(BTreeSet<usize>, BTreeSet<Origin>)> = Vec::new();
    let alone: BTreeSet<usize> = statements
        .iter()
        .flat_map(|at| origins(ledger, *at))
        .filter(|origin| origin.len() == 1)
        .flatten()
        .collect();
    for at in statements {
        let known = origins(ledger, *at);
        let known: BTreeSet<Origin> =
            known.into_iter().filter(|origin| origin.len() == 1 || origin.is_disjoint(&alone)).collect();
        if known.is_empty() {
            continue;
        }
        let mut group = (same_words(ledger, *at), known);
        groups.retain(|(words, known)| {
            let meet = known.iter().flatten().any(|root| group.1.iter().flatten().any(|other| other == root));
            let one = !words.is_disjoint(&group.0) || meet;
            if one {
                group.0.extend(words);
                group.1.extend(known.iter().cloned());
            }
            !one
        });
        groups.push(group);
    }
    groups.len()
}

/// The statement and all that `same-as` ties to it.
pub fn same_words(ledger: &Ledger, at: usize) -> BTreeSet<usize> {
    let mut all = BTreeSet::from([at]);
    loop {
        let mut more = all.clone();
        for (other, statement) in ledger.statements.iter().enumerate() {
            let tied: Vec<usize> = statement.same_as.iter().map(|id| id.index()).collect();
            if all.contains(&other) {
                more.extend(&tied);
            }
            if tied.iter().any(|id| all.contains(id)) {
                more.insert(other);
            }
        }
        if more == all {
            return all;
        }
        all = more;
    }
}
