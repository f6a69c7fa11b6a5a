//! From records to positions: who holds what, in so many words, by definition and on whose own further word; what
//! time leaves standing; what verifies what. Read-only and without output: the rules ask, this answers.

pub mod acts;
pub mod definition;
pub mod further;
pub mod links;
pub mod namesakes;
pub mod near;
pub mod one_event;
pub mod origins;
pub mod own;
pub mod position;
pub mod premises;
pub mod readings;
pub mod record;
pub mod retraction;
pub mod same_words;
pub mod spoken;
pub mod stakes;
pub mod standing;
pub mod state;
mod substitution;
pub mod time;
pub mod values;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{PartyId, PredicateId, PropositionId, StatementId};
use crate::ledger::model::proposition::{Argument, ArgumentKind, Proposition, Propositions};
use crate::ledger::model::stance::Sign;
use crate::ledger::vocabulary::Role;
use crate::ledger::words;
use definition::{Consequence, Definitions, Row};
use further::Further;
use one_event::OneEvent;
use own::{Own, Ties};
use position::{Hold, Position, PositionId, Reason, Step};
use premises::Premises;
use readings::Reading;
use record::Record;
use state::States;
use time::{Change, Timeline, Turn};

/// Everything the rules ask about.
pub struct Reasoning<'l> {
    /// The records.
    pub ledger: &'l Ledger,
    /// All propositions, `self` resolved, with those that follow.
    pub propositions: Propositions,
    /// All positions in so many words, those that time took away among them.
    pub positions: Vec<Position>,
    /// What is held and stands, sorted by proposition.
    pub holds: Vec<Hold>,
    /// Where each proposition's holds begin in `holds`.
    starts: Vec<usize>,
    /// The holds with minus, as places in `holds`.
    minus: Vec<usize>,
    /// What one root's own words did to one another.
    pub changes: Vec<Change>,
    /// What words may be read as saying.
    pub readings: Vec<Reading>,
    /// For each root that holds events to be one, which.
    pub one_event: BTreeMap<PartyId, OneEvent>,
    /// What is granted or ruled out.
    pub premises: Premises,
    record: Arc<Record>,
    states: States,
    /// Superseded positions by proposition.
    replaced: FxHashMap<PropositionId, Vec<PositionId>>,
    /// Propositions that say who did it, by the same with nobody in that place.
    patterns: FxHashMap<Proposition, Vec<PropositionId>>,
    definitions: Definitions,
    /// Of each proposition, what it says by definition as of the latest date on record.
    consequences: Vec<Row>,
}

impl<'l> Reasoning<'l> {
    /// Reasons over a ledger.
    #[must_use]
    pub fn new(ledger: &'l Ledger) -> Self {
        let mut propositions = Propositions::default();
        let positions = spoken::positions(ledger, &mut propositions);
        Self::over(ledger, Arc::new(Record::new(ledger)), propositions, positions, Premises::default())
    }

    /// Reasons over some of the positions again, with something granted or ruled out.
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
        let mut definitions = Definitions::new(ledger);
        let retracted = record.retractions.outcome(&positions);
        let mut holds = Vec::new();
        for (at, position) in positions.iter().enumerate() {
            let id = PositionId(u32::try_from(at).unwrap_or(u32::MAX));
            if !retracted.states.withdrawn.contains_key(&id) {
                let hold = time::stated(id, position);
                with_consequences(ledger, &mut propositions, &mut definitions, position, hold, &mut holds);
            }
        }
        holds.par_sort_by_key(|hold| (hold.proposition, hold.root, hold.base));
        let mut timeline = Timeline::new(ledger, &propositions, &positions, &record.same);
        for group in holds.chunk_by(|a, b| (a.proposition, a.root) == (b.proposition, b.root)) {
            if group.len() > 1 && group.iter().any(Hold::stated) {
                timeline.group(&group.iter().collect::<Vec<_>>());
            }
        }
        for [one, other] in opposites(ledger, &propositions, &holds) {
            let named = |holds: &[Hold]| words::canonical(ledger, &propositions.get(holds[0].proposition));
            let first = if named(one) <= named(other) { one } else { other };
            timeline.opposites(one, other, first[0].proposition);
        }
        let mut outcome = timeline.outcome();
        outcome.states.withdrawn = retracted.states.withdrawn;
        outcome.changes.extend(retracted.changes);
        holds.retain(|hold| !outcome.states.gone(hold.base));
        let fallen = fallen(&positions, &outcome.states);
        holds.retain(|hold| !on_fallen(ledger, &propositions, hold.proposition, &fallen));
        let withdrawn = |change: &Change| change.turn == Turn::Retraction;
        outcome.changes.retain(|change| {
            withdrawn(change) || !on_fallen(ledger, &propositions, change.proposition, &fallen)
        });

