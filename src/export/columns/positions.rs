//! Positions as rows of numbers, what follows from each by definition on its day, and the statements behind them.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::ids::{Ids, id};
use super::values::value_id;
use super::{Maybe, To};
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::party::PartyKind;
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::roots::{self, Voice};
use crate::reason::Reasoning;
use crate::reason::definition::{Definitions, changes};
use crate::reason::origins;
use crate::reason::position::{Position, PositionId};

/// Writes the positions, and returns their numbers.
pub(super) fn write(reasoning: &Reasoning<'_>, ids: &Ids, to: &To<'_, '_>) -> Vec<i64> {
    let ledger = reasoning.ledger;
    let mut numbers = Vec::with_capacity(reasoning.positions.len());
    let mut of_statement: FxHashMap<StatementId, u32> = FxHashMap::default();
    let mut definitions = Definitions::new(ledger);
    let mut propositions = reasoning.propositions.clone();
    let (mut followed, mut sets) = (FxHashSet::default(), FxHashSet::default());
    for (at, position) in reasoning.positions.iter().enumerate() {
        let place = of_statement.entry(position.statement).or_insert(0);
        let number = id("position", &format!("{} {place}", ledger.statement(position.statement).id));
        *place += 1;
        numbers.push(number);
        let said = reasoning.propositions.get(position.proposition);
        let predicate = ledger.vocabulary.get(said.predicate);
        let follows = if position.stance.sign() == Sign::Plus {
            let dated = changes(ledger, said).then(|| position.date.first());
            let own = ids.proposition(position.proposition).unwrap_or_default();
            let key = dated.map_or(own, |day| id("follows", &format!("{own} {day}")));
            if followed.insert(key) {
                let row = definitions.of(ledger, &mut propositions, position.proposition, &position.date);
                for consequence in definitions.row(row) {
                    let Some(to_id) = ids.proposition(consequence.to) else { continue };
                    let then = propositions.get(consequence.to);
                    let predicate = ledger.vocabulary.get(then.predicate);
                    let valued = u8::from(!predicate.value.is_empty());
                    let accuses = u8::from(predicate.accused(&then).is_some());
                    to.row("follows", &[&key, &to_id, &valued, &accuses]);
                }
            }
            key
        } else {
            0
        };
        let origin = reasoning.origins(position.statement);
        let set = set(ids, origin);
        if sets.insert(set) {
            for root in origin {
                to.row("origin", &[&set, &ids.party(*root)]);
            }
        }
        let accused = predicate.accused(&said);
        let own = accused.is_some_and(|party| roots::root(ledger, party, &position.date) == position.root);
        let at = PositionId(u32::try_from(at).unwrap_or(u32::MAX));
        let withdrawn = !reasoning.withdrawn_by(position.statement, position.root).is_empty();
        let (voice, unnamed) = match position.voice {
            Voice::Party(party) => (ids.party(party), false),
            Voice::Unnamed(statement) => (ids.statement(statement), true),
        };
        let (date, day) = (position.date, position.day());
        let scope =
            position.long(ledger).and_then(|long| long.scope.as_deref()).filter(|_| position.scope > 0);
        to.row(
            "position",
            &[
                &number,
                &ids.statement(position.statement),
                &ids.statement(reasoning.first_report(at)),
                &ids.party(position.root),
                &voice,
                &u8::from(unnamed),
                &sure(date, date.first()),
                &sure(date, date.last()),
                &Maybe(date.instant().filter(|_| !date.doubtful())),
                &sure(day, day.first()),
                &sure(day, day.last()),
                &Maybe(day.instant().filter(|_| !day.doubtful())),
                &Stance::ALL.iter().position(|stance| *stance == position.stance).unwrap_or_default(),
                &match position.stance.sign() {
                    Sign::Plus => 1,
                    Sign::Minus => -1,
                    Sign::None => 0,
                },
                &u8::from(position.stance.certain()),
                &ids.proposition(position.proposition).unwrap_or_default(),
                &follows,
                &position.value(ledger).map_or(0, |value| value_id(ledger, ids, value)),
                &scope.map_or(0, |scope| id("scope", scope)),
                &u8::from(predicate.many),
                &u8::from(position.hearsay),
                &u8::from(position.disputed),
                &u8::from(position.tacit),
                &u8::from(withdrawn),
                &u8::from(own),
                &set,
                &u8::from(sound(reasoning, position, origin)),
            ],
        );
    }
    for (statement, row) in ledger.said() {
        for source in row.evidence.iter().filter(|source| Some(**source) != row.source) {
            let Some(outlet) = ledger.source(*source).outlet else { continue };
            let origin = origins::origin(ledger, outlet, &row.date);
            to.row("evidence", &[&ids.statement(statement), &ids.party(outlet), &ids.party(origin)]);
        }
    }
    numbers
}

/// A day of a date; none where the date is in doubt, so that it is later than nothing, and nothing is later.
fn sure(date: Date, day: i32) -> Maybe<i32> {
    Maybe(Some(day).filter(|_| !date.doubtful()))
}

/// The number of a set of roots; 0 for none.
fn set(ids: &Ids, roots: &BTreeSet<PartyId>) -> i64 {
    let mut all: Vec<String> = roots.iter().map(|root| ids.party(*root).to_string()).collect();
    all.sort();
    if all.is_empty() { 0 } else { id("origins", &all.join(" ")) }
}

/// True when a statement rests on its speaker's own knowledge; an outlet has to give evidence.
fn sound(reasoning: &Reasoning<'_>, position: &Position, origin: &BTreeSet<PartyId>) -> bool {
    let ledger = reasoning.ledger;
    let statement = ledger.statement(position.statement);
    let on: &Date = &position.date;
    let on_itself =
        origin.contains(&origins::origin(ledger, position.root, on)) || statement.citing.is_empty();
    let outlet = ledger.party(position.root).kind == PartyKind::Outlet;
    on_itself && !origin.is_empty() && !(outlet && statement.evidence.is_empty())
}
