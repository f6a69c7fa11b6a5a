//! From records to positions: who holds what, in so many words, by definition and on whose own further word; what
//! time leaves standing; how links stand. Read-only and without output: the rules ask, this answers.

pub mod acts;
mod beside;
mod closing;
pub mod definition;
mod denials;
mod fallen;
pub mod few;
pub mod further;
pub mod links;
pub mod namesakes;
pub mod near;
pub mod one_event;
pub mod origins;
pub mod own;
pub(crate) mod parts;
pub mod position;
pub mod premises;
mod raised;
pub mod readings;
pub mod record;
pub mod retraction;
pub mod same_words;
mod sets;
mod sorting;
pub mod spoken;
pub mod stakes;
pub mod standing;
pub mod state;
mod substitution;
pub mod time;
mod turn;
pub mod values;
pub mod way;
mod wholes;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{PartyId, PropositionId, StatementId};
use crate::ledger::model::proposition::Propositions;
use crate::ledger::model::stance::Sign;
use crate::ledger::words;
use closing::{add_own, all_consequences, with_consequences};
use definition::{Consequence, Definitions, Row};
use fallen::{fallen, on_fallen};
use one_event::OneEvent;
use own::Own;
use position::{Hold, Position, PositionId};
use premises::Premises;
use readings::Reading;
use record::Record;
use sets::Sets;
use state::States;
use time::{Change, Timeline, Turn};
use way::Ways;

/// The result of reasoning over a ledger, in which rules and views look up who holds what.
pub struct Reasoning<'l> {
    /// The records.
    pub ledger: &'l Ledger,
    /// All propositions with `self` resolved; those that follow from positions are among them.
    pub propositions: Propositions,
    /// All positions as they were said, the superseded and withdrawn ones included.
    pub positions: Vec<Position>,
    /// The holds that stand, sorted by proposition.
    pub holds: Vec<Hold>,
    /// The index in `holds` at which the holds of each proposition begin.
    starts: Vec<usize>,
    /// The places in `holds` of the holds with minus, ascending.
    minus: Vec<usize>,
    /// The index in `minus` at which those of each proposition begin.
    minus_starts: Vec<usize>,
    /// The clashes within the words of one root, and its withdrawals.
    pub changes: Vec<Change>,
    /// The readings of all roots.
    pub readings: Vec<Reading>,
    /// For each root that asserts that events are one, those events.
    pub one_event: BTreeMap<PartyId, OneEvent>,
    /// The propositions that are granted or ruled out.
    pub premises: Premises,
    record: Arc<Record>,
    states: States,
    /// The sets of values that voices list, of positions that stand.
    sets: Sets,
    /// Superseded positions by proposition.
    replaced: FxHashMap<PropositionId, Vec<PositionId>>,
    ways: Ways,
    /// For each proposition, its consequences by definition as of the latest date on record.
    consequences: Vec<Row>,
}

impl<'l> Reasoning<'l> {
    /// Reasons over all statements of a ledger.
    #[must_use]
    pub fn new(ledger: &'l Ledger) -> Self {
        let mut propositions = Propositions::default();
        let positions = spoken::positions(ledger, &mut propositions);
        Self::over(ledger, Arc::new(Record::new(ledger)), propositions, positions, Premises::default())
    }

    /// Reasons anew over some of the positions, with premises granted or ruled out, to see what hangs on them.
    #[must_use]
    pub fn granting(&self, positions: impl Iterator<Item = PositionId>, premises: Premises) -> Self {
        let mut propositions = Propositions::default();
        let positions = positions
            .map(|id| {
                let position = *self.position(id);
                let read = premises.written(self.ledger, self.propositions.get(position.proposition));
                Position { proposition: propositions.intern(read), ..position }
            })
            .collect();
        Self::over(self.ledger, Arc::clone(&self.record), propositions, positions, premises)
    }