        let granted = premises::close(ledger, &mut propositions, &mut definitions, &premises, &record);
        let own = Own { ledger, positions: &positions, premises: &premises, granted: &granted };
        let one_event = add_own(&own, &mut propositions, &mut definitions, &mut holds);
        holds.par_sort_by_key(|hold| (hold.proposition, hold.root, hold.base, hold.way.len()));
        let readings =
            readings::readings(ledger, &propositions, &positions, &holds, &one_event, &premises, &granted);
        for reading in &readings {
            propositions.intern(reading.proposition);
        }
        let consequences = all_consequences(ledger, &mut propositions, &mut definitions, &record);
        let starts = starts(&holds, propositions.len());
        let minus = (0..holds.len()).filter(|at| holds[*at].sign() == Sign::Minus).collect();
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
            changes: outcome.changes,
            readings,
            one_event,
            premises,
            record,
            states: outcome.states,
            patterns: patterns(ledger, &propositions),
            propositions,
            replaced,
            definitions,
            consequences,
        }
    }

    /// What is held and stands on a proposition, by root.
    #[must_use]
    pub fn on(&self, proposition: PropositionId) -> &[Hold] {
        let at = proposition.index();
        &self.holds[self.starts[at]..self.starts[at + 1]]
    }

    /// The propositions on which anything is held, each with its holds.
    pub fn groups(&self) -> impl Iterator<Item = (PropositionId, &[Hold])> {
        (0..self.propositions.len())
            .map(PropositionId::from)
            .map(|id| (id, self.on(id)))
            .filter(|(_, holds)| !holds.is_empty())
    }

    /// The position of an id.
    #[must_use]
    pub fn position(&self, id: PositionId) -> &Position {
        &self.positions[id.0 as usize]
    }

    /// The day for which what a position says holds.
    #[must_use]
    pub fn day(&self, id: PositionId) -> Date {
        self.position(id).date
    }

    /// The latest date of a statement.
    #[must_use]
    pub fn latest(&self) -> Date {
        self.record.latest
    }

    /// Whether a position stands: neither superseded nor withdrawn.
    #[must_use]
    pub fn stands(&self, id: PositionId) -> bool {
        !self.states.gone(id)
    }

    /// What was said of a proposition in so many words, and has been superseded since.
    pub fn superseded_on(&self, proposition: PropositionId) -> impl Iterator<Item = &Position> {
        self.replaced.get(&proposition).into_iter().flatten().map(|id| self.position(*id))
    }

    /// What holding a proposition says by definition, nearest first.
    #[must_use]
    pub fn consequences(&self, proposition: PropositionId) -> &[Consequence] {
        self.consequences.get(proposition.index()).map_or(&[], |row| self.definitions.row(*row))
    }

    /// All that is held with minus against a proposition, on it or on what it says by definition.
    pub fn against(&self, proposition: PropositionId) -> impl Iterator<Item = &Hold> {
        std::iter::once(proposition)
            .chain(self.consequences(proposition).iter().map(|consequence| consequence.to))
            .flat_map(|id| self.denying(id))
    }

    /// The propositions that differ from one in who did it only, itself among them; `at` is the place of who did it.
    pub fn alike(&self, proposition: &Proposition, at: usize) -> impl Iterator<Item = PropositionId> + '_ {
        let pattern = proposition.with(at, Argument::SPEAKER);
        self.patterns.get(&pattern).into_iter().flatten().copied()
    }

    /// All that is held with minus against a proposition, but what says only that its event did not happen.
    pub fn denying_deed(&self, proposition: PropositionId) -> impl Iterator<Item = &Hold> {
        let deed = self.consequences(proposition).iter().filter(|consequence| {
            self.definitions.steps(consequence).iter().all(|(reason, _)| *reason != Reason::Happening)
        });
        std::iter::once(proposition)
            .chain(deed.map(|consequence| consequence.to))
            .flat_map(|id| self.denying(id))
    }

    /// The first report of the words of a position's statement.
    #[must_use]
    pub fn first_report(&self, position: PositionId) -> StatementId {
        self.record.same.first(self.position(position).statement)
    }

    /// What is held with minus on a proposition itself.
    pub fn denying(&self, proposition: PropositionId) -> impl Iterator<Item = &Hold> {
        let [from, to] = [proposition.index(), proposition.index() + 1]
            .map(|at| self.minus.partition_point(|place| *place < self.starts[at]));
        self.minus[from..to].iter().map(|at| &self.holds[*at])
    }

    /// On whose word a statement rests.
    #[must_use]
    pub fn origins(&self, statement: StatementId) -> &BTreeSet<PartyId> {
        self.record.origins.of(statement)
    }
}

