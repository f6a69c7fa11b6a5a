//! Positions by date and party: what each party said when, what it took back or said otherwise since, and tolls as
//! ladders.

pub mod formats;
mod ladder;
pub mod lanes;
mod told;
pub mod toll;

use std::collections::BTreeMap;

use crate::check::focus::{self, Matter};
use crate::check::options::Options;
use crate::layout::position as layout;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::Stance;
use crate::ledger::model::statement::{Long, Written};
use crate::ledger::model::value::Value;
use crate::ledger::roots;
use crate::reason::position::PositionId;
use crate::reason::state::State;
use crate::reason::{Reasoning, spoken};

pub use ladder::{Dispute, Ladder, Party, Rung, Step};

/// All positions by date.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// The words of each root in each statement, by date, then by name.
    pub entries: Vec<Entry>,
    /// The tolls, one ladder for each proposition.
    pub ladders: Vec<Ladder>,
}

/// The words of one root in one statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The date.
    pub date: Date,
    /// The root.
    pub root: PartyId,
    /// The statement.
    pub statement: StatementId,
    /// True when the words reach us only through another party.
    pub hearsay: bool,
    /// The positions, in the order written.
    pub said: Vec<Said>,
    /// Its own earlier statements that it withdraws here.
    pub withdraws: Vec<StatementId>,
}

/// A position.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The proposition.
    pub proposition: Proposition,
    /// The stance.
    pub stance: Stance,
    /// The value given, if any.
    pub value: Option<Value>,
    /// Facts written beside it: scope, day and own words.
    pub long: Option<Long>,
    /// The whole in words, to be read after the speaker's name.
    pub says: String,
    /// The state of the position.
    pub state: State,
}

/// The timeline of a ledger, for the positions that pass the filters.
#[must_use]
pub fn timeline(reasoning: &Reasoning<'_>, options: &Options) -> Timeline {
    let ledger = reasoning.ledger;
    let mut entries: BTreeMap<(StatementId, PartyId), Entry> = BTreeMap::new();
    for (id, statement) in ledger.said() {
        for speaker in &statement.by {
            let root = roots::spoken_for(ledger, statement, *speaker);
            let entry = entries.entry((id, root)).or_insert_with(|| Entry {
                date: statement.date,
                root,
                statement: id,
                hearsay: spoken::hearsay(ledger, statement, root),
                said: Vec::new(),
                withdraws: withdraws(reasoning, id, root),
            });
            if statement.condition.is_some() && entry.said.is_empty() {
                entry.said = conditional(reasoning, id, root);
            }
        }
    }
    for (at, position) in reasoning.positions.iter().enumerate() {
        if position.tacit {
            continue;
        }
        let id = PositionId(u32::try_from(at).unwrap_or(u32::MAX));
        let proposition = reasoning.propositions.get(position.proposition);
        let long = position.long(ledger);
        let said = Said {
            proposition,
            stance: position.stance,
            value: position.value(ledger),
            long: long.cloned(),
            says: layout::says(
                ledger,
                position.root,
                position.stance,
                &proposition,
                position.value(ledger),
                long,
            ),
            state: reasoning.state(id),
        };
        if let Some(entry) = entries.get_mut(&(position.statement, position.root))
            && !entry.said.contains(&said)
        {
            entry.said.push(said);
        }
    }
    let keeps = |about: Option<Proposition>, entry: &Entry| {
        let (parties, statements) = (&[entry.root], &[entry.statement]);
        focus::passes(reasoning, options, Matter { about, parties, statements, ..Matter::default() })
    };
    let mut kept: Vec<Entry> = Vec::new();
    for mut entry in entries.into_values() {
        let bare = entry.said.is_empty();
        let mut said = std::mem::take(&mut entry.said);
        said.retain(|said| keeps(Some(said.proposition), &entry));
        if !said.is_empty() || bare && keeps(None, &entry) {
            kept.push(Entry { said, ..entry });
        }
    }
    kept.sort_by_cached_key(|entry| {
        let root = ledger.party(entry.root);
        let written = entry.date.to_string();
        let id = ledger.statement(entry.statement).id.clone();
        (entry.date.order(), written, root.name.clone(), root.id.clone(), id)
    });
    Timeline { entries: kept, ladders: ladder::ladders(reasoning, options) }
}

/// The positions of a conditional statement, which are listed and never compared.
fn conditional(reasoning: &Reasoning<'_>, id: StatementId, root: PartyId) -> Vec<Said> {
    let ledger = reasoning.ledger;
    let statement = ledger.statement(id);
    let said = |(at, written): (usize, &Written)| {
        let proposition = spoken::resolve(ledger, ledger.proposition(written.proposition), root);
        let long = statement.long(at);
        Said {
            proposition,
            stance: written.stance,
            value: written.value(ledger),
            long: long.cloned(),
            says: layout::says(ledger, root, written.stance, &proposition, written.value(ledger), long),
            state: reasoning.state_of_conditional(id, root),
        }
    };
    statement.positions.iter().enumerate().map(said).collect()
}

/// The statements of its own that a root withdraws by a statement.
fn withdraws(reasoning: &Reasoning<'_>, id: StatementId, root: PartyId) -> Vec<StatementId> {
    let named = &reasoning.ledger.statement(id).retracts;
    named.iter().filter(|target| reasoning.withdrawn_by(**target, root).contains(&id)).copied().collect()
}
