//! Figures of killed, injured and missing as the record has them, and a figure of a draft against them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use super::figures::Figure;
use super::{Attribution, Standing};
use crate::attribution::parts::is_part;
use crate::ledger::Ledger;
use crate::ledger::model::id::{EventId, PartyId, StatementId};
use crate::ledger::model::party::PartyKind;
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::Sign;
use crate::ledger::model::value::Value;
use crate::ledger::words;
use crate::text::Span;

/// A figure on record, with its statement.
struct Row {
    speaker: PartyId,
    statement: StatementId,
    span: Span,
    counts: (u64, u64),
    value: Value,
    certain: bool,
}

/// Every figure on record of people in general.
pub struct Tolls<'l> {
    ledger: &'l Ledger,
    rows: HashMap<(String, EventId), Vec<Row>>,
    /// The events of which each party gives figures.
    events: HashMap<String, BTreeMap<PartyId, BTreeSet<EventId>>>,
}

impl<'l> Tolls<'l> {
    /// The figures of a ledger. An outlet also gives those that it carried.
    #[must_use]
    pub fn new(ledger: &'l Ledger) -> Self {
        let mut tolls = Self { ledger, rows: HashMap::new(), events: HashMap::new() };
        for (id, statement) in ledger.said() {
            for position in &statement.positions {
                let Some(value) = position.value(ledger).filter(|_| position.stance.sign() == Sign::Plus)
                else {
                    continue;
                };
                let proposition = ledger.proposition(position.proposition);
                let predicate = ledger.vocabulary.get(proposition.predicate);
                let (Some(counts), Some(event)) = (value.counts(), predicate.event(&proposition, 0)) else {
                    continue;
                };
                // A count of some among them is not the count of all.
                if predicate.party(&proposition, 1).is_some() {
                    continue;
                }
                let outlet = statement.source.and_then(|source| ledger.source(source).outlet);
                let carriers = statement.carriers().chain(outlet);
                let carriers = carriers.filter(|party| ledger.party(*party).kind == PartyKind::Outlet);
                let speakers: BTreeSet<PartyId> = statement.by.iter().copied().chain(carriers).collect();
                for speaker in speakers {
                    let certain = position.stance.certain();
                    let span = position.span;
                    let row = Row { speaker, statement: id, span, counts, value, certain };
                    tolls.rows.entry((predicate.id.clone(), event)).or_default().push(row);
                    let events = tolls.events.entry(predicate.id.clone()).or_default();
                    events.entry(speaker).or_default().insert(event);
                }
            }
        }
        tolls
    }

    fn same(&self, one: PartyId, other: PartyId) -> bool {
        one == other || is_part(self.ledger, one, other) || is_part(self.ledger, other, one)
    }

    /// The one event of which a party gives such figures; none where it gives them of several, or of none.
    fn only_event(&self, figure: &Figure) -> Option<EventId> {
        let by_party = self.events.get(figure.predicate)?;
        let own = by_party.iter().filter(|(party, _)| self.same(**party, figure.holder));
        let events: BTreeSet<EventId> = own.flat_map(|(_, events)| events.iter().copied()).collect();
        events.first().copied().filter(|_| events.len() == 1)
    }

    /// A figure of a draft, in these bytes of it, against the record; none where the two cannot be compared. It is on
    /// record where it says no more than a figure there.
    #[must_use]
    pub fn weigh(&self, figure: &Figure, range: Range<usize>) -> Option<Attribution> {
        let event = figure.event.or_else(|| self.only_event(figure))?;
        let who = &self.ledger.party(figure.holder).name;
        let rows = self.rows.get(&(figure.predicate.to_owned(), event)).into_iter().flatten();
        let own: Vec<&Row> = rows.filter(|row| self.same(row.speaker, figure.holder)).collect();
        let fits = |row: &&&Row| match figure.count {
            Some((low, high)) => low <= row.counts.0 && row.counts.1 <= high,
            None => row.counts.0 == 0,
        };
        let fitting: Vec<&Row> = own.iter().filter(fits).copied().collect();
        let proposition = self.ledger.vocabulary.find(figure.predicate).map(|id| Proposition::of(id, event));
        let said = |row: &Row| {
            proposition.map_or_else(String::new, |proposition| {
                words::sentence(self.ledger, &proposition, Some(row.value), Sign::Plus)
            })
        };
        let (standing, of, message) = match (fitting.first(), own.last()) {
            (Some(row), _) if !figure.hedged && fitting.iter().all(|row| !row.certain) => (
                Standing::Overreach,
                &fitting,
                format!("the draft says flatly what the record has as likely or possible: {}", said(row)),
            ),
            (Some(row), _) => (Standing::OnRecord, &fitting, format!("on record: {}", said(row))),
            // How many of some were killed says nothing against how many were in all.
            (None, _) if figure.some => return None,
            (None, Some(row)) if figure.count.is_none() => (
                Standing::StanceConflict,
                &own,
                format!("the record has {who} saying the opposite: {}", said(row)),
            ),
            (None, Some(row)) => (
                Standing::NumberConflict,
                &own,
                format!("the record of {who} has another figure: {}", said(row)),
            ),
            (None, None) => (Standing::NoRecord, &own, format!("no such figure of {who} is on record")),
        };
        let mut statements: Vec<StatementId> = of.iter().map(|row| row.statement).collect();
        statements.dedup();
        let same = of.iter().filter(|_| standing == Standing::OnRecord);
        let positions = same.map(|row| (row.statement, row.span)).collect();
        let party = Some(figure.holder);
        Some(Attribution { range, standing, party, statements, positions, proposition, message })
    }
}