/// The holds of each root on a proposition and on its opposite, where it holds both. `holds` are sorted by proposition
/// and root.
fn opposites<'h>(ledger: &Ledger, propositions: &Propositions, holds: &'h [Hold]) -> Vec<[&'h [Hold]; 2]> {
    let opposed = ledger.vocabulary.iter().filter_map(|(id, predicate)| Some((id, predicate.opposite?)));
    let opposed: FxHashMap<PredicateId, PredicateId> = opposed.collect();
    let key = |hold: &Hold| (hold.proposition, hold.root);
    let group = |at: (PropositionId, PartyId)| {
        let [from, to] =
            [false, true].map(|past| holds.partition_point(|hold| key(hold) < at || past && key(hold) == at));
        &holds[from..to]
    };
    let pair = |own: &'h [Hold]| {
        let proposition = propositions.get(own[0].proposition);
        let predicate = *opposed.get(&proposition.predicate)?;
        let other = group((propositions.find(&Proposition { predicate, ..proposition })?, own[0].root));
        (!other.is_empty()).then_some([own, other])
    };
    let mut pairs: Vec<[&[Hold]; 2]> = holds.chunk_by(|a, b| key(a) == key(b)).filter_map(pair).collect();
    // Where each of two predicates names the other as its opposite, one of the two pairs is enough.
    let mut seen = BTreeSet::new();
    pairs.retain(|[one, other]| {
        let mut both = [key(&one[0]), key(&other[0])];
        both.sort();
        seen.insert(both)
    });
    pairs
}

/// Statements of which no position stands any more, though there were some.
fn fallen(positions: &[Position], states: &States) -> FxHashSet<StatementId> {
    let ids = (0..).map(PositionId);
    let written = || positions.iter().zip(ids.clone()).filter(|(position, _)| !position.tacit);
    let touched = written().filter(|(_, id)| states.gone(*id)).map(|(position, _)| position.statement);
    let mut fallen: FxHashSet<StatementId> = touched.collect();
    for (position, _) in written().filter(|(_, id)| !states.gone(*id)) {
        fallen.remove(&position.statement);
    }
    fallen
}

