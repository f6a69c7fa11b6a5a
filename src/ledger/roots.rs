//! Who holds what is said: roots and voices of speakers, and the wholes of parts, as of a day.

use super::Ledger;
use super::model::date::Date;
use super::model::id::{PartyId, StatementId};
use super::model::party::PartyKind;
use super::model::statement::Statement;

/// Whose words count as one: a later word of the same voice takes the place of an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// The speaker or, for a person, what he or she is part of that day.
    Party(PartyId),
    /// Each unnamed speaker is a voice of its own.
    Unnamed(StatementId),
}

/// All that a party is part of on a date, in the order written.
pub fn memberships<'l>(
    ledger: &'l Ledger,
    party: PartyId,
    on: &'l Date,
) -> impl Iterator<Item = PartyId> + 'l {
    let open = ledger.party(party).part_of.iter().filter(|membership| {
        let (from, until) = membership.days();
        from <= on.last() && on.first() <= until
    });
    open.map(|membership| membership.party)
}

/// The root for which a speaker of a statement speaks: that of the capacity that the statement gives, else the speaker's.
#[must_use]
pub fn spoken_for(ledger: &Ledger, statement: &Statement, speaker: PartyId) -> PartyId {
    root(ledger, statement.capacity.unwrap_or(speaker), &statement.date)
}

/// The voice in which a speaker of a statement speaks, where he or she is named.
#[must_use]
pub fn spoken_in(ledger: &Ledger, statement: &Statement, speaker: PartyId) -> Voice {
    statement.capacity.map_or_else(|| voice(ledger, speaker, &statement.date), Voice::Party)
}

/// A speaker of a statement and all that he or she speaks for, from the nearest to the top.
pub fn speaking<'l>(
    ledger: &'l Ledger,
    statement: &'l Statement,
    speaker: PartyId,
) -> impl Iterator<Item = PartyId> + 'l {
    let first = statement.capacity.unwrap_or(speaker);
    let own = statement.capacity.map(|_| speaker);
    own.into_iter().chain(wholes(ledger, first, &statement.date))
}

/// What a party is part of on a date: of several memberships that the date touches, the latest.
#[must_use]
pub fn whole(ledger: &Ledger, party: PartyId, on: &Date) -> Option<PartyId> {
    let memberships = ledger.party(party).part_of.iter().filter(|membership| {
        let (from, until) = membership.days();
        from <= on.last() && on.first() <= until
    });
    memberships.max_by_key(|membership| membership.days()).map(|membership| membership.party)
}

/// The party and all that it is part of on a date, from the nearest to the top.
pub fn wholes<'l>(ledger: &'l Ledger, party: PartyId, on: &'l Date) -> impl Iterator<Item = PartyId> + 'l {
    // A circle is reported as `part-of-cycle`; here it only must not hold us up.
    std::iter::successors(Some(party), move |at| whole(ledger, *at, on)).take(ledger.parties.len())
}

/// The root of a party on a date: the top of what it is part of. An outlet is its own, whatever it is part of.
#[must_use]
pub fn root(ledger: &Ledger, party: PartyId, on: &Date) -> PartyId {
    let outlet = |at: &PartyId| ledger.party(*at).kind == PartyKind::Outlet;
    let mut top = party;
    for at in wholes(ledger, party, on) {
        top = at;
        if outlet(&at) {
            break;
        }
    }
    top
}

/// The voice in which a party speaks on a date.
#[must_use]
pub fn voice(ledger: &Ledger, party: PartyId, on: &Date) -> Voice {
    let person = ledger.party(party).kind == PartyKind::Person;
    Voice::Party(if person { whole(ledger, party, on).unwrap_or(party) } else { party })
}