    fn over(
        ledger: &'l Ledger,
        record: Arc<Record>,
        mut propositions: Propositions,
        positions: Vec<Position>,
        premises: Premises,
    ) -> Self {
        let mut ways = Ways::new(Definitions::new(ledger));
        let retracted = record.retractions.outcome(&positions);
        let mut holds = Vec::new();
        for (at, position) in positions.iter().enumerate() {
            let id = PositionId(u32::try_from(at).unwrap_or(u32::MAX));
            if !retracted.states.withdrawn.contains_key(&id) {
                let hold = time::stated(id, position);
                let definitions = &mut ways.definitions;
                with_consequences(ledger, &mut propositions, definitions, position, hold, &mut holds);
            }
        }
        let mut holds = sorting::by_proposition(&holds, propositions.len());
        let spoken = |id: PositionId| !retracted.states.withdrawn.contains_key(&id);
        let sets = Sets::new(ledger, &propositions, &positions, spoken);
        let mut timeline = Timeline::new(ledger, &propositions, &positions, &record.same, &sets);
        for group in holds.chunk_by(|a, b| (a.proposition, a.root) == (b.proposition, b.root)) {
            if group.len() > 1 && group.iter().any(Hold::stated) {
                timeline.group(&group.iter().collect::<Vec<_>>());
            }
        }
        for [one, other] in beside::opposites(ledger, &propositions, &holds) {
            let named = |holds: &[Hold]| words::canonical(ledger, &propositions.get(holds[0].proposition));
            let first = if named(one) <= named(other) { one } else { other };
            timeline.opposites(one, other, first[0].proposition);
        }
        for [part, whole] in beside::parts(ledger, &propositions, &holds) {
            timeline.part_and_whole(part, whole);
        }
        let mut outcome = timeline.outcome();
        outcome.states.withdrawn = retracted.states.withdrawn;
        outcome.changes.extend(retracted.changes);
        let sets = Sets::new(ledger, &propositions, &positions, |id| !outcome.states.gone(id));
        let fallen = fallen(&positions, &outcome.states);
        holds.retain(|hold| {
            !outcome.states.gone(hold.base) && !on_fallen(ledger, &propositions, hold.proposition, &fallen)
        });
        let withdrawn = |change: &Change| change.turn == Turn::Retraction;
        outcome.changes.retain(|change| {
            withdrawn(change) || !on_fallen(ledger, &propositions, change.proposition, &fallen)
        });

        let granted = premises::close(ledger, &mut propositions, &mut ways.definitions, &premises, &record);
        let own = Own { ledger, positions: &positions, premises: &premises, granted: &granted };
        let sorted = holds.len();
        let one_event = add_own(&own, &mut propositions, &mut ways, &mut holds);
        let holds = sorting::merged(holds, sorted);
        let readings = readings::readings(&own, &propositions, &ways, &holds, &one_event);
        for reading in &readings {
            propositions.intern(reading.proposition);
        }
        wholes::name(ledger, &mut propositions);
        let consequences = all_consequences(ledger, &mut propositions, &mut ways.definitions, &record);
        let starts = sorting::starts(holds.iter(), propositions.len());
        let denies = |at: &usize| holds[*at].sign() == Sign::Minus;
        let minus: Vec<usize> = (0..holds.len()).filter(denies).collect();
        let minus_starts = sorting::starts(minus.iter().map(|at| &holds[*at]), propositions.len());
        let mut replaced: FxHashMap<PropositionId, Vec<PositionId>> = FxHashMap::default();
        for id in outcome.states.superseded.keys() {
            replaced.entry(positions[id.0 as usize].proposition).or_default().push(*id);
        }
        Self {
            ledger,
            positions,
            holds,
            starts,
            minus,
            minus_starts,
            changes: outcome.changes,
            readings,
            one_event,
            premises,
            record,
            states: outcome.states,
            sets,
            propositions,
            replaced,
            ways,
            consequences,
        }
    }

    /// The holds that stand on a proposition, by root; empty where there are none.
    #[must_use]
    pub fn on(&self, proposition: PropositionId) -> &[Hold] {
        let at = proposition.index();
        &self.holds[self.starts[at]..self.starts[at + 1]]
    }

    /// The propositions that have any hold, each with its holds.
    pub fn groups(&self) -> impl Iterator<Item = (PropositionId, &[Hold])> {
        (0..self.propositions.len())
            .map(PropositionId::from)
            .map(|id| (id, self.on(id)))
            .filter(|(_, holds)| !holds.is_empty())
    }

    /// The position with an id.
    #[must_use]
    pub fn position(&self, id: PositionId) -> &Position {
        &self.positions[id.0 as usize]
    }

    /// The day for which the content of a position holds.
    #[must_use]
    pub fn day(&self, id: PositionId) -> Date {
        self.position(id).day()
    }

    /// The latest date of any statement.
    #[must_use]
    pub fn latest(&self) -> Date {
        self.record.latest
    }

    /// True when a position stands: it is neither superseded nor withdrawn.
    #[must_use]
    pub fn stands(&self, id: PositionId) -> bool {
        !self.states.gone(id)
    }

    /// The superseded positions that state a proposition in so many words.
    pub fn superseded_on(&self, proposition: PropositionId) -> impl Iterator<Item = &Position> {
        self.replaced.get(&proposition).into_iter().flatten().map(|id| self.position(*id))
    }

    /// The consequences by definition of a proposition as of the latest date on record, nearest first.
    #[must_use]
    pub fn consequences(&self, proposition: PropositionId) -> &[Consequence] {
        self.consequences.get(proposition.index()).map_or(&[], |row| self.ways.definitions.row(*row))
    }

    /// The known propositions that follow by definition from a proposition on any of these dates.
    #[must_use]
    pub fn consequences_on(
        &self,
        proposition: PropositionId,
        dates: impl Iterator<Item = Date>,
    ) -> Vec<PropositionId> {
        let Some(row) = self.consequences.get(proposition.index()) else { return Vec::new() };
        self.ways.definitions.on_any(self.ledger, &self.propositions, proposition, *row, dates)
    }

    /// The statement that stands for all reports of the words in which a position was taken.
    #[must_use]
    pub fn first_report(&self, position: PositionId) -> StatementId {
        self.record.same.first(self.position(position).statement)
    }

    /// The roots on whose word a statement rests; empty where it is not on record.
    #[must_use]
    pub fn origins(&self, statement: StatementId) -> &BTreeSet<PartyId> {
        self.record.origins.of(statement)
    }
}