/// Whether a proposition says that a fallen statement is accurate or authentic: it falls with the statement.
fn on_fallen(
    ledger: &Ledger,
    propositions: &Propositions,
    proposition: PropositionId,
    fallen: &FxHashSet<StatementId>,
) -> bool {
    if fallen.is_empty() {
        return false;
    }
    let proposition = propositions.get(proposition);
    let predicate = ledger.vocabulary.get(proposition.predicate);
    let about = predicate.place_of(ArgumentKind::Statement);
    let about = about.map(|at| StatementId(proposition.arguments[at].0));
    about.is_some_and(|id| fallen.contains(&id))
        && [Role::Accuracy, Role::Authenticity].iter().any(|role| predicate.is(*role))
}

/// A hold and all that it says by definition: only plus is closed upwards; a minus is looked up.
fn with_consequences(
    ledger: &Ledger,
    propositions: &mut Propositions,
    definitions: &mut Definitions,
    position: &Position,
    hold: Hold,
    holds: &mut Vec<Hold>,
) {
    if hold.sign() == Sign::Plus {
        let row = definitions.of(ledger, propositions, hold.proposition, &position.date);
        for consequence in definitions.row(row) {
            let to = consequence.to;
            let predicate = ledger.vocabulary.get(propositions.get(to).predicate);
            let steps = definitions.steps(consequence).into_iter();
            let steps = steps.map(|(reason, to)| Step { reason, to, with: Further::default() });
            let way = hold.way.iter().cloned().chain(steps).collect();
            let value = hold.value.filter(|_| !predicate.value.is_empty());
            holds.push(Hold { proposition: to, value, way, ..hold });
        }
    }
    holds.push(hold);
}

/// Adds what follows from each root's own further words; says which events each root holds to be one.
fn add_own(
    own: &Own<'_>,
    propositions: &mut Propositions,
    definitions: &mut Definitions,
    holds: &mut Vec<Hold>,
) -> BTreeMap<PartyId, OneEvent> {
    let ties = Ties::new(own.ledger, propositions, holds);
    for hold in own.members(propositions, holds, &ties) {
        let position = &own.positions[hold.base.0 as usize];
        with_consequences(own.ledger, propositions, definitions, position, hold, holds);
    }
    let mut spoken: Vec<PropositionId> = holds.iter().map(|hold| hold.proposition).collect();
    spoken.par_sort_unstable();
    spoken.dedup();
    let ties = Ties::new(own.ledger, propositions, holds);
    let one_event = own.one_event(propositions, holds, &ties);
    let mut found = own.chains(propositions, holds, &spoken, &ties);
    found.extend(own.substituted(propositions, holds, &spoken, &one_event));
    holds.extend(found);
    one_event
}

/// The consequences of every proposition, for looking minuses up; those that depend on a date are taken as of the
/// latest on record.
fn all_consequences(
    ledger: &Ledger,
    propositions: &mut Propositions,
    definitions: &mut Definitions,
    record: &Record,
) -> Vec<Row> {
    let mut found = Vec::with_capacity(propositions.len());
    // Working them out may name propositions that nobody has named so far.
    while found.len() < propositions.len() {
        let id = PropositionId::from(found.len());
        found.push(definitions.of(ledger, propositions, id, &record.latest));
    }
    found
}

/// Propositions that say who did it, by the same with nobody in that place.
fn patterns(ledger: &Ledger, propositions: &Propositions) -> FxHashMap<Proposition, Vec<PropositionId>> {
    let mut patterns: FxHashMap<Proposition, Vec<PropositionId>> = FxHashMap::default();
    for id in (0..propositions.len()).map(PropositionId::from) {
        let proposition = propositions.get(id);
        if let Some(at) = ledger.vocabulary.get(proposition.predicate).rival {
            patterns.entry(proposition.with(at, Argument::SPEAKER)).or_default().push(id);
        }
    }
    patterns
}

/// Where each proposition's holds begin in a sorted list.
fn starts(holds: &[Hold], propositions: usize) -> Vec<usize> {
    let mut starts = vec![0; propositions + 1];
    for hold in holds {
        starts[hold.proposition.index() + 1] += 1;
    }
    for at in 0..propositions {
        starts[at + 1] += starts[at];
    }
    starts
}
