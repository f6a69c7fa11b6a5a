//! What the records themselves say: wholes, roots and voices of a day, kin of any time, hearsay, origins.

use std::collections::BTreeSet;

use gainsay::ledger::Ledger;
use gainsay::ledger::model::date::Date;
use gainsay::ledger::model::id::PartyId;
use gainsay::ledger::model::party::PartyKind;
use gainsay::ledger::model::statement::{Cited, Statement};

/// In whose voice something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voice {
    Party(usize),
    Unnamed(usize),
}

impl Voice {
    pub fn named(self) -> bool {
        matches!(self, Self::Party(_))
    }
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
    if outlet(ledger, party) {
        return party;
    }
    whole(ledger, party, day).map_or(party, |above| root(ledger, above, day))
}

pub fn outlet(ledger: &Ledger, party: usize) -> bool {
    ledger.parties.at(party).kind == PartyKind::Outlet
}

pub fn class(ledger: &Ledger, party: usize) -> bool {
    ledger.parties.at(party).kind == PartyKind::Class
}

/// Whether a root is nobody in particular: whoever spoke is not known.
pub fn nobody(ledger: &Ledger, root: usize) -> bool {
    ledger.unknown().is_some_and(|unknown| unknown.index() == root)
}

/// The root for which a speaker of a statement speaks, in the capacity that it names.
pub fn speaks_for(ledger: &Ledger, statement: &Statement, speaker: PartyId) -> usize {
    root(ledger, statement.capacity.unwrap_or(speaker).index(), &statement.date)
}

/// The party in whose name a speaker speaks: for a person, what he or she is part of that day.
pub fn speaks_as(ledger: &Ledger, statement: &Statement, speaker: PartyId) -> usize {
    if let Some(capacity) = statement.capacity {
        return capacity.index();
    }
    let person = ledger.party(speaker).kind == PartyKind::Person;
    let above = if person { whole(ledger, speaker.index(), &statement.date) } else { None };
    above.unwrap_or(speaker.index())
}

pub fn voice(ledger: &Ledger, at: usize, speaker: PartyId) -> Voice {
    let statement = ledger.statements.at(at);
    if statement.anonymous.is_some() {
        return Voice::Unnamed(at);
    }
    Voice::Party(speaks_as(ledger, statement, speaker))
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

/// Whose word it is that a root said so, where that is neither the root's nor an outlet's: the first such carrier.
fn teller(ledger: &Ledger, statement: &Statement, speaker: usize) -> Option<usize> {
    statement
        .carriers()
        .map(PartyId::index)
        .find(|carrier| !outlet(ledger, *carrier) && root(ledger, *carrier, &statement.date) != speaker)
}

/// Whether what a root is said to say reaches us through somebody who is no outlet and not of that root.
pub fn hearsay(ledger: &Ledger, statement: &Statement, speaker: usize) -> bool {
    teller(ledger, statement, speaker).is_some()
}

/// On whose word something rests: the roots behind it.
pub type Origin = BTreeSet<usize>;

/// A party as an origin: an outlet that is part of a root speaks from what that root knows.
pub fn known_by(ledger: &Ledger, party: usize, day: &Date) -> usize {
    match whole(ledger, party, day) {
        Some(above) => known_by(ledger, above, day),
        None => party,
    }
}

/// On whose word a root says what it says in a statement; empty where nobody knows.
pub fn origin(ledger: &Ledger, at: usize, speaker: usize) -> Origin {
    follow(ledger, at, Some(speaker), &mut BTreeSet::new())
}

fn follow(ledger: &Ledger, at: usize, speaker: Option<usize>, seen: &mut BTreeSet<usize>) -> Origin {
    let statement = ledger.statements.at(at);
    let day = &statement.date;
    if !seen.insert(at) {
        return Origin::new();
    }
    let signed = || -> Origin {
        let roots = statement.by.iter().map(|by| speaks_for(ledger, statement, *by));
        roots.filter(|root| !nobody(ledger, *root)).map(|root| known_by(ledger, root, day)).collect()
    };
    let told = match speaker {
        Some(speaker) => teller(ledger, statement, speaker),
        None => {
            statement.by.iter().find_map(|by| teller(ledger, statement, speaks_for(ledger, statement, *by)))
        }
    };
    if let Some(teller) = told {
        return Origin::from([known_by(ledger, teller, day)]);
    }
    let mut cited = Origin::new();
    for one in &statement.citing {
        match one {
            Cited::Party(party) => {
                cited.insert(known_by(ledger, party.index(), day));
            }
            Cited::Statement(other) => cited.extend(follow(ledger, other.index(), None, seen)),
        }
    }
    if !cited.is_empty() {
        return cited;
    }
    let published = || Some(ledger.source(statement.source?).outlet?.index());
    let carrier = statement.carriers().next().map(PartyId::index).or_else(published);
    let unknown = statement.by.iter().any(|by| nobody(ledger, by.index()));
    match carrier {
        Some(carrier) if statement.anonymous.is_some() && !unknown => {
            Origin::from([known_by(ledger, carrier, day)])
        }
        _ => signed(),
    }
}

/// How many roots can each be given an origin of their own, no two origins with a root in common.
pub fn independent(offers: &[(usize, Origin)]) -> usize {
    let Some(((root, origin), rest)) = offers.split_first() else { return 0 };
    let without = independent(rest);
    if origin.is_empty() {
        return without;
    }
    let compatible: Vec<(usize, Origin)> =
        rest.iter().filter(|(other, also)| other != root && also.is_disjoint(origin)).cloned().collect();
    without.max(1 + independent(&compatible))
}

/// Whether statements are all reports of the same words.
pub fn one_wording(ledger: &Ledger, statements: &BTreeSet<usize>) -> bool {
    statements.first().is_none_or(|first| statements.is_subset(&same_words(ledger, *first)))
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

/// Whether a date is of a later day than another, by the calendar. A date in doubt orders nothing.
pub fn later_day(one: &Date, other: &Date) -> bool {
    !one.doubtful() && !other.doubtful() && one.first() > other.last()
}
